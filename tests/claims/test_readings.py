"""Negated or not, how certain, and whether it can be checked."""

import pytest

from reporter.model import Checkability, Modality
from tests.claims.stories import Says, article, claims


@pytest.mark.parametrize(
    ("sentence", "is_negated"),
    [
        ("The dam broke.", False),
        ("The dam did not break.", True),
        ("The dam hasn't been inspected.", True),
        ("Nobody was hurt.", True),
        ("No bodies were found.", True),
        ("The company never answered.", True),
        ("The teams found no survivors.", True),
        ("Not only the dam broke.", False),
    ],
)
def test_a_claim_is_negated_where_its_main_verb_is(sentence: str, *, is_negated: bool) -> None:
    assert is_negated is claims(article(sentence))[0].is_negated


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("The dam broke.", Modality.ASSERTED),
        ("The second dam may break.", Modality.POSSIBLE),
        ("The dam might have been old.", Modality.POSSIBLE),
        ("The wall appears to be safe.", Modality.POSSIBLE),
        ("The wall was probably old.", Modality.POSSIBLE),
        ("The company allegedly knew about the cracks.", Modality.REPORTED),
        ("The wall is believed to be safe.", Modality.REPORTED),
        ("Parliament will debate the law.", Modality.FUTURE),
        ("The court is due to meet.", Modality.FUTURE),
        ("The team is going to leave.", Modality.FUTURE),
        ("The town is expected to reopen.", Modality.FUTURE),
        ("If it rains, the wall could break.", Modality.CONDITIONAL),
        ("The march in May was calm.", Modality.ASSERTED),
        ("The team went to see the wall.", Modality.ASSERTED),
    ],
)
def test_how_a_claim_is_put(sentence: str, modality: Modality) -> None:
    assert claims(article(sentence))[0].modality is modality


def test_would_is_a_future_in_what_somebody_said_and_conditional_elsewhere() -> None:
    said = article("Halloran said the wall would be mended.")
    plain = article("The wall would be mended.")

    assert (
        claims(said, Says(source="Halloran", cue="said", content=("the wall would be mended",)))[0].modality
        is Modality.FUTURE
    )
    assert claims(plain)[0].modality is Modality.CONDITIONAL


@pytest.mark.parametrize(
    ("sentence", "checkability"),
    [
        ("The dam broke.", Checkability.FACT),
        ("The wall was 40 years old.", Checkability.FACT),
        ("It was the worst flood since 1950.", Checkability.FACT),
        ("The decision was wrong.", Checkability.OPINION),
        ("The minister should resign.", Checkability.OPINION),
        ("The minister rightly resigned.", Checkability.OPINION),
        ("It was a disgraceful decision.", Checkability.OPINION),
        ("A strong wind blew.", Checkability.FACT),
        ("Parliament will debate the law.", Checkability.FORECAST),
        ("Why was nobody warned?", Checkability.QUESTION),
    ],
)
def test_what_can_be_checked(sentence: str, checkability: Checkability) -> None:
    assert claims(article(sentence))[0].checkability is checkability

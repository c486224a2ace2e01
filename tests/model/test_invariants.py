"""What must hold of the model is checked once, when a thing is built."""

from dataclasses import FrozenInstanceError, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from reporter.model import (
    Article,
    Attribution,
    Claim,
    Flag,
    Grain,
    Interval,
    Paragraph,
    ParagraphKind,
    PublicationTime,
    QuoteType,
    Severity,
    Span,
    Stance,
    SummarySentence,
    TimelineEntry,
    TimelineKind,
    Voice,
)
from tests.samples import SAMPLE_TEXT, sample_brief


def paragraph(start: int, end: int) -> Paragraph:
    return Paragraph(span=Span(start=start, end=end), kind=ParagraphKind.BODY)


def test_the_model_is_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        sample_brief().article.text = "other"  # type: ignore[misc]


@pytest.mark.parametrize(
    "paragraphs", [(paragraph(0, 4), paragraph(3, 6)), (paragraph(4, 6), paragraph(0, 3)), (paragraph(0, 99),)]
)
def test_paragraphs_stand_in_order_apart_and_inside_the_text(paragraphs: tuple[Paragraph, ...]) -> None:
    with pytest.raises(ValueError, match="paragraph"):
        Article(text="The dam.", language="en", paragraphs=paragraphs)


def test_a_dateline_lies_inside_its_paragraph() -> None:
    with pytest.raises(ValueError, match="inside its paragraph"):
        Paragraph(span=Span(start=5, end=9), kind=ParagraphKind.BODY, dateline=Span(start=0, end=6))


@pytest.mark.parametrize(
    ("instant", "zone"),
    [
        (datetime(2021, 3, 17, tzinfo=UTC), "UTC"),
        (datetime(2021, 3, 16, tzinfo=UTC), None),
        (datetime.fromisoformat("2021-03-16"), "UTC"),
    ],
)
def test_an_instant_of_publication_falls_on_its_day_and_has_a_zone_exactly_when_one_is_known(
    instant: datetime, zone: str | None
) -> None:
    with pytest.raises(ValueError, match="instant"):
        PublicationTime(day=date(2021, 3, 16), instant=instant, zone=zone)


def test_an_interval_begins_before_it_ends() -> None:
    moment = datetime(2021, 3, 16, tzinfo=UTC)

    with pytest.raises(ValueError, match="begin < until"):
        Interval(begin=moment, until=moment, grain=Grain.DAY)


def test_only_a_refusal_to_comment_has_no_content() -> None:
    empty: dict[str, Any] = {"source": (), "cue": (), "content": (), "quote_type": QuoteType.INDIRECT, "frame": "none"}

    assert Attribution(id="a1", **empty, stance=Stance.REFUSING).content == ()
    with pytest.raises(ValueError, match="needs content"):
        Attribution(id="a1", **empty)


def test_a_claim_stands_somewhere() -> None:
    with pytest.raises(ValueError, match="somewhere"):
        Claim(id="c1", text="It broke", spans=(), sentence=Span(start=0, end=1), paragraph=0)


def test_a_claim_belongs_to_the_innermost_of_those_who_tell_it() -> None:
    relayed = next(claim for claim in sample_brief().claims if len(claim.chain) > 1)

    assert relayed.source_id == relayed.chain[-1].source_id


STRANGERS: dict[str, dict[str, Any]] = {
    "claim": {"summary": (SummarySentence(text="It broke.", claim_ids=("c99",)),)},
    "time": {"timeline": (TimelineEntry(kind=TimelineKind.SAID, interval=None, label="-", text="-", time_id="t99"),)},
    "source": {"voices": (Voice(source_id="s99", attributions=1, claims=1, characters=1, share=1.0),)},
}


@pytest.mark.parametrize("kind", STRANGERS)
def test_a_brief_names_only_what_it_holds(kind: str) -> None:
    with pytest.raises(ValueError, match=f"names a {kind}"):
        replace(sample_brief(), **STRANGERS[kind])


def test_a_brief_has_no_two_things_with_one_id() -> None:
    brief = sample_brief()
    twin = Flag(id=brief.flags[0].id, code="X", severity=Severity.LOW, message="-", clears="-", ground="-")

    with pytest.raises(ValueError, match="two flags"):
        replace(brief, flags=(*brief.flags, twin))


def test_every_span_of_the_sample_brief_gives_back_the_words_it_stands_for() -> None:
    brief = sample_brief()

    assert all(time.span.of(SAMPLE_TEXT) == time.text for time in brief.times)
    assert all(
        quantity.span.of(SAMPLE_TEXT) == quantity.text for claim in brief.claims for quantity in claim.quantities
    )
    assert all(claim.text == " ".join(span.of(SAMPLE_TEXT) for span in claim.spans) for claim in brief.claims)
    assert all(claim.sentence.contains(span) for claim in brief.claims for span in claim.spans)

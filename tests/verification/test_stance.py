"""Where a headline stands to a claim: for it, against it, or only passing it on. It says nothing of what is true."""

import re

import pytest

from reporter.attribution import find_attributions
from reporter.languages import language_pack
from reporter.model import Settings
from reporter.verification.stance import StanceRule, Standing, Telling, Verdict, stance
from tests.dates.stories import article, parser

PACK = language_pack("en")
WORDS = PACK.stance

PORT = "Varden has bought the port of Orrin"
WELL = "A well in Orrin sings at night"
DEAD = "The diver Ole Brandt is dead"


def telling(text: str) -> Telling:
    story, parse = next(parser().parse_many([article(text, None)]))
    attributions, _ = find_attributions(story, parse, PACK.attribution, Settings())
    return Telling(parse, attributions=attributions)


def held(claim: str, headline: str) -> Verdict:
    return stance(telling(claim), telling(headline), WORDS)


@pytest.mark.parametrize("rule", WORDS.rules, ids=lambda rule: rule.name)
def test_a_row_sees_what_its_examples_show_and_nothing_else(rule: StanceRule) -> None:
    for example in rule.examples:
        bare = re.sub(r"[\[\]]", "", example)
        start = example.index("[")
        wanted = (start, example.index("]") - 1)
        assert wanted in [match.span() for match in rule.expression.finditer(bare)], example
    for text in rule.nothing:
        if rule.is_about_story:  # grammar tells a fake story from a fake passport
            assert held("Pair held after ferry landed", text).rule != rule.name
        else:
            assert not rule.expression.search(text), text


@pytest.mark.parametrize(
    ("claim", "headline"),
    [
        (PORT, "Varden buys port of Orrin"),
        (PORT, "Port of Orrin sold to Varden"),
        (PORT, "Why Varden bought the port of Orrin"),
        (PORT, "No doubt: Varden has bought the port of Orrin"),
        (PORT, "Varden buys port of Orrin in May"),
        (PORT, "Varden buys port, reports profit of 3 million"),
        (WELL, "The well in Orrin that sings at night"),
        (WELL, "You'll never guess what this well does at night"),
        (DEAD, "Diver Ole Brandt dies at sea"),
        (DEAD, "Ole Brandt, diver, dead at 40"),
        ("The crown in the museum is a fake", "Museum shows fake crown"),
        ("The mayor did not sign the law", "Mayor has not signed law"),
        ("The photo of the flood is a hoax", "Photo of flood is a hoax, museum finds"),
        ("Rebels may leave the town", "Rebels may leave the town by May"),
        ("Is the bell of gold?", "Is the bell of gold?"),
    ],
)
def test_the_same_told_with_no_mark_is_for_it(claim: str, headline: str) -> None:
    assert held(claim, headline).standing is Standing.FOR


@pytest.mark.parametrize(
    ("claim", "headline"),
    [
        (PORT, "Varden denies buying port of Orrin"),
        (PORT, "Varden did not buy the port of Orrin"),
        (PORT, "No, Varden has not bought the port of Orrin"),
        (PORT, "Sale of port of Orrin to Varden a hoax"),
        (PORT, "Fake letter tells of sale of port of Orrin"),
        (PORT, "Tale of Orrin's port and Varden debunked"),
        (PORT, "Orrin council rejects claim of port sale"),
        (PORT, "Port of Orrin sold to Varden? Not true"),
        (WELL, "There is no evidence that a well sings in Orrin"),
        (WELL, "Singing well of Orrin was made up by a boy"),
        (WELL, "Experts doubt that the well of Orrin sings"),
        (WELL, "The singing well of Orrin: an urban legend"),
        (DEAD, "Diver Ole Brandt found alive"),
        (DEAD, "Ole Brandt survives: diver safe in harbour"),
        (DEAD, "Despite rumours, diver Ole Brandt is alive"),
    ],
)
def test_a_denial_is_against_it(claim: str, headline: str) -> None:
    assert held(claim, headline).standing is Standing.AGAINST


@pytest.mark.parametrize(
    ("claim", "headline"),
    [
        (PORT, "Varden reportedly buys port of Orrin"),
        (PORT, "Varden to buy port of Orrin, report says"),
        (PORT, "Has Varden bought the port of Orrin?"),
        (PORT, "Port of Orrin sold to Varden: minister"),
        (PORT, "Mayor: Varden has bought the port of Orrin, sources say"),
        (PORT, "Rumour: port of Orrin sold to Varden"),
        (PORT, "Varden may have bought the port of Orrin"),
        (PORT, "Varden in talks to buy port of Orrin"),
        (PORT, "Varden refuses to confirm or deny purchase of Orrin port"),
        (WELL, "Singing well of Orrin: real or fake?"),
        (WELL, "Boy claims well in Orrin sings at night"),
        (WELL, "Mystery of the singing well of Orrin"),
        (DEAD, "Diver Ole Brandt feared dead"),
        (DEAD, "Diver Ole Brandt dead, witnesses say"),
        (DEAD, "Ole Brandt, the diver, allegedly dead"),
    ],
)
def test_passing_it_on_or_leaving_it_open_is_observing(claim: str, headline: str) -> None:
    assert held(claim, headline).standing is Standing.OBSERVING


@pytest.mark.parametrize(
    ("headline", "rule", "words"),
    [
        ("Varden denies buying port of Orrin", "denies", "denies"),
        ("Varden reportedly buys port of Orrin", "hearsay", "reportedly"),
        ("Varden may have bought the port of Orrin", "possible", "may"),
    ],
)
def test_a_verdict_names_its_rule_and_the_words(headline: str, rule: str, words: str) -> None:
    verdict = held(PORT, headline)

    assert verdict.rule == rule
    assert [span.of(headline) for span in verdict.words] == [words]
    assert f"“{words}”" in verdict.reason


def test_a_verdict_without_a_mark_says_so() -> None:
    verdict = held(PORT, "Varden buys port of Orrin")

    assert (verdict.rule, verdict.words) == ("told", ())
    assert verdict.reason == "It tells the same, with no mark of doubt or denial."

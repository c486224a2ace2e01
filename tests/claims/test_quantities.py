"""Counts and measures: the words, the number, its upper end, what is counted, how firm it is."""

import pytest

from reporter.claims.quantities import find_quantities
from reporter.languages import language_pack
from reporter.model import Bound, Span
from tests.claims.stories import article, parser

EXACT, LEAST, MOST, ABOUT = Bound.EXACT, Bound.AT_LEAST, Bound.AT_MOST, Bound.ABOUT

EXAMPLES = (
    # the words in brackets                                     value    upper  unit                bound
    ("[At least 14 people] died.",                              14,      None,  "people",           LEAST),
    ("Rescue teams counted [17 dead].",                         17,      None,  "dead",             EXACT),
    ("The army destroyed [53 targets].",                        53,      None,  "target",           EXACT),
    ("[One person] died.",                                      1,       None,  "person",           EXACT),
    ("[Twenty-five buses] burned.",                             25,      None,  "bus",              EXACT),
    ("[Two hundred and five people] came.",                     205,     None,  "people",           EXACT),
    ("They stole [a dozen cows].",                              12,      None,  "cow",              EXACT),
    ("[Nearly 2 million refugees] came.",                       2e6,     None,  "refugee",          ABOUT),
    ("[Some 300 fighters] left.",                               300,     None,  "fighter",          ABOUT),
    ("[Up to 12] of them died.",                                12,      None,  None,               MOST),
    ("[No fewer than six ministers] quit.",                     6,       None,  "minister",         LEAST),
    ("[About 20 or so cars] burned.",                           20,      None,  "car",              ABOUT),
    ("It shipped [more than 1,200 tonnes] of grain.",           1200,    None,  "tonne",            LEAST),
    ("The [20-member] council met.",                            20,      None,  "member",           EXACT),
    ("The death toll rose to [45].",                            45,      None,  None,               EXACT),
    ("[Between 20 and 30 soldiers] fled.",                      20,      30,    "soldier",          EXACT),
    ("They saw [10-15 trucks].",                                10,      15,    "truck",            EXACT),
    ("Repairs cost [between 3 and 4 million euros].",           3e6,     4e6,   "EUR",              EXACT),
    ("It cost [US$3-4 million].",                               3e6,     4e6,   "USD",              EXACT),
    ("It saves [between $150 million and $200 million].",       1.5e8,   2e8,   "$",                EXACT),
    ("The bill came to [$3.5bn].",                              3.5e9,   None,  "$",                EXACT),
    ("It paid [£20 million].",                                  2e7,     None,  "GBP",              EXACT),
    ("[Rs 500 crore] was spent.",                               5e9,     None,  "Rs",               EXACT),
    ("It cost [5,000 euros].",                                  5000,    None,  "EUR",              EXACT),
    ("Prices rose by [4%].",                                    4,       None,  "%",                EXACT),
    ("Prices rose [10 per cent].",                              10,      None,  "%",                EXACT),
    ("He won [52.3 percent] of the vote.",                      52.3,    None,  "%",                EXACT),
    ("The rate fell [1.5 percentage points].",                  1.5,     None,  "percentage point", EXACT),
    ("[Nearly a third of the homes] were lost.",                1 / 3,   None,  "home",             ABOUT),
    ("[Two-thirds of MPs] agreed.",                             2 / 3,   None,  "MPs",              EXACT),
    ("[More than half of the town] is flooded.",                0.5,     None,  "town",             LEAST),
    ("[A quarter of a million people] fled.",                   250_000, None,  "people",           EXACT),
    ("[One in five voters] stayed away.",                       0.2,     None,  "voter",            EXACT),
    ("[Dozens] of people fled.",                                None,    None,  "people",           EXACT),
    ("[Hundreds of thousands] of people marched.",              None,    None,  "people",           EXACT),
    ("The blast killed [dozens].",                              None,    None,  None,               EXACT),
    ("[Several] houses burned.",                                None,    None,  "house",            EXACT),
    ("[A considerable portion] of the valley is dark.",         None,    None,  "valley",           EXACT),
    ("[Most] of the roads are closed.",                         None,    None,  "road",             EXACT),
)  # fmt: skip

NOTHING = (
    "The first dam broke.",
    "A 5-year-old boy died.",
    "He was aged 54.",
    "Brandt, 54, said it was late.",
    "An F-16 crashed near Route 66.",
    "They beat Lyon 3-1.",
    "It is one of the oldest dams.",
    "Some people left.",
    "A part of the wall fell.",
    "No one came.",
    "The test scores fell.",
)


def found(sentence: str, *taken: Span) -> list[tuple[str, float | None, float | None, str | None, Bound]]:
    story = article(sentence)
    parse = parser().parse(story)
    numbers = {token.i for span in taken for token in parse.tokens_in(span)}
    quantities = find_quantities(parse.tokens, story.text, numbers, language_pack("en").claims.quantities)
    return [(item.text, item.value, item.upper, item.unit, item.bound) for item in quantities]


@pytest.mark.parametrize(("marked", "value", "upper", "unit", "bound"), EXAMPLES)
def test_a_quantity_is_read_with_its_unit_and_how_firm_it_is(
    marked: str, value: float | None, upper: float | None, unit: str | None, bound: Bound
) -> None:
    words = marked[marked.index("[") + 1 : marked.index("]")]
    expected = pytest.approx(value) if value is not None else None

    assert (words, expected, upper, unit, bound) in found(marked.replace("[", "").replace("]", ""))


@pytest.mark.parametrize("marked", [row[0] for row in EXAMPLES])
def test_no_other_quantity_stands_in_an_example(marked: str) -> None:
    assert len(found(marked.replace("[", "").replace("]", ""))) == 1


@pytest.mark.parametrize("sentence", NOTHING)
def test_ordinals_ages_scores_labels_and_pronouns_are_no_quantities(sentence: str) -> None:
    assert found(sentence) == []


def test_what_is_a_date_is_no_quantity() -> None:
    sentence = "In 24 hours 53 targets were hit."

    assert [row[0] for row in found(sentence, Span(start=3, end=11))] == ["53 targets"]


def test_a_long_line_of_digits_is_read_in_no_time() -> None:
    assert len(found("Paid: " + "7" * 2_000 + " dollars and 3 euros.")) == 1

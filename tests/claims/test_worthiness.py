"""What makes a claim worth a check, and that it says so."""

import pytest

from reporter.claims.worthiness import worthiness_of
from reporter.languages import language_pack
from reporter.model import Worthiness, WorthReason
from tests.dates.stories import article, parser

WORTH = language_pack("en").claims.worth


def worth(sentence: str) -> Worthiness:
    _, parse = next(parser().parse_many([article(sentence, None)]))
    return worthiness_of(parse.tokens, WORTH)


@pytest.mark.parametrize(
    ("worthy", "idle"),
    [
        ("The council cut 40 jobs in the housing department last year.", "We should think about the future of jobs."),
        ("Unemployment in Kelm rose to 9 percent.", "Unemployment is a terrible thing for a family."),
        ("Mayor Falk voted against the flood barrier twice.", "Is Mayor Falk against the flood barrier?"),
        ("The company dumped 300 tonnes of waste in the river.", "Let me come back to the river in a moment."),
        ("Crime fell by half under the last government.", "I believe in law and order."),
        ("The minister told parliament that the bridge was safe.", "I think that the bridge is safe."),
        ("Nurses in Brenn earn less than bus drivers.", "I hope nurses will one day be paid what they deserve."),
        ("The army lost two helicopters in the north.", "If we stay, there could be more losses."),
        ("She signed the contract in May 2012.", "It is what it is."),
        ("The board paid itself 4 million dollars.", "That is wrong, and everybody knows that."),
    ],
)
def test_what_can_be_looked_up_is_worth_more_than_what_cannot(worthy: str, idle: str) -> None:
    assert worth(worthy).score > worth(idle).score + 0.15


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("The council cut 40 jobs.", WorthReason.FIGURE),
        ("Half of the fleet is idle.", WorthReason.FIGURE),
        ("Nurses earn less than drivers.", WorthReason.COMPARISON),
        ("Ada Falk runs the depot in Kelm.", WorthReason.NAMES),
        ("The deficit is a worry.", WorthReason.RECORD),
        ("They closed the ward.", WorthReason.DEED),
        ("She denied it.", WorthReason.SAYING),
        ("The roof gave way.", WorthReason.EVENT),
        ("Who closed the ward?", WorthReason.QUESTION),
        ("They ought to close it.", WorthReason.DUTY),
        ("They will close it.", WorthReason.FORECAST),
        ("Close it now.", WorthReason.ORDER),
        ("I believe him.", WorthReason.BELIEF),
        ("They want peace.", WorthReason.WISH),
        ("They stay if it rains.", WorthReason.CONDITION),
        ("It is cold.", WorthReason.VAGUE),
        ("Thank you all for that.", WorthReason.ASIDE),
        ("It is cold.", WorthReason.SHORT),
    ],
)
def test_each_kind_of_evidence_is_told(sentence: str, reason: WorthReason) -> None:
    assert reason in worth(sentence).reasons


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("The depot opened in 1998.", WorthReason.FIGURE),
        ("One of the doors was open.", WorthReason.FIGURE),
        ("They will close the ward.", WorthReason.DEED),
        ("She believed him.", WorthReason.EVENT),
        ("Close the ward, they said.", WorthReason.ORDER),
        ("He closed it.", WorthReason.BELIEF),
    ],
)
def test_what_only_looks_like_it_is_not_told(sentence: str, reason: WorthReason) -> None:
    assert reason not in worth(sentence).reasons


def test_the_weightiest_reason_comes_first_and_the_score_stays_within_its_bounds() -> None:
    full = worth(
        "The council of Kelm cut 40 jobs, closed 3 schools, sold 12 houses and raised the tax by 9 percent, more than "
        "any other council in the country, the mayor told the court."
    )

    assert full.reasons[0] is WorthReason.FIGURE
    assert full.score == 1.0
    assert worth("?").score == 0.0

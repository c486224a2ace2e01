"""Which published reviews are about a claim of the story, which only look so, and what is said of those that are."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

import pytest

import reporter
from reporter.errors import ServiceError
from reporter.factchecks import Question
from reporter.model import Brief, FactCheck, FactCheckMatch, MatchGround, Settings, Slot, SlotDifference
from reporter.pipeline import Pipeline
from tests.factchecks.made import review

PUBLISHED = "2026-03-10"


@dataclass
class Offers:
    """A provider that offers the same reviews for every claim, and notes what it is asked."""

    reviews: Sequence[FactCheck]
    name: str = "offers"
    most_claims: int = 100
    asked: list[Question] = field(default_factory=list)

    def find(self, question: Question) -> tuple[FactCheck, ...]:
        self.asked.append(question)
        return tuple(self.reviews)


def brief_of(text: str, *reviews: FactCheck) -> Brief:
    article = reporter.read(text, published=PUBLISHED)
    return Pipeline(Settings(), [Offers(reviews)]).brief(article)


@cache
def matched(story: str, claim: str, reviewed: str = "2026-03-08", author: str | None = None) -> FactCheckMatch | None:
    """How a review of `claim` stands to the story's only claim that it could be about."""
    found = brief_of(story, review(claim, reviewed=reviewed, author=author)).fact_checks
    assert len(found) <= 1
    return found[0] if found else None


SCHOOLS = "Mayor Helen Brenn closed three schools in Norvale, teachers said."
VACCINES = "“Vaccines cause autism in small children,” the radio host Owen Tarr said."
TOWER = "The tower is the tallest in Europe, its owner said."
LAWSUIT = "Brenn sued the contractor Pask over the bridge, a clerk said."
BURGLARIES = "The number of burglaries in the north of Norvale fell by 12 percent last year, police said."
KILLED = "Twelve miners were killed at the Ostrow pit on Sunday, the operator said."
DOCKERS = "Two dock workers were killed, the health board said."
ACCOUNTS = "The company had filed its accounts, the owner said."
CREWS = "Fire chief Roke said his crews had searched every flooded house."

ABOUT = [
    (SCHOOLS, "Three schools in Norvale were closed by Mayor Brenn", ()),
    (SCHOOLS, "Helen Brenn closed three schools in Norvale", ()),
    (SCHOOLS, "Claim: Helen Brenn has closed three schools in Norvale", ()),
    (SCHOOLS, "Mayor Helen Brenn closed five schools in Norvale", (Slot.FIGURE,)),
    (SCHOOLS, "Helen Brenn did not close three schools in Norvale", (Slot.NEGATION,)),
    (SCHOOLS, "Helen Brenn never closed schools in Norvale", (Slot.NEGATION,)),
    (SCHOOLS, "Helen Brenn may have closed three schools in Norvale", (Slot.FIRMNESS,)),
    (VACCINES, "Says vaccines cause autism in children", ()),
    (VACCINES, "Vaccines do not cause autism in small children", (Slot.NEGATION,)),
    (TOWER, "The tower is the tallest in Europe", ()),
    (LAWSUIT, "Helen Brenn sued Pask over the bridge", ()),
    (BURGLARIES, "The number of burglaries in the north of Norvale fell by 20 percent last year", (Slot.FIGURE,)),
    (KILLED, "12 miners were killed at the Ostrow pit", ()),
    (KILLED, "30 miners were killed at the Ostrow pit", (Slot.FIGURE,)),
]

ONLY_LOOKS_SO = [
    (SCHOOLS, "Mayor Helen Brenn closed three schools in Ostia", "another place"),
    (SCHOOLS, "Mayor Anna Brenn closed three schools in Norvale", "another person of that name"),
    (SCHOOLS, "Mayor Helen Brenn closed three hospitals in Norvale", "another thing"),
    (SCHOOLS, "Mayor Helen Brenn opened three schools in Norvale", "the opposite deed"),
    (SCHOOLS, "Mayor Helen Brenn visited three schools in Norvale", "another deed"),
    (SCHOOLS, "Three schools closed", "too little"),
    (SCHOOLS, "She closed three schools in Norvale", "nobody knows who"),
    (SCHOOLS, "Helen Brenn closed an account in Norvale", "one verb, two matters"),
    (VACCINES, "Vaccines cause infertility in small children", "another effect"),
    (VACCINES, "Masks cause autism in small children", "another cause"),
    (VACCINES, "Autism causes vaccines", "the other way round"),
    (TOWER, "The tower is the oldest in Europe", "another record"),
    (TOWER, "The bridge is the tallest in Europe", "another thing"),
    (TOWER, "The tower is the tallest in Asia", "another place"),
    (LAWSUIT, "Contractor Pask sued Brenn over the bridge", "the roles are changed"),
    (LAWSUIT, "Brenn sued the contractor Pask over the tunnel", "another matter between them"),
    (BURGLARIES, "The number of burglaries in the south of Norvale fell by 12 percent last year", "another part"),
    (
        BURGLARIES,
        "The number of burglaries in the north of Norvale rose by 12 percent last year",
        "the other direction",
    ),
    (BURGLARIES, "The number of murders in the north of Norvale fell by 12 percent last year", "another crime"),
    (KILLED, "12 miners were killed at the Karsa pit", "another pit"),
    (KILLED, "12 miners were killed in the pit", "any pit"),
    (KILLED, "12 dogs were killed at the Ostrow pit", "no miners"),
    (DOCKERS, "Three dock workers were killed", "dock workers of any port"),
    (DOCKERS, "Two dock workers were killed", "the same words, and still any port"),
    (ACCOUNTS, "The company had filed its accounts", "any company"),
    (CREWS, "His crews had searched every flooded house", "the crews of anybody"),
]


@pytest.mark.parametrize(("story", "claim", "slots"), ABOUT)
def test_a_review_of_the_same_matter_is_shown_with_what_differs(
    story: str, claim: str, slots: tuple[Slot, ...]
) -> None:
    found = matched(story, claim)

    assert found is not None
    assert slots == tuple(one.slot for one in found.differences)
    assert len(found.why) >= 1 + len(slots)


@pytest.mark.parametrize(("story", "claim", "why"), ONLY_LOOKS_SO)
def test_what_only_looks_so_is_not_shown(story: str, claim: str, why: str) -> None:
    assert matched(story, claim) is None, why


def test_a_match_says_what_both_share_and_never_that_they_agree() -> None:
    found = matched(SCHOOLS, "Mayor Helen Brenn closed five schools in Norvale")

    assert found is not None
    assert found.ground is MatchGround.SAME_MATTER
    assert found.shared == ("brenn", "helen", "norvale", "close", "mayor", "school")
    assert found.differences == (SlotDifference(slot=Slot.FIGURE, story="three schools", review="five schools"),)
    assert found.why == (
        "It is about the same matter: both tell of brenn, helen, norvale, close, mayor, school.",
        "The figures differ: three schools here, five schools in the claim as reviewed.",
    )
    everything = " ".join(
        sentence for story, claim, _ in ABOUT if (one := matched(story, claim)) for sentence in one.why
    )
    assert not {"agree", "agrees", "true", "false", "confirms", "refutes"} & set(everything.lower().split())


def test_a_figure_that_both_give_is_named() -> None:
    found = matched(SCHOOLS, "Helen Brenn closed three schools in Norvale")

    assert found is not None
    assert found.figures == ("three schools",)
    assert "Both give three schools." in found.why


def test_the_same_words_are_told_as_such() -> None:
    found = matched(VACCINES, "vaccines cause autism – in small children!!")

    assert found is not None
    assert found.ground is MatchGround.SAME_WORDS


def test_a_negation_is_told_on_the_side_where_it_stands() -> None:
    here = matched(
        "Mayor Helen Brenn did not close three schools in Norvale, teachers said.",
        "Helen Brenn closed three schools in Norvale",
    )
    there = matched(SCHOOLS, "Helen Brenn did not close three schools in Norvale")

    assert here is not None
    assert "This claim is negated, the claim as reviewed is not." in here.why
    assert there is not None
    assert "The claim as reviewed is negated, this one is not." in there.why


def test_what_is_only_possible_is_told_on_the_side_where_it_stands() -> None:
    here = matched(
        "Mayor Helen Brenn may have closed three schools in Norvale, teachers said.",
        "Helen Brenn closed three schools in Norvale",
    )
    there = matched(SCHOOLS, "Helen Brenn may have closed three schools in Norvale")

    assert here is not None
    assert "Here it is told as possible, in the claim as reviewed as a fact." in here.why
    assert there is not None
    assert "In the claim as reviewed it is told as possible, here as a fact." in there.why


def test_his_is_somebody_only_where_the_same_person_speaks() -> None:
    claim = "My crews had searched every flooded house"

    assert (
        matched("“My crews had searched every flooded house,” chief Roke said.", claim, author="Daniel Roke")
        is not None
    )
    assert matched("“My crews had searched every flooded house,” chief Roke said.", claim, author="Ida Lund") is None


def test_a_denial_is_told() -> None:
    found = matched(
        "Mayor Helen Brenn denied that the city had closed three schools in Norvale.",
        "The city closed three schools in Norvale",
    )

    assert found is not None
    assert "Here it is told as a denial, in the claim as reviewed it is not." in found.why


def test_who_says_so_is_told_where_it_differs() -> None:
    same = matched(VACCINES, "Vaccines cause autism in children", author="Owen Tarr, on the radio")
    other = matched(VACCINES, "Vaccines cause autism in children", author="Ida Lund")

    assert same is not None
    assert same.differences == ()
    assert other is not None
    assert [one.slot for one in other.differences] == [Slot.SPEAKER]


def test_i_is_somebody_only_where_the_same_person_speaks() -> None:
    story = "“I closed three schools in Norvale,” Helen Brenn said."
    claim = "I closed three schools in Norvale"

    assert matched(story, claim, author="Helen Brenn") is not None
    assert matched(story, claim, author="Owen Tarr") is None
    assert matched(story, claim) is None


def test_a_review_cannot_be_about_what_came_after_it() -> None:
    story = "Mayor Helen Brenn closed three schools in Norvale on Monday, teachers said."
    claim = "Helen Brenn closed three schools in Norvale"

    assert matched(story, claim, reviewed="2026-03-10") is not None
    assert matched(story, claim, reviewed="2026-02-10") is None
    assert matched(story, claim, reviewed="2019-05-01") is None


def test_two_dated_events_of_different_times_are_two_events() -> None:
    story = "Mayor Helen Brenn closed three schools in Norvale in 2024, teachers said."

    assert matched(story, "Helen Brenn closed three schools in Norvale in 2024", reviewed="2026-03-01") is not None
    assert matched(story, "Helen Brenn closed three schools in Norvale in 2021", reviewed="2026-03-01") is None


def test_an_old_review_of_what_is_still_said_is_shown_with_its_date() -> None:
    found = matched(VACCINES, "Vaccines cause autism in children", reviewed="2011-06-01")

    assert found is not None
    assert found.differences == (SlotDifference(slot=Slot.TIME, story=PUBLISHED, review="2011-06-01"),)
    assert "The times lie apart: 2026-03-10 here, 2011-06-01 for the claim as reviewed." in found.why


def test_a_past_event_without_a_name_is_not_that_of_years_ago() -> None:
    story = "A storm destroyed the wooden bridge and the mill, residents said."

    assert matched(story, "A storm destroyed the old mill and the wooden bridge", reviewed="2026-03-09") is not None
    assert matched(story, "A storm destroyed the old mill and the wooden bridge", reviewed="2019-03-09") is None


def test_a_review_in_another_language_is_left_alone() -> None:
    claim = "Vaccines cause autism in children"

    assert len(brief_of(VACCINES, review(claim, language="en-GB")).fact_checks) == 1
    assert brief_of(VACCINES, review(claim, language="de")).fact_checks == ()


def test_those_that_differ_least_come_first_and_no_more_than_five() -> None:
    same = review("Helen Brenn closed three schools in Norvale", number=50)
    others = [review(f"Helen Brenn closed {count} schools in Norvale", number=count) for count in range(4, 12)]
    found = brief_of(SCHOOLS, *others, same).fact_checks

    assert len(found) == 5
    assert found[0].review == same


def test_opinions_forecasts_and_questions_are_not_looked_up() -> None:
    offers = Offers([review("Helen Brenn will close three schools in Norvale")])
    text = "Helen Brenn will close three schools in Norvale next year, teachers said. “Is it wise?” Owen Tarr asked."
    found = Pipeline(Settings(), [offers]).brief(reporter.read(text, published=PUBLISHED))

    assert found.fact_checks == ()
    assert offers.asked == []


def test_a_review_changes_neither_status_nor_flags_nor_summary() -> None:
    with_review = brief_of(SCHOOLS, review("Helen Brenn closed three schools in Norvale", rating="False"))
    without = brief_of(SCHOOLS)

    assert len(with_review.fact_checks) == 1
    assert with_review.assessments == without.assessments
    assert with_review.flags == without.flags
    assert with_review.summary == without.summary
    assert with_review.check_first == without.check_first


class Refuses(Offers):
    def find(self, question: Question) -> tuple[FactCheck, ...]:
        super().find(question)
        raise ServiceError("factchecks-not-asked", "The office is closed.", "Come back tomorrow.")


class Fails(Offers):
    def find(self, question: Question) -> tuple[FactCheck, ...]:
        raise KeyError("somewhere")


def test_a_provider_that_fails_costs_neither_the_brief_nor_the_others() -> None:
    refuses, fails = Refuses([], name="office"), Fails([], name="plug-in")
    good = Offers([review("Vaccines cause autism in children")])
    article = reporter.read(f"{VACCINES}\n\n{SCHOOLS}", published=PUBLISHED)
    brief = Pipeline(Settings(), [refuses, fails, good]).brief(article)
    problems = {one.provider: one.problem for one in brief.fact_check_sources}

    assert [match.provider for match in brief.fact_checks] == ["offers"]
    assert len(refuses.asked) == 1
    assert problems["office"] == "The office is closed. Come back tomorrow."
    assert problems["plug-in"] is not None
    assert "KeyError" in problems["plug-in"]
    assert problems["offers"] is None


def test_only_the_claims_most_worth_a_check_are_asked_where_there_are_more() -> None:
    offers = Offers([], most_claims=1)
    article = reporter.read(f"{VACCINES}\n\n{SCHOOLS}", published=PUBLISHED)
    brief = Pipeline(Settings(), [offers]).brief(article)

    assert len(offers.asked) == 1
    assert brief.fact_check_sources[0].claims == 1


def test_the_order_of_reviews_and_providers_changes_nothing_but_who_is_named() -> None:
    reviews = [review(f"Helen Brenn closed {count} schools in Norvale", number=count) for count in range(2, 9)]

    assert brief_of(SCHOOLS, *reviews).fact_checks == brief_of(SCHOOLS, *reversed(reviews)).fact_checks


def test_strange_reviews_are_read_as_calmly_as_any() -> None:
    strange = [
        "?",
        "…",
        "VACCINES CAUSE AUTISM " * 200,
        "vaccines\u202e cause autism\u0301 in\u200b children",
        "“”",
        "Vaccines cause autism in children <script>alert(1)</script>",
        "Says",
    ]
    brief = brief_of(VACCINES, *(review(text, number=number) for number, text in enumerate(strange)))

    assert {match.claim_id for match in brief.fact_checks} <= {claim.id for claim in brief.claims}

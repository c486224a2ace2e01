"""What to check first: the gravest before the rest, nothing twice, not too much."""

from reporter.model import Severity, Span
from tests.brief.made import brief, claim, find, flag, story

HIGH, MEDIUM, LOW = Severity.HIGH, Severity.MEDIUM, Severity.LOW
ARTICLE = story("The dam broke.", "The mayor left.", "The rain stopped.", "The river fell.")
CLAIMS = tuple(
    claim(n, ARTICLE, words, sentence=f"{words}.")
    for n, words in enumerate(("The dam broke", "The mayor left", "The rain stopped", "The river fell"), 1)
)


def span(words: str) -> tuple[Span, ...]:
    return (find(ARTICLE.text, words),)


def test_severity_comes_first() -> None:
    found = brief(
        ARTICLE,
        claims=CLAIMS,
        flags=(flag(1, "HED-VERB", LOW), flag(2, "SRC-PARTY", MEDIUM), flag(3, "ATT-NONE", HIGH)),
    )

    assert [item.flag_ids for item in found.check_first] == [("f3",), ("f2",), ("f1",)]


def test_among_equals_accusations_and_figures_come_first() -> None:
    found = brief(
        ARTICLE,
        claims=CLAIMS,
        flags=(flag(1, "NAM-VARIANT", HIGH), flag(2, "NUM-CLASH", HIGH), flag(3, "LEG-ACCUSE", HIGH)),
    )

    assert [item.flag_ids for item in found.check_first] == [("f3",), ("f2",), ("f1",)]


def test_among_equals_the_top_of_the_story_comes_first() -> None:
    found = brief(
        ARTICLE,
        claims=CLAIMS,
        flags=(
            flag(1, "ANON-BARE", HIGH, claims=("c4",), spans=span("The river")),
            flag(2, "ATT-NONE", HIGH, claims=("c1",), spans=span("The dam")),
        ),
    )

    assert [item.flag_ids for item in found.check_first] == [("f2",), ("f1",)]
    assert "top of the story" in found.check_first[0].why


def test_flags_of_one_code_are_one_item_that_quotes_the_places() -> None:
    found = brief(
        ARTICLE,
        claims=CLAIMS,
        flags=(
            flag(1, "ATT-NONE", HIGH, claims=("c1",), spans=span("The dam broke"), message="No source."),
            flag(2, "ATT-NONE", HIGH, claims=("c2",), spans=span("The mayor left"), message="No source either."),
            flag(3, "ATT-NONE", HIGH, claims=("c3",), spans=span("The rain stopped"), message="None here."),
        ),
    )

    assert [item.flag_ids for item in found.check_first] == [("f1", "f2", "f3")]
    assert found.check_first[0].what == "No source. 2 more places: “The mayor left” and “The rain stopped”."
    assert found.check_first[0].claim_ids == ("c1", "c2", "c3")


def test_lesser_flags_on_the_same_claim_are_taken_in() -> None:
    found = brief(
        ARTICLE,
        claims=CLAIMS,
        flags=(
            flag(1, "ANON-OPINION", HIGH, claims=("c2",)),
            flag(2, "DAT-VAGUE", LOW, claims=("c2",), message="“soon” gives no date."),
        ),
    )

    assert [item.flag_ids for item in found.check_first] == [("f1", "f2")]
    assert "“soon” gives no date." in found.check_first[0].why


def test_no_flag_stands_in_two_items_and_there_are_at_most_twelve() -> None:
    flags = tuple(flag(n, f"CODE-{n}", MEDIUM, claims=(f"c{n % 4 + 1}", f"c{(n + 1) % 4 + 1}")) for n in range(1, 31))
    found = brief(ARTICLE, claims=CLAIMS, flags=flags)
    listed = [number for item in found.check_first for number in item.flag_ids]

    assert len(found.check_first) == 12
    assert len(listed) == len(set(listed))


def test_every_item_says_what_and_why_and_what_would_settle_it() -> None:
    found = brief(ARTICLE, claims=CLAIMS, flags=(flag(1, "ATT-NONE", HIGH, claims=("c3",)),))

    assert [(item.what, item.why) for item in found.check_first] == [
        (
            "Something is odd about ATT-NONE.",
            "Do not publish before it is settled. What would settle it: a record.",
        )
    ]

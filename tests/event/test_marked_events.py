"""Made-up events, marked by hand: origins, copies, agreements, clashes, denials, supersedings and loops."""

from collections.abc import Iterator
from typing import Any

import pytest

from reporter.model import Aspect, Match, Tie
from tests.event.stories import NAMES, brief, event, keys, spec, told

Mark = list[str]


def cases(kind: str) -> list[Any]:
    return [
        pytest.param(name, one, id=f"{name}-{number}")
        for name in NAMES
        for number, one in enumerate(spec(name)["expected"].get(kind, ()))
    ]


def claim(name: str, mark: Mark) -> tuple[str, str]:
    """The id of the story and of the claim that holds the marked words."""
    key, words = mark
    found = [one.claim.id for one in told(name)[key].accounts if words in " ".join(one.claim.text.split())]
    assert len(found) == 1, f"{words!r} stands in {len(found)} claims of {key}"
    return event(name).ids[keys(name).index(key)], found[0]


def tied(name: str, first: Mark, second: Mark) -> Iterator[tuple[Tie, bool]]:
    """How the two stand, and whether the first of the tie is the first mark."""
    one, other = claim(name, first), claim(name, second)
    for match in event(name).matches:
        for tie in match.ties:
            pair = place(match, tie.first), place(match, tie.second)
            if set(pair) == {one, other}:
                yield tie.tie, pair[0] == one


def place(match: Match, number: int) -> tuple[str, str]:
    return match.accounts[number].story_id, match.accounts[number].claim_id


@pytest.mark.parametrize("name", NAMES)
def test_the_origins_are_as_marked(name: str) -> None:
    by_id = dict(zip(event(name).ids, keys(name), strict=True))
    found = {frozenset(by_id[one] for one in origin.story_ids) for origin in event(name).origins}

    assert {frozenset(one) for one in spec(name)["expected"]["origins"]} == found


@pytest.mark.parametrize("name", NAMES)
def test_the_copy_tree_is_as_marked(name: str) -> None:
    by_id = dict(zip(event(name).ids, keys(name), strict=True))
    found = {(by_id[one.of_story_id], by_id[one.story_id]) for one in event(name).copies if one.share}

    assert {tuple(one) for one in spec(name)["expected"]["copies"]} == found


@pytest.mark.parametrize("name", NAMES)
def test_shared_quotations_are_as_marked(name: str) -> None:
    by_id = dict(zip(event(name).ids, keys(name), strict=True))
    found = {frozenset(by_id[one.story_id] for one in quote.places) for quote in event(name).quotes}

    assert {frozenset(one) for one in spec(name)["expected"]["shared_quotes"]} == found


@pytest.mark.parametrize("name", NAMES)
def test_loops_are_as_marked(name: str) -> None:
    found = [sorted(loop.outlets) for loop in event(name).loops]

    assert spec(name)["expected"]["loops"] == found


@pytest.mark.parametrize(("name", "pair"), cases("agree"))
def test_these_accounts_agree(name: str, pair: list[Mark]) -> None:
    assert [tie for tie, _ in tied(name, *pair)] == [Tie.AGREES]


@pytest.mark.parametrize(("name", "pair"), cases("differ"))
def test_these_accounts_differ(name: str, pair: list[Mark]) -> None:
    assert [tie for tie, _ in tied(name, *pair)] == [Tie.DIFFERS]


@pytest.mark.parametrize(("name", "pair"), cases("deny"))
def test_the_second_denies_the_first(name: str, pair: list[Mark]) -> None:
    assert list(tied(name, *pair)) == [(Tie.DENIES, False)]


@pytest.mark.parametrize(("name", "pair"), cases("supersede"))
def test_the_second_replaces_the_first(name: str, pair: list[Mark]) -> None:
    assert list(tied(name, *pair)) == [(Tie.REPLACES, False)]


@pytest.mark.parametrize(("name", "pair"), cases("apart"))
def test_these_are_not_about_one_thing(name: str, pair: list[Mark]) -> None:
    assert list(tied(name, *pair)) == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_else_differs_denies_or_replaces(name: str) -> None:
    """What is marked is all that there is: a false clash is worse than a missed agreement."""
    expected = spec(name)["expected"]
    marked = {
        frozenset((claim(name, first), claim(name, second)))
        for kind in ("differ", "deny", "supersede")
        for first, second in expected.get(kind, ())
    }
    found = {
        frozenset((place(match, tie.first), place(match, tie.second)))
        for match in event(name).matches
        for tie in match.ties
        if tie.tie is not Tie.AGREES
    }

    assert marked == found


@pytest.mark.parametrize(("name", "mark"), cases("statuses"))
def test_the_status_is_as_marked(name: str, mark: list[Any]) -> None:
    key, words, status, origins = mark
    story_id, claim_id = claim(name, [key, words])
    story = next(one for one in brief(name).stories if one.id == story_id)
    found = next(one for one in story.brief.assessments if one.claim_id == claim_id)

    assert found.status.value == status
    assert origins is None or found.origins == origins


@pytest.mark.parametrize(("name", "mark"), cases("flags"))
def test_the_story_has_the_flag(name: str, mark: list[str]) -> None:
    assert mark[1] in codes(name, mark[0])


@pytest.mark.parametrize(("name", "mark"), cases("no_flags"))
def test_the_story_does_not_have_the_flag(name: str, mark: list[str]) -> None:
    assert mark[1] not in codes(name, mark[0])


def codes(name: str, key: str) -> set[str]:
    story = brief(name).stories[keys(name).index(key)]
    for flag in story.brief.flags:
        assert all(span.end <= len(story.brief.article.text) for span in flag.spans)
    return {flag.code for flag in story.brief.flags}


@pytest.mark.parametrize(
    ("first", "second", "aspect"),
    [
        (["wire", "troops shelled the school"], ["post", "Rebels shelled the school"], Aspect.ACTOR),
        (["wire", "plane crashed near Brevik"], ["post", "plane crashed near Alta"], Aspect.PLACE),
        (["wire", "plane crashed near Brevik"], ["radio", "plane crashed near Brevik"], Aspect.TIME),
    ],
)
def test_a_difference_without_a_figure_says_in_what(first: Mark, second: Mark, aspect: Aspect) -> None:
    name = "who-and-where"
    pair = {claim(name, first), claim(name, second)}
    ties = [(match, tie) for match in event(name).matches for tie in match.ties]

    found = [tie.aspect for match, tie in ties if {place(match, tie.first), place(match, tie.second)} == pair]
    assert found == [aspect]

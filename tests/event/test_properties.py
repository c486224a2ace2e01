"""What holds for any stories: the order in which they are given, a second run, and hostile input change nothing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from reporter.event import Event, Telling, group
from reporter.languages.en import ENGLISH
from reporter.model import EventBrief, Settings, Tie
from reporter.pipeline import Pipeline
from reporter.schema import event_from_json, event_to_json
from tests.event.stories import NAMES, article, articles, brief, event, event_of, told

LEAD = "The mill at {town} burned down on Monday, the {town} fire brigade said.\n\nNobody was hurt, it said."


def made(text: str, publisher: str, hours: int = 0) -> Telling:
    published = datetime(2024, 3, 5, 6, tzinfo=UTC) + timedelta(hours=hours)
    story = {"text": text, "published": published.isoformat(), "publisher": publisher}
    from tests.event.stories import telling

    return telling(article(story, publisher))


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_the_stories_changes_nothing(name: str) -> None:
    tellings = list(told(name).values())

    for order in permutations(tellings):
        assert event_of(order) == event(name)


@pytest.mark.parametrize("name", NAMES)
def test_the_order_changes_no_byte_of_the_brief(name: str) -> None:
    turned = Pipeline(Settings()).event(tuple(reversed(articles(name).values())))

    assert event_to_json(turned) == event_to_json(brief(name))


@pytest.mark.parametrize("name", NAMES)
def test_a_brief_of_an_event_survives_its_json(name: str) -> None:
    data = event_to_json(brief(name))

    assert event_from_json(data) == brief(name)
    assert event_to_json(event_from_json(data)) == data


def test_the_order_of_the_stories_does_not_change_the_groups() -> None:
    everything = [one for name in NAMES for one in articles(name).values()]
    turned = list(reversed(everything))

    def texts(given: list[object]) -> set[frozenset[str]]:
        return {frozenset(given[place].text for place in one.members) for one in group(given, ENGLISH.event)}  # type: ignore[attr-defined,arg-type]

    assert texts(everything) == texts(turned)  # type: ignore[arg-type]


def test_the_marked_events_are_told_apart() -> None:
    """All events in one batch: each story finds its own, though some were published in different years."""
    names = [name for name in NAMES for _ in articles(name)]
    groups = group([one for name in NAMES for one in articles(name).values()], ENGLISH.event)

    assert len(groups) == len(NAMES)
    assert all(len({names[place] for place in one.members}) == 1 for one in groups)


@pytest.mark.parametrize("name", NAMES)
def test_spans_count_into_the_story_that_they_are_named_with(name: str) -> None:
    one = brief(name)
    texts = {story.id: story.brief.article.text for story in one.stories}
    places = [(place.story_id, span) for quote in one.quotes for place in quote.places for span in place.spans]
    places += [(copy.story_id, span) for copy in one.copies for span in copy.spans]
    places += [(cited.story_id, span) for cited in one.citations for span in cited.spans]
    places += [(row.story_id, row.quantity.span) for table in one.figures for row in table.rows]

    assert places
    assert all(0 < len(span.of(texts[story])) == len(span) for story, span in places)
    for table in one.figures:
        assert all(row.quantity.span.of(texts[row.story_id]) == row.quantity.text for row in table.rows)


def check(one: Event) -> None:
    """What no input may break."""
    assert len(one.ids) == len(one.elsewhere)
    assert sorted(story for origin in one.origins for story in origin.story_ids) == sorted(one.ids)
    for copy in one.copies:
        assert copy.story_id != copy.of_story_id
        assert 0 <= copy.share <= 1
    for match in one.matches:
        assert match.accounts[0].tie is None
        assert match.origins <= len(match.accounts)


def test_one_story_sent_in_fifty_times_is_one_origin() -> None:
    one = event_of([made(LEAD.format(town="Orsk"), "Orsk Herald")] * 50)
    check(one)

    assert len(one.origins) == 1
    assert all(tie.tie is Tie.AGREES for match in one.matches for tie in match.ties)
    assert all(match.origins <= 1 for match in one.matches)


def test_fifty_papers_that_print_one_wire_are_one_origin() -> None:
    text = LEAD.format(town="Orsk") + (
        "\n\nThe mill had stood on the river for two hundred years and had ground the flour of the whole valley until "
        "the railway came and took the trade to the coast."
    )
    one = event_of([made(text, f"Paper {number}", number) for number in range(50)])
    check(one)

    assert len(one.origins) == 1
    assert {copy.of_story_id for copy in one.copies} == {"A"}


def test_two_hundred_prints_of_one_story_are_one_origin() -> None:
    one = made(LEAD.format(town="Orsk"), "Orsk Herald")
    event_ = event_of([replace(one, article=replace(one.article, publisher=f"Paper {n}")) for n in range(200)])
    check(event_)

    assert len(event_.origins) == 1


def test_papers_that_cite_one_another_in_a_circle_are_one_ring() -> None:
    papers = ["Alder Post", "Birch Post", "Cedar Post", "Dogwood Post", "Elm Post"]
    tellings = [
        made(f"The mayor of Orsk has resigned, according to the {papers[(at + 1) % len(papers)]}.", paper, at)
        for at, paper in enumerate(papers)
    ]
    one = event_of(tellings)
    check(one)

    assert [loop.outlets for loop in one.loops] == [tuple(papers)]
    assert len(one.origins) == 1
    assert [match.origins for match in one.matches] == [1]


def test_a_paper_that_cites_itself_is_no_ring() -> None:
    tellings = [
        made("The mayor of Orsk has resigned, according to the Alder Post.", "Alder Post"),
        made("The mayor of Orsk has resigned, according to the Alder Post.", "Birch Post", 2),
    ]
    one = event_of(tellings)
    check(one)

    assert one.loops == ()


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "“a",
        "“a" * 200,
        "42",
        "said " * 300,
        "Orsk.\n\n" * 100,
        "0\u0000\u202e”“ said 7 people were killed",
        "A" * 5000,
    ],
)
def test_strange_stories_beside_a_plain_one_do_no_harm(text: str) -> None:
    check(event_of([made(LEAD.format(town="Orsk"), "Orsk Herald"), made(text, text[:20].strip() or "-", 3)]))


def test_stories_without_a_date_can_be_held_together() -> None:
    pipeline = Pipeline(Settings(undated=True))
    from reporter.ingest import read_text

    texts = [LEAD.format(town="Orsk"), "The mill at Orsk burned down, the mayor said. Three people were killed."]
    stories = [read_text(text, layout=ENGLISH.layout, settings=Settings(undated=True)) for text in texts]
    one = pipeline.event(stories)

    assert isinstance(one, EventBrief)
    assert event_from_json(event_to_json(one)) == one

"""Which stories tell of one event."""

from datetime import date, timedelta

from reporter.event import group
from reporter.event.grouping import COMPARED_ALL
from reporter.languages.en import ENGLISH
from reporter.model import Article
from tests.event.stories import article

MILL = (
    "The old paper mill at Orsk burned down on Monday night, the Orsk fire brigade said.\n\n"
    "Flames rose above the river until dawn, and the roof of the mill fell in."
)
MILL_AGAIN = (
    "Nothing is left of the paper mill in Orsk after the fire of Monday night.\n\n"
    "The flames were seen across the river in Tamm, and the mill had no roof in the morning."
)
ELECTION = (
    "Voters in Orsk chose a new council on Sunday, and the Greens gained two seats.\n\n"
    "Turnout was higher than ever, the electoral office said."
)


def told(text: str, day: date = date(2024, 3, 5), publisher: str = "The Lantern") -> Article:
    return article({"text": text, "published": day.isoformat(), "publisher": publisher})


def groups(*given: Article) -> list[tuple[int, ...]]:
    return sorted(tuple(sorted(one.members)) for one in group(given, ENGLISH.event))


def test_two_stories_of_one_fire_are_one_event() -> None:
    assert groups(told(MILL), told(MILL_AGAIN)) == [(0, 1)]


def test_two_events_of_one_town_are_two() -> None:
    assert groups(told(MILL), told(ELECTION)) == [(0,), (1,)]


def test_the_same_kind_of_event_in_two_towns_is_two() -> None:
    assert len(groups(told(MILL), told(MILL.replace("Orsk", "Velm")))) == 2


def test_what_lies_weeks_apart_is_two_events() -> None:
    assert len(groups(told(MILL), told(MILL_AGAIN, date(2024, 4, 5)))) == 2


def test_a_running_topic_is_not_one_event_because_each_day_is_like_the_next() -> None:
    days = [told(MILL, date(2024, 3, 1) + timedelta(days=4 * number)) for number in range(10)]

    for members in groups(*days):
        published = [days[place].published for place in members]
        assert (max(one.day for one in published if one) - min(one.day for one in published if one)).days <= 10


def test_groups_say_what_their_stories_share_names_first() -> None:
    (one,) = group([told(MILL), told(MILL_AGAIN)], ENGLISH.event)

    assert one.shared[0] == "orsk"
    assert {"mill", "paper", "river"} <= set(one.shared)


def test_many_stories_are_grouped_as_few_are() -> None:
    """Beyond a few dozen each story is held against its nearest only."""
    towns = [
        f"{first}{last}" for first in ("Bar", "Kel", "Mor", "Tas", "Wen") for last in ("holm", "wick", "stad", "ford")
    ]
    given = [
        told(text.replace("Orsk", town).replace("Tamm", f"Old {town}"))
        for town in towns
        for text in (MILL, MILL_AGAIN, MILL)
    ]
    assert len(given) > COMPARED_ALL
    assert groups(*given) == [(3 * at, 3 * at + 1, 3 * at + 2) for at in range(len(towns))]

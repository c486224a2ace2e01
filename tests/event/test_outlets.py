"""Who is meant by an outlet's name, whom a credit line names, and which outlets cite one another in a ring."""

import pytest

from reporter.event.outlets import Outlets, credit_of, key_of, rings
from reporter.languages.en import ENGLISH
from tests.event.stories import article, telling

WORDS = ENGLISH.event
PAPERS = ("The Wendel Echo", "Wend Valley Mercury", "Radio Wendel", "Bay Echo")


def outlets() -> Outlets:
    return Outlets([telling(article(story(paper))) for paper in PAPERS], WORDS)


def story(publisher: str, text: str = "The mill at Orsk burned down, the brigade said.") -> dict[str, str]:
    return {"text": text, "published": "2024-03-05", "publisher": publisher}


@pytest.mark.parametrize(
    ("name", "own", "key"),
    [
        ("the Wendel Echo", None, "wendel echo"),
        ("Mercury", None, "wend valley mercury"),
        ("the Echo", "wendel echo", "wendel echo"),
        ("the Echo", None, None),
        ("the Standard", None, None),
        ("…", None, None),
    ],
)
def test_a_name_means_the_one_outlet_that_it_fits(name: str, own: str | None, key: str | None) -> None:
    assert outlets().called(name, own) == key


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("(Wend Valley Mercury)", "wend valley mercury"),
        ("By staff and agencies", None),
        ("Orsk News Agency", "orsk news agency"),
    ],
)
def test_a_credit_line_names_an_agency(line: str, outlet: str | None) -> None:
    one = telling(article(story("The Wendel Echo", f"The mill at Orsk burned down, the brigade said.\n\n{line}")))
    credit = credit_of(one, "wendel echo", outlets(), ["orsk news agency"])

    assert credit is not None
    assert credit.outlet == outlet


@pytest.mark.parametrize(
    "line", ["The Wendel Echo", "The agency had asked for more men before the fire began on Monday."]
)
def test_no_credit_line_is_seen_where_there_is_none(line: str) -> None:
    one = telling(article(story("The Wendel Echo", f"The mill at Orsk burned down, the brigade said.\n\n{line}")))

    assert credit_of(one, "wendel echo", outlets(), []) is None


def test_an_outlet_is_known_without_its_article() -> None:
    assert key_of("The Wendel  Echo!", WORDS) == "wendel echo"


def test_two_rings_are_found_and_what_leads_to_them_is_none() -> None:
    edges = {"a": ["b"], "b": ["a"], "c": ["a", "d"], "d": ["e"], "e": ["f"], "f": ["d"], "g": ["g"]}

    assert rings(edges) == (frozenset("ab"), frozenset("def"))


def test_a_chain_of_ten_thousand_is_no_ring_and_no_stack() -> None:
    edges = {str(number): [str(number + 1)] for number in range(10_000)}

    assert rings(edges) == ()
    assert len(rings({**edges, "10000": ["0"]})[0]) == 10_001

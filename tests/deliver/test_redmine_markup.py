"""Notes for Redmine; what they look like there, test_redmine.py asks a real one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.deliver.tickets.redmine_markup import as_note


def seen(note: str) -> str:
    return note.replace("\u2060", "")


def test_plain_words_stay_as_they_are() -> None:
    words = "Fourteen died, said Zoë Ødegård (“we do not know”) - R&D fell 5%, AT&T rose to 3 + 4; at -5 (+01:00)."

    assert seen(as_note(words)) == words


def test_lists_are_those_of_all_formats_and_stand_alone() -> None:
    assert seen(as_note("Top:\n- one\n-  two\nEnd")) == "Top:\n\n* one\n* two\n\nEnd"


def test_paragraphs_stay_apart() -> None:
    assert as_note("One.\n\nTwo.\r\n\r\n- Three.\n\nFour.\n") == "One.\n\nTwo.\n\n* Three.\n\nFour."


@pytest.mark.parametrize(
    "address",
    [
        "https://courier.example/2026/03/_a_-b~c?x=1&y=2",
        "http://courier.example:8080/",
        "www.courier.example",
    ],
)
@pytest.mark.parametrize("around", ["{}", "See {}.", "({})", "{}, {}!"])
def test_addresses_stay_as_they_are(address: str, around: str) -> None:
    assert as_note("A " + around.format(address, address)) == "A " + around.format(address, address)


@pytest.mark.parametrize(
    "address",
    ["https://a.example/{{toc}}", "https://a.example/@chief", "https://a.example/x*y*", "https://a.example/&lt;"],
)
def test_an_address_with_signs_of_markup_is_no_link(address: str) -> None:
    assert as_note(address).startswith("\u2060https\u2060://")


@given(st.text())
def test_any_text_makes_a_note(text: str) -> None:
    note = as_note(text)

    assert not any(sign in note for sign in ("{{", "[[", "<", "\\", "`", "_", "\r", "\x00"))

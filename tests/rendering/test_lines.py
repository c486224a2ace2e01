"""Text on one line, fit for any file."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reporter.rendering.lines import cut, one_line

ANY = st.text(alphabet=st.characters(exclude_categories=()), max_size=40)


@given(ANY)
def test_one_line_can_stand_in_xml_and_in_utf_8(text: str) -> None:
    element = etree.Element("text")
    element.text = one_line(text)

    assert one_line(text).encode().decode() == element.text
    assert len(one_line(text).splitlines()) <= 1


@given(ANY)
def test_one_line_of_one_line_is_the_same(text: str) -> None:
    assert one_line(text) == one_line(one_line(text))


@given(ANY, st.integers(min_value=3, max_value=30))
def test_a_cut_is_no_longer_than_asked(text: str, limit: int) -> None:
    assert len(cut(text, limit)) <= limit

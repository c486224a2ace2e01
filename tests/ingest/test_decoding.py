"""From bytes to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.errors import InputError, ReporterError
from tests.ingest.reading import from_bytes

STORY = (
    "Café fire — “nobody hurt”\r\n\r\nThe county said on Tuesday that the café on the quay had burned for £2,000.\r\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_a_story_is_the_same_in_every_encoding_and_keeps_its_line_ends(encoding: str) -> None:
    article = from_bytes(STORY.encode(encoding))

    assert article.text == STORY
    assert article.headline == "Café fire — “nobody hurt”"


def test_a_byte_order_mark_is_not_part_of_the_text() -> None:
    article = from_bytes(b"\xef\xbb\xbf" + STORY.encode())

    assert article.text.startswith("Café")
    assert article.paragraphs[0].span.start == 0


@pytest.mark.parametrize("encoding", ["cp1250", "mac_roman", "shift_jis"])
def test_a_page_is_read_in_the_charset_that_it_declares(encoding: str) -> None:
    words = {"cp1250": "Łódź", "mac_roman": "Café", "shift_jis": "東京"}[encoding]
    page = (
        f"<html><head><meta http-equiv='Content-Type' content='text/html; charset={encoding}'></head><body><article>"
        f"<p>The council of {words} met on Tuesday and voted to leave the union of ports, it said.</p>"
        f"<p>The mayor of {words} did not reply to a question about the cost of the plan on Tuesday.</p>"
        "</article></body></html>"
    )

    assert f"The council of {words} met" in from_bytes(page.encode(encoding)).text


def test_other_old_encodings_are_recognised() -> None:
    text = "Пожар в порту Порт-Эллери продолжался вторые сутки, сообщили во вторник власти округа. " * 5

    assert from_bytes(text.encode("cp1251")).text == text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not-an-article"),
        (b" \r\n\t \xc2\xa0", "not-an-article"),
        (b"\xef\xbb\xbf", "not-an-article"),
        (b"... --- ...", "not-an-article"),
        (b"%PDF-1.7\n1 0 obj", "binary-input"),
        (b"PK\x03\x04\x14\x00", "binary-input"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary-input"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "binary-input"),
        (bytes(range(32)) * 200, "binary-input"),
        (b"\x00" * 5000, "binary-input"),
        (b"\x00\x01\x02\x03abc" * 900, "binary-input"),
        (("“Nobody was hurt” — café. " * 9).encode() + b"\xe2\x80", "bad-encoding"),
        (b"\xff\xfea", "bad-encoding"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        from_bytes(data)

    assert caught.value.code == code
    assert caught.value.remedy


def test_a_stray_nul_stays_where_it_is() -> None:
    article = from_bytes(b"A fire burned\x00 all night, the county said.\n" + b"Nobody was hurt, it said. " * 9)

    assert "burned\x00 all" in article.text
    assert len(article.paragraphs) == 2


@given(st.binary(max_size=300))
def test_any_bytes_give_an_article_or_an_error_of_ours(data: bytes) -> None:
    try:
        article = from_bytes(data)
    except ReporterError:
        return
    assert all(paragraph.span.end <= len(article.text) for paragraph in article.paragraphs)

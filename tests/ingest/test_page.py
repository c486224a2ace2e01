"""Web pages."""

import socket
from typing import Any

import pytest

from reporter.errors import AnchorError, InputError
from reporter.ingest.page import is_page, other_markup
from reporter.model import EvidenceKind, Settings
from tests.ingest.reading import from_bytes, kinds, outline

STRICT = Settings()
BODY = (
    "<p>The county said on Tuesday that six hundred people had been moved from their homes in the old town.</p>"
    "<p>Fire crews from three towns worked until dawn, and the flames were stopped before a second shed.</p>"
    "<p>“It is contained, but it is not out,” said the fire chief, Daniel Roke, at the harbour gate.</p>"
)
LINKED_DATA = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
{"@type": "WebPage", "name": "x"}, {"@type": ["NewsArticle"], "headline": "Fire at the harbour &amp; after",
"datePublished": "2024-05-14T18:40:00+01:00", "dateModified": "2024-05-20T18:40:00+01:00",
"author": [{"@type": "Person", "name": "Jane Doe"}, {"@type": "Person", "name": "John Roe"}],
"publisher": {"@type": "Organization", "name": "Coast Wire"}}]}</script>"""


def page(head: str = LINKED_DATA, body: str = BODY, language: str = "en-GB") -> bytes:
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">'
        f'<title>Fire at the harbour | Coast Wire</title><link rel="canonical" href="https://wire.example/fire">{head}'
        "</head><body><nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
        f"<main><article><h1>Fire at the harbour</h1>{body}</article></main>"
        "<footer><p>© 2024 Coast Wire</p></footer></body></html>"
    ).encode()


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: Any, **named: Any) -> None:
        raise AssertionError("a page was read over the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_a_page_gives_its_story_and_what_its_json_ld_says() -> None:
    article = from_bytes(page(), settings=STRICT)

    assert kinds(article) == ["headline", "body", "body", "body"]
    assert article.headline == "Fire at the harbour & after"
    assert article.byline == "Jane Doe, John Roe"
    assert article.publisher == "Coast Wire"
    assert article.url == "https://wire.example/fire"
    assert article.published is not None
    assert article.published.value == "2024-05-14T18:40:00+01:00"
    assert article.published.evidence[0].kind is EvidenceKind.METADATA
    assert article.published.evidence[0].detail == "JSON-LD datePublished"


def test_the_url_that_is_given_wins_over_the_canonical_one() -> None:
    assert from_bytes(page(), url="https://wire.example/given").url == "https://wire.example/given"


@pytest.mark.parametrize(
    ("head", "body", "value"),
    [
        ('<meta property="article:published_time" content="2024-05-14T10:00:00Z">', "", "2024-05-14T10:00:00+00:00"),
        ('<meta name="pubdate" content="14 May 2024">', "", "2024-05-14"),
        ("", '<time datetime="2024-05-14">Tuesday</time>', "2024-05-14"),
        ("", "<p>Published: 14 May 2024 18:40 BST</p>", "2024-05-14T18:40:00+01:00"),
    ],
)
def test_other_places_of_a_page_date_it_too(head: str, body: str, value: str) -> None:
    article = from_bytes(page(head=head, body=body + BODY), settings=STRICT)

    assert article.published is not None
    assert article.published.value == value


def test_metadata_and_dateline_that_disagree_stop_the_run() -> None:
    with pytest.raises(AnchorError) as caught:
        from_bytes(page(body=BODY.replace("<p>", "<p>LONDON, 2 May (AP) — ", 1)), settings=STRICT)

    assert caught.value.code == "conflicting-dates"


def test_two_publication_dates_in_the_metadata_stop_the_run() -> None:
    other = '<meta property="article:published_time" content="2021-05-14T10:00:00Z">'
    with pytest.raises(AnchorError) as caught:
        from_bytes(page(head=LINKED_DATA + other), settings=STRICT)

    assert caught.value.code == "conflicting-dates"


def test_a_modification_contradicts_nothing() -> None:
    head = LINKED_DATA.replace("2024-05-20", "2025-05-20")

    assert from_bytes(page(head=head), settings=STRICT).published is not None


def test_captions_of_figures_are_kept_as_captions() -> None:
    figure = (
        '<figure><img src="http://wire.example/x.jpg"><figcaption>Smoke over the quay on Tuesday. '
        "Photograph: Jane Doe/Coast Pictures</figcaption></figure>"
    )
    article = from_bytes(page(body=figure + BODY))
    caption = next(paragraph for paragraph in article.paragraphs if paragraph.kind.value == "caption")

    assert caption.credit is not None
    assert caption.credit.of(article.text) == "Photograph: Jane Doe/Coast Pictures"


def test_a_page_in_another_language_says_so() -> None:
    with pytest.raises(InputError) as caught:
        from_bytes(page(language="fr-FR"))

    assert caught.value.code == "unsupported-language"


def test_broken_json_ld_is_left_out() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle",,}</script>'
        f'<script type="application/ld+json">{"[" * 100_000}</script>' + LINKED_DATA
    )

    assert from_bytes(page(head=head)).byline == "Jane Doe, John Roe"


def test_scripts_frames_and_outside_resources_are_left_alone() -> None:
    hostile = (
        "<script>document.write('evil')</script><script src='http://127.0.0.1:9/x.js'></script>"
        "<iframe src='file:///etc/passwd'></iframe><link rel=stylesheet href='http://127.0.0.1:9/x.css'>"
        "<img src='file:///etc/passwd'><object data='http://127.0.0.1:9/x'></object>"
    )
    article = from_bytes(page(body=hostile + BODY))

    assert "evil" not in article.text
    assert "root:" not in article.text
    assert "six hundred people" in article.text


def test_entities_of_a_document_type_are_not_expanded() -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">'
        '<!ENTITY f SYSTEM "file:///etc/passwd">]><html lang="en"><body><article><p>&b; &f;</p>'
        f"{BODY}</article></body></html>"
    )
    article = from_bytes(bomb.encode())

    assert "aaaaaaaaaa" not in article.text
    assert "root:" not in article.text


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<div>" * 100_000 + BODY + "</div>" * 100_000, "not-an-article"),
        ("<p " + " ".join(f"a{k}=1" for k in range(100_000)) + ">x</p>" + BODY, "not-an-article"),
        ("<p " + " ".join(f"a{k}='>'" for k in range(100_000)) + ">x</p>" + BODY, "not-an-article"),
        ("<div><div>x</div></div>" * 40_000 + BODY, "too-large"),
        ("<p>" + "The county said so on Tuesday. " * 60_000 + "</p>", "too-large"),
    ],
    ids=["nested", "attributes", "quoted-attributes", "elements", "text"],
)
def test_pages_made_to_hang_are_refused(body: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        from_bytes(page(body=body))

    assert caught.value.code == code


@pytest.mark.parametrize("body", ["", "<script>var x = 1;</script>"])
def test_a_page_without_a_story_is_refused(body: str) -> None:
    with pytest.raises(InputError) as caught:
        from_bytes(f"<html><body>{body}</body></html>".encode())

    assert caught.value.code == "not-an-article"


def test_unclosed_tags_do_no_harm() -> None:
    assert "six hundred people" in from_bytes(page(body="<b><i><p>" * 300 + BODY)).text


def test_the_same_page_gives_the_same_article() -> None:
    assert from_bytes(page()) == from_bytes(page())


@pytest.mark.parametrize(
    ("text", "is_html"),
    [
        ("<!doctype html><p>x", True),
        ("\n<!-- saved -->\n<html><body>x", True),
        ("<p>One thing.</p>\n<p>Another thing.</p>", True),
        ("A <b>bold</b> move by the council.", False),
        ("<b>Bold</b> at the start of a text.", False),
        ("<p> is the tag for a paragraph.", False),
        ("Prices < 5 and > 3", False),
    ],
)
def test_a_page_is_told_from_a_text_with_tags(text: str, is_html: bool) -> None:
    assert is_page(text) is is_html


def test_other_xml_is_named_and_refused() -> None:
    feed = '<?xml version="1.0"?>\n<!-- made today -->\n<rss version="2.0"><channel/></rss>'

    assert other_markup(feed) == "rss"
    with pytest.raises(InputError) as caught:
        from_bytes(feed.encode())

    assert caught.value.code == "not-an-article"
    assert "rss" in caught.value.message


def test_a_text_that_shows_markup_stays_as_it_is() -> None:
    text = "The memo said <script>alert(1)</script> and &amp; no more, the county said.\n"

    assert outline(from_bytes(text.encode())) == [("body", text.strip())]


def test_a_date_far_ahead_is_read_like_any_other_since_no_clock_is() -> None:
    article = from_bytes(page(head='<meta name="date" content="2080-01-02">'), settings=STRICT)

    assert article.published is not None
    assert article.published.value == "2080-01-02"


def test_the_day_in_an_address_serves_where_the_page_is_silent() -> None:
    article = from_bytes(page(head=""), url="https://wire.example/2024/05/14/fire", settings=STRICT)

    assert article.published is not None
    assert article.published.value == "2024-05-14"
    assert article.published.evidence[0].detail == "htmldate"

"""The words of a story in Jira: no sign of its wiki markup is left, and a document holds them as they are."""

from __future__ import annotations

import random
import re
from html import unescape

import pytest

from reporter.deliver.tickets.jira_markup import as_document, as_wiki, file_as_wiki

WORDS = (
    "[~chief] told [desk|http://127.0.0.1] and [^file.pdf] that @chief fled",
    "!http://127.0.0.1/a.png! !a.png|thumbnail!",
    "{color:red}red{color} {code} {noformat} {quote} {{mono}} {panel}",
    "*bold* _it_ -gone- +new+ ^up^ ~down~ ??cited?? what??",
    "h1. No heading",
    "bq. No quotation",
    "# No list",
    "* No list",
    "- No list in the list",
    "|| no || table |",
    "----",
    "said -- and --- said",
    "\\\\ \\* \\",
    ":) :( :P :D ;) (y) (n) (i) (/) (x) (!) (+) (-) (?) (on) (*) (*r)",
    "http://e.org www.e.org mailto:a@b.org ftp://e.org file://x",
    "DESK-7 and COVID-19, 2-1, well-known, -5 degrees, 10:30",
    "<b>bold</b> <script>alert(1)</script> &lt;b&gt; &copy; &#35;1 R&D",
    "“We do not know,” the minister (Ödegård) said.",
)
REFERENCE = re.compile(r"&#\d+;")
MARKUP = re.compile(
    r"[\\*_+^~{}\[\]!|<>@#&]|\([^\s()]{1,8}\)|--|(?:^|\s)-|-(?:\s|$)|\?\?|\w:[^\s\d]|:[DPp]|^h[1-6]\.|^bq\.|[A-Z]-\d",
    re.MULTILINE,
)
SIGNS = (
    "* _ + - ^ ~ ?? { } {code} [ ] [~a] ( ) ! !a! | || \\ & &#42; < > @ # : :D ; ;) h1. bq. A-1 http://e.org x é 1 --"
)


def bare(wiki: str) -> str:
    """What is left when references and our own signs of lists are taken away: where a reference was, an x remains."""
    return REFERENCE.sub("x", re.sub(r"(?m)^\* ", "", wiki))


@pytest.mark.parametrize("words", WORDS)
def test_words_are_shown_as_they_were_written_and_no_sign_is_left(words: str) -> None:
    wiki = as_wiki(f"First.\n- {words}")

    assert unescape(wiki) == f"First.\n* {words}"
    assert not MARKUP.search(bare(wiki)), wiki
    assert unescape(as_wiki(words)) == re.sub("^- ", "* ", words)


def test_signs_mixed_by_chance_leave_no_markup() -> None:
    chance = random.Random(7)
    pieces = SIGNS.split() + [" "] * 10
    for _ in range(3000):
        words = " ".join("".join(chance.choices(pieces, k=chance.randint(1, 8))).split()) or "x"
        wiki = as_wiki(f"- {words}")
        assert unescape(bare(wiki)) == bare(wiki)
        assert unescape(wiki) == f"* {words}"
        assert not MARKUP.search(bare(wiki)), (words, wiki)
        assert not re.search(r";-?\)|:-?[)(DPp]", wiki), (words, wiki)


def test_figures_and_words_with_hyphens_stay_as_they_are() -> None:
    assert as_wiki("At 10:30, 12% (one in eight) of well-known people said (on 2024-05-14): “no” $5.") == (
        "At 10:30, 12% (one in eight) of well-known people said (on 2024-05-14): “no” $5."
    )


def test_a_file_is_linked_where_its_name_is_plain() -> None:
    assert file_as_wiki("2026-03-02-fire.pdf") == "[^2026-03-02-fire.pdf]"
    assert file_as_wiki("a]b|c.pdf") == "a&#93;b&#124;c.pdf"


def test_a_document_has_paragraphs_line_breaks_and_lists() -> None:
    document = as_document("First.\nSecond *x*.\n- one\n- two\n\nLast.\n\n\n- three")
    kinds = [one["type"] for one in document["content"]]
    texts = [part.get("text") for part in document["content"][0]["content"]]

    assert (document["type"], document["version"]) == ("doc", 1)
    assert kinds == ["paragraph", "bulletList", "paragraph", "bulletList"]
    assert texts == ["First.", None, "Second *x*."]
    assert len(document["content"][1]["content"]) == 2


def test_a_document_has_no_empty_text() -> None:
    assert as_document("\n\n- \n \x00\nx")["content"] == [
        {"type": "paragraph", "content": [{"type": "text", "text": "x"}]}
    ]

"""The words of a story on GitHub and GitLab: shown as they were written, with nobody called and nothing closed."""

from __future__ import annotations

import random
import re
from html import unescape

import pytest
from markdown_it import MarkdownIt

from reporter.deliver.tickets.markdown_words import as_markdown, without_references

JOINER = "\u2060"

WORDS = (
    "@chief told @desk and é@chief, as #12, GH-12, !12, desk/news#12 and COVID-19 say",
    "$12 and $12.50, 12% of %12, ~label, ~12, &12, *iteration:12, ^alert#12, [issue:12] [TOC] [[_TOC_]]",
    ":fire: and 10:30:45 and :+1:",
    "*bold* _it_ `code` ~~struck~~ **b** __b__ \\* \\",
    "![a](http://127.0.0.1/a.png) [a](http://127.0.0.1) [a][b] <http://127.0.0.1> http://e.org www.e.org a@b.org",
    "<b>bold</b> <script>alert(1)</script> <!-- hidden --> <details> &lt;b&gt; &copy; &#35;1 R&D",
    "# No heading",
    "> No quotation",
    "1. No list",
    "1) No list",
    "+ No list",
    "- No list in the list",
    "- [ ] no task",
    "--- | ---",
    "---",
    "===",
    "```",
    "~~~",
    "$$",
    ">>>",
    ":::note",
    "/close",
    "/assign @chief",
    "[name]: http://127.0.0.1",
    "{+ put in +} [- taken out -] %{x}",
    "“We do not know,” the minister (Ödegård) said.",
)
SIGNS = r"""
#12 @chief [a](b) ![a](b) [a]: [x] * ** _ __ ` ``` ~ ~~ ~~~ < <b> </b> <!-- --> &amp; &#35; & \ \* \# # ## > | -
- + = === --- 1. 1) : ::: / /close $ $$ $12 !12 %12 %"x" &12 ^ [^1] { } {+ +} :smile: http://e.org/a_b www.e.org
a@b.org GH-1 ( ) ! " ' word é 12
"""

PLAIN = re.compile(r"</?(?:p|ul|li)>|<br ?/?>")


def shown(markdown: str) -> list[str]:
    """The lines that a reader sees. Fails where anything but paragraphs and lists came of the words."""
    html = MarkdownIt("gfm-like", {"linkify": False}).render(markdown)
    lines = [line.strip() for line in unescape(PLAIN.sub("\n", html)).replace(JOINER, "").splitlines()]
    assert "<" not in PLAIN.sub("", html), html
    return [line for line in lines if line]


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("before", ["", "A brief.\n", "A brief.\n\n", "- one\n- "])
def test_words_are_shown_as_they_were_written(words: str, before: str) -> None:
    expected = [line.removeprefix("- ") for line in (before + words).split("\n") if line]

    assert shown(as_markdown(before + words)) == expected


def test_signs_mixed_by_chance_are_shown_as_they_were_written() -> None:
    chance = random.Random(12)
    pieces = SIGNS.split() + [" "] * 30
    for _ in range(3000):
        words = " ".join("".join(chance.choices(pieces, k=chance.randint(1, 8))).split())
        if words:
            assert shown(as_markdown(f"- {words}")) == [words], words


@pytest.mark.parametrize(
    ("words", "reference"),
    [
        ("@chief says", r"@\w"),
        ("see #12 and desk/news#12", r"#\d"),
        ("!12", r"!\d"),
        ("$12", r"\$\d"),
        ("&12", r"&\d"),
        ("~label and %12", r"[~%]\w"),
        ('%"next week"', '%"'),
        ("GH-12, DESK-7", r"[A-Z]-\d"),
        (":smile:", ":smile:"),
        ("[issue:12]", r"\[issue"),
        ("[[page]]", r"\[\["),
        ("[TOC]", r"\[TOC"),
        ("{+ x +} {- y -}", r"\{[+-]"),
        ("*iteration:12", r"\*iteration"),
    ],
)
def test_what_is_shown_holds_no_reference(words: str, reference: str) -> None:
    assert re.search(reference, words)

    html = unescape(MarkdownIt("gfm-like", {"linkify": False}).render(as_markdown(words)))
    assert not re.search(reference, html), html


@pytest.mark.parametrize("words", ["/close", "- /close", "a\n/close", "\n\n /close", "\u2028/close", "a\r/close"])
def test_no_line_begins_with_a_quick_action(words: str) -> None:
    assert not re.search(r"^\s*/", as_markdown(words), re.MULTILINE)


def test_lines_stay_lines_and_lists_stay_lists() -> None:
    text = "First.\nSecond.\n- one\n- two\nLast."

    assert as_markdown(text) == "First.\\\nSecond.\n\n- one\n- two\n\nLast."


def test_a_brief_in_markdown_stays_as_it_is_but_for_its_references() -> None:
    brief = "# Fire\n\n[link](https://e.org/a@b#12) <https://e.org/@c> \\@chief &#39; ![x](a.png)\n\n| a |\n| :---: |\n"

    assert without_references(brief) == brief.replace("\\@", f"\\@{JOINER}")

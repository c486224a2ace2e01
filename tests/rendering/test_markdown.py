"""The brief as Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reporter.model import Brief
from reporter.rendering.markdown import escaped
from tests.rendering.conftest import rendered
from tests.rendering.test_html import one_paragraph


def test_every_claim_and_flag_is_told(brief: Brief) -> None:
    text = rendered(brief, "md").decode()

    assert [claim.text for claim in brief.claims if escaped(claim.text) not in text] == []
    assert [flag.code for flag in brief.flags if flag.code not in text] == []


@pytest.mark.parametrize(
    "words", ["# not a heading", "| a | b |", "<b>bold</b>", "[x](javascript:y)", "*a* _b_ `c` ~~d~~"]
)
def test_the_words_of_a_story_are_only_words(words: str) -> None:
    tokens = MarkdownIt("commonmark").parse(rendered(one_paragraph("A story.", headline=words), "md").decode())
    heading = tokens[1]

    assert {child.type for child in heading.children or ()} <= {"text", "text_special"}
    assert "".join(child.content for child in heading.children or ()) == words


@given(st.text(max_size=60))
def test_escaped_text_reads_as_it_was(text: str) -> None:
    line = " ".join(text.replace("\x00", "").split())
    tokens = MarkdownIt("commonmark").parseInline("x" + escaped(line))

    assert "".join(child.content for child in tokens[0].children or ()) == "x" + line

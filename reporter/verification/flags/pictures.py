"""CAP-HANDOUT: a picture that a party to the story gave."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.model import Article, Paragraph, ParagraphKind, SourceKind, Span
from reporter.verification.findings import Detector, Finding
from reporter.verification.story import Story
from reporter.verification.words import FlagWords

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def detect(story: Story, words: FlagWords) -> Iterator[Finding]:
    for paragraph in story.article.paragraphs:
        if paragraph.kind is not ParagraphKind.CAPTION or paragraph.repeats is not None:
            continue
        yield from _credited(paragraph, story, words)
        yield from _told(paragraph, story, words)


def _credited(paragraph: Paragraph, story: Story, words: FlagWords) -> Iterator[Finding]:
    """A mark of a handout, a state's own agency, or a source of the story in the credit."""
    if paragraph.credit is None:
        return
    text = story.text
    marks = list(_WORD.finditer(text, paragraph.credit.start, paragraph.credit.end))
    handout = next(
        (mark for mark in marks if mark[0] in words.handout_marks or mark[0].lower() in words.handout_words), None
    )
    agency = next((mark for mark in marks if mark[0].lower() in words.state_agencies), None)
    if handout is not None or agency is not None:
        yield Finding(
            code="CAP-HANDOUT",
            spans=(paragraph.credit,),
            values={
                "credit": _bare(story.words(paragraph.credit)),
                "mark": handout[0] if handout is not None else "",
                "agency": agency[0] if agency is not None else "",
            },
            variant="both" if handout and agency else "plain" if handout else "agency",
        )
        return
    party = _party(paragraph.credit, story)
    if party is not None:
        yield Finding(
            code="CAP-HANDOUT",
            spans=(paragraph.credit,),
            values={"credit": _bare(story.words(paragraph.credit)), "party": party},
            variant="party",
        )


def _bare(credit: str) -> str:
    """The credit without the brackets around it."""
    return credit.strip("()[] ")


def _party(credit: Span, story: Story) -> str | None:
    """The name of a source of the story that the credit prints whole."""
    printed = f" {' '.join(word.lower() for word in _WORD.findall(credit.of(story.text)))} "
    for source in story.sources:
        if source.kind not in (SourceKind.ORGANISATION, SourceKind.PERSON):
            continue
        name = " ".join(word.lower() for word in _WORD.findall(source.name) if word.lower() != "the")
        if name and f" {name} " in printed and not _is_publisher(name, story.article):
            return source.name
    return None


def _is_publisher(name: str, article: Article) -> bool:
    return any(name in (own or "").lower() for own in (article.publisher, article.byline, article.credit_line))


def _told(paragraph: Paragraph, story: Story, words: FlagWords) -> Iterator[Finding]:
    """As in "This photo released by the ministry", "a handout picture" in the caption itself."""
    for token in story.parse.tokens_in(paragraph.span):
        if token.lower in words.handout_words and token.dep in ("compound", "amod", "attr", "ROOT", "nmod"):
            yield Finding(code="CAP-HANDOUT", spans=(token.span,), values={"credit": token.text, "mark": token.text})
        elif (
            token.lemma.lower() in words.handout_verbs
            and token.dep == "acl"
            and token.head.lemma.lower() in words.picture_nouns
            and any(child.dep == "agent" for child in token.children)
        ):
            tokens = token.subtree()
            span = Span(start=token.start, end=tokens[-1].end)
            yield Finding(code="CAP-HANDOUT", spans=(span,), values={"credit": story.words(span)}, variant="given")


DETECTORS = (Detector(codes=("CAP-HANDOUT",), detect=detect),)

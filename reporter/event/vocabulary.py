"""The words of a story that tell what it is about, and which of them are names."""

import re
from collections import Counter
from dataclasses import dataclass

from reporter.event.words import EventWords
from reporter.model import Article, ParagraphKind

READ_AT_MOST = 6000
"""Characters of a story that tell what it is about; more are background."""

TOP_PARAGRAPHS = 2

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:…]['\"”’)]*\s+|[\"“„‘(–—]\s*|\n\s*)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """How often each telling word stands in a story, in lower case, which of them are written as names, and which names
    stand in its headline or its first two paragraphs, where the place and the people of an event are told."""

    counts: Counter[str]
    names: frozenset[str]
    top_names: frozenset[str]


def vocabulary(article: Article, words: EventWords) -> Vocabulary:
    """A word is a name where it has a capital that no beginning of a sentence gave it. Headlines, which capitals may
    fill, give words and no names; nor does the last word of the story's own publisher ("told the Herald")."""
    counts: Counter[str] = Counter()
    names: set[str] = set()
    top: set[str] = set()
    read = paragraphs = 0
    headline = article.headline or ""
    counts.update(_telling(headline, words))
    top.update(counts)
    for paragraph in article.paragraphs:
        if not paragraph.has_prose or paragraph.repeats is not None or read > READ_AT_MOST:
            continue
        start = paragraph.dateline.end if paragraph.dateline is not None else paragraph.span.start
        text = article.text[start : min(paragraph.span.end, start + READ_AT_MOST)]
        read += len(text)
        if paragraph.kind is ParagraphKind.HEADLINE and text.strip() == headline.strip():
            continue
        told = _telling(text, words)
        counts.update(told)
        if paragraph.kind is not ParagraphKind.CAPTION and paragraphs < TOP_PARAGRAPHS:
            top.update(told)
            paragraphs += 1
        if paragraph.kind is not ParagraphKind.HEADLINE:
            names.update(_names(text, words))
    outlet = [_plain(word) for word in _WORD.findall(article.publisher or "")][-1:]
    known = frozenset(names & counts.keys()) - frozenset(outlet)
    return Vocabulary(counts=counts, names=known, top_names=known & top)


def _telling(text: str, words: EventWords) -> list[str]:
    return [word for word in map(_plain, _WORD.findall(text)) if len(word) > 2 and word not in words.common_words]


def _plain(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s").rstrip("'-")


def _names(text: str, words: EventWords) -> set[str]:
    found = set()
    for match in _WORD.finditer(text):
        word = match[0]
        if (
            not word[0].isupper()
            or len(word) < 3
            or _OPENS_SENTENCE.search(text[max(0, match.start() - 8) : match.start()])
        ):
            continue
        plain = _plain(word)
        if plain not in words.common_words:
            found.add(plain)
    return found

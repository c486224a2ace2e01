"""QUO-TWICE: one quotation with other words, or with another speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from reporter.model import ParagraphKind
from reporter.verification.findings import Detector, Finding
from reporter.verification.phrasing import shortened
from reporter.verification.quotes import Quotation
from reporter.verification.story import Story
from reporter.verification.words import FlagWords

FEWEST_WORDS = 4
"""Words from which two quotations that agree are one saying, not a phrase that two people share."""

FEWEST_ALIKE = 5
"""Words of the shorter of two quotations from which all but a few the same makes them one saying."""

WORDS_TO_ONE_CHANGE = 4
"""A quotation may differ in one word for each four, and count as the same one altered; more makes another saying."""

MOST_COMPARED = 60
"""Quotations before each one that it is compared with; a real story has fewer."""

MOST_WORDS = 120
"""Words of a quotation that are compared; more than a printed one has."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MARKED = re.compile(r"\[|\]|\.\.\.|…")


@dataclass(frozen=True, slots=True)
class _Saying:
    quotation: Quotation
    words: tuple[str, ...]
    speakers: frozenset[str]
    paragraph: int | None
    is_marked: bool
    """Whether brackets or dots in it own to a change."""


def detect(story: Story, _words: FlagWords) -> Iterator[Finding]:
    sayings: list[_Saying] = []
    for quotation in story.quotations:
        if not story.is_first_telling(quotation.inside):
            continue
        saying = _saying(quotation, story)
        if len(saying.words) < FEWEST_WORDS:
            continue
        for other in sayings[-MOST_COMPARED:]:
            variant = _difference(other, saying)
            if variant is not None:
                yield Finding(
                    code="QUO-TWICE",
                    spans=(other.quotation.outside, saying.quotation.outside),
                    values={
                        "one": shortened(story.words(other.quotation.inside), 80),
                        "other": shortened(story.words(saying.quotation.inside), 80),
                        "who": _who(other, story),
                        "other_who": _who(saying, story),
                    },
                    variant=variant,
                )
                break
        sayings.append(saying)


def _saying(quotation: Quotation, story: Story) -> _Saying:
    text = quotation.inside.of(story.text)
    tokens = story.parse.tokens_in(quotation.inside)
    speakers = frozenset(
        attribution.source_id or story.words(attribution.source[0]).lower()
        for token in tokens
        for attribution in story.covering(token)
        if attribution.source and any(span.overlaps(quotation.inside) for span in attribution.content)
    )
    is_title = story.kind_at(quotation.inside.start) is ParagraphKind.HEADLINE
    return _Saying(
        quotation=quotation,
        words=tuple(word.lower().replace("’", "'") for word in islice(_words_of(text), MOST_WORDS)),
        speakers=frozenset() if is_title else speakers,
        paragraph=story.article.paragraph_at(quotation.inside.start),
        is_marked=_MARKED.search(text) is not None,
    )


def _words_of(text: str) -> Iterator[str]:
    return (match[0] for match in _WORD.finditer(text))


def _difference(one: _Saying, other: _Saying) -> str | None:
    """ "altered", "speakers", or None: the same words by one speaker, or two sayings."""
    are_two = bool(one.speakers) and bool(other.speakers) and one.speakers.isdisjoint(other.speakers)
    if _holds(one.words, other.words) or _holds(other.words, one.words):
        fewest = min(len(one.words), len(other.words))
        return "speakers" if are_two and fewest >= FEWEST_ALIKE else None
    if one.is_marked or other.is_marked:
        return None
    shorter, longer = sorted((one.words, other.words), key=len)
    if len(shorter) < FEWEST_WORDS:
        return None
    is_one_breath = one.paragraph == other.paragraph
    allowed = max(1, len(shorter) // WORDS_TO_ONE_CHANGE)
    if is_one_breath and len(shorter) < 2 * FEWEST_WORDS:
        return None
    if are_two and (len(shorter) < 2 * FEWEST_ALIKE - 2):
        return None
    return "altered" if _best_distance(shorter, longer, allowed) <= allowed else None


def _holds(words: tuple[str, ...], run: tuple[str, ...]) -> bool:
    return any(words[at : at + len(run)] == run for at in range(len(words) - len(run) + 1))


def _best_distance(shorter: tuple[str, ...], longer: tuple[str, ...], allowed: int) -> int:
    """The fewest words changed, left out or added that turn the shorter into a run of the longer.

    Words left out at either end of the longer cost nothing: a headline may quote a part.
    """
    row = [0] * (len(longer) + 1)
    for i, word in enumerate(shorter, start=1):
        above, row = row, [i]
        for j, against in enumerate(longer, start=1):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (word != against)))
        if min(row) > allowed:
            return allowed + 1
    return min(row)


def _who(saying: _Saying, story: Story) -> str:
    names = sorted(
        shortened(speaker if (source := story.source(speaker)) is None else story.called(source), 60)
        for speaker in saying.speakers
    )
    return names[0] if names else ""


DETECTORS = (Detector(codes=("QUO-TWICE",), detect=detect),)

"""The same assertion said twice is one claim that appears twice."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from reporter.model import Article, Claim, hull

_WORD = re.compile(r"[^\W_]{1,60}")
_ALIKE = 0.85
"""How much of the words of two claims must be shared, in order, where one paragraph repeats another loosely."""
_COMPARED = 60
"""Claims of one paragraph that a repeat with other words is held against; more would take time quadratic in them."""


def wording_key(text: str) -> tuple[str, ...]:
    """The words of a claim without case and marks.

    >>> wording_key("“The dam,” he said")
    ('the', 'dam', 'he', 'said')
    """
    return tuple(word.group().casefold() for word in _WORD.finditer(text))


def same_wording(key: Sequence[str], earlier: Sequence[Sequence[str]]) -> int | None:
    """Which of `earlier` says the same as `key`, perhaps with small changes; never with another number in it.

    >>> same_wording(("the", "dam", "broke"), [("nobody", "came"), ("the", "dam", "broke")])
    1
    """
    for number, other in enumerate(earlier):
        if other == key:
            return number
    if len(earlier) > _COMPARED:
        return None
    best: tuple[float, int] | None = None
    for number, other in enumerate(earlier):
        matcher = SequenceMatcher(a=list(other), b=list(key), autojunk=False)
        if matcher.quick_ratio() < _ALIKE or _numbers(other) != _numbers(key):
            continue
        likeness = matcher.ratio()
        if likeness >= _ALIKE and (best is None or likeness > best[0]):
            best = (likeness, number)
    return best[1] if best is not None else None


def _numbers(key: Sequence[str]) -> list[str]:
    return [word for word in key if any(character.isdigit() for character in word)]


def merged_claims(claims: Sequence[Claim], article: Article) -> list[Claim]:
    """`claims` with every repeat turned into an appearance of the claim that it repeats."""
    kept: list[Claim] = []
    by_wording: dict[tuple[tuple[str, ...], tuple[str | None, ...]], int] = {}
    by_paragraph: dict[int, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
    for claim in claims:
        words_of = wording_key(claim.text)
        key = (words_of, tuple(link.source_id for link in claim.chain))
        place = by_wording.get(key)
        repeated = article.paragraphs[claim.paragraph].repeats
        if place is None and repeated is not None:
            told = by_paragraph[repeated]
            twin = same_wording(words_of, [other for other, _ in told])
            place = told[twin][1] if twin is not None else None
        if place is None:
            place = by_wording[key] = len(kept)
            kept.append(claim)
        else:
            known = kept[place]
            kept[place] = replace(known, appearances=(*known.appearances, hull(claim.spans)))
        by_paragraph[claim.paragraph].append((words_of, place))
    return kept

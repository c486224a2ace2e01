"""Which paragraphs say again what an earlier one said, in the same words or nearly."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

NEARLY = 0.8
"""The share of neighbouring word pairs that two paragraphs must have in common: one word changed in a sentence of
twelve still passes, one in ten does not."""

SHORTEST = 6
"""Words. Shorter paragraphs repeat only when they are the same: "He did not reply." is close to much."""

POSTINGS = 4
"""Earlier paragraphs looked at for each word triple, so that a thousand paragraphs cost a thousand times one."""

_Pair = tuple[str, str]
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def find_repeats(texts: Sequence[str], telling_words: Collection[str]) -> tuple[int | None, ...]:
    """For each text the place of the earliest one that it repeats, or None.

    Case, spacing and punctuation do not count. Two that differ in a word with a digit, or in one of `telling_words`
    (negations, number words), are never the same: such a change is news.

    >>> find_repeats(["Fire crews left at dawn.", "Nobody was hurt.", "FIRE crews left at dawn"], ())
    (None, None, 0)
    """
    exact: dict[tuple[str, ...], int] = {}
    by_triple: dict[tuple[str, ...], list[int]] = {}
    pairs: dict[int, Counter[_Pair]] = {}
    telling: dict[int, Counter[str]] = {}
    found: list[int | None] = []
    for number, text in enumerate(texts):
        words = tuple(_WORD.findall(text.casefold().replace("’", "'")))
        original = exact.get(words)
        if original is None and len(words) >= SHORTEST:
            triples = set(zip(words, words[1:], words[2:], strict=False))
            own_pairs = Counter(pairwise(words))
            own_telling = Counter(word for word in words if word in telling_words or any(map(str.isdigit, word)))
            shared = Counter(earlier for triple in triples for earlier in by_triple.get(triple, ()))
            alike = [
                earlier
                for earlier, count in shared.items()
                if count >= len(triples) * _FEWEST_TRIPLES
                and telling[earlier] == own_telling
                and _likeness(pairs[earlier], own_pairs) >= NEARLY
            ]
            original = min(alike, default=None)
            if original is None:
                pairs[number], telling[number] = own_pairs, own_telling
                for triple in triples:
                    postings = by_triple.setdefault(triple, [])
                    if len(postings) < POSTINGS:
                        postings.append(number)
        if words:
            exact.setdefault(words, number if original is None else original)
        found.append(original)
    return tuple(found)


_FEWEST_TRIPLES = 0.3
"""Below this share of common word triples no two texts reach `NEARLY`; it only saves the comparison."""


def _likeness(one: Counter[_Pair], other: Counter[_Pair]) -> float:
    """Dice's coefficient of two bags, 0 to 1."""
    return 2 * (one & other).total() / (one.total() + other.total())

"""Which claim of the new version is which of the old one: the same words first, then the words that tell most."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from reporter.model import Claim

SAME_CLAIM = 0.5
"""Weight of the words that two tellings share, of all their words: below it they are two claims. Two sentences that
share only their subject and their verb of saying stay under it, one figure or one name changed stays above."""

_WORD = re.compile(r"\d[\d.,]*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_FIGURE = "#"
_MOST_COMMON = 0.3
"""Words in a larger share of the claims do not lead to a candidate, unless there are few claims."""
_FEW_CLAIMS = 30


def pair(old: Sequence[Claim], new: Sequence[Claim]) -> list[tuple[int, int]]:
    """Places of claims that are one claim, in the order of the new version; each place is in at most one pair.

    Equal words come first, in their order. Then the likest, while they are like enough: words count by how rare they
    are in both versions (inverse document frequency), and all figures are one word, so that a toll that rises stays
    the same claim. Ties go to what stands nearest.
    """
    return pair_texts([claim.text for claim in old], [claim.text for claim in new])


def pair_texts(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The same for claims of which only the words are known."""
    pairs: list[tuple[int, int]] = []
    waiting: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, text in enumerate(old):
        waiting[words_of(text)].append(place)
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for place, text in enumerate(new):
        same = waiting.get(words_of(text))
        if same:
            pairs.append((same.pop(0), place))
            taken_old.add(pairs[-1][0])
            taken_new.add(place)
    ranked = sorted(
        (-likeness, abs(one - other), one, other)
        for one, other, likeness in _candidates(old, new, taken_old, taken_new)
        if likeness >= SAME_CLAIM
    )
    for _, _, one, other in ranked:
        if one not in taken_old and other not in taken_new:
            pairs.append((one, other))
            taken_old.add(one)
            taken_new.add(other)
    return sorted(pairs, key=lambda found: found[1])


def words_of(text: str) -> tuple[str, ...]:
    """The words of `text` for comparing, in lower case."""
    return tuple(_WORD.findall(text.lower()))


def _telling(text: str) -> frozenset[str]:
    return frozenset(_FIGURE if word[0].isdecimal() else word for word in words_of(text))


def _candidates(
    old: Sequence[str], new: Sequence[str], taken_old: set[int], taken_new: set[int]
) -> Iterable[tuple[int, int, float]]:
    """Pairs of what is left that share a word which is not everywhere, with how like they are, 0 to 1."""
    old_words = {place: _telling(text) for place, text in enumerate(old)}
    new_words = {place: _telling(text) for place, text in enumerate(new)}
    spread = Counter(word for words in (*old_words.values(), *new_words.values()) for word in words)
    count = len(old) + len(new)
    weight = {word: math.log(1 + count / (1 + times)) for word, times in spread.items()}
    most = count * _MOST_COMMON if count > _FEW_CLAIMS else count
    holding: dict[str, list[int]] = defaultdict(list)
    for place, words in old_words.items():
        if place not in taken_old:
            for word in words:
                if spread[word] <= most:
                    holding[word].append(place)
    for other, words in new_words.items():
        if other in taken_new:
            continue
        for one in sorted({place for word in words for place in holding.get(word, ())}):
            yield one, other, _likeness(old_words[one], words, weight)


def _likeness(some: frozenset[str], others: frozenset[str], weight: dict[str, float]) -> float:
    """The weight of the shared words in that of both sets (Dice)."""
    whole = sum(weight[word] for word in some) + sum(weight[word] for word in others)
    return 2 * sum(weight[word] for word in sorted(some & others)) / whole if whole else 0.0

"""Which stories tell of one event.

Candidates are retrieved by their words (BM25); two stories are then one event when they were published within days of
each other, share a name at their top, and have enough of their telling words in common. That only brings them together:
whether their claims agree is for typed slots to say.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from reporter.event.tellings import in_order
from reporter.event.vocabulary import Vocabulary, vocabulary
from reporter.event.words import EventWords
from reporter.model import Article

DAYS_APART = 10
"""Days between the first and the last report of one event that is still news."""

LEAST_LIKENESS = 0.24
"""Cosine of the weighted words. Chosen on made-up stories: those of one event lay at 0.26 and above, those of two
events at 0.19 and below (tests/specs, examples)."""

FEWEST_WORDS = 2
"""Telling words that are no names, in both stories."""

NAME_WEIGHT = 2.0
"""A name tells more of what an event is than another word of its rarity."""

BACKGROUND = 100
"""Stories that are taken to stand behind those given and to hold none of their words: among three stories of one event
its words are common, and still tell most."""

COMPARED_ALL = 40
"""Up to so many stories each is held against each; beyond, against its nearest."""

NEAREST = 24

SHOWN = 8
"""Shared words that are given as the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Places of the stories of one event, by publication, and the words that they share most, names first."""

    members: tuple[int, ...]
    shared: tuple[str, ...]


def group(articles: Sequence[Article], words: EventWords) -> tuple[Group, ...]:
    """The stories by event, each in one group, in the order of their first publication. The order in which they are
    given changes only the places."""
    order = in_order(articles)
    told = [vocabulary(articles[place], words) for place in order]
    weights = _weights(told)
    vectors = [_vector(one, weights) for one in told]
    likeness = {
        (one, other): _cosine(vectors[one], vectors[other])
        for one, other in _candidates(told)
        if _may_be_one(told[one], told[other]) and _near_in_time(articles[order[one]], articles[order[other]])
    }
    members = _merged({pair: value for pair, value in likeness.items() if value >= LEAST_LIKENESS}, articles, order)
    return tuple(
        Group(members=tuple(order[number] for number in own), shared=_shared([told[number] for number in own], weights))
        for own in members
    )


def _merged(
    likeness: dict[tuple[int, int], float], articles: Sequence[Article], order: Sequence[int]
) -> list[list[int]]:
    """Stories joined pair by pair, the likest first, as long as a group stays within the days of one event (a running
    topic is not one event because each of its days is like the next), and two groups only by more than one pair that
    happens to be alike."""
    groups = {number: [number] for number in range(len(order))}
    published = [articles[place].published for place in order]
    days = [None if moment is None else moment.day for moment in published]
    for one, other in sorted(likeness, key=lambda pair: (-likeness[pair], pair)):
        first, second = groups[one], groups[other]
        if first is second:
            continue
        if not _are_tied(first, second, likeness):
            continue
        known = [day for number in (*first, *second) if (day := days[number]) is not None]
        if known and (max(known) - min(known)).days > DAYS_APART:
            continue
        first.extend(second)
        for number in second:
            groups[number] = first
    return sorted({id(own): sorted(own) for own in groups.values()}.values())


def _are_tied(first: Sequence[int], second: Sequence[int], likeness: dict[tuple[int, int], float]) -> bool:
    """Whether as many pairs of the two are alike as half of the smaller has stories."""
    wanted = (min(len(first), len(second)) + 1) // 2
    alike = ((min(one, other), max(one, other)) in likeness for one in first for other in second)
    return sum(1 for _ in islice((1 for is_alike in alike if is_alike), wanted)) == wanted


def shared_words(articles: Sequence[Article], words: EventWords) -> tuple[str, ...]:
    """What the stories have in common, names first."""
    told = [vocabulary(article, words) for article in articles]
    return _shared(told, _weights(told))


def _weights(told: Sequence[Vocabulary]) -> dict[str, float]:
    """Inverse document frequency, with the background counted in."""
    stories = Counter(word for one in told for word in one.counts)
    total = len(told) + BACKGROUND
    return {word: math.log(total / (1 + count)) for word, count in stories.items()}


def _vector(one: Vocabulary, weights: dict[str, float]) -> dict[str, float]:
    raw = {
        word: (1 + math.log(count)) * weights[word] * (NAME_WEIGHT if word in one.names else 1.0)
        for word, count in one.counts.items()
    }
    length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
    return {word: value / length for word, value in raw.items()}


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    small, large = sorted((one, other), key=len)
    return sum(value * large[word] for word, value in small.items() if word in large)


def _may_be_one(one: Vocabulary, other: Vocabulary) -> bool:
    """A name at the top of both, and other words than names: two stories of one town are not one event by its name."""
    if one.top_names.isdisjoint(other.top_names):
        return False
    return len((one.counts.keys() & other.counts.keys()) - one.names - other.names) >= FEWEST_WORDS


def _near_in_time(one: Article, other: Article) -> bool:
    if one.published is None or other.published is None:
        return True
    return abs((one.published.day - other.published.day).days) <= DAYS_APART


def _candidates(told: Sequence[Vocabulary]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing, each once, the lower number first."""
    if len(told) <= COMPARED_ALL:
        yield from ((one, other) for other in range(len(told)) for one in range(other))
        return
    yield from sorted(_nearest(told))


def _nearest(told: Sequence[Vocabulary]) -> set[tuple[int, int]]:
    """Each story with those that BM25 ranks highest for its most telling words."""
    import bm25s

    index = bm25s.BM25(method="lucene")
    texts = [sorted(one.counts.elements()) or ["-"] for one in told]
    index.index(texts, show_progress=False)
    queries = [sorted(one.names)[:60] + [word for word, _ in _most_told(one)] or ["-"] for one in told]
    found, scores = index.retrieve(queries, k=min(NEAREST, len(told)), show_progress=False, n_threads=0)
    return {
        (min(number, int(other)), max(number, int(other)))
        for number, (row, values) in enumerate(zip(found, scores, strict=True))
        for other, value in zip(row, values, strict=True)
        if int(other) != number and value > 0
    }


def _most_told(one: Vocabulary) -> list[tuple[str, int]]:
    return sorted(one.counts.items(), key=lambda item: (-item[1], item[0]))[:40]


def _shared(told: Sequence[Vocabulary], weights: dict[str, float]) -> tuple[str, ...]:
    if len(told) < 2:
        return ()
    stories = Counter(word for one in told for word in one.counts)
    names = Counter(word for one in told for word in one.names)
    common = [word for word, count in stories.items() if count * 2 > len(told) and count > 1]
    common.sort(key=lambda word: (-(names[word] > 1), -stories[word], -weights[word], word))
    return tuple(common[:SHOWN])

"""What the earlier stages found in one story, as far as it is held against others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reporter.model import Account, Article, Attribution, Source, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One story of an event. `quotations` are the runs between its quotation marks, without the marks."""

    article: Article
    sources: tuple[Source, ...]
    attributions: tuple[Attribution, ...]
    accounts: tuple[Account, ...]
    quotations: tuple[Span, ...]
    is_evidence: bool = False

    @property
    def outlet(self) -> str:
        """Who tells it: publisher, agency, or what the user called the file."""
        article = self.article
        return article.publisher or article.credit_line or article.source_name or article.headline or "–"


def rank(article: Article) -> tuple[str, str, str, str]:
    """The place of a story among others: by publication, then by its own words, so that the order in which stories are
    given changes nothing."""
    published = article.published
    moment = "" if published is None else published.value
    return published.day.isoformat() if published else "9999", moment, article.text, article.source_name or ""


def in_order(articles: Sequence[Article]) -> tuple[int, ...]:
    """The places of `articles`, by publication."""
    return tuple(sorted(range(len(articles)), key=lambda place: rank(articles[place])))


def story_ids(count: int) -> tuple[str, ...]:
    """ "A" to "Z", then "AA" and so on.

    >>> story_ids(28)[24:]
    ('Y', 'Z', 'AA', 'AB')
    """
    return tuple(_letters(number) for number in range(count))


def _letters(number: int) -> str:
    head, tail = divmod(number, 26)
    return (_letters(head - 1) if head else "") + chr(ord("A") + tail)


def joined(pairs: Iterable[tuple[str, str]], names: Iterable[str]) -> dict[str, str]:
    """Each of `names` with one that stands for all that `pairs` tie it to: the alphabetically first.

    >>> joined([("b", "a"), ("b", "c")], "abcd")
    {'a': 'a', 'b': 'a', 'c': 'a', 'd': 'd'}
    """
    parents = {name: name for name in names}

    def top(name: str) -> str:
        while parents[name] != name:
            parents[name] = parents[parents[name]]
            name = parents[name]
        return name

    for one, other in pairs:
        low, high = sorted((top(one), top(other)))
        parents[high] = low
    return {name: top(name) for name in parents}

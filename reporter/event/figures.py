"""All figures about one thing, side by side: who gives them, as of when, which were replaced, and how far they lie
apart."""

import math
from collections.abc import Sequence
from datetime import datetime, timedelta

from reporter.event.matching import Pair, Teller
from reporter.event.tellings import Telling, joined
from reporter.model import FigureAccount, FigureTable, Grain, Interval, PublicationTime, Quantity, Tie


def figure_tables(found: Sequence[Pair], tellings: Sequence[Telling], ids: Sequence[str]) -> tuple[FigureTable, ...]:
    """A table for each thing that at least two stories count, in the order of the stories. Figures are of one thing
    where they agree, differ, or replace one another."""
    quantities: dict[str, tuple[Teller, Quantity]] = {}
    links: list[tuple[str, str]] = []
    replaced: set[str] = set()
    for pair in found:
        if pair.first_figure is None or pair.second_figure is None:
            continue
        names = (_name(pair.first, pair.first_figure), _name(pair.second, pair.second_figure))
        quantities.setdefault(names[0], (pair.first, pair.first_figure))
        quantities.setdefault(names[1], (pair.second, pair.second_figure))
        links.append(names)
        if pair.tie is Tie.REPLACES:
            replaced.add(names[1])
    tops = joined(links, quantities)
    groups: dict[str, list[str]] = {}
    for name in sorted(quantities):
        groups.setdefault(tops[name], []).append(name)
    return tuple(
        _table([(*quantities[name], name in replaced) for name in own], tellings, ids)
        for own in sorted(groups.values())
    )


def _name(teller: Teller, quantity: Quantity) -> str:
    """Sorts as the figures stand in the event."""
    return f"{teller.place:06} {quantity.span.start:09} {teller.account.claim.id}"


def _table(
    own: Sequence[tuple[Teller, Quantity, bool]], tellings: Sequence[Telling], ids: Sequence[str]
) -> FigureTable:
    standing = [(teller, quantity) for teller, quantity, is_replaced in own if not is_replaced]
    values = [value for _, quantity in standing for value in (quantity.value, quantity.upper) if value is not None]
    first, quantity = own[0][:2]
    figures = [figure for figure in first.account.figures if figure.quantity == quantity]
    rows = tuple(
        FigureAccount(
            story_id=ids[teller.place],
            claim_id=teller.account.claim.id,
            quantity=number,
            said_by=teller.account.speaker,
            as_of=_as_of(teller, tellings[teller.place]),
            is_replaced=is_replaced,
        )
        for teller, number, is_replaced in own
    )
    return FigureTable(
        unit=quantity.unit or (figures[0].unit if figures else ""),
        told=first.account.claim.text,
        rows=rows,
        low=min((value for value in values if math.isfinite(value)), default=None),
        high=max((value for value in values if math.isfinite(value)), default=None),
    )


def _as_of(teller: Teller, telling: Telling) -> Interval | None:
    """When it was said, else when its story came out."""
    if teller.account.said:
        return teller.account.said[0]
    published = telling.article.published
    return None if published is None else _published(published)


def _published(published: PublicationTime) -> Interval:
    if published.instant is not None:
        return Interval(begin=published.instant, until=published.instant + timedelta(minutes=1), grain=Grain.MINUTE)
    begin = datetime.combine(published.day, datetime.min.time())
    return Interval(begin=begin, until=begin + timedelta(days=1), grain=Grain.DAY)

"""Stories of one event held together: copies, origins, citations, matched claims and figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reporter.event.copies import overlaps
from reporter.event.figures import figure_tables
from reporter.event.matching import Pair, Teller, compare, pairs, tellers
from reporter.event.origins import Lineage, Voices, lineage, outlet_label
from reporter.event.outlets import Credit, Outlets, citations, credit_of, key_of, loops
from reporter.event.quotations import shared_quotes
from reporter.event.tellings import Telling, joined, story_ids
from reporter.event.vocabulary import vocabulary
from reporter.event.words import EventWords
from reporter.model import (
    Aspect,
    Citation,
    ClaimTie,
    Copy,
    CopyGround,
    Elsewhere,
    FigureTable,
    Loop,
    Match,
    MatchedAccount,
    Origin,
    QuoteElsewhere,
    Related,
    RingOfCitations,
    SharedCopy,
    SharedQuote,
    Tie,
)

TIES_AT_MOST = 200
"""Ties of one match that are listed, those that are no agreement first; fifty reprints have a thousand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What several stories of one event say together. `elsewhere` is, for each story in its order, what the others say
    to it."""

    ids: tuple[str, ...]
    outlets: tuple[str, ...]
    origins: tuple[Origin, ...]
    copies: tuple[Copy, ...]
    quotes: tuple[SharedQuote, ...]
    citations: tuple[Citation, ...]
    loops: tuple[Loop, ...]
    matches: tuple[Match, ...]
    figures: tuple[FigureTable, ...]
    elsewhere: tuple[Elsewhere, ...]


def hold_together(tellings: Sequence[Telling], words: EventWords) -> Event:
    """The stories of one event, given in the order of `tellings.in_order`."""
    ids = story_ids(len(tellings))
    outlets = Outlets(tellings, words)
    agencies = {key_of(one.article.credit_line, words) for one in tellings if one.article.credit_line}
    credits_ = tuple(
        credit_of(telling, own, outlets, agencies) for telling, own in zip(tellings, outlets.keys, strict=True)
    )
    quotes = shared_quotes(tellings, ids)
    cited = citations(tellings, ids, outlets)
    rings = loops(cited, ids, tellings, outlets)
    lines = lineage(tellings, ids, outlets, overlaps(tellings), credits_, cited, rings)
    voices = Voices(tellings, ids, outlets, lines, quotes, words)
    names = frozenset(name for one in tellings for name in vocabulary(one.article, words).names)
    keys = [[voices.label(key) for key in own] for own in voices.keys]
    listed = tellers(tellings, keys, names)
    found = pairs(listed, words)
    things = _things(listed, found)
    labels: dict[tuple[int, str], str | None] = {teller.ident: teller.key for teller in listed}
    by_thing = _by_thing(things, found)
    matches: list[Match] = []
    for own, ties in zip(things, by_thing, strict=True):
        labels.update(_labels(own, outlets, voices))
        matches.append(_match(f"m{len(matches) + 1}", own, ties, labels, ids, words))
    related = _related(found, tellings, labels)
    return Event(
        ids=ids,
        outlets=tuple(telling.outlet for telling in tellings),
        origins=lines.origins,
        copies=lines.copies,
        quotes=quotes,
        citations=cited,
        loops=rings,
        matches=tuple(matches),
        figures=figure_tables(found, tellings, ids),
        elsewhere=tuple(
            Elsewhere(
                related=related[place],
                origins={
                    claim_id: label for (at, claim_id), label in labels.items() if at == place and label is not None
                },
                copies=_shared_copies(place, tellings, lines, credits_),
                quotes=_shared_quotes(place, ids, tellings, quotes),
                rings=_rings(ids[place], cited, rings),
            )
            for place in range(len(tellings))
        ),
    )


def _things(listed: Sequence[Teller], found: Sequence[Pair]) -> tuple[tuple[Teller, ...], ...]:
    """The accounts of each thing, in the order of the stories."""
    names = {teller.ident: str(number).zfill(9) for number, teller in enumerate(listed)}
    tied = {ident for pair in found for ident in (pair.first.ident, pair.second.ident)}
    tops = joined(((names[pair.first.ident], names[pair.second.ident]) for pair in found), names.values())
    groups: dict[str, list[Teller]] = {}
    for teller in listed:
        if teller.ident in tied:
            groups.setdefault(tops[names[teller.ident]], []).append(teller)
    return tuple(tuple(own) for own in groups.values())


def _by_thing(things: Sequence[Sequence[Teller]], found: Sequence[Pair]) -> list[list[Pair]]:
    """The pairs of each thing."""
    places = {teller.ident: number for number, own in enumerate(things) for teller in own}
    result: list[list[Pair]] = [[] for _ in things]
    for pair in found:
        result[places[pair.first.ident]].append(pair)
    return result


def _labels(own: Sequence[Teller], outlets: Outlets, voices: Voices) -> dict[tuple[int, str], str | None]:
    """The origin of each account of one thing. Who gives another outlet's word has the origin of that outlet's own
    account, so that a ring of outlets is one origin."""
    keys = {teller.ident: teller.key for teller in own}
    by_outlet: dict[str, list[str]] = {}
    for teller in own:
        if teller.key is not None:
            by_outlet.setdefault(outlets.keys[teller.place], []).append(teller.key)
    ties = []
    for teller in own:
        cited = voices.cited_outlet(teller.place, teller.account)
        if cited is not None:
            ties += [(outlet_label(cited), key) for key in by_outlet.get(cited, ())]
    known = {key for key in keys.values() if key is not None} | {key for tie in ties for key in tie}
    tops = joined(ties, sorted(known))
    return {ident: None if key is None else tops[key] for ident, key in keys.items()}


def _match(
    identifier: str,
    own: Sequence[Teller],
    found: Sequence[Pair],
    labels: Mapping[tuple[int, str], str | None],
    ids: Sequence[str],
    words: EventWords,
) -> Match:
    replaced = {pair.second.ident for pair in found if pair.tie is Tie.REPLACES}
    denying = {pair.first.ident for pair in found if pair.tie is Tie.DENIES}
    lead = min(own, key=lambda one: (one.ident in replaced, one.ident in denying, one.place, _start(one)))
    ordered = [lead, *(one for one in own if one.ident != lead.ident)]
    places = {teller.ident: place for place, teller in enumerate(ordered)}
    agreeing = {labels[lead.ident]}
    accounts = []
    for teller in ordered:
        tie, aspect = (None, None) if teller is lead else _tie_to(lead, teller, words)
        if tie is Tie.AGREES:
            agreeing.add(labels[teller.ident])
        accounts.append(
            MatchedAccount(
                story_id=ids[teller.place],
                claim_id=teller.account.claim.id,
                tie=tie,
                origin=labels[teller.ident],
                aspect=aspect,
            )
        )
    return Match(
        id=identifier,
        accounts=tuple(accounts),
        ties=tuple(
            ClaimTie(first=places[pair.first.ident], second=places[pair.second.ident], tie=pair.tie, aspect=pair.aspect)
            for pair in sorted(found, key=lambda pair: pair.tie is Tie.AGREES)[:TIES_AT_MOST]
        ),
        origins=len(agreeing - {None}),
    )


def _start(teller: Teller) -> int:
    return teller.account.claim.spans[0].start


def _tie_to(lead: Teller, teller: Teller, words: EventWords) -> tuple[Tie | None, Aspect | None]:
    """How an account stands to the first one of its match; None where it is tied to another of them only."""
    pair = compare(lead, teller, words)
    if pair is None:
        return None, None
    if pair.tie is Tie.REPLACES and pair.first.ident == lead.ident:
        return Tie.IS_REPLACED, None
    return pair.tie, pair.aspect


def _related(
    found: Sequence[Pair],
    tellings: Sequence[Telling],
    labels: Mapping[tuple[int, str], str | None],
) -> list[dict[str, tuple[Related, ...]]]:
    """For each story, by claim, what the others say to it. That a claim replaces an older one is nothing against it."""
    related: list[dict[str, list[Related]]] = [{} for _ in tellings]
    for pair in found:
        sides = (
            (pair.second, pair.first, pair.second_figure, pair.first_figure),
            (pair.first, pair.second, pair.first_figure, pair.second_figure),
        )
        for mine, other, own_figure, figure in sides[: 1 if pair.tie is Tie.REPLACES else 2]:
            related[mine.place].setdefault(mine.account.claim.id, []).append(
                Related(
                    account=other.account,
                    outlet=tellings[other.place].outlet,
                    tie=pair.tie,
                    origin=labels.get(other.ident),
                    figure=None if figure is None else figure.text,
                    own_figure=None if own_figure is None else own_figure.text,
                )
            )
    return [{claim_id: tuple(listed) for claim_id, listed in own.items()} for own in related]


def _shared_copies(
    place: int, tellings: Sequence[Telling], lines: Lineage, credits_: Sequence[Credit | None]
) -> tuple[SharedCopy, ...]:
    found = []
    for overlap in lines.alike:
        if place not in (overlap.first, overlap.second):
            continue
        other = overlap.second if overlap.first == place else overlap.first
        credit = credits_[place] or credits_[other]
        found.append(
            SharedCopy(
                outlet=tellings[other].outlet,
                grounds=(CopyGround.SAME_WORDS,) if credit is None else (CopyGround.SAME_WORDS, CopyGround.CREDIT),
                share=overlap.share,
                spans=overlap.first_spans if overlap.first == place else overlap.second_spans,
                credit=None if credit is None else credit.name,
            )
        )
    return tuple(found)


def _shared_quotes(
    place: int, ids: Sequence[str], tellings: Sequence[Telling], quotes: Sequence[SharedQuote]
) -> tuple[QuoteElsewhere, ...]:
    outlets = dict(zip(ids, (telling.outlet for telling in tellings), strict=True))
    return tuple(
        QuoteElsewhere(
            span=span,
            outlets=tuple(dict.fromkeys(outlets[one.story_id] for one in quote.places if one.story_id != ids[place])),
        )
        for quote in quotes
        for at in quote.places
        if at.story_id == ids[place]
        for span in at.spans
    )


def _rings(story_id: str, cited: Sequence[Citation], rings: Sequence[Loop]) -> tuple[RingOfCitations, ...]:
    found = []
    for ring in rings:
        if story_id not in ring.story_ids:
            continue
        own = [one for one in cited if one.story_id == story_id and one.cited_story_id in ring.story_ids]
        found.append(
            RingOfCitations(
                outlets=ring.outlets,
                spans=tuple(span for one in own for span in one.spans),
                claim_ids=tuple(dict.fromkeys(claim_id for one in own for claim_id in one.claim_ids)),
            )
        )
    return tuple(found)

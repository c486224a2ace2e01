"""Holds two briefs of one story against each other."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reporter.model import Brief, Change, ChangeKind, ClaimFate, ClaimRevision, Flag, Piece, Revision, Source
from reporter.revision.changes import Side, called, changes, pieces
from reporter.revision.pairing import pair, words_of


def compare(old: Brief, new: Brief) -> Revision:
    """What changed from `old` to `new`: claims, sources, flags, the headline. Nothing of it says which is right."""
    before, after = Side.of(old), Side.of(new)
    pairs = pair(old.claims, new.claims)
    revised = tuple(
        _revised(old.claims[one].id, new.claims[other].id, before, after, one, other) for one, other in pairs
    )
    renamed = {revision.old_id: revision.new_id for revision in revised if revision.old_id and revision.new_id}
    raised, cleared = _flags(old.flags, new.flags, renamed)
    return Revision(
        old=old,
        new=new,
        claims=_in_order(_with_sentences(revised, old, new), old, new),
        flags_raised=raised,
        flags_cleared=cleared,
        sources_gained=_unmatched(new.sources, old.sources, after, before),
        sources_lost=_unmatched(old.sources, new.sources, before, after),
        headline=_headline(old.article.headline or "", new.article.headline or ""),
    )


def _revised(old_id: str, new_id: str, before: Side, after: Side, one: int, other: int) -> ClaimRevision:
    old, new = before.brief.claims[one], after.brief.claims[other]
    found = changes(old, new, before, after)
    return ClaimRevision(
        fate=ClaimFate.CHANGED if found else ClaimFate.KEPT,
        old_id=old_id,
        new_id=new_id,
        changes=found,
        pieces=pieces(old.text, new.text) if found else (),
    )


def _with_sentences(revised: Sequence[ClaimRevision], old: Brief, new: Brief) -> list[ClaimRevision]:
    """Kept claims whose sentence changed, once for each sentence in which no claim was changed or added."""
    before = {claim.id: claim for claim in old.claims}
    after = {claim.id: claim for claim in new.claims}
    kept = {one.new_id for one in revised if one.fate is ClaimFate.KEPT}
    told = {claim.sentence for claim in new.claims if claim.id not in kept}
    result = []
    for one in sorted(revised, key=lambda revision: after[revision.new_id or ""].spans[0]):
        was, now = before[one.old_id or ""].sentence, after[one.new_id or ""].sentence
        old_words, new_words = was.of(old.article.text), now.of(new.article.text)
        if now in told or words_of(old_words) == words_of(new_words):
            result.append(one)
            continue
        told.add(now)
        change = Change(kind=ChangeKind.AROUND, before=old_words, after=new_words)
        result.append(replace(one, fate=ClaimFate.CHANGED, changes=(change,), pieces=pieces(old_words, new_words)))
    return result


def _in_order(revised: Sequence[ClaimRevision], old: Brief, new: Brief) -> tuple[ClaimRevision, ...]:
    """By the new version; what was dropped stands behind the claim that it followed in the old one."""
    by_new = {revision.new_id: revision for revision in revised}
    by_old = {revision.old_id: revision for revision in revised}
    dropped_after: dict[str | None, list[ClaimRevision]] = defaultdict(list)
    last: str | None = None
    for claim in old.claims:
        found = by_old.get(claim.id)
        if found is None:
            dropped_after[last].append(ClaimRevision(fate=ClaimFate.DROPPED, old_id=claim.id))
        else:
            last = found.new_id
    result = list(dropped_after[None])
    for claim in new.claims:
        result.append(by_new.get(claim.id) or ClaimRevision(fate=ClaimFate.ADDED, new_id=claim.id))
        result.extend(dropped_after[claim.id])
    return tuple(result)


def _flags(
    old: Sequence[Flag], new: Sequence[Flag], renamed: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of flags that only the new brief raises, and of those that only the old one raised.

    Two are one flag if they have one code and touch one claim; those on no claim, if they say the same.
    """
    waiting: dict[tuple[str, str], list[Flag]] = defaultdict(list)
    for flag in old:
        for key in _keys(flag, renamed):
            waiting[key].append(flag)
    matched: set[str] = set()
    raised = []
    for flag in new:
        found = [one for key in _keys(flag, None) for one in waiting.get(key, ())]
        matched.update(one.id for one in found)
        if not found:
            raised.append(flag.id)
    return tuple(raised), tuple(flag.id for flag in old if flag.id not in matched)


def _keys(flag: Flag, renamed: Mapping[str, str] | None) -> list[tuple[str, str]]:
    """Its code with each of its claims, those of the old version by their new ids."""
    if not flag.claim_ids:
        return [(flag.code, " ".join(words_of(flag.message)))]
    kept = flag.claim_ids if renamed is None else [renamed[claim] for claim in flag.claim_ids if claim in renamed]
    return [(flag.code, f"on {claim}") for claim in kept]


def _unmatched(sources: Sequence[Source], others: Sequence[Source], side: Side, other_side: Side) -> tuple[str, ...]:
    known = frozenset[str]().union(*(called(other, other_side) for other in others))
    return tuple(source.id for source in sources if called(source, side).isdisjoint(known))


def _headline(old: str, new: str) -> tuple[Piece, ...]:
    return pieces(old, new) if words_of(old) != words_of(new) else ()

"""Origins, not outlets: which stories are one, and which voices are.

Independence is a property of a statement. Two voices of one body, one quotation in two papers, one wire's words under
two names and a paper that gives another's word are one origin each; unnamed voices cannot be told apart, and count as
one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reporter.event.copies import FEWEST_RUNS, LEAST_SHARE, LEAST_SHARE_CREDITED, Overlap
from reporter.event.outlets import Credit, Outlets, cited_sources, key_of
from reporter.event.tellings import Telling, joined
from reporter.event.words import EventWords
from reporter.model import (
    Account,
    Citation,
    Copy,
    CopyGround,
    Loop,
    Origin,
    SharedQuote,
    SourceKind,
    Stance,
)

_UNNAMED = frozenset({SourceKind.ANONYMOUS, SourceKind.COLLECTIVE})

UNNAMED = "?"
"""The key of all voices without a name and a body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """The copy tree: `copies` one for each story that rests on another, and the stories by origin. `alike` are the
    overlaps of which each is a copy."""

    copies: tuple[Copy, ...]
    origins: tuple[Origin, ...]
    alike: tuple[Overlap, ...]


def lineage(
    tellings: Sequence[Telling],
    ids: Sequence[str],
    outlets: Outlets,
    found: Sequence[Overlap],
    credits_: Sequence[Credit | None],
    cited: Sequence[Citation],
    rings: Sequence[Loop],
) -> Lineage:
    """Which stories rest on which, and how many origins are left."""
    places = {story_id: place for place, story_id in enumerate(ids)}
    alike = {(one.first, one.second): one for one in found if _is_copy(one, credits_)}
    parents: list[Copy] = []
    pairs: list[tuple[str, str]] = [(ids[first], ids[second]) for first, second in alike]
    for place in range(len(tellings)):
        best = max(_sources_of(place, alike, outlets, credits_), default=None)
        if best is not None:
            parents.append(_copy(place, -best[2], ids, alike, outlets, credits_))
            pairs.append((ids[place], ids[-best[2]]))
    resting = {one.story_id for one in parents}
    for one in cited:
        if one.cited_story_id is None or not _has_no_other_source(one, tellings[places[one.story_id]]):
            continue
        pairs.append((one.story_id, one.cited_story_id))
        is_ring = any({one.story_id, one.cited_story_id} <= set(ring.story_ids) for ring in rings)
        if one.story_id not in resting and not is_ring:
            resting.add(one.story_id)
            parents.append(
                Copy(
                    story_id=one.story_id,
                    of_story_id=one.cited_story_id,
                    grounds=(CopyGround.CITES,),
                    share=0.0,
                    spans=one.spans,
                )
            )
    pairs += [
        (ids[one], ids[other])
        for other, second in enumerate(credits_)
        for one in range(other)
        if second is not None and (first := credits_[one]) is not None
        if first.outlet is not None and first.outlet == second.outlet
    ]
    first_of: dict[str, str] = {}
    for story_id, key, telling in zip(ids, outlets.keys, tellings, strict=True):
        if telling.article.publisher is not None:
            pairs.append((first_of.setdefault(key, story_id), story_id))
    return Lineage(
        copies=tuple(sorted(parents, key=lambda one: places[one.story_id])),
        origins=_origins(pairs, ids, tellings, credits_, parents),
        alike=tuple(alike.values()),
    )


def _is_copy(one: Overlap, credits_: Sequence[Credit | None]) -> bool:
    if one.is_whole:
        return True
    if one.runs < FEWEST_RUNS:
        return False
    is_credited = any(credits_[place] is not None for place in (one.first, one.second))
    return one.share >= (LEAST_SHARE_CREDITED if is_credited else LEAST_SHARE)


def _sources_of(
    place: int,
    alike: dict[tuple[int, int], Overlap],
    outlets: Outlets,
    credits_: Sequence[Credit | None],
) -> list[tuple[bool, int, int]]:
    """What a story may rest on, for the best to be chosen: is it credited, the shared runs, minus the place."""
    credit = credits_[place]
    own = outlets.keys[place]
    result = []
    for other, key in enumerate(outlets.keys):
        if other == place:
            continue
        overlap = alike.get((min(place, other), max(place, other)))
        is_credited = credit is not None and credit.outlet == key and key != own
        turned = credits_[other]
        is_turned = turned is not None and turned.outlet == own
        if is_credited or (overlap is not None and other < place and not is_turned):
            result.append((is_credited, overlap.runs if overlap is not None else 0, -other))
    return result


def _copy(
    place: int,
    of: int,
    ids: Sequence[str],
    alike: dict[tuple[int, int], Overlap],
    outlets: Outlets,
    credits_: Sequence[Credit | None],
) -> Copy:
    overlap = alike.get((min(place, of), max(place, of)))
    credit = credits_[place]
    grounds = [] if overlap is None else [CopyGround.SAME_WORDS]
    if credit is not None and credit.outlet in (None, outlets.keys[of]):
        grounds.append(CopyGround.CREDIT)
    spans = () if overlap is None else (overlap.first_spans if overlap.first == place else overlap.second_spans)
    return Copy(
        story_id=ids[place],
        of_story_id=ids[of],
        grounds=tuple(grounds),
        share=0.0 if overlap is None else overlap.share,
        spans=spans,
    )


def _has_no_other_source(one: Citation, telling: Telling) -> bool:
    """Whether all that the story attributes is the cited outlet's word."""
    own = set(one.claim_ids)
    said = [account for account in telling.accounts if account.claim.chain and not account.is_denial]
    return bool(own) and all(
        account.claim.id in own or account.claim.chain[-1].stance is Stance.REFUSING for account in said
    )


def _origins(
    pairs: Sequence[tuple[str, str]],
    ids: Sequence[str],
    tellings: Sequence[Telling],
    credits_: Sequence[Credit | None],
    parents: Sequence[Copy],
) -> tuple[Origin, ...]:
    places = {story_id: place for place, story_id in enumerate(ids)}
    names = [str(place).zfill(9) for place in range(len(ids))]
    tops = joined(((names[places[one]], names[places[other]]) for one, other in pairs), names)
    groups: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        groups.setdefault(tops[name], []).append(place)
    resting = {one.story_id for one in parents}
    result = []
    for number, own in enumerate(groups.values(), start=1):
        ordered = sorted(own, key=lambda place: (ids[place] in resting, place))
        credited = next((one.name for place in ordered if (one := credits_[place]) is not None and one.outlet), None)
        root = tellings[ordered[0]]
        name = credited if credited is not None and credits_[ordered[0]] is not None else root.outlet
        result.append(Origin(id=f"o{number}", name=name, story_ids=tuple(ids[place] for place in ordered)))
    return tuple(result)


class Voices:
    """One label for all voices of an event that are one origin."""

    def __init__(
        self,
        tellings: Sequence[Telling],
        ids: Sequence[str],
        outlets: Outlets,
        lines: Lineage,
        quotes: Sequence[SharedQuote],
        words: EventWords,
    ) -> None:
        self.words = words
        self.outlets = outlets
        self._cited = [
            cited_sources(telling, own, outlets) for telling, own in zip(tellings, outlets.keys, strict=True)
        ]
        self.keys = [[self._key(account, place) for account in one.accounts] for place, one in enumerate(tellings)]
        people = self._of_people(tellings)
        known = sorted({key for own in self.keys for key in own if key is not None} | {name for name, _ in people})
        pairs = [*people, *_shorter_names(known)]
        pairs += self._of_quotes(tellings, ids, quotes)
        pairs += self._of_copies(tellings, lines)
        self._tops = joined((pair for pair in pairs if pair[0] in known and pair[1] in known), known)

    def label(self, key: str | None) -> str | None:
        return None if key is None else self._tops.get(key, key)

    def cited_outlet(self, place: int, account: Account) -> str | None:
        """The key of the outlet whose word the account is."""
        return None if account.source is None else self._cited[place].get(account.source.id)

    def _key(self, account: Account, place: int) -> str | None:
        source = account.source
        if source is None or source.kind is SourceKind.UNATTRIBUTED or account.origin is None:
            return None
        cited = self._cited[place].get(source.id)
        if cited is not None:
            return outlet_label(cited)
        if source.kind in _UNNAMED and source.affiliation is None:
            return UNNAMED
        return key_of(account.origin, self.words) or account.origin

    def _of_people(self, tellings: Sequence[Telling]) -> list[tuple[str, str]]:
        """A person with whom they speak for: another story may name the one alone."""
        found = []
        for telling in tellings:
            for account in telling.accounts:
                source = account.source
                if source is None or source.kind is not SourceKind.PERSON or account.origin is None:
                    continue
                found.append((key_of(source.name, self.words), key_of(account.origin, self.words)))
        return found

    def _of_quotes(
        self, tellings: Sequence[Telling], ids: Sequence[str], quotes: Sequence[SharedQuote]
    ) -> list[tuple[str, str]]:
        places = {story_id: place for place, story_id in enumerate(ids)}
        found = []
        for quote in quotes:
            own = []
            for one in quote.places:
                place = places[one.story_id]
                own += [
                    key
                    for account, key in zip(tellings[place].accounts, self.keys[place], strict=True)
                    if key is not None and any(span.overlaps(at) for span in account.claim.spans for at in one.spans)
                ]
            found += [(own[0], other) for other in own[1:]]
        return found

    def _of_copies(self, tellings: Sequence[Telling], lines: Lineage) -> list[tuple[str, str]]:
        """One wire's words under two names: claims of the same words in two stories that share copy."""
        found = []
        for overlap in lines.alike:
            told: dict[str, str] = {}
            for place in (overlap.first, overlap.second):
                for account, key in zip(tellings[place].accounts, self.keys[place], strict=True):
                    if key is None:
                        continue
                    text = " ".join(account.claim.text.lower().split())
                    if told.setdefault(text, key) != key:
                        found.append((told[text], key))
        return found


def outlet_label(key: str) -> str:
    return f"outlet {key}"


def _shorter_names(known: Sequence[str]) -> list[tuple[str, str]]:
    """ "coastguard" and "sandrey coastguard": a name whose words all stand in one other, and in no second."""
    parts = {key: frozenset(key.split()) for key in known if key != UNNAMED and not key.startswith("outlet ")}
    holders: dict[str, list[str]] = {}
    for key, own in parts.items():
        for part in own:
            holders.setdefault(part, []).append(key)
    found = []
    for key, own in parts.items():
        if not own:
            continue
        near = min((holders[part] for part in sorted(own)), key=len)
        longer = [other for other in near if own < parts[other]]
        if len(longer) == 1:
            found.append((key, longer[0]))
    return found

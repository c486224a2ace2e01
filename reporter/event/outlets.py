"""Outlets: who tells each story, whom it credits, whom it cites, and which of them cite one another in a ring."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reporter.event.tellings import Telling
from reporter.event.words import EventWords
from reporter.model import Citation, Loop, ParagraphKind, SourceKind, Stance

_WORD = re.compile(r"\w+(?:['’]\w+)*")

CREDIT_WORDS = 8
"""A paragraph of more words is no credit line."""

CREDIT_PLACES = 2
"""Paragraphs at either end of a story among which a credit line may stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Whom a story's credit line names: `outlet` as a key, None for "staff and agencies"; `name` as it is printed."""

    outlet: str | None
    name: str


def key_of(name: str, words: EventWords) -> str:
    """The outlet's name without its article, case and punctuation."""
    parts = [part.lower() for part in _WORD.findall(name)]
    while len(parts) > 1 and parts[0] in words.outlet_articles:
        parts = parts[1:]
    return " ".join(parts)


class Outlets:
    """The outlets of an event's stories, by the names that they go by."""

    def __init__(self, tellings: Sequence[Telling], words: EventWords) -> None:
        self.words = words
        self.keys = tuple(key_of(telling.outlet, words) for telling in tellings)
        self._known = dict.fromkeys(self.keys)

    def called(self, name: str, own: str | None = None) -> str | None:
        """The key of the outlet that `name` means: its name, or the last words of it ("the Echo" for "The Wendel
        Echo") where they fit one only; those of the story's `own` outlet before others."""
        key = key_of(name, self.words)
        if not key:
            return None
        if key in self._known:
            return key
        ending = f" {key}"
        if own is not None and own.endswith(ending):
            return own
        fitting = [known for known in self._known if known.endswith(ending)]
        return fitting[0] if len(fitting) == 1 else None


def credit_of(telling: Telling, own: str, outlets: Outlets, agencies: Iterable[str]) -> Credit | None:
    """The agency that the story's credit line names: another story's outlet, one of `agencies` (keys), or agencies at
    large."""
    article = telling.article
    lines = [line for line in (article.credit_line, article.byline) if line]
    ends = [*article.paragraphs[:CREDIT_PLACES], *article.paragraphs[CREDIT_PLACES:][-CREDIT_PLACES:]]
    lines += [
        paragraph.span.of(article.text)
        for paragraph in ends
        if paragraph.kind in (ParagraphKind.BODY, ParagraphKind.CREDIT, ParagraphKind.BYLINE)
    ]
    lines += [one.dateline.of(article.text) for one in article.paragraphs if one.dateline is not None]
    known = sorted({*outlets.keys, *agencies} - {own}, key=lambda key: (-len(key), key))
    at_large = None
    for line in lines:
        plain = f" {key_of(line, outlets.words)} "
        if len(plain.split()) > CREDIT_WORDS or f" {own} " in plain:
            continue
        found = next((key for key in known if key and f" {key} " in plain), None)
        if found is not None:
            return Credit(outlet=found, name=_printed(found, line))
        if at_large is None and not outlets.words.agency_words.isdisjoint(plain.split()):
            at_large = Credit(outlet=None, name=" ".join(line.split()))
    return at_large


def _printed(key: str, line: str) -> str:
    """The words of `line` that the key was made from."""
    pattern = r"\W+".join(re.escape(part) for part in key.split())
    match = re.search(pattern, line, re.IGNORECASE)
    return " ".join(line.split()) if match is None else match[0]


def citations(tellings: Sequence[Telling], ids: Sequence[str], outlets: Outlets) -> tuple[Citation, ...]:
    """Where each story gives another outlet's word: one citation a story and outlet."""
    stories: dict[str, str] = {}
    for story_id, key in zip(ids, outlets.keys, strict=True):
        stories.setdefault(key, story_id)
    found = []
    for telling, story_id, own in zip(tellings, ids, outlets.keys, strict=True):
        cited = cited_sources(telling, own, outlets)
        by_outlet: dict[str, list[str]] = {}
        for source_id, key in cited.items():
            by_outlet.setdefault(key, []).append(source_id)
        for key, source_ids in by_outlet.items():
            told = [
                one
                for one in telling.attributions
                if one.stance is not Stance.REFUSING and (one.source_id in source_ids or one.relay in source_ids)
            ]
            attribution_ids = {one.id for one in told}
            names = {source.id: source.name for source in telling.sources}
            if not told:
                continue
            found.append(
                Citation(
                    story_id=story_id,
                    outlet=names[source_ids[0]],
                    spans=tuple(dict.fromkeys((one.source or one.cue or one.content)[0] for one in told)),
                    claim_ids=tuple(
                        account.claim.id
                        for account in telling.accounts
                        if any(link.attribution_id in attribution_ids for link in account.claim.chain)
                    ),
                    cited_story_id=stories.get(key),
                )
            )
    return tuple(found)


def cited_sources(telling: Telling, own: str, outlets: Outlets) -> dict[str, str]:
    """The sources of a story that are other outlets, by id, each with the outlet's key."""
    found = {}
    for source in telling.sources:
        key = outlets.called(source.name, own)
        if key is None and source.kind is SourceKind.MEDIA:
            key = key_of(source.name, outlets.words)
        if key and key != own and not _is_own(source.name, telling):
            found[source.id] = key
    return found


def _is_own(name: str, telling: Telling) -> bool:
    """The agency that the story itself comes from."""
    printed = f"{telling.article.publisher or ''} {telling.article.credit_line or ''}".lower()
    return name.lower().removeprefix("the ") in printed


def loops(
    found: Sequence[Citation], ids: Sequence[str], tellings: Sequence[Telling], outlets: Outlets
) -> tuple[Loop, ...]:
    """The rings among outlets that cite one another: strongly connected groups of two or more."""
    key_by_story = dict(zip(ids, outlets.keys, strict=True))
    cites: dict[str, list[str]] = {key: [] for key in outlets.keys}
    for one in found:
        if one.cited_story_id is not None:
            cites[key_by_story[one.story_id]].append(key_by_story[one.cited_story_id])
    return tuple(
        Loop(
            outlets=tuple(
                dict.fromkeys(
                    telling.outlet for telling, key in zip(tellings, outlets.keys, strict=True) if key in ring
                )
            ),
            story_ids=tuple(story_id for story_id in ids if key_by_story[story_id] in ring),
        )
        for ring in rings(cites)
    )


def rings(edges: Mapping[str, Sequence[str]]) -> tuple[frozenset[str], ...]:
    """The strongly connected groups of two or more, in the order of their first member (Kosaraju, without recursion).

    >>> sorted(*rings({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"]}))
    ['a', 'b', 'c']
    """
    order: list[str] = []
    seen: set[str] = set()
    for start in edges:
        stack: list[tuple[str, bool]] = [(start, False)]
        while stack:
            node, is_done = stack.pop()
            if is_done:
                order.append(node)
            elif node not in seen:
                seen.add(node)
                stack.append((node, True))
                stack.extend((other, False) for other in edges.get(node, ()) if other not in seen)
    back: dict[str, list[str]] = {}
    for node, others in edges.items():
        for other in others:
            back.setdefault(other, []).append(node)
    found: list[frozenset[str]] = []
    placed: set[str] = set()
    for start in reversed(order):
        ring: set[str] = set()
        waiting = [start]
        while waiting:
            node = waiting.pop()
            if node not in placed:
                placed.add(node)
                ring.add(node)
                waiting.extend(back.get(node, ()))
        if len(ring) > 1:
            found.append(frozenset(ring))
    places = {node: place for place, node in enumerate(edges)}
    return tuple(sorted(found, key=lambda ring: min(places[node] for node in ring)))

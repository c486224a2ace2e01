"""What is different between two tellings of one claim."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reporter.model import Brief, Change, ChangeKind, Claim, Modality, Piece, PieceKind, Quantity, Source, Status
from reporter.revision.pairing import words_of

_FIRMNESS = {
    Modality.CONDITIONAL: 0,
    Modality.POSSIBLE: 1,
    Modality.REPORTED: 1,
    Modality.FUTURE: 2,
    Modality.ASSERTED: 3,
}
_MOST_WORDS = 4000
"""Longer texts are told as replaced whole: comparing word by word takes quadratic time."""


@dataclass(frozen=True, slots=True)
class Side:
    """One version, by id."""

    brief: Brief
    sources: Mapping[str, Source]
    statuses: Mapping[str, Status]

    @classmethod
    def of(cls, brief: Brief) -> "Side":
        return cls(
            brief=brief,
            sources={source.id: source for source in brief.sources},
            statuses={one.claim_id: one.status for one in brief.assessments},
        )

    def days(self, claim: Claim) -> tuple[str, ...]:
        """The values of the times at which it is said to have happened, those that are dates."""
        values = {time.id: time.value for time in self.brief.times}
        return tuple(value for one in claim.happened if (value := values.get(one)) is not None)

    def speaker(self, claim: Claim) -> Source | None:
        return self.sources.get(claim.source_id or "")

    def names(self, claim: Claim) -> tuple[str, ...]:
        return tuple(dict.fromkeys(" ".join(span.of(self.brief.article.text).split()) for span in claim.names))


def changes(old: Claim, new: Claim, before: Side, after: Side) -> tuple[Change, ...]:
    """Every difference, the gravest kinds first; none where both tell the same in the same words."""
    return tuple(_changes(old, new, before, after))


def _changes(old: Claim, new: Claim, before: Side, after: Side) -> Iterator[Change]:
    yield from _speaker(old, new, before, after)
    if old.chain and new.chain and old.chain[-1].stance is not new.chain[-1].stance:
        yield Change(kind=ChangeKind.STANCE, before=old.chain[-1].cue, after=new.chain[-1].cue)
    if old.is_negated != new.is_negated:
        yield Change(kind=ChangeKind.NEGATED if new.is_negated else ChangeKind.AFFIRMED)
    yield from _figures(old.quantities, new.quantities)
    yield from _names(before.names(old), after.names(new))
    days, days_now = before.days(old), after.days(new)
    if days != days_now and set(days) != set(days_now):
        yield Change(kind=ChangeKind.DATE_CHANGED, before=", ".join(days), after=", ".join(days_now))
    firmness, firmness_now = _FIRMNESS[old.modality], _FIRMNESS[new.modality]
    if firmness != firmness_now:
        kind = ChangeKind.FIRMER if firmness_now > firmness else ChangeKind.SOFTER
        yield Change(kind=kind, before=old.modality.value, after=new.modality.value)
    status, status_now = before.statuses.get(old.id), after.statuses.get(new.id)
    if status is not None and status_now is not None and status is not status_now:
        yield Change(kind=ChangeKind.STATUS, before=status.value, after=status_now.value)
    if words_of(old.text) != words_of(new.text):
        yield Change(kind=ChangeKind.WORDS, before=old.text, after=new.text)


def _speaker(old: Claim, new: Claim, before: Side, after: Side) -> Iterator[Change]:
    was, now = before.speaker(old), after.speaker(new)
    if was is None and now is None:
        return
    if now is None:
        yield Change(kind=ChangeKind.SPEAKER_LOST, before=was.name if was is not None else "")
    elif was is None:
        yield Change(kind=ChangeKind.SPEAKER_GAINED, after=now.name)
    elif called(was, before).isdisjoint(called(now, after)):
        yield Change(kind=ChangeKind.SPEAKER_CHANGED, before=was.name, after=now.name)


def called(source: Source, side: Side) -> frozenset[str]:
    """The names by which a version calls a source, to tell whether two versions mean one voice; without what only
    points at somebody ("he", "the minister")."""
    text = side.brief.article.text
    spoken = (mention.span.of(text) for mention in source.mentions if mention.via == "name")
    return frozenset(" ".join(words_of(name)) for name in (source.name, *spoken))


def _figures(old: Sequence[Quantity], new: Sequence[Quantity]) -> Iterator[Change]:
    """Figures of one unit in their order: what the old version gave as one, the new one may give as another."""
    units = dict.fromkeys(quantity.unit for quantity in (*old, *new))
    for unit in units:
        was = [quantity for quantity in old if quantity.unit == unit]
        now = [quantity for quantity in new if quantity.unit == unit]
        gone = [one for one in was if not any(_is_same_figure(one, other) for other in now)]
        come = [other for other in now if not any(_is_same_figure(one, other) for one in was)]
        for one, other in zip(gone, come, strict=False):
            yield Change(kind=ChangeKind.FIGURE_CHANGED, before=one.text, after=other.text)
        for one in gone[len(come) :]:
            yield Change(kind=ChangeKind.FIGURE_LOST, before=one.text)
        for other in come[len(gone) :]:
            yield Change(kind=ChangeKind.FIGURE_GAINED, after=other.text)


def _is_same_figure(one: Quantity, other: Quantity) -> bool:
    if one.value is None or other.value is None:
        return words_of(one.text) == words_of(other.text)
    return (one.value, one.upper, one.bound) == (other.value, other.upper, other.bound)


def _names(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    was, now = {name.casefold() for name in old}, {name.casefold() for name in new}
    for name in old:
        if not any(_is_part(name.casefold(), other) for other in now):
            yield Change(kind=ChangeKind.NAME_LOST, before=name)
    for name in new:
        if not any(_is_part(name.casefold(), other) for other in was):
            yield Change(kind=ChangeKind.NAME_GAINED, after=name)


def _is_part(name: str, other: str) -> bool:
    """Whether two are one name, in full and in short: "Ada Falk", "Falk"."""
    some, others = name.split(), other.split()
    return some == others or some[-1:] == others[-1:]


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """The words of both texts as runs, each with the space behind it; the runs that are not out make the new text.

    >>> [(piece.kind.value, piece.text) for piece in pieces("Police held 12 men.", "Police held 14 men, 2 boys.")]
    [('same', 'Police held '), ('out', '12 '), ('in', '14 '), ('same', 'men'), ('in', ', 2 boys'), ('same', '.')]
    """
    some, others = _cut(old), _cut(new)
    if len(some) + len(others) > _MOST_WORDS:
        return (Piece(kind=PieceKind.OUT, text=" ".join(old.split())), Piece(kind=PieceKind.IN, text=new))
    result: list[Piece] = []
    matcher = SequenceMatcher(None, [word.strip() for word in some], [word.strip() for word in others], autojunk=False)
    for tag, first, last, other_first, other_last in matcher.get_opcodes():
        if tag == "equal":
            result.append(Piece(kind=PieceKind.SAME, text="".join(others[other_first:other_last])))
            continue
        if last > first:
            gone = "".join(some[first:last])
            is_replaced = other_last > other_first and others[other_first][0].isalnum()
            result.append(Piece(kind=PieceKind.OUT, text=f"{gone.rstrip()} " if is_replaced else gone))
        if other_last > other_first:
            result.append(Piece(kind=PieceKind.IN, text="".join(others[other_first:other_last])))
    return tuple(result)


_PIECE = re.compile(r"(?:\w+(?:[.,'’:/-]\w+)*|[^\w\s])\s?")


def _cut(text: str) -> list[str]:
    """The words and marks of `text` with single spaces behind them."""
    return _PIECE.findall(" ".join(text.split()))

"""Claims in the order in which things are said to have happened, each with who says so."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from reporter.brief.nearby import Nearby
from reporter.brief.prose import date_edits, edited, quoted_runs
from reporter.model import (
    Article,
    Attribution,
    Checkability,
    Claim,
    Direction,
    Grain,
    Interval,
    Modality,
    QuoteType,
    Source,
    Stance,
    TimeExpression,
    TimelineEntry,
    TimelineKind,
    TimeMod,
)
from reporter.wording.dates import has_no_place, is_reference, label, part_of_day, place, publication_interval, written
from reporter.wording.names import called, opening
from reporter.wording.words import Wording

_ORDER = {
    TimelineKind.HAPPENED: 0,
    TimelineKind.SAID: 1,
    TimelineKind.PUBLISHED: 2,
    TimelineKind.PLANNED: 3,
}
_SHARP_MODS = frozenset({None, TimeMod.EQUAL_OR_MORE, TimeMod.EQUAL_OR_LESS})


def timeline(
    *,
    article: Article,
    times: Sequence[TimeExpression],
    sources: Sequence[Source],
    attributions: Sequence[Attribution],
    claims: Sequence[Claim],
    wording: Wording,
) -> tuple[TimelineEntry, ...]:
    """One entry for each date of a claim, and one for publication; earliest first, what has no date last.

    A claim that gives no time at all is not on it; one whose only times are bare durations or sets neither. The
    saying is an entry of its own where it is dated: one for each attribution, told by its first claim.
    """
    teller = _Teller(article, sources, attributions, times, wording)
    entries = [*teller.entries(claims)]
    if article.published is not None:
        interval = publication_interval(article.published)
        text = wording.sentences.published
        if article.publisher is not None:
            text = wording.sentences.published_by.format(publisher=opening(article.publisher))
        entries.append(
            TimelineEntry(
                kind=TimelineKind.PUBLISHED,
                interval=interval,
                label=written(interval, wording.dates, is_short=True),
                text=text,
            )
        )
    dated = [entry for entry in entries if entry.interval is not None]
    dated.sort(key=rank)
    return (*dated, *(entry for entry in entries if entry.interval is None))


def rank(entry: TimelineEntry) -> tuple[datetime, datetime, int]:
    """By beginning; a plan by its end, for it lies ahead even where its month has begun already; publication after
    what happened on its day, where only the day is known."""
    if entry.interval is None:
        raise ValueError("only an entry with a date has a place")
    begin, until = place(entry.interval)
    if entry.kind is TimelineKind.PLANNED:
        return until, until, _ORDER[entry.kind]
    if entry.kind is TimelineKind.PUBLISHED and entry.interval.grain is Grain.DAY:
        return until - timedelta(microseconds=1), until, _ORDER[entry.kind]
    return begin, until, _ORDER[entry.kind]


def _spans(first: TimeExpression, last: TimeExpression) -> bool:
    return first.interval is not None and last.interval is not None and first.interval.begin < last.interval.until


def _range(first: TimeExpression, last: TimeExpression) -> TimeExpression:
    """`first` with the interval from its beginning to the end of `last`."""
    if first.interval is None or last.interval is None:
        raise ValueError("both ends of a range need a place on the calendar")
    interval = Interval(begin=first.interval.begin, until=last.interval.until, grain=first.interval.grain)
    return replace(first, interval=interval, signal=None)


class _Teller:
    def __init__(
        self,
        article: Article,
        sources: Sequence[Source],
        attributions: Sequence[Attribution],
        times: Sequence[TimeExpression],
        wording: Wording,
    ) -> None:
        self.article = article
        self.sources: Mapping[str, Source] = {source.id: source for source in sources}
        self.contents = Nearby(attributions, lambda attribution: attribution.content)
        self.places = Nearby(times, lambda time: [time.span])
        self.bodies: dict[str, str] = {}
        self.times: Mapping[str, TimeExpression] = {time.id: time for time in times}
        self.wording = wording

    def entries(self, claims: Iterable[Claim]) -> Iterable[TimelineEntry]:
        told: set[tuple[str, str]] = set()
        for claim in claims:
            if claim.checkability is Checkability.QUESTION:
                continue
            for time in self._placed(claim.happened):
                yield self._entry(self._kind(claim, time), claim, time)
            for time in self._placed(claim.said):
                key = (claim.chain[-1].attribution_id, time.id)
                if key not in told:
                    told.add(key)
                    yield self._entry(TimelineKind.SAID, claim, time)

    def _placed(self, ids: Sequence[str]) -> list[TimeExpression]:
        """The times that can be shown: those with a place on the calendar, else the first vague one."""
        known = [self.times[number] for number in ids]
        placed = self._joined([time for time in known if not has_no_place(time)])
        return placed or [time for time in known if is_reference(time)][:1]

    def _joined(self, times: Sequence[TimeExpression]) -> list[TimeExpression]:
        """`times` with the two ends of a range ("between 2012 and 2014") made one."""
        joined: list[TimeExpression] = []
        for time in times:
            first = joined[-1] if joined else None
            closers = self.wording.dates.range_signals.get((first.signal or "").lower()) if first is not None else None
            if first is not None and closers and (time.signal or "").lower() in closers and _spans(first, time):
                joined[-1] = _range(first, time)
            else:
                joined.append(time)
        return joined

    def _kind(self, claim: Claim, time: TimeExpression) -> TimelineKind:
        looks_ahead = time.proof.direction is Direction.FUTURE or claim.modality is Modality.FUTURE
        if has_no_place(time) or time.interval is None or self.article.published is None:
            return TimelineKind.PLANNED if looks_ahead else TimelineKind.HAPPENED
        is_after = time.interval.begin.date() > self.article.published.day
        is_open = time.interval.until.date() > self.article.published.day
        return TimelineKind.PLANNED if is_after or (looks_ahead and is_open) else TimelineKind.HAPPENED

    def _entry(self, kind: TimelineKind, claim: Claim, time: TimeExpression) -> TimelineEntry:
        is_placed = not has_no_place(time)
        return TimelineEntry(
            kind=kind,
            interval=time.interval if is_placed else None,
            label=label(time, self.wording.dates),
            text=self._text(kind, claim),
            claim_id=claim.id,
            time_id=time.id,
            source_id=claim.source_id,
            is_vague=self._is_vague(time),
        )

    def _is_vague(self, time: TimeExpression) -> bool:
        if has_no_place(time) or time.interval is None:
            return True
        return (
            time.mod not in _SHARP_MODS
            or time.interval.earliest is not None
            or time.interval.latest is not None
            or time.signal is not None
            or part_of_day(time) != ""
        )

    def _text(self, kind: TimelineKind, claim: Claim) -> str:
        words = self.wording.sentences
        body = self._body(claim)
        if not claim.chain:
            return words.entry_unattributed.format(text=body)
        link = claim.chain[-1]
        source = opening(self._called(link.source_id))
        if link.stance is Stance.DENYING:
            return words.entry_denied.format(source=source, text=body)
        if link.stance is Stance.ASKING:
            return words.entry_asked.format(source=source, text=body)
        outer = [other for other in claim.chain[:-1] if other.source_id not in {None, link.source_id}]
        if outer:
            teller = self._called(outer[0].source_id)
            return words.entry_relayed.format(source=source, outer=teller, text=body)
        return (words.entry_said if kind is TimelineKind.SAID else words.entry).format(source=source, text=body)

    def _called(self, source_id: str | None) -> str:
        return called(self.sources.get(source_id or ""), self.article.text, self.wording)

    def _body(self, claim: Claim) -> str:
        """The claim in the story's words, with absolute dates, and in quotation marks where it was quoted."""
        if claim.id not in self.bodies:
            self.bodies[claim.id] = self._written(claim)
        return self.bodies[claim.id]

    def _written(self, claim: Claim) -> str:
        text = self.article.text
        near = self.contents.around(claim.sentence)
        pieces = []
        for span in claim.spans:
            quoted = quoted_runs(span, text, near)
            edits = date_edits(span, text, self.places.around(span), quoted, self.wording)
            pieces.append(edited(span, text, edits))
        body = " ".join(pieces)
        prose = self.wording.prose
        if claim.quote_type is QuoteType.DIRECT:
            return f"{prose.open_quote}{body}{prose.close_quote}"
        return body

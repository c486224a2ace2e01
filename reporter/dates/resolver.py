"""Places meanings on the calendar, in the order in which the story tells them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo

from reporter.dates.calendar import (
    PART_HOURS,
    SEASON_MONTHS,
    OffCalendar,
    day_of,
    end_of,
    holiday_in,
    plus,
    plus_days,
    start_of,
    value_of,
)
from reporter.dates.choosing import Choice, choose_weekday, choose_year, direction_of, reason_of
from reporter.dates.meanings import (
    Base,
    Clock,
    Length,
    Meaning,
    NoTime,
    Numbered,
    Point,
    Reference,
    Repeated,
    Shift,
    Unit,
    Vague,
    Within,
)
from reporter.dates.places import Alternative, Anchor, Place, midnight, moved, unit_place
from reporter.dates.reference import Told
from reporter.dates.tense import Clause, Look
from reporter.dates.wording import ProofWording, filled
from reporter.model import AnchorKind, Direction, PublicationTime, TimeType, WeekStart

_LETTER = {
    Unit.SECOND: ("T", "S", 1),
    Unit.MINUTE: ("T", "M", 1),
    Unit.HOUR: ("T", "H", 1),
    Unit.PART: ("", "D", 1),
    Unit.DAY: ("", "D", 1),
    Unit.WEEKEND: ("", "WE", 1),
    Unit.WEEK: ("", "W", 1),
    Unit.MONTH: ("", "M", 1),
    Unit.SEASON: ("", "SE", 1),
    Unit.QUARTER: ("", "Q", 1),
    Unit.HALF: ("", "H", 1),
    Unit.YEAR: ("", "Y", 1),
    Unit.DECADE: ("", "Y", 10),
    Unit.CENTURY: ("", "Y", 100),
    Unit.MILLENNIUM: ("", "Y", 1000),
}
_OPEN_LETTER = {Unit.DECADE: "DE", Unit.CENTURY: "CE", Unit.MILLENNIUM: "ML"}
_CLOCK_HOURS = {Unit.SECOND: 1 / 3600, Unit.MINUTE: 1 / 60, Unit.HOUR: 1.0}
_NEAR_PARAGRAPHS = 3
"""Paragraphs over which "a year earlier" still compares with the quarter told."""
_NEAR_CHARACTERS = 400
"""Characters over which "by the evening" still belongs to the day told."""
_MOST = 99_999
"""Units beyond which a count is no date."""
_SHORT_AHEAD = 20
"""Years ahead of publication that a year of two digits may lie."""


class Resolver:
    """The story's anchors and what has been told of it so far."""

    def __init__(
        self,
        *,
        published: PublicationTime | None,
        zone: tzinfo | None,
        week_start: WeekStart,
        wording: ProofWording,
        is_narrative: bool,
    ) -> None:
        self._published = published
        self._zone = zone
        self._week_start = week_start
        self._wording = wording
        self._is_narrative = is_narrative
        self._told: Told | None = None
        self._told_event: Told | None = None
        self._told_quarter: Told | None = None

    def tell(self, told: Told) -> None:
        """Remember a date that the story has told."""
        self._told = told
        if told.unit is Unit.QUARTER:
            self._told_quarter = told
        if not told.is_saying and not (told.is_aside and self._is_narrative and self._told_event is not None):
            self._told_event = told

    def place(self, meaning: Meaning, clause: Clause, paragraph: int, offset: int) -> Place:
        """The place of a meaning. What needs an anchor that is missing, or lies off the calendar, has no value."""
        try:
            return self._place(meaning, clause, paragraph, offset)
        except OffCalendar:
            return Place(
                type=_type_of(meaning),
                value=None,
                reason=self._wording.no_direction,
                sentences=[self._wording.impossible],
                confidence=0.9,
            )

    # anchors

    def _publication(self) -> Anchor | None:
        if self._published is None:
            return None
        return Anchor(kind=AnchorKind.PUBLICATION, day=self._published.day, unit=Unit.DAY, value=self._published.value)

    def _from_told(self, told: Told) -> Anchor:
        return Anchor(kind=AnchorKind.TEXT, day=told.start, unit=told.unit, value=told.value, time_id=told.time_id)

    def _anchor(self, base: Base, clause: Clause, paragraph: int, offset: int) -> Anchor | None:
        event = self._told_event or self._told
        match base:
            case Base.TOLD if event is not None:
                return self._from_told(event)
            case Base.DEFINITE if event is not None and self._is_narrative:
                return self._from_told(event)
            case Base.COMPARED if event is not None and self._is_narrative:
                return self._from_told(event)
            case Base.PUBLICATION if event is not None and self._leans_on_text(event, clause, paragraph):
                return self._from_told(event)
            case _:
                return self._publication()

    def _leans_on_text(self, told: Told, clause: Clause, paragraph: int) -> bool:
        """Whether a date without a year continues what the text has told, not what publication gives."""
        if self._is_narrative:
            return True
        if self._published is None:
            return True
        is_far = told.start.year < self._published.day.year and told.unit <= Unit.MONTH
        return told.has_year and is_far and told.paragraph == paragraph and clause.look in (Look.PAST, Look.UNKNOWN)

    def _quarter_of_news(self, paragraph: int) -> Anchor | None:
        """The quarter that business news is about: the one told in the paragraphs just before, else the last ended."""
        told = self._told_quarter
        if told is not None and paragraph - told.paragraph <= _NEAR_PARAGRAPHS:
            return self._from_told(told)
        anchor = self._publication()
        if anchor is None:
            return None
        return replace(anchor, day=plus(start_of(anchor.day, Unit.QUARTER), Unit.QUARTER, -1), unit=Unit.QUARTER)

    # meanings

    def _place(self, meaning: Meaning, clause: Clause, paragraph: int, offset: int) -> Place:
        match meaning:
            case Point():
                return self._point(meaning, clause, paragraph, offset)
            case Shift():
                return self._shift(meaning, clause, paragraph, offset)
            case Length():
                return self._length(meaning)
            case Repeated():
                return self._repeated(meaning)
            case Vague():
                return self._vague(meaning)
            case Within():
                return self._within(meaning, clause, paragraph, offset)
            case Numbered():
                return self._numbered_alone(meaning, clause, paragraph, offset)
            case NoTime():
                raise TypeError("words that name no time have no place")

    def _missing(self, kind: TimeType, sentence: str) -> Place:
        return Place(type=kind, value=None, reason=self._wording.no_direction, sentences=[sentence], confidence=0.9)

    def _point(self, point: Point, clause: Clause, paragraph: int, offset: int) -> Place:
        if point.clock is not None or point.part is not None:
            rest = replace(point, clock=None, part=None, is_overnight=False)
            if rest == Point(turn=point.turn, base=point.base):
                day = self._day_for_clock(point, clause, paragraph, offset)
            else:
                day = self._point(rest, clause, paragraph, offset)
            return self._on_day(point, day)
        if point.decade is not None or point.century is not None:
            return self._era(point)
        year = self._year(point)
        if year is not None:
            return self._absolute(point, year)
        anchor = self._anchor(point.base, clause, paragraph, offset)
        if anchor is None:
            return self._missing(TimeType.DATE, self._wording.missing_anchor)
        if point.weekday is not None and point.month is None:
            if anchor.kind is AnchorKind.TEXT and point.base is Base.PUBLICATION and not self._is_narrative:
                anchor = self._publication() or anchor
            return self._weekday(point, anchor, clause)
        if point.is_weekend:
            return self._weekend(point, anchor, clause)
        if point.day is not None and point.month is None:
            return self._day_of_month(point.day, anchor, clause)
        return self._yearless(point, anchor, clause)

    def _year(self, point: Point) -> int | None:
        if point.year is None or not point.short_year:
            return point.year
        base = self._published.day.year if self._published is not None else None
        if base is None:
            return point.year + (1900 if point.year >= 50 else 2000)
        year = base // 100 * 100 + point.year
        return year - 100 if year > base + _SHORT_AHEAD else year

    def _era(self, point: Point) -> Place:
        wording = self._wording
        if point.century is not None:
            value = f"{point.century:02d}"
            first, unit = point.century * 100, Unit.CENTURY
        else:
            decade = point.decade or 0
            if point.short_year:
                base = self._published.day.year if self._published is not None else 2000
                decade = base // 100 * 10 + decade
                if decade * 10 > base:
                    decade -= 10
            value = f"{decade:03d}"
            first, unit = decade * 10, Unit.DECADE
        if point.is_before_era:
            return self._before_era(value, unit)
        place = unit_place(
            day_of(max(first, 1)), unit, direction=Direction.ABSOLUTE, reason=wording.absolute, confidence=0.9
        )
        place.value = value
        return place

    def _before_era(self, value: str, unit: Unit) -> Place:
        return Place(
            type=TimeType.DATE,
            value=f"BC{value}",
            unit=unit,
            direction=Direction.ABSOLUTE,
            reason=self._wording.absolute,
            confidence=0.9,
        )

    def _absolute(self, point: Point, year: int) -> Place:
        wording = self._wording
        unit = point.unit
        if point.is_before_era:
            value = f"{year:04d}" + ("" if point.month is None else f"-{point.month:02d}")
            return self._before_era(value + ("" if point.day is None else f"-{point.day:02d}"), unit)
        start = _occurrence(point, year)
        place = unit_place(start, unit, direction=Direction.ABSOLUTE, reason=wording.absolute, confidence=0.97)
        self._note_clash(point, place)
        if point.swapped is not None:
            self._swap(point, place, year)
        return place

    def _swap(self, point: Point, place: Place, year: int) -> None:
        month, day = point.swapped or (1, 1)
        other = day_of(year, month, day)
        published = self._published.day if self._published is not None else None
        if published is not None and place.day is not None and place.day > published >= other:
            other, place.begin = place.day, midnight(other)
            place.until = midnight(end_of(place.begin.date(), Unit.DAY))
            place.value = place.begin.date().isoformat()
        place.confidence = 0.6
        place.alternatives.append(
            Alternative(
                value=other.isoformat(),
                begin=midnight(other),
                until=midnight(end_of(other, Unit.DAY)),
                unit=Unit.DAY,
                reason=self._wording.other_order,
            )
        )

    def _note_clash(self, point: Point, place: Place) -> None:
        """Say when the weekday named is not that of the date."""
        if point.weekday is None or place.day is None or place.unit is not Unit.DAY:
            return
        if place.day.weekday() != point.weekday:
            place.sentences.append(
                filled(
                    self._wording.clash,
                    named=self._wording.weekdays[point.weekday],
                    day=self._wording.write_day(place.day),
                )
            )
            place.confidence = 0.5

    def _weekday(self, point: Point, anchor: Anchor, clause: Clause) -> Place:
        wording = self._wording
        choice = choose_weekday(point.weekday or 0, anchor.day, clause, point.turn, wording)
        place = self._chosen(choice, Unit.DAY, anchor)
        template = {
            Direction.SAME: wording.weekday_here,
            Direction.PAST: wording.weekday_back,
            Direction.FUTURE: wording.weekday_ahead,
        }[choice.direction]
        place.sentences.append(
            filled(template, anchor=wording.write_day(anchor.day), day=wording.write_day(choice.start))
        )
        return place

    def _weekend(self, point: Point, anchor: Anchor, clause: Clause) -> Place:
        """ "the weekend": the latest one begun, or the coming one where the clause looks ahead."""
        if point.turn:
            return self._step(Unit.WEEKEND, point.turn, anchor, self._turn_reason(point.turn), 0.85)
        coming = start_of(anchor.day, Unit.WEEKEND)
        before = coming if coming <= anchor.day else plus_days(coming, -7)
        looks_back = clause.look in (Look.PAST, Look.REPORTED)
        is_behind = looks_back if point.turn == 0 else not clause.look.is_ahead
        start = before if is_behind else coming
        choice = Choice(
            start=start,
            direction=direction_of(start, anchor.day),
            reason=reason_of(clause, self._wording),
            confidence=0.85,
            other=None if before == coming else coming if is_behind else before,
        )
        return self._chosen(choice, Unit.WEEKEND, anchor)

    def _day_of_month(self, day: int, anchor: Anchor, clause: Clause) -> Place:
        """ "the 5th": of the month that was told or is running, unless the clause looks the other way."""
        starts = []
        for months in (-2, -1, 0, 1, 2):
            month = plus(anchor.day.replace(day=1), Unit.MONTH, months)
            try:
                starts.append(day_of(month.year, month.month, day))
            except OffCalendar:
                continue
        before = max(start for start in starts if start <= anchor.day)
        after = min(start for start in starts if start > anchor.day)
        ahead = clause.look.is_ahead
        start = after if ahead else before
        if anchor.kind is AnchorKind.TEXT:
            start = next((one for one in starts if (one.year, one.month) == (anchor.day.year, anchor.day.month)), start)
        choice = Choice(
            start=start,
            direction=direction_of(start, anchor.day),
            reason=reason_of(clause, self._wording),
            confidence=0.7,
            other=before if ahead else after,
        )
        return self._chosen(choice, Unit.DAY, anchor)

    def _yearless(self, point: Point, anchor: Anchor, clause: Clause) -> Place:
        wording = self._wording
        unit = point.unit
        if anchor.kind is AnchorKind.TEXT and anchor.unit >= Unit.YEAR and point.turn is None:
            start = _occurrence(point, anchor.day.year)
            choice = Choice(start=start, direction=Direction.SAME, reason=wording.in_order, confidence=0.85)
        else:
            told = anchor.kind is AnchorKind.TEXT
            choice = choose_year(
                lambda year: _occurrence(point, year),
                unit,
                anchor.day,
                Clause(look=Look.UNKNOWN) if told else clause,
                point.turn,
                wording,
                is_nearest=told or unit in (Unit.DAY, Unit.QUARTER, Unit.HALF),
            )
        place = self._chosen(choice, unit, anchor)
        self._note_clash(point, place)
        if point.swapped is not None:
            self._swap(point, place, choice.start.year)
        return place

    def _chosen(self, choice: Choice, unit: Unit, anchor: Anchor) -> Place:
        place = unit_place(
            choice.start, unit, direction=choice.direction, reason=choice.reason, confidence=choice.confidence
        )
        place.anchor = anchor
        if choice.other is not None:
            place.alternatives.append(
                Alternative(
                    value=value_of(choice.other, unit),
                    begin=midnight(choice.other),
                    until=midnight(end_of(choice.other, unit)),
                    unit=unit,
                    reason=self._wording.other_direction,
                )
            )
        return place

    # steps

    def _turn_reason(self, amount: int) -> str:
        wording = self._wording
        if amount == 0:
            return wording.given_this
        return wording.given_last if amount < 0 else wording.given_next

    def _shift(self, shift: Shift, clause: Clause, paragraph: int, offset: int) -> Place:
        wording = self._wording
        if shift.amount is None:
            reference = Reference.PAST if shift.sign < 0 else Reference.FUTURE
            return Place(
                type=TimeType.DATE,
                value=reference.value,
                direction=Direction.PAST if shift.sign < 0 else Direction.FUTURE,
                reason=wording.counted_back if shift.sign < 0 else wording.counted_ahead,
                sentences=[wording.uncounted],
                confidence=0.8,
            )
        if abs(shift.amount) > _MOST:
            raise OffCalendar("farther than the calendar reaches")
        is_own = shift.base is Base.PUBLICATION
        anchor = self._publication() if is_own else self._anchor(shift.base, clause, paragraph, offset)
        if self._concerns_quarter(shift, paragraph):
            anchor = self._quarter_of_news(paragraph) or anchor
        if anchor is None:
            sentence = wording.missing_anchor if shift.base is Base.PUBLICATION else wording.missing_text
            return self._missing(TimeType.DATE, sentence)
        confidence = 0.9
        if shift.base is Base.TOLD and anchor.kind is AnchorKind.PUBLICATION:
            confidence = 0.5
        if shift.is_counted:
            reason = wording.counted_back if shift.sign < 0 else wording.counted_ahead
        else:
            reason = self._turn_reason(shift.amount)
        if shift.unit in _CLOCK_HOURS:
            return self._clock_step(shift, anchor, reason, confidence)
        unit = shift.unit
        if shift.base is Base.COMPARED and anchor.unit is Unit.QUARTER and not self._is_narrative:
            start = start_of(plus(anchor.day, unit, shift.amount), anchor.unit, self._week_start)
            place = unit_place(
                start, anchor.unit, direction=direction_of(start, anchor.day), reason=reason, confidence=0.75
            )
            place.anchor = anchor
            return place
        if anchor.kind is AnchorKind.TEXT and anchor.unit > unit and (shift.amount or shift.unit < Unit.DAY):
            return self._too_coarse(anchor, unit, reason)
        if shift.edge is not None:
            start = start_of(anchor.day, unit, self._week_start)
            day = start if shift.edge == "start" else plus_days(end_of(start, unit), -1)
            place = unit_place(day, Unit.DAY, direction=direction_of(day, anchor.day), reason=reason, confidence=0.8)
            place.anchor = anchor
            return place
        return self._step(unit, shift.amount, anchor, reason, confidence)

    def _concerns_quarter(self, shift: Shift, paragraph: int) -> bool:
        if self._is_narrative:
            return False
        if shift.base is Base.DEFINITE:
            return shift.unit is Unit.QUARTER
        told = self._told_quarter
        is_near = told is not None and paragraph - told.paragraph <= _NEAR_PARAGRAPHS
        return shift.base is Base.COMPARED and (is_near or not shift.is_counted)

    def _step(self, unit: Unit, amount: int, anchor: Anchor, reason: str, confidence: float) -> Place:
        """The whole unit so many steps from the one that holds the anchor."""
        start = start_of(plus(anchor.day, unit, amount), unit, self._week_start)
        direction = Direction.SAME if amount == 0 else Direction.PAST if amount < 0 else Direction.FUTURE
        place = unit_place(start, unit, direction=direction, reason=reason, confidence=confidence)
        place.anchor = anchor
        return place

    def _too_coarse(self, anchor: Anchor, unit: Unit, reason: str) -> Place:
        """A step finer than its anchor: "two days later" after "in May" is some day that only the year and month tell."""
        return Place(
            type=TimeType.DATE,
            value=f"{anchor.value}-XX",
            unit=unit,
            direction=Direction.NONE,
            reason=reason,
            confidence=0.5,
            anchor=anchor,
        )

    def _clock_step(self, shift: Shift, anchor: Anchor, reason: str, confidence: float) -> Place:
        """ "two hours ago": exact from an instant, else somewhere on the day or the one beside it."""
        hours = _CLOCK_HOURS[shift.unit] * (shift.amount or 0)
        direction = Direction.PAST if hours < 0 else Direction.FUTURE
        instant = self._published.instant if self._published is not None else None
        if instant is not None and anchor.kind is AnchorKind.PUBLICATION:
            moment = _absolute_step(instant, hours)
            begin = moment.replace(second=0, microsecond=0)
            unit = Unit.MINUTE if shift.unit < Unit.HOUR else shift.unit
            value = f"{begin:%Y-%m-%dT%H:%M}"
            return Place(
                type=TimeType.TIME,
                value=value,
                unit=unit,
                begin=begin,
                until=begin + timedelta(hours=_CLOCK_HOURS[unit]),
                direction=direction,
                reason=reason,
                confidence=confidence,
                anchor=anchor,
                is_rolling=True,
            )
        if anchor.unit > Unit.DAY:
            return self._too_coarse(anchor, shift.unit, reason)
        near, far = midnight(anchor.day), moved(midnight(anchor.day), 24)
        begin = moved(near, hours) if hours < 0 else near
        until = far if hours < 0 else moved(far, hours)
        return Place(
            type=TimeType.TIME,
            value=f"{anchor.day.isoformat()}TXX",
            unit=shift.unit,
            begin=near,
            until=far,
            earliest=begin,
            latest=until,
            direction=direction,
            reason=reason,
            confidence=0.5,
            anchor=anchor,
        )

    # clocks and parts of days

    def _day_for_clock(self, point: Point, clause: Clause, paragraph: int, offset: int) -> Place:
        """The day of a clock time that names none: the day told last in the same paragraph, else that of publication."""
        told = self._told
        wording = self._wording
        is_near = told is not None and offset - told.offset <= _NEAR_CHARACTERS
        if told is not None and told.unit is Unit.DAY and is_near and point.turn is None:
            anchor: Anchor | None = self._from_told(told)
        else:
            anchor = self._publication()
        if anchor is None:
            return self._missing(TimeType.TIME, wording.missing_anchor)
        step = -1 if point.is_overnight and not clause.look.is_ahead else point.turn or 0
        return self._step(Unit.DAY, step, anchor, wording.no_direction, 0.7)

    def _on_day(self, point: Point, day: Place) -> Place:
        """A clock time or a part of a day, on a day that is already placed."""
        if day.value is None or day.begin is None or day.unit is not Unit.DAY:
            return replace(day, type=TimeType.TIME, begin=None, until=None)
        start = midnight(day.begin.date())
        if point.part is not None and point.clock is None:
            first, last = PART_HOURS[point.part]
            return replace(
                day,
                type=TimeType.TIME,
                value=f"{day.value}T{point.part}",
                unit=Unit.PART,
                begin=moved(start, first),
                until=moved(start, last),
                alternatives=[],
            )
        clock = point.clock or Clock(hour=0)
        unit = point.unit
        begin = moved(start, clock.hour + (clock.minute or 0) / 60 + (clock.second or 0) / 3600)
        written = f"T{clock.hour:02d}:{clock.minute or 0:02d}"
        if clock.second is not None:
            written += f":{clock.second:02d}"
        sentences = list(day.sentences)
        if clock.zone is not None:
            sentences.append(filled(self._wording.local_time, zone=clock.zone))
        return replace(
            day,
            type=TimeType.TIME,
            value=f"{day.value}{written}",
            unit=unit,
            begin=begin,
            until=begin + timedelta(hours=_CLOCK_HOURS[Unit.MINUTE if unit is Unit.HOUR else unit]),
            alternatives=[],
            sentences=sentences,
            offset=clock.offset,
        )

    # one thing within another

    def _within(self, meaning: Within, clause: Clause, paragraph: int, offset: int) -> Place:
        coarse = self._place(meaning.coarse, clause, paragraph, offset)
        fine = meaning.fine
        if isinstance(fine, Point) and (fine.clock is not None or fine.part is not None):
            return self._on_day(fine, coarse)
        if isinstance(fine, Length):
            return self._first_stretch(fine, coarse)
        if coarse.begin is None or coarse.until is None:
            if coarse.value is None or not isinstance(fine, Point):
                return replace(coarse, value=None)
            return self._within_open(fine, coarse)
        if isinstance(fine, Numbered):
            return self._numbered(fine, coarse)
        if isinstance(fine, Point):
            return self._inside(fine, coarse)
        return coarse

    def _within_open(self, fine: Point, coarse: Place) -> Place:
        """A month or season of a year that the calendar does not hold ("the spring of 480 BC")."""
        if fine.season is not None:
            return replace(coarse, value=f"{coarse.value}-{fine.season}", unit=fine.unit)
        if fine.month is not None:
            day = "" if fine.day is None else f"-{fine.day:02d}"
            return replace(coarse, value=f"{coarse.value}-{fine.month:02d}{day}", unit=fine.unit)
        return coarse

    def _inside(self, fine: Point, coarse: Place) -> Place:
        if coarse.begin is None or coarse.until is None:
            return coarse
        unit = fine.unit
        first, last = coarse.begin.date(), coarse.until.date()
        if fine.weekday is not None and fine.month is None:
            start = plus_days(first, (fine.weekday - first.weekday()) % 7)
        elif fine.is_weekend:
            start = start_of(first, Unit.WEEKEND, self._week_start)
        elif coarse.unit in (Unit.DECADE, Unit.CENTURY):
            # "the second half of the 1980s" has no value of its own in TIMEX3.
            return coarse
        else:
            start = _occurrence(fine, first.year)
            if start < first and last.year > first.year:
                start = _occurrence(fine, last.year)
        place = unit_place(start, unit, direction=coarse.direction, reason=coarse.reason, confidence=coarse.confidence)
        place.anchor = coarse.anchor
        place.sentences = coarse.sentences
        self._note_clash(fine, place)
        return place

    def _numbered(self, fine: Numbered, coarse: Place) -> Place:
        if coarse.begin is None or coarse.until is None:
            return replace(coarse, value=None)
        first, last = coarse.begin.date(), coarse.until.date()
        unit = fine.unit
        if fine.number > 0:
            start = plus(first, unit, fine.number - 1)
        else:
            start = plus(last, unit, fine.number)
        if unit in (Unit.WEEK, Unit.WEEKEND):
            start = start_of(start, unit, self._week_start)
        if not plus_days(first, -7) <= start < last:
            return replace(coarse, value=None, begin=None, until=None, sentences=[self._wording.impossible])
        place = unit_place(
            start, unit, direction=coarse.direction, reason=coarse.reason, confidence=min(coarse.confidence, 0.8)
        )
        place.anchor = coarse.anchor
        return place

    def _numbered_alone(self, meaning: Numbered, clause: Clause, paragraph: int, offset: int) -> Place:
        return self._missing(TimeType.DATE, self._wording.missing_text)

    def _first_stretch(self, fine: Length, coarse: Place) -> Place:
        place = self._length(fine)
        if coarse.begin is None or coarse.until is None or fine.amount is None:
            return place
        until = plus(coarse.begin.date(), fine.unit, fine.amount)
        place.begin, place.until = coarse.begin, midnight(until)
        place.anchor, place.direction, place.reason = coarse.anchor, coarse.direction, coarse.reason
        return place

    # lengths, sets, references

    def _length(self, length: Length) -> Place:
        wording = self._wording
        value = _length_value(length)
        place = Place(
            type=TimeType.DURATION,
            value=value,
            unit=length.unit,
            reason=wording.no_direction,
            sentences=[] if length.turn and length.amount else [filled(self._wording.length, value=value)],
            confidence=0.95,
        )
        if length.turn is not None:
            self._roll(length, place)
        return place

    def _roll(self, length: Length, place: Place) -> None:
        """ "the past 24 hours" ends at publication, "the next two weeks" begin there.

        From an instant, hours count in absolute time, across changes of the clock. If only a day is known, the stretch
        ends (or begins) as that day begins, and its bounds say that it may lie later.
        """
        wording = self._wording
        sign = length.turn or 0
        place.direction = Direction.PAST if sign < 0 else Direction.FUTURE
        place.reason = wording.given_last if sign < 0 else wording.given_next
        if self._published is None:
            place.sentences.append(wording.missing_anchor)
            place.value = None
            return
        if length.amount is None:
            return
        if length.amount > _MOST:
            raise OffCalendar("farther than the calendar reaches")
        place.anchor = self._publication()
        instant = self._published.instant
        amount = sign * length.amount
        if length.unit in _CLOCK_HOURS and instant is not None:
            place.is_rolling = True
            other = _absolute_step(instant, _CLOCK_HOURS[length.unit] * (amount + sign * 0.5 * length.half))
            place.begin, place.until = (other, instant) if sign < 0 else (instant, other)
            place.sentences.append(filled(self._wording.rolling_instant, day=wording.write_moment(instant)))
            return
        start = midnight(self._published.day)
        following = moved(start, 24)
        if length.unit in _CLOCK_HOURS:
            other = moved(start, _CLOCK_HOURS[length.unit] * (amount + sign * 0.5 * length.half))
            if other == midnight(other.date()):
                place.unit = Unit.DAY
        else:
            other = midnight(_moved_with_half(self._published.day, length, amount))
        if sign < 0:
            place.begin, place.until, place.earliest, place.latest = other, start, other, following
        else:
            place.begin, place.until, place.earliest = start, other, start
            place.latest = other + timedelta(hours=24)
        place.sentences.append(filled(self._wording.rolling_day, day=wording.write_day(self._published.day)))
        if place.unit is not None and place.unit > Unit.DAY:
            place.unit = Unit.DAY

    def _repeated(self, meaning: Repeated) -> Place:
        value = _set_value(meaning)
        return Place(
            type=TimeType.SET,
            value=value,
            unit=meaning.unit,
            reason=self._wording.no_direction,
            sentences=[filled(self._wording.repeated, value=value)],
            confidence=0.95,
        )

    def _vague(self, meaning: Vague) -> Place:
        wording = self._wording
        direction = {
            Reference.PAST: Direction.PAST,
            Reference.PRESENT: Direction.SAME,
            Reference.FUTURE: Direction.FUTURE,
        }[meaning.reference]
        if meaning.unit is not None:
            value = _length_value(Length(unit=meaning.unit, amount=None))
            kind = TimeType.DURATION
        else:
            value, kind = meaning.reference.value, TimeType.DATE
        return Place(
            type=kind,
            value=value,
            direction=direction,
            reason=wording.named,
            sentences=[wording.vague],
            confidence=0.9,
        )


def story_zone(begin: datetime, place: Place, zone: tzinfo | None) -> datetime:
    """A naive moment of a place as the story's zone has it: aware where the zone is known."""
    if begin.tzinfo is not None:
        # Of an instant: fixed, so that a stretch over a change of the clock keeps its order.
        if zone is not None:
            begin = begin.astimezone(zone)
        return _pinned(begin)
    if zone is None:
        return begin
    if place.offset is not None:
        moment = (begin - timedelta(minutes=place.offset)).replace(tzinfo=UTC)
        return _pinned(moment.astimezone(zone))
    return begin.replace(tzinfo=zone)


def _pinned(moment: datetime) -> datetime:
    from datetime import timezone

    offset = moment.utcoffset()
    return moment if offset is None else moment.replace(tzinfo=timezone(offset))


def _absolute_step(instant: datetime, hours: float) -> datetime:
    """`instant` moved by absolute time, in its own zone."""
    try:
        if instant.tzinfo is None:
            return instant + timedelta(hours=hours)
        return _pinned((instant.astimezone(UTC) + timedelta(hours=hours)).astimezone(instant.tzinfo))
    except OverflowError as error:
        raise OffCalendar(f"{instant} and {hours} hours") from error


def _moved_with_half(day: date, length: Length, amount: int) -> date:
    moved_day = plus(day, length.unit, amount)
    if length.half and length.unit is Unit.YEAR:
        return plus(moved_day, Unit.MONTH, 6 if amount > 0 else -6)
    return moved_day


def _occurrence(point: Point, year: int) -> date:
    """The first day of what `point` names, in that year. Raises OffCalendar where the year has none."""
    if point.holiday is not None:
        return holiday_in(year, point.holiday)
    if point.month is not None:
        return day_of(year, point.month, point.day or 1)
    if point.season is not None:
        return day_of(year, SEASON_MONTHS[point.season])
    if point.quarter is not None:
        if not 1 <= point.quarter <= 4:
            raise OffCalendar(f"quarter {point.quarter}")
        return day_of(year, point.quarter * 3 - 2)
    if point.half is not None:
        return day_of(year, 1 if point.half == 1 else 7)
    return day_of(year)


def _length_value(length: Length) -> str:
    prefix, letter, times = _LETTER[length.unit]
    if length.amount is None:
        return f"P{prefix}X{_OPEN_LETTER.get(length.unit, letter)}"
    amount = length.amount * times
    if length.half:
        half = times / 2
        written = f"{amount + half:g}"
    else:
        written = str(amount)
    return f"P{prefix}{written}{letter}"


def _set_value(meaning: Repeated) -> str:
    on = meaning.on
    if on is None:
        return _length_value(Length(unit=meaning.unit, amount=meaning.amount))
    if on.holiday is not None:
        day = on.holiday
        return f"XXXX-{day.month:02d}-{day.day:02d}" if day.day else "P1Y"
    part = f"T{on.part}" if on.part is not None else ""
    if on.weekday is not None:
        return f"XXXX-WXX-{on.weekday + 1}{part}"
    if on.is_weekend:
        return "XXXX-WXX-WE"
    if on.month is not None:
        return f"XXXX-{on.month:02d}" + (f"-{on.day:02d}" if on.day is not None else "")
    if on.season is not None:
        return f"XXXX-{on.season}"
    if on.quarter is not None:
        return f"XXXX-Q{on.quarter}"
    if on.clock is not None:
        return f"XXXX-XX-XXT{on.clock.hour:02d}:{on.clock.minute or 0:02d}"
    return f"XXXX-XX-XX{part}"


def _type_of(meaning: Meaning) -> TimeType:
    match meaning:
        case Length():
            return TimeType.DURATION
        case Repeated():
            return TimeType.SET
        case Within():
            return _type_of(meaning.fine)
        case Point() if meaning.clock is not None or meaning.part is not None:
            return TimeType.TIME
        case _:
            return TimeType.DATE

"""The stage itself: from an article and its parse to its time expressions with their proofs."""

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from reporter.dates.cues import clause_by_words
from reporter.dates.finder import Found, finder_for
from reporter.dates.meanings import Base, Shift, Unit
from reporter.dates.places import CLOCK_HOURS, GRAINS, Alternative, Place
from reporter.dates.reference import Told, has_year, is_narrative
from reporter.dates.resolver import resolve
from reporter.dates.rules import DateRules
from reporter.dates.runs import closes, goes_on, keep_after
from reporter.dates.scene import Scene, Where
from reporter.dates.tense import Clause, Look, clause_of
from reporter.dates.wording import filled
from reporter.dates.zones import story_zone
from reporter.errors import UsageError
from reporter.model import (
    AnchorKind,
    Article,
    Direction,
    Interval,
    ParagraphKind,
    Parse,
    Settings,
    TimeExpression,
    TimeProof,
    TimeReading,
    TimeType,
)


def find_times(article: Article, parse: Parse, rules: DateRules, settings: Settings) -> tuple[TimeExpression, ...]:
    """The time expressions of a story's prose and datelines, in text order, each resolved as far as its anchor allows.

    Intervals are half-open, in the story's zone where that is known. Without a publication time what needs one has no
    value. Raises UsageError for a zone that does not exist.
    """
    zone = _zone(article, settings)
    found = finder_for(rules).find(article, parse)
    scene = Scene(
        published=article.published,
        week_start=settings.week_start,
        wording=rules.wording,
        is_narrative=is_narrative(found, article.published),
    )
    event = rules.wording.filing if scene.is_filed_before else rules.wording.publication
    result: list[TimeExpression] = []
    previous: Place | None = None
    last: Clause | None = None
    for number, one in enumerate(found):
        clause = clause_of(one.span, parse, rules.grammar)
        if clause.look is Look.UNKNOWN and rules.cues is not None:
            clause = clause_by_words(one.span, parse, rules.cues)
        earlier = found[number - 1] if number else None
        is_listed = goes_on(one, earlier, parse)
        if is_listed and last is not None:
            clause = last
        if one.signal in rules.ahead and not _is_over(clause, rules):
            clause = Clause(look=Look.FUTURE, shown_by=one.signal or "")
        if one.signal in rules.behind:
            clause = Clause(look=Look.PAST, shown_by=one.signal or "")
        if clause.look is Look.PRESENT and article.paragraphs[one.paragraph].kind is ParagraphKind.HEADLINE:
            # A headline tells the past in the present tense.
            clause = Clause(look=Look.UNKNOWN)
        place = resolve(one.meaning, Where(clause=clause, paragraph=one.paragraph, offset=one.start), scene)
        if number and found[number - 1].signal in rules.opening and result[-1].interval is not None:
            _keep_order(place, previous)
            if _is_out_of_order(place, previous):  # "put off from Wednesday to Friday"
                ahead = Clause(look=Look.FUTURE, shown_by=one.signal or "")
                later = resolve(one.meaning, Where(clause=ahead, paragraph=one.paragraph, offset=one.start), scene)
                place = place if _is_out_of_order(later, previous) else later
        if previous is not None and (is_listed or closes(one, earlier, parse, rules)):
            keep_after(place, previous, rules.wording)
        previous, last = place, clause
        identity = f"t{number + 1}"
        told = _told(one, place, clause, identity, article.text, rules)
        if told is not None:
            scene.tell(told)
        result.append(_expression(identity, one, place, article.text, zone, rules, event))
    return tuple(result)


def _zone(article: Article, settings: Settings) -> tzinfo | None:
    """The zone in which the story's days are counted: that of its publication, else that of the settings."""
    name = article.published.zone if article.published is not None else None
    name = name or settings.zone
    if name is None:
        return None
    if name[0] in "+-" or name in ("Z", "UTC"):
        return _fixed_zone(name)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UsageError(
            "bad-setting", f"There is no time zone {name!r}.", "Give an IANA name such as Europe/Moscow, or +03:00."
        ) from error


def _fixed_zone(name: str) -> tzinfo:
    digits = "".join(character for character in name if character.isdecimal())
    if not digits:
        return UTC
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:4] or 0))
    return timezone(-offset if name[0] == "-" else offset)


_TELLING = frozenset({TimeType.DATE, TimeType.TIME})


def _told(one: Found, place: Place, clause: Clause, identity: str, text: str, rules: DateRules) -> Told | None:
    """What an expression tells of the story's time; None for durations, sets, references and whole decades."""
    if place.type not in _TELLING or place.begin is None or place.unit is None or place.unit > Unit.YEAR:
        return None
    if place.value is None or (isinstance(one.meaning, Shift) and one.meaning.base is Base.COMPARED):
        return None
    unit = max(place.unit, Unit.DAY)
    return Told(
        start=place.begin.date(),
        unit=unit,
        value=place.value.split("T")[0],
        time_id=identity,
        paragraph=one.paragraph,
        offset=one.start,
        is_saying=clause.look is Look.REPORTED,
        is_aside=unit is Unit.YEAR and (clause.look.is_ahead or _ends_a_range(one, text, rules)),
        has_year=has_year(one.meaning),
        moment=place.begin if place.unit in CLOCK_HOURS else None,
        offset_minutes=place.offset,
    )


def _is_over(clause: Clause, rules: DateRules) -> bool:
    """Whether "until" closes what has been: "said until Monday he had hoped", "lasted until Friday"."""
    return clause.look is Look.REPORTED or (clause.look is Look.PAST and clause.lemma in rules.grammar.lasting)


def _keep_order(place: Place, previous: Place | None) -> None:
    """The end of a range ("from Monday to Thursday") does not lie before its start, where it may lie after it."""
    if previous is None or previous.begin is None or not _is_out_of_order(place, previous):
        return
    for other in place.alternatives:
        if other.begin >= previous.begin:
            place.value, place.begin, place.until = other.value, other.begin, other.until
            place.direction = Direction.FUTURE
            place.sentences = []
            place.alternatives = []
            return


def _is_out_of_order(place: Place, previous: Place | None) -> bool:
    return (
        previous is not None and place.begin is not None and previous.begin is not None and place.begin < previous.begin
    )


def _ends_a_range(one: Found, text: str, rules: DateRules) -> bool:
    """Whether it closes a range ("1914-1918", "from 1914 to 1918"): the tale goes on from where that began."""
    return one.signal in rules.closing or text[max(one.start - 1, 0) : one.start] in _DASHES


_DASHES = frozenset({"-", "–"})


def _expression(
    identity: str, one: Found, place: Place, text: str, zone: tzinfo | None, rules: DateRules, event: str
) -> TimeExpression:
    words = text[one.start : one.end]
    alternatives = tuple(
        TimeReading(value=other.value, interval=_other_interval(other, place, zone), reason=other.reason)
        for other in place.alternatives
    )
    anchor = place.anchor
    return TimeExpression(
        id=identity,
        span=one.span,
        text=words,
        type=place.type,
        value=place.value,
        mod=one.mod,
        interval=_interval(place, zone),
        signal=one.signal,
        alternatives=alternatives,
        proof=TimeProof(
            rule=one.rule,
            anchor=anchor.kind if anchor is not None else AnchorKind.NONE,
            anchor_value=anchor.value if anchor is not None else None,
            anchor_time=anchor.time_id if anchor is not None else None,
            direction=place.direction,
            direction_reason=filled(place.reason, event=event),
            explanation=filled(_explained(" ".join(words.split()), place, rules), event=event),
            confidence=place.confidence,
            lost=one.lost,
        ),
    )


def _explained(words: str, place: Place, rules: DateRules) -> str:
    """The proof as sentences: what it was counted from, why it points that way, what came out."""
    wording = rules.wording
    sentences = list(place.sentences)
    anchor = place.anchor
    if not sentences and anchor is not None and place.value is not None:
        template = wording.from_text if anchor.kind is AnchorKind.TEXT else wording.from_publication
        sentences.append(filled(template, anchor=wording.write_day(anchor.day), value=place.value, told=anchor.value))
    if not sentences:
        sentences.append(wording.named)
    return " ".join(filled(sentence, words=words) for sentence in sentences)


def _interval(place: Place, zone: tzinfo | None) -> Interval | None:
    if place.begin is None or place.until is None or place.unit is None or place.value is None:
        return None
    return _made(place.begin, place.until, place, place.unit, zone, place.earliest, place.latest)


def _other_interval(other: Alternative, place: Place, zone: tzinfo | None) -> Interval | None:
    return _made(other.begin, other.until, place, other.unit, zone, None, None)


def _made(
    begin: datetime,
    until: datetime,
    place: Place,
    unit: Unit,
    zone: tzinfo | None,
    earliest: datetime | None,
    latest: datetime | None,
) -> Interval:
    return Interval(
        begin=story_zone(begin, place, zone),
        until=story_zone(until, place, zone),
        grain=GRAINS[unit],
        earliest=story_zone(earliest, place, zone) if earliest is not None else None,
        latest=story_zone(latest, place, zone) if latest is not None else None,
    )

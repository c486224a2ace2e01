"""Moments in the zone of a story, and steps in absolute time across changes of its clock."""

from datetime import UTC, datetime, timedelta, timezone, tzinfo

from reporter.dates.calendar import OffCalendar
from reporter.dates.places import Place


def absolute_step(instant: datetime, hours: float) -> datetime:
    """`instant` moved by absolute time, in its own zone."""
    try:
        if instant.tzinfo is None:
            return instant + timedelta(hours=hours)
        return pinned((instant.astimezone(UTC) + timedelta(hours=hours)).astimezone(instant.tzinfo))
    except OverflowError as error:
        raise OffCalendar(f"{instant} and {hours} hours") from error


def story_zone(begin: datetime, place: Place, zone: tzinfo | None) -> datetime:
    """A naive moment of a place as the story's zone has it: aware where the zone is known."""
    if begin.tzinfo is not None:
        # Of an instant: fixed, so that a stretch over a change of the clock keeps its order.
        if zone is not None:
            begin = begin.astimezone(zone)
        return pinned(begin)
    if zone is None:
        return begin
    if place.offset is not None:
        moment = (begin - timedelta(minutes=place.offset)).replace(tzinfo=UTC)
        return pinned(moment.astimezone(zone))
    return begin.replace(tzinfo=zone)


def pinned(moment: datetime) -> datetime:
    offset = moment.utcoffset()
    return moment if offset is None else moment.replace(tzinfo=timezone(offset))

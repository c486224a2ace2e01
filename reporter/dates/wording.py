"""The sentences with which a proof is told, as a language gives them."""

from dataclasses import dataclass, field
from datetime import date, datetime

from reporter.translation import BY_LOCALE


def filled(template: str, **fields: str) -> str:
    """`template` with these fields filled in, and its other fields left for later.

    >>> filled("“{words}” is {day}.", day="Monday")
    '“{words}” is Monday.'
    """
    for name, text in fields.items():
        template = template.replace("{" + name + "}", text)
    return template


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofWording:
    """Templates. `{words}` are the printed words, `{anchor}`, `{day}`, `{begin}`, `{last}` dates as people read them.

    `weekdays` begin with Monday, `months` with January. `day`, `month` tell how a date is written in a sentence.
    `{event}` is what the story counts from: `publication`, or `filing` where the wire sent it days before.
    """

    weekdays: tuple[str, ...] = field(metadata=BY_LOCALE)
    months: tuple[str, ...] = field(metadata=BY_LOCALE)
    day: str = field(metadata=BY_LOCALE)
    moment: str
    publication: str
    filing: str
    # why a direction
    given_last: str
    given_this: str
    given_next: str
    counted_back: str
    counted_ahead: str
    future_verb: str
    planning_verb: str
    old_plan: str
    present_verb: str
    timetable: str
    past_verb: str
    reporting_verb: str
    no_verb: str
    own_day: str
    nearest: str
    in_order: str
    in_row: str
    absolute: str
    no_direction: str
    day_told: str
    day_of_publication: str
    # what was concluded
    from_publication: str
    from_text: str
    named: str
    weekday_here: str
    weekday_back: str
    weekday_ahead: str
    rolling_instant: str
    rolling_day: str
    length: str
    repeated: str
    vague: str
    uncounted: str
    missing_anchor: str
    missing_text: str
    impossible: str
    clash: str
    other_order: str
    other_direction: str
    local_time: str

    def write_day(self, day: date) -> str:
        return self.day.format(
            weekday=self.weekdays[day.weekday()], day=day.day, month=self.months[day.month - 1], year=day.year
        )

    def write_moment(self, moment: datetime) -> str:
        return self.moment.format(day=self.write_day(moment.date()), time=f"{moment:%H:%M}")

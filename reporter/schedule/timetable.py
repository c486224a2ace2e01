"""When a job is due: its cron line in its zone, through `cronsim`.

It follows Debian's cron where clocks change: a job at 02:30 runs once on the night that has no 02:30 (at 03:00), and
once on the night that has two; a job that runs every so many minutes or hours goes on by the clock.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from reporter.deliver.addresses import address
from reporter.dispatch.letters import check_attached
from reporter.errors import UsageError
from reporter.schedule.job import Job

_NAME = re.compile(r"\w[\w .-]{0,59}")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.IGNORECASE)
_FIELDS = 5
MOST_HOURS = 31 * 24
"""The longest time for which slots are caught up."""


def check_jobs(jobs: Sequence[Job]) -> None:
    """Raises UsageError `bad-job` that names the job and says what it lacks; `bad-address`, `unknown-format`."""
    names = [job.name for job in jobs]
    for job in jobs:
        if not _NAME.fullmatch(job.name):
            raise _bad(job, "its name is to be letters, digits, blanks, points and hyphens, at most 60.")
        if names.count(job.name) > 1:
            raise _bad(job, "another job has the same name; what was sent is kept by it.")
        if not job.stories:
            raise _bad(job, "it names no stories.")
        if strange := next((one for one in job.stories if _ADDRESS.match(one)), None):
            raise _bad(job, f"{strange} is an address, and reporter does not fetch pages; save them into a folder.")
        if not job.to:
            raise _bad(job, "it is sent to nobody: give addresses as `to`.")
        if not 0 < job.catch_up <= MOST_HOURS:
            raise _bad(job, f"catch_up is to be a number of hours up to {MOST_HOURS}.")
        for one in job.to:
            address(one)
        check_attached(job.attach or ())
        slots(job, datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC))


def slots(job: Job, after: datetime, until: datetime) -> tuple[datetime, ...]:
    """The moments in UTC at which a job is due, after `after` and not after `until`. Raises UsageError `bad-job`."""
    found = []
    for moment in _ticks(job, after, backwards=False):
        if moment > until:
            break
        found.append(moment)
    return tuple(found)


def last_slot(job: Job, until: datetime) -> datetime | None:
    """The last moment in UTC, not after `until`, at which a job was due; None for one that never is."""
    return next(_ticks(job, until + timedelta(seconds=1), backwards=True), None)


def next_slot(job: Job, after: datetime) -> datetime | None:
    """The next moment in UTC at which a job is due; None for one that never is."""
    return next(_ticks(job, after, backwards=False), None)


def zone_of(job: Job) -> ZoneInfo:
    """Raises UsageError `bad-job` for a zone that there is not."""
    try:
        return ZoneInfo(job.zone or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise _bad(job, f"there is no time zone called {job.zone!r}; Europe/Copenhagen is one.") from error


def _ticks(job: Job, start: datetime, *, backwards: bool) -> Iterator[datetime]:
    from cronsim import CronSim, CronSimError

    if len(job.cron.split()) != _FIELDS:
        raise _bad(job, f"{job.cron!r} is no cron line: it has five fields, such as 30 7 * * mon-fri.")
    try:
        simulation = CronSim(job.cron, start.astimezone(zone_of(job)), reverse=backwards)
    except CronSimError as error:
        raise _bad(job, f"{job.cron!r} is no cron line: {error}.") from error
    return (moment.astimezone(UTC) for moment in simulation)


def _bad(job: Job, told: str) -> UsageError:
    return UsageError("bad-job", f"The job {job.name!r} cannot run: {told}", "Mend it under [[jobs]] in reporter.toml.")

"""What a slot of a job sends: a mail for each new story, or one digest of them all."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from reporter.deliver.addresses import address
from reporter.deliver.files import file_name
from reporter.deliver.message import Attachment, Letter, size_of
from reporter.deliver.outbox import Item
from reporter.deliver.sending import items_of
from reporter.deliver.settings import MailSettings
from reporter.dispatch.letters import attachments_of, identity_of, inline_of, letter_of, sender_of
from reporter.dispatch.reading import Desk
from reporter.errors import InternalError, ReporterError
from reporter.languages.briefs import wording_of
from reporter.model import Brief, EventBrief
from reporter.rendering.digest import digest_body
from reporter.rendering.glance import glance_of
from reporter.schedule.job import Job
from reporter.schedule.slots import Slot
from reporter.schedule.stories import stories_of
from reporter.schedule.timetable import zone_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What one slot sends; `told` marks what need not be sent again, `reason` says in words what there was."""

    items: tuple[Item, ...]
    told: tuple[str, ...]
    reason: str
    problems: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A brief with what makes it the same brief."""

    brief: Brief | EventBrief
    identity: str


def work_of(job: Job, slot: Slot, told: frozenset[str], desk: Desk, mail: MailSettings, when: datetime) -> Work:
    """What `job` sends at `slot`, having sent `told` before. A story that cannot be read is a problem, told once; the
    others go on. Raises UsageError for a setting, RenderError."""
    found, problems = _briefs(job, desk)
    new = found if job.repeat else [one for one in found if one.identity not in told]
    unknown = [one for one in problems if _mark(one) not in told]
    if job.digest:
        letters = _digest(job, slot, new, unknown, desk, mail, when)
    else:
        letters = [_letter(job, slot, one, desk, mail, when) for one in new]
        if not new and job.nothing_new:
            letters = _digest(job, slot, [], unknown, desk, mail, when)
    return Work(
        items=tuple(item for letter in letters for item in items_of(letter)),
        told=(*(one.identity for one in new), *map(_mark, unknown)),
        reason=f"stories: {len(found)}, new: {len(new)}, not read: {len(problems)}, mails: {len(letters)}",
        problems=tuple(problems),
    )


def _briefs(job: Job, desk: Desk) -> tuple[list[_Found], list[tuple[str, str]]]:
    paths, missing = stories_of(job.stories)
    problems = [(place, "There is no such file or folder.") for place in missing]
    found: dict[str, _Found] = {}
    for path in paths:
        try:
            brief = desk.brief(str(path))
        except ReporterError as error:
            problems.append((str(path), f"{error.message} {error.remedy}"))
        except Exception as error:  # noqa: BLE001 - one story's fault must not take the others with it; it is named
            problems.append((str(path), InternalError.of(error, str(path)).message))
        else:
            identity = identity_of(brief)
            found.setdefault(identity, _Found(brief=brief, identity=identity))
    return list(found.values()), problems


def _letter(job: Job, slot: Slot, found: _Found, desk: Desk, mail: MailSettings, when: datetime) -> Letter:
    formats = mail.attach if job.attach is None else job.attach
    identity = f"{job.name} {slot.slot.isoformat()} {found.identity}"
    return letter_of(found.brief, desk.settings, mail, tuple(map(address, job.to)), formats, when, identity=identity)


def _digest(
    job: Job,
    slot: Slot,
    new: Sequence[_Found],
    problems: Sequence[tuple[str, str]],
    desk: Desk,
    mail: MailSettings,
    when: datetime,
) -> list[Letter]:
    """One letter, or none where nothing is new and nobody wants to be told so."""
    if not new and not problems and not job.nothing_new:
        return []
    files = _files(job, new, desk, mail)
    while True:
        letter = _digest_letter(job, slot, new, problems, files, desk, mail, when)
        if not files or size_of(letter) <= mail.largest:
            return [letter]
        files.popitem()  # the last one: what is checked first goes with the mail


def _digest_letter(
    job: Job,
    slot: Slot,
    new: Sequence[_Found],
    problems: Sequence[tuple[str, str]],
    files: Mapping[str, tuple[Attachment, ...]],
    desk: Desk,
    mail: MailSettings,
    when: datetime,
) -> Letter:
    settings = desk.settings
    wording = wording_of(settings.language, settings.brief_language)
    glances = [
        glance_of(
            one.brief,
            wording_of(one.brief.article.language, one.brief.method.language),
            settings,
            [file.name for file in files.get(one.identity, ())],
        )
        for one in new
    ]
    day = slot.slot.astimezone(zone_of(job)).date()
    body = digest_body(job.name, day, glances, problems, wording, settings)
    return Letter(
        subject=body.subject,
        html=body.html,
        text=body.text,
        sender=sender_of(mail),
        recipients=tuple(map(address, job.to)),
        identity=f"{job.name} {slot.slot.isoformat()} digest",
        when=when,
        inline=inline_of(body),
        attachments=tuple(file for one in new for file in files.get(one.identity, ())),
        reply_to=None if mail.reply_to is None else address(mail.reply_to),
        list_unsubscribe=mail.list_unsubscribe,
    )


def _files(job: Job, new: Sequence[_Found], desk: Desk, mail: MailSettings) -> dict[str, tuple[Attachment, ...]]:
    """The files of each brief, by its identity, as many as a mail can hold at all; names that two share differ."""
    formats = mail.attach if job.attach is None else job.attach
    room = mail.largest * 3 // 4  # base64 makes four bytes of three
    names: set[str] = set()
    files = {}
    for one in new:
        made = attachments_of(one.brief, desk.settings, formats)
        size = sum(len(file.data) for file in made)
        if size > room:
            continue
        room -= size
        stem = file_name(one.brief)
        if any(file.name in names for file in made):
            made = tuple(replace(file, name=file.name.replace(stem, f"{stem}-{one.identity[:8]}", 1)) for file in made)
        names.update(file.name for file in made)
        files[one.identity] = made
    return files


def _mark(problem: tuple[str, str]) -> str:
    """What makes a problem the same as one that was told."""
    return "problem " + hashlib.sha256("\n".join(problem).encode("utf-8", "replace")).hexdigest()

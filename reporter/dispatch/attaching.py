"""A brief on a ticket: looked up first, posted once, the older one of the story taken down where that is allowed."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reporter.deliver.files import file_name
from reporter.deliver.message import TYPES
from reporter.deliver.outbox import Entry, Item, Outbox, State
from reporter.deliver.sending import settle
from reporter.deliver.tickets.filing import Filing, older_briefs, same_brief
from reporter.deliver.tickets.settings import Reference, reference
from reporter.deliver.tickets.system import Filed, Posting, TicketSystem
from reporter.dispatch.letters import check_attached, identity_of
from reporter.dispatch.reading import brief_in
from reporter.errors import DeliveryError, InputError, RenderError, UsageError
from reporter.languages.briefs import wording_of
from reporter.model import Brief, EventBrief, Revision, Settings
from reporter.rendering import render_files
from reporter.rendering.comment import Before, comment_of
from reporter.rendering.mail import subject_of
from reporter.revision import compare
from reporter.schema import any_from_json, event_to_json, to_json

KIND = "ticket"
_CARRIES_THE_BRIEF = frozenset({"pdf", "json"})
"""Forms from which the brief itself can be read back."""

Open = Callable[[str], TicketSystem]
"""Gives the system of a name, with someone logged in."""


class Outcome(StrEnum):
    POSTED = "posted"
    THERE = "there already"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """What became of a brief on a ticket: `link` leads there, `withdrawn` are files that are off the ticket, `kept`
    those that are out of date and stay, because the system keeps what once was attached."""

    outcome: Outcome
    link: str
    withdrawn: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


def item_of(brief: Brief | EventBrief, ticket: Reference, ending: str, wording_subject: str) -> Item:
    """The item of the outbox: the brief as its record, and in which form it goes onto the ticket."""
    data = event_to_json(brief) if isinstance(brief, EventBrief) else to_json(brief)
    return Item(
        kind=KIND, key=f"{identity_of(brief)}.{ending}", target=str(ticket), subject=wording_subject, content=data
    )


def attach(
    brief: Brief | EventBrief,
    ticket: Reference,
    ending: str,
    *,
    open_system: Open,
    settings: Settings,
    outbox: Outbox,
    clock: Callable[[], datetime],
) -> Attached | None:
    """Put a brief on a ticket in the form `ending` ("pdf", "json" …), unless it is there; None where another process is
    at it right now.

    Whether it is there is asked of the ticket itself, so that one whose fate was not known is not posted twice. Raises
    DeliveryError, UsageError, RenderError; the outbox has the reason then.
    """
    check_attached([ending])
    wording = wording_of(brief.article.language, brief.method.language)
    item = item_of(brief, ticket, ending, subject_of(brief, wording))
    waiting = outbox.enqueue([item], clock(), again=True)
    return post(waiting[0], open_system, settings, outbox, clock) if waiting else None


def post(
    entry: Entry, open_system: Open, settings: Settings, outbox: Outbox, clock: Callable[[], datetime]
) -> Attached | None:
    """Carry out a delivery to a ticket that is queued; None where another process was faster."""
    content = outbox.content(entry)
    claimed = outbox.claim(entry, clock())
    if claimed is None or content is None:
        return None
    ticket = reference(entry.target)
    ending = entry.key.rpartition(".")[2]
    try:
        done = _posted(any_from_json(content), ticket.ticket, ending, open_system(ticket.system), settings, clock())
    except DeliveryError as error:
        settle(claimed, State.QUEUED if error.can_retry else State.FAILED, error.message, outbox, clock, error.wait)
        raise
    except (InputError, RenderError, UsageError) as error:
        outbox.settle(claimed, State.FAILED, error.message, clock())
        raise
    outbox.settle(claimed, State.ACCEPTED, _told(done), clock())
    return done


def _posted(
    brief: Brief | EventBrief, ticket: str, ending: str, system: TicketSystem, settings: Settings, now: datetime
) -> Attached:
    filing = filing_for(brief, ending)
    files = system.files(ticket)
    there = same_brief(filing, files)
    if there is not None and not _is_whole(system, ticket, there, brief):
        there = None
    older = older_briefs(filing, files)
    if there is not None:
        withdrawn, kept = _withdrawn(system, ticket, older)
        return Attached(outcome=Outcome.THERE, link=there.name, withdrawn=withdrawn, kept=kept)
    wording = wording_of(brief.article.language, brief.method.language)
    data = render_files(brief, ending, wording=wording, settings=settings)
    before = None
    if older and isinstance(brief, Brief) and ending in _CARRIES_THE_BRIEF:
        before = Before(name=older[-1].name, revision=_revision(system, ticket, older[-1], brief))
    posting = Posting(
        name=filing.name,
        data=next(iter(data.values())),
        kind=TYPES[ending],
        about=f"{subject_of(brief, wording)} (sha256 {filing.brief})",
        comment=comment_of(brief, wording, settings, before=before, replaced=[one.name for one in older]),
        markdown=next(iter(render_files(brief, "md", wording=wording, settings=settings).values())).decode(),
        identity=hashlib.sha256(f"{ticket}\n{filing.name}".encode()).hexdigest(),
        record=event_to_json(brief) if isinstance(brief, EventBrief) else to_json(brief),
        posted=now,
    )
    link = system.post(ticket, posting)
    withdrawn, kept = _withdrawn(system, ticket, older)
    return Attached(outcome=Outcome.POSTED, link=link, withdrawn=withdrawn, kept=kept)


def said_first(brief: Brief | EventBrief, ending: str, settings: Settings) -> str:
    """What would be put on a ticket that has no brief of this story yet: the file's name, and the comment."""
    wording = wording_of(brief.article.language, brief.method.language)
    return f"{filing_for(brief, ending).name}\n\n{comment_of(brief, wording, settings)}"


def filing_for(brief: Brief | EventBrief, ending: str) -> Filing:
    """What the brief is called on a ticket. A story is known by its address, else by the name of its file, else by its
    headline: what stays the same when its text changes."""
    article = brief.article
    story = article.url or article.source_name or article.headline or article.text[:200]
    return Filing(
        title=file_name(brief),
        story=hashlib.sha256(story.encode()).hexdigest()[:8],
        brief=identity_of(brief)[:16],
        ending=ending,
    )


def _is_whole(system: TicketSystem, ticket: str, filed: Filed, brief: Brief | EventBrief) -> bool:
    """Whether the file that bears the name of this brief is this brief: a system may have cut it off. One that cannot
    be read back is taken at its name."""
    if filed.name.rpartition(".")[2] not in _CARRIES_THE_BRIEF:
        return True
    try:
        return identity_of(brief_in(system.read(ticket, filed))) == identity_of(brief)
    except InputError:
        return False
    except DeliveryError as error:
        if error.can_retry:
            raise
        return True


def _revision(system: TicketSystem, ticket: str, filed: Filed, brief: Brief) -> Revision | None:
    """What changed since the brief on the ticket; None where that cannot be read back, or is of another kind."""
    try:
        before = brief_in(system.read(ticket, filed))
    except InputError:
        return None
    except DeliveryError as error:
        if error.can_retry:
            raise
        return None
    return compare(before, brief) if isinstance(before, Brief) else None


def _withdrawn(system: TicketSystem, ticket: str, older: tuple[Filed, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Take older briefs down; the names of those that are gone, and of those that the system keeps."""
    fates = [(one.name, system.withdraw(ticket, one)) for one in older]
    return tuple(name for name, is_gone in fates if is_gone), tuple(name for name, is_gone in fates if not is_gone)


def _told(done: Attached) -> str:
    parts = [f"{done.outcome.value}: {done.link}"]
    parts += [f"took {name} down" for name in done.withdrawn] + [f"{name} stays" for name in done.kept]
    return "; ".join(parts)

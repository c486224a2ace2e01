"""The brief of one event in a form that people or programs read."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from reporter.errors import UsageError
from reporter.model import (
    Brief,
    Claim,
    Copy,
    EventBrief,
    EventCheck,
    EventEntry,
    EventStory,
    FigureTable,
    Interval,
    Match,
    MatchedAccount,
    Quantity,
    Settings,
    Severity,
    Status,
    Tie,
    TimelineEntry,
)
from reporter.rendering.embedding import event_attachments
from reporter.rendering.house import logo_of
from reporter.rendering.html import screen_style
from reporter.rendering.markdown import escaped, linked, tidied
from reporter.rendering.page import MOST_ROWS, context, story_lang
from reporter.rendering.pdf import draw_pdf
from reporter.rendering.script import Script, page_script
from reporter.rendering.templates import fill
from reporter.rendering.timeline import Picture, draw
from reporter.rendering.view import STATUS_ORDER, View, published_text, tone
from reporter.rendering.view import view_of as brief_view
from reporter.schema import event_to_json
from reporter.wording.dates import written
from reporter.wording.names import called, opening
from reporter.wording.words import Wording

FORMATS = ("html", "pdf", "json", "md")

_ANCHOR = re.compile(r' (id="|href="#|aria-labelledby=")')
_OF_CLAIMS = re.compile(r'(?<= data-of=")[c0-9 ]+(?=")')


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """One story of the event: where it comes from, what its own brief shows, and its sections as markup with its letter
    before each anchor."""

    story: EventStory
    view: View
    title: str
    published: str
    rests_on: tuple[str, ...]
    """What it rests on, as a sentence each; none where it is its own origin."""
    cites: tuple[str, ...]
    depth: int
    """How far down the copy tree it stands."""
    sections: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginView:
    name: str
    stories: tuple[StoryView, ...]
    """The root first, then what rests on it, each below its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountView:
    """An account of a matched thing. `is_against` where it differs from the first or denies it; `is_other_voice` where
    the account listed before it is not by a source of the same name."""

    account: MatchedAccount
    number: int
    text: str
    who: str
    outlet: str
    tie: str
    aspect: str
    """In what it differs, empty where the figures show it."""
    is_against: bool
    is_other_voice: bool
    status: Status | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchView:
    """One thing with all its accounts, which stand in `stories`; `others` says how many are left out here."""

    text: str
    stories: int
    origins: int
    accounts: tuple[AccountView, ...]
    others: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    value: str
    words: str
    who: str
    outlet: str
    story_id: str
    number: int
    as_of: str
    is_replaced: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    title: str
    spread: str
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckView:
    check: EventCheck
    worst: Severity | None
    outlet: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    entry: EventEntry
    number: int | None
    outlets: tuple[str, ...]
    """Of the others that tell it too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """The whole brief of an event, ready to be laid out."""

    title: str
    counts: str
    first: str
    last: str
    origins: tuple[OriginView, ...]
    own: tuple[StoryView, ...]
    loops: tuple[str, ...]
    quotes: tuple[str, ...]
    differing: tuple[MatchView, ...]
    agreeing: tuple[MatchView, ...]
    figures: tuple[FigureView, ...]
    checks: tuple[CheckView, ...]
    entries: tuple[EntryView, ...]
    severities: tuple[tuple[Severity, int], ...]
    statuses: tuple[tuple[Status, int], ...]
    claims: int
    picture: Picture | None


MOST_ACCOUNTS = 12
"""Accounts of one thing that a page shows; fifty reprints say the same. The JSON has all."""


def check_formats(names: Sequence[str]) -> None:
    """Raises UsageError for a format that the brief of an event does not come in."""
    for name in names:
        if name not in FORMATS:
            raise UsageError(
                "unknown-format",
                f"The brief of one event does not come as {name!r}.",
                f"Choose from: {', '.join(FORMATS)}; or give --apart for a brief of each story.",
            )


def render_event(brief: EventBrief, format_name: str, *, wording: Wording, settings: Settings) -> bytes:
    """The brief as a file of `format_name`, one of FORMATS. Raises UsageError for another, RenderError besides."""
    match format_name:
        case "json":
            return event_to_json(brief)
        case "md":
            names = {**_context(brief, wording, settings, ""), "md": escaped, "md_link": linked}
            return tidied(fill("event/event.md.j2", settings.templates, names))
        case "html":
            page = _page(brief, wording, settings, screen_style(settings), page_script(wording))
            return page.encode("utf-8", "replace")
        case "pdf":
            html = _page(brief, wording, settings, "")
            return draw_pdf(html, settings, identifier=event_to_json(brief), files=event_attachments(brief))
        case _:
            check_formats((format_name,))
            raise AssertionError(format_name)


def _page(brief: EventBrief, wording: Wording, settings: Settings, style: str, script: Script | None = None) -> str:
    return fill("event/event.html.j2", settings.templates, _context(brief, wording, settings, style, script))


def _context(
    brief: EventBrief, wording: Wording, settings: Settings, style: str, script: Script | None = None
) -> dict[str, Any]:
    """The names that a template may use; docs/templates.md explains each."""
    return {
        "brief": brief,
        "article": brief.article,
        "view": view_of(brief, wording, settings, script),
        "script": script,
        "words": wording.event,
        "titles": wording.titles,
        "labels": wording.labels,
        "wording": wording,
        "settings": settings,
        "style": style,
        "limit": MOST_ROWS,
        "tone": tone,
        "house": settings.house,
        "logo": logo_of(settings.house),
        "quoted": wording.sentences.quote,
        "story_lang": story_lang(brief.article, wording),
    }


def view_of(brief: EventBrief, wording: Wording, settings: Settings, script: Script | None = None) -> EventView:
    claims = {(story.id, claim.id): claim for story in brief.stories for claim in story.brief.claims}
    numbers = {
        (story.id, claim.id): number
        for story in brief.stories
        for number, claim in enumerate(story.brief.claims, start=1)
    }
    outlets = {story.id: story.outlet for story in brief.stories}
    views = {story.id: _story_view(story, brief, wording, settings, script) for story in brief.stories}
    matches = [_match_view(match, brief, claims, numbers, wording) for match in brief.matches]
    is_differing = [any(one.tie is not Tie.AGREES for one in match.ties) for match in brief.matches]
    flags = Counter(flag.severity for story in brief.own for flag in story.brief.flags)
    statuses = Counter(one.status for story in brief.own for one in story.brief.assessments)
    published = [story.brief.article for story in brief.stories]
    return EventView(
        title=brief.article.headline or wording.titles.no_headline,
        counts=wording.event.counts(len(brief.stories), len(brief.origins)),
        first=published_text(published[0].published, wording),
        last=published_text(published[-1].published, wording),
        origins=tuple(
            OriginView(name=origin.name, stories=tuple(_tree(origin.story_ids, brief.copies, views)))
            for origin in brief.origins
        ),
        own=tuple(views[story.id] for story in brief.own),
        loops=tuple(wording.event.loop.format(outlets=wording.event.listed(loop.outlets)) for loop in brief.loops),
        quotes=tuple(
            wording.event.shared_quote.format(
                quote=_cut(quote.text, 160),
                outlets=wording.event.listed(tuple(dict.fromkeys(outlets[one.story_id] for one in quote.places))),
            )
            for quote in brief.quotes
        ),
        differing=tuple(one for one, differs in zip(matches, is_differing, strict=True) if differs),
        agreeing=tuple(one for one, differs in zip(matches, is_differing, strict=True) if not differs),
        figures=tuple(_figure_view(table, numbers, outlets, wording) for table in brief.figures),
        checks=tuple(_check_view(one, brief, numbers, outlets) for one in brief.check_first),
        entries=tuple(
            EntryView(
                entry=one,
                number=numbers.get((one.story_id, one.entry.claim_id or "")),
                outlets=tuple(outlets[other] for other in one.also),
            )
            for one in brief.timeline
        ),
        severities=tuple((severity, flags[severity]) for severity in (Severity.HIGH, Severity.MEDIUM, Severity.LOW)),
        statuses=tuple((status, statuses[status]) for status in STATUS_ORDER if statuses[status]),
        claims=sum(len(story.brief.claims) for story in brief.own),
        picture=draw([_in_one_zone(one.entry) for one in brief.timeline]),
    )


def _story_view(
    story: EventStory, event: EventBrief, wording: Wording, settings: Settings, script: Script | None
) -> StoryView:
    words = wording.event
    outlets = {one.id: one.outlet for one in event.stories}
    rests_on = tuple(
        words.rests_on.format(
            outlet=outlets[one.of_story_id],
            grounds=", ".join(_ground(one, wording)),
        )
        for one in event.copies
        if one.story_id == story.id
    )
    cites = tuple(dict.fromkeys(one.outlet for one in event.citations if one.story_id == story.id))
    article = story.brief.article
    return StoryView(
        story=story,
        view=brief_view(story.brief, wording),
        title=article.headline or _cut(" ".join(article.text.split()), 90),
        published=published_text(article.published, wording),
        rests_on=rests_on,
        cites=cites,
        depth=_depth(story.id, {one.story_id: one.of_story_id for one in event.copies}),
        sections="" if story.is_evidence else _sections(story, wording, settings, script),
    )


def _ground(one: Copy, wording: Wording) -> list[str]:
    grounds = [wording.event.grounds[ground] for ground in one.grounds]
    if one.share:
        grounds.append(wording.event.share.format(percent=f"{100 * one.share:.0f}"))
    return grounds


def _depth(story_id: str, parents: Mapping[str, str]) -> int:
    seen = {story_id}
    while story_id in parents and parents[story_id] not in seen:
        story_id = parents[story_id]
        seen.add(story_id)
    return len(seen) - 1


def _tree(story_ids: Sequence[str], copies: Sequence[Copy], views: Mapping[str, StoryView]) -> list[StoryView]:
    """The stories of one origin, each after what it rests on."""
    below: dict[str, list[str]] = {}
    for one in copies:
        below.setdefault(one.of_story_id, []).append(one.story_id)
    found: list[str] = []
    for root in sorted(story_ids, key=lambda one: (views[one].depth, story_ids.index(one))):
        waiting = [root]
        while waiting:
            story_id = waiting.pop()
            if story_id not in found:
                found.append(story_id)
                waiting.extend(reversed(below.get(story_id, [])))
    return [views[story_id] for story_id in found]


def _sections(story: EventStory, wording: Wording, settings: Settings, script: Script | None) -> str:
    """The sections of one story as in its own brief, with its letter before each anchor."""
    names = {**context(story.brief, wording, settings), "script": script}
    markup = fill("event/story.html.j2", settings.templates, names)
    markup = _OF_CLAIMS.sub(lambda found: found[0].replace("c", f"{story.id}-c"), markup)
    return _ANCHOR.sub(rf" \g<1>{story.id}-", markup)


def _match_view(
    match: Match,
    brief: EventBrief,
    claims: Mapping[tuple[str, str], Claim],
    numbers: Mapping[tuple[str, str], int],
    wording: Wording,
) -> MatchView:
    accounts = match.accounts
    against = {place for one in match.ties if one.tie is not Tie.AGREES for place in (one.first, one.second)}
    stories = {story.id: story for story in brief.stories}
    chosen = [place for place in range(len(accounts)) if place in against or place == 0]
    chosen = sorted([*chosen, *(place for place in range(len(accounts)) if place not in chosen)][:MOST_ACCOUNTS])
    listed = [
        _account_view(accounts[place], stories, claims, numbers, wording, is_first=place == 0) for place in chosen
    ]
    return MatchView(
        text=_cut(claims[accounts[0].story_id, accounts[0].claim_id].text, 200),
        stories=len({one.story_id for one in accounts}),
        origins=match.origins,
        accounts=tuple(
            replace(one, is_other_voice=place == 0 or one.who != listed[place - 1].who)
            for place, one in enumerate(listed)
        ),
        others=len(accounts) - len(chosen),
    )


def _account_view(
    account: MatchedAccount,
    stories: Mapping[str, EventStory],
    claims: Mapping[tuple[str, str], Claim],
    numbers: Mapping[tuple[str, str], int],
    wording: Wording,
    *,
    is_first: bool,
) -> AccountView:
    story = stories[account.story_id]
    claim = claims[account.story_id, account.claim_id]
    status = next((one.status for one in story.brief.assessments if one.claim_id == account.claim_id), None)
    tie = wording.event.lead if is_first else "–" if account.tie is None else wording.event.ties[account.tie]
    return AccountView(
        account=account,
        number=numbers[account.story_id, account.claim_id],
        text=_cut(claim.text, 300),
        who=_who(claim, story.brief, wording),
        outlet=story.outlet,
        tie=tie,
        aspect="" if account.aspect is None else wording.event.aspects[account.aspect],
        is_against=account.tie in (Tie.DIFFERS, Tie.DENIES),
        is_other_voice=True,
        status=None if story.is_evidence else status,
    )


def _who(claim: Claim, brief: Brief, wording: Wording) -> str:
    if claim.source_id is None:
        return wording.titles.no_source if claim.is_attributed else wording.titles.story_itself
    source = next((one for one in brief.sources if one.id == claim.source_id), None)
    return opening(called(source, brief.article.text, wording))


def _figure_view(
    table: FigureTable,
    numbers: Mapping[tuple[str, str], int],
    outlets: Mapping[str, str],
    wording: Wording,
) -> FigureView:
    return FigureView(
        title=_cut(table.told, 120),
        spread=_spread(table, wording),
        rows=tuple(
            FigureRow(
                value=amount(row.quantity, wording),
                words=" ".join(row.quantity.text.split()),
                who=opening(row.said_by) if row.said_by is not None else wording.titles.story_itself,
                outlet=outlets[row.story_id],
                story_id=row.story_id,
                number=numbers[row.story_id, row.claim_id],
                as_of=wording.titles.no_date if row.as_of is None else written(row.as_of, wording.dates, is_short=True),
                is_replaced=row.is_replaced,
            )
            for row in table.rows
        ),
    )


def amount(quantity: Quantity, wording: Wording) -> str:
    """The number with its bound and unit, as in "at least 40 people"."""
    if quantity.value is None:
        return wording.titles.vague
    bound = "" if quantity.bound.value == "exact" else f"{wording.labels.of(quantity.bound)} "
    upper = "" if quantity.upper is None else f" – {wording.numbers.written(quantity.upper)}"
    unit = "" if quantity.unit is None else f" {quantity.unit}"
    return f"{bound}{wording.numbers.written(quantity.value)}{upper}{unit}"


def _spread(table: FigureTable, wording: Wording) -> str:
    if table.low is None or table.high is None:
        return ""
    unit = f" {table.unit}" if table.unit else ""
    low, high = wording.numbers.written(table.low), wording.numbers.written(table.high)
    return f"{low}{unit}" if low == high else f"{low} – {high}{unit}"


def _check_view(
    one: EventCheck, brief: EventBrief, numbers: Mapping[tuple[str, str], int], outlets: Mapping[str, str]
) -> CheckView:
    story = next(story for story in brief.stories if story.id == one.story_id)
    levels = {flag.id: flag.severity for flag in story.brief.flags}
    order = (Severity.HIGH, Severity.MEDIUM, Severity.LOW)
    return CheckView(
        check=one,
        worst=min((levels[flag] for flag in one.item.flag_ids), key=order.index, default=None),
        outlet=outlets[one.story_id],
        numbers=tuple(numbers[one.story_id, claim] for claim in one.item.claim_ids),
    )


def _in_one_zone(entry: TimelineEntry) -> TimelineEntry:
    """With its interval in UTC, for the picture; a story's local time without a zone is taken for it."""
    interval = entry.interval
    return entry if interval is None else replace(entry, interval=_utc(interval))


def _utc(interval: Interval) -> Interval:
    return replace(interval, begin=_moment(interval.begin), until=_moment(interval.until), earliest=None, latest=None)


def _moment(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _cut(text: str, limit: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= limit else line[:limit].rsplit(" ", 1)[0].rstrip(",;:") + " …"

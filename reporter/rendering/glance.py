"""A brief in a few lines, be it of one story or of an event: what digests and comments tell of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reporter.model import Brief, EventBrief, Settings, Severity
from reporter.rendering.page import story_lang
from reporter.rendering.view import view_of, web_address
from reporter.wording.words import Wording

if TYPE_CHECKING:
    from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """One thing to check first, and the highest severity of its flags."""

    what: str
    why: str
    worst: Severity | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """`published` is as a reader sees it, `claims` how many there are, `severities` how many flags of each; `link` is
    the story's address where it may be followed, `story_lang` the attribute that says in which language the title is.
    """

    title: str
    published: str
    claims: int
    severities: tuple[tuple[Severity, int], ...]
    checks: tuple[CheckLine, ...]
    link: str | None
    story_lang: "Markup"
    files: tuple[str, ...] = ()
    """Names of what goes with it."""


def glance_of(brief: Brief | EventBrief, wording: Wording, settings: Settings, files: Sequence[str] = ()) -> Glance:
    lang = story_lang(brief.article, wording)
    if isinstance(brief, EventBrief):
        from reporter.rendering.event.view import view_of as event_view_of

        event = event_view_of(brief, wording, settings)
        return Glance(
            title=event.title,
            published=event.first if event.first == event.last else f"{event.first} – {event.last}",
            claims=event.claims,
            severities=event.severities,
            checks=tuple(
                CheckLine(what=one.check.item.what, why=f"{one.outlet}: {one.check.item.why}", worst=one.worst)
                for one in event.checks
            ),
            link=None,
            story_lang=lang,
            files=tuple(files),
        )
    view = view_of(brief, wording)
    return Glance(
        title=view.title or wording.titles.no_headline,
        published=view.published,
        claims=len(view.claims),
        severities=view.severities,
        checks=tuple(
            CheckLine(what=item.what, why=item.why, worst=view.worst(item.flag_ids)) for item in brief.check_first
        ),
        link=web_address(brief.article.url) or None,
        story_lang=lang,
        files=tuple(files),
    )

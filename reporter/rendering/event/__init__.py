"""The brief of one event in a form that people or programs read."""

from collections.abc import Sequence
from typing import Any

from reporter.errors import UsageError
from reporter.model import EventBrief, Settings
from reporter.rendering.embedding import event_attachments
from reporter.rendering.event.view import view_of
from reporter.rendering.house import logo_of
from reporter.rendering.html import screen_style
from reporter.rendering.mail import render_mail_html, render_mail_text
from reporter.rendering.markdown import escaped, linked, tidied
from reporter.rendering.page import MOST_ROWS, story_lang
from reporter.rendering.pdf import draw_pdf
from reporter.rendering.script import Script, page_script
from reporter.rendering.templates import fill
from reporter.rendering.view import tone
from reporter.schema import event_to_json
from reporter.wording.words import Wording

FORMATS = ("html", "pdf", "json", "md", "mail")


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
            names = {**context(brief, wording, settings, ""), "md": escaped, "md_link": linked}
            return tidied(fill("event/event.md.j2", settings.templates, names))
        case "mail":
            return render_mail_html(brief, wording, settings)
        case "html":
            page = _page(brief, wording, settings, screen_style(settings), page_script(wording))
            return page.encode("utf-8", "replace")
        case "pdf":
            html = _page(brief, wording, settings, "")
            return draw_pdf(html, settings, identifier=event_to_json(brief), files=event_attachments(brief))
        case _:
            check_formats((format_name,))
            raise AssertionError(format_name)


def files_beside(brief: EventBrief, format_name: str, *, wording: Wording, settings: Settings) -> dict[str, bytes]:
    """The files that go with that of `format_name`, by their endings: of a mail its plain text."""
    return {"mail.txt": render_mail_text(brief, wording, settings)} if format_name == "mail" else {}


def _page(brief: EventBrief, wording: Wording, settings: Settings, style: str, script: Script | None = None) -> str:
    return fill("event/event.html.j2", settings.templates, context(brief, wording, settings, style, script))


def context(
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

"""The top of a brief as the body of a mail: HTML that the engines of mail programs can lay out, and plain text.

Mail programs lay out little: Outlook on Windows has Word's engine (tables, widths as attributes, no flex, grid or
position; https://www.caniemail.com tells which program knows what). So the HTML is tables of one column of 600 px,
every style stands in its element, and what is left in the style sheet is for dark mode alone.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reporter.model import Brief, EventBrief, Settings, TimelineEntry, TimelineKind
from reporter.rendering.house import MailLogo, mail_logo, style_of
from reporter.rendering.lines import cut, one_line
from reporter.rendering.outputs import FileKind
from reporter.rendering.page import context
from reporter.rendering.templates import fill
from reporter.rendering.view import ClaimView, SourceView, View, view_of
from reporter.wording.words import Wording

COLUMNS = 72
"""Characters of a line of the plain text: a quoted reply still fits on 80."""

_MOST_CLAIMS, _MOST_ROWS = 6, 8
LONGEST_SUBJECT = 150
"""Characters; a list of mails shows fewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailBody:
    """Both bodies of one mail, which say the same. `subject` is one line; `html` loads nothing from anywhere."""

    subject: str
    html: str
    text: str
    logo: MailLogo | None = None
    """The picture that the HTML shows by its Content-ID, to go with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    """The voices that stand on one side, None for those of which the story shows none; `share` of the attributed
    characters, 0 to 1."""

    side: str | None
    sources: tuple[SourceView, ...]
    share: float


def mail_body(
    brief: Brief | EventBrief, wording: Wording, settings: Settings, left_out: Sequence[tuple[str, int]] = ()
) -> MailBody:
    """The bodies of a mail that holds the top of `brief`: its templates are `mail/mail.html.j2` and `mail/mail.txt.j2`,
    for an event `mail/event.html.j2` and `mail/event.txt.j2`.

    `left_out` are files that are too large to go with it, each with its bytes. Lines of the text have at most 72
    characters, addresses apart. Raises RenderError for a template that fails.
    """
    subject = subject_of(brief, wording)
    logo = mail_logo(settings.house)
    names = {**_context(brief, wording, settings, subject), "mail_logo": logo, "left_out": _told(left_out, wording)}
    return MailBody(
        subject=subject,
        html=html_body(_name(brief), settings, names),
        text=text_body(_name(brief), settings, names),
        logo=logo,
    )


def render_mail_html(brief: Brief | EventBrief, wording: Wording, settings: Settings) -> bytes:
    names = _context(brief, wording, settings, subject_of(brief, wording))
    return html_body(_name(brief), settings, names).encode("utf-8", "replace")


def render_mail_text(brief: Brief | EventBrief, wording: Wording, settings: Settings) -> bytes:
    names = _context(brief, wording, settings, subject_of(brief, wording))
    return text_body(_name(brief), settings, names).encode("utf-8", "replace")


MAIL = FileKind(ending="mail.html", make=render_mail_html, beside={"mail.txt": render_mail_text})


def _name(brief: Brief | EventBrief) -> str:
    return "mail" if isinstance(brief, Brief) else "event"


def subject_of(brief: Brief | EventBrief, wording: Wording) -> str:
    """What a mail with `brief` is called, on one line."""
    headline = view_of(brief, wording).title if isinstance(brief, Brief) else brief.article.headline or ""
    title = one_line(headline) or wording.titles.no_headline
    return cut(wording.mail.subject.format(title=title), LONGEST_SUBJECT)


def _told(left_out: Sequence[tuple[str, int]], wording: Wording) -> tuple[str, ...]:
    """Of each file that was left out, that it was."""
    form = wording.delivery.left_out
    return tuple(form.format(name=name, size=wording.numbers.written(round(size / 1e6, 1))) for name, size in left_out)


def html_body(name: str, settings: Settings, names: dict[str, Any]) -> str:
    """The template `mail/NAME.html.j2`, filled in, its styles written into its elements."""
    from css_inline import CSSInliner

    style = style_of(settings.house)
    known = {"mail_logo": None, "left_out": (), **names, "brand": style.brand, "brand_dark": style.brand_dark}
    inliner = CSSInliner(load_remote_stylesheets=False)
    return inliner.inline(fill(f"mail/{name}.html.j2", settings.templates, known))


def text_body(name: str, settings: Settings, names: dict[str, Any]) -> str:
    """The template `mail/NAME.txt.j2`, filled in, with no two empty lines in a row."""
    known = {"left_out": (), **names, "wrap": wrapped, "rule": ruled}
    kept = [line.rstrip() for line in fill(f"mail/{name}.txt.j2", settings.templates, known).splitlines()]
    return "\n".join(line for line, before in zip(kept, ["", *kept], strict=False) if line or before).strip() + "\n"


def _context(brief: Brief | EventBrief, wording: Wording, settings: Settings, subject: str) -> dict[str, Any]:
    """The names that a template may use; docs/templates.md explains each."""
    if isinstance(brief, EventBrief):
        from reporter.rendering.event import context as event_context

        return {**event_context(brief, wording, settings, ""), "subject": subject, "cut": cut}
    names = context(brief, wording, settings)
    view: View = names["view"]
    return {
        **names,
        "subject": subject,
        "sides": sides(view.sources),
        "important": most_important(view.claims, _MOST_CLAIMS),
        "rows": nearest(brief.timeline, _MOST_ROWS),
        "cut": cut,
    }


def sides(sources: Sequence[SourceView]) -> tuple[SideView, ...]:
    """The voices by the side that they stand on, the loudest side first, and those without one last."""
    groups: dict[str | None, list[SourceView]] = {}
    for one in sources:
        groups.setdefault(one.source.side, []).append(one)
    views = [
        SideView(side=side, sources=tuple(group), share=sum(one.voice.share for one in group if one.voice))
        for side, group in groups.items()
    ]
    return tuple(sorted(views, key=lambda view: (view.side is None, -view.share)))


def most_important(claims: Sequence[ClaimView], limit: int) -> tuple[ClaimView, ...]:
    """The claims most worth a check, the most first; in the order of the story where that was not measured."""
    return tuple(sorted(claims, key=lambda one: -(one.claim.worthiness.score if one.claim.worthiness else 0.0))[:limit])


def nearest(entries: Sequence[TimelineEntry], limit: int) -> tuple[TimelineEntry, ...]:
    """The `limit` dated entries around publication, in their own order; without it, the last ones."""
    dated = [entry for entry in entries if entry.interval is not None]
    places = [place for place, entry in enumerate(dated) if entry.kind is TimelineKind.PUBLISHED]
    middle = places[-1] if places else len(dated) - 1
    chosen = sorted(range(len(dated)), key=lambda place: (abs(place - middle), -place))[:limit]
    return tuple(dated[place] for place in sorted(chosen))


def wrapped(text: object, head: str = "", indent: int | None = None) -> str:
    """`text` in lines of 72 characters, the first after `head`, the others `indent` spaces in (below the first).

    >>> print(wrapped("The dam broke at dawn. " * 4, "1. "))
    1. The dam broke at dawn. The dam broke at dawn. The dam broke at dawn.
       The dam broke at dawn.
    """
    below = " " * (len(head) if indent is None else indent)
    line = one_line(str(text))
    has_address = "http://" in line or "https://" in line
    return textwrap.fill(
        line,
        width=COLUMNS,
        initial_indent=head,
        subsequent_indent=below,
        break_long_words=not has_address,
        break_on_hyphens=False,
    )


def ruled(title: str) -> str:
    """A heading, with a line as long below it.

    >>> print(ruled("Claims"))
    CLAIMS
    ------
    """
    heading = cut(title, COLUMNS).upper()
    return f"{heading}\n{'-' * len(heading)}"

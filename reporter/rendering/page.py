"""The brief as one HTML document: what the web page and the PDF share."""

from typing import TYPE_CHECKING, Any

from reporter.model import Article, Brief, EvidenceKind, PublicationEvidence, Settings
from reporter.rendering.house import logo_of, sections_of
from reporter.rendering.marked import marked_story
from reporter.rendering.script import Script
from reporter.rendering.templates import document, fill
from reporter.rendering.timeline import draw
from reporter.rendering.view import anchored, shown, tone, view_of, web_address
from reporter.wording.words import Wording

if TYPE_CHECKING:
    from markupsafe import Markup

CONTEXT_VERSION = "1"
"""Raised when a name that templates may use goes away or changes its meaning."""


MOST_ROWS = 400
"""Entries of one kind that a page shows; many times an ordinary story's. The JSON has all."""


def context(brief: Brief, wording: Wording, settings: Settings) -> dict[str, Any]:
    """The names that a template may use; docs/templates.md explains each.

    `limit` is how many entries of one kind a page shows.
    `style` is the text of the style sheet to put in the page, empty where the sheet is given by other means; `script`
    is what runs in it, none on paper.
    """
    return {
        "context_version": CONTEXT_VERSION,
        "brief": brief,
        "article": brief.article,
        "view": view_of(brief, wording),
        "story": marked_story(brief),
        "picture": draw(brief.timeline),
        "titles": wording.titles,
        "labels": wording.labels,
        "wording": wording,
        "settings": settings,
        "style": "",
        "script": None,
        "limit": MOST_ROWS,
        "shown": lambda spans: shown(brief.article, spans),
        "anchored": lambda time: anchored(time, wording),
        "tone": tone,
        "link": web_address(brief.article.url),
        "house": settings.house,
        "logo": logo_of(settings.house),
        "sections": sections_of(settings.house, settings.templates),
        "quoted": wording.sentences.quote,
        "evidence_name": lambda one: evidence_name(one, brief.article, wording),
        "story_lang": story_lang(brief.article, wording),
    }


def story_lang(article: Article, wording: Wording) -> "Markup":
    """An attribute that says in which language the words of the story are; empty where the brief is in that too, so
    that a screen reader changes its voice only where the language changes (WCAG 2.2, 3.1.2)."""
    from markupsafe import Markup

    return Markup() if _speaks_as(article, wording) else Markup(' lang="{}"').format(article.language)


def evidence_name(evidence: PublicationEvidence, article: Article, wording: Wording) -> str:
    """Where a publication time was read: as the reader told it, or its kind in a brief of another language."""
    is_told = evidence.kind is not EvidenceKind.FLAG and evidence.detail and _speaks_as(article, wording)
    return str(evidence.detail) if is_told else wording.labels.of(evidence.kind)


def _speaks_as(article: Article, wording: Wording) -> bool:
    """Whether the brief is in the language of its story, in whatever variety."""
    return article.language.split("-")[0] == wording.language.split("-")[0]


def page(brief: Brief, wording: Wording, settings: Settings, *, style: str, script: Script | None = None) -> str:
    """The document that the settings name. Raises UsageError for one that is not there, RenderError besides."""
    name = document(settings.template, settings.templates)
    return fill(name, settings.templates, {**context(brief, wording, settings), "style": style, "script": script})

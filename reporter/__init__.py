"""reporter: a news story in, a checked brief out.

>>> import reporter
>>> article = reporter.read("Rescue crews freed 12 miners on Monday, the operator said.", published="2026-03-10")
>>> article.published.value
'2026-03-10'
>>> brief = reporter.analyse(article)
>>> [time.value for time in brief.times]
['2026-03-09']
>>> reporter.render(brief, "json")[:2]
b'{\\n'
>>> reporter.render(brief, "html")[:15]
b'<!DOCTYPE html>'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reporter.factchecks import Provider
    from reporter.model import Article, Brief, EventBrief, Settings, Verdict

__all__ = ["__version__", "analyse", "analyse_event", "read", "render"]


def read(
    story: Path | str | bytes,
    *,
    published: str | None = None,
    headline: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    settings: Settings | None = None,
) -> Article:
    """The article in a file (a `Path`), in the bytes of a file, or in a string, which is the story's own text.

    `published` is when it was published, as a person writes a full date; without it the story must tell. `headline`
    and `publisher` name what a string does not say. Raises InputError and AnchorError.
    """
    from pathlib import Path

    from reporter import ingest
    from reporter.languages import language_pack
    from reporter.model import Settings

    chosen = Settings() if settings is None else settings
    layout = language_pack(chosen.language).layout
    if isinstance(story, Path):
        return ingest.read_file(story, layout=layout, settings=chosen, url=url, published=published)
    if isinstance(story, bytes):
        return ingest.read_bytes(story, layout=layout, settings=chosen, url=url, published=published)
    return ingest.read_text(
        story,
        layout=layout,
        settings=chosen,
        published=published,
        headline=headline,
        url=url,
        publisher=publisher,
    )


def analyse(
    article: Article,
    settings: Settings | None = None,
    verdicts: Sequence[Verdict] = (),
    fact_checks: Sequence[Provider] = (),
) -> Brief:
    """The brief of an article. The parser is loaded at the first call and kept.

    `verdicts` are what persons found of its claims; `reporter.verdicts.read_verdicts` reads them from a file.
    `fact_checks` are places that are asked for published reviews, such as `reporter.factchecks.StoreProvider`.
    """
    from reporter.model import Settings
    from reporter.pipeline import Pipeline

    return Pipeline(Settings() if settings is None else settings, fact_checks).brief(article, verdicts)


def analyse_event(
    articles: Sequence[Article], *, evidence: Sequence[Article] = (), settings: Settings | None = None
) -> EventBrief:
    """One brief for an event that several articles tell, each held against the others and against `evidence`.

    Whether they tell of one event is the caller's word. Raises ValueError for less than two articles, or none but
    evidence.
    """
    from reporter.model import Settings
    from reporter.pipeline import Pipeline

    return Pipeline(Settings() if settings is None else settings).event(articles, evidence=evidence)


def render(brief: Brief | EventBrief, format: str = "html", settings: Settings | None = None) -> bytes:  # noqa: A002
    """The brief as a file of `format` ("html", "pdf", "json", "md", or what a plug-in brings). Raises RenderError."""
    from reporter.languages.briefs import wording_of
    from reporter.model import Settings
    from reporter.rendering import render as render_brief

    chosen = Settings() if settings is None else settings
    words = wording_of(brief.article.language, brief.method.language)
    return render_brief(brief, format, wording=words, settings=chosen)

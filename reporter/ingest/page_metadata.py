"""What a web page says of itself: JSON-LD, meta elements, its language, its dates."""

import json
import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LOG = logging.getLogger("reporter.ingest")

LONGEST_JSON = 1_000_000
"""Characters of one JSON-LD block; those of news pages have a few thousand, with the whole body some 50,000."""

ARTICLE_TYPES = frozenset(
    {
        "NewsArticle",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "AskPublicNewsArticle",
        "BackgroundNewsArticle",
        "OpinionNewsArticle",
        "ReviewNewsArticle",
        "Article",
        "LiveBlogPosting",
        "BlogPosting",
        "Report",
    }
)
"""schema.org's article types."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedDate:
    """A date as the page has it, and which of its parts has it ("JSON-LD datePublished")."""

    text: str
    where: str
    is_firm: bool = True
    is_update: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """What was found; None where the page does not say. `dates` are in order of trust."""

    headline: str | None = None
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    body: str | None = None
    titles: tuple[str, ...] = ()
    """Every form in which the page gives its headline."""
    dates: tuple[StatedDate, ...] = ()


def read_metadata(tree: "HtmlElement") -> PageMetadata:
    """The metadata of a parsed page. Broken JSON-LD is left out and logged."""
    article = _json_ld_article(tree)
    meta = _meta(tree)
    headings = [" ".join(heading.text_content().split()) for heading in tree.xpath("//h1")[:3]]
    publisher = _first(_name(article.get("publisher")), meta.get("og:site_name"), meta.get("application-name"))
    headline = _first(_text(article.get("headline")), _title(tree, meta, headings, publisher))
    return PageMetadata(
        headline=headline,
        titles=tuple(title for title in (headline, meta.get("og:title"), *headings) if title),
        byline=_first(_name(article.get("author")), _author(meta), _text(article.get("author"))),
        publisher=publisher,
        url=_first(_canonical(tree), meta.get("og:url"), _text(article.get("url"))),
        language=_first(tree.get("lang"), meta.get("content-language"), _text(article.get("inLanguage"))),
        body=_text(article.get("articleBody")),
        dates=tuple(_dates(tree, article, meta)),
    )


_PUBLISHED_META = ("article:published_time", "og:article:published_time", "datepublished", "article:published")
_OTHER_META = (
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "originalpublicationdate",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "date",
)
_UPDATED_META = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified")


def _dates(tree: "HtmlElement", article: dict[str, Any], meta: dict[str, str]) -> Iterator[StatedDate]:
    if text := _text(article.get("datePublished")):
        yield StatedDate(text=text, where="JSON-LD datePublished")
    for name in _PUBLISHED_META:
        if name in meta:
            yield StatedDate(text=meta[name], where=f"meta {name}")
    for name in _OTHER_META:
        if name in meta:
            yield StatedDate(text=meta[name], where=f"meta {name}", is_firm=False)
    for element in _times(tree):
        yield StatedDate(text=element.get("datetime"), where="time element", is_firm=False)
    if text := _text(article.get("dateModified")):
        yield StatedDate(text=text, where="JSON-LD dateModified", is_update=True)
    for name in _UPDATED_META:
        if name in meta:
            yield StatedDate(text=meta[name], where=f"meta {name}", is_update=True)


def _times(tree: "HtmlElement") -> list["HtmlElement"]:
    """Time elements that are marked as the time of publication, else the first inside of the article."""
    times = [element for element in islice(tree.iter("time"), 50) if (element.get("datetime") or "").strip()]
    marked = [element for element in times if _PUBLICATION.search(_marks(element))]
    inside = [
        element for element in times if next(element.iterancestors("article", "main", "header"), None) is not None
    ]
    return marked or inside[:1]


def _marks(element: "HtmlElement") -> str:
    return " ".join(element.get(name) or "" for name in ("itemprop", "class", "id")) + (
        " pubdate" if "pubdate" in element.attrib else ""
    )


_PUBLICATION = re.compile(r"publish|pubdate|created", re.IGNORECASE)


def _json_ld_article(tree: "HtmlElement") -> dict[str, Any]:
    """The first news article that the page's JSON-LD describes, else the first article of another type, else {}."""
    described = [node for script in _json_ld_scripts(tree) for node in _nodes(script)]
    articles = [node for node in described if _types(node) & ARTICLE_TYPES]
    news = [node for node in articles if any(name.endswith("NewsArticle") for name in _types(node))]
    return next(iter(news or articles), {})


def _json_ld_scripts(tree: "HtmlElement") -> Iterator[Any]:
    for script in tree.xpath("//script[contains(@type, 'ld+json')]")[:50]:
        text = (script.text_content() or "").strip()
        for wrapper in ("<!--", "-->", "//<![CDATA[", "//]]>", "<![CDATA[", "]]>"):
            text = text.removeprefix(wrapper).removesuffix(wrapper).strip()
        if not text or len(text) > LONGEST_JSON:
            continue
        try:
            # Line breaks inside strings are wrong in JSON and common in pages.
            yield json.loads(text, strict=False)
        except (ValueError, RecursionError) as error:
            LOG.info("a JSON-LD block of the page is broken: %s", error)


def _nodes(described: Any) -> Iterator[dict[str, Any]]:
    """The things described at the top: not those that another thing only lists or mentions."""
    waiting = [described]
    for _ in range(500):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting = [*node[:500], *waiting]
        elif isinstance(node, dict):
            yield node
            waiting = [part for key in ("@graph", "mainEntity") if (part := node.get(key)) is not None] + waiting


def _types(node: dict[str, Any]) -> set[str]:
    named = node.get("@type")
    listed = named if isinstance(named, list) else [named]
    return {name.rsplit("/", 1)[-1] for name in listed if isinstance(name, str)}


def _text(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if not isinstance(value, str):
        return None
    return " ".join(unescape(value).split()) or None


def _name(value: Any) -> str | None:
    """The names in a schema.org Person or Organization, or a list of them, joined with commas."""
    listed = value if isinstance(value, list) else [value]
    names = [_text(entry.get("name")) for entry in listed[:20] if isinstance(entry, dict)]
    names += [_text(entry) for entry in listed[:20] if isinstance(entry, str) and "://" not in entry]
    return ", ".join(dict.fromkeys(name for name in names if name)) or None


def _meta(tree: "HtmlElement") -> dict[str, str]:
    """The first non-empty content of each meta element, by its lower-case name, property, itemprop or http-equiv."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = " ".join(unescape(element.get("content") or "").split())
        if not content:
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if name := (element.get(attribute) or "").strip().casefold():
                found.setdefault(name, content)
    return found


def _author(meta: dict[str, str]) -> str | None:
    for name in ("author", "article:author", "byl", "parsely-author", "dc.creator", "sailthru.author"):
        if (value := meta.get(name)) and "://" not in value:
            return value
    return None


def _title(tree: "HtmlElement", meta: dict[str, str], headings: Sequence[str], publisher: str | None) -> str | None:
    title = _first(*(" ".join(element.text_content().split()) for element in tree.xpath("//head/title")[:1]))
    chosen = _first(meta.get("og:title"), *(headings if len(headings) == 1 else ()), meta.get("twitter:title"), title)
    if chosen is None:
        return None
    for mark in (" | ", " - ", " – ", " — ", " :: "):
        front, found, back = chosen.rpartition(mark)
        if found and (chosen == title or (publisher and back.casefold() == publisher.casefold())):
            return (
                front if len(front) > len(back) or (publisher and back.casefold() == publisher.casefold()) else chosen
            )
    return chosen


def _canonical(tree: "HtmlElement") -> str | None:
    for element in tree.xpath("//link[@rel='canonical'][@href]")[:1]:
        return str(element.get("href")).strip() or None
    return None


def _first(*values: str | None) -> str | None:
    return next((value.strip() for value in values if value and value.strip()), None)

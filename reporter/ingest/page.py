"""From a web page to its story: what trafilatura keeps of the text, with the headline and captions put back."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reporter.errors import InputError
from reporter.ingest.kinds import folded
from reporter.ingest.page_metadata import PageMetadata, StatedDate, read_metadata

if TYPE_CHECKING:
    from lxml.html import HtmlElement

EARLIEST, LATEST = "1995-01-01", "2099-12-31"
"""The bounds that htmldate is given. Its own later bound is today, which would make a brief depend on the clock."""


MOST_ELEMENTS = 15_000
"""Extraction takes more than linear time in nested elements: 15,000 of the worst kind take some ten seconds, and news
pages have 1,000 to 8,000."""

MOST_ATTRIBUTES = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The story of a page: `text` has one paragraph a line, the headline first where the page has one.

    `captions` are the captions in `text`, folded (see `kinds.folded`).
    """

    text: str
    metadata: PageMetadata
    captions: frozenset[str]


def is_page(text: str) -> bool:
    """Whether `text` is a web page rather than a text in which a tag occurs.

    >>> is_page("<!doctype html><p>Fire crews left."), is_page("Use <b>bold</b> here.")
    (True, False)
    """
    head = text[:_HEAD].lstrip("\ufeff \t\r\n\x00")
    if _OPENS_PAGE.match(head):
        return True
    return bool(_OPENS_FRAGMENT.match(head)) and len(_BLOCK_ENDS.findall(text[:_HEAD])) >= 2


def other_markup(text: str) -> str | None:
    """The root element of an XML document that is no web page ("rss", "nitf"); None for anything else."""
    found = _XML_ROOT.match(text[:_HEAD].lstrip("\ufeff \t\r\n\x00"))
    return found["root"] if found and found["root"].casefold() != "html" else None


def read_page(html: str, *, url: str | None, what: str) -> Page:
    """The story in a page. Fetches nothing. Raises InputError "not-an-article" when there is none."""
    tree = _parsed(html, what)
    _require_size(tree, what)
    metadata = read_metadata(tree)
    _strip_textless(tree)
    metadata = _with_inferred_date(tree, metadata, url)
    captions = _keep_captions(tree)
    body = _lines(_extracted(tree)) or _lines(metadata.body or "")
    if not body:
        raise InputError(
            "not-an-article",
            f"{what} is a web page without a story that can be told from its furniture.",
            "Give the story's text itself, as plain text or a simpler page.",
        )
    kept = {folded(line) for line in body}
    lead = [caption for caption in captions if folded(caption.text) not in kept and caption.is_lead]
    lines = [*(caption.text for caption in lead[:1]), *body]
    if metadata.headline:
        titles = {folded(title) for title in metadata.titles}
        lines = [metadata.headline, *(line for k, line in enumerate(lines) if k > 3 or folded(line) not in titles)]
    return Page(
        text="\n".join(lines), metadata=metadata, captions=frozenset(folded(caption.text) for caption in captions)
    )


_HEAD = 20_000
_COMMENTS = r"(?:<!--(?:(?!-->).){0,5000}-->\s*){0,5}"
_OPENS_PAGE = re.compile(
    rf"(?:<\?xml[^>]{{0,200}}\?>\s*)?{_COMMENTS}(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_OPENS_FRAGMENT = re.compile(
    rf"{_COMMENTS}<(?:meta|title|link|script|style|article|main|section|header|div|p|h1|h2|table|figure|blockquote)\b[^<>]{{0,2000}}>",
    re.IGNORECASE | re.DOTALL,
)
_BLOCK_ENDS = re.compile(
    r"</(?:title|script|style|article|main|section|header|div|p|h1|h2|table|figure|blockquote)>", re.IGNORECASE
)
_XML_ROOT = re.compile(
    r"(?:<\?xml[^>]{0,200}\?>\s*)(?:<!--(?:(?!-->).){0,5000}-->\s*){0,5}(?:<!DOCTYPE[^>]{0,5000}>\s*)?"
    r"<(?:[\w.-]{1,40}:)?(?P<root>[\w.-]{1,60})",
    re.IGNORECASE | re.DOTALL,
)


def _parsed(html: str, what: str) -> "HtmlElement":
    try:
        from lxml.etree import ErrorTypes, LxmlError
        from lxml.html import HTMLParser, document_fromstring
    except ImportError as error:
        raise _missing() from error
    # The parser's own limits on depth stay on: a page of 100,000 nested tags has no story.
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    data = _XML_DECLARATION.sub("", html.replace("\x00", " ")).encode("utf-8", "replace")
    _require_sane_tags(html, what)
    try:
        tree = document_fromstring(data, parser=parser)
    except (LxmlError, ValueError) as error:
        raise _too_tangled(what, "it has no elements") from error
    if any(entry.type == ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise _too_tangled(what, "its tags are nested hundreds deep")
    return tree


def _require_sane_tags(html: str, what: str) -> None:
    """Refuse a tag with thousands of attributes: the HTML parser takes quadratic time for them."""
    for tag in _TAG_START.split(html):
        if len(tag) > MOST_ATTRIBUTES and (
            len(tag.partition(">")[0].split()) > MOST_ATTRIBUTES or len(_QUOTED.findall(tag)) > MOST_ATTRIBUTES
        ):
            raise _too_tangled(what, f"it has a tag with more than {MOST_ATTRIBUTES:,} attributes")


def _too_tangled(what: str, why: str) -> InputError:
    return InputError(
        "not-an-article", f"{what} is a web page that cannot be read: {why}.", "Give the story's text itself."
    )


def _require_size(tree: "HtmlElement", what: str) -> None:
    """Refuse a page that would take minutes to read."""
    count = sum(1 for element in tree.iter() if element.tag not in _DRAWING)
    if count > MOST_ELEMENTS:
        raise InputError(
            "too-large",
            f"{what} is a web page with {count:,} elements; a page with a story has at most {MOST_ELEMENTS:,}.",
            "Give the story's text itself, or a page that holds only the story.",
        )


_DRAWING = frozenset({"path", "g", "use", "circle", "rect", "line", "polygon", "script", "style", "option"})


def _strip_textless(tree: "HtmlElement") -> None:
    from lxml.etree import strip_elements

    strip_elements(tree, *_TEXTLESS, with_tail=False)


_TEXTLESS = ("style", "svg", "iframe", "object", "embed", "template", "select", "canvas", "map")
_TAG_START = re.compile(r"<[A-Za-z]")
_QUOTED = re.compile(r"\s[A-Za-z][\w:.-]{0,60}=[\"']")
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")


def _extracted(tree: "HtmlElement") -> str:
    try:
        from trafilatura import extract
    except ImportError as error:
        raise _missing() from error
    text = extract(
        tree,
        output_format="txt",
        with_metadata=False,
        include_comments=False,
        include_formatting=False,
        include_links=False,
        include_images=False,
        include_tables=False,
        deduplicate=False,
    )
    return text or ""


def _lines(text: str) -> list[str]:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return [line.removeprefix("- ") for line in lines if line and line != "-"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Caption:
    text: str
    is_lead: bool


def _keep_captions(tree: "HtmlElement") -> list[_Caption]:
    """The page's captions; each takes the place of its figure as a paragraph, where extraction may keep it."""
    from lxml.html import builder

    captions: list[_Caption] = []
    for element in tree.xpath("//figcaption")[:200]:
        text = " ".join(element.text_content().split())
        if len(text) < 2:
            continue
        figure = next((parent for parent in element.iterancestors("figure")), element)
        is_inside = next(figure.iterancestors("article", "main"), None) is not None
        captions.append(_Caption(text=text, is_lead=is_inside and not any(earlier.is_lead for earlier in captions)))
        parent = figure.getparent()
        if parent is not None:
            paragraph = builder.P(text)
            paragraph.tail = figure.tail
            parent.replace(figure, paragraph)
    return captions


def _with_inferred_date(tree: "HtmlElement", metadata: PageMetadata, url: str | None) -> PageMetadata:
    """With the day that htmldate infers, where the page states none itself."""
    if any(not stated.is_update for stated in metadata.dates):
        return metadata
    try:
        from htmldate import find_date
    except ImportError as error:
        raise _missing() from error
    found = find_date(
        tree,
        extensive_search=False,
        original_date=True,
        url=url,
        min_date=EARLIEST,
        max_date=LATEST,
        deferred_url_extractor=True,
    )
    if not found:
        return metadata
    inferred = StatedDate(text=found, where="htmldate", is_firm=False)
    return replace(metadata, dates=(inferred, *metadata.dates))


def _missing() -> InputError:
    return InputError(
        "missing-library",
        "Web pages cannot be read: trafilatura and htmldate are not installed.",
        "Install them (pip install 'reporter-brief[html]') or give the story as plain text.",
    )

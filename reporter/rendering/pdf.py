"""The brief as a PDF, by WeasyPrint: tagged, with bookmarks, page numbers and its own fonts."""

from __future__ import annotations

import atexit
import gc
import hashlib
import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from reporter.errors import RenderError
from reporter.rendering.embedding import VARIANT, attachments, declare
from reporter.rendering.glyphs import EMOJI, has_pictographs, lacking_told
from reporter.rendering.house import HouseStyle, style_of
from reporter.rendering.page import page
from reporter.rendering.tagging import margins_are_artifacts, scope_headers
from reporter.rendering.templates import fill, template_folder
from reporter.rendering.writing import file_of
from reporter.schema import to_json

if TYPE_CHECKING:
    from reporter.model import Brief, Settings
    from reporter.wording.words import Wording

_FACES = (
    ("Brief Sans", 400, "IBMPlexSans-Regular"),
    ("Brief Sans", 600, "IBMPlexSans-SemiBold"),
    ("Brief Serif", 400, "IBMPlexSerif-Regular"),
    ("Brief Serif", 600, "IBMPlexSerif-SemiBold"),
)
_PICTOGRAPHS = (EMOJI[0], 400, EMOJI[1])


def render_pdf(brief: Brief, wording: Wording, settings: Settings) -> bytes:
    """Raises RenderError `missing-library` where Pango, which draws the text, is not installed."""
    return draw_pdf(
        page(brief, wording, settings, style=""), settings, identifier=to_json(brief), files=attachments(brief)
    )


def draw_pdf(html: str, settings: Settings, *, identifier: bytes, files: Sequence[Any] = ()) -> bytes:
    """The page `html` (without a style sheet) as a PDF, whose id is made from `identifier`, with `files` inside.

    Raises RenderError.
    """
    weasyprint = _weasyprint()
    from weasyprint.urls import FatalURLFetchingError

    style = (settings.page_size.value, settings.templates, style_of(settings.house))
    fonts, sheet, fetcher = _styles(*style, has_pictographs=has_pictographs(html))
    document = _read(weasyprint, breakable(html), fetcher)
    written: list[bytes] = []

    def finish(_document: Any, pdf: Any) -> None:
        declare(pdf)
        scope_headers(pdf)
        margins_are_artifacts(pdf)
        written.append(file_of(pdf, hashlib.sha256(identifier).digest()[:16]))
        pdf.objects.clear()  # so that nothing is left for pydyf to write
        pdf.info.clear()

    try:
        with _no_collection(), lacking_told():
            document.write_pdf(
                io.BytesIO(),
                stylesheets=[sheet],
                font_config=fonts,
                pdf_variant=VARIANT,
                attachments=list(files),
                finisher=finish,
                pdf_tags=True,
                custom_metadata=True,
            )
    except FatalURLFetchingError as error:
        raise RenderError(
            "template-error",
            f"The template asks for something that is not in it: {error}.",
            "Put styles and pictures into the template itself.",
        ) from error
    return written[0]


_VOID = re.compile(r"<((?:br|col|hr|img|input|link|meta|wbr)\b[^<>]*?)/?>")


def _read(weasyprint: Any, html: str, fetcher: Any) -> Any:
    """The page as WeasyPrint holds it: read by the XML parser of Python's library where it is as well-formed as our own
    templates are (3 ms of a story of 900 words), else by WeasyPrint's HTML parser (53 ms)."""
    try:
        # The text of a story is escaped in it, so that no story can bring a document type or an entity.
        tree = ElementTree.fromstring(_VOID.sub(r"<\1/>", html).encode("utf-8", "replace"))  # noqa: S314
    except ElementTree.ParseError:
        return weasyprint.HTML(string=html, base_url=None, url_fetcher=fetcher)
    from cssselect2 import ElementWrapper

    document = weasyprint.HTML(string="", base_url=None, url_fetcher=fetcher)
    document.wrapper_element = ElementWrapper.from_html_root(tree, content_language=None)
    document.etree_element = document.wrapper_element.etree_element
    return document


_LONG_WORD = re.compile(r"\S{200,}")
_PIECE = re.compile(r"(?:&#?\w{1,8};|.){60}")


def breakable(text: str) -> str:
    """The page `text` with places to break in words of 200 characters and more, outside of tags.

    Where a line may break anywhere, the engine lays the whole rest of a word out again for each line, and a word of
    200,000 characters takes minutes.

    >>> breakable("<p id=a>" + "x" * 200 + "</p>").count(chr(0x200B))
    3
    """
    if not _LONG_WORD.search(text):
        return text
    pieces = text.split("<")
    for number, piece in enumerate(pieces):
        tag, closes, words = piece.partition(">")
        if len(words) >= 200:
            words = _LONG_WORD.sub(lambda word: _PIECE.sub("\\g<0>\u200b", word[0]), words)
            pieces[number] = f"{tag}{closes}{words}"
    return "<".join(pieces)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Hold the garbage collector: a layout makes a million objects that all live until its end, and looking through
    them again and again was a sixth of the time of a PDF (0.93 to 0.79 s of 11 claims, 1.5 to 1.23 s of 28)."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _weasyprint() -> Any:
    try:
        with redirect_stdout(io.StringIO()):  # it prints advice of its own where our results go
            import weasyprint
    except OSError as error:
        raise RenderError(
            "missing-library",
            "PDFs are drawn with Pango, which is not installed here.",
            "Run: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 "
            "(or install Pango with your system's package manager), or leave pdf out of --format.",
        ) from error
    return weasyprint


@lru_cache(maxsize=4)
def _styles(
    page_size: str, own_folder: str | None, house: HouseStyle, *, has_pictographs: bool
) -> tuple[Any, Any, Any]:
    """The fonts and the parsed style sheet, made once for each process, and the fetcher that reads the fonts."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    fetcher = _fetcher(house.logo)
    fonts = FontConfiguration()
    # Plain TrueType: unpacking the same four files from WOFF2 took 0.27 s of each process.
    faces = "".join(
        f"@font-face{{font-family:'{family}';font-weight:{weight};"
        f"src:url('{(template_folder() / 'fonts' / f'{name}.ttf').as_uri()}') format('truetype')}}\n"
        for family, weight, name in (*_FACES, *([_PICTOGRAPHS] if has_pictographs else []))
    )
    sheet = CSS(
        string=faces + fill("brief/brief.css.j2", own_folder, {"paper": page_size, "house": house}),
        font_config=fonts,
        media_type="print",
        url_fetcher=fetcher,
    )
    return fonts, sheet, fetcher


# WeasyPrint's fonts are files that it removes when they go; at the interpreter's end it would be too late for that.
atexit.register(_styles.cache_clear)


def _fetcher(logo: str | None) -> Any:
    """Reads files of the built-in font folder and the newsroom's logo, which is its own address, and refuses everything
    else: no network, no other file."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    allowed = {path.as_uri(): path for path in sorted((template_folder() / "fonts").glob("*.ttf"))}

    class FontsOnly(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            if url == logo:
                return super().fetch(url, headers)
            if url not in allowed:
                raise FatalURLFetchingError(f"a brief loads nothing from elsewhere, so not {url}")
            return URLFetcherResponse(url, body=io.BytesIO(allowed[url].read_bytes()))

    return FontsOnly(allowed_protocols={"data", "file"})

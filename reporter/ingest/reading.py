"""The ingest stage: from what a user gives to an Article."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reporter.errors import InputError
from reporter.ingest.cutting import cut
from reporter.ingest.decoding import decode
from reporter.ingest.kinds import Read, read_kinds
from reporter.ingest.layout import Layout
from reporter.ingest.page import is_page, other_markup, read_page
from reporter.ingest.page_metadata import PageMetadata
from reporter.ingest.publication import Statement, read_flag, read_statement, settle
from reporter.ingest.stamps import read_stamp
from reporter.model import Article, EvidenceKind, ParagraphKind, Settings

MOST_BYTES = 10_000_000
"""The largest news pages, with scripts and inline pictures, have some 5 MB."""

MOST_CHARACTERS = 1_000_000
"""A story of 100,000 words, ten times the longest that newspapers print, has 600,000; a parse of one takes minutes."""

MOST_PARAGRAPHS = 20_000
"""Far beyond any story; a table or a list of single words reaches it."""


def read_file(
    path: Path, *, layout: Layout, settings: Settings, url: str | None = None, published: str | None = None
) -> Article:
    """The story in the file at `path`: see `read_bytes`. Raises InputError "unreadable-file" besides."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(
            "unreadable-file",
            f"{str(path)!r} cannot be read: {reason}.",
            "Give the path of a text or HTML file, or '-' to read from standard input.",
        ) from error
    return read_bytes(data, layout=layout, settings=settings, name=path.name, url=url, published=published)


def read_bytes(
    data: bytes,
    *,
    layout: Layout,
    settings: Settings,
    name: str | None = None,
    url: str | None = None,
    published: str | None = None,
) -> Article:
    """The story in `data`, plain text or a web page, told apart by content.

    `name` is what the user calls the input. For a page `Article.text` is the extracted text, else the decoded text as
    it stands, without a byte order mark. Raises InputError (too-large, binary-input, bad-encoding, not-an-article,
    unsupported-language) and AnchorError (see `publication.settle`).
    """
    what = repr(name) if name is not None else "The input"
    if len(data) > MOST_BYTES:
        raise InputError(
            "too-large",
            f"{what} has more than {MOST_BYTES // 1_000_000} MB.",
            "Give one story at a time, without what surrounds it.",
        )
    text = decode(data, layout, what=what)
    if is_page(text):
        return _read_html(text, layout=layout, settings=settings, name=name, url=url, published=published, what=what)
    if (root := other_markup(text)) is not None:
        raise InputError(
            "not-an-article",
            f"{what} is an XML document ({root}), which is neither plain text nor a web page.",
            "Give the story as plain text or HTML.",
        )
    return read_text(text, layout=layout, settings=settings, name=name, url=url, published=published)


def read_text(
    text: str,
    *,
    layout: Layout,
    settings: Settings,
    published: str | None = None,
    headline: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    name: str | None = None,
) -> Article:
    """The story in `text`, exactly as given; every offset counts into it.

    Half surrogates, which no file can hold, become U+FFFD one for one. `headline` and `publisher` are what is known
    of the story besides. Raises InputError (too-large, not-an-article) and AnchorError.

    >>> from reporter.languages.en.layout import LAYOUT
    >>> read_text("ARDEN, 14 May 2024 - A shed burned.", layout=LAYOUT, settings=Settings()).published.value
    '2024-05-14'
    """
    what = repr(name) if name is not None else "The input"
    known = _Known(headline=headline, publisher=publisher, url=url, name=name)
    return _article(text, known, layout=layout, settings=settings, published=published, what=what)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What is known of a story besides its text."""

    headline: str | None = None
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None
    name: str | None = None
    captions: frozenset[str] = frozenset()
    statements: tuple[Statement, ...] = ()


def _read_html(
    html: str,
    *,
    layout: Layout,
    settings: Settings,
    name: str | None,
    url: str | None,
    published: str | None,
    what: str,
) -> Article:
    page = read_page(html, url=url, what=what)
    metadata = page.metadata
    _require_language(metadata, settings, what)
    known = _Known(
        headline=metadata.headline,
        byline=metadata.byline,
        publisher=metadata.publisher,
        url=url or metadata.url,
        name=name,
        captions=page.captions,
        statements=_stated(metadata, layout, is_chosen=published is not None),
    )
    return _article(page.text, known, layout=layout, settings=settings, published=published, what=what)


def _require_language(metadata: PageMetadata, settings: Settings, what: str) -> None:
    if metadata.language is None:
        return
    given = metadata.language.replace("_", "-").split("-")[0].strip().casefold()
    wanted = settings.language.split("-")[0].casefold()
    if given and given != wanted:
        raise InputError(
            "unsupported-language",
            f"{what} says that it is written in {metadata.language!r}; stories are read in {settings.language!r}.",
            "Give a story in that language, or choose another installed language with the setting 'language'.",
        )


def _stated(metadata: PageMetadata, layout: Layout, *, is_chosen: bool) -> tuple[Statement, ...]:
    statements = (
        _statement(
            stated.text,
            EvidenceKind.METADATA,
            stated.where,
            layout,
            is_chosen=is_chosen,
            is_firm=stated.is_firm,
            is_update=stated.is_update,
        )
        for stated in metadata.dates
    )
    return tuple(statement for statement in statements if statement is not None)


def _statement(
    text: str,
    kind: EvidenceKind,
    where: str,
    layout: Layout,
    *,
    is_chosen: bool,
    is_firm: bool = True,
    is_update: bool = False,
) -> Statement | None:
    return read_statement(
        text, kind, where, layout.calendar, is_firm=is_firm, is_update=is_update, is_lenient=is_chosen
    )


def _article(
    text: str, known: _Known, *, layout: Layout, settings: Settings, published: str | None, what: str
) -> Article:
    flag = None if published is None else read_flag(published, layout.calendar)
    if len(text) > MOST_CHARACTERS:
        raise InputError(
            "too-large",
            f"{what} has {len(text):,} characters of text; a story has at most {MOST_CHARACTERS:,}.",
            "Give one story at a time.",
        )
    if not any(character.isalnum() for character in text):
        raise InputError("not-an-article", f"{what} has no words in it.", "Give the text of a story.")
    text = text.translate(_WHOLE)
    spans = cut(text)
    if len(spans) > MOST_PARAGRAPHS:
        raise InputError(
            "too-large",
            f"{what} has {len(spans):,} paragraphs; a story has at most {MOST_PARAGRAPHS:,}.",
            "Give one story at a time.",
        )
    headline = _single_line(known.headline)
    reads = read_kinds(text, spans, layout, headline=headline, captions=known.captions)
    statements = (*known.statements, *_from_text(reads, layout, is_chosen=flag is not None))
    return Article(
        text=text,
        language=settings.language,
        paragraphs=tuple(read.paragraph for read in reads),
        published=settle(statements, flag, settings),
        headline=headline or _headline(text, reads),
        byline=_single_line(known.byline) or _group(reads, "name", ParagraphKind.BYLINE),
        publisher=_single_line(known.publisher),
        credit_line=_group(reads, "agency") or _group(reads, "slashed"),
        located=_located(reads, layout),
        url=known.url,
        source_name=known.name,
    )


_WHOLE = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def _from_text(reads: Sequence[Read], layout: Layout, *, is_chosen: bool) -> tuple[Statement, ...]:
    """The dates that the text itself states: in a date line, in the first dateline, in the stamp of the wire.

    A stamp is not firm: what is printed later is published later.
    """
    statements: list[Statement | None] = []
    for group, where in (("published", "the line of publication"), ("when", "the dateline")):
        found = next((read.groups[group] for read in reads if group in read.groups), None)
        if found is not None:
            statements.append(_statement(found, EvidenceKind.DATELINE, where, layout, is_chosen=is_chosen))
    updated = next((read.groups["updated"] for read in reads if "updated" in read.groups), None)
    if updated is not None:
        statements.append(
            _statement(
                updated, EvidenceKind.DATELINE, "the line of the update", layout, is_chosen=is_chosen, is_update=True
            )
        )
    sent = next((read.groups["sent"] for read in reads if "sent" in read.groups), None)
    if sent is not None:
        moment = read_stamp(sent, layout.calendar)
        where = "the wire's stamp"
        statements.append(Statement(kind=EvidenceKind.WIRE, text=sent, detail=where, moment=moment, is_firm=False))
    return tuple(statement for statement in statements if statement is not None)


def _headline(text: str, reads: Sequence[Read]) -> str | None:
    found = next((read.paragraph for read in reads if read.paragraph.kind is ParagraphKind.HEADLINE), None)
    return None if found is None else _single_line(found.span.of(text))


def _group(reads: Sequence[Read], name: str, kind: ParagraphKind | None = None) -> str | None:
    """What the first rule with this group read; None if none did."""
    for read in reads:
        if name in read.groups and (kind is None or read.paragraph.kind is kind):
            return read.groups[name]
    return None


def _located(reads: Sequence[Read], layout: Layout) -> str | None:
    place = _group(reads, "place") or _group(reads, "dated_place")
    return None if place is None else layout.places.get(place.casefold(), place)


def _single_line(words: str | None) -> str | None:
    """`words` on one line; None for none."""
    if words is None:
        return None
    return " ".join(words.translate(_WHOLE).replace("\x00", " ").split()) or None

"""The brief as a Word document, by python-docx, for a desk that works on in Word: real headings, lists and tables.

python-docx comes with the extra `docx`. It writes the time of day into the file; here the document is dated by its
story, and the archive by nothing, so that the same brief gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

from reporter.errors import RenderError
from reporter.model import Brief, PageSize, Settings, Severity
from reporter.rendering.amounts import amount
from reporter.rendering.lines import one_line
from reporter.rendering.outputs import FileKind
from reporter.rendering.page import MOST_ROWS
from reporter.rendering.view import ClaimView, LinkView, TimeView, View, view_of
from reporter.wording.words import Wording

if TYPE_CHECKING:
    from docx.document import Document

_PAGES = {PageSize.A4: (210.0, 297.0), PageSize.LETTER: (215.9, 279.4)}
"""Width and height in millimetres."""
_MARGIN = 20.0
_INK = "1F2933"
_FILL = "E8ECEF"
"""Behind the heads of tables: light enough for black letters, and there on a grey printer."""
_FONT = "Calibri"
_BASE_SIZE, _TABLE_SIZE = 10.5, 9.0
_ZIPPED = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can tell."""
_PLAIN = "docProps/core.xml"
"""Kept unpacked in the archive, so that the hash of the story can be read in the file."""
_DASH = "–"


def render_docx(brief: Brief, wording: Wording, settings: Settings) -> bytes:
    """Raises RenderError `missing-library` where python-docx is not installed."""
    docx = _docx()
    view = view_of(brief, wording)
    document = docx.Document()
    writer = _Writer(document, wording, settings)
    writer.set_up(brief, view)
    _head(writer, brief, view)
    _check_first(writer, brief, view)
    _timeline(writer, brief)
    _claims(writer, view)
    _sources(writer, view)
    _figures(writer, view)
    _method(writer, brief)
    return _packed(document)


def _docx() -> Any:
    try:
        import docx
    except ImportError as error:
        raise RenderError(
            "missing-library",
            "Word documents are written with python-docx, which is not installed here.",
            "Run: python -m pip install 'reporter-brief[docx]', or leave docx out of --format.",
        ) from error
    return docx


DOCX = FileKind(make=render_docx, check=_docx)


class _Writer:
    """Puts parts of a page into a document, each with its style."""

    def __init__(self, document: Document, wording: Wording, settings: Settings) -> None:
        self.document = document
        self.wording = wording
        self.page = _PAGES[settings.page_size]

    @property
    def width(self) -> float:
        """Of the text, in millimetres."""
        return self.page[0] - 2 * _MARGIN

    def set_up(self, brief: Brief, view: View) -> None:
        self._set_page()
        self._set_styles()
        self._set_properties(brief, view)
        self._set_footer(brief)

    def heading(self, text: str) -> None:
        self.document.add_heading(one_line(text), level=1)

    def paragraph(self, text: str, style: str | None = None, *, lead: str = "") -> Any:
        """A paragraph in a style of the document; `lead` is set in bold before it."""
        paragraph = self.document.add_paragraph(style=style)
        if lead:
            paragraph.add_run(one_line(lead) + " ").bold = True
        paragraph.add_run(one_line(text))
        return paragraph

    def table(self, heads: Sequence[str], shares: Sequence[int], rows: Iterable[Sequence[str]]) -> None:
        """A table whose head stands again on each page. `shares` divide the width; a line break in a cell begins a
        paragraph. Rows beyond what a page shows are left out: the JSON has all."""
        from docx.shared import Mm

        widths = [Mm(self.width * share / sum(shares)) for share in shares]
        table = self.document.add_table(rows=1, cols=len(heads), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        self._fill(table.rows[0], heads, widths, is_head=True)
        for row in list(rows)[:MOST_ROWS]:
            self._fill(table.add_row(), row, widths, is_head=False)
        self.document.add_paragraph().paragraph_format.space_after = 0

    def _fill(self, row: Any, texts: Sequence[str], widths: Sequence[Any], *, is_head: bool) -> None:
        _mark(row._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001 - python-docx has no face for it
        if is_head:
            _mark(row._tr.get_or_add_trPr(), "w:tblHeader")  # noqa: SLF001
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = width
            for number, line in enumerate(text.split("\n")):
                paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
                paragraph.style = self.document.styles["Table Head" if is_head else "Table Text"]
                paragraph.add_run(one_line(line))
            if is_head:
                _mark(cell._tc.get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill=_FILL)  # noqa: SLF001

    def _set_page(self) -> None:
        from docx.shared import Mm

        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(self.page[0]), Mm(self.page[1])
        section.left_margin = section.right_margin = Mm(_MARGIN)
        section.top_margin = section.bottom_margin = Mm(_MARGIN)

    def _set_styles(self) -> None:
        from docx.enum.style import WD_STYLE_TYPE
        from docx.oxml.ns import qn
        from docx.shared import Pt, RGBColor

        styles = self.document.styles
        for name, size, is_bold in (
            ("Normal", _BASE_SIZE, False),
            ("Title", 22, True),
            ("Heading 1", 14, True),
            ("Facts", _BASE_SIZE, False),
            ("Table Text", _TABLE_SIZE, False),
            ("Table Head", _TABLE_SIZE, True),
        ):
            if name not in styles:
                styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
            style = styles[name]
            style.font.name, style.font.size, style.font.bold = _FONT, Pt(size), is_bold
            style.font.color.rgb = RGBColor.from_string(_INK)
            fonts = style.element.rPr.rFonts
            for theme in [key for key in fonts.attrib if key.endswith("Theme")]:
                del fonts.attrib[theme]
            for script in ("w:eastAsia", "w:cs", "w:hAnsi"):
                fonts.set(qn(script), _FONT)
        for name in ("Table Text", "Table Head"):
            styles[name].paragraph_format.space_before = Pt(2)
            styles[name].paragraph_format.space_after = Pt(2)
        styles["Facts"].paragraph_format.space_after = Pt(2)
        styles["Table Head"].paragraph_format.keep_with_next = True
        styles["Heading 1"].paragraph_format.space_before = Pt(16)
        styles["Heading 1"].paragraph_format.space_after = Pt(4)
        for language in styles.element.iter(qn("w:lang")):
            language.set(qn("w:val"), self.wording.language)

    def _set_properties(self, brief: Brief, view: View) -> None:
        properties = self.document.core_properties
        properties.title = one_line(view.title)[:255]
        properties.author = f"reporter {brief.method.version}"
        properties.last_modified_by = properties.author
        properties.comments = one_line(self.wording.titles.disclaimer)
        properties.identifier = brief.method.input_sha256
        properties.language = self.wording.language
        properties.revision = 1
        properties.created = properties.modified = _dated(brief)
        package = self.document.part.package
        for key in [key for key, one in package.rels.items() if one.reltype.endswith("/thumbnail")]:
            del package.rels[key]  # python-docx's template has a picture of another document

    def _set_footer(self, brief: Brief) -> None:
        paragraph = self.document.sections[0].footer.paragraphs[0]
        paragraph.style = self.document.styles["Table Text"]
        paragraph.add_run(f"{one_line(self.wording.titles.brief)} · {brief.method.input_sha256[:8]} · ")
        _field(paragraph, "PAGE")
        paragraph.add_run(" / ")
        _field(paragraph, "NUMPAGES")


def _mark(parent: Any, name: str, **attributes: str) -> None:
    """Put the element `name` of WordprocessingML below `parent`."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    parent.append(element)


def _field(paragraph: Any, instruction: str) -> None:
    """What Word counts itself: the page, the number of pages."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001


def _head(writer: _Writer, brief: Brief, view: View) -> None:
    titles, labels = writer.wording.titles, writer.wording.labels
    article = brief.article
    writer.document.add_heading(one_line(view.title), level=0)
    writer.paragraph(view.published, "Facts", lead=f"{titles.published}:")
    for title, text in (
        (titles.byline, article.byline),
        (titles.publisher, article.publisher),
        (titles.credit_line, article.credit_line),
        (titles.url, article.url),
    ):
        if text:
            writer.paragraph(text, "Facts", lead=f"{title}:")
    flags = ", ".join(f"{count} {labels.of(severity)}" for severity, count in view.severities)
    writer.paragraph(flags, "Facts", lead=f"{titles.flags}:")
    counts = ", ".join(f"{one.count} {labels.of(one.status)}" for one in view.statuses)
    claims = f"{len(view.claims)} ({counts})" if counts else titles.no_claims
    writer.paragraph(claims, "Facts", lead=f"{titles.claims}:")
    if brief.summary:
        writer.heading(titles.summary)
        for sentence in brief.summary:
            numbers = ", ".join(str(view.numbers[one]) for one in sentence.claim_ids)
            writer.paragraph(f"{one_line(sentence.text)} [{numbers}]", "List Bullet")


def _check_first(writer: _Writer, brief: Brief, view: View) -> None:
    titles = writer.wording.titles
    writer.heading(titles.check_first)
    if not brief.check_first:
        writer.paragraph(titles.no_flags)
    for item in brief.check_first:
        worst = view.worst(item.flag_ids)
        paragraph = writer.paragraph(item.what, "List Number", lead=_level(worst, writer.wording))
        paragraph.add_run(" " + one_line(item.why))
    for flag in view.story_flags:
        if all(flag.id not in item.flag_ids for item in brief.check_first):
            lead = f"{_level(flag.severity, writer.wording)} {flag.code}:"
            writer.paragraph(f"{flag.message} {titles.clears}: {flag.clears}", lead=lead)


def _level(severity: Severity | None, wording: Wording) -> str:
    return "" if severity is None else f"[{severity.value} {wording.labels.of(severity)}]"


def _timeline(writer: _Writer, brief: Brief) -> None:
    titles, labels = writer.wording.titles, writer.wording.labels
    if not brief.timeline:
        return
    writer.heading(titles.timeline)
    rows = [(entry.label, labels.of(entry.kind), entry.text) for entry in brief.timeline]
    writer.table((titles.date, titles.kind, titles.claim), (26, 24, 80), rows)


def _claims(writer: _Writer, view: View) -> None:
    titles, wording = writer.wording.titles, writer.wording
    writer.heading(titles.claims)
    if not view.claims:
        writer.paragraph(titles.no_claims)
        return
    heads = ("№", titles.claim, titles.said_by, titles.date, f"{titles.status}, {titles.flags}")
    writer.table(heads, (8, 46, 34, 34, 48), (_claim_row(one, wording) for one in view.claims))


def _claim_row(one: ClaimView, wording: Wording) -> tuple[str, ...]:
    titles, labels = wording.titles, wording.labels
    chain = " → ".join(_said_by(link, wording) for link in one.chain)
    status = [labels.of(one.assessment.status)] if one.assessment is not None else []
    if one.assessment is not None and (one.assessment.verdict is not None or one.assessment.former_verdicts):
        status += [one_line(reason) for reason in one.assessment.reasons]
    flags = [f"{flag.severity.value} {flag.code}: {one_line(flag.message)}" for flag in one.flags]
    told = [f"{flag.severity.value} {flag.code}: → {number}" for flag, number in one.flags_told]
    dates = [*_dates(titles.said_when, one.said, wording), *_dates(titles.happened_when, one.happened, wording)]
    return (
        str(one.number),
        one.text,
        one_line(chain) or titles.story_itself,
        "\n".join(dates) or _DASH,
        "\n".join([*status, *flags, *told, *_reviews(one, wording)]) or _DASH,
    )


def _reviews(one: ClaimView, wording: Wording) -> list[str]:
    """Published fact-checks, each as one line: whose, when, their rating, the address, and why it is shown."""
    words = wording.fact_checks
    lines = []
    for review in one.reviews:
        rating = wording.sentences.quote(review.rating) if review.rating else words.no_rating
        told = [
            f"{words.one}: {review.publisher or words.no_publisher}, {review.reviewed or words.no_date}",
            f"{words.rated}: {rating}",
            review.link or "",
            f"{words.claim_reviewed}: {wording.sentences.quote(review.claim)}",
            " ".join(review.why),
        ]
        lines.append(one_line(" · ".join(part for part in told if part)))
    return lines


def _said_by(link: LinkView, wording: Wording) -> str:
    speaks_for = f" ({link.speaks_for})" if link.speaks_for else ""
    return f"{link.name}{speaks_for}" + (f" {wording.sentences.quote(link.cue)}" if link.cue else "")


def _dates(title: str, times: Sequence[TimeView], wording: Wording) -> list[str]:
    told = (one_line(f"{time.label} ({wording.sentences.quote(time.words)})") for time in times)
    return [f"{title}: {'; '.join(told)}"] if times else []


def _sources(writer: _Writer, view: View) -> None:
    titles, labels = writer.wording.titles, writer.wording.labels
    if not view.sources:
        return
    writer.heading(titles.sources)
    rows = [
        (
            one.name,
            labels.of(one.source.kind),
            "; ".join(one.source.roles) or _DASH,
            one.source.affiliation or _DASH,
            ", ".join(str(claim.number) for claim in one.claims) or _DASH,
            f"{100 * (one.voice.share if one.voice else 0):.0f} %",
        )
        for one in view.sources
    ]
    heads = (titles.source, titles.kind, titles.role, titles.affiliation, titles.claims, titles.share)
    writer.table(heads, (40, 26, 32, 32, 24, 16), rows)


def _figures(writer: _Writer, view: View) -> None:
    titles = writer.wording.titles
    if not view.figures:
        return
    writer.heading(titles.figures)
    rows = [
        (
            quantity.text,
            amount(quantity, writer.wording),
            claim.chain[-1].name if claim.chain else titles.story_itself,
            str(claim.number),
        )
        for claim, quantity in view.figures
    ]
    writer.table((titles.words, titles.value, titles.source, titles.claim), (50, 50, 54, 16), rows)


def _method(writer: _Writer, brief: Brief) -> None:
    titles, method = writer.wording.titles, brief.method
    writer.heading(titles.method)
    writer.paragraph(titles.disclaimer)
    made = f"reporter {method.version} · {titles.parser}: {method.parser} · {titles.input_hash}: {method.input_sha256}"
    writer.paragraph(made)
    words = writer.wording.fact_checks
    for one in brief.fact_check_sources:
        if one.problem is not None:
            writer.paragraph(words.not_asked.format(provider=one.provider, problem=one.problem))
        else:
            writer.paragraph(words.asked.format(provider=one.provider, claims=one.claims))
    if brief.fact_checks:
        writer.paragraph(words.disclaimer)
    if method.generated is not None:
        writer.paragraph(method.generated.isoformat(), lead=f"{titles.generated}:")


def _dated(brief: Brief) -> datetime:
    """When the document says that it was made: when the caller says, else when the story was published."""
    published = brief.article.published
    moment = brief.method.generated
    if moment is None and published is not None:
        moment = published.instant or datetime.combine(published.day, time())
    if moment is None:
        return datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo is not None else moment


def _packed(document: Document) -> bytes:
    """The document's archive without the time of day: python-docx writes when each part was packed."""
    written = io.BytesIO()
    document.save(written)
    packed = io.BytesIO()
    with zipfile.ZipFile(written) as given, zipfile.ZipFile(packed, "w") as archive:
        for name in given.namelist():
            part = zipfile.ZipInfo(name, date_time=_ZIPPED)
            part.compress_type = zipfile.ZIP_STORED if name == _PLAIN else zipfile.ZIP_DEFLATED
            part.create_system = 0
            archive.writestr(part, given.read(name), compresslevel=6)
    return packed.getvalue()

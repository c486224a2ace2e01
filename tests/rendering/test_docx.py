"""The brief as a Word document, read back with python-docx."""

import io
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import UTC
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from reporter.batch import check_formats
from reporter.errors import RenderError
from reporter.model import Brief, PageSize, Settings
from tests.rendering.conftest import rendered
from tests.rendering.test_html import one_paragraph

HOSTILE = "A <b>bold</b> claim & \x00\x0b\ud800 {{ settings }} \ufffe“so”"


@pytest.fixture(scope="module")
def document(brief: Brief) -> Any:
    return Document(io.BytesIO(rendered(brief, "docx")))


def texts(document: Any, style: str) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == style]


def test_every_section_has_a_real_heading(document: Any) -> None:
    assert texts(document, "Title") == ["Dam above Karvala gives way, 14 dead"]
    assert texts(document, "Heading 1") == [
        "Summary",
        "Check first",
        "Timeline",
        "Claims",
        "Sources",
        "Figures",
        "How this was made",
    ]


def test_what_to_check_first_is_a_numbered_list(document: Any, brief: Brief) -> None:
    items = texts(document, "List Number")

    assert len(items) == len(brief.check_first)
    assert items[0].startswith("[H high] The story counts at least 14 people dead")


def test_each_claim_is_a_row_with_who_says_so(document: Any, brief: Brief) -> None:
    table = document.tables[1]

    assert [row.cells[1].text for row in table.rows[1:]] == [claim.text for claim in brief.claims]
    assert table.rows[4].cells[2].text == "Interior Minister Petra Halloran “said” → Varden Energy “claimed”"


def test_a_figure_has_its_bound_and_unit(document: Any) -> None:
    rows = [[cell.text for cell in row.cells] for row in document.tables[3].rows]

    assert rows[1] == ["At least 14 people", "at least 14 people", "The interior ministry", "1"]
    assert rows[2][1] == "60 people"


def test_the_head_of_a_table_stands_on_each_page_and_no_row_is_split(document: Any) -> None:
    assert len(document.tables) == 4
    for table in document.tables:
        heads = [row for row in table.rows if row._tr.trPr.find(qn("w:tblHeader")) is not None]

        assert [row._tr for row in heads] == [table.rows[0]._tr]
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_the_language_is_set(document: Any) -> None:
    languages = {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))}

    assert languages == {document.core_properties.language} == {"en"}


def test_its_properties_are_those_of_the_story(document: Any, brief: Brief) -> None:
    properties = document.core_properties

    assert properties.title == brief.article.headline
    assert properties.identifier == brief.method.input_sha256
    assert brief.method.generated is not None
    assert properties.created == properties.modified
    assert properties.created.replace(tzinfo=UTC) == brief.method.generated


@pytest.mark.parametrize("size", PageSize)
def test_the_page_is_of_the_size_that_was_asked_for(size: PageSize, brief: Brief) -> None:
    made = Document(io.BytesIO(rendered(brief, "docx", Settings(page_size=size))))

    assert round(made.sections[0].page_width.mm) == {PageSize.A4: 210, PageSize.LETTER: 216}[size]


def test_nothing_in_the_archive_tells_the_time_of_day(brief: Brief) -> None:
    with zipfile.ZipFile(io.BytesIO(rendered(brief, "docx"))) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None


def test_a_second_run_gives_the_same_bytes(brief: Brief) -> None:
    assert rendered(brief, "docx") == rendered(brief, "docx")


def test_the_hash_of_the_story_can_be_read_in_the_file(brief: Brief) -> None:
    assert brief.method.input_sha256.encode() in rendered(brief, "docx")


def test_nothing_is_linked_from_elsewhere(brief: Brief) -> None:
    with zipfile.ZipFile(io.BytesIO(rendered(brief, "docx"))) as archive:
        relations = [archive.read(name) for name in archive.namelist() if name.endswith(".rels")]

    assert not any(b"External" in one for one in relations)


def test_the_words_of_a_story_stay_words(brief: Brief) -> None:
    first, *others = brief.claims
    hostile = replace(
        brief,
        article=replace(brief.article, headline=HOSTILE),
        claims=(replace(first, text=HOSTILE), *others),
    )
    document = Document(io.BytesIO(rendered(hostile, "docx")))

    assert texts(document, "Title") == ["A <b>bold</b> claim & {{ settings }} “so”"]
    assert document.tables[1].rows[1].cells[1].text == "A <b>bold</b> claim & {{ settings }} “so”"


def test_a_story_without_anything_is_a_document_too() -> None:
    document = Document(io.BytesIO(rendered(one_paragraph("A story."), "docx")))

    assert document.tables == []
    assert "Nothing was flagged." in [paragraph.text for paragraph in document.paragraphs]


def test_without_python_docx_one_error_says_how_to_get_it(brief: Brief, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)

    with pytest.raises(RenderError, match=r"pip install 'reporter-brief\[docx\]'") as raised:
        rendered(brief, "docx")

    assert raised.value.code == "missing-library"


def test_python_docx_is_looked_for_before_any_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)

    check_formats(("html", "csv"))
    with pytest.raises(RenderError, match="python-docx"):
        check_formats(("html", "docx"))


def test_other_formats_do_not_load_it() -> None:
    code = "import reporter.batch, reporter.rendering.page, sys; sys.exit('docx' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

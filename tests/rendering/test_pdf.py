"""The brief on paper."""

import hashlib
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from reporter.errors import InputError, RenderError
from reporter.languages import language_pack
from reporter.model import Brief, PageSize, Settings, SourceKind
from reporter.rendering.embedding import brief_in_pdf
from reporter.schema import to_json
from tests.rendering.conftest import rendered
from tests.rendering.test_html import one_paragraph

ROOT = Path(__file__).parents[2]


def words_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    finally:
        document.close()


def test_it_is_titled_tagged_and_in_its_language(pdf_file: Path, brief: Brief) -> None:
    with pikepdf.open(pdf_file) as document:
        assert str(document.Root.Lang) == "en"
        assert bool(document.Root.MarkInfo.Marked)
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        assert "StructTreeRoot" in {key.lstrip("/") for key in document.Root.keys()}  # noqa: SIM118 - not a dict
        assert str(document.docinfo.Title).startswith(str(brief.article.headline))


def test_every_picture_has_words_in_its_place(pdf_file: Path, brief: Brief) -> None:
    with pikepdf.open(pdf_file) as document:
        pictures = [
            item for item in document.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"
        ]
        words = [str(item.get("/Alt", "")) for item in pictures]

    assert len(words) >= len(brief.timeline)
    assert "" not in words


def test_every_section_has_a_bookmark(pdf_file: Path) -> None:
    titles = language_pack("en").brief.titles
    with pikepdf.open(pdf_file) as document, document.open_outline() as outline:
        (top,) = outline.root
        names = [item.title for item in top.children]

    assert names == [
        titles.summary,
        titles.check_first,
        titles.timeline,
        titles.claims,
        titles.sources,
        titles.figures,
        titles.story,
        titles.times,
        titles.method,
    ]


def test_all_fonts_are_its_own_and_embedded(pdf_file: Path) -> None:
    with pikepdf.open(pdf_file) as document:
        fonts = [
            item for item in document.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"
        ]
        descriptors = [
            item
            for item in document.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
        ]

    assert fonts
    assert [item for item in descriptors if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(item.keys())] == []


def test_nothing_of_the_brief_is_cut_off(pdf_file: Path, brief: Brief) -> None:
    words = words_of(pdf_file)
    told = [
        *(claim.text for claim in brief.claims),
        *(flag.message for flag in brief.flags),
        *(sentence.text for sentence in brief.summary),
        *(source.name for source in brief.sources if source.kind is not SourceKind.UNATTRIBUTED),
    ]

    assert [one for one in told if "".join(one.split()).lower() not in words.lower()] == []


def test_pages_are_numbered_of_how_many(pdf_file: Path) -> None:
    document = pypdfium2.PdfDocument(pdf_file)
    try:
        count = len(document)
        numbers = [
            f"{n}/{count}" in "".join(page.get_textpage().get_text_range().split())
            for n, page in enumerate(document, 1)
        ]
    finally:
        document.close()

    assert all(numbers)


def test_no_word_stands_outside_the_page(pdf_file: Path) -> None:
    document = pypdfium2.PdfDocument(pdf_file)
    try:
        for page in document:
            width, height = page.get_size()
            text = page.get_textpage()
            boxes = [text.get_charbox(k) for k in range(text.count_chars())]
            assert all(
                left >= 0 and bottom >= 0 and right <= width and top <= height for left, bottom, right, top in boxes
            )
    finally:
        document.close()


@pytest.mark.parametrize(("size", "points"), [(PageSize.A4, (595, 842)), (PageSize.LETTER, (612, 792))])
def test_the_paper_is_the_one_asked_for(size: PageSize, points: tuple[int, int], tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(rendered(one_paragraph("A story."), "pdf", Settings(page_size=size)))
    document = pypdfium2.PdfDocument(path)
    try:
        assert tuple(round(side) for side in document[0].get_size()) == points
    finally:
        document.close()


@pytest.mark.parametrize(
    "text",
    ["", "One sentence.", "x" * 30_000, "لم يحدث شيء في الميناء. " * 30, "Name " * 4000],
    ids=["nothing", "one sentence", "one long word", "right to left", "long"],
)
def test_a_story_of_any_shape_gets_a_document(text: str, tmp_path: Path) -> None:
    assert rendered(one_paragraph(text, headline=text[:200] or None), "pdf").startswith(b"%PDF-")


def test_a_headline_of_many_words_is_shortened_at_the_head_of_pages_alone(brief: Brief, tmp_path: Path) -> None:
    long = " ".join(f"word{n}" for n in range(60))
    path = tmp_path / "brief.pdf"
    path.write_bytes(rendered(replace(brief, article=replace(brief.article, headline=long)), "pdf"))

    assert words_of(path).count("word59") == 1


def test_nothing_is_fetched_whatever_the_story_says(brief: Brief) -> None:
    hostile = (
        "<img src='http://127.0.0.1:9/a.png'><link rel=stylesheet href='file:///etc/passwd'> url(file:///etc/passwd)"
    )

    data = rendered(one_paragraph(hostile, headline=hostile, url="http://127.0.0.1:9/"), "pdf")

    assert data.startswith(b"%PDF-")


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/a.png", "file:///etc/hostname", "data:image/png;base64,AAAA"])
def test_a_template_that_loads_something_is_refused(address: str, tmp_path: Path) -> None:
    (tmp_path / "brief").mkdir()
    (tmp_path / "brief" / "method.html.j2").write_text(f"<img src='{address}' alt='x'>")

    with pytest.raises(RenderError) as caught:
        rendered(one_paragraph("A story."), "pdf", Settings(templates=str(tmp_path)))

    assert caught.value.code == "template-error"
    assert address[:20] in caught.value.message


RUN = """
import hashlib, sys
from reporter.languages import language_pack
from reporter.model import Settings
from reporter.rendering import render
from tests.samples import sample_brief
for name in ("json", "html", "md", "pdf"):
    data = render(sample_brief(), name, wording=language_pack("en").brief, settings=Settings())
    print(name, hashlib.sha256(data).hexdigest())
"""


@pytest.mark.slow
def test_two_processes_make_the_same_bytes() -> None:
    runs = {
        subprocess.run(
            [sys.executable, "-c", RUN],
            cwd=ROOT,
            env={"PATH": "/usr/bin:/bin", "PYTHONHASHSEED": seed, "TZ": zone, "HOME": "/tmp"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("77", "Asia/Tokyo"))
    }

    assert len(runs) == 1
    assert len(runs.pop().splitlines()) == 4


def test_a_second_rendering_in_one_process_is_the_same(brief: Brief, pdf_file: Path) -> None:
    assert hashlib.sha256(rendered(brief, "pdf")).digest() == hashlib.sha256(pdf_file.read_bytes()).digest()


def test_it_carries_the_brief_and_the_story_and_says_what_each_is(pdf_file: Path, brief: Brief) -> None:
    wanted = {
        "brief.json": ("/Data", to_json(brief)),
        "story.txt": ("/Source", brief.article.text.encode()),
    }
    with pikepdf.open(pdf_file) as document:
        found = {
            name: (str(item.obj.AFRelationship), item.get_file().read_bytes())
            for name, item in document.attachments.items()
        }
        listed = [str(item.UF) for item in document.Root.AF]

    assert found == wanted
    assert sorted(listed) == sorted(wanted)


def test_it_says_that_it_is_for_archives_and_for_screen_readers(pdf_file: Path) -> None:
    with pikepdf.open(pdf_file) as document, document.open_metadata() as metadata:
        assert (metadata.get("pdfaid:part"), metadata.get("pdfaid:conformance")) == ("3", "A")
        assert metadata.get("pdfuaid:part") == "1"


def test_the_brief_comes_back_out_of_it(pdf_file: Path, brief: Brief) -> None:
    assert brief_in_pdf(pdf_file.read_bytes()) == brief


def test_a_pdf_without_a_brief_is_refused(tmp_path: Path) -> None:
    other = pikepdf.new()
    other.add_blank_page()
    other.save(tmp_path / "other.pdf")

    with pytest.raises(InputError, match=r"carries no brief\.json"):
        brief_in_pdf((tmp_path / "other.pdf").read_bytes())


def test_a_program_that_checks_the_file_finds_nothing_wrong(pdf_file: Path) -> None:
    with pikepdf.open(pdf_file) as document:
        assert document.check_pdf_syntax() == []
        assert len(list(document.trailer.ID)) == 2


@pytest.mark.parametrize("markup", ["<p>one<p hidden>two", "<p>one &nbsp; two</p>", "<p>one<br>two</p>", "<p>\x0b</p>"])
def test_a_template_need_not_be_well_formed(markup: str, tmp_path: Path) -> None:
    (tmp_path / "brief").mkdir()
    (tmp_path / "brief" / "method.html.j2").write_text(f"{markup}<p>the end</p>")
    path = tmp_path / "brief.pdf"
    path.write_bytes(rendered(one_paragraph("A story."), "pdf", Settings(templates=str(tmp_path))))

    assert "theend" in words_of(path)

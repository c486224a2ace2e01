import os
import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.deliver.files import NAME_BYTES, NAME_LENGTH, file_name, slug, write_briefs
from reporter.errors import RenderError
from reporter.model import Article, Brief, Method, PublicationTime

HASH = "ab12cd34" * 8


def made(headline: str | None = "Ferry runs aground", *, sha: str = HASH, dated: bool = True, text: str = "") -> Brief:
    published = PublicationTime(day=date(2026, 3, 12)) if dated else None
    return Brief(
        article=Article(text=text, language="en", headline=headline, published=published),
        method=Method(version="0", parser="none", input_sha256=sha),
    )


def page(sha: str = HASH) -> bytes:
    return f"<p>made from {sha}</p>".encode()


def packed_pdf(sha: str) -> bytes:
    return (
        b"%PDF-1.7\n1 0 obj\n<<>>\nstream\n" + zlib.compress(f'{{"input_sha256":"{sha}"}}'.encode()) + b"\nendstream\n"
    )


def test_a_name_is_the_day_and_the_headline() -> None:
    assert file_name(made()) == "2026-03-12-ferry-runs-aground"


def test_a_story_without_a_date_says_so_in_its_name() -> None:
    assert file_name(made(dated=False)) == "undated-ferry-runs-aground"


def test_a_headline_of_nothing_but_marks_still_gives_a_name() -> None:
    assert file_name(made("…?!")) == "2026-03-12-story"


def test_a_long_headline_is_cut_between_words() -> None:
    name = file_name(made("council " * 40))

    assert len(name) <= NAME_LENGTH
    assert name.endswith("council")


@given(st.text(max_size=300))
def test_no_headline_makes_a_name_that_leaves_the_folder(headline: str) -> None:
    name = file_name(made(headline))

    assert Path(name).name == name
    assert not name.startswith(".")
    assert len(name) <= NAME_LENGTH
    assert len(name.encode()) <= NAME_BYTES
    assert all(character.isprintable() for character in name)


@given(st.text(max_size=100))
def test_a_slug_of_a_slug_is_the_same(text: str) -> None:
    assert slug(text) == slug(slug(text))


def test_the_paths_come_back_in_the_order_given(tmp_path: Path) -> None:
    paths = write_briefs(made(), {"json": page(), "html": page(), "pdf": page()}, tmp_path / "new" / "folder")

    assert [path.suffix for path in paths] == [".json", ".html", ".pdf"]
    assert all(path.read_bytes() == page() for path in paths)


def test_the_same_story_is_written_over_its_own_files(tmp_path: Path) -> None:
    first = write_briefs(made(), {"html": page()}, tmp_path)
    second = write_briefs(made(), {"html": page() + b"<p>newer</p>"}, tmp_path)

    assert first == second
    assert second[0].read_bytes().endswith(b"<p>newer</p>")


def test_another_story_of_the_same_day_and_headline_gets_a_name_of_its_own(tmp_path: Path) -> None:
    other = "ef" * 32
    (first,) = write_briefs(made(), {"html": page()}, tmp_path)
    (second,) = write_briefs(made(sha=other), {"html": page(other)}, tmp_path)

    assert first.read_bytes() == page()
    assert f"{first.stem}-efefefef" == second.stem
    assert (second,) == write_briefs(made(sha=other), {"html": page(other)}, tmp_path)


def test_all_formats_of_a_story_share_one_name(tmp_path: Path) -> None:
    other = "ef" * 32
    write_briefs(made(), {"pdf": packed_pdf(HASH)}, tmp_path)
    html, pdf = write_briefs(made(sha=other), {"html": page(other), "pdf": packed_pdf(other)}, tmp_path)

    assert html.stem == pdf.stem == "2026-03-12-ferry-runs-aground-efefefef"


def test_a_pdf_is_known_by_the_hash_in_its_packed_streams(tmp_path: Path) -> None:
    first = write_briefs(made(), {"pdf": packed_pdf(HASH)}, tmp_path)

    assert first == write_briefs(made(), {"pdf": packed_pdf(HASH)}, tmp_path)


def test_a_file_that_is_no_brief_is_never_written_over(tmp_path: Path) -> None:
    stranger = tmp_path / "2026-03-12-ferry-runs-aground.html"
    stranger.write_bytes(b"my notes")

    (path,) = write_briefs(made(), {"html": page()}, tmp_path)

    assert stranger.read_bytes() == b"my notes"
    assert path != stranger


def test_a_link_in_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.html"
    outside.write_bytes(page())
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "2026-03-12-ferry-runs-aground.html").symlink_to(outside)

    (path,) = write_briefs(made(), {"html": page() + b"new"}, folder)

    assert page() == outside.read_bytes()
    assert not path.is_symlink()


def test_nothing_is_left_beside_the_briefs(tmp_path: Path) -> None:
    write_briefs(made(), {"html": page(), "pdf": page()}, tmp_path)

    assert len(list(tmp_path.iterdir())) == 2


def test_files_get_the_permissions_that_the_user_wants(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        (path,) = write_briefs(made(), {"html": page()}, tmp_path)
    finally:
        os.umask(before)

    assert path.stat().st_mode & 0o777 == 0o640


def test_a_file_in_the_place_of_the_folder_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")

    with pytest.raises(RenderError) as caught:
        write_briefs(made(), {"html": page()}, tmp_path / "out")

    assert caught.value.code == "output-not-writable"
    assert "--out" in caught.value.remedy


def test_a_folder_in_the_place_of_a_file_is_left_alone(tmp_path: Path) -> None:
    taken = tmp_path / "2026-03-12-ferry-runs-aground.html"
    taken.mkdir()

    (path,) = write_briefs(made(), {"html": page()}, tmp_path)

    assert taken.is_dir()
    assert path.is_file()


def test_a_system_that_takes_no_files_is_one_clear_error() -> None:
    with pytest.raises(RenderError, match="--out"):
        write_briefs(made(), {"html": page()}, Path("/proc/reporter"))


def test_an_undecided_headline_falls_back_on_how_the_story_begins() -> None:
    from reporter.model import Paragraph, ParagraphKind, Span

    text = "A ferry with 40 people ran aground."
    brief = made(None, text=text)
    article = replace(
        brief.article, paragraphs=(Paragraph(span=Span(start=0, end=len(text)), kind=ParagraphKind.BODY),)
    )

    assert file_name(replace(brief, article=article)) == "2026-03-12-a-ferry-with-40-people-ran-aground"

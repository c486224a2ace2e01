"""The other layouts of a brief: one page, and a checklist for the copy desk."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from reporter.errors import UsageError
from reporter.model import Brief, Settings
from reporter.rendering.templates import copy_document, documents
from tests.rendering.conftest import rendered

ONE_PAGE, CHECKLIST = Settings(template="one-page"), Settings(template="checklist")


def pages(data: bytes) -> int:
    with pikepdf.open(BytesIO(data)) as document:
        return len(document.pages)


def test_three_layouts_come_with_the_program() -> None:
    assert documents(None) == ("brief", "checklist", "one-page")


def test_one_page_is_one_page_however_long_the_story(brief: Brief) -> None:
    long = replace(
        brief,
        article=replace(brief.article, headline="Word " * 60),
        summary=tuple(replace(one, text="Word " * 200) for one in brief.summary) * 4,
        check_first=tuple(replace(one, what="Word " * 200) for one in brief.check_first) * 6,
        timeline=tuple(replace(one, text="Word " * 200) for one in brief.timeline) * 6,
    )

    assert pages(rendered(brief, "pdf", ONE_PAGE)) == 1
    assert pages(rendered(long, "pdf", ONE_PAGE)) == 1


def test_the_checklist_has_a_box_for_each_figure_date_and_quotation(brief: Brief) -> None:
    page = rendered(brief, "html", CHECKLIST).decode()
    quoted = [claim for claim in brief.claims if claim.quote_type is not None and claim.quote_type.value != "indirect"]
    figures = [figure for claim in brief.claims for figure in claim.quantities]

    assert page.count('class="box"') >= len(brief.check_first) + len(quoted) + len(figures)
    for figure in figures:
        assert f"<b>{figure.text}</b>" in page


def test_a_layout_of_ones_own_is_found_by_its_folder(tmp_path: Path, brief: Brief) -> None:
    (tmp_path / "memo").mkdir()
    (tmp_path / "memo" / "memo.html.j2").write_text(
        "{% extends 'brief/document.html.j2' %}{% block content %}<h1>Memo: {{ view.title }}</h1>{% endblock %}"
    )
    settings = Settings(templates=str(tmp_path), template="memo")

    assert "memo" in documents(str(tmp_path))
    assert f"<h1>Memo: {brief.article.headline}" in rendered(brief, "html", settings).decode()


@pytest.mark.parametrize("name", ["letter", "revision", "../brief", ""])
def test_a_layout_that_is_not_there_is_told_with_those_that_are(name: str, brief: Brief) -> None:
    with pytest.raises(UsageError, match="There is no template") as caught:
        rendered(brief, "html", Settings(template=name))

    assert "brief, checklist, one-page" in caught.value.remedy


def test_a_copy_gives_the_same_page_and_leaves_what_is_there(tmp_path: Path, brief: Brief) -> None:
    first = copy_document("one-page", tmp_path)
    own = tmp_path / "one-page" / "one-page.html.j2"
    settings = replace(ONE_PAGE, templates=str(tmp_path))

    assert all(is_new for _, is_new in first)
    assert rendered(brief, "html", settings) == rendered(brief, "html", ONE_PAGE)
    own.write_text("mine")
    assert [is_new for _, is_new in copy_document("one-page", tmp_path)] == [False]
    assert own.read_text() == "mine"

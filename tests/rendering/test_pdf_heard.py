"""The brief on paper for who hears it: checked by a program that knows PDF/UA-1 and WCAG 2.2."""

from pathlib import Path

import outloud
import pikepdf
import pytest

from reporter.languages import language_pack
from reporter.model import Brief, EventBrief, Settings
from reporter.rendering import render
from tests.event.stories import NAMES
from tests.event.stories import brief as event_brief


def drawn(brief: Brief | EventBrief, folder: Path, template: str = "brief") -> Path:
    path = folder / "brief.pdf"
    settings = Settings(template=template)
    path.write_bytes(render(brief, "pdf", wording=language_pack("en").brief, settings=settings))
    return path


def errors_in(path: Path) -> list[str]:
    result = outloud.check(str(path))
    assert result.error is None
    with pikepdf.open(path) as document:
        title = str(document.docinfo.Title)
    return [
        f"{one.rule} {one.message}: {one.evidence}"
        for one in result.findings
        if one.severity == "error" and not is_the_head(one.rule, one.evidence, title)
    ]


def is_the_head(rule: str, evidence: str | None, title: str) -> bool:
    """Whether "prose marked as an artifact" is the headline at the head of pages, which the checker only knows for
    one where it stands on several."""
    return rule == "TAG-002" and evidence is not None and title.startswith(evidence.rstrip(" …"))


@pytest.mark.parametrize("template", ["brief", "one-page", "checklist"])
def test_a_brief_can_be_heard(template: str, brief: Brief, tmp_path: Path) -> None:
    assert errors_in(drawn(brief, tmp_path, template)) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_brief_of_an_event_can_be_heard(name: str, tmp_path: Path) -> None:
    assert errors_in(drawn(event_brief(name), tmp_path)) == []


def test_what_cannot_be_heard_is_found(brief: Brief, tmp_path: Path) -> None:
    path = drawn(brief, tmp_path)
    spoilt = tmp_path / "spoilt.pdf"
    with pikepdf.open(path) as document:
        del document.Root.StructTreeRoot
        del document.Root.MarkInfo
        document.save(spoilt)

    assert errors_in(spoilt) != []


def test_every_header_cell_says_what_it_heads(pdf_file: Path) -> None:
    with pikepdf.open(pdf_file) as document:
        cells = [one for one in document.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/TH"]
        scopes = [str(cell.A.get("/Scope")) for cell in cells]

    assert set(scopes) == {"/Column", "/Row"}


def test_heads_and_feet_of_pages_are_not_heard(pdf_file: Path) -> None:
    rules = {one.rule for one in outloud.check(str(pdf_file)).findings}
    with pikepdf.open(pdf_file) as document:
        feet = [
            part
            for page in document.pages
            for part in pikepdf.parse_content_stream(page)
            if str(part.operator) == "BDC" and str(part.operands[0]) == "/Artifact"
        ]
        pages = len(document.pages)

    assert "PAG-001" not in rules
    assert len(feet) == 3 * pages - 1  # a head, a foot, a number; the first page has no head

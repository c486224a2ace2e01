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
    return [f"{one.rule} {one.message}: {one.evidence}" for one in result.findings if one.severity == "error"]


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

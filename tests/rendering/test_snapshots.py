"""The whole sample brief, kept: a change of it is read like code. `pytest --renew-snapshots` rewrites them."""

import re
from pathlib import Path

import numpy
import pypdfium2
import pytest
from PIL import Image

from reporter.model import Brief
from tests.rendering.conftest import rendered

SNAPSHOTS = Path(__file__).parents[1] / "snapshots"


@pytest.mark.parametrize("format_name", ["json", "md", "html"])
def test_the_sample_brief_is_as_it_was(format_name: str, brief: Brief, request: pytest.FixtureRequest) -> None:
    path = SNAPSHOTS / f"sample.{format_name}"
    made = rendered(brief, format_name).decode()
    if format_name == "html":
        for element in ("style", "script"):
            made = made[: made.index(f"<{element}>")] + made[made.index(f"</{element}>") :]
        made = re.sub("sha256-[^']+", "sha256-", made)  # of the script, which is kept by itself
    if request.config.getoption("--renew-snapshots"):
        path.write_text(made)

    assert path.read_text() == made


def test_the_words_on_paper_are_as_they_were(pdf_file: Path, request: pytest.FixtureRequest) -> None:
    path = SNAPSHOTS / "sample.pdf.txt"
    with pypdfium2.PdfDocument(pdf_file) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    words = "".join(f"--- {number}\n{' '.join(page.split())}\n" for number, page in enumerate(pages, start=1))
    if request.config.getoption("--renew-snapshots"):
        path.write_text(words)

    # Where lines and pages break is the text engine's own; the words and their order are ours.
    assert _letters(words) == _letters(path.read_text())


def _letters(words: str) -> str:
    return "".join("".join(line.split()) for line in words.splitlines() if not line.startswith("---"))


MOST_APART = 6.0
"""Of 255, on average over the page: other versions of the text engine set letters a little apart."""


def test_page_one_looks_as_it_did(pdf_file: Path, request: pytest.FixtureRequest) -> None:
    path = SNAPSHOTS / "sample-page-1.png"
    with pypdfium2.PdfDocument(pdf_file) as document:
        picture = document[0].render(scale=0.8).to_pil().convert("L")
    if request.config.getoption("--renew-snapshots"):
        picture.save(path, optimize=True)

    with Image.open(path) as kept:
        assert _apart(picture, kept.convert("L")) < MOST_APART
    assert _apart(picture, picture.rotate(180)) > 2 * MOST_APART, "the measure tells pictures apart"


def _apart(one: Image.Image, other: Image.Image) -> float:
    """The mean difference in grey of two pages of one size, each blurred by half of a line."""
    assert one.size == other.size
    small = [numpy.asarray(each.reduce(4), dtype=float) for each in (one, other)]
    return float(numpy.abs(small[0] - small[1]).mean())

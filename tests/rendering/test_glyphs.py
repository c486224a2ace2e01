"""Characters beyond the letters of the fonts that come along."""

import logging
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from reporter.model import Brief
from reporter.rendering.glyphs import EMOJI, has_pictographs
from reporter.rendering.templates import template_folder
from tests.rendering.conftest import rendered
from tests.rendering.test_html import one_paragraph


def fonts_in(data: bytes, folder: Path) -> str:
    path = folder / "brief.pdf"
    path.write_bytes(data)
    with pikepdf.open(path) as document:
        return " ".join(
            str(one.BaseFont) for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/BaseFont" in one
        )


def test_an_emoji_is_drawn(tmp_path: Path) -> None:
    data = rendered(one_paragraph("The \U0001f692 came at dawn ⚠️", headline="Fire \U0001f525 in the hall"), "pdf")

    assert "Emoji" in fonts_in(data, tmp_path)


def test_a_story_without_one_does_not_carry_the_font(brief: Brief, tmp_path: Path) -> None:
    assert "Emoji" not in fonts_in(rendered(brief, "pdf"), tmp_path)


@pytest.mark.parametrize("text", ["Zażółć gęślą", "Ωμέγα", "Привет", "→ · – … “”", "½ × 3 ²"])
def test_letters_are_no_pictographs(text: str) -> None:
    assert not has_pictographs(text)


def test_every_emoji_of_the_font_is_seen_as_one() -> None:
    has = TTFont(template_folder() / "fonts" / f"{EMOJI[1]}.ttf").getBestCmap()
    alone = {one for one in has if 0x2010 < one < 0xE0000 and not 0xFE00 <= one <= 0xFE0F}  # others only join
    missed = [f"{one:04X}" for one in alone if not has_pictographs(chr(one))]

    assert missed == []


class TestWhatNoFontHas:
    """U+0378 is no character of any script, so no font has it."""

    @pytest.fixture
    def no_complaints(self) -> None:
        """Here a warning is what is wanted."""

    def test_it_is_told_once_with_what_to_do(self, caplog: pytest.LogCaptureFixture) -> None:
        with caplog.at_level(logging.WARNING):
            rendered(one_paragraph("The \u0378 word \u0378 and \u0379"), "pdf")
        told = [record.getMessage() for record in caplog.records]

        assert len(told) == 1
        assert "U+0378" in told[0]
        assert told[0].count("U+0378") == 1
        assert "fonts-noto" in told[0]

    def test_other_warnings_of_the_engine_stay(self, caplog: pytest.LogCaptureFixture) -> None:
        with caplog.at_level(logging.WARNING):
            rendered(one_paragraph("A dam broke."), "pdf")
            logging.getLogger("weasyprint").warning("something else")

        assert [record.getMessage() for record in caplog.records] == ["something else"]


def test_a_page_leaves_it_to_the_reader(brief: Brief) -> None:
    told = replace(brief, article=replace(brief.article, headline="Fire \U0001f525"))

    assert "Fire \U0001f525" in rendered(told, "html").decode()

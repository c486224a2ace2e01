"""The claims as CSV."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.model import Brief, Claim, Span
from reporter.rendering.table import COLUMNS, harmless
from tests.rendering.conftest import rendered
from tests.rendering.test_html import one_paragraph


def rows(brief: Brief) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(rendered(brief, "csv").decode("utf-8-sig"), newline="")))


def saying(text: str) -> Brief:
    whole = one_paragraph(text)
    span = Span(start=0, end=len(text))
    return replace(whole, claims=(Claim(id="c1", text=text, spans=(span,), sentence=span, paragraph=0),))


def test_each_claim_is_a_row_of_all_columns(brief: Brief) -> None:
    assert [claim.id for claim in brief.claims] == [row["id"] for row in rows(brief)]
    assert tuple(rows(brief)[0]) == COLUMNS


def test_a_row_tells_who_says_what_and_when(brief: Brief) -> None:
    first = rows(brief)[0]

    assert {
        "number": "1",
        "who": "The interior ministry",
        "cue": "said",
        "quote_type": "indirect",
        "said_when": "2021-03-16",
        "happened_begin": "2021-03-14",
        "happened_until": "2021-03-15",
        "status": "contradicted",
        "flags": "H NUM-CLASH; H NAM-VARIANT; L DUP-TEXT",
        "figures": "At least 14 people",
        "characters": "181–244",
    }.items() <= first.items()


def test_a_chain_begins_with_whose_claim_it_is(brief: Brief) -> None:
    assert rows(brief)[3]["who"] == "Varden Energy; Interior Minister Petra Halloran"
    assert rows(brief)[3]["cue"] == "claimed; said"


def test_the_characters_lead_back_to_the_words(brief: Brief) -> None:
    for row, claim in zip(rows(brief), brief.claims, strict=True):
        start, end = map(int, row["characters"].split("–"))

        assert claim.text == brief.article.text[start:end]


def test_excel_sees_that_it_is_utf_8_and_lines_end_as_rfc_4180_says(brief: Brief) -> None:
    data = rendered(brief, "csv")

    assert data.startswith(b"\xef\xbb\xbfnumber,id,claim")
    assert data.count(b"\r\n") == data.count(b"\n") == 1 + len(brief.claims)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+49 30 1234", "-3 degrees", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "so he said;=1+1", "a; @b"],
)
def test_no_spreadsheet_reckons_with_a_storys_words(text: str) -> None:
    cell = rows(saying(text))[0]["claim"]

    assert cell == harmless(text)
    for part in cell.split(";"):
        assert part.strip()[0] not in "=+-@＝＋－＠"


@given(st.text(alphabet="=+-@;'ab \t\r\n＝\x00", max_size=12))
def test_no_part_of_a_cell_begins_a_formula(text: str) -> None:
    assert all(part.strip()[:1] not in tuple("=+-@＝＋－＠") for part in harmless(text).split(";"))


@pytest.mark.parametrize("text", ["a well-known case", "2 + 2 = 4", "-", "Café; naïve"])
def test_words_that_are_harmless_stay(text: str) -> None:
    assert rows(saying(text))[0]["claim"].lstrip("'") == text


def test_a_story_without_claims_is_a_head_alone() -> None:
    assert rows(one_paragraph("A story.")) == []

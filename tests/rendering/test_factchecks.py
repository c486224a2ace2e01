"""Published fact-checks in every form of a brief: whose, rated how, when, where, and why they are shown."""

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from markdown_it import MarkdownIt

from reporter.languages import language_pack
from reporter.model import (
    Brief,
    Consultation,
    EventBrief,
    EventStory,
    FactCheck,
    FactCheckMatch,
    MatchGround,
    Settings,
    Slot,
    SlotDifference,
)
from reporter.rendering import render
from reporter.schema import from_json, to_json
from tests.rendering.conftest import rendered

RATING = "Four of  seven storks – “so so”"
REVIEW = FactCheck(
    claim="The dam above Karvala was built of straw",
    url="https://check.example/karvala?a=1&b=_2_",
    publisher="Stork Check",
    rating=RATING,
    reviewed="2015-10-14T09:00:00Z",
    author="Ilse Brand",
    claimed="2015-10-13",
)
WHY = ("It is about the same matter: both tell of karvala, dam.", "The claim as reviewed is negated, this one is not.")
HOSTILE = "<script>alert(1)</script> & {{ settings }} \x00 “so” _x_ | [y](javascript:z) =SUM(A1)"


def with_reviews(brief: Brief, *reviews: FactCheck, problem: str | None = None) -> Brief:
    """The brief with all reviews on its first claim."""
    return replace(
        brief,
        fact_checks=tuple(
            FactCheckMatch(
                claim_id=brief.claims[0].id,
                review=one,
                provider="imported fact-checks",
                ground=MatchGround.SAME_MATTER,
                shared=("karvala", "dam"),
                differences=(SlotDifference(slot=Slot.NEGATION, review="negated"),),
                why=WHY,
            )
            for one in reviews
        ),
        fact_check_sources=(Consultation(provider="imported fact-checks", claims=9, problem=problem),),
    )


@pytest.fixture(scope="module")
def reviewed(brief: Brief) -> Brief:
    return with_reviews(brief, REVIEW)


@pytest.fixture(scope="module")
def unasked(brief: Brief) -> Brief:
    return with_reviews(brief, problem="The store <x> is locked. Try again.")


def words(text: str) -> str:
    return " ".join(text.split())


TOLD = (
    "Stork Check",
    words(RATING),
    "Wednesday, 14 October 2015",
    "The dam above Karvala was built of straw",
    "Ilse Brand",
    "Tuesday, 13 October 2015",
    *WHY,
)


def test_a_page_shows_each_part_at_its_claim_with_a_link(reviewed: Brief) -> None:
    page = rendered(reviewed, "html").decode()
    article = page[page.index('id="c1"') : page.index('id="c2"')]
    plain = words(re.sub("<[^>]+>", "", article))

    assert [part for part in TOLD if part not in plain] == []
    assert f"“{RATING}”" in article
    assert 'href="https://check.example/karvala?a=1&amp;b=_2_" rel="noreferrer noopener"' in article
    assert "Stork Check" not in page[page.index('id="c2"') :]
    assert "imported fact-checks (claims looked up: 9)." in page


def test_a_pdf_shows_the_same(reviewed: Brief, tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(rendered(reviewed, "pdf"))
    document = pypdfium2.PdfDocument(path)
    text = "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    document.close()

    assert [part for part in TOLD if "".join(part.split()) not in text] == []


def test_markdown_shows_the_same_under_the_claim_with_a_link(reviewed: Brief) -> None:
    text = rendered(reviewed, "md").decode()
    first = text[text.index("\n1. ", text.index("## Claims")) : text.index("\n2. ", text.index("## Claims"))]
    inline = [child for token in MarkdownIt("commonmark").parse(first) for child in token.children or ()]
    links = [child.attrs["href"] for child in inline if child.type == "link_open"]
    plain = words("".join(child.content if child.type != "softbreak" else " " for child in inline))

    assert [part for part in TOLD if part not in plain] == []
    assert links == [REVIEW.url]


def test_word_and_csv_show_whose_review_and_its_rating(reviewed: Brief) -> None:
    document = Document(io.BytesIO(rendered(reviewed, "docx")))
    cells = [words(cell.text) for table in document.tables for row in table.rows for cell in row.cells]
    rows = list(csv.DictReader(io.StringIO(rendered(reviewed, "csv").decode("utf-8-sig"))))

    assert any("Stork Check" in cell and words(RATING) in cell and REVIEW.url in cell for cell in cells)
    assert rows[0]["fact_checks"] == f"Stork Check: {words(RATING)} {REVIEW.url}"
    assert {row["fact_checks"] for row in rows[1:]} == {""}


def test_the_json_keeps_every_field_and_the_rating_exactly(reviewed: Brief) -> None:
    again = from_json(to_json(reviewed))

    assert again == reviewed
    assert again.fact_checks[0].review.rating == RATING


def test_a_rating_without_words_is_its_numbers_and_none_is_said_to_be_none(brief: Brief) -> None:
    numbers = with_reviews(brief, replace(REVIEW, rating=None, rating_value="2", worst_rating="1", best_rating="7"))
    nothing = with_reviews(brief, replace(REVIEW, rating=None, publisher=None, reviewed=None))

    assert "“2 (1–7)”" in rendered(numbers, "html").decode()
    assert "no rating given" in rendered(nothing, "html").decode()
    assert "publisher not named</b>, no date given" in rendered(nothing, "html").decode()


def test_a_date_that_is_none_is_shown_as_it_was_written(brief: Brief) -> None:
    assert (
        "spring of that year"
        in rendered(with_reviews(brief, replace(REVIEW, reviewed="spring of that year")), "md").decode()
    )


@pytest.mark.parametrize("format_name", ["html", "md", "docx"])
def test_a_place_that_could_not_be_asked_is_named_with_why(unasked: Brief, format_name: str) -> None:
    data = rendered(unasked, format_name)
    if format_name == "docx":
        text = " ".join(paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs)
    else:
        text = data.decode().replace("&lt;", "<").replace("&gt;", ">").replace("\\", "")

    told = "imported fact-checks could not be asked, so reviews may be missing: The store <x> is locked. Try again."
    assert told in text


def test_without_a_store_nothing_is_said_of_fact_checks(brief: Brief) -> None:
    for format_name in ("html", "md"):
        assert "fact-check" not in rendered(brief, format_name).decode().lower()


def test_the_words_of_a_review_are_only_words(brief: Brief) -> None:
    hostile = replace(REVIEW, claim=HOSTILE, publisher=HOSTILE, rating=HOSTILE, author=HOSTILE, reviewed=HOSTILE)
    made = with_reviews(brief, hostile)
    page = rendered(made, "html").decode()
    cell = next(csv.DictReader(io.StringIO(rendered(made, "csv").decode("utf-8-sig"))))["fact_checks"]
    kinds = {
        child.type
        for token in MarkdownIt("commonmark").parse(rendered(made, "md").decode())
        for child in token.children or ()
    }

    assert "<script>alert" not in page
    assert page.count("alert(1)") == page.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 4
    assert "html_inline" not in kinds
    assert "\n" not in cell
    assert rendered(made, "pdf").startswith(b"%PDF")
    assert rendered(made, "docx")


@pytest.mark.parametrize(
    "url", ["https://check.example/a b>c", "https://check.example/<script>", 'https://check.example/"onclick="x']
)
def test_an_address_cannot_leave_its_place(brief: Brief, url: str) -> None:
    made = with_reviews(brief, replace(REVIEW, url=url))
    page = rendered(made, "html").decode()

    assert page.count("<script>") == 1  # the page's own
    assert 'onclick="x' not in page
    assert "html_inline" not in {
        child.type
        for token in MarkdownIt("commonmark").parse(rendered(made, "md").decode())
        for child in token.children or ()
    }


def test_a_review_can_only_be_of_a_claim_that_the_brief_holds(brief: Brief, reviewed: Brief) -> None:
    with pytest.raises(ValueError, match="c999"):
        replace(brief, fact_checks=(replace(reviewed.fact_checks[0], claim_id="c999"),))


@pytest.mark.parametrize("format_name", ["html", "md", "pdf"])
def test_the_brief_of_an_event_shows_them_at_the_claims_of_each_story(
    reviewed: Brief, unasked: Brief, format_name: str
) -> None:
    event = EventBrief(
        stories=(EventStory(id="A", outlet="Echo", brief=reviewed), EventStory(id="B", outlet="Radio", brief=unasked)),
        method=reviewed.method,
    )
    data = render(event, format_name, wording=language_pack("en").brief, settings=Settings())
    if format_name == "pdf":
        assert data.startswith(b"%PDF")
        return
    text = data.decode()

    assert text.count("Stork Check") == 1
    assert "could not be asked" in text

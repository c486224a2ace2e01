"""What each paragraph is for."""

import pytest

from reporter.ingest.kinds import folded
from reporter.model import ParagraphKind
from tests.ingest.reading import from_text, kinds, outline

PROSE = "The county said on Tuesday that six hundred people had been moved from their homes."


def test_a_story_with_everything_comes_apart_into_its_kinds() -> None:
    article = from_text(
        "Fire at the harbour\n"
        "By Jane Doe\n"
        "Published: 14 May 2024 18:40 BST\n"
        "Smoke over the quay on Tuesday. (AFP Photo / HO / Harbour Board)\n"
        f"PORT ELLERY, May 14 (Coast Wire) - {PROSE}\n"
        "“It is not out,” the chief said.\n"
        "(Reporting by Jane Doe; editing by John Roe)\n"
        "Read more: What burned\n"
        "© 2024 Coast Wire"
    )

    assert kinds(article) == [
        "headline",
        "byline",
        "dateline",
        "caption",
        "body",
        "body",
        "credit",
        "boilerplate",
        "boilerplate",
    ]
    assert article.headline == "Fire at the harbour"
    assert article.byline == "Jane Doe"
    assert article.located == "PORT ELLERY"
    assert article.credit_line == "Coast Wire"
    caption, body = article.paragraphs[3], article.paragraphs[4]
    assert caption.credit is not None
    assert caption.credit.of(article.text) == "(AFP Photo / HO / Harbour Board)"
    assert body.dateline is not None
    assert body.dateline.of(article.text) == "PORT ELLERY, May 14 (Coast Wire) -"


def test_a_sentence_with_a_picture_credit_is_a_caption_and_no_headline() -> None:
    article = from_text(f"Crews at the burning depot on Tuesday. (AFP Photo /HO /SANA)\nMoscow:\n{PROSE}")

    assert kinds(article) == ["caption", "dateline", "body"]
    assert article.headline is None
    assert article.located == "Moscow"


def test_a_place_of_a_dateline_gets_its_usual_spelling() -> None:
    assert from_text(f"DAR ES SALAAM, Tanzania (AP) — {PROSE}").located == "Dar es Salaam"


@pytest.mark.parametrize(
    "first",
    ["Fire at the harbour", "‘Nobody told us,’ says skipper", "Fire: what we know", "Two die in fire (Update 2)"],
)
def test_a_first_line_that_no_mark_closes_is_the_headline(first: str) -> None:
    article = from_text(f"{first}\n\n{PROSE}")

    assert article.headline == first
    assert kinds(article) == ["headline", "body"]


@pytest.mark.parametrize("first", ["A fire burned all night.", "“It is not out.”", "The chief listed three things:"])
def test_a_first_line_that_is_a_sentence_is_body(first: str) -> None:
    assert kinds(from_text(f"{first}\n\n{PROSE}")) == ["body", "body"]


def test_a_question_is_a_headline_only_over_a_byline_or_dateline() -> None:
    assert kinds(from_text(f"Who set the fire?\nBy Jane Doe\n{PROSE}")) == ["headline", "byline", "body"]
    assert kinds(from_text(f"Who set the fire?\n{PROSE}")) == ["body", "body"]


def test_a_line_alone_is_body() -> None:
    assert kinds(from_text("A fire without a full stop")) == ["body"]


def test_a_headline_that_is_given_is_found_in_the_text_and_no_other_is_taken() -> None:
    given = from_text(f"FIRE  at the harbour!\n{PROSE}", headline="Fire at the harbour")
    other = from_text(f"Some other line\n{PROSE}", headline="Fire at the harbour")

    assert kinds(given) == ["headline", "body"]
    assert given.headline == "Fire at the harbour"
    assert kinds(other) == ["body", "body"]
    assert other.headline == "Fire at the harbour"


@pytest.mark.parametrize("speaker", ["TRUMP:", "WARNING:", "Q:", "MODERATOR:"])
def test_a_speaker_or_a_warning_is_no_dateline(speaker: str) -> None:
    article = from_text(f"{speaker} We will see what happens.\n{PROSE}")

    assert all(paragraph.dateline is None for paragraph in article.paragraphs)


def test_speakers_on_lines_of_their_own_are_no_datelines() -> None:
    article = from_text(f"Marrow:\n{PROSE}\nRoke:\nIt is contained, but it is not out, and will not be for a day.")

    assert "dateline" not in kinds(article)


def test_a_weak_dateline_counts_only_at_the_top() -> None:
    article = from_text(f"{PROSE}\n{PROSE} Again.\nLONDON — The council met.\nLONDON (AP) — The council met again.")

    assert article.paragraphs[2].dateline is None
    assert article.paragraphs[3].dateline is not None


def test_a_dateline_alone_is_a_paragraph_of_its_own() -> None:
    article = from_text(f"NAIROBI, Kenya (AP) _\n\n{PROSE}")

    assert outline(article)[0] == ("dateline", "NAIROBI, Kenya (AP) _")
    assert article.credit_line == "AP"


def test_curly_marks_and_hard_spaces_do_not_hide_a_dateline() -> None:
    article = from_text(f"O’SMACH,\u00a0Cambodia\u00a0(AP)\u00a0— {PROSE}")

    assert article.paragraphs[0].dateline is not None
    assert article.paragraphs[0].dateline.of(article.text) == "O’SMACH,\u00a0Cambodia\u00a0(AP)\u00a0—"


def test_a_sign_off_at_the_end_of_the_last_paragraph_is_its_credit() -> None:
    article = from_text(f"{PROSE}\nThe inquiry goes on. (Reporting by Jane Doe; editing by John Roe)")
    last = article.paragraphs[-1]

    assert last.kind is ParagraphKind.BODY
    assert last.credit is not None
    assert last.credit.of(article.text) == "(Reporting by Jane Doe; editing by John Roe)"


def test_folding_leaves_words_only() -> None:
    assert folded("  Fire,\nat the “Harbour”! ") == "fire at the harbour"

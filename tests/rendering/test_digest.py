"""Many briefs in one mail, and a brief in a comment."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reporter.languages import language_pack
from reporter.languages.briefs import wording_of
from reporter.model import Brief, ClaimFate, Settings
from reporter.rendering.comment import Before, comment_of
from reporter.rendering.digest import digest_body
from reporter.rendering.glance import Glance, glance_of
from reporter.rendering.mail import COLUMNS, MailBody
from reporter.revision import compare
from tests.event.stories import NAMES
from tests.event.stories import brief as event_brief
from tests.rendering.test_mail import GMAIL_CLIPS_AT, HOSTILE, Elements
from tests.samples import one_claim_less

WORDING = language_pack("en").brief
DAY = date(2026, 11, 24)


def digest(*stories: Glance, job: str = "Morning desk", language: str | None = None) -> MailBody:
    problems = (("inbox/empty.txt", "The file is empty."),)
    return digest_body(job, DAY, stories, problems, wording_of("en", language), Settings())


@pytest.fixture
def glance(brief: Brief) -> Glance:
    return glance_of(brief, WORDING, Settings(), ["2026-dam.pdf"])


def test_each_story_stands_in_both_bodies_with_what_to_check_first(glance: Glance) -> None:
    mail = digest(glance, replace(glance, title="A second story"))

    assert mail.subject == "Morning desk: stories to check: 2"
    for body in (mail.html, mail.text):
        assert "Tuesday, 24 November 2026" in body
        assert "2026-dam.pdf" in body
        assert "The file is empty." in body
    assert glance.title in mail.html
    assert "A second story" in mail.html
    assert glance.title.upper() in mail.text
    assert glance.checks[0].what[:30] in mail.text


def test_nothing_new_is_said() -> None:
    mail = digest()

    assert mail.subject == "Morning desk: nothing new"
    assert "No story is new" in mail.html
    assert "No story is new" in mail.text


def test_the_digest_speaks_the_language_of_the_briefs(brief: Brief) -> None:
    mail = digest(glance_of(brief, wording_of("en", "de"), Settings()), language="de")

    assert "Prüfübersicht" in mail.text
    assert "Dienstag, 24. November 2026" in mail.text


@pytest.mark.parametrize("name", NAMES[:2])
def test_an_event_stands_among_the_stories(name: str) -> None:
    found = event_brief(name)
    mail = digest(glance_of(found, WORDING, Settings()))

    assert (found.article.headline or "")[:40] in mail.html


def test_no_word_of_a_story_becomes_markup_or_a_header(glance: Glance) -> None:
    mail = digest(replace(glance, title=HOSTILE, link=None), job=HOSTILE)

    assert "\r" not in mail.subject
    assert "\n" not in mail.subject
    assert {tag for tag, _ in Elements(mail.html).all} & {"script", "img"} == set()
    assert "{{ 7 * 7 }}" in mail.html


def test_the_lines_of_the_text_fit(glance: Glance) -> None:
    mail = digest(*[replace(glance, title="word " * 60)] * 3)

    assert max(map(len, mail.text.splitlines())) <= COLUMNS


def test_twenty_stories_are_shown_whole_by_every_mail_program(glance: Glance) -> None:
    assert len(digest(*[glance] * 20).html.encode()) < GMAIL_CLIPS_AT


def test_a_comment_says_what_to_check_and_what_changed(brief: Brief) -> None:
    retold = one_claim_less(brief)
    before = Before(name="older.pdf", revision=compare(brief, retold))
    comment = comment_of(retold, WORDING, Settings(), before=before, replaced=["older.pdf"])

    assert "This takes the place of older.pdf." in comment
    assert "What changed since older.pdf" in comment
    assert f"- {WORDING.revision.fates[ClaimFate.DROPPED]} (" in comment
    assert WORDING.titles.no_flags in comment
    assert "\n\n\n" not in comment


def test_a_comment_on_the_same_claims_says_so(brief: Brief) -> None:
    before = Before(name="older.pdf", revision=compare(brief, brief))

    assert WORDING.revision.nothing in comment_of(brief, WORDING, Settings(), before=before)


def test_a_newsroom_may_write_its_own_comment(brief: Brief, tmp_path: Path) -> None:
    (tmp_path / "ticket").mkdir()
    (tmp_path / "ticket" / "comment.txt.j2").write_text("{{ subject }}: {{ claims }}", encoding="utf-8")

    assert comment_of(brief, WORDING, Settings(templates=str(tmp_path))).endswith(f": {len(brief.claims)}\n")

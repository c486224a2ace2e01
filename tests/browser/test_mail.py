"""The HTML of a mail, held against what mail programs are known to lay out, and in a browser."""

from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import EXAMPLES, STORY, Look, rendered

pytestmark = [pytest.mark.slow, pytest.mark.browser]

DEGRADES = {
    "@media": "the style sheet is for dark mode alone; without it the light colours in the elements stay",
    "<style> element": "the same",
    "<body> element": "only the ground is drawn by it; a table over the whole width draws it too",
    "role attribute": "Windows Mail reads the layout tables aloud as tables; their order is the reading order",
}
"""What a program may lack altogether, each with why the layout does not need it."""

LIMITED = {
    "<style> element": "the one sheet stands in the head",
    "@media": "the one query asks for the colour scheme, not nested, not for a height",
    "<body> element": "as above",
    "align attribute": "a table is only ever centred; left and right are for the text of cells",
    "background": "only colours",
    "border": "2 px at most; below a heading it is only a line",
    "dir attribute": "on paragraphs and the page, not on links",
    "font-size": "pixels, not rem",
    "font-weight": "normal or bold",
    "height property": "none is set; line-height is taken for it",
    "line-height": "mso-line-height-rule: exactly stands beside it",
    "margin": "never negative, never auto",
    "max-width": "beside it stand a width, and a table of 600 px that only Word's engine sees",
    "padding": "on cells; below a heading it is only a distance",
    "text-align": "left, right or center",
    "width attribute": "no picture; the document asks for 96 pixels an inch",
    "width property": "on a table",
}
"""What a program can do in part, each with why that part is enough."""


@pytest.fixture(scope="module")
def mail(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return rendered(tmp_path_factory.mktemp("mail"), "brief", str(STORY), format_name="mail")


@pytest.fixture(scope="module")
def event_mail(tmp_path_factory: pytest.TempPathFactory) -> Path:
    stories = [str(each) for each in sorted(EXAMPLES.glob("market-hall-*.html"))]
    return rendered(tmp_path_factory.mktemp("event"), "brief", *stories, format_name="mail")


@pytest.fixture(scope="module")
def issues(look: Look, mail: Path, event_mail: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [*look("mail.mjs", mail), *look("mail.mjs", event_mail)]
    return found


def test_outlook_gmail_and_apple_mail_lack_nothing_that_the_layout_needs(issues: list[dict[str, Any]]) -> None:
    assert [each for each in issues if each["level"] == "errors" and each["title"] not in DEGRADES] == []
    assert [each for each in issues if each["level"] == "warnings" and each["title"] not in LIMITED] == []


def test_no_reason_is_kept_for_what_no_program_lacks(issues: list[dict[str, Any]]) -> None:
    assert {each["title"] for each in issues if each["level"] == "errors"} == set(DEGRADES)
    assert {each["title"] for each in issues if each["level"] == "warnings"} == set(LIMITED)


def test_the_check_finds_what_a_program_cannot_lay_out(look: Look, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text(
        '<div style="display: flex; position: absolute; border-radius: 3px; text-shadow: 1px 1px red">x</div>',
        encoding="utf-8",
    )
    found = {(each["client"], each["title"]) for each in look("mail.mjs", bad) if each["level"] == "errors"}

    assert {("outlook.windows", "border-radius"), ("gmail.ios", "position")} <= found
    assert {client for client, _ in found} >= {"outlook.windows", "outlook.outlook-com", "gmail.desktop-webmail"}


def test_a_browser_shows_the_mail_without_a_request_or_a_barrier(look: Look, mail: Path, event_mail: Path) -> None:
    seen = look("audit.mjs", mail, event_mail)

    assert len(seen) == 2 * 4, "each in light and dark, wide and narrow"
    assert [each for each in seen if each["asked"] or each["faults"] or each["overflow"] > 0] == []
    assert [one["rule"] for each in seen for one in each["violations"] if one["rule"] not in OF_PAGES] == []


OF_PAGES = {"region", "landmark-one-main"}
"""Rules for landmarks, which mail programs have around a mail, not in it."""

"""The top of a brief as a mail: HTML that mail programs can lay out, and plain text that says the same."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from reporter.errors import UsageError
from reporter.languages import language_pack
from reporter.model import Brief, Settings, Tie
from reporter.rendering import render_files
from reporter.rendering.event import check_formats
from reporter.rendering.lines import cut
from reporter.rendering.mail import COLUMNS, MailBody, mail_body, most_important, nearest, sides
from reporter.rendering.templates import copy_document, template_folder
from reporter.rendering.view import view_of
from tests.event.stories import NAMES
from tests.event.stories import brief as event_brief
from tests.rendering.test_html import Page, one_paragraph

WORDING = language_pack("en").brief
SNAPSHOT = Path(__file__).parents[1] / "snapshots" / "sample.mail.txt"
HOSTILE = "<script>alert(1)</script>\r\nBcc: all@example.org <img src=http://evil.example/x.png> {{ 7 * 7 }}"
GMAIL_CLIPS_AT = 102_000
"""Bytes of HTML beyond which Gmail hides the rest."""


def mail_of(brief: Brief, settings: Settings | None = None) -> MailBody:
    return mail_body(brief, WORDING, settings or Settings())


@pytest.fixture(scope="module")
def mail(brief: Brief) -> MailBody:
    return mail_of(brief)


class Elements(HTMLParser):
    """Every start tag with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.all: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append((tag, {name: value or "" for name, value in attrs}))


def words(text: str) -> str:
    return " ".join(text.split())


def test_the_text_is_as_it_was(mail: MailBody, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--renew-snapshots"):
        SNAPSHOT.write_text(mail.text)

    assert SNAPSHOT.read_text() == mail.text


def test_the_elements_nest_and_only_known_ones_occur(mail: MailBody) -> None:
    page = Page(mail.html)
    known = {"html", "head", "meta", "title", "style", "body", "table", "tbody", "tr", "td"} | {
        "h1", "h2", "h3", "p", "b", "br", "span", "a",
    }  # fmt: skip

    assert (page.faults, page.open) == ([], [])
    assert {tag for tag, _ in Elements(mail.html).all} - known == set()


def test_every_cell_and_heading_has_its_style_in_it_and_the_sheet_is_for_the_dark_alone(mail: MailBody) -> None:
    styled = {"body", "table", "td", "h1", "h2", "h3", "p"}
    bare = [(tag, found) for tag, found in Elements(mail.html).all if tag in styled and not found.get("style")]
    (sheet,) = re.findall(r"<style[^>]*>(.*?)</style>", mail.html, re.DOTALL)

    assert bare == []
    assert re.fullmatch(r"\s*@media \(prefers-color-scheme: dark\) \{(?:[^{}]*\{[^{}]*\})*\s*\}\s*", sheet)


def test_no_property_is_used_that_outlook_cannot_lay_out(mail: MailBody) -> None:
    assert re.findall(r"flex|grid|position:|float|background-image|url\(|@import|border-radius", mail.html) == []


def test_every_table_that_lays_out_tells_its_width(mail: MailBody) -> None:
    tables = [found for tag, found in Elements(mail.html).all if tag == "table"]

    assert [found for found in tables if found.get("role") != "presentation" or not found.get("width")] == []
    assert [found["width"] for found in tables if found.get("class") == "sheet"] == ["600"]


def test_word_gets_a_table_of_a_fixed_width_around_the_one_that_shrinks(mail: MailBody) -> None:
    hidden = re.findall(r"<!--\[if mso\]>(.*?)<!\[endif\]-->", mail.html, re.DOTALL)

    assert len(hidden) == 3
    assert "<o:PixelsPerInch>96<" in hidden[0], "widths are given in pixels and must grow with the letters"
    assert 'width="600"' in hidden[1]
    assert hidden[2] == "</td></tr></table>"


def test_nothing_is_asked_for(brief: Brief) -> None:
    linked = replace(brief, article=replace(brief.article, url="https://paper.example/story"))
    html = mail_of(linked).html

    assert re.findall(r"https?://[^\s\"<]+", html) == ["https://paper.example/story"] * 2, "the link and its words"
    assert [found for _, found in Elements(html).all if {"src", "background", "srcset"} & found.keys()] == []


def test_an_address_that_is_none_of_the_web_is_no_link(brief: Brief) -> None:
    html = mail_of(replace(brief, article=replace(brief.article, url="javascript:alert(1)"))).html

    assert "javascript" not in html


def test_a_hostile_headline_becomes_no_markup_and_no_header() -> None:
    mail = mail_of(one_paragraph("A ferry sank.", headline=HOSTILE))

    assert {tag for tag, _ in Elements(mail.html).all} & {"script", "img"} == set()
    assert "&lt;script&gt;" in mail.html
    assert "{{ 7 * 7 }}" in mail.html
    assert "\n" not in mail.subject
    assert "\r" not in mail.subject
    assert "<script>alert(1)</script>" in mail.text, "plain text is not escaped"


def test_no_line_of_the_text_is_too_long(mail: MailBody) -> None:
    assert [line for line in mail.text.splitlines() if len(line) > COLUMNS or line != line.rstrip()] == []
    assert "\n\n\n" not in mail.text


def test_words_without_a_space_are_broken_and_addresses_are_not(brief: Brief) -> None:
    address = "https://paper.example/" + "a" * 120
    changed = replace(brief, article=replace(brief.article, url=address, headline="x" * 180))
    lines = mail_of(changed).text.splitlines()

    assert address in lines
    assert [line for line in lines if len(line) > COLUMNS and line != address] == []


def test_both_bodies_have_the_same_claims_and_things_to_check(brief: Brief, mail: MailBody) -> None:
    view = view_of(brief, WORDING)
    page, text = words(Page(mail.html).text), words(mail.text)
    said = [one.text for one in most_important(view.claims, 6)] + [item.what for item in brief.check_first[:6]]

    assert len(said) == 6 + 5
    assert [one for one in said if words(one) not in page or words(one) not in text] == []
    for part in (view.published, brief.method.version, WORDING.titles.disclaimer):
        assert part in page
        assert part in text


def test_the_claims_most_worth_a_check_come_first(brief: Brief) -> None:
    chosen = most_important(view_of(brief, WORDING).claims, 4)
    scores = [one.claim.worthiness.score if one.claim.worthiness else 0.0 for one in chosen]

    assert len(chosen) == 4
    assert scores == sorted(scores, reverse=True)


def test_voices_stand_by_their_side_and_those_without_one_last(brief: Brief) -> None:
    found = sides(view_of(brief, WORDING).sources)

    assert {"government", "operator"} <= {one.side for one in found}
    assert found[-1].side is None
    assert sum(len(one.sources) for one in found) == len(brief.sources)
    assert sum(one.share for one in found) == pytest.approx(1.0)


def test_the_dates_around_publication_are_shown_in_their_order(brief: Brief) -> None:
    labels = [entry.label for entry in nearest(brief.timeline, 3)]

    assert labels == ["Tue 16 Mar 2021", "Tue 16 Mar 2021, 18:30", "Fri 19 Mar 2021"]


def test_a_brief_without_anything_says_so_in_both() -> None:
    mail = mail_of(one_paragraph("A ferry sank."))

    for part in (WORDING.titles.no_flags, WORDING.titles.no_claims, WORDING.titles.no_date):
        assert part in mail.html
        assert part in mail.text


def test_a_mail_is_short_enough_not_to_be_cut_off(brief: Brief) -> None:
    long = "A very long sentence about the harbour. " * 400
    claims = tuple(replace(claim, text=long) for claim in brief.claims)
    items = tuple(replace(item, what=long, why=long) for item in brief.check_first * 9)
    html = mail_of(replace(brief, claims=claims, check_first=items)).html

    assert len(html.encode()) < GMAIL_CLIPS_AT


def test_the_format_gives_two_files_that_tell_their_story(brief: Brief) -> None:
    files = render_files(brief, "mail", wording=WORDING, settings=Settings())

    assert list(files) == ["mail.html", "mail.txt"]
    assert all(brief.method.input_sha256.encode() in data for data in files.values())


def test_templates_of_ones_own_replace_the_built_in_ones(brief: Brief, tmp_path: Path) -> None:
    copied = {path.name for path, _ in copy_document("mail", tmp_path)}
    page = tmp_path / "mail" / "mail.html.j2"
    page.write_text(page.read_text().replace("{{ titles.brief }}", "The Harbour Gazette"))
    (tmp_path / "mail" / "mail.txt.j2").write_text("Gazette: {{ wrap(view.title) }}")
    (tmp_path / "mail" / "mail.css.j2").write_text("td { padding: 3px; }")
    mail = mail_of(brief, Settings(templates=str(tmp_path)))

    assert copied == {path.name for path in (template_folder() / "mail").glob("*.j2")} > {"mail.html.j2", "mail.txt.j2"}
    assert "The Harbour Gazette</td>" in mail.html
    assert 'style="padding: 3px;"' in mail.html
    assert mail.text.startswith("Gazette: ")


@pytest.mark.parametrize("name", NAMES)
def test_an_event_comes_as_a_mail_too(name: str) -> None:
    event = event_brief(name)
    files = render_files(event, "mail", wording=WORDING, settings=Settings())
    page, text = files["mail.html"].decode(), files["mail.txt"].decode()

    assert list(files) == ["mail.html", "mail.txt"]
    assert len(files["mail.html"]) < GMAIL_CLIPS_AT
    assert all(len(line) <= COLUMNS for line in text.splitlines() if "://" not in line)
    for words in (WORDING.event.brief, WORDING.event.counts(len(event.stories), len(event.origins))):
        assert words in page
        assert words in " ".join(text.split())
    for outlet in {story.outlet for story in event.stories}:
        assert outlet in text
    assert re.search(r"(href|src)=.(?!https?:)", page) is None
    assert re.search(r"src=", page) is None


def test_the_mail_of_an_event_tells_what_differs() -> None:
    event, match = next(
        (event, match)
        for event in map(event_brief, NAMES)
        for match in event.matches
        if any(one.tie is not Tie.AGREES for one in match.ties)
    )
    first = match.accounts[0]
    story = next(story for story in event.stories if story.id == first.story_id)
    claim = next(claim for claim in story.brief.claims if claim.id == first.claim_id)
    body = mail_body(event, WORDING, Settings())

    assert WORDING.event.differing.upper() in body.text
    assert cut(claim.text, 40).removesuffix(" …") in " ".join(body.text.split())
    assert body.subject == WORDING.mail.subject.format(title=event.article.headline)


def test_an_event_has_no_table_and_says_what_there_is() -> None:
    with pytest.raises(UsageError, match="does not come as 'csv'"):
        check_formats(("html", "csv"))

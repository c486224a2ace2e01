"""The brief as a web page."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from markupsafe import escape

from reporter.languages import language_pack
from reporter.model import Article, Brief, Method, Paragraph, ParagraphKind, Settings, Span
from tests.rendering.conftest import rendered

VOID = {"meta", "br", "col", "link", "img", "hr"}
LOADING = {"src", "srcset", "data", "poster", "action", "formaction", "background"}


class Page(HTMLParser):
    """What a page holds: its elements, whether they nest, its ids, its links and its words."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.links.append(value or "")
            if name in LOADING or name.startswith("on"):
                self.loads.append(f"{tag} {name}={value}")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] not in {"style", "script"}:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def one_paragraph(text: str, **fields: str | None) -> Brief:
    """A brief that holds a story and nothing else."""
    paragraphs = (Paragraph(span=Span(start=0, end=len(text)), kind=ParagraphKind.BODY),)
    return Brief(
        article=Article(text=text, language="en", paragraphs=paragraphs, **fields),
        method=Method(version="0", parser="none", input_sha256="0" * 64),
    )


def test_the_elements_nest(html: str) -> None:
    page = Page(html)

    assert (page.faults, page.open) == ([], [])


def test_no_two_elements_share_an_id(html: str) -> None:
    ids = Page(html).ids

    assert len(ids) == len(set(ids))


def test_every_link_inside_the_page_leads_somewhere(html: str) -> None:
    page = Page(html)

    assert [link for link in page.links if link.startswith("#") and link[1:] not in page.ids] == []


def test_every_section_of_the_brief_is_there(html: str) -> None:
    titles = language_pack("en").brief.titles
    text = Page(html).text
    sections = (
        titles.summary,
        titles.check_first,
        titles.timeline,
        titles.claims,
        titles.sources,
        titles.figures,
        titles.story,
        titles.times,
        titles.method,
        titles.disclaimer,
    )

    assert [section for section in sections if section not in text] == []


def test_every_claim_flag_source_and_proof_is_told(html: str, brief: Brief) -> None:
    text = Page(html).text
    told = [
        *(" ".join(claim.text.split()) for claim in brief.claims),
        *(flag.message for flag in brief.flags),
        *(flag.clears for flag in brief.flags),
        *(time.proof.explanation.rstrip(".") for time in brief.times),
        *(sentence.text for sentence in brief.summary),
        *(item.what for item in brief.check_first),
        *(entry.text for entry in brief.timeline),
    ]

    assert [one for one in told if one not in text] == []
    assert [
        reason for assessment in brief.assessments for reason in assessment.reasons if str(escape(reason)) not in html
    ] == []


def test_each_claim_leads_to_its_characters_and_back(html: str, brief: Brief) -> None:
    page = Page(html)
    numbers = range(1, len(brief.claims) + 1)

    assert [n for n in numbers if f"w{n}" not in page.ids or f"c{n}" not in page.ids] == []
    assert [n for n in numbers if f"#w{n}" not in page.links or f"#c{n}" not in page.links] == []


def test_the_page_loads_nothing_and_runs_its_one_script_alone(html: str) -> None:
    page = Page(html)
    (script,) = re.findall(r"<script>(.*?)</script>", html, flags=re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()

    assert page.loads == []
    assert page.tags.count("script") == 1
    assert f"script-src 'sha256-{digest}';" in html
    assert not {"iframe", "object", "embed", "img", "link", "base", "form"} & set(page.tags)
    assert set(re.findall(r"url\(([a-z]+:)", html)) == {"data:"}
    assert "default-src 'none'" in html


def test_the_page_stays_small(html: str) -> None:
    assert len(html) < 400_000


HOSTILE = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "</title></head><body onload=alert(1)>",
    '"><svg onload=alert(1)>',
    "{{ 7 * 7 }}{% include '/etc/passwd' %}",
    "<!-- --!> <iframe src=file:///etc/passwd>",
    "&lt;b&gt; &#60;i&#62;",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_the_words_of_a_story_never_become_markup(words: str) -> None:
    harmless = one_paragraph("harmless", headline="harmless", byline="harmless", publisher="harmless")
    hostile = one_paragraph(words, headline=words, byline=words, publisher=words)

    page = Page(rendered(hostile, "html").decode())

    assert page.tags == Page(rendered(harmless, "html").decode()).tags
    assert page.text.count(" ".join(words.split())) >= 4


@pytest.mark.parametrize("turn", ["\u202e", "\u202d", "\u202b", "\u2067"])
@pytest.mark.parametrize("output", ["html", "md", "mail", "csv"])
def test_no_character_of_a_story_turns_the_words_of_the_brief(turn: str, output: str, brief: Brief) -> None:
    words = f"{turn}Nobody told the board"
    found = one_paragraph(words, headline=words, byline=words, publisher=words)
    if output == "csv":  # a row a claim: the sample's, with one told so
        found = replace(brief, claims=(replace(brief.claims[0], text=words), *brief.claims[1:]))
    text = rendered(found, output).decode()

    assert turn not in text
    assert "Nobody told the board" in text


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", " javascript:x"])
def test_only_a_web_address_becomes_a_link(address: str) -> None:
    page = Page(rendered(one_paragraph("A story.", url=address), "html").decode())

    assert [link for link in page.links if not link.startswith("#")] == []


def test_a_web_address_becomes_a_link() -> None:
    page = Page(rendered(one_paragraph("A story.", url="https://news.example/a?b=1&c=2"), "html").decode())

    assert "https://news.example/a?b=1&c=2" in page.links


@pytest.mark.parametrize("text", ["One sentence.", "", "א" * 300, "x" * 5000, "لم يحدث شيء. " * 40])
def test_a_story_of_any_shape_gets_a_page(text: str) -> None:
    page = Page(rendered(one_paragraph(text), "html").decode())

    assert page.faults == []
    assert "".join(text.split()) in "".join(page.text.split())


def test_the_whole_story_stands_in_the_page_with_all_its_marks(html: str, brief: Brief) -> None:
    text = Page(re.sub(r'<(a|span) class="ref.*?</\1>', "", html)).text

    for paragraph in brief.article.paragraphs:
        assert " ".join(paragraph.span.of(brief.article.text).split()) in text


def test_the_time_of_making_is_told_only_when_it_is_given(brief: Brief) -> None:
    without = replace(brief, method=replace(brief.method, generated=None))

    assert "dcterms.created" not in rendered(without, "html").decode()
    assert "dcterms.created" in rendered(brief, "html").decode()


def test_dates_that_say_the_same_for_the_same_reasons_are_listed_once(brief: Brief) -> None:
    in_claims = {time for claim in brief.claims for time in (*claim.said, *claim.happened)}
    first = next(time for time in brief.times if time.id not in in_claims)
    again = [replace(first, id=f"again{n}") for n in range(3)]
    page = Page(rendered(replace(brief, times=(*brief.times, *again)), "html").decode())

    assert f"“{first.text}” × 4" in page.text
    assert "again1" not in page.ids


def test_a_page_size_changes_nothing_on_the_web(brief: Brief) -> None:
    from reporter.model import PageSize

    assert rendered(brief, "html", Settings(page_size=PageSize.LETTER)) == rendered(brief, "html")

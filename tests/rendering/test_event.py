"""The brief of an event as a page: every link leads somewhere, nothing stands twice, no article text is markup."""

import re
from collections import Counter

import pytest

from reporter.errors import UsageError
from reporter.languages import language_pack
from reporter.model import EventBrief, Settings
from reporter.pipeline import Pipeline
from reporter.rendering import render
from tests.event.stories import NAMES, article, brief

WORDING = language_pack("en").brief


def page(one: EventBrief) -> str:
    return render(one, "html", wording=WORDING, settings=Settings()).decode()


@pytest.mark.parametrize("name", NAMES)
def test_every_link_leads_to_one_place(name: str) -> None:
    html = page(brief(name))
    ids = Counter(re.findall(r' id="([^"]+)"', html))
    links = set(re.findall(r'href="#([^"]+)"', html))

    assert {one for one, count in ids.items() if count > 1} == set()
    assert links - ids.keys() == set()


@pytest.mark.parametrize("name", NAMES)
def test_the_page_has_the_sections_of_an_event_and_of_each_story(name: str) -> None:
    html = page(brief(name))
    titles = re.findall(r"<h2 id[^>]*>([^<]+)</h2>", html)

    assert titles[:2] == ["Stories and their origins", "Check first"]
    assert {"Where accounts differ", "Figures", "Timeline"} <= set(titles) | {"Figures"}
    assert sum(title.startswith("Story ") for title in titles) == len(brief(name).own)
    assert titles.count("The story, marked") == len(brief(name).own)


def test_tables_have_heads_and_no_style_is_written_into_the_new_sections() -> None:
    html = page(brief("rising-toll"))
    differing = html[html.index('id="differing"') : html.index('id="timeline"')]

    assert 'class="group"' in differing
    assert 'scope="col"' in differing
    assert [one for one in re.findall(r'style="([^"]+)"', differing) if not one.startswith("width:")] == []


def test_the_counts_and_the_tree_are_told() -> None:
    markdown = render(brief("reprinted-wire"), "md", wording=WORDING, settings=Settings()).decode()

    assert "4 stories, 2 origins" in markdown
    assert "    - B · The Mardle Herald" in markdown
    assert "rests on Kestrel Press Agency (same words, credit line, 100 % of the words)" in markdown


def test_article_text_never_becomes_markup() -> None:
    text = '<script>alert(1)</script> burned "down" on Monday, the Orsk <b id="c1">brigade</b> said. {{ 7 * 7 }}'
    story = {"published": "2024-03-05", "publisher": '<img src=x> id="c1"'}
    stories = [
        article({**story, "text": text, "headline": "<i>Mill</i>"}),
        article({**story, "text": text + " Nine people were hurt, it said.", "publisher": "Orsk & Co"}),
    ]
    html = page(Pipeline(Settings()).event(stories))

    assert html.count("<script>") == 1  # the page's own
    assert "<img" not in html
    assert "{{ 7 * 7 }}" in html


def test_a_format_that_an_event_does_not_come_in_is_refused_with_what_to_do() -> None:
    with pytest.raises(UsageError, match="--apart"):
        render(brief("denial"), "docx", wording=WORDING, settings=Settings())

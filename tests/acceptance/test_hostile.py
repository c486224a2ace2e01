"""Hostile and broken input: one clear error or a correct brief; never a traceback, a hang, or a fetch."""

import os
import random
from html.parser import HTMLParser
from pathlib import Path

import pytest

from reporter.schema import from_json
from tests.acceptance.command import Run, reporter
from tests.acceptance.conftest import Visits

SECONDS = 30

SENTENCES = (
    "The ferry with 40 people on board ran aground on Monday, the coast guard said.",
    '"We saw lights on the reef," said Captain Lea Morin.',
    "Officials said the hull had been checked in January.",
    "It was not clear why the alarm came late.",
)
STORY = "\n\n".join(SENTENCES)


def told_or_briefed(run: Run, out: Path) -> bool:
    """Whether there is a brief; else there must be one clear error."""
    assert "Traceback" not in run.err
    if run.code == 0:
        assert run.lines
        for line in run.lines:
            assert Path(line).resolve().parent == out.resolve()
            if line.endswith(".json"):
                assert_true_to_its_text(Path(line).read_bytes())
        return True
    assert (run.code, run.out) == (1, "")
    assert len(run.err.splitlines()) == 1
    assert run.err.startswith("reporter: ")
    assert "fault in this program" not in run.err
    assert not out.exists() or not list(out.iterdir())
    return False


def assert_true_to_its_text(data: bytes) -> None:
    brief = from_json(data)
    text = brief.article.text
    for time in brief.times:
        assert time.span.of(text) == time.text
    for span in (span for claim in brief.claims for span in claim.spans):
        assert 0 <= span.start < span.end <= len(text)
    for span in (span for flag in brief.flags for span in flag.spans):
        assert 0 <= span.start < span.end <= len(text)


def brief(data: bytes, folder: Path, *, formats: str = "html,pdf,json", name: str = "story.txt") -> Run:
    story = folder / name
    story.write_bytes(data)
    return reporter(
        "brief", "--published", "2026-03-12", "--format", formats, "--out", folder / "out", story, seconds=SECONDS
    )


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b" \r\n\t \xc2\xa0\n", id="white-space"),
        pytest.param(b"\x00" * 1000, id="only-nul"),
        pytest.param(bytes(range(256)) * 40, id="binary"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, id="a-picture"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", id="a-pdf"),
        pytest.param(b"<html><body></body></html>", id="an-empty-page"),
    ],
)
def test_what_is_no_story_is_one_clear_error(data: bytes, tmp_path: Path) -> None:
    assert not told_or_briefed(brief(data, tmp_path), tmp_path / "out")


@pytest.mark.slow
@pytest.mark.parametrize(
    "data",
    [
        pytest.param(STORY.replace("Morin", "Mérin").encode("latin-1"), id="latin-1"),
        pytest.param(STORY.encode("utf-16"), id="utf-16-with-mark"),
        pytest.param(STORY.encode("utf-16-le"), id="utf-16-without-mark"),
        pytest.param(STORY.encode() + b"\xff\xfe\xe9", id="broken-utf-8"),
        pytest.param(b"\xef\xbb\xbf" + STORY.encode(), id="utf-8-with-mark"),
        pytest.param(STORY.replace("\n", "\r\n").encode(), id="windows-lines"),
        pytest.param(STORY.replace(" ", "\x00 ").encode(), id="nul-between-words"),
        pytest.param(STORY.replace("reef", "re\x00ef").encode(), id="nul-in-a-word"),
        pytest.param(STORY.replace(" ", "\u202e ").encode(), id="right-to-left-override"),
        pytest.param(("\u2066\u200f" * 2000 + STORY).encode(), id="direction-marks"),
        pytest.param(STORY.replace("e", "e" + "\u0301" * 30).encode(), id="heaps-of-accents"),
        pytest.param("\ufeff\u200b\u00ad".join(SENTENCES).encode(), id="invisible-characters"),
        pytest.param("\U0001f600\U000e0001 ".join(SENTENCES).encode(), id="beyond-the-basic-plane"),
        pytest.param(b"\x0c\x0b\x1c\x85".join(s.encode() for s in SENTENCES), id="odd-separators"),
        pytest.param(STORY.encode() + b"\x1b]0;title\x07\x1b[2J", id="terminal-codes"),
    ],
)
def test_odd_characters_end_in_a_brief_or_one_clear_error(data: bytes, tmp_path: Path) -> None:
    told_or_briefed(brief(data, tmp_path), tmp_path / "out")


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The quick ferry ran aground on Monday, he said, and " * 4000, id="a-line-of-200,000"),
        pytest.param("x" * 200_000, id="a-word-of-200,000"),
        pytest.param("7" * 1_000_000, id="a-million-digits"),
        pytest.param("12/" * 60_000, id="slashes"),
        pytest.param('"' * 5000, id="5,000-marks"),
        pytest.param('"yes" ' * 2500, id="2,500-quotations"),
        pytest.param("“" * 2500 + STORY + "”" * 2500, id="nested-marks"),
        pytest.param('He said "' * 2500, id="2,500-open-quotations"),
        pytest.param("(" * 20_000 + STORY, id="20,000-brackets"),
        pytest.param("Monday " * 10_000, id="10,000-Mondays"),
        pytest.param("said " * 10_000, id="10,000-saids"),
        pytest.param("Mr. A. B. " * 5000, id="initials"),
        pytest.param("\n\n".join([SENTENCES[0]] * 1000), id="the-same-paragraph-1,000-times"),
        pytest.param("\n" * 500_000 + STORY, id="half-a-million-lines"),
        pytest.param(" " * 500_000 + STORY, id="half-a-million-spaces"),
        pytest.param("Spokesman, spokesman, " * 5000, id="commas"),
    ],
)
def test_long_runs_end_in_time(text: str, tmp_path: Path) -> None:
    told_or_briefed(brief(text.encode(), tmp_path), tmp_path / "out")


@pytest.mark.slow
def test_twenty_megabytes_are_refused_or_read_in_time(tmp_path: Path) -> None:
    told_or_briefed(brief((STORY + "\n\n").encode() * (20_000_000 // len(STORY)), tmp_path), tmp_path / "out")


def test_twenty_megabytes_on_standard_input_are_refused() -> None:
    run = reporter("brief", "--published", "2026-03-12", "-", typed=b"word " * 4_000_000)

    assert (run.code, run.out) == (1, "")
    assert "Traceback" not in run.err


@pytest.mark.slow
def test_noise_ends_in_a_brief_or_one_clear_error(tmp_path: Path) -> None:
    chance = random.Random(20260312)
    for number in range(4):
        words = [chance.choice(STORY.split() + list('"“”‘’().,;:-—0123456789')) for _ in range(800)]
        folder = tmp_path / str(number)
        folder.mkdir()
        told_or_briefed(brief(" ".join(words).encode(), folder, formats="html,json"), folder / "out")


PAGE = """<!DOCTYPE html><html lang="en"><head><title>Ferry runs aground</title>
<meta property="article:published_time" content="2026-03-12T10:00:00Z">
<link rel="stylesheet" href="{away}/style.css"><link rel="stylesheet" href="file://{trap}">
<link rel="icon" href="{away}/icon.png"><base href="{away}/base/">
<style>@import url("{away}/import.css"); @import url("file://{trap}");
body {{ background: url({away}/background.png) }}</style>
<script src="{away}/script.js"></script><script>fetch("{away}/fetch")</script>
<meta http-equiv="refresh" content="0; url={away}/refresh"></head>
<body onload="fetch('{away}/onload')"><article><h1>Ferry runs aground</h1>
<p>The ferry with 40 people on board ran aground on Monday, the coast guard said.
<img src="{away}/picture.png" onerror="alert('ATTACK')"><img src="file://{trap}" alt="x"></p>
<p>"We saw lights on the reef," said Captain Lea Morin. <script>alert('ATTACK')</script>
<iframe src="{away}/frame"></iframe><iframe src="file://{trap}"></iframe></p>
<p>Officials said the hull had been checked in January. <object data="{away}/object"></object>
<embed src="file://{trap}"><svg><image href="{away}/svg.png"/><use href="file://{trap}#x"/></svg></p>
<p>It was not clear why the alarm came late. &lt;script&gt;alert('ATTACK')&lt;/script&gt;
&lt;img src={away}/escaped.png onerror=alert('ATTACK')&gt; {{{{ 7 * 7 }}}} {{% include "{trap}" %}}</p>
<p>The harbour was closed until Friday, said the port, because divers have to look at the hull before it is moved.</p>
</article></body></html>"""


class Markup(HTMLParser):
    """What a browser would run or fetch in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "iframe", "object", "embed", "base"}:
            self.found.append(tag)
        for name, value in attributes:
            is_address = name in {"src", "href", "data", "action", "srcset"} and tag != "a"
            if name.startswith("on") or (is_address and value and not value.startswith(("data:", "#"))):
                self.found.append(f"{tag} {name}={value}")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["page.html", "page.txt"])
def test_a_page_of_traps_is_neither_fetched_nor_run(name: str, tmp_path: Path, visits: Visits) -> None:
    trap = tmp_path / "trap"
    os.mkfifo(trap)  # whoever opens it waits for ever, and the time limit tells
    page = PAGE.format(away=visits.address, trap=trap)
    data = page if name.endswith(".html") else page.partition("<p>")[2]
    run = brief(data.encode(), tmp_path, formats="json,html,pdf", name=name)

    assert told_or_briefed(run, tmp_path / "out")
    assert visits.paths == []
    markup = Markup()
    markup.feed(Path(run.lines[1]).read_text(encoding="utf-8"))
    assert markup.found == ["script"], "the page's own, which its policy allows by its hash, and no other"
    assert "<script>alert" not in Path(run.lines[1]).read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<div>" * 50_000 + STORY, id="divs"),
        pytest.param("<html><body>" + "<b>" * 20_000 + STORY + "</b>" * 20_000, id="bold"),
        pytest.param("<html><body>" + "<table><tr><td>" * 5000 + STORY, id="tables"),
        pytest.param("<html><body>" + "<ul><li>" * 5000 + STORY, id="lists"),
        pytest.param("<html><body><p>" + STORY + "<!--" * 50_000, id="comments"),
        pytest.param("<html><body><p " + "a=b " * 50_000 + ">" + STORY, id="attributes"),
        pytest.param("<html><body><p>" + "&amp;" * 50_000 + STORY, id="entities"),
        pytest.param(
            '<html><head><script type="application/ld+json">' + "[" * 50_000 + "</script><body><p>" + STORY,
            id="deep-metadata",
        ),
        pytest.param(
            '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">'
            '<!ENTITY c SYSTEM "file:///etc/passwd">]><html><body><p>&b; &c; ' + STORY,
            id="entity-bomb",
        ),
    ],
)
def test_deeply_nested_markup_ends_in_time(page: str, tmp_path: Path) -> None:
    told_or_briefed(brief(page.encode(), tmp_path, formats="html,json", name="page.html"), tmp_path / "out")


@pytest.mark.slow
def test_a_folder_that_takes_no_files_is_one_clear_error(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY)
    in_the_way = tmp_path / "taken"
    in_the_way.write_text("a file")
    places = [in_the_way, in_the_way / "below", Path("/proc/reporter"), Path("/dev/null/below")]
    if os.geteuid() != 0:
        locked = tmp_path / "locked"
        locked.mkdir(mode=0o555)
        places.append(locked)
    for place in places:
        run = reporter("brief", "--published", "2026-03-12", "--format", "json", "--out", place, story)

        assert (run.code, run.out) == (1, "")
        assert str(place) in run.err
        assert "--out" in run.err
        assert "Traceback" not in run.err
    assert in_the_way.read_text() == "a file"


@pytest.mark.slow
def test_a_headline_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    run = brief(("../../../../etc/cron.d/evil\n\n" + STORY).encode(), tmp_path, formats="json")

    assert told_or_briefed(run, tmp_path / "out")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "story.txt"]

"""`reporter claims`: who says what, as a table, as JSON, and with its proof."""

import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import termios
from pathlib import Path

import pytest

from tests.acceptance.command import COMMAND, EXAMPLES, environment, reporter

FIRE = EXAMPLES / "harbour-fire.txt"

CHAIN = (
    "Mayor Helen Brenn said the operator had claimed on Monday that the dyke was sound.\n\n"
    "The dyke broke at dawn.\n\n"
    'Brenn was furious. "Nobody asked us," she said.\n'
)

pytestmark = pytest.mark.slow


def on_a_terminal(*arguments: str | Path, columns: int, **variables: str) -> str:
    """What a terminal of so many columns gets on its standard output."""
    try:
        ours, theirs = pty.openpty()
    except OSError as error:  # a container without /dev/pts
        pytest.skip(f"this machine has no pseudo terminal to give: {error}")
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    with subprocess.Popen(
        [str(COMMAND), *map(str, arguments)],
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        env=environment(TERM="xterm-256color", COLUMNS=str(columns), **variables),
    ):
        os.close(theirs)
        parts = []
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            parts.append(part)
    os.close(ours)
    return b"".join(parts).decode().replace("\r\n", "\n")


@pytest.fixture
def chain(tmp_path: Path) -> Path:
    story = tmp_path / "dyke.txt"
    story.write_text(CHAIN)
    return story


def test_into_a_pipe_each_claim_is_one_line_of_columns() -> None:
    run = reporter("claims", FIRE)
    headings, *rows = run.lines
    claims = json.loads(reporter("claims", "--json", FIRE).out)["claims"]
    columns = [headings.index(name) for name in ("claim", "who", "cue", "what", "said", "happened", "flags")]
    official = next(row for row in rows if "had been warned twice" in row)
    cells = [official[a:b].strip() for a, b in zip(columns, [*columns[1:], len(official)], strict=True)]

    assert (run.code, run.err) == (0, "")
    assert len(rows) == len(claims)
    assert cells == [
        "c16",
        "a senior official at the port authority",
        "said",
        "the company had been warned twice last year about the way it stacked sacks near the charging points",
        "-",
        "2023",
        "ANON-ROLE SRC-SINGLE",
    ]


def test_a_chain_is_told_from_the_outside_in(chain: Path) -> None:
    row = next(line for line in reporter("claims", "--published", "2026-03-03", chain).lines if "was sound" in line)

    assert row.index("Helen Brenn") < row.index("operator") < row.index("had claimed")


def test_json_has_the_fields_of_the_brief_and_what_they_name(chain: Path) -> None:
    data = json.loads(reporter("claims", "--json", "--published", "2026-03-03", chain).out)
    claim = next(claim for claim in data["claims"] if "was sound" in claim["text"])
    attributions = {attribution["id"]: attribution for attribution in data["attributions"]}
    sources = {source["id"]: source for source in data["sources"]}
    inner = attributions[claim["chain"][-1]["attribution_id"]]

    assert set(data) == {
        "published",
        "claims",
        "attributions",
        "sources",
        "times",
        "flags",
        "assessments",
        "cues",
    }
    assert (inner["frame"], inner["cue_lemma"]) == ("clause", "claim")
    assert attributions[inner["within"]]["cue_lemma"] == "say"
    assert {link["source_id"] for claim in data["claims"] for link in claim["chain"]} <= {*sources, None}
    assert {"lemma", "word_class", "stance", "frames", "example"} <= set(data["cues"][0])


def test_explain_shows_frame_cue_mentions_chain_and_times(chain: Path) -> None:
    run = reporter("claims", "--explain", "--published", "2026-03-03", chain)
    first, *_, last = run.out.split("\n\n")

    assert run.code == 0
    assert "frame clause" in first
    assert "claim, verb, doubting" in first
    assert "who: Mayor Helen Brenn (said) → the operator (had claimed)" in first
    assert "Monday, 2 March 2026" in first
    assert "“she”" in last
    assert "by a pronoun" in last


def test_the_story_comes_from_standard_input_too() -> None:
    run = reporter("claims", "--published", "2026-03-03", "-", typed=CHAIN)

    assert run.code == 0
    assert "was sound" in run.out


def test_without_a_date_it_stops_unless_told_to_go_on() -> None:
    clinic = EXAMPLES / "clinic-undated.txt"
    stopped, undated = reporter("claims", clinic), reporter("claims", "--undated", clinic)

    assert (stopped.code, stopped.out) == (1, "")
    assert "--published" in stopped.err
    assert undated.code == 0
    assert "DAT-UNANCHORED" in undated.out


def test_a_story_without_a_claim_says_so_beside_the_results() -> None:
    run = reporter("claims", "--undated", "-", typed="Hello there.\n")

    assert (run.code, run.out) == (0, "")
    assert "no claim" in run.err


@pytest.mark.parametrize("columns", [80, 100, 140])
@pytest.mark.parametrize("story", ["harbour-fire.txt", "ferry-report.html"])
def test_on_a_terminal_the_table_fits_and_cuts_no_word(story: str, columns: int) -> None:
    screen = on_a_terminal("claims", EXAMPLES / story, columns=columns, NO_COLOR="1")
    screen = re.sub(r"\x1b\[[0-9;]*m", "", screen)
    printed = set(screen.split())
    data = json.loads(reporter("claims", "--json", EXAMPLES / story).out)

    assert max(map(len, screen.splitlines())) <= columns
    assert {word for claim in data["claims"] for word in claim["text"].split()} <= {
        word.strip("“”") for word in printed
    } | printed
    assert {flag["code"] for flag in data["flags"] if flag["claim_ids"]} <= printed


def test_colour_is_only_where_it_is_wanted() -> None:
    assert "\x1b[3" in on_a_terminal("claims", FIRE, columns=100)
    assert "\x1b[3" not in on_a_terminal("claims", FIRE, columns=100, NO_COLOR="1")

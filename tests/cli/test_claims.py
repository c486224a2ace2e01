"""What `reporter claims` shows of a claim, and how a table fits a screen."""

import json
import re
import sys
from functools import lru_cache
from pathlib import Path

import pytest

import reporter.attribution
from reporter.cli.claims import COLUMNS, drawn, record, row
from reporter.cli.readings import FRAMES, VIAS, Reading, explained
from reporter.cli.terminal import Column, Terminal, print_columns
from reporter.languages import language_pack
from reporter.model import Claim, QuoteType, Settings
from reporter.pipeline import Pipeline
from tests.attribution.stories import read, story
from tests.cli.test_terminal import Screen

PACK = language_pack("en")
SPECS = sorted((Path(__file__).parents[1] / "specs").glob("attribution-*.json"))


@lru_cache
def reading(text: str) -> Reading:
    settings = Settings(undated=True)
    return Reading(Pipeline(settings).analyse(story(text)), PACK.attribution, PACK.brief)


def claim_of(text: str, words: str) -> tuple[Claim, Reading]:
    found = reading(text)
    return next(claim for claim in found.claims if words in claim.text), found


def told(text: str, words: str) -> str:
    return "\n".join(explained(*claim_of(text, words)))


def test_every_frame_that_the_engine_writes_is_explained() -> None:
    package = Path(next(iter(reporter.attribution.__path__)))
    code = "\n".join(file.read_text(encoding="utf-8") for file in sorted(package.glob("*.py")))
    written = set(re.findall(r'frame="([a-z-]+)"', code)) | set(
        re.findall(r'return .+, "([a-z-]+)"$', code, re.MULTILINE)
    )

    assert written >= {"clause", "trailing", "noun", "according-to"}
    assert written - {"name"} <= set(FRAMES) | set(VIAS)


@pytest.mark.slow
def test_every_frame_and_every_join_of_the_cases_is_explained() -> None:
    texts = [case["text"] for path in SPECS for case in json.loads(path.read_text(encoding="utf-8"))["cases"]]
    found = [read(text) for text in texts]

    assert {attribution.frame for each, _ in found for attribution in each} <= set(FRAMES)
    assert {mention.via for _, sources in found for source in sources for mention in source.mentions} <= set(VIAS)


def test_a_verb_of_saying_has_its_row_of_the_lexicon() -> None:
    claim, found = claim_of("The warden alleged that the lock had been forced.", "forced")
    entry = found.entry(found.attributions[claim.chain[0].attribution_id])

    assert entry is not None
    assert (entry.lemma, entry.word_class, entry.stance) == ("allege", "verb", "doubting")


def test_a_noun_of_saying_is_not_taken_for_the_verb_that_is_spelt_like_it() -> None:
    claim, found = claim_of("The warden's claim that the lock had been forced was read out.", "forced")
    entry = found.entry(found.attributions[claim.chain[0].attribution_id])

    assert entry is not None
    assert (entry.lemma, entry.word_class) == ("claim", "noun")


def test_a_preposition_that_names_a_source_is_no_row() -> None:
    text = "According to the harbour master, the lock had been forced."

    assert "cue according to, neutral; not a row of the lexicon" in told(text, "forced")


def test_a_source_shows_each_mention_and_marks_the_one_at_hand() -> None:
    lines = told("Mayor Helen Brenn said the dyke was sound. She said it would hold.", "would hold").splitlines()
    mentions = [line.strip() for line in lines if line.startswith(" " * 12)]

    assert [mention.split("”")[0].lstrip("“") for mention in mentions] == ["Mayor Helen Brenn", "She"]
    assert "by its name (1.00)" in mentions[0]
    assert mentions[1].endswith(", here")
    assert not mentions[0].endswith(", here")


def test_a_mention_that_may_mean_two_people_is_left_open() -> None:
    text = "John Hall and Peter Hall met. Hall said the dyke was sound."

    assert "“Hall”, unclear who" in row(*claim_of(text, "sound"))[1]
    assert "more than one may be meant" in told(text, "sound")


def test_what_nobody_says_and_what_the_story_says_are_told_apart() -> None:
    text = "The lock was forced. The guard was reportedly asleep."

    assert row(*claim_of(text, "lock"))[1:3] == ("the story itself", "-")
    assert row(*claim_of(text, "guard"))[1:3] == ("nobody named", "reportedly")


def test_a_quotation_stands_in_marks_and_a_report_does_not() -> None:
    claim, found = claim_of('"Nobody asked us," the warden said. The warden said the lock was old.', "asked")
    other, _ = claim_of('"Nobody asked us," the warden said. The warden said the lock was old.', "old")

    assert claim.quote_type is QuoteType.DIRECT
    assert found.words(claim) == "“Nobody asked us”"
    assert found.words(other) == "the lock was old"


def test_a_date_that_has_no_place_is_told_in_the_storys_words() -> None:
    found = row(*claim_of("The lock was forced on Monday.", "lock"))

    assert found[5] == "“Monday”"


def test_an_empty_cell_is_a_dash_in_columns_and_nothing_on_a_screen() -> None:
    claim = claim_of("The lock was green.", "green")

    assert (row(*claim)[2], *row(*claim)[4:]) == ("-", "-", "-", "-")
    assert drawn(*claim)[3:] == ((), (), ())


def test_json_holds_the_lexicons_rows_once_each() -> None:
    found = reading("The warden said the lock was old. The cook said so was the door. The cook denied the charge.")
    lemmas = [cue["lemma"] for cue in record(found)["cues"]]

    assert lemmas.count("say") == 1
    assert "deny" in lemmas


ROWS = [
    (
        (("c1", ""),),
        (("the association of harbour pilots", ""), ("\u00a0said in a statement", "cyan")),
        (("a barge had drifted on to the counterclockwise channel " * 4, ""),),
        (),
        (("Mon 13 May 2024, evening", ""),),
        (("HED-UNVERIFIED", "red"), ("SRC-SINGLE", "")),
    )
]


def screen_of(width: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    screen = Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    print_columns(COLUMNS, ROWS)
    return re.sub(r"\x1b\[[0-9;]*m", "", screen.getvalue()).splitlines()


@pytest.mark.parametrize("width", [72, 80, 99, 100, 120, 200])
def test_a_table_fits_its_screen_and_cuts_no_word(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = screen_of(width, monkeypatch)
    words = {word for cell in ROWS[0] for line, _ in cell for word in line.split()}

    assert max(map(len, lines)) <= width
    assert words <= set(" ".join(lines).split())


def test_the_flags_go_under_the_claim_where_there_is_little_room(monkeypatch: pytest.MonkeyPatch) -> None:
    wide, narrow = screen_of(100, monkeypatch), screen_of(80, monkeypatch)

    assert "flags" in wide[0]
    assert "flags" not in narrow[0]
    assert any("HED-UNVERIFIED" in line for line in narrow)


def test_the_words_of_saying_hang_under_their_source(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = screen_of(80, monkeypatch)
    source = next(line for line in lines if "association" in line)
    cue = [line for line in lines if "said in a" in line or "statement" in line]

    assert [line.index("said in a" if "said in a" in line else "statement") for line in cue] == [
        source.index("the association") + 1
    ] * len(cue)


def test_a_word_longer_than_the_screen_is_folded_and_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("COLUMNS", "80")
    columns = (Column(heading="who", most=10), Column(heading="what", most=None))
    print_columns(columns, [((("x" * 300, ""),), (("short words", ""),))])

    assert screen.getvalue().count("x") == 300
    assert max(map(len, screen.getvalue().splitlines())) <= 80


def test_a_storys_words_cannot_act_upon_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("NO_COLOR", "1")
    print_columns((Column(heading="what", most=None),), [((("safe\x1b[2J [red]text[/red]", ""),),)])
    Terminal().flowing("    more\x1b[2J")

    assert "\x1b[2J" not in screen.getvalue()
    assert "[red]text[/red]" in screen.getvalue()


def test_a_long_line_of_a_proof_is_broken_between_words_under_its_indent(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("COLUMNS", "50")
    Terminal().flowing("    the words of a proof that goes on for longer than its line [1200, 1280)")
    lines = screen.getvalue().splitlines()

    assert len(lines) == 2
    assert lines[1].startswith(" " * 8)
    assert max(map(len, lines)) <= 50


def test_into_a_pipe_a_line_of_a_proof_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    Terminal().flowing("    " + "word " * 60)

    assert len(capsys.readouterr().out.splitlines()) == 1

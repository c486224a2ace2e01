"""`--brief-language`: a desk reads a story of another language."""

import json
from pathlib import Path

import pikepdf
import pytest

from tests.acceptance.command import EXAMPLES, reporter

pytestmark = pytest.mark.slow

FORMATS = "html,json,md,pdf"


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("german")
    done = reporter(
        "brief", "-q", "--brief-language", "de", "--format", FORMATS, "--out", folder, EXAMPLES / "harbour-fire.txt"
    )
    assert (done.code, done.err) == (0, "")
    return {path.suffix[1:]: path for path in map(Path, done.lines)}


def test_the_flags_ask_in_the_language_of_the_brief(german: dict[str, Path]) -> None:
    made = json.loads(german["json"].read_text(encoding="utf-8"))

    assert made["method"]["language"] == "de"
    assert made["article"]["language"] == "en"
    assert all(flag["message"].endswith((".", "?", "“")) for flag in made["flags"])
    hidden = next(flag for flag in made["flags"] if flag["code"] == "ATT-PASSIVE")
    assert hidden["message"] == "„was believed“ verbirgt, wer das sagt: kein Handelnder und keine Quelle im Satz."
    assert any(entry["label"] == "Mo., 3. Juni 2024" for entry in made["timeline"])
    assert any("vom Tag des Erscheinens" in time["proof"]["explanation"] for time in made["times"])


def test_the_summary_stays_in_the_words_of_the_story(german: dict[str, Path]) -> None:
    made = json.loads(german["json"].read_text(encoding="utf-8"))
    told = " ".join(sentence["text"] for sentence in made["summary"])

    assert "Tuesday, 14 May 2024" in told
    assert "The story states, without a source, that" in told


def test_it_is_rendered_again_as_it_was(german: dict[str, Path], tmp_path: Path) -> None:
    done = reporter("render", "--format", FORMATS, "--out", tmp_path, german["pdf"])

    assert (done.code, done.err) == (0, "")
    for path in map(Path, done.lines):
        assert path.read_bytes() == german[path.suffix[1:]].read_bytes()


def test_the_pdf_says_its_language(german: dict[str, Path]) -> None:
    with pikepdf.open(german["pdf"]) as pdf:
        assert str(pdf.Root.Lang) == "de"


def test_americans_read_their_dates(tmp_path: Path) -> None:
    story = EXAMPLES / "harbour-fire.txt"
    done = reporter("brief", "-q", "--brief-language", "en-US", "--format", "md", "--out", tmp_path, story)
    text = Path(done.lines[0]).read_text(encoding="utf-8").replace("\u00a0", " ")

    assert "Tuesday, May 14, 2024, 6:40 PM" in text
    assert "Mon, Jun 3, 2024" in text


def test_a_language_that_it_does_not_speak_is_named(tmp_path: Path) -> None:
    done = reporter("brief", "--brief-language", "xx", "--out", tmp_path, EXAMPLES / "harbour-fire.txt")

    assert done.code == 2
    assert "does not come in 'xx'. Choose from: de, en, en-GB, en-US." in done.err
    assert list(tmp_path.iterdir()) == []


def test_what_changed_is_told_in_the_language_of_the_brief() -> None:
    stories = (EXAMPLES / "harbour-fire.txt", EXAMPLES / "harbour-fire-wednesday.txt")
    done = reporter("diff", "-q", "--brief-language", "de", *stories)

    assert done.code == 0
    assert "Aussagen" in done.out

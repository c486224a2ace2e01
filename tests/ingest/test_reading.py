"""From what a user gives to an Article: promises that hold for any input."""

import os
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.errors import InputError, ReporterError
from reporter.ingest import MOST_BYTES, MOST_CHARACTERS, MOST_PARAGRAPHS, read_file
from reporter.languages.en.layout import LAYOUT
from reporter.model import Article, Settings
from tests.ingest.reading import UNDATED, from_bytes, from_text

EXAMPLES = Path(__file__).parents[2] / "examples"

PIECES = st.sampled_from(
    [
        "Fire at the harbour",
        "By Jane Doe",
        "LONDON (AP) — ",
        "MOSCOW, Oct 12 (AFP) -",
        "Moscow:",
        "Published: 14 May 2024",
        "Published: 03/04/2024",
        "(AFP Photo / HO)",
        "REUTERS/Jane Doe",
        "(Reporting by Jane Doe; editing by John Roe)",
        "Read more: x",
        "“Nobody was hurt,” she said.",
        "\n",
        "\r\n",
        "\u2028",
        " ",
        "\u00a0",
        "\ufeff",
        "\u200f",
        "\x00",
        "\ud800",
        "(",
        "]",
        "/",
        "—",
    ]
)


def assert_well_formed(article: Article, text: str) -> None:
    assert len(article.text) == len(text)
    for paragraph in article.paragraphs:
        assert paragraph.span.of(article.text).strip()
        for inner in (paragraph.dateline, paragraph.credit):
            assert inner is None or inner.of(article.text).strip()
        if paragraph.dateline and paragraph.credit:
            assert paragraph.dateline.end <= paragraph.credit.start
    assert all(one.span.end <= two.span.start for one, two in pairwise(article.paragraphs))
    for number, paragraph in enumerate(article.paragraphs):
        assert paragraph.repeats is None or paragraph.repeats < number


@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=25).map("".join)))
def test_any_text_gives_an_article_whose_spans_lie_in_it_or_an_error_of_ours(text: str) -> None:
    try:
        article = from_text(text)
    except ReporterError:
        return
    assert_well_formed(article, text)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_the_text_stays_as_it_was_given(text: str) -> None:
    try:
        article = from_text(text)
    except ReporterError:
        return
    assert article.text == text


def test_half_surrogates_become_replacement_characters_one_for_one() -> None:
    article = from_text("A fire \ud83d burned \udd25 all night.", headline="Fire \ud83d")

    assert article.text == "A fire \ufffd burned \ufffd all night."
    assert article.headline == "Fire \ufffd"


def test_right_to_left_marks_and_hard_spaces_keep_their_places() -> None:
    text = "\u200fA\u00a0fire burned all night,\u202e the county said.\u200f"

    assert from_text(text).text == text


def test_what_is_known_besides_the_text_is_kept() -> None:
    article = from_text(
        "A fire burned.",
        headline=" Fire\nat  night ",
        url="https://wire.example/1",
        publisher="Coast Wire",
        name="a.txt",
    )

    assert article.headline == "Fire at night"
    assert article.url == "https://wire.example/1"
    assert article.publisher == "Coast Wire"
    assert article.source_name == "a.txt"
    assert article.language == "en"


@pytest.mark.parametrize(
    "text",
    [
        "word " * 40_000,
        "a" * 200_000,
        '"' * 5_000 + " said",
        "“" * 5_000 + " said ”" * 5_000,
        "1" * 1_000_000,
        "1 " * 500_000,
        "A." * 100_000,
        "MOSCOW " * 30_000,
        "MOSCOW, " * 30_000,
        "By Jane, " * 30_000,
        "(AP Photo/" * 20_000,
        "Jane Doe/" * 20_000,
        "Reporting by Jane and " * 10_000,
        "x\n" * 20_000,
        "By Jane Doe\n" * 20_000,
        "Moscow:\n" * 20_000,
        "Published: 14 May 2024\n" * 20_000,
        "\n" * 999_000 + "A fire.",
        " " * 999_000 + "A fire.",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_texts_end_in_seconds(text: str) -> None:
    began = time.process_time()

    assert from_text(text).paragraphs
    assert time.process_time() - began < 15


def test_too_much_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        from_text("a" * (MOST_CHARACTERS + 1))
    assert caught.value.code == "too-large"
    with pytest.raises(InputError) as caught:
        from_text("a\n" * (MOST_PARAGRAPHS + 1))
    assert caught.value.code == "too-large"
    with pytest.raises(InputError) as caught:
        from_bytes(b"a" * (MOST_BYTES + 1))
    assert caught.value.code == "too-large"


def test_a_file_is_read_and_named(tmp_path: Path) -> None:
    path = tmp_path / "fire.txt"
    path.write_bytes(b"Fire at the harbour\r\n\r\nThe county said so.\r\n")
    article = read_file(path, layout=LAYOUT, settings=UNDATED)

    assert article.source_name == "fire.txt"
    assert article.text == "Fire at the harbour\r\n\r\nThe county said so.\r\n"


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    locked = tmp_path / "locked.txt"
    locked.write_text("A fire.")
    locked.chmod(0)
    paths = [tmp_path, tmp_path / "none.txt", Path("a\x00b"), *([] if os.access(locked, os.R_OK) else [locked])]
    for path in paths:
        with pytest.raises(InputError) as caught:
            read_file(path, layout=LAYOUT, settings=UNDATED)

        assert caught.value.code == "unreadable-file"


def test_a_huge_file_is_refused_without_being_read_whole() -> None:
    with pytest.raises(InputError) as caught:
        read_file(Path("/dev/zero"), layout=LAYOUT, settings=UNDATED)

    assert caught.value.code == "too-large"


@pytest.mark.parametrize(
    ("name", "value"),
    [("harbour-fire.txt", "2024-05-14T18:40:00+01:00"), ("ferry-report.html", "2023-11-08T07:15:00+00:00")],
)
def test_our_examples_carry_their_dates(name: str, value: str) -> None:
    article = read_file(EXAMPLES / name, layout=LAYOUT, settings=Settings())

    assert article.published is not None
    assert article.published.value == value
    assert article.headline


def test_the_undated_example_needs_a_date() -> None:
    with pytest.raises(ReporterError) as caught:
        read_file(EXAMPLES / "clinic-undated.txt", layout=LAYOUT, settings=Settings())

    assert caught.value.code == "no-publication-date"


def test_a_plain_story_with_an_iso_date_loads_no_heavy_library() -> None:
    program = (
        "import sys\n"
        "from reporter.ingest import read_text\n"
        "from reporter.languages.en.layout import LAYOUT\n"
        "from reporter.model import Settings\n"
        "read_text('A fire burned.', layout=LAYOUT, settings=Settings(), published='2024-05-14T18:40Z')\n"
        "print([name for name in ('dateparser', 'lxml', 'trafilatura', 'htmldate', 'charset_normalizer') "
        "if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"

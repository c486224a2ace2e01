"""`reporter factchecks`, and the brief that shows what it keeps, as a user types them."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.acceptance.command import EXAMPLES, Run, reporter
from tests.factchecks.made import feed, node, written
from tests.factchecks.serving import claim, sends, serving

pytestmark = pytest.mark.slow


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """A user with a folder for data of their own."""
    return {"XDG_DATA_HOME": str(tmp_path / "data"), "HOME": str(tmp_path)}


def brief_of(
    folder: Path, home: dict[str, str], *flags: str, story: str = "harbour-fire.txt"
) -> tuple[Run, dict[str, object]]:
    run = reporter("brief", "--format", "json", "--out", folder / "out", *flags, EXAMPLES / story, variables=home)
    assert run.lines, run.err
    return run, json.loads(Path(run.lines[-1]).read_text())


def test_import_once_and_every_brief_shows_them(tmp_path: Path, home: dict[str, str]) -> None:
    first = reporter("factchecks", "import", EXAMPLES / "factchecks.json", variables=home)
    again = reporter("factchecks", "import", EXAMPLES / "factchecks.json", variables=home)
    run, brief = brief_of(tmp_path, home)
    words = {one["id"]: one["text"] for one in brief["claims"]}  # type: ignore[attr-defined, index]
    shown = [(words[one["claim_id"]], one["review"]["rating"]) for one in brief["fact_checks"]]  # type: ignore[attr-defined, index]

    assert first.lines == [
        f"{EXAMPLES}/factchecks.json: 4 new, 0 changed, 0 as they were",
        str(tmp_path / "data" / "reporter" / "factchecks.sqlite"),
    ]
    assert again.lines[0].endswith(": 0 new, 0 changed, 4 as they were")
    assert (first.code, first.err, again.code, run.code, run.err) == (0, "", 0, 0, "")
    assert [rating for _, rating in shown] == ["Half the story", "Photos are from 2019", "No evidence"]
    assert "charging points" in shown[0][0]
    assert "dead fish" in shown[1][0]


def test_without_an_import_a_brief_says_nothing_of_fact_checks(tmp_path: Path, home: dict[str, str]) -> None:
    run, brief = brief_of(tmp_path, home)

    assert (run.code, run.err) == (0, "")
    assert (brief["fact_checks"], brief["fact_check_sources"]) == ([], [])


def test_the_store_can_be_named_and_left_out(tmp_path: Path, home: dict[str, str]) -> None:
    store = str(tmp_path / "desk.sqlite")
    reporter("factchecks", "import", EXAMPLES / "factchecks.json", "--factchecks", store)
    _, named = brief_of(tmp_path, home, "--factchecks", store)
    _, by_variable = brief_of(tmp_path, {**home, "REPORTER_FACTCHECKS": store})
    _, left_out = brief_of(tmp_path, home, "--factchecks", store, "--factchecks-from", "none")

    assert len(named["fact_checks"]) == len(by_variable["fact_checks"]) == 3  # type: ignore[arg-type]
    assert left_out["fact_check_sources"] == []


def test_the_same_store_gives_the_same_bytes(tmp_path: Path, home: dict[str, str]) -> None:
    stores = [tmp_path / name / "s.sqlite" for name in ("a", "b")]
    found = []
    for store in stores:
        reporter("factchecks", "import", EXAMPLES / "factchecks.json", "--factchecks", store)
        run = reporter(
            "brief",
            "--format",
            "html,pdf,md,json",
            "--out",
            store.parent,
            "--factchecks",
            store,
            EXAMPLES / "harbour-fire.txt",
        )
        found.append({Path(line).suffix: Path(line).read_bytes() for line in run.lines})

    assert found[0] == found[1]


def test_list_and_search_show_what_is_there(home: dict[str, str]) -> None:
    reporter("factchecks", "import", EXAMPLES / "factchecks.json", variables=home)
    listed = reporter("factchecks", "list", variables=home)
    found = reporter("factchecks", "search", "warned", "--json", variables=home)
    none = reporter("factchecks", "search", "unicorn", variables=home)

    assert [line.split()[0] for line in listed.lines] == [
        "reviewed",
        "2024-05-18",
        "2024-05-18",
        "2024-05-17",
        "2023-08-02",
    ]
    assert [one["rating"] for one in json.loads(found.out)] == ["Half the story"]
    assert (none.code, none.out, none.err) == (0, "", "No fact-check was found.\n")


def test_broken_entries_are_named_the_rest_is_taken_and_the_exit_code_tells(
    tmp_path: Path, home: dict[str, str]
) -> None:
    path = written(tmp_path / "feed.json", feed(node(), node(claimReviewed=None), node(url="https://check.example/3")))
    run = reporter("factchecks", "import", path, variables=home)

    assert run.code == 3
    assert run.lines[0] == f"{path}: 2 new, 0 changed, 0 as they were, 1 skipped"
    assert run.err == f"reporter: {path}, entry 2: claimReviewed is missing.\n"


def test_a_truncated_file_says_so(tmp_path: Path, home: dict[str, str]) -> None:
    path = tmp_path / "feed.json"
    path.write_text(json.dumps(feed(node(), node(url="https://check.example/3")))[:-200])
    run = reporter("factchecks", "import", path, variables=home)

    assert run.code == 3
    assert "1 new" in run.lines[0]
    assert "breaks off (the JSON ends too early). What came before was taken" in run.err


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path, home: dict[str, str]) -> None:
    (tmp_path / "notes.txt").write_text("Ducks.")
    run = reporter("factchecks", "import", tmp_path / "notes.txt", EXAMPLES / "factchecks.json", variables=home)
    alone = reporter("factchecks", "import", tmp_path / "notes.txt", variables=home)

    assert (run.code, alone.code) == (3, 1)
    assert "4 new" in run.lines[0]
    assert "holds no fact-check" in run.err


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["import"], 2, "needs a file of fact-checks"),
        (["search"], 2, "needs a word of the claim"),
        (["list", "ducks"], 2, "takes no words"),
        (["list"], 1, "reporter factchecks import"),
        (["search", "ducks"], 1, "reporter factchecks import"),
        (["import", "none.json"], 1, "cannot be read"),
        (["list", "--most", "0"], 2, "--most"),
        (["fetch"], 2, "fetch"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(home: dict[str, str], arguments: list[str], code: int, told: str) -> None:
    run = reporter("factchecks", *arguments, variables=home)

    assert run.code == code
    assert told in run.err
    assert "Traceback" not in run.err


def test_a_store_that_was_named_and_is_not_there_stops_at_once(tmp_path: Path) -> None:
    run = reporter("brief", "--factchecks", tmp_path / "none.sqlite", EXAMPLES / "harbour-fire.txt")

    assert (run.code, run.out) == (1, "")
    assert run.err.startswith("reporter: There is no store of fact-checks at ")


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b""])
def test_a_store_that_cannot_be_used_never_costs_the_brief(
    tmp_path: Path, home: dict[str, str], content: bytes
) -> None:
    store = tmp_path / "store.sqlite"
    store.write_bytes(content)
    run, brief = brief_of(tmp_path, home, "--factchecks", str(store))
    (source,) = brief["fact_check_sources"]  # type: ignore[misc, attr-defined]

    assert run.code == 0
    assert brief["claims"]
    assert "store.sqlite" in source["problem"]
    assert "reviews may be missing" in run.err
    assert run.err.count("\n") == 1


def test_the_service_is_asked_only_where_it_is_named_and_with_a_key(tmp_path: Path, home: dict[str, str]) -> None:
    dead_fish = "Dead fish have been found as far as two miles from the quay"
    answer = sends({"claims": [claim(dead_fish, rating="Not yet", claimDate="2024-05-14T00:00:00Z")]})
    with serving(answer) as served:
        variables = {
            **home,
            "REPORTER_GOOGLE_FACTCHECK_KEY": "the-key",
            "REPORTER_GOOGLE_FACTCHECK_URL": served.address,
        }
        _, silent = brief_of(tmp_path, variables)
        before = len(served.requests)
        no_key = reporter(
            "brief", "--factchecks-from", "google", EXAMPLES / "harbour-fire.txt", variables=home, folder=tmp_path
        )
        run, asked = brief_of(tmp_path, variables, "--factchecks-from", "store,google")

    assert (silent["fact_checks"], before) == ([], 0)
    assert (no_key.code, no_key.out) == (1, "")
    assert "REPORTER_GOOGLE_FACTCHECK_KEY" in no_key.err
    assert run.code == 0
    assert [one["review"]["rating"] for one in asked["fact_checks"]] == ["Not yet"]  # type: ignore[attr-defined, index]
    assert len(served.requests) == asked["fact_check_sources"][0]["claims"]  # type: ignore[index]
    assert "the-key" not in json.dumps(asked)


def test_a_service_that_refuses_never_costs_the_brief(tmp_path: Path, home: dict[str, str]) -> None:
    with serving(sends({"error": {"message": "Quota exceeded"}}, 429)) as served:
        variables = {
            **home,
            "REPORTER_GOOGLE_FACTCHECK_KEY": "the-key",
            "REPORTER_GOOGLE_FACTCHECK_URL": served.address,
        }
        run, brief = brief_of(tmp_path, variables, "--factchecks-from", "google")

    assert run.code == 0
    assert len(served.requests) == 1
    assert brief["fact_check_sources"][0]["problem"].startswith("Google Fact Check Tools refused")  # type: ignore[index]
    assert "the-key" not in run.err


def test_a_place_that_is_none_is_refused(home: dict[str, str]) -> None:
    run = reporter("brief", "--factchecks-from", "bing", EXAMPLES / "harbour-fire.txt", variables=home)

    assert run.code == 2
    assert "--factchecks-from is wrong: there is no place called 'bing'" in run.err


def test_a_verdict_becomes_a_draft_and_no_verdict_none(tmp_path: Path) -> None:
    story = Path(shutil.copy(EXAMPLES / "harbour-fire.txt", tmp_path))
    command = ("brief", "--format", "claimreview", "--out", tmp_path / "out", story)
    before = json.loads(Path(reporter(*command).lines[-1]).read_text())
    reporter("verdict", story, "3", "--verdict", "refuted", "--by", "Ada Lorne", "--evidence", "the register")
    path = Path(reporter(*command).lines[-1])
    after = json.loads(path.read_text())

    assert before["@graph"] == []
    assert path.name.endswith(".claimreview.json")
    assert [(one["author"]["name"], one["reviewRating"]["alternateName"]) for one in after["@graph"]] == [
        ("Ada Lorne", "refuted")
    ]


def test_a_large_store_of_likenesses_shows_none(tmp_path: Path, home: dict[str, str]) -> None:
    """20,000 reviews that share words with the story, and none of which is about it."""
    places = ["quay", "harbour", "depot", "county", "town", "company", "fire", "fish"]
    lines = [
        json.dumps(
            node(
                claimReviewed=f"{places[number % 8]} of Sarn {number} has {number} workers, {places[number % 7]}, fish",
                url=f"https://check.example/{number}",
            )
        )
        for number in range(20_000)
    ]
    (tmp_path / "many.jsonl").write_text("\n".join(lines))
    done = reporter("factchecks", "import", tmp_path / "many.jsonl", variables=home, seconds=60)
    connection = sqlite3.connect(tmp_path / "data" / "reporter" / "factchecks.sqlite")
    (count,) = connection.execute("SELECT count(*) FROM reviews").fetchone()
    connection.close()
    _, brief = brief_of(tmp_path, home)

    assert (done.code, count) == (0, 20_000)
    assert brief["fact_checks"] == []

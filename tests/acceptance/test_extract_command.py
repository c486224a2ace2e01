"""`reporter extract` as another program calls it."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.acceptance.command import COMMAND, EXAMPLES, environment, reporter

EXAMPLE = (EXAMPLES / "stories.jsonl").read_text(encoding="utf-8").splitlines()


def stories(count: int) -> list[str]:
    """`count` stories, each a little different from the last."""
    made = []
    for number in range(count):
        story = json.loads(EXAMPLE[number % len(EXAMPLE)])
        made.append(json.dumps({**story, "id": f"s{number}", "text": f"{story['text']}\n\nIt was report {number}."}))
    return made


@pytest.mark.slow
def test_a_hundred_stories_give_a_hundred_lines_in_order() -> None:
    lines = stories(100)
    lines[41] = lines[41][:-20]
    run = reporter("extract", typed="\n".join(lines))
    found = [json.loads(line) for line in run.lines]

    assert run.code == 3
    assert [answer["id"] for answer in found] == [None if n == 41 else f"s{n}" for n in range(100)]
    assert ["error" in answer for answer in found] == [n == 41 for n in range(100)]
    assert found[41]["error"]["code"] == "bad-record"
    assert "Traceback" not in run.err


@pytest.mark.slow
def test_offsets_count_into_the_text_as_it_was_given() -> None:
    text = (
        "\u00a0 “It sank,” said Élodie Marsh\r\non Monday. \U0001f600\r\n\r\nTwo\u00a0days later, on March 11, it rose."
    )
    run = reporter("extract", typed=json.dumps({"id": 1, "text": text, "published": "2026-03-12"}))
    (found,) = [json.loads(line) for line in run.lines]

    assert run.code == 0
    assert found["times"]
    for time in found["times"]:
        assert text[time["start"] : time["end"]] == time["text"]
    assert [text[start:end] for start, end in found["attributions"][0]["cue"]] == ["said"]
    assert found["attributions"][0]["source_name"] == "Élodie Marsh"


@pytest.mark.slow
def test_times_have_the_fields_of_the_contract() -> None:
    run = reporter("extract", EXAMPLES / "stories.jsonl")
    first = json.loads(run.lines[0])
    monday = next(time for time in first["times"] if time["text"] == "Monday")

    assert (monday["type"], monday["value"], monday["mod"]) == ("DATE", "2026-02-02", None)
    assert (monday["begin"], monday["until"], monday["direction"]) == ("2026-02-02", "2026-02-03", "past")
    assert monday["rule"]
    assert 0 < monday["confidence"] <= 1


@pytest.mark.slow
def test_the_same_lines_give_the_same_bytes(tmp_path: Path) -> None:
    typed = "\n".join(stories(20))
    first = reporter("extract", typed=typed, variables={"PYTHONHASHSEED": "1"})
    second = reporter("extract", typed=typed, variables={"PYTHONHASHSEED": "2"})

    assert first.out == second.out


@pytest.mark.slow
def test_line_buffered_answers_each_story_before_it_reads_the_next() -> None:
    with subprocess.Popen(
        [COMMAND, "extract", "--line-buffered"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(),
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for line in stories(2):
            process.stdin.write(line.encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == json.loads(line)["id"]
        process.stdin.close()

    assert process.returncode == 0


@pytest.mark.slow
def test_a_reader_that_stops_early_is_no_fault() -> None:
    done = subprocess.run(
        f"'{COMMAND}' extract | head -n 1",
        shell=True,
        input="\n".join(stories(40)).encode(),
        capture_output=True,
        env=environment(),
        timeout=60,
        check=False,
    )

    assert done.stderr == b""
    assert len(done.stdout.splitlines()) == 1


def test_a_file_that_is_not_there_is_one_clear_error() -> None:
    run = reporter("extract", "nowhere.jsonl")

    assert (run.code, run.out) == (1, "")
    assert "nowhere.jsonl" in run.err


def test_nothing_in_is_nothing_out() -> None:
    run = reporter("extract", typed="")

    assert (run.code, run.out, run.err) == (0, "", "")

"""The file of verdicts: every field checked, no entry lost."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reporter.errors import DeliveryError, InputError
from reporter.model import Ruling, Verdict
from reporter.verdicts import add_verdict, path_beside, read_verdicts, verdicts_beside
from tests.acceptance.command import environment

ENTRY = """\
- claim: The bridge is shut.
  source: the county
  verdict: refuted
  by: Ada Lorne
  when: 2026-03-03T14:05+01:00
  evidence:
  - drove over it
"""


def verdict(claim: str = "The bridge is shut", by: str = "Ben") -> Verdict:
    return Verdict(
        claim=claim, verdict=Ruling.VERIFIED, by=by, when=datetime(2026, 3, 3, 9, tzinfo=UTC), evidence=("a photo",)
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bridge.txt.verdicts.yaml"


def test_an_entry_is_read_with_all_its_fields(path: Path) -> None:
    path.write_text(ENTRY)
    (read,) = read_verdicts(path)

    assert (read.claim, read.source, read.verdict, read.by) == (
        "The bridge is shut.",
        "the county",
        Ruling.REFUTED,
        "Ada Lorne",
    )
    assert read.when.isoformat() == "2026-03-03T14:05:00+01:00"
    assert read.evidence == ("drove over it",)


@pytest.mark.parametrize("when", ["2026-03-03T14:05:00Z", "2026-03-03 14:05:00 +00:00", "'2026-03-03T14:05Z'"])
def test_a_time_may_be_written_in_the_ways_of_iso(path: Path, when: str) -> None:
    path.write_text(ENTRY.replace("2026-03-03T14:05+01:00", when))

    assert read_verdicts(path)[0].when == datetime(2026, 3, 3, 14, 5, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[]\n", "---\n"])
def test_an_empty_file_holds_no_verdict(path: Path, text: str) -> None:
    path.write_text(text)

    assert read_verdicts(path) == ()


def test_no_file_is_no_verdict(tmp_path: Path) -> None:
    assert verdicts_beside(tmp_path / "bridge.txt") == ()


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("verdict: refuted", "verdict: maybe", "entry 2: 'verdict' must be one of verified, refuted"),
        ("verdict: refuted", "verdict: yes", "entry 2: 'verdict' must be text"),
        ("  by: Ada Lorne\n", "", "entry 2: the key 'by' is missing"),
        ("by: Ada Lorne", "by: 12", "entry 2: 'by' must be text"),
        ("by: Ada Lorne", "by: ' '", "entry 2: 'by' must be text"),
        ("by: Ada Lorne", "author: Ada Lorne", "entry 2: 'author' is not a key"),
        ("by: Ada Lorne", "by: Ada\n  by: Lorne", "entry 2: the key 'by' stands twice"),
        ("source: the county", "source: [the county]", "entry 2: 'source' must be text"),
        ("2026-03-03T14:05+01:00", "2026-03-03T14:05:00", "entry 2: 'when' must be a time with its zone"),
        ("2026-03-03T14:05+01:00", "2026-03-03", "entry 2: 'when'"),
        ("2026-03-03T14:05+01:00", "yesterday", "entry 2: 'when'"),
        ("\n  - drove over it", " drove over it", "entry 2: 'evidence' must be a list"),
        ("\n  - drove over it", " []", "entry 2: 'evidence' must be a list with at least one"),
        ("- drove over it", "- 7", "entry 2: 'evidence' holds something that is not text"),
        ("The bridge is shut.", "'…'", "entry 2: 'claim' has no word"),
        ("The bridge is shut.", "*nowhere", "is not YAML (line 8)"),
        ("The bridge is shut.", "!!python/object/apply:os.getcwd []", "is not YAML"),
        ("2026-03-03T14:05+01:00", "2026-13-45", "is not YAML"),
    ],
)
def test_what_is_wrong_is_named_by_file_entry_and_key(path: Path, old: str, new: str, named: str) -> None:
    path.write_text(ENTRY + ENTRY.replace(old, new))

    with pytest.raises(InputError) as caught:
        read_verdicts(path)

    assert caught.value.code == "bad-verdicts"
    assert str(path) in caught.value.message
    assert named in caught.value.message


@pytest.mark.parametrize(
    "data",
    [
        b"claim: x\n",
        b"- just text\n",
        b"12",
        b"\xff\xfe\x00",
        b"- \x00",
        b"- {",
        b"[" * 5000,
        b"- &a [*a]\n",
        b"--- a\n--- b\n",
        b"? [a]\n: b\n",
        b"- ? [a]\n  : b\n",
        b"#" * (2 * 1024 * 1024 + 1),
    ],
)
def test_no_file_however_strange_escapes_as_anything_else(path: Path, data: bytes) -> None:
    path.write_bytes(data)

    with pytest.raises(InputError) as caught:
        read_verdicts(path)

    assert caught.value.code == "bad-verdicts"
    assert len(caught.value.message.splitlines()) == 1


def test_a_folder_in_its_place_is_an_error(path: Path) -> None:
    path.mkdir()

    with pytest.raises(InputError):
        verdicts_beside(path.with_name("bridge.txt"))


def test_what_is_added_is_read_again(path: Path) -> None:
    strange = verdict('“He said: #no, – "yes"…” 5% @ ünî', by="- Ada: *Lorne*")
    add_verdict(path, verdict())
    add_verdict(path, strange)

    assert read_verdicts(path) == (verdict(), strange)
    assert list(path.parent.iterdir()) == [path]


def test_comments_and_layout_of_the_file_stay(path: Path) -> None:
    path.write_text("# checked with the county\n" + ENTRY.rstrip())
    add_verdict(path, verdict())

    assert path.read_text().startswith("# checked with the county\n" + ENTRY)
    assert len(read_verdicts(path)) == 2


@pytest.mark.parametrize(
    "text", ["[]\n", "---\n" + ENTRY + "...\n", "".join(f"  {line}\n" for line in ENTRY.split("\n"))]
)
def test_a_layout_that_cannot_be_written_on_is_written_anew(path: Path, text: str) -> None:
    path.write_text(text)
    before = read_verdicts(path)
    add_verdict(path, verdict())

    assert read_verdicts(path) == (*before, verdict())


def test_a_broken_file_is_left_alone(path: Path) -> None:
    path.write_text("- {")

    with pytest.raises(InputError):
        add_verdict(path, verdict())

    assert path.read_text() == "- {"
    assert list(path.parent.iterdir()) == [path]


def test_a_lock_that_stays_is_an_error_that_says_what_to_do(path: Path) -> None:
    lock = path.with_name(f"{path.name}.lock")
    lock.touch()

    with pytest.raises(DeliveryError) as caught:
        add_verdict(path, verdict(), patience=0.05)

    assert (caught.value.code, caught.value.can_retry) == ("verdicts-locked", True)
    assert str(lock) in caught.value.message
    assert lock.exists()
    assert not path.exists()


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DeliveryError) as caught:
        add_verdict(tmp_path / "none" / "a.yaml", verdict())

    assert caught.value.code == "verdicts-not-writable"


def test_many_who_write_at_once_lose_nothing(path: Path) -> None:
    code = (
        "import sys\n"
        "from datetime import UTC, datetime\n"
        "from pathlib import Path\n"
        "from reporter.model import Ruling, Verdict\n"
        "from reporter.verdicts import add_verdict\n"
        "for number in range(6):\n"
        "    add_verdict(Path(sys.argv[1]), Verdict(claim=f'claim {number}', verdict=Ruling.VERIFIED, by=sys.argv[2],\n"
        "        when=datetime(2026, 3, 3, tzinfo=UTC), evidence=('seen',)), patience=60)\n"
    )
    writers = [subprocess.Popen([sys.executable, "-c", code, path, f"desk {n}"], env=environment()) for n in range(6)]
    seen = 0
    while any(writer.poll() is None for writer in writers):
        count = len(read_verdicts(path)) if path.exists() else 0
        assert count >= seen
        seen = count

    assert [writer.returncode for writer in writers] == [0] * 6
    assert sorted((one.by, one.claim) for one in read_verdicts(path)) == sorted(
        (f"desk {n}", f"claim {number}") for n in range(6) for number in range(6)
    )
    assert list(path.parent.iterdir()) == [path]


def test_the_file_stands_beside_the_story() -> None:
    assert path_beside("desk/bridge.txt") == Path("desk/bridge.txt.verdicts.yaml")

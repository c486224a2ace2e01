"""The store: kept, brought up to date, searched, and refused where it is not one."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.errors import DeliveryError, InputError
from reporter.factchecks import Store, Stored
from reporter.factchecks.store import APPLICATION, VERSION, default_path
from reporter.model import FactCheck
from tests.factchecks.made import review

DUCKS = review("Ducks in Sarn can read", number=1, reviewed="2026-03-01")
GEESE = review("Geese vote in Sarn", number=2, reviewed="2026-03-03T10:00:00Z")
FROGS = review("Frogs sing", number=3, reviewed="spring")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "folder" / "store.sqlite", patience=0.2)


def test_what_is_put_in_comes_out_the_latest_first(store: Store) -> None:
    whole = FactCheck(
        claim="Toads knit",
        url="https://check.example/4",
        publisher="Pond Check",
        site="check.example",
        title="No, toads do not knit",
        rating="Not “one” stitch",
        rating_value="1",
        best_rating="5",
        worst_rating="0",
        reviewed="2026-03-04",
        language="en",
        author="Ulla Fenn",
        claimed="2026-03-02",
        first_appearance="https://posts.example/1",
        appearances=("https://posts.example/2",),
    )
    store.add([DUCKS, FROGS, GEESE, whole])

    assert store.latest(10) == (whole, GEESE, DUCKS, FROGS)
    assert store.latest(1) == (whole,)


def test_the_same_address_and_claim_is_brought_up_to_date_and_not_doubled(store: Store) -> None:
    newer = review("Ducks in Sarn can read", number=1, reviewed="2026-03-01", rating="Proven after all")

    assert store.add([DUCKS, GEESE]) == Stored(added=2)
    assert store.add([DUCKS, GEESE]) == Stored(unchanged=2)
    assert store.add([newer, GEESE, FROGS]) == Stored(added=1, changed=1, unchanged=1)
    assert store.count() == 3
    assert store.search(["ducks"], 5) == (newer,)


def test_another_claim_at_the_same_address_is_another_review(store: Store) -> None:
    store.add([DUCKS, review("Ducks in Sarn can write", number=1)])

    assert store.count() == 2


def test_a_search_finds_words_stems_and_letters_without_their_accents(store: Store) -> None:
    store.add([DUCKS, GEESE, review("The café closed", number=5)])

    assert store.search(["VOTE"], 5) == (GEESE,)
    assert [one.claim for one in store.search(["cafe"], 5)] == ["The café closed"]
    assert [one.claim for one in store.search([], 5, stems=["clos"])] == ["The café closed"]
    assert store.search(["reading"], 5) == ()


def test_more_and_rarer_words_come_first(store: Store) -> None:
    store.add([review(f"Sarn has {word}", number=place) for place, word in enumerate(["ash", "oak", "elm", "yew"])])
    found = store.search(["sarn", "elm"], 2)

    assert found[0].claim == "Sarn has elm"
    assert len(found) == 2


@pytest.mark.parametrize(
    "word", ['"', "AND", "a OR b", "NEAR(", "claim:x", "*", "-", "'; DROP TABLE reviews", "\x00", ""]
)
def test_no_word_is_an_operator(store: Store, word: str) -> None:
    store.add([DUCKS])
    store.search([word], 5, stems=[word])

    assert store.count() == 1


@given(st.text(max_size=60))
def test_any_claim_that_has_a_word_is_kept_as_it_is(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    if not text.strip():
        return
    store = Store(tmp_path_factory.mktemp("any") / "s.sqlite")
    store.add([review(text)])

    assert [one.claim for one in store.latest(1)] == [text]


def test_a_store_that_is_not_there_says_how_to_make_one(store: Store) -> None:
    with pytest.raises(InputError, match="reporter factchecks import") as caught:
        store.latest(1)
    assert caught.value.code == "no-factcheck-store"


@pytest.mark.parametrize("content", [b"", b"This is a shopping list.\n" * 300, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_file_that_is_no_store_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    for act in (lambda: Store(path).latest(1), lambda: Store(path).add([DUCKS]), lambda: Store(path).search(["a"], 1)):
        with pytest.raises(InputError, match=r"notes\.txt") as caught:
            act()
        assert caught.value.code == "bad-factcheck-store"
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE reviews (stars INTEGER)")
    connection.close()
    with pytest.raises(InputError, match="is no store of fact-checks"):
        Store(path).add([DUCKS])
    check = sqlite3.connect(path)

    assert check.execute("SELECT count(*) FROM reviews").fetchone() == (0,)
    check.close()


def test_a_store_of_a_newer_version_is_refused(store: Store) -> None:
    store.add([DUCKS])
    connection = sqlite3.connect(store.path)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    for act in (lambda: store.latest(1), lambda: store.add([GEESE])):
        with pytest.raises(
            InputError, match=f"has version {VERSION + 1}; this program reads version {VERSION}"
        ) as caught:
            act()
        assert caught.value.code == "factcheck-store-too-new"


def test_a_broken_store_is_told_in_one_sentence(store: Store) -> None:
    store.add([review(f"Ducks in pond {number} can read", number=number) for number in range(500)])
    data = bytearray(store.path.read_bytes())
    data[4096:] = b"\x17" * (len(data) - 4096)
    store.path.write_bytes(data)
    with pytest.raises(InputError, match="cannot be used") as caught:
        store.search(["ducks"], 5)

    assert caught.value.code == "bad-factcheck-store"


def test_a_record_that_is_no_review_is_told(store: Store) -> None:
    store.add([DUCKS])
    connection = sqlite3.connect(store.path)
    connection.execute("UPDATE reviews SET record = '{\"claim\": 7}'")
    connection.commit()
    connection.close()
    with pytest.raises(InputError, match="holds a review that cannot be read"):
        store.latest(1)


def test_who_waits_in_vain_is_told_to_try_again_and_who_reads_does_not_wait(store: Store) -> None:
    store.add([DUCKS])
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DeliveryError, match="Try again") as caught:
        store.add([GEESE])
    read = store.latest(5)
    other.execute("ROLLBACK")
    other.close()

    assert (caught.value.code, caught.value.can_retry) == ("factchecks-locked", True)
    assert read == (DUCKS,)
    assert store.add([GEESE]) == Stored(added=1)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(DeliveryError, match="cannot be made"):
        Store(tmp_path / "s.sqlite").add([DUCKS])


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(DeliveryError, match="cannot be made") as caught:
        Store(tmp_path / "file" / "s.sqlite").add([DUCKS])
    assert caught.value.code == "factchecks-not-writable"


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    for act in (lambda: Store(tmp_path).latest(1), lambda: Store(tmp_path).add([DUCKS])):
        with pytest.raises(InputError, match="is a folder"):
            act()


def test_a_new_store_is_marked_and_leaves_nothing_beside_it(store: Store) -> None:
    store.add([DUCKS])
    store.latest(1)
    connection = sqlite3.connect(store.path)

    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()
    assert sorted(path.name for path in store.path.parent.iterdir()) == ["store.sqlite"]


WRITER = """
import sys
from pathlib import Path
from reporter.factchecks import Store
from tests.factchecks.made import review
store = Store(Path(sys.argv[1]))
sys.stdin.readline()
for start in range(0, 600, 20):
    own = [review(f"{sys.argv[2]} claims {n}", number=f"{sys.argv[2]}/{n}") for n in range(start, start + 20)]
    shared = [review(f"All claim {n}", number=f"all/{n}") for n in range(start, start + 20)]
    store.add(own + shared)
"""


def test_processes_that_write_at_once_make_one_store_and_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, path, name], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for name in ("ann", "ben", "cat")
    ]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    errors = [writer.communicate(timeout=120)[1] for writer in writers]

    assert errors == ["", "", ""]
    store = Store(path)
    assert store.count() == 4 * 600
    assert len(store.search(["ann"], 1000)) == 600
    assert {one.claim for one in store.search(["All"], 1000)} == {f"All claim {n}" for n in range(600)}


def test_the_store_lies_in_the_users_folder_for_data() -> None:
    assert default_path({"XDG_DATA_HOME": "/data", "HOME": "/home/a"}) == Path("/data/reporter/factchecks.sqlite")
    assert default_path({"HOME": "/home/a"}) == Path("/home/a/.local/share/reporter/factchecks.sqlite")
    assert default_path({}) is None

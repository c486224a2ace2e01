"""The sample brief in every format, made once."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from reporter.languages import language_pack
from reporter.model import Brief, Settings
from reporter.rendering import render
from tests.samples import sample_brief


def rendered(brief: Brief, format_name: str, settings: Settings | None = None) -> bytes:
    return render(brief, format_name, wording=language_pack("en").brief, settings=settings or Settings())


@pytest.fixture(scope="session")
def brief() -> Brief:
    return sample_brief()


@pytest.fixture(scope="session")
def html(brief: Brief) -> str:
    return rendered(brief, "html").decode()


@pytest.fixture(scope="session")
def pdf_file(brief: Brief, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "brief.pdf"
    path.write_bytes(rendered(brief, "pdf"))
    return path


@pytest.fixture(autouse=True)
def no_complaints(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning from the PDF engine or the font library is a failure: something would be missing on paper."""
    caplog.set_level(logging.WARNING)
    yield
    complaints = [
        f"{record.name}: {record.getMessage()}" for record in caplog.records if record.levelno >= logging.WARNING
    ]
    assert complaints == []

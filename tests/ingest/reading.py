"""What the tests of this stage share: reading with the English layout."""

from typing import Any

from reporter.ingest import read_bytes, read_text
from reporter.languages.en.layout import LAYOUT
from reporter.model import Article, Settings

UNDATED = Settings(undated=True)


def from_text(text: str, *, settings: Settings = UNDATED, **known: Any) -> Article:
    return read_text(text, layout=LAYOUT, settings=settings, **known)


def from_bytes(data: bytes, *, settings: Settings = UNDATED, **known: Any) -> Article:
    return read_bytes(data, layout=LAYOUT, settings=settings, **known)


def outline(article: Article) -> list[tuple[str, str]]:
    """Each paragraph's kind and words."""
    return [(paragraph.kind.value, paragraph.span.of(article.text)) for paragraph in article.paragraphs]


def kinds(article: Article) -> list[str]:
    return [kind for kind, _ in outline(article)]

"""Briefs out of files: those that were made before, and those of the stories in them."""

import os
from functools import cached_property
from pathlib import Path

from reporter.errors import InputError
from reporter.model import Article, Brief, EventBrief, Settings, Verdict
from reporter.pipeline import Pipeline
from reporter.settings import Delivery

MADE = frozenset({".json", ".pdf"})
"""How the names of files end that hold a brief that was made before."""


def read_made(path: str) -> Brief | EventBrief:
    """The brief in a file, of one story or of one event, told apart by content: JSON, or a PDF that carries it. Raises
    InputError."""
    return brief_in(read_whole(path))


def brief_in(data: bytes) -> Brief | EventBrief:
    """The brief in the bytes of such a file. Raises InputError."""
    from reporter.schema import any_from_json

    return any_from_json(_json(data))


def read_made_of_one(path: str) -> Brief:
    """The same, where only the brief of one story will do."""
    from reporter.schema import from_json

    return from_json(_json(read_whole(path)))


def read_whole(path: str) -> bytes:
    """The bytes of the file at `path`. Raises InputError "unreadable-file"."""
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(
            "unreadable-file", f"{path!r} cannot be read: {reason}.", "Give the path of a story or of a brief's JSON."
        ) from error


class Desk:
    """Makes briefs of files with one newsroom's settings, as `reporter brief` does: with the published fact-checks that
    it asks for, and the verdicts that lie beside a story. What it needs for that is loaded with the first story."""

    def __init__(self, settings: Settings, delivery: Delivery) -> None:
        self.settings = settings
        self._delivery = delivery

    def brief(self, path: str, published: str | None = None) -> Brief | EventBrief:
        """The brief that the file holds, or that of the story in it. Raises InputError."""
        from reporter.ingest import read_file
        from reporter.languages import language_pack
        from reporter.verdicts import verdicts_beside

        if Path(path).suffix.lower() in MADE:
            return read_made(path)
        layout = language_pack(self.settings.language).layout
        article = read_file(Path(path), layout=layout, settings=self.settings, published=published)
        return self.brief_of(article, verdicts_beside(path))

    def brief_of(self, article: Article, verdicts: tuple[Verdict, ...] = ()) -> Brief:
        return self._pipeline.brief(article, verdicts)

    @cached_property
    def _pipeline(self) -> Pipeline:
        from reporter.factchecks.sources import chosen_providers

        chosen = self._delivery
        return Pipeline(self.settings, chosen_providers(chosen.factchecks_from, chosen.factchecks, os.environ))


def _json(data: bytes) -> bytes:
    from reporter.rendering.embedding import json_in_pdf

    return json_in_pdf(data) if data.startswith(b"%PDF-") else data

"""What a detector gives, and what a package brings in through the entry point `reporter.flags`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reporter.model import Severity, Span

if TYPE_CHECKING:
    from reporter.verification.story import Story
    from reporter.verification.words import FlagWords, Sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One case of one flag, before it has a number, a severity and a sentence.

    `spans` are the characters that it points at, none for what concerns the whole story. `values` fill the template
    `variant` of the code's sentences in the language pack; the engine shortens long ones. `claim_ids` may be left
    out: the engine then takes the claims that the spans touch.
    """

    code: str
    spans: tuple[Span, ...]
    claim_ids: tuple[str, ...] | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    variant: str = "plain"
    rests_on: tuple[str, ...] = ()
    """Ids of the sources that it rests on alone: how the newsroom grades them moves the severity."""


Detect = Callable[["Story", "FlagWords"], Iterable[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Detector:
    """Finds the cases of `codes` in a story. `detect` is a pure function of the story and the language's words."""

    codes: tuple[str, ...]
    detect: Detect


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueRow:
    """One flag as the catalogue describes it.

    `title` is what it says in two or three words, `trigger` what sets it off, `ground` the guideline that it comes
    from, `clears` what would settle it, `example` a made-up sentence that raises it.
    """

    code: str
    severity: Severity
    title: str
    trigger: str
    ground: str
    clears: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagPack:
    """What one package brings: rows of the catalogue, detectors for them, and its sentences by language and code.

    A row with no detector is a flag that the catalogue knows and this version does not raise yet.
    """

    rows: tuple[CatalogueRow, ...] = ()
    detectors: tuple[Detector, ...] = ()
    sentences: Mapping[str, Mapping[str, Mapping[str, Sentences]]] = field(default_factory=dict)

"""What is known of each language: a folder of tables a language, found through the entry points `reporter.languages`.

The stages hold the engines and know no language; they are handed the part of a pack that they read.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from reporter.registry import Registry

if TYPE_CHECKING:
    from reporter.attribution.lexicon import Lexicon
    from reporter.claims.rules import ClaimRules
    from reporter.dates.rules import DateRules
    from reporter.event.words import EventWords
    from reporter.ingest.layout import Layout
    from reporter.verification.stance import StanceWords
    from reporter.verification.words import FlagWords
    from reporter.wording.words import Wording

LANGUAGES = Registry(group="reporter.languages", kind="language")


class LanguagePack(Protocol):
    """One language. Parts are loaded when first read, so that a command pays only for what it uses."""

    @property
    def code(self) -> str:
        """BCP 47 tag."""
        ...

    @property
    def name(self) -> str: ...

    @property
    def parser(self) -> str:
        """The spaCy pipeline used unless the settings name another."""
        ...

    @property
    def layout(self) -> "Layout": ...

    @property
    def dates(self) -> "DateRules": ...

    @property
    def attribution(self) -> "Lexicon": ...

    @property
    def claims(self) -> "ClaimRules": ...

    @property
    def verification(self) -> "FlagWords": ...

    @property
    def stance(self) -> "StanceWords": ...

    @property
    def event(self) -> "EventWords": ...

    @property
    def brief(self) -> "Wording":
        """The words of a brief in this language; `variety` is the BCP 47 tag of the variety that they are in."""
        ...

    @property
    def variety(self) -> str: ...

    @property
    def translations(self) -> Path:
        """A folder of translations of what this language says in a brief: a .po file a language, named by its tag."""
        ...


def language_pack(code: str) -> LanguagePack:
    """The pack for `code`. Raises UsageError for a language that is not installed."""
    return cast(LanguagePack, LANGUAGES.load(code))

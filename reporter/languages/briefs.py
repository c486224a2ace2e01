"""The words of a brief in the language of its readers: the pack's own, or what a translation makes of them.

A pack holds what a brief on a story of its language says. A brief in another language says the same: the translation
lies beside the pack, for governing words of the story ("since") and the sentences of the flags belong to the story's
language. Dates and figures are written as the locale of the readers has them.

A variety without a translation of its own is given that of its language, with its own dates: "de-AT" has the words of
"de". All that is asked for here raises UsageError for a language that nobody has translated the pack into.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reporter.errors import UsageError
from reporter.languages import LanguagePack, language_pack
from reporter.translation import Say, catalogue, messages, translated
from reporter.wording.words import Wording

if TYPE_CHECKING:
    from babel import Locale

    from reporter.dates.wording import ProofWording
    from reporter.verification.words import FlagSentences


@dataclass(frozen=True, slots=True, kw_only=True)
class _Translation:
    """`say` is what the catalogue makes of a message, `locale` how dates and figures are written."""

    say: Say
    locale: "Locale"


@cache
def wording_of(language: str, brief_language: str | None = None) -> Wording:
    """The words of a brief on a story of `language` in `brief_language` (None: in the story's), both BCP 47 tags."""
    pack = language_pack(language)
    into = _translation(language, brief_language)
    if brief_language is None:
        return pack.brief
    if into is None:
        return replace(pack.brief, language=brief_language)
    from reporter.wording.locales import localised_dates, localised_numbers

    wording = translated(pack.brief, into.say, "brief")
    return replace(
        wording,
        language=brief_language,
        direction="rtl" if into.locale.character_order == "right-to-left" else "ltr",
        dates=localised_dates(wording.dates, into.locale),
        numbers=localised_numbers(into.locale),
    )


@cache
def flag_sentences_of(language: str, brief_language: str | None = None) -> "FlagSentences":
    """What the flags and statuses of such a brief say."""
    pack = language_pack(language)
    into = _translation(language, brief_language)
    if into is None or brief_language is None:
        return pack.verification.says
    rows = translated(_catalogue_words(), into.say, "flags")
    return replace(
        translated(pack.verification.says, into.say, "flags"),
        language=brief_language,
        weekdays=wording_of(language, brief_language).dates.weekdays,
        clears=rows["clears"],
        grounds=rows["grounds"],
    )


@cache
def proof_wording_of(language: str, brief_language: str | None = None) -> "ProofWording":
    """How such a brief tells the way in which a date was read."""
    pack = language_pack(language)
    into = _translation(language, brief_language)
    if into is None:
        return pack.dates.wording
    dates = wording_of(language, brief_language).dates
    return replace(
        translated(pack.dates.wording, into.say, "dates"),
        weekdays=dates.weekdays,
        months=dates.months,
        day=dates.weekday_day,
    )


def brief_languages(pack: LanguagePack) -> tuple[str, ...]:
    """The tags of the languages that a brief on a story of this pack's language can be in."""
    return tuple(sorted({pack.code, pack.variety, *_translations(pack)}))


def said_in(pack: LanguagePack) -> tuple[tuple[str, str], ...]:
    """Everything that a translation of the pack has to say: the context and the words of each message."""
    return (
        *messages(pack.brief, "brief"),
        *messages(pack.verification.says, "flags"),
        *messages(_catalogue_words(), "flags"),
        *messages(pack.dates.wording, "dates"),
    )


def _translations(pack: LanguagePack) -> Mapping[str, Path]:
    return {file.stem: file for file in sorted(pack.translations.glob("*.po"))}


@cache
def _translation(language: str, tag: str | None) -> _Translation | None:
    """What puts the words of a pack into the language `tag`; None where they are in it."""
    pack = language_pack(language)
    if tag is None or tag in {pack.code, pack.variety}:
        return None
    from reporter.wording.locales import locale_of

    locale, files = locale_of(tag), _translations(pack)
    file = files.get(tag) or files.get(tag.split("-")[0])
    if locale is None or (file is None and locale.language != pack.code):
        raise UsageError(
            "unknown-brief-language",
            f"A brief on a story in {pack.name} does not come in {tag!r}.",
            f"Choose from: {', '.join(brief_languages(pack))}.",
        )
    return _Translation(say=_as_it_is if file is None else catalogue(file), locale=locale)


def _catalogue_words() -> dict[str, dict[str, str]]:
    from reporter.verification import installed_flags

    rows = installed_flags().catalogue.rows
    return {"clears": {row.code: row.clears for row in rows}, "grounds": {row.code: row.ground for row in rows}}


def _as_it_is(context: str, text: str) -> str:  # noqa: ARG001 - as a catalogue is asked
    return text

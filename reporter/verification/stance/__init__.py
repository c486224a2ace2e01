"""How an account stands to a claim: for it, against it, or only passing it on, with the rule and words that say so."""

from reporter.verification.stance.reading import Telling, Verdict, stance
from reporter.verification.stance.rules import Mark, StanceRule, StanceWords, Standing

__all__ = ["Mark", "StanceRule", "StanceWords", "Standing", "Telling", "Verdict", "stance"]

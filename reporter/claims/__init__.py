"""The claims stage: what is asserted, by whom, said when, happened when."""

from reporter.claims.engine import extract_claims
from reporter.claims.rules import ClaimRules, Phrase, QuantityRules, ReadingRules

__all__ = ["ClaimRules", "Phrase", "QuantityRules", "ReadingRules", "extract_claims"]

"""What the claims stage knows of English."""

from reporter.claims.rules import ClaimRules
from reporter.languages.en.claims.quantities import QUANTITIES
from reporter.languages.en.claims.readings import READINGS
from reporter.languages.en.claims.worthiness import WORTH

CLAIM_RULES = ClaimRules(
    quantities=QUANTITIES,
    readings=READINGS,
    worth=WORTH,
    complementisers=frozenset({"that", "whether"}),
    dropped_openings=frozenset(
        {"as", "and", "but", "while", "whereas", "yet", "or", "so", "after", "when", "because", "since", "though"}
        | {"although", "where"}
    ),
    relatives=frozenset({"who", "which", "that", "whom"}),
    name_joiners=frozenset(
        {"of", "the", "al", "bin", "ibn", "de", "da", "di", "del", "der", "den", "la", "van", "von"}
    ),
)

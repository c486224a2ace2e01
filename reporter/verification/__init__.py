"""The verification stage: what is unverified in a story, why, and what would settle it.

A flag is found by a detector (`reporter.verification.flags`), described by a row of the catalogue
(`catalogue.toml`), and speaks by templates of the language pack. Other packages bring their own as a `FlagPack`
through the entry points `reporter.flags`.
"""

from reporter.verification.accounts import accounts as accounts_of
from reporter.verification.engine import verify
from reporter.verification.findings import CatalogueRow, Detector, Finding, FlagPack
from reporter.verification.packs import FLAGS, FlagSet, installed_flags
from reporter.verification.roles import Roles, roles_of, with_roles
from reporter.verification.story import Story
from reporter.verification.words import FlagWords, Sentences

__all__ = [
    "FLAGS",
    "CatalogueRow",
    "Detector",
    "Finding",
    "FlagPack",
    "FlagSet",
    "FlagWords",
    "Roles",
    "Sentences",
    "Story",
    "accounts_of",
    "installed_flags",
    "roles_of",
    "verify",
    "with_roles",
]

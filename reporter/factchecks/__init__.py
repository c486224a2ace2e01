"""Published fact-checks as evidence beside a story's claims: imported once, kept in a local store.

What they say is their publisher's. The program finds those that are about the matter of a claim, shows them as they are
and says why, and never takes their word for its own.
"""

from reporter.factchecks.importing import Report, import_file, import_stream, read_reviews
from reporter.factchecks.looking import look_up
from reporter.factchecks.providers import Provider, Question, StoreProvider
from reporter.factchecks.store import Store, Stored, default_path

__all__ = [
    "Provider",
    "Question",
    "Report",
    "Store",
    "StoreProvider",
    "Stored",
    "default_path",
    "import_file",
    "import_stream",
    "look_up",
    "read_reviews",
]

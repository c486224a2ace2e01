"""Which places a brief asks for fact-checks, from what a newsroom has set."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from reporter.errors import InputError
from reporter.factchecks.google import google_from
from reporter.factchecks.providers import Provider, StoreProvider
from reporter.factchecks.store import Store, default_path

STORE, GOOGLE = "store", "google"


def chosen_store(path: str | None, environment: Mapping[str, str]) -> Store:
    """The store at `path`, else the user's own, whether it is there or not. Raises InputError where nobody can say
    where that would be."""
    place = Path(path) if path is not None else default_path(environment)
    if place is None:
        raise InputError(
            "no-factcheck-store",
            "There is no folder of yours to keep fact-checks in: HOME is not set.",
            "Name a file with --factchecks.",
        )
    return Store(place)


def chosen_providers(names: Sequence[str], path: str | None, environment: Mapping[str, str]) -> tuple[Provider, ...]:
    """The providers called `names` ("store", "google"), each once, in that order.

    The store takes part where its file is there; one that was named and is not there is an error, the user's own is
    not. Raises InputError for that, and for a service without its key.
    """
    found: list[Provider] = []
    for name in dict.fromkeys(names):
        if name == GOOGLE:
            found.append(google_from(environment))
        elif name == STORE:
            place = Path(path) if path is not None else default_path(environment)
            if path is not None and place is not None and not place.is_file():
                raise InputError(
                    "no-factcheck-store",
                    f"There is no store of fact-checks at {place}.",
                    "Make one with `reporter factchecks import FILE --factchecks STORE`, or leave --factchecks out.",
                )
            if place is not None and place.is_file():
                found.append(StoreProvider(store=Store(place)))
    return tuple(found)

"""Reviews as publishers write them, made up for these tests."""

import io
import json
from pathlib import Path
from typing import Any

from reporter.factchecks import read_reviews
from reporter.factchecks.importing import Broken
from reporter.model import FactCheck

ADDRESS = "https://check.example/ducks"


def node(**changes: Any) -> dict[str, Any]:
    """A ClaimReview; a change to None takes a field out."""
    whole = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": "Ducks in Sarn can read",
        "url": ADDRESS,
        "datePublished": "2025-04-02",
        "author": {"@type": "Organization", "name": "Pond Check", "url": "https://www.pondcheck.example/about"},
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Person", "name": "Ulla Fenn"},
            "datePublished": "2025-03-30",
            "firstAppearance": {"@type": "CreativeWork", "url": "https://posts.example/1"},
            "appearance": [{"@type": "CreativeWork", "url": "https://posts.example/2"}, "https://posts.example/3"],
        },
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": 1,
            "bestRating": "5",
            "worstRating": 1,
            "alternateName": "Not one of them",
        },
        **changes,
    }
    return {name: value for name, value in whole.items() if value is not None}


def review(claim: str, *, number: int = 1, **changes: Any) -> FactCheck:
    values = {"rating": "Unproven", "publisher": "Pond Check", "reviewed": "2026-03-05", **changes}
    return FactCheck(claim=claim, url=f"https://check.example/{number}", **values)


def feed(*items: Any) -> dict[str, Any]:
    """A DataFeed whose elements list one item each."""
    return {
        "@context": "https://schema.org",
        "@type": "DataFeed",
        "dateModified": "2025-05-01",
        "dataFeedElement": [{"@type": "DataFeedItem", "dateCreated": "2025-05-01", "item": [item]} for item in items],
    }


def read(data: object, name: str = "") -> list[FactCheck | Broken]:
    """What comes out of a file: of bytes or text as they are, of anything else as its JSON."""
    if isinstance(data, str):
        data = data.encode()
    if not isinstance(data, bytes):
        data = json.dumps(data).encode()
    return list(read_reviews(io.BytesIO(data), name))


def claims(found: list[FactCheck | Broken]) -> list[str]:
    return [one.claim for one in found if isinstance(one, FactCheck)]


def broken(found: list[FactCheck | Broken]) -> list[tuple[str, str]]:
    return [(one.place, one.reason) for one in found if isinstance(one, Broken)]


def written(path: Path, data: object) -> Path:
    path.write_text(json.dumps(data), encoding="utf-8")
    return path

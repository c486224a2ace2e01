"""One ClaimReview as it stands in JSON-LD, read into a `FactCheck`.

Source: schema.org/ClaimReview with Claim and Rating, and what Google Search Central asks of them ("Fact check
(ClaimReview) structured data"). Names may carry the vocabulary's address ("http://schema.org/", "schema:"); a value may
stand in a list of one, or as {"@value": …}. What a reader must be able to trust (the claim, the address, the rating)
must be right, or the entry is refused; what only helps is left out where it is of a wrong type.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from reporter.model import FactCheck

LONGEST = {"claim": 5_000, "url": 2_000, "rating": 1_000, "publisher": 300, "author": 300, "title": 500}
"""Characters of a text; published ones are a fraction of it. A longer one is no claim, no rating and no name."""
LONGEST_OTHER = 200
MOST_APPEARANCES = 20
DEEPEST = 12
"""Levels below an entry in which a review is looked for: `dataFeedElement`, `item` and `@graph` are three."""

_VOCABULARY = ("http://schema.org/", "https://schema.org/", "http://www.schema.org/", "schema:")
_DAMAGED = "\ufffd"

Nodes = Mapping[str, Mapping[str, Any]]
"""What a page describes elsewhere, by `@id`."""


class EntryError(ValueError):
    """An entry that cannot be used, and why, in a few words."""


def reviews_in(value: object) -> Iterator[Mapping[str, Any]]:
    """Every ClaimReview in decoded JSON, in the order in which it stands; not those inside another."""
    waiting: list[tuple[object, int]] = [(value, 0)]
    while waiting:
        one, depth = waiting.pop()
        if isinstance(one, dict) and is_claim_review(one):
            yield one
        elif isinstance(one, dict | list) and depth < DEEPEST:
            inner = list(one.values()) if isinstance(one, dict) else one
            waiting.extend((part, depth + 1) for part in reversed(inner))


def is_claim_review(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _plain(kind) == "ClaimReview" for kind in listed)


def read_review(node: Mapping[str, Any], nodes: Nodes | None = None) -> FactCheck:
    """The review in the JSON-LD object `node`; `nodes` are those that it may refer to. Raises EntryError.

    >>> read_review({"claimReviewed": "Ducks can read", "url": "https://check.example/1",
    ...              "reviewRating": {"alternateName": "Not proven"}}).rating
    'Not proven'
    """
    fields = _fields(node)
    url = _required(fields, "url", "url")
    if not url.lower().startswith(("http://", "https://")) or not _host(url):
        raise EntryError("url is no web address")
    about = _node(fields.get("itemReviewed"), nodes)
    publisher = _named(fields.get("author"), nodes) or _named(fields.get("publisher"), nodes)
    rating = _rating(fields.get("reviewRating"), nodes)
    return FactCheck(
        claim=_required(fields, "claimReviewed", "claim"),
        url=url,
        publisher=publisher,
        site=_site(fields.get("author"), nodes) or _site(fields.get("publisher"), nodes) or _host(url),
        title=_text(fields.get("headline"), "title") or _text(fields.get("name"), "title"),
        rating=rating["alternateName"],
        rating_value=rating["ratingValue"],
        best_rating=rating["bestRating"],
        worst_rating=rating["worstRating"],
        reviewed=_text(fields.get("datePublished")),
        language=_language(fields.get("inLanguage"), nodes),
        author=_named(about.get("author"), nodes),
        claimed=_text(about.get("datePublished")),
        first_appearance=_address(about.get("firstAppearance"), nodes),
        appearances=tuple(
            address
            for one in _listed(about.get("appearance"))[:MOST_APPEARANCES]
            if (address := _address(one, nodes)) is not None
        ),
    )


def _rating(value: object, nodes: Nodes | None) -> dict[str, str | None]:
    """The words of the rating, or its name, and the numbers as they are written."""
    listed = _listed(value)
    if not listed:
        return dict.fromkeys(("alternateName", "ratingValue", "bestRating", "worstRating"))
    if isinstance(listed[0], str):
        raise EntryError("reviewRating is a text, not an object")
    if not isinstance(listed[0], dict):
        raise EntryError(f"reviewRating is {_kind(listed[0])}, not an object")
    fields = _node(listed[0], nodes)
    for name in ("alternateName", "name"):
        if fields.get(name) not in (None, "", []):
            words = _checked(fields[name], f"reviewRating.{name}", "rating")
            break
    else:
        words = None
    numbers = {name: _number(fields.get(name)) for name in ("ratingValue", "bestRating", "worstRating")}
    return {"alternateName": words, **numbers}


def _required(fields: Mapping[str, Any], name: str, limit: str) -> str:
    if fields.get(name) in (None, [], {}):
        raise EntryError(f"{name} is missing")
    return _checked(fields[name], name, limit)


def _checked(value: object, name: str, limit: str) -> str:
    """A text that must be right. Raises EntryError."""
    bare = _bare(value)
    if not isinstance(bare, str):
        raise EntryError(f"{name} is {_kind(bare)}, not a text")
    if not bare.strip():
        raise EntryError(f"{name} is empty")
    if len(bare) > LONGEST[limit]:
        raise EntryError(f"{name} has {len(bare):,} characters, more than {LONGEST[limit]:,}")
    if not _is_whole(bare):
        raise EntryError(f"{name} holds characters that cannot be read")
    return bare.strip()


def _text(value: object, limit: str | None = None) -> str | None:
    """A text that may be left out."""
    bare = _bare(value)
    most = LONGEST_OTHER if limit is None else LONGEST[limit]
    if not isinstance(bare, str) or not bare.strip() or len(bare) > most or not _is_whole(bare):
        return None
    return " ".join(bare.split())


def _number(value: object) -> str | None:
    bare = _bare(value)
    if isinstance(bare, bool):
        return None
    return format(bare, ".12g") if isinstance(bare, int | float) and abs(bare) < 1e15 else _text(bare)


def _named(value: object, nodes: Nodes | None) -> str | None:
    """The name of a person or an organisation, or of the first of several."""
    for one in _listed(value):
        name = _text(one, "publisher") if isinstance(one, str) else _text(_node(one, nodes).get("name"), "publisher")
        if name is not None:
            return name
    return None


def _site(value: object, nodes: Nodes | None) -> str | None:
    for one in _listed(value):
        address = _text(_node(one, nodes).get("url"), "url")
        if address is not None and (host := _host(address)):
            return host
    return None


def _address(value: object, nodes: Nodes | None) -> str | None:
    """Where a claim appeared: an address, or the address of a work."""
    listed = _listed(value)
    if not listed:
        return None
    given = listed[0] if isinstance(listed[0], str) else _node(listed[0], nodes).get("url")
    address = _text(given, "url")
    return address if address is not None and address.lower().startswith(("http://", "https://")) else None


def _language(value: object, nodes: Nodes | None) -> str | None:
    listed = _listed(value)
    if not listed:
        return None
    if isinstance(listed[0], str):
        return _text(listed[0])
    fields = _node(listed[0], nodes)
    return _text(fields.get("alternateName")) or _text(fields.get("name"))


def _host(url: str) -> str | None:
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host is not None and "." in host else None


def _node(value: object, nodes: Nodes | None) -> Mapping[str, Any]:
    """The fields of an object, or of what it refers to; none where it is something else."""
    first = next(iter(_listed(value)), None)
    if not isinstance(first, dict):
        return {}
    known = (nodes or {}).get(str(first.get("@id"))) if len(first) == 1 else None
    return _fields(known or first)


def _fields(node: Mapping[str, Any]) -> dict[str, Any]:
    return {_plain(str(name)): value for name, value in node.items()}


def _plain(name: str) -> str:
    for start in _VOCABULARY:
        if name.startswith(start):
            return name[len(start) :]
    return name


def _listed(value: object) -> list[Any]:
    if value is None or value in ("", {}):
        return []
    return value if isinstance(value, list) else [value]


def _bare(value: object) -> object:
    """The value itself, out of a list of one and {"@value": …}."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, dict) and "@value" in value:
        value = value["@value"]
    return value


def _is_whole(text: str) -> bool:
    return _DAMAGED not in text and not any(
        (character < " " and character not in "\t\n\r") or "\ud800" <= character <= "\udfff" for character in text
    )


def _kind(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str():
            return "a text"
        case list():
            return "a list"
        case dict():
            return "an object"
        case _:
            return "something else"

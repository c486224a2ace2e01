"""How a source is called in the program's own sentences."""

from reporter.model import Source, SourceKind
from reporter.wording.words import Wording

NAMED = frozenset({SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.DOCUMENT, SourceKind.MEDIA})

_LONG_NAME = 50
"""Beyond this what follows a comma is a description that no sentence needs."""


def called(source: Source | None, text: str, wording: Wording, unnamed: str | None = None) -> str:
    """The source's name as it stands inside a sentence: with its title, or with the article that it has in the story's
    `text` or that a common noun needs. `unnamed` is how one is called whom the story does not name (None: as the brief
    calls one)."""
    if source is None or source.kind is SourceKind.UNATTRIBUTED:
        return unnamed or wording.sentences.unnamed_source
    name = " ".join(source.name.split()).strip(" ,;:")
    if len(name) > _LONG_NAME and "," in name:
        name = name[: name.index(",")]
    title = _title(source, wording)
    if title is not None and not name.startswith(title):
        return f"{title} {name}"
    return _with_article(name, source, text, wording)


def _title(source: Source, wording: Wording) -> str | None:
    """A role that can stand before the name: all in capitals' case, ending in a word that is a title."""
    if source.kind is not SourceKind.PERSON:
        return None
    for role in source.roles:
        parts = role.split()
        if parts and parts[0][:1].isupper() and parts[-1][:1].isupper() and parts[-1].lower() in wording.prose.titles:
            return role
    return None


def _with_article(name: str, source: Source, text: str, wording: Wording) -> str:
    first, *rest = name.split(" ")
    if rest and first.lower() in wording.prose.articles:
        bare = " ".join(rest)
        if _belongs(source, bare):
            return wording.prose.of_affiliation.format(affiliation=source.affiliation, name=bare)
        return f"{first.lower()} {bare}"
    the = wording.prose.articles[0]
    if f"{the} {name}" in text:
        return f"{the} {name}"
    is_common = bool(rest) and name.split(" ")[-1][:1].islower() and not source.is_plural
    if source.kind is SourceKind.ORGANISATION and is_common and first.lower() not in wording.prose.pronouns:
        return f"{the} {name}"
    return name


def _belongs(source: Source, name: str) -> bool:
    """Whether a common noun needs its owner to be known: "the defence ministry" of Varland."""
    affiliation = source.affiliation or ""
    return (
        source.kind is SourceKind.ORGANISATION
        and name[:1].islower()
        and affiliation[:1].isupper()
        and affiliation.lower() not in name.lower()
    )


def opening(text: str) -> str:
    """`text` with a capital at its head, past an opening quotation mark.

    >>> opening("“the dam broke”")
    '“The dam broke”'
    """
    for k, character in enumerate(text):
        if character.isalnum():
            return text[:k] + character.upper() + text[k + 1 :]
    return text

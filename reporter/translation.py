"""Words of one language put into another, field by field, from a gettext catalogue.

A message's context (`msgctxt`) is the path of the field that it stands in, as in "brief.titles.claims": no two fields
share a translation by accident. Keys of mappings are never translated, for they are values of the model or words of the
story ("since"); nor are sets of words, which are read and not said.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, cast

KEPT: Mapping[str, str] = MappingProxyType({"translation": "kept"})
"""The metadata of a field that belongs to the language of the story, not to that of the brief."""
BY_LOCALE: Mapping[str, str] = MappingProxyType({"translation": "locale"})
"""The metadata of a field that the locale gives (Unicode CLDR), not a translator."""

Say = Callable[[str, str], str]
"""From a message's context and its words to its translation."""
Words = TypeVar("Words")


def translated(words: Words, say: Say, path: str) -> Words:
    """`words`, a dataclass, a mapping, a tuple or a string, with every string in it as `say` puts it."""
    result: Any = words
    if isinstance(words, str):
        result = say(path, words) if words else words
    elif is_dataclass(words) and not isinstance(words, type):
        result = replace(
            words,
            **{
                field.name: translated(getattr(words, field.name), say, f"{path}.{field.name}")
                for field in fields(words)
                if "translation" not in field.metadata
            },
        )
    elif isinstance(words, Mapping):
        result = {key: translated(value, say, f"{path}.{_named(key)}") for key, value in words.items()}
    elif isinstance(words, tuple):
        result = tuple(translated(value, say, f"{path}.{place}") for place, value in enumerate(words))
    return cast(Words, result)


def messages(words: object, path: str) -> Iterator[tuple[str, str]]:
    """The context and the words of everything in `words` that a translator is asked for, in the order of the fields.

    >>> list(messages({"one": ("a", "b")}, "letters"))
    [('letters.one.0', 'a'), ('letters.one.1', 'b')]
    """
    found: list[tuple[str, str]] = []

    def note(context: str, text: str) -> str:
        found.append((context, text))
        return text

    translated(words, note, path)
    yield from found


def catalogue(file: Path) -> Say:
    """What a .po file says; a message that it lacks, or that is marked as fuzzy, stays in its own language."""
    from babel.messages.pofile import read_po

    with file.open("rb") as stream:
        read = read_po(stream, abort_invalid=True)
    said = {
        (message.context, message.id): message.string
        for message in read
        if message.id and message.string and not message.fuzzy
    }

    def say(context: str, text: str) -> str:
        return str(said.get((context, text), text))

    return say


def _named(key: object) -> str:
    return str(key.value) if isinstance(key, Enum) else str(key)

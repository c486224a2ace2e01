"""What a newsroom sets for its flags: its own words, its own parties, and how reliable it holds its sources to be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace

from reporter.errors import UsageError
from reporter.model import Grade, Settings, Severity, Source
from reporter.verification.words import FlagWords

TAKEN_OUT = "-"
"""Before a word of a newsroom's list: the word is taken out of the language's own list."""

_STEPS = (Severity.LOW, Severity.MEDIUM, Severity.HIGH)

_RELIABLE = frozenset({Grade.A, Grade.B})
_UNRELIABLE = frozenset({Grade.D, Grade.E})


def word_lists(words: FlagWords) -> tuple[str, ...]:
    """The names of the lists that a newsroom may add to: those of plain words."""
    return tuple(
        sorted(
            item.name
            for item in fields(words)
            if isinstance(own := getattr(words, item.name), frozenset) and all(isinstance(word, str) for word in own)
        )
    )


def with_newsroom(words: FlagWords, settings: Settings) -> FlagWords:
    """The words of the language with those of the newsroom added, or taken out, and its parties.

    The same object where the settings say nothing. Raises UsageError (bad-setting) for a list that does not exist.
    """
    changed: dict[str, object] = {}
    known = word_lists(words)
    for name, own in settings.flag_words.items():
        if name not in known:
            raise UsageError(
                "bad-setting", f"There is no list of words called {name!r}.", f"Choose from: {', '.join(known)}."
            )
        out = frozenset(word[1:].lower() for word in own if word.startswith(TAKEN_OUT))
        put_in = frozenset(word.lower() for word in own if not word.startswith(TAKEN_OUT))
        changed[name] = (getattr(words, name) | put_in) - out
    if settings.sides:
        changed["parties"] = {name.lower(): side for name, side in settings.sides.items()}
    return replace(words, **changed) if changed else words  # type: ignore[arg-type]


def grade_of(sources: Iterable[Source], grades: Mapping[str, str]) -> Grade | None:
    """The worst grade that the newsroom gives to any of the sources, by name or by the body they speak for."""
    by_name = {name.lower(): Grade(grade) for name, grade in grades.items()}
    found = [
        by_name[key.lower()]
        for source in sources
        for key in (source.name, source.affiliation)
        if key is not None and key.lower() in by_name
    ]
    return max(found, default=None)


def graded(severity: Severity, grade: Grade | None) -> Severity:
    """The severity of a claim that rests on one source, by the source's grade: one step down for A and B, one up for
    D and E. C and F ("cannot be judged") leave it.

    >>> graded(Severity.MEDIUM, Grade.A), graded(Severity.MEDIUM, Grade.E)
    (<Severity.LOW: 'L'>, <Severity.HIGH: 'H'>)
    """
    step = -1 if grade in _RELIABLE else 1 if grade in _UNRELIABLE else 0
    return _STEPS[min(max(_STEPS.index(severity) + step, 0), len(_STEPS) - 1)]

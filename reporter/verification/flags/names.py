"""NAM-VARIANT: two names of one kind that differ by a letter or two. It asks, and never corrects.

How it is told from two things with like names, without knowing the world: the two must stand in the same frame
(the same other names around them, or the same noun of kind: "province of"), or a name that was never introduced must
look like one that was, in the same role. Plurals, peoples ("Kurd", "Kurds", "Syrian"), members of one list, and the
pairs that the language pack knows to be two things are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from reporter.model import Token
from reporter.verification.findings import Detector, Finding
from reporter.verification.grammar import conjuncts
from reporter.verification.story import Story
from reporter.verification.words import FlagWords

SHORTEST = 4
LONG = 8
"""Letters from which two edits still leave most of a name."""

MOST_NAMES = 200
"""Different names of a story that are compared; a real one has a tenth of this."""

MOST_PAIRS = 500
"""Pairs of like names that are looked at; a real story has a handful."""

MOST_USES = 60
"""Uses of one name that are looked at; more show nothing new."""


@dataclass(slots=True)
class _Name:
    """One written form, with everything that the story shows of its use."""

    form: str
    tokens: list[Token] = field(default_factory=list)
    frames: set[tuple[str, str]] = field(default_factory=set)
    """("kind", noun): "province of Hama", "Hama province". ("with", name): other parts of a full name, by side."""
    roles: set[str] = field(default_factory=set)


def detect(story: Story, words: FlagWords) -> Iterator[Finding]:
    names = _names(story, words)
    for one, other in islice(_pairs(names), MOST_PAIRS):
        if not _may_be_one(one, other, words):
            continue
        shared = _shared_frame(one, other)
        if shared is None:
            continue
        rare, common = sorted((one, other), key=lambda name: (len(name.tokens), -name.tokens[0].i))
        yield Finding(
            code="NAM-VARIANT",
            spans=tuple(sorted(token.span for token in (*rare.tokens, common.tokens[0]))),
            values={"one": common.form, "other": rare.form, "frame": shared},
        )


def _names(story: Story, words: FlagWords) -> list[_Name]:
    found: dict[str, _Name] = {}
    for token in story.tokens():
        if token.pos != "PROPN" or len(token.text) < SHORTEST or not _is_written_as_a_name(token.text):
            continue
        name = found.setdefault(token.text, _Name(form=token.text))
        if len(name.tokens) == MOST_USES:
            continue
        name.tokens.append(token)
        name.frames.update(_frames(token, words))
        role = _role(token, words)
        if role is not None:
            name.roles.add(role)
    common = {token.lower for token in story.tokens() if token.pos != "PROPN"}
    return [name for name in found.values() if name.form.lower() not in common][:MOST_NAMES]


def _is_written_as_a_name(text: str) -> bool:
    return text[0].isupper() and any(character.islower() for character in text) and text.replace("-", "").isalpha()


def _frames(token: Token, words: FlagWords) -> Iterator[tuple[str, str]]:
    """What stands around the name and says of which kind it is."""
    parts = [token, *(child for child in token.children if child.dep == "compound")]
    if token.dep == "compound":
        parts += [token.head, *(child for child in token.head.children if child.dep == "compound")]
    for part in parts:
        if part is token:
            continue
        side = "before" if part.i < token.i else "after"
        if part.pos == "PROPN":
            yield f"with-{side}-{token.i - part.i}", part.text
        elif part.pos == "NOUN":
            yield "kind", part.lemma.lower()
    for item in conjuncts(token):
        if item.dep == "pobj" and item.head.lower in words.kind_prepositions and item.head.head.pos == "NOUN":
            yield "kind", item.head.head.lemma.lower()
        elif item.dep == "appos" and item.head.pos == "NOUN":
            yield "kind", item.head.lemma.lower()


def _role(token: Token, words: FlagWords) -> str | None:
    """A place after a preposition of place, a person as the subject of an act of saying; None where neither shows."""
    first = conjuncts(token)[0]
    if first.dep == "pobj" and first.head.lower in words.place_prepositions:
        return "place"
    if first.dep == "nsubj" and first.head.lemma.lower() in words.speech_verbs:
        return "person"
    if any(child.dep == "relcl" and child.child("nsubj", "nsubjpass") is not None for child in token.children) and any(
        inner.lower in words.person_relatives for child in token.children for inner in child.children
    ):
        return "person"
    return None


def _pairs(names: list[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """Names near enough to be spellings of one, each pair once. Only names of one initial and like length meet."""
    by_initial: defaultdict[str, list[_Name]] = defaultdict(list)
    for name in names:
        group = by_initial[name.form[0]]
        for other in group:
            if abs(len(other.form) - len(name.form)) > 2:
                continue
            shorter = min(len(other.form), len(name.form))
            allowed = 2 if shorter >= LONG or _share_a_first_part(other, name) else 1
            if 0 < edits(other.form.lower(), name.form.lower(), allowed) <= allowed:
                yield other, name
        group.append(name)


def edits(one: str, other: str, allowed: int) -> int:
    """Damerau–Levenshtein distance (adjacent letters swapped count once), or `allowed + 1` when it is more.

    >>> edits("lavrov", "lavorv", 2), edits("kerry", "kelly", 1)
    (1, 2)
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        above, row = row, [i]
        for j, against in enumerate(other, start=1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > allowed:
            return allowed + 1
        before = above
    return row[-1]


def _may_be_one(one: _Name, other: _Name, words: FlagWords) -> bool:
    low, high = sorted((one.form.lower(), other.form.lower()), key=len)
    if frozenset((low, high)) in words.near_names or low == high:
        return False
    if low in words.nations and high in words.nations:
        return False
    if high.startswith(low) and high[len(low) :] in words.name_endings:
        is_plural = high[len(low) :] in words.plural_endings
        shares_a_kind = is_plural and not _has_a_determiner(one, other) and bool(_kinds(one) & _kinds(other))
        if not shares_a_kind and not _share_a_first_part(one, other):
            return False
    if _listed_together(one, other):
        return False
    return not _are_two_people(one, other)


def _has_a_determiner(one: _Name, other: _Name) -> bool:
    """As in "the Kurds", "a Kurd": a people rather than a place."""
    return any(child.dep == "det" for token in (*one.tokens, *other.tokens) for child in token.children)


def _share_a_first_part(one: _Name, other: _Name) -> bool:
    """Both close a name that opens alike: "Mayor Brenn", "Mayor Bren"; not "Free Syrian Army"."""
    mine, theirs = ({frame for frame in name.frames if frame[0] == "with-before-1"} for name in (one, other))
    return bool(mine & theirs) and not any(token.dep == "compound" for token in (*one.tokens, *other.tokens))


def _kinds(name: _Name) -> set[str]:
    return {value for key, value in name.frames if key == "kind"}


def _fellows(name: _Name) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for key, value in name.frames:
        if key != "kind":
            found.setdefault(key, set()).add(value)
    return found


def _listed_together(one: _Name, other: _Name) -> bool:
    """Whether one list of the story names both ("Homs and Hama"): then they are two things."""
    places = {token.i for token in other.tokens}
    return any(item.i in places for token in one.tokens for item in conjuncts(token)) or any(
        abs(token.i - place) <= 2 for token in one.tokens for place in places
    )


def _are_two_people(one: _Name, other: _Name) -> bool:
    """Both stand with other names, on the same side, and never with the same one: "Boris Johnson", "Ada Johnston"."""
    mine, theirs = _fellows(one), _fellows(other)
    sides = mine.keys() & theirs.keys()
    return bool(sides) and all(mine[side].isdisjoint(theirs[side]) for side in sides)


def _shared_frame(one: _Name, other: _Name) -> str | None:
    """What makes the two one thing, in a word; None where nothing does."""
    kinds = _kinds(one) & _kinds(other)
    if kinds:
        return min(kinds)
    mine, theirs = _fellows(one), _fellows(other)
    for side in sorted(mine.keys() & theirs.keys()):
        same = mine[side] & theirs[side]
        if same:
            return min(same)
    is_introduced = bool(mine) != bool(theirs)
    if is_introduced and "person" in one.roles | other.roles and "place" not in one.roles & other.roles:
        return "person"
    if one.roles & other.roles and min(len(one.form), len(other.form)) >= SHORTEST + 2:
        rare, common = sorted((len(one.tokens), len(other.tokens)))
        if rare == 1 and common >= 2:
            return min(one.roles & other.roles)
    return _place_of_a_thing(one, other)


def _place_of_a_thing(one: _Name, other: _Name) -> str | None:
    """A place that the story names twice or more, and once a like name before a thing ("the Bansoly school")."""
    rare, common = sorted((one, other), key=lambda name: len(name.tokens))
    if len(rare.tokens) != 1 or len(common.tokens) < 2 or min(len(rare.form), len(common.form)) < SHORTEST + 2:
        return None
    is_before_a_thing = rare.tokens[0].dep == "compound" and rare.tokens[0].head.pos == "NOUN"
    is_a_place = "place" in common.roles or bool(_kinds(common))
    return "place" if is_before_a_thing and is_a_place and not _fellows(rare) and not _fellows(common) else None


DETECTORS = (Detector(codes=("NAM-VARIANT",), detect=detect),)

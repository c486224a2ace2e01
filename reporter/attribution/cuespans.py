"""The words of a verbal cue: auxiliaries, particles, the hearer and the place ("told reporters in a statement")."""

from reporter.attribution.candidates import Scene
from reporter.attribution.lexicon import Lexicon
from reporter.attribution.trees import is_nominal, phrase
from reporter.model import Token

_OWN = frozenset({"aux", "auxpass", "neg", "prt"})
_LONGEST_HEARER = 6


def cue_places(verb: Token, lexicon: Lexicon, scene: Scene, *, content: list[int]) -> list[int]:
    """The verb with what belongs to it, in text order; nothing of the content, and nothing from a quotation."""
    taken = set(content)
    places = {verb.i}
    token = verb
    while token.dep == "xcomp" and token.head.lemma in lexicon.raising_verbs:
        places.add(token.head.i)
        places.update(child.i for child in token.children if child.dep == "aux")
        token = token.head
    for each in {verb.i, token.i}:
        for child in scene.tokens[each].children:
            if (child.dep in _OWN and child.i not in taken) or (child.dep in {"acomp", "attr"} and each != verb.i):
                places.add(child.i)
    for child in verb.children:
        if (child.dep in {"dobj", "dative", "iobj"} and verb.lemma in lexicon.telling_verbs) or (
            child.dep == "prep" and child.lower in lexicon.manner_prepositions and _is_manner(child, lexicon)
        ):
            part = phrase(child)
        else:
            continue
        if len(part) <= _LONGEST_HEARER and not taken.intersection(part):
            places.update(part)
    home = scene.quoted[verb.i]
    # An adverb inside of the group belongs to it: "has repeatedly said".
    first, last = min(places), max(places)
    if last - first <= _LONGEST_HEARER + 4:
        places.update(
            child.i
            for child in verb.children
            if child.dep == "advmod" and first < child.i < last and child.i not in taken
        )
    return sorted(place for place in places if scene.quoted[place] == home)


def _is_manner(preposition: Token, lexicon: Lexicon) -> bool:
    return any(is_nominal(child) and child.lemma.lower() in lexicon.manner_nouns for child in preposition.children)


def hearer_of(verb: Token, lexicon: Lexicon) -> Token | None:
    """Whom it was said to: "told the agency", "said in an interview with the agency"."""
    if verb.lemma in lexicon.telling_verbs:
        return verb.child("dobj", "dative", "iobj")
    return None

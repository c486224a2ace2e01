"""What somebody calls a thing: "called it a disgrace", "described the driver as calm"."""

from reporter.attribution.candidates import Scene
from reporter.attribution.lexicon import Lexicon
from reporter.attribution.trees import QUOTE_MARKS, is_verbal, phrase
from reporter.model import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LONGEST_PREDICATE = 25


def named_as(verb: Token, scene: Scene, lexicon: Lexicon) -> list[int]:
    """ "called it a disgrace", "described the driver as calm"."""
    inner = verb.child("oprd")
    if inner is not None and inner.i > verb.i:
        places = set(phrase(inner))
        thing = next(
            (child for child in verb.children if child.dep in {"dobj", "nsubj"} and verb.i < child.i < inner.i), None
        )
        if thing is not None:
            return sorted({*places, *phrase(thing)})
        return sorted(places) if verb.dep == "relcl" else []
    quoted = _misread_predicate(verb, scene)
    if quoted:
        return quoted
    small = next(
        (
            child
            for child in verb.children
            if child.dep in {"ccomp", "xcomp"} and child.i > verb.i and not is_verbal(child)
        ),
        None,
    )
    if small is not None:
        return phrase(small)
    for child in verb.children:
        if child.dep == "prep" and child.lower in lexicon.predicate_prepositions and child.i > verb.i:
            thing = next((other for other in verb.children if other.dep == "dobj" and other.i < child.i), None)
            if thing is not None:
                return sorted({*phrase(thing), *phrase(child)})
        if child.dep == "dobj":
            for inside in child.children:
                if inside.dep == "prep" and inside.lower in lexicon.predicate_prepositions:
                    return phrase(child)
    return []


def _misread_predicate(verb: Token, scene: Scene) -> list[int]:
    """'called the plan "a disgrace"', with the predicate read as an apposition to the object."""
    thing = next((child for child in verb.children if child.dep == "dobj" and child.i > verb.i), None)
    for inner in () if thing is None else thing.children:
        if inner.dep == "appos" and thing is not None and inner.i > thing.i:
            before = scene.tokens[phrase(inner)[0] - 1]
            if before.text in QUOTE_MARKS:
                return phrase(thing)
    return []


def quoted_predicate(verb: Token, scene: Scene) -> list[int]:
    """'called the claim of a "right of way" "a bad joke"', by place where the parse is lost: from the verb to the end
    of the quotation that follows a noun directly, with no other verb between."""
    tokens = scene.tokens
    end = scene.sentence_of(verb).last
    if verb.i + 1 < end and tokens[verb.i + 1].pos in {"ADP", "SCONJ"}:
        return []  # "called for", "called on"
    for place in range(verb.i + 2, min(verb.i + _LONGEST_PREDICATE, end)):
        token, before = tokens[place], tokens[place - 1]
        if is_verbal(token) and token.tag in _FINITE and not scene.marked[token.start]:
            return []
        if place in scene.opening and (before.pos in {"NOUN", "PROPN", "PRON"} or before.text in QUOTE_MARKS):
            return [*range(verb.i + 1, place), *scene.places(scene.opening[place])]
    return []

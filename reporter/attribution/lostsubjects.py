"""The speaker of a finite verb of saying that the parse leaves without a subject, by place."""

from reporter.attribution.candidates import Scene
from reporter.attribution.trees import is_nominal, is_punctuation
from reporter.model import Token

_NAMING = frozenset({"PROPN", "NOUN", "PRON"})
_CLOSING = {",": ",", ")": "(", "—": "—", "–": "–", "--": "--", "-": "-"}
"""What opens the description that a sign closes."""
_LONGEST_DESCRIPTION = 30
"""Tokens between a name and its verb: "Nils Lund, a retired postman, joked"."""


def standing_before(verb: Token, scene: Scene) -> Token | None:
    """The noun before the verb, directly ("For his wife Ada Lund, former mayor Bo Lund said …", with the one name in
    apposition to the other) or with a description between two commas, brackets or dashes."""
    tokens, first = scene.tokens, scene.sentence_of(verb).first
    place = verb.i - 1
    if place >= first and tokens[place].pos == "ADV":
        place -= 1
    if place < first:
        return None
    noun = tokens[place]
    if noun.text in _CLOSING:
        return _described(place, verb, scene)
    if noun.pos not in _NAMING or scene.quoted[place] != scene.quoted[verb.i] or noun.dep in {"dobj", "npadvmod"}:
        return None
    while noun.dep == "pobj" and is_nominal(noun.head.head) and noun.head.head.i < noun.i:
        noun = noun.head.head
    return None if noun.dep == "pobj" else noun


def _described(closing: int, verb: Token, scene: Scene) -> Token | None:
    """The name before the nearest sign that opens what this one closes; none over a quotation."""
    tokens, first = scene.tokens, scene.sentence_of(verb).first
    opener = _CLOSING[tokens[closing].text]
    for place in range(closing - 1, max(first, closing - _LONGEST_DESCRIPTION), -1):
        token = tokens[place]
        if scene.quoted[place] != scene.quoted[verb.i] or token.text == ";":
            return None
        if token.text != opener:
            continue
        before = tokens[place - 1]
        if before.pos == "PROPN" and before.dep not in {"dobj", "npadvmod"}:
            return _head_of_name(before)
        if not is_punctuation(before) and opener != ",":
            return _head_of_phrase(before)
    return None


def _head_of_name(token: Token) -> Token:
    """ "Vale" for the last word of "Tom Vale", the governor of its compound."""
    while token.dep == "compound" and token.head.pos == "PROPN" and token.head.i > token.i:
        token = token.head
    return token


def _head_of_phrase(token: Token) -> Token | None:
    """ "spokeswoman" for the last word of "a spokeswoman for the Elland Line"."""
    while token.dep in {"pobj", "prep", "compound", "appos"} and token.head.i < token.i:
        token = token.head
    return token if is_nominal(token) else None

"""What somebody calls or says that something is: "in what the union called a trick", "what she said is a demand"."""

from reporter.attribution.candidates import Scene
from reporter.attribution.lexicon import Cue, Frame, Lexicon, WordClass
from reporter.attribution.speakers import nearest_subject
from reporter.attribution.trees import phrase
from reporter.model import Token


def free_relative(verb: Token, cue: Cue, scene: Scene, lexicon: Lexicon) -> list[int]:
    """The pronoun that opens the clause and what is said of it; empty where the verb stands in no such clause.

    "what" is the object of the verb of calling, or the subject of the clause behind the verb of saying.
    """
    subject = nearest_subject(verb)
    if subject is None or subject.i > verb.i:
        return []
    if subject.tag == "PRP" and _is_told_already(verb, lexicon):
        return []
    opener = _opener(phrase(subject)[0], verb, scene, lexicon)
    if opener is None:
        return []
    if cue.allows(Frame.PREDICATE):
        if _is_in_general(subject, verb):
            return []
        named = next((child for child in verb.children if child.dep in _NAMED and child.i > verb.i), None)
        return [] if named is None else [opener.i, *phrase(named)]
    if not cue.allows(Frame.CLAUSE):
        return []
    if verb.dep == "csubj" and verb.head.i > verb.i:  # "what she said | is a demand"
        return [opener.i, *(place for place in phrase(verb.head, without=(verb,)) if place > verb.i)]
    clause = next((child for child in verb.children if child.dep == "ccomp" and child.i > verb.i), None)
    return [] if clause is None else sorted({opener.i, *phrase(clause)})


def _is_told_already(verb: Token, lexicon: Lexicon) -> bool:
    """ "The union denounced what it called a trick": the verb above tells already who says so."""
    return any(lexicon.cue(above.lemma.lower(), WordClass.VERB) is not None for above in verb.ancestors())


def _is_in_general(subject: Token, verb: Token) -> bool:
    """ "what sailors call a white squall": a term, nobody's word in particular."""
    return verb.tag == "VBP" and subject.tag == "NNS" and not any(child.dep == "det" for child in subject.children)


def _opener(first: int, verb: Token, scene: Scene, lexicon: Lexicon) -> Token | None:
    """The pronoun right before the subject: a question hangs on another verb of asking."""
    if first == 0:
        return None
    token = scene.tokens[first - 1]
    if token.tag != "WP" or token.lower not in lexicon.complementisers or verb.dep == "relcl":
        return None
    governor = token.head.i
    return token if governor in {verb.i, verb.head.i, *(child.i for child in verb.children)} else None


_NAMED = frozenset({"oprd", "dobj", "attr", "acomp", "xcomp"})

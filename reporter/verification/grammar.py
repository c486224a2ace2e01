"""Small questions to the parse that several flags ask. Labels are the parser's (see `reporter.model.parse`)."""

from collections.abc import Iterable

from reporter.model import Span, Token

VERBAL = frozenset({"VERB", "AUX"})
_CLAUSAL = frozenset({"ccomp", "xcomp", "csubj", "csubjpass"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "nummod"})


def top_of(tokens: Iterable[Token]) -> Token | None:
    """The token that governs the others: the first whose governor is not among them, verbs before other words."""
    listed = list(tokens)
    inside = {token.i for token in listed}
    tops = [token for token in listed if token.is_root or token.head.i not in inside]
    for token in tops:
        if token.pos in VERBAL:
            return token
    return next((token for token in tops if token.pos != "PUNCT"), tops[0] if tops else None)


def clause_verb(token: Token) -> Token | None:
    """The nearest verb at or above the token."""
    if token.pos in VERBAL and token.dep not in ("aux", "auxpass"):
        return token
    for governor in token.ancestors():
        if governor.pos in VERBAL and governor.dep not in ("aux", "auxpass"):
            return governor
    return None


def auxiliaries(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep in ("aux", "auxpass")]


def is_negated(verb: Token) -> bool:
    return any(child.dep == "neg" for child in verb.children)


def is_passive(verb: Token) -> bool:
    return verb.tag == "VBN" and any(child.dep in ("auxpass", "nsubjpass", "csubjpass") for child in verb.children)


def has_agent(verb: Token) -> bool:
    return any(child.dep == "agent" for child in verb.children)


def is_past(verb: Token) -> bool:
    """Simple past, present or past perfect, and their passives; not under a modal."""
    helpers = auxiliaries(verb)
    if any(helper.tag == "MD" or (helper.dep == "aux" and helper.pos == "PART") for helper in helpers):
        return False
    if any(helper.tag == "VBD" for helper in helpers):
        return True
    if verb.tag == "VBD":
        return True
    return verb.tag == "VBN" and any(helper.dep == "aux" and helper.tag in ("VBZ", "VBP") for helper in helpers)


def subject(verb: Token) -> Token | None:
    return verb.child("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")


def clausal_complement(verb: Token) -> Token | None:
    return verb.child(*_CLAUSAL)


def name_run(token: Token) -> list[Token]:
    """The proper name that `token` heads: itself and the names compounded before it, in text order."""
    parts = [child for child in token.children if child.dep in ("compound", "nmod", "flat") and child.pos == "PROPN"]
    return [*sorted((part for part in parts if part.i < token.i), key=lambda part: part.i), token]


def modifiers(noun: Token) -> list[Token]:
    return [child for child in noun.children if child.dep in _MODIFIERS]


def phrase_span(token: Token) -> Span:
    """From the first to the last token that hangs on `token`."""
    tokens = token.subtree()
    return Span(start=tokens[0].start, end=tokens[-1].end)


def conjuncts(token: Token) -> list[Token]:
    """The token and those joined to it by "and", "or" or commas, from the first of the list on."""
    first = token
    while first.dep == "conj" and not first.is_root:
        first = first.head
    found = [first]
    for item in found:
        found.extend(child for child in item.children if child.dep == "conj")
    return found

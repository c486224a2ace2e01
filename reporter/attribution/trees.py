"""Small questions to a parse tree, asked in the labels of the parser's scheme (ClearNLP, Penn tags)."""

from collections.abc import Iterable, Sequence

from reporter.model import Span, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
CLAUSES = frozenset({"ROOT", "ccomp", "conj", "advcl", "relcl", "acl", "parataxis", "xcomp", "pcomp", "csubj"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
VERBAL = frozenset({"VERB", "AUX"})
QUOTE_MARKS = frozenset({'"', "“", "”", "„", "«", "»", "‹", "›", "``", "''", "‘", "’", "'"})


def is_verbal(token: Token) -> bool:
    return token.pos in VERBAL


def is_nominal(token: Token) -> bool:
    return token.pos in NOMINAL or (token.pos == "DET" and token.dep in SUBJECTS | {"pobj", "dobj"})


def subject_of(token: Token) -> Token | None:
    for child in token.children:
        if child.dep in {"nsubj", "nsubjpass"}:
            return child
    return None


def is_passive(token: Token) -> bool:
    return any(child.dep in {"auxpass", "nsubjpass"} for child in token.children)


def is_finite(token: Token) -> bool:
    return token.tag in {"VBD", "VBZ", "VBP", "MD"} or any(
        child.dep in {"aux", "auxpass"} and child.tag in {"VBD", "VBZ", "VBP", "MD"} for child in token.children
    )


def holds_number(token: Token) -> bool:
    """Whether a number stands in what hangs on the token."""
    return any(part.tag == "CD" for part in token.subtree())


def is_negated(token: Token) -> bool:
    return any(child.dep == "neg" for child in token.children)


def goes_on_from_above(verb: Token) -> bool:
    """Whether a verb does not fit the one that the parse joins it to, but the clause above ("said it would cost … and
    called", "said it is … and called"): without a subject of its own it goes on from there."""
    first = verb.head
    if verb.dep != "conj" or verb.tag not in {"VBD", "VBZ"} or subject_of(verb) is not None:
        return False
    if first.dep != "ccomp" or first.head.tag != verb.tag:
        return False
    form = next((child.tag for child in first.children if child.dep in {"aux", "auxpass"}), first.tag)
    return form in _TENSES and form != verb.tag


_TENSES = frozenset({"MD", "VBD", "VBZ", "VBP"})


def conjuncts(token: Token) -> list[Token]:
    """The token and what is coordinated with it, in text order."""
    found = [token]
    for each in found:
        found.extend(child for child in each.children if child.dep == "conj")
    return found


def phrase(head: Token, *, without: Iterable[Token] = ()) -> list[int]:
    """The places of the head and all that hangs on it, less the subtrees of `without`."""
    excluded = {token.i for token in without}
    found: list[int] = []
    waiting = [head]
    while waiting:
        token = waiting.pop()
        if token.i in excluded:
            continue
        found.append(token.i)
        waiting.extend(token.children)
    found.sort()
    return found


def clause_of(token: Token) -> Token:
    """The nearest verb above the token (or itself), the head of the clause in which it stands; else the root."""
    while not is_verbal(token) and token.head is not token:
        token = token.head
    return token


def spans_of(places: Sequence[int], tokens: Sequence[Token]) -> tuple[Span, ...]:
    """Sorted token places as spans, neighbours joined."""
    spans: list[Span] = []
    for k, place in enumerate(places):
        token = tokens[place]
        if spans and places[k - 1] == place - 1:
            spans[-1] = Span(start=spans[-1].start, end=token.end)
        else:
            spans.append(token.span)
    return tuple(spans)


def is_punctuation(token: Token) -> bool:
    return token.pos == "PUNCT" or not any(map(str.isalnum, token.text))

"""Clauses on the parse: predicates, their subjects, and what may stand alone as an assertion.

Labels are those of ClearNLP, as the parser gives them.
"""

from collections.abc import Collection, Iterable, Sequence

from reporter.model import Token

FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ"})
FINITE_AUXILIARY_TAGS = FINITE_TAGS | {"MD"}
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
AUXILIARIES = frozenset({"aux", "auxpass"})
CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "conj", "parataxis", "relcl", "acl", "dep"})


def is_finite(token: Token) -> bool:
    """Whether `token` is a predicate with a tense or a modal of its own."""
    if token.pos not in {"VERB", "AUX"} or token.dep in AUXILIARIES:
        return False
    helpers = [child for child in token.children if child.dep in AUXILIARIES]
    if any(child.tag in FINITE_AUXILIARY_TAGS for child in helpers):
        return True
    return token.tag in FINITE_TAGS


def own_subject(predicate: Token) -> Token | None:
    return predicate.child(*SUBJECTS)


def subject_of(predicate: Token) -> Token | None:
    """Its own subject, or the one that it shares with the predicate before it ("came and went")."""
    token = predicate
    while (subject := own_subject(token)) is None:
        if token.dep != "conj" or token.is_root:
            return None
        token = token.head
    return subject


def heads_of(tokens: Sequence[Token]) -> list[Token]:
    """Those of `tokens` that are governed from outside of them (or are roots), in text order."""
    inside = {token.i for token in tokens}
    return [token for token in tokens if token.is_root or token.head.i not in inside]


def main_predicate(tokens: Sequence[Token]) -> Token | None:
    """The predicate that `tokens` assert: the highest finite verb, else the highest verb, else None."""
    inside = {token.i for token in tokens}
    ranked = sorted(
        (token for token in tokens if token.pos in {"VERB", "AUX"} and token.dep not in AUXILIARIES),
        key=lambda token: (not is_finite(token), _depth(token, inside), token.i),
    )
    return ranked[0] if ranked else None


def _depth(token: Token, inside: Collection[int]) -> int:
    return sum(1 for ancestor in token.ancestors() if ancestor.i in inside)


def reach(predicate: Token, blocked: Collection[int]) -> list[Token]:
    """`predicate` and what hangs on it, without `blocked` tokens and what hangs on those; in text order."""
    found = [predicate]
    for token in found:
        found.extend(child for child in token.children if child.i not in blocked)
    return sorted(found, key=lambda token: token.i)


def conjuncts(tokens: Sequence[Token]) -> list[list[Token]]:
    """The assertions that `tokens` join: each with a finite verb and a subject of its own, in text order.

    What cannot stand alone stays with the assertion before it.
    """
    predicate = main_predicate(tokens)
    if predicate is None or not is_finite(predicate) or own_subject(predicate) is None:
        return [list(tokens)]
    inside = {token.i for token in tokens}
    parts: list[list[Token]] = []
    taken: set[int] = set()
    for joined in _joined(predicate, inside):
        part = [token for token in reach(joined, taken) if token.i in inside]
        parts.append(part)
        taken.update(token.i for token in part)
    rest = [token for token in tokens if token.i not in taken]
    return sorted([rest, *parts], key=lambda part: part[0].i)


def _joined(predicate: Token, inside: Collection[int]) -> list[Token]:
    """The conjuncts of `predicate` with verb and subject of their own, innermost first."""
    found = []
    for child in predicate.children:
        if child.dep == "conj" and child.i in inside:
            found.extend(_joined(child, inside))
            if is_finite(child) and own_subject(child) is not None:
                found.append(child)
    return found


def free_clauses(
    sentence: Sequence[Token], blocked: Collection[int], sources: Collection[int], conditions: Collection[str]
) -> list[list[Token]]:
    """What a sentence asserts outside of `blocked` tokens (cues, contents): its own clauses, in text order.

    A clause has a finite verb and a subject. `sources` are the tokens of source phrases: clauses that describe a
    source ("who leads the union") are no assertions, but a source may be the subject of one ("She came and said …").
    Nor is one that `conditions` open ("if"), or one that tells what somebody did while saying so ("as she sentenced
    him"). A subject with a finite verb that the parser hung on a cue which is not
    its own ("A fire at the port burned on, and the county said …") is a clause too.
    """
    closed = frozenset(blocked)
    taken: set[int] = set()
    found = []
    for token in sorted(sentence, key=lambda token: (_height(token), token.i)):
        if token.i in closed or token.i in taken or not _asserts(token, closed, sources, conditions):
            continue
        clause = reach(token, closed | taken)
        subject = subject_of(token)
        if subject is not None and subject not in clause:
            clause = sorted([*reach(subject, closed), *clause], key=lambda token: token.i)
        found.append(clause)
        taken.update(word.i for word in clause)
    for token in sentence:
        if token.dep in SUBJECTS and token.i not in taken | closed | set(sources) and token.head.i in closed:
            clause = reach(token, closed)
            if any(word.tag in FINITE_TAGS for word in clause):
                found.append(clause)
                taken.update(word.i for word in clause)
    return sorted(found, key=lambda clause: clause[0].i)


def _height(token: Token) -> int:
    return sum(1 for _ in token.ancestors())


def _asserts(token: Token, blocked: Collection[int], sources: Collection[int], conditions: Collection[str]) -> bool:
    if token.dep not in CLAUSES or not is_finite(token) or token.i in sources:
        return False
    subject = subject_of(token)
    if subject is None or token.dep in {"relcl", "acl"}:
        return False
    if any(child.dep == "mark" and child.lower in conditions for child in token.children):
        return False
    if token.dep == "advcl" and subject.pos == "PRON" and token.head.i in blocked:
        return False
    return not any(ancestor.i in sources for ancestor in token.ancestors())


def antecedent(relative: Token) -> list[Token]:
    """The noun phrase that a relative clause is about, without what stands after its noun; empty if there is none."""
    for token in (relative, *relative.ancestors()):
        if token.dep == "relcl" and not token.is_root:
            noun = token.head
            left: list[Token] = [noun]
            for child in noun.children:
                if child.i < noun.i and child.dep not in {"punct", "relcl", "prep", "appos", "cc", "conj"}:
                    left.extend(child.subtree())
            return sorted(left, key=lambda token: token.i)
    return []


def words(tokens: Iterable[Token]) -> list[Token]:
    """Those that are no punctuation."""
    return [token for token in tokens if token.pos not in {"PUNCT", "SYM", "SPACE"} and token.text.strip()]

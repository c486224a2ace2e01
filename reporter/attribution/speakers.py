"""The source of a cue: its subject, or the subject of the clause that carries it."""

from reporter.attribution.candidates import Scene
from reporter.attribution.trees import (
    QUOTE_MARKS,
    goes_on_from_above,
    is_nominal,
    is_punctuation,
    is_verbal,
    phrase,
    subject_of,
)
from reporter.model import Token

_CARRIED = frozenset({"xcomp", "conj", "advcl", "acl", "pcomp", "prep", "ccomp", "dep", "parataxis"})


def speaker_of(verb: Token) -> Token | None:
    """The head of the phrase that says it, None when the clause names nobody.

    A verb without a subject takes that of the clause that it hangs on: "rose and said", "left, saying", "is expected
    to say", "by saying". A participle on a noun has that noun: "a letter saying". Of two subjects ("who it claims
    were …") the nearer one is the verb's own.
    """
    token = verb
    for _ in range(_MAX_CLIMB):
        subject = nearest_subject(token)
        if subject is not None:
            return None if subject.dep == "expl" else subject
        if token.dep == "relcl":
            return None
        if token.dep == "acl" and is_nominal(token.head):
            return token.head
        if token.dep not in _CARRIED or token.head is token:
            return None
        if token.dep == "ccomp" and any(child.dep == "mark" for child in token.children):
            return None
        if goes_on_from_above(token):
            token = token.head.head
            continue
        controlled = _controlled(token)
        if controlled is not None:
            return controlled
        token = token.head
        if is_nominal(token):
            return None
    return None


def _controlled(verb: Token) -> Token | None:
    """ "led allies to worry": the object of the verb above does what the infinitive says."""
    if verb.dep not in {"xcomp", "advcl", "ccomp"} or not any(child.tag == "TO" for child in verb.children):
        return None
    return next((child for child in verb.head.children if child.dep == "dobj" and verb.head.i < child.i < verb.i), None)


_MAX_CLIMB = 8
_DASHES = frozenset({"—", "–", "--"})


def nearest_subject(verb: Token) -> Token | None:
    found: Token | None = None
    for child in verb.children:
        if child.dep in {"nsubj", "nsubjpass"} and (found is None or abs(child.i - verb.i) < abs(found.i - verb.i)):
            found = child
    return found


def source_phrase(head: Token, verb: Token | None, scene: Scene) -> list[int]:
    """The whole noun phrase with title, apposition and what describes it, less the cue's own clause.

    It stays on the cue's side of every long quotation: a parse that ties a quotation to the speaker is cut there.
    """
    tokens = scene.tokens
    home = scene.quoted[head.i]
    without: list[Token] = []
    if verb is not None:
        without.append(verb)
        without.extend(verb.ancestors())
    without = [token for token in without if token is not head and not _is_above(token, head)]
    # A clause in apposition to the speaker is misread: the speaker's phrase holds no main clause.
    for child in _deep_children(head):
        if child.dep in {"ccomp", "parataxis"} or (child.dep == "appos" and is_verbal(child)):
            without.append(child)
    places = [place for place in phrase(head, without=without) if scene.quoted[place] == home]
    at = places.index(head.i)
    first = last = at
    while first > 0 and _joins(places[first - 1], places[first], scene):
        first -= 1
    while last + 1 < len(places) and _joins(places[last], places[last + 1], scene):
        last += 1
    run = places[first : last + 1]
    dateline = next((k for k in range(at - first, 0, -1) if tokens[run[k]].text in _DASHES), None)
    if dateline is not None:  # "LILLE — Mayor Ada Moreau"
        run = run[dateline + 1 :]
    while run and is_punctuation(tokens[run[-1]]) and tokens[run[-1]].text not in {")", "]"}:
        run.pop()
    while run and is_punctuation(tokens[run[0]]) and tokens[run[0]].text not in {"(", "["}:
        run.pop(0)
    while len(run) > 1 and tokens[run[0]].dep in {"cc", "preconj"} and tokens[run[0]].i < head.i:
        run.pop(0)
    return run or [head.i]


def _joins(left: int, right: int, scene: Scene) -> bool:
    """Whether two places of a phrase stand side by side (marks of a short quotation between them do not part them)."""
    return all(scene.tokens[place].text in QUOTE_MARKS for place in range(left + 1, right))


def _is_above(token: Token, head: Token) -> bool:
    return any(ancestor is token for ancestor in head.ancestors())


def _deep_children(head: Token) -> list[Token]:
    """Children and grandchildren; what a relative clause holds belongs to it ("Weller, who said he would not go")."""
    return [child for near in (head, *head.children) if near.dep != "relcl" for child in near.children]


def subject_phrase(verb: Token, scene: Scene) -> list[int]:
    subject = subject_of(verb)
    return [] if subject is None else source_phrase(subject, verb, scene)

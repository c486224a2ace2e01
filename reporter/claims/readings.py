"""What kind of assertion a clause is: negated or not, how certain, of what can it be checked; the names in it."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from reporter.claims.clauses import AUXILIARIES, SUBJECTS, main_predicate
from reporter.claims.rules import ReadingRules
from reporter.model import Checkability, Modality, Span, Stance, Token

_OBJECTS = frozenset({"dobj", "attr", "pobj"})
_COMPLEMENTS = frozenset({"acomp", "attr", "oprd"})
_QUESTION_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
_SUPERLATIVES = frozenset({"JJS", "RBS"})
"""They can be held against a record: "the worst flood since 1950"."""
_CERTAINTY = (Modality.REPORTED, Modality.CONDITIONAL, Modality.POSSIBLE, Modality.FUTURE)
"""From what marks a claim most to what marks it least."""


def is_negated(tokens: Sequence[Token], rules: ReadingRules) -> bool:
    """Whether the main clause of `tokens` is negated: on its verb, its subject or its object."""
    predicate = main_predicate(tokens)
    undone = {
        token.i for token, after in pairwise(tokens) if after.i == token.i + 1 and after.lower in rules.negation_undone
    }
    if predicate is None:
        return any(token.lower in rules.negations for token in tokens[:1])
    inside = {token.i for token in tokens} - undone
    for child in predicate.children:
        if child.i not in inside:
            continue
        if child.lower in rules.negations and child.dep in {"neg", "advmod", "cc", "preconj"} | SUBJECTS | _OBJECTS:
            return True
        if child.dep in SUBJECTS | _OBJECTS and any(
            part.lower in rules.negations and part.dep in {"det", "neg"} for part in child.children
        ):
            return True
    return any(child.dep == "acomp" and child.child("neg") is not None for child in predicate.children)


def modality_of(
    tokens: Sequence[Token],
    stances: Sequence[Stance],
    cue: Sequence[Token],
    *,
    is_ahead: bool,
    is_anonymous: bool,
    rules: ReadingRules,
) -> Modality:
    """How the main clause of `tokens` is put. `cue` are the words of saying around it, none for the story's own, and
    "would" is a future behind them. `is_ahead`: its date lies after publication; `is_anonymous`: the words of saying
    have no source ("reportedly", "is believed to")."""
    predicate = main_predicate(tokens)
    found: set[Modality] = set()
    if predicate is not None:
        found = _read_predicate(predicate, {token.i for token in tokens}, is_said=bool(cue), rules=rules)
    found |= {rules.adverbs[token.lower] for token in cue if token.lower in rules.adverbs}
    if is_anonymous:
        looks_ahead = any(token.lower in rules.future_adjectives for token in cue)
        found.add(Modality.FUTURE if looks_ahead else Modality.REPORTED)
    if Stance.PROMISING in stances or (is_ahead and not _is_past(predicate)):
        found.add(Modality.FUTURE)
    return next((modality for modality in _CERTAINTY if modality in found), Modality.ASSERTED)


def _read_predicate(predicate: Token, inside: set[int], *, is_said: bool, rules: ReadingRules) -> set[Modality]:
    found: set[Modality] = set()
    has_condition = False
    for child in predicate.children:
        if child.i not in inside:
            continue
        if child.dep in AUXILIARIES and child.lower in rules.modals:
            found.add(rules.modals[child.lower])
        elif child.dep in {"advmod", "prep"} and child.lower in rules.adverbs:
            found.add(rules.adverbs[child.lower])
        elif child.dep == "advcl" and any(mark.lower in rules.condition_marks for mark in child.children):
            has_condition = True
    if any(child.dep in AUXILIARIES and child.lower in rules.would for child in predicate.children):
        found.add(Modality.FUTURE if is_said and not has_condition else Modality.CONDITIONAL)
    if has_condition:
        found.add(Modality.CONDITIONAL)
    found |= _read_infinitive(predicate, rules)
    return found


def _read_infinitive(predicate: Token, rules: ReadingRules) -> set[Modality]:
    """ "appears to", "is believed to", "is due to", "is going to"."""
    has_infinitive = any(
        child.dep in {"xcomp", "ccomp", "advcl"} and any(part.tag == "TO" for part in child.children)
        for child in predicate.children
    )
    is_passive = any(child.dep == "auxpass" for child in predicate.children)
    found: set[Modality] = set()
    if has_infinitive and predicate.lemma in rules.hedging_verbs:
        is_motion = predicate.lemma == "go" and predicate.tag != "VBG"
        if not is_motion:
            found.add(rules.hedging_verbs[predicate.lemma])
    if has_infinitive and is_passive and predicate.lower in rules.reporting_participles:
        found.add(Modality.REPORTED)
    if has_infinitive and is_passive and predicate.lower in rules.future_adjectives:
        found.add(Modality.FUTURE)
    for child in predicate.children:
        if (
            child.dep == "acomp"
            and child.lower in rules.future_adjectives
            and any(part.dep == "xcomp" for part in (*child.children, *predicate.children))
        ):
            found.add(Modality.FUTURE)
    return found


def _is_past(predicate: Token | None) -> bool:
    if predicate is None:
        return False
    return predicate.tag == "VBD" or any(
        child.dep in AUXILIARIES and child.tag == "VBD" and child.lower for child in predicate.children
    )


def checkability_of(
    tokens: Sequence[Token],
    sentence: str,
    stances: Sequence[Stance],
    modality: Modality,
    *,
    is_anonymous: bool,
    rules: ReadingRules,
) -> Checkability:
    """Whether it can be held against the world. A question, then an opinion, then a forecast, else a fact."""
    is_asked = Stance.ASKING in stances and _is_question(tokens, rules)
    if is_asked or sentence.rstrip("\"'”’)» ").endswith(rules.question_mark):
        return Checkability.QUESTION
    predicate = main_predicate(tokens)
    is_wish = bool(stances) and stances[-1] in {Stance.BELIEVING, Stance.ASKING} and not is_anonymous
    if is_wish or (predicate is not None and _judges(predicate, tokens, rules)):
        return Checkability.OPINION
    if modality in {Modality.FUTURE, Modality.CONDITIONAL}:
        return Checkability.FORECAST
    return Checkability.FACT


def _is_question(tokens: Sequence[Token], rules: ReadingRules) -> bool:
    """Whether the clause opens as a question does: "whether the wall was safe", "why nobody came"; no demand does."""
    first = next((token for token in tokens if token.pos != "PUNCT"), None)
    return first is not None and (first.tag in _QUESTION_TAGS or first.lower in rules.question_words)


def _judges(predicate: Token, tokens: Sequence[Token], rules: ReadingRules) -> bool:
    inside = {token.i for token in tokens}
    if predicate.lemma in rules.judging_verbs:
        return True
    for child in predicate.children:
        if child.i not in inside:
            continue
        if child.dep in AUXILIARIES and child.lower in rules.judging_modals:
            return True
        if child.dep == "advmod" and child.lower in rules.judging_words and child.i < predicate.i:
            return True
        if child.dep in _COMPLEMENTS and any(
            part.lower in rules.judging_words and part.tag not in _SUPERLATIVES
            for part in (child, *child.children)
            if part is child or part.dep == "amod"
        ):
            return True
    return False


def names_in(tokens: Sequence[Token], taken: Collection[int], joiners: frozenset[str]) -> tuple[Span, ...]:
    """Runs of proper nouns, with the small words inside of them; none with a token in `taken`, that is in a date."""
    runs: list[list[Token]] = []
    pending: list[Token] = []
    is_open = False
    for token in tokens:
        is_next = not runs or not (runs[-1] or pending) or token.i == (pending or runs[-1])[-1].i + 1
        is_name = token.pos == "PROPN" and token.i not in taken
        if is_name and is_open and is_next:
            runs[-1].extend([*pending, token])
        elif is_name:
            runs.append([token])
            is_open = True
        elif is_open and is_next and not pending and (token.lower in joiners or token.text == "-"):
            pending = [token]
            continue
        else:
            is_open = False
        pending = []
    return tuple(Span(start=run[0].start, end=run[-1].end) for run in runs)

"""How much a claim is worth a check, by points for what a check can hold on to, and each point with its reason."""

from collections.abc import Iterator, Sequence

from reporter.claims.clauses import AUXILIARIES, SUBJECTS
from reporter.claims.rules import WorthRules
from reporter.model import Token, Worthiness, WorthReason

_CLAUSE_DEPS = frozenset({"ROOT", "ccomp", "conj", "relcl", "advcl", "parataxis"})
_COMPARING_TAGS = frozenset({"JJR", "JJS", "RBR", "RBS"})
_PAST_TAGS = frozenset({"VBD"})
_PRESENT_TAGS = frozenset({"VBZ", "VBP", "VBG"})
_ADDRESSING_DEPS = frozenset({"npadvmod", "intj", "vocative"})
_FULL_LENGTH = 30
"""Words from which a longer sentence is worth no more."""
_SHORT, _SHORTISH = 7, 10
_MANY_NAMES = 3
_MOST_COUNTED = 4


def worthiness_of(tokens: Sequence[Token], rules: WorthRules) -> Worthiness:
    """The score of the clause (or sentence) `tokens`, 0 to 1, and what made it, the weightiest reason first.

    The kinds of evidence are those that annotators of check-worthy sentences named and that rankers of them lean on:
    figures, comparisons, names, public records, deeds done (Hassan et al. 2017, ClaimBuster; Barrón-Cedeño et al.
    2018-2020, CheckThat! labs); against them what nobody can look up: questions, wishes, duties, forecasts, beliefs.
    """
    words = [token for token in tokens if token.pos not in {"PUNCT", "SPACE"}]
    if not words:
        return Worthiness(score=0.0)
    found = [(reason, rules.points[reason] * times) for reason, times in _evidence(tokens, words, rules)]
    length = min(len(words), _FULL_LENGTH) / _FULL_LENGTH * rules.length_points
    score = min(1.0, max(0.0, (sum(points for _, points in found) + length) / 100))
    found.sort(key=lambda one: -abs(one[1]))
    return Worthiness(score=round(score, 2), reasons=tuple(reason for reason, points in found if points))


def _evidence(
    tokens: Sequence[Token], words: Sequence[Token], rules: WorthRules
) -> Iterator[tuple[WorthReason, float]]:
    """Each kind of evidence with how often its points count."""
    figures = sum(_is_figure(token, rules) for token in tokens)
    if figures:
        yield WorthReason.FIGURE, 1 + 0.15 * min(2, figures - 1)
    if any(token.tag in _COMPARING_TAGS or token.lower in rules.comparing_words for token in tokens):
        yield WorthReason.COMPARISON, 1
    names = sum(token.pos == "PROPN" and token.dep not in _ADDRESSING_DEPS for token in tokens)
    if names:
        yield WorthReason.NAMES, 1 + 0.4 * (names >= _MANY_NAMES)
    records = {token.lemma.lower() for token in tokens if _is_record(token, rules)}
    if records:
        yield WorthReason.RECORD, 1 + 0.3 * min(_MOST_COUNTED - 1, len(records) - 1)
    yield from _done(tokens, rules)
    yield from _not_to_be_looked_up(tokens, rules, has_figure=bool(figures))
    if len(words) < _SHORT:
        yield WorthReason.SHORT, 1
    elif len(words) < _SHORTISH:
        yield WorthReason.SHORT, 0.4


def _is_figure(token: Token, rules: WorthRules) -> bool:
    if token.text.isdecimal() and len(token.text) == 4 and token.text[:2] in {"18", "19", "20"}:
        return False  # a year
    return (token.tag == "CD" and token.lower not in rules.uncounted) or token.lower in rules.measure_words


def _is_record(token: Token, rules: WorthRules) -> bool:
    return token.pos in {"NOUN", "PROPN", "ADJ"} and not {token.lower, token.lemma.lower()}.isdisjoint(
        rules.record_words
    )


def _done(tokens: Sequence[Token], rules: WorthRules) -> Iterator[tuple[WorthReason, float]]:
    """The weightiest thing that a verb of the clause tells as done: a deed, a saying, any event; a deed going on."""
    inside = {token.i for token in tokens}
    kinds: set[str] = set()
    for verb in tokens:
        if verb.pos not in {"VERB", "AUX"} or (verb.dep not in _CLAUSE_DEPS and verb.head.i in inside):
            continue
        lemma = verb.lemma.lower()
        if _is_past(verb, rules):
            if lemma in rules.deeds:
                kinds.add("deed")
            elif lemma in rules.sayings:
                kinds.add("saying")
            elif lemma not in rules.minds:
                kinds.add("event")
        elif verb.tag in _PRESENT_TAGS and lemma in rules.deeds:
            kinds.add("going on")
    for kind, reason, times in (
        ("deed", WorthReason.DEED, 1.0),
        ("saying", WorthReason.SAYING, 1.0),
        ("event", WorthReason.EVENT, 1.0),
        ("going on", WorthReason.DEED, 0.4),
    ):
        if kind in kinds:
            yield reason, times
            return


def _is_past(verb: Token, rules: WorthRules) -> bool:
    helpers = [child for child in verb.children if child.dep in AUXILIARIES]
    if verb.tag in _PAST_TAGS or any(helper.lower in rules.past_helpers for helper in helpers):
        return True
    return verb.tag == "VBN" and (
        not helpers or any(helper.tag in _PAST_TAGS or helper.lemma.lower() in rules.perfect for helper in helpers)
    )


def _not_to_be_looked_up(
    tokens: Sequence[Token], rules: WorthRules, *, has_figure: bool
) -> Iterator[tuple[WorthReason, float]]:
    lower = {token.lower for token in tokens}
    if tokens[-1].text in rules.question_marks:
        yield WorthReason.QUESTION, 1
    if not lower.isdisjoint(rules.duties):
        yield WorthReason.DUTY, 1
    root = _root(tokens)
    helpers = {child.lower for child in root.children if child.dep == "aux"}
    subject = next((child for child in root.children if child.dep in SUBJECTS), None)
    if not helpers.isdisjoint(rules.modals):
        yield WorthReason.FORECAST, 1
    if root.tag == "VB" and not helpers and subject is None:
        yield WorthReason.ORDER, 1
    if subject is not None and subject.lower in rules.speakers:
        yield WorthReason.BELIEF, 1 if root.lemma.lower() in rules.minds else 0.5
    is_bare = subject is not None and subject.lower in rules.empty_subjects and root.lemma.lower() in rules.copulas
    if is_bare and not has_figure:
        yield WorthReason.VAGUE, 1
    if root.lemma.lower() in rules.wishes:
        yield WorthReason.WISH, 1
    if not lower.isdisjoint(rules.conditions):
        yield WorthReason.CONDITION, 1
    if not lower.isdisjoint(rules.asides):
        yield WorthReason.ASIDE, 1


def _root(tokens: Sequence[Token]) -> Token:
    inside = {token.i for token in tokens}
    heads = [token for token in tokens if token.is_root or token.head.i not in inside]
    return next((token for token in heads if token.pos in {"VERB", "AUX"}), heads[0] if heads else tokens[0])

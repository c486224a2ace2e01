"""Which way the clause around an expression looks: the tense of the verb that governs it, read off the parse."""

from dataclasses import dataclass, replace
from enum import Enum

from reporter.dates.rules import Grammar
from reporter.model import Parse, Span, Token


class Look(Enum):
    """How the clause looks at the time that it names, and by what it shows."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    PLANNED = "planned"
    REPORTED = "reported"
    """A reporting verb governs it: the time of the saying."""
    UNKNOWN = "unknown"

    @property
    def is_ahead(self) -> bool:
        return self in (Look.FUTURE, Look.PLANNED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """How a clause looks, and the word that shows it ("" for none)."""

    look: Look
    shown_by: str = ""
    is_direct: bool = True
    """Whether the expression hangs on the verb itself, not on a noun ("the visit in September was off")."""
    is_old_plan: bool = False
    """Whether what was planned is told in the past: "was due to speak on Sunday"."""
    lemma: str = ""
    """Of the verb, where its own tense shows the look."""


_MOST_DEPENDENTS = 100
"""Of one word: more hang on it only in what is no sentence, and each of them would be asked of all the others."""


def _near(token: Token) -> list[Token]:
    return token.children[:_MOST_DEPENDENTS]


_NO_CLAUSE = Clause(look=Look.UNKNOWN)
_CLIMB = 12
"""Steps from an expression to its verb; farther ones are misparses."""


def clause_of(span: Span, parse: Parse, grammar: Grammar) -> Clause:
    """The look of the clause that holds `span`, by its governing verb.

    Method: climb from the expression's head to the nearest verb, then read the tense off its auxiliaries; a bare
    infinitive or participle takes the look of what governs it.
    """
    tokens = parse.tokens_in(span)
    if not tokens:
        return _NO_CLAUSE
    said = _saying_before(tokens[0], parse, grammar)
    if said is not None:
        return Clause(look=Look.REPORTED, shown_by=said.text)
    inside = {token.i for token in tokens}
    head = next((token for token in tokens if token.is_root or token.head.i not in inside), tokens[-1])
    token = head
    through_noun = by_conjunction = False
    for _ in range(_CLIMB):
        if through_noun and token.lower in grammar.awaiting:
            return Clause(look=Look.PLANNED, shown_by=token.text)
        if token.pos in grammar.verb_pos:
            if head.head.lower in grammar.purpose and head.head.head is token and _appoints(token, grammar):
                return _plan(token, grammar, f"{token.text} {head.head.text}")
            if head.dep in grammar.owner_deps and _reacts(token, grammar):
                return Clause(look=Look.PAST, shown_by=token.text, is_direct=False)
            clause = _of_verb(token, grammar, may_report=not through_noun)
            if through_noun and clause.look is Look.PRESENT and token.lemma.lower() in grammar.facing:
                return Clause(look=Look.PLANNED, shown_by=token.text)
            return replace(clause, is_direct=False) if through_noun else clause
        if token is not head and _has_been(token, head, grammar):
            return Clause(look=Look.PAST, shown_by=token.text, is_direct=False)
        if token is not head and (token.lemma.lower() in grammar.scheduling and not _is_met(token, grammar)):
            return Clause(look=Look.PLANNED, shown_by=token.text)
        if token.is_root:
            break
        if token is not head and token.pos in _NAMING and not by_conjunction:
            through_noun = True
        by_conjunction = token.dep in grammar.conjunct_deps
        token = token.head
    return _of_fragment(token, grammar)


def _saying_before(first: Token, parse: Parse, grammar: Grammar) -> Token | None:
    """The verb of a saying right before a time, whatever the parse ties that to: "said Monday the road will open".

    Of 71 weekdays with such a verb before them in annotated news none lay ahead.
    """
    for place in (first.i - 1, first.i - 2):
        if place < 0 or parse.tokens[place].sentence != first.sentence:
            return None
        token = parse.tokens[place]
        if token.pos in grammar.verb_pos and token.tag in grammar.past_tags:
            return token if token.lemma.lower() in grammar.reporting else None
        if token.lower not in grammar.time_prepositions:
            return None
    return None


def _has_been(noun: Token, day: Token, grammar: Grammar) -> bool:
    """Whether it is an event that is only told of after it came: "the crash on Friday", "Sunday's win"."""
    lemma = noun.lemma.lower()
    return lemma in grammar.unforeseen or (
        lemma in grammar.outcomes and day.head is noun and day.dep in grammar.owner_deps
    )


def _is_met(deadline: Token, grammar: Grammar) -> bool:
    """Whether a deadline is one that was met or missed: "sold by the Friday deadline", "missed the Friday deadline"."""
    governor = deadline.head
    return governor.lower in grammar.limits or governor.lemma.lower() in grammar.meeting


def _reacts(verb: Token, grammar: Grammar) -> bool:
    """Whether it answers what has been: "to appeal Friday's verdict", "ways to get around Friday's ruling"."""
    lemma = verb.lemma.lower()
    return lemma in grammar.reacting or any(f"{lemma} {child.lower}" in grammar.reacting for child in _near(verb))


def _appoints(verb: Token, grammar: Grammar) -> bool:
    return verb.tag in grammar.past_participle_tags and verb.lemma.lower() in grammar.appointing


def is_personal_name(token: Token, grammar: Grammar) -> bool:
    """Whether the parse takes a weekday or a month for part of an actor's name: "Theresa May", "April Jones"."""
    if token.dep in grammar.compound_deps and token.head.i == token.i + 1:
        surname = token.head
        return surname.pos == "PROPN" and surname.dep in grammar.agent_deps and surname.text.istitle()
    if token.pos != "PROPN" or token.dep not in grammar.actor_deps:
        return False
    before = [child for child in _near(token) if child.dep in grammar.compound_deps and child.i == token.i - 1]
    return any(child.pos == "PROPN" and child.text.istitle() for child in before)


def stands_alone(token: Token, grammar: Grammar) -> bool:
    """False for a word that only qualifies or numbers its neighbour: "the night nurse", "Flight 1998"."""
    if token.dep in grammar.compound_deps and token.head.i > token.i:
        return False
    return not (token.dep in grammar.number_deps and token.head.i == token.i - 1)


_NAMING = frozenset({"NOUN", "PROPN", "PRON"})


def _of_fragment(root: Token, grammar: Grammar) -> Clause:
    """A clause without a verb as its head: a headline, a list; a modal or an infinitive may still hang on it."""
    for child in _near(root):
        if child.lower in grammar.future_modals:
            return Clause(look=Look.FUTURE, shown_by=child.text)
    return _NO_CLAUSE


def _of_verb(verb: Token, grammar: Grammar, *, may_report: bool) -> Clause:
    for _ in range(_CLIMB):
        helpers = _helpers(verb, grammar)
        if verb.dep in grammar.auxiliary_deps and not verb.is_root:
            verb = verb.head
            continue
        clause = _of_helpers(verb, helpers, grammar)
        if clause is not None:
            if clause.look is Look.PAST and _waits(verb, grammar):
                awaited = verb.head.head if verb.head.lower in grammar.promptness else verb.head
                ahead = _of_verb(awaited, grammar, may_report=False)
                clause = ahead if ahead.look.is_ahead else clause
            if clause.look in (Look.PAST, Look.PRESENT) and may_report and verb.lemma.lower() in grammar.reporting:
                return Clause(look=Look.REPORTED, shown_by=verb.text)
            return clause
        if verb.is_root:
            break
        governor = verb.head
        if governor.lemma.lower() in grammar.planning:
            look = Look.PAST if _is_over(governor, grammar) else Look.PLANNED
            return _plan(governor, grammar) if look is Look.PLANNED else Clause(look=look, shown_by=governor.text)
        if governor.pos not in grammar.verb_pos and governor.pos not in _NAMING and not governor.is_root:
            governor = governor.head
            if governor.lemma.lower() in grammar.planning:
                return Clause(look=Look.PLANNED, shown_by=governor.text)
        if governor.pos in _NAMING and _is_ranked(governor, grammar):
            may_report = False
            verb = next((one for one in governor.ancestors() if one.pos in grammar.verb_pos), verb)
            if verb.tag not in grammar.infinitive_tags:
                continue
        if governor.pos not in grammar.verb_pos:
            return _of_open(verb, helpers, grammar)
        # "is to meet on Monday"
        if governor.lemma.lower() in grammar.be and verb.tag in grammar.infinitive_tags and verb.i > governor.i:
            return Clause(look=Look.PLANNED, shown_by=governor.text)
        may_report = False
        verb = governor
    return _of_open(verb, [], grammar)


def _plan(planner: Token, grammar: Grammar, shown_by: str = "") -> Clause:
    return Clause(
        look=Look.PLANNED, shown_by=shown_by or planner.text, is_old_plan=_is_told_in_the_past(planner, grammar)
    )


def _is_told_in_the_past(planner: Token, grammar: Grammar) -> bool:
    """By the tense of the plan itself, for a bare participle of what its noun does: "a rally planned … was banned"."""
    if planner.tag in grammar.past_tags:
        return True
    helpers = _helpers(planner, grammar)
    if helpers or planner.head.pos not in _NAMING:
        near = helpers or [planner.head]
        return any(one.tag in grammar.past_tags for one in near)
    verb = next((one for one in planner.head.ancestors() if one.pos in grammar.verb_pos), None)
    return verb is not None and _of_verb(verb, grammar, may_report=False).look is Look.PAST


def _helpers(verb: Token, grammar: Grammar) -> list[Token]:
    """The auxiliaries of `verb`; a joined participle shares those of the first: "will be tried and sentenced"."""
    for _ in range(_CLIMB):
        helpers = [child for child in _near(verb) if child.dep in grammar.auxiliary_deps]
        is_joined = verb.dep in grammar.conjunct_deps and verb.tag in grammar.past_participle_tags
        if helpers or not is_joined or verb.head.tag not in grammar.past_participle_tags:
            return helpers
        verb = verb.head
    return []


def _waits(verb: Token, grammar: Grammar) -> bool:
    """Whether its clause says what is waited for: "to buy as soon as trading opened Monday"."""
    if verb.dep not in grammar.adverbial_clause_deps:
        return False
    before = (child for child in _near(verb) if child.i < verb.i)
    return verb.head.lower in grammar.promptness or any(child.lower in grammar.waiting for child in before)


def _is_ranked(noun: Token, grammar: Grammar) -> bool:
    """Whether `noun` is the first, last or greatest of its kind: "the only ship to reach port on Friday"."""
    return any(child.lower in grammar.ranking or child.tag in grammar.ranking_tags for child in _near(noun))


def _came_to_nothing(verb: Token, grammar: Grammar) -> bool:
    """Whether what was planned is told not to have come: "was expected Friday but never came"."""
    joined = [child for child in _near(verb) if child.dep in grammar.conjunct_deps]
    return any(
        child.dep in grammar.negation_deps
        for one in joined
        for child in _near(one)
        if one.tag in grammar.past_tags
        or any(other.tag in grammar.past_tags and other.dep in grammar.auxiliary_deps for other in _near(one))
    )


def _is_over(governor: Token, grammar: Grammar) -> bool:
    """Whether a plan is told as gone by: "had been due to", "had planned to"."""
    near = (*_near(governor), *_near(governor.head)) if governor.pos not in grammar.verb_pos else _near(governor)
    return any(
        token.tag in grammar.past_tags and token.lemma.lower() in grammar.have and token.dep in grammar.auxiliary_deps
        for token in near
    )


def _of_open(verb: Token, helpers: list[Token], grammar: Grammar) -> Clause:
    """An infinitive or a participle that nothing finite governs: "Council to meet Monday"."""
    if verb.tag in grammar.infinitive_tags and helpers:
        return Clause(look=Look.PLANNED, shown_by=f"{helpers[-1].text} {verb.text}")
    return _NO_CLAUSE


def _of_helpers(verb: Token, helpers: list[Token], grammar: Grammar) -> Clause | None:
    """The look of a finite verb group, None where it takes that of its governor."""
    words = [helper.lower for helper in helpers]
    for helper, word in zip(helpers, words, strict=True):
        if word in grammar.future_modals:
            return Clause(look=Look.FUTURE, shown_by=f"{helper.text} {verb.text}")
    has_perfect = any(helper.lemma.lower() in grammar.have for helper in helpers)
    for helper, word in zip(helpers, words, strict=True):
        if word in grammar.open_modals and not has_perfect:
            return Clause(look=Look.FUTURE, shown_by=f"{helper.text} {verb.text}")
    has_particle = any(child.dep in grammar.particle_deps for child in _near(verb))
    if verb.lemma.lower() in grammar.scheduling and verb.tag not in grammar.infinitive_tags and not has_particle:
        # "had been due on Friday" is over; "planned a march for Friday", "is due on Friday" are to come.
        is_over = _came_to_nothing(verb, grammar) or any(
            helper.tag in grammar.past_tags and helper.lemma.lower() in grammar.have for helper in helpers
        )
        return Clause(look=Look.PAST, shown_by=verb.text) if is_over else _plan(verb, grammar)
    if verb.tag in grammar.past_participle_tags:
        if not helpers or has_perfect or any(helper.tag in grammar.past_tags for helper in helpers):
            return Clause(look=Look.PAST, shown_by=verb.text)
        if any(helper.tag in grammar.present_tags for helper in helpers):
            return Clause(look=Look.PRESENT, shown_by=verb.text)
        return None
    if verb.tag in grammar.past_tags:
        return Clause(look=Look.PAST, shown_by=verb.text, lemma=verb.lemma.lower())
    if verb.tag in grammar.present_tags:
        # Written as in the past, and news is about what has been: "Shares hit a record on Friday".
        is_past = verb.lower == verb.lemma.lower() and verb.lower in grammar.unmarked_past
        return Clause(look=Look.PAST if is_past else Look.PRESENT, shown_by=verb.text)
    if verb.tag in grammar.present_participle_tags:
        if has_perfect or any(helper.tag in grammar.past_tags for helper in helpers):
            return Clause(look=Look.PAST, shown_by=verb.text)
        if any(helper.tag in grammar.present_tags for helper in helpers):
            return Clause(look=Look.FUTURE, shown_by=f"{helpers[-1].text} {verb.text}")
        return None
    if verb.tag in grammar.infinitive_tags:
        past = next((helper for helper in helpers if helper.tag in grammar.past_tags), None)
        if past is not None:
            return Clause(look=Look.PAST, shown_by=f"{past.text} {verb.text}")
        if any(helper.tag in grammar.present_tags for helper in helpers):
            return Clause(look=Look.PRESENT, shown_by=verb.text)
    return None

"""When it was said and when it is said to have happened: never the one for the other."""

from collections.abc import Collection, Iterable, Sequence

from reporter.claims.clauses import AUXILIARIES
from reporter.model import Direction, Parse, TimeExpression, Token


def is_when(time: TimeExpression) -> bool:
    """Whether it says when, rather than how long or how often."""
    return time.interval is not None or time.value is None or time.proof.direction is not Direction.NONE


def opens_content(
    time: TimeExpression, parse: Parse, cue: Collection[int], content: Sequence[Token]
) -> tuple[Token, ...]:
    """The tokens of a day that was taken for the head of a content but dates the saying ("said on Sunday it would
    review the case"); none where it does not stand right behind the words of saying.

    A weekday right after a reporting verb is that of the saying: of 71 in annotated news none looked ahead.
    """
    tokens = parse.tokens_in(time.span)
    if not tokens or not content or not cue or max(cue) != content[0].i - 1:
        return ()
    lead = [token for token in content if token.i <= tokens[-1].i]
    rest = len(lead) - len(tokens)
    is_bare = rest == 0 and tokens[-1].dep == "npadvmod"
    is_prepositional = rest == 1 and lead[0].pos == "ADP" and tokens[-1].head is lead[0]
    if not (is_bare or is_prepositional) or len(content) <= len(lead) or tokens[0].i < lead[0].i:
        return ()
    after = content[len(lead)]
    return () if after.pos in {"PART", "PUNCT"} else tuple(lead)


def dates_saying(
    time: TimeExpression, parse: Parse, cue: Collection[int], source: Collection[int], content: Collection[int]
) -> bool:
    """Whether a time expression outside the content dates the saying; the collections hold token numbers.

    The first verb that governs it decides: it must be the cue's. What hangs on the source's noun ("a report in 2014")
    or on a cue that is no verb dates the saying too; what hangs on another verb ("Jonas, who resigned in 2014") does
    not, nor what hangs on a noun below such a verb ("Jonas, whose party won 38 seats in 2014").
    """
    tokens = parse.tokens_in(time.span)
    if not tokens or any(token.i in content for token in tokens):
        return False
    is_of_source = False
    for token in governors(tokens):
        if token.i in cue:
            return True
        if token.i in content or _is_verb(token):
            return False
        is_of_source = is_of_source or token.i in source
    return is_of_source


def dates_happening(time: TimeExpression, parse: Parse, claim: Collection[int]) -> bool:
    """Whether a time expression dates what is claimed: it stands in its words, or hangs on one of their verbs."""
    tokens = parse.tokens_in(time.span)
    if not tokens:
        return False
    if all(token.i in claim for token in tokens):
        return True
    governor = next((token for token in governors(tokens) if _is_verb(token)), None)
    return governor is not None and governor.i in claim


def touching(time: TimeExpression, parse: Parse) -> tuple[Token, ...]:
    """The tokens of which a claim must hold one to be dated by the time: its own first one, and its verb."""
    tokens = parse.tokens_in(time.span)
    verb = next((token for token in governors(tokens) if _is_verb(token)), None)
    return (*tokens[:1], *((verb,) if verb is not None else ()))


def governors(tokens: Sequence[Token]) -> Iterable[Token]:
    """What governs the whole of `tokens`, from the nearest up."""
    inside = {token.i for token in tokens}
    top = next((token for token in tokens if not token.is_root and token.head.i not in inside), None)
    return top.ancestors() if top is not None else ()


def _is_verb(token: Token) -> bool:
    return token.pos in {"VERB", "AUX"} and token.dep not in AUXILIARIES

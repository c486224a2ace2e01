"""From the tokens of an assertion to its spans and its text."""

from collections.abc import Sequence

from reporter.claims.clauses import main_predicate
from reporter.claims.rules import ClaimRules
from reporter.model import Span, Token

_PAIRS = {"“": "”", "‘": "’", "«": "»", '"': '"', "''": "''", "``": "''", "'": "'", "(": ")", "[": "]"}
_CLOSERS = frozenset(_PAIRS.values())
_STOPS = frozenset({",", ";", ":", ".", "-", "–", "—", "--", "…", "..."})


def with_marks(tokens: Sequence[Token], every: Sequence[Token]) -> list[Token]:
    """`tokens` with the quotation mark right behind them that closes one in them; `every` are those of the story."""
    kept = list(tokens)
    if not kept or kept[-1].i + 1 >= len(every):
        return kept
    after = every[kept[-1].i + 1]
    openers = [opener for opener, closer in _PAIRS.items() if closer == after.text]
    opened = sum(1 for token in kept if token.text in openers)
    closed = sum(1 for token in kept if token.text == after.text)
    is_open = opened % 2 == 1 if after.text in openers else opened > closed
    return [*kept, after] if openers and is_open and after.sentence == kept[-1].sentence else kept


def stripped(tokens: Sequence[Token], rules: ClaimRules) -> list[Token]:
    """`tokens` without the openings and the marks at their edges that are no part of what is asserted.

    Quotation marks and brackets go only where their partner is missing or stands at the other edge.
    """
    kept = list(tokens)
    predicate = main_predicate(tokens)
    while kept:
        if kept[0].text in _STOPS or _is_opening(kept[0], predicate, rules):
            kept.pop(0)
        elif kept[-1].text in _STOPS or kept[-1].dep == "cc":
            kept.pop()
        elif kept[0].text in _PAIRS:
            partner = _partner(kept)
            if partner is not None and partner < len(kept) - 1:
                break
            kept = kept[1:] if partner is None else kept[1:-1]
        elif kept[0].text in _CLOSERS:
            kept.pop(0)
        elif kept[-1].text in _CLOSERS | set(_PAIRS) and not _is_closed(kept):
            kept.pop()
        else:
            break
    while kept and (kept[-1].text in _STOPS or (kept[-1].text in _CLOSERS | set(_PAIRS) and not _is_closed(kept))):
        kept.pop()
    return kept


def _is_opening(token: Token, predicate: Token | None, rules: ClaimRules) -> bool:
    """Whether `token` only ties the clause of `predicate` to what stands around it."""
    if token.dep == "cc":
        return token.lower in rules.dropped_openings
    if token.head is not predicate:
        return False
    if token.dep == "mark":
        return token.lower in rules.complementisers or token.lower in rules.dropped_openings
    return token.dep == "advmod" and token.tag == "WRB" and token.lower in rules.dropped_openings


def _partner(tokens: Sequence[Token]) -> int | None:
    """Where the mark at the head of `tokens` is closed."""
    close = _PAIRS[tokens[0].text]
    return next((k for k, token in enumerate(tokens) if k > 0 and token.text == close), None)


def _is_closed(tokens: Sequence[Token]) -> bool:
    """Whether the closing mark at the end of `tokens` was opened in them."""
    close = tokens[-1].text
    openers = {opener for opener, closer in _PAIRS.items() if closer == close}
    if close in openers:
        return sum(1 for token in tokens if token.text == close) % 2 == 0
    return sum(1 for token in tokens if token.text in openers) >= sum(1 for token in tokens if token.text == close)


def spans_of(tokens: Sequence[Token]) -> tuple[Span, ...]:
    """The runs of neighbouring tokens as spans, without stops at the edges of a run."""
    runs: list[list[Token]] = []
    for token in tokens:
        if runs and token.i == runs[-1][-1].i + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    spans = []
    for number, run in enumerate(runs):
        while run and run[0].text in _STOPS:
            run.pop(0)
        while run and run[-1].text in _STOPS and (number < len(runs) - 1 or run[-1].text != "..."):
            run.pop()
        if run:
            spans.append(Span(start=run[0].start, end=run[-1].end))
    return tuple(spans)


def written(spans: Sequence[Span], text: str) -> str:
    """The words of `spans`, with every run of white space as one blank."""
    return " ".join(" ".join(span.of(text).split()) for span in spans)

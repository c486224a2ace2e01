"""Numbers as a sentence writes them, exactly, with how far each may be off for rounding.

The sums of a story are checked with these rather than with the quantities of its claims: a sum runs across the
clauses of a sentence, and a claim is one clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from reporter.model import Span, Token
from reporter.verification.words import FlagWords

_DIGITS = re.compile(r"(\d{1,3}(?:,\d{2,3})+|\d{1,12})(?:\.(\d{1,6}))?")
_HUNDRED = 100
LEFT = 4
"""Words before a number in which "about" or "more than" may stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number: `slack` is half of its last written digit where it was rounded (a decimal, a multiplier), else 0.

    `noun` is what it counts, itself the head where it stands alone ("nine were women"). `low` and `high` are open
    (None) where the words leave that side open ("more than 40").
    """

    first: Token
    last: Token
    value: Fraction
    slack: Fraction
    is_percent: bool
    is_loose: bool
    """ "about", "nearly": not meant exactly."""
    is_floor: bool
    """ "at least", "more than"."""
    is_ceiling: bool
    """ "at most", "up to", "fewer than"."""
    noun: Token

    @property
    def span(self) -> Span:
        """The number with the noun that it counts, where that follows."""
        return Span(start=self.first.start, end=max(self.last.end, self.noun.end))

    @property
    def own_span(self) -> Span:
        return Span(start=self.first.start, end=self.last.end)

    @property
    def low(self) -> Fraction:
        return self.value - self.slack

    @property
    def high(self) -> Fraction:
        return self.value + self.slack

    @property
    def is_exact(self) -> bool:
        return not (self.is_loose or self.is_floor or self.is_ceiling)


def numbers(tokens: Sequence[Token], taken: frozenset[int], words: FlagWords) -> tuple[Number, ...]:
    """The numbers among the tokens of one sentence, in text order; none of those `taken` by dates."""
    found: list[Number] = []
    k = 0
    while k < len(tokens):
        read = None if tokens[k].i in taken else _read(tokens, k, taken, words)
        if read is None:
            k += 1
            continue
        number, k = read
        found.append(number)
    return tuple(found)


def _read(tokens: Sequence[Token], k: int, taken: frozenset[int], words: FlagWords) -> tuple[Number, int] | None:
    first = tokens[k]
    plain = _plain(first.text, words)
    if plain is None or _is_label(tokens, k, words):
        return None
    value, slack = plain
    last = k
    while last + 1 < len(tokens) and tokens[last + 1].i not in taken:
        following = tokens[last + 1].lower
        if following in words.number_multipliers:
            scale = words.number_multipliers[following]
            slack = (slack or (Fraction(1, 2) if first.text[0].isdigit() or scale > _HUNDRED else Fraction(0))) * scale
            value *= scale
            last += 1
        else:
            break
    is_percent = False
    after = [token.lower for token in tokens[last + 1 : last + 3]]
    if after[:1] and after[0] in words.percent_words:
        is_percent, last = True, last + 1
    elif tuple(after) in words.percent_phrases:
        is_percent, last = True, last + 2
    if is_percent:
        slack = slack or Fraction(1, 2)
    before = [token.lower for token in tokens[max(0, k - LEFT) : k]]
    top = tokens[last] if is_percent else first
    number = Number(
        first=first,
        last=tokens[last],
        value=value,
        slack=slack,
        is_percent=is_percent,
        is_loose=_ends(before, words.loose_phrases),
        is_floor=_ends(before, words.floor_phrases),
        is_ceiling=_ends(before, words.ceiling_phrases),
        noun=_counted(top, tokens[last]),
    )
    return number, last + 1


def _plain(text: str, words: FlagWords) -> tuple[Fraction, Fraction] | None:
    """The value of one word, and half of its last decimal."""
    match = _DIGITS.fullmatch(text)
    if match is not None:
        decimals = match[2] or ""
        value = Fraction(int(match[1].replace(",", "") + decimals), 10 ** len(decimals))
        return value, Fraction(1, 2 * 10 ** len(decimals)) if decimals else Fraction(0)
    low = text.lower()
    if low in words.number_words:
        return Fraction(words.number_words[low]), Fraction(0)
    tens, dash, ones = low.partition("-")
    if dash and tens in words.number_words and ones in words.number_words:
        return Fraction(words.number_words[tens] + words.number_words[ones]), Fraction(0)
    return None


def _is_label(tokens: Sequence[Token], k: int, words: FlagWords) -> bool:
    """ "Route 66", "page 3", an age between commas ("Brenn, 54,"), a part of a score ("3-1") or of a name."""
    token = tokens[k]
    before = tokens[k - 1] if k else None
    if before is not None and before.pos == "PROPN" and token.head is before:
        return True
    if token.dep in ("compound", "npadvmod") and token.head.pos == "PROPN":
        return True
    if token.dep == "appos" and token.head.pos == "PROPN":
        return True
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    joins = {"-", "–", "/", ":"}
    return any(mark is not None and mark.text in joins and _touch(mark, token) for mark in (before, after)) or (
        token.lower in words.single_words and not (after is not None and after.lower in words.number_multipliers)
    )


def _touch(mark: Token, token: Token) -> bool:
    return mark.end == token.start or token.end == mark.start


def _ends(before: list[str], phrases: frozenset[tuple[str, ...]]) -> bool:
    return any(tuple(before[-len(phrase) :]) == phrase for phrase in phrases)


def _counted(top: Token, last: Token) -> Token:
    """The noun that the number counts; for one that stands alone, the number itself."""
    token = top
    while token.dep in ("nummod", "quantmod", "compound", "nmod", "amod") and not token.is_root:
        if token.head.pos not in ("NOUN", "PROPN", "NUM", "SYM", "ADJ", "ADV", "ADP"):
            break
        token = token.head
    return token if token.i >= last.i or token.pos in ("NOUN", "PROPN", "ADJ") else last

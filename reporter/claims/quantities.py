"""Quantities: counts, measures, shares and sums of money, and how firm they are."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from reporter.claims.rules import Phrase, QuantityRules
from reporter.model import Bound, Quantity, Span, Token

_DIGITS = re.compile(r"(\d{1,3}(?:,\d{2,3}){1,6}|\d{1,15})(\.\d{1,6})?([a-z]{1,3})?")
_LONGEST_PHRASE = 5
_UNIT_REACH = 4
"""How many words may stand between a number and the noun that it counts."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A number read from `tokens[first:last]`."""

    value: float
    first: int
    last: int
    is_bare: bool = True
    """No multiplier in it."""


def find_quantities(
    tokens: Sequence[Token], text: str, taken: Collection[int], rules: QuantityRules
) -> tuple[Quantity, ...]:
    """The quantities among `tokens`, in text order; none overlaps another.

    `tokens` are those of one claim, in text order; `text` is the article's; `taken` the numbers of the tokens that are
    part of a date or a time. Ordinals, ages, scores, labels ("Route 66", "page 3") and numbers inside of names ("F-16")
    are no quantities.
    """
    free = [token for token in tokens if token.i not in taken]
    reader = _Reader(free, text, rules)
    found: list[Quantity] = []
    k = 0
    while k < len(free):
        quantity, k = reader.read(k)
        if quantity is not None:
            found.append(quantity)
    return tuple(found)


class _Reader:
    def __init__(self, tokens: Sequence[Token], text: str, rules: QuantityRules) -> None:
        self.tokens = tokens
        self.text = text
        self.rules = rules

    def read(self, k: int) -> tuple[Quantity | None, int]:
        """The quantity that begins at token `k`, if one does, and where to read on."""
        number = self._ratio(k) or self._fraction(k)
        if number is not None:
            whole = self._number(number.last + 1) if self._lower(number.last) == self.rules.of else None
            if whole is not None and self._lower(whole.first) in self.rules.single:
                number = _Number(number.value * whole.value, number.first, whole.last, is_bare=False)
            return self._counted(number, None)
        number = self._number(k)
        if number is not None:
            if self._is_label(number):
                return None, self._past_score(number.last)
            return self._in_range(number)
        last = self._vague(k)
        if last is not None:
            return self._vague_quantity(k, last)
        return None, k + 1

    # Numbers

    def _number(self, k: int) -> _Number | None:
        rules = self.rules
        token = self._at(k)
        if token is None:
            return None
        if token.lower in rules.single:
            multiplier = self._at(k + 1)
            if multiplier is None or multiplier.lower not in rules.multipliers or multiplier.lower in rules.suffixes:
                return None
            return self._multiplied(1.0, k, k + 1)
        match = _DIGITS.fullmatch(token.lower)
        if match is not None:
            value = float(match[1].replace(",", "") + (match[2] or ""))
            suffix = match[3]
            if suffix is None:
                return self._multiplied(value, k, k + 1)
            if suffix not in rules.suffixes:
                return None
            return _Number(value * rules.suffixes[suffix], k, k + 1, is_bare=False)
        if token.lower in rules.numbers:
            return self._worded(k)
        return None

    def _worded(self, k: int) -> _Number:
        """A number in words: tens and units with or without a hyphen, then multipliers."""
        numbers = self.rules.numbers
        value = numbers[self.tokens[k].lower]
        last = k + 1
        tens = 20
        if value >= tens:
            after = last + 1 if self._is_hyphen(last) else last
            unit = self._at(after)
            if unit is not None and 0 < numbers.get(unit.lower, 0) < 10:
                value += numbers[unit.lower]
                last = after + 1
        return self._multiplied(value, k, last)

    def _multiplied(self, value: float, first: int, last: int) -> _Number:
        """`value` with the multipliers after it: "two hundred and five thousand"."""
        rules = self.rules
        total, is_bare = 0.0, True
        while (token := self._at(last)) is not None and token.lower in rules.multipliers:
            if token.lower in rules.suffixes and not self.tokens[last - 1].text[-1].isdigit():
                break
            value *= rules.multipliers[token.lower]
            last += 1
            is_bare = False
            joined = last + 1 if self._lower(last) == rules.number_joiner else last
            rest = self._lower(joined)
            if rest in rules.numbers and self._joins(joined):
                lower = self._worded(joined)
                if lower.value < value:
                    if self._lower(lower.last) in rules.multipliers:
                        value += lower.value
                    else:
                        total, last = lower.value, lower.last
        return _Number(value + total, first, last, is_bare=is_bare)

    def _joins(self, k: int) -> bool:
        """Whether the number at `k` belongs to the one before it: nothing else governs the two apart."""
        return self.tokens[k].head.i >= self.tokens[k].i or self.tokens[k].dep in {"compound", "nummod", "conj"}

    def _fraction(self, k: int) -> _Number | None:
        """ "half the town", "a third of", "two-thirds of", "three quarters"."""
        rules = self.rules
        token = self._at(k)
        if token is None:
            return None
        if token.lower in rules.whole_fractions:
            return _Number(rules.fractions[token.lower], k, k + 1) if self._opens_part(k + 1) else None
        count = 1.0 if token.lower in rules.single else rules.numbers.get(token.lower)
        if count is None:
            return None
        at = k + 2 if self._is_hyphen(k + 1) else k + 1
        part = self._lower(at)
        if part not in rules.fractions or not (self._lower(at + 1) == rules.of or self.tokens[at].tag == "NNS"):
            return None
        return _Number(count * rules.fractions[part], k, at + 1)

    def _opens_part(self, k: int) -> bool:
        token = self._at(k)
        return token is not None and (token.lower == self.rules.of or token.dep in {"det", "poss", "predet"})

    def _ratio(self, k: int) -> _Number | None:
        """ "one in five", "3 in 10"."""
        if self._lower(k + 1) not in self.rules.ratio_words:
            return None
        part, whole = self._simple(k), self._simple(k + 2)
        if part is None or whole is None or not 0 < part < whole or self.tokens[k].dep == "pobj":
            return None
        return _Number(part / whole, k, k + 3)

    def _simple(self, k: int) -> float | None:
        lower = self._lower(k)
        if lower in self.rules.numbers:
            return self.rules.numbers[lower]
        return float(lower) if lower.isascii() and lower.isdigit() and len(lower) < 7 else None

    # What is no quantity

    def _is_label(self, number: _Number) -> bool:
        token = self.tokens[number.last - 1]
        lead = self.tokens[number.first]
        before, after = self._at(number.first - 1), self._at(number.last)
        if self._is_age(number, before, after):
            return True
        if (
            lead.start
            and self.text[lead.start - 1] in "-–/#."
            and lead.start > 1
            and self.text[lead.start - 2].isalnum()
        ):
            return not self.text[lead.start - 2].isdigit()
        if lead.lower in self.rules.numbers and self.rules.numbers[lead.lower] == 1 and number.is_bare:
            return not (lead.dep == "nummod" and lead.head.i > lead.i and lead.head.pos in {"NOUN", "PROPN"})
        is_money = self._currency_before(number.first) is not None or self._currency_after(number.last) is not None
        if is_money or self._percent(number.last) is not None:
            return False
        governor = token.head
        return (
            token.dep == "nummod"
            and governor.i < lead.i
            and governor.pos in {"NOUN", "PROPN"}
            and (before is governor or governor.pos == "PROPN")
        )

    def _past_score(self, k: int) -> int:
        """Past "-1" where "3" of "3-1" was no quantity."""
        if self._lower(k) in self.rules.range_marks and (upper := self._number(k + 1)) is not None:
            return upper.last
        return k

    def _is_age(self, number: _Number, before: Token | None, after: Token | None) -> bool:
        """ "aged 54", "Smith, 54, said", "a 5-year-old"."""
        ages = self.rules.age_words
        if before is not None and before.lower in ages:
            return True
        if before is not None and before.dep == "cc" and self._lower(number.first - 3) in ages:
            return True
        if any(self._lower(number.last + step) in ages for step in range(1, 4)) and self._is_hyphen(number.last):
            return True
        name = self._at(number.first - 2)
        return (
            before is not None
            and before.text == ","
            and name is not None
            and name.pos == "PROPN"
            and number.last == number.first + 1
            and (after is None or after.pos == "PUNCT")
        )

    # Ranges, units, bounds

    def _in_range(self, number: _Number) -> tuple[Quantity | None, int]:
        rules = self.rules
        link = self._lower(number.last)
        before = number.first - 1 - (self._currency_before(number.first) is not None)
        opening = self._lower(before)
        upper = self._number(number.last + 1 + (self._currency_before(number.last + 2) is not None))
        is_marked = link in rules.range_marks
        is_worded = link in rules.range_words and rules.range_words[link] in {"", opening}
        if upper is None or not (is_marked or is_worded) or opening in rules.range_blockers:
            return self._counted(number, None)
        low, high = number.value, upper.value
        if number.is_bare and not upper.is_bare:
            scaled = self._scaled(number, upper)
            low = scaled if scaled <= high else low
        if low >= high:
            if is_marked:
                return None, upper.last
            return self._counted(number, None)
        if is_marked and self._unit(upper)[0] is None and self._currency_before(number.first) is None:
            return None, upper.last
        opens = before if opening and opening == rules.range_words.get(link) else number.first
        currency = self._currency_before(number.first)
        return self._counted(_Number(low, opens, upper.last, is_bare=False), high, currency)

    def _scaled(self, number: _Number, upper: _Number) -> float:
        """The lower end of "3 to 4 million", in millions too."""
        value = number.value
        for k in range(upper.first, upper.last):
            value *= self.rules.multipliers.get(self.tokens[k].lower, 1.0)
            match = _DIGITS.fullmatch(self.tokens[k].lower)
            if match is not None and match[3]:
                value *= self.rules.suffixes[match[3]]
        return value

    def _counted(self, number: _Number, upper: float | None, currency: str | None = None) -> tuple[Quantity, int]:
        first, last = number.first, number.last
        if (sign := self._currency_before(first)) is not None:
            currency = sign
            first -= 1
        unit, reach = self._unit(_Number(number.value, first, last))
        bound, first = self._bound_before(first)
        last = max(last, reach)
        after = self._phrase_from(last, self.rules.bounds_after)
        if after is not None:
            bound, last = self.rules.bounds_after[after], last + len(after)
            if unit is None:
                unit, last = self._noun_after(last)[0], max(last, self._noun_after(last)[1])
        return self._made(first, last, number.value, currency or unit, bound, upper), last

    def _made(
        self, first: int, last: int, value: float | None, unit: str | None, bound: Bound, upper: float | None
    ) -> Quantity:
        span = Span(start=self.tokens[first].start, end=self.tokens[last - 1].end)
        return Quantity(span=span, text=span.of(self.text), value=value, unit=unit, bound=bound, upper=upper)

    def _unit(self, number: _Number) -> tuple[str | None, int]:
        """What is counted, as a lemma, "%" or a currency; and the end of the words that say so."""
        last = number.last
        percent = self._percent(last)
        if percent is not None:
            return self.rules.percent[percent], last + len(percent)
        currency = self._currency_after(last)
        if currency is not None:
            return currency, last + 1
        return self._noun_after(last)

    def _noun_after(self, k: int) -> tuple[str | None, int]:
        """The head noun of the words from `k` on, past "of", articles, adjectives and compounds."""
        at = k
        if self._is_hyphen(k) and (measure := self._at(k + 1)) is not None and measure.pos == "NOUN":
            return measure.lemma.lower(), k + 2
        while self._lower(at) == self.rules.of or self._is_hyphen(at) or self._is_determiner(at):
            at += 1
        if at > k and (inner := self._number(at)) is not None:
            return self._noun_after(inner.last)[0], k
        noun: int | None = None
        for step in range(at, at + _UNIT_REACH):
            token = self._at(step)
            if token is None or token.i != self.tokens[at].i + step - at:
                break
            if token.pos in {"NOUN", "PROPN"} and token.tag != "NNP":
                noun = step
                if token.dep not in {"compound", "nmod", "npadvmod"}:
                    break
            elif token.pos == "PROPN":
                noun = noun if token.dep == "compound" else step
                if token.dep != "compound":
                    break
            elif token.lower in self.rules.counted_adjectives and not self._precedes_noun(step):
                return token.lower, step + 1
            elif not (token.pos in {"ADJ", "ADV"} or token.dep == "amod" or self._is_hyphen(step)):
                break
        return (None, k) if noun is None else (self._lemma(noun), noun + 1)

    def _lemma(self, k: int) -> str:
        token = self.tokens[k]
        return token.text if token.pos == "PROPN" else token.lemma.lower()

    def _precedes_noun(self, k: int) -> bool:
        after = self._at(k + 1)
        return after is not None and after.pos in {"NOUN", "PROPN"}

    def _is_determiner(self, k: int) -> bool:
        token = self._at(k)
        return token is not None and token.pos in {"DET", "PRON"} and token.dep in {"det", "poss", "predet"}

    def _bound_before(self, first: int) -> tuple[Bound, int]:
        for length in range(min(_LONGEST_PHRASE, first), 0, -1):
            phrase = tuple(token.lower for token in self.tokens[first - length : first])
            bound = self.rules.bounds_before.get(phrase)
            if bound is not None and self.tokens[first].i - self.tokens[first - length].i == length:
                return bound, first - length
        return Bound.EXACT, first

    def _percent(self, k: int) -> Phrase | None:
        return self._phrase_from(k, self.rules.percent)

    def _currency_before(self, k: int) -> str | None:
        return self.rules.currency_signs.get(self._lower(k - 1)) if k > 0 else None

    def _currency_after(self, k: int) -> str | None:
        return self.rules.currency_words.get(self._lower(k))

    def _phrase_from(self, k: int, table: Mapping[Phrase, object]) -> Phrase | None:
        for length in range(_LONGEST_PHRASE, 0, -1):
            phrase = tuple(token.lower for token in self.tokens[k : k + length])
            if phrase in table:
                return phrase
        return None

    # Measures without a number

    def _vague(self, k: int) -> int | None:
        """Where the vague measure that begins at `k` ends."""
        rules = self.rules
        token = self.tokens[k]
        if token.lower in rules.vague_words:
            return self._vague_word(k)
        if token.lower not in rules.single:
            return None
        at = k + 1
        has_size = False
        while (word := self._at(at)) is not None and (word.lower in rules.sizes or word.pos == "ADV"):
            has_size = has_size or word.lower in rules.sizes
            at += 1
        noun = self._lower(at)
        if noun in rules.vague_words and not has_size:
            return at + 1
        is_measure = noun in rules.vague_nouns or (has_size and noun in rules.sized_nouns)
        return at + 1 if is_measure and self._lower(at + 1) == rules.of else None

    def _vague_word(self, k: int) -> int | None:
        token = self.tokens[k]
        after = self._at(k + 1)
        if after is None:
            return k + 1 if self._is_counted_alone(token) else None
        if after.lower == self.rules.of:
            last = k + 1
            onward = self._lower(k + 2)
            return k + 3 if onward in self.rules.vague_words else last
        governs = token.dep in {"amod", "nummod", "quantmod", "det"} and token.head.i > token.i
        is_before_noun = governs and token.head.pos in {"NOUN", "PROPN"}
        return k + 1 if is_before_noun or self._is_counted_alone(token) else None

    def _is_counted_alone(self, token: Token) -> bool:
        """ "scores were injured", "killing dozens": a plural that counts people or things not named."""
        is_argument = token.dep in {"nsubj", "nsubjpass", "dobj", "pobj", "conj"}
        return token.tag == "NNS" and is_argument and not any(child.dep != "advmod" for child in token.children)

    def _vague_quantity(self, k: int, last: int) -> tuple[Quantity, int]:
        unit, _ = self._noun_after(last)
        bound, first = self._bound_before(k)
        return self._made(first, last, None, unit, bound, None), last

    # Tokens

    def _at(self, k: int) -> Token | None:
        return self.tokens[k] if 0 <= k < len(self.tokens) else None

    def _lower(self, k: int) -> str:
        token = self._at(k)
        return "" if token is None else token.lower

    def _is_hyphen(self, k: int) -> bool:
        token = self._at(k)
        return token is not None and token.text == "-" and self.tokens[k - 1].end == token.start

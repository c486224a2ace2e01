"""NUM-SUM: parts that do not make the whole, a share that does not fit its counts, a change that does not fit its ends.

Exact arithmetic on fractions. A number that was rounded reaches half of its last digit either way, "about" takes a
figure out of a sum, "at least" leaves it open upwards; only what cannot hold under any such reading is told.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from reporter.model import Span, Token
from reporter.verification.findings import Detector, Finding
from reporter.verification.grammar import conjuncts
from reporter.verification.numbers import Number, numbers
from reporter.verification.story import Story
from reporter.verification.words import FlagWords

NEARLY = Fraction(5)
"""Points by which "about 60 per cent" may be off."""

PLAIN_FRACTION = Fraction(2)
"""Points by which "a third" may be off: nobody says "33.3 per cent" in words."""

MOST_NUMBERS = 40
"""Numbers of a sentence that is read for sums; a table run together has more, and adds up to nothing."""

APART = 6
"""Words between "45 of the 90 seats" and "or 50 per cent" at most."""

Reach = tuple[Fraction | float, Fraction | float]


def detect(story: Story, words: FlagWords) -> Iterator[Finding]:
    taken = frozenset(token.i for time in story.times for token in story.parse.tokens_in(time.span))
    before: tuple[Number, ...] = ()
    for sentence in story.sentences:
        tokens = story.parse.tokens_of(sentence)
        found = numbers(tokens, taken, words)
        if 0 < len(found) <= MOST_NUMBERS:
            yield from _shares(found, tokens, words)
            yield from _ratios(found, tokens, words)
            yield from _changes(found, tokens, words)
            yield from _parts(found, tokens, words)
            yield from _parts_of_before(before, found, tokens, words)
        before = found if len(found) <= MOST_NUMBERS else ()


def _finding(variant: str, spans: Sequence[Span], **values: str) -> Finding:
    return Finding(code="NUM-SUM", spans=tuple(sorted(spans)), values=values, variant=variant)


def _written(value: Fraction | float) -> str:
    """A number as a message says it: whole, or with one decimal."""
    rounded = round(float(value), 1)
    return f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.1f}"


def _reach(number: Number) -> Reach:
    low: Fraction | float = -math.inf if number.is_ceiling else number.low
    high: Fraction | float = math.inf if number.is_floor else number.high
    return low, high


def _are_apart(one: Reach, other: Reach) -> bool:
    return one[1] < other[0] or other[1] < one[0]


def _total(parts: Sequence[Number], ones: int = 0) -> Reach:
    reaches = [_reach(part) for part in parts]
    return sum((low for low, _ in reaches), Fraction(ones)), sum((high for _, high in reaches), Fraction(ones))


def _may_be_added(parts: Sequence[Number], whole: Number, words: FlagWords) -> bool:
    """Counts with counts, money with money; and none that is only roughly given."""
    if any(part.is_loose for part in (*parts, whole)) or any(part.is_percent for part in (*parts, whole)):
        return False
    return len({_is_money(part, words) for part in (*parts, whole)}) == 1


def _is_money(number: Number, words: FlagWords) -> bool:
    near = (number.noun, *number.noun.children, *number.first.children)
    if number.first.head.tag == "$" or any(token.tag == "$" for token in near):
        return True
    return any(token.lower.rstrip(".") in words.currencies for token in near)


# parts and wholes


def _parts(found: tuple[Number, ...], tokens: Sequence[Token], words: FlagWords) -> Iterator[Finding]:
    for whole in found:
        others = [number for number in found if number is not whole]
        listed, ones, is_exhaustive = _parts_of(whole, others, tokens, words)
        if not listed or not _may_be_added(listed, whole, words) or len(listed) + ones < (2 if is_exhaustive else 1):
            continue
        total, reach = _total(listed, ones), _reach(whole)
        if total[0] > reach[1] or (is_exhaustive and total[1] < reach[0]):
            yield _finding(
                "parts" if len(listed) + ones > 1 else "part",
                [whole.span, *(part.span for part in listed)],
                whole=_written(whole.value),
                total=_written(sum((part.value for part in listed), Fraction(ones))),
            )


def _parts_of(
    whole: Number, others: list[Number], tokens: Sequence[Token], words: FlagWords
) -> tuple[list[Number], int, bool]:
    """What the sentence counts as parts of `whole`: the numbers, how many single ones stand beside them ("and a
    child"), and whether they are meant to be all."""
    later = [number for number in others if number.first.i > whole.last.i]
    listed, ones = _in_apposition(whole, later)
    if listed:
        return listed, ones, True
    within = _of_whom(whole, later, words)
    if within:
        return within, 0, False
    preposition = whole.noun.head if whole.noun.dep == "pobj" else None
    if preposition is not None and preposition.lower in words.among_words:
        earlier = [number for number in others if number.last.i < whole.first.i]
        return _one_list(earlier, earlier[:1]), 0, False
    opens = preposition is not None and preposition.i <= tokens[0].i + 1
    if preposition is not None and opens and preposition.lower in words.kind_prepositions:
        return _side_by_side(later, whole, words), 0, False
    after_colon = _after_a_colon(whole, later, others, tokens)
    if after_colon:
        return after_colon, _ones_beside(after_colon), True
    with_others = _with_others(whole, others, words)
    if with_others:
        return with_others, 0, False
    if _is_a_total(whole, tokens, words):
        earlier = [number for number in others if number.last.i < whole.first.i]
        return _one_list(earlier, earlier[-1:]), 0, True
    composed = _composed(whole, later, words)
    return composed, _ones_beside(composed), bool(composed)


def _in_apposition(whole: Number, later: list[Number]) -> tuple[list[Number], int]:
    """ "20 people: 12 men and 9 women"."""
    first = next((part for part in later if part.noun.dep == "appos" and part.noun.head is whole.noun), None)
    if first is None:
        return [], 0
    listed = _one_list(later, [first])
    return (listed, _ones_beside(listed)) if len(listed) + _ones_beside(listed) > 1 else ([], 0)


def _one_list(candidates: list[Number], first: list[Number]) -> list[Number]:
    """Those whose nouns stand in one list with that of the first."""
    if not first:
        return []
    members = {token.i for token in conjuncts(first[0].noun)}
    found = [part for part in candidates if part.noun.i in members]
    return found if len(found) > 1 else []


def _ones_beside(listed: list[Number]) -> int:
    """Members of the list with "a" or "one" before them ("12 men, nine women and a child")."""
    if not listed:
        return 0
    counted = {part.noun.i for part in listed}
    return sum(
        1
        for token in conjuncts(listed[0].noun)
        if token.i not in counted
        and token.tag == "NN"
        and any(child.lower in ("a", "an", "one") for child in token.children)
    )


def _of_whom(whole: Number, later: list[Number], words: FlagWords) -> list[Number]:
    """ "nine people, ten of whom", "30 people, including 12 men and 20 women"."""
    inside = {token.i for child in whole.noun.children if child.i > whole.noun.i for token in child.subtree()}
    candidates = [part for part in later if part.noun.i in inside]
    for part in candidates:
        governor = part.noun
        near = (*governor.children, *part.last.children, *governor.head.children)
        if any(
            child.lower in words.kind_prepositions and any(inner.lower in words.whom_words for inner in child.children)
            for child in near
        ) and (governor.dep in ("nsubj", "nsubjpass") or governor.head is whole.noun):
            return [part]
        if (
            part.noun.dep == "pobj"
            and part.noun.head.lower in words.including_words
            and part.noun.head.head is whole.noun
        ):
            return _one_list(candidates, [part]) or [part]
    return []


def _side_by_side(later: list[Number], whole: Number, words: FlagWords) -> list[Number]:
    """ "Of the 40, 25 were from Karsa and 20 from Velm": numbers that stand alone, or sums of money where the whole
    is one; none from a clause that hangs on a noun or tells of another time."""
    is_money = _is_money(whole, words)
    return [
        part
        for part in later
        if (part.noun in (part.first, part.last) or (is_money and _is_money(part, words)))
        and not any(above.dep in ("relcl", "advcl", "acl") for above in (part.noun, *part.noun.ancestors()))
        and _points_back(part, words)
    ]


def _after_a_colon(whole: Number, later: list[Number], others: list[Number], tokens: Sequence[Token]) -> list[Number]:
    """ "12,000 people in June: 5,000 men and 7,000 women": the one number before a colon, and the list after it."""
    colon = next((token for token in tokens if token.text == ":" and token.i > whole.last.i), None)
    if colon is None or whole.noun.pos != "NOUN" or any(other.first.i < colon.i for other in others):
        return []
    return _one_list(later, [part for part in later if part.first.i == colon.i + 1])


def _with_others(whole: Number, others: list[Number], words: FlagWords) -> list[Number]:
    """ "30 of the 45 had backed it, with ten opposed and ten absent"."""
    part = next((other for other in others if _is_of(other, whole, words)), None)
    if part is None:
        return []
    rest = [
        other
        for other in others
        if other.first.i > whole.last.i
        and other.noun.tag not in ("NNS", "NNPS")
        and any(above.dep == "prep" and above.lower in words.with_words for above in other.noun.ancestors())
    ]
    return [part, *rest] if rest else []


def _clause_subjects(later: list[Number]) -> list[Number]:
    """ "Of the 40, 25 were from Karsa and 20 from Velm": the subjects of clauses that stand side by side."""
    keys: dict[int, list[Number]] = {}
    for part in later:
        first = conjuncts(part.noun)[0]
        if first.dep in ("nsubj", "nsubjpass"):
            first = conjuncts(first.head)[0]
        elif first is part.noun:
            continue
        keys.setdefault(first.i, []).append(part)
    return max(keys.values(), key=len, default=[])


def _is_a_total(whole: Number, tokens: Sequence[Token], words: FlagWords) -> bool:
    """ "…, a total of 20"; "…, 20 in all"."""
    if whole.noun.dep == "pobj" and whole.noun.head.head.lemma.lower() in words.total_nouns:
        return True
    after = tuple(token.lower for token in tokens if whole.last.i < token.i <= whole.last.i + 3)
    return any(after[at : at + len(phrase)] == phrase for phrase in words.total_phrases for at in range(2))


def _composed(whole: Number, later: list[Number], words: FlagWords) -> list[Number]:
    """ "the fleet of 40 ships comprises 25 tankers and 20 barges"."""
    verb = next((token for token in whole.noun.ancestors() if token.pos == "VERB"), None)
    if verb is None or verb.lemma.lower() not in words.composing_verbs:
        return []
    inside = {token.i for child in verb.children if child.i > verb.i for token in child.subtree()}
    candidates = [part for part in later if part.noun.i in inside and part.noun.i > verb.i]
    return _one_list(candidates, candidates[:1])


def _parts_of_before(
    before: tuple[Number, ...], found: tuple[Number, ...], tokens: Sequence[Token], words: FlagWords
) -> Iterator[Finding]:
    """ "Twenty people died. Twelve were men and nine were women.": bare subjects that point back to one count."""
    wholes = [number for number in before if not number.is_percent and number.noun is not number.last]
    if len(wholes) != 1:
        return
    bare = [
        part for part in found if part.noun in (part.first, part.last) and not part.slack and _points_back(part, words)
    ]
    listed = _clause_subjects(bare)
    if not listed or listed[0].first.i > tokens[0].i + 2 or not _may_be_added(listed, wholes[0], words):
        return
    if _total(listed)[0] > _reach(wholes[0])[1]:
        yield _finding(
            "parts" if len(listed) > 1 else "part",
            [wholes[0].span, *(part.span for part in listed)],
            whole=_written(wholes[0].value),
            total=_written(sum((part.value for part in listed), Fraction(0))),
        )


def _points_back(part: Number, words: FlagWords) -> bool:
    """A whole number alone, or with "of them"; not "nine of the nurses", not "another nine", not "the £9.5m"."""
    if any(child.dep == "det" for child in part.first.children):
        return False
    near = {token.lower for token in (*part.noun.children, *part.noun.rights, part.noun.head)}
    if near & words.addition_words:
        return False
    own = [child for child in part.noun.children if child.dep == "prep" and child.lower in words.kind_prepositions]
    return all(any(inner.lower in words.whom_words for inner in child.children) for child in own)


# shares


def _shares(found: tuple[Number, ...], tokens: Sequence[Token], words: FlagWords) -> Iterator[Finding]:
    """Shares of one whole that come to more than a hundred: "60 per cent backed it, 30 opposed it, 20 did not know"."""
    shares = [number for number in found if number.is_percent]
    if len(shares) < 2 or any(number.is_loose or number.is_ceiling for number in shares):
        return
    governed = [_share_verb(number) for number in shares]
    if any(verb is None for verb in governed) or any(_has_its_own_whole(number, words) for number in shares):
        return
    if any(verb is not None and verb.lemma.lower() in words.change_verbs for verb in governed):
        return
    has_rest = any(token.lower in words.rest_words for token in tokens)
    is_one_question = len(shares) > 2 or has_rest or len({verb.i for verb in governed if verb is not None}) == 2
    low, high = _total(shares)
    if is_one_question and (low > 100 or (has_rest and high < 100)) and _are_rivals(governed, shares, words):
        yield _finding("shares", [number.span for number in shares], total=_written(sum(n.value for n in shares)))


def _share_verb(number: Number) -> Token | None:
    """The verb of which the share is the subject, or what it took ("won 55 per cent")."""
    noun = conjuncts(number.noun)[0]
    if noun.dep in ("nsubj", "nsubjpass", "dobj", "attr") or noun.pos == "VERB":
        return noun.head if noun.pos != "VERB" else noun
    return None


def _are_rivals(governed: list[Token | None], shares: list[Number], words: FlagWords) -> bool:
    """Answers to one question: each share is the subject of its own clause, or each taker took its own share."""
    verbs = [verb for verb in governed if verb is not None]
    if all(conjuncts(number.noun)[0].dep in ("nsubj", "nsubjpass") for number in shares):
        return len({verb.lemma for verb in verbs}) > 1 or all(verb.lemma == "be" for verb in verbs)
    return all(verb.lemma.lower() in words.share_verbs for verb in verbs)


def _has_its_own_whole(number: Number, words: FlagWords) -> bool:
    """ "60 per cent of the men": a share of something that the next one may not be a share of."""
    return any(child.dep == "prep" and child.lower in words.kind_prepositions for child in number.noun.children)


def _ratios(found: tuple[Number, ...], tokens: Sequence[Token], words: FlagWords) -> Iterator[Finding]:
    """ "45 of the 90 seats, or 60 per cent,"; "45 of the 90 members, a third"."""
    for part, whole in pairwise(found):
        if not _is_of(part, whole, words) or part.is_percent or whole.is_percent or not whole.value:
            continue
        if not (part.is_exact and whole.is_exact):
            continue
        if part.low > whole.high:
            yield _finding("part", [part.span, whole.span], whole=_written(whole.value), total=_written(part.value))
            continue
        real = (100 * part.low / whole.high, 100 * part.high / whole.low)
        stated = _stated_share(part, whole, found, tokens, words)
        if stated is not None and _are_apart(real, stated[0]):
            yield _finding(
                "ratio",
                [part.span, whole.span, stated[1]],
                part=_written(part.value),
                whole=_written(whole.value),
                real=_written(100 * part.value / whole.value),
                stated=stated[2],
            )


def _is_of(part: Number, whole: Number, words: FlagWords) -> bool:
    """ "45 of the 90", "45 seats out of 90"."""
    holder = whole.noun
    if holder.dep != "pobj" or holder.head.lower not in words.kind_prepositions:
        return False
    governor = holder.head.head
    if governor.lower in words.out_words:
        governor = governor.head
    return governor in (part.first, part.last, part.noun)


def _stated_share(
    part: Number, whole: Number, found: tuple[Number, ...], tokens: Sequence[Token], words: FlagWords
) -> tuple[Reach, Span, str] | None:
    for share in found:
        if share.is_percent and _is_beside(share.first, share.last, part, whole, tokens):
            return _share_reach(share), share.span, f"{_written(share.value)}%"
    for token in tokens:
        if token.lower in words.fractions and _is_beside(token, token, part, whole, tokens):
            before = [other for other in tokens if other.i in (token.i - 1, token.i - 2)]
            if any(other.lower in words.loose_words for other in before):
                continue
            times = next((words.number_words[other.lower] for other in before if other.lower in words.number_words), 1)
            value = 100 * words.fractions[token.lower] * times
            start = before[-1].start if before and before[-1].pos in ("DET", "NUM") else token.start
            span = Span(start=start, end=token.end)
            return (value - PLAIN_FRACTION, value + PLAIN_FRACTION), span, f"{_written(value)}%"
    return None


def _share_reach(share: Number) -> Reach:
    if share.is_loose:
        return share.value - NEARLY, share.value + NEARLY
    return _reach(share)


def _is_beside(first: Token, last: Token, part: Number, whole: Number, tokens: Sequence[Token]) -> bool:
    """Whether only small words and marks stand between a share and the counts, after them or before them."""
    end = max(whole.last.i, whole.noun.i)
    if first.i > end:
        between = [token for token in tokens if end < token.i < first.i]
        has_a_mark = any(token.pos in ("PUNCT", "CCONJ") for token in between)
    elif last.i < part.first.i:
        between = [token for token in tokens if last.i < token.i < part.first.i]
        has_a_mark = any(token.pos == "PUNCT" for token in between)
    else:
        return False
    return has_a_mark and len(between) <= APART and not any(token.pos in ("VERB", "AUX") for token in between)


def _changes(found: tuple[Number, ...], tokens: Sequence[Token], words: FlagWords) -> Iterator[Finding]:
    """ "rose 30 per cent from 40 to 50", "doubled from 40 to 60"."""
    by_token = {token.i: number for number in found for token in (number.noun, number.first, number.last)}
    for governor in tokens:
        if governor.pos not in ("VERB", "NOUN"):
            continue
        old, new = _ends_of(governor, by_token, words)
        if old is None or new is None or not (old.is_exact and new.is_exact) or not old.value:
            continue
        if old.is_percent or new.is_percent or old.value == new.value:
            continue
        low, high = sorted((_change(old.high, new.low), _change(old.low, new.high)))
        shares = [number for number in found if number.is_percent]
        if governor.lemma.lower() in words.change_verbs | words.change_nouns and len(shares) == 1:
            sizes = sorted((abs(low), abs(high))) if low * high > 0 else [Fraction(0), max(abs(low), abs(high))]
            if _are_apart((sizes[0], sizes[1]), _share_reach(shares[0])):
                yield _change_finding(old, new, shares[0].span, f"{_written(shares[0].value)}%")
        elif governor.lemma.lower() in words.factor_verbs:
            factor = words.factor_verbs[governor.lemma.lower()]
            is_loose = any(child.lower in words.loose_words for child in governor.children)
            if not is_loose and abs(new.value / old.value - factor) > Fraction(factor, 10):
                yield _change_finding(old, new, governor.span, governor.text)


def _ends_of(governor: Token, by_token: dict[int, Number], words: FlagWords) -> tuple[Number | None, Number | None]:
    """The two ends of a change: "from 40 … to 50", also where the parser takes "40 to 50" for one number."""
    old = _end(governor, words.from_words, by_token)
    new = _end(governor, words.series_prepositions, by_token)
    if old is not None and new is None:
        holder = old.noun if old.noun.dep == "pobj" else old.first.head
        both = list(dict.fromkeys(by_token[token.i].first.i for token in holder.subtree() if token.i in by_token))
        if len(both) == 2 and any(token.lower in words.series_prepositions for token in holder.subtree()):
            return by_token[both[0]], by_token[both[1]]
    return old, new


def _end(governor: Token, names: frozenset[str], by_token: dict[int, Number]) -> Number | None:
    for child in governor.children:
        if child.dep == "prep" and child.lower in names:
            thing = child.child("pobj")
            if thing is not None and thing.i in by_token:
                return by_token[thing.i]
    return None


def _change(old: Fraction, new: Fraction) -> Fraction:
    return 100 * (new - old) / old


def _change_finding(old: Number, new: Number, span: Span, stated: str) -> Finding:
    return _finding(
        "change",
        [old.own_span, new.span, span],
        old=_written(old.value),
        new=_written(new.value),
        real=_written(abs(_change(old.value, new.value))),
        stated=stated,
    )


DETECTORS = (Detector(codes=("NUM-SUM",), detect=detect),)

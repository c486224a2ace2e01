"""Finds the words that name a time: rules tried where their trigger words stand, then joined and shaded."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TypeGuard

from reporter.dates.meanings import Clock, Length, Meaning, NoTime, Point, Repeated, Unit, Within
from reporter.dates.rules import Compiled, DateRules, Rule, Shade, Words
from reporter.dates.tense import Look, clause_of, is_personal_name, stands_alone
from reporter.model import Article, ParagraphKind, Parse, Span, TimeMod

_WORD = re.compile(r"\d+|[^\W\d_]+")
_LITERAL = re.compile(r"[^\W\d_]{2,}")
_CODES = re.compile(r"\\[A-Za-z]|\(\?P<\w+>|\{[A-Z_]+\}|\{\d*,?\d*\}")
_GAP = 12
"""Characters that may stand between two words of one expression."""
_LONGEST_RUN = 64
"""Words after which a run is cut, so that a line of nothing but such words costs no more than its length."""
_FEW_WORDS = 16
"""A run of that length with so few different words is a table or noise ("May May May …"), and nobody's date."""
_YEAR_DIGITS = 4
_NEAR_TOKENS = 30
_NOON = 12
_DASHES = frozenset({"-", "–"})
_CARRIED_YEAR = re.compile(r",?\s+")
_REACH = 6
"""Words before an expression among which a shade may begin."""
_GLUE_BEFORE = frozenset("$€£#_@&")
_SEARCHED = frozenset({ParagraphKind.HEADLINE, ParagraphKind.CAPTION, ParagraphKind.BODY, ParagraphKind.DATELINE})


@dataclass(slots=True, kw_only=True)
class Found:
    """Words that name a time, and what they mean. `lost` are rules that matched there too."""

    start: int
    end: int
    meaning: Meaning
    rule: str
    paragraph: int
    core_start: int
    """Where the words without their shade begin."""
    is_partial: bool = False
    lost: tuple[str, ...] = ()
    mod: TimeMod | None = None
    signal: str | None = None

    @property
    def span(self) -> Span:
        return Span(start=self.start, end=self.end)


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    classes: frozenset[str]


class Finder:
    """A language's rules, made ready to be tried on many stories."""

    def __init__(self, rules: DateRules) -> None:
        self._rules = rules
        self._vocabulary = _vocabulary(rules)
        self._digits = rules.digit_triggers
        self._years = rules.digit_triggers | rules.year_triggers
        self._chosen: dict[frozenset[str], tuple[Compiled, ...]] = {}
        self._carries = re.compile(rules.expand(rules.carries), re.IGNORECASE)
        self._joins = tuple((join, re.compile(rules.expand(join.between), re.IGNORECASE)) for join in rules.joins)
        self._shades = tuple((shade, re.compile(rules.expand(shade.pattern), re.IGNORECASE)) for shade in rules.shades)
        self._before = tuple((shade, pattern) for shade, pattern in self._shades if not shade.is_after)
        self._after = tuple((shade, pattern) for shade, pattern in self._shades if shade.is_after)

    @cached_property
    def _signal(self) -> re.Pattern[str]:
        words = sorted(self._rules.signals, key=lambda word: (-len(word), word))
        return re.compile(r"\b(" + "|".join(re.escape(word) for word in words) + r")\s+\Z", re.IGNORECASE)

    def find(self, article: Article, parse: Parse) -> list[Found]:
        """What the rules find in the article's prose and datelines, in text order; nothing overlaps."""
        result: list[Found] = []
        for number, paragraph in enumerate(article.paragraphs):
            if paragraph.kind not in _SEARCHED:
                continue
            end = paragraph.credit.start if paragraph.credit is not None else paragraph.span.end
            found: list[Found] = []
            for run in self._runs(article.text, paragraph.span.start, end):
                found.extend(self._choose(run, article.text, end, number, parse))
            joined = self._joined(found, article.text)
            self._carry(joined, article.text, parse)
            result.extend(self._shaded(joined, article.text, paragraph.span.start, end))
        return result

    def _runs(self, text: str, start: int, end: int) -> Iterator[list[_Word]]:
        """Runs of words that stand in the tables or rules and hold a trigger; up to the last trigger."""
        run: list[_Word] = []
        last_trigger = -1
        vocabulary = self._vocabulary
        for match in _WORD.finditer(text, start, end):
            word = match[0]
            begin = match.start()
            classes = vocabulary.get(word) or vocabulary.get(word.lower())
            if classes is None and word[0].isdecimal():
                classes = self._years if len(word) == _YEAR_DIGITS and word[0] in "12" else self._digits
            if classes is None or (run and begin - run[-1].end > _GAP) or len(run) == _LONGEST_RUN:
                if last_trigger >= 0 and not _is_noise(run, text):
                    yield run[: last_trigger + 1]
                run = []
                last_trigger = -1
            if classes is not None:
                run.append(_Word(begin, match.end(), classes))
                if classes:
                    last_trigger = len(run) - 1
        if last_trigger >= 0 and not _is_noise(run, text):
            yield run[: last_trigger + 1]

    def _candidates(self, classes: frozenset[str]) -> tuple[Compiled, ...]:
        chosen = self._chosen.get(classes)
        if chosen is None:
            chosen = tuple(rule for rule in self._rules.compiled if rule.needs & classes)
            self._chosen[classes] = chosen
        return chosen

    def _choose(self, run: list[_Word], text: str, end: int, paragraph: int, parse: Parse) -> Iterator[Found]:
        """The matches of a run that win: the longest, then the most specific, then the first in the tables."""
        matches: list[tuple[int, int, int, int, Compiled, Meaning]] = []
        for k, word in enumerate(run):
            near: frozenset[str] = frozenset().union(*(other.classes for other in run[k : k + _REACH + 2]))
            if not near:
                continue
            for compiled in self._candidates(near):
                match = compiled.match(text, word.start, end)
                if match is None or _is_glued(text, match.start(), match.end(), run[k - 1] if k else None):
                    continue
                meaning = self._meaning(compiled, match, parse)
                if meaning is not None:
                    matches.append(
                        (
                            match.start() - match.end(),
                            -compiled.rule.specificity + 10 * compiled.rule.is_partial,
                            compiled.order,
                            match.start(),
                            compiled,
                            meaning,
                        )
                    )
        matches.sort(key=lambda item: item[:4])
        taken: list[tuple[int, int, Rule, Meaning, list[str]]] = []
        for length, _, _, start, compiled, meaning in matches:
            stop = start - length
            name = compiled.rule.name
            rival = next((one for one in taken if start < one[1] and one[0] < stop), None)
            if rival is None:
                taken.append((start, stop, compiled.rule, meaning, []))
            elif name != rival[2].name and name not in rival[4] and not compiled.rule.is_partial:
                rival[4].append(name)
        for start, stop, rule, meaning, lost in sorted(taken, key=lambda one: one[0]):
            yield Found(
                start=start,
                end=stop,
                meaning=meaning,
                rule=rule.name,
                paragraph=paragraph,
                core_start=start,
                is_partial=rule.is_partial,
                lost=tuple(lost),
            )

    def _meaning(self, compiled: Compiled, match: re.Match[str], parse: Parse) -> Meaning | None:
        rules = self._rules
        for group, printed in match.groupdict().items():
            if printed is None:
                continue
            table = group.rstrip("0123456789").upper()
            if table not in rules.tables:
                continue
            word = printed.lower()
            if table in rules.cased and printed.islower() and word not in rules.uncased:
                return None
            if compiled.rule.is_sure:
                continue
            sense = rules.senses.get(word)
            if sense is None and table not in rules.cased:
                continue
            token = parse.token_at(match.start(group))
            if token is None:
                continue
            if sense is not None and token.tag not in sense.tags:
                return None
            is_whole = token.head.start < match.end()  # "Christmas Eve" is one name, and nobody's
            if table in rules.cased and not is_whole and is_personal_name(token, rules.grammar):
                return None
        if compiled.rule.is_alone:
            token = parse.token_at(match.end() - 1)
            if token is not None and not stands_alone(token, rules.grammar):
                return None
        if compiled.rule.beside and not _stands_beside(match.start(), compiled.rule.beside, parse):
            return None
        try:
            return compiled.rule.yields(Words(match, rules))
        except ValueError:
            # A number that is none here ("hundred and", "0 days"): the pattern was wider than the language.
            return None

    def _joined(self, found: list[Found], text: str) -> list[Found]:
        result: list[Found] = []
        for one in found:
            if result:
                joined = self._join(result[-1], one, text)
                if joined is not None:
                    result[-1] = joined
                    continue
            result.append(one)
        return result

    def _join(self, left: Found, right: Found, text: str) -> Found | None:
        if right.start - left.end > _GAP or isinstance(left.meaning, NoTime) or isinstance(right.meaning, NoTime):
            return None
        if _is_bare_day(left):  # It takes its month from the day beside it, or is none.
            return None
        for join, between in self._joins:
            if between.fullmatch(text, left.end, right.start) is None:
                continue
            meaning = join.makes(left.meaning, right.meaning)
            if meaning is not None:
                return Found(
                    start=left.start,
                    end=right.end,
                    meaning=meaning,
                    rule=join.name,
                    paragraph=left.paragraph,
                    core_start=left.core_start,
                    lost=tuple(dict.fromkeys((left.rule, right.rule, *left.lost, *right.lost))),
                )
        return None

    def _carry(self, found: list[Found], text: str, parse: Parse) -> None:
        """Give what stands in a row or a range the fields of what stands beside it.

        A bare day takes the month ("May 3 and 5, 2020", "3 and 5 May"), a month the year, a weekday the part of day
        or that it comes round ("Monday and Tuesday nights"), a clock time the day ("from 9 to 11 a.m. on Sunday").
        """
        for left, right in pairwise(found):
            if right.start - left.end > _GAP or self._carries.fullmatch(text, left.end, right.start) is None:
                continue
            if _is_bare_day(right) and not left.is_partial:
                _complete(right, left)
            elif _is_short_year(right) and not left.is_partial:
                _complete_year(right, left)
            elif isinstance(left.meaning, Repeated) and left.meaning.on is not None:
                _repeat(right, left.meaning.on)
        self._take_in_year(found, text)
        self._share_day(found, parse)
        for left, right in reversed(tuple(pairwise(found))):
            if right.start - left.end > _GAP or self._carries.fullmatch(text, left.end, right.start) is None:
                continue
            if _is_bare_day(left) and not right.is_partial:
                _complete(left, right)
                if left.is_partial and self._opens_range(left, right, text):
                    _take_clock(left, right)
            elif isinstance(right.meaning, Repeated) and right.meaning.on is not None:
                is_told = clause_of(left.span, parse, self._rules.grammar).look in (Look.PAST, Look.REPORTED)
                _share_part(left, right, right.meaning.on, is_told=is_told)
            elif not left.is_partial and not right.is_partial:
                _take_year(left, right)

    def _opens_range(self, left: Found, right: Found, text: str) -> bool:
        """Whether `left` is the first of two: "from 9 to 11", "between 9 and 11", "9-11"."""
        if text[left.end : right.start].strip() in _DASHES:
            return True
        before = self._signal.search(text, max(left.start - 24, 0), left.start)
        return before is not None and self._rules.signals[before[1].lower()] in self._rules.opening

    def _take_in_year(self, found: list[Found], text: str) -> None:
        """A year behind the last day of a row belongs to it: "May 3 and 5, 2020"."""
        for k in range(len(found) - 1, 0, -1):
            day, year = found[k - 1], found[k]
            if day.is_partial or not isinstance(day.meaning, Point):
                continue
            if not isinstance(year.meaning, Point) or year.meaning != Point(year=year.meaning.year):
                continue
            if (
                day.meaning.day is not None
                and day.meaning.year is None
                and _CARRIED_YEAR.fullmatch(text, day.end, year.start) is not None
            ):
                day.meaning = replace(day.meaning, year=year.meaning.year)
                day.end = year.end
                del found[k]

    def _share_day(self, found: list[Found], parse: Parse) -> None:
        """A clock time is of the day told with a later one of its sentence, unless one is told before it."""
        with_day: set[int] = set()
        for left, right in pairwise(found):
            first, second = parse.token_at(left.start), parse.token_at(right.start)
            if first is None or second is None:
                continue
            clock, whole = left.meaning, right.meaning
            is_bare = isinstance(clock, Point) and clock.clock is not None and clock == Point(clock=clock.clock)
            if not is_bare and not isinstance(clock, Repeated | Length):
                with_day.add(first.sentence)
            if not is_bare or first.sentence != second.sentence or first.sentence in with_day:
                continue
            if isinstance(whole, Within) and isinstance(whole.fine, Point) and _is_before(clock, whole.fine):
                left.meaning = Within(fine=clock, coarse=whole.coarse)

    def _shaded(self, found: list[Found], text: str, start: int, end: int) -> Iterator[Found]:
        floor = start
        for k, one in enumerate(found):
            ceiling = found[k + 1].start if k + 1 < len(found) else end
            if isinstance(one.meaning, NoTime):
                floor = one.end
                continue
            self._shade_after(one, text, ceiling)
            self._shade_before(one, text, floor)
            if not one.is_partial:
                self._govern(one, text, floor)
                floor = one.end
                yield one

    def _shade_after(self, one: Found, text: str, ceiling: int) -> None:
        for shade, pattern in self._after:
            match = pattern.match(text, one.end, ceiling)
            if match is not None and shade.fits(one.meaning):
                _apply(shade, one)
                one.end = match.end()
                return

    def _shade_before(self, one: Found, text: str, floor: int) -> None:
        """The longest shade that ends where the expression begins; two may stand in a row ("about the end of")."""
        for _ in range(2):
            starts = [match.start() for match in _WORD.finditer(text, max(floor, one.start - 48), one.start)]
            for begin in starts[-_REACH:]:
                if begin > 0 and text[begin - 1].isalnum():
                    continue
                for shade, pattern in self._before:
                    match = pattern.match(text, begin, one.start)
                    if match is not None and match.end() == one.start and shade.fits(one.meaning):
                        _apply(shade, one)
                        one.start = begin
                        break
                else:
                    continue
                break
            else:
                return

    def _govern(self, one: Found, text: str, floor: int) -> None:
        match = self._signal.search(text, max(floor - 1, one.start - 24, 0), one.start)
        if match is not None:
            one.signal = self._rules.signals[match[1].lower()]


def _stands_beside(start: int, lemmas: frozenset[str], parse: Parse) -> bool:
    """Whether one of `lemmas` stands in the sentence at `start`, not far off."""
    here = parse.token_at(start)
    if here is None:
        return False
    near = parse.tokens[max(here.i - _NEAR_TOKENS, 0) : here.i + _NEAR_TOKENS]
    return any(token.sentence == here.sentence and token.lemma.lower() in lemmas for token in near)


def _is_noise(run: list[_Word], text: str) -> bool:
    return len(run) == _LONGEST_RUN and len({text[word.start : word.end] for word in run}) <= _FEW_WORDS


def _is_bare_day(one: Found) -> bool:
    return one.is_partial and isinstance(one.meaning, Point) and one.meaning == Point(day=one.meaning.day)


def _take_year(one: Found, following: Found) -> None:
    """ "April and June 1955": the first month is of the year of the second, unless it comes after it."""
    left, right = one.meaning, following.meaning
    if not isinstance(left, Point) or not isinstance(right, Point):
        return
    if left == Point(month=left.month, day=left.day) and left.month is not None and right.month is not None:
        is_alike = (left.day is None) == (right.day is None)
        if is_alike and right.year is not None and left.month <= right.month:
            one.meaning = replace(left, year=right.year, short_year=right.short_year)


def _take_clock(one: Found, end: Found) -> None:
    """The hour that opens a range takes the half of the day, and the day, of its end: "from 9 to 11 a.m. on Sunday"."""
    whole = end.meaning
    fine = whole.fine if isinstance(whole, Within) else whole
    if not isinstance(one.meaning, Point) or not isinstance(fine, Point) or fine.clock is None:
        return
    hour, last = one.meaning.day or 0, fine.clock.hour
    if not 1 <= hour <= _NOON or fine.clock.zone is not None:
        return
    later = hour % _NOON + _NOON
    hour = later if last >= _NOON and later < last + (fine.clock.minute or 0) / 60 else hour % _NOON
    if hour >= last:  # "from 10 to 6 a.m." goes over midnight.
        return
    opening = Point(clock=Clock(hour=hour))
    one.meaning = Within(fine=opening, coarse=whole.coarse) if isinstance(whole, Within) else opening
    one.is_partial = False


def _repeat(one: Found, beside: Point) -> None:
    """ "every Monday and Thursday": what a set goes on with comes round too."""
    day = one.meaning.coarse if isinstance(one.meaning, Within) else one.meaning
    part = one.meaning.fine if isinstance(one.meaning, Within) else Point()
    if _is_bare_weekday(day) and beside.weekday is not None and isinstance(part, Point) and part.clock is None:
        one.meaning = Repeated(unit=Unit.DAY, on=replace(day, part=part.part))


def _share_part(one: Found, beside: Found, on: Point, *, is_told: bool) -> None:
    """ "Monday and Tuesday nights": both are sets, but for a tale of two nights."""
    if not _is_bare_weekday(one.meaning) or on.weekday is None or on.part is None:
        return
    nights = Point(part=on.part)
    if is_told:
        one.meaning = Within(fine=nights, coarse=one.meaning)
        beside.meaning = Within(fine=nights, coarse=replace(on, part=None))
    else:
        one.meaning = Repeated(unit=Unit.PART, on=replace(one.meaning, part=on.part))


def _is_bare_weekday(meaning: Meaning) -> TypeGuard[Point]:
    return isinstance(meaning, Point) and meaning.weekday is not None and meaning == Point(weekday=meaning.weekday)


def _is_before(clock: Meaning, later: Point) -> TypeGuard[Point]:
    if not isinstance(clock, Point) or clock.clock is None or later.clock is None:
        return False
    return (clock.clock.hour, clock.clock.minute or 0) <= (later.clock.hour, later.clock.minute or 0)


def _is_short_year(one: Found) -> bool:
    return one.is_partial and isinstance(one.meaning, Point) and one.meaning.short_year


def _complete_year(one: Found, beside: Found) -> None:
    if isinstance(one.meaning, Point) and isinstance(beside.meaning, Point) and one.meaning.year is not None:
        first = beside.meaning.year
        if first is not None and beside.meaning == Point(year=first) and one.meaning.year > first % 100:
            one.meaning = Point(year=first // 100 * 100 + one.meaning.year)
            one.is_partial = False


def _complete(one: Found, beside: Found) -> None:
    if isinstance(one.meaning, Point) and isinstance(beside.meaning, Point):
        whole = beside.meaning
        if whole.day is not None and whole.month is not None and whole.swapped is None:
            one.meaning = replace(whole, day=one.meaning.day, weekday=None)
            one.is_partial = False


def _apply(shade: Shade, one: Found) -> None:
    if shade.changes is not None:
        one.meaning = shade.changes(one.meaning)
    if shade.mod is not None and one.mod is None:
        one.mod = shade.mod
    one.lost = tuple(dict.fromkeys((one.rule, *one.lost)))
    one.rule = shade.name
    one.is_partial = False


def _is_glued(text: str, start: int, end: int, previous: _Word | None) -> bool:
    """Whether digits at either rim belong to a sum, a decimal, a score, a model number.

    A hyphen does not glue to a word that the rules know ("mid-2014"), nor to a year ("1914-1918").
    """
    before = text[start - 1] if start else " "
    if before.isalnum() or before in _GLUE_BEFORE:
        return True
    if before == "-" and start > 1 and text[start - 2].isalpha() and not _follows_hyphen(text, start, previous):
        return True
    if text[start].isdecimal() and start > 1 and not _follows_hyphen(text, start, previous):
        if before in ".,:/-–" and text[start - 2].isalnum() and not (before == "," and text[start - 2].isalpha()):
            return True
        if before in ".," and text[start - 2].isdecimal():
            return True
    if text[end - 1].isdecimal() and end < len(text):
        after = text[end]
        following = text[end + 1] if end + 1 < len(text) else " "
        if after == "%" or (after in ".,:/" and following.isdecimal()):
            return True
        if after == "-" and following.isdecimal() and text[start].isdecimal() and "-" in text[start:end]:
            return True
    return False


def _follows_hyphen(text: str, start: int, previous: _Word | None) -> bool:
    if previous is None or previous.end != start - 1 or text[start - 1] not in "-–":
        return False
    return not text[previous.start].isdecimal() or previous.end - previous.start in (1, 2, _YEAR_DIGITS)


def _vocabulary(rules: DateRules) -> dict[str, frozenset[str]]:
    """Every word that a table or a rule knows, with the names of those of its tables that are triggers."""
    classes: dict[str, set[str]] = {}
    for name, table in rules.tables.items():
        for entry in table:
            for word in _WORD.findall(entry):
                if word[0].isdecimal():
                    continue
                classes.setdefault(word.lower(), set()).update({name} & rules.triggers)
    for word in (*rules.numerals.added, *rules.numerals.multipliers, *rules.numerals.silent):
        classes.setdefault(word, set())
    patterns = [rule.pattern for rule in rules.rules] + [shade.pattern for shade in rules.shades]
    for pattern in (*patterns, *rules.fragments.values()):
        for word in _LITERAL.findall(_CODES.sub(" ", pattern)):
            classes.setdefault(word.lower(), set())
    return {word: frozenset(names) for word, names in classes.items()}


@lru_cache(maxsize=8)
def finder_for(rules: DateRules) -> Finder:
    return Finder(rules)

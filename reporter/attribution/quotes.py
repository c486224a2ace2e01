"""Where the story quotes: pairs of quotation marks of every kind, told from apostrophes, inches and stray marks."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reporter.model import Article, Paragraph, Span

SPEECH_WORDS = 5
"""A quoted stretch of so many words is speech in 98 % of cases in annotated news; shorter ones are as often titles,
nicknames or scare quotes (73 %), so they need a cue that governs them."""

_MARK = re.compile(r"``|''|[\"“”„«»‹›‘’']")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

_PAIRS = {"“": ("”",), "„": ("“", "”"), "«": ("»",), "‹": ("›",), "``": ("''",)}
_TOGGLES = frozenset({'"', "''"})
"""Marks that open and close alike; what stands around them tells which."""
_BEFORE_OPENING = frozenset('([{—–-/:;,“‘"«„>')
_BEFORE_CLOSING = frozenset('.,?!…;:-—–)]}”’"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """What stands between one opening and its closing mark, marks included.

    `pieces` are several when it runs over paragraphs with reopened marks, one a paragraph. `words` counts them all.
    `is_closed` is false when the closing mark is missing and the paragraph's end was taken. `is_title` tells the title
    of a work: few words, every one of them but the smallest with a capital, no full stop.
    """

    pieces: tuple[Span, ...]
    words: int
    is_closed: bool = True
    is_title: bool = False

    @property
    def start(self) -> int:
        return self.pieces[0].start

    @property
    def end(self) -> int:
        return self.pieces[-1].end

    @property
    def is_long(self) -> bool:
        return self.words >= SPEECH_WORDS


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    depth: int = 1


def find_quotations(
    article: Article, elisions: Iterable[str] = (), saying_forms: Iterable[str] = ()
) -> tuple[Quotation, ...]:
    """The outermost quotations of the article's prose, in text order; they never overlap. Linear in the text.

    A mark left open at a paragraph's end runs on when the next paragraph opens with a mark of the same kind (Chicago
    Manual of Style 13.30), else the quotation ends with its paragraph. A closing mark was forgotten, and nothing runs
    on, where the open quotation begins in the middle of a sentence, or where it ends in words of saying ("…, said",
    by `saying_forms`), before which it then ends. `elisions` are words that begin with an apostrophe ("'em").
    """
    known = frozenset(elisions)
    teller = _teller(frozenset(saying_forms))
    found: list[Quotation] = []
    carried: list[Span] = []
    lines = _transcript_lines(article)
    for number, paragraph in enumerate(article.paragraphs):
        if not paragraph.has_prose:
            continue
        begin = lines.get(number, paragraph.span.start)
        closed, left_open = _in_paragraph(article.text, begin, paragraph.span.end, known)
        for span in closed:
            if carried:
                found.append(_quotation(article.text, [*carried, span]))
                carried = []
            else:
                found.append(_quotation(article.text, [span]))
        if left_open is None:
            continue
        mark, start = left_open
        rest = Span(start=start, end=paragraph.span.end)
        told = teller.search(article.text, max(start, rest.end - _LONGEST_TELLING), rest.end)
        if told is not None:
            rest = Span(start=start, end=told.start() + 1)
        begins_inside = article.text[start + len(mark) : start + len(mark) + 1].islower()
        following = _next_prose(article.paragraphs, number)
        is_forgotten = told is not None or begins_inside
        if following is not None and not is_forgotten and _opens_with(article.text, following, mark):
            carried.append(rest)
        else:
            found.append(_quotation(article.text, [*carried, rest], is_closed=False))
            carried = []
    return tuple(found)


def _transcript_lines(article: Article) -> dict[int, int]:
    """Where the label begins in each paragraph of a transcript that is quoted whole: '"MOREAU: We go on.'.

    The mark before a label opens no speech of one voice: the labels tell whose words they are. One such paragraph
    alone may be anything ('"WARNING: no entry"').
    """
    found = {}
    for number, paragraph in enumerate(article.paragraphs):
        label = _LABEL.match(article.text, paragraph.span.start, paragraph.span.end)
        if paragraph.has_prose and label is not None and label["name"].isupper():
            found[number] = label.start("name")
    return found if len(found) > 1 else {}


_LABEL = re.compile(r"[\"“](?P<name>[^\W\d_](?:[^\W\d_]|[ .'’-]){1,40}):\s")
_LONGEST_TELLING = 160
"""Characters of "…, said N. N., who …" at the end of a paragraph."""
_NOTHING = re.compile(r"(?!)")


@lru_cache(maxsize=8)
def _teller(saying_forms: frozenset[str]) -> re.Pattern[str]:
    """A mark that ends what is said, and the words of saying behind it: ", said Ada Lund." or ", she said."."""
    if not saying_forms:
        return _NOTHING
    forms = "|".join(sorted(map(re.escape, saying_forms)))
    return re.compile(rf"[,?!] (?:[^\s,.?!]+ ){{0,4}}(?:{forms})\b[^?!\n]*\Z")


def _quotation(text: str, pieces: Sequence[Span], *, is_closed: bool = True) -> Quotation:
    words = sum(sum(1 for _ in _WORD.finditer(text, piece.start, piece.end)) for piece in pieces)
    is_title = words <= _TITLE_WORDS and len(pieces) == 1 and _looks_like_title(text, pieces[0])
    return Quotation(pieces=tuple(pieces), words=words, is_closed=is_closed, is_title=is_title)


_TITLE_WORDS = 12
_CLOSING = "\"”'’»"
_SMALL = 4
"""Words of up to so many letters may be small in a title."""


def _looks_like_title(text: str, span: Span) -> bool:
    words = [match.group() for match in _WORD.finditer(text, span.start, span.end)]
    inside = text[span.start : span.end].rstrip(_CLOSING).removesuffix(".")  # American copy sets the full stop inside
    if any(mark in inside for mark in ".?!…"):
        return False
    return (
        len(words) > 1
        and words[0][0].isupper()
        and all(word[0].isupper() or word[0].isdigit() or len(word) <= _SMALL for word in words)
        and sum(word[0].isupper() for word in words) * 2 > len(words)
    )


def _next_prose(paragraphs: Sequence[Paragraph], number: int) -> Paragraph | None:
    return next((paragraph for paragraph in paragraphs[number + 1 : number + 4] if paragraph.has_prose), None)


def _opens_with(text: str, paragraph: Paragraph, mark: str) -> bool:
    start = paragraph.span.start
    while start < paragraph.span.end and text[start].isspace():
        start += 1
    return text.startswith(mark, start)


def _in_paragraph(
    text: str, begin: int, end: int, elisions: frozenset[str]
) -> tuple[list[Span], tuple[str, int] | None]:
    """The closed quotations of `text[begin:end]`, and the mark and place of one that is left open at its end."""
    closed: list[Span] = []
    double: _Open | None = None
    single: _Open | None = None
    maybe_single_end: int | None = None
    for match in _MARK.finditer(text, begin, end):
        mark, at, after = match.group(), match.start(), match.end()
        if mark in "'‘’" and len(mark) == 1:
            if double is not None:
                continue
            if single is None:
                if (
                    _may_open(text, at, after, begin, end)
                    and mark != "’"
                    and not _is_elision(text, after, end, elisions)
                ):
                    single, maybe_single_end = _Open(mark=mark, start=at), None
            elif mark == "‘":
                if maybe_single_end is not None:
                    closed.append(Span(start=single.start, end=maybe_single_end))
                    single, maybe_single_end = _Open(mark=mark, start=at), None
                else:
                    single.depth += 1
            elif _may_close(text, at, after, end):
                if single.depth > 1:
                    single.depth -= 1
                elif _is_possessive(text, at, after, end):
                    maybe_single_end = after
                else:
                    closed.append(Span(start=single.start, end=after))
                    single, maybe_single_end = None, None
            continue
        mark = _meant(mark, text, at, after, begin, end, None if double is None else double.mark)
        if single is not None and double is None and _opens(mark, text, at, after, begin, end):
            # A double mark inside of single ones is nested (British copy), unless the single was an apostrophe.
            if _has_single_close(text, after, end):
                continue
            single, maybe_single_end = None, None
        elif single is not None and double is None:
            continue
        if double is None:
            if mark == '"' and _is_inches(text, at):
                continue
            if _opens(mark, text, at, after, begin, end):
                double = _Open(mark=mark, start=at)
        elif mark in _TOGGLES and double.mark == mark:
            if _looks_opening(text, at, after, begin, end) and not _looks_closing(text, at, after, end):
                double = _Open(mark=mark, start=at)  # the one before was never closed: a stray mark
            else:
                closed.append(Span(start=double.start, end=after))
                double = None
        elif mark in _PAIRS.get(double.mark, ()):
            double.depth -= 1
            if double.depth == 0:
                closed.append(Span(start=double.start, end=after))
                double = None
        elif mark == double.mark:
            if _is_balanced_ahead(text, mark, after, end):
                double.depth += 1
            else:
                double = _Open(mark=mark, start=at)
    if single is not None and maybe_single_end is not None:
        closed.append(Span(start=single.start, end=maybe_single_end))
    closed.sort()
    return closed, (None if double is None else (double.mark, double.start))


def _meant(mark: str, text: str, at: int, after: int, begin: int, end: int, opened: str | None) -> str:
    """The mark that was meant where an editor's keyboard turned it the wrong way: “Why?“, ”Why?”, “Why?", "Why?”.

    A mark right behind a stop and before a gap closes; one behind a gap and before a letter opens. One of the other
    style closes only where none of the right style is left to do it.
    """
    may_close = at > begin and not text[at - 1].isspace() and (after >= end or not text[after].isalnum())
    if opened is None:
        opens = (at == begin or text[at - 1].isspace()) and after < end and text[after].isalnum()
        return "“" if mark == "”" and opens else mark
    if mark == opened == "“":
        return "”" if may_close and text[at - 1] in _STOPS else mark
    if may_close and {mark, opened} in _CONFUSED:
        closer = "”" if opened == "“" else opened
        later = text.find(closer, after, min(end, after + _AHEAD))
        reopened = text.find(opened, after, min(end, after + _AHEAD)) if opened == "“" else -1
        if later < 0 or 0 <= reopened < later:
            return closer
    return mark


_STOPS = frozenset(".,?!…")
_CONFUSED = ({"“", '"'}, {'"', "”"})


def _opens(mark: str, text: str, at: int, after: int, begin: int, end: int) -> bool:
    if mark in _TOGGLES:
        return _may_open(text, at, after, begin, end)
    return mark in _PAIRS


def _may_open(text: str, at: int, after: int, begin: int, end: int) -> bool:
    has_gap_before = at == begin or text[at - 1].isspace() or text[at - 1] in _BEFORE_OPENING
    return has_gap_before and after < end and not text[after].isspace()


def _looks_opening(text: str, at: int, after: int, begin: int, end: int) -> bool:
    return (at == begin or text[at - 1].isspace()) and after < end and not text[after].isspace()


def _looks_closing(text: str, at: int, after: int, end: int) -> bool:
    return not text[at - 1].isspace() or after >= end


def _may_close(text: str, at: int, after: int, end: int) -> bool:
    return not text[at - 1].isspace() and (after >= end or not (text[after].isalnum() or text[after] == "_"))


def _is_possessive(text: str, at: int, after: int, end: int) -> bool:
    """ "the players' union": no telling whether the mark closes, until something else does."""
    return text[at - 1] in "sS" and after + 1 < end and text[after] == " " and text[after + 1].islower()


def _is_elision(text: str, after: int, end: int, elisions: frozenset[str]) -> bool:
    word = _WORD.match(text, after, min(end, after + 24))
    if word is None:
        return False
    return word.group().lower() in elisions or word.group()[0].isdigit()


def _is_inches(text: str, at: int) -> bool:
    return at > 0 and text[at - 1].isdigit()


_AHEAD = 2000


def _has_single_close(text: str, after: int, end: int) -> bool:
    """Whether, past the double quotation that opens here, a single mark still closes after punctuation."""
    stop = min(end, after + _AHEAD)
    for match in re.finditer(r"[.,?!][\"”]?['’](?![^\W_])", text[after:stop]):
        return match.start() >= 0
    return False


def _is_balanced_ahead(text: str, mark: str, after: int, end: int) -> bool:
    """Whether the second opening mark in a row is nested: two closing marks come before the next opening one."""
    stop = min(end, after + _AHEAD)
    closer = _PAIRS[mark][0]
    first = text.find(closer, after, stop)
    if first < 0:
        return False
    second = text.find(closer, first + len(closer), stop)
    opening = text.find(mark, after, stop)
    return second >= 0 and (opening < 0 or second < opening)

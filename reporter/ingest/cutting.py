"""Cutting a text into paragraphs: by lines, or, where lines were wrapped at a width, by blank lines and indentation."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from reporter.model import Span

WIDEST_WRAP = 120
"""Characters. Text that was wrapped has no longer line (wires wrap at 69 to 80); a paragraph in one line soon does."""

NARROWEST_WRAP = 40
"""Characters. A text of shorter lines is headings or verse, not prose in columns."""

FULL = 0.85
"""A line that, with the next line's first word, would reach this share of the longest was broken for its length."""

FEWEST_FULL = 0.6
"""Share of the line breaks inside sentences that must be of that kind before a text counts as wrapped."""


def cut(text: str) -> tuple[Span, ...]:
    """The paragraphs of `text` as spans without surrounding white space, in order; none is empty.

    A paragraph holds line breaks only where lines were wrapped.

    >>> [span.of("One.\\n\\nTwo.") for span in cut("One.\\n\\nTwo.")]
    ['One.', 'Two.']
    """
    lines = _lines(text)
    wrapping = _Wrapping.of(lines)
    paragraphs: list[Span] = []
    previous: _Line | None = None
    for line in lines:
        if line.is_blank:
            previous = None
            continue
        if previous is not None and wrapping is not None and wrapping.joins(previous, line):
            paragraphs[-1] = Span(start=paragraphs[-1].start, end=line.span.end)
        else:
            paragraphs.append(line.span)
        previous = line
    return tuple(paragraphs)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One line. `span` covers its words; `indent` is the white space before them, in characters."""

    span: Span
    indent: int
    first_word: int
    """Characters of its first word."""
    ends_sentence: bool
    opens_low: bool
    """It begins in lower case, as only the rest of a sentence does."""

    @property
    def is_blank(self) -> bool:
        return not self.span

    @property
    def width(self) -> int:
        return self.indent + len(self.span)


_CLOSERS = "\"'”’»)]"
_SENTENCE_ENDS = ".!?:…"


def _lines(text: str) -> list[_Line]:
    lines = []
    start = 0
    for raw in text.splitlines(keepends=True):
        words = raw.strip(_BLANKS)
        if not words:
            lines.append(_BLANK_LINE)
            start += len(raw)
            continue
        indent = len(raw) - len(raw.lstrip(_BLANKS))
        span = Span(start=start + indent, end=start + indent + len(words))
        lines.append(
            _Line(
                span=span,
                indent=indent,
                first_word=len(words[:WIDEST_WRAP].split(None, 1)[0]),
                ends_sentence=words.rstrip(_CLOSERS).endswith(tuple(_SENTENCE_ENDS)),
                opens_low=words[:1].islower(),
            )
        )
        start += len(raw)
    return lines


_BLANKS = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\x00"
)
"""White space, and what has no ink: a line of it is blank."""


_BLANK_LINE = _Line(span=Span(start=0, end=0), indent=0, first_word=0, ends_sentence=False, opens_low=False)


_COLUMN = 0.9
"""The share of lines, last lines of blocks left out, that are no wider than the column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wrapping:
    """How a text was wrapped: at which width, and at what indentation its lines usually begin."""

    width: int
    indent: int

    @staticmethod
    def of(lines: list[_Line]) -> "_Wrapping | None":
        """None for a text whose lines are paragraphs."""
        full = [line for line in lines if not line.is_blank]
        followed = sorted(one.width for one, two in pairwise(lines) if not one.is_blank and not two.is_blank)
        if not followed or max(line.width for line in full) > WIDEST_WRAP:
            return None
        # Not the longest: a dateline put before the first line, or a heading, can stand out of the column.
        width = followed[int(_COLUMN * (len(followed) - 1))]
        if width < NARROWEST_WRAP:
            return None
        wrapping = _Wrapping(width=width, indent=_usual([line.indent for line in full]))
        # Lines that are paragraphs end their sentences and begin with a capital; a column breaks anywhere.
        inside = [
            wrapping.is_full(one, two)
            for one, two in pairwise(lines)
            if not one.is_blank and not one.ends_sentence and two.opens_low
        ]
        return wrapping if inside and sum(inside) >= FEWEST_FULL * len(inside) else None

    def is_full(self, line: _Line, following: _Line) -> bool:
        """Whether the next line's first word had no place in this one."""
        return line.width + 1 + following.first_word > FULL * self.width

    def joins(self, line: _Line, following: _Line) -> bool:
        """Whether `following` goes on with the paragraph of `line`."""
        if following.indent > max(self.indent, line.indent) and line.ends_sentence:
            return False
        if following.opens_low and not line.ends_sentence:
            return True
        return self.is_full(line, following)


def _usual(indents: list[int]) -> int:
    """The commonest indentation, the smaller of two that are as common."""
    counts = Counter(indents)
    return min(counts, key=lambda indent: (-counts[indent], indent), default=0)

"""What each paragraph is for: the layout's rules applied in table order, then the headline found."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reporter.ingest.layout import Form, Layout, LayoutRule, Where
from reporter.ingest.moments import AmbiguousDateError, read_moment
from reporter.ingest.repeats import find_repeats
from reporter.ingest.stamps import read_stamp
from reporter.model import Paragraph, ParagraphKind, Span

LONGEST_LINE = 400
"""Characters. No byline, dateline or newsletter line is longer; longer paragraphs are body text."""

EDGE = 250
"""Characters at a paragraph's start or end in which its dateline or credit is looked for."""

LONGEST_HEADLINE = 220
"""Characters. Standing headlines reach about 150, with a kicker in front 200."""

OPENING_PARAGRAPHS = 2
"""Paragraphs of body text that still count as the top of a story: a standfirst can come before the dateline."""

# Each is one character wide, so that what a rule finds lies at the same place in the text.
_PLAIN = {
    ord(character): " "
    for character in "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2007\u2009\u200a\u202f\u2028\u2029\x00\ufeff"
}
_PLAIN |= {ord(character): '"' for character in "“”„‟«»"}
_PLAIN |= {ord(character): "'" for character in "‘’‚‛`´"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What one paragraph turned out to be, and what its rule read from it (the named groups of its pattern)."""

    paragraph: Paragraph
    rule: str | None = None
    groups: dict[str, str] = field(default_factory=dict)


def read_kinds(
    text: str,
    spans: Sequence[Span],
    layout: Layout,
    *,
    headline: str | None = None,
    captions: frozenset[str] = frozenset(),
) -> tuple[Read, ...]:
    """The paragraphs at `spans` with their kinds, in order.

    `headline` is the one known from elsewhere, `captions` the texts (see `folded`) of those that the page marks as
    captions. Without a known headline, a first line that no mark closes and that more follows is taken for it.
    """
    reader = _Reader(text=text, spans=spans, layout=layout)
    reads: list[Read] = []
    body = 0
    for number, span in enumerate(spans):
        words = folded(span.of(text)) if len(span) <= LONGEST_LINE or captions else ""
        if headline is not None and words and words == folded(headline):
            reads.append(Read(paragraph=Paragraph(span=span, kind=ParagraphKind.HEADLINE)))
            continue
        read = reader.read(number, is_top=body < OPENING_PARAGRAPHS)
        if captions and words in captions and read.paragraph.kind is ParagraphKind.BODY:
            read = replace(read, paragraph=replace(read.paragraph, kind=ParagraphKind.CAPTION, dateline=None))
        body += read.paragraph.kind is ParagraphKind.BODY and _ends_sentence(span.of(text), layout)
        reads.append(read)
    if headline is None:
        _find_headline(text, reads, layout)
    return _with_repeats(text, reads, layout)


def folded(words: str) -> str:
    """`words` for comparing: case, spacing and punctuation do not count."""
    return " ".join(_WORDS.findall(words.casefold()))


_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    text: str
    spans: Sequence[Span]
    layout: Layout

    def read(self, number: int, *, is_top: bool) -> Read:
        span = self.spans[number]
        dateline: Read | None = None
        credit: Read | None = None
        for rule, pattern in self.layout.compiled:
            if (rule.where is Where.TOP and not is_top) or self._is_settled(rule, dateline, credit):
                continue
            run, found = self._match(rule, pattern, span)
            if run is None or found is None or (rule.is_single and not self._is_only(number, rule, pattern)):
                continue
            groups = {name: value.strip() for name, value in found.groupdict().items() if value and value.strip()}
            if not all(self._states_date(groups[name]) for name in ("published", "updated") if name in groups):
                continue
            if "sent" in groups and read_stamp(groups["sent"], self.layout.calendar) is None:
                continue
            read = Read(paragraph=self._paragraph(span, rule, run), rule=rule.name, groups=groups)
            if rule.form is Form.LINE or (rule.form is Form.START and rule.kind is not ParagraphKind.DATELINE):
                return read
            if rule.form is Form.START:
                if run.end == span.end:
                    return read
                dateline = read
            else:
                credit = read
        return self._joined(span, dateline, credit)

    def _states_date(self, words: str) -> bool:
        try:
            return read_moment(words, self.layout.calendar) is not None
        except AmbiguousDateError:
            return True

    @staticmethod
    def _is_settled(rule: LayoutRule, dateline: Read | None, credit: Read | None) -> bool:
        if rule.form is Form.END:
            return credit is not None
        return dateline is not None

    def _match(
        self, rule: LayoutRule, pattern: re.Pattern[str], span: Span
    ) -> tuple[Span | None, re.Match[str] | None]:
        if rule.form is Form.LINE:
            if len(span) > LONGEST_LINE:
                return None, None
            begin, end = span.start, span.end
        elif rule.form is Form.START:
            begin, end = span.start, min(span.end, span.start + EDGE)
        else:
            begin, end = max(span.start, span.end - EDGE), span.end
        words = self.text[begin:end].translate(_PLAIN)
        found = pattern.search(words) if rule.form is Form.END else pattern.match(words)
        if found is None:
            return None, None
        group = "run" if "run" in pattern.groupindex and found["run"] else 0
        first, last = found.span(group)
        while first < last and words[first] == " ":
            first += 1
        while first < last and words[last - 1] == " ":
            last -= 1
        return Span(start=begin + first, end=begin + last), found

    def _is_only(self, number: int, rule: LayoutRule, pattern: re.Pattern[str]) -> bool:
        return not any(
            self._match(rule, pattern, other)[0] is not None for k, other in enumerate(self.spans) if k != number
        )

    @staticmethod
    def _paragraph(span: Span, rule: LayoutRule, run: Span) -> Paragraph:
        match rule.kind, rule.form:
            case ParagraphKind.DATELINE, Form.START if run.end < span.end:
                return Paragraph(span=span, kind=ParagraphKind.BODY, dateline=run)
            case ParagraphKind.CREDIT, Form.END:
                is_all = run.start == span.start
                return Paragraph(
                    span=span, kind=rule.kind if is_all else ParagraphKind.BODY, credit=None if is_all else run
                )
            case ParagraphKind.CAPTION, Form.END:
                return Paragraph(span=span, kind=ParagraphKind.CAPTION, credit=run)
            case _:
                return Paragraph(span=span, kind=rule.kind)

    @staticmethod
    def _joined(span: Span, dateline: Read | None, credit: Read | None) -> Read:
        if credit is None:
            return dateline or Read(paragraph=Paragraph(span=span, kind=ParagraphKind.BODY))
        if dateline is None or credit.paragraph.credit is None or credit.paragraph.kind is not ParagraphKind.BODY:
            return credit
        opened = dateline.paragraph.dateline
        if opened is None or opened.end > credit.paragraph.credit.start:
            return credit
        return Read(
            paragraph=replace(credit.paragraph, dateline=opened),
            rule=dateline.rule,
            groups={**credit.groups, **dateline.groups},
        )


def _ends_sentence(words: str, layout: Layout) -> bool:
    return words.rstrip(_CLOSERS)[-1:] in set(layout.sentence_ends + layout.headline_ends)


_CLOSERS = "\"'”’»)] "
_ABOVE_A_HEADLINE = frozenset(
    {ParagraphKind.BOILERPLATE, ParagraphKind.CAPTION, ParagraphKind.BYLINE, ParagraphKind.DATELINE}
)
_UNDER_A_HEADLINE = frozenset({ParagraphKind.BYLINE, ParagraphKind.DATELINE})


def _find_headline(text: str, reads: list[Read], layout: Layout) -> None:
    """Mark the headline: the first line of prose, if no mark closes it and prose comes later."""
    for number, read in enumerate(reads):
        if read.paragraph.kind in _ABOVE_A_HEADLINE and read.paragraph.dateline is None:
            continue
        following = reads[number + 1 :]
        if (
            read.paragraph.kind is ParagraphKind.BODY
            and read.paragraph.dateline is None
            and _is_headline(read.paragraph.span.of(text), following, layout)
        ):
            reads[number] = Read(paragraph=replace(read.paragraph, kind=ParagraphKind.HEADLINE))
        return


def _is_headline(words: str, following: Sequence[Read], layout: Layout) -> bool:
    if len(words) > LONGEST_HEADLINE or not any(read.paragraph.kind is ParagraphKind.BODY for read in following):
        return False
    last = words.rstrip(_CLOSERS)[-1:]
    if not last or last in layout.sentence_ends:
        return False
    if last not in layout.headline_ends:
        return True
    under = following[0].paragraph
    return under.kind in _UNDER_A_HEADLINE or under.dateline is not None


def _with_repeats(text: str, reads: Sequence[Read], layout: Layout) -> tuple[Read, ...]:
    prose = [number for number, read in enumerate(reads) if read.paragraph.has_prose]
    repeats = find_repeats([_prose(reads[number].paragraph).of(text) for number in prose], layout.telling_words)
    marked = list(reads)
    for number, earlier in zip(prose, repeats, strict=True):
        if earlier is not None:
            marked[number] = replace(reads[number], paragraph=replace(reads[number].paragraph, repeats=prose[earlier]))
    return tuple(marked)


def _prose(paragraph: Paragraph) -> Span:
    """The paragraph without its dateline and credit."""
    return Span(
        start=paragraph.dateline.end if paragraph.dateline else paragraph.span.start,
        end=paragraph.credit.start if paragraph.credit else paragraph.span.end,
    )

"""The story's own sentences, with absolute dates and full names set into them."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from reporter.model import Attribution, Grain, Interval, QuoteType, Source, SourceKind, Span, TimeExpression
from reporter.wording.dates import has_no_place, is_one_day, plain_day, written
from reporter.wording.names import NAMED, called, opening
from reporter.wording.words import Wording

_CLOSES_PHRASE = re.compile(r"\s*(?:[,.;:!?)\]”’\"–—]|$)")
_WORD_BEFORE = re.compile(r"([\w'’-]{1,40})\W{0,3}$")
_SPACES = re.compile(r"\s+")
_SPACE_BEFORE_STOP = re.compile(r"\s+([,.;:!?])")
_DOUBLE_COMMA = re.compile(r",(\s*,)+")
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A run of the article's text and what stands for it in the brief; an empty run is an insertion."""

    span: Span
    text: str


def edited(span: Span, text: str, edits: Iterable[Edit]) -> str:
    """The words of `span` with `edits` made, white space evened out. Of two edits that overlap the first is made."""
    pieces = []
    at = span.start
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)):
        if edit.span.start < at or edit.span.end > span.end:
            continue
        pieces.append(text[at : edit.span.start])
        pieces.append(edit.text)
        at = edit.span.end
    pieces.append(text[at : span.end])
    return tidy("".join(pieces)).lstrip(",.;: ")


def tidy(text: str) -> str:
    """`text` with single blanks, none before a stop, and no doubled comma.

    >>> tidy("on Monday, 12 October 2015, , the  ministry said .")
    'on Monday, 12 October 2015, the ministry said.'
    """
    text = _SPACES.sub(" ", text).strip()
    return _DOUBLE_COMMA.sub(",", _SPACE_BEFORE_STOP.sub(r"\1", text))


def is_balanced(text: str) -> bool:
    """Whether every quotation mark and bracket has its partner."""
    return all(text.count(left) == text.count(right) for left, right in _PAIRS) and text.count('"') % 2 == 0


# Dates


def date_edits(
    span: Span, text: str, times: Iterable[TimeExpression], quoted: Sequence[Span], wording: Wording
) -> tuple[Edit, ...]:
    """What gives the times in `span` their absolute dates: each day once.

    Within `quoted` runs no word is touched: the date follows in square brackets.
    """
    edits = []
    told: set[str] = set()
    for time in times:
        if time.interval is None or has_no_place(time) or not span.contains(time.span):
            continue
        key = written(time.interval, wording.prose.dates, is_short=True)
        if key in told:
            continue
        is_quoted = any(run.contains(time.span) for run in quoted)
        edit = _date_edit(time, time.interval, span, text, is_quoted=is_quoted, wording=wording)
        if edit is not None:
            told.add(key)
            edits.append(edit)
    return tuple(edits)


def _date_edit(
    time: TimeExpression, interval: Interval, sentence: Span, text: str, *, is_quoted: bool, wording: Wording
) -> Edit | None:
    own = time.span.of(text)
    if not own.strip() or str(interval.begin.year) in own:
        return None
    dates, prose = wording.prose.dates, wording.prose
    last_word = own.split()[-1]
    end = Span(start=time.span.end, end=time.span.end)
    possessive = next((ending for ending in prose.possessive if text.startswith(ending, end.end)), None)
    ends_in_month = last_word in dates.months
    if ends_in_month and not is_quoted and possessive is None:
        return Edit(span=end, text=f" {interval.begin.year}")
    if possessive is not None:
        end = Span(start=end.end + len(possessive), end=end.end + len(possessive))
    if not is_one_day(interval):
        return Edit(span=end, text=_bracketed(written(interval, dates, is_short=False), is_quoted=is_quoted))
    day = plain_day(interval.begin, dates)
    if is_quoted or possessive is not None:
        return Edit(span=end, text=_bracketed(day, is_quoted=is_quoted))
    comma = "" if _CLOSES_PHRASE.match(text, end.end, sentence.end) else ","
    before = _WORD_BEFORE.search(text[max(sentence.start, time.span.start - 50) : time.span.start])
    word_before = before[1].lower() if before is not None else ""
    if own.lower() in prose.day_names:
        lead = "" if word_before in prose.words_before_days else f"{prose.day_names[own.lower()]} "
        lead = opening(lead) if not word_before else lead
        return Edit(span=time.span, text=f"{lead}{written(_whole_day(interval), dates, is_short=False)}{comma}")
    if any(month in own for month in dates.months):
        return Edit(span=end, text=f", {interval.begin.year}{comma}")
    if not any(weekday in own for weekday in dates.weekdays) or word_before in prose.articles:
        return Edit(span=end, text=_bracketed(day, is_quoted=False))
    is_bare = own in dates.weekdays
    lead = f"{prose.day_preposition} " if is_bare and word_before and word_before not in prose.words_before_days else ""
    return Edit(span=time.span, text=f"{lead}{own}, {day}{comma}")


def _bracketed(text: str, *, is_quoted: bool) -> str:
    return f" [{text}]" if is_quoted else f" ({text})"


def _whole_day(interval: Interval) -> Interval:
    begin = interval.begin.replace(hour=0, minute=0, second=0, microsecond=0)
    return Interval(begin=begin, until=begin + timedelta(days=1), grain=Grain.DAY)


# Names


def name_edits(
    span: Span,
    text: str,
    attributions: Iterable[Attribution],
    sources: dict[str, Source],
    quoted: Sequence[Span],
    wording: Wording,
) -> tuple[Edit, ...]:
    """What puts a source's name for the pronoun, the description or the surname by which `span` calls it.

    Only once, and only where the sentence does not give the name elsewhere.
    """
    edits = []
    told: set[str] = set()
    for attribution in attributions:
        source = sources.get(attribution.source_id or "")
        if source is None or source.kind not in NAMED or len(attribution.source) != 1 or source.id in told:
            continue
        mention = attribution.source[0]
        if not span.contains(mention) or any(run.contains(mention) for run in quoted):
            continue
        words = mention.of(text)
        name = called(source, text, wording, unnamed=wording.prose.unnamed_source)
        elsewhere = text[span.start : mention.start] + text[mention.end : span.end]
        if source.name in elsewhere or not _stands_for(words, name, source, wording):
            continue
        told.add(source.id)
        edits.append(Edit(span=mention, text=opening(name) if mention.start == span.start else name))
    return tuple(edits)


def _stands_for(words: str, name: str, source: Source, wording: Wording) -> bool:
    """Whether `words` tell less than `name`, what the source is called: a pronoun, a description, a part of it."""
    lower = " ".join(words.lower().split())
    if lower == source.name.lower():
        return source.kind is SourceKind.ORGANISATION and lower not in name.lower()
    if lower in wording.prose.subject_pronouns:
        return True
    first, *rest = lower.split(" ")
    own = set(source.name.lower().split())
    if first in wording.prose.articles[:1] and rest:
        return words.split()[-1][:1].islower() and set(rest) < own | {first}
    return source.name.endswith(f" {words}")


# Sentences


def quoted_runs(span: Span, text: str, attributions: Iterable[Attribution]) -> tuple[Span, ...]:
    """Where `span` gives words as they were spoken: direct contents, and what stands between quotation marks."""
    runs = [
        piece
        for attribution in attributions
        if attribution.quote_type is QuoteType.DIRECT
        for piece in attribution.content
        if piece.overlaps(span)
    ]
    start: int | None = None
    for k in range(span.start, span.end):
        character = text[k]
        if character in "“«" or (character == '"' and start is None):
            start = k
        elif character in '”»"' and start is not None:
            runs.append(Span(start=start, end=k + 1))
            start = None
    return tuple(runs)


def without_connective(text: str, wording: Wording) -> str:
    """`text` without an opening that only ties it to the sentence before.

    >>> from reporter.languages.en.brief import WORDING
    >>> without_connective("But the dam held.", WORDING)
    'The dam held.'
    """
    lower = text.lower()
    for connective in wording.prose.connectives:
        rest = text[len(connective) :].lstrip(" ,")
        if lower.startswith(f"{connective} ") and rest:
            return opening(rest)
    return text


def run_on(text: str, names: Collection[str], story: str, wording: Wording) -> str:
    """`text` as it stands after "that": without its last stop, in lower case unless it begins with a name.

    What has a capital within a sentence elsewhere in the `story` is a name too.
    """
    text = text.rstrip(" .")
    first = text.split(" ", 1)[0]
    bare = first.strip(",;:'’")
    is_kept = (
        bare.lower() in wording.prose.kept_capital
        or sum(1 for character in bare if character.isupper()) > 1
        or any(bare in {name, name.split()[0]} or bare.startswith((f"{name}'", f"{name}’")) for name in names)
        or any(bare.startswith(word) for word in (*wording.prose.dates.weekdays, *wording.prose.dates.months))
    )
    is_name = not is_kept and re.search(rf"[a-z0-9,] {re.escape(bare)}\b", story) is not None
    return text if is_kept or is_name else text[:1].lower() + text[1:]


def ended(text: str) -> str:
    """`text` with a full stop, unless it ends in a stop already."""
    bare = text.rstrip("\"'”’») ")
    return text if bare.endswith((".", "!", "?", "…")) else f"{text.rstrip(' ,;:–—-')}."

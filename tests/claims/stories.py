"""Short made-up stories with their parts marked, for the tests of claims: attributions and times without the stages
that find them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from reporter.claims import extract_claims
from reporter.language import Parser, load_parser
from reporter.languages import language_pack
from reporter.model import (
    AnchorKind,
    Article,
    Attribution,
    Claim,
    Direction,
    Grain,
    Interval,
    Paragraph,
    ParagraphKind,
    Parse,
    QuoteType,
    Source,
    SourceKind,
    Span,
    Stance,
    TimeExpression,
    TimeProof,
    TimeType,
)

_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


@cache
def parser() -> Parser:
    return load_parser(language_pack("en").parser)


def article(*paragraphs: str, kinds: Sequence[ParagraphKind] = (), repeats: dict[int, int] | None = None) -> Article:
    """A story of these paragraphs, body text unless `kinds` says otherwise."""
    made = []
    start = 0
    for number, text in enumerate(paragraphs):
        made.append(
            Paragraph(
                span=Span(start=start, end=start + len(text)),
                kind=kinds[number] if number < len(kinds) else ParagraphKind.BODY,
                repeats=(repeats or {}).get(number),
            )
        )
        start += len(text) + 1
    return Article(text="\n".join(paragraphs), language="en", paragraphs=tuple(made))


@dataclass(frozen=True, kw_only=True)
class Says:
    """An attribution by its words; of the cue's and the content's words the `nth` place is meant."""

    source: str | None
    cue: str
    content: tuple[str, ...]
    name: str | None = None
    quote_type: QuoteType = QuoteType.INDIRECT
    stance: Stance = Stance.NEUTRAL
    within: int | None = None
    kind: SourceKind = SourceKind.PERSON
    nth: int = 1


def span(text: str, words: str, nth: int = 1) -> Span:
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start=start, end=start + len(words))


def claims(story: Article, *says: Says, parse: Parse | None = None) -> tuple[Claim, ...]:
    """The claims of `story` in which these things are said, weekdays being its times (in order "t1", "t2", …)."""
    sources: dict[str, Source] = {}
    attributions = []
    for number, row in enumerate(says, start=1):
        name = row.name or row.source
        if name is not None and name not in sources:
            sources[name] = Source(id=f"s{len(sources) + 1}", name=name, kind=row.kind)
        attributions.append(
            Attribution(
                id=f"a{number}",
                source=(span(story.text, row.source),) if row.source else (),
                cue=(span(story.text, row.cue, row.nth),) if row.cue else (),
                content=tuple(span(story.text, piece, row.nth) for piece in row.content),
                quote_type=row.quote_type,
                frame="made-up",
                stance=row.stance,
                source_id=sources[name].id if name is not None else None,
                within=f"a{row.within}" if row.within else None,
            )
        )
    return extract_claims(
        story,
        parse or parser().parse(story),
        weekdays(story.text),
        tuple(attributions),
        tuple(sources.values()),
        language_pack("en").claims,
    )


def weekdays(text: str) -> tuple[TimeExpression, ...]:
    """Every weekday of `text`, each on a day of its own: where it stands on the calendar does not matter here."""
    begin = datetime.fromisoformat("2021-03-01")
    return tuple(
        TimeExpression(
            id=f"t{number}",
            span=Span(start=match.start(), end=match.end()),
            text=match.group(),
            type=TimeType.DATE,
            value="2021-03-01",
            interval=Interval(begin=begin, until=begin + timedelta(days=1), grain=Grain.DAY),
            proof=TimeProof(
                rule="made-up",
                anchor=AnchorKind.NONE,
                anchor_value=None,
                direction=Direction.PAST,
                direction_reason="It was made up.",
                explanation="It was made up.",
                confidence=1,
            ),
        )
        for number, match in enumerate(_WEEKDAY.finditer(text), start=1)
    )


def texts(found: Sequence[Claim]) -> list[str]:
    return [claim.text for claim in found]


def dates(story: Article, ids: Sequence[str]) -> list[str]:
    """The words of the times with these ids."""
    known = {time.id: time.text for time in weekdays(story.text)}
    return [known[number] for number in ids]

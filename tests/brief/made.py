"""Parts of a brief made up for one test: a story of one line with its times, sources, attributions and claims."""

from collections.abc import Sequence
from datetime import date, datetime

from reporter.brief import assemble
from reporter.languages import language_pack
from reporter.model import (
    AnchorKind,
    Article,
    Attribution,
    Brief,
    ChainLink,
    Claim,
    Direction,
    Flag,
    Grain,
    Interval,
    Method,
    Paragraph,
    ParagraphKind,
    PublicationTime,
    QuoteType,
    Severity,
    Source,
    SourceKind,
    Span,
    TimeExpression,
    TimeMod,
    TimeProof,
    TimeType,
)

WORDING = language_pack("en").brief
METHOD = Method(version="0", parser="none", input_sha256="0" * 64)


def story(*lines: str, published: str | None = "2015-10-12", repeats: dict[int, int] | None = None) -> Article:
    paragraphs = []
    start = 0
    for number, line in enumerate(lines):
        span = Span(start=start, end=start + len(line))
        paragraphs.append(Paragraph(span=span, kind=ParagraphKind.BODY, repeats=(repeats or {}).get(number)))
        start = span.end + 1
    return Article(
        text="\n".join(lines),
        language="en",
        paragraphs=tuple(paragraphs),
        published=PublicationTime(day=date.fromisoformat(published)) if published else None,
    )


def find(text: str, words: str, nth: int = 1) -> Span:
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start=start, end=start + len(words))


def interval(begin: str, until: str, grain: Grain = Grain.DAY, *, earliest: str | None = None) -> Interval:
    return Interval(
        begin=datetime.fromisoformat(begin),
        until=datetime.fromisoformat(until),
        grain=grain,
        earliest=datetime.fromisoformat(earliest) if earliest else None,
    )


def time(
    number: int,
    span: Span,
    text: str,
    where: Interval | None,
    *,
    value: str | None = "2015-10-12",
    direction: Direction = Direction.PAST,
    mod: TimeMod | None = None,
    signal: str | None = None,
) -> TimeExpression:
    return TimeExpression(
        id=f"t{number}",
        span=span,
        text=span.of(text),
        type=TimeType.DATE,
        value=value,
        interval=where,
        mod=mod,
        signal=signal,
        proof=TimeProof(
            rule="made-up",
            anchor=AnchorKind.PUBLICATION,
            anchor_value="2015-10-12",
            direction=direction,
            direction_reason="It was made up.",
            explanation="It was made up.",
            confidence=1,
        ),
    )


def source(number: int, name: str, kind: SourceKind = SourceKind.PERSON, *, roles: tuple[str, ...] = ()) -> Source:
    return Source(id=f"s{number}", name=name, kind=kind, roles=roles)


def attribution(
    number: int,
    text: str,
    who: str | None,
    cue: str,
    content: str,
    source_id: str | None = "s1",
    quote_type: QuoteType = QuoteType.INDIRECT,
    *,
    within: str | None = None,
    nth: int = 1,
) -> Attribution:
    return Attribution(
        id=f"a{number}",
        source=(find(text, who, nth),) if who else (),
        cue=(find(text, cue, nth),) if cue else (),
        content=(find(text, content, nth),),
        quote_type=quote_type,
        frame="made-up",
        source_id=source_id,
        within=within,
    )


def claim(
    number: int,
    article: Article,
    words: str,
    chain: Sequence[Attribution] = (),
    *,
    sentence: str | None = None,
    said: tuple[str, ...] = (),
    happened: tuple[str, ...] = (),
    names: tuple[str, ...] = (),
    nth: int = 1,
) -> Claim:
    span = find(article.text, words, nth)
    around = find(article.text, sentence) if sentence else Span(start=0, end=len(article.text))
    paragraph = article.paragraph_at(span.start)
    assert paragraph is not None
    return Claim(
        id=f"c{number}",
        text=words,
        spans=(span,),
        sentence=around,
        paragraph=paragraph,
        chain=tuple(
            ChainLink(attribution_id=link.id, source_id=link.source_id, cue="said", stance=link.stance)
            for link in chain
        ),
        quote_type=chain[-1].quote_type if chain else None,
        said=said,
        happened=happened,
        names=tuple(find(article.text, name) for name in names),
    )


def flag(
    number: int,
    code: str,
    severity: Severity,
    *,
    claims: tuple[str, ...] = (),
    spans: tuple[Span, ...] = (),
    message: str | None = None,
) -> Flag:
    return Flag(
        id=f"f{number}",
        code=code,
        severity=severity,
        message=message or f"Something is odd about {code}.",
        clears="A record.",
        ground="made up",
        spans=spans,
        claim_ids=claims,
    )


def brief(
    article: Article,
    *,
    times: tuple[TimeExpression, ...] = (),
    sources: tuple[Source, ...] = (),
    attributions: tuple[Attribution, ...] = (),
    claims: tuple[Claim, ...] = (),
    flags: tuple[Flag, ...] = (),
) -> Brief:
    return assemble(
        article=article,
        times=times,
        sources=sources,
        attributions=attributions,
        claims=claims,
        flags=flags,
        assessments=(),
        method=METHOD,
        wording=WORDING,
    )

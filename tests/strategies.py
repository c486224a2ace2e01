"""Hypothesis strategies for the model: stories and briefs of every shape, whose parts name only each other."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from reporter.model import (
    AnchorKind,
    Article,
    Assessment,
    Attribution,
    Bound,
    Brief,
    ChainLink,
    Checkability,
    Claim,
    Consultation,
    Direction,
    FactCheck,
    FactCheckMatch,
    Flag,
    Grain,
    Interval,
    MatchGround,
    Mention,
    Method,
    Modality,
    Paragraph,
    ParagraphKind,
    PublicationTime,
    Quantity,
    QuoteType,
    Settings,
    Severity,
    Slot,
    SlotDifference,
    Source,
    SourceKind,
    Span,
    Stance,
    Status,
    TimeExpression,
    TimeMod,
    TimeProof,
    TimeType,
)

ODD_WORDS = ("(AFP)", "‘so’", "the", "–", "Ölüdeniz", "\u200f", "עיר", "3–4", "%", "?", "é")
WORDS = st.sampled_from(("dam", "mayor", "said", "on", "Monday", "“It", "broke", "”", ",", ".", "14", *ODD_WORDS))
"""Words and marks that stories are made of, odd ones among them."""

lines = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
names = st.text("abcdefg ÄÖ’-", min_size=1, max_size=20).filter(str.strip)
moments = st.datetimes(min_value=datetime.fromisoformat("1950-01-01"), max_value=datetime.fromisoformat("2050-12-31"))


def spans(length: int) -> st.SearchStrategy[Span]:
    """Spans with at least one character within a text of `length`, which is at least 1."""
    return st.tuples(st.integers(0, length - 1), st.integers(1, 40)).map(
        lambda pair: Span(start=pair[0], end=min(length, pair[0] + pair[1]))
    )


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Stories of one to eight paragraphs, some of which repeat an earlier one; dated or not."""
    rows = draw(st.lists(st.tuples(st.sampled_from(ParagraphKind), lines), min_size=1, max_size=8))
    paragraphs: list[Paragraph] = []
    start = 0
    for number, (kind, line) in enumerate(rows):
        repeats = draw(st.none() | st.integers(0, number - 1)) if number else None
        paragraphs.append(Paragraph(span=Span(start=start, end=start + len(line)), kind=kind, repeats=repeats))
        start += len(line) + 1
    day = draw(st.none() | st.dates(min_value=date(1950, 1, 1), max_value=date(2050, 1, 1)))
    return Article(
        text="\n".join(line for _, line in rows),
        language="en",
        paragraphs=tuple(paragraphs),
        published=PublicationTime(day=day) if day is not None else None,
        headline=draw(st.none() | lines),
        publisher=draw(st.none() | names),
    )


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    begin = draw(moments)
    length = timedelta(seconds=draw(st.integers(1, 10**9)))
    grain = draw(st.sampled_from(Grain))
    if draw(st.booleans()):
        begin = begin.replace(hour=0, minute=0, second=0, microsecond=0)
        length = timedelta(days=draw(st.integers(1, 4000)))
    is_wide = draw(st.booleans())
    return Interval(
        begin=begin,
        until=begin + length,
        grain=grain,
        earliest=begin - timedelta(days=1) if is_wide else None,
        latest=begin + length + timedelta(days=1) if is_wide else None,
    )


@st.composite
def times(draw: st.DrawFn, number: int, text: str) -> TimeExpression:
    span = draw(spans(len(text)))
    value = draw(st.sampled_from([None, "2015-10-12", "P2D", "PAST_REF", "FUTURE_REF"]))
    return TimeExpression(
        id=f"t{number}",
        span=span,
        text=span.of(text),
        type=draw(st.sampled_from(TimeType)),
        value=value,
        mod=draw(st.none() | st.sampled_from(TimeMod)),
        interval=draw(intervals()) if value == "2015-10-12" else None,
        signal=draw(st.none() | st.sampled_from(["by", "since", "within"])),
        proof=TimeProof(
            rule="made-up",
            anchor=AnchorKind.NONE,
            anchor_value=None,
            direction=draw(st.sampled_from(Direction)),
            direction_reason="It was drawn.",
            explanation="It was drawn.",
            confidence=draw(st.floats(0, 1)),
        ),
    )


@st.composite
def sources(draw: st.DrawFn, number: int, text: str) -> Source:
    kind = draw(st.sampled_from(SourceKind))
    return Source(
        id=f"s{number}",
        name=draw(names),
        kind=kind,
        mentions=tuple(Mention(span=span, via="name") for span in draw(st.lists(spans(len(text)), max_size=3))),
        roles=tuple(draw(st.lists(names, max_size=2))),
        is_plural=draw(st.booleans()),
    )


@st.composite
def attributions(draw: st.DrawFn, number: int, text: str, known: int) -> Attribution:
    """One attribution; it may lie within an earlier one."""
    run = st.lists(spans(len(text)), max_size=2).map(tuple)
    source_ids = st.sampled_from([f"s{k}" for k in range(1, known + 1)]) if known else st.nothing()
    return Attribution(
        id=f"a{number}",
        source=draw(run),
        cue=draw(run),
        content=draw(st.lists(spans(len(text)), min_size=1, max_size=3).map(tuple)),
        quote_type=draw(st.sampled_from(QuoteType)),
        frame="made-up",
        stance=draw(st.sampled_from(Stance)),
        source_id=draw(st.none() | source_ids),
        within=draw(st.none() | st.integers(1, number - 1).map(lambda k: f"a{k}")) if number > 1 else None,
    )


@st.composite
def claims(
    draw: st.DrawFn, number: int, article: Article, given: tuple[Attribution, ...], dates: tuple[TimeExpression, ...]
) -> Claim:
    text = article.text
    paragraph = draw(st.integers(0, len(article.paragraphs) - 1))
    home = article.paragraphs[paragraph].span
    time_ids = st.lists(st.sampled_from([time.id for time in dates]), max_size=2) if dates else st.just([])
    quantity = draw(st.none() | st.floats(0, 1e6))
    chain = draw(st.lists(st.sampled_from(given), max_size=2)) if given else []
    return Claim(
        id=f"c{number}",
        text=home.of(text),
        spans=(home,),
        sentence=home,
        paragraph=paragraph,
        chain=tuple(
            ChainLink(attribution_id=link.id, source_id=link.source_id, cue="said", stance=link.stance)
            for link in chain
        ),
        quote_type=draw(st.sampled_from(QuoteType)) if chain else None,
        said=tuple(draw(time_ids)) if chain else (),
        happened=tuple(draw(time_ids)),
        quantities=(
            Quantity(span=home, text=home.of(text), value=quantity, unit=None, bound=draw(st.sampled_from(Bound))),
        ),
        names=(home,),
        is_negated=draw(st.booleans()),
        modality=draw(st.sampled_from(Modality)),
        checkability=draw(st.sampled_from(Checkability)),
    )


@st.composite
def flags(draw: st.DrawFn, number: int, text: str, known: int) -> Flag:
    claim_ids = st.lists(st.integers(1, known).map(lambda k: f"c{k}"), max_size=3, unique=True)
    return Flag(
        id=f"f{number}",
        code=draw(st.sampled_from(["ATT-NONE", "NUM-CLASH", "HED-VERB", "LEG-ACCUSE", "DUP-TEXT"])),
        severity=draw(st.sampled_from(Severity)),
        message=draw(lines),
        clears=draw(lines),
        ground="made up",
        spans=tuple(draw(st.lists(spans(len(text)), max_size=2))),
        claim_ids=tuple(draw(claim_ids)) if known else (),
    )


@st.composite
def fact_checks(draw: st.DrawFn, claim_id: str) -> FactCheckMatch:
    return FactCheckMatch(
        claim_id=claim_id,
        review=FactCheck(
            claim=draw(lines),
            url="https://check.example/" + draw(st.text("ab%_~(", max_size=8)),
            publisher=draw(st.none() | names),
            rating=draw(st.none() | lines),
            rating_value=draw(st.none() | st.just("2")),
            reviewed=draw(st.none() | st.sampled_from(["2024-02-30", "2024-02-29T10:00:00Z", "last week"])),
            author=draw(st.none() | names),
            claimed=draw(st.none() | moments.map(datetime.isoformat)),
        ),
        provider=draw(names),
        ground=draw(st.sampled_from(MatchGround)),
        shared=tuple(draw(st.lists(names, max_size=3))),
        differences=tuple(
            SlotDifference(slot=slot, story=draw(st.none() | lines)) for slot in draw(st.lists(st.sampled_from(Slot)))
        ),
        why=tuple(draw(st.lists(lines, max_size=3))),
    )


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """Whole briefs as the stages before the last would give them: no summary, checks, timeline or voices."""
    article = draw(articles())
    text = article.text
    dates = tuple(draw(times(k, text)) for k in range(1, draw(st.integers(0, 4)) + 1))
    voices = tuple(draw(sources(k, text)) for k in range(1, draw(st.integers(0, 3)) + 1))
    given = tuple(draw(attributions(k, text, len(voices))) for k in range(1, draw(st.integers(0, 4)) + 1))
    said = tuple(draw(claims(k, article, given, dates)) for k in range(1, draw(st.integers(0, 8)) + 1))
    return Brief(
        article=article,
        method=Method(
            version="0",
            parser="none",
            input_sha256="0" * 64,
            settings=Settings().described(),
            generated=draw(st.none() | moments.map(lambda moment: moment.replace(tzinfo=UTC))),
        ),
        times=dates,
        sources=voices,
        attributions=given,
        claims=said,
        flags=tuple(draw(flags(k, text, len(said))) for k in range(1, draw(st.integers(0, 16)) + 1)),
        assessments=tuple(
            Assessment(
                claim_id=claim.id,
                status=draw(st.sampled_from(Status)),
                related_claim_ids=tuple(draw(st.lists(st.sampled_from([other.id for other in said]), max_size=2))),
            )
            for claim in said
        ),
        fact_checks=tuple(draw(fact_checks(claim.id)) for claim in said if draw(st.booleans())),
        fact_check_sources=tuple(
            Consultation(provider=name, claims=len(said), problem=draw(st.none() | lines))
            for name in draw(st.lists(names, max_size=2))
        ),
    )

"""A made-up story and its whole brief, written by hand: one of every kind of thing that a brief can hold.

Every span is found by searching the text, so it is true to the words that it stands for. The town, the dam, the
people and the company are invented.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from reporter.model import (
    AnchorKind,
    Article,
    Assessment,
    Attribution,
    Bound,
    Brief,
    ChainLink,
    Checkability,
    CheckItem,
    Claim,
    Direction,
    EvidenceKind,
    Flag,
    Grain,
    Interval,
    Mention,
    Method,
    Modality,
    Paragraph,
    ParagraphKind,
    PublicationEvidence,
    PublicationTime,
    Quantity,
    QuoteType,
    Settings,
    Severity,
    Source,
    SourceKind,
    Span,
    Stance,
    Status,
    SummarySentence,
    TimeExpression,
    TimelineEntry,
    TimelineKind,
    TimeMod,
    TimeProof,
    TimeReading,
    TimeType,
    Voice,
)

_LINES = (
    (ParagraphKind.HEADLINE, "Dam above Karvala gives way, 14 dead"),
    (ParagraphKind.BYLINE, "By Lena Ostrow"),
    (
        ParagraphKind.CAPTION,
        "Rescue workers wade through mud in the Tessin valley below the dam. (Photo: Varden Energy/HO)",
    ),
    (
        ParagraphKind.BODY,
        "KARVALA, March 16 (Norden Press) - At least 14 people died when the Karvala dam gave way on Sunday, "
        "the interior ministry said on Tuesday.",
    ),
    (
        ParagraphKind.BODY,
        "Crews have pulled 60 people from the mud in the past 24 hours, it said. "
        "The wall broke at 4:20 a.m. on Sunday, according to records of the Norden Geological Survey.",
    ),
    (
        ParagraphKind.BODY,
        "Interior Minister Petra Halloran said the operator, Varden Energy, had claimed that the wall was inspected "
        "in February.",
    ),
    (
        ParagraphKind.BODY,
        "“We warned the company about the cracks twice last year and nobody listened to us,” said Tomas Brandt, who "
        "leads the union of the dam workers. “The next dam is just as bad, and it may fail as well.”",
    ),
    (
        ParagraphKind.BODY,
        "Varden Energy denied on Monday that it had been warned. The company's “world-class” wall met every "
        "standard, it said.",
    ),
    (
        ParagraphKind.BODY,
        "A senior official, who spoke on condition of anonymity because the inquiry is not public, said the operator "
        "would be charged soon.",
    ),
    (
        ParagraphKind.BODY,
        "A considerable portion of the valley is still without power. In recent days, engineers have reportedly found "
        "cracks in two other dams. The sirens came 40 minutes after the flood, residents said.",
    ),
    (
        ParagraphKind.BODY,
        "A survey report in 2014 put the annual cost of repairs at between 3 and 4 million euros.",
    ),
    (
        ParagraphKind.BODY,
        "Parliament will debate the disaster on Friday. Halloran said the ministry would publish the inspection "
        "records by the end of March.",
    ),
    (
        ParagraphKind.BODY,
        "At least 14 people died when the Karvala dam gave way on Sunday, the interior ministry said on Tuesday.",
    ),
    (ParagraphKind.BODY, "Rescue teams from Karvalla, the nearest town, counted 17 dead."),
    (ParagraphKind.CREDIT, "(Reporting by Lena Ostrow; Editing by Marc Dufay)"),
    (ParagraphKind.BOILERPLATE, "Read more: sign up for our morning newsletter"),
)

SAMPLE_TEXT = "\n".join(line for _, line in _LINES) + "\n"

_ZONE = timezone(timedelta(hours=1))
_FIRST_BODY, _REPEATED = 3, 12


def span(words: str, nth: int = 1) -> Span:
    """The `nth` place where `words` stand in the sample story. Raises ValueError if there are fewer."""
    start = -1
    for _ in range(nth):
        start = SAMPLE_TEXT.index(words, start + 1)
    return Span(start=start, end=start + len(words))


def sample_article() -> Article:
    """The story: a dam that breaks, with a headline, a byline, a caption and its credit, a dateline, a repeat."""
    paragraphs = []
    start = 0
    for number, (kind, line) in enumerate(_LINES):
        own = Span(start=start, end=start + len(line))
        paragraphs.append(
            Paragraph(
                span=own,
                kind=kind,
                dateline=span("KARVALA, March 16 (Norden Press) -") if number == _FIRST_BODY else None,
                credit=span("(Photo: Varden Energy/HO)") if kind is ParagraphKind.CAPTION else None,
                repeats=_FIRST_BODY if number == _REPEATED else None,
            )
        )
        start = own.end + 1
    return Article(
        text=SAMPLE_TEXT,
        language="en",
        paragraphs=tuple(paragraphs),
        published=PublicationTime(
            day=date(2021, 3, 16),
            instant=datetime(2021, 3, 16, 18, 30, tzinfo=_ZONE),
            zone="+01:00",
            evidence=(
                PublicationEvidence(
                    kind=EvidenceKind.FLAG, text="2021-03-16 18:30 +01:00", value="2021-03-16T18:30:00+01:00"
                ),
                PublicationEvidence(
                    kind=EvidenceKind.DATELINE,
                    text="March 16",
                    value="2021-03-16",
                    detail="the dateline of the first paragraph",
                ),
            ),
        ),
        headline="Dam above Karvala gives way, 14 dead",
        byline="Lena Ostrow",
        publisher="Norden Press",
        credit_line="Norden Press",
        located="Karvala",
        source_name="karvala-dam.txt",
    )


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=_ZONE)


def _interval(begin: str, until: str, grain: Grain = Grain.DAY) -> Interval:
    return Interval(begin=_moment(begin), until=_moment(until), grain=grain)


def _proof(
    rule: str,
    direction: Direction,
    reason: str,
    explanation: str,
    *,
    confidence: float = 0.95,
    anchor: AnchorKind = AnchorKind.PUBLICATION,
    lost: tuple[str, ...] = (),
) -> TimeProof:
    return TimeProof(
        rule=rule,
        anchor=anchor,
        anchor_value="2021-03-16T18:30:00+01:00" if anchor is AnchorKind.PUBLICATION else None,
        direction=direction,
        direction_reason=reason,
        explanation=explanation,
        confidence=confidence,
        lost=lost,
    )


def _weekday(
    number: int, words: str, nth: int, day: str, after: str, direction: Direction, reason: str
) -> TimeExpression:
    return TimeExpression(
        id=f"t{number}",
        span=span(words, nth),
        text=words,
        type=TimeType.DATE,
        value=day,
        interval=_interval(day, after),
        proof=_proof("weekday-bare", direction, reason, f"“{words}” of a story of Tuesday, 16 March 2021, is {day}."),
    )


def sample_times() -> tuple[TimeExpression, ...]:
    """Times of every type, resolved, vague and bare, each with its proof."""
    past = "“gave” is a past tense."
    said = "A reporting verb stands right before it."
    return (
        _weekday(1, "Sunday", 1, "2021-03-14", "2021-03-15", Direction.PAST, past),
        _weekday(2, "Tuesday", 1, "2021-03-16", "2021-03-17", Direction.SAME, said),
        TimeExpression(
            id="t3",
            span=span("the past 24 hours"),
            text="the past 24 hours",
            type=TimeType.DURATION,
            value="PT24H",
            interval=Interval(
                begin=_moment("2021-03-15T18:30"),
                until=_moment("2021-03-16T18:30"),
                grain=Grain.HOUR,
                earliest=_moment("2021-03-15T00:00"),
                latest=_moment("2021-03-17T00:00"),
            ),
            proof=_proof(
                "past-n-units",
                Direction.PAST,
                "“past” says so.",
                "It ends at publication and begins 24 hours before.",
                lost=("bare-duration",),
            ),
        ),
        TimeExpression(
            id="t4",
            span=span("4:20 a.m. on Sunday"),
            text="4:20 a.m. on Sunday",
            type=TimeType.TIME,
            value="2021-03-14T04:20",
            interval=_interval("2021-03-14T04:20", "2021-03-14T04:21", Grain.MINUTE),
            proof=_proof("clock-weekday", Direction.PAST, "“broke” is a past tense.", "The clock time of that Sunday."),
        ),
        TimeExpression(
            id="t5",
            span=span("February"),
            text="February",
            type=TimeType.DATE,
            value="2021-02",
            interval=_interval("2021-02-01", "2021-03-01", Grain.MONTH),
            alternatives=(
                TimeReading(
                    value="2020-02",
                    interval=_interval("2020-02-01", "2020-03-01", Grain.MONTH),
                    reason="The February before is farther from publication.",
                ),
            ),
            proof=_proof(
                "month-bare",
                Direction.PAST,
                "“was inspected” is a past tense.",
                "The latest February before publication.",
                confidence=0.7,
            ),
        ),
        TimeExpression(
            id="t6",
            span=span("last year"),
            text="last year",
            type=TimeType.DATE,
            value="2020",
            interval=_interval("2020-01-01", "2021-01-01", Grain.YEAR),
            proof=_proof("last-year", Direction.PAST, "“last” says so.", "The year before that of publication."),
        ),
        _weekday(7, "Monday", 1, "2021-03-15", "2021-03-16", Direction.PAST, said),
        TimeExpression(
            id="t8",
            span=span("soon"),
            text="soon",
            type=TimeType.DATE,
            value="FUTURE_REF",
            proof=_proof("soon", Direction.FUTURE, "“soon” says so.", "No date can be given.", confidence=0.9),
        ),
        TimeExpression(
            id="t9",
            span=span("recent days"),
            text="recent days",
            type=TimeType.DATE,
            value="PAST_REF",
            proof=_proof("recent-units", Direction.PAST, "“recent” says so.", "No date can be given.", confidence=0.9),
        ),
        TimeExpression(
            id="t10",
            span=span("40 minutes"),
            text="40 minutes",
            type=TimeType.DURATION,
            value="PT40M",
            proof=_proof(
                "bare-duration",
                Direction.NONE,
                "A bare duration has none.",
                "A duration: it lies at no date by itself.",
                anchor=AnchorKind.NONE,
            ),
        ),
        TimeExpression(
            id="t11",
            span=span("2014"),
            text="2014",
            type=TimeType.DATE,
            value="2014",
            interval=_interval("2014-01-01", "2015-01-01", Grain.YEAR),
            proof=_proof(
                "year", Direction.ABSOLUTE, "It needs no anchor.", "The year as written.", anchor=AnchorKind.NONE
            ),
        ),
        TimeExpression(
            id="t12",
            span=span("annual"),
            text="annual",
            type=TimeType.SET,
            value="P1Y",
            proof=_proof("set-adjective", Direction.NONE, "A set has none.", "Every year.", anchor=AnchorKind.NONE),
        ),
        _weekday(13, "Friday", 1, "2021-03-19", "2021-03-20", Direction.FUTURE, "“will debate” looks ahead."),
        TimeExpression(
            id="t14",
            span=span("the end of March"),
            text="the end of March",
            type=TimeType.DATE,
            value="2021-03",
            mod=TimeMod.END,
            signal="by",
            interval=_interval("2021-03-01", "2021-04-01", Grain.MONTH),
            proof=_proof(
                "month-part", Direction.SAME, "“would publish” looks ahead.", "The end of the month of publication."
            ),
        ),
        _weekday(15, "Sunday", 3, "2021-03-14", "2021-03-15", Direction.PAST, past),
        _weekday(16, "Tuesday", 2, "2021-03-16", "2021-03-17", Direction.SAME, said),
    )


def sample_sources() -> tuple[Source, ...]:
    """Sources of every kind, one of them unnamed with the story's reason and one nobody at all."""

    def mention(words: str, nth: int = 1, via: str = "name", confidence: float = 1.0) -> Mention:
        return Mention(span=span(words, nth), via=via, confidence=confidence)

    return (
        Source(
            id="s1",
            name="the interior ministry",
            kind=SourceKind.ORGANISATION,
            mentions=(
                mention("the interior ministry"),
                mention("it said", via="pronoun", confidence=0.9),
                mention("the interior ministry", 2),
            ),
            affiliation="government",
            side="government",
        ),
        Source(
            id="s2",
            name="Norden Geological Survey",
            kind=SourceKind.DOCUMENT,
            mentions=(mention("records of the Norden Geological Survey"), mention("A survey report", via="role")),
        ),
        Source(
            id="s3",
            name="Petra Halloran",
            kind=SourceKind.PERSON,
            mentions=(mention("Interior Minister Petra Halloran"), mention("Halloran", 2, "surname")),
            roles=("Interior Minister",),
            affiliation="the interior ministry",
            side="government",
        ),
        Source(
            id="s4",
            name="Varden Energy",
            kind=SourceKind.ORGANISATION,
            mentions=(
                mention("Varden Energy", 2),
                mention("Varden Energy", 3),
                mention("it said", 2, "pronoun", 0.8),
            ),
            roles=("the operator",),
            side="operator",
        ),
        Source(
            id="s5",
            name="Tomas Brandt",
            kind=SourceKind.PERSON,
            mentions=(mention("Tomas Brandt"),),
            roles=("leads the union of the dam workers",),
            affiliation="the union of the dam workers",
        ),
        Source(
            id="s6",
            name="a senior official",
            kind=SourceKind.ANONYMOUS,
            mentions=(mention("A senior official"),),
            unnamed_because="the inquiry is not public",
        ),
        Source(id="s7", name="no source given", kind=SourceKind.UNATTRIBUTED),
        Source(
            id="s8",
            name="residents",
            kind=SourceKind.COLLECTIVE,
            mentions=(mention("residents"),),
            is_plural=True,
        ),
    )


def sample_attributions() -> tuple[Attribution, ...]:
    """Attributions of every quote type, one nested in another, one denial, one without a source."""
    indirect, direct, mixed = QuoteType.INDIRECT, QuoteType.DIRECT, QuoteType.MIXED
    return (
        Attribution(
            id="a1",
            source=(span("the interior ministry"),),
            cue=(span("said"),),
            content=(span("At least 14 people died when the Karvala dam gave way on Sunday"),),
            quote_type=indirect,
            frame="parenthetical",
            cue_lemma="say",
            source_id="s1",
        ),
        Attribution(
            id="a2",
            source=(Span(start=span("it said").start, end=span("it said").start + 2),),
            cue=(span("said", 2),),
            content=(span("Crews have pulled 60 people from the mud in the past 24 hours"),),
            quote_type=indirect,
            frame="parenthetical",
            cue_lemma="say",
            source_id="s1",
            confidence=0.9,
        ),
        Attribution(
            id="a3",
            source=(span("records of the Norden Geological Survey"),),
            cue=(span("according to"),),
            content=(span("The wall broke at 4:20 a.m. on Sunday"),),
            quote_type=indirect,
            frame="according-to",
            cue_lemma="according to",
            source_id="s2",
        ),
        Attribution(
            id="a4",
            source=(span("Interior Minister Petra Halloran"),),
            cue=(span("said", 3),),
            content=(span("the operator, Varden Energy, had claimed that the wall was inspected in February"),),
            quote_type=indirect,
            frame="bare-clause",
            cue_lemma="say",
            source_id="s3",
        ),
        Attribution(
            id="a5",
            source=(span("the operator, Varden Energy,"),),
            cue=(span("claimed"),),
            content=(span("the wall was inspected in February"),),
            quote_type=indirect,
            frame="that-clause",
            cue_lemma="claim",
            stance=Stance.DOUBTING,
            source_id="s4",
            within="a4",
        ),
        Attribution(
            id="a6",
            source=(span("Tomas Brandt"),),
            cue=(span("said", 4),),
            content=(
                span("“We warned the company about the cracks twice last year and nobody listened to us,”"),
                span("“The next dam is just as bad, and it may fail as well.”"),
            ),
            quote_type=direct,
            frame="quotation",
            cue_lemma="say",
            source_id="s5",
        ),
        Attribution(
            id="a7",
            source=(span("Varden Energy", 3),),
            cue=(span("denied"),),
            content=(span("that it had been warned"),),
            quote_type=indirect,
            frame="that-clause",
            cue_lemma="deny",
            stance=Stance.DENYING,
            source_id="s4",
        ),
        Attribution(
            id="a8",
            source=(Span(start=span("it said", 2).start, end=span("it said", 2).start + 2),),
            cue=(span("said", 5),),
            content=(span("The company's “world-class” wall met every standard"),),
            quote_type=mixed,
            frame="parenthetical",
            cue_lemma="say",
            source_id="s4",
            confidence=0.8,
        ),
        Attribution(
            id="a9",
            source=(span("A senior official"),),
            cue=(span("said", 6),),
            content=(span("the operator would be charged soon"),),
            quote_type=indirect,
            frame="bare-clause",
            cue_lemma="say",
            source_id="s6",
        ),
        Attribution(
            id="a10",
            source=(),
            cue=(span("reportedly"),),
            content=(span("engineers have reportedly found cracks in two other dams"),),
            quote_type=indirect,
            frame="adverb",
            cue_lemma="reportedly",
            stance=Stance.DOUBTING,
            source_id="s7",
        ),
        Attribution(
            id="a11",
            source=(span("residents"),),
            cue=(span("said", 7),),
            content=(span("The sirens came 40 minutes after the flood"),),
            quote_type=indirect,
            frame="parenthetical",
            cue_lemma="say",
            source_id="s8",
        ),
        Attribution(
            id="a12",
            source=(span("A survey report"),),
            cue=(span("put"),),
            content=(span("the annual cost of repairs at between 3 and 4 million euros"),),
            quote_type=indirect,
            frame="object-as",
            cue_lemma="put",
            source_id="s2",
            confidence=0.8,
        ),
        Attribution(
            id="a13",
            source=(span("Halloran", 2),),
            cue=(span("said", 8),),
            content=(span("the ministry would publish the inspection records by the end of March"),),
            quote_type=indirect,
            frame="bare-clause",
            cue_lemma="say",
            source_id="s3",
        ),
        Attribution(
            id="a14",
            source=(span("the interior ministry", 2),),
            cue=(span("said", 9),),
            content=(span("At least 14 people died when the Karvala dam gave way on Sunday", 2),),
            quote_type=indirect,
            frame="parenthetical",
            cue_lemma="say",
            source_id="s1",
        ),
    )


def _claim(
    number: int,
    words: tuple[str, ...],
    sentence: Span,
    chain: tuple[ChainLink, ...] = (),
    quote_type: QuoteType | None = None,
    *,
    said: tuple[str, ...] = (),
    happened: tuple[str, ...] = (),
    quantities: tuple[Quantity, ...] = (),
    names: tuple[Span, ...] = (),
    modality: Modality = Modality.ASSERTED,
    checkability: Checkability = Checkability.FACT,
    appearances: tuple[Span, ...] = (),
) -> Claim:
    spans = tuple(span(part) for part in words)
    paragraph = sample_article().paragraph_at(spans[0].start)
    assert paragraph is not None
    return Claim(
        id=f"c{number}",
        text=" ".join(words),
        spans=spans,
        sentence=sentence,
        paragraph=paragraph,
        chain=chain,
        quote_type=quote_type,
        said=said,
        happened=happened,
        quantities=quantities,
        names=names,
        modality=modality,
        checkability=checkability,
        appearances=appearances,
    )


def _quantity(
    words: str, value: float | None, unit: str | None, bound: Bound = Bound.EXACT, upper: float | None = None
) -> Quantity:
    number = float(value) if value is not None else None
    return Quantity(span=span(words), text=words, value=number, unit=unit, bound=bound, upper=upper)


def sample_claims() -> tuple[Claim, ...]:
    """The claims of the story: attributed, chained, unattributed, vague, future, opinion; one of them stands twice."""
    indirect = QuoteType.INDIRECT

    def link(attribution: int, source: int, cue: str, stance: Stance = Stance.NEUTRAL) -> ChainLink:
        return ChainLink(attribution_id=f"a{attribution}", source_id=f"s{source}", cue=cue, stance=stance)

    first = "At least 14 people died when the Karvala dam gave way on Sunday"
    return (
        _claim(
            1,
            (first,),
            span(first + ", the interior ministry said on Tuesday."),
            (link(1, 1, "said"),),
            indirect,
            said=("t2",),
            happened=("t1",),
            quantities=(_quantity("At least 14 people", 14, "people", Bound.AT_LEAST),),
            names=(span("Karvala", 2),),
            appearances=(span(first, 2),),
        ),
        _claim(
            2,
            ("Crews have pulled 60 people from the mud in the past 24 hours",),
            span("Crews have pulled 60 people from the mud in the past 24 hours, it said."),
            (link(2, 1, "said"),),
            indirect,
            happened=("t3",),
            quantities=(_quantity("60 people", 60, "people"),),
        ),
        _claim(
            3,
            ("The wall broke at 4:20 a.m. on Sunday",),
            span("The wall broke at 4:20 a.m. on Sunday, according to records of the Norden Geological Survey."),
            (link(3, 2, "according to"),),
            indirect,
            happened=("t4",),
        ),
        _claim(
            4,
            ("the wall was inspected in February",),
            span(
                "Interior Minister Petra Halloran said the operator, Varden Energy, had claimed that the wall was "
                "inspected in February."
            ),
            (link(4, 3, "said"), link(5, 4, "claimed", Stance.DOUBTING)),
            indirect,
            happened=("t5",),
        ),
        _claim(
            5,
            ("We warned the company about the cracks twice last year and nobody listened to us",),
            span(
                "“We warned the company about the cracks twice last year and nobody listened to us,” said Tomas "
                "Brandt, who leads the union of the dam workers."
            ),
            (link(6, 5, "said"),),
            QuoteType.DIRECT,
            happened=("t6",),
        ),
        _claim(
            6,
            ("The next dam is just as bad, and it may fail as well",),
            span("“The next dam is just as bad, and it may fail as well.”"),
            (link(6, 5, "said"),),
            QuoteType.DIRECT,
            modality=Modality.POSSIBLE,
            checkability=Checkability.OPINION,
        ),
        _claim(
            7,
            ("it had been warned",),
            span("Varden Energy denied on Monday that it had been warned."),
            (link(7, 4, "denied", Stance.DENYING),),
            indirect,
            said=("t7",),
        ),
        _claim(
            8,
            ("The company's “world-class” wall met every standard",),
            span("The company's “world-class” wall met every standard, it said."),
            (link(8, 4, "said"),),
            QuoteType.MIXED,
        ),
        _claim(
            9,
            ("the operator would be charged soon",),
            span(
                "A senior official, who spoke on condition of anonymity because the inquiry is not public, said the "
                "operator would be charged soon."
            ),
            (link(9, 6, "said"),),
            indirect,
            happened=("t8",),
            modality=Modality.FUTURE,
            checkability=Checkability.FORECAST,
        ),
        _claim(
            10,
            ("A considerable portion of the valley is still without power",),
            span("A considerable portion of the valley is still without power."),
            quantities=(_quantity("A considerable portion", None, "valley"),),
        ),
        _claim(
            11,
            ("engineers have reportedly found cracks in two other dams",),
            span("In recent days, engineers have reportedly found cracks in two other dams."),
            (link(10, 7, "reportedly", Stance.DOUBTING),),
            indirect,
            happened=("t9",),
            quantities=(_quantity("two other dams", 2, "dam"),),
            modality=Modality.REPORTED,
        ),
        _claim(
            12,
            ("The sirens came 40 minutes after the flood",),
            span("The sirens came 40 minutes after the flood, residents said."),
            (link(11, 8, "said"),),
            indirect,
        ),
        _claim(
            13,
            ("the annual cost of repairs at between 3 and 4 million euros",),
            span("A survey report in 2014 put the annual cost of repairs at between 3 and 4 million euros."),
            (link(12, 2, "put"),),
            indirect,
            said=("t11",),
            quantities=(_quantity("between 3 and 4 million euros", 3e6, "EUR", upper=4e6),),
        ),
        _claim(
            14,
            ("Parliament will debate the disaster on Friday",),
            span("Parliament will debate the disaster on Friday."),
            happened=("t13",),
            modality=Modality.FUTURE,
            checkability=Checkability.FORECAST,
        ),
        _claim(
            15,
            ("the ministry would publish the inspection records by the end of March",),
            span("Halloran said the ministry would publish the inspection records by the end of March."),
            (link(13, 3, "said"),),
            indirect,
            happened=("t14",),
            modality=Modality.FUTURE,
            checkability=Checkability.FORECAST,
        ),
        _claim(
            16,
            ("Rescue teams from Karvalla, the nearest town, counted 17 dead",),
            span("Rescue teams from Karvalla, the nearest town, counted 17 dead."),
            quantities=(_quantity("17 dead", 17, "dead"),),
            names=(span("Karvalla"),),
        ),
    )


def sample_flags() -> tuple[Flag, ...]:
    """Eighteen flags of the three severities; the last concerns the whole story and points nowhere."""
    rows: tuple[tuple[str, Severity, str, str, str, tuple[Span, ...], tuple[str, ...], str | None], ...] = (
        (
            "NUM-CLASH",
            Severity.HIGH,
            "The story counts at least 14 people dead in one place and 17 dead in another.",
            "One figure, with its source and its time; or a sentence that tells why they differ.",
            "Reuters handbook, accuracy",
            (span("At least 14 people"), span("17 dead")),
            ("c1", "c16"),
            "How many deaths have you confirmed, and as of what time?",
        ),
        (
            "NAM-VARIANT",
            Severity.HIGH,
            "“Karvala” is also spelled “Karvalla”.",
            "Check the spelling of the name.",
            "AP Stylebook, names",
            (span("Karvala", 2), span("Karvalla")),
            ("c1", "c16"),
            None,
        ),
        (
            "SRC-PARTY",
            Severity.MEDIUM,
            "Varden Energy speaks about its own dam.",
            "A source that is no party to it.",
            "Reuters handbook, sources",
            (span("the operator, Varden Energy,"),),
            ("c4",),
            None,
        ),
        (
            "SRC-SECOND",
            Severity.MEDIUM,
            "What Varden Energy claims is told by Petra Halloran.",
            "The company's own words.",
            "Reuters handbook, sources",
            (span("claimed"),),
            ("c4",),
            None,
        ),
        (
            "HED-VERB",
            Severity.LOW,
            "“claimed” signals doubt.",
            "Independent evidence of the inspection.",
            "AP Stylebook, claim",
            (span("claimed"),),
            ("c4",),
            None,
        ),
        (
            "HED-MODAL",
            Severity.LOW,
            "“may fail” says what is possible, not what is.",
            "The outcome.",
            "Reuters handbook, hedging",
            (span("may"),),
            ("c6",),
            None,
        ),
        (
            "HED-SCARE",
            Severity.LOW,
            "“world-class” stands in quotation marks that no speech verb governs.",
            "Attribute the words, or take the marks away.",
            "AP Stylebook, quotation marks",
            (span("“world-class”"),),
            ("c8",),
            None,
        ),
        (
            "ANON-ROLE",
            Severity.MEDIUM,
            "“A senior official” is described but not named.",
            "A second source, or an editor's approval.",
            "AP on anonymous sources",
            (span("A senior official"),),
            ("c9",),
            None,
        ),
        (
            "ANON-OPINION",
            Severity.HIGH,
            "An unnamed source foretells that the operator will be charged.",
            "The same on the record, or a cut.",
            "AP on anonymous sources",
            (span("the operator would be charged soon"),),
            ("c9",),
            "Has a charge been filed, and with which court?",
        ),
        (
            "DAT-VAGUE",
            Severity.LOW,
            "“soon” gives no date.",
            "A date.",
            "BBC guidelines, accuracy",
            (span("soon"),),
            ("c9",),
            None,
        ),
        (
            "NUM-VAGUE",
            Severity.LOW,
            "“A considerable portion” is a measure that nobody can check.",
            "A figure.",
            "Reuters handbook, numbers",
            (span("A considerable portion"),),
            ("c10",),
            None,
        ),
        (
            "ATT-NONE",
            Severity.HIGH,
            "Stated as fact, without a source: “A considerable portion of the valley is still without power”.",
            "A document, a witness or a link.",
            "Reuters handbook, attribution",
            (span("A considerable portion of the valley is still without power"),),
            ("c10",),
            None,
        ),
        (
            "ATT-PASSIVE",
            Severity.HIGH,
            "“reportedly” does not say who reported it.",
            "Name who.",
            "Reuters handbook, attribution",
            (span("reportedly"),),
            ("c11",),
            None,
        ),
        (
            "DAT-VAGUE",
            Severity.LOW,
            "“recent days” gives no date.",
            "A date.",
            "BBC guidelines, accuracy",
            (span("recent days"),),
            ("c11",),
            None,
        ),
        (
            "DAT-FUTURE",
            Severity.LOW,
            "The debate is announced for Friday, 19 March 2021; it has not happened.",
            "A follow-up on the day.",
            "BBC guidelines, accuracy",
            (span("Friday"),),
            ("c14",),
            None,
        ),
        (
            "NUM-NOSRC",
            Severity.MEDIUM,
            "“17 dead” has no source.",
            "The data, and who collected it.",
            "Reuters handbook, numbers",
            (span("17 dead"),),
            ("c16",),
            None,
        ),
        (
            "CAP-HANDOUT",
            Severity.MEDIUM,
            "The picture was handed out by Varden Energy, a party to the story.",
            "An independent picture.",
            "Reuters handbook, handouts",
            (span("(Photo: Varden Energy/HO)"),),
            (),
            None,
        ),
        (
            "DUP-TEXT",
            Severity.LOW,
            "A paragraph stands twice; its claims are counted once.",
            "Cut one of them.",
            "copy desk",
            (),
            ("c1",),
            None,
        ),
    )
    return tuple(
        Flag(
            id=f"f{number}",
            code=code,
            severity=severity,
            message=message,
            clears=clears,
            ground=ground,
            spans=spans,
            claim_ids=claim_ids,
            question=question,
        )
        for number, (code, severity, message, clears, ground, spans, claim_ids, question) in enumerate(rows, 1)
    )


def sample_assessments() -> tuple[Assessment, ...]:
    """A status for each claim: nine of the thirteen statuses occur."""
    named, attributed = Status.SINGLE_SOURCE_NAMED, Status.ATTRIBUTED_ONLY
    rows: tuple[tuple[Status, int, tuple[str, ...], tuple[str, ...]], ...] = (
        (Status.CONTRADICTED, 2, ("Another count in the story differs: 17 dead.",), ("c16",)),
        (named, 1, ("One origin: the interior ministry.",), ()),
        (Status.DOCUMENTED, 1, ("It rests on records that can be inspected.",), ()),
        (attributed, 1, ("What is established is that it was said.",), ()),
        (Status.DISPUTED, 1, ("Varden Energy denies it.",), ("c7",)),
        (Status.NOT_CHECKABLE, 1, ("An opinion.",), ()),
        (Status.DISPUTED, 1, ("Tomas Brandt says the opposite.",), ("c5",)),
        (named, 1, ("One origin: Varden Energy.",), ()),
        (Status.NOT_CHECKABLE, 1, ("A forecast.",), ()),
        (Status.UNATTRIBUTED, 0, ("Stated as fact, without a source.",), ()),
        (Status.UNATTRIBUTED, 0, ("Nobody is named who reported it.",), ()),
        (Status.SINGLE_SOURCE_UNNAMED, 1, ("One origin, not named: residents.",), ()),
        (Status.DOCUMENTED, 1, ("It rests on a report that can be inspected.",), ()),
        (Status.NOT_CHECKABLE, 0, ("Announced, not happened.",), ()),
        (Status.NOT_CHECKABLE, 1, ("Announced, not happened.",), ()),
        (Status.CONTRADICTED, 2, ("Another count in the story differs: at least 14 people.",), ("c1",)),
    )
    return tuple(
        Assessment(claim_id=f"c{number}", status=status, origins=origins, reasons=reasons, related_claim_ids=related)
        for number, (status, origins, reasons, related) in enumerate(rows, 1)
    )


def sample_timeline() -> tuple[TimelineEntry, ...]:
    """From a year to a plan, with a bar of a day, a minute, vague edges, and two entries that have no date."""
    times = {time.id: time for time in sample_times()}

    def entry(
        kind: TimelineKind,
        time: str | None,
        label: str,
        text: str,
        claim: int | None,
        source: int | None = None,
        *,
        is_vague: bool = False,
    ) -> TimelineEntry:
        return TimelineEntry(
            kind=kind,
            interval=times[time].interval if time else None,
            label=label,
            text=text,
            claim_id=f"c{claim}" if claim else None,
            time_id=time,
            source_id=f"s{source}" if source else None,
            is_vague=is_vague,
        )

    happened, said, planned = TimelineKind.HAPPENED, TimelineKind.SAID, TimelineKind.PLANNED
    return (
        entry(said, "t11", "2014", "Norden Geological Survey: annual repairs cost 3 to 4 million euros", 13, 2),
        entry(happened, "t6", "2020", "Tomas Brandt: “We warned the company about the cracks twice”", 5, 5),
        entry(happened, "t5", "Feb 2021", "Petra Halloran: Varden Energy claims the wall was inspected", 4, 4),
        entry(happened, "t1", "Sun 14 Mar 2021", "The interior ministry: at least 14 people died", 1, 1),
        entry(happened, "t4", "Sun 14 Mar 2021, 04:20", "Norden Geological Survey: the wall broke at 4:20 a.m.", 3, 2),
        entry(said, "t7", "Mon 15 Mar 2021", "Varden Energy denied that it had been warned", 7, 4),
        entry(
            happened,
            "t3",
            "15–16 Mar 2021",
            "The interior ministry: crews have pulled 60 people from the mud",
            2,
            1,
            is_vague=True,
        ),
        entry(said, "t2", "Tue 16 Mar 2021", "The interior ministry said at least 14 people died", 1, 1),
        TimelineEntry(
            kind=TimelineKind.PUBLISHED,
            interval=_interval("2021-03-16T18:30", "2021-03-16T18:31", Grain.MINUTE),
            label="Tue 16 Mar 2021, 18:30",
            text="The story is published.",
        ),
        entry(
            planned, "t13", "Fri 19 Mar 2021", "The story, without a source: Parliament will debate the disaster", 14
        ),
        entry(
            planned,
            "t14",
            "by the end of Mar 2021",
            "Petra Halloran: the ministry would publish the records",
            15,
            3,
            is_vague=True,
        ),
        entry(
            happened,
            "t9",
            "no date given",
            "Without a source: engineers have reportedly found cracks",
            11,
            7,
            is_vague=True,
        ),
        entry(
            planned,
            "t8",
            "no date given",
            "A senior official: the operator would be charged soon",
            9,
            6,
            is_vague=True,
        ),
    )


def sample_brief() -> Brief:
    """The whole brief of the sample story, as a renderer gets it."""
    return Brief(
        article=sample_article(),
        method=Method(
            version="0.1.0",
            parser="en_core_web_sm 3.8.0",
            input_sha256="0f" * 32,
            settings=Settings().described(),
            generated=datetime(2021, 3, 16, 19, 0, tzinfo=_ZONE),
        ),
        times=sample_times(),
        sources=sample_sources(),
        attributions=sample_attributions(),
        claims=sample_claims(),
        flags=sample_flags(),
        assessments=sample_assessments(),
        summary=(
            SummarySentence(
                text=(
                    "At least 14 people died when the Karvala dam gave way on Sunday, 14 March 2021, the interior "
                    "ministry said on Tuesday, 16 March 2021."
                ),
                claim_ids=("c1",),
            ),
            SummarySentence(
                text=(
                    "The wall broke at 4:20 a.m. on Sunday, 14 March 2021, according to records of the Norden "
                    "Geological Survey."
                ),
                claim_ids=("c3",),
            ),
            SummarySentence(
                text=(
                    "Interior Minister Petra Halloran said the operator, Varden Energy, had claimed that the wall was "
                    "inspected in February 2021."
                ),
                claim_ids=("c4",),
            ),
            SummarySentence(
                text="Varden Energy denied on Monday, 15 March 2021, that it had been warned.", claim_ids=("c7",)
            ),
            SummarySentence(
                text="Rescue teams from Karvalla, the nearest town, counted 17 dead, the story says without a source.",
                claim_ids=("c16",),
            ),
        ),
        check_first=(
            CheckItem(
                what="The story counts at least 14 people dead in one place and 17 dead in another.",
                why="Do not publish before it is settled. What would settle it: one figure, with its source and time.",
                flag_ids=("f1", "f16"),
                claim_ids=("c1", "c16"),
                spans=(span("At least 14 people"), span("17 dead")),
            ),
            CheckItem(
                what="“Karvala” is also spelled “Karvalla”.",
                why="Do not publish before it is settled. Check the spelling of the name.",
                flag_ids=("f2",),
                claim_ids=("c1", "c16"),
                spans=(span("Karvala", 2), span("Karvalla")),
            ),
            CheckItem(
                what="An unnamed source foretells that the operator will be charged.",
                why="Do not publish before it is settled. The same on the record, or a cut.",
                flag_ids=("f8", "f9", "f10"),
                claim_ids=("c9",),
                spans=(span("the operator would be charged soon"),),
            ),
            CheckItem(
                what="The picture was handed out by Varden Energy, a party to the story.",
                why="Settle it, or say so in the story. An independent picture.",
                flag_ids=("f17",),
                spans=(span("(Photo: Varden Energy/HO)"),),
            ),
            CheckItem(
                what="A paragraph stands twice; its claims are counted once.",
                why="Know it. Cut one of them.",
                flag_ids=("f18",),
                claim_ids=("c1",),
            ),
        ),
        timeline=sample_timeline(),
        voices=_voices(),
    )


def _voices() -> tuple[Voice, ...]:
    rows = (("s1", 2, 2), ("s2", 2, 2), ("s3", 2, 1), ("s4", 3, 3), ("s5", 1, 2), ("s6", 1, 1), ("s8", 1, 1))
    characters = {
        source: sum(
            len(piece)
            for attribution in sample_attributions()
            if attribution.source_id == source and attribution.id != "a14"
            for piece in attribution.content
        )
        for source, _, _ in rows
    }
    total = sum(characters.values())
    return tuple(
        Voice(
            source_id=source,
            attributions=attributions,
            claims=claims,
            characters=characters[source],
            share=characters[source] / total,
        )
        for source, attributions, claims in sorted(rows, key=lambda row: -characters[row[0]])
    )


def one_claim_less(brief: Brief) -> Brief:
    """A later version of the same story: its last claim is gone, and so is all that was found of its claims."""
    return replace(
        brief,
        claims=brief.claims[:-1],
        flags=(),
        assessments=(),
        timeline=(),
        check_first=(),
        fact_checks=(),
        summary=(),
    )

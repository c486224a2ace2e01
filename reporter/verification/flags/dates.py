"""DAT-IMPOSSIBLE, DAT-VAGUE, DAT-UNANCHORED, DAT-FUTURE: dates that cannot be, cannot be given, or lie ahead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise

from reporter.model import (
    AnchorKind,
    Direction,
    Grain,
    Interval,
    PublicationTime,
    Sentence,
    Span,
    TimeExpression,
    TimeType,
    Token,
)
from reporter.verification.findings import Detector, Finding
from reporter.verification.grammar import (
    VERBAL,
    auxiliaries,
    clause_verb,
    is_negated,
    is_passive,
    is_past,
    subject,
    top_of,
)
from reporter.verification.phrasing import shortened
from reporter.verification.story import Story
from reporter.verification.words import FlagWords

_VAGUE = frozenset({"PAST_REF", "FUTURE_REF"})
_UNCOUNTED = "PX"
"""How a TIMEX3 value begins that counts units without a number: "recent days" is PXD."""

EARLIEST_ZONE = timedelta(hours=14)
"""A day begins up to 14 hours before UTC's: what is tomorrow here may be today where it happened."""


def impossible(story: Story, words: FlagWords) -> Iterator[Finding]:
    yield from _wrong_weekdays(story, words)
    yield from _not_on_the_calendar(story)
    yield from _past_after_publication(story, words)
    yield from _births_against_ages(story, words)
    yield from _ends_before_starts(story, words)


def _wrong_weekdays(story: Story, words: FlagWords) -> Iterator[Finding]:
    """A weekday that stands in one expression with a day of the month, or right beside it, and does not fit it."""
    earlier: TimeExpression | None = None
    for time in story.times:
        if not story.is_first_telling(time.span):
            continue
        weekday = _weekday(time.text, words)
        day = _day(time)
        if weekday is not None and day is not None and _has_day_of_month(time.text) and day.weekday() != weekday:
            yield _misfit(time.span, day, weekday, story, words)
        elif earlier is not None and _are_side_by_side(earlier, time, story):
            pair = _weekday_and_day(earlier, time, words)
            if pair is not None and pair[1].weekday() != pair[0]:
                span = Span(start=earlier.span.start, end=time.span.end)
                yield _misfit(span, pair[1], pair[0], story, words)
        earlier = time


def _not_on_the_calendar(story: Story) -> Iterator[Finding]:
    """A full date that no calendar has ("30 February 2024"): absolute, and yet without a value."""
    for time in story.times:
        is_absolute = time.proof.direction is Direction.ABSOLUTE
        if is_absolute and time.value is None and story.is_first_telling(time.span):
            yield Finding(
                code="DAT-IMPOSSIBLE", spans=(time.span,), values={"words": time.text}, variant="not_on_the_calendar"
            )


def _misfit(span: Span, day: date, weekday: int, story: Story, words: FlagWords) -> Finding:
    return Finding(
        code="DAT-IMPOSSIBLE",
        spans=(span,),
        values={
            "words": story.words(span),
            "date": day.isoformat(),
            "real": words.says.weekdays[day.weekday()],
            "weekday": words.says.weekdays[weekday],
        },
        variant="weekday",
    )


def _weekday(text: str, words: FlagWords) -> int | None:
    parts = [part.strip(",.()").lower() for part in text.split()]
    return next((words.weekdays.index(part) for part in parts if part in words.weekdays), None)


def _has_day_of_month(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _day(time: TimeExpression) -> date | None:
    if time.interval is None or time.interval.grain is not Grain.DAY:
        return None
    return time.interval.begin.date()


def _are_side_by_side(one: TimeExpression, other: TimeExpression, story: Story) -> bool:
    between = story.text[one.span.end : other.span.start]
    return len(between) <= 7 and between.strip(" ,()").lower() in ("", "the")


def _weekday_and_day(one: TimeExpression, other: TimeExpression, words: FlagWords) -> tuple[int, date] | None:
    for bare, dated in ((one, other), (other, one)):
        weekday, day = _weekday(bare.text, words), _day(dated)
        is_bare = weekday is not None and len(bare.text.split()) == 1
        if is_bare and weekday is not None and day is not None and _has_day_of_month(dated.text):
            return weekday, day
    return None


def _past_after_publication(story: Story, words: FlagWords) -> Iterator[Finding]:
    published = story.article.published
    if published is None:
        return
    for time in story.times:
        if time.proof.direction is not Direction.ABSOLUTE or time.type is not TimeType.DATE or time.interval is None:
            continue
        if not _begins_after(time.interval, published) or not story.is_first_telling(time.span):
            continue
        verb = _governor(time, story)
        if verb is None or not is_past(verb) or _looks_ahead(verb, words) or time.signal is not None:
            continue
        yield Finding(
            code="DAT-IMPOSSIBLE",
            spans=(time.span,),
            values={
                "words": time.text,
                "verb": verb.text,
                "published": published.day.isoformat(),
            },
            variant="after_publication",
        )


def _begins_after(interval: Interval, published: PublicationTime) -> bool:
    latest: datetime | None = None if published.instant is None else published.instant + EARLIEST_ZONE
    last_day = published.day if latest is None else latest.date()
    return interval.begin.date() > last_day


def _governor(time: TimeExpression, story: Story) -> Token | None:
    """The verb that the words date: they hang on it, or on a preposition of it; nothing else lies between."""
    top = top_of(story.parse.tokens_in(time.span))
    if top is None:
        return None
    if top.dep == "pobj" and top.head.dep == "prep":
        top = top.head
    if top.dep not in ("prep", "npadvmod", "advmod", "npmod", "tmod"):
        return None
    return top.head if top.head.pos == "VERB" else None


def _looks_ahead(verb: Token, words: FlagWords) -> bool:
    """Whether the verb plans, or stands in a clause that another verb plans ("was set to", "said … would")."""
    if verb.lemma.lower() in words.planning_words:
        return True
    if any(child.dep in ("xcomp", "ccomp") for child in verb.children):
        return True
    return any(helper.tag == "MD" for helper in auxiliaries(verb))


def _ends_before_starts(story: Story, words: FlagWords) -> Iterator[Finding]:
    """ "from 9 May 2015 to 5 May 2015": the end of a stretch of two whole dates lies before its start."""
    for one, other in pairwise(story.times):
        if one.signal not in words.range_openings or not story.is_first_telling(one.span):
            continue
        between = story.text[one.span.end : other.span.start].strip().lower()
        if between not in words.range_closings or one.interval is None or other.interval is None:
            continue
        are_whole = one.proof.direction is Direction.ABSOLUTE and other.proof.direction is Direction.ABSOLUTE
        if are_whole and other.interval.begin < one.interval.begin:
            yield Finding(
                code="DAT-IMPOSSIBLE",
                spans=(Span(start=one.span.start, end=other.span.end),),
                values={"start": one.text, "end": other.text},
                variant="order",
            )


def _births_against_ages(story: Story, words: FlagWords) -> Iterator[Finding]:
    """ "Brenn, 54, … was born in 1982": an age and a year of birth of one person that do not fit each other."""
    published = story.article.published
    if published is None:
        return
    ages = dict(_ages(story, words))
    for verb in story.body_tokens():
        if verb.lemma.lower() not in words.birth_verbs or not is_passive(verb):
            continue
        year = next((day for day in _years_of(verb, story)), None)
        person = _person(subject(verb), story, words)
        if year is None or person is None or person not in ages:
            continue
        token, age = ages[person]
        if published.day.year - year.begin.year - age not in (0, 1):
            spans = (verb.span, token.span)
            yield Finding(
                code="DAT-IMPOSSIBLE",
                spans=spans,
                values={"year": str(year.begin.year), "age": str(age), "published": published.day.isoformat()},
                variant="age",
            )


def _years_of(verb: Token, story: Story) -> Iterator[Interval]:
    own = {token.i for token in verb.subtree()}
    for time in story.times:
        top = top_of(story.parse.tokens_in(time.span))
        if top is not None and top.i in own and clause_verb(top) is verb and time.interval is not None:
            yield time.interval


def _ages(story: Story, words: FlagWords) -> Iterator[tuple[str, tuple[Token, int]]]:
    """By person, the age that the story gives: "Brenn, 54,", "he was 91"."""
    for token in story.body_tokens():
        if token.pos != "NUM" or not token.text.isdigit() or not YOUNGEST <= int(token.text) <= OLDEST:
            continue
        if token.children and any(child.pos not in ("PUNCT", "NOUN") for child in token.children):
            continue
        named: Token | None = None
        if token.dep == "appos" and token.head.pos == "PROPN":
            named = token.head
        elif token.dep in ("attr", "acomp") and token.head.lemma in words.existing_verbs:
            named = subject(token.head)
        person = _person(named, story, words)
        if person is not None:
            yield person, (token, int(token.text))


YOUNGEST, OLDEST = 10, 120


def _person(named: Token | None, story: Story, words: FlagWords) -> str | None:
    """The surname of a person; for "he" and "she", of the last one who was the subject of a sentence before."""
    if named is None:
        return None
    if named.pos == "PROPN":
        return named.lower
    if named.lower not in words.single_persons:
        return None
    sentence: Sentence | None = story.parse.sentences[named.sentence]
    for _ in range(NEAR_SENTENCES):
        sentence = None if sentence is None else story.before(sentence)
        if sentence is None:
            return None
        subjects = [token for token in story.parse.tokens_of(sentence) if token.dep in ("nsubj", "nsubjpass")]
        names = [token for token in subjects if token.pos == "PROPN"]
        if names:
            return names[0].lower if len({token.lower for token in names}) == 1 else None
    return None


NEAR_SENTENCES = 2


def vague(story: Story, words: FlagWords) -> Iterator[Finding]:
    """Words of time that carry a claim and name no date, where nothing else dates it."""
    for claim in story.claims:
        happened = [time for identifier in claim.happened if (time := story.time(identifier)) is not None]
        if any(time.interval is not None for time in happened):
            continue
        for time in happened:
            if _names_no_date(time) and _governor(time, story) is not None and not _only_orders(time, story, words):
                yield Finding(
                    code="DAT-VAGUE",
                    spans=(time.span,),
                    claim_ids=(claim.id,),
                    values={"words": time.text, "claim": shortened(claim.text)},
                )


def _names_no_date(time: TimeExpression) -> bool:
    if time.value in _VAGUE:
        return True
    points = time.proof.direction in (Direction.PAST, Direction.FUTURE)
    return points and time.value is not None and time.value.startswith(_UNCOUNTED)


def _only_orders(time: TimeExpression, story: Story, words: FlagWords) -> bool:
    """Whether the words only say before or after ("previously", "soon after the vote"), or name no time at all."""
    following = story.text[time.span.end : time.span.end + 12].split()
    last = time.text.split()[-1].lower()
    return last in words.ordering_words or (bool(following) and following[0].lower() in words.ordering_words)


def unanchored(story: Story, _words: FlagWords) -> Iterator[Finding]:
    """One finding, with every date that waits for a publication time."""
    if story.article.published is not None:
        return
    waiting = [
        time
        for time in story.times
        if time.value is None and time.proof.direction is not Direction.ABSOLUTE and story.is_first_telling(time.span)
    ]
    if waiting:
        yield Finding(
            code="DAT-UNANCHORED",
            spans=tuple(time.span for time in waiting),
            values={"count": str(len(waiting)), "words": waiting[0].text},
            variant="plain" if len(waiting) == 1 else "several",
        )


def ahead(story: Story, words: FlagWords) -> Iterator[Finding]:
    """An event that is told as planned and lies after publication."""
    published = story.article.published
    if published is None:
        return
    for claim in story.claims:
        for identifier in claim.happened:
            time = story.time(identifier)
            if time is None or time.interval is None or time.proof.anchor is AnchorKind.TEXT:
                continue
            verb = _governor(time, story) or _due(time, story, words)
            if verb is None or not (_is_planned(verb, words) or _is_planned(_top_verb(verb), words)):
                continue
            if time.interval.begin.date() > published.day and time.type in (TimeType.DATE, TimeType.TIME):
                yield Finding(
                    code="DAT-FUTURE",
                    spans=(time.span,),
                    claim_ids=(claim.id,),
                    values={
                        "words": time.text,
                        "date": time.interval.begin_text,
                        "claim": shortened(claim.text),
                    },
                )


def _is_reported_plan(verb: Token, words: FlagWords) -> bool:
    """ "The mayor said the bridge would open": the future as it stands in reported speech; not "would open if"."""
    is_told = verb.dep == "ccomp" and verb.head.tag == "VBD" and verb.head.lemma.lower() in words.speech_verbs
    has_would = any(helper.lower in words.reported_future for helper in auxiliaries(verb))
    is_conditional = any(
        child.dep == "advcl" and any(inner.lower in words.conditions for inner in child.children)
        for child in verb.children
    )
    return is_told and has_would and not is_conditional


def _due(time: TimeExpression, story: Story, words: FlagWords) -> Token | None:
    """The verb over "due in court on Thursday", where the date hangs on the adjective or on the court."""
    top = top_of(story.parse.tokens_in(time.span))
    for governor in () if top is None else top.ancestors():
        if governor.pos in VERBAL:
            due = governor.child("acomp")
            return governor if due is not None and due.lemma.lower() in words.planning_words else None
    return None


def _top_verb(verb: Token) -> Token:
    """The verb that a bare form hangs on: "will keep shops shut", "will begin making"."""
    if verb.dep == "acl" and verb.tag == "VBN" and verb.head.dep == "dobj":
        return verb.head.head
    return verb.head if verb.dep in ("xcomp", "ccomp", "oprd") and verb.tag in ("VB", "VBN", "VBG", "JJ") else verb


def _is_planned(verb: Token, words: FlagWords) -> bool:
    """As in "will open", "plans to open", "is due to open", "opens tomorrow"; not "would open", "might open"."""
    helpers = auxiliaries(verb)
    if is_negated(verb):
        return False
    if any(helper.lower in words.future_auxiliaries for helper in helpers):
        return True
    if any(helper.tag == "MD" for helper in helpers):
        return _is_reported_plan(verb, words)
    if is_past(verb) and verb.lemma.lower() not in words.planning_words:
        return False
    planner = verb.head if verb.dep in ("xcomp", "ccomp", "acl") else verb
    if planner.lemma.lower() in words.planning_words and (planner is not verb or is_passive(verb)):
        return True
    due = verb.child("acomp")
    if due is not None and due.lemma.lower() in words.planning_words and verb.tag in ("VBZ", "VBP"):
        return True
    return verb.tag in ("VBZ", "VBP") and not helpers


DETECTORS = (
    Detector(codes=("DAT-IMPOSSIBLE",), detect=impossible),
    Detector(codes=("DAT-VAGUE",), detect=vague),
    Detector(codes=("DAT-UNANCHORED",), detect=unanchored),
    Detector(codes=("DAT-FUTURE",), detect=ahead),
)

"""DAT-STALE: the news of a story lies long back, and the words do not show it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from reporter.model import Checkability, Claim, Direction, EvidenceKind, Grain, Modality, ParagraphKind, TimeExpression
from reporter.verification.findings import Detector, Finding
from reporter.verification.grammar import VERBAL, clause_verb, is_past, top_of
from reporter.verification.phrasing import shortened
from reporter.verification.story import Story
from reporter.verification.words import FlagWords

OLD = timedelta(days=31)
"""What is told as news is a month old at most; see `NEWS` of the unsourced facts."""

YEAR = timedelta(days=365)

LEAD = 3
"""Body sentences in which a story tells its news."""

_TELLING = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
"""Clauses that tell the news, rather than when or since when something else holds."""

_NAMED = frozenset({Grain.DAY, Grain.WEEK, Grain.MONTH})


def detect(story: Story, words: FlagWords) -> Iterator[Finding]:
    published = story.article.published
    if published is None:
        return
    today = published.day
    if any(_is_near(time, today) and not _is_of_last_year(time, story, today) for time in story.times):
        return
    yield from _sent_long_ago(story, today)
    for claim in story.claims:
        if claim.checkability is not Checkability.FACT or claim.modality is not Modality.ASSERTED:
            continue
        time = _hidden_date(claim, story, today, words)
        if time is not None and time.interval is not None:
            day = time.interval.begin.date()
            if day > today:
                day = day - YEAR
            yield Finding(
                code="DAT-STALE",
                spans=(time.span,),
                claim_ids=(claim.id,),
                values={
                    "words": time.text,
                    "date": day.isoformat() if time.interval.grain is Grain.DAY else str(day)[: len("2012-05")],
                    "days": str((today - day).days),
                    "claim": shortened(claim.text),
                },
            )
            return


def _is_near(time: TimeExpression, today: date) -> bool:
    """Whether the words name a time in the month before publication, or one still to come."""
    if time.interval is None:
        return False
    return time.interval.until.date() > today - OLD


def _is_of_last_year(time: TimeExpression, story: Story, today: date) -> bool:
    """ "searched … on 3 February", printed in November: a past that the words, read as the nearest day, put ahead."""
    if time.interval is None or time.proof.direction is not Direction.FUTURE or time.interval.begin.date() <= today:
        return False
    top = top_of(story.parse.tokens_in(time.span))
    verb = None if top is None else clause_verb(top)
    has_a_month = time.interval.grain in (Grain.DAY, Grain.MONTH) and "-" in (time.value or "")
    is_told = verb is not None and verb.tag == "VBD" and verb.dep in _TELLING and verb.child("xcomp", "ccomp") is None
    return has_a_month and is_told and any(part.isdigit() for part in time.text.replace(",", " ").split())


def _sent_long_ago(story: Story, today: date) -> Iterator[Finding]:
    """The wire's own stamp lies more than a month before the story is printed."""
    published = story.article.published
    stamps = [] if published is None else [one for one in published.evidence if one.kind is EvidenceKind.WIRE]
    for stamp in stamps:
        sent = date.fromisoformat(stamp.value[:10])
        datelines = [paragraph.dateline for paragraph in story.article.paragraphs if paragraph.dateline is not None]
        if sent <= today - OLD and datelines:
            yield Finding(
                code="DAT-STALE",
                spans=(datelines[0],),
                claim_ids=(),
                values={"words": stamp.text, "date": sent.isoformat(), "days": str((today - sent).days)},
                variant="sent",
            )


def _hidden_date(claim: Claim, story: Story, today: date, words: FlagWords) -> TimeExpression | None:
    """The date of an event of the lead that lies more than a month back, in words that give no year and no
    distance ("on 3 May"); "two years ago", "in 2012", "last August" say what they are."""
    sentence = story.parse.sentence_at(claim.spans[0].start)
    if sentence is None or story.kind_at(sentence.span.start) is not ParagraphKind.BODY:
        return None
    place = story.place_in_body(sentence)
    verb = top_of(story.claim_tokens(claim))
    if place is None or place >= LEAD or verb is None or verb.pos not in VERBAL or not is_past(verb):
        return None
    if verb.dep not in _TELLING:
        return None
    if any(token.lemma.lower() in words.looking_back for token in story.parse.tokens_of(sentence)):
        return None
    for identifier in claim.happened:
        time = story.time(identifier)
        if time is None or time.interval is None or time.interval.grain not in _NAMED or _says_how_long(time, words):
            continue
        if _is_of_last_year(time, story, today):
            return time
        if time.interval.until.date() <= today - OLD and time.proof.direction is not Direction.NONE:
            return time
    return None


def _says_how_long(time: TimeExpression, words: FlagWords) -> bool:
    """Whether the words hold a year or count back."""
    parts = [part.strip(",.'’()").lower() for part in time.text.replace("/", " ").replace("-", " ").split()]
    has_a_year = any(len(part) == len("2012") and part.isdigit() for part in parts)
    return has_a_year or any(part in words.distance_words for part in parts)


DETECTORS = (Detector(codes=("DAT-STALE",), detect=detect),)

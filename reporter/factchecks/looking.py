"""From the claims of a story to the published reviews that are about them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from reporter.errors import InternalError, ReporterError
from reporter.event.words import EventWords
from reporter.factchecks.matching import Pairing, Subject, pairing, says_enough, subjects
from reporter.factchecks.providers import Provider, Question
from reporter.model import (
    Article,
    Consultation,
    FactCheck,
    FactCheckMatch,
    MatchGround,
    Modality,
    Paragraph,
    ParagraphKind,
    PublicationTime,
    Slot,
    SlotDifference,
    Span,
)
from reporter.verification import FlagWords, Story
from reporter.wording.factchecks import FactCheckWording

MOST_OF_A_CLAIM = 5
"""Reviews shown with one claim. The next ones share less with it."""
MOST_READ = 400
"""Reviews whose claims are parsed for one story."""
LONGEST_READ = 1_000
"""Characters of a reviewed claim that are parsed."""

Tell = Callable[[Sequence[Article]], Sequence[Story]]
"""Reads articles as far as their claims."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    subject: Subject
    review: FactCheck
    provider: str
    rank: int
    """Its place in the provider's answer."""


def look_up(
    story: Story,
    providers: Sequence[Provider],
    *,
    tell: Tell,
    words: FlagWords,
    event_words: EventWords,
    wording: FactCheckWording,
) -> tuple[tuple[FactCheckMatch, ...], tuple[Consultation, ...]]:
    """The reviews for each claim of `story`, those that share most first, and which providers were asked.

    A provider that cannot be asked is not asked again, and its consultation says why: it never costs the brief.
    """
    if not providers:
        return (), ()
    asked = [one for one in subjects(story, words) if says_enough(one)]
    consultations: list[Consultation] = []
    candidates: dict[tuple[str, str, str], _Candidate] = {}
    for provider in providers:
        consultation, found = _consult(provider, asked, story.article.language)
        consultations.append(consultation)
        for one in found:
            key = (one.subject.account.claim.id, one.review.url, one.review.claim)
            candidates.setdefault(key, one)
    read = _read(candidates.values(), story.article.language, tell, words, event_words)
    by_claim: dict[str, list[_Candidate]] = {}
    for one in candidates.values():
        by_claim.setdefault(one.subject.account.claim.id, []).append(one)
    matches: list[FactCheckMatch] = []
    for subject in asked:
        claim_id = subject.account.claim.id
        ranked = []
        for one in by_claim.get(claim_id, ()):
            best = _best(subject, read.get(_key(one.review), ()), one.review, event_words)
            if best is not None:
                ranked.append((_order(best, one), best, one))
        ranked.sort(key=lambda entry: entry[0])
        matches += [
            FactCheckMatch(
                claim_id=claim_id,
                review=one.review,
                provider=one.provider,
                ground=best.ground,
                shared=best.shared,
                figures=best.figures,
                differences=best.differences,
                why=_why(best, wording),
            )
            for _, best, one in ranked[:MOST_OF_A_CLAIM]
        ]
    return tuple(matches), tuple(consultations)


def _consult(provider: Provider, asked: Sequence[Subject], language: str) -> tuple[Consultation, list[_Candidate]]:
    found: list[_Candidate] = []
    most_worth = {id(one) for one in sorted(asked, key=lambda one: -_worth(one))[: provider.most_claims]}
    count = 0
    try:
        for subject in asked:
            if id(subject) not in most_worth:
                continue
            reviews = provider.find(_question(subject, language))
            count += 1
            found += [
                _Candidate(subject=subject, review=review, provider=provider.name, rank=rank)
                for rank, review in enumerate(reviews)
                if _is_of_language(review, language) and _shares_enough(subject, review)
            ]
    except ReporterError as error:
        return Consultation(provider=provider.name, claims=count, problem=str(error)), found
    except Exception as error:  # noqa: BLE001 - a provider of another package must not cost the brief; it is named
        return Consultation(
            provider=provider.name, claims=count, problem=str(InternalError.of(error, provider.name))
        ), found
    return Consultation(provider=provider.name, claims=count), found


def _worth(subject: Subject) -> float:
    worthiness = subject.account.claim.worthiness
    return 0.0 if worthiness is None else worthiness.score


def _question(subject: Subject, language: str) -> Question:
    words = tuple(sorted(subject.told))
    return Question(
        text=" ".join(subject.account.claim.text.split()),
        language=language,
        words=words,
        stems=tuple(_stem(word) for word in words if _stem(word) != word),
    )


def _stem(word: str) -> str:
    """A word without its last letter, which is what most often changes; short words stay.

    >>> _stem("close"), _stem("study"), _stem("tax")
    ('clos', 'stud', 'tax')
    """
    return word[:-1] if len(word) >= 5 else word


_WORD = re.compile(r"\w+")


def _shares_enough(subject: Subject, review: FactCheck) -> bool:
    """Whether the review's claim has enough of the words to be worth the parser's work."""
    there = {word.lower() for word in _WORD.findall(review.claim)}
    hits = sum(any(word.startswith(stem) for word in there) for stem in map(_stem, subject.told))
    return hits >= max(2, -(-len(subject.told) // 3))


def _is_of_language(review: FactCheck, language: str) -> bool:
    if review.language is None:
        return True
    given = review.language.lower().replace("_", "-").split("-")[0]
    return given == language.lower().split("-")[0] or len(given) > 3


def _key(review: FactCheck) -> tuple[str, str]:
    return review.url, review.claim


def _read(
    candidates: Iterable[_Candidate], language: str, tell: Tell, words: FlagWords, event_words: EventWords
) -> dict[tuple[str, str], tuple[Subject, ...]]:
    """The claims that the reviewed texts hold, each text parsed once, the likeliest reviews first."""
    reviews: dict[tuple[str, str], FactCheck] = {}
    for one in sorted(candidates, key=lambda one: one.rank):
        if len(reviews) < MOST_READ:
            reviews.setdefault(_key(one.review), one.review)
    articles = [_article(review, language, event_words) for review in reviews.values()]
    return {
        key: tuple(subjects(told, words, author=review.author))
        for (key, review), told in zip(reviews.items(), tell(articles), strict=True)
    }


def _article(review: FactCheck, language: str, words: EventWords) -> Article:
    """The reviewed claim as a story of one paragraph, as of the day on which it was made."""
    text = " ".join(review.claim.split())[:LONGEST_READ].strip("“”\"'«» ")
    low = text.lower()
    opening = next((one for one in words.review_openings if low.startswith(one + " ")), None)
    if opening is not None:
        text = text[len(opening) :].strip("“”\"'«» ")
    text = text[:1].upper() + text[1:]
    if text and text[-1] not in ".!?":
        text += "."
    day = review.claimed_day or review.reviewed_day
    return Article(
        text=text,
        language=language,
        paragraphs=(Paragraph(span=Span(start=0, end=len(text)), kind=ParagraphKind.BODY),) if text else (),
        published=None if day is None else PublicationTime(day=day),
    )


def _best(subject: Subject, theirs: Sequence[Subject], review: FactCheck, event_words: EventWords) -> Pairing | None:
    found = [one for other in theirs if (one := pairing(subject, other, review, event_words)) is not None]
    return min(found, key=lambda one: (one.ground is not MatchGround.SAME_WORDS, -len(one.shared)), default=None)


def _order(best: Pairing, one: _Candidate) -> tuple[bool, int, int, int, str, str, str]:
    day = one.review.reviewed_day
    newest = -day.toordinal() if day is not None else 0
    is_near = best.ground is not MatchGround.SAME_WORDS
    return is_near, len(best.differences), -len(best.shared), newest, one.provider, one.review.url, one.review.claim


def _why(best: Pairing, wording: FactCheckWording) -> tuple[str, ...]:
    told = wording.grounds[best.ground].format(shared=wording.separator.join(best.shared))
    said = [told]
    if best.figures:
        said.append(wording.same_figures.format(figures=wording.separator.join(best.figures)))
    said += [_difference(one, wording) for one in best.differences]
    return tuple(said)


def _difference(one: SlotDifference, wording: FactCheckWording) -> str:
    shown = replace(one, story=one.story or wording.unknown, review=one.review or wording.unknown)
    match one.slot:
        case Slot.NEGATION:
            return wording.negated_there if one.story is None else wording.negated_here
        case Slot.DENIAL:
            return wording.denied_there if one.story is None else wording.denied_here
        case Slot.FIRMNESS:
            return wording.possible_here if one.story == Modality.POSSIBLE else wording.possible_there
        case Slot.FIGURE:
            return wording.figures_differ.format(story=shown.story, review=shown.review)
        case Slot.TIME:
            return wording.times_differ.format(story=shown.story, review=shown.review)
        case Slot.SPEAKER:
            return wording.speakers_differ.format(story=shown.story, review=shown.review)

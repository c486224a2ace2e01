"""Which claim a verdict is about, and what it does to the claim's status."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from reporter.model import Article, Assessment, Claim, Source, Verdict
from reporter.revision.pairing import pair_texts
from reporter.wording.dates import clock, day
from reporter.wording.words import DateWording

_WORD = re.compile(r"(?:(?<!\w)[-−+])?\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]")
_LONGEST_EVIDENCE = 300
"""Characters of one piece of evidence in a sentence; the JSON has it whole."""
_LONGEST_CLAIM = 200


def comparable(text: str) -> tuple[str, ...]:
    """The words of `text`: case, spacing and punctuation do not count, signs that change what is said do.

    >>> comparable("“The toll,  he said, IS 12.”") == comparable("the toll he said is 12")
    True
    >>> comparable("It fell 5%") == comparable("It fell 5"), comparable("by -5") == comparable("by 5")
    (False, False)
    """
    plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace("−", "-")
    return tuple(
        word
        for word in _WORD.findall(plain)
        if len(word) > 1 or word in "%‰" or unicodedata.category(word)[0] in "LNMS"
    )


def placed(
    verdicts: Sequence[Verdict],
    *,
    article: Article,
    claims: Sequence[Claim],
    sources: Sequence[Source],
    assessments: tuple[Assessment, ...],
    sentences: Mapping[str, str],
    dates: DateWording,
) -> tuple[tuple[Assessment, ...], tuple[Verdict, ...]]:
    """The assessments with the verdicts on their claims, and the verdicts that fit no claim, in their order.

    A verdict holds for every claim that has its words, and its source where it names one. Of several on one claim the
    latest counts, of one time the last in `verdicts`. One whose words no claim has reopens the claim that has nearly
    the same words, unless that has a verdict of its own: then it is only listed.
    """
    if not verdicts:
        return assessments, ()
    told_by = {source.id: source for source in sources}
    in_force: dict[str, list[int]] = defaultdict(list)
    former: dict[str, list[int]] = defaultdict(list)
    has_place: set[int] = set()
    words = {claim.id: comparable(claim.text) for claim in claims}
    for place, verdict in enumerate(verdicts):
        own = comparable(verdict.claim)
        for claim in claims:
            if words[claim.id] == own and _is_told_by(verdict, claim, told_by, article):
                in_force[claim.id].append(place)
                has_place.add(place)
    waiting: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, verdict in enumerate(verdicts):
        if place not in has_place:
            waiting[comparable(verdict.claim)].append(place)
    # Both sides as bare words, so that equal words of another source come out as the likest.
    groups = list(waiting.values())
    for number, claim_place in pair_texts([" ".join(key) for key in waiting], [" ".join(words[c.id]) for c in claims]):
        former[claims[claim_place].id].extend(groups[number])
        has_place.update(groups[number])

    def latest_first(places: Sequence[int]) -> list[Verdict]:
        return [verdicts[place] for place in sorted(places, key=lambda one: (verdicts[one].when, one), reverse=True)]

    texts = {claim.id: claim.text for claim in claims}
    changed = []
    for assessment in assessments:
        ruling = latest_first(in_force.get(assessment.claim_id, ()))
        others = latest_first(former.get(assessment.claim_id, ()))
        if ruling:
            assessment = _ruled(assessment, ruling[0], ruling[1:], others, sentences, dates)
        elif others:
            reason = _reopening(others[0], texts[assessment.claim_id], sentences, dates)
            assessment = replace(assessment, reasons=(reason, *assessment.reasons), former_verdicts=tuple(others))
        changed.append(assessment)
    return tuple(changed), tuple(verdict for place, verdict in enumerate(verdicts) if place not in has_place)


def _ruled(
    assessment: Assessment,
    verdict: Verdict,
    replaced: Sequence[Verdict],
    others: Sequence[Verdict],
    sentences: Mapping[str, str],
    dates: DateWording,
) -> Assessment:
    """The assessment with the verdict in force; what the sourcing said of the claim stays among the reasons."""
    evidence = "; ".join(_shortened(one, _LONGEST_EVIDENCE).rstrip(".") for one in verdict.evidence)
    said = [_filled(f"verdict-{verdict.verdict}", verdict, sentences, dates, evidence=evidence)]
    said += [_filled(f"verdict-earlier-{one.verdict}", one, sentences, dates) for one in replaced]
    return replace(
        assessment,
        status=verdict.status,
        reasons=(*said, *assessment.reasons),
        verdict=verdict,
        former_verdicts=(*replaced, *others),
    )


def _reopening(verdict: Verdict, text: str, sentences: Mapping[str, str], dates: DateWording) -> str:
    if comparable(verdict.claim) == comparable(text):
        return _filled(f"verdict-other-source-{verdict.verdict}", verdict, sentences, dates)
    return _filled(f"verdict-reopened-{verdict.verdict}", verdict, sentences, dates)


def _filled(name: str, verdict: Verdict, sentences: Mapping[str, str], dates: DateWording, evidence: str = "") -> str:
    return sentences[name].format(
        by=_shortened(verdict.by, _LONGEST_CLAIM),
        when=_moment(verdict.when, dates),
        claim=_shortened(verdict.claim, _LONGEST_CLAIM),
        source=_shortened(verdict.source or "", _LONGEST_CLAIM),
        evidence=evidence,
    )


def _moment(when: datetime, words: DateWording) -> str:
    return f"{words.day_clock.format(day=day(when, words, is_short=False), clock=clock(when, words))} ({when.tzname()})"


def _shortened(text: str, limit: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= limit else line[:limit].rstrip() + " …"


def _is_told_by(verdict: Verdict, claim: Claim, sources: Mapping[str, Source], article: Article) -> bool:
    """Whether the claim's source is the one that the verdict names, by its name, fuller or shorter, or by any words
    that the story has for it."""
    if verdict.source is None:
        return True
    source = sources.get(claim.source_id or "")
    if source is None:
        return False
    asked = set(comparable(verdict.source))
    named = [source.name, *(mention.span.of(article.text) for mention in source.mentions)]
    return any(asked <= set(words) or asked >= set(words) for words in map(comparable, named) if words)

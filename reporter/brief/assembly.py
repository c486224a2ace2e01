"""From what the stages found to the brief that an editor reads."""

from reporter.brief.check_first import CheckFirst
from reporter.brief.summary import Summary
from reporter.brief.timeline import timeline
from reporter.brief.voices import voices
from reporter.model import (
    Article,
    Assessment,
    Attribution,
    Brief,
    Claim,
    Consultation,
    FactCheckMatch,
    Flag,
    Method,
    Source,
    TimeExpression,
    Verdict,
)
from reporter.wording.words import Wording


def assemble(
    *,
    article: Article,
    times: tuple[TimeExpression, ...],
    sources: tuple[Source, ...],
    attributions: tuple[Attribution, ...],
    claims: tuple[Claim, ...],
    flags: tuple[Flag, ...],
    assessments: tuple[Assessment, ...],
    method: Method,
    wording: Wording,
    unplaced_verdicts: tuple[Verdict, ...] = (),
    fact_checks: tuple[FactCheckMatch, ...] = (),
    fact_check_sources: tuple[Consultation, ...] = (),
) -> Brief:
    """The whole brief of one story: what the stages found, with the summary, what to check first, the timeline and
    the voices. Nothing is asserted that the story only attributes; every sentence keeps its source and absolute dates.

    Raises ValueError when one of the parts names another that is not given.
    """
    summary = Summary(
        article=article,
        times=times,
        sources=sources,
        attributions=attributions,
        assessments=assessments,
        wording=wording,
    )
    check_first = CheckFirst(article=article, sources=sources, claims=claims, assessments=assessments, wording=wording)
    return Brief(
        article=article,
        method=method,
        times=times,
        sources=sources,
        attributions=attributions,
        claims=claims,
        flags=flags,
        assessments=assessments,
        summary=summary.sentences(claims),
        check_first=check_first.items(flags),
        timeline=timeline(
            article=article,
            times=times,
            sources=sources,
            attributions=attributions,
            claims=claims,
            wording=wording,
        ),
        voices=voices(article, sources, attributions, claims),
        unplaced_verdicts=unplaced_verdicts,
        fact_checks=fact_checks,
        fact_check_sources=fact_check_sources,
    )

"""From findings to flags: severities, switches, sentences, order and numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reporter.errors import UsageError
from reporter.model import Assessment, Flag, Grade, Settings, Severity, Span, merged
from reporter.verification.findings import Finding
from reporter.verification.newsroom import grade_of, graded, with_newsroom
from reporter.verification.packs import FlagSet, installed_flags
from reporter.verification.phrasing import quoted, shortened
from reporter.verification.status import assess
from reporter.verification.story import Story
from reporter.verification.words import FlagWords

LONGEST_MESSAGE = 600
"""Characters of a message or a question: a sentence, or two."""


def verify(
    story: Story, words: FlagWords, settings: Settings, *, flags: FlagSet | None = None
) -> tuple[tuple[Flag, ...], tuple[Assessment, ...]]:
    """The flags of a story in text order, those of the story as a whole first, and one assessment for each claim.

    `flags` are those of all installed packages unless given. Raises UsageError (unknown-flag-code, bad-setting) when
    the settings name a flag or a severity that does not exist.
    """
    known = flags or installed_flags()
    words = with_newsroom(words, settings)
    severities = _severities(known, settings)
    findings = [
        finding
        for detector in known.detectors
        if not severities.keys().isdisjoint(detector.codes)
        for finding in detector.detect(story, words)
        if finding.code in severities
    ]
    ordered = sorted(_joined(story, findings), key=_place)
    raised = tuple(
        _flag(f"f{n}", finding, known, severities, words, _grade(finding, story, settings))
        for n, finding in enumerate(ordered, start=1)
    )
    return raised, assess(story, words)


def _severities(known: FlagSet, settings: Settings) -> dict[str, Severity]:
    """The severity in force for every flag that is switched on."""
    for code in (*settings.flags_off, *settings.flag_severity):
        known.catalogue.row(code)
    found = {row.code: row.severity for row in known.catalogue.rows if row.code not in settings.flags_off}
    for code, written in settings.flag_severity.items():
        try:
            severity = Severity(written)
        except ValueError as error:
            raise UsageError(
                "bad-setting",
                f"The severity of {code} is {written!r}.",
                f"Choose from: {', '.join(severity.value for severity in Severity)}.",
            ) from error
        if code in found:
            found[code] = severity
    return found


def _joined(story: Story, findings: Iterable[Finding]) -> list[Finding]:
    """Findings with their claims, and those of one code whose spans overlap made one: the first in the text speaks."""
    result: list[Finding] = []
    reachable: dict[str, list[int]] = {}
    for finding in sorted(findings, key=_place):
        spans = merged(finding.spans)
        claims = finding.claim_ids
        if claims is None:
            claims = tuple(claim.id for claim in story.claims_at(spans))
        near = [k for k in reachable.get(finding.code, ()) if _reaches(result[k].spans, spans)]
        place = next((k for k in near if _overlap(result[k].spans, spans)), None)
        if place is None:
            near.append(len(result))
            result.append(replace(finding, spans=spans, claim_ids=claims))
        else:
            other = result[place]
            result[place] = replace(
                other,
                spans=merged(other.spans + spans),
                claim_ids=tuple(dict.fromkeys((other.claim_ids or ()) + claims)),
            )
        reachable[finding.code] = near
    return result


def _reaches(some: tuple[Span, ...], others: tuple[Span, ...]) -> bool:
    """Whether the earlier finding ends beyond where the later one starts, so that it may meet it or one after it."""
    return not some or not others or some[-1].end > others[0].start


def _overlap(some: tuple[Span, ...], others: tuple[Span, ...]) -> bool:
    """Whether two sorted runs of spans share a character, or are both those of the whole story."""
    if not some and not others:
        return True
    left = right = 0
    while left < len(some) and right < len(others):
        if some[left].overlaps(others[right]):
            return True
        if some[left].end <= others[right].end:
            left += 1
        else:
            right += 1
    return False


def _place(finding: Finding) -> tuple[int, int, str, str, tuple[tuple[str, str], ...]]:
    """The order of flags: by where they point, the narrower first, then by code."""
    start = min((span.start for span in finding.spans), default=-1)
    end = max((span.end for span in finding.spans), default=-1)
    return start, end, finding.code, finding.variant, tuple(sorted(finding.values.items()))


def _grade(finding: Finding, story: Story, settings: Settings) -> Grade | None:
    if not finding.rests_on or not settings.source_grades:
        return None
    return grade_of((source for source in story.sources if source.id in finding.rests_on), settings.source_grades)


def _flag(
    identifier: str,
    finding: Finding,
    known: FlagSet,
    severities: dict[str, Severity],
    words: FlagWords,
    grade: Grade | None,
) -> Flag:
    row = known.catalogue.row(finding.code)
    note = (
        "" if grade is None else words.says.grade_note.format(grade=grade.value, meaning=words.says.grades[grade.value])
    )
    templates = known.sentences(finding.code, finding.variant, words)
    values = {name: quoted(value) for name, value in finding.values.items()}
    return Flag(
        id=identifier,
        code=finding.code,
        severity=graded(severities[finding.code], grade),
        message=_sentence(templates.message, values) + note,
        clears=words.says.clears.get(row.code, row.clears),
        ground=words.says.grounds.get(row.code, row.ground),
        spans=finding.spans,
        claim_ids=finding.claim_ids or (),
        question=None if templates.question is None else _sentence(templates.question, values),
    )


def _sentence(template: str, values: dict[str, str]) -> str:
    """The filled template, with a capital where a value opens it."""
    filled = shortened(template.format_map(values), LONGEST_MESSAGE)
    return filled[:1].upper() + filled[1:]

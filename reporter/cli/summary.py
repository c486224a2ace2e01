"""What a person at the terminal wants to know at once of a brief, before opening it."""

import sys
from collections import Counter
from collections.abc import Sequence

from reporter.batch import Outcome
from reporter.cli.terminal import Terminal, console, printable
from reporter.model import Brief, EventBrief, Flag, Severity

SHOWN_FIRST = 3
"""Things to check that are told; the rest stands in the brief."""

_WORDS = {Severity.HIGH: "high", Severity.MEDIUM: "medium", Severity.LOW: "low"}


def print_summary(outcome: Outcome, terminal: Terminal) -> None:
    """Tell on standard error what was found, where a person looks on."""
    if outcome.brief is None or terminal.is_quiet or not sys.stderr.isatty():
        return
    out = console(sys.stderr)
    brief = outcome.brief
    first, *rest = event_lines(brief) if isinstance(brief, EventBrief) else summary_lines(brief)
    out.print(printable(first), style="bold")
    for line in rest:
        out.print(printable(line))


def summary_lines(brief: Brief) -> list[str]:
    """The headline, the counts, and what to check first."""
    article = brief.article
    day = article.published.day.isoformat() if article.published is not None else "no date"
    title = " ".join((article.headline or article.source_name or "A story").split())
    lines = [
        f"{title} ({day})",
        f"{_count(len(brief.claims), 'claim')}, {_count(len(brief.sources), 'source')}, {_flagged(brief.flags)}",
    ]
    if brief.fact_checks:
        lines.append(_reviewed(brief))
    if brief.check_first:
        lines.append("Check first:")
        lines += [f"  {number}. {item.what}" for number, item in enumerate(brief.check_first[:SHOWN_FIRST], start=1)]
    return lines


def event_lines(brief: EventBrief) -> list[str]:
    """The headline of the event, how many stories and origins tell it, what differs, and what to check first."""
    title = " ".join((brief.article.headline or brief.article.source_name or "An event").split())
    flags = [flag for story in brief.own for flag in story.brief.flags]
    contested = sum(match.is_contested for match in brief.matches)
    lines = [
        title,
        f"{_count(len(brief.stories), 'story')}, {_count(len(brief.origins), 'origin')}, "
        f"{_count(len(brief.matches), 'matched claim')} ({contested} in dispute), {_flagged(flags)}",
    ]
    if brief.check_first:
        lines.append("Check first:")
        shown = brief.check_first[:SHOWN_FIRST]
        lines += [f"  {number}. {check.item.what}" for number, check in enumerate(shown, start=1)]
    return lines


def _reviewed(brief: Brief) -> str:
    claims = len({match.claim_id for match in brief.fact_checks})
    return f"{_count(len(brief.fact_checks), 'published fact-check')} on {_count(claims, 'claim')}"


def _flagged(flags: Sequence[Flag]) -> str:
    counted = Counter(flag.severity for flag in flags)
    by_severity = ", ".join(f"{counted[severity]} {word}" for severity, word in _WORDS.items() if counted[severity])
    return _count(len(flags), "flag") + (f" ({by_severity})" if by_severity else "")


def _count(number: int, noun: str) -> str:
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"

"""What a person at the terminal wants to know at once of a brief, before opening it."""

import sys
from collections import Counter

from reporter.batch import Outcome
from reporter.cli.terminal import Terminal, console, printable
from reporter.model import Brief, Severity

SHOWN_FIRST = 3
"""Things to check that are told; the rest stands in the brief."""

_WORDS = {Severity.HIGH: "high", Severity.MEDIUM: "medium", Severity.LOW: "low"}


def print_summary(outcome: Outcome, terminal: Terminal) -> None:
    """Tell on standard error what was found, where a person looks on."""
    if outcome.brief is None or terminal.is_quiet or not sys.stderr.isatty():
        return
    out = console(sys.stderr)
    first, *rest = summary_lines(outcome.brief)
    out.print(printable(first), style="bold")
    for line in rest:
        out.print(printable(line))


def summary_lines(brief: Brief) -> list[str]:
    """The headline, the counts, and what to check first."""
    article = brief.article
    day = article.published.day.isoformat() if article.published is not None else "no date"
    title = " ".join((article.headline or article.source_name or "A story").split())
    counted = Counter(flag.severity for flag in brief.flags)
    by_severity = ", ".join(f"{counted[severity]} {word}" for severity, word in _WORDS.items() if counted[severity])
    lines = [
        f"{title} ({day})",
        f"{_count(len(brief.claims), 'claim')}, {_count(len(brief.sources), 'source')}, "
        f"{_count(len(brief.flags), 'flag')}" + (f" ({by_severity})" if by_severity else ""),
    ]
    if brief.check_first:
        lines.append("Check first:")
        lines += [f"  {number}. {item.what}" for number, item in enumerate(brief.check_first[:SHOWN_FIRST], start=1)]
    return lines


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"

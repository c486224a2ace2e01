"""The dates stage: finds the time expressions of a story and resolves them, each with its proof."""

from reporter.dates.expressions import find_times
from reporter.dates.rules import DateRules

__all__ = ["DateRules", "find_times"]

"""Verdicts of persons: what a named person found of a claim, by what evidence, and when.

They stand in a file beside the story, outlive a run, and hold for the words that were checked: when the words change,
the verdict is reopened.
"""

from reporter.verdicts.files import add_verdict, path_beside, read_verdicts, verdicts_beside
from reporter.verdicts.placing import comparable, placed

__all__ = ["add_verdict", "comparable", "path_beside", "placed", "read_verdicts", "verdicts_beside"]

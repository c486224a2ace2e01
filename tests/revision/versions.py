"""Two versions of made-up stories, briefed."""

from functools import cache

import reporter
from reporter.model import Brief, Change, ChangeKind, ClaimFate, Revision
from reporter.revision import compare


@cache
def brief(text: str, published: str = "2024-05-14") -> Brief:
    return reporter.analyse(reporter.read(text, published=published))


def revised(old: str, new: str) -> Revision:
    return compare(brief(old), brief(new))


def only_change(old: str, new: str) -> tuple[Change, ...]:
    """The changes of the one claim that changed."""
    found = [one for one in revised(old, new).claims if one.fate is ClaimFate.CHANGED]
    assert len(found) == 1, found
    return found[0].changes


def kinds(changes: tuple[Change, ...]) -> set[ChangeKind]:
    return {change.kind for change in changes}

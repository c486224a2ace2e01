"""What is said on a ticket beside the brief: a glance at it, and what changed since the one that was there before."""

from collections.abc import Sequence
from dataclasses import dataclass

from reporter.model import Brief, ClaimFate, EventBrief, Flag, PieceKind, Revision, Settings
from reporter.rendering.glance import glance_of
from reporter.rendering.lines import cut, one_line
from reporter.rendering.mail import subject_of
from reporter.rendering.revision import ClaimRow, view_of
from reporter.rendering.templates import fill
from reporter.wording.words import Wording

_MOST_CHECKS, _MOST_ROWS = 6, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """The brief that was on the ticket: its file, and what changed since; None where it could not be read."""

    name: str
    revision: Revision | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    fate: ClaimFate
    who: str
    words: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Changes:
    counts: tuple[tuple[ClaimFate, str], ...]
    rows: tuple[_Row, ...]
    raised: tuple[Flag, ...]
    cleared: tuple[Flag, ...]
    gained: tuple[str, ...]
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Changed:
    name: str
    is_same: bool
    view: _Changes | None


def comment_of(
    brief: Brief | EventBrief,
    wording: Wording,
    settings: Settings,
    *,
    before: Before | None = None,
    replaced: Sequence[str] = (),
) -> str:
    """The comment in plain text; the lines of its lists begin with "- ". `replaced` are the names of files that are
    out of date from now on. Its template is `ticket/comment.txt.j2`. Raises RenderError for one that fails."""
    glance = glance_of(brief, wording, settings)
    filled = fill(
        "ticket/comment.txt.j2",
        settings.templates,
        {
            "subject": subject_of(brief, wording),
            "published": glance.published,
            "claims": glance.claims,
            "severities": glance.severities,
            "checks": glance.checks,
            "changed": None if before is None else _changed(before, wording),
            "replaced": tuple(replaced),
            "most_checks": _MOST_CHECKS,
            "most_rows": _MOST_ROWS,
            "words": wording.delivery,
            "wording": wording,
            "titles": wording.titles,
            "labels": wording.labels,
            "cut": cut,
        },
    )
    kept = [line.rstrip() for line in filled.splitlines()]
    return "\n".join(line for line, last in zip(kept, ["", *kept], strict=False) if line or last).strip() + "\n"


def _changed(before: Before, wording: Wording) -> _Changed:
    if before.revision is None:
        return _Changed(name=before.name, is_same=False, view=None)
    view = view_of(before.revision, wording)
    return _Changed(
        name=before.name,
        is_same=before.revision.is_same,
        view=_Changes(
            counts=view.counts,
            rows=tuple(
                _Row(fate=row.fate, who=row.who, words=_words(row), sentences=row.sentences) for row in view.rows
            ),
            raised=view.raised,
            cleared=view.cleared,
            gained=view.gained,
            lost=view.lost,
        ),
    )


def _words(row: ClaimRow) -> str:
    """A claim as it reads now; one that is gone, as it read."""
    left_out = None if row.fate is ClaimFate.DROPPED else PieceKind.OUT
    return one_line("".join(piece.text for piece in row.pieces if piece.kind is not left_out))

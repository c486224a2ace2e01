"""A revision in a form that people or programs read: what changed between two versions of one story."""

from collections import Counter
from dataclasses import dataclass

import msgspec

from reporter.errors import UsageError
from reporter.model import Brief, Change, ChangeKind, Claim, ClaimFate, Flag, Piece, PieceKind, Revision, Settings
from reporter.rendering.house import logo_of
from reporter.rendering.html import screen_style
from reporter.rendering.markdown import escaped, tidied
from reporter.rendering.page import story_lang
from reporter.rendering.pdf import draw_pdf
from reporter.rendering.templates import fill
from reporter.wording.words import Wording

FORMATS = ("html", "pdf", "json", "md")
_LABELLED = frozenset({ChangeKind.FIRMER, ChangeKind.SOFTER, ChangeKind.STATUS})
"""Kinds whose before and after are values of the model, which have labels for readers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One claim as a page shows it: its fate, who says so now (or said so), its words, what became of it."""

    fate: ClaimFate
    who: str
    pieces: tuple[Piece, ...]
    sentences: tuple[str, ...]
    place: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionView:
    """What the templates and the terminal tell."""

    title: str
    counts: tuple[tuple[ClaimFate, str], ...]
    rows: tuple[ClaimRow, ...]
    kept: str | None
    headline: tuple[Piece, ...]
    raised: tuple[Flag, ...]
    cleared: tuple[Flag, ...]
    gained: tuple[str, ...]
    lost: tuple[str, ...]


def check_formats(names: tuple[str, ...]) -> None:
    """Raises UsageError for a format that a revision does not come in."""
    for name in names:
        if name not in FORMATS:
            raise UsageError(
                "unknown-format", f"A revision has no format {name!r}.", f"Choose from: {', '.join(FORMATS)}."
            )


def render_revision(revision: Revision, format_name: str, *, wording: Wording, settings: Settings) -> bytes:
    """The revision as a file of `format_name`, one of FORMATS. Raises UsageError for another, RenderError besides."""
    match format_name:
        case "json":
            encoded = msgspec.json.encode(revision, order="deterministic")
            return msgspec.json.format(encoded, indent=2) + b"\n"
        case "md":
            return tidied(
                fill("revision/revision.md.j2", settings.templates, _context(revision, wording, settings, ""))
            )
        case "html":
            return _page(revision, wording, settings, screen_style(settings)).encode("utf-8", "replace")
        case "pdf":
            identifier = msgspec.json.encode(revision, order="deterministic")
            return draw_pdf(_page(revision, wording, settings, ""), settings, identifier=identifier)
        case _:
            check_formats((format_name,))
            raise AssertionError(format_name)


def _page(revision: Revision, wording: Wording, settings: Settings, style: str) -> str:
    return fill("revision/revision.html.j2", settings.templates, _context(revision, wording, settings, style))


def _context(revision: Revision, wording: Wording, settings: Settings, style: str) -> dict[str, object]:
    return {
        "revision": revision,
        "view": view_of(revision, wording),
        "words": wording.revision,
        "wording": wording,
        "titles": wording.titles,
        "labels": wording.labels,
        "style": style,
        "house": settings.house,
        "logo": logo_of(settings.house),
        "story_lang": story_lang(revision.new.article, wording),
        "md": escaped,
        "sides": (
            (wording.revision.old, revision.old, _published(revision.old)),
            (wording.revision.new, revision.new, _published(revision.new)),
        ),
    }


def _published(brief: Brief) -> str:
    return brief.article.published.value if brief.article.published is not None else ""


def view_of(revision: Revision, wording: Wording) -> RevisionView:
    words = wording.revision
    fates = Counter(one.fate for one in revision.claims)
    rows = _rows(revision, wording)
    flags = {flag.id: flag for flag in revision.new.flags}
    old_flags = {flag.id: flag for flag in revision.old.flags}
    names = {source.id: source.name for source in revision.new.sources}
    old_names = {source.id: source.name for source in revision.old.sources}
    headline = revision.new.article.headline or revision.old.article.headline or wording.titles.no_headline
    return RevisionView(
        title=headline,
        counts=tuple((fate, words.fate_counts[fate].format(count=fates[fate])) for fate in ClaimFate),
        rows=rows,
        kept=words.kept.format(count=fates[ClaimFate.KEPT]) if fates[ClaimFate.KEPT] else None,
        headline=revision.headline,
        raised=tuple(flags[one] for one in revision.flags_raised),
        cleared=tuple(old_flags[one] for one in revision.flags_cleared),
        gained=tuple(names[one] for one in revision.sources_gained),
        lost=tuple(old_names[one] for one in revision.sources_lost),
    )


def _rows(revision: Revision, wording: Wording) -> tuple[ClaimRow, ...]:
    old = {claim.id: claim for claim in revision.old.claims}
    new = {claim.id: claim for claim in revision.new.claims}
    rows = []
    for one in revision.claims:
        claim = new[one.new_id] if one.new_id is not None else old[one.old_id or ""]
        if one.fate is ClaimFate.KEPT:
            continue
        brief = revision.new if one.new_id is not None else revision.old
        kind = PieceKind.IN if one.fate is ClaimFate.ADDED else PieceKind.OUT
        rows.append(
            ClaimRow(
                fate=one.fate,
                who=_who(claim, brief, wording),
                pieces=one.pieces or (Piece(kind=kind, text=" ".join(claim.text.split())),),
                sentences=tuple(_sentence(change, wording) for change in one.changes if _is_told(change, one.changes)),
                place=(claim.spans[0].start, claim.spans[-1].end),
            )
        )
    return tuple(rows)


def _is_told(change: Change, changes: tuple[Change, ...]) -> bool:
    """Other words are told in a sentence only where nothing else is: they are drawn."""
    return change.kind is not ChangeKind.WORDS or len(changes) == 1


def _sentence(change: Change, wording: Wording) -> str:
    before, after = change.before, change.after
    if change.kind in _LABELLED:
        labels = wording.labels.statuses if change.kind is ChangeKind.STATUS else wording.labels.modalities
        by_value = {value.value: label for value, label in labels.items()}
        before, after = by_value[before], by_value[after]
    return wording.revision.changes[change.kind].format(before=before or "–", after=after or "–")


def _who(claim: Claim, brief: Brief, wording: Wording) -> str:
    source = next((source for source in brief.sources if source.id == claim.source_id), None)
    if source is not None:
        return source.name
    return wording.titles.no_source if claim.is_attributed else wording.revision.story_itself

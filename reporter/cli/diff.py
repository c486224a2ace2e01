"""`reporter diff`: what changed between two versions of a story."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reporter.cli.app import Debug, Quiet, app, terminal_of
from reporter.cli.brief import listed
from reporter.cli.options import BriefLanguage, Language, ParserName, Undated, Zone
from reporter.cli.terminal import Terminal

if TYPE_CHECKING:
    from reporter.model import Brief, Piece, Settings
    from reporter.rendering.revision import ClaimRow, RevisionView
    from reporter.wording.words import Wording

_SIGNS = {"same": ("", ""), "out": ("[-", "-]"), "in": ("{+", "+}")}
"""How words of one version are marked where nothing is drawn; the signs are those of word diffs."""


@app.command()
def diff(
    context: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD", help="The earlier version: a story, or the JSON of its brief.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The later version: a story, or the JSON of its brief.")],
    published_old: Annotated[
        str | None, typer.Option("--published-old", metavar="WHEN", help="When the earlier version was published.")
    ] = None,
    published_new: Annotated[
        str | None, typer.Option("--published-new", metavar="WHEN", help="When the later version was published.")
    ] = None,
    undated: Undated = None,
    formats: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="LIST",
            help="Files to write, of html, pdf, json and md. Without it the changes are printed.",
        ),
    ] = None,
    out: Annotated[
        str | None, typer.Option("--out", metavar="DIR", help="Folder for the files. [default: output]")
    ] = None,
    zone: Zone = None,
    language: Language = None,
    brief_language: BriefLanguage = None,
    parser: ParserName = None,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001 - its callback acts
) -> None:
    """Show what a story says differently in its new version.

    Claims added, dropped and reworded; attribution lost or gained; figures, names
    and dates that changed; flags raised and cleared.

    \b
    Examples:
      $ reporter diff examples/harbour-fire.txt examples/harbour-fire-wednesday.txt
      $ reporter diff --format html,pdf examples/harbour-fire.txt examples/harbour-fire-wednesday.txt
    """
    from reporter.cli.inputs import check_stories
    from reporter.deliver.files import write_revision
    from reporter.languages.briefs import wording_of
    from reporter.rendering.revision import check_formats, render_revision, view_of
    from reporter.revision import compare
    from reporter.settings import load_settings

    terminal = terminal_of(context, quiet)
    check_stories([old, new])
    names = listed(formats) or ()
    check_formats(names)
    chosen = load_settings(
        {
            "undated": undated,
            "out": out,
            "zone": zone,
            "language": language,
            "brief_language": brief_language,
            "parser": parser,
        }
    )
    settings = chosen.settings
    wording = wording_of(settings.language, settings.brief_language)
    briefs = [
        _brief(story, settings, published, terminal)
        for story, published in ((old, published_old), (new, published_new))
    ]
    revision = compare(*briefs)
    rendered = {}
    for name in names:
        terminal.step(f"making the {name}")
        rendered[name] = render_revision(revision, name, wording=wording, settings=settings)
    terminal.clear()
    if rendered:
        for path in write_revision(revision, rendered, Path(chosen.delivery.out)):
            terminal.result(str(path))
        return
    if revision.is_same:
        terminal.result(wording.revision.nothing)
        return
    for line in _lines(view_of(revision, wording), wording):
        terminal.flowing(line)


def _brief(story: str, settings: "Settings", published: str | None, terminal: Terminal) -> "Brief":
    """The brief of a story, or the brief itself where its JSON was given."""
    from reporter.cli.inputs import STANDARD_INPUT, read_story
    from reporter.dispatch.reading import read_whole
    from reporter.pipeline import Pipeline
    from reporter.schema import from_json

    terminal.step(f"reading {story}")
    if story != STANDARD_INPUT and Path(story).suffix.lower() == ".json":
        return from_json(read_whole(story))
    article = read_story(story, settings=settings, published=published)
    terminal.step(f"checking {story}")
    return Pipeline(settings).brief(article)


def _lines(view: "RevisionView", wording: "Wording") -> list[str]:
    """The revision in words, a line for each thing."""
    words = wording.revision
    lines = [" · ".join(told for _, told in view.counts), words.disclaimer]
    if view.headline:
        lines += ["", f"{words.headline}: {_marked(view.headline)}"]
    for row in view.rows:
        lines += ["", *_claim(row, wording)]
    for title, flags in ((words.flags_raised, view.raised), (words.flags_cleared, view.cleared)):
        if flags:
            lines += ["", f"{title}: {len(flags)}"]
            lines += [f"  {flag.severity.value} {flag.code}  {flag.message}" for flag in flags]
    for title, names in ((words.sources_gained, view.gained), (words.sources_lost, view.lost)):
        if names:
            lines += ["", f"{title}: {'; '.join(names)}"]
    return lines


def _claim(row: "ClaimRow", wording: "Wording") -> list[str]:
    lines = [f"{wording.revision.fates[row.fate]}  {_marked(row.pieces)}"]
    if not any(row.who in sentence for sentence in row.sentences):
        lines.append(f"    {wording.titles.said_by}: {row.who}")
    return [*lines, *(f"    {sentence}" for sentence in row.sentences)]


def _marked(pieces: "tuple[Piece, ...]") -> str:
    runs = []
    for piece in pieces:
        opening, closing = _SIGNS[piece.kind]
        bare = piece.text.rstrip()
        runs.append(f"{opening}{bare}{closing}{piece.text[len(bare) :]}")
    return "".join(runs)

"""`reporter claims`: who says what in one story, said when, happened when, with what flags, and how it was read."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reporter.cli.app import Debug, Quiet, app, terminal_of
from reporter.cli.options import Language, ParserName, Published, Undated, Zone
from reporter.cli.terminal import Cell, Column, Terminal, is_drawn, print_columns, print_table

if TYPE_CHECKING:
    from reporter.cli.readings import Reading
    from reporter.model import Claim


@app.command()
def claims(
    context: typer.Context,
    story: Annotated[str, typer.Argument(metavar="STORY", help="A file with a story, or - for standard input.")],
    published: Published = None,
    undated: Undated = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON in place of a table.")] = False,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Print how each claim was read: frame, cue, source and its mentions, times."),
    ] = False,
    zone: Zone = None,
    week_start: Annotated[
        str | None, typer.Option("--week-start", metavar="DAY", help="First day of a week, monday or sunday.")
    ] = None,
    flags_off: Annotated[
        str | None, typer.Option("--flags-off", metavar="CODES", help="Flags not to raise, with commas.")
    ] = None,
    language: Language = None,
    parser: ParserName = None,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001 - its callback acts
) -> None:
    """List who says what in a story: the words of saying, said when, happened when, flags.

    \b
    Examples:
      $ reporter claims examples/harbour-fire.txt
      $ reporter claims --explain examples/harbour-fire.txt
      $ reporter claims --json examples/harbour-fire.txt
    """
    from reporter.cli.inputs import check_stories, read_story
    from reporter.cli.readings import Reading
    from reporter.languages import language_pack
    from reporter.pipeline import Pipeline
    from reporter.settings import load_settings

    terminal = terminal_of(context, quiet)
    check_stories([story])
    settings = load_settings(
        {
            "undated": undated,
            "zone": zone,
            "week_start": week_start,
            "flags_off": flags_off,
            "language": language,
            "parser": parser,
        }
    ).settings
    terminal.step(f"reading {story}")
    article = read_story(story, settings=settings, published=published)
    terminal.step(f"finding who says what in {story}")
    pack = language_pack(settings.language)
    reading = Reading(Pipeline(settings).analyse(article), pack.attribution, pack.brief)
    terminal.clear()
    if as_json:
        import msgspec

        data = msgspec.json.encode(record(reading), order="deterministic")
        sys.stdout.write(msgspec.json.format(data, indent=2).decode() + "\n")
    elif not reading.claims:
        terminal.note("The story makes no claim.")
    elif explain:
        _print_proofs(reading, terminal)
    elif is_drawn():
        print_columns(COLUMNS, [drawn(claim, reading) for claim in reading.claims])
    else:
        print_table(_PLAIN, [row(claim, reading) for claim in reading.claims])


def record(reading: "Reading") -> dict[str, Any]:
    """The claims and all that they name, each as it stands in the JSON brief, and the lexicon's entries of the cues."""
    found = reading.found
    return {
        "published": found.article.published,
        "claims": found.claims,
        "attributions": found.attributions,
        "sources": found.sources,
        "times": found.times,
        "flags": found.flags,
        "assessments": found.assessments,
        "cues": [
            {
                "lemma": cue.lemma,
                "word_class": cue.word_class,
                "stance": cue.stance,
                "frames": sorted(cue.frames),
                "prepositions": sorted(cue.prepositions),
                "object_prepositions": sorted(cue.object_prepositions),
                "example": cue.example,
            }
            for cue in reading.cues()
        ],
    }


# Where there is little room the flags stand under the claim, and the cue always under who says it: so the words of the
# claim, which are the longest, keep at least a third of the line.

COLUMNS = (
    Column(heading="claim", most=5),
    Column(heading="who says it", most=18),
    Column(heading="what", most=None),
    Column(heading="said", most=11),
    Column(heading="happened", most=11),
    Column(heading="flags", most=14, joins=2, least_screen=100),
)
_PLAIN = ("claim", "who", "cue", "what", "said", "happened", "flags")

_SEVERITY_STYLES = {"H": "bold red", "M": "yellow", "L": ""}


def drawn(claim: "Claim", reading: "Reading") -> tuple[Cell, ...]:
    """One row for a terminal: the lines of each cell, with their styles."""
    who: list[tuple[str, str]] = []
    for link in claim.chain:
        who += [(reading.speaker(link), ""), (_indented(link.cue), "cyan")]
    return (
        ((claim.id, "dim"),),
        tuple(who) or (("the story itself", "dim"),),
        ((reading.words(claim), ""),),
        _lines(reading.label(time) for time in claim.said),
        _lines(reading.label(time) for time in claim.happened),
        tuple((flag.code, _SEVERITY_STYLES[flag.severity]) for flag in reading.flags_on(claim)),
    )


def _indented(cue: str) -> str:
    """The words of saying under their source; a no-break space keeps the indent."""
    return "\u00a0" + " ".join(cue.split()) if cue else ""


def _lines(texts: Iterable[str]) -> Cell:
    return tuple((text, "") for text in texts)


def row(claim: "Claim", reading: "Reading") -> tuple[str, ...]:
    """One line of plain columns."""
    return (
        claim.id,
        " → ".join(reading.speaker(link) for link in claim.chain) or "the story itself",
        " → ".join(" ".join(link.cue.split()) or "-" for link in claim.chain) or "-",
        reading.words(claim),
        ", ".join(reading.label(time) for time in claim.said) or "-",
        ", ".join(reading.label(time) for time in claim.happened) or "-",
        " ".join(flag.code for flag in reading.flags_on(claim)) or "-",
    )


def _print_proofs(reading: "Reading", terminal: Terminal) -> None:
    from reporter.cli.readings import explained

    for number, claim in enumerate(reading.claims):
        if number:
            terminal.result("")
        for line in explained(claim, reading):
            terminal.flowing(line)

"""`reporter verdict`: what a person found of a claim, kept beside the story."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from reporter.cli.app import Debug, Quiet, app, terminal_of
from reporter.cli.options import Language, ParserName, Published, Undated, Zone
from reporter.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.model import Claim, Ruling

_NAMED_AT_MOST = 5


@app.command()
def verdict(
    context: typer.Context,
    story: Annotated[str, typer.Argument(metavar="STORY", help="The file of the story.")],
    claim: Annotated[
        str,
        typer.Argument(metavar="CLAIM", help="The claim: its number in the brief, its id (c16), or its words."),
    ],
    ruling: Annotated[str, typer.Option("--verdict", metavar="WHAT", help="What was found, verified or refuted.")],
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who found it.")],
    evidence: Annotated[
        list[str],
        typer.Option("--evidence", metavar="TEXT", help="What it rests on, a text or a link; may be given again."),
    ],
    when: Annotated[
        str | None,
        typer.Option(
            "--when",
            metavar="ISO",
            help="When it was found, with the zone, as in 2026-03-03T14:05+01:00. [default: now]",
            show_default=False,
        ),
    ] = None,
    published: Published = None,
    undated: Undated = None,
    zone: Zone = None,
    language: Language = None,
    parser: ParserName = None,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001 - its callback acts
) -> None:
    """Record what a person found of a claim, in STORY.verdicts.yaml.

    The next brief of the story shows it, with the name, the time and the evidence,
    as long as the claim keeps its words.

    \b
    Examples:
      $ reporter verdict examples/harbour-fire.txt 3 --verdict verified --by "Ada Lorne" --evidence "Board's statement"
    """
    from reporter.cli.inputs import STANDARD_INPUT, check_stories, read_story
    from reporter.model import Verdict
    from reporter.pipeline import Pipeline
    from reporter.settings import load_settings
    from reporter.verdicts import add_verdict, path_beside

    terminal = terminal_of(context, quiet)
    check_stories([story])
    if story == STANDARD_INPUT:
        raise UsageError("bad-story", "A verdict stands beside its story's file.", "Give the file of the story.")
    chosen, moment = _ruling(ruling), _moment(when)
    for name, value in (("--by", by), *(("--evidence", one) for one in evidence)):
        if not value.strip():
            raise UsageError("bad-verdict", f"{name} is empty.", "A verdict needs a name and evidence.")
    settings = load_settings({"undated": undated, "zone": zone, "language": language, "parser": parser}).settings
    terminal.step(f"reading {story}")
    article = read_story(story, settings=settings, published=published)
    found = Pipeline(settings).analyse(article)
    number = _place(claim, found.claims)
    about = found.claims[number]
    source = next((one.name for one in found.sources if one.id == about.source_id), None)
    path = path_beside(story)
    add_verdict(
        path,
        Verdict(
            claim=" ".join(about.text.split()),
            source=None if source is None else " ".join(source.split()) or None,
            verdict=chosen,
            by=" ".join(by.split()),
            when=moment,
            evidence=tuple(one.strip() for one in evidence),
        ),
    )
    terminal.clear()
    told = "" if source is None else f" ({source})"
    terminal.result(f"{number + 1} {chosen}: “{' '.join(about.text.split())}”{told}")
    terminal.result(str(path))


def _ruling(text: str) -> "Ruling":
    from reporter.model import Ruling

    try:
        return Ruling(text)
    except ValueError as error:
        raise UsageError("bad-verdict", f"{text!r} is not a verdict.", f"Choose from: {', '.join(Ruling)}.") from error


def _moment(text: str | None) -> datetime:
    if text is None:
        return datetime.now().astimezone().replace(microsecond=0)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.utcoffset() is None:
        raise UsageError(
            "bad-verdict", f"{text!r} is not a time with its zone.", "Write it as in 2026-03-03T14:05+01:00."
        )
    return moment


def _place(asked: str, claims: "Sequence[Claim]") -> int:
    """Where the claim stands that `asked` names by number, id or words. Raises UsageError `unknown-claim`."""
    from reporter.revision.pairing import pair_texts
    from reporter.verdicts import comparable

    if asked.isdecimal():
        if 1 <= (number := int(asked[:9])) <= len(claims):
            return number - 1
        raise UsageError("unknown-claim", f"The story has claims 1 to {len(claims)}.", "Choose one of them.")
    places = [place for place, claim in enumerate(claims) if claim.id == asked]
    places = places or [place for place, claim in enumerate(claims) if comparable(claim.text) == comparable(asked)]
    if len(places) == 1:
        return places[0]
    if places:
        listed = ", ".join(str(place + 1) for place in places[:_NAMED_AT_MOST])
        raise UsageError("unknown-claim", f"Several claims have these words: {listed}.", "Give the number of one.")
    near = pair_texts([asked], [claim.text for claim in claims])
    hint = f"Nearest is {near[0][1] + 1}: “{claims[near[0][1]].text}”." if near else "`reporter claims` lists them."
    raise UsageError("unknown-claim", "No claim of the story has these words.", " ".join(hint.split()))

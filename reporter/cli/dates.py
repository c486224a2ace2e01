"""`reporter dates`: the time expressions of one story, what they denote, and why."""

import sys
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from reporter.cli.app import Debug, Quiet, app, terminal_of
from reporter.cli.options import Language, ParserName, Published, Undated, Zone
from reporter.cli.terminal import print_table

if TYPE_CHECKING:
    from reporter.model import Interval, TimeExpression


@app.command()
def dates(
    context: typer.Context,
    story: Annotated[str, typer.Argument(metavar="STORY", help="A file with a story, or - for standard input.")],
    published: Published = None,
    undated: Undated = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON in place of a table.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print how each value was reached, and what else it could have been.")
    ] = False,
    zone: Zone = None,
    week_start: Annotated[
        str | None, typer.Option("--week-start", metavar="DAY", help="First day of a week, monday or sunday.")
    ] = None,
    language: Language = None,
    parser: ParserName = None,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001 - its callback acts
) -> None:
    """List the times that a story names, and their values.

    \b
    Examples:
      $ reporter dates examples/harbour-fire.txt
      $ reporter dates --explain examples/harbour-fire.txt
      $ reporter dates --json examples/harbour-fire.txt
    """
    from reporter.cli.inputs import check_stories, read_story
    from reporter.pipeline import Pipeline
    from reporter.settings import load_settings

    terminal = terminal_of(context, quiet)
    check_stories([story])
    settings = load_settings(
        {"undated": undated, "zone": zone, "week_start": week_start, "language": language, "parser": parser}
    ).settings
    terminal.step(f"reading {story}")
    article = read_story(story, settings=settings, published=published)
    terminal.step(f"dating {story}")
    times = Pipeline(settings).times(article)
    terminal.clear()
    if as_json:
        import msgspec

        data = msgspec.json.encode({"published": article.published, "times": times}, order="deterministic")
        sys.stdout.write(msgspec.json.format(data, indent=2).decode() + "\n")
    elif not times:
        terminal.note("The story names no time.")
    elif explain:
        for time in times:
            for line in explained(time):
                terminal.result(line)
    else:
        print_table(("words", "value", "interval", "points", "rule"), [row(time) for time in times])


def row(time: "TimeExpression") -> tuple[str, ...]:
    """One line of the table."""
    return (
        " ".join(time.text.split()),
        (time.value or "not resolved") + (f" {time.mod}" if time.mod else ""),
        written(time.interval) if time.interval is not None else "-",
        time.proof.direction,
        time.proof.rule,
    )


def written(interval: "Interval") -> str:
    """The interval as short as it can be told: a day by its name, else from its begin to the first moment after it.

    >>> from datetime import datetime
    >>> from reporter.model import Grain, Interval
    >>> written(Interval(begin=datetime(2026, 3, 9), until=datetime(2026, 3, 10), grain=Grain.DAY))
    '2026-03-09'
    >>> written(Interval(begin=datetime(2026, 3, 9, 18), until=datetime(2026, 3, 10), grain=Grain.HOUR))
    '2026-03-09 18:00 → 2026-03-10 00:00'
    """
    begin, until = interval.begin, interval.until
    if interval.begin_text == begin.date().isoformat():
        is_one_day = until - begin == timedelta(days=1)
        return interval.begin_text if is_one_day else f"{interval.begin_text} → {interval.until_text}"
    first = begin.strftime("%Y-%m-%d %H:%M")
    return f"{first} → {until:%H:%M}" if begin.date() == until.date() else f"{first} → {until:%Y-%m-%d %H:%M}"


def explained(time: "TimeExpression") -> list[str]:
    """The proof of one value, in words."""
    proof = time.proof
    interval = time.interval
    words = " ".join(time.text.split())
    lines = [
        f"{time.id}  “{words}”  [{time.span.start}, {time.span.end})",
        f"    {time.type} {time.value or 'not resolved'}" + (f", mod {time.mod}" if time.mod else ""),
    ]
    if interval is not None:
        lines.append(f"    from {interval.begin_text} until {interval.until_text} ({interval.grain})")
        if interval.earliest is not None or interval.latest is not None:
            lines.append(
                f"    somewhere between {interval.earliest or interval.begin} and {interval.latest or interval.until}"
            )
    lines += [
        f"    {proof.explanation}",
        f"    direction: {proof.direction}, {proof.direction_reason}",
        f"    rule {proof.rule}, confidence {proof.confidence:.2f}"
        + (f"; gave way: {', '.join(proof.lost)}" if proof.lost else ""),
    ]
    lines += [f"    or {other.value}: {other.reason}" for other in time.alternatives]
    return lines

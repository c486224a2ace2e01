"""Flags that several commands share. Each takes the place of the setting of its name."""

from typing import Annotated

import typer

Published = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="WHEN",
        help="When the story was published: a full date, with a time and zone if you know them.",
    ),
]
Undated = Annotated[
    bool | None,
    typer.Option(
        "--undated",
        help="Go on without a publication time: no relative date is then resolved, and each is flagged.",
        show_default=False,
    ),
]
Zone = Annotated[
    str | None,
    typer.Option("--zone", metavar="ZONE", help="Time zone of the story's days, such as Europe/Berlin."),
]
Language = Annotated[str | None, typer.Option("--language", metavar="CODE", help="Language of the story, such as en.")]
BriefLanguage = Annotated[
    str | None,
    typer.Option(
        "--brief-language",
        metavar="TAG",
        help="Language that the brief speaks, such as de or en-US. [default: the story's]",
    ),
]
ParserName = Annotated[
    str | None,
    typer.Option("--parser", metavar="NAME", help="An installed spaCy pipeline to use in place of the language's own."),
]
FactChecks = Annotated[
    str | None,
    typer.Option(
        "--factchecks",
        metavar="FILE",
        help="The store of published fact-checks. [default: one in your folder for data]",
        show_default=False,
    ),
]

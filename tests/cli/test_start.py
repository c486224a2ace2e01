"""Asking for help is cheap: nothing heavy is loaded before it is needed."""

import pytest

from tests.acceptance.command import python

NEVER_FOR_HELP = {
    "spacy",
    "thinc",
    "numpy",
    "weasyprint",
    "dateparser",
    "trafilatura",
    "htmldate",
    "lxml",
    "jinja2",
    "msgspec",
    "rich",
    "zoneinfo",
}


def loaded_after(*arguments: str) -> set[str]:
    run = python(
        "import sys\n"
        f"sys.argv = ['reporter', *{list(arguments)!r}]\n"
        "from reporter.cli import main\n"
        "try:\n    main()\n"
        "except SystemExit:\n    print('LOADED', *sys.modules)\n"
    )
    modules = run.out.rpartition("LOADED ")[2].split()
    assert "reporter.cli.app" in modules

    return {module.split(".")[0] for module in modules}


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ()])
def test_help_loads_no_library_that_it_does_not_show(arguments: tuple[str, ...]) -> None:
    assert set() == loaded_after(*arguments) & NEVER_FOR_HELP


@pytest.mark.parametrize(
    "arguments",
    [
        ("brief", "--help"),
        ("brief",),
        ("brief", "--page-size", "A5", "story.txt"),
        ("brief", "https://example.org/story"),
        ("brief", "--format", "odt", "story.txt"),
        ("nonsense",),
    ],
)
def test_a_usage_error_loads_neither_parser_nor_pdf_engine(arguments: tuple[str, ...]) -> None:
    heavy = {"spacy", "numpy", "weasyprint", "dateparser", "trafilatura", "htmldate", "lxml"}

    assert set() == loaded_after(*arguments) & heavy

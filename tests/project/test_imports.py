"""The picture in STYLE: who may import whom, and what must not be loaded before it is needed."""

import ast

import pytest

from tests.project.source import ROOT, imports_of, source_files

STAGES = (
    "ingest",
    "language",
    "dates",
    "attribution",
    "claims",
    "verification",
    "event",
    "brief",
    "rendering",
    "deliver",
)

SHARED = {
    "reporter.model",
    "reporter.errors",
    "reporter.registry",
    "reporter.schema",
    "reporter.translation",
    "reporter.version",
}

WORDED = {"brief", "rendering"}
"""The stages that write for a reader, in the words of a language: `reporter.wording`."""

ABOVE = {"cli", "batch", "extract", "doctor", "pipeline", "settings", "verdicts", "factchecks", "dispatch"}

HEAVY = {
    "babel",
    "bm25s",
    "css_inline",
    "docx",
    "icalendar",
    "ijson",
    "urllib3",
    "spacy",
    "thinc",
    "numpy",
    "weasyprint",
    "dateparser",
    "trafilatura",
    "htmldate",
    "lxml",
    "jinja2",
    "rich",
    "yaml",
    "dkim",
    "gitlab",
    "jira",
    "keyring",
    "redminelib",
    "rt",
    "cronsim",
    "tomlkit",
}


LATE = {"reporter.deliver.tickets.redmine_engine"}
"""Modules that build upon a heavy library, and are imported where it would be."""


def part_of(module: str) -> str:
    return ".".join(module.split(".")[:2])


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_imports_the_model_and_nothing_of_its_neighbours(stage: str) -> None:
    allowed = SHARED | {f"reporter.{stage}"} | ({"reporter.wording"} if stage in WORDED else set())
    strange = [
        str(found)
        for file in source_files(stage)
        for found in imports_of(file)
        if found.module.startswith("reporter") and part_of(found.module) not in allowed
    ]

    assert strange == []


def test_the_model_imports_only_itself() -> None:
    strange = [
        str(found)
        for file in source_files("model")
        for found in imports_of(file)
        if found.module.startswith("reporter") and not found.module.startswith("reporter.model")
    ]

    assert strange == []


def test_a_language_knows_the_stages_tables_and_nothing_above_them() -> None:
    strange = [
        str(found)
        for file in source_files("languages")
        for found in imports_of(file)
        if found.module.startswith("reporter.") and found.module.split(".")[1] in ABOVE
    ]

    assert strange == []


def test_only_the_command_line_imports_the_command_line() -> None:
    strange = [
        str(found)
        for file in source_files()
        for found in imports_of(file)
        if part_of(found.module) == "reporter.cli"
        and not found.file.startswith("reporter/cli/")
        and found.file != "reporter/__main__.py"
    ]

    assert strange == []


def test_no_heavy_library_is_imported_before_it_is_needed() -> None:
    strange = [
        str(found)
        for file in source_files()
        for found in imports_of(file)
        if found.runs_at_once
        and (found.module.split(".")[0] in HEAVY or found.module in LATE)
        and found.file.removesuffix(".py").replace("/", ".") not in LATE
    ]

    assert strange == []


def test_no_stage_reads_the_clock_the_network_chance_or_the_environment() -> None:
    """Deliver writes files, and so may ask for its process's id; it speaks to servers."""
    network = {"socket", "urllib.request", "http", "http.client", "requests"}
    calls = {"now", "today", "utcnow", "getenv", "urandom", "uuid4", "uuid1"}
    strange = []
    for file in source_files(*STAGES, "model", "languages"):
        modules = {"random", "secrets", "time"} | (set() if "deliver" in file.parts else network)
        strange += [str(found) for found in imports_of(file) if found.module in modules]
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in calls:
                strange.append(f"{file.relative_to(ROOT)}:{node.lineno} calls {ast.unparse(node.func)}")
            if isinstance(node, ast.Attribute) and node.attr == "environ":
                strange.append(f"{file.relative_to(ROOT)}:{node.lineno} reads the environment")

    assert strange == []

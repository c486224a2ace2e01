"""Each command and flag explains itself, stands in the handbook, and its examples run."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from reporter.cli.app import app, register_commands
from reporter.rendering import OUTPUTS
from tests.acceptance.command import COMMAND, EXAMPLES, ROOT, environment

register_commands()
ROOT_COMMAND: Any = get_command(app)


def commands(group: Any, before: str = "") -> dict[str, Any]:
    """All commands by what one types, those of groups too."""
    found: dict[str, Any] = {}
    for name, command in group.commands.items():
        inner = commands(command, f"{before}{name} ") if hasattr(command, "commands") else {}
        found |= inner or {f"{before}{name}": command}
    return found


COMMANDS = commands(ROOT_COMMAND)
HANDBOOK = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


def flags(command: Any) -> list[Any]:
    return [parameter for parameter in command.params if parameter.param_type_name == "option"]


ALL_FLAGS = [
    pytest.param(name, flag, id=f"{name} {flag.opts[0]}".strip())
    for name, command in [("", ROOT_COMMAND), *COMMANDS.items()]
    for flag in flags(command)
]


def examples(command: Any) -> list[str]:
    return re.findall(r"^ *\$ (.+)$", command.help or "", re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_help_an_example_and_a_chapter(name: str) -> None:
    assert COMMANDS[name].help
    assert examples(COMMANDS[name])
    assert f"## `reporter {name}" in HANDBOOK


@pytest.mark.parametrize(("name", "flag"), ALL_FLAGS)
def test_a_flag_has_help_and_stands_in_the_handbook(name: str, flag: Any) -> None:
    chapter = HANDBOOK
    if name and flag.opts[0] not in {"--quiet", "--debug"}:
        chapter = HANDBOOK.partition(f"## `reporter {name}")[2].partition("\n## ")[0]

    assert flag.help.endswith((".", "]"))
    assert flag.opts[0] in chapter


@pytest.mark.parametrize("name", ["brief", "render"])
def test_each_format_is_named_where_one_chooses(name: str) -> None:
    (flag,) = [flag for flag in flags(COMMANDS[name]) if flag.opts[0] == "--format"]
    table = (ROOT / "docs" / "brief.md").read_text(encoding="utf-8").partition("## The formats")[2]
    chapter = HANDBOOK.partition("## `reporter brief")[2].partition("\n## ")[0]

    assert [one for one in OUTPUTS.names if not re.search(rf"\b{one}\b", flag.help)] == []
    assert [one for one in OUTPUTS.names if f"| `{one}` |" not in table] == []
    assert [one for one in OUTPUTS.names if f"`{one}`" not in chapter] == []


def test_an_argument_has_help() -> None:
    arguments = [p for command in COMMANDS.values() for p in command.params if p.param_type_name == "argument"]

    assert arguments
    assert all(argument.help for argument in arguments)


@pytest.mark.slow
@pytest.mark.parametrize(
    "line", sorted({line for command in [ROOT_COMMAND, *COMMANDS.values()] for line in examples(command)})
)
def test_an_example_in_the_help_runs(line: str, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    typed = line.replace("/tmp/briefs", str(tmp_path / "briefs"))
    done = subprocess.run(
        typed,
        shell=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment(PATH=f"{COMMAND.parent}:/usr/bin:/bin", XDG_DATA_HOME=str(tmp_path / "data")),
        timeout=60,
        stdin=subprocess.DEVNULL,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout

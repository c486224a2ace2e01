"""The installed command, as a user types it."""

import os
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
COMMAND = Path(sysconfig.get_path("scripts")) / "reporter"


@dataclass(frozen=True, kw_only=True)
class Run:
    """What a command did. `lines` are those of standard output."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


def environment(**more: str) -> dict[str, str]:
    """The user's environment without settings of ours, so that a test says all that it depends on."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("REPORTER_") and name not in {"SOURCE_DATE_EPOCH", "XDG_CONFIG_HOME", "NO_COLOR"}
    }
    return {**kept, "XDG_CONFIG_HOME": "/nonexistent", "XDG_DATA_HOME": "/nonexistent", **more}


def reporter(
    *arguments: str | Path,
    typed: str | bytes | None = None,
    folder: Path | None = None,
    variables: Mapping[str, str] | None = None,
    seconds: float = 30,
) -> Run:
    """Run `reporter` in `folder` with `typed` on its standard input. Raises TimeoutExpired after `seconds`."""
    done = subprocess.run(
        [str(COMMAND), *map(str, arguments)],
        input=typed.encode() if isinstance(typed, str) else b"" if typed is None else typed,
        capture_output=True,
        cwd=folder,
        env=environment(**(variables or {})),
        timeout=seconds,
        check=False,
    )
    return Run(code=done.returncode, out=done.stdout.decode(), err=done.stderr.decode())


def python(code: str) -> Run:
    """Run `code` in an interpreter of its own."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment(), timeout=60, check=False)
    return Run(code=done.returncode, out=done.stdout.decode(), err=done.stderr.decode())

"""The clock of the system, told to call `reporter schedule run`: a line in a crontab, or a timer of systemd."""

import hashlib
import os
import shlex
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from reporter.deliver.files import write_data
from reporter.errors import DeliveryError, UsageError

EVERY_MINUTE = "* * * * *"
_SECONDS = 30


def crontab_line(command: Sequence[str], folder: Path) -> str:
    """The line of crontab(5) that runs `command` in `folder` every minute, with a comment that says whose it is.

    A percent sign would end the command there, and a line break the line.
    """
    told = f"cd {shlex.quote(str(folder))} && {shlex.join(command)} {_mark(folder)}"
    if "\n" in told:
        raise UsageError(
            "bad-folder", f"No crontab can name the folder {str(folder)!r}.", "Give the folder another name."
        )
    return f"{EVERY_MINUTE} {told}".replace("%", "\\%")


def install_crontab(line: str, folder: Path) -> None:
    """Put the line into the crontab of whoever asks, in the place of an earlier one for the same folder. Raises
    DeliveryError `no-crontab`."""
    listed = _crontab("-l")
    before = listed.stdout if listed.returncode == 0 else ""
    mark = _mark(folder).replace("%", "\\%")
    kept = [one for one in before.splitlines() if not one.endswith(mark)]
    done = _crontab("-", "\n".join([*kept, line]) + "\n")
    if done.returncode != 0:
        raise DeliveryError(
            "no-crontab",
            f"The crontab was not changed: {done.stderr.strip()}",
            "Add the line yourself: --dry-run prints it.",
            can_retry=False,
        )


def systemd_units(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> dict[str, str]:
    """The unit files, by name: a service that runs `command` once in `folder`, and the timer that calls it every minute
    (systemd.service(5), systemd.timer(5)). Secrets are read from a file of the user's that may be missing."""
    name = unit_name(folder)
    secrets = Path(environment.get("XDG_CONFIG_HOME") or "%h/.config") / "reporter" / "environment"
    service = (
        "[Unit]\n"
        "Description=Carry out what reporter has to send\n"
        "\n"
        "[Service]\n"
        "Type=oneshot\n"
        f"WorkingDirectory={_plain(str(folder))}\n"
        f"EnvironmentFile=-{secrets}\n"
        f"ExecStart={' '.join(map(_quoted, command))}\n"
    )
    timer = (
        "[Unit]\n"
        "Description=Call reporter every minute\n"
        "\n"
        "[Timer]\n"
        "OnCalendar=*:0/1\n"
        "AccuracySec=1s\n"
        "Persistent=true\n"
        "\n"
        "[Install]\n"
        "WantedBy=timers.target\n"
    )
    return {f"{name}.service": service, f"{name}.timer": timer}


def install_systemd(units: Mapping[str, str], environment: Mapping[str, str]) -> tuple[Path, ...]:
    """Write unit files where systemd looks for those of a user; their paths. Raises UsageError, RenderError."""
    home = environment.get("XDG_CONFIG_HOME") or (f"{environment['HOME']}/.config" if "HOME" in environment else "")
    if not home:
        raise UsageError("no-home", "No home is known for the units of systemd.", "Set HOME.")
    folder = Path(home) / "systemd" / "user"
    return tuple(write_data(folder / name, text.encode()) for name, text in units.items())


def unit_name(folder: Path) -> str:
    """One for each folder, so that two newsrooms' jobs stand beside one another."""
    return f"reporter-{hashlib.sha256(os.fsencode(folder)).hexdigest()[:8]}"


def _crontab(argument: str, given: str | None = None) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(  # noqa: S603 - no shell, and words of our own
            ["crontab", argument],  # noqa: S607 - the one on the path
            input=given,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError as error:
        raise DeliveryError(
            "no-crontab", "There is no cron on this machine.", "Install cron, or use --systemd.", can_retry=False
        ) from error


def _mark(folder: Path) -> str:
    return f"# reporter schedule {unit_name(folder)}"


def _quoted(word: str) -> str:
    """One word of a command line of systemd, in which percent and dollar signs mean something."""
    plain = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{plain}"'


def _plain(path: str) -> str:
    return path.replace("%", "%%")

"""A job added to a settings file, whose comments and order stay as they are."""

from pathlib import Path

import msgspec

from reporter.deliver.files import write_data
from reporter.errors import UsageError
from reporter.schedule.job import Job


def with_job(text: str, job: Job) -> str:
    """The settings file `text` (TOML) with `job` at its end. Raises UsageError `bad-job`, `bad-setting`."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError
    from tomlkit.items import AoT

    try:
        document = tomlkit.parse(text)
        jobs = document.get("jobs")
        if jobs is None:
            jobs = tomlkit.aot()
            document.add(tomlkit.nl())
            document.append("jobs", jobs)
        if not isinstance(jobs, AoT):
            raise UsageError("bad-setting", "Its jobs are no tables [[jobs]].", "Write each of them as a table.")
        jobs.append(_table(job))
        return tomlkit.dumps(document)
    except TOMLKitError as error:
        raise UsageError("bad-setting", f"The settings file is not valid TOML: {error}.", "Mend it first.") from error


def add_job(path: Path, job: Job) -> None:
    """Add `job` to the settings file at `path`, which is made when it is not there. Raises UsageError, RenderError."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    write_data(path, with_job(text, job).encode())


def _table(job: Job) -> "object":
    """What a job says that is not so anyway."""
    import tomlkit

    told = {name: value for name, value in msgspec.to_builtins(job).items() if value != _built_in(name)}
    table = tomlkit.table()
    for name, value in told.items():
        table.add(name, list(value) if isinstance(value, tuple) else value)
    return table


def _built_in(name: str) -> object:
    from dataclasses import MISSING, fields

    return next((item.default for item in fields(Job) if item.name == name and item.default is not MISSING), None)

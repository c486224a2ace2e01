"""The file of verdicts beside a story: read with every field checked, written so that nobody's entry is lost."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from reporter.errors import DeliveryError, InputError
from reporter.model import Ruling, Verdict
from reporter.verdicts.placing import comparable

ENDING = ".verdicts.yaml"
KEYS = ("claim", "source", "verdict", "by", "when", "evidence")
_OPTIONAL = frozenset({"source"})
MOST_BYTES = 2 * 1024 * 1024
"""A desk's verdicts on one story are some pages; a larger file is something else."""
PATIENCE = 10.0
"""Seconds to wait for another writer. Writing takes some hundredths."""
_PAUSE = 0.02


def path_beside(story: str | Path) -> Path:
    """The file of the verdicts on the story at `story`.

    >>> path_beside("desk/flood.txt").name
    'flood.txt.verdicts.yaml'
    """
    return Path(f"{story}{ENDING}")


def verdicts_beside(story: str | Path) -> tuple[Verdict, ...]:
    """The verdicts on the story at `story`; none where there is no file of them. Raises InputError `bad-verdicts`."""
    path = path_beside(story)
    try:
        return read_verdicts(path) if path.exists() else ()
    except (OSError, ValueError):  # a name that no file can have
        return ()


def read_verdicts(path: Path) -> tuple[Verdict, ...]:
    """The verdicts in the file at `path`, in its order.

    Raises InputError `bad-verdicts` that names the file, the entry (counted from one) and the key.
    """
    return _parsed(_text_of(path), path)


def add_verdict(path: Path, verdict: Verdict, *, patience: float = PATIENCE) -> None:
    """Add `verdict` at the end of the file at `path`, which is made when it is not there.

    Others may write at the same time: each holds the file `path`.lock in turn, reads what is there, and puts the whole
    in its place at once. What stands in the file stays as it is, comments too, where its layout allows to write on.
    Raises InputError `bad-verdicts` when the file is broken, DeliveryError `verdicts-locked` when the lock stays for
    `patience` seconds, `verdicts-not-writable`.
    """
    target = Path(os.path.realpath(path))
    try:
        with _locked(target, patience):
            old = _text_of(target) if target.exists() else ""
            _replace(target, _with_entry(old, verdict, target))
    except OSError as error:
        raise DeliveryError(
            "verdicts-not-writable",
            f"The verdict cannot be written to {path}: {error.strerror or error}.",
            "See that you may write to the folder of the story.",
            can_retry=False,
        ) from error


def _with_entry(old: str, verdict: Verdict, path: Path) -> str:
    import yaml

    before = _parsed(old, path)
    entry: str = yaml.safe_dump([_entry(verdict)], allow_unicode=True, sort_keys=False, width=100)
    longer = old + ("" if not old or old.endswith("\n") else "\n") + entry
    expected = (*before, verdict)
    try:
        if _parsed(longer, path) == expected:
            return longer
    except InputError:
        pass  # the list is indented, or in brackets
    whole: str = yaml.safe_dump([_entry(one) for one in expected], allow_unicode=True, sort_keys=False, width=100)
    return whole


def _entry(verdict: Verdict) -> dict[str, Any]:
    values: dict[str, Any] = {
        "claim": verdict.claim,
        "source": verdict.source,
        "verdict": verdict.verdict.value,
        "by": verdict.by,
        "when": verdict.when.isoformat(),
        "evidence": list(verdict.evidence),
    }
    return {key: value for key, value in values.items() if value is not None}


@contextmanager
def _locked(target: Path, patience: float) -> Iterator[None]:
    lock = target.with_name(f"{target.name}.lock")
    until = time.monotonic() + patience
    while True:
        try:
            held = os.open(lock, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
            break
        except FileExistsError as error:
            if time.monotonic() >= until:
                raise DeliveryError(
                    "verdicts-locked",
                    f"Somebody else is writing to {target.name}: {lock} is still there after {patience:g} seconds.",
                    "Try again; if nobody is writing, delete that file first.",
                    can_retry=True,
                ) from error
            time.sleep(_PAUSE)
    try:
        with os.fdopen(held, "w") as stream:
            stream.write(f"process {os.getpid()}\n")
        yield
    finally:
        lock.unlink(missing_ok=True)


def _replace(target: Path, text: str) -> None:
    """Write beside `target`, then rename: whoever reads sees the old file or the new one. Called under the lock."""
    beside = target.with_name(f"{target.name}.part")
    try:
        with beside.open("w", encoding="utf-8", newline="") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise _bad(path, f"cannot be read: {error.strerror or error}") from error
    if len(data) > MOST_BYTES:
        raise _bad(path, f"is larger than {MOST_BYTES // 1024 // 1024} MB")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _bad(path, "is not UTF-8") from error


def _parsed(text: str, path: Path) -> tuple[Verdict, ...]:
    import yaml

    try:
        _check_keys_once(yaml.compose(text, Loader=yaml.SafeLoader), path)
        entries = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f" (line {mark.line + 1})" if mark is not None else ""
        raise _bad(path, f"is not YAML{where}: {error.problem}") from error
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError) as error:
        first_line = (str(error).splitlines() or [type(error).__name__])[0]
        raise _bad(path, f"is not YAML: {first_line}") from error
    if entries is None:
        return ()
    if not isinstance(entries, list):
        raise _bad(path, "is not a list of verdicts")
    return tuple(_verdict(entry, number, path) for number, entry in enumerate(entries, start=1))


def _check_keys_once(root: Any, path: Path) -> None:
    """A key that stands twice is most often a lost "-" between two entries; the library would keep only the last."""
    for number, node in enumerate(root.value if getattr(root, "id", None) == "sequence" else (), start=1):
        keys = [key.value for key, _ in node.value] if node.id == "mapping" else []
        for key in keys:
            if isinstance(key, str) and keys.count(key) > 1:
                raise _bad(path, f"is wrong in entry {number}: the key {key!r} stands twice")


def _verdict(entry: object, number: int, path: Path) -> Verdict:
    def bad(what: str) -> InputError:
        return _bad(path, f"is wrong in entry {number}: {what}")

    if not isinstance(entry, dict):
        raise bad(f"it is not a set of keys ({', '.join(KEYS)})")
    for key in entry:
        if key not in KEYS:
            raise bad(f"{str(key)[:60]!r} is not a key ({', '.join(KEYS)})")
    for key in KEYS:
        if key not in entry and key not in _OPTIONAL:
            raise bad(f"the key {key!r} is missing")

    def text(key: str) -> str:
        value = entry[key]
        if not isinstance(value, str) or not value.strip():
            raise bad(f"{key!r} must be text, and not empty (put quotes around it)")
        return value.strip()

    claim = text("claim")
    if not comparable(claim):
        raise bad("'claim' has no word")
    try:
        ruling = Ruling(text("verdict"))
    except ValueError as error:
        raise bad(f"'verdict' must be one of {', '.join(Ruling)}") from error
    evidence = entry["evidence"]
    if not isinstance(evidence, list) or not evidence:
        raise bad("'evidence' must be a list with at least one text or link")
    if not all(isinstance(one, str) and one.strip() for one in evidence):
        raise bad("'evidence' holds something that is not text, or is empty (put quotes around it)")
    return Verdict(
        claim=claim,
        source=text("source") if entry.get("source") is not None else None,
        verdict=ruling,
        by=text("by"),
        when=_moment(entry["when"], bad),
        evidence=tuple(one.strip() for one in evidence),
    )


def _moment(value: object, bad: Any) -> datetime:
    moment = value
    if isinstance(value, str):
        try:
            moment = datetime.fromisoformat(value.strip())
        except ValueError:
            moment = None
    if not isinstance(moment, datetime) or moment.utcoffset() is None:
        raise bad("'when' must be a time with its zone, as in 2026-03-03T14:05+01:00")
    return moment


def _bad(path: Path, what: str) -> InputError:
    return InputError(
        "bad-verdicts",
        f"The file of verdicts {path} {what}.",
        "Correct it; the handbook's page on verdicts has an example.",
    )

"""What is in force and where from, what came in through entry points, what is missing and the command that mends it."""

import ctypes.util
import importlib
import importlib.util
import io
import os
import platform
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass, fields
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from reporter.deliver.settings import MailSettings
from reporter.errors import ReporterError
from reporter.languages import LANGUAGES, language_pack
from reporter.model import House, Settings
from reporter.registry import Registry
from reporter.settings import Delivery, InForce, unknown_variables
from reporter.version import __version__

KINDS = (
    LANGUAGES,
    Registry(group="reporter.inputs", kind="input"),
    Registry(group="reporter.flags", kind="flags"),
    Registry(group="reporter.outputs", kind="output"),
    Registry(group="reporter.tickets", kind="tickets"),
)

PANGO = ("pango-1.0", "pangoft2-1.0", "harfbuzz", "fontconfig")
SUBSETTER = "harfbuzz-subset"


class State(StrEnum):
    FINE = "ok"
    ADVICE = "advice"
    """It works without, and better with."""
    MISSING = "missing"
    FAILED = "failed"
    """It was asked, and would not do what it is for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at: what was found, and the command that mends it."""

    name: str
    state: State
    found: str
    mend: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    key: str
    value: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """Something that came in through an entry point, and the distribution that brought it."""

    kind: str
    name: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """All that `reporter doctor` shows."""

    version: str
    settings: tuple[Setting, ...]
    plugins: tuple[Plugin, ...]
    checks: tuple[Check, ...]

    @property
    def is_fit(self) -> bool:
        """Whether nothing that is needed is missing, and everything that was asked answered well."""
        return not any(check.state in (State.MISSING, State.FAILED) for check in self.checks)


def diagnose(chosen: InForce, environment: Mapping[str, str] | None = None) -> Diagnosis:
    """Look at the settings in force and at this machine."""
    seen = os.environ if environment is None else environment
    return Diagnosis(
        version=__version__,
        settings=tuple(_settings(chosen)),
        plugins=tuple(
            Plugin(kind=kind.kind, name=name, origin=kind.origin(name)) for kind in KINDS for name in kind.names
        ),
        checks=tuple(_checks(chosen, seen)),
    )


def _house(house: House) -> str:
    """The settings of the look that are made."""
    told = ((item.name, getattr(house, item.name)) for item in fields(house))
    return (
        "; ".join(f"{name}: {' '.join(value) if isinstance(value, tuple) else value}" for name, value in told if value)
        or "-"
    )


def _mail(mail: MailSettings) -> str:
    if mail.host is None:
        return "-"
    return f"{mail.sender or 'no sender'} by {mail.host}:{mail.port_used} ({mail.security})"


def _settings(chosen: InForce) -> Iterator[Setting]:
    values = dict(chosen.settings.described())
    values["template"] = chosen.settings.template
    values["templates"] = chosen.settings.templates or "-"
    values["house"] = _house(chosen.settings.house)
    values["generated"] = chosen.settings.generated.isoformat() if chosen.settings.generated else "-"
    values["formats"] = ", ".join(chosen.delivery.formats)
    values["out"] = chosen.delivery.out
    values["factchecks"] = chosen.delivery.factchecks or "-"
    values["mail"] = _mail(chosen.delivery.mail)
    values["tickets"] = ", ".join(f"{name}: {one.url}" for name, one in chosen.delivery.tickets.items()) or "-"
    values["jobs"] = ", ".join(f"{one.name} ({one.cron})" for one in chosen.delivery.jobs) or "-"
    values["lease"] = f"{chosen.delivery.lease:g}"
    values["outbox"] = chosen.delivery.outbox or "-"
    values["factchecks_from"] = ", ".join(chosen.delivery.factchecks_from) or "-"
    for key, origin in chosen.origins.items():
        yield Setting(key=key, value=values[key], origin=origin)


def _checks(chosen: InForce, environment: Mapping[str, str]) -> Iterator[Check]:
    yield Check(name="Python", state=State.FINE, found=f"{platform.python_version()} at {sys.executable}")
    yield _package("spaCy", "spacy", "spacy", "spacy")
    yield _parser(chosen.settings)
    yield _package("dates", "dateparser", "dateparser", "dateparser")
    yield _web_pages()
    pdf = _weasyprint()
    yield pdf
    if pdf.state is State.FINE:
        yield _scripts()
    yield _subsetter()
    yield _word()
    yield from _fact_checks(chosen.delivery, environment)
    yield _templates(chosen.settings)
    yield _output(Path(chosen.delivery.out))
    yield from _servers(chosen.delivery, environment)
    for name in unknown_variables(environment):
        yield Check(name=name, state=State.ADVICE, found="set in the environment, but no setting", mend=f"unset {name}")


def _servers(delivery: Delivery, environment: Mapping[str, str]) -> Iterator[Check]:
    """Those that briefs are sent to, asked."""
    from reporter.dispatch.checking import asked

    for answer in asked(delivery, environment):
        state = State.FINE if answer.remedy is None else State.FAILED
        yield Check(name=answer.name, state=state, found=answer.found, mend=answer.remedy)


def _package(name: str, module: str, distribution: str, wanted: str) -> Check:
    if importlib.util.find_spec(module) is None:
        return Check(name=name, state=State.MISSING, found=f"{distribution} is not installed", mend=_pip(wanted))
    return Check(name=name, state=State.FINE, found=f"{distribution} {_version(distribution)}")


def _parser(settings: Settings) -> Check:
    try:
        wanted = settings.parser or language_pack(settings.language).parser
    except ReporterError as error:
        return Check(name="parser", state=State.MISSING, found=error.message, mend=error.remedy)
    is_there = Path(wanted).is_dir() or importlib.util.find_spec(wanted.replace("-", "_").partition(".")[0]) is not None
    if is_there:
        return Check(name="parser", state=State.FINE, found=f"{wanted} {_version(wanted)}".rstrip())
    mend = _pip("reporter-brief[english]") if settings.parser is None else _pip(wanted.replace("_", "-"))
    return Check(name="parser", state=State.MISSING, found=f"{wanted} is not installed", mend=mend)


def _web_pages() -> Check:
    missing = [name for name in ("trafilatura", "htmldate") if importlib.util.find_spec(name) is None]
    if missing:
        return Check(
            name="web pages",
            state=State.ADVICE,
            found=f"{' and '.join(missing)} not installed; stories as plain text work without",
            mend=_pip("reporter-brief[html]"),
        )
    found = f"trafilatura {_version('trafilatura')}, htmldate {_version('htmldate')}"
    return Check(name="web pages", state=State.FINE, found=found)


def _weasyprint() -> Check:
    if importlib.util.find_spec("weasyprint") is None:
        return Check(name="PDF", state=State.MISSING, found="weasyprint is not installed", mend=_pip("weasyprint"))
    try:
        with redirect_stdout(io.StringIO()):  # it prints advice of its own, on standard output
            importlib.import_module("weasyprint")
    except OSError as error:
        missing = [name for name in PANGO if ctypes.util.find_library(name) is None]
        found = f"the system lacks {', '.join(missing)}" if missing else str(error).split("\n")[0]
        return Check(name="PDF", state=State.MISSING, found=found, mend=_system("pango"))
    return Check(name="PDF", state=State.FINE, found=f"weasyprint {_version('weasyprint')} and Pango")


_SCRIPTS = {
    "Cyrillic": "Київ",
    "Greek": "Αθήνα",
    "Arabic": "بيروت",
    "Hebrew": "חיפה",
    "Devanagari": "दिल्ली",
    "Bengali": "ঢাকা",
    "Thai": "ไทย",
    "Chinese": "北京",
    "Japanese": "さくら",
    "Korean": "부산",
}
"""Scripts in which names in the news are written, and a word of each."""


def _scripts() -> Check:
    """What names in other scripts would look like on paper: a page of them is drawn."""
    from reporter.rendering.glyphs import lacking, packages

    with lacking() as characters:
        importlib.import_module("weasyprint").HTML(string=f"<p>{' '.join(_SCRIPTS.values())}</p>").write_pdf()
    if not characters:
        return Check(name="scripts on paper", state=State.FINE, found=", ".join(_SCRIPTS))
    boxes = [script for script, word in _SCRIPTS.items() if any(character in characters for character in word)]
    wanted = " ".join(packages(characters))
    return Check(
        name="scripts on paper",
        state=State.ADVICE,
        found=f"PDFs show boxes for {', '.join(boxes)}: no font here has them",
        mend=_system(wanted),
    )


def _subsetter() -> Check:
    if ctypes.util.find_library(SUBSETTER) is None:
        return Check(
            name="font subsets",
            state=State.ADVICE,
            found="harfbuzz-subset is not there; PDFs are made more slowly",
            mend=_system("harfbuzz-subset"),
        )
    return Check(name="font subsets", state=State.FINE, found="harfbuzz-subset")


def _word() -> Check:
    if importlib.util.find_spec("docx") is None:
        return Check(
            name="Word documents",
            state=State.ADVICE,
            found="python-docx is not installed; every other format works without",
            mend=_pip("reporter-brief[docx]"),
        )
    return Check(name="Word documents", state=State.FINE, found=f"python-docx {_version('python-docx')}")


def _fact_checks(delivery: Delivery, environment: Mapping[str, str]) -> Iterator[Check]:
    from reporter.factchecks.google import KEY
    from reporter.factchecks.sources import GOOGLE, chosen_store

    name, mend = "fact-checks", "reporter factchecks import FILE --factchecks NEW_STORE"
    try:
        store = chosen_store(delivery.factchecks, environment)
        if delivery.factchecks is None and not store.path.exists():
            yield Check(name=name, state=State.FINE, found="none imported yet; a brief works without")
        else:
            yield Check(name=name, state=State.FINE, found=f"{store.count():,} in {store.path}")
    except ReporterError as error:
        yield Check(name=name, state=State.ADVICE, found=error.message.rstrip("."), mend=mend)
    if GOOGLE in delivery.factchecks_from and not environment.get(KEY, "").strip():
        yield Check(
            name=KEY, state=State.MISSING, found="google is to be asked, and has no key", mend=f"export {KEY}=…"
        )


def _templates(settings: Settings) -> Check:
    from reporter.rendering import template_folder

    folder = template_folder()
    fonts = sorted({path.suffix for path in folder.rglob("*") if path.suffix in {".ttf", ".otf", ".woff2", ".woff"}})
    if not fonts:
        return Check(
            name="templates and fonts",
            state=State.MISSING,
            found=f"no fonts in {folder}",
            mend=_pip("--force-reinstall --no-deps reporter-brief"),
        )
    own = f", over them {settings.templates}" if settings.templates else ""
    return Check(name="templates and fonts", state=State.FINE, found=f"{folder}{own}")


def _output(folder: Path) -> Check:
    nearest = next((place for place in (folder, *folder.absolute().parents) if place.exists()), Path())
    if nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK):
        return Check(name="output folder", state=State.FINE, found=str(folder))
    return Check(
        name="output folder",
        state=State.MISSING,
        found=f"{folder} cannot be written to",
        mend="reporter brief --out ANOTHER_FOLDER …",
    )


def _pip(what: str) -> str:
    quoted = f"'{what}'" if "[" in what else what
    return f"{sys.executable} -m pip install {quoted}"


_SYSTEM: Mapping[str, Mapping[str, str]] = {
    "Darwin": {"pango": "brew install pango", "harfbuzz-subset": "brew install harfbuzz"},
    "Linux": {
        "pango": "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        "harfbuzz-subset": "sudo apt-get install libharfbuzz-subset0",
        "fonts-noto-cjk": "sudo apt-get install fonts-noto-cjk",
        "fonts-noto-core": "sudo apt-get install fonts-noto-core",
        "fonts-noto-cjk fonts-noto-core": "sudo apt-get install fonts-noto-cjk fonts-noto-core",
    },
}


def _system(what: str, name_of_system: Callable[[], str] = platform.system) -> str:
    return _SYSTEM.get(name_of_system(), {}).get(what, f"install {what} with your system's package manager")


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return ""

"""The flag catalogue for editors, docs/flags.md: `python -m reporter.verification.documentation > docs/flags.md`."""

import sys
import tomllib
from collections.abc import Mapping
from importlib.resources import files

from reporter.model import Severity
from reporter.verification.findings import CatalogueRow
from reporter.verification.packs import FlagSet, together

_FAMILIES = (
    ("ATT", "Attribution: is there a source at all?"),
    ("ANON", "Unnamed sources"),
    ("SRC", "How many sources, and on whose side"),
    ("IND", "Independence of accounts"),
    ("HED", "Hedges and distance"),
    ("LEG", "Accusations"),
    ("NUM", "Figures"),
    ("DAT", "Dates"),
    ("NAM", "Names"),
    ("QUO", "Quotations"),
    ("CAP", "Pictures"),
    ("DUP", "The copy itself"),
    ("SUP", "Superlatives"),
)

_SEVERITY = {
    Severity.HIGH: "**H**: do not publish before it is settled",
    Severity.MEDIUM: "**M**: settle it, or say so in the story",
    Severity.LOW: "**L**: know it",
}

_INTRODUCTION = """\
# The flags

A flag points at words of the story and says what is not verified, why, and what would settle it. It never says that
a claim is true or false. Severities: {severities}.

Switch flags off, or change a severity, in `reporter.toml`:

    flags_off = ["HED-MODAL"]
    [flag_severity]
    NUM-VAGUE = "M"

Words of your own, grades of your sources and sides of your parties: [settings.md](settings.md). All flags are on by
default.

**Measured** gives, on stories made up and marked by hand for this (`tests/specs/flagged`), how many of the flags that
were raised were right (precision), and how many of the marked places were found (recall): first on the 39 stories that
the rules were changed on, then on the first run over ten that were written afterwards. The second are the honest ones,
and small: a flag that was raised three times is not known well. `python bench/flags.py --errors` lists what was raised
in vain and what was missed. The marks were set from the definitions on this page before the first run; where a first
run showed that a mark went against them or had been forgotten, it was mended, SRC-SINGLE and NUM-NOSRC most of all;
two stories were reworded.
In total: {total}.

Flags marked *not detected yet* are part of the catalogue and are not raised by this version.
This page is made from the catalogue: `python -m reporter.verification.documentation`.
"""


def flags_page(flags: FlagSet) -> str:
    """The page in Markdown. Rows of other packages whose family is new come last."""
    measured = _measured()
    total = "; ".join(f"{name}: {_counts(_summed(own))}" for name, own in measured.items())
    parts = [_INTRODUCTION.format(severities="; ".join(_SEVERITY.values()), total=total)]
    placed: set[str] = set()
    for prefix, title in _FAMILIES:
        rows = [row for row in flags.catalogue.rows if row.code.split("-")[0] == prefix]
        if rows:
            parts.append(f"## {title}\n")
            parts.extend(_section(row, measured, is_detected=row.code in flags.detected) for row in rows)
            placed.update(row.code for row in rows)
    others = [row for row in flags.catalogue.rows if row.code not in placed]
    if others:
        parts.append("## Others\n")
        parts.extend(_section(row, measured, is_detected=row.code in flags.detected) for row in others)
    return "\n".join(parts)


Counts = tuple[int, int, int, int]
"""Flags that were right, flags raised, marks found, marks."""

_SETS = {"developed": "39 stories", "held": "10 held back"}


def _measured() -> dict[str, Mapping[str, Counts]]:
    data = tomllib.loads(files(__package__).joinpath("measured.toml").read_text(encoding="utf-8"))
    return {title: {code: tuple(own) for code, own in data[name].items()} for name, title in _SETS.items()}


def _summed(own: Mapping[str, Counts]) -> Counts:
    right, raised, found, marked = (sum(counts[k] for counts in own.values()) for k in range(4))
    return right, raised, found, marked


def _counts(own: Counts) -> str:
    right, raised, found, marked = own
    return f"precision {_share(right, raised)}, recall {_share(found, marked)}"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f} ({part} of {whole})" if whole else "- (none)"


def _section(row: CatalogueRow, measured: Mapping[str, Mapping[str, Counts]], *, is_detected: bool) -> str:
    figures = "; ".join(f"{name}: {_counts(own[row.code])}" for name, own in measured.items() if row.code in own)
    state = "" if is_detected else " *Not detected yet.*"
    return (
        f"### {row.code} ({row.severity.value}): {row.title}\n\n"
        f"{row.trigger}{state}\n\n"
        f"- Example: {row.example}\n"
        f"- Clears it: {row.clears}\n"
        f"- Ground: {row.ground}\n" + (f"- Measured: {figures}\n" if figures else "")
    )


def main() -> None:
    from reporter.verification.flags import BUILT_IN

    sys.stdout.write(flags_page(together((BUILT_IN,))))


if __name__ == "__main__":
    main()

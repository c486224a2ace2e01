"""The flag catalogue for editors, docs/flags.md: `python -m reporter.verification.documentation > docs/flags.md`."""

import sys

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

Flags marked *not detected yet* are part of the catalogue and are not raised by this version.
This page is made from the catalogue: `python -m reporter.verification.documentation`.
"""


def flags_page(flags: FlagSet) -> str:
    """The page in Markdown. Rows of other packages whose family is new come last."""
    parts = [_INTRODUCTION.format(severities="; ".join(_SEVERITY.values()))]
    placed: set[str] = set()
    for prefix, title in _FAMILIES:
        rows = [row for row in flags.catalogue.rows if row.code.split("-")[0] == prefix]
        if rows:
            parts.append(f"## {title}\n")
            parts.extend(_section(row, is_detected=row.code in flags.detected) for row in rows)
            placed.update(row.code for row in rows)
    others = [row for row in flags.catalogue.rows if row.code not in placed]
    if others:
        parts.append("## Others\n")
        parts.extend(_section(row, is_detected=row.code in flags.detected) for row in others)
    return "\n".join(parts)


def _section(row: CatalogueRow, *, is_detected: bool) -> str:
    state = "" if is_detected else " *Not detected yet.*"
    return (
        f"### {row.code} ({row.severity.value}): {row.title}\n\n"
        f"{row.trigger}{state}\n\n"
        f"- Example: {row.example}\n"
        f"- Clears it: {row.clears}\n"
        f"- Ground: {row.ground}\n"
    )


def main() -> None:
    from reporter.verification.flags import BUILT_IN

    sys.stdout.write(flags_page(together((BUILT_IN,))))


if __name__ == "__main__":
    main()

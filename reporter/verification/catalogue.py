"""The catalogue of flags: one data file is the only list; code, docs and templates are made from it."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from reporter.errors import UsageError
from reporter.model import Severity
from reporter.verification.findings import CatalogueRow


@cache
def built_in_rows() -> tuple[CatalogueRow, ...]:
    """The rows of `catalogue.toml`, in its order.

    >>> built_in_rows()[0].code
    'ATT-NONE'
    """
    data = tomllib.loads(files(__package__).joinpath("catalogue.toml").read_text(encoding="utf-8"))
    return tuple(CatalogueRow(**{**row, "severity": Severity(row["severity"])}) for row in data["flag"])


class Catalogue:
    """The flags that this run knows, by code."""

    def __init__(self, rows: Iterable[CatalogueRow]) -> None:
        self.rows = tuple(rows)
        self._by_code = {row.code: row for row in self.rows}
        if len(self._by_code) != len(self.rows):
            codes = [row.code for row in self.rows]
            twice = ", ".join(sorted({code for code in codes if codes.count(code) > 1}))
            raise ValueError(f"two rows of the catalogue have one code: {twice}")

    def __contains__(self, code: str) -> bool:
        return code in self._by_code

    def row(self, code: str) -> CatalogueRow:
        """The row for `code`. Raises UsageError for a code that nobody brought in."""
        if code not in self._by_code:
            raise UsageError(
                "unknown-flag-code",
                f"There is no flag called {code!r}.",
                f"Choose from: {', '.join(sorted(self._by_code))}.",
            )
        return self._by_code[code]

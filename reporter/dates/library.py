"""The date library, for full dates in spellings that the tables do not have: slow to import, and it never searches."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_LONGEST = 40


@lru_cache(maxsize=4)
def _parser(languages: tuple[str, ...]) -> DateDataParser:
    from dateparser.date import DateDataParser

    return DateDataParser(
        languages=list(languages),
        settings={"REQUIRE_PARTS": ["day", "month", "year"], "STRICT_PARSING": True, "PARSERS": ["absolute-time"]},
    )


@lru_cache(maxsize=4096)
def full_date(text: str, languages: tuple[str, ...]) -> tuple[int, int, int] | None:
    """Year, month and day of a date that gives all three; None if the library reads no such date in `text`.

    >>> full_date("12-Oct-2015", ("en",))
    (2015, 10, 12)
    """
    if len(text) > _LONGEST:
        return None
    found = _parser(languages).get_date_data(text).date_obj
    return None if found is None else (found.year, found.month, found.day)

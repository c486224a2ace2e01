"""What a brief is called on a ticket: its name says which brief it is, so that the list of files tells all."""

import re
from dataclasses import dataclass

from reporter.deliver.tickets.system import Filed

_NAME = re.compile(r"(?P<title>.+)-brief-(?P<story>[0-9a-f]{8})-(?P<brief>[0-9a-f]{16})\.(?P<ending>\w+)")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2}|undated)-?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """A file that is a brief of ours: `story` is the same for all briefs of one story, `brief` for the same brief."""

    title: str
    story: str
    brief: str
    ending: str

    @property
    def name(self) -> str:
        """The file name.

        >>> Filing(title="2026-03-02-flood", story="0a1b2c3d", brief="0123456789abcdef", ending="pdf").name
        '2026-03-02-flood-brief-0a1b2c3d-0123456789abcdef.pdf'
        """
        return f"{self.title}-brief-{self.story}-{self.brief}.{self.ending}"

    def is_same_brief(self, other: "Filing") -> bool:
        return (self.brief, self.ending) == (other.brief, other.ending)

    def is_same_story(self, other: "Filing") -> bool:
        """Whether both are of one story, by where it came from or by its headline, which its day may have left."""
        return self.story == other.story or _headline(self.title) == _headline(other.title)


def filing_of(name: str) -> Filing | None:
    """What a file name says; None for one that is not ours.

    >>> filing_of("minutes.pdf") is None
    True
    """
    found = _NAME.fullmatch(name)
    return None if found is None else Filing(**found.groupdict())


def same_brief(filing: Filing, files: tuple[Filed, ...]) -> Filed | None:
    """The file that is this very brief, when it is on the ticket already."""
    return next((one for one in files if (known := filing_of(one.name)) and known.is_same_brief(filing)), None)


def older_briefs(filing: Filing, files: tuple[Filed, ...]) -> tuple[Filed, ...]:
    """The files that are other briefs of the same story in the same form, the latest last."""
    return tuple(
        one
        for one in files
        if (known := filing_of(one.name))
        and known.ending == filing.ending
        and known.is_same_story(filing)
        and not known.is_same_brief(filing)
    )


def _headline(title: str) -> str:
    return _DAY.sub("", title, count=1)

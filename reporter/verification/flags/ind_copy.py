"""IND-COPY: the same words, outside quotation marks, in another story of the event."""

from collections.abc import Iterator

from reporter.model import CopyGround
from reporter.verification.findings import Detector, Finding
from reporter.verification.phrasing import joined, shortened
from reporter.verification.story import Story
from reporter.verification.words import FlagWords

NAMED_AT_MOST = 4
"""Outlets that the sentence names."""


def detect(story: Story, words: FlagWords) -> Iterator[Finding]:
    """One finding, with the runs that any other story shares."""
    copies = story.elsewhere.copies if story.elsewhere is not None else ()
    if not copies:
        return
    credit = next((one.credit for one in copies if CopyGround.CREDIT in one.grounds and one.credit), None)
    outlets = list(dict.fromkeys(shortened(one.outlet, 60) for one in copies))
    yield Finding(
        code="IND-COPY",
        spans=tuple(span for one in copies for span in one.spans),
        values={
            "share": f"{100 * max(one.share for one in copies):.0f}",
            "outlets": joined(outlets[:NAMED_AT_MOST], words),
            "credit": credit or "",
        },
        variant="plain" if credit is None else "credited",
    )


DETECTORS = (Detector(codes=("IND-COPY",), detect=detect),)

"""IND-QUOTE: a quotation that other stories of the event carry too."""

from collections.abc import Iterator

from reporter.verification.findings import Detector, Finding
from reporter.verification.flags.ind_copy import NAMED_AT_MOST
from reporter.verification.phrasing import joined, quoted, shortened
from reporter.verification.story import Story
from reporter.verification.words import FlagWords


def detect(story: Story, words: FlagWords) -> Iterator[Finding]:
    for quote in story.elsewhere.quotes if story.elsewhere is not None else ():
        yield Finding(
            code="IND-QUOTE",
            spans=(quote.span,),
            values={
                "quote": quoted(story.words(quote.span)),
                "outlets": joined([shortened(one, 60) for one in quote.outlets[:NAMED_AT_MOST]], words),
            },
        )


DETECTORS = (Detector(codes=("IND-QUOTE",), detect=detect),)

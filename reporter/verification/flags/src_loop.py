"""SRC-LOOP: outlets that cite one another in a ring. Only several stories of one event can show it."""

from collections.abc import Iterator

from reporter.verification.findings import Detector, Finding
from reporter.verification.phrasing import joined
from reporter.verification.story import Story
from reporter.verification.words import FlagWords


def detect(story: Story, words: FlagWords) -> Iterator[Finding]:
    if story.elsewhere is None:
        return
    for ring in story.elsewhere.rings:
        yield Finding(
            code="SRC-LOOP",
            spans=ring.spans,
            claim_ids=ring.claim_ids,
            values={"outlets": joined(ring.outlets, words)},
        )


DETECTORS = (Detector(codes=("SRC-LOOP",), detect=detect),)

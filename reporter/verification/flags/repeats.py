"""DUP-TEXT: one finding that lists every paragraph that says an earlier one again."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.verification.findings import Detector, Finding
from reporter.verification.phrasing import shortened
from reporter.verification.story import Story
from reporter.verification.words import FlagWords


def detect(story: Story, _words: FlagWords) -> Iterator[Finding]:
    repeats = [paragraph for paragraph in story.article.paragraphs if paragraph.repeats is not None]
    if repeats:
        yield Finding(
            code="DUP-TEXT",
            spans=tuple(paragraph.span for paragraph in repeats),
            claim_ids=(),
            values={"count": str(len(repeats)), "words": shortened(story.words(repeats[0].span), 60)},
            variant="plain" if len(repeats) == 1 else "several",
        )


DETECTORS = (Detector(codes=("DUP-TEXT",), detect=detect),)

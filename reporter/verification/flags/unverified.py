"""HED-UNVERIFIED: the story says itself that something could not be verified."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.verification.declarations import declarations
from reporter.verification.findings import Detector, Finding
from reporter.verification.phrasing import shortened
from reporter.verification.story import Story
from reporter.verification.words import FlagWords


def detect(story: Story, words: FlagWords) -> Iterator[Finding]:
    for declaration in declarations(story, words):
        about = story.words(declaration.about) if declaration.about is not None else None
        yield Finding(
            code="HED-UNVERIFIED",
            spans=(declaration.span,),
            values={"words": story.words(declaration.span), "about": shortened(about, 80) if about else ""},
            variant="plain" if about else "bare",
        )


DETECTORS = (Detector(codes=("HED-UNVERIFIED",), detect=detect),)

"""NUM-CLASH over several stories: another story of the event has another figure for one thing at one time."""

from collections.abc import Iterator

from reporter.model import Tie
from reporter.verification.findings import Detector, Finding
from reporter.verification.phrasing import shortened
from reporter.verification.status import named_elsewhere
from reporter.verification.story import Story
from reporter.verification.words import FlagWords


def detect(story: Story, words: FlagWords) -> Iterator[Finding]:
    """One finding a claim and figure, with the first story that differs."""
    if story.elsewhere is None:
        return
    told: set[tuple[str, str]] = set()
    for claim in story.claims:
        source = story.source(claim.source_id)
        for other in story.elsewhere.related.get(claim.id, ()):
            own = next((one for one in claim.quantities if one.text == other.own_figure), None)
            if other.tie is not Tie.DIFFERS or own is None or other.figure is None or (claim.id, own.text) in told:
                continue
            told.add((claim.id, own.text))
            yield Finding(
                code="NUM-CLASH",
                spans=(own.span,),
                claim_ids=(claim.id,),
                values={
                    "first": story.words(own.span),
                    "first_who": words.says.nobody if source is None else shortened(story.called(source), 60),
                    "second": other.figure,
                    "second_who": shortened(named_elsewhere(other, words), 90),
                },
            )


DETECTORS = (Detector(codes=("NUM-CLASH",), detect=detect),)

"""Where a quotation stands: how it ends, whether a token ends a sentence, and what takes it up."""

from reporter.attribution.candidates import Candidate, Scene
from reporter.attribution.trees import QUOTE_MARKS, is_punctuation

ENDS = frozenset({".", "?", "!"})


def is_end(place: int, scene: Scene) -> bool:
    return scene.tokens[place].text in ENDS and place not in scene.abbreviations


def ending_of(first: int, last: int, scene: Scene) -> str:
    """The sign that ends the quotation, inside or outside of its closing mark: ",", ".", "?", …, or ""."""
    for place in range(last - 1, max(last - 4, first), -1):
        token = scene.tokens[place]
        if token.text in QUOTE_MARKS:
            continue
        if is_punctuation(token):
            return token.text[-1]
        break
    if last < len(scene.tokens) and is_punctuation(scene.tokens[last]):
        return scene.tokens[last].text[0]
    return ""


def take(candidate: Candidate, number: int, scene: Scene) -> None:
    own = {*candidate.source, *candidate.cue}
    candidate.content = sorted({*candidate.content, *(place for place in scene.places(number) if place not in own)})
    candidate.quotations.append(number)

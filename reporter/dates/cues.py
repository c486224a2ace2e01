"""Which way a clause looks by its words alone, for a language whose parser does not tell the tense of its verbs."""

from reporter.dates.rules import Cues
from reporter.dates.tense import Clause, Look
from reporter.model import Parse, Span


def clause_by_words(span: Span, parse: Parse, cues: Cues) -> Clause:
    """The look that the nearest cue word gives, within the commas around `span`; without one nothing is known.

    Of two cues as near, the one before the expression counts.
    """
    inside = parse.tokens_in(span)
    if not inside:
        return Clause(look=Look.UNKNOWN)
    sentence = inside[0].sentence
    sides = (range(inside[0].i - 1, -1, -1), range(inside[-1].i + 1, len(parse.tokens)))
    best: tuple[int, Clause] | None = None
    for side in sides:
        for distance, place in enumerate(side):
            token = parse.tokens[place]
            if token.sentence != sentence or token.text in cues.bounds:
                break
            look = _look_of(token.lower, cues)
            if look is not None:
                if best is None or distance < best[0]:
                    best = (distance, Clause(look=look, shown_by=token.text))
                break
    return best[1] if best is not None else Clause(look=Look.UNKNOWN)


def _look_of(word: str, cues: Cues) -> Look | None:
    for words, look in (
        (cues.future, Look.FUTURE),
        (cues.planned, Look.PLANNED),
        (cues.reported, Look.REPORTED),
        (cues.past, Look.PAST),
    ):
        if word in words:
            return look
    return None

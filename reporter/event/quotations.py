"""One quotation in several stories: whoever prints it, its speaker is one origin."""

import re
from collections.abc import Sequence

from reporter.event.tellings import Telling, joined
from reporter.model import Place, SharedQuote, Span

FEWEST_WORDS = 8
"""Words in a row that must be the same; shorter ones are found in many mouths."""

_WORD = re.compile(r"\w+(?:['’]\w+)*")


def shared_quotes(tellings: Sequence[Telling], ids: Sequence[str]) -> tuple[SharedQuote, ...]:
    """Quotations of which at least two stories carry eight words in a row, in the order of the stories."""
    quotes: list[tuple[int, Span]] = []
    holders: dict[tuple[str, ...], list[int]] = {}
    for story, telling in enumerate(tellings):
        for span in telling.quotations:
            words = [match[0].lower() for match in _WORD.finditer(telling.article.text, span.start, span.end)]
            if len(words) < FEWEST_WORDS:
                continue
            number = len(quotes)
            quotes.append((story, span))
            for at in range(len(words) - FEWEST_WORDS + 1):
                holders.setdefault(tuple(words[at : at + FEWEST_WORDS]), []).append(number)
    names = [str(number).zfill(9) for number in range(len(quotes))]
    tops = joined(((names[own[0]], names[other]) for own in holders.values() for other in own[1:]), names)
    groups: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        groups.setdefault(tops[name], []).append(number)
    return tuple(
        SharedQuote(
            text=" ".join(max((quotes[n][1].of(tellings[quotes[n][0]].article.text) for n in own), key=len).split()),
            places=tuple(Place(story_id=ids[quotes[number][0]], spans=(quotes[number][1],)) for number in own),
        )
        for own in groups.values()
        if len({quotes[number][0] for number in own}) > 1
    )

"""An account held against a claim: the first rule that holds decides, and says so.

The order, most telling first: words that leave both open; denials and debunking, unless the claim is itself one; marks of
somebody else's word or of doubt, unless the claim has them too; else the account tells the same, and stands for it.
Words that a headline puts in title case often mislead the parser, so that the table reads words, and grammar is asked
only what a negation negates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from reporter.model import Attribution, Parse, Span, Token
from reporter.verification.stance.rules import Mark, Standing, StanceRule, StanceWords

_STRAIGHT = str.maketrans("’‘“”", "''\"\"")
_CONTENT = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "NUM", "ADV"})


class Telling:
    """The words of a claim or an account: a headline, a sentence, or the pieces of a claim in a story.

    `attributions` are those of its story; only the ones whose cue stands in `spans` are read.
    """

    def __init__(
        self, parse: Parse, spans: Iterable[Span] | None = None, attributions: Iterable[Attribution] = ()
    ) -> None:
        self.parse = parse
        self.spans = tuple(spans) if spans is not None else (Span(start=0, end=len(parse.text)),)
        self.tokens = tuple(token for span in self.spans for token in parse.tokens_in(span))
        self.attributions = tuple(
            one for one in attributions if any(cue in span for cue in one.cue for span in self.spans)
        )

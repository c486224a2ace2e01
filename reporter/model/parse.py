"""The grammar of a story, in our own types: what the language stage hands to all that read it.

Part-of-speech tags are Universal Dependencies' (`pos`) and the Penn Treebank's (`tag`); dependency labels are those of
the parser's scheme (for English: ClearNLP labels such as nsubj, ccomp, pobj).
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from reporter.model.spans import Span


@dataclass(slots=True, kw_only=True, eq=False)
class Token:
    """One token. `i` is its place in `Parse.tokens`; `head` is its governor (itself for a root); never change one.

    Not frozen only because governors and dependents point at each other and a story has thousands of them.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    sentence: int
    head: "Token" = field(init=False, repr=False)
    children: list["Token"] = field(default_factory=list, repr=False)

    @property
    def span(self) -> Span:
        return Span(start=self.start, end=self.end)

    @property
    def is_root(self) -> bool:
        return self.head is self

    @property
    def lefts(self) -> list["Token"]:
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list["Token"]:
        return [child for child in self.children if child.i > self.i]

    def child(self, *deps: str) -> "Token | None":
        """The first dependent, in text order, with one of these labels."""
        for dependent in self.children:
            if dependent.dep in deps:
                return dependent
        return None

    def ancestors(self) -> Iterator["Token"]:
        """Its governor, that one's governor, and so on to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def subtree(self) -> list["Token"]:
        """The token and all that hangs on it, in text order."""
        found = [self]
        for token in found:
            found.extend(token.children)
        found.sort(key=lambda token: token.i)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: its characters, its paragraph, and its tokens `[first, last)` in `Parse.tokens`."""

    number: int
    span: Span
    paragraph: int
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """The tokens and sentences of every paragraph that has prose, in text order, and which parser made them."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    parser: str
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(token.start for token in self.tokens))

    def tokens_of(self, sentence: Sentence) -> tuple[Token, ...]:
        return self.tokens[sentence.first : sentence.last]

    def sentence_of(self, token: Token) -> Sentence:
        return self.sentences[token.sentence]

    def root_of(self, sentence: Sentence) -> Token:
        """The first root of the sentence. Raises ValueError for a sentence without one (never made by the parser)."""
        for token in self.tokens_of(sentence):
            if token.is_root:
                return token
        raise ValueError(f"sentence {sentence.number} has no root")

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that share at least one character with `span`, in text order."""
        first = bisect_right(self._starts, span.start) - 1
        if first < 0 or self.tokens[first].end <= span.start:
            first += 1
        last = first
        while last < len(self.tokens) and self.tokens[last].start < span.end:
            last += 1
        return self.tokens[first:last]

    def token_at(self, offset: int) -> Token | None:
        """The token that holds the character at `offset`; None between tokens."""
        i = bisect_right(self._starts, offset) - 1
        return self.tokens[i] if i >= 0 and offset < self.tokens[i].end else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the character at `offset`; None outside of prose."""
        number = bisect_right(self.sentences, offset, key=lambda sentence: sentence.span.start) - 1
        if number < 0 or offset >= self.sentences[number].span.end:
            return None
        return self.sentences[number]

"""What a frame finds, before quotations are joined to it and its source is looked up: places of tokens, not spans."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from reporter.attribution.quotes import Quotation
from reporter.model import Article, ParagraphKind, Parse, Sentence, Stance, Token


@dataclass(slots=True, kw_only=True)
class Candidate:
    """One attribution in the making. `source`, `cue`, `content` and `relay` are sorted places in `Parse.tokens`.

    `head` is the token of the cue that the lexicon knows (None for an inherited quotation), `source_head` that of
    the source. `inherits` is the candidate whose speaker goes on.
    """

    head: Token | None
    frame: str
    lemma: str | None
    stance: Stance = Stance.NEUTRAL
    source: list[int] = field(default_factory=list)
    source_head: Token | None = None
    cue: list[int] = field(default_factory=list)
    content: list[int] = field(default_factory=list)
    relay: list[int] = field(default_factory=list)
    relay_head: Token | None = None
    is_negated: bool = False
    is_unattributed: bool = False
    confidence: float = 1.0
    inherits: "Candidate | None" = None
    quotations: list[int] = field(default_factory=list)


LONGEST_SENTENCE = 400
"""Tokens; what is longer is a list or noise. Frames leave it alone, which also bounds their cost."""


class Scene:
    """A story as the frames read it: the parse, and for each token the long quotation in which it stands."""

    __slots__ = (
        "_short",
        "abbreviations",
        "article",
        "marked",
        "names",
        "opening",
        "parse",
        "quotations",
        "quoted",
        "ranges",
        "tokens",
    )

    def __init__(
        self, article: Article, parse: Parse, quotations: Sequence[Quotation], titles: Container[str] = ()
    ) -> None:
        self.article = article
        self.parse = parse
        self.tokens = parse.tokens
        self.quotations = quotations
        self.quoted = [-1] * len(parse.tokens)
        self.marked = bytearray(len(article.text))
        """1 for each character inside of quotation marks, long or short."""
        self.names = _names(article, parse)
        """Lower-case words that the story writes as a proper name within a sentence, and never small."""
        self.ranges: list[list[tuple[int, int]]] = []
        for number, quotation in enumerate(quotations):
            ranges = []
            for piece in quotation.pieces:
                self.marked[piece.start : piece.end] = b"\x01" * len(piece)
                inside = parse.tokens_in(piece)
                if not inside:
                    continue
                first, last = inside[0].i, inside[-1].i + 1
                ranges.append((first, last))
                if quotation.is_long:
                    self.quoted[first:last] = [number] * (last - first)
            self.ranges.append(ranges)
        self._short = {
            place: number
            for number, ranges in enumerate(self.ranges)
            if not quotations[number].is_long
            for first, last in ranges
            for place in range(first, last)
        }
        self.abbreviations = _abbreviations(parse, titles)
        """The full stops that only shorten a title: "Capt. Weller"."""
        self.opening = {ranges[0][0]: number for number, ranges in enumerate(self.ranges) if ranges}
        """The token that opens a quotation, and the quotation's number."""

    def places(self, number: int) -> list[int]:
        """The tokens of a quotation, marks included."""
        return [place for first, last in self.ranges[number] for place in range(first, last)]

    def is_readable(self, token: Token) -> bool:
        """Whether the token's sentence is short enough for its tree to mean anything (and to be walked often)."""
        sentence = self.parse.sentences[token.sentence]
        return sentence.last - sentence.first <= LONGEST_SENTENCE

    def quotation_of(self, token: Token) -> int:
        """The number of the long quotation that holds the token, or -1."""
        return self.quoted[token.i]

    def short_quotation_of(self, *tokens: Token) -> int:
        """The number of the short quotation that holds all of `tokens`, or -1."""
        numbers = {self._short.get(token.i, -1) for token in tokens}
        return numbers.pop() if len(numbers) == 1 else -1

    def sentence_of(self, token: Token) -> Sentence:
        return self.parse.sentences[token.sentence]

    def paragraph_of(self, token: Token) -> int:
        return self.parse.sentences[token.sentence].paragraph


def _abbreviations(parse: Parse, titles: Container[str]) -> frozenset[int]:
    tokens = parse.tokens
    return frozenset(
        place
        for place in range(1, len(tokens) - 1)
        if tokens[place].text == "."
        and f"{tokens[place - 1].lower}." in titles
        and tokens[place - 1].end == tokens[place].start
        and tokens[place + 1].text[:1].isupper()
    )


def _names(article: Article, parse: Parse) -> frozenset[str]:
    small: set[str] = set()
    names: set[str] = set()
    display = [each.span for each in article.paragraphs if each.kind in {ParagraphKind.HEADLINE, ParagraphKind.BYLINE}]
    for token in parse.tokens:
        if token.text[:1].islower():
            small.add(token.lower)
        elif (
            token.pos == "PROPN"
            and token.i != parse.sentences[token.sentence].first
            and not any(span.start <= token.start < span.end for span in display)
        ):
            names.add(token.lower)
    return frozenset(names - small)

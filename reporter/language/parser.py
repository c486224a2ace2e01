"""The parse of a story by a spaCy pipeline, brought over into our own types."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from reporter.errors import LanguageError
from reporter.language.sentences import sentence_starts
from reporter.model import Article, Parse, Sentence, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language as SpacyPipeline
    from spacy.tokens import Doc

UNUSED = ("ner", "senter", "entity_linker", "textcat")
"""Parts of a pipeline that nothing here reads. Leaving out `ner` alone halves the cost of a parse with the small
English pipeline."""

NEEDED = ("parser", "tagger")

BATCH = 64
"""Paragraphs in one batch of the pipeline; 32 to 256 differ by less than the noise."""

STORIES_AHEAD = 16
"""Stories whose paragraphs go through the pipeline together."""

# Each is one character wide, so offsets stay true. A line break inside a paragraph is only where a line was wrapped.
_AS_SPACE = str.maketrans(
    dict.fromkeys(
        "\t\n\r\x0b\x0c\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
        "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\x00",
        " ",
    )
)

_AS_UNKNOWN = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
"""Lone surrogates, which JSON can carry and the pipeline cannot encode."""

_ENDLESS = re.compile(r"\S{500}(?=\S)")


class Parser:
    """A loaded pipeline. Made once for each process and handed down: see `load_parser`."""

    def __init__(self, pipeline: SpacyPipeline) -> None:
        self._pipeline = pipeline
        meta = pipeline.meta
        self.name = f"{meta['lang']}_{meta['name']} {meta['version']}"

    def parse(self, article: Article) -> Parse:
        return next(self.parse_many((article,)))[1]

    def parse_many(self, articles: Iterable[Article]) -> Iterator[tuple[Article, Parse]]:
        """Each article with its parse, in order; a few articles are read ahead so that batches are full."""
        remaining = iter(articles)
        while chunk := list(islice(remaining, STORIES_AHEAD)):
            runs = [(article, _prose_runs(article)) for article in chunk]
            texts = (_readable(article.text[span.start : span.end]) for article, own in runs for _, span in own)
            docs = self._pipeline.pipe(texts, batch_size=BATCH)
            for article, own in runs:
                yield article, self._assemble(article, [(number, span, next(docs)) for number, span in own])

    def _assemble(self, article: Article, parsed: list[tuple[int, Span, Doc]]) -> Parse:
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        for paragraph, span, doc in parsed:
            _bring_over(doc, span.start, paragraph, tokens, sentences)
        return Parse(text=article.text, tokens=tuple(tokens), sentences=tuple(sentences), parser=self.name)


def _readable(text: str) -> str:
    """`text` as the pipeline gets it: as long, with plain spaces, and without endless words, whose marks the tokeniser
    peels off one by one in quadratic time."""
    return _ENDLESS.sub(lambda run: run[0][:-1] + " ", text.translate(_AS_SPACE).translate(_AS_UNKNOWN))


def _prose_runs(article: Article) -> list[tuple[int, Span]]:
    """The characters to be parsed: prose without its dateline or picture credit, by paragraph."""
    runs = []
    for number, paragraph in enumerate(article.paragraphs):
        if not paragraph.has_prose:
            continue
        start = paragraph.dateline.end if paragraph.dateline else paragraph.span.start
        end = paragraph.credit.start if paragraph.credit else paragraph.span.end
        if article.text[start:end].strip():
            runs.append((number, Span(start=start, end=end)))
    return runs


def _bring_over(doc: Doc, offset: int, paragraph: int, tokens: list[Token], sentences: list[Sentence]) -> None:
    words = [word for word in doc if not word.is_space]
    if not words:
        return
    first = len(tokens)
    place = {word.i: first + k for k, word in enumerate(words)}
    starts = sentence_starts([(word.text, bool(word.is_sent_start)) for word in words])
    made: list[Token] = []
    number = len(sentences) - 1
    for k, word in enumerate(words):
        if starts[k]:
            number += 1
        begin = offset + word.idx
        text = word.text
        made.append(
            Token(
                i=first + k,
                start=begin,
                end=begin + len(text),
                text=text,
                lower=word.lower_,
                lemma=word.lemma_,
                pos=word.pos_,
                tag=word.tag_,
                dep=word.dep_,
                sentence=number,
            )
        )
    tokens.extend(made)
    bounds = [k for k, is_start in enumerate(starts) if is_start] + [len(made)]
    for begin, end in pairwise(bounds):
        run = made[begin:end]
        _attach(run, [word.head.i for word in words[begin:end]], place, tokens)
        sentences.append(
            Sentence(
                number=len(sentences),
                span=Span(start=run[0].start, end=run[-1].end),
                paragraph=paragraph,
                first=run[0].i,
                last=run[-1].i + 1,
            )
        )


def _attach(run: list[Token], heads: list[int], place: dict[int, int], tokens: list[Token]) -> None:
    """Set governors and dependents within one sentence; what governs from outside of it is cut.

    A mark that was moved to this sentence then hangs on the sentence's root.
    """
    low, high = run[0].i, run[-1].i
    loose: list[Token] = []
    root: Token | None = None
    for token, head in zip(run, heads, strict=True):
        governor = place.get(head)
        if governor is None or not low <= governor <= high:
            loose.append(token)
        elif governor == token.i:
            if root is None:
                root = token
                token.head = token
            else:
                loose.append(token)
        else:
            token.head = tokens[governor]
    if root is None:
        root = next((token for token in loose if token.pos != "PUNCT"), loose[0])
        loose.remove(root)
        root.head = root
        root.dep = "ROOT"
    for token in loose:
        token.head = root
        token.dep = "punct" if token.pos == "PUNCT" else "parataxis" if token.dep == "ROOT" else token.dep
    for token in run:
        if token.head is not token:
            token.head.children.append(token)


@lru_cache(maxsize=4)
def load_parser(name: str) -> Parser:
    """The pipeline called `name`, without what is not read. Raises LanguageError if it is missing or cannot parse."""
    import spacy

    try:
        pipeline = spacy.load(name, exclude=list(UNUSED))
    except OSError as error:
        raise LanguageError(
            "parser-missing",
            f"The language pipeline {name!r} is not installed.",
            f"Install it (pip install '{name.replace('_', '-')}') or choose another with the setting 'parser'.",
        ) from error
    missing = [part for part in NEEDED if part not in pipeline.pipe_names]
    if missing:
        raise LanguageError(
            "parser-unsuitable",
            f"The language pipeline {name!r} has no {' and no '.join(missing)}.",
            "Choose a spaCy pipeline that tags and parses with the setting 'parser'.",
        )
    return Parser(pipeline)

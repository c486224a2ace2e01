"""The order of the stages. Only this module knows it."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reporter.attribution import find_attributions
from reporter.brief import assemble
from reporter.claims import extract_claims
from reporter.dates import find_times
from reporter.language import Parser, load_parser
from reporter.languages import LanguagePack, language_pack
from reporter.model import (
    Article,
    Assessment,
    Attribution,
    Brief,
    Claim,
    Flag,
    Method,
    Parse,
    Settings,
    Source,
    TimeExpression,
)
from reporter.verification import Story, verify
from reporter.version import __version__


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What the stages found in one article, before it is put together for a reader."""

    article: Article
    parser: str
    times: tuple[TimeExpression, ...]
    sources: tuple[Source, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    flags: tuple[Flag, ...]
    assessments: tuple[Assessment, ...]


class Pipeline:
    """The stages with one newsroom's settings: the parser and the tables are loaded once and serve many stories."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._pack: LanguagePack = language_pack(settings.language)

    @property
    def parser(self) -> Parser:
        return load_parser(self.settings.parser or self._pack.parser)

    def analyse(self, article: Article) -> Analysis:
        return next(self.analyse_many((article,)))

    def analyse_many(self, articles: Iterable[Article]) -> Iterator[Analysis]:
        """One analysis an article, in order. Articles are read a few ahead of the analyses that come out."""
        for article, parse in self.parser.parse_many(articles):
            yield self._read(article, parse)

    def brief(self, article: Article) -> Brief:
        found = self.analyse(article)
        return assemble(
            article=article,
            times=found.times,
            sources=found.sources,
            attributions=found.attributions,
            claims=found.claims,
            flags=found.flags,
            assessments=found.assessments,
            method=self._method(found),
            wording=self._pack.brief,
        )

    def times(self, article: Article) -> tuple[TimeExpression, ...]:
        """The time expressions alone, without the later stages."""
        return find_times(article, self.parser.parse(article), self._pack.dates, self.settings)

    def _read(self, article: Article, parse: Parse) -> Analysis:
        times = find_times(article, parse, self._pack.dates, self.settings)
        attributions, sources = find_attributions(article, parse, self._pack.attribution, self.settings)
        claims = extract_claims(article, parse, times, attributions, sources, self._pack.claims)
        story = Story(
            article=article,
            parse=parse,
            times=times,
            sources=sources,
            attributions=attributions,
            claims=claims,
        )
        flags, assessments = verify(story, self._pack.verification, self.settings)
        return Analysis(
            article=article,
            parser=parse.parser,
            times=times,
            sources=sources,
            attributions=attributions,
            claims=claims,
            flags=flags,
            assessments=assessments,
        )

    def _method(self, found: Analysis) -> Method:
        return Method(
            version=__version__,
            parser=found.parser,
            input_sha256=hashlib.sha256(found.article.text.encode("utf-8", "surrogatepass")).hexdigest(),
            settings=self.settings.described(),
            generated=self.settings.generated,
        )

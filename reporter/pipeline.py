"""The order of the stages. Only this module knows it."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reporter.attribution import find_attributions
from reporter.brief import assemble, assemble_event
from reporter.claims import extract_claims
from reporter.dates import find_times
from reporter.dates.rules import DateRules
from reporter.event import Group, Telling, group, hold_together, in_order, shared_words
from reporter.factchecks import Provider, look_up
from reporter.language import Parser, load_parser
from reporter.languages import LanguagePack, language_pack
from reporter.languages.briefs import flag_sentences_of, proof_wording_of, wording_of
from reporter.model import (
    Article,
    Assessment,
    Attribution,
    Brief,
    Claim,
    EventBrief,
    EventStory,
    Flag,
    Method,
    Parse,
    Settings,
    Source,
    TimeExpression,
    Verdict,
)
from reporter.verdicts import placed
from reporter.verification import Story, accounts_of, verify, with_roles
from reporter.verification.words import FlagWords
from reporter.version import __version__
from reporter.wording.words import Wording


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
    """The stages with one newsroom's settings: the parser and the tables are loaded once and serve many stories.

    `providers` are the places that are asked for published fact-checks on the claims of a brief.
    """

    def __init__(self, settings: Settings, providers: Sequence[Provider] = ()) -> None:
        self.settings = settings
        self.providers = tuple(providers)
        self._pack: LanguagePack = language_pack(settings.language)
        languages = (settings.language, settings.brief_language)
        self._wording: Wording = wording_of(*languages)
        self._dates: DateRules = replace(self._pack.dates, wording=proof_wording_of(*languages))
        self._words: FlagWords = replace(self._pack.verification, says=flag_sentences_of(*languages))

    @property
    def parser(self) -> Parser:
        return load_parser(self.settings.parser or self._pack.parser)

    def analyse(self, article: Article) -> Analysis:
        return next(self.analyse_many((article,)))

    def analyse_many(self, articles: Iterable[Article]) -> Iterator[Analysis]:
        """One analysis an article, in order. Articles are read a few ahead of the analyses that come out."""
        for article, parse in self.parser.parse_many(articles):
            yield self._read(article, parse)

    def brief(self, article: Article, verdicts: Sequence[Verdict] = ()) -> Brief:
        """The brief of one article; `verdicts` are what persons found of its claims."""
        ((_, parse),) = self.parser.parse_many((article,))
        return self._brief(self.told(article, parse), parse.parser, verdicts)

    def group(self, articles: Sequence[Article]) -> tuple[Group, ...]:
        """Which of the articles tell of one event: by their words, before anything is parsed."""
        return group(articles, self._pack.event)

    def shared_words(self, articles: Sequence[Article]) -> tuple[str, ...]:
        """What the articles have in common, names first."""
        return shared_words(articles, self._pack.event)

    def event(
        self,
        articles: Sequence[Article],
        *,
        evidence: Sequence[Article] = (),
        verdicts: Sequence[Sequence[Verdict]] = (),
    ) -> EventBrief:
        """One brief for an event that several articles tell; those of `evidence` only support, dispute or contradict
        the others. The order in which they are given changes nothing. `verdicts` are those on each of `articles`, then
        on each of `evidence`, or none at all. Raises ValueError for less than two stories, or when all are
        evidence."""
        given = [*articles, *evidence]
        found_by_persons = verdicts or [()] * len(given)
        order = in_order(given)
        is_evidence = [place >= len(articles) for place in order]
        stories = [
            (self.told(article, parse), parse.parser)
            for article, parse in self.parser.parse_many(given[place] for place in order)
        ]
        words = self._words
        event = hold_together(
            [
                Telling(
                    article=story.article,
                    sources=story.sources,
                    attributions=story.attributions,
                    accounts=tuple(with_roles(each, story, words) for each in accounts_of(story, words)),
                    quotations=tuple(quotation.inside for quotation in story.quotations),
                    is_evidence=is_only,
                )
                for (story, _), is_only in zip(stories, is_evidence, strict=True)
            ],
            self._pack.event,
        )
        told = tuple(
            EventStory(
                id=identifier,
                outlet=outlet,
                brief=self._brief(replace(story, elsewhere=elsewhere), parser, found_by_persons[place]),
                is_evidence=is_only,
            )
            for (story, parser), identifier, outlet, elsewhere, is_only, place in zip(
                stories, event.ids, event.outlets, event.elsewhere, is_evidence, order, strict=True
            )
        )
        return assemble_event(
            stories=told,
            method=self._method_of(told),
            origins=event.origins,
            copies=event.copies,
            quotes=event.quotes,
            citations=event.citations,
            loops=event.loops,
            matches=event.matches,
            figures=event.figures,
            grouped_by=self.shared_words(given),
        )

    def _brief(self, story: Story, parser: str, verdicts: Sequence[Verdict]) -> Brief:
        found = self._verified(story, parser)
        fact_checks, consultations = look_up(
            story,
            self.providers,
            tell=self._tell,
            words=self._words,
            event_words=self._pack.event,
            wording=self._wording.fact_checks,
        )
        assessments, unplaced = placed(
            verdicts,
            article=found.article,
            claims=found.claims,
            sources=found.sources,
            assessments=found.assessments,
            sentences=self._words.says.status_reasons,
            dates=self._wording.dates,
        )
        return assemble(
            article=found.article,
            times=found.times,
            sources=found.sources,
            attributions=found.attributions,
            claims=found.claims,
            flags=found.flags,
            assessments=assessments,
            method=self._method(found),
            wording=self._wording,
            unplaced_verdicts=unplaced,
            fact_checks=fact_checks,
            fact_check_sources=consultations,
        )

    def _tell(self, articles: Sequence[Article]) -> list[Story]:
        return [self.told(article, parse) for article, parse in self.parser.parse_many(articles)]

    def times(self, article: Article) -> tuple[TimeExpression, ...]:
        """The time expressions alone, without the later stages."""
        return find_times(article, self.parser.parse(article), self._dates, self.settings)

    def _read(self, article: Article, parse: Parse) -> Analysis:
        return self._verified(self.told(article, parse), parse.parser)

    def told(self, article: Article, parse: Parse) -> Story:
        """What the stages before verification find in an article that is parsed."""
        times = find_times(article, parse, self._dates, self.settings)
        attributions, sources = find_attributions(article, parse, self._pack.attribution, self.settings)
        claims = extract_claims(article, parse, times, attributions, sources, self._pack.claims)
        return Story(
            article=article,
            parse=parse,
            times=times,
            sources=sources,
            attributions=attributions,
            claims=claims,
        )

    def _verified(self, story: Story, parser: str) -> Analysis:
        flags, assessments = verify(story, self._words, self.settings)
        return Analysis(
            article=story.article,
            parser=parser,
            times=story.times,
            sources=story.sources,
            attributions=story.attributions,
            claims=story.claims,
            flags=flags,
            assessments=assessments,
        )

    def _method_of(self, stories: Sequence[EventStory]) -> Method:
        """That of the first story, with a hash of the hashes of all."""
        hashes = "".join(story.brief.method.input_sha256 for story in stories)
        return replace(stories[0].brief.method, input_sha256=hashlib.sha256(hashes.encode()).hexdigest())

    def _method(self, found: Analysis) -> Method:
        return Method(
            version=__version__,
            parser=found.parser,
            input_sha256=hashlib.sha256(found.article.text.encode("utf-8", "surrogatepass")).hexdigest(),
            settings=self.settings.described(),
            generated=self.settings.generated,
            language=self.settings.brief_language,
        )

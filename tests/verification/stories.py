"""Stories for the tests of this stage: text through the stages before it, and the sample with its own objects."""

from reporter.attribution import find_attributions
from reporter.claims import extract_claims
from reporter.dates import find_times
from reporter.ingest import read_text
from reporter.language import load_parser
from reporter.languages.en import ENGLISH
from reporter.model import Assessment, Flag, Settings
from reporter.verification import Story, verify
from tests import samples


def story_of(text: str, published: str | None = "2021-03-16", **settings: object) -> Story:
    chosen = Settings(undated=published is None, **settings)  # type: ignore[arg-type]
    article = read_text(text, layout=ENGLISH.layout, settings=chosen, published=published)
    parse = load_parser(ENGLISH.parser).parse(article)
    times = find_times(article, parse, ENGLISH.dates, chosen)
    attributions, sources = find_attributions(article, parse, ENGLISH.attribution, chosen)
    claims = extract_claims(article, parse, times, attributions, sources, ENGLISH.claims)
    return Story(article=article, parse=parse, times=times, sources=sources, attributions=attributions, claims=claims)


def sample_story() -> Story:
    article = samples.sample_article()
    return Story(
        article=article,
        parse=load_parser(ENGLISH.parser).parse(article),
        times=samples.sample_times(),
        sources=samples.sample_sources(),
        attributions=samples.sample_attributions(),
        claims=samples.sample_claims(),
    )


def verified(text: str, published: str | None = "2021-03-16") -> tuple[tuple[Flag, ...], tuple[Assessment, ...]]:
    return verify(story_of(text, published), ENGLISH.verification, Settings())

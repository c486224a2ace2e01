"""The made-up events of tests/specs/events, read through the stages before this one."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from reporter.attribution import find_attributions
from reporter.claims import extract_claims
from reporter.dates import find_times
from reporter.event import Event, Telling, hold_together, in_order
from reporter.ingest import read_text
from reporter.language import load_parser
from reporter.languages.en import ENGLISH
from reporter.model import Article, EventBrief, Settings
from reporter.pipeline import Pipeline
from reporter.verification import Story, with_roles
from reporter.verification.accounts import accounts

SPECS = Path(__file__).parents[1] / "specs" / "events"
NAMES = tuple(sorted(path.stem for path in SPECS.glob("*.json")))


@cache
def spec(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((SPECS / f"{name}.json").read_text(encoding="utf-8"))
    return data


def article(story: dict[str, Any], name: str | None = None) -> Article:
    return read_text(
        story["text"],
        layout=ENGLISH.layout,
        settings=Settings(),
        published=story["published"],
        headline=story.get("headline"),
        publisher=story.get("publisher"),
        name=name,
    )


def articles(name: str) -> dict[str, Article]:
    return {key: article(story, key) for key, story in spec(name)["stories"].items()}


def telling(article: Article) -> Telling:
    settings = Settings()
    parse = load_parser(ENGLISH.parser).parse(article)
    times = find_times(article, parse, ENGLISH.dates, settings)
    attributions, sources = find_attributions(article, parse, ENGLISH.attribution, settings)
    claims = extract_claims(article, parse, times, attributions, sources, ENGLISH.claims)
    story = Story(article=article, parse=parse, times=times, sources=sources, attributions=attributions, claims=claims)
    return Telling(
        article=article,
        sources=sources,
        attributions=attributions,
        accounts=tuple(with_roles(each, story, ENGLISH.verification) for each in accounts(story, ENGLISH.verification)),
        quotations=tuple(quotation.inside for quotation in story.quotations),
    )


def event_of(tellings: Sequence[Telling]) -> Event:
    order = in_order([one.article for one in tellings])
    return hold_together([tellings[place] for place in order], ENGLISH.event)


@cache
def told(name: str) -> dict[str, Telling]:
    return {key: telling(one) for key, one in articles(name).items()}


@cache
def event(name: str) -> Event:
    return event_of(tuple(told(name).values()))


def keys(name: str) -> tuple[str, ...]:
    """The names of the stories in the order of the event: the place of each is that of its id."""
    listed = list(told(name))
    order = in_order([told(name)[key].article for key in listed])
    return tuple(listed[place] for place in order)


@cache
def brief(name: str) -> EventBrief:
    return Pipeline(Settings()).event(tuple(articles(name).values()))

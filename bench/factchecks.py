"""How well published reviews are matched to claims, and what a large store costs.

    python bench/factchecks.py [--reviews 100000] [--errors]

Accuracy: every claim of the stories in `tests/specs/flagged` that states a fact goes into a store as if somebody had
reviewed it on the day of its story, in the story's own words. Each story is then briefed with that store. A claim that
says enough to be looked up should find its own review; a review of a claim of another story is a match that is wrong.

Cost: the same store with made-up reviews of the stories' words in chance order, to the number asked for.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import reporter
from reporter.factchecks import Store, StoreProvider
from reporter.model import Article, Brief, FactCheck, Settings
from reporter.pipeline import Pipeline

FOLDER = Path(__file__).parents[1] / "tests" / "specs" / "flagged"
BATCH = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Claims that were reviewed, those of them that were looked up, those that found their own review, and the matches
    with reviews of other stories: claim, review, and what is said of them."""

    claims: int
    looked_up: int
    found: int
    wrong: tuple[tuple[str, str, tuple[str, ...]], ...]


def stories() -> dict[str, Article]:
    """The stories of the set, by name, without their marks; those without a date are left out."""
    found = {}
    for path in sorted(FOLDER.rglob("*.txt")):
        head, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
        values = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
        if "published" in values:
            text = rest.partition("\n\n== flags\n")[0]
            found[path.stem] = reporter.read(text, published=values["published"])
    return found


def reviews_of(name: str, brief: Brief) -> list[FactCheck]:
    """A review of each claim of a story, in its own words."""
    published = brief.article.published
    return [
        FactCheck(
            claim=" ".join(claim.text.split()),
            url=f"https://check.example/{name}/{claim.id}",
            rating="reviewed",
            reviewed=published.day.isoformat() if published is not None else None,
        )
        for claim in brief.claims
        if claim.checkability.value == "fact"
    ]


def measure(given: dict[str, Article], store: Store) -> Result:
    """Brief all stories twice: to review their claims, and with these reviews in `store`."""
    plain = Pipeline(Settings())
    reviews = [review for name, article in given.items() for review in reviews_of(name, plain.brief(article))]
    store.add(reviews)
    with_store = Pipeline(Settings(), [StoreProvider(store=store)])
    looked_up = found = 0
    wrong = []
    for name, article in given.items():
        brief = with_store.brief(article)
        words = {claim.id: " ".join(claim.text.split()) for claim in brief.claims}
        looked_up += sum(source.claims for source in brief.fact_check_sources)
        own = {f"https://check.example/{name}/{claim.id}": claim.id for claim in brief.claims}
        found += len({match.claim_id for match in brief.fact_checks if own.get(match.review.url) == match.claim_id})
        wrong += [
            (f"{name}: {words[match.claim_id]}", f"{match.review.url}: {match.review.claim}", match.why)
            for match in brief.fact_checks
            if match.review.url not in own
        ]
    return Result(claims=len(reviews), looked_up=looked_up, found=found, wrong=tuple(wrong))


def fill(store: Store, given: dict[str, Article], count: int, seed: int) -> None:
    """Made-up reviews of the stories' words, fourteen each, until there are `count`."""
    random = Random(seed)
    words = [word for article in given.values() for word in article.text.split() if word.isalpha()]
    for start in range(store.count(), count, BATCH):
        store.add(
            [
                FactCheck(
                    claim=" ".join(random.choices(words, k=14)).capitalize(),
                    url=f"https://chance.example/{number}",
                    reviewed="2024-01-01",
                )
                for number in range(start, min(start + BATCH, count))
            ]
        )


def cost(given: dict[str, Article], pipeline: Pipeline) -> float:
    """Seconds of processor time for a brief of each story, when everything is loaded."""
    pipeline.brief(next(iter(given.values())))
    began = time.process_time()
    for article in given.values():
        pipeline.brief(article)
    return time.process_time() - began


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reviews", type=int, default=100_000, help="reviews in the large store")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--errors", action="store_true", help="print the wrong matches")
    chosen = parser.parse_args(arguments)
    given = stories()
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "store.sqlite")
        result = measure(given, store)
        print(f"{len(given)} stories, {result.claims} claims reviewed, {result.looked_up} say enough to be looked up")
        print(f"found their own review: {result.found} ({result.found / result.looked_up:.0%} of those looked up)")
        print(f"matched with a review of another story: {len(result.wrong)}")
        for ours, theirs, why in result.wrong if chosen.errors else ():
            print(f"  {ours}\n    {theirs}\n    {' '.join(why)}")
        plain, small = (
            cost(given, Pipeline(Settings())),
            cost(given, Pipeline(Settings(), [StoreProvider(store=store)])),
        )
        fill(store, given, chosen.reviews, chosen.seed)
        large = cost(given, Pipeline(Settings(), [StoreProvider(store=store)]))
        print(
            f"seconds of processor time a brief: {plain / len(given):.3f} without a store, "
            f"{small / len(given):.3f} with {result.claims:,} reviews, {large / len(given):.3f} with {store.count():,}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())

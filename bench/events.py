"""Several stories held together, measured: does grouping find the events, and what does it cost beside the parse?

    python bench/events.py [--sizes 50,200,800] [--seed 7]

The stories are made by the generator below: invented towns and people, events of five kinds, each told by one to six
stories (a wire, reprints of it with words changed, own reports with other words and other figures), in random order.
Times are processor time of this process. "grouping" is finding which stories tell of one event, "matching" all the
rest of holding them together; both against the bare parse of the same stories.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import combinations
from random import Random

from reporter.event import Event, Telling, group, hold_together
from reporter.ingest import read_text
from reporter.languages import language_pack
from reporter.model import Article, Settings
from reporter.pipeline import Pipeline
from reporter.verification import accounts_of

SETTINGS = Settings()
PACK = language_pack(SETTINGS.language)

SYLLABLES = tuple("bar del fen gor hal jur kes lom mar nev osk pel quin ras sul tor ulm ver wen yal zet".split())  # noqa: SIM905
ENDINGS = ("ford", "ham", "stad", "ville", "wick", "mouth", "bury", "dale")
FIRST_NAMES = ("Ada", "Bram", "Clea", "Doran", "Elke", "Fenn", "Gita", "Hugo", "Iris", "Jory", "Kaia", "Lorn", "Mina")

KINDS = {
    "fire": (
        "A fire destroyed the {place} in {town} on {day}, the {body} said.",
        "The fire in the {place} of {town} killed {dead} people, according to the {other}.",
        "Firefighters needed {hours} hours to put it out, {chief} said.",
        ("{chief} was the first to see flames over {town}.", "{dead} people were killed in the {place}, {chief} said."),
        ("warehouse", "school", "theatre", "sawmill"),
        ("fire brigade", "hospital", "town council"),
    ),
    "flood": (
        "The river at {town} broke its banks on {day} and flooded the {place}, the {body} said.",
        "The flood killed {dead} people in {town}, the {other} said.",
        "Water stood {hours} feet deep in the streets, {chief} said.",
        ("{town} woke up to brown water in the {place}.", "In {town} {dead} people were killed, {chief} said."),
        ("old quarter", "market", "harbour", "station"),
        ("water board", "rescue service", "district office"),
    ),
    "strike": (
        "Workers of the {place} in {town} walked out on {day}, the {body} said.",
        "The union said {dead} workers had joined the strike at the {place} of {town}.",
        "The strike may last {hours} days, {chief} said.",
        ("No hammer was heard at the {place} in {town}.", "{chief} counted {dead} workers at the gate in {town}."),
        ("shipyard", "brewery", "tram depot", "paper mill"),
        ("metal union", "company", "labour court"),
    ),
    "crash": (
        "A bus left the road near {town} on {day} and struck the {place}, the {body} said.",
        "The crash injured {dead} passengers, the {other} said.",
        "The road was closed for {hours} hours, {chief} said.",
        ("Glass lay all over the {place} at {town}.", "{dead} passengers were injured near {town}, {chief} said."),
        ("toll house", "bridge", "chapel", "water tower"),
        ("traffic police", "clinic", "bus company"),
    ),
    "verdict": (
        "A court in {town} convicted the owner of the {place} of fraud on {day}, the {body} said.",
        "Investors lost {dead} million crowns in the {place} of {town}, the {other} said.",
        "The trial had lasted {hours} months, {chief} said.",
        (
            "{town} has waited long for the {place} to answer.",
            "The {place} cost {town} {dead} million crowns, said {chief}.",
        ),
        ("savings bank", "ferry line", "clinic", "quarry"),
        ("prosecutor", "regulator", "chamber of trade"),
    ),
}
COLOUR = (
    "Neighbours brought soup and blankets to the people who waited outside.",
    "It was the third such case in the region since the spring of last year.",
    "The mayor broke off a visit abroad and was expected back in the evening.",
    "Schools stayed open, but most of the shops around the square were shut.",
    "“I heard it before I saw it, and then everybody began to run,” said {witness}, who lives across the street.",
    "An inquiry will look into what was known before, and by whom.",
)
OWN_COLOUR = (
    "{outlet} readers will remember the winter of the great snow.",
    "On the steps by the post office a dog waited for somebody.",
    "Nobody at the corner bakery wanted to give a name to {outlet}.",
    "From the tower one could see how far it had gone.",
    "A brass band that was to play at noon went home again.",
    "There was talk of little else on the early train to the coast.",
    "Two nuns handed out tea from a handcart until it was dark.",
    "The lights in the town hall burned through the whole of the night.",
    "What had been a quiet week turned into a very long one for {outlet}.",
    "Somebody had chalked a date upon the wall behind the pump.",
    "Later a thin rain set in, and most of those who had come to look went away.",
    "One window on the upper floor was lit, and stayed lit.",
)
OWN_LEADS = (
    "{outlet} came to {town} and found the {place} behind red and white tape.",
    "Whoever asks in {town} these days hears of the {place} and of nothing else.",
    "At six in the morning the telephone rang in {town}, and it was about the {place}.",
)
OUTLETS = ("Herald", "Courier", "Gazette", "Mercury", "Lantern", "Ledger", "Beacon", "Chronicle")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A made story, the event that it tells, and whether it is a copy of that event's wire."""

    article: Article
    event: int
    is_wire: bool


def make(count: int, random: Random) -> list[Made]:
    """`count` stories of mixed events in random order."""
    found: list[Made] = []
    event = 0
    while len(found) < count:
        found.extend(_event(event, random)[: count - len(found)])
        event += 1
    random.shuffle(found)
    return found


def _event(number: int, random: Random) -> list[Made]:
    lead, toll, detail, own, places, bodies = KINDS[random.choice(sorted(KINDS))]
    town = "".join(random.sample(SYLLABLES, 2)).capitalize() + random.choice(ENDINGS)
    day = datetime(2024, 3, 1, 8, tzinfo=UTC) + timedelta(days=random.randrange(60))
    fixed = {
        "town": town,
        "place": random.choice(places),
        "day": day.strftime("%A"),
        "body": bodies[0],
        "other": bodies[1],
        "chief": f"{random.choice(FIRST_NAMES)} {''.join(random.sample(SYLLABLES, 2)).capitalize()}",
        "witness": f"{random.choice(FIRST_NAMES)} {''.join(random.sample(SYLLABLES, 2)).capitalize()}",
        "hours": str(random.randrange(3, 20)),
    }
    dead = random.randrange(2, 30)
    colour = random.sample(COLOUR, 4)
    wire = [lead, toll, *colour[:3], detail]
    made = []
    for place in range(random.choice((1, 1, 2, 3, 4, 6))):
        is_wire = place < 2
        figures: dict[str, str] = {**fixed, "dead": str(dead if is_wire else dead + random.randrange(4))}
        figures["outlet"] = f"the {OUTLETS[place]}"
        lines = list(wire) if is_wire else _own_report(own, place)
        if place == 1 and random.random() < 0.5:
            lines = lines[:-1]
        when = day + timedelta(hours=4 * place)
        made.append(
            Made(
                article=read_text(
                    "\n\n".join(line.format(**figures) for line in lines),
                    layout=PACK.layout,
                    settings=SETTINGS,
                    published=when.isoformat(),
                    headline=f"{fixed['place'].capitalize()} in {town}: {figures['dead']}",
                    publisher=f"{town} {OUTLETS[place]}" if place else "Bench Wire Agency",
                ),
                event=number,
                is_wire=is_wire,
            )
        )
    return made


def _own_report(own: tuple[str, str], place: int) -> list[str]:
    """A report that shares one sentence with the other own reports of its event, and none with the wire."""
    slot = place - 2
    lead = own[0] if slot == 0 else OWN_LEADS[slot - 1]
    return [lead, own[1], *OWN_COLOUR[3 * slot : 3 * slot + 3]]


def main() -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    options.add_argument("--sizes", default="50,200,800", help="numbers of stories, by commas")
    options.add_argument("--seed", type=int, default=7)
    given = options.parse_args()
    pipeline = Pipeline(SETTINGS)
    list(pipeline.parser.parse_many([made.article for made in make(3, Random(1))]))
    group([made.article for made in make(60, Random(1))], PACK.event)
    print(
        "stories events  parse s  grouping s  matching s  of parse  ms a story   pairs: precision recall  origins right"
    )
    for size in map(int, given.sizes.split(",")):
        measure(make(size, Random(given.seed)), pipeline)
    return 0


def measure(made: Sequence[Made], pipeline: Pipeline) -> None:
    articles = [one.article for one in made]
    start = time.process_time()
    parsed = list(pipeline.parser.parse_many(articles))
    parse = time.process_time() - start
    stories = [pipeline.told(article, parse_) for article, parse_ in parsed]

    start = time.process_time()
    groups = group(articles, PACK.event)
    grouping = time.process_time() - start

    start = time.process_time()
    events = []
    for one in groups:
        if len(one.members) > 1:
            own = [stories[place] for place in one.members]
            tellings = [
                Telling(
                    article=story.article,
                    sources=story.sources,
                    attributions=story.attributions,
                    accounts=accounts_of(story, PACK.verification),
                    quotations=tuple(quotation.inside for quotation in story.quotations),
                )
                for story in own
            ]
            events.append((one.members, hold_together(tellings, PACK.event)))
    matching = time.process_time() - start

    gold = pairs_of([place for place, _ in enumerate(made)], [one.event for one in made])
    labels = {place: number for number, one in enumerate(groups) for place in one.members}
    found = pairs_of(range(len(made)), [labels[place] for place in range(len(made))])
    hit = len(gold & found)
    right = sum(origins_right(members, event, made) for members, event in events)
    print(
        f"{len(made):7} {len({one.event for one in made}):6} {parse:8.2f} {grouping:11.2f} {matching:11.2f} "
        f"{(grouping + matching) / parse:9.2f} {1000 * (grouping + matching) / len(made):11.2f}"
        f"   {hit / max(1, len(found)):16.3f} {hit / max(1, len(gold)):6.3f}  {right}/{len(events)}",
        flush=True,
    )


def pairs_of(places: Sequence[int], labels: Sequence[int]) -> set[tuple[int, int]]:
    by_label: dict[int, list[int]] = {}
    for place, label in zip(places, labels, strict=True):
        by_label.setdefault(label, []).append(place)
    return {pair for own in by_label.values() for pair in combinations(sorted(own), 2)}


def origins_right(members: Sequence[int], event: Event, made: Sequence[Made]) -> bool:
    """Whether the wire and its reprint are one origin, and every other story one of its own."""
    found = {frozenset(members[event.ids.index(one)] for one in origin.story_ids) for origin in event.origins}
    wires = frozenset(place for place in members if made[place].is_wire)
    return found == ({wires} if wires else set()) | {frozenset({place}) for place in members if not made[place].is_wire}


if __name__ == "__main__":
    sys.exit(main())

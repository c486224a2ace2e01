"""Dates beside other tools: the same annotated stories, in the same run, through ours and through its peers.

    python bench/times_peers.py FOLDER...                       ours and dateparser
    python bench/times_peers.py FOLDER --node-folder PEERS      after `npm install --prefix PEERS chrono-node`
    python bench/times_peers.py FOLDER --duckling-python VENV/bin/python --recognizers-python VENV/bin/python

Every tool is given the words and the publication date (its noon), told that the language is English where it asks, and
measured warm; those that are not Python of this environment run as one process that reads stories as lines of JSON and
counts its own processor time. Ours needs the parse, so its cost is told with it; a peer that is not there is named.

What a peer says becomes a TIMEX3 value at the grain that the peer gives, and for all of them alike: a line break within
a paragraph is told as a space, prepositions and punctuation are trimmed from the ends of a span, "now" is PRESENT_REF,
a weekend is one (`-WE`), and a part of the day stands after its day (`TMO`). Where spans overlap the longer counts.

    dateparser     its period (day, week, month, year); a clock time only where the words name one
    chrono-node    the components that it calls known; a day is a week (its own begin on Sunday) where the words are one
    Duckling       the grain of its first value; an interval that is counted ("past 3 years") and a duration are lengths
    Recognizers    its own TIMEX; of its two readings, past and future, the one nearer to publication

Scores: the head of score_temporal.py. "weekdays" is the share of annotated bare weekdays whose value is right.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import metadata
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import score_temporal as scorer
import times

from reporter.version import __version__

Story = dict[str, str]
Found = tuple[int, int, str]
_Convert = Callable[[dict[str, Any], str], str]

_PREPOSITION = r"(?:on|in|at|by|for|since|until|till|during|from|of|to|as of|and|,)\b"
_SHORT = r"(?<![ap]\.m)(?<!jan)(?<!feb)(?<!mar)(?<!apr)(?<!aug)(?<!sep)(?<!sept)(?<!oct)(?<!nov)(?<!dec)"
_TRIM = re.compile(rf"^(?:[\s,.;:(]+|{_PREPOSITION}\s+)+|(?:[\s,;:)]|{_SHORT}\.)+$", re.IGNORECASE)
_CLOCK = re.compile(r"\d:\d\d|\d\s*[ap]\.?m\b|\bnoon\b|\bmidnight\b|o'clock|\d{4} GMT", re.IGNORECASE)
_PARTS = {
    "MO": re.compile(r"\bmornings?\b", re.IGNORECASE),
    "AF": re.compile(r"\bafternoons?\b", re.IGNORECASE),
    "EV": re.compile(r"\bevenings?\b", re.IGNORECASE),
    "NI": re.compile(r"\b(?:to)?nights?\b|\bovernight\b", re.IGNORECASE),
}
_LETTERS = {
    "year": "Y",
    "quarter": "Q",
    "month": "M",
    "week": "W",
    "day": "D",
    "hour": "H",
    "minute": "M",
    "second": "S",
}
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
_SECONDS |= {"month": 2629800, "quarter": 7889400, "year": 31557600}
_SEASONS = {
    "SP": re.compile(r"\bspring\b", re.IGNORECASE),
    "SU": re.compile(r"\bsummer\b", re.IGNORECASE),
    "FA": re.compile(r"\b(?:fall|autumn)\b", re.IGNORECASE),
    "WI": re.compile(r"\bwinter\b", re.IGNORECASE),
}
_SPAN = re.compile(r"\b(?:last|past|next|previous|coming)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one tool found in each story, and its processor time for all of them, warm."""

    name: str
    answers: list[tuple[scorer.Timex, ...]]
    seconds: float


def main() -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    options.add_argument("folders", type=Path, nargs="+")
    options.add_argument("--corrections", type=Path, help="columns doc, start, end, type_corrected, value_corrected")
    options.add_argument("--half", choices=("even", "odd"), help="only every second story, by name")
    options.add_argument("--node-folder", type=Path, help="a folder, not of the project, that has chrono-node")
    options.add_argument("--duckling-python", help="a Python that has pyduckling-native-phihos")
    options.add_argument("--recognizers-python", help="a Python that has recognizers-text-date-time")
    given = options.parse_args()
    documents = scorer.read_documents(given.folders)
    if given.half:
        documents = documents[given.half == "odd" :: 2]
    if given.corrections:
        documents = times.corrected(documents, given.corrections)
    print(f"stories {len(documents)}   gold {sum(len(document.gold) for document in documents)}\n")
    print(f"{'':<42}{'strict':>8}{'relaxed':>9}{'value':>8}{'weekdays':>10}{'CPU ms':>9}")
    for outcome in outcomes(documents, given):
        print(row(documents, outcome), flush=True)
    return 0


def row(documents: list[scorer.Document], outcome: Outcome) -> str:
    total: Counter[str] = Counter()
    weekdays: Counter[str] = Counter()
    for document, found in zip(documents, outcome.answers, strict=True):
        total += scorer.count(document.gold, found)
        weekdays += scorer.count(document.gold, found, scorer.SUBSETS["weekday, bare"].search)
    strict, relaxed, value = (scorer.f1(total, measure) for measure in ("strict", "relaxed", "value"))
    right = 100 * weekdays["value"] / max(weekdays["gold"], 1)
    cost = 1000 * outcome.seconds / len(documents)
    return f"{outcome.name:<42}{strict:8.1f}{relaxed:9.1f}{value:8.1f}{right:10.1f}{cost:9.1f}"


def outcomes(documents: list[scorer.Document], given: argparse.Namespace) -> Iterator[Outcome]:
    answers, parse_seconds, own_seconds = times.run(documents)
    share = f"{1000 * own_seconds / len(documents):.1f} ms without the parse"
    yield Outcome(name=f"reporter {__version__} ({share})", answers=answers, seconds=parse_seconds + own_seconds)
    for strategy in ("split", "ngram"):
        for direction in ("current_period", "past"):
            yield ask_dateparser(documents, strategy, direction)
    if given.node_folder:
        program = given.node_folder / "times_peer.js"
        program.write_text(_CHRONO, encoding="utf-8")
        yield ask("chrono-node", ["node", str(program)], documents, chrono_value)
    else:
        print("chrono-node: not asked; npm install --prefix PEERS chrono-node, then --node-folder PEERS")
    with tempfile.TemporaryDirectory() as folder:
        for name, python, source, convert, package in (
            ("Duckling", given.duckling_python, _DUCKLING, duckling_value, "pyduckling-native-phihos"),
            (
                "Recognizers-Text",
                given.recognizers_python,
                _RECOGNIZERS,
                recognizers_value,
                'recognizers-text-suite "emoji<2"',
            ),
        ):
            if not python:
                print(f"{name}: not asked; pip install {package} in an environment of its own, then name its Python")
                continue
            program = Path(folder) / "peer.py"
            program.write_text(source, encoding="utf-8")
            yield ask(name, [python, str(program)], documents, convert)


def story(document: scorer.Document) -> Story:
    """The words with single line breaks as spaces, every character in its place, and the publication date."""
    return {"text": re.sub(r"(?<=\S)\n(?=\S)", " ", document.text), "published": document.published[:10]}


def ask(name: str, command: list[str], documents: list[scorer.Document], convert: _Convert) -> Outcome:
    """A peer in a process of its own, an answer a line; a few stories go ahead to warm it, and are not counted."""
    stories = [story(document) for document in documents]
    warm = stories[:5]
    lines = "".join(json.dumps(one) + "\n" for one in [*warm, *stories])
    done = subprocess.run(
        [*command, str(len(warm))], input=lines, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise SystemExit(f"{name} failed: {done.stderr.strip()[-600:]}")
    *replies, last = [json.loads(line) for line in done.stdout.splitlines()]
    answers = []
    for document, reply in zip(documents, replies[len(warm) :], strict=True):
        rows = ((one["start"], one["end"], convert(one, document.text[one["start"] : one["end"]])) for one in reply)
        answers.append(finished(document, rows))
    return Outcome(name=f"{name} {last['version']}", answers=answers, seconds=last["seconds"])


def ask_dateparser(documents: list[scorer.Document], strategy: str, direction: str) -> Outcome:
    """The library's search with one of its strategies and one of its directions; the first of both is its default."""
    from dateparser.search import search_dates

    def search(one: Story) -> list[tuple[str, datetime, str]]:
        base = datetime.fromisoformat(one["published"]).replace(hour=12)
        return (
            search_dates(
                one["text"],
                languages=["en"],
                add_period=True,
                strategy=strategy,
                settings={"RELATIVE_BASE": base, "RETURN_TIME_AS_PERIOD": True, "PREFER_DATES_FROM": direction},
            )
            or []
        )

    stories = [story(document) for document in documents]
    search(stories[0])
    started = time.process_time()
    replies = [search(one) for one in stories]
    seconds = time.process_time() - started
    answers = []
    for document, one, reply in zip(documents, stories, replies, strict=True):
        rows: list[Found] = []
        place = 0
        for words, moment, period in reply:
            at = one["text"].find(words, place)
            if at < 0:
                continue
            place = at + len(words)
            is_clock = period == "time" and _CLOCK.search(words)
            grain = "minute" if is_clock else "day" if period in ("time", "part_of_day") else period
            rows.append((at, place, shared(words, moment) or at_grain(moment, grain)))
        answers.append(finished(document, rows))
    name = f"dateparser {metadata.version('dateparser')}, {strategy}, {direction.replace('_', ' ')}"
    return Outcome(name=name, answers=answers, seconds=seconds)


def finished(document: scorer.Document, rows: Any) -> tuple[scorer.Timex, ...]:
    """The spans trimmed, without those that a longer one overlaps, in order."""
    kept: list[Found] = []
    for start, end, value in sorted(rows, key=lambda found: (found[0] - found[1], found[0])):
        if all(end <= other[0] or start >= other[1] for other in kept):
            kept.append((start, end, value))
    timexes = []
    for start, end, value in sorted(kept):
        words = document.text[start:end]
        trimmed = _TRIM.sub("", words)
        if trimmed:
            begin = start + words.index(trimmed)
            timexes.append(scorer.Timex(start=begin, end=begin + len(trimmed), text=trimmed, type="DATE", value=value))
    return tuple(timexes)


def shared(words: str, moment: datetime) -> str | None:
    """What the words alone decide, for every peer that gives an instant."""
    plain = _TRIM.sub("", words).lower()
    if plain in ("now", "right now", "currently"):
        return "PRESENT_REF"
    if "weekend" in plain:
        return f"{at_grain(moment, 'week')}-WE"
    if not _CLOCK.search(words):
        for code, pattern in _PARTS.items():
            if pattern.search(words):
                return f"{at_grain(moment, 'day')}T{code}"
    return None


def at_grain(moment: datetime, grain: str) -> str:
    """TIMEX3 of an instant.

    >>> at_grain(datetime(2015, 10, 12), "quarter"), at_grain(datetime(2015, 10, 12), "week")
    ('2015-Q4', '2015-W42')
    """
    if grain == "year":
        return f"{moment:%Y}"
    if grain == "quarter":
        return f"{moment:%Y}-Q{(moment.month + 2) // 3}"
    if grain == "month":
        return f"{moment:%Y-%m}"
    if grain == "week":
        return f"{moment:%G-W%V}"
    return f"{moment:%Y-%m-%d}" if grain == "day" else f"{moment:%Y-%m-%dT%H:%M}"


def length(number: int, unit: str) -> str:
    return f"P{'T' if unit in ('hour', 'minute', 'second') else ''}{number}{_LETTERS[unit]}"


def chrono_value(one: dict[str, Any], words: str) -> str:
    moment, known = datetime.fromisoformat(one["moment"]), set(one["known"])
    if by_words := shared(words, moment):
        return by_words
    if "hour" in known and _CLOCK.search(words):
        return at_grain(moment, "minute")
    for unit in ("quarter", "week"):
        if re.search(rf"\b{unit}\b", words, re.IGNORECASE) and not re.search(r"\d|\bago\b", words):
            return at_grain(moment + timedelta(days=moment.weekday() == 6 and unit == "week"), unit)
    if known & {"day", "weekday", "hour"} or not known:
        return at_grain(moment, "day")
    return at_grain(moment, "month" if "month" in known else "year")


def duckling_value(one: dict[str, Any], words: str) -> str:
    value = one["value"]
    if one["dim"] == "duration":
        return length(value["value"], value["unit"]) if value.get("value") is not None else ""
    begin = value.get("from") or value.get("to") or value
    moment, grain = datetime.fromisoformat(begin["value"]), begin["grain"]
    if by_words := shared(words, moment):
        return by_words
    if value["type"] != "interval":
        return at_grain(moment, grain)
    for code, pattern in _SEASONS.items():
        if pattern.search(words):
            return f"{moment:%Y}-{code}"
    if re.search(r"\d0'?s\b", words):
        return f"{moment:%Y}"[:3]
    if grain == "day" and re.search(r"\b(?:early|mid|late)\b", words, re.IGNORECASE):
        return at_grain(moment, "month")
    until = value.get("to")
    if until and grain == "second":
        return at_grain(datetime.fromisoformat(until["value"]), "minute" if _CLOCK.search(words) else "day")
    if until and _SPAN.search(words):
        seconds = (datetime.fromisoformat(until["value"]) - moment).total_seconds()
        return length(round(seconds / _SECONDS[grain]), grain)
    return at_grain(moment, grain)


def recognizers_value(one: dict[str, Any], words: str) -> str:
    published = datetime.fromisoformat(one["published"])
    dated = []
    for place, given in enumerate(one["values"]):
        told = str(given.get("start") or given.get("value") or given.get("end") or "")
        is_date = re.match(r"\d{4}-\d\d-\d\d", told)
        moment = datetime.fromisoformat(told) if is_date else published
        dated.append((abs((moment.replace(hour=0, minute=0, second=0) - published).days), place, moment, given))
    if not dated:
        return shared(words, published) or ""
    *_, moment, nearest = min(dated, key=lambda item: item[:2])
    timex, kind = str(nearest.get("timex", "")), one["kind"]
    if kind == "time":
        return f"{one['published']}{timex}:00" if re.fullmatch(r"T\d\d", timex) else f"{one['published']}{timex}"
    if kind in ("duration", "set") or timex == "PRESENT_REF":
        return timex
    part = re.search(r"T(MO|AF|EV|NI)$", timex)
    if part:
        return f"{at_grain(moment, 'day')}T{part[1]}"
    if kind == "datetime":
        return at_grain(moment, "minute" if _CLOCK.search(words) else "day")
    if re.fullmatch(r"XXXX-\d\d", timex):
        return at_grain(moment, "month")
    counted = re.fullmatch(r"\(.*,(PT?[\d.]+[A-Z])\)", timex)
    if not counted:
        return at_grain(moment, "day") if timex.startswith("X") else timex
    if _SPAN.search(words) and "quarter" not in words.lower():
        return counted[1]
    if counted[1] == "P10Y":
        return f"{moment:%Y}"[:3]
    return at_grain(moment, "quarter" if counted[1] == "P3M" else "day")


_CHRONO = """\
const chrono = require("chrono-node");
const version = require("./node_modules/chrono-node/package.json").version;
const rl = require("readline").createInterface({ input: process.stdin });
let count = 0, used = 0;
rl.on("line", (line) => {
  const { text, published } = JSON.parse(line);
  const [year, month, day] = published.split("-").map(Number);
  const before = process.cpuUsage();
  const found = chrono.en.casual.parse(text, new Date(year, month - 1, day, 12));
  const after = process.cpuUsage(before);
  if (count++ >= Number(process.argv[2])) used += (after.user + after.system) / 1e6;
  const characters = (index) => Array.from(text.slice(0, index)).length;
  const two = (number) => String(number).padStart(2, "0");
  console.log(JSON.stringify(found.map((one) => {
    const at = (unit) => one.start.get(unit);
    return {
      start: characters(one.index), end: characters(one.index + one.text.length),
      known: ["year", "month", "day", "weekday", "hour"].filter((unit) => one.start.isCertain(unit)),
      moment: `${String(at("year")).padStart(4, "0")}-${two(at("month"))}-${two(at("day"))}`
        + `T${two(at("hour") || 0)}:${two(at("minute") || 0)}`,
    };
  }).filter((one) => /^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T/.test(one.moment))));
});
rl.on("close", () => console.log(JSON.stringify({ version, seconds: used })));
"""

_DUCKLING = """\
import json, sys, time
from calendar import timegm
from importlib.metadata import version
from duckling import (Context, default_locale_lang, load_time_zones, parse, parse_dimensions, parse_lang, parse_locale,
                      parse_ref_time)
zones = load_time_zones("/usr/share/zoneinfo")
locale = parse_locale("EN_US", default_locale_lang(parse_lang("EN")))
dimensions = parse_dimensions(["time", "duration"])
used = 0.0
for number, line in enumerate(sys.stdin):
    story = json.loads(line)
    noon = timegm(time.strptime(story["published"] + " 12", "%Y-%m-%d %H"))
    started = time.process_time()
    found = parse(story["text"], Context(parse_ref_time(zones, "UTC", noon), locale), dimensions, False)
    if number >= int(sys.argv[1]):
        used += time.process_time() - started
    print(json.dumps([{"start": one["start"], "end": one["end"], "dim": one["dim"], "value": one["value"]}
                      for one in found]))
print(json.dumps({"version": "(binding " + version("pyduckling-native-phihos") + ")",
                  "seconds": used}))
"""

_RECOGNIZERS = """\
import json, re, sys, time
from datetime import datetime
from importlib.metadata import version
from recognizers_date_time import DateTimeRecognizer
model = DateTimeRecognizer("en-us").get_datetime_model()
used = 0.0
for number, line in enumerate(sys.stdin):
    story = json.loads(line)
    noon = datetime.fromisoformat(story["published"]).replace(hour=12)
    started = time.process_time()
    found = model.parse(story["text"], noon)
    if number >= int(sys.argv[1]):
        used += time.process_time() - started
    places = []
    for one in found:  # its offsets slip after some words: the nearest place where what it quotes stands
        starts = [hit.start() for hit in re.finditer(re.escape(one.text), story["text"], re.IGNORECASE)]
        if starts:
            start = min(starts, key=lambda at: abs(at - one.start))
            places.append((one, start, start + len(one.text)))
    print(json.dumps([{"start": start, "end": end, "kind": one.type_name.split(".")[-1],
                       "published": story["published"], "values": (one.resolution or {}).get("values") or []}
                      for one, start, end in places], default=str))
print(json.dumps({"version": version("recognizers-text-date-time"), "seconds": used}))
"""


if __name__ == "__main__":
    raise SystemExit(main())

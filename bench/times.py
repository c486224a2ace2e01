"""Time expressions measured: found and resolved against annotated news, and at what cost.

    python bench/times.py FOLDER...                      folders of TimeML files (.tml)
    python bench/times.py FOLDER --corrections FILE      a table of corrected types and values
    python bench/times.py FOLDER --half even --errors 40

Each story goes through the library as a user's would: read as text, parsed, its times found. Prints precision, recall
and F1 (strict, relaxed, type, value), the value F1 of kinds of expressions, the weekdays right, and the processor time
of the stage beside that of the parse of the same stories. Definitions: the head of score_temporal.py.
"""

import argparse
import csv
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import score_temporal as scorer

from reporter.dates import find_times
from reporter.ingest import read_text
from reporter.language import load_parser
from reporter.languages import language_pack
from reporter.model import Settings


def main() -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    options.add_argument("folders", type=Path, nargs="+")
    options.add_argument("--half", choices=("even", "odd"), help="only every second story, by name")
    options.add_argument("--corrections", type=Path, help="columns doc, start, end, type_corrected, value_corrected")
    options.add_argument("--errors", type=int, default=0, help="list so many differences")
    given = options.parse_args()
    documents = scorer.read_documents(given.folders)
    if given.half:
        documents = documents[given.half == "odd" :: 2]
    if given.corrections:
        documents = corrected(documents, given.corrections)
    answers, parse_seconds, own_seconds = run(documents)
    show(documents, answers)
    words = sum(len(document.text.split()) for document in documents)
    stories = len(documents)
    print(
        f"\nparse {1000 * parse_seconds / stories:.2f} ms a story, times {1000 * own_seconds / stories:.2f} ms", end=""
    )
    print(f" ({1000 * own_seconds / words * 500:.2f} ms for 500 words), ratio {own_seconds / parse_seconds:.3f}")
    show_errors(documents, answers, given.errors)
    return 0


def run(documents: list[scorer.Document]) -> tuple[list[tuple[scorer.Timex, ...]], float, float]:
    """The expressions of each story; processor seconds of the parse and of the stage, warm."""
    settings = Settings()
    pack = language_pack(settings.language)
    parser = load_parser(pack.parser)
    articles = [
        read_text(document.text, layout=pack.layout, settings=settings, published=document.published[:10])
        for document in documents
    ]
    warm, parse = next(parser.parse_many(articles))
    find_times(warm, parse, pack.dates, settings)
    started = time.process_time()
    parsed = list(parser.parse_many(articles))
    parse_seconds = time.process_time() - started
    started = time.process_time()
    found = [find_times(article, parse, pack.dates, settings) for article, parse in parsed]
    own_seconds = time.process_time() - started
    answers = [
        tuple(
            scorer.Timex(start=one.span.start, end=one.span.end, text=one.text, type=one.type, value=one.value or "")
            for one in times
        )
        for times in found
    ]
    return answers, parse_seconds, own_seconds


def corrected(documents: list[scorer.Document], path: Path) -> list[scorer.Document]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = {(row["doc"], int(row["start"]), int(row["end"])): row for row in csv.DictReader(lines, delimiter="\t")}

    def mend(name: str, timex: scorer.Timex) -> scorer.Timex:
        row = rows.get((name, timex.start, timex.end))
        return timex if row is None else replace(timex, type=row["type_corrected"], value=row["value_corrected"])

    return [
        replace(document, gold=tuple(mend(document.name, timex) for timex in document.gold)) for document in documents
    ]


def show(documents: list[scorer.Document], answers: list[tuple[scorer.Timex, ...]]) -> None:
    total: Counter[str] = Counter()
    for document, found in zip(documents, answers, strict=True):
        total += scorer.count(document.gold, found)
    print(f"stories {len(documents)}   gold {total['gold']}   found {total['found']}")
    print(f"{'':<9}{'P':>7}{'R':>7}{'F1':>7}")
    for measure in scorer.MEASURES:
        precision, recall = 100 * total[measure] / max(total["found"], 1), 100 * total[measure] / max(total["gold"], 1)
        print(f"{measure:<9}{precision:7.1f}{recall:7.1f}{scorer.f1(total, measure):7.1f}")
    print(f"\n{'kind':<20}{'gold':>6}{'found':>7}{'relaxed':>9}{'value F1':>10}{'values right':>14}")
    for name, pattern in scorer.SUBSETS.items():
        counts: Counter[str] = Counter()
        for document, found in zip(documents, answers, strict=True):
            counts += scorer.count(document.gold, found, lambda text, p=pattern: p.search(" ".join(text.split())))
        right = 100 * counts["value"] / max(counts["relaxed"], 1)
        print(
            f"{name:<20}{counts['gold']:6}{counts['found']:7}{scorer.f1(counts, 'relaxed'):9.1f}"
            f"{scorer.f1(counts, 'value'):10.1f}{right:13.1f}%"
        )


def show_errors(documents: list[scorer.Document], answers: list[tuple[scorer.Timex, ...]], limit: int) -> None:
    rows = []
    for document, found in zip(documents, answers, strict=True):
        pairs = scorer.align(document.gold, found)
        known = {id(one) for pair in pairs for one in pair}
        for wanted, got in pairs:
            if wanted.value != got.value:
                rows.append(("VALUE", document, wanted, got))
            elif (wanted.start, wanted.end) != (got.start, got.end):
                rows.append(("SPAN", document, wanted, got))
        rows.extend(("MISSED", document, one, None) for one in document.gold if id(one) not in known)
        rows.extend(("EXTRA", document, None, one) for one in found if id(one) not in known)
    for kind, document, wanted, got in rows[:limit]:
        at = (wanted or got).start
        around = " ".join(document.text[max(0, at - 60) : at + 60].split())
        parts = [
            f"{' '.join(one.text.split())}|{one.type}|{one.value}" if one is not None else "-" for one in (wanted, got)
        ]
        print(f"{kind}\t{document.name}\t{document.published}\tgold={parts[0]}\tfound={parts[1]}\t{around}")


if __name__ == "__main__":
    raise SystemExit(main())

"""Verification measured: what the stages tell of a claim, against annotated data, beside the simplest rules.

    python bench/verification.py FOLDER [--only factuality,stance]

FOLDER holds `checkworthy/claimbuster.dev.jsonl`, `checkworthy/ct19.dev.jsonl.gz`, `stance/emergent.dev.jsonl`,
`factuality/*.dev.jsonl`, `wirecopy/synthetic.dev.jsonl.gz`, `timeline/*.articles.jsonl.gz` and
`timeline/*.reference.json`; a measure without its files is passed over. Definitions: the head of
score_verification.py. Nothing is trained. Where rows say `part`, only those of "eval" are read.
"""

import argparse
import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import score_verification as scorer

from reporter.attribution import find_attributions
from reporter.claims.clauses import reach
from reporter.claims.readings import is_negated, modality_of
from reporter.claims.worthiness import worthiness_of
from reporter.dates import find_times
from reporter.event.copies import LEAST_SHARE, copied_share
from reporter.ingest import read_text
from reporter.language import load_parser
from reporter.languages import language_pack
from reporter.model import (
    Article,
    Modality,
    Paragraph,
    ParagraphKind,
    Settings,
    Span,
    TimeType,
)
from reporter.verification.quotes import quotations
from reporter.verification.stance import Telling, stance

SETTINGS = Settings()
PACK = language_pack(SETTINGS.language)

Row = dict[str, Any]


def main() -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--only", default=",".join(MEASURES), help="names of measures, by commas")
    given = options.parse_args()
    for name in given.only.split(","):
        MEASURES[name](given.folder)
    return 0


def show(name: str, what: str, figures: scorer.Figures) -> None:
    print(f"{name:26} {what:22} " + "  ".join(f"{key} {value:.3f}" for key, value in figures.items()), flush=True)


def rows_of(path: Path, part: str | None = "eval") -> list[Row]:
    """The rows of `part`, all for None; none where the file is not there."""
    if not path.exists():
        return []
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    return rows if part is None else [row for row in rows if row.get("part", part) == part]


def one_paragraph(text: str) -> Article:
    return Article(
        text=text,
        language=SETTINGS.language,
        paragraphs=(Paragraph(span=Span(start=0, end=len(text)), kind=ParagraphKind.BODY),),
    )


def measure_checkworthiness(folder: Path) -> None:
    """Each sentence by the points that its claims would get."""
    for name in ("claimbuster.dev.jsonl", "ct19.dev.jsonl.gz"):
        rows = rows_of(folder / "checkworthy" / name)
        if not rows:
            continue
        labels = [row["label"] for row in rows]
        debates = [row["debate"] for row in rows] if "debate" in rows[0] else None
        articles = (one_paragraph(row["text"]) for row in rows)
        scores = [
            worthiness_of(parse.tokens, PACK.claims.worth).score
            for _, parse in load_parser(PACK.parser).parse_many(articles)
        ]
        title = f"check-worthy {name.split('.')[0]}"
        show(title, "points", scorer.checkworthiness(labels, scores, debates))
        lengths = [min(1.0, len(row["text"].split()) / 40) for row in rows]
        show(title, "length alone", scorer.checkworthiness(labels, lengths, debates))


def measure_stance(folder: Path) -> None:
    """A headline against the claim that it may tell: for it, against it, or only passing it on."""
    rows = rows_of(folder / "stance" / "emergent.dev.jsonl", part=None)
    if not rows:
        return
    claims = tellings(row["claim"] for row in rows)
    headlines = tellings(row["headline"] for row in rows)
    gold = [row["stance"] for row in rows]
    verdicts = [stance(claim, headline, PACK.stance) for claim, headline in zip(claims, headlines, strict=True)]
    found = [verdict.standing.value for verdict in verdicts]
    looked_at = [row.get("part", "eval") == "eval" for row in rows]
    kept = [at for at, is_kept in enumerate(looked_at) if is_kept]
    show("stance emergent", "marks", scorer.stance([gold[at] for at in kept], [found[at] for at in kept]))
    for name, half in (("even lines, developed", 0), ("odd lines, measured", 1)):
        show("stance emergent", name, scorer.stance(gold[half::2], found[half::2]))
    show("stance emergent", 'always "for"', scorer.stance([gold[at] for at in kept], ["for"] * len(kept)))
    decided: dict[str, Counter[bool]] = defaultdict(Counter)
    for verdict, wanted in zip(verdicts, gold, strict=True):
        decided[verdict.rule][verdict.standing.value == wanted] += 1
    for rule, counts in sorted(decided.items(), key=lambda item: -item[1].total()):
        print(f"    {rule:20} decides {counts.total():4}, right {100 * counts[True] / counts.total():5.1f} %")


def tellings(texts: Iterable[str]) -> list[Telling]:
    found = []
    for article, parse in load_parser(PACK.parser).parse_many(one_paragraph(text) for text in texts):
        attributions, _ = find_attributions(article, parse, PACK.attribution, SETTINGS)
        found.append(Telling(parse, attributions=attributions))
    return found


_FACTUALITY = {
    Modality.ASSERTED: 2.8,
    Modality.REPORTED: 1.0,
    Modality.POSSIBLE: 0.5,
    Modality.FUTURE: 0.5,
    Modality.CONDITIONAL: 0.0,
}


def measure_factuality(folder: Path) -> None:
    """Each event by the negation and the modality of its clause. Sentences are given as words with spaces between."""
    rules = PACK.claims.readings
    for path in sorted((folder / "factuality").glob("*.dev.jsonl")):
        rows = rows_of(path)
        gold, found = [], []
        articles = (one_paragraph(row["text"]) for row in rows)
        for row, (_, parse) in zip(rows, load_parser(PACK.parser).parse_many(articles), strict=True):
            starts = word_starts(row["text"])
            by_start = {token.start: token for token in parse.tokens}
            for first, _, rating in row["events"]:
                gold.append(float(rating))
                token = by_start.get(starts[first])
                if token is None or token.pos not in {"VERB", "AUX"}:  # only clauses are read
                    found.append(_FACTUALITY[Modality.ASSERTED])
                    continue
                clause = reach(token, ())
                modality = modality_of(clause, (), (), is_ahead=False, is_anonymous=False, rules=rules)
                found.append(-2.0 if is_negated(clause, rules) else _FACTUALITY[modality])
        title = f"factuality {path.name.split('.')[0]}"
        show(title, "readings of clauses", scorer.factuality(gold, found))
        show(title, "everything happened", scorer.factuality(gold, [3.0] * len(gold)))


def word_starts(text: str) -> list[int]:
    starts, at = [], 0
    for word in text.split(" "):
        starts.append(at)
        at += len(word) + 1
    return starts


def measure_same_copy(folder: Path) -> None:
    """The share of the shorter story's five-word runs, outside quotation marks, that stand in the other too."""
    rows = rows_of(folder / "wirecopy" / "synthetic.dev.jsonl.gz")
    if not rows:
        return
    scores = [copied_share(*(with_quotations(one_paragraph(row[side])) for side in "ab")) for row in rows]
    figures = scorer.same_copy([row["label"] for row in rows], [row["kind"] for row in rows], scores)
    show("same copy", "shared runs of words", figures)
    taken = [score >= LEAST_SHARE for score in scores]
    right = sum(said == bool(row["label"]) for said, row in zip(taken, rows, strict=True)) / len(rows)
    show("same copy", f"at {LEAST_SHARE}", {"accuracy": right})


def with_quotations(article: Article) -> tuple[Article, tuple[Span, ...]]:
    return article, tuple(quotation.inside for quotation in quotations(article))


def measure_timeline(folder: Path) -> None:
    """The days told most often, by publication and by the dates in the sentences; the length is the reference's."""
    totals: dict[str, list[scorer.Figures]] = defaultdict(list)
    for path in sorted((folder / "timeline").glob("*.reference.json")):
        topic = path.name.removesuffix(".reference.json")
        references = [dict(one) for one in json.loads(path.read_text(encoding="utf-8"))["timelines"]]
        articles = rows_of(path.with_name(f"{topic}.articles.jsonl.gz"))
        told = sentences_by_day(articles)
        for what, days in (("published and told", told), ("published only", published_only(articles))):
            figures = [scorer.timeline(days_told_most(days, reference), reference) for reference in references]
            totals[what].extend(figures)
            show(f"timeline {topic}", what, mean(figures))
    for what, figures in totals.items():
        show("timeline", f"mean, {what}", mean(figures))


def sentences_by_day(articles: Sequence[Row]) -> dict[str, list[str]]:
    days = published_only(articles)
    for article, parse in load_parser(PACK.parser).parse_many(story_of(row) for row in articles if any(row["sents"])):
        for time in find_times(article, parse, PACK.dates, SETTINGS):
            if time.type is TimeType.DATE and time.value is not None and is_day(time.value):
                sentence = parse.sentence_at(time.span.start)
                if sentence is not None:
                    days.setdefault(time.value, []).append(sentence.span.of(article.text))
    return days


def story_of(row: Row) -> Article:
    """Its sentences are given, and each is a paragraph here."""
    article = read_text("\n".join(row["sents"]), layout=PACK.layout, settings=SETTINGS, published=row["published"])
    paragraphs, start = [], 0
    for sentence in row["sents"]:
        paragraphs.append(Paragraph(span=Span(start=start, end=start + len(sentence)), kind=ParagraphKind.BODY))
        start += len(sentence) + 1
    return replace(article, paragraphs=tuple(paragraphs))


def published_only(articles: Sequence[Row]) -> dict[str, list[str]]:
    days: dict[str, list[str]] = {}
    for row in articles:
        days.setdefault(row["published"], []).extend(row["sents"][:5])
    return days


def is_day(value: str) -> bool:
    if len(value) != 10:
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def days_told_most(days: dict[str, list[str]], reference: scorer.Timeline) -> dict[str, list[str]]:
    within = {day: told for day, told in days.items() if min(reference) <= day <= max(reference)}
    most = sorted(within, key=lambda day: (-len(within[day]), day))[: len(reference)]
    length = max(1, round(sum(map(len, reference.values())) / len(reference)))
    return {day: central(within[day], length) for day in most}


def central(sentences: Sequence[str], count: int) -> list[str]:
    """Those that share most words with the others of the day."""
    bags = [frozenset(word.lower() for word in sentence.split() if len(word) > 3) for sentence in sentences]
    common = Counter(word for bag in bags for word in bag)
    order = sorted(range(len(bags)), key=lambda at: -sum(common[word] for word in bags[at]) / (len(bags[at]) + 5))
    return [sentences[at] for at in order[:count]]


def mean(figures: Sequence[scorer.Figures]) -> scorer.Figures:
    return {key: sum(one[key] for one in figures) / len(figures) for key in figures[0]}


MEASURES: dict[str, Callable[[Path], None]] = {
    "checkworthiness": measure_checkworthiness,
    "stance": measure_stance,
    "factuality": measure_factuality,
    "same-copy": measure_same_copy,
    "timeline": measure_timeline,
}


if __name__ == "__main__":
    raise SystemExit(main())

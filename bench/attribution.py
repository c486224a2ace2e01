"""Attribution measured: who is found to say what, against annotated stories, and at what cost.

    python bench/attribution.py FOLDER          a folder with gold.jsonl and docs/<id>.txt
    python bench/attribution.py FOLDER --predictions out.jsonl

Prints the headline (who F1), the same on reported speech and by quote type, precision and recall of finding, and the
CPU time of the stage beside that of the parse of the same stories. Definitions: the head of score_attribution.py.
"""

import argparse
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import score_attribution as scorer

from reporter.attribution import find_attributions
from reporter.language import load_parser
from reporter.languages import language_pack
from reporter.model import Article, Paragraph, ParagraphKind, Settings, Span


def as_article(text: str) -> Article:
    """Corpus text as it is: every line that has words is a body paragraph."""
    paragraphs = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Paragraph(span=Span(start=start, end=start + len(line)), kind=ParagraphKind.BODY))
        start += len(line) + 1
    return Article(text=text, language="en", paragraphs=tuple(paragraphs))


def main() -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--docs", type=Path, help="where the stories are, if not FOLDER/docs")
    options.add_argument("--predictions", type=Path, help="write them here, as the scorer reads them")
    given = options.parse_args()
    docs = given.docs or given.folder / "docs"
    gold = scorer.load(str(given.folder / "gold.jsonl"))
    settings = Settings()
    pack = language_pack(settings.language)
    lexicon = pack.attribution
    parser = load_parser(pack.parser)
    articles = [as_article((docs / f"{row['doc']}.txt").read_bytes().decode("utf-8")) for row in gold]
    started = time.process_time()
    parsed = list(parser.parse_many(articles))
    parse_seconds = time.process_time() - started
    started = time.process_time()
    answers = [find_attributions(article, parse, lexicon, settings)[0] for article, parse in parsed]
    own_seconds = time.process_time() - started
    rows = [
        {
            "doc": row["doc"],
            "attributions": [
                {
                    "source": [[span.start, span.end] for span in attribution.source],
                    "cue": [[span.start, span.end] for span in attribution.cue],
                    "content": [[span.start, span.end] for span in attribution.content],
                    "quote_type": attribution.quote_type.value,
                    "frame": attribution.frame,
                    "lemma": attribution.cue_lemma,
                }
                for attribution in answer
                if attribution.content
            ],
        }
        for row, answer in zip(gold, answers, strict=True)
    ]
    if given.predictions:
        given.predictions.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    counts, _ = scorer.run(gold, rows, scorer.Docs(str(docs)))
    report = scorer.report(scorer.total(counts))
    scorer.show(report)
    who = report["attribution"]["who"]
    words = sum(len(article.text.split()) for article in articles)
    found = report["attribution"]["found"]["all"]
    by_type = "   ".join(f"{kind} {who[kind]['F1']:.1f}" for kind in ("direct", "mixed", "indirect"))
    print(f"\nwho F1 {who['all']['F1']:.1f}   speech {report['speech']['who']['F1']:.1f}   {by_type}", end="   ")
    print(f"found P/R {found['P']:.1f}/{found['R']:.1f}")
    print(
        f"{len(articles)} stories, {words} words: parse {parse_seconds:.1f} CPU s, attribution {own_seconds:.1f} CPU s "
        f"({own_seconds / parse_seconds:.2f} of the parse)"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""How much processor time the commands take, against a bare Python start and a bare parse in the same run.

    .venv/bin/python bench/speed.py [FOLDER-OR-JSONL] [--json] [--textacy-python VENV/bin/python]

FOLDER holds stories as .txt, JSONL lines as `reporter extract` reads them; without either, 100 stories are put together
from the project's examples. Figures are seconds of processor time (user and system, of all threads), the median of
several runs. Words a second of `extract` stand beside those of the bare parse with the same model and, where an
environment that has textacy is named, of textacy's quotations (attribution_peers.py says how it is asked).
Beside the PDFs stands headless Chromium printing the HTML of the same briefs, start and all of its processes included.
"""

import argparse
import ctypes
import json
import os
import platform
import random
import resource
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
COMMAND = str(Path(sysconfig.get_path("scripts")) / "reporter")
STORIES = 100
PUBLISHED = "2026-03-12"


ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""As on a user's machine, where modules are compiled once and not by every command."""


def child_seconds(command: list[str], typed: bytes = b"") -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, input=typed, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True, env=ENVIRONMENT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def median(measure: Callable[[], float], times: int) -> float:
    return statistics.median(measure() for _ in range(times))


def made_stories() -> list[dict[str, str]]:
    """Stories of the length of a wire story, from the paragraphs of the examples, no two the same."""
    chance = random.Random(7)
    paragraphs = [
        paragraph
        for text in [
            (EXAMPLES / "harbour-fire.txt").read_text(encoding="utf-8"),
            *(json.loads(line)["text"] for line in (EXAMPLES / "stories.jsonl").open(encoding="utf-8")),
        ]
        for paragraph in text.split("\n\n")
        if len(paragraph) > 80 and not paragraph.startswith("(")
    ]
    return [
        {
            "id": f"s{number}",
            "published": PUBLISHED,
            "text": "\n\n".join(chance.sample(paragraphs, k=min(len(paragraphs), chance.randint(8, 14)))),
        }
        for number in range(STORIES)
    ]


def given_stories(place: Path) -> list[dict[str, str]]:
    if place.is_dir():
        return [
            {"id": file.name, "published": PUBLISHED, "text": file.read_text(encoding="utf-8", errors="replace")}
            for file in sorted(place.rglob("*.txt"))
        ]
    return [json.loads(line) for line in place.open(encoding="utf-8") if line.strip()]


LONG_STREETS = 90
"""Paragraphs of the long story: about 5,900 words, and a brief of some 40 pages."""


def warm_seconds(folder: Path) -> tuple[float, float, int, float, int]:
    """One brief, HTML and PDF, in a process that has made some before; how much of it is the PDF, and its pages; the
    same of the PDF of a long brief. The pages as HTML are left in `folder`. Runs in a process of its own."""
    from pypdfium2 import PdfDocument
    from shapes import PUBLISHED as OF_SHAPES
    from shapes import long_story

    import reporter
    from reporter.cli.app import collect_seldom
    from reporter.ingest import read_file
    from reporter.languages import language_pack
    from reporter.model import Settings
    from reporter.pipeline import Pipeline
    from reporter.rendering import render

    collect_seldom()
    settings = Settings()
    pipeline = Pipeline(settings)
    wording = language_pack("en").brief
    seconds, of_pdf, of_long = [], [], []
    made = b""
    for _ in range(8):
        start = time.process_time()
        article = read_file(
            EXAMPLES / "harbour-fire.txt", layout=language_pack("en").layout, settings=settings, published=None
        )
        brief = pipeline.brief(article)
        page = render(brief, "html", wording=wording, settings=settings)
        page_made = time.process_time()
        made = render(brief, "pdf", wording=wording, settings=settings)
        seconds.append(time.process_time() - start)
        of_pdf.append(time.process_time() - page_made)
    (folder / ORDINARY).write_bytes(page)
    brief = pipeline.brief(reporter.read(long_story(LONG_STREETS), published=OF_SHAPES, settings=settings))
    (folder / LONG).write_bytes(render(brief, "html", wording=wording, settings=settings))
    for _ in range(3):
        start = time.process_time()
        made_of_long = render(brief, "pdf", wording=wording, settings=settings)
        of_long.append(time.process_time() - start)
    return (
        statistics.median(seconds[2:]),
        statistics.median(of_pdf[2:]),
        len(PdfDocument(made)),
        statistics.median(of_long),
        len(PdfDocument(made_of_long)),
    )


ORDINARY, LONG = "ordinary.html", "long.html"
_PR_SET_CHILD_SUBREAPER = 36


def chromium_seconds(page: str) -> float:
    """What headless Chromium takes to print `page`, with its start and all of its processes. Runs in a process of its
    own, to which the kernel gives those whose parent has gone (prctl(2)), so that they are counted."""
    if ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0):
        raise SystemExit("the processes of Chromium cannot be counted here")

    def once() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        with tempfile.TemporaryDirectory() as own:
            command = [CHROMIUM or "chromium", "--headless", "--no-sandbox", f"--user-data-dir={own}/profile"]
            subprocess.run([*command, f"--print-to-pdf={own}/page.pdf", page], capture_output=True, check=True)
            wait_for_all()
            if not (Path(own) / "page.pdf").is_file():
                raise SystemExit(f"Chromium printed nothing of {page}")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    once()  # fills the disk's cache
    return median(once, 3)


def wait_for_all() -> None:
    while True:
        try:
            os.wait()
        except ChildProcessError:
            return


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def extract_seconds(place: Path) -> tuple[float, float, float]:
    """The bare parse of all texts, the same a paragraph at a time in batches as ours, and all of `extract`, in one
    process that has the parser loaded."""
    import gc

    from reporter.cli.app import collect_seldom
    from reporter.extract import extract_lines
    from reporter.language.parser import BATCH
    from reporter.model import Settings
    from reporter.pipeline import Pipeline

    collect_seldom()
    pipeline = Pipeline(Settings())
    texts = [json.loads(line)["text"] for line in place.open("rb")]
    paragraphs = [paragraph for text in texts for paragraph in text.split("\n") if paragraph.strip()]
    nlp = pipeline.parser._pipeline  # noqa: SLF001 - the very pipeline that is compared with
    list(nlp.pipe(texts[:16]))
    with place.open("rb") as warm_up:
        next(extract_lines(warm_up, pipeline))
    gc.collect()
    gc.freeze()
    bare, batched, whole = [], [], []
    for _ in range(3):
        start = time.process_time()
        for _ in nlp.pipe(texts):
            pass
        bare.append(time.process_time() - start)
        start = time.process_time()
        for _ in nlp.pipe(paragraphs, batch_size=BATCH):
            pass
        batched.append(time.process_time() - start)
        start = time.process_time()
        with place.open("rb") as stream:
            for answer in extract_lines(stream, pipeline):
                if answer.error is not None:
                    raise SystemExit(f"a story failed: {answer.line.decode()}")
        whole.append(time.process_time() - start)
    return statistics.median(bare), statistics.median(batched), statistics.median(whole)


def textacy_seconds(stories: list[dict[str, str]], python: str) -> float:
    """What textacy takes for the quotations of all texts, with a parse by the same model in the same batches."""
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    from attribution import as_article
    from attribution_peers import textacy

    return textacy([as_article(story["text"]) for story in stories], python).seconds


def told(stories: int, words: int, seconds: float) -> str:
    return f"{stories / seconds:.0f} stories, {words / seconds:,.0f} words a second"


def beside(seconds: float, pages: float, chromium: float | None) -> str:
    """How much a page, and of what Chromium takes for the same brief."""
    of_chromium = "" if chromium is None else f", {seconds / chromium:.2f} of Chromium's {chromium:.2f}"
    return f"{1000 * seconds / pages:.0f} ms a page{of_chromium}"


def in_own_process(what: str, *arguments: str) -> list[float]:
    done = subprocess.run([sys.executable, __file__, what, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return [float(part) for part in done.stdout.split()]


def main() -> None:
    if sys.argv[1:2] == ["--warm"]:
        print(*warm_seconds(Path(sys.argv[2])))
        return
    if sys.argv[1:2] == ["--chromium"]:
        print(chromium_seconds(sys.argv[2]))
        return
    if sys.argv[1:2] == ["--extract"]:
        print(*extract_seconds(Path(sys.argv[2])))
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="?", type=Path, help="a folder of .txt files, or a JSON Lines file")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--textacy-python", help="a Python that has textacy and the parser model")
    chosen = parser.parse_args()
    stories = given_stories(chosen.stories) if chosen.stories else made_stories()
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "stories.jsonl"
        lines.write_text("".join(json.dumps(story) + "\n" for story in stories), encoding="utf-8")
        story = str(EXAMPLES / "harbour-fire.txt")
        brief = [COMMAND, "--quiet", "brief", "--out", folder, story]
        python = median(lambda: child_seconds([sys.executable, "-c", "pass"]), 9)
        help_text = median(lambda: child_seconds([COMMAND, "--help"]), 7)
        child_seconds(brief)  # fills the disk's cache
        cold = median(lambda: child_seconds(brief), 3)
        warm, of_pdf, pages, of_long, long_pages = in_own_process("--warm", folder)
        printed = [
            in_own_process("--chromium", str(Path(folder) / name))[0] if CHROMIUM else None for name in (ORDINARY, LONG)
        ]
        bare, batched, whole = in_own_process("--extract", str(lines))
    words = sum(len(story["text"].split()) for story in stories)
    rows = [
        ("bare python -c pass", python, "", ""),
        ("reporter --help", help_text, f"{help_text / python:.1f} × bare Python", "≤ 10 ×"),
        ("reporter brief, cold, HTML and PDF", cold, f"{cold / python:.0f} × bare Python", "≤ 3 s"),
        ("a brief in a warm process", warm, f"{warm / python:.0f} × bare Python", "≤ 0.35 s"),
        (f"  of it the PDF, {pages:.0f} pages", of_pdf, beside(of_pdf, pages, printed[0]), "≤ 0.22 s"),
        (
            f"the PDF of a long brief, {long_pages:.0f} pages",
            of_long,
            beside(of_long, long_pages, printed[1]),
            "≤ 60 ms a page",
        ),
        (f"bare nlp.pipe, {len(stories)} stories", bare, told(len(stories), words, bare), ""),
        ("  a paragraph at a time", batched, told(len(stories), words, batched), ""),
        (f"extract, {len(stories)} stories", whole, told(len(stories), words, whole), ""),
        ("  its speed, of the bare parse's", bare / whole, f"{batched / whole:.2f} of that by paragraphs", "≥ 0.7"),
    ]
    if chosen.textacy_python:
        quotations = textacy_seconds(stories, chosen.textacy_python)
        rows.append(("textacy's quotations, with the parse", quotations, told(len(stories), words, quotations), ""))
    elif not chosen.json:
        print("textacy: not asked; bench/attribution_peers.py says how to get it, then --textacy-python")
    if CHROMIUM is None and not chosen.json:
        print("Chromium: not found, so nothing stands beside the PDFs")
    if chosen.json:
        print(json.dumps({name: seconds for name, seconds, _, _ in rows}))
        return
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} cores, {len(stories)} stories; seconds of processor time"
    )
    for name, seconds, ratio, aim in rows:
        print(f"{name:36} {seconds:8.3f}   {ratio:48} {aim}")


if __name__ == "__main__":
    main()

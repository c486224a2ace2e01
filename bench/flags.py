"""Flags measured: every flag against stories marked by hand, with what was raised in vain and what was missed.

    python bench/flags.py                     tests/specs/flagged, without the stories held back
    python bench/flags.py --held              the stories held back: written after the rules were last changed
    python bench/flags.py DIR --only NUM-SUM,SUP-FIRST --errors
    python bench/flags.py --record            write the counts that docs/flags.md prints

A file is a story with its marks: a head of `key: value` lines, the story, `== flags` with lines `CODE: words`, and
`== not` with the words that tempt a flag and deserve none. `words #2` is the second place where the words stand.
A raised flag is right when it touches words marked with its code, a mark is found when a flag of its code touches it;
so a flag that points at several places may find several marks, and counts once.
"""

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reporter.attribution import find_attributions
from reporter.claims import extract_claims
from reporter.dates import find_times
from reporter.ingest import read_text
from reporter.language import load_parser
from reporter.languages import language_pack
from reporter.model import Flag, Settings, Severity, Span
from reporter.verification import Story, installed_flags, verify

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "specs" / "flagged"
HELD = "held"
MEASURED = Path(__file__).resolve().parent.parent / "reporter" / "verification" / "measured.toml"

NEEDED = {Severity.HIGH: 0.85, Severity.MEDIUM: 0.75, Severity.LOW: 0.75}
"""Precision below which a flag is not fit to be raised."""


@dataclass(frozen=True, slots=True)
class Mark:
    code: str
    span: Span


@dataclass(frozen=True, slots=True)
class Marked:
    name: str
    published: str | None
    text: str
    flags: tuple[Mark, ...]
    tempting: tuple[Mark, ...]


@dataclass(slots=True)
class Tally:
    """Counts of one code: flags raised and right, marks and found, tempting words and those that a flag fell for."""

    raised: int = 0
    right: int = 0
    marked: int = 0
    found: int = 0
    tempting: int = 0
    fallen: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float | None:
        return self.right / self.raised if self.raised else None

    @property
    def recall(self) -> float | None:
        return self.found / self.marked if self.marked else None


def read_marked(path: Path) -> Marked:
    """One file of the set. Raises ValueError for words that the story does not hold."""
    head, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
    text, _, marks = rest.partition("\n\n== flags\n")
    flags, _, tempting = marks.partition("\n== not\n")
    values = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    return Marked(
        name=path.stem,
        published=values.get("published"),
        text=text,
        flags=tuple(_marks(flags, text, path)),
        tempting=tuple(_marks(tempting, text, path)),
    )


def _marks(lines: str, text: str, path: Path) -> Iterator[Mark]:
    for line in lines.strip().splitlines():
        code, _, words = line.partition(": ")
        words, _, number = words.partition(" #")
        start = -1
        for _ in range(int(number or 1)):
            start = text.find(words, start + 1)
        if start < 0:
            raise ValueError(f"{path.name}: the story does not say {words!r}")
        yield Mark(code, Span(start=start, end=start + len(words)))


def raised_flags(story: Marked) -> tuple[Flag, ...]:
    settings = Settings(undated=story.published is None)
    pack = language_pack(settings.language)
    article = read_text(story.text, layout=pack.layout, settings=settings, published=story.published)
    parse = load_parser(pack.parser).parse(article)
    times = find_times(article, parse, pack.dates, settings)
    attributions, sources = find_attributions(article, parse, pack.attribution, settings)
    claims = extract_claims(article, parse, times, attributions, sources, pack.claims)
    made = Story(article=article, parse=parse, times=times, sources=sources, attributions=attributions, claims=claims)
    return verify(made, pack.verification, settings)[0]


def measure(stories: list[Marked], only: frozenset[str]) -> dict[str, Tally]:
    tallies: dict[str, Tally] = {}
    for story in stories:
        flags = raised_flags(story)
        codes = {flag.code for flag in flags} | {mark.code for mark in (*story.flags, *story.tempting)}
        for code in sorted(codes if not only else codes & only):
            _count(story, [flag for flag in flags if flag.code == code], code, tallies.setdefault(code, Tally()))
    return tallies


def _count(story: Marked, flags: list[Flag], code: str, tally: Tally) -> None:
    marks = [mark for mark in story.flags if mark.code == code]
    tempting = [mark for mark in story.tempting if mark.code == code]
    for flag in flags:
        tally.raised += 1
        if any(_touches(flag, mark) for mark in marks):
            tally.right += 1
        else:
            words = " … ".join(" ".join(span.of(story.text).split()) for span in flag.spans)
            tally.errors.append(f"{story.name}: in vain: {words[:160]}")
    for mark in marks:
        tally.marked += 1
        if any(_touches(flag, mark) for flag in flags):
            tally.found += 1
        else:
            tally.errors.append(f"{story.name}: missed: {mark.span.of(story.text)[:160]}")
    tally.tempting += len(tempting)
    tally.fallen += sum(any(_touches(flag, mark) for flag in flags) for mark in tempting)


def _touches(flag: Flag, mark: Mark) -> bool:
    return any(span.overlaps(mark.span) for span in flag.spans)


def _share(value: float | None) -> str:
    return "   -" if value is None else f"{value:4.2f}"


def _table(tallies: dict[str, Tally]) -> Iterator[str]:
    catalogue = installed_flags().catalogue
    yield f"{'flag':<15}sev  precision        recall           tempting, fallen for"
    total = Counter[str]()
    for row in catalogue.rows:
        tally = tallies.get(row.code)
        if tally is None:
            continue
        short = tally.precision is not None and tally.precision < NEEDED[row.severity]
        yield (
            f"{row.code:<15}{row.severity.value}    {_share(tally.precision)} {tally.right:>4}/{tally.raised:<4}  "
            f"{_share(tally.recall)} {tally.found:>4}/{tally.marked:<4}  {tally.tempting:>3} {tally.fallen:>3}"
            f"{'  below what it needs' if short else ''}"
        )
        for name in ("raised", "right", "marked", "found", "tempting", "fallen"):
            total[name] += getattr(tally, name)
    whole = Tally(total["raised"], total["right"], total["marked"], total["found"], total["tempting"], total["fallen"])
    yield (
        f"{'total':<15}     {_share(whole.precision)} {whole.right:>4}/{whole.raised:<4}  "
        f"{_share(whole.recall)} {whole.found:>4}/{whole.marked:<4}  {whole.tempting:>3} {whole.fallen:>3}"
    )


def record(tallies: dict[str, Tally], path: Path) -> None:
    """Write the counts of the developed stories; those of the first run on the held ones are never written again."""
    kept = tomllib.loads(path.read_text(encoding="utf-8"))["held"] if path.exists() else {}
    rows = {code: [own.right, own.raised, own.found, own.marked] for code, own in tallies.items()}
    parts = [HEAD]
    for name, counts in (("developed", rows), ("held", kept)):
        parts.append(f"\n[{name}]\n" + "".join(f"{code} = {counts[code]}\n" for code in sorted(counts)))
    path.write_text("".join(parts), encoding="utf-8")


HEAD = """\
# How well each flag does, measured by bench/flags.py on stories written and marked by hand for it: flags raised that
# were right, flags raised, marks found, marks. "developed" are the stories that the rules were changed on, and is
# renewed by `python bench/flags.py --record`. "held" is the first run over ten stories written after that; it stays
# as it was.
"""


def main() -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    options.add_argument("folder", type=Path, nargs="?", default=FOLDER, help="stories with marks (%(default)s)")
    options.add_argument("--held", action="store_true", help="measure the stories held back, in FOLDER/held")
    options.add_argument("--only", default="", help="codes with commas between them")
    options.add_argument("--errors", action="store_true", help="list what was raised in vain and what was missed")
    options.add_argument("--record", action="store_true", help="keep the counts for docs/flags.md")
    given = options.parse_args()
    folder = given.folder / HELD if given.held else given.folder
    stories = [read_marked(path) for path in sorted(folder.glob("*.txt"))]
    if not stories:
        sys.stderr.write(f"no stories in {folder}\n")
        return 1
    tallies = measure(stories, frozenset(code for code in given.only.split(",") if code))
    words = sum(len(story.text.split()) for story in stories)
    sys.stdout.write(f"{len(stories)} stories, {words} words\n\n")
    sys.stdout.write("\n".join(_table(tallies)) + "\n")
    if given.record:
        record(tallies, MEASURED)
    if given.errors:
        for code in sorted(tallies):
            for error in tallies[code].errors:
                sys.stdout.write(f"{code:<15}{error}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

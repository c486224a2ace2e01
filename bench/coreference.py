"""Who is meant, measured: stories of our own in which every voice is marked, against the ledger of sources.

    python bench/coreference.py [FOLDER] [--errors]

FOLDER holds text files with marks: `{she|Ada Lund}` says that "she" is the voice that the story calls, at its fullest,
"Ada Lund"; `{he|?}` that the words leave it open. The default is tests/specs/coreference.

A mark is *answered* where an attribution has its words as (part of) the source and that is resolved; the answer is
*right* where the source's name, or one of the names that its mentions give, has the words of the marked name. A mark
that is open is right where nothing is answered. "covered" is the share of marks on which an attribution was found.
"""

import argparse
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from reporter.attribution import find_attributions
from reporter.ingest import read_text
from reporter.language import load_parser
from reporter.languages import language_pack
from reporter.model import Attribution, Settings, Source, Span

ROOT = Path(__file__).resolve().parents[1]
STORIES = ROOT / "tests" / "specs" / "coreference"
OPEN = "?"
_MARK = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")
_SMALL = frozenset({"the", "a", "an", "of", "his", "her", "its"})
_PRONOUNS = frozenset({"he", "she", "it", "they"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A voice where it speaks: its words, and who it is."""

    span: Span
    words: str
    name: str

    @property
    def kind(self) -> str:
        if self.name == OPEN:
            return "left open"
        if self.words.lower() in _PRONOUNS:
            return "pronoun"
        if words_of(self.words) == words_of(self.name):
            return "full name"
        if words_of(self.words) < words_of(self.name):
            return "shorter name"
        if words_of(self.name) < words_of(self.words):
            return "name with more"
        return "role, place or acronym"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the program says of one mark: whether it saw a voice there, and whose names that voice has."""

    mark: Mark
    is_seen: bool
    names: tuple[str, ...]

    @property
    def is_answered(self) -> bool:
        return bool(self.names)

    @property
    def is_right(self) -> bool:
        if self.mark.name == OPEN:
            return not self.is_answered
        wanted = words_of(self.mark.name)
        return any(wanted <= words_of(name) for name in self.names)


def words_of(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.lower())) - _SMALL


def unmarked(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """The story without its marks, and the marks with their places in it."""
    text, marks, last = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[last : found.start()]
        marks.append(Mark(Span(start=len(text), end=len(text) + len(found[1])), found[1], found[2]))
        text += found[1]
        last = found.end()
    return text + marked[last:], tuple(marks)


def answers(marked: str) -> tuple[Answer, ...]:
    """The program's answer to each mark of a story, in its order."""
    settings = Settings(undated=True)
    pack = language_pack(settings.language)
    text, marks = unmarked(marked)
    article = read_text(text, layout=pack.layout, settings=settings)
    parse = load_parser(pack.parser).parse(article)
    attributions, sources = find_attributions(article, parse, pack.attribution, settings)
    by_id = {source.id: source for source in sources}
    return tuple(_answer(mark, attributions, by_id, text) for mark in marks)


def _answer(mark: Mark, attributions: tuple[Attribution, ...], sources: dict[str, Source], text: str) -> Answer:
    here = [one for one in attributions if any(span.overlaps(mark.span) for span in one.source)]
    here.sort(key=lambda one: sum(len(span) for span in one.source))
    source = next((sources[one.source_id] for one in here if one.source_id is not None), None)
    if source is None:
        return Answer(mark, bool(here), ())
    country = (source.affiliation,) if source.affiliation is not None else ()
    named = tuple(mention.span.of(text) for mention in source.mentions if mention.via == "name")
    return Answer(mark, True, (source.name, *named, *country))


def main() -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    options.add_argument("folder", type=Path, nargs="?", default=STORIES)
    options.add_argument("--errors", action="store_true", help="list the marks that were not answered right")
    given = options.parse_args()
    stories = sorted(given.folder.glob("*.txt"))
    if not stories:
        sys.stderr.write(f"There is no story in {given.folder}.\n")
        return 1
    every: list[tuple[Path, Answer]] = [
        (path, answer) for path in stories for answer in answers(path.read_text(encoding="utf-8"))
    ]
    show(every, len(stories))
    for path, answer in every:
        if given.errors and not answer.is_right:
            told = " / ".join(dict.fromkeys(answer.names)) or ("left open" if answer.is_seen else "no voice seen")
            print(f"{path.stem}: {answer.mark.words!r} is {answer.mark.name!r}, answered: {told}")
    return 0


def show(every: list[tuple[Path, Answer]], stories: int) -> None:
    print(f"stories {stories}   marks {len(every)}")
    print(f"{'':<24}{'marks':>7}{'covered':>9}{'answered':>10}{'right':>7}{'right of answered':>19}")
    kinds = Counter(answer.mark.kind for _, answer in every)
    for kind in (*sorted(kinds), "all but those left open"):
        of_kind = [one for _, one in every if one.mark.kind == kind or (kind not in kinds and one.mark.name != OPEN)]
        answered = [one for one in of_kind if one.is_answered]
        right = [one for one in of_kind if one.is_right]
        share = f"{100 * sum(one.is_right for one in answered) / len(answered):.1f}%" if answered else "-"
        seen = f"{100 * sum(one.is_seen for one in of_kind) / len(of_kind):.1f}%"
        told = f"{100 * len(answered) / len(of_kind):.1f}%"
        print(f"{kind:<24}{len(of_kind):>7}{seen:>9}{told:>10}{len(right):>7}{share:>19}")


if __name__ == "__main__":
    raise SystemExit(main())

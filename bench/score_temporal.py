"""Scores time expressions against TimeML gold, in the manner of TempEval-3.

The text of a document is all character data of its TEXT element, nothing stripped; offsets count into that.

    strict    same start and end
    relaxed   at least one shared character; gold and predictions are aligned one to one: exact spans first, then by
              larger overlap, then by place
    type      relaxed, and the same type
    value     relaxed, and the same value string, nothing normalised (the headline of TempEval-3)

All are micro-averaged over the documents. A gold expression belongs to a subset when its text fits; a prediction when
it is aligned to such a one, or is aligned to nothing and its own text fits.
"""

import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

MEASURES = ("strict", "relaxed", "type", "value")

_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_UNIT = r"(?:day|week|weekend|month|quarter|year|decade|century|spring|summer|autumn|fall|winter|night|morning)s?"
SUBSETS = {
    "weekday, bare": re.compile(rf"^\W*{_WEEKDAY}\W*$", re.IGNORECASE),
    "weekday, any": re.compile(rf"\b{_WEEKDAY}s?\b", re.IGNORECASE),
    "today, yesterday": re.compile(r"\b(?:today|tonight|yesterday|tomorrow|overnight)\b", re.IGNORECASE),
    "last, next, this": re.compile(rf"\b(?:last|next|this|past|previous|coming)\b.{{0,24}}\b{_UNIT}\b", re.IGNORECASE),
    "ago, earlier, later": re.compile(r"\b(?:ago|earlier|before|later|hence|from now)\b", re.IGNORECASE),
    "month by name": re.compile(
        r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december"
        r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b",
        re.IGNORECASE,
    ),
    "year": re.compile(r"\b(?:1[5-9]|20)\d\d\b|'\d\ds?\b"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """One expression of the gold or of a prediction."""

    start: int
    end: int
    text: str
    type: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    name: str
    text: str
    published: str
    gold: tuple[Timex, ...]


def read_document(path: Path) -> Document:
    root = ElementTree.parse(path).getroot()
    body = root.find(".//TEXT")
    if body is None:
        raise ValueError(f"{path}: no TEXT element")
    pieces: list[str] = []
    spans: list[tuple[int, int, dict[str, str]]] = []

    def walk(element: ElementTree.Element, at: int) -> int:
        start = at
        if element.text:
            pieces.append(element.text)
            at += len(element.text)
        for child in element:
            at = walk(child, at)
            if child.tail:
                pieces.append(child.tail)
                at += len(child.tail)
        if element.tag == "TIMEX3" and at > start:
            spans.append((start, at, dict(element.attrib)))
        return at

    walk(body, 0)
    text = "".join(pieces)
    created = root.find(".//DCT/TIMEX3")
    return Document(
        name=path.stem,
        text=text,
        published=created.get("value", "") if created is not None else "",
        gold=tuple(
            Timex(start=start, end=end, text=text[start:end], type=given.get("type", ""), value=given.get("value", ""))
            for start, end, given in sorted(spans, key=lambda item: item[:2])
        ),
    )


def read_documents(folders: Iterable[Path]) -> list[Document]:
    """Every .tml file in the folders, by name. Raises ValueError when there is none."""
    paths = sorted((path for folder in folders for path in folder.rglob("[!.]*.tml")), key=lambda path: path.stem)
    if not paths:
        raise ValueError("no .tml files there")
    return [read_document(path) for path in paths]


def align(gold: tuple[Timex, ...], found: tuple[Timex, ...]) -> list[tuple[Timex, Timex]]:
    pairs = []
    for wanted in gold:
        for given in found:
            overlap = min(wanted.end, given.end) - max(wanted.start, given.start)
            if overlap > 0:
                is_off = (wanted.start, wanted.end) != (given.start, given.end)
                pairs.append((is_off, -overlap, wanted.start, given.start, wanted, given))
    pairs.sort(key=lambda pair: pair[:4])
    taken: set[int] = set()
    aligned = []
    for *_, wanted, given in pairs:
        if id(wanted) not in taken and id(given) not in taken:
            taken.update((id(wanted), id(given)))
            aligned.append((wanted, given))
    return aligned


def count(gold: tuple[Timex, ...], found: tuple[Timex, ...], fits: Callable[[str], object] = bool) -> Counter[str]:
    pairs = align(gold, found)
    aligned = {id(given) for _, given in pairs}
    counts: Counter[str] = Counter(gold=sum(1 for one in gold if fits(one.text)))
    counts["found"] = sum(1 for one in found if id(one) not in aligned and fits(one.text))
    for wanted, given in pairs:
        if not fits(wanted.text):
            continue
        counts["found"] += 1
        counts["relaxed"] += 1
        counts["strict"] += (wanted.start, wanted.end) == (given.start, given.end)
        counts["type"] += wanted.type == given.type
        counts["value"] += wanted.value == given.value != ""
    return counts


def f1(counts: Counter[str], measure: str) -> float:
    """In per cent; 0 where there is nothing to find and nothing found."""
    total = counts["gold"] + counts["found"]
    return 200 * counts[measure] / total if total else 0.0

"""How well verification does on annotated data: five measures, each from gold and predictions to figures.

check-worthiness   average precision, precision in the first fifth, F1 at 0.5; for debates the mean average precision
                   and the precision of the first ten (CLEF CheckThat!)
stance             accuracy, F1 of "for", "against", "observing", and their mean (Emergent; Ferreira and Vlachos 2016)
factuality         mean absolute error and Pearson's r on -3 (did not happen) to 3 (did), F1 of "not told as a fact",
                   which is below 1.5 (UDS-IH2, MEANTIME as unified by Stanovsky et al. 2017)
same copy          area under the ROC curve; recall of each kind of copy where one in a hundred others is taken for one
timeline           F1 of the days chosen, and ROUGE-1 and 2 of the text on days that both have (Timeline17)
"""

import math
import random
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

Figures = dict[str, float]
Timeline = Mapping[str, Sequence[str]]

_SEED = 7
"""Equal scores are put in a random order that is always the same: the order of the file must not help."""


def checkworthiness(labels: Sequence[int], scores: Sequence[float], debates: Sequence[str] | None = None) -> Figures:
    """`labels` are 1 for worthy, `scores` higher for worthier; `debates` names the list that each row is ranked in."""
    if debates is None:
        ranked = _ranked(labels, scores)
        found = sum(1 for label, score in zip(labels, scores, strict=True) if label and score >= 0.5)
        taken = sum(1 for score in scores if score >= 0.5)
        fifth = max(1, len(ranked) // 5)
        return {
            "ap": _average_precision(ranked) or 0.0,
            "p@20%": sum(ranked[:fifth]) / fifth,
            "f1": _f1(found, taken, sum(labels)),
        }
    rows = sorted(zip(debates, labels, scores, strict=True), key=lambda row: row[0])
    lists = [
        _ranked([label for _, label, _ in group], [score for _, _, score in group])
        for group in (list(rows_of_one) for _, rows_of_one in groupby(rows, key=lambda row: row[0]))
    ]
    precisions = [(value, ranked) for ranked in lists if (value := _average_precision(ranked)) is not None]
    return {
        "map": sum(value for value, _ in precisions) / len(precisions),
        "p@10": sum(sum(ranked[:10]) / 10 for _, ranked in precisions) / len(precisions),
    }


def stance(gold: Sequence[str], found: Sequence[str]) -> Figures:
    figures = {"acc": sum(map(str.__eq__, gold, found)) / len(gold)}
    for name in ("for", "against", "observing"):
        both = sum(1 for right, given in zip(gold, found, strict=True) if right == given == name)
        figures[name] = _f1(both, list(found).count(name), list(gold).count(name))
    figures["macro_f1"] = (figures["for"] + figures["against"] + figures["observing"]) / 3
    return figures


def factuality(gold: Sequence[float], found: Sequence[float], cut: float = 1.5) -> Figures:
    pairs = list(zip(gold, found, strict=True))
    gold_mean, found_mean = sum(gold) / len(gold), sum(found) / len(found)
    together = sum((right - gold_mean) * (given - found_mean) for right, given in pairs)
    spread = math.sqrt(sum((right - gold_mean) ** 2 for right in gold) * sum((one - found_mean) ** 2 for one in found))
    both = sum(1 for right, given in pairs if right < cut and given < cut)
    return {
        "mae": sum(abs(right - given) for right, given in pairs) / len(pairs),
        "r": together / spread if spread else 0.0,
        "flag_f1": _f1(both, sum(1 for one in found if one < cut), sum(1 for one in gold if one < cut)),
    }


def same_copy(labels: Sequence[int], kinds: Sequence[str], scores: Sequence[float]) -> Figures:
    """`kinds` tells how each copy was made."""
    copies = [score for label, score in zip(labels, scores, strict=True) if label]
    others = sorted((score for label, score in zip(labels, scores, strict=True) if not label), reverse=True)
    wins = sum((copy > other) + 0.5 * (copy == other) for copy in copies for other in others)
    cut = others[len(others) // 100]
    figures = {"auc": wins / (len(copies) * len(others)), "cut": cut}
    for kind in sorted({kind for kind, label in zip(kinds, labels, strict=True) if label}):
        own = [score for label, one, score in zip(labels, kinds, scores, strict=True) if label and one == kind]
        figures[f"recall {kind}"] = sum(1 for score in own if score > cut) / len(own)
    return figures


def timeline(found: Timeline, reference: Timeline) -> Figures:
    """Each a mapping of ISO days to sentences."""
    shared = set(found) & set(reference)
    figures = {"date_f1": _f1(len(shared), len(found), len(reference))}
    for size in (1, 2):
        own = {day: _grams(sentences, size) for day, sentences in found.items()}
        right = {day: _grams(sentences, size) for day, sentences in reference.items()}
        both = sum((own[day] & right[day]).total() for day in shared)
        figures[f"agree_r{size}"] = _f1(
            both, sum(grams.total() for grams in own.values()), sum(grams.total() for grams in right.values())
        )
    return figures


def _ranked(labels: Sequence[int], scores: Sequence[float]) -> list[int]:
    ties = list(range(len(labels)))
    random.Random(_SEED).shuffle(ties)
    order = sorted(range(len(labels)), key=lambda row: (-scores[row], ties[row]))
    return [labels[row] for row in order]


def _average_precision(ranked: Sequence[int]) -> float | None:
    hits, total = 0, 0.0
    for rank, label in enumerate(ranked, start=1):
        if label:
            hits += 1
            total += hits / rank
    return total / hits if hits else None


def _grams(sentences: Sequence[str], size: int) -> Counter[tuple[str, ...]]:
    words = [word for sentence in sentences for word in re.findall(r"[a-z0-9]+", sentence.lower())]
    return Counter(tuple(words[at : at + size]) for at in range(len(words) - size + 1))


def _f1(both: int, found: int, right: int) -> float:
    return 2 * both / (found + right) if both else 0.0

"""Every row of the cue table is at work in its own example, and a broken row is named."""

import pytest

from reporter.attribution import Cue, WordClass
from reporter.attribution.lexicon import read_cues
from reporter.languages.en.attribution import LEXICON
from tests.attribution.stories import read


@pytest.mark.parametrize("cue", list(LEXICON.cues), ids=lambda cue: f"{cue.lemma} ({cue.word_class})")
def test_a_cue_fires_in_its_example(cue: Cue) -> None:
    found, _ = read(cue.example)
    assert [each for each in found if each.cue_lemma == cue.lemma and each.stance is cue.stance], found


def test_there_are_a_few_hundred_cues_of_every_class() -> None:
    cues = list(LEXICON.cues)
    assert len(cues) >= 400
    assert {cue.word_class for cue in cues} == set(WordClass)


def test_no_cue_stands_twice() -> None:
    rows = [(cue.lemma, cue.word_class) for cue in LEXICON.cues]
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize(
    "row",
    [
        "say\tverb\tneutral\tclause",
        "say\tverb\tloud\tclause\tHe said it rained.",
        "say\tadverb\tneutral\tclause\tHe said it rained.",
        "say\tverb\tneutral\tsomewhere\tHe said it rained.",
        "say\tverb\tneutral\tsubject+of\tHe said it rained.",
    ],
)
def test_a_broken_row_is_named_by_its_line(row: str) -> None:
    with pytest.raises(ValueError, match="line 2"):
        read_cues(f"# a comment\n{row}\n")

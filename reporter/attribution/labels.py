"""Speaker labels: "MOREAU: We go on." in transcripts."""

from reporter.attribution.candidates import Candidate, Scene
from reporter.attribution.content import trimmed
from reporter.attribution.lexicon import Lexicon
from reporter.attribution.trees import QUOTE_MARKS
from reporter.model import Sentence, Token

_LONGEST_LABEL = 6
_FEWEST_WORDS = 3


def read_labels(scene: Scene, lexicon: Lexicon) -> list[Candidate]:
    """One candidate for each paragraph that opens with somebody's name and a colon; the rest of it is the content.

    A label is in capitals, or a name (or surname) that the story gives in running text too, so that a subject before
    a colon ("Budget: what we know") is none.
    """
    names = _names_in_prose(scene)
    found: list[Candidate] = []
    previous = -1
    for sentence in scene.parse.sentences:
        if sentence.paragraph == previous:
            continue
        previous = sentence.paragraph
        candidate = _label(sentence, names, scene, lexicon)
        if candidate is not None:
            found.append(candidate)
    return found


def _names_in_prose(scene: Scene) -> frozenset[str]:
    """Words of proper names that are the subject of a verb somewhere."""
    return frozenset(
        token.lower for token in scene.tokens if token.pos == "PROPN" and token.dep in {"nsubj", "nsubjpass"}
    )


def _label(sentence: Sentence, names: frozenset[str], scene: Scene, lexicon: Lexicon) -> Candidate | None:
    tokens = scene.tokens
    is_quoted_line = tokens[sentence.first].text in QUOTE_MARKS and sentence.first not in scene.opening
    first = sentence.first + is_quoted_line  # '"MOREAU: We go on.' in a transcript that is quoted whole
    colon = next(
        (place for place in range(first, min(first + _LONGEST_LABEL + 1, sentence.last)) if tokens[place].text == ":"),
        None,
    )
    if colon is None or colon == first:
        return None
    label = tokens[first:colon]
    end = colon + 1
    while end < len(tokens) and scene.paragraph_of(tokens[end]) == sentence.paragraph:
        end += 1
    if end - colon <= _FEWEST_WORDS or not _is_name(label, names, lexicon):
        return None
    content = [place for place in range(colon + 1, end) if tokens[place].text != ":"]
    return Candidate(
        head=tokens[colon],
        frame="label",
        lemma=None,
        source=[token.i for token in label],
        source_head=label[-1],
        cue=[colon],
        content=trimmed(content, scene),
    )


def _is_name(label: tuple[Token, ...], names: frozenset[str], lexicon: Lexicon) -> bool:
    last = label[-1]
    if label[0].pos == "ADP":  # "From Ada Moreau:" says more than a name
        return False
    if not all(
        token.text[:1].isupper() or token.lower in lexicon.name_particles or token.text == "." for token in label
    ):
        return False
    is_known_word = last.lower in lexicon.kinds_by_noun and last.lower not in names
    if last.lower in lexicon.countries or last.lower in lexicon.governments or is_known_word:
        return False
    if all(token.text.isupper() for token in label) and len(label) <= 3 and len(last.text) > 1:
        return last.lower in names or len(last.text) > 3
    return last.lower in names and last.pos == "PROPN"

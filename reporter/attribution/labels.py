"""Speaker labels: "MOREAU: We go on." in transcripts, and names that sign a quotation ("…" — Ada Moreau, Lille)."""

from reporter.attribution.candidates import Candidate, Scene
from reporter.attribution.content import trimmed
from reporter.attribution.lexicon import Lexicon
from reporter.attribution.trees import QUOTE_MARKS, is_finite, is_verbal
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
    colon = next(
        (
            place
            for place in range(sentence.first, min(sentence.first + _LONGEST_LABEL + 1, sentence.last))
            if tokens[place].text == ":"
        ),
        None,
    )
    if colon is None or colon == sentence.first:
        return None
    label = tokens[sentence.first : colon]
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


def signature(number: int, scene: Scene, lexicon: Lexicon) -> Candidate | None:
    """The name that signs a quotation: behind a dash or in brackets at its end, or on the next line behind a dash.

    What goes on as a sentence ("“…” — Moreau was not amused") signs nothing.
    """
    tokens = scene.tokens
    last = scene.ranges[number][-1][1]
    sign = last
    while sign < len(tokens) and tokens[sign].text in _SIGN_AFTER:
        sign += 1
    if sign >= len(tokens) or scene.paragraph_of(tokens[sign]) > scene.paragraph_of(tokens[last - 1]) + 1:
        return None
    is_next_line = scene.paragraph_of(tokens[sign]) != scene.paragraph_of(tokens[last - 1])
    opener = tokens[sign].text
    if opener in _DASHES or (opener == "(" and not is_next_line):
        first = sign + 1
    elif opener[0] in _DASHES and opener[1:2].isupper():
        first = sign  # "-Ada" is one token
    else:
        return None
    run = _name_run(first, scene, lexicon)
    if len(run) < _SHORTEST_SIGNATURE or not _signs(run, opener, scene):
        return None
    return Candidate(
        head=tokens[sign] if first != sign else None,
        frame="label",
        lemma=None,
        source=run,
        source_head=tokens[run[-1]],
        cue=[sign] if first != sign else [],
        quotations=[],
    )


def _name_run(first: int, scene: Scene, lexicon: Lexicon) -> list[int]:
    """The capitalised words of one paragraph from `first` on, with the small words inside of a name."""
    tokens = scene.tokens
    run: list[int] = []
    place = first
    while place < len(tokens) and scene.paragraph_of(tokens[place]) == scene.paragraph_of(tokens[first]):
        token = tokens[place]
        is_name = token.text.lstrip("".join(_DASHES))[:1].isupper() and token.lower not in lexicon.time_names
        is_inside = bool(run) and (token.lower in lexicon.name_particles or token.text == ".")
        if not (is_name or is_inside):
            break
        run.append(place)
        place += 1
    while run and (tokens[run[-1]].text == "." or tokens[run[-1]].lower in lexicon.name_particles):
        run.pop()
    return run


def _signs(run: list[int], opener: str, scene: Scene) -> bool:
    """Whether the name stands for itself: it is nobody's subject, and what follows is its description or the end."""
    tokens = scene.tokens
    if not all(tokens[place].pos in {"PROPN", "NOUN", "ADJ", "ADP", "PUNCT"} for place in run):
        return False
    head = tokens[run[-1]]
    if head.dep in {"nsubj", "nsubjpass"} and is_verbal(head.head) and is_finite(head.head):
        return False
    after = run[-1] + 1
    if after >= len(tokens) or scene.paragraph_of(tokens[after]) != scene.paragraph_of(head):
        return True
    follows = tokens[after].text
    return follows == ")" if opener == "(" else follows in _BEHIND_SIGNATURE or tokens[after].dep == "prep"


_DASHES = frozenset({"—", "–", "-", "--", "―"})
_SIGN_AFTER = QUOTE_MARKS
_BEHIND_SIGNATURE = frozenset({",", ".", "(", ";", "@", "/"})
_SHORTEST_SIGNATURE = 2
"""Words; one alone may be a place, a paper or the start of the next sentence."""

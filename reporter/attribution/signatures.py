"""The name that signs a quotation: "…" — Ada Moreau, Lille; "…" (Ada Moreau, miner); "…," Ada Moreau."""

from reporter.attribution.candidates import Candidate, Scene
from reporter.attribution.lexicon import Lexicon
from reporter.attribution.trees import QUOTE_MARKS, is_finite, is_punctuation, is_verbal
from reporter.model import Token

DASHES = frozenset({"—", "–", "-", "--", "―"})
_BRACKETS = {"(": ")", "[": "]"}
_BEHIND_SIGNATURE = frozenset({",", ".", "(", ";", "@", "/"})
_SHORTEST_SIGNATURE = 2
"""Words; one alone may be a place, a paper or the start of the next sentence."""
_LONGEST_SIGNATURE = 16
"""Tokens of the whole line or bracket, description included."""


def signature(number: int, scene: Scene, lexicon: Lexicon) -> Candidate | None:
    """The name that signs a quotation: behind a dash, in brackets or behind a comma at its end, or on the next line.

    What goes on as a sentence ("“…” — Moreau was not amused") signs nothing. A line of its own without a dash signs
    only a paragraph that is all quotation, and says who the signer is ("Ada Moreau, miner").
    """
    tokens = scene.tokens
    last = scene.ranges[number][-1][1]
    sign = last
    while sign < len(tokens) and tokens[sign].text in QUOTE_MARKS:
        sign += 1
    if sign >= len(tokens) or scene.paragraph_of(tokens[sign]) > scene.paragraph_of(tokens[last - 1]) + 1:
        return None
    is_next_line = scene.paragraph_of(tokens[sign]) != scene.paragraph_of(tokens[last - 1])
    opener = tokens[sign].text
    if opener in DASHES or (opener in _BRACKETS and not is_next_line):
        first = sign + 1
    elif opener[0] in DASHES and opener[1:2].isupper():
        first = sign  # "-Ada" is one token
    elif not is_next_line and tokens[last - 1].text[-1] in DASHES:
        first, opener = sign, tokens[last - 1].text[-1]  # and so is "”―"
    elif is_next_line or _ends_open(number, scene) or _fills_paragraph(number, scene):
        return _bare(sign, number, scene, lexicon, is_next_line=is_next_line)
    else:
        return None
    run = _name_run(first, scene, lexicon)
    if opener in _BRACKETS and len(run) == 1 and tokens[first].lower in lexicon.stage_directions:
        return None  # "[Applause.]"
    is_last = bool(run) and (_ends_paragraph(run[-1], opener, scene) or opener == "[")
    if len(run) < (1 if is_last else _SHORTEST_SIGNATURE) or not _signs(run, opener, scene):
        return None
    return _candidate(run, sign if first != sign else None, scene)


def heading_name(number: int, scene: Scene, lexicon: Lexicon) -> Candidate | None:
    """The name right before a quotation that fills the rest of its paragraph: 'Ada Moreau, miner "We go on."'."""
    tokens = scene.tokens
    first, last = scene.ranges[number][0][0], scene.ranges[number][-1][1]
    start = first
    while start > 0 and scene.paragraph_of(tokens[start - 1]) == scene.paragraph_of(tokens[first]):
        start -= 1
    ends = last >= len(tokens) or scene.paragraph_of(tokens[last]) != scene.paragraph_of(tokens[first])
    if start == first or first - start > _LONGEST_SIGNATURE or not ends:
        return None
    run = _name_run(start, scene, lexicon)
    rest = tokens[run[-1] + 1 : first] if run else ()
    if not run or any(is_verbal(token) or token.text in QUOTE_MARKS for token in tokens[start:first]):
        return None
    if rest and not (rest[0].text == "," and any(_is_role(token, lexicon) for token in rest)):
        return None
    return _candidate(run, None, scene) if all(tokens[place].pos in {"PROPN", "PUNCT"} for place in run) else None


def _ends_paragraph(last: int, opener: str, scene: Scene) -> bool:
    """Whether nothing but a closing bracket or a full stop stands behind a signature in its paragraph."""
    place = last + 1
    while place < len(scene.tokens) and scene.tokens[place].text in {")", "]", "."}:
        place += 1
    return (opener in _BRACKETS or opener in DASHES) and (
        place >= len(scene.tokens) or scene.paragraph_of(scene.tokens[place]) != scene.paragraph_of(scene.tokens[last])
    )


def _candidate(run: list[int], sign: int | None, scene: Scene) -> Candidate:
    return Candidate(
        head=None if sign is None else scene.tokens[sign],
        frame="label",
        lemma=None,
        source=run,
        source_head=scene.tokens[run[-1]],
        cue=[] if sign is None else [sign],
        quotations=[],
    )


def _bare(sign: int, number: int, scene: Scene, lexicon: Lexicon, *, is_next_line: bool) -> Candidate | None:
    """A name without a sign before it: the whole of the next line, or of what follows a quotation's comma."""
    tokens = scene.tokens
    run = _name_run(sign, scene, lexicon)
    if len(run) < _SHORTEST_SIGNATURE:
        return None
    end = sign
    paragraph = scene.paragraph_of(tokens[sign])
    while end < len(tokens) and scene.paragraph_of(tokens[end]) == paragraph and tokens[end].text not in {".", ";"}:
        end += 1
    rest = tokens[run[-1] + 1 : end]
    if end - sign > _LONGEST_SIGNATURE or any(is_verbal(token) or token.text in QUOTE_MARKS for token in rest):
        return None
    if is_next_line:
        described = len(rest) > 1 and rest[0].text == "," and any(_is_role(token, lexicon) for token in rest)
        if not described or not _fills_paragraph(number, scene):
            return None
    elif rest and rest[0].text != ",":
        return None
    return _candidate(run, None, scene) if _is_name(run, scene) else None


def _is_role(token: Token, lexicon: Lexicon) -> bool:
    return token.lower.isalpha() and token.lemma.lower() in lexicon.role_nouns


def _ends_open(number: int, scene: Scene) -> bool:
    """Whether the quotation ends in a comma, and so waits for its speaker."""
    first, last = scene.ranges[number][-1]
    for place in range(last - 1, max(last - 3, first), -1):
        if scene.tokens[place].text not in QUOTE_MARKS:
            return scene.tokens[place].text == ","
    return False


def _fills_paragraph(number: int, scene: Scene) -> bool:
    first, last = scene.ranges[number][0][0], scene.ranges[number][-1][1]
    return first == 0 or scene.paragraph_of(scene.tokens[first - 1]) != scene.paragraph_of(scene.tokens[last - 1])


def _name_run(first: int, scene: Scene, lexicon: Lexicon) -> list[int]:
    """The capitalised words of one paragraph from `first` on, with the small words inside of a name."""
    tokens = scene.tokens
    run: list[int] = []
    place = first
    while place < len(tokens) and scene.paragraph_of(tokens[place]) == scene.paragraph_of(tokens[first]):
        token = tokens[place]
        is_name = token.text.lstrip("".join(DASHES) + "@")[:1].isupper() or token.text[:1] == "@"
        is_inside = bool(run) and (token.lower in lexicon.name_particles or token.text == ".")
        if not (is_name or is_inside):
            break
        run.append(place)
        place += 1
    while run and (tokens[run[-1]].text == "." or tokens[run[-1]].lower in lexicon.name_particles):
        run.pop()
    is_time = all(tokens[place].lower in lexicon.time_names for place in run)
    return [] if is_time else run


def _is_name(run: list[int], scene: Scene) -> bool:
    return all(scene.tokens[place].pos in {"PROPN", "NOUN", "ADJ", "ADP", "PUNCT"} for place in run)


def _signs(run: list[int], opener: str, scene: Scene) -> bool:
    """Whether the name stands for itself: it is nobody's subject, and what follows is its description or the end."""
    tokens = scene.tokens
    if opener in _BRACKETS and _closes(run[-1] + 1, _BRACKETS[opener], scene):
        return True
    if opener[0] in DASHES and _is_line_without_verb(run, scene):
        return True
    if not _is_name(run, scene):
        return False
    head = tokens[run[-1]]
    if head.dep in {"nsubj", "nsubjpass"} and is_verbal(head.head) and is_finite(head.head):
        return False
    after = run[-1] + 1
    if after >= len(tokens) or scene.paragraph_of(tokens[after]) != scene.paragraph_of(head):
        return True
    follows = tokens[after].text
    if opener in _BRACKETS:
        return follows == "," and _is_description(after + 1, _BRACKETS[opener], scene)
    return follows in _BEHIND_SIGNATURE or tokens[after].dep == "prep"


def _is_line_without_verb(run: list[int], scene: Scene) -> bool:
    """Whether the rest of the paragraph is the name alone, or short, parted from it by a sign and without a verb.

    The tags of a line of names say little ("Will Rose" is read as a verb), so only those behind the name are asked.
    """
    tokens = scene.tokens
    end = run[-1] + 1
    while end < len(tokens) and scene.paragraph_of(tokens[end]) == scene.paragraph_of(tokens[run[0]]):
        end += 1
    rest = tokens[run[-1] + 1 : end]
    if not rest or all(is_punctuation(token) for token in rest):
        return True
    if len(rest) + len(run) > _LONGEST_SIGNATURE or rest[0].text not in _BEHIND_SIGNATURE:
        return False
    return not any(token.text in QUOTE_MARKS or (is_verbal(token) and is_finite(token)) for token in rest)


def _closes(place: int, closer: str, scene: Scene) -> bool:
    """Whether a bracket closes there, a full stop before it apart: "[Harbour Post.]"."""
    rest = [token.text for token in scene.tokens[place : place + 2]]
    return rest[:1] == [closer] or rest == [".", closer]


def _is_description(first: int, closer: str, scene: Scene) -> bool:
    """Whether a bracket closes before long, without a verb and a stop in it: "(Ada Moreau, a miner from Lille)"."""
    for place in range(first, min(first + _LONGEST_SIGNATURE, len(scene.tokens))):
        token = scene.tokens[place]
        if token.text == closer:
            return True
        if is_verbal(token) or token.text in QUOTE_MARKS or (is_punctuation(token) and token.text in {".", "?", "!"}):
            return False
    return False

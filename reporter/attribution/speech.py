"""Quotations and their speakers: the cue that governs one, the run that it belongs to, or nobody."""

from collections.abc import Iterable

from reporter.attribution.candidates import Candidate, Scene
from reporter.attribution.handovers import question
from reporter.attribution.lexicon import Lexicon
from reporter.attribution.quotecues import cue_beside, fill_speaker
from reporter.attribution.quoteplaces import ending_of, take
from reporter.attribution.quoteruns import is_sentence, run_before, run_of
from reporter.attribution.signatures import heading_name, signature
from reporter.attribution.trees import QUOTE_MARKS, is_punctuation

_FAR_APART = 40
"""Tokens, for a candidate without a head: farther than any cue."""


def join_quotations(candidates: list[Candidate], scene: Scene, lexicon: Lexicon) -> list[Candidate]:
    """Give every quotation of five words or more to one attribution, and short ones to the cue that governs them.

    In this order: the content of a frame that reaches into it; a cue right before or after; the attribution of the
    quotation before it in its paragraph; the speaker of the paragraph before, for a paragraph that is all quotation;
    else it has no speaker (frame "orphan"). Returns the candidates with those that were made here, in text order.
    """
    by_head = {candidate.head.i: candidate for candidate in candidates if candidate.head is not None}
    owner: dict[int, Candidate] = {}
    _by_content(candidates, scene, owner)
    holders = _holders(candidates, scene)
    made: list[Candidate] = []
    for number, quotation in enumerate(scene.quotations):
        if number in owner or not scene.ranges[number] or _is_inside_another(number, scene):
            continue
        found = signature(number, scene, lexicon) if quotation.is_long else None
        if found is None:
            found = cue_beside(number, by_head, scene, lexicon, is_strict=not quotation.is_long or quotation.is_title)
        elif found.head is None:
            made.append(found)
        if found is not None and _is_anothers(found, holders.get(number)):
            continue  # 'called it "careless," and said …': a part of what the first verb says
        if found is not None:
            if found.head is not None and found.head.i not in by_head:
                by_head[found.head.i] = found
                made.append(found)
            take(found, number, scene)
            owner[number] = found
        elif quotation.is_long and not quotation.is_title:
            found = question(number, scene, lexicon) or heading_name(number, scene, lexicon)
            if found is not None:
                made.append(found)
                take(found, number, scene)
                owner[number] = found
                continue
            found = run_of(number, owner, [*candidates, *made], scene, lexicon)
            if found is not None:
                if found.head is None and number in found.quotations and all(found is not other for other in made):
                    made.append(found)
                owner[number] = found
        elif not quotation.is_title and is_sentence(number, scene):
            going_on = run_before(number, owner, scene)
            if going_on is not None:
                take(going_on, number, scene)
                owner[number] = going_on
    for candidate in (*candidates, *made):
        fill_speaker(candidate, scene, lexicon)
        if candidate.quotations and candidate.source and candidate.head is not None:
            _mend(candidate, scene, lexicon)
            _part_from_speech(candidate, scene)
    return sorted([*candidates, *made], key=_place)


def _part_from_speech(candidate: Candidate, scene: Scene) -> None:
    """Where a comma or colon opens a quotation behind its cue, what goes on outside of the marks is the reporter's.

    'she began, "My friends," and left', '"Come," she said, and the boys followed'; and so is what stands before a
    bracket or a colon: 'some left ("No way," one said)', 'He laughed: "No way," he said'.
    """
    head, tokens = candidate.head, scene.tokens
    if head is None:
        return
    content = set(candidate.content)
    for number in candidate.quotations:
        first, last = scene.ranges[number][0][0], scene.ranges[number][-1][1]
        sign = tokens[first - 1].text if first else ""
        sentence = scene.parse.sentences[tokens[first].sentence]
        opens = all(place >= first or place < head.i for place in content)
        if head.i < first and sign == ":":
            content -= {place for place in content if place < head.i}
        if head.i < first and sign in _OPEN_SPEECH and opens and ending_of(first, last, scene) in _CLOSES_SPEECH:
            end = scene.parse.sentences[tokens[last - 1].sentence].last
            content -= {place for place in range(last, end) if scene.marked[tokens[place].start] == 0}
        elif head.i >= last and sign in _OPENS_AFTER_PROSE:
            content -= set(range(sentence.first, first))
        if head.i >= last and ending_of(first, last, scene) in _CLOSES_SPEECH and not sign:
            end = scene.parse.sentences[head.sentence].last
            content -= {place for place in range(head.i, end) if scene.marked[tokens[place].start] == 0}
    candidate.content = sorted(content)


_OPENS_AFTER_PROSE = frozenset({"(", ":"})
_OPEN_SPEECH = frozenset({",", ":"})
_CLOSES_SPEECH = frozenset({",", ".", "?", "!"})


def _mend(candidate: Candidate, scene: Scene, lexicon: Lexicon) -> None:
    """Give a speaker the words of the name that the parse cut off: '"…," Harbour co-|host Dana Whitlow said'.

    On the left only as far as the quotation, on the right while the name goes on.
    """
    tokens = scene.tokens
    source, head = candidate.source, candidate.head
    left = source[0]
    while (left > 0 and tokens[left - 1].pos in _OF_NAMES | {"ADJ"}) or _is_hyphen(left - 1, scene):
        left -= 1
    if left != source[0] and left > 0 and tokens[left - 1].text in QUOTE_MARKS:
        source = [*range(left, source[0]), *source]
    right = source[-1] + 1
    while right < len(tokens) and scene.paragraph_of(tokens[right]) == scene.paragraph_of(tokens[right - 1]):
        token = tokens[right]
        goes_on = token.pos == "PROPN" and token.lower not in lexicon.time_names and token.text[:1].isupper()
        joined = _is_hyphen(right, scene) or _is_hyphen(right - 1, scene)
        if not (goes_on or joined or right in scene.abbreviations):
            break
        right += 1
    ends_in_name = tokens[source[-1]].pos in _OF_NAMES or _is_hyphen(source[-1], scene)
    if right != source[-1] + 1 and ends_in_name and head is not None and head.i < source[0]:
        source = [*source, *range(source[-1] + 1, right)]
        candidate.source_head = tokens[right - 1]
    candidate.source = source


_OF_NAMES = frozenset({"PROPN", "NOUN"})


def _is_hyphen(place: int, scene: Scene) -> bool:
    """Whether a hyphen joins two words there, without a space."""
    tokens = scene.tokens
    return (
        0 < place < len(tokens) - 1
        and tokens[place].text == "-"
        and tokens[place - 1].end == tokens[place].start
        and tokens[place].end == tokens[place + 1].start
    )


def _place(candidate: Candidate) -> tuple[int, int]:
    source = candidate.source[:1] if candidate.inherits is None else []
    places = [*source, *candidate.cue[:1], *candidate.content[:1]]
    return min(places), candidate.head.i if candidate.head is not None else -1


def _is_inside_another(number: int, scene: Scene) -> bool:
    """Whether a short quotation stands in a long one (the long one has taken its tokens)."""
    first = scene.ranges[number][0][0]
    return scene.quoted[first] not in {-1, number}


def _by_content(candidates: Iterable[Candidate], scene: Scene, owner: dict[int, Candidate]) -> None:
    claims: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.head is None or scene.quoted[candidate.head.i] >= 0:
            continue
        reached = {scene.quoted[place] for place in candidate.content if not is_punctuation(scene.tokens[place])} - {-1}
        for number in sorted(reached):
            claims.setdefault(number, []).append(candidate)
    for number, claiming in claims.items():
        best = min(claiming, key=lambda candidate: _distance(candidate, number, scene))
        inside = set(scene.places(number))
        for candidate in claiming:
            if candidate is best or _governs(candidate, best):
                take(candidate, number, scene)
            elif not _governs(best, candidate):
                candidate.content = [place for place in candidate.content if place not in inside]
        owner[number] = best


def _is_anothers(found: Candidate, holder: Candidate | None) -> bool:
    """Whether the cue behind a short quotation only goes on from the one whose content holds it."""
    return holder is not None and holder is not found and found.head is not None and found.head.dep == "conj"


def _holders(candidates: Iterable[Candidate], scene: Scene) -> dict[int, Candidate]:
    """For each short quotation the attribution with the shortest content that holds all of its words."""
    found: dict[int, Candidate] = {}
    contents = [(candidate, set(candidate.content)) for candidate in candidates if candidate.head is not None]
    for number, quotation in enumerate(scene.quotations):
        if quotation.is_long or not scene.ranges[number]:
            continue
        inside = [place for place in scene.places(number) if not is_punctuation(scene.tokens[place])]
        around = [candidate for candidate, content in contents if inside and content.issuperset(inside)]
        if around:
            found[number] = min(around, key=lambda candidate: len(candidate.content))
    return found


def _governs(outer: Candidate, inner: Candidate) -> bool:
    """Whether one attribution's content holds the other's cue: who says that who says."""
    return inner.head is not None and inner.head.i in set(outer.content)


def _distance(candidate: Candidate, number: int, scene: Scene) -> int:
    if candidate.head is None:
        return _FAR_APART
    return min(
        min(abs(candidate.head.i - first), abs(candidate.head.i - last + 1)) for first, last in scene.ranges[number]
    )

"""Quotations and their speakers: the cue that governs one, the run that it belongs to, or nobody."""

from collections.abc import Iterable

from reporter.attribution.candidates import Candidate, Scene
from reporter.attribution.cuespans import cue_places
from reporter.attribution.handovers import colon, opening_name, question
from reporter.attribution.lexicon import Cue, Frame, Lexicon, WordClass
from reporter.attribution.signatures import signature
from reporter.attribution.speakers import nearest_subject, source_phrase, speaker_of
from reporter.attribution.trees import QUOTE_MARKS, is_nominal, is_punctuation, is_verbal
from reporter.model import Stance, Token

_FAR = 40
"""A cue stands within so many tokens of its quotation; longer stretches are the reporter's own sentences."""

_ENDS = frozenset({".", "?", "!"})
_INHERITED_CONFIDENCE = 0.6
_ORPHAN_CONFIDENCE = 0.5


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
            found = _by_cue(number, by_head, scene, lexicon, is_strict=not quotation.is_long or quotation.is_title)
        elif found.head is None:
            made.append(found)
        if found is not None and _is_anothers(found, holders.get(number)):
            continue  # 'called it "careless," and said …': a part of what the first verb says
        if found is not None:
            if found.head is not None and found.head.i not in by_head:
                by_head[found.head.i] = found
                made.append(found)
            _take(found, number, scene)
            owner[number] = found
        elif quotation.is_long and not quotation.is_title:
            found = question(number, scene, lexicon)
            if found is not None:
                made.append(found)
                _take(found, number, scene)
                owner[number] = found
                continue
            found = _by_run(number, owner, [*candidates, *made], scene, lexicon)
            if found is not None:
                made_here = found.head is None and number in found.quotations
                if made_here:
                    made.append(found)
                owner[number] = found
        elif not quotation.is_title and _is_sentence(number, scene):
            going_on = _run_before(number, owner, scene)
            if going_on is not None:
                _take(going_on, number, scene)
                owner[number] = going_on
    for candidate in (*candidates, *made):
        if candidate.quotations and candidate.source and candidate.head is not None:
            _mend(candidate, scene, lexicon)
            _part_from_speech(candidate, scene)
    return sorted([*candidates, *made], key=_place)


def _part_from_speech(candidate: Candidate, scene: Scene) -> None:
    """Where a comma or colon opens a quotation behind its cue, what goes on outside of the marks is the reporter's.

    'she began, "My friends," and left', '"Come," she said, and the boys followed'; and so is what stands before a bracket
    or a colon: 'some left ("No way," one said)', 'He laughed: "No way," he said'.
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
        if head.i < first and sign in _OPEN_SPEECH and opens and _ending(first, last, scene) in _CLOSES_SPEECH:
            end = scene.parse.sentences[tokens[last - 1].sentence].last
            content -= {place for place in range(last, end) if scene.marked[tokens[place].start] == 0}
        elif head.i >= last and sign in _OPENS_AFTER_PROSE:
            content -= set(range(sentence.first, first))
        if head.i >= last and _ending(first, last, scene) in _CLOSES_SPEECH and not sign:
            end = scene.parse.sentences[head.sentence].last
            content -= {place for place in range(head.i, end) if scene.marked[tokens[place].start] == 0}
    candidate.content = sorted(content)


_OPENS_AFTER_PROSE = frozenset({"(", ":"})
_HANDING_OVER = frozenset({":", "):"})
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
        joined = _is_hyphen(right, scene) or (_is_hyphen(right - 1, scene) and token.pos in _OF_NAMES)
        if not (goes_on or joined or right in scene.abbreviations):
            break
        right += 1
    if right != source[-1] + 1 and tokens[source[-1]].pos in _OF_NAMES and head is not None and head.i < source[0]:
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
    places = [*candidate.source[:1], *candidate.cue[:1], *candidate.content[:1]]
    return min(places), candidate.head.i if candidate.head is not None else -1


def _take(candidate: Candidate, number: int, scene: Scene) -> None:
    own = {*candidate.source, *candidate.cue}
    candidate.content = sorted({*candidate.content, *(place for place in scene.places(number) if place not in own)})
    candidate.quotations.append(number)


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
                _take(candidate, number, scene)
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
        return _FAR
    return min(
        min(abs(candidate.head.i - first), abs(candidate.head.i - last + 1)) for first, last in scene.ranges[number]
    )


def _by_cue(
    number: int, by_head: dict[int, Candidate], scene: Scene, lexicon: Lexicon, *, is_strict: bool
) -> Candidate | None:
    first, last = scene.ranges[number][0][0], scene.ranges[number][-1][1]
    before, after = _segment_before(first, scene), _segment_after(last, scene)
    ending = _ending(first, last, scene)
    leads = _last_sign(before, scene)
    found_after = _cue_after(after, ending, by_head, scene, lexicon, is_strict=is_strict)
    if found_after is not None and not is_strict and leads != ":":
        return found_after
    found_before = _cue_before(before, leads, by_head, scene, lexicon, is_strict=is_strict)
    if found_before is not None:
        return found_before
    if found_after is None and (leads in _HANDING_OVER or (len(before) > 1 and opening_name(before, scene))):
        found_colon = colon(before, scene, lexicon)
        if found_colon is not None:
            return found_colon
    if found_after is not None and is_strict and ending not in {",", "?", "!"}:
        return None
    return found_after


def _segment_before(first: int, scene: Scene) -> list[Token]:
    """The unquoted tokens before a quotation, back to the sentence's start or another quotation."""
    found: list[Token] = []
    if first == 0:
        return found
    paragraph = scene.paragraph_of(scene.tokens[first])
    if scene.tokens[first - 1].text == ":":
        paragraph = scene.paragraph_of(scene.tokens[first - 1])  # "She added:" and the quotation in the next paragraph
    for place in range(first - 1, max(first - _FAR, -1), -1):
        token = scene.tokens[place]
        if scene.quoted[place] >= 0 or scene.paragraph_of(token) != paragraph or _is_end(place, scene):
            break
        found.append(token)
    return found[::-1]


def _segment_after(last: int, scene: Scene) -> list[Token]:
    found: list[Token] = []
    if last >= len(scene.tokens) or last == 0:
        return found
    paragraph = scene.paragraph_of(scene.tokens[last - 1])
    for place in range(last, min(last + _FAR, len(scene.tokens))):
        token = scene.tokens[place]
        if scene.quoted[place] >= 0 or scene.paragraph_of(token) != paragraph or _is_end(place, scene):
            break
        found.append(token)
    return found


def _ending(first: int, last: int, scene: Scene) -> str:
    """The sign that ends the quotation, inside or outside of its closing mark: ",", ".", "?", …, or ""."""
    for place in range(last - 1, max(last - 4, first), -1):
        token = scene.tokens[place]
        if token.text in QUOTE_MARKS:
            continue
        if is_punctuation(token):
            return token.text[-1]
        break
    if last < len(scene.tokens) and is_punctuation(scene.tokens[last]):
        return scene.tokens[last].text[0]
    return ""


def _last_sign(segment: list[Token], scene: Scene) -> str:  # noqa: ARG001
    return segment[-1].text if segment and is_punctuation(segment[-1]) else ""


def _entry(token: Token, lexicon: Lexicon, scene: Scene) -> Cue | None:
    if not scene.is_readable(token):
        return None
    if not is_verbal(token) and token.tag not in {"VBD", "VBZ", "VBN", "VBG", "VBP", "VB"}:
        return None
    lemma = token.lemma.lower()
    cue = lexicon.cue(lemma, WordClass.VERB)
    if cue is None and token.i + 1 < len(scene.tokens):
        cue = lexicon.cue(f"{lemma} {scene.tokens[token.i + 1].lower}", WordClass.VERB)  # "go on"
    return cue if cue is not None and cue.allows(Frame.QUOTE, Frame.CLAUSE) else None


def _misread(token: Token, words: list[Token], at: int, ending: str, lexicon: Lexicon) -> Cue | None:
    """'"…," Moreau notes.': a verb behind its speaker that the parse takes for a plural noun."""
    if token.tag != "NNS" or at == 0 or words[at - 1].pos not in {"PROPN", "PRON"} or ending not in {",", "?", "!"}:
        return None
    cue = lexicon.cue(token.lemma.lower(), WordClass.VERB)
    return cue if cue is not None and cue.allows(Frame.QUOTE) else None


def _misread_before(token: Token, words: list[Token], at: int, lexicon: Lexicon) -> Cue | None:
    """'The sign read "…"': a verb right before a quotation that the parse takes for a noun."""
    if token.tag != "NN" or at != len(words) - 1 or at == 0 or not is_nominal(words[at - 1]):
        return None
    lemma = token.lower
    if lemma in lexicon.nouns or lemma in lexicon.kinds_by_noun or lemma in lexicon.manner_nouns:
        return None
    cue = lexicon.cue(lemma, WordClass.VERB)
    return cue if cue is not None and cue.allows(Frame.QUOTE) else None


def _cue_after(
    segment: list[Token], ending: str, by_head: dict[int, Candidate], scene: Scene, lexicon: Lexicon, *, is_strict: bool
) -> Candidate | None:
    """'"…," said X', '"…," X said', '"…," X, the mayor, told Y'."""
    words = [token for token in segment if not is_punctuation(token)]
    for k, token in enumerate(words):
        cue = _entry(token, lexicon, scene) or _misread(token, words, k, ending, lexicon)
        if cue is None:
            if (
                is_verbal(token)
                and token.dep not in {"aux", "auxpass", "relcl", "acl", "amod", "compound"}
                and not _in_relative(token)
            ):
                return _unlisted(token, words, k, ending, scene, lexicon, is_strict=is_strict)
            continue
        if token.dep == "relcl" and k > 0:
            continue
        if ending in {".", ";"} and k > 0:
            return None
        candidate = by_head.get(token.i)
        if (
            candidate is not None
            and candidate.content
            and min(candidate.content) > token.i
            and ending not in {",", "?", "!", ""}
        ):
            return None
        return (
            candidate
            if candidate is not None and candidate.source
            else _made(token, cue, words, k, candidate, scene, lexicon)
        )
    return None


def _unlisted(
    verb: Token, words: list[Token], at: int, ending: str, scene: Scene, lexicon: Lexicon, *, is_strict: bool
) -> Candidate | None:
    """'"…," scoffed the veteran': right behind a quotation that ends in a comma any verb tells how it was said."""
    if (
        is_strict
        or ending not in {",", "?", "!"}
        or verb.tag not in {"VBD", "VBZ"}
        or (at > 0 and verb is not words[-1])
    ):
        return None
    if at == 0 and not (len(words) > 1 and (is_nominal(words[1]) or words[1].pos in {"DET", "ADJ"})):
        return None
    return _candidate(verb, verb.lemma.lower(), Stance.NEUTRAL, words, at, None, scene, lexicon)


def _in_relative(token: Token) -> bool:
    return any(ancestor.dep in {"relcl", "acl"} for ancestor in token.ancestors())


def _cue_before(
    segment: list[Token], leads: str, by_head: dict[int, Candidate], scene: Scene, lexicon: Lexicon, *, is_strict: bool
) -> Candidate | None:
    """'X said: "…', 'X told Y, "…', 'X said that "…'."""
    words = [token for token in segment if not is_punctuation(token)]
    if is_strict and leads not in {",", ":"}:
        return None
    for k in range(len(words) - 1, -1, -1):
        token = words[k]
        cue = _entry(token, lexicon, scene) or _misread_before(token, words, k, lexicon)
        if cue is None:
            continue
        if not (cue.allows(Frame.QUOTE) or leads == "") or _only_describes(token, words[:k], lexicon, scene):
            continue
        candidate = by_head.get(token.i)
        if candidate is not None and candidate.content and max(candidate.content) < token.i and leads not in {",", ":"}:
            continue
        return (
            candidate
            if candidate is not None and candidate.source
            else _made(token, cue, words, k, candidate, scene, lexicon)
        )
    return None


def _only_describes(verb: Token, before: list[Token], lexicon: Lexicon, scene: Scene) -> bool:
    """'As Lund put it in a memo explaining the deal, "…"': a participle with an object, and a verb of saying before."""
    if verb.dep != "acl" or verb.child("dobj") is None:
        return False
    return any(_entry(token, lexicon, scene) is not None for token in before)


def _made(
    verb: Token, cue: Cue, words: list[Token], at: int, candidate: Candidate | None, scene: Scene, lexicon: Lexicon
) -> Candidate | None:
    return _candidate(verb, cue.lemma, cue.stance, words, at, candidate, scene, lexicon)


def _candidate(
    verb: Token,
    lemma: str,
    stance: Stance,
    words: list[Token],
    at: int,
    candidate: Candidate | None,
    scene: Scene,
    lexicon: Lexicon,
) -> Candidate | None:
    """A candidate for a cue that the parse left without one, its speaker by place if not by grammar."""
    inside = {token.i for token in words}
    speaker = speaker_of(verb)
    if speaker is None or speaker.i not in inside:
        near = words[at + 1 :] if at == 0 else words[:at][::-1]
        speaker = next((token for token in near if is_nominal(token)), None)
        while (
            speaker is not None
            and speaker.dep in {"compound", "amod", "poss", "nmod", "appos"}
            and speaker.head.i in inside
            and is_nominal(speaker.head)
            and speaker.head is not verb
        ):
            speaker = speaker.head
    if speaker is None:
        return candidate
    source = [
        place for place in source_phrase(speaker, verb, scene) if place in inside or scene.tokens[place].pos == "PUNCT"
    ]
    source = [place for place in source if place != verb.i]
    if candidate is not None:
        candidate.source, candidate.source_head = source, speaker
        return candidate
    return Candidate(
        head=verb,
        frame="quote",
        lemma=lemma,
        stance=stance,
        source=source,
        source_head=speaker,
        cue=[place for place in cue_places(verb, lexicon, scene, content=source) if place in inside],
        content=[],
    )


def _by_run(
    number: int, owner: dict[int, Candidate], candidates: list[Candidate], scene: Scene, lexicon: Lexicon
) -> Candidate | None:
    """The attribution whose run this quotation goes on; a new one when that stands in another sentence or paragraph."""
    first = scene.ranges[number][0][0]
    paragraph = scene.paragraph_of(scene.tokens[first])
    going_on = _run_before(number, owner, scene)
    if going_on is not None:
        _take(going_on, number, scene)
        return going_on
    carried = _speaker_before(number, first, paragraph, candidates, scene)
    if carried is not None and (
        scene.paragraph_of(scene.tokens[first - 1]) == paragraph or _is_quoted_speech(carried, scene)
    ):
        _take(carried, number, scene)
        return carried
    if carried is None:
        subject = _subject_before(number, scene, lexicon)
        if subject is not None:
            return Candidate(
                head=None,
                frame="inherited",
                lemma=None,
                source=source_phrase(subject, subject.head, scene),
                source_head=subject,
                content=scene.places(number),
                quotations=[number],
                confidence=_INHERITED_CONFIDENCE,
            )
    return Candidate(
        head=None,
        frame="orphan" if carried is None else "inherited",
        lemma=None,
        content=scene.places(number),
        quotations=[number],
        inherits=carried,
        confidence=_ORPHAN_CONFIDENCE if carried is None else _INHERITED_CONFIDENCE,
    )


def _is_end(place: int, scene: Scene) -> bool:
    return scene.tokens[place].text in _ENDS and place not in scene.abbreviations


def _run_before(number: int, owner: dict[int, Candidate], scene: Scene) -> Candidate | None:
    """The attribution of the quotation before it in its paragraph, with at most one end of a sentence between."""
    first = scene.ranges[number][0][0]
    previous = next((k for k in range(number - 1, max(number - 6, -1), -1) if k in owner and scene.ranges[k]), None)
    if previous is None:
        return None
    last = scene.ranges[previous][-1][1]
    if scene.paragraph_of(scene.tokens[last - 1]) != scene.paragraph_of(scene.tokens[first]):
        return None
    return owner[previous] if sum(_is_end(place, scene) for place in range(last, first)) <= 1 else None


def _is_sentence(number: int, scene: Scene) -> bool:
    """Whether a short quotation is a sentence of its own: 'said Moreau. "Never again."'"""
    first, last = scene.ranges[number][0][0], scene.ranges[number][-1][1]
    words = [token for token in scene.tokens[first:last] if not is_punctuation(token)]
    starts = first > 0 and scene.tokens[first - 1].text in _ENDS
    return starts and bool(words) and words[0].text[:1].isupper() and _ending(first, last, scene) in _ENDS


def _is_quoted_speech(candidate: Candidate, scene: Scene) -> bool:
    """Whether all of the content stands in quotation marks: a paragraph of nothing but quotation goes on with it."""
    return bool(candidate.quotations) and all(
        scene.quoted[place] >= 0 for place in candidate.content if not is_punctuation(scene.tokens[place])
    )


def _speaker_before(
    number: int, first: int, paragraph: int, candidates: list[Candidate], scene: Scene
) -> Candidate | None:
    """Who was speaking when the quotation begins: at the end of the sentence before it."""
    if first == 0:
        return None
    before = scene.tokens[first - 1]
    if scene.paragraph_of(before) != paragraph and not _fills_paragraph(number, scene):
        return None
    low = scene.parse.sentences[before.sentence].first
    quoted = scene.quoted[before.i]
    if quoted >= 0:
        return next((candidate for candidate in candidates if quoted in candidate.quotations), None)
    near = [
        candidate
        for candidate in candidates
        if candidate.head is not None
        and low <= candidate.head.i < first
        and scene.quoted[candidate.head.i] < 0
        and candidate.source
    ]
    described = {place for candidate in near for place in candidate.source}
    near = [candidate for candidate in near if candidate.head is None or candidate.head.i not in described]
    return max(near, key=lambda candidate: max([*candidate.content[-1:], *candidate.cue[-1:]]), default=None)


def _subject_before(number: int, scene: Scene, lexicon: Lexicon) -> Token | None:
    """Whom the sentence before is about, where it only leads up to a quotation: 'Moreau was unmoved. "I would …"'.

    The quotation is a sentence of its own, and the sentence before has somebody for its subject: a name, "he", "she",
    or one by a role. In the paragraph before it must speak of words: "Moreau continued his remarks", "gave a speech".
    """
    first = scene.ranges[number][0][0]
    if first == 0 or scene.quoted[first - 1] >= 0 or not _stands_alone(number, scene):
        return None
    before = scene.parse.sentences[scene.tokens[first - 1].sentence]
    apart = scene.paragraph_of(scene.tokens[first]) - scene.paragraph_of(scene.tokens[before.first])
    if apart > 1:
        return None
    root = next(
        (token for token in scene.tokens[before.first : before.last] if token.head is token and is_verbal(token)), None
    )
    subject = None if root is None else nearest_subject(root)
    if root is None or subject is None or scene.quoted[subject.i] >= 0:
        return None
    if apart and not (_fills_paragraph(number, scene) and _speaks_of_words(root, lexicon)):
        return None
    pronoun = lexicon.pronouns.get(subject.lower)
    if pronoun is not None:
        return subject if pronoun.person == _THIRD and pronoun.gender in _PERSONAL else None
    is_name = (
        subject.tag == "NNP" and subject.lower not in lexicon.countries and subject.lower not in lexicon.time_names
    )
    return subject if is_name or subject.lemma.lower() in lexicon.role_nouns else None


def _speaks_of_words(verb: Token, lexicon: Lexicon) -> bool:
    thing = verb.child("dobj")
    return thing is not None and not {thing.lower, thing.lemma.lower()}.isdisjoint(lexicon.manner_nouns)


def _stands_alone(number: int, scene: Scene) -> bool:
    """Whether a quotation begins and ends as sentences do."""
    first, last = scene.ranges[number][0][0], scene.ranges[number][-1][1]
    words = [token for token in scene.tokens[first:last] if not is_punctuation(token)]
    starts = scene.paragraph_of(scene.tokens[first - 1]) != scene.paragraph_of(scene.tokens[first]) or (
        scene.tokens[first - 1].text in _ENDS
    )
    return starts and bool(words) and words[0].text[:1].isupper() and _ending(first, last, scene) in _ENDS


_THIRD = 3
_PERSONAL = frozenset({"m", "f"})


def _fills_paragraph(number: int, scene: Scene) -> bool:
    first, last = scene.ranges[number][0][0], scene.ranges[number][-1][1]
    paragraph = scene.paragraph_of(scene.tokens[first])
    if first > 0 and scene.paragraph_of(scene.tokens[first - 1]) == paragraph:
        return False
    end_paragraph = scene.paragraph_of(scene.tokens[last - 1])
    return last >= len(scene.tokens) or scene.paragraph_of(scene.tokens[last]) != end_paragraph

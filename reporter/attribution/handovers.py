"""What hands over to a quotation without a verb of saying: a colon ("Moreau's answer: “…”"), or a question of the
reporter's own ("Her reply? “…”")."""

from collections.abc import Sequence

from reporter.attribution.candidates import Candidate, Scene
from reporter.attribution.lexicon import Lexicon
from reporter.attribution.signatures import DASHES
from reporter.attribution.speakers import nearest_subject, source_phrase
from reporter.attribution.trees import is_nominal, is_punctuation, is_verbal
from reporter.model import Token

_LONGEST_QUESTION = 8
"""Tokens of a question that only hands over: "And the minister's answer?"."""
_FROM_QUESTION = 0.8
_CLOSING = frozenset({")", "):"})
"""The parse may take the bracket and the colon for one sign."""


def colon(segment: Sequence[Token], scene: Scene, lexicon: Lexicon) -> Candidate | None:
    """Who speaks behind a colon; `segment` is what stands between the last stop and the quotation, colon included.

    In this order: whose words they are called ("Moreau's answer:", "in her words:"); whom they come from ("a warning
    from Moreau:", without a verb); the subject of the sentence, or whom it is about where a thing is the subject
    ("The silence did not surprise Moreau:"); a name or a document that stands alone ("Moreau, in Lille:", "The sign:").
    """
    words = _without_bracket(segment if segment[-1].text == "):" else segment[:-1])
    if not words or not scene.is_readable(words[-1]):
        return None
    inside = {token.i for token in words}
    top = next((token for token in words if token.head is token or token.head.i not in inside), words[-1])
    top = _last_clause(top, inside)
    has_verb = any(is_verbal(token) for token in words)
    found = None if has_verb else _possessor(words, lexicon) or _origin(words, lexicon)
    if found is not None:
        return _candidate(segment[-1], _phrase(found, None, inside, scene, lexicon), found)
    speaker = _person_concerned(top, lexicon) if is_verbal(top) else top if _stands_alone(top, words, lexicon) else None
    if speaker is None or speaker.i not in inside:
        return None
    verb = top if is_verbal(top) else None
    return _candidate(segment[-1], _phrase(speaker, verb, inside, scene, lexicon), speaker)


def whose_words(segment: Sequence[Token], scene: Scene, lexicon: Lexicon) -> Candidate | None:
    """Whose words the noun right before a quotation says that they are: 'after her comment that, "We shall …"'."""
    words = [token for token in segment if not is_punctuation(token)]
    if words and words[-1].lower in lexicon.complementisers:
        words = words[:-1]
    found = _possessor(words, lexicon) if words and scene.is_readable(words[-1]) else None
    if found is None or any(is_verbal(token) for token in words if token.i > found.i):
        return None
    return _candidate(words[-1], _phrase(found, None, {token.i for token in words}, scene, lexicon), found)


def _last_clause(top: Token, inside: set[int]) -> Token:
    """The clause that stands next to the colon: "The hall fell silent, and Lund raised a hand: …" is about Lund."""
    while is_verbal(top):
        later = [child for child in top.children if child.dep == "conj" and child.i in inside and is_verbal(child)]
        later = [child for child in later if child.child("nsubj", "nsubjpass") is not None]
        if not later:
            break
        top = later[-1]
    return top


def opening_name(segment: Sequence[Token], scene: Scene) -> bool:
    """Whether nothing but a name and a dash stands before a quotation in its paragraph: 'Ada Moreau — "…"'."""
    first = segment[0]
    starts = first.i == 0 or scene.paragraph_of(scene.tokens[first.i - 1]) != scene.paragraph_of(first)
    return starts and segment[-1].text in DASHES and all(token.pos == "PROPN" for token in segment[:-1])


def question(number: int, scene: Scene, lexicon: Lexicon) -> Candidate | None:
    """Whose reply a short question of the reporter's announces: 'The ministry's response? "We are looking into it."'"""
    first = scene.ranges[number][0][0]
    if first == 0 or scene.quoted[first - 1] >= 0 or scene.tokens[first - 1].text != "?":
        return None
    sentence = scene.parse.sentences[scene.tokens[first - 1].sentence]
    words = [token for token in scene.tokens[sentence.first : first - 1] if scene.quoted[token.i] < 0]
    if not words or len(words) > _LONGEST_QUESTION or any(is_verbal(token) for token in words):
        return None
    found = _possessor(words, lexicon)
    if found is None:
        return None
    source = _phrase(found, None, {token.i for token in words}, scene, lexicon)
    candidate = _candidate(scene.tokens[first - 1], source, found)
    candidate.confidence = _FROM_QUESTION
    return candidate


def _candidate(sign: Token, source: list[int], head: Token) -> Candidate:
    return Candidate(head=sign, frame="colon", lemma=None, source=source, source_head=head, cue=[sign.i])


def _without_bracket(words: Sequence[Token]) -> Sequence[Token]:
    """Less a bracket at the end: "Moreau (Lab.):"."""
    if not words or words[-1].text not in _CLOSING:
        return words
    opening = next((k for k in range(len(words) - 1, 0, -1) if words[k].text == "("), None)
    return words if opening is None else words[:opening]


def _possessor(words: Sequence[Token], lexicon: Lexicon) -> Token | None:
    """Whose words the last noun says that they are: "Moreau's answer", "in his own words", "the union's letter"."""
    last = next((token for token in reversed(words) if not is_punctuation(token)), None)
    if last is None or not is_nominal(last):
        return None
    owner = last.child("poss")
    says = {last.lower, last.lemma.lower()}
    named = lexicon.utterance_nouns | lexicon.manner_nouns | lexicon.document_nouns | lexicon.opinion_nouns
    return owner if owner is not None and not (says.isdisjoint(named) and says.isdisjoint(lexicon.nouns)) else None


def _origin(words: Sequence[Token], lexicon: Lexicon) -> Token | None:
    """Whom words come from: "This from Moreau", "a last warning by the union"."""
    for token in reversed(words):
        if token.lower in lexicon.agent_prepositions and token.dep in {"prep", "ROOT", "agent"}:
            thing = token.child("pobj")
            return thing if thing is not None and _may_speak(thing, lexicon) else None
    return None


def _person_concerned(verb: Token, lexicon: Lexicon) -> Token | None:
    """The subject; or the object, where something without a voice does something to somebody: "It angered Moreau"."""
    subject, thing = nearest_subject(verb), verb.child("dobj")
    mute = subject is not None and subject.pos == "NOUN" and not _may_speak(subject, lexicon)
    return thing if mute and thing is not None and _may_speak(thing, lexicon) else subject


def _may_speak(token: Token, lexicon: Lexicon) -> bool:
    if token.tag == "NNP" and token.lower not in lexicon.time_names:
        return True
    lemma = token.lemma.lower()
    return lemma in lexicon.role_nouns or lemma in lexicon.kinds_by_noun or token.lower in lexicon.pronouns


def _stands_alone(top: Token, words: Sequence[Token], lexicon: Lexicon) -> bool:
    """A name, or a document that is the only thing before the colon."""
    if top.pos == "PROPN":
        return top.lower not in lexicon.time_names
    lemma = top.lemma.lower()
    return top.pos == "NOUN" and lemma in lexicon.written_things and top.i == words[-1].i


def _phrase(head: Token, verb: Token | None, inside: set[int], scene: Scene, lexicon: Lexicon) -> list[int]:
    """The speaker's phrase, less where, when and to whom ("Moreau, in a speech on Friday:") and less the possessive."""
    places = [place for place in source_phrase(head, verb, scene) if place in inside]
    tokens = scene.tokens
    for k, place in enumerate(places):
        token = tokens[place]
        if place > head.i and token.dep == "prep" and token.head is head and not _describes(token, lexicon):
            places = places[:k]
            break
    while places and (is_punctuation(tokens[places[-1]]) and tokens[places[-1]].text not in {")", "]"}):
        places.pop()
    while len(places) > 1 and places[-1] != head.i and tokens[places[-1]].lower in lexicon.possessives:
        places.pop()
    while len(places) > 1 and places[0] < head.i and tokens[places[0]].pos == "ADV":
        places.pop(0)
    return places or [head.i]


def _describes(preposition: Token, lexicon: Lexicon) -> bool:
    thing = preposition.child("pobj")
    if thing is None or preposition.lower not in lexicon.affiliation_prepositions:
        return False
    words = {thing.lower, thing.lemma.lower()}
    return words.isdisjoint(lexicon.manner_nouns) and words.isdisjoint(lexicon.time_names)

"""No answer: "did not respond to a request for comment", "could not be reached for comment"."""

from reporter.attribution.candidates import Candidate, Scene
from reporter.attribution.cuespans import cue_places
from reporter.attribution.lexicon import Lexicon
from reporter.attribution.speakers import nearest_subject, source_phrase
from reporter.attribution.trees import is_negated, phrase
from reporter.model import Stance, Token


def read_silence(verb: Token, scene: Scene, lexicon: Lexicon) -> Candidate | None:
    """A negated answer to a request; its content is the request, which may be all there is to say."""
    if not is_negated(verb) or verb.lemma.lower() not in lexicon.answer_verbs:
        return None
    speaker = nearest_subject(verb)
    if speaker is None:
        return None
    request = _request(verb, lexicon)
    if request is None:
        return None
    return Candidate(
        head=verb,
        frame="silence",
        lemma=verb.lemma.lower(),
        stance=Stance.REFUSING,
        source=source_phrase(speaker, verb, scene),
        source_head=speaker,
        cue=cue_places(verb, lexicon, scene, content=request),
        content=request,
        is_negated=True,
    )


def _request(verb: Token, lexicon: Lexicon) -> list[int] | None:
    for child in verb.children:
        if child.dep == "dobj" and child.lemma.lower() in lexicon.request_nouns:
            return phrase(child)
        if child.dep in {"prep", "dative"} and child.i > verb.i:
            inner = child.child("pobj")
            if inner is not None and inner.lemma.lower() in lexicon.request_nouns:
                return phrase(inner)
    return None

"""Second hand: the outlet that passes the words on ("told the agency", "officials quoted by the agency said")."""

from reporter.attribution.descriptions import is_outlet_compound
from reporter.attribution.lexicon import Lexicon
from reporter.attribution.trees import is_nominal
from reporter.model import Token


def relay_of(verb: Token, speaker: Token | None, lexicon: Lexicon) -> Token | None:
    """The head of the outlet's phrase, None where the words came to the story directly."""
    if verb.lemma in lexicon.telling_verbs:
        for child in verb.children:
            if child.dep in {"dobj", "dative", "iobj"} and is_outlet(child, lexicon):
                return child
    for child in verb.children:
        if child.dep in {"prep", "dative"}:
            inner = child.child("pobj")
            if inner is None:
                continue
            if child.lower in lexicon.hearer_prepositions and is_outlet(inner, lexicon):
                return inner
            if inner.lemma.lower() in lexicon.manner_nouns:
                found = _told_to(inner, lexicon)
                if found is not None:
                    return found
    if speaker is not None:
        for child in speaker.children:
            if child.dep == "acl" and child.lemma in lexicon.quoting_verbs:
                agent = child.child("agent")
                return None if agent is None else agent.child("pobj")
    return None


def _told_to(occasion: Token, lexicon: Lexicon) -> Token | None:
    """ "in an interview with the agency", "in remarks to the paper"."""
    for child in occasion.children:
        if child.dep == "prep" and child.lower in lexicon.hearer_prepositions:
            inner = child.child("pobj")
            if inner is not None and is_outlet(inner, lexicon):
                return inner
    return None


def is_outlet(token: Token, lexicon: Lexicon) -> bool:
    """Whether a phrase names a news outlet: by its own word, or by one in its name."""
    if not is_nominal(token):
        return False
    words = [token, *(child for child in token.children if child.dep in {"compound", "amod", "nmod"})]
    if any(word.lower in lexicon.media_names for word in words):
        return True
    return (
        is_outlet_compound(token, lexicon)
        or token.lemma.lower() in lexicon.media_nouns
        or any(word.lower in lexicon.media_nouns and word.pos == "PROPN" for word in words)
    )

"""Second hand: the outlet that passes the words on ("told the agency", "officials quoted by the agency said")."""

from reporter.attribution.candidates import Candidate, Scene
from reporter.attribution.descriptions import is_outlet_compound
from reporter.attribution.lexicon import Lexicon
from reporter.attribution.speakers import source_phrase
from reporter.attribution.trees import is_nominal, phrase
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


def join_citations(candidates: list[Candidate], scene: Scene, lexicon: Lexicon) -> list[Candidate]:
    """ "the agency reported …, citing officials": the officials say it, and the agency is the relay.

    Only an outlet passes words on so; a minister who cites a study speaks for himself.
    """
    by_head = {candidate.head.i: candidate for candidate in candidates if candidate.head is not None}
    gone: set[int] = set()
    for verb in scene.tokens:
        if verb.tag != "VBG" or verb.lemma.lower() not in lexicon.citing_verbs or scene.quoted[verb.i] >= 0:
            continue
        report = next((by_head[above.i] for above in verb.ancestors() if above.i in by_head), None)
        if report is None or report.source_head is None or not scene.is_readable(verb):
            continue
        citation = by_head.get(verb.i)
        cited = _cited(verb, lexicon)
        own = set(phrase(verb))
        if is_outlet(report.source_head, lexicon):
            if cited is None or report.relay_head is not None:
                continue
            report.relay, report.relay_head = [place for place in report.source if place not in own], report.source_head
            report.source, report.source_head = source_phrase(cited, verb, scene), cited
            report.frame, report.cue, report.lemma = "citing", [verb.i], verb.lemma.lower()
            gone.update(() if citation is None else {id(citation)})
        elif citation is None or citation.source_head is None or _can_cite(citation.source_head, lexicon):
            continue
        else:
            citation.source, citation.source_head = [*report.source], report.source_head
        report.content = [place for place in report.content if place not in own]
    return [candidate for candidate in candidates if id(candidate) not in gone]


def _can_cite(subject: Token, lexicon: Lexicon) -> bool:
    """Whether the subject can cite anything itself; prices that "would fall, citing a study" cannot."""
    words = {subject.lower, subject.lemma.lower()}
    known = lexicon.kinds_by_noun.keys() | lexicon.role_nouns | lexicon.pronouns.keys()
    return subject.pos in {"PROPN", "PRON"} or bool(words & known)


def _cited(verb: Token, lexicon: Lexicon) -> Token | None:
    """Who is cited, if that is somebody or a paper that can say something."""
    thing = verb.child("dobj")
    if thing is None or not is_nominal(thing):
        return None
    return thing if _can_cite(thing, lexicon) else None


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

"""Frames of nouns, adjectives and prepositions: "the claim that", "is confident that", "according to", "reportedly"."""

from reporter.attribution.candidates import Candidate, Scene
from reporter.attribution.content import trimmed
from reporter.attribution.lexicon import Cue, Frame, Lexicon, WordClass
from reporter.attribution.speakers import nearest_subject, source_phrase, speaker_of
from reporter.attribution.trees import clause_of, is_negated, is_nominal, is_punctuation, is_verbal, phrase
from reporter.model import Stance, Token


def read_noun(noun: Token, scene: Scene, lexicon: Lexicon) -> Candidate | None:
    """ "Trump's claim that …", "the claim by X that …", "X made the claim that …", "calls from X for …"."""
    cue = lexicon.cue(noun.lemma.lower(), WordClass.NOUN)
    if cue is None or noun.pos != "NOUN" or noun.dep in {"compound", "amod"}:
        return None
    content, carrier = _noun_content(noun, cue)
    if not content and cue.allows(Frame.INFINITIVE):
        content = _infinitive_behind(noun)
    if not content:
        return None
    owner, part = _owner(noun, lexicon)
    light: Token | None = None
    if owner is None:
        governor = noun.head
        if noun.dep in {"dobj", "attr"} and is_verbal(governor) and governor.lemma in lexicon.light_verbs:
            if cue.stance is Stance.ASKING and governor.lemma in lexicon.raising_question_verbs:
                return _nobodys(noun, cue, governor, content, "noun")
            owner = speaker_of(governor)
            light = governor
        elif noun.dep == "attr" and governor.child("expl") is not None:
            return _nobodys(noun, cue, governor, content, "existential")
    if owner is None:
        return None
    taken = set(content)
    source = [place for place in source_phrase(owner, light or noun, scene) if place not in taken]
    cue_run = {noun.i}
    if light is not None:
        cue_run.update(
            {light.i, *(child.i for child in light.children if child.dep in {"aux", "auxpass", "neg", "prt"})}
        )
    cue_run.update(child.i for child in noun.children if child.dep == "amod" and child.i not in taken)
    if part is not None:
        cue_run.add(part.i)
    if carrier is not None:
        cue_run.add(carrier.i)
    return Candidate(
        head=noun,
        frame="noun",
        lemma=cue.lemma,
        stance=cue.stance,
        source=[place for place in source if place not in cue_run],
        source_head=owner,
        cue=sorted(cue_run),
        content=content,
        is_negated=light is not None and is_negated(light),
    )


def _infinitive_behind(noun: Token) -> list[int]:
    """ "repeated his vow to fight on", with the infinitive hung on the verb."""
    if noun.dep != "dobj":
        return []
    for child in noun.head.children:
        if child.dep in {"advcl", "xcomp"} and any(
            inner.dep == "aux" and inner.tag == "TO" for inner in child.children
        ):
            places = phrase(child)
            if places[0] == noun.i + 1:
                return places
    return []


def _nobodys(noun: Token, cue: Cue, verb: Token, content: list[int], frame: str) -> Candidate:
    """ "There was speculation that …", "The audit raised questions about the deal": nobody is told to have said it."""
    own = [child.i for child in verb.children if child.dep in {"aux", "neg", "expl"}]
    return Candidate(
        head=noun,
        frame=frame,
        lemma=cue.lemma,
        stance=cue.stance,
        cue=sorted({*own, verb.i, noun.i}),
        content=content,
        is_negated=is_negated(verb),
        is_unattributed=True,
    )


def _noun_content(noun: Token, cue: Cue) -> tuple[list[int], Token | None]:
    for child in noun.children:
        if child.i < noun.i:
            continue
        is_infinitive = any(inner.dep == "aux" and inner.tag == "TO" for inner in child.children)
        if child.dep in {"acl", "ccomp"} and is_verbal(child):
            if is_infinitive:
                if cue.allows(Frame.INFINITIVE):
                    return phrase(child), None
            elif cue.allows(Frame.CLAUSE) and any(
                inner.dep in {"mark", "nsubj", "nsubjpass"} for inner in child.children
            ):
                return phrase(child), None
        if child.dep == "relcl" and cue.allows(Frame.CLAUSE) and _is_misread_clause(child):
            return phrase(child), None
        if child.dep == "prep" and child.lower in cue.prepositions:
            inside = [place for place in phrase(child) if place != child.i]
            if inside:
                return inside, child
    return [], None


def _is_misread_clause(clause: Token) -> bool:
    """ "the claim that he lied" read as a relative clause, though nothing is missing in it."""
    return any(child.dep == "mark" for child in clause.children)


def _owner(noun: Token, lexicon: Lexicon) -> tuple[Token | None, Token | None]:
    for child in noun.children:
        if child.dep == "poss":
            return child, None
    for child in noun.children:
        if child.dep in {"prep", "agent"} and child.lower in lexicon.agent_prepositions:
            inner = child.child("pobj")
            if inner is not None:
                return inner, child
        if child.dep == "acl" and child.tag == "VBN":
            agent = child.child("agent")
            inner = None if agent is None else agent.child("pobj")
            if inner is not None:
                return inner, child
    return None, None


def read_adjective(adjective: Token, scene: Scene, lexicon: Lexicon) -> Candidate | None:
    """ "is confident that …", "are critical of …"."""
    cue = lexicon.cue(adjective.lower, WordClass.ADJECTIVE)
    if cue is None or adjective.dep not in {"acomp", "ROOT", "oprd", "attr", "amod", "conj", "advcl", "ccomp"}:
        return None
    verb = adjective.head if adjective.dep in {"acomp", "oprd", "attr"} and is_verbal(adjective.head) else None
    if verb is None and (is_verbal(adjective) or nearest_subject(adjective) is not None):
        verb = adjective  # "was convinced that": a participle that describes
    content: list[int] = []
    carrier: Token | None = None
    for child in [*adjective.children, *(verb.children if verb is not None else ())]:
        if child.i < adjective.i:
            continue
        if child.dep == "ccomp" and cue.allows(Frame.CLAUSE) and child is not adjective:
            content = phrase(child)
            break
        if child.dep in {"prep", "agent"} and child.head is adjective and child.lower in cue.prepositions:
            content, carrier = [place for place in phrase(child) if place != child.i], child
            break
    if not content:
        return None
    owner = speaker_of(verb) if verb is not None else (adjective.head if adjective.dep == "amod" else None)
    if owner is None or owner.lower in lexicon.expletives:
        return None
    cue_run = {adjective.i}
    if verb is not None:
        cue_run.update({verb.i, *(child.i for child in verb.children if child.dep in {"aux", "auxpass", "neg"})})
    if carrier is not None:
        cue_run.add(carrier.i)
    taken = {*content, *cue_run}
    return Candidate(
        head=adjective,
        frame="adjective",
        lemma=cue.lemma,
        stance=cue.stance,
        source=[place for place in source_phrase(owner, verb or adjective, scene) if place not in taken],
        source_head=owner,
        cue=sorted(cue_run),
        content=content,
        is_negated=verb is not None and is_negated(verb),
    )


def read_preposition(token: Token, scene: Scene, lexicon: Lexicon) -> Candidate | None:
    """ "according to X", fronted, trailing or in the middle; "in X's view"."""
    phrase_words = next((words for words in lexicon.source_prepositions if _reads(token, words, scene)), None)
    if phrase_words is None and _names_a_poll(token, lexicon):
        phrase_words = (token.lower,)
    if phrase_words is None:
        return None
    cue = list(range(token.i, token.i + len(phrase_words)))
    source_head = _complement(scene.tokens[cue[-1]], token)
    if source_head is None or _is_measure(source_head, lexicon):
        return None
    source = source_phrase(source_head, None, scene)
    content = _around(token, {*cue, *source, *phrase(token)}, scene)
    if not content:
        return None
    return Candidate(
        head=token,
        frame="according-to",
        lemma=" ".join(phrase_words),
        source=source,
        source_head=source_head,
        cue=cue,
        content=content,
    )


def _names_a_poll(token: Token, lexicon: Lexicon) -> bool:
    """ "leads in most polls", "in a poll on Monday, half of them chose …"."""
    if token.lower not in lexicon.poll_prepositions or token.dep != "prep" or not is_verbal(token.head):
        return False
    thing = token.child("pobj")
    return thing is not None and thing.lemma.lower() in lexicon.poll_nouns


def _is_measure(noun: Token, lexicon: Lexicon) -> bool:
    """Whether it is what something goes by and nobody's word: "according to plan", but not "to the plan"."""
    qualifying = {"det", "poss", "amod", "compound", "nmod"}
    return noun.lemma.lower() in lexicon.measure_nouns and not any(child.dep in qualifying for child in noun.children)


def _reads(token: Token, words: tuple[str, ...], scene: Scene) -> bool:
    if token.lower != words[0] or token.i + len(words) > len(scene.tokens):
        return False
    return all(scene.tokens[token.i + k].lower == word for k, word in enumerate(words))


def _complement(last: Token, first: Token) -> Token | None:
    for token in (last, first):
        inner = token.child("pobj")
        if inner is not None and inner.i > last.i:
            return inner
    return None


def _around(token: Token, own: set[int], scene: Scene) -> list[int]:
    """The clause that a source phrase modifies: to its left when it trails, to its right when it is fronted."""
    sentence = scene.sentence_of(token)
    home = scene.quoted[token.i]
    first, last = sentence.first, sentence.last
    end = max(own) + 1
    before = [place for place in range(first, min(own)) if not is_punctuation(scene.tokens[place])]
    after = [place for place in range(end, last) if not is_punctuation(scene.tokens[place])]
    clause = clause_of(token.head)  # "according" may be tagged as a verb of its own
    if not before:
        places = list(range(end, last))
    elif not after or (end < last and scene.tokens[end].text in {",", ".", ";", "-", "—", "–"}):
        places = list(range(_clause_start(clause, token, sentence.first, scene), min(own)))
        if end < last and scene.tokens[end].text == "," and _goes_on(clause, end):
            places += [place for place in range(end, last) if place in set(phrase(clause))]
    else:
        top = clause
        places = [place for place in phrase(top) if place not in own]
    return trimmed([place for place in places if place not in own and (home < 0 or scene.quoted[place] == home)], scene)


def _goes_on(clause: Token, end: int) -> bool:
    """Whether the clause around the phrase has its main verb still to come: "The bank, according to X, fell"."""
    return clause.i > end


def _clause_start(clause: Token, token: Token, first: int, scene: Scene) -> int:
    """Where a clause that a trailing source phrase closes begins: the sentence, or a coordinated clause after "but"."""
    if clause.dep == "conj" and is_verbal(clause) and nearest_subject(clause) is not None:
        return phrase(clause)[0]
    if clause.dep in {"relcl", "advcl"} and scene.tokens[token.i - 1].text != ",":
        return phrase(clause)[0]
    start = first
    while start < token.i and scene.tokens[start].dep == "cc":
        start += 1
    return start


def read_hearsay(adverb: Token, scene: Scene, lexicon: Lexicon) -> Candidate | None:
    """ "was reportedly seen": somebody says so, and nobody is named."""
    if adverb.lower not in lexicon.hearsay_adverbs or adverb.pos != "ADV":
        return None
    clause = clause_of(adverb)
    own = phrase(clause, without=_other_clauses(clause))
    places = [place for place in own if place != adverb.i and scene.quoted[place] == scene.quoted[adverb.i]]
    if clause.dep in {"ROOT", "ccomp"} and not places:
        return None
    content = trimmed(places, scene)
    if not content:
        return None
    return Candidate(
        head=adverb,
        frame="hearsay",
        lemma=adverb.lower,
        stance=Stance.DOUBTING,
        cue=[adverb.i],
        content=content,
        is_unattributed=True,
    )


def _other_clauses(clause: Token) -> list[Token]:
    """Coordinated clauses with a subject of their own: the adverb says nothing of them."""
    for child in clause.children:
        if child.dep == "conj" and is_verbal(child) and child.i > clause.i and nearest_subject(child) is not None:
            joiners = [other for other in clause.children if other.dep == "cc" and clause.i < other.i < child.i]
            return [child, *joiners[-1:], *_other_clauses(child)]
    return []


def read_opinion(noun: Token, scene: Scene, lexicon: Lexicon) -> Candidate | None:
    """ "in the minister's view, …"."""
    if (
        noun.lemma.lower() not in lexicon.opinion_nouns
        or noun.dep != "pobj"
        or noun.head.lower not in lexicon.opinion_prepositions
    ):
        return None
    owner = next((child for child in noun.children if child.dep == "poss"), None)
    if owner is None or not is_nominal(owner):
        return None
    own = set(phrase(noun.head))
    content = _around(noun.head, own, scene)
    if not content:
        return None
    source = source_phrase(owner, None, scene)
    return Candidate(
        head=noun,
        frame="opinion",
        lemma=noun.lemma.lower(),
        stance=Stance.BELIEVING,
        source=source,
        source_head=owner,
        cue=sorted(own - set(source) - {place for place in own if scene.tokens[place].dep == "case"}),
        content=content,
    )

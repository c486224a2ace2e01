"""Frames of verb cues: where the content of "said", "denied", "accused" hangs on the parse."""

from reporter.attribution.anonymity import asks_for_anonymity
from reporter.attribution.candidates import Candidate, Scene
from reporter.attribution.content import clause_places, comes_before, is_question, widen_before, with_following
from reporter.attribution.cuespans import cue_places
from reporter.attribution.freerelatives import free_relative
from reporter.attribution.lexicon import Cue, Frame, Lexicon, WordClass
from reporter.attribution.lostsubjects import standing_before
from reporter.attribution.passives import read_passive
from reporter.attribution.predicates import named_as, quoted_predicate
from reporter.attribution.relays import relay_of
from reporter.attribution.speakers import nearest_subject, source_phrase, speaker_of
from reporter.attribution.trees import (
    holds_number,
    is_negated,
    is_nominal,
    is_passive,
    is_punctuation,
    is_verbal,
    phrase,
)
from reporter.model import Stance, Token


def read_verb(verb: Token, scene: Scene, lexicon: Lexicon) -> Candidate | None:
    """The attribution that hangs on this verb, if its entry allows what the parse shows; content may still be empty
    for a verb that can introduce a quotation (the caller joins or drops it)."""
    cue = lexicon.cue(verb.lemma.lower(), WordClass.VERB)
    if cue is None or verb.dep in {"aux", "auxpass", "amod", "compound", "poss"} or verb.tag == "MD":
        return None
    if _is_carried_by_quoting(verb, lexicon):
        return None  # "was quoted as saying" is read at "quoted"
    if asks_for_anonymity(verb, scene, lexicon) or _is_refused(verb, lexicon):
        return None
    if is_passive(verb) or _is_bare_participle(verb):
        return read_passive(verb, cue, scene, lexicon)
    speaker = _author_of(speaker_of(verb), verb, lexicon)
    if verb.tag == "VBG" and nearest_subject(verb) is None:
        speaker = _beyond_the_noun(verb, speaker, scene, lexicon)
    content, frame = _content(verb, cue, speaker, scene, lexicon)
    if not content and not (cue.allows(Frame.QUOTE) or cue.stance is Stance.REFUSING):
        return None
    if speaker is None and not content:
        return None
    if speaker is None and frame in {"clause", "trailing", "parenthetical"} and verb.tag in _FINITE:
        speaker = standing_before(verb, scene)
    if speaker is None and verb.dep in _SUBJECTS:
        return None  # "Telling the truth is hard", "Reporting restrictions were lifted": an act, not a report
    if frame in {"object", "infinitive"} and _only_describes(verb, cue, scene):
        return None
    return _made(verb, cue, frame, speaker, content, scene, lexicon)


_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = frozenset({"csubj", "csubjpass", "nsubj", "nsubjpass"})


def _is_refused(verb: Token, lexicon: Lexicon) -> bool:
    """ "refused to say whether a knife was found": the words that were never said are the refusal's own content."""
    if verb.dep != "xcomp" or not _is_infinitive(verb):
        return False
    outer = lexicon.cue(verb.head.lemma.lower(), WordClass.VERB)
    return outer is not None and outer.stance is Stance.REFUSING


def _author_of(speaker: Token | None, verb: Token, lexicon: Lexicon) -> Token | None:
    """Who speaks in a document: she where she "released a letter saying", the letter where she "found" it."""
    if (
        speaker is None
        or verb.dep != "acl"
        or speaker.dep != "dobj"
        or speaker.lemma.lower() not in lexicon.document_nouns
        or speaker.head.lemma.lower() not in lexicon.issuing_verbs
    ):
        return speaker
    return nearest_subject(speaker.head) or speaker


def _beyond_the_noun(verb: Token, speaker: Token | None, scene: Scene, lexicon: Lexicon) -> Token | None:
    """Who says it where a participle follows another noun than its speaker's.

    "She emailed supporters saying …": who writes to them. "She shared the news on Monday, writing …", "He closed with a
    story about the port, remarking …": behind a comma it is the subject of the clause.
    """
    if verb.dep == "acl" and speaker is verb.head:
        above = verb.head.head
        if verb.head.dep in {"dobj", "dative"} and above.lemma.lower() in lexicon.messaging_verbs:
            return nearest_subject(above) or speaker
        if verb.i > 0 and scene.tokens[verb.i - 1].text == ",":
            subject = _subject_above(verb)
            return speaker if subject is None else subject
    if (
        verb.dep == "advcl"
        and verb.i > 0
        and scene.tokens[verb.i - 1].text == ","
        and verb.lemma.lower() not in lexicon.citing_verbs
    ):
        return _reporter_above(verb, lexicon) or speaker
    return speaker


def _reporter_above(verb: Token, lexicon: Lexicon) -> Token | None:
    """ "Lund said the port would close, adding …": who said, where the reported clause tells what is not yet so."""
    for clause in verb.ancestors():
        if clause.dep == "ccomp" and is_verbal(clause.head) and clause.i > clause.head.i:
            is_open = any(child.tag in {"MD", "TO"} for child in clause.children) or clause.lemma == "be"
            outer = lexicon.cue(clause.head.lemma.lower(), WordClass.VERB)
            if outer is None or outer.stance is Stance.BELIEVING:
                continue
            return nearest_subject(clause.head) if is_open or verb.lemma.lower() in lexicon.adding_verbs else None
    return None


def _subject_above(verb: Token) -> Token | None:
    """The subject of the nearest clause over the noun that the verb hangs on."""
    for above in verb.ancestors():
        if is_verbal(above):
            subject = nearest_subject(above)
            if subject is not None:
                return subject if subject.tag not in {"WDT", "WP"} else None
    return None


def _only_describes(verb: Token, cue: Cue, scene: Scene) -> bool:
    """Whether an opinion of somebody's is only told to say who they are ("voters who back the mayor"), or that it
    might be held ("to support the bill")."""
    if cue.stance not in _OPINIONS:
        return False
    if verb.dep in {"acl", "relcl"}:
        return verb.i > 0 and scene.tokens[phrase(verb)[0] - 1].text != ","
    return any(child.tag in {"TO", "MD"} for child in verb.children)


_OPINIONS = frozenset({Stance.BELIEVING, Stance.DENYING})


def _made(
    verb: Token, cue: Cue, frame: str, speaker: Token | None, content: list[int], scene: Scene, lexicon: Lexicon
) -> Candidate:
    source = source_phrase(speaker, verb, scene) if speaker is not None else []
    taken = set(source)
    content = [place for place in content if place not in taken]
    if comes_before(content, verb) and frame != "relative":
        content = widen_before(content, verb, source, scene)
    cue_run = cue_places(verb, lexicon, scene, content=[*content, *source])
    taken_by_cue = set(cue_run)
    relay = relay_of(verb, speaker, lexicon)
    return Candidate(
        head=verb,
        frame=frame,
        lemma=cue.lemma,
        stance=_stance(cue, frame, lexicon),
        source=source,
        source_head=speaker,
        cue=cue_run,
        content=[place for place in content if place not in taken_by_cue],
        relay=[] if relay is None else source_phrase(relay, verb, scene),
        relay_head=relay,
        is_negated=is_negated(verb),
    )


def _stance(cue: Cue, frame: str, lexicon: Lexicon) -> Stance:
    """How far the cue commits its speaker: "told bathers to leave" asks, "told them that" does not."""
    is_order = frame == "infinitive" and cue.lemma in lexicon.telling_verbs and cue.stance is Stance.NEUTRAL
    return Stance.ASKING if is_order else cue.stance


def _content(verb: Token, cue: Cue, speaker: Token | None, scene: Scene, lexicon: Lexicon) -> tuple[list[int], str]:
    clause = _clausal(verb, cue, speaker, scene, lexicon)
    if clause[0]:
        return clause
    if cue.allows(Frame.PREDICATE):
        found = named_as(verb, scene, lexicon)
        if not found and cue.stance is Stance.NEUTRAL:
            found = quoted_predicate(verb, scene)
        if found:
            return with_following(found, verb, scene), "predicate"
    if cue.allows(Frame.INFINITIVE):
        for child in verb.children:
            if child.dep in {"xcomp", "ccomp", "advcl"} and _is_infinitive(child) and child.i > verb.i:
                hearer = verb.child("dobj")
                before = phrase(hearer) if hearer is not None and verb.i < hearer.i < child.i else []
                return sorted({*before, *phrase(child)}), "infinitive"
    if cue.allows(Frame.GERUND):
        for child in verb.children:
            if child.dep in {"xcomp", "ccomp"} and _is_gerund(child) and child.i > verb.i:
                return phrase(child), "gerund"
    found = _prepositional(verb, cue, lexicon)
    if found:
        return with_following(found, verb, scene), "prepositional"
    if cue.allows(Frame.OBJECT):
        found = _object(verb, scene)
        if found:
            return with_following(found, verb, scene), "object"
    if cue.allows(Frame.FINDING) and speaker is not None and speaker.lemma.lower() in lexicon.document_nouns:
        found = _object(verb, scene)
        if found:
            return with_following(found, verb, scene), "object"
    named = free_relative(verb, cue, scene, lexicon)
    return (named, "relative") if named else ([], "quote")


def _clausal(verb: Token, cue: Cue, speaker: Token | None, scene: Scene, lexicon: Lexicon) -> tuple[list[int], str]:
    if not cue.allows(Frame.CLAUSE, Frame.QUOTE):
        return [], "clause"
    own = nearest_subject(verb)
    clauses = [
        child
        for child in verb.children
        if child is not speaker
        and (
            (child.dep == "ccomp" and (cue.allows(Frame.GERUND) or not _is_gerund(child) or nearest_subject(child)))
            or is_question(child, verb, cue, lexicon)
        )
    ]
    if not clauses and verb.lemma in lexicon.telling_verbs:
        clauses = _behind_hearer(verb)
    before = [child for child in clauses if child.i < verb.i and not _is_apart(child, verb, own, scene)]
    after = [child for child in clauses if child.i > verb.i]
    if any(_is_marked(child, lexicon) for child in after):
        before = []  # "Asked about the quay, which she said …, Holt remarked that it was late"
    if after and not before:
        if not cue.allows(Frame.CLAUSE):
            return [], "quote"
        places = [place for child in after for place in clause_places(child, verb, scene)]
        places += [
            child.i
            for child in verb.children
            if child.dep in {"nsubj", "dobj"}
            and child is not own
            and child.tag in {"WP", "WDT"}
            and verb.dep == "relcl"
        ]
        return sorted(set(places)), "clause"
    if before:
        places = [place for child in clauses for place in phrase(child)]
        return sorted(set(places)), "trailing"
    if own is not None and _is_parenthetical(verb, cue, own, scene, lexicon) and _is_set_off(verb, scene):
        return phrase(verb.head, without=(verb,)), "parenthetical"
    if own is not None and verb.dep == "relcl":
        complement = verb.child("xcomp")
        if complement is not None and cue.allows(Frame.CLAUSE) and not _is_infinitive(complement):
            places = phrase(complement)
            places += [child.i for child in verb.children if child.tag in {"WP", "WDT"} and child is not own]
            return sorted(set(places)), "relative"
    return [], "clause"


def _is_marked(clause: Token, lexicon: Lexicon) -> bool:
    mark = clause.child("mark")
    return mark is not None and mark.lower in lexicon.complementisers


def _is_apart(clause: Token, verb: Token, own: Token | None, scene: Scene) -> bool:
    """Whether a clause is parted from the verb behind it.

    By a semicolon ("Prices rose; the bank said it would act"), or by a colon right before the speaker ("Some were cool:
    Lund called it a start").
    """
    if scene.quoted[clause.i] >= 0:
        return False
    first = None if own is None else phrase(own)[0]
    if first is not None and clause.i < first < verb.i and scene.tokens[first - 1].text == ":":
        return True
    return any(token.text == ";" for token in scene.tokens[clause.i : verb.i])


def _behind_hearer(verb: Token) -> list[Token]:
    """ "reassured residents that the water was clean", with the clause hung on the hearer."""
    return [
        clause
        for hearer in verb.children
        if hearer.dep in {"dobj", "dative"}
        for clause in hearer.children
        if clause.dep in {"acl", "relcl"} and any(child.dep == "mark" for child in clause.children)
    ]


def _is_parenthetical(verb: Token, cue: Cue, own: Token, scene: Scene, lexicon: Lexicon) -> bool:
    """ "It rained, he said, all day"; "It rained, as he said": the cue hangs on what it reports."""
    hearers = {"dobj"} if verb.lemma.lower() in lexicon.telling_verbs else set()
    if any(child.dep in _COMPLEMENTS - hearers for child in verb.children):
        return False
    if verb.dep == "advcl":
        return cue.allows(Frame.CLAUSE) and any(
            child.dep == "mark" and child.lower in lexicon.comment_marks for child in verb.children
        )
    if verb.dep not in {"parataxis", "ccomp"} or not is_verbal(verb.head):
        return False
    teller = nearest_subject(verb.head) if lexicon.cue(verb.head.lemma.lower(), WordClass.VERB) is not None else None
    is_between = verb.dep == "ccomp" or scene.quoted[verb.head.i] >= 0
    if is_between and verb.i < verb.head.i and teller is not None and teller.i > verb.i:
        return False  # "The dam will hold, said the engineer": what is said, not who says it
    return not any(child.dep == "mark" for child in verb.children) and verb.head.i != own.i


_COMPLEMENTS = frozenset({"dobj", "xcomp", "ccomp", "acomp", "attr", "oprd"})


def _is_set_off(verb: Token, scene: Scene) -> bool:
    """Whether the cue's own words stand apart: at the sentence's edge, or between commas or quotation marks."""
    places = phrase(verb)
    sentence = scene.sentence_of(verb)
    tokens = scene.tokens
    starts = places[0] == sentence.first or is_punctuation(tokens[places[0] - 1]) or is_punctuation(tokens[places[0]])
    ends = (
        places[-1] + 1 >= sentence.last or is_punctuation(tokens[places[-1] + 1]) or is_punctuation(tokens[places[-1]])
    )
    return starts and ends


def _is_infinitive(token: Token) -> bool:
    return any(child.dep == "aux" and child.tag == "TO" for child in token.children)


def _is_carried_by_quoting(verb: Token, lexicon: Lexicon) -> bool:
    preposition = verb.head
    return (
        verb.dep == "pcomp"
        and preposition.lower in lexicon.predicate_prepositions
        and preposition.head.lemma in lexicon.quoting_verbs
        and is_passive(preposition.head)
    )


def _is_gerund(token: Token) -> bool:
    return token.tag == "VBG" and not any(child.dep in {"aux", "mark"} for child in token.children)


def _is_bare_participle(verb: Token) -> bool:
    return (
        verb.tag == "VBN"
        and verb.dep in {"acl", "advcl"}
        and not any(child.dep in {"aux", "nsubj"} for child in verb.children)
    )


def _prepositional(verb: Token, cue: Cue, lexicon: Lexicon) -> list[int]:
    thing = next((child for child in verb.children if child.dep == "dobj" and child.i > verb.i), None)
    for child in verb.children:
        if child.dep not in {"prep", "agent"} or child.i < verb.i:
            continue
        if cue.allows(Frame.FIGURE) and not (
            thing is not None and phrase(thing)[-1] + 1 == child.i and holds_number(child)
        ):
            continue
        if thing is not None and child.lower in cue.object_prepositions:
            return sorted({*phrase(thing), *phrase(child)})
        if child.lower in cue.prepositions:
            if thing is not None and verb.lemma.lower() in lexicon.summoning_verbs:
                return []  # "called a meeting for Friday"
            return [place for place in phrase(child) if place != child.i]
    if thing is not None and cue.object_prepositions:
        for child in thing.children:
            if child.dep == "prep" and child.lower in cue.object_prepositions:
                return phrase(thing)
    return []


def _object(verb: Token, scene: Scene) -> list[int]:
    for child in verb.children:
        if child.dep == "dobj":
            return phrase(child)
        if child.dep == "ccomp" and child.i > verb.i:
            places = phrase(child)
            if scene.tokens[places[0]].tag == "WP":
                return places  # "denounced what it called a trick"
    if verb.dep == "relcl" and is_nominal(verb.head) and nearest_subject(verb) is not None:
        return phrase(verb.head, without=(verb,))
    return []

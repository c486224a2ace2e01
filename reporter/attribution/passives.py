"""Passive frames: "was accused by X of lying", "was quoted by X as saying", "was reported to have fled"."""

from reporter.attribution.candidates import Candidate, Scene
from reporter.attribution.content import is_question
from reporter.attribution.cuespans import cue_places
from reporter.attribution.lexicon import Cue, Frame, Lexicon, WordClass
from reporter.attribution.speakers import nearest_subject, source_phrase
from reporter.attribution.trees import holds_number, is_negated, phrase
from reporter.model import Stance, Token


def read_passive(verb: Token, cue: Cue, scene: Scene, lexicon: Lexicon) -> Candidate | None:
    """ "was accused by X of lying", "was quoted by X as saying", "was reported to have fled"."""
    agent = next((child for child in verb.children if child.dep == "agent"), None)
    agent_head = None if agent is None else agent.child("pobj")
    about = nearest_subject(verb)
    if about is None and verb.dep == "acl":
        about = verb.head
    if verb.lemma in lexicon.quoting_verbs:
        quoted = _quoted_as_saying(verb, about, agent_head, scene, lexicon)
        if quoted is not None:
            return quoted
    parts: list[int] = []
    charge: list[int] = []
    for child in verb.children:
        if cue.allows(Frame.FIGURE):  # "the toll was put at 12"
            is_figure = child.dep == "prep" and child.lower in cue.object_prepositions and holds_number(child)
            parts += phrase(child) if is_figure else []
        elif child.dep == "prep" and child.i > verb.i and child.lower in cue.object_prepositions:
            charge += [place for place in phrase(child) if place != child.i or agent is not None]
        elif (
            (child.dep in {"ccomp", "xcomp", "oprd"} and child.i > verb.i) or is_question(child, verb, cue, lexicon)
        ) or (
            child.dep == "prep"
            and child.i > verb.i
            and (
                child.lower in cue.prepositions
                or (cue.allows(Frame.PREDICATE) and child.lower in lexicon.predicate_prepositions)
            )
        ):
            parts += phrase(child)
    parts += charge
    if agent_head is None:
        if not (cue.allows(Frame.PASSIVE) and parts) or verb.dep == "acl":
            return None
    elif not (parts or cue.allows(Frame.OBJECT, Frame.PREDICATE)):
        return None
    content = set(parts)
    if verb.lemma.lower() in lexicon.telling_verbs or (charge and agent_head is None):
        pass  # "was asked whether", "is accused of lying": the subject is the hearer, or whom it is laid to
    elif about is not None and about.lower not in lexicon.expletives and verb.dep != "acl":
        content.update(phrase(about))
    elif about is not None and about.lower in lexicon.expletives and not parts:
        content.add(about.i)
    if not content:
        return None
    source = source_phrase(agent_head, verb, scene) if agent_head is not None else []
    ordered = sorted(content - set(source))
    cue_run = cue_places(verb, lexicon, scene, content=[*ordered, *source])
    if agent is not None:
        cue_run = sorted({*cue_run, agent.i})
    elif charge:
        cue_run = sorted({*cue_run, *(child.i for child in verb.children if child.lower in cue.object_prepositions)})
    return Candidate(
        head=verb,
        frame="passive" if agent_head is not None else "agentless",
        lemma=cue.lemma,
        stance=cue.stance,
        source=source,
        source_head=agent_head,
        cue=cue_run,
        content=[place for place in ordered if place not in set(cue_run)],
        is_negated=is_negated(verb),
        is_unattributed=agent_head is None,
    )


def _quoted_as_saying(
    verb: Token, speaker: Token | None, agent: Token | None, scene: Scene, lexicon: Lexicon
) -> Candidate | None:
    """ "X was quoted by the agency as saying …": X speaks, the agency is the relay."""
    carrier = next(
        (child for child in verb.children if child.dep == "prep" and child.lower in lexicon.predicate_prepositions),
        None,
    )
    saying = None if carrier is None else carrier.child("pcomp")
    if speaker is None or carrier is None or saying is None:
        return None
    content = [place for child in saying.children if child.dep in {"ccomp", "xcomp", "dobj"} for place in phrase(child)]
    cue = lexicon.cue(saying.lemma.lower(), WordClass.VERB)
    return Candidate(
        head=saying,
        frame="quoted-as-saying",
        lemma=saying.lemma.lower() if cue is None else cue.lemma,
        stance=Stance.NEUTRAL if cue is None else cue.stance,
        source=source_phrase(speaker, verb, scene),
        source_head=speaker,
        cue=sorted(
            {*(child.i for child in verb.children if child.dep in {"aux", "auxpass"}), verb.i, carrier.i, saying.i}
        ),
        content=sorted(content),
        relay=[] if agent is None else source_phrase(agent, verb, scene),
        relay_head=agent,
    )

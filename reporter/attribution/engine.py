"""The attribution stage: quotations, frames, then sources."""

from reporter.attribution.asides import read_asides
from reporter.attribution.candidates import Candidate, Scene
from reporter.attribution.content import part_additions, trimmed
from reporter.attribution.labels import read_labels
from reporter.attribution.ledger import Ledger
from reporter.attribution.lexicon import Frame, Lexicon, WordClass
from reporter.attribution.nominals import read_adjective, read_hearsay, read_noun, read_opinion, read_preposition
from reporter.attribution.quotes import find_quotations
from reporter.attribution.refusals import read_silence
from reporter.attribution.relays import join_citations
from reporter.attribution.speech import join_quotations
from reporter.attribution.trees import is_finite, is_punctuation, is_verbal, spans_of
from reporter.attribution.verbs import read_verb
from reporter.model import Article, Attribution, Parse, QuoteType, Settings, Source, SourceKind, Span, Stance, Token


def find_attributions(
    article: Article, parse: Parse, lexicon: Lexicon, settings: Settings
) -> tuple[tuple[Attribution, ...], tuple[Source, ...]]:
    """Who says what in the story, in text order, and the ledger of its sources by first mention.

    Nested attributions (what a source says that another says) stand beside the outer one and name it in `within`.
    A quotation of five words or more always has an attribution; without a speaker its source and cue are empty.
    """
    scene = Scene(article, parse, find_quotations(article, lexicon.elisions, lexicon.saying_forms), lexicon.titles)
    candidates = join_citations(_read(scene, lexicon), scene, lexicon)
    part_additions(candidates, scene)
    candidates = read_asides(join_quotations(candidates, scene, lexicon), scene, lexicon)
    kept = _voices(_kept(candidates, scene, lexicon), lexicon)
    ledger = Ledger(scene, lexicon, settings)
    resolved = ledger.resolve(kept)
    inner = _nesting(kept)
    ids = {id(candidate): f"a{number}" for number, candidate in enumerate(kept, start=1)}
    attributions = tuple(
        Attribution(
            id=ids[id(candidate)],
            source=spans_of(candidate.source, scene.tokens),
            cue=spans_of(candidate.cue, scene.tokens),
            content=spans_of(candidate.content, scene.tokens),
            quote_type=_quote_type(candidate, scene),
            frame=candidate.frame,
            cue_lemma=candidate.lemma,
            stance=candidate.stance,
            source_id=source_id,
            within=None if outer is None else ids[id(outer)],
            relay=relay_id,
            is_negated=candidate.is_negated,
            confidence=candidate.confidence,
        )
        for candidate, (source_id, relay_id), outer in zip(kept, resolved, inner, strict=True)
    )
    return attributions, ledger.sources()


def _read(scene: Scene, lexicon: Lexicon) -> list[Candidate]:
    found: list[Candidate] = read_labels(scene, lexicon)
    for token in scene.tokens:
        candidate: Candidate | None = None
        if not scene.is_readable(token):
            continue
        if is_verbal(token):
            candidate = read_silence(token, scene, lexicon) or read_verb(token, scene, lexicon)
            if candidate is None and token.tag == "VBN":
                candidate = read_adjective(token, scene, lexicon)
        elif token.pos == "NOUN":
            candidate = read_noun(token, scene, lexicon) or read_opinion(token, scene, lexicon)
        elif token.pos == "ADJ":
            candidate = read_adjective(token, scene, lexicon)
        elif token.pos == "ADV":
            candidate = read_hearsay(token, scene, lexicon)
        if candidate is None:
            candidate = read_preposition(token, scene, lexicon)
        if candidate is not None:
            found.append(candidate)
    return found


def _kept(candidates: list[Candidate], scene: Scene, lexicon: Lexicon) -> list[Candidate]:
    kept = []
    for candidate in candidates:
        _clip(candidate, scene)
        if not candidate.content and candidate.stance is not Stance.REFUSING:
            continue
        if not (candidate.content or candidate.cue) or not _is_voice(candidate, scene, lexicon):
            continue
        kept.append(candidate)
    return kept


def _voices(candidates: list[Candidate], lexicon: Lexicon) -> list[Candidate]:
    """Less what is only a part of what somebody says: "she said she supported it", "he said they had promised it".

    It is the outer speaker's content, not another voice. What others say, deny, admit or cast doubt on stays, as a link
    in the chain ("the ministry said the driver had denied it"), and so does all inside of a mere stance ("defended the
    wall, which it said was cheap").
    """
    outer = _nesting(candidates)
    return [
        candidate
        for candidate, holder in zip(candidates, outer, strict=True)
        if holder is None or not _is_speech(holder) or not _is_only_content(candidate, lexicon)
    ]


def _is_speech(candidate: Candidate) -> bool:
    return bool(candidate.source) and candidate.stance is not Stance.BELIEVING


def _is_only_content(candidate: Candidate, lexicon: Lexicon) -> bool:
    if candidate.stance in _LINKS_BY_STANCE or candidate.quotations:
        return candidate.source_head is None and not candidate.quotations
    if candidate.stance is Stance.BELIEVING or candidate.frame in _FRAMES_OF_STANCE:
        return True
    speaker, head = candidate.source_head, candidate.head
    if speaker is None or speaker.lower not in lexicon.pronouns:
        return speaker is None
    return head is None or head.dep != "relcl" or speaker.lower in lexicon.relative_pronouns


def _is_voice(candidate: Candidate, scene: Scene, lexicon: Lexicon) -> bool:
    """Whether an attribution inside of a quotation brings in another voice.

    A speaker's own "I think", "you know" and "we want" do not, nor what people in general say or believe.
    """
    if candidate.head is None or scene.quoted[candidate.head.i] < 0:
        return True
    if candidate.stance is Stance.BELIEVING or candidate.frame not in _FRAMES_OF_SPEECH:
        return False
    speaker = candidate.source_head
    if speaker is None or not candidate.source:
        return False
    if speaker.lower in lexicon.vague_pronouns or speaker.lower in lexicon.relative_pronouns:
        return False
    pronoun = lexicon.pronouns.get(speaker.lower)
    if pronoun is not None and (pronoun.person != _THIRD or pronoun.is_plural or pronoun.gender == _NEUTER):
        return False
    if candidate.frame == "according-to":
        return True
    return is_finite(candidate.head) and not _is_only_thought_of(candidate, lexicon)


def _is_only_thought_of(candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether the speaker only imagines, denies or foresees that it is said, or lays it to people in general or things.

    "They would say that we gave in", "most people tell you", "nobody ever said so", "this election proves that", "when
    the bank says no".
    """
    head, speaker = candidate.head, candidate.source_head
    if head is None or speaker is None:
        return False
    if candidate.is_negated or any(child.tag == "MD" for child in head.children) or _is_supposed(head):
        return True
    cue = lexicon.cue(candidate.lemma, WordClass.VERB) if candidate.lemma is not None else None
    if cue is not None and not cue.allows(Frame.QUOTE) and not _is_finding(speaker, candidate.stance, lexicon):
        return True  # "he has shown that", "they pretend that": nobody's words
    words = {speaker.lower, speaker.lemma.lower()}
    people = (lexicon.kinds_by_noun, lexicon.role_nouns, lexicon.gendered_nouns, lexicon.person_reference_nouns)
    if speaker.pos == "NOUN" and not any(word in known for word in words for known in people):
        return True
    is_many = speaker.tag in {"NNS", "NNPS"} or speaker.lower in lexicon.collective_nouns
    return is_many and not any(child.lower in lexicon.definite_words for child in speaker.children)


def _is_finding(speaker: Token, stance: Stance, lexicon: Lexicon) -> bool:
    """Whether it is a link all the same: a denial, or what a paper or a body found ("the inquiry found that")."""
    kinds = {lexicon.kinds_by_noun.get(word) for word in (speaker.lower, speaker.lemma.lower())}
    return stance is Stance.DENYING or not kinds.isdisjoint({SourceKind.DOCUMENT, SourceKind.ORGANISATION})


def _is_supposed(verb: Token) -> bool:
    """Whether a clause only tells a case: "when the bank says no, …", "a town where the mayor tells you …"."""
    clause = verb
    while clause.dep == "conj" and clause.head is not clause:
        clause = clause.head
    if clause.dep in {"relcl", "acl"}:
        return True
    return clause.dep == "advcl" and clause.child("mark", "advmod") is not None


_THIRD = 3
_NEUTER = "n"
_LINKS_BY_STANCE = frozenset({Stance.REFUSING, Stance.DENYING, Stance.ENDORSING, Stance.DOUBTING})
_FRAMES_OF_STANCE = frozenset({"object", "infinitive", "gerund", "adjective", "noun", "prepositional"})
_FRAMES_OF_SPEECH = frozenset({"clause", "trailing", "quote", "according-to", "parenthetical", "predicate"})


def _clip(candidate: Candidate, scene: Scene) -> None:
    """What is said inside of a quotation stays inside of it; the roles share no token."""
    if candidate.head is not None:
        home = scene.quoted[candidate.head.i]
        if home >= 0:
            candidate.content = [place for place in candidate.content if scene.quoted[place] == home]
            candidate.source = [place for place in candidate.source if scene.quoted[place] == home]
        elif candidate.source_head is not None:
            home = scene.short_quotation_of(candidate.head, candidate.source_head)
            inside = set(scene.places(home)) if home >= 0 else set(candidate.content)
            candidate.content = [place for place in candidate.content if place in inside]
    taken = {*candidate.source, *candidate.cue}
    candidate.content = _with_marks(candidate.content, scene)
    content = trimmed([place for place in candidate.content if place not in taken], scene)
    candidate.content = [] if all(is_punctuation(scene.tokens[place]) for place in content) else content


def _with_marks(places: list[int], scene: Scene) -> list[int]:
    """With the closing mark of a short quotation whose words are all in the content."""
    own = set(places)
    for place in places:
        number = scene.opening.get(place)
        if number is not None:
            inside = scene.places(number)
            if all(inner in own or is_punctuation(scene.tokens[inner]) for inner in inside):
                own.update(inside)
    return sorted(own)


def _nesting(candidates: list[Candidate]) -> list[Candidate | None]:
    """For each candidate the one with the shortest content that holds its cue."""
    holders: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        for place in candidate.content:
            holders.setdefault(place, []).append(candidate)
    found: list[Candidate | None] = []
    for candidate in candidates:
        if candidate.head is None:
            found.append(None)
            continue
        around = [other for other in holders.get(candidate.head.i, ()) if other is not candidate]
        around = [other for other in around if other.head is None or other.head.i not in set(candidate.content)]
        found.append(min(around, key=lambda other: len(other.content)) if around else None)
    return found


def _quote_type(candidate: Candidate, scene: Scene) -> QuoteType:
    """By letters and digits: at least nine in ten inside quotation marks is direct, none indirect, else mixed."""
    total = inside = 0
    marked = scene.marked
    for span in _spans(candidate, scene):
        for offset in range(span.start, span.end):
            if scene.parse.text[offset].isalnum():
                total += 1
                inside += marked[offset]
    if not inside:
        return QuoteType.INDIRECT
    return QuoteType.DIRECT if inside >= 0.9 * total else QuoteType.MIXED


def _spans(candidate: Candidate, scene: Scene) -> tuple[Span, ...]:
    return spans_of(candidate.content, scene.tokens)

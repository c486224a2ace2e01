"""A quotation without a cue of its own: the run that it belongs to, whom the sentence before is about, or nobody."""

from reporter.attribution.candidates import Candidate, Scene
from reporter.attribution.lexicon import Lexicon
from reporter.attribution.quoteplaces import ENDS, ending_of, is_end, take
from reporter.attribution.speakers import nearest_subject, source_phrase
from reporter.attribution.trees import is_punctuation, is_verbal
from reporter.model import Sentence, Token

_INHERITED_CONFIDENCE = 0.6
_ORPHAN_CONFIDENCE = 0.5
_THIRD = 3
_PERSONAL = frozenset({"m", "f"})


def run_of(
    number: int, owner: dict[int, Candidate], candidates: list[Candidate], scene: Scene, lexicon: Lexicon
) -> Candidate | None:
    """The attribution whose run this quotation goes on; a new one when that stands in another sentence or paragraph."""
    first = scene.ranges[number][0][0]
    paragraph = scene.paragraph_of(scene.tokens[first])
    going_on = run_before(number, owner, scene)
    if going_on is not None:
        take(going_on, number, scene)
        return going_on
    carried = _speaker_before(number, first, paragraph, candidates, scene)
    if carried is not None and (
        scene.paragraph_of(scene.tokens[first - 1]) == paragraph or _is_quoted_speech(carried, scene)
    ):
        take(carried, number, scene)
        return carried
    if carried is None:
        subject = _subject_before(number, scene, lexicon) or _subject_between(number, scene, lexicon)
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
        source=[] if carried is None else list(carried.source),
        source_head=None if carried is None else carried.source_head,
        content=scene.places(number),
        quotations=[number],
        inherits=carried,
        confidence=_ORPHAN_CONFIDENCE if carried is None else _INHERITED_CONFIDENCE,
    )


def run_before(number: int, owner: dict[int, Candidate], scene: Scene) -> Candidate | None:
    """The attribution of the quotation before it in its paragraph, with at most one end of a sentence between."""
    first = scene.ranges[number][0][0]
    previous = next((k for k in range(number - 1, max(number - 6, -1), -1) if k in owner and scene.ranges[k]), None)
    if previous is None:
        return None
    last = scene.ranges[previous][-1][1]
    if scene.paragraph_of(scene.tokens[last - 1]) != scene.paragraph_of(scene.tokens[first]):
        return None
    return owner[previous] if sum(is_end(place, scene) for place in range(last, first)) <= 1 else None


def is_sentence(number: int, scene: Scene) -> bool:
    """Whether a short quotation is a sentence of its own: 'said Moreau. "Never again."'"""
    first, last = scene.ranges[number][0][0], scene.ranges[number][-1][1]
    words = [token for token in scene.tokens[first:last] if not is_punctuation(token)]
    starts = first > 0 and scene.tokens[first - 1].text in ENDS
    return starts and bool(words) and words[0].text[:1].isupper() and ending_of(first, last, scene) in ENDS


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
    root, subject = _clause_of(before, scene)
    if root is None or (apart and not (_fills_paragraph(number, scene) and _speaks_of_words(root, lexicon))):
        return None
    return subject if _may_be_speaking(subject, scene, lexicon) else None


def _subject_between(number: int, scene: Scene, lexicon: Lexicon) -> Token | None:
    """Who does something between a quotation without a cue and the next: '"…" Moreau paused. "…"'."""
    tokens = scene.tokens
    last = scene.ranges[number][-1][1]
    if last >= len(tokens) or not _stands_alone(number, scene):
        return None
    between = scene.parse.sentences[tokens[last].sentence]
    end = between.last
    same = scene.paragraph_of(tokens[last]) == scene.paragraph_of(tokens[last - 1])
    opens = (
        end < len(tokens)
        and end in scene.opening
        and scene.paragraph_of(tokens[end]) == scene.paragraph_of(tokens[last])
    )
    if not (same and opens) or end - last > _LONGEST_BEAT:
        return None
    subject = _clause_of(between, scene)[1]
    return subject if _may_be_speaking(subject, scene, lexicon) else None


_LONGEST_BEAT = 12
"""Tokens of a sentence that only tells what a speaker does meanwhile."""


def _clause_of(sentence: Sentence, scene: Scene) -> tuple[Token | None, Token | None]:
    """The verb of a sentence and who it is about."""
    within = scene.tokens[sentence.first : sentence.last]
    root = next((token for token in within if token.head is token and is_verbal(token)), None)
    return root, None if root is None else nearest_subject(root)


def _may_be_speaking(subject: Token | None, scene: Scene, lexicon: Lexicon) -> bool:
    """A name, "he", "she", or one by a role, outside of any quotation."""
    if subject is None or scene.quoted[subject.i] >= 0:
        return False
    pronoun = lexicon.pronouns.get(subject.lower)
    if pronoun is not None:
        return pronoun.person == _THIRD and pronoun.gender in _PERSONAL
    is_name = (
        subject.tag == "NNP" and subject.lower not in lexicon.countries and subject.lower not in lexicon.time_names
    )
    return is_name or subject.lemma.lower() in lexicon.role_nouns


def _speaks_of_words(verb: Token, lexicon: Lexicon) -> bool:
    thing = verb.child("dobj")
    return thing is not None and not {thing.lower, thing.lemma.lower()}.isdisjoint(lexicon.manner_nouns)


def _stands_alone(number: int, scene: Scene) -> bool:
    """Whether a quotation begins and ends as sentences do."""
    first, last = scene.ranges[number][0][0], scene.ranges[number][-1][1]
    words = [token for token in scene.tokens[first:last] if not is_punctuation(token)]
    starts = (
        first == 0
        or scene.paragraph_of(scene.tokens[first - 1]) != scene.paragraph_of(scene.tokens[first])
        or scene.tokens[first - 1].text in ENDS
    )
    return starts and bool(words) and words[0].text[:1].isupper() and ending_of(first, last, scene) in ENDS


def _fills_paragraph(number: int, scene: Scene) -> bool:
    first, last = scene.ranges[number][0][0], scene.ranges[number][-1][1]
    paragraph = scene.paragraph_of(scene.tokens[first])
    if first > 0 and scene.paragraph_of(scene.tokens[first - 1]) == paragraph:
        return False
    end_paragraph = scene.paragraph_of(scene.tokens[last - 1])
    return last >= len(scene.tokens) or scene.paragraph_of(scene.tokens[last]) != end_paragraph

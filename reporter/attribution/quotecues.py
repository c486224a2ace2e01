"""The cue right before or after a quotation: '"…," said X', 'X told Y, "…"'."""

from reporter.attribution.candidates import Candidate, Scene
from reporter.attribution.cuespans import cue_places
from reporter.attribution.handovers import colon, opening_name, whose_words
from reporter.attribution.lexicon import Cue, Frame, Lexicon, WordClass
from reporter.attribution.quoteplaces import ending_of, is_end
from reporter.attribution.signatures import DASHES
from reporter.attribution.speakers import source_phrase, speaker_of
from reporter.attribution.trees import is_nominal, is_punctuation, is_verbal
from reporter.model import Stance, Token

_FAR = 40
"""A cue stands within so many tokens of its quotation; longer stretches are the reporter's own sentences."""

_HANDING_OVER = frozenset({":", "):"})


def cue_beside(
    number: int, by_head: dict[int, Candidate], scene: Scene, lexicon: Lexicon, *, is_strict: bool
) -> Candidate | None:
    first, last = scene.ranges[number][0][0], scene.ranges[number][-1][1]
    before, after = _segment_before(first, scene), _segment_after(last, scene)
    ending = ending_of(first, last, scene)
    leads = _last_sign(before)
    found_after = _cue_after(after, ending, by_head, scene, lexicon, is_strict=is_strict)
    is_led_up_to = leads == ":" or (leads == "," and ending not in {",", ""})  # 'Moreau writes, "Why?" Lund answers'
    if found_after is not None and not is_strict and not is_led_up_to:
        return found_after
    found_before = _cue_before(before, leads, by_head, scene, lexicon, is_strict=is_strict)
    if found_before is not None:
        return found_before
    if found_after is None and (
        leads in _HANDING_OVER
        or (leads in DASHES and not is_strict and ending in {".", "?", "!"})
        or (len(before) > 1 and opening_name(before, scene))
    ):
        found_colon = colon(before, scene, lexicon)
        if found_colon is not None:
            return found_colon
    if found_after is None and not is_strict and before and leads != ":":
        found_noun = whose_words(before, scene, lexicon)
        if found_noun is not None:
            return found_noun
    is_part_of_clause = bool(before) and not leads  # 'as he is "no expert," he feels free to …'
    if is_strict and (is_part_of_clause or ending not in {",", "?", "!"}):
        return None
    return found_after


def fill_speaker(candidate: Candidate, scene: Scene, lexicon: Lexicon) -> None:
    """Give a cue that governs a quotation and has no speaker by grammar the one who stands right beside it.

    '"…," said the woman, who …', where the parse takes "the woman" for what she said.
    """
    verb = candidate.head
    if verb is None or candidate.source or scene.quoted[verb.i] >= 0 or verb.child("auxpass", "nsubjpass") is not None:
        return
    for number in candidate.quotations:
        first, last = scene.ranges[number][0][0], scene.ranges[number][-1][1]
        if ending_of(first, last, scene) not in {",", "?", "!"}:
            continue
        words = [token for token in _segment_after(last, scene) if not is_punctuation(token)]
        at = next((k for k, token in enumerate(words) if token.i == verb.i), None)
        if at is None or _entry(verb, lexicon, scene) is None or any(is_verbal(token) for token in words[:at]):
            continue
        _candidate(verb, verb.lemma, candidate.stance, words, at, candidate, scene, lexicon)
        return


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
        if scene.quoted[place] >= 0 or scene.paragraph_of(token) != paragraph or is_end(place, scene):
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
        if scene.quoted[place] >= 0 or scene.paragraph_of(token) != paragraph or is_end(place, scene):
            break
        found.append(token)
    return found


def _last_sign(segment: list[Token]) -> str:
    return segment[-1].text if segment and is_punctuation(segment[-1]) else ""


def _entry(token: Token, lexicon: Lexicon, scene: Scene) -> Cue | None:
    if not scene.is_readable(token):
        return None
    if not is_verbal(token) and token.tag not in {"VBD", "VBZ", "VBN", "VBG", "VBP", "VB"}:
        return None
    lemma = token.lemma.lower()
    following = scene.tokens[token.i + 1].lower if token.i + 1 < len(scene.tokens) else ""
    cue = lexicon.cue(f"{lemma} {following}", WordClass.VERB) or lexicon.cue(lemma, WordClass.VERB)  # "go on"
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
        if token.lemma.lower() in lexicon.quoting_verbs and token.child("auxpass") is not None:
            continue  # "Lund is quoted as saying"
        if is_strict and token.tag == "VBN" and token.child("aux", "auxpass") is None:
            return None  # 'In "The Long Pier," published in May, Lund told …'
        if cue is None:
            if (
                is_verbal(token)
                and (token.dep not in {"aux", "auxpass", "relcl", "acl", "amod", "compound"} or _is_misparsed(token, k))
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
        or not (verb.tag in {"VBD", "VBZ"} or _is_bare_past(verb, at))
        or (at > 0 and verb is not words[-1])
    ):
        return None
    if at == 0 and not (len(words) > 1 and (is_nominal(words[1]) or words[1].pos in {"DET", "ADJ"})):
        return None
    return _candidate(verb, verb.lemma.lower(), Stance.NEUTRAL, words, at, None, scene, lexicon)


def _is_misparsed(verb: Token, at: int) -> bool:
    """'"…," boomed coach Renner': a past tense right behind the marks that the parse takes for an adjective."""
    return at == 0 and verb.dep == "amod" and verb.tag == "VBD"


def _is_bare_past(verb: Token, at: int) -> bool:
    """'"…," sniffed Lady Orrel': a participle by its tag that has a subject behind it and no auxiliary."""
    has_subject = any(child.dep == "nsubj" and child.i > verb.i for child in verb.children)
    return at == 0 and verb.tag == "VBN" and has_subject and verb.child("aux", "auxpass") is None


def _in_relative(token: Token) -> bool:
    return any(ancestor.dep in {"relcl", "acl"} for ancestor in token.ancestors())


def _cue_before(
    segment: list[Token], leads: str, by_head: dict[int, Candidate], scene: Scene, lexicon: Lexicon, *, is_strict: bool
) -> Candidate | None:
    """'X said: "…', 'X told Y, "…', 'X said that "…'."""
    words = [token for token in segment if not is_punctuation(token)]
    if is_strict and leads not in {",", ":"} and not _calls_out(segment, scene):
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


def _calls_out(segment: list[Token], scene: Scene) -> bool:
    """'held a sign saying "Bread Now"', 'chanting "Out!"': a few words behind the verb that begin as a sentence."""
    if not segment or segment[-1].tag != "VBG":
        return False
    first = next((token for token in scene.tokens[segment[-1].i + 1 :][:3] if not is_punctuation(token)), None)
    return first is not None and first.text[:1].isupper()


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
        nominals = [token for token in near if is_nominal(token) and token.dep != "npadvmod"]
        if verb.tag == "VBG":  # "Lund shared it on a forum, writing": the subject, not what stands next
            nominals = [token for token in nominals if token.dep in {"nsubj", "nsubjpass"}] or nominals
        speaker = next(iter(nominals), None)
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

"""Asides read by place, where the parse is lost: "Instead of a roof, said the mayor, the tower got paint"."""

from dataclasses import dataclass

from reporter.attribution.candidates import Candidate, Scene
from reporter.attribution.lexicon import Cue, Frame, Lexicon, WordClass
from reporter.attribution.trees import QUOTE_MARKS, is_nominal, is_punctuation, is_verbal
from reporter.model import Sentence, Stance, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BORDERS = frozenset({",", "—", "–", "--", "-"})
_INSIDE_NAMES = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "PART", "ADP", "SYM", "X"})
_LONGEST = 14
"""Tokens of an aside."""
_BY_PLACE = 0.8
_CUT_SHORT = frozenset({"clause", "parenthetical"})
"""Frames whose content may begin only behind the aside, though the sentence began before it."""


@dataclass(frozen=True, slots=True)
class _Aside:
    """Borders and speaker of an aside: `first` to `last` (exclusive) without its commas."""

    first: int
    last: int
    speaker: Token
    source: list[int]


def read_asides(candidates: list[Candidate], scene: Scene, lexicon: Lexicon) -> list[Candidate]:
    """Fill or replace the candidates whose cue stands with its speaker between two commas, and add those missed.

    The words of the rest of the sentence are the content. A cue that governs a quotation is left alone, and so is one
    for which the parse found both who speaks and all that is said.
    """
    by_head = {candidate.head.i: candidate for candidate in candidates if candidate.head is not None}
    added: list[Candidate] = []
    for sentence in scene.parse.sentences:
        for token in scene.tokens[sentence.first : sentence.last]:
            if token.tag not in _FINITE or scene.quoted[token.i] >= 0 or not scene.is_readable(token):
                continue
            cue = lexicon.cue(token.lemma.lower(), WordClass.VERB)
            if cue is None or cue.stance is Stance.ASKING or not (cue.allows(Frame.CLAUSE) and cue.allows(Frame.QUOTE)):
                continue
            known = by_head.get(token.i)
            if known is not None and known.quotations:
                continue
            aside = _aside(token, sentence, scene, lexicon)
            if aside is None or (known is not None and _is_whole(known, aside)):
                continue
            content = _around(aside, sentence, scene)
            if not content:
                continue
            made = _made(token, cue, aside, content)
            if known is None:
                added.append(made)
            else:
                known.frame, known.content, known.cue = made.frame, made.content, made.cue
                known.source, known.source_head = made.source, made.source_head
    return sorted([*candidates, *added], key=lambda each: min([*each.source[:1], *each.cue[:1], *each.content[:1]]))


def _is_whole(known: Candidate, aside: _Aside) -> bool:
    """Whether the parse found who speaks and what is said; not where it took only what follows the aside for that."""
    if not known.content or not known.source:
        return False
    return known.frame not in _CUT_SHORT or known.content[0] > aside.last + 1 or known.content[0] < aside.last


def _made(verb: Token, cue: Cue, aside: _Aside, content: list[int]) -> Candidate:
    own = {*aside.source}
    return Candidate(
        head=verb,
        frame="parenthetical",
        lemma=cue.lemma,
        stance=cue.stance,
        source=aside.source,
        source_head=aside.speaker,
        cue=[place for place in range(aside.first, aside.last) if place not in own],
        content=content,
        confidence=_BY_PLACE,
    )


def _aside(verb: Token, sentence: Sentence, scene: Scene, lexicon: Lexicon) -> _Aside | None:
    tokens = scene.tokens
    first, last = verb.i, verb.i + 1
    while first > sentence.first and verb.i - first <= _LONGEST and not _is_border(tokens[first - 1], scene):
        first -= 1
    if first <= sentence.first or not _is_border(tokens[first - 1], scene):
        return None
    while last < sentence.last and last - verb.i <= _LONGEST and not _ends(tokens[last], scene):
        last += 1
    if last - first < 2 or last - first > _LONGEST or last >= sentence.last or not _ends(tokens[last], scene):
        return None
    words = tokens[first:last]
    if any(is_verbal(token) and token is not verb for token in words) or any(
        token.text in QUOTE_MARKS or (token.tag in {"WDT", "WP", "WP$", "WRB", "CC"} and not is_nominal(token))
        for token in words
    ):
        return None
    if first == verb.i:
        return _inverted(verb, last, sentence, scene) if verb.lower in lexicon.saying_forms else None
    speaker = _named(tokens[first : verb.i])
    behind = tokens[verb.i + 1 : last]
    if speaker is None or not _may_follow(verb, behind, lexicon):
        return None
    return _Aside(first, last, speaker, [token.i for token in tokens[first : verb.i] if token.pos != "ADV"])


def _is_border(token: Token, scene: Scene) -> bool:
    """A comma, or a dash with a space on both of its sides: no hyphen."""
    if token.text != "-":
        return token.text in _BORDERS
    return token.i > 0 and scene.tokens[token.i - 1].end < token.start


def _ends(token: Token, scene: Scene) -> bool:
    return _is_border(token, scene) or token.text in {".", ";"}


def _named(words: tuple[Token, ...]) -> Token | None:
    """The head of a plain noun phrase: its last noun before a preposition."""
    if (
        not words
        or words[0].pos in {"ADP", "SCONJ"}
        or any(token.pos not in _INSIDE_NAMES and token.pos != "ADV" for token in words)
    ):
        return None
    head: Token | None = None
    for token in words:
        if token.pos == "ADP" and head is not None:
            break
        if is_nominal(token) and token.tag not in {"WDT", "WP"}:
            head = token
    return head


def _may_follow(verb: Token, behind: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """The hearer of a verb of telling, or where and when it was said: "told the paper", "said in a statement"."""
    if not behind:
        return True
    if any(token.lower in lexicon.complementisers or token.pos not in _INSIDE_NAMES | {"ADV"} for token in behind):
        return False
    opens = behind[0]
    return opens.pos == "ADP" or opens.lower in lexicon.time_names or verb.lemma.lower() in lexicon.telling_verbs


def _inverted(verb: Token, last: int, sentence: Sentence, scene: Scene) -> _Aside | None:
    """ "said Ada Moreau, head of the board," with what describes the speaker, up to a comma."""
    tokens = scene.tokens
    speaker = _named(tokens[verb.i + 1 : last])
    if speaker is None:
        return None
    end = last
    while tokens[end].text == ",":
        further = end + 1
        while further < sentence.last and further - end <= _LONGEST and not _ends(tokens[further], scene):
            further += 1
        part = tokens[end + 1 : further]
        if (
            further >= sentence.last
            or tokens[further].text != ","
            or not part
            or any(is_verbal(token) for token in part)
            or part[0].pos not in {"DET", "NOUN", "ADJ", "NUM", "PROPN"}
        ):
            break
        end = further
    return _Aside(verb.i, end, speaker, list(range(verb.i + 1, end)))


def _around(aside: _Aside, sentence: Sentence, scene: Scene) -> list[int]:
    """The sentence less the aside and its commas; nothing when a quotation stands beside it, or only one side has no
    verb to make an assertion of."""
    tokens = scene.tokens
    before = list(range(sentence.first, aside.first - 1))
    after = list(range(aside.last + 1, sentence.last))
    if before and tokens[before[-1]].tag in {"WDT", "WP"}:
        before = before[-1:]  # "…, which, the advisers believe, would cost jobs"
    elif after and tokens[after[0]].tag in {"WDT", "WP"}:
        return []  # "she reminded the mayor of his promise, which …"
    content = [*before, *after]
    if any(scene.quoted[place] >= 0 for place in content):
        return []
    if not any(is_verbal(tokens[place]) and tokens[place].tag in _FINITE | {"MD"} for place in content):
        return []
    while content and tokens[content[0]].dep == "cc":
        content.pop(0)
    while content and is_punctuation(tokens[content[-1]]):
        content.pop()
    return content

"""How far a content reaches."""

from collections.abc import Iterable

from reporter.attribution.candidates import Candidate, Scene
from reporter.attribution.lexicon import Cue, Lexicon
from reporter.attribution.trees import QUOTE_MARKS, goes_on_from_above, is_punctuation, phrase
from reporter.model import Stance, Token


def clause_places(clause: Token, verb: Token, scene: Scene) -> list[int]:
    """A clause after its cue, with the parts at its end that the parser hung on the cue instead, less an afterthought.

    "said he would quit if the vote was lost": what follows without a comma still belongs to it.
    """
    own = phrase(clause, without=_misjoined(clause))
    places = without_afterthought(with_following(own, verb, scene), clause, scene)
    return sorted({*places, *_coordinated(verb, clause)})


def _misjoined(clause: Token) -> list[Token]:
    """ "said the plan would cost jobs | and called it a shame": the second verb goes on from the cue."""
    for child in clause.children:
        if child.dep == "conj" and goes_on_from_above(child):
            joiners = [other for other in clause.children if other.dep in {"cc", "punct"} and other.i < child.i]
            return [child, *(other for other in joiners if other.i >= child.i - _JOINING)]
    return []


_JOINING = 3


def _coordinated(verb: Token, clause: Token) -> list[int]:
    """ "said that prices fell and that wages rose": a second clause hung on the cue that opens like the first."""
    marks = {child.lower for child in clause.children if child.dep == "mark"}
    found: list[int] = []
    for child in verb.children:
        if child.dep == "conj" and child.i > clause.i:
            own = {inner.lower for inner in child.children if inner.dep == "mark"}
            if own and own & marks:
                found += [child.i - 1] if child.i - 1 > clause.i else []
                found = [*found, *phrase(child)]
    return found


def with_following(places: list[int], verb: Token, scene: Scene) -> list[int]:
    """`places` with what else hangs on the cue and follows without a comma: "called for a halt | to the trials"."""
    if not places:
        return places
    last = places[-1]
    result = list(places)
    for child in verb.children:
        if child.i <= last or child.dep not in _LOOSE:
            continue
        part = phrase(child)
        if part[0] == last + 1 and scene.tokens[last].pos != "PUNCT":
            result += part
            last = part[-1]
    return result


def without_afterthought(places: list[int], clause: Token, scene: Scene) -> list[int]:
    """Less a relative clause set off by a comma at the end: there the reporter says who somebody is."""
    tokens = scene.tokens
    last = places[-1]
    while last > clause.i and is_punctuation(tokens[last]):
        last -= 1
    token = tokens[last]
    top: Token | None = None
    while token.i > clause.i:
        if token.dep == "relcl":
            top = token
        token = token.head
        if token.head is token:
            break
    if top is None:
        return places
    part = phrase(top)
    if (
        part[0] == 0
        or tokens[part[0] - 1].text != ","
        or part[0] <= clause.i
        or not any(child.tag in _RELATIVE_TAGS for child in top.children)
        or _brings_in_a_voice(top)
    ):
        return places
    cut = set(part)
    return [place for place in places if place not in cut]


def _brings_in_a_voice(clause: Token) -> bool:
    """ "fighters, who it claims were leaving": a link in the chain of who says what, no afterthought."""
    speaks = any(child.dep == "nsubj" and child.tag not in _RELATIVE_TAGS for child in clause.children)
    return speaks and any(child.dep in {"ccomp", "xcomp"} for child in clause.children)


_LOOSE = frozenset({"advcl", "prep", "npadvmod", "advmod", "dobj"})
_RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})


def is_question(clause: Token, verb: Token, cue: Cue, lexicon: Lexicon) -> bool:
    """ "asked the minister on Tuesday if she would stay": read as a condition."""
    if clause.dep != "advcl" or clause.i < verb.i or cue.stance is not Stance.ASKING:
        return False
    mark = clause.child("mark")
    return mark is not None and mark.lower in lexicon.question_marks and mark.i > verb.i


def comes_before(content: list[int], verb: Token) -> bool:
    return bool(content) and content[0] < verb.i


def part_additions(candidates: Iterable[Candidate], scene: Scene) -> None:
    """ "Lund said the port would close, adding that …": what is added is no part of what was said before it."""
    by_speaker: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.source_head is not None:
            by_speaker.setdefault(candidate.source_head.i, []).append(candidate)
    for group in by_speaker.values():
        for adding in group:
            verb = adding.head
            if verb is None or verb.tag != "VBG" or verb.i == 0 or scene.tokens[verb.i - 1].text != ",":
                continue
            own = set(phrase(verb))
            for said in group:
                if said is not adding and said.head is not None and said.head.i not in own and verb.i in said.content:
                    said.content = [place for place in said.content if place not in own]


def widen_before(content: list[int], verb: Token, source: list[int], scene: Scene) -> list[int]:
    """A content before its cue ("It rained all day, he said") reaches from the sentence's start to the comma.

    Its front parts may hang on the cue ("On Monday prices fell, he said"); a leading conjunction is the reporter's.
    """
    marks = [child.i for child in verb.children if child.dep == "mark" and verb.dep == "advcl"]
    border = min([verb.i, *source, *marks])  # the "as" of "as she noted" is no content
    front = [place for place in content if place < border]
    if not front:
        return content
    first = scene.sentence_of(verb).first
    run = [
        place
        for place in range(first, border)
        if scene.quoted[place] == scene.quoted[front[-1]] or scene.quoted[verb.i] < 0
    ]
    tokens = scene.tokens
    gap = front[0] - first
    if gap and any(tokens[place].dep == "nsubj" for place in range(first, front[0])):
        run = list(range(front[0], border))  # another clause stands before it
    if scene.quoted[verb.i] >= 0:
        run = [place for place in run if scene.quoted[place] == scene.quoted[verb.i]]
    while run and is_punctuation(tokens[run[-1]]) and tokens[run[-1]].text not in QUOTE_MARKS | {"?", "!", ")", "]"}:
        run.pop()
    while run and (
        tokens[run[0]].dep == "cc"
        or (is_punctuation(tokens[run[0]]) and tokens[run[0]].text not in QUOTE_MARKS | {"(", "["})
    ):
        run.pop(0)
    return sorted({*run, *content})


def trimmed(places: list[int], scene: Scene) -> list[int]:
    """Without the commas, colons and dashes at the edges of each run; quotation marks and end marks stay."""
    tokens = scene.tokens
    kept: list[int] = []
    run: list[int] = []
    for place in [*places, -2]:
        if run and place != run[-1] + 1:
            while run and is_punctuation(tokens[run[0]]) and tokens[run[0]].text not in _MAY_LEAD:
                run.pop(0)
            while run and (
                (is_punctuation(tokens[run[-1]]) and tokens[run[-1]].text not in _MAY_END)
                or (tokens[run[-1]].dep == "cc" and len(run) > 1)
            ):
                run.pop()
            kept += run
            run = []
        run.append(place)
    return kept


_MAY_LEAD = QUOTE_MARKS | {"(", "[", "$", "£", "€", "#", "@", "…", "..."}
_MAY_END = QUOTE_MARKS | {")", "]", "?", "!", "%", "…", "..."}

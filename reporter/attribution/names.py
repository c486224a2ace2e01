"""Which words are a name: its run of capitals, titles off, with "&", "and", "of" and "for" where they join one name."""

from reporter.attribution.candidates import Scene
from reporter.attribution.lexicon import Lexicon
from reporter.attribution.trees import phrase
from reporter.model import SourceKind, Token

_LONGEST = 10
"""Tokens; a longer run of capitals is a headline."""


def front_of(head: Token) -> list[Token]:
    """The head with the modifiers that stand unbroken before it, in text order, articles left out."""
    run = [head]
    tokens = {inner.i: inner for child in head.children if child.i < head.i for inner in child.subtree()}
    place = head.i - 1
    while place in tokens:
        token = tokens[place]
        if token.dep in {"det", "poss", "case", "predet", "cc", "conj", "relcl", "mark"} or token.text in {",", ";"}:
            break
        run.append(token)
        place -= 1
    return run[::-1]


def name_run(head: Token, front: list[Token], scene: Scene, lexicon: Lexicon) -> list[Token]:
    """The name itself, unbroken and in text order, titles and nationality left out; none for a bare role."""
    run = _capitals(front, scene, lexicon)
    if not run:
        return []
    if run[-1] is head:
        run = _with_partner(head, run, scene, lexicon)
        if _is_body_word(run[-1], lexicon):
            run = _with_words_before(head, run, scene, lexicon)
        if _is_body_word(run[-1], lexicon) or not is_title(head, lexicon):
            run = _with_tail(head, run, scene, lexicon)
    return run[-_LONGEST:]


def inner_name(token: Token, scene: Scene, lexicon: Lexicon) -> bool:
    """Whether a token is only a part of the name of what it hangs on: "Alma" in "University of Alma"."""
    top = token.head
    for _ in range(3):
        if top is token or top.pos not in {"PROPN", "NOUN", "ADP"}:
            return False
        if top.pos != "ADP" and any(part.i == token.i for part in name_run(top, front_of(top), scene, lexicon)):
            return True
        if top.head is top:
            return False
        top = top.head
    return False


def is_time(head: Token, lexicon: Lexicon) -> bool:
    """Whether a capitalised word alone is one of time, so that it names nobody."""
    return head.lower in lexicon.time_names and not any(
        child.dep in {"compound", "nmod"} and child.text[:1].isupper() and child.lower not in lexicon.time_names
        for child in head.children
    )


def is_capitalised(token: Token) -> bool:
    return token.text[:1].isupper() or (token.text[:1].isdigit() and token.pos == "PROPN")


def is_title(token: Token, lexicon: Lexicon) -> bool:
    return token.lower in lexicon.titles or token.lower in lexicon.role_nouns


def _capitals(front: list[Token], scene: Scene, lexicon: Lexicon) -> list[Token]:
    """The capitalised tokens at the end of the phrase, less titles."""
    run: list[Token] = []
    for token in reversed(front):
        if not (is_capitalised(token) or (run and token.lower in lexicon.name_particles)):
            break
        run.append(token)
    run.reverse()
    while len(run) > 2 and run[-1].lower in lexicon.name_suffixes:
        run.pop()
    while run and run[0].lower in lexicon.name_particles and not is_capitalised(run[0]):
        run.pop(0)
    if not run or (front[-1].pos != "PROPN" and not run[-1].text.isupper() and run[-1].lower not in scene.names):
        return []
    run = run[_end_of_office(run, lexicon) :]
    # An organisation's name keeps its first words; a person's loses titles and nationality.
    if run[-1].lower in lexicon.kinds_by_noun and len(run) > 1 and run[-1].lower not in lexicon.role_nouns:
        return run
    start = 0
    if len(run) > 1 and lexicon.titles.get(run[-2].lower):
        return run[-1:]  # "Mr Dean" is a name, though a dean has a role
    while start < len(run) and (
        is_title(run[start], lexicon) or run[start].lower in lexicon.nationalities or run[start].lower == "-"
    ):
        start += 1
    if start == len(run):
        return []
    # a title in the middle ends the role before it: "Russian Defence Department Spokesman Igor X"
    for place in range(len(run) - 2, start - 1, -1):
        if is_title(run[place], lexicon) and run[-1].lower not in lexicon.kinds_by_noun:
            return run[place + 1 :]
    return run[start:]


def _end_of_office(run: list[Token], lexicon: Lexicon) -> int:
    """How many words at the start of a run of capitals end an office: "Chief of Staff | John Hale"."""
    for place in range(len(run) - 2, -1, -1):
        token = run[place]
        if token.dep == "pobj" and token.head.i < run[0].i and is_title(token.head.head, lexicon):
            return place + 1
    return 0


def name_behind_office(head: Token, lexicon: Lexicon) -> list[Token]:
    """The name that the parser hangs on an office: "Superintendent of Police | R. Venkat Rao"; none elsewhere."""
    if not (is_title(head, lexicon) and is_capitalised(head)):
        return []
    preposition = next((child for child in head.children if child.dep == "prep" and child.i == head.i + 1), None)
    inner = None if preposition is None else preposition.child("pobj")
    if preposition is None or inner is None or inner.pos != "PROPN":
        return []
    run = front_of(inner)
    named = list(run)
    while named and (named[0].lower in lexicon.office_nouns or named[0].lower in lexicon.name_joiners):
        named.pop(0)
    if not named or len(named) == len(run) or not all(is_capitalised(token) for token in named):
        return []
    return named


def _is_body_word(token: Token, lexicon: Lexicon) -> bool:
    return lexicon.kinds_by_noun.get(token.lower) in {SourceKind.ORGANISATION, SourceKind.MEDIA}


def _with_partner(head: Token, run: list[Token], scene: Scene, lexicon: Lexicon) -> list[Token]:
    """ "Corbett & Lowe"; "the Food and Drug Administration" when its first word is read as the head."""
    partner = head.child("conj")
    if partner is None or partner.i < head.i or not is_capitalised(partner):
        return run
    between = scene.tokens[head.i + 1 : partner.i]
    joiner = next((token for token in between if token.dep == "cc"), None)
    if joiner is None or joiner.i != head.i + 1 or not all(is_capitalised(token) for token in between[1:]):
        return run
    is_one = joiner.lower in lexicon.name_signs or (
        joiner.lower in lexicon.name_joiners
        and _is_body_word(partner, lexicon)
        and not _is_body_word(head, lexicon)
        and not head.text.isupper()
        and any(child.dep == "det" for child in head.children)
    )
    return [*run, *between, partner] if is_one else run


def _with_words_before(head: Token, run: list[Token], scene: Scene, lexicon: Lexicon) -> list[Token]:
    """ "Bakers and Food Workers' Union": what a body's name joins before its last word."""
    tokens = scene.tokens
    own = set(phrase(head))
    first = run[0].i
    while first - 1 in own:
        token = tokens[first - 1]
        if is_capitalised(token) and token.dep != "det" and token.lower not in lexicon.articles:
            first -= 1
        elif (
            first - 2 in own
            and is_capitalised(tokens[first - 2])
            and tokens[first - 2].lower not in lexicon.articles
            and (token.lower in lexicon.name_joiners or _is_inner_possessive(token, tokens[first - 2], head, lexicon))
        ):
            first -= 2
        else:
            break
    return [*tokens[first : run[0].i], *run]


def _is_inner_possessive(mark: Token, owner: Token, body: Token, lexicon: Lexicon) -> bool:
    """ "Workers' Union", "Children's Fund", but not "Norway's Parliament"."""
    if mark.dep != "case":
        return False
    if body.lower in lexicon.named_after_nouns and owner.lower not in lexicon.countries | lexicon.governments.keys():
        return True
    return owner.lower in lexicon.plural_possessors or (len(mark.text) == 1 and owner.lower.endswith("s"))


def _with_tail(head: Token, run: list[Token], scene: Scene, lexicon: Lexicon) -> list[Token]:
    """ "Ministry of Health", "Department for Business and Trade"."""
    tokens = scene.tokens
    last = run[-1].i
    preposition = next((child for child in head.children if child.dep == "prep" and child.i == last + 1), None)
    inner = None if preposition is None else preposition.child("pobj")
    if preposition is None or inner is None or inner.pos != "PROPN":
        return run
    if preposition.lower not in lexicon.name_joiners and inner.i - preposition.i > 4:
        return run
    if not _is_body_word(head, lexicon) and (preposition.lower not in lexicon.tail_prepositions or len(run) > 1):
        return run  # "Port of Alma", not "Ana Brenn of Alma"
    own = set(phrase(preposition))
    end = inner.i
    if not all(
        is_capitalised(token) or token.lower in lexicon.articles | lexicon.name_joiners
        for token in tokens[preposition.i + 1 : end]
    ):
        return run
    while (
        end + 2 in own
        and tokens[end + 1].lower in lexicon.name_joiners
        and is_capitalised(tokens[end + 2])
        and lexicon.kinds_by_noun.get(tokens[end + 2].lower) is None
        and tokens[end].lower not in lexicon.countries
    ):
        end += 2
        while end + 1 in own and is_capitalised(tokens[end + 1]):
            end += 1
    return [*run, *tokens[preposition.i : end + 1]]

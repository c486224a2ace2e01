"""What the words of a source phrase say: name, role, affiliation, number, gender and kind."""

from dataclasses import dataclass, replace

from reporter.attribution.candidates import Scene
from reporter.attribution.lexicon import Lexicon
from reporter.attribution.names import front_of, name_behind_office, name_run
from reporter.attribution.trees import is_punctuation, phrase
from reporter.model import SourceKind, Token

_PLURAL_TAGS = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """One mention, read by itself.

    `name` is the proper name without titles (None for pronouns and common nouns), `noun` the lower-case head of a
    common noun phrase or role, `words` its modifiers in lower case. `gender` is "m", "f", "n" or None.
    """

    head: Token
    text: str
    name: str | None = None
    noun: str | None = None
    words: frozenset[str] = frozenset()
    roles: tuple[str, ...] = ()
    affiliation: str | None = None
    gender: str | None = None
    is_plural: bool = False
    is_definite: bool = False
    is_member: bool = False
    """One or some of a group that `noun` names: "one of the people"."""
    is_possessed: bool = False
    """With somebody's possessive before it, which tells whose it is: "the president's office"."""
    is_pronoun: bool = False
    kind: SourceKind | None = None
    owner: Token | None = None
    """The possessive before it, if that is a pronoun: "its" in "its secretary"."""
    country: str | None = None
    """For a place that stands for its government."""


def describe(head: Token, places: list[int], scene: Scene, lexicon: Lexicon) -> Description:
    """Read the phrase around `head`; `places` are its tokens."""
    text = _written(places, scene, lexicon)
    if head.pos == "PRON" or head.lower in lexicon.pronouns:
        return _pronoun(head, text, lexicon)
    front = front_of(head)
    owner = next((child for child in head.children if child.dep == "poss" and child.lower in lexicon.pronouns), None)
    named = name_run(head, front, scene, lexicon)
    if named:
        return _named(head, front, named, text, scene, lexicon)
    behind = name_behind_office(head, lexicon)
    if behind:
        own = _named(behind[-1], behind, behind, text, scene, lexicon)
        office = scene.article.text[front[0].start : behind[0].start].split()
        return replace(own, head=head, roles=(" ".join(office), *own.roles), kind=SourceKind.PERSON, noun=None)
    bearer = _bearer(head, lexicon)
    if bearer is not None:
        run = name_run(bearer, front_of(bearer), scene, lexicon)
        if run:
            return _with_name_behind(head, front, bearer, run, text, owner, scene, lexicon)
    noun = head.lemma.lower() if head.pos != "PROPN" else head.lower
    group = _group(head, lexicon)
    if group is not None:
        return Description(
            head=head,
            text=text,
            noun=group.lemma.lower(),
            is_plural=head.lower not in lexicon.single_words,
            is_member=True,
            kind=SourceKind.ANONYMOUS,
        )
    if head.lower in lexicon.vague_pronouns or (head.pos in {"NUM", "DET"} and not head.text[:1].isupper()):
        return Description(head=head, text=text, noun=head.lower, is_plural=True, kind=SourceKind.COLLECTIVE)
    words = frozenset(token.lower for token in front if token is not head)
    is_plural = (
        head.tag in _PLURAL_TAGS
        or head.lower in lexicon.collective_nouns
        or any(child.dep == "conj" for child in head.children)
    )
    is_definite = any(child.dep == "det" and child.lower in lexicon.definite_words for child in head.children) or any(
        child.dep == "poss" for child in head.children
    )
    return Description(
        head=head,
        text=text,
        noun=noun,
        words=words,
        owner=owner,
        roles=(_role_text(front, scene),) if noun in lexicon.role_nouns and not is_plural else (),
        affiliation=_affiliation(head, front, scene, lexicon),
        gender=lexicon.gendered_nouns.get(noun),
        is_plural=is_plural,
        is_definite=is_definite,
        is_possessed=any(child.dep == "poss" for child in head.children),
        kind=_kind_of_noun(head, front, noun, lexicon, is_definite=is_definite, is_plural=is_plural),
    )


def _group(head: Token, lexicon: Lexicon) -> Token | None:
    """The group in "one of the people", "two of the officials"."""
    if head.lower not in lexicon.member_words:
        return None
    for child in head.children:
        if child.dep == "prep" and child.lower in lexicon.member_prepositions:
            inner = child.child("pobj")
            if (
                inner is not None
                and inner.pos == "NOUN"
                and any(other.lower in lexicon.definite_words or other.dep == "poss" for other in inner.children)
            ):
                return inner
    return None


def _written(places: list[int], scene: Scene, lexicon: Lexicon) -> str:
    if not places:
        return ""
    places = _without_set_off(places, scene, lexicon)
    start, end = scene.tokens[places[0]].start, scene.tokens[places[-1]].end
    text = " ".join(scene.article.text[start:end].split())
    for ending in sorted(lexicon.possessives):
        text = text.removesuffix(ending)
    return text


def _without_set_off(places: list[int], scene: Scene, lexicon: Lexicon) -> list[int]:
    """What says who somebody is, without the afterthoughts: relative clauses, by whom they are quoted ("officials
    quoted by the agency"), and what a comma or dash sets off."""
    tokens = scene.tokens
    own = set(places)
    head = next((place for place in places if tokens[place].head.i not in own), places[0])
    for at, place in enumerate(places):
        token = tokens[place]
        if place <= head or token.dep not in _AFTERTHOUGHTS:
            continue
        first = min(inner for inner in phrase(token) if inner in own)
        opens = tokens[first - 1].text in _SET_OFF if first - 1 in own else tokens[first].text in _SET_OFF
        is_quoted = token.tag == "VBN" and token.lemma in lexicon.quoting_verbs
        if first > head and (opens or token.dep == "relcl" or is_quoted):
            kept = [inner for inner in places[:at] if inner < first]
            while kept and is_punctuation(tokens[kept[-1]]):
                kept.pop()
            return kept or places
    return places


_AFTERTHOUGHTS = frozenset({"relcl", "acl", "appos", "advcl", "nummod", "npadvmod", "prep", "amod", "parataxis"})
_SET_OFF = frozenset({",", "(", "[", "-", "–", "—", "--"})


def _pronoun(head: Token, text: str, lexicon: Lexicon) -> Description:
    known = lexicon.pronouns.get(head.lower)
    if known is None and head.lower in lexicon.vague_pronouns:
        return Description(head=head, text=text, noun=head.lower, is_plural=True, kind=SourceKind.COLLECTIVE)
    return Description(
        head=head,
        text=text,
        is_pronoun=True,
        gender=known.gender if known else None,
        is_plural=bool(known and known.is_plural),
    )


def _named(
    head: Token, front: list[Token], named: list[Token], text: str, scene: Scene, lexicon: Lexicon
) -> Description:
    source_text = scene.article.text
    name = " ".join(source_text[named[0].start : named[-1].end].split())
    before = [token for token in front if token.i < named[0].i]
    courtesy = [token for token in before if lexicon.titles.get(token.lower) or token.lower in lexicon.courtesy_titles]
    gender = next((lexicon.titles[token.lower] for token in courtesy if lexicon.titles.get(token.lower)), None)
    role_tokens = [token for token in before if token not in courtesy]
    roles: list[str] = []
    if any(token.lower in lexicon.role_nouns or token.lower in lexicon.titles for token in role_tokens):
        roles.append(" ".join(source_text[role_tokens[0].start : role_tokens[-1].end].split()))
    affiliation = _nationality(before, lexicon) or _possessor(head, lexicon, named[0].i)
    for child in head.children:
        if child.dep == "appos" and child.i > head.i and child.pos in {"NOUN", "PROPN"}:
            apposed = front_of(child)
            if child.lemma.lower() in lexicon.role_nouns or any(token.lower in lexicon.role_nouns for token in apposed):
                roles.append(_apposed_text(child, scene, lexicon))
                gender = gender or lexicon.gendered_nouns.get(child.lemma.lower())
                affiliation = affiliation or _affiliation(child, apposed, scene, lexicon)
    if gender is None:
        gender = next(
            (lexicon.gendered_nouns[token.lower] for token in before if token.lower in lexicon.gendered_nouns), None
        )
    if gender is None and len(named) > 1:
        gender = lexicon.first_names.get(named[0].lower)
    kind = _kind_of_name(head, named, before, roles, gender, lexicon)
    country = lexicon.governments.get(named[-1].lower) if len(named) == 1 else None
    if country is None and name.lower() in lexicon.countries:
        country = name
    if country is not None and not roles:
        kind = SourceKind.ORGANISATION
        affiliation = country
    if kind is SourceKind.ORGANISATION and affiliation is None:
        affiliation = _nationality(named, lexicon)
    return Description(
        head=head,
        text=text,
        name=name,
        noun=head.lower if kind is not SourceKind.PERSON else None,
        words=frozenset(token.lower for token in front),
        roles=tuple(roles),
        affiliation=affiliation,
        gender=gender if kind is SourceKind.PERSON else "n",
        is_plural=any(child.dep == "conj" and child not in named for child in head.children),
        is_definite=True,
        kind=kind,
        country=country,
    )


def _kind_of_name(
    head: Token, named: list[Token], before: list[Token], roles: list[str], gender: str | None, lexicon: Lexicon
) -> SourceKind:
    # "Centre for Policy Studies" is a centre
    word = head if head in named and head.lower in lexicon.kinds_by_noun else named[-1]
    last = word.lower
    if (
        last in lexicon.media_names
        or any(token.lower in lexicon.media_nouns for token in named)
        or is_outlet_compound(named[-1], lexicon)
    ):
        return SourceKind.MEDIA
    if roles or gender in {"m", "f"} or any(token.lower in lexicon.titles for token in before):
        return SourceKind.PERSON
    has_article = any(child.dep == "det" for child in head.children)
    known = lexicon.kinds_by_noun.get(last) or lexicon.kinds_by_noun.get(word.lemma.lower())
    if known in {SourceKind.ORGANISATION, SourceKind.DOCUMENT, SourceKind.MEDIA} and (has_article or len(named) > 1):
        return known
    if any(lexicon.kinds_by_noun.get(token.lower) is SourceKind.ORGANISATION for token in named) and len(named) > 1:
        return SourceKind.ORGANISATION
    if named[0].lower in lexicon.first_names and len(named) > 1:
        return SourceKind.PERSON
    if any(child.dep == "relcl" and any(inner.lower == "who" for inner in child.children) for child in head.children):
        return SourceKind.PERSON
    if has_article or any(token.text.isupper() and len(token.text) > 1 for token in named[-1:]):
        return SourceKind.ORGANISATION
    if head.tag == "NNPS" and (len(named) == 1 or last in lexicon.collective_nouns):
        return SourceKind.COLLECTIVE
    return SourceKind.PERSON if len(named) > 1 or last in lexicon.first_names else SourceKind.ORGANISATION


def _kind_of_noun(
    head: Token, front: list[Token], noun: str, lexicon: Lexicon, *, is_definite: bool, is_plural: bool
) -> SourceKind | None:
    if is_outlet_compound(head, lexicon):
        return SourceKind.MEDIA
    if head.lower in lexicon.collective_nouns or noun in lexicon.collective_nouns:
        return SourceKind.ANONYMOUS if _is_particular(head, front, noun, lexicon) else SourceKind.COLLECTIVE
    for word in (noun, head.lower):
        known = lexicon.kinds_by_noun.get(word)
        if known in {SourceKind.ORGANISATION, SourceKind.DOCUMENT, SourceKind.MEDIA}:
            return known
    if noun in lexicon.role_nouns or noun in lexicon.anonymous_nouns:
        if is_definite and not is_plural and noun in lexicon.role_nouns and noun not in lexicon.anonymous_nouns:
            return SourceKind.PERSON
        return SourceKind.ANONYMOUS
    if head.pos == "PROPN":
        return SourceKind.ORGANISATION
    return None


def _is_particular(head: Token, front: list[Token], noun: str, lexicon: Lexicon) -> bool:
    """Whether a group is certain people who talked ("people familiar with the matter", "two residents", "analysts at
    the bank"), not people at large ("critics", "voters in the north")."""
    if any(token.pos == "NUM" and token is not head for token in front):
        return True
    for child in head.children:
        if child.i > head.i and any(part.lower in lexicon.informed_words for part in (child, *child.children)):
            return True
    return noun in lexicon.anonymous_nouns and noun in lexicon.role_nouns and _employer(head, lexicon) is not None


def is_outlet_compound(head: Token, lexicon: Lexicon) -> bool:
    """ "news agency", "radio station": an outlet only by the word before."""
    before = lexicon.media_compounds.get(head.lemma.lower()) or lexicon.media_compounds.get(head.lower)
    return before is not None and any(
        child.lower in before for child in head.children if child.dep in {"compound", "amod", "nmod"}
    )


_DEEP = 4


def _bearer(head: Token, lexicon: Lexicon) -> Token | None:
    """The name in apposition to a common noun: "its secretary, Paul Moreau"; "the maker, Norrland Steel"."""
    if head.pos != "NOUN" or head.tag in _PLURAL_TAGS or head.child("conj") is not None:
        return None
    noun = head.lemma.lower()
    holders = [head]
    if noun in lexicon.role_nouns:
        # "the mayor of Lisbon, Carlos Reis": the parser hangs the name on the town
        waiting = [child for child in head.children if child.dep == "prep"]
        for preposition in waiting:
            if len(holders) > _DEEP:
                break
            for inner in preposition.children:
                holders.append(inner)
                waiting += [child for child in inner.children if child.dep == "prep"]
    return next(
        (
            child
            for holder in holders
            for child in holder.children
            if (holder is head or _looks_personal(child, lexicon))
            and child.dep == "appos"
            and child.i > head.i
            and child.pos == "PROPN"
            and (child.lower not in lexicon.time_names or child.child("compound") is not None)
        ),
        None,
    )


def _looks_personal(name: Token, lexicon: Lexicon) -> bool:
    front = front_of(name)
    return (
        len(front) > 1
        and all(token.text[:1].isupper() for token in front)
        and name.lower not in lexicon.kinds_by_noun
        and " ".join(token.lower for token in front) not in lexicon.countries
    )


def _with_name_behind(
    head: Token,
    front: list[Token],
    bearer: Token,
    run: list[Token],
    text: str,
    owner: Token | None,
    scene: Scene,
    lexicon: Lexicon,
) -> Description:
    """ "A spokeswoman, Petra Lind, …" is Petra Lind, whose role stands before her name."""
    own = _named(bearer, front_of(bearer), run, text, scene, lexicon)
    noun = head.lemma.lower()
    of_noun = _kind_of_noun(head, front, noun, lexicon, is_definite=True, is_plural=False)
    is_person = of_noun in {SourceKind.PERSON, SourceKind.ANONYMOUS} or noun in lexicon.gendered_nouns
    kind = SourceKind.PERSON if is_person else of_noun or own.kind
    role = _apposed_text(head, scene, lexicon, until=front_of(bearer)[0].i)
    gender = lexicon.gendered_nouns.get(noun) or (own.gender if own.gender != "n" else None)
    return replace(
        own,
        head=head,
        noun=None if is_person else noun,
        words=own.words | {token.lower for token in front},
        roles=(role, *own.roles) if is_person else own.roles,
        affiliation=_affiliation(head, front, scene, lexicon) or own.affiliation,
        gender=gender if is_person else "n",
        kind=kind,
        owner=owner,
        is_plural=False,
    )


def _role_text(front: list[Token], scene: Scene) -> str:
    return " ".join(scene.article.text[front[0].start : front[-1].end].split())


def _apposed_text(head: Token, scene: Scene, lexicon: Lexicon, *, until: int | None = None) -> str:
    """ "a spokesman for the ministry" without its article, as far as the first comma or clause."""
    places = phrase(
        head, without=[child for child in head.children if child.dep in {"relcl", "appos", "acl", "punct", "conj"}]
    )
    while places[0] != head.i and (
        scene.tokens[places[0]].dep in {"det", "punct"} or scene.tokens[places[0]].lower in lexicon.pronouns
    ):
        places.pop(0)
    run = [place for place in places if until is None or place < until] or [head.i]
    while len(run) > 1 and is_punctuation(scene.tokens[run[-1]]):
        run.pop()
    return " ".join(scene.article.text[scene.tokens[run[0]].start : scene.tokens[run[-1]].end].split())


def _nationality(tokens: list[Token], lexicon: Lexicon) -> str | None:
    found = {lexicon.nationalities[token.lower] for token in tokens if token.lower in lexicon.nationalities}
    return found.pop() if len(found) == 1 else None


def _possessor(head: Token, lexicon: Lexicon, before: int | None = None) -> str | None:
    for child in head.children:
        if child.dep == "poss" and child.pos == "PROPN" and (before is None or child.i < before):
            return lexicon.governments.get(child.lower) or " ".join(
                token.text for token in child.subtree() if token.dep in {"compound", "poss"} or token is child
            )
    return None


def _affiliation(head: Token, front: list[Token], scene: Scene, lexicon: Lexicon) -> str | None:
    """ "the Russian ministry", "Russia's ministry", "a spokesman for Acme", "a ministry official"."""
    nationality = _nationality(front, lexicon)
    if nationality is not None:
        return nationality
    possessor = _possessor(head, lexicon)
    if possessor is not None:
        return possessor
    body = _employer(head, lexicon)
    noun = head.lemma.lower()
    if noun in lexicon.gendered_nouns.keys() | lexicon.person_reference_nouns and noun not in lexicon.role_nouns:
        body = None  # "a man from Derby" speaks for himself
    if body is not None:
        run = front_of(body)
        named = name_run(body, run, scene, lexicon)
        if named:
            return " ".join(scene.article.text[named[0].start : named[-1].end].split())
        return _body_text(run, scene, lexicon)
    bodies = [token for token in front if token is not head and token.lemma.lower() in lexicon.organisation_nouns]
    if bodies and head.lemma.lower() in lexicon.role_nouns:
        return _body_text(front[: front.index(bodies[-1]) + 1], scene, lexicon)
    return None


def _employer(head: Token, lexicon: Lexicon) -> Token | None:
    """ "a spokesman for the bank", "analysts at Acme"."""
    for child in head.children:
        if child.dep == "prep" and child.lower in lexicon.affiliation_prepositions:
            inner = child.child("pobj")
            if inner is None or inner.lower in lexicon.time_names:
                continue
            if inner.pos == "PROPN" or inner.lemma.lower() in lexicon.organisation_nouns:
                return inner
    return None


def _body_text(run: list[Token], scene: Scene, lexicon: Lexicon) -> str:
    """The body alone: "senior Centre" speaks of the Centre, "former hospital" of the hospital."""
    first = len(run) - 1
    while first > 0:
        token = run[first - 1]
        is_name = token.pos == "PROPN" and run[first].text[:1].isupper()
        is_kind = token.pos == "NOUN" or token.lower in lexicon.body_adjectives
        if token.lower in lexicon.role_modifiers or not (is_name or is_kind or is_punctuation(token)):
            break
        first -= 1
    while is_punctuation(run[first]) and first < len(run) - 1:
        first += 1
    return " ".join(scene.article.text[run[first].start : run[-1].end].split())

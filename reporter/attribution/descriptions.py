"""What the words of a source phrase say: name, role, affiliation, number, gender and kind."""

from dataclasses import dataclass

from reporter.attribution.candidates import Scene
from reporter.attribution.lexicon import Lexicon
from reporter.attribution.names import front_of, name_run
from reporter.attribution.trees import phrase
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
    is_pronoun: bool = False
    kind: SourceKind | None = None
    country: str | None = None
    """For a place that stands for its government."""


def describe(head: Token, places: list[int], scene: Scene, lexicon: Lexicon) -> Description:
    """Read the phrase around `head`; `places` are its tokens."""
    text = _written(places, scene, lexicon)
    if head.pos == "PRON" or head.lower in lexicon.pronouns:
        return _pronoun(head, text, lexicon)
    front = front_of(head)
    named = name_run(head, front, scene, lexicon)
    if named:
        return _named(head, front, named, text, scene, lexicon)
    noun = head.lemma.lower() if head.pos != "PROPN" else head.lower
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
        roles=(_role_text(front, scene, lexicon),) if noun in lexicon.role_nouns and not is_plural else (),
        affiliation=_affiliation(head, front, lexicon),
        gender=lexicon.gendered_nouns.get(noun),
        is_plural=is_plural,
        is_definite=is_definite,
        kind=_kind_of_noun(head, noun, lexicon, is_definite=is_definite, is_plural=is_plural),
    )


def _written(places: list[int], scene: Scene, lexicon: Lexicon) -> str:
    if not places:
        return ""
    start, end = scene.tokens[places[0]].start, scene.tokens[places[-1]].end
    text = " ".join(scene.article.text[start:end].split())
    for ending in sorted(lexicon.possessives):
        text = text.removesuffix(ending)
    return text


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
    courtesy = [token for token in before if lexicon.titles.get(token.lower)]
    gender = next((lexicon.titles[token.lower] for token in courtesy), None)
    role_tokens = [token for token in before if token not in courtesy]
    roles: list[str] = []
    if any(token.lower in lexicon.role_nouns or token.lower in lexicon.titles for token in role_tokens):
        roles.append(" ".join(source_text[role_tokens[0].start : role_tokens[-1].end].split()))
    affiliation = _nationality(before, lexicon) or _possessor(head, lexicon)
    for child in head.children:
        if child.dep == "appos" and child.i > head.i and child.pos in {"NOUN", "PROPN"}:
            apposed = front_of(child)
            if child.lemma.lower() in lexicon.role_nouns or any(token.lower in lexicon.role_nouns for token in apposed):
                roles.append(_apposed_text(child, scene))
                gender = gender or lexicon.gendered_nouns.get(child.lemma.lower())
                affiliation = affiliation or _affiliation(child, apposed, lexicon)
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
        is_plural=any(child.dep == "conj" for child in head.children),
        is_definite=True,
        kind=kind,
        country=country,
    )


def _kind_of_name(
    head: Token, named: list[Token], before: list[Token], roles: list[str], gender: str | None, lexicon: Lexicon
) -> SourceKind:
    last = named[-1].lower
    if last in lexicon.media_names or any(token.lower in lexicon.media_nouns for token in named):
        return SourceKind.MEDIA
    if roles or gender in {"m", "f"} or any(token.lower in lexicon.titles for token in before):
        return SourceKind.PERSON
    has_article = any(child.dep == "det" for child in head.children)
    known = lexicon.kinds_by_noun.get(last) or lexicon.kinds_by_noun.get(named[-1].lemma.lower())
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
    if head.tag == "NNPS":
        return SourceKind.COLLECTIVE
    return SourceKind.PERSON if len(named) > 1 or last in lexicon.first_names else SourceKind.ORGANISATION


def _kind_of_noun(head: Token, noun: str, lexicon: Lexicon, *, is_definite: bool, is_plural: bool) -> SourceKind | None:
    if head.lower in lexicon.collective_nouns:
        return SourceKind.COLLECTIVE
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


def _role_text(front: list[Token], scene: Scene, lexicon: Lexicon) -> str:  # noqa: ARG001
    return " ".join(scene.article.text[front[0].start : front[-1].end].split())


def _apposed_text(head: Token, scene: Scene) -> str:
    """ "a spokesman for the ministry" without its article, as far as the first comma or clause."""
    places = phrase(
        head, without=[child for child in head.children if child.dep in {"relcl", "appos", "acl", "punct", "conj"}]
    )
    while places and scene.tokens[places[0]].dep in {"det", "punct"} and places[0] != head.i:
        places.pop(0)
    run = [place for place in places if place >= places[0]]
    return " ".join(scene.article.text[scene.tokens[run[0]].start : scene.tokens[run[-1]].end].split())


def _nationality(tokens: list[Token], lexicon: Lexicon) -> str | None:
    found = {lexicon.nationalities[token.lower] for token in tokens if token.lower in lexicon.nationalities}
    return found.pop() if len(found) == 1 else None


def _possessor(head: Token, lexicon: Lexicon) -> str | None:
    for child in head.children:
        if child.dep == "poss" and child.pos == "PROPN":
            return lexicon.governments.get(child.lower) or " ".join(
                token.text for token in child.subtree() if token.dep in {"compound", "poss"} or token is child
            )
    return None


def _affiliation(head: Token, front: list[Token], lexicon: Lexicon) -> str | None:
    """ "the Russian ministry", "Russia's ministry", "a spokesman for Acme", "a ministry official"."""
    nationality = _nationality(front, lexicon)
    if nationality is not None:
        return nationality
    possessor = _possessor(head, lexicon)
    if possessor is not None:
        return possessor
    for child in head.children:
        if child.dep == "prep" and child.lower in lexicon.affiliation_prepositions:
            inner = child.child("pobj")
            if inner is not None and (inner.pos == "PROPN" or inner.lemma.lower() in lexicon.organisation_nouns):
                run = front_of(inner)
                return " ".join(token.text for token in run).replace(" - ", "-")
    bodies = [token for token in front if token is not head and token.lemma.lower() in lexicon.organisation_nouns]
    if bodies and head.lemma.lower() in lexicon.role_nouns:
        return " ".join(token.text for token in front[: front.index(bodies[-1]) + 1])
    return None

"""Who a mention means: names, surnames, acronyms, roles, definite descriptions and pronouns.

What stays unclear stays unresolved: two possible antecedents that nothing tells apart give no answer.
"""

from dataclasses import dataclass, field

from reporter.attribution.candidates import Scene
from reporter.attribution.descriptions import Description, describe
from reporter.attribution.lexicon import Lexicon
from reporter.attribution.names import inner_name, is_time
from reporter.attribution.trees import phrase
from reporter.model import SourceKind, Token

_REACH = 4
"""Sentences back in which a pronoun finds its antecedent."""
_MARGIN = 1.0
_SUBJECT_BONUS = 1.5
_SPEAKER_BONUS = 1.5
_CLAUSE_BONUS = 4.0
_GENDER_BONUS = 1.0
"""For somebody whom the story shows to be "he" or "she", over somebody who may be either."""
_TOPIC_BONUS = 2.0
"""For the subject of the sentence before, if that names nobody else of the kind: what the story goes on about."""
_VOICES_OF_BODIES = frozenset({SourceKind.ORGANISATION, SourceKind.DOCUMENT, SourceKind.MEDIA})


@dataclass(slots=True, kw_only=True, eq=False)
class Referent:
    """Somebody or something that the story speaks of, as far as read."""

    name: str
    kind: SourceKind
    is_named: bool
    nouns: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    roles: list[str] = field(default_factory=list)
    affiliation: str | None = None
    gender: str | None = None
    is_plural: bool = False
    country: str | None = None
    is_place: bool = False
    """Whether the story only ever names it behind "in", "near" and the like."""
    seen: list[tuple[int, int, float]] = field(default_factory=list)
    """(token place, sentence, weight), in text order."""

    def is_of_state(self, lexicon: Lexicon) -> bool:
        words = {word for role in self.roles for word in role.lower().split()} | self.nouns
        return bool(words & lexicon.state_nouns)


class Referents:
    """Everything that a story has named so far. `resolve` must be called in text order."""

    def __init__(self, scene: Scene, lexicon: Lexicon) -> None:
        self._scene = scene
        self._lexicon = lexicon
        self._all: list[Referent] = []
        self._by_name: dict[str, Referent] = {}
        self._by_last: dict[str, list[Referent]] = {}
        self._by_first: dict[str, list[Referent]] = {}
        self._by_initials: dict[str, list[Referent]] = {}
        self._read_until = 0
        self._speaking_nouns = (
            lexicon.organisation_nouns | lexicon.role_nouns | lexicon.anonymous_nouns | lexicon.collective_nouns
        )
        """Nouns for those who may speak later: as subjects they are antecedents before they say a word."""
        self._known_heads: dict[int, Referent] = {}

    def resolve(self, head: Token, places: list[int], *, speaks: bool) -> tuple[Referent, str, float] | None:
        """The referent of a source phrase, how it was tied to it, and how sure that is; None where it is unclear."""
        self._read_to(head.i)
        description = describe(head, places, self._scene, self._lexicon)
        known = self._known_heads.get(head.i)
        found = (known, "description" if description.name is None else "name", 1.0) if known else None
        if found is None:
            found = self._find(description)
        if found is None:
            return None
        self._known_heads[head.i] = found[0]
        self._speak_for_owner(found[0], description)
        self._note(found[0], description, _SPEAKER_BONUS if speaks else 0.0)
        return found

    def _speak_for_owner(self, referent: Referent, description: Description) -> None:
        """ "its secretary" speaks for the union that was just named."""
        if description.owner is None:
            return
        owner = describe(description.owner, [description.owner.i], self._scene, self._lexicon)
        found = self._pronoun(owner) if owner.is_pronoun else None
        if found is not None and found[0] is not referent:
            self._note(found[0], owner, _SUBJECT_BONUS if description.head.dep in {"nsubj", "nsubjpass"} else 0.0)
        if referent.affiliation is None and found and found[0].kind in _VOICES_OF_BODIES and found[0].is_named:
            referent.affiliation = found[0].name

    def _find(self, description: Description) -> tuple[Referent, str, float] | None:
        if description.is_pronoun:
            return self._pronoun(description)
        if is_time(description.head, self._lexicon):
            known = self._by_last.get(description.head.lower, [])
            return (known[0], "surname", 0.9) if len(known) == 1 else None
        if description.name is not None:
            return self._named(description)
        return self._described(description)

    # --- reading the story ahead of the source, so that what is named but does not speak is known

    def _read_to(self, place: int) -> None:
        tokens = self._scene.tokens
        while self._read_until < min(place, len(tokens)):
            token = tokens[self._read_until]
            self._read_until += 1
            if token.i in self._known_heads or not self._is_reference(token):
                continue
            description = describe(token, phrase(token)[:40], self._scene, self._lexicon)
            found: tuple[Referent, str, float] | None
            if description.name is not None:
                found = self._named(description)
            elif description.kind is not None:
                found = self._described(description)
            else:
                continue
            if found is not None:
                self._known_heads[token.i] = found[0]
                self._note(found[0], description, 0.0)

    def _is_reference(self, token: Token) -> bool:
        if not self._scene.is_readable(token):
            return False
        if self._scene.quoted[token.i] >= 0:
            return False
        if token.pos == "PROPN" or (token.lower in self._scene.names and token.text[:1].isupper()):
            if token.dep in {"compound", "amod", "nmod", "npadvmod"} or is_time(token, self._lexicon):
                return False
            return token.dep not in {"conj", "pobj", "poss"} or not inner_name(token, self._scene, self._lexicon)
        return (
            token.pos == "NOUN"
            and token.dep in {"nsubj", "nsubjpass"}
            and any(word in self._speaking_nouns for word in (token.lemma.lower(), token.lower))
        )

    def _note(self, referent: Referent, description: Description, bonus: float) -> None:
        token = description.head
        referent.is_place = referent.is_place and _is_placed(token, self._lexicon)
        weight = bonus + (_SUBJECT_BONUS if token.dep in {"nsubj", "nsubjpass"} else 0.0)
        if referent.seen and referent.seen[-1][0] == token.i:
            weight = max(weight, referent.seen[-1][2])
            referent.seen.pop()
        referent.seen.append((token.i, token.sentence, weight))
        if len(referent.seen) > 1 and referent.seen[-2][0] > token.i:
            referent.seen.sort()
        for role in description.roles:
            if not any(
                known.lower() == role.lower() or known.lower().endswith(f" {role.lower()}") for known in referent.roles
            ):
                referent.roles.append(role)
        if referent.affiliation is None:
            referent.affiliation = description.affiliation
        if referent.gender is None and not description.is_pronoun:
            referent.gender = description.gender
        if description.noun is not None:
            referent.nouns.add(description.noun)
        referent.words.update(description.words)

    def _new(self, description: Description) -> Referent:
        referent = Referent(
            name=description.name or description.text,
            kind=description.kind or SourceKind.COLLECTIVE,
            is_named=description.name is not None,
            affiliation=description.affiliation,
            gender=description.gender,
            is_plural=description.is_plural,
            country=description.country,
            is_place=_is_placed(description.head, self._lexicon),
        )
        if description.kind is None and not description.is_plural:
            referent.kind = SourceKind.ANONYMOUS
        self._all.append(referent)
        if description.name is not None:
            self._index(referent, description.name)
        return referent

    def _index(self, referent: Referent, name: str) -> None:
        words = name.split()
        self._by_name.setdefault(self._key(name), referent)
        same = self._by_last.setdefault(words[-1].lower(), [])
        if referent not in same:
            same.append(referent)
        if len(words) > 1 and referent not in self._by_first.setdefault(words[0].lower(), []):
            self._by_first[words[0].lower()].append(referent)
        initials = "".join(word[0] for word in words if word[0].isupper())
        if len(initials) > 1:
            self._by_initials.setdefault(initials, []).append(referent)

    def _key(self, name: str) -> str:
        words = name.lower().split()
        return " ".join(words[1:] if words and words[0] in self._lexicon.articles else words)

    # --- names

    def _named(self, description: Description) -> tuple[Referent, str, float] | None:
        name = description.name or ""
        known = self._by_name.get(self._key(name))
        if known is not None and not _clash(known, description):
            return known, "name", 1.0
        words = name.split()
        if len(words) == 1:
            short = self._short_name(words[0], description)
            if short is not None:
                return short
            if self._is_shared(words[0], description):
                return None
        else:
            for referent in self._by_last.get(words[-1].lower(), ()):
                if (
                    referent.kind is SourceKind.PERSON
                    and len(referent.name.split()) == 1
                    and not _clash(referent, description)
                ):
                    referent.name = name  # a surname came first: "Moreau … Jean Moreau"
                    self._index(referent, name)
                    return referent, "name", 1.0
        if description.country is not None:
            for referent in self._all:
                if referent.country == description.country and self._key(referent.name) == self._key(name):
                    return referent, "government", 1.0
        return self._new(description), "government" if description.country else "name", 1.0

    def _short_name(self, word: str, description: Description) -> tuple[Referent, str, float] | None:
        if word.isupper() and word.replace(".", "") in self._by_initials:
            full = self._by_initials[word.replace(".", "")]
            bodies = [referent for referent in full if referent.kind is not SourceKind.PERSON]
            if len(bodies) == 1:
                return bodies[0], "acronym", 0.9
        body = self._long_name(word, description)
        if body is not None:
            return body, "short name", 0.8
        persons = self._bearers(word, description)
        if len(persons) == 1:
            return persons[0], "surname", 0.95
        return None

    def _long_name(self, word: str, description: Description) -> Referent | None:
        """ "Norrland" for Norrland Foods or Norrland Group, if just one body that was named begins so."""
        if description.gender in {"m", "f"} or description.roles or description.country is not None:
            return None
        found = [
            referent
            for referent in self._by_first.get(word.lower(), ())
            if referent.kind is not SourceKind.PERSON or _may_be_body(referent)
        ]
        if len(found) != 1 or word.lower() in self._lexicon.first_names:
            return None
        last = found[0].name.split()[-1].lower()
        is_company = last in self._lexicon.company_words or last not in self._lexicon.kinds_by_noun
        return found[0] if is_company and not self._bearers(word, description) else None

    def _bearers(self, word: str, description: Description) -> list[Referent]:
        """The people with this surname, less those whose gender the mention rules out."""
        return [
            referent
            for referent in self._by_last.get(word.lower(), ())
            if len(referent.name.split()) > 1
            and referent.kind is SourceKind.PERSON
            and not _clash(referent, description)
        ]

    def _is_shared(self, word: str, description: Description) -> bool:
        """Whether a bare surname may mean two people: then it means neither."""
        return len(self._bearers(word, description)) > 1

    # --- descriptions

    def _described(self, description: Description) -> tuple[Referent, str, float] | None:
        noun = description.noun or ""
        if description.is_member:
            groups = [referent for referent in self._all if self._is_group(referent, noun)]
            if len(groups) == 1:
                return groups[0], "member", 0.7
        elif description.is_definite:
            matching = [referent for referent in self._all if self._fits(referent, description)]
            if len(matching) == 1:
                return matching[0], "role" if description.roles else "description", 0.9
            if matching:
                exact = [referent for referent in matching if self._key(referent.name) == self._key(description.text)]
                if len(exact) == 1:
                    return exact[0], "description", 0.9
                best = self._clearest(matching, description)
                return None if best is None else (best, "description", 0.7)
            generic = self._generic(description)
            if generic is not None:
                return generic, "description", 0.6
        else:
            for referent in self._all:
                if (
                    not referent.is_named
                    and self._key(referent.name) == self._key(description.text)
                    and description.is_plural
                ):
                    return referent, "description", 0.8
        if noun in self._lexicon.relative_pronouns:
            return None
        return self._new(description), "description", 1.0

    def _is_group(self, referent: Referent, noun: str) -> bool:
        return referent.is_plural and not referent.is_named and noun in referent.nouns

    def _fits(self, referent: Referent, description: Description) -> bool:
        """ "the ministry" for the defence ministry, "the minister" for Foreign Minister Lavrov."""
        noun = description.noun or ""
        if referent.is_plural != description.is_plural:
            return False
        role_words = {word for role in referent.roles for word in role.lower().replace("-", " ").split()}
        if noun not in referent.nouns and noun not in role_words:
            return False
        is_body = noun in self._lexicon.organisation_nouns and noun not in self._lexicon.role_nouns
        if is_body and referent.kind in {SourceKind.PERSON, SourceKind.ANONYMOUS}:
            return False  # "the ministry" is not the ministry official of the sentence before
        if (
            description.affiliation
            and referent.affiliation
            and description.affiliation.lower() != referent.affiliation.lower()
        ):
            return False
        own = {word for word in description.words if word not in self._lexicon.nationalities}
        return own <= referent.words | role_words

    def _clearest(self, matching: list[Referent], description: Description) -> Referent | None:
        """Of several that fit, the one named in the last two sentences, if it is alone there."""
        sentence = description.head.sentence
        near = [referent for referent in matching if referent.seen and sentence - referent.seen[-1][1] <= 1]
        return near[0] if len(near) == 1 else None

    def _generic(self, description: Description) -> Referent | None:
        """ "the company" for the one body named in the sentences before; "the 54-year-old" for the one person."""
        noun = description.noun or ""
        if description.is_plural or description.affiliation or description.is_possessed:
            return None
        has_age = any(word.isdigit() for word in description.words)
        if description.words - {noun} and not has_age and noun not in self._lexicon.epithet_nouns:
            return None
        sentence = description.head.sentence
        if noun in self._lexicon.organisation_nouns or noun in self._lexicon.epithet_nouns:
            if noun in self._lexicon.state_nouns or noun in self._lexicon.territorial_nouns:
                return None  # "the county" is itself, not whatever was named last
            wanted = SourceKind.ORGANISATION
        elif noun in self._lexicon.person_reference_nouns or noun[:1].isdigit():
            wanted = SourceKind.PERSON
        else:
            return None
        near = [
            referent
            for referent in self._all
            if referent.is_named
            and (referent.kind is wanted or (wanted is SourceKind.ORGANISATION and _may_be_body(referent)))
            and referent.country is None
            and not referent.is_place
            and referent.seen
            and referent.seen[0][0] < description.head.i  # it looks back, not on to who says so behind a quotation
            and sentence - referent.seen[-1][1] <= 2
            and (description.gender is None or referent.gender in {None, description.gender, "n"})
        ]
        if len(near) != 1:
            return None
        if wanted is SourceKind.ORGANISATION:
            near[0].kind, near[0].gender = wanted, "n"
        return near[0]

    # --- pronouns

    def _pronoun(self, description: Description) -> tuple[Referent, str, float] | None:
        known = self._lexicon.pronouns.get(description.head.lower)
        if known is None or known.person != 3:
            return None
        token = description.head
        above = _subjects_above(token)
        scores: list[tuple[float, int, Referent]] = []
        for number, referent in enumerate(self._all):
            if not _agrees(referent, known.gender, is_plural=known.is_plural):
                continue
            score = self._salience(referent, token, above)
            if score > 0:
                knows = known.gender in {"m", "f"} and referent.gender == known.gender
                scores.append((score + (_GENDER_BONUS if knows else 0.0), number, referent))
        sure = 0.9
        if not scores and known.is_plural:
            sure = 0.7  # "The council met. They said …": a body stands for its members where no group is named
            for number, referent in enumerate(self._all):
                score = self._salience(referent, token, above) if referent.kind is SourceKind.ORGANISATION else 0.0
                if score > 0:
                    scores.append((score, number, referent))
        if not scores:
            return None
        self._favour_topic(scores, token)
        scores.sort(key=lambda scored: (-scored[0], scored[1]))
        best = scores[0]
        if len(scores) > 1 and best[0] - scores[1][0] < _MARGIN:
            return None
        if best[2].gender is None and known.gender in {"m", "f"}:
            best[2].gender = known.gender
        lead = best[0] - scores[1][0] if len(scores) > 1 else 3.0
        return best[2], "pronoun", sure if lead >= 2 else min(sure, 0.75)

    def _favour_topic(self, scores: list[tuple[float, int, Referent]], token: Token) -> None:
        before = token.sentence - 1
        named = [
            place
            for place, (_, _, referent) in enumerate(scores)
            if any(sentence == before for _, sentence, _ in referent.seen)
        ]
        if len(named) == 1 and not any(
            sentence == token.sentence and at < token.i
            for place, (_, _, referent) in enumerate(scores)
            if place != named[0]
            for at, sentence, _ in referent.seen
        ):
            score, number, referent = scores[named[0]]
            if any(sentence == before and weight >= _SUBJECT_BONUS for _, sentence, weight in referent.seen):
                scores[named[0]] = (score + _TOPIC_BONUS, number, referent)

    def _salience(self, referent: Referent, token: Token, above: dict[int, float]) -> float:
        best = 0.0
        for place, sentence, weight in reversed(referent.seen):
            distance = token.sentence - sentence
            if distance > _REACH:
                break
            if place >= token.i:
                continue
            best = max(best, (_REACH + 1 - distance) + weight + above.get(place, 0.0))
        return best


def _is_placed(head: Token, lexicon: Lexicon) -> bool:
    """ "closed its works in Grantham": a name that is the place of an action, not of shares or a stake."""
    return head.dep == "pobj" and head.head.lower in lexicon.place_prepositions and head.head.head.pos in _ACTIONS


_ACTIONS = frozenset({"VERB", "AUX"})


def _subjects_above(token: Token) -> dict[int, float]:
    """Subjects of the clauses around a pronoun's own, the nearest weighing most: "Moscow wages a war it says …"."""
    bonus = _CLAUSE_BONUS
    found: dict[int, float] = {}
    own = token.head
    for above in own.ancestors():
        for child in above.children:
            if child.dep in {"nsubj", "nsubjpass"} and child.i < token.i and child is not token:
                found[child.i] = bonus
                bonus /= 4
    return found


def _agrees(referent: Referent, gender: str | None, *, is_plural: bool) -> bool:
    if is_plural:
        return referent.is_plural
    if referent.is_plural:
        return False
    if gender == "n":
        return referent.kind in _VOICES_OF_BODIES
    return referent.kind in {SourceKind.PERSON, SourceKind.ANONYMOUS} and referent.gender in {None, gender}


def _may_be_body(referent: Referent) -> bool:
    """Two capitalised words that nothing tells to be a person: no title, role, first name or pronoun."""
    return referent.kind is SourceKind.PERSON and referent.gender is None and not referent.roles


def _clash(referent: Referent, description: Description) -> bool:
    return referent.gender in {"m", "f"} and description.gender in {"m", "f"} and referent.gender != description.gender

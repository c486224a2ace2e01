"""The claims stage: from attributions and plain sentences to assertions that can be checked, each listed once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reporter.claims.clauses import (
    antecedent,
    conjuncts,
    free_clauses,
    heads_of,
    is_finite,
    main_predicate,
    own_subject,
    subject_of,
    words,
)
from reporter.claims.dating import dates_happening, dates_saying, is_when, opens_content, touching
from reporter.claims.merging import merged_claims
from reporter.claims.pieces import spans_of, stripped, with_marks, written
from reporter.claims.quantities import find_quantities
from reporter.claims.readings import checkability_of, is_negated, modality_of, names_in
from reporter.claims.rules import ClaimRules
from reporter.claims.worthiness import worthiness_of
from reporter.model import (
    Article,
    Attribution,
    ChainLink,
    Claim,
    Direction,
    ParagraphKind,
    Parse,
    QuoteType,
    Sentence,
    Source,
    SourceKind,
    Span,
    Stance,
    TimeExpression,
    Token,
    hull,
)


def extract_claims(
    article: Article,
    parse: Parse,
    times: tuple[TimeExpression, ...],
    attributions: tuple[Attribution, ...],
    sources: tuple[Source, ...],
    rules: ClaimRules,
) -> tuple[Claim, ...]:
    """Every assertion of the story's body, in text order, each listed once.

    What a source says is a claim with a chain, outermost speaker first; what the story states itself is one without.
    A content of several sentences, or of several full clauses joined by "and", gives several claims. Headlines and
    captions give none: the body repeats the one, and the other describes a picture. A repeated paragraph, and the
    same words by the same source, add an appearance to the earlier claim. A refusal to comment asserts nothing.

    Raises ValueError when an attribution names a source or an outer attribution that is not given.
    """
    _require_known(attributions, sources)
    return _Extraction(article, parse, times, attributions, sources, rules).claims()


def _require_known(attributions: Sequence[Attribution], sources: Sequence[Source]) -> None:
    known = {source.id for source in sources}
    outer = {attribution.id for attribution in attributions}
    for attribution in attributions:
        if attribution.source_id is not None and attribution.source_id not in known:
            raise ValueError(f"{attribution.id} has the source {attribution.source_id}, which is not given")
        if attribution.within is not None and attribution.within not in outer:
            raise ValueError(f"{attribution.id} lies within {attribution.within}, which is not given")


@dataclass(slots=True)
class _Roles:
    """The tokens of one attribution, by number."""

    attribution: Attribution
    source: frozenset[int]
    cue: frozenset[int]
    content: tuple[Token, ...]
    inside: frozenset[int]
    inner: "list[_Roles]" = field(default_factory=list)
    said: tuple[str, ...] = ()
    opening: frozenset[str] = frozenset()
    """The time at the head of the content, as it was given, that dates the saying."""


@dataclass(frozen=True, slots=True)
class _Assertion:
    """The tokens of a claim to be, and whose words they are."""

    tokens: tuple[Token, ...]
    roles: _Roles | None


class _Extraction:
    def __init__(
        self,
        article: Article,
        parse: Parse,
        times: Sequence[TimeExpression],
        attributions: Sequence[Attribution],
        sources: Sequence[Source],
        rules: ClaimRules,
    ) -> None:
        self.kinds = {source.id: source.kind for source in sources}
        self.article = article
        self.parse = parse
        self.rules = rules
        self.times: Mapping[int, list[TimeExpression]] = defaultdict(list)
        self.times_at: Mapping[int, list[TimeExpression]] = defaultdict(list)
        """The times that begin with a token, or hang on it as on their verb."""
        for time in times:
            sentence = parse.sentence_at(time.span.start)
            if sentence is not None:
                self.times[sentence.number].append(time)
                for token in touching(time, parse):
                    self.times_at[token.i].append(time)
        self.dated: Mapping[int, frozenset[int]] = {
            sentence.number: frozenset(
                token.i for time in self.times[sentence.number] for token in parse.tokens_in(time.span)
            )
            for sentence in parse.sentences
        }
        """The tokens of each sentence that belong to a time."""
        self.roles = {attribution.id: self._roles(attribution) for attribution in attributions}
        for roles in self.roles.values():
            if roles.attribution.within is not None:
                self.roles[roles.attribution.within].inner.append(roles)
        for roles in self.roles.values():
            self._free_opening(roles)
            roles.said = tuple(time.id for time in self._times_around(roles) if self._dates_saying(time, roles))
        self.said = frozenset(time for roles in self.roles.values() for time in roles.said)

    def _roles(self, attribution: Attribution) -> _Roles:
        content = self._tokens(attribution.content)
        return _Roles(
            attribution=attribution,
            source=frozenset(token.i for token in self._tokens(attribution.source)),
            cue=frozenset(token.i for token in self._tokens(attribution.cue)),
            content=content,
            inside=frozenset(token.i for token in content),
        )

    def _tokens(self, spans: Iterable[Span]) -> tuple[Token, ...]:
        found = {token.i: token for span in spans for token in self.parse.tokens_in(span)}
        return tuple(found[i] for i in sorted(found))

    def _times_around(self, roles: _Roles) -> Iterator[TimeExpression]:
        """Those in the sentence of the cue, or where there is no cue, of the source."""
        numbers = {self.parse.tokens[i].sentence for i in roles.cue or roles.source}
        for number in sorted(numbers):
            yield from self.times[number]

    def _free_opening(self, roles: _Roles) -> None:
        """Give a day at the head of the content back to the saying."""
        if roles.attribution.quote_type is not QuoteType.INDIRECT:
            return
        for time in self._times_around(roles):
            lead = {token.i for token in opens_content(time, self.parse, roles.cue, roles.content)}
            if lead:
                roles.content = tuple(token for token in roles.content if token.i not in lead)
                roles.inside = frozenset(token.i for token in roles.content)
                roles.cue |= lead - {token.i for token in self.parse.tokens_in(time.span)}
                roles.opening = frozenset({time.id})
                return

    def _dates_saying(self, time: TimeExpression, roles: _Roles) -> bool:
        if time.id in roles.opening:
            return True
        return is_when(time) and dates_saying(time, self.parse, roles.cue, roles.source, roles.inside)

    # Assertions

    def claims(self) -> tuple[Claim, ...]:
        made = sorted(
            (claim for assertion in self._assertions() if (claim := self._claim(assertion)) is not None),
            key=lambda claim: (claim.spans[0], len(claim.chain)),
        )
        return tuple(
            replace(claim, id=f"c{number}") for number, claim in enumerate(merged_claims(made, self.article), start=1)
        )

    def _assertions(self) -> Iterator[_Assertion]:
        seen: set[tuple[int, ...]] = set()
        touched: dict[int, list[_Roles]] = defaultdict(list)
        for roles in self.roles.values():
            for number in sorted({self.parse.tokens[i].sentence for i in roles.source | roles.cue | roles.inside}):
                touched[number].append(roles)
        for sentence in self.parse.sentences:
            if self.article.paragraphs[sentence.paragraph].kind is not ParagraphKind.BODY:
                continue
            near = touched.get(sentence.number, [])
            for roles in near:
                for tokens in self._of_content(roles, sentence):
                    key = tuple(token.i for token in tokens)
                    if key not in seen:
                        seen.add(key)
                        yield _Assertion(tuple(tokens), roles)
            for tokens in self._of_story(sentence, near):
                yield _Assertion(tuple(tokens), None)

    def _of_content(self, roles: _Roles, sentence: Sentence) -> Iterator[list[Token]]:
        """What `roles` says in one sentence: full clauses apart, without what another says in it."""
        if roles.attribution.stance is Stance.REFUSING:
            return
        tokens = [token for token in roles.content if token.sentence == sentence.number]
        if not words(tokens):
            return
        if self._is_told_by_outer(roles):
            return
        units = [tokens]
        inner = [other for other in roles.inner if any(token.i in other.inside for token in tokens)]
        if inner:
            units = self._without_inner(tokens, inner)
        for unit in units:
            for part in conjuncts(self._with_subject(self._with_words_around(unit, roles), roles)):
                if self._is_whole(part, roles):
                    yield part

    def _without_inner(self, tokens: list[Token], inner: Sequence[_Roles]) -> list[list[Token]]:
        """The clauses of a content that its inner attributions leave to the outer speaker."""
        inner = [other for other in inner if not self._is_told_by_outer(other)]
        if not inner:
            return [tokens]
        inside = {token.i for token in tokens}
        blocked = frozenset().union(*(other.cue | other.inside for other in inner))
        sources = frozenset().union(*(other.source for other in inner))
        clauses = [
            [token for token in clause if token.i in inside]
            for clause in free_clauses(tokens, blocked, sources - blocked, self.rules.readings.condition_marks)
        ]
        if clauses:
            return clauses
        predicate = main_predicate(tokens)
        heads = {token.i for token in heads_of(tokens)} | ({predicate.i} if predicate is not None else set())
        is_all_inner = any(heads & (other.cue | other.inside) for other in inner)
        return [] if is_all_inner else [tokens]

    def _is_told_by_outer(self, roles: _Roles) -> bool:
        """Whether its content is no clause but a part of one that an outer speaker asserts: "staff asked to leave"."""
        outer = self.roles[roles.attribution.within] if roles.attribution.within is not None else None
        return (
            outer is not None
            and not _is_clause(roles.content)
            and any(self.parse.tokens[i] in outer.content and is_finite(self.parse.tokens[i]) for i in roles.cue)
        )

    def _with_words_around(self, tokens: list[Token], roles: _Roles) -> list[Token]:
        """What is no clause by itself, with the words that make it readable.

        A pronoun comes with source and verb ("[The county disputes] this"), what nobody is named for with the verb
        inside of it ("The blaze [was believed] to have started"), what a noun says with the outer speaker's words
        ("[Moscow's readiness] to talk"), the rest with the verb ("[accused] the ministry of lying").
        """
        if roles.attribution.quote_type is QuoteType.DIRECT or _is_clause(tokens):
            return tokens
        if all(token.pos == "PRON" for token in words(tokens)):
            number = tokens[0].sentence
            every = sorted(roles.source | roles.cue | roles.inside)
            return [token for i in every if (token := self.parse.tokens[i]).sentence == number]
        cue = [self.parse.tokens[i] for i in sorted(roles.cue)]
        if roles.attribution.frame == "agentless" and cue and tokens[0].i < cue[0].i and cue[-1].i < tokens[-1].i:
            return sorted([*cue, *tokens], key=lambda token: token.i)
        if not cue or cue[-1].i > tokens[0].i or cue[0].sentence != tokens[0].sentence:
            return tokens
        if any(token.pos == "VERB" for token in cue):
            return [*cue, *tokens]
        outer = self.roles[roles.attribution.within] if roles.attribution.within is not None else None
        if outer is None:
            return tokens
        around = [token for token in outer.content if token.sentence == tokens[0].sentence]
        return around if not _is_clause(around) else tokens

    def _is_whole(self, tokens: Sequence[Token], roles: _Roles) -> bool:
        """Enough to be an assertion: two words, or all that the source says."""
        counted = words(tokens)
        return len(counted) > 1 or (len(counted) == 1 and len(words(roles.content)) == 1)

    def _with_subject(self, tokens: list[Token], roles: _Roles) -> list[Token]:
        """A relative clause with the noun that it is about in the place of its pronoun."""
        predicate = main_predicate(tokens)
        if predicate is None:
            return tokens
        if tokens[0].lower in self.rules.relatives and tokens[0].pos == "PRON":
            noun = antecedent(tokens[0])
            return sorted([*noun, *tokens[1:]], key=lambda token: token.i) if noun else tokens
        lacks_subject = subject_of(predicate) is None and is_finite(predicate)
        cue = next((self.parse.tokens[i] for i in sorted(roles.cue) if self.parse.tokens[i].dep == "relcl"), None)
        if lacks_subject and cue is not None:
            return sorted([*antecedent(cue), *tokens], key=lambda token: token.i)
        return tokens

    def _of_story(self, sentence: Sentence, near: Sequence[_Roles]) -> Iterator[list[Token]]:
        """What the story states itself in one sentence."""
        tokens = self.parse.tokens_of(sentence)
        if not near:
            predicate = main_predicate(tokens)
            if predicate is None or not is_finite(predicate) or own_subject(predicate) is None:
                return
            yield from conjuncts(tokens)
            return
        blocked = frozenset().union(*(roles.cue | roles.inside for roles in near))
        sources = frozenset().union(*(roles.source for roles in near))
        for clause in free_clauses(tokens, blocked, sources - blocked, self.rules.readings.condition_marks):
            yield from conjuncts(clause)

    # Claims

    def _claim(self, assertion: _Assertion) -> Claim | None:
        tokens = stripped(with_marks(assertion.tokens, self.parse.tokens), self.rules)
        spans = spans_of(tokens)
        if not spans:
            return None
        roles = assertion.roles
        numbers = sorted({token.sentence for token in tokens})
        sentence = hull(self.parse.sentences[number].span for number in numbers)
        chain = self._chain(roles.attribution) if roles is not None else ()
        stances = [link.stance for link in chain]
        happened = self._happened(assertion)
        is_anonymous = roles is not None and self._is_anonymous(roles)
        modality = modality_of(
            tokens,
            stances,
            [self.parse.tokens[i] for i in sorted(roles.cue)] if roles is not None else [],
            is_ahead=any(time.proof.direction is Direction.FUTURE for time in happened),
            is_anonymous=is_anonymous,
            rules=self.rules.readings,
        )
        taken = frozenset().union(*(self.dated[number] for number in numbers))
        return Claim(
            id="c",
            text=written(spans, self.article.text),
            spans=spans,
            sentence=sentence,
            paragraph=self.parse.sentences[numbers[0]].paragraph,
            chain=chain,
            quote_type=self._quote_type(roles, tokens),
            said=self._said(chain),
            happened=tuple(time.id for time in happened),
            quantities=find_quantities(tokens, self.article.text, taken, self.rules.quantities),
            names=names_in(tokens, taken, self.rules.name_joiners),
            is_negated=is_negated(tokens, self.rules.readings),
            modality=modality,
            checkability=checkability_of(
                assertion.tokens,
                self.parse.sentences[numbers[-1]].span.of(self.article.text),
                stances,
                modality,
                is_anonymous=is_anonymous,
                rules=self.rules.readings,
            ),
            worthiness=worthiness_of(tokens, self.rules.worth),
        )

    def _chain(self, attribution: Attribution) -> tuple[ChainLink, ...]:
        links: list[ChainLink] = []
        seen: set[str] = set()
        current: Attribution | None = attribution
        while current is not None and current.id not in seen:
            seen.add(current.id)
            links.append(
                ChainLink(
                    attribution_id=current.id,
                    source_id=current.source_id,
                    cue=written(current.cue, self.article.text),
                    stance=current.stance,
                )
            )
            current = self.roles[current.within].attribution if current.within is not None else None
        return tuple(reversed(links))

    def _said(self, chain: Sequence[ChainLink]) -> tuple[str, ...]:
        """The dates of the saying: those of the innermost link, or where that is no act of saying on a day (a belief,
        or a noun such as "readiness"), of the one that tells it. Another's words do not take the date of who passes
        them on."""
        for link in reversed(chain):
            roles = self.roles[link.attribution_id]
            is_act = any(self.parse.tokens[i].pos in {"VERB", "AUX"} for i in roles.cue)
            if roles.said or (is_act and link.stance is not Stance.BELIEVING):
                return roles.said
        return ()

    def _happened(self, assertion: _Assertion) -> tuple[TimeExpression, ...]:
        """In text order. Only times that stand among the claim's words or hang on one of them are asked: a sentence
        may hold thousands of others."""
        claimed: Collection[int] = frozenset(token.i for token in assertion.tokens)
        near = {time.id: time for i in claimed for time in self.times_at.get(i, ())}
        return tuple(
            time
            for time in sorted(near.values(), key=lambda time: time.span)
            if time.id not in self.said and is_when(time) and dates_happening(time, self.parse, claimed)
        )

    def _is_anonymous(self, roles: _Roles) -> bool:
        """Whether the words of saying name nobody at all."""
        source_id = roles.attribution.source_id
        if source_id is not None:
            return self.kinds[source_id] is SourceKind.UNATTRIBUTED
        return not roles.source and bool(roles.cue)

    def _quote_type(self, roles: _Roles | None, tokens: Sequence[Token]) -> QuoteType | None:
        return roles.attribution.quote_type if roles is not None and tokens else None


def _is_clause(tokens: Sequence[Token]) -> bool:
    """Whether a finite verb governs `tokens`."""
    return any(is_finite(token) for token in heads_of(tokens))

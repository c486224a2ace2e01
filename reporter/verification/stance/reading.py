"""An account held against a claim: the first rule that holds decides, and says so.

The order: words that leave both open; denials, unless the claim is itself one; marks of somebody else's word, of doubt
or of what is yet to come, unless the claim has them too; else the account tells the same, and stands for it. A
headline's capitals often mislead the parser, so the table reads words, and grammar is asked what a negation negates.
How few words of the claim the account shares says nothing of its stance: measured, two of three such are for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reporter.model import Attribution, Parse, Span, Stance, Token
from reporter.verification.stance.rules import Mark, StanceRule, StanceWords, Standing

_STRAIGHT = str.maketrans("’‘“”", "''\"\"")
_CONTENT = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "NUM", "ADV"})
_BEFORE_NOUN = frozenset({"amod", "compound", "nmod"})
_NEAR = 3
"""Tokens between a negation and the word that it takes back: "is not a complete fake"."""
_MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
_STOPS = ".?!:;"
_EDGES = " :-–—,;"
_UNTRUE = "untrue"
_DENYING = frozenset({"denies", "cue-denying"})
_DOUBTS = (Mark.REPORT, Mark.DOUBT, Mark.AHEAD)


class Telling:
    """The words of a claim or an account: a headline, a sentence, or the pieces of a claim in a story.

    Without `spans` it is all of the parsed text. `attributions` are those of its story; the ones count whose words of
    saying stand in `spans`.
    """

    def __init__(
        self, parse: Parse, spans: Iterable[Span] | None = None, attributions: Iterable[Attribution] = ()
    ) -> None:
        self.parse = parse
        self.spans = (Span(start=0, end=len(parse.text)),) if spans is None else tuple(spans)
        self.tokens = tuple(token for span in self.spans for token in parse.tokens_in(span))
        self.attributions = tuple(
            one for one in attributions if one.cue and any(span.contains(one.cue[0]) for span in self.spans)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """`rule` names what decided; `words` are those of the account that it read, none where it found no mark at all."""

    standing: Standing
    rule: str
    words: tuple[Span, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    mark: Mark
    rule: str
    span: Span


def stance(claim: Telling, account: Telling, words: StanceWords) -> Verdict:
    """Where the account stands to the claim: for it, against it, or only observing, with the reason in a sentence.

    Both must be known to be about one matter; a stance is no proof of that.
    """
    about = _stems(claim.tokens, words)
    found = _marks(account, about, words)
    own = _marks(claim, about, words)

    def verdict(standing: Standing, case: str, one: _Found | None = None) -> Verdict:
        said = "" if one is None else one.span.of(account.parse.text)
        return Verdict(
            standing=standing,
            rule=case if one is None else one.rule,
            words=() if one is None else (one.span,),
            reason=words.reasons[case].format(words=said.strip(_EDGES)),
        )

    denial = _denial(account, found, about, words)
    claims_denial = _denial(claim, own, about, words, is_claim=True)
    for one in found:
        if one.mark is Mark.OPEN and (denial is None or _is_one_sentence(account, one, denial)):
            return verdict(Standing.OBSERVING, "open", one)
    if denial is not None and claims_denial is None:
        return verdict(Standing.AGAINST, "denied", denial)
    if denial is None and claims_denial is None:
        opposite = _opposite(claim, account, words)
        if opposite is not None:
            return verdict(Standing.AGAINST, "opposite", opposite)
    asked = _question(account, words)
    if asked is not None and _question(claim, words) is None:
        return verdict(Standing.OBSERVING, "asked", asked)
    shared = {one.mark for one in own}
    for mark in _DOUBTS:
        if mark in shared:
            continue
        for one in found:
            if one.mark is mark:
                return verdict(Standing.OBSERVING, mark.value, one)
    return verdict(Standing.FOR, "told")


def _is_one_sentence(telling: Telling, one: _Found, other: _Found) -> bool:
    between = telling.parse.text[min(one.span.end, other.span.end) : max(one.span.start, other.span.start)]
    return not any(sign in between for sign in _STOPS)


def _marks(telling: Telling, about: frozenset[str], words: StanceWords) -> list[_Found]:
    """What the table and the attributions see, in text order; of marks on the same characters the first row's."""
    found: list[_Found] = []
    for rule in words.rules:
        for span in _places(rule, telling):
            if any(span.overlaps(one.span) for one in found):
                continue
            if rule.is_about_story and not _is_of_story(telling, span, about, words):
                continue
            found.append(_Found(mark=rule.mark, rule=rule.name, span=span))
    found.extend(_cues(telling, found, about, words))
    found.sort(key=lambda one: one.span)
    return found


def _places(rule: StanceRule, telling: Telling) -> Iterator[Span]:
    for span in telling.spans:
        text = span.of(telling.parse.text).translate(_STRAIGHT)
        for match in rule.expression.finditer(text):
            yield Span(start=span.start + match.start(), end=span.start + match.end())


def _is_of_story(telling: Telling, span: Span, about: frozenset[str], words: StanceWords) -> bool:
    last = telling.parse.tokens_in(span)[-1]
    if last.dep not in _BEFORE_NOUN or last.head.i <= last.i:
        return True
    return last.head.lower in words.story_nouns or not about.isdisjoint(_stem(last.head, words))


def _cues(telling: Telling, found: list[_Found], about: frozenset[str], words: StanceWords) -> Iterator[_Found]:
    """The words of saying that the attributions name, by the stance of their entry in the lexicon.

    What is said must hold half of what the account shares with the claim: else it is said of something else.
    """
    taken = [one.span for one in found]
    told = _stems(telling.tokens, words) & about
    for one in telling.attributions:
        cue = one.cue[0]
        if one.is_negated or any(cue.overlaps(span) for span in taken):
            continue
        inside = _stems((token for span in one.content for token in telling.parse.tokens_in(span)), words)
        if 2 * len(inside & about) < len(told):
            continue
        if one.stance is Stance.DENYING:
            yield _Found(mark=Mark.DENIAL, rule="cue-denying", span=cue)
        elif one.stance is Stance.DOUBTING:
            yield _Found(mark=Mark.REPORT, rule="cue-doubting", span=cue)
        elif one.stance is Stance.NEUTRAL and one.cue_lemma in words.saying_lemmas:
            yield _Found(mark=Mark.REPORT, rule="cue-saying", span=cue)


def _denial(
    telling: Telling, found: list[_Found], about: frozenset[str], words: StanceWords, *, is_claim: bool = False
) -> _Found | None:
    """The first denial that stands: not taken back by a negation before it, nor by another denial ("denies the hoax").

    A claim is a denial only where its main clause is.
    """
    harmless = [one.span for one in found if one.mark is Mark.HARMLESS]
    denials = [one for one in found if one.mark is Mark.DENIAL]
    taken_back = False
    for one in denials:
        first = telling.parse.tokens_in(one.span)[0]
        before = telling.parse.tokens[max(0, first.i - _NEAR) : first.i]
        if any(token.lower in words.negations and not _answers(token, telling, words) for token in before):
            taken_back = True
        elif one.rule in _DENYING and any(_UNTRUE in other.rule and one.span < other.span for other in denials):
            return None
        else:
            return one
    if taken_back:
        return None
    if is_claim:
        for token in telling.tokens:
            if token.lower in words.contrasts:
                return _Found(mark=Mark.DENIAL, rule="contrast", span=token.span)
    for token in telling.tokens:
        if token.lower not in words.negations or any(span.overlaps(token.span) for span in harmless):
            continue
        if is_claim:
            if token.head.is_root or token.head.head.is_root:
                return _Found(mark=Mark.DENIAL, rule="negation", span=token.span)
        elif _answers(token, telling, words):
            return _Found(mark=Mark.DENIAL, rule="answer", span=token.span)
        elif _negates(token, about, words):
            return _Found(mark=Mark.DENIAL, rule="negation", span=token.span)
        elif _undoes(token, about, words):
            return _Found(mark=Mark.DENIAL, rule="negated-past", span=token.span)
    return None


def _answers(token: Token, telling: Telling, words: StanceWords) -> bool:
    """Whether it stands alone at the head of a clause: "No, the bridge stands"."""
    if token.lower not in words.answers:
        return False
    tokens = telling.parse.tokens
    opens = token.i == 0 or tokens[token.i - 1].pos == "PUNCT"
    closes = token.i + 1 == len(tokens) or tokens[token.i + 1].pos == "PUNCT"
    return opens and closes


def _negates(token: Token, about: frozenset[str], words: StanceWords) -> bool:
    """Whether what is negated is what the claim is about."""
    head = token.head
    if head.dep == "pcomp":
        return False
    if not about.isdisjoint(_stem(head, words)):
        return True
    inside = _stems((one for one in head.subtree() if one.i > token.i), words)
    return len(inside & about) >= (1 if _is_light(head, words) else 2)


def _undoes(token: Token, about: frozenset[str], words: StanceWords) -> bool:
    """Whether it denies that something was done, of whom or what the claim tells: "Orrin did not buy the port"."""
    verb = token.head
    if token.dep != "neg" or verb.dep not in _MAIN:
        return False
    helpers = [child for child in verb.children if child.dep in ("aux", "auxpass")]
    is_past = any(helper.lower in words.past_helpers for helper in helpers) or (not helpers and verb.tag == "VBN")
    subject = verb.child("nsubj", "nsubjpass")
    return is_past and subject is not None and not about.isdisjoint(_stems(subject.subtree(), words))


def _opposite(claim: Telling, account: Telling, words: StanceWords) -> _Found | None:
    """A word of the account for a state that the claim's cannot be together with; behind any word for the claim's."""
    own = {form for token in claim.tokens for form in (token.lower, token.lemma.lower())}
    for one, other in words.opposites:
        for here, there in ((one, other), (other, one)):
            if not own & here or own & there:
                continue
            last = None
            for token in account.tokens:
                forms = {token.lower, token.lemma.lower()}
                if forms & there:
                    last = token
                elif forms & here:
                    last = None
            if last is not None:
                return _Found(mark=Mark.DENIAL, rule="opposite", span=last.span)
    return None


def _question(telling: Telling, words: StanceWords) -> _Found | None:
    """A question mark, behind words that do not take the matter for granted."""
    for at, token in enumerate(telling.tokens):
        if token.text != words.question_mark:
            continue
        first = at
        while first and telling.tokens[first - 1].text not in {".", "!", ":", words.question_mark}:
            first -= 1
        if telling.tokens[first].lower not in words.factual_questions:
            return _Found(mark=Mark.DOUBT, rule="question", span=token.span)
    return None


def _stems(tokens: Iterable[Token], words: StanceWords) -> frozenset[str]:
    return frozenset(
        stem
        for token in tokens
        if token.pos in _CONTENT and not _is_light(token, words)
        for stem in _stem(token, words)
    )


def _is_light(token: Token, words: StanceWords) -> bool:
    return token.lower in words.light_words or token.lemma.lower() in words.light_words


def _stem(token: Token, words: StanceWords) -> frozenset[str]:
    return frozenset(_cut(form, words.endings) for form in (token.lower, token.lemma.lower()))


def _cut(word: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word

"""CAP-BODY: what a caption says and the body contradicts: a name, a place, a day, a figure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, product

from reporter.model import Grain, ParagraphKind, Span, TimeExpression, Token
from reporter.verification.accounts import family
from reporter.verification.findings import Detector, Finding
from reporter.verification.grammar import clause_verb, name_run, subject, top_of
from reporter.verification.numbers import Number, numbers
from reporter.verification.story import Story
from reporter.verification.words import FlagWords

_COUNTED = frozenset({"nsubj", "nsubjpass", "dobj", "ROOT"})


def detect(story: Story, words: FlagWords) -> Iterator[Finding]:
    caption = [token for token in story.tokens() if story.kind_at(token.start) is ParagraphKind.CAPTION]
    caption = [token for token in caption if not _is_in_the_credit(token, story)]
    if not caption:
        return
    body = list(story.body_tokens())
    yield from _other_people(caption, body, words)
    yield from _other_places(caption, body, words)
    yield from _other_days(story, words)
    yield from _other_figures(caption, story, words)


def _is_in_the_credit(token: Token, story: Story) -> bool:
    number = story.article.paragraph_at(token.start)
    credit = None if number is None else story.article.paragraphs[number].credit
    return credit is not None and credit.overlaps(token.span)


def _full_names(tokens: list[Token]) -> list[list[Token]]:
    """Runs of two capitalised name words or more, each headed by its last."""
    heads = [
        token for token in tokens if token.pos == "PROPN" and not (token.dep == "compound" and token.head.i > token.i)
    ]
    runs = [[part for part in name_run(head) if part.text[0].isupper()] for head in heads]
    return [run for run in runs if len(run) > 1]


def _other_people(caption: list[Token], body: list[Token], words: FlagWords) -> Iterator[Finding]:
    """One surname with another first name, or one office with another name, where the body knows only one holder."""
    told = _full_names(body)
    body_words = {token.lower for token in body}
    for run in _full_names(caption):
        first, last = run[-2].lower, run[-1].lower
        if any(child.dep == "poss" for child in run[-1].children) or run[-1].dep in ("poss", "appos"):
            continue
        office = run[0].lower if run[0].lower in words.office_titles and len(run) > 2 else None
        same_surname = [
            other for other in told if other[-1].lower == last and other[-2].lower not in words.office_titles
        ]
        if first in words.office_titles:
            continue
        if same_surname and first not in body_words and len({other[-2].lower for other in same_surname}) == 1:
            yield _misfit(run, same_surname[0])
            continue
        holders = [other for other in told if len(other) > 2 and office is not None and other[0].lower == office]
        if holders and last not in body_words and len({other[-1].lower for other in holders}) == 1:
            yield _misfit(run, holders[0])


def _misfit(one: list[Token], other: list[Token]) -> Finding:
    return Finding(
        code="CAP-BODY",
        spans=(Span(start=one[0].start, end=one[-1].end), Span(start=other[0].start, end=other[-1].end)),
        values={
            "caption": " ".join(part.text for part in one),
            "body": " ".join(part.text for part in other),
        },
    )


def _placed(tokens: list[Token], words: FlagWords) -> list[tuple[Token, Token]]:
    """(thing, place): "the bridge in Karsa", and "the bridge collapsed in Karsa" by its subject or object."""
    found: list[tuple[Token, Token]] = []
    for token in tokens:
        if token.dep != "pobj" or token.pos != "PROPN" or token.head.lower not in words.standing_prepositions:
            continue
        governor = token.head.head
        if governor.pos == "NOUN":
            found.append((governor, token))
        elif governor.pos == "VERB":
            things = [child for child in governor.children if child.dep in ("nsubj", "nsubjpass", "dobj")]
            found.extend((thing, token) for thing in things if thing.pos == "NOUN")
    return found


def _other_places(caption: list[Token], body: list[Token], words: FlagWords) -> Iterator[Finding]:
    """The thing of the picture stands in a place that the body never names, and in the body in another."""
    named = {token.lower for token in body}
    placed = _placed(body, words)
    for thing, place in _placed(caption, words):
        if place.lower in named or place.lower in words.weekdays or place.lower in words.light_words:
            continue
        elsewhere = [
            other
            for same, other in placed
            if same.lemma.lower() == thing.lemma.lower()
            and thing.lemma.lower() not in words.light_words
            and other.lower not in words.weekdays
            and other.lower not in words.light_words
        ]
        if elsewhere:
            yield Finding(
                code="CAP-BODY",
                spans=(place.span, elsewhere[0].span),
                values={"caption": place.text, "body": elsewhere[0].text},
            )


def _other_days(story: Story, words: FlagWords) -> Iterator[Finding]:
    """One act of one thing, dated on different days."""
    pictured = _dated(story, ParagraphKind.CAPTION, words)
    if not pictured:
        return
    told = _dated(story, ParagraphKind.BODY, words)
    for act, mine in pictured.items():
        theirs = told.get(act, [])
        if theirs and not any(_meet(one, other) for one, other in product(mine, theirs)):
            yield Finding(
                code="CAP-BODY",
                spans=(mine[0].span, theirs[0].span),
                values={"caption": mine[0].text, "body": theirs[0].text},
            )


def _dated(story: Story, kind: ParagraphKind, words: FlagWords) -> dict[tuple[str, str], list[TimeExpression]]:
    """The days of each act, by the family of its verb and its subject."""
    found: dict[tuple[str, str], list[TimeExpression]] = {}
    for time in story.times:
        if story.kind_at(time.span.start) is not kind or time.interval is None or time.interval.grain is not Grain.DAY:
            continue
        top = top_of(story.parse.tokens_in(time.span))
        verb = None if top is None else clause_verb(top)
        named = None if verb is None else subject(verb)
        if verb is not None and named is not None and verb.lemma not in words.existing_verbs:
            act = (family(verb.lemma, words.verb_families), named.lemma.lower())
            found.setdefault(act, []).append(time)
    return found


def _meet(one: TimeExpression, other: TimeExpression) -> bool:
    if one.interval is None or other.interval is None:
        return True
    return (
        one.interval.begin.date() < other.interval.until.date()
        and other.interval.begin.date() < one.interval.until.date()
    )


def _other_figures(caption: list[Token], story: Story, words: FlagWords) -> Iterator[Finding]:
    """One thing counted in one act, with another figure; not "two of the boats", not "another four"."""
    pictured = _counted(caption, story, words)
    if not pictured:
        return
    told = _counted(list(story.body_tokens()), story, words)
    for key, mine in pictured.items():
        theirs = told.get(key, [])
        if theirs and not any(_agree(one, other) for one, other in product(mine, theirs)):
            yield Finding(
                code="CAP-BODY",
                spans=(mine[0].span, theirs[0].span),
                values={"caption": story.words(mine[0].span), "body": story.words(theirs[0].span)},
            )


def _counted(tokens: list[Token], story: Story, words: FlagWords) -> dict[tuple[str, str], list[Number]]:
    """The figures for each thing in each act, by the families of the noun and of its verb."""
    taken = frozenset(token.i for time in story.times for token in story.parse.tokens_in(time.span))
    found: dict[tuple[str, str], list[Number]] = {}
    for _, group in groupby(tokens, key=lambda token: token.sentence):
        for number in numbers(list(group), taken, words):
            noun, verb = number.noun, clause_verb(number.noun)
            if number.is_percent or noun.pos != "NOUN" or noun.dep not in _COUNTED:
                continue
            if verb is None:
                found.setdefault((family(noun.lemma, words.noun_families), _place_beside(noun)), []).append(number)
                continue
            near = {token.lower for token in noun.subtree()}
            if near & (words.addition_words | words.part_words) or verb.lemma.lower() in words.existing_verbs:
                continue
            key = (family(noun.lemma, words.noun_families), family(verb.lemma, words.verb_families))
            found.setdefault(key, []).append(number)
            if place := _place_beside(verb):
                found.setdefault((key[0], place), []).append(number)
    return found


def _place_beside(word: Token) -> str:
    """Where it is, by the head noun of its place ("outside the depot"): it ties a caption without a verb to an act."""
    for child in word.children:
        if child.dep == "prep" and (thing := child.child("pobj")) is not None and thing.pos in ("NOUN", "PROPN"):
            return f"{child.lower} {thing.lemma.lower()}"
    return ""


def _agree(one: Number, other: Number) -> bool:
    if one.is_floor or other.is_floor or one.is_ceiling or other.is_ceiling or one.is_loose or other.is_loose:
        return True
    return one.low <= other.high and other.low <= one.high


DETECTORS = (Detector(codes=("CAP-BODY",), detect=detect),)

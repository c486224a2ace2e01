"""How a claim was read, in words: what `reporter claims` shows of who says it, when, and why it was taken so."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from reporter.attribution.lexicon import Cue, Lexicon, WordClass
from reporter.model import Attribution, ChainLink, Claim, Flag, Mention, QuoteType, Source, SourceKind
from reporter.wording.dates import has_no_place
from reporter.wording.dates import label as date_label
from reporter.wording.names import called
from reporter.wording.words import Wording

if TYPE_CHECKING:
    from reporter.pipeline import Analysis

FRAMES: Mapping[str, str] = {
    "clause": "what is said is the clause behind the verb of saying",
    "trailing": "the verb of saying follows what is said",
    "parenthetical": "the words of saying are set into what is said",
    "relative": "the words of saying stand in a relative clause, and what is said around them",
    "predicate": "the verb says of something what it is",
    "infinitive": "what is said is the infinitive behind the verb",
    "gerund": "what is said is the “-ing” form behind the verb",
    "prepositional": "what is said hangs on a preposition of the verb",
    "object": "what is said is the object of the verb",
    "quote": "the verb stands beside a quotation",
    "colon": "a colon opens what is said",
    "label": "a name stands before the words with a colon, or signs them",
    "inherited": "the quotation goes on with the speaker of the one before, or of the sentence that leads up to it",
    "orphan": "a quotation without words of saying",
    "silence": "somebody does not answer a request",
    "citing": "the outlet reports, citing the source",
    "passive": "the verb is passive and names its agent",
    "agentless": "the verb is passive and names nobody",
    "quoted-as-saying": "somebody is quoted by an outlet",
    "noun": "what is said hangs on a noun of saying",
    "existential": "there is talk, and nobody is named",
    "adjective": "what is said hangs on an adjective of the mind",
    "according-to": "a preposition names the source",
    "hearsay": "an adverb says that others say so",
    "opinion": "a noun of opinion names whose it is",
}
"""What each frame of the attribution stage means."""

VIAS: Mapping[str, str] = {
    "name": "by its name",
    "surname": "by the last part of its name",
    "short name": "by a short form of its name",
    "acronym": "by the letters of its name",
    "government": "a place that stands for its government",
    "role": "by its role",
    "description": "by what it is called",
    "pronoun": "by a pronoun",
    "member": "one of those named before",
    "relative": "by a relative pronoun",
}
"""How a mention was joined to its source."""

_CLASS_OF_FRAME = {
    "noun": WordClass.NOUN,
    "existential": WordClass.NOUN,
    "opinion": WordClass.NOUN,
    "adjective": WordClass.ADJECTIVE,
}


class Reading:
    """One story's claims with all that they name at hand."""

    def __init__(self, found: "Analysis", lexicon: Lexicon, wording: Wording) -> None:
        self.found = found
        self.claims = found.claims
        self.attributions = {attribution.id: attribution for attribution in found.attributions}
        self.sources = {source.id: source for source in found.sources}
        self.times = {time.id: time for time in found.times}
        self._lexicon = lexicon
        self._wording = wording

    @property
    def text(self) -> str:
        return self.found.article.text

    def words(self, claim: Claim) -> str:
        """The claim on one line, in quotation marks where all of it is a quotation."""
        text = on_one_line(claim.text)
        return f"“{text}”" if claim.quote_type is QuoteType.DIRECT and text[:1] not in _MARKS else text

    def speaker(self, link: ChainLink) -> str:
        """Who says it: the source's name, else the story's own word for who that leaves open."""
        source = self.sources.get(link.source_id or "")
        if source is not None and source.kind is not SourceKind.UNATTRIBUTED:
            return called(source, self.text, self._wording)
        attribution = self.attributions[link.attribution_id]
        if attribution.source:
            return f"“{self.quoted(attribution)}”, unclear who"
        return "nobody named"

    def quoted(self, attribution: Attribution) -> str:
        """The story's words for the source."""
        return " … ".join(on_one_line(span.of(self.text)) for span in attribution.source)

    def label(self, time_id: str) -> str:
        """The date as a reader sees it; the story's own words for one that has no place on the calendar."""
        time = self.times[time_id]
        if has_no_place(time):
            return f"“{on_one_line(time.text)}”"
        return date_label(time, self._wording.dates)

    @cached_property
    def _flags(self) -> dict[str, list[Flag]]:
        flags: dict[str, list[Flag]] = {}
        for flag in self.found.flags:
            for claim_id in flag.claim_ids:
                listed = flags.setdefault(claim_id, [])
                if all(other.code != flag.code for other in listed):
                    listed.append(flag)
        for listed in flags.values():
            listed.sort(key=lambda flag: "HML".index(flag.severity))
        return flags

    def flags_on(self, claim: Claim) -> list[Flag]:
        """Its flags, the most severe first, each code once."""
        return self._flags.get(claim.id, [])

    def entry(self, attribution: Attribution) -> Cue | None:
        """The lexicon's row for the cue; None for a cue that is no row (“according to”, a colon, none)."""
        if attribution.cue_lemma is None:
            return None
        first = _CLASS_OF_FRAME.get(attribution.frame, WordClass.VERB)
        classes = (first, *(other for other in WordClass if other is not first))
        found = (self._lexicon.cue(attribution.cue_lemma, word_class) for word_class in classes)
        return next((cue for cue in found if cue is not None), None)

    def cues(self) -> list[Cue]:
        """The rows at work in the story, in the order of their first use."""
        found = (self.entry(attribution) for attribution in self.found.attributions)
        return list({(cue.lemma, cue.word_class): cue for cue in found if cue is not None}.values())


_MARKS = ("“", '"', "«", "‘", "'")


def on_one_line(text: str) -> str:
    return " ".join(text.split())


def explained(claim: Claim, reading: Reading) -> Iterator[str]:
    """How one claim was read, a line a fact; indents show what belongs to what."""
    place = ", ".join(f"[{span.start}, {span.end})" for span in claim.spans)
    yield f"{claim.id}  {reading.words(claim)}  {place}"
    if claim.chain:
        steps = (f"{reading.speaker(link)} ({on_one_line(link.cue) or 'no cue'})" for link in claim.chain)
        yield f"    who: {' → '.join(steps)}"
    else:
        yield "    who: the story itself, without a source"
    for link in claim.chain:
        yield from _explained_link(reading.attributions[link.attribution_id], reading)
    for what, times in (("said", claim.said), ("happened", claim.happened)):
        if not times:
            yield f"    {what}: not dated"
        for time_id in times:
            yield f"    {what}: {_dated(time_id, reading)}"
    for flag in reading.flags_on(claim):
        yield f"    flag {flag.code} ({flag.severity}): {on_one_line(flag.message)}"


def _dated(time_id: str, reading: Reading) -> str:
    """A date and its proof in one line."""
    time = reading.times[time_id]
    words, label = f"“{on_one_line(time.text)}”", reading.label(time_id)
    reason = on_one_line(time.proof.explanation)
    proof = reason if words in reason else f"{words}. {reason}"
    return (
        f"{'not placed' if label == words else label}, {time.id}: {proof} "
        f"(rule {time.proof.rule}, {time.proof.confidence:.2f})"
    )


def _explained_link(attribution: Attribution, reading: Reading) -> Iterator[str]:
    cue_words = " … ".join(on_one_line(span.of(reading.text)) for span in attribution.cue)
    yield (
        f"    {attribution.id}  {f'“{cue_words}”, ' if cue_words else ''}frame {attribution.frame}: "
        f"{FRAMES.get(attribution.frame, 'a rule of its own')} ({attribution.confidence:.2f})"
        + ("; negated" if attribution.is_negated else "")
    )
    entry = reading.entry(attribution)
    if entry is not None:
        yield f"        cue {entry.lemma}, {entry.word_class}, {entry.stance}; as in: {entry.example}"
    elif attribution.cue:
        lemma = attribution.cue_lemma or "punctuation"
        yield f"        cue {lemma}, {attribution.stance}; not a row of the lexicon"
    source = reading.sources.get(attribution.source_id or "")
    if source is not None:
        yield f"        source {source.id} {_described(source)}"
        for mention in source.mentions:
            yield f"            {_told(mention, attribution, reading)}"
    elif attribution.source:
        yield f"        source “{reading.quoted(attribution)}”: more than one may be meant, so none is chosen"
    else:
        yield "        source: nobody is named"
    relay = reading.sources.get(attribution.relay or "")
    if relay is not None:
        yield f"        passed on by {relay.id} {_described(relay)}"


def _described(source: Source) -> str:
    parts = [f"{on_one_line(source.name)}, {source.kind}"]
    if source.roles:
        parts.append(f"role {', '.join(source.roles)}")
    if source.affiliation is not None:
        parts.append(f"speaks for {source.affiliation}")
    if source.unnamed_because is not None:
        parts.append(f"unnamed: “{on_one_line(source.unnamed_because)}”")
    return "; ".join(parts)


def _told(mention: Mention, attribution: Attribution, reading: Reading) -> str:
    is_here = any(span.overlaps(mention.span) for span in attribution.source)
    words = on_one_line(mention.span.of(reading.text))
    place = f"[{mention.span.start}, {mention.span.end})"
    how = VIAS.get(mention.via, mention.via)
    return f"“{words}” {place}: {how} ({mention.confidence:.2f}){', here' if is_here else ''}"

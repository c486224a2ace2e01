"""One ledger of a story's sources: each voice once, with all its mentions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reporter.attribution.candidates import Candidate, Scene
from reporter.attribution.coreference import Referent, Referents
from reporter.attribution.lexicon import Lexicon
from reporter.attribution.speakers import source_phrase
from reporter.attribution.trees import is_nominal, spans_of
from reporter.model import Mention, ParagraphKind, Settings, Source, SourceKind, Span, Token, hull


@dataclass(slots=True, kw_only=True)
class _Voice:
    referent: Referent
    mentions: list[Mention] = field(default_factory=list)
    unnamed_because: str | None = None
    first: int = 0


class Ledger:
    """Resolves the sources of candidates in text order, and keeps one voice for each referent that speaks."""

    def __init__(self, scene: Scene, lexicon: Lexicon, settings: Settings) -> None:
        self._scene = scene
        self._lexicon = lexicon
        self._settings = settings
        self._referents = Referents(scene, lexicon)
        self._voices: dict[int, _Voice] = {}
        self._made: tuple[Source, ...] = ()

    def resolve(self, candidates: Sequence[Candidate]) -> list[tuple[str | None, str | None]]:
        """For each candidate the ids of its source and of its relay; None where nobody is named or it is unclear."""
        answers: list[tuple[Referent | None, Referent | None]] = []
        said_by: dict[int, Referent | None] = {}
        for candidate in candidates:
            relay = self._voice_of(candidate.relay_head, candidate.relay, candidate)
            if candidate.inherits is not None:
                speaker = said_by.get(id(candidate.inherits))
            else:
                speaker = self._voice_of(candidate.source_head, candidate.source, candidate)
            said_by[id(candidate)] = speaker
            answers.append((speaker, relay))
        self._made, numbers = self._finished()
        return [
            (numbers.get(id(speaker)) if speaker else None, numbers.get(id(relay)) if relay else None)
            for speaker, relay in answers
        ]

    def sources(self) -> tuple[Source, ...]:
        return self._made

    def _voice_of(self, head: Token | None, places: list[int], candidate: Candidate) -> Referent | None:
        if head is None or not places:
            return None
        head, places, via_relative = self._antecedent(head, places, candidate)
        found = self._referents.resolve(head, places, speaks=True)
        if found is None:
            return None
        referent, via, confidence = found
        if via_relative:
            via = "relative"
        span = hull(spans_of(places, self._scene.tokens))
        voice = self._voices.get(id(referent))
        if voice is None:
            voice = self._voices[id(referent)] = _Voice(referent=referent, first=span.start)
        if all(mention.span != span for mention in voice.mentions):
            voice.mentions.append(Mention(span=span, via=via, confidence=confidence))
        if voice.unnamed_because is None and referent.kind is SourceKind.ANONYMOUS:
            voice.unnamed_because = self._reason(head, span)
        return referent

    def _antecedent(self, head: Token, places: list[int], candidate: Candidate) -> tuple[Token, list[int], bool]:
        """ "officials, who said …" speaks of the officials."""
        if head.lower in self._lexicon.relative_pronouns:
            for above in head.ancestors():
                if above.dep == "relcl" and is_nominal(above.head):
                    phrase_places = source_phrase(above.head, candidate.head, self._scene)
                    return above.head, phrase_places, True
        return head, places, False

    def _reason(self, head: Token, span: Span) -> str | None:
        """The story's own words for why somebody is unnamed, from the words or else the sentence that name them."""
        text = self._scene.article.text
        return self._reason_in(span.of(text)) or self._reason_in(self._scene.sentence_of(head).span.of(text))

    def _reason_in(self, text: str) -> str | None:
        lowered = " ".join(text.lower().split())
        found = [(lowered.find(" ".join(words)), -len(words)) for words in self._lexicon.unnamed_reasons]
        at = min((each for each in found if each[0] >= 0), default=None)
        if at is None:
            return None
        rest = " ".join(text.split())[at[0] :]
        return re.split(r"[,.;”\"]", rest, maxsplit=1)[0].strip()

    def _finished(self) -> tuple[tuple[Source, ...], dict[int, str]]:
        home = self._home_country()
        ordered = sorted(self._voices.values(), key=lambda voice: min(mention.span.start for mention in voice.mentions))
        numbers: dict[int, str] = {}
        sources = []
        for number, voice in enumerate(ordered, start=1):
            referent = voice.referent
            numbers[id(referent)] = f"s{number}"
            affiliation = referent.affiliation
            if affiliation is None and home is not None and referent.is_of_state(self._lexicon):
                affiliation = home
            sources.append(
                Source(
                    id=f"s{number}",
                    name=referent.name,
                    kind=referent.kind,
                    mentions=tuple(sorted(voice.mentions, key=lambda mention: mention.span)),
                    roles=tuple(dict.fromkeys(referent.roles)),
                    affiliation=affiliation,
                    side=self._side(referent.name, affiliation),
                    unnamed_because=voice.unnamed_because,
                    is_plural=referent.is_plural,
                )
            )
        return tuple(sources), numbers

    def _side(self, name: str, affiliation: str | None) -> str | None:
        for key in (name, affiliation):
            if key is not None and key in self._settings.sides:
                return self._settings.sides[key]
        return affiliation

    def _home_country(self) -> str | None:
        """The country of the dateline: by the wires' custom "the president" of a story filed there is its own.

        Without a dateline, the one country for which the story's other official voices speak, if there is just one.
        """
        lexicon = self._lexicon
        article = self._scene.article
        lines: list[Span] = [
            paragraph.span for paragraph in article.paragraphs if paragraph.kind is ParagraphKind.DATELINE
        ]
        lines += [paragraph.dateline for paragraph in article.paragraphs if paragraph.dateline is not None]
        places = [span.of(article.text) for span in lines]
        if article.located:
            places.append(article.located)
        found = set()
        for place in places:
            for word in re.findall(r"[^\W\d_]+(?: [^\W\d_]+)?", place[:80].lower()):
                for piece in (word, *word.split()):
                    if piece in lexicon.governments:
                        found.add(lexicon.governments[piece])
                    elif piece in lexicon.countries:
                        found.add(" ".join(part.capitalize() for part in piece.split()))
        if found:
            return found.pop() if len(found) == 1 else None
        speaking = {
            voice.referent.affiliation
            for voice in self._voices.values()
            if voice.referent.affiliation is not None and voice.referent.affiliation.lower() in lexicon.countries
        }
        bodies = sum(1 for voice in self._voices.values() if voice.referent.affiliation in speaking)
        return speaking.pop() if len(speaking) == 1 and bodies >= _AGREEING else None


_AGREEING = 2
"""So many voices must speak for one country, and none for another, before a bare "the ministry" is taken for its."""

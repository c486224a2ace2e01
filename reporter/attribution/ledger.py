"""One ledger of a story's sources: each voice once, with all its mentions."""

from reporter.attribution.candidates import Candidate, Scene
from reporter.attribution.lexicon import Lexicon
from reporter.attribution.trees import spans_of
from reporter.model import Mention, Settings, Source, SourceKind, hull


class Ledger:
    def __init__(self, scene: Scene, lexicon: Lexicon, settings: Settings) -> None:
        self._scene = scene
        self._sources: dict[str, Source] = {}

    def resolve(self, candidates: list[Candidate]) -> list[tuple[str | None, str | None]]:
        found: list[tuple[str | None, str | None]] = []
        for candidate in candidates:
            if not candidate.source:
                found.append((None, None))
                continue
            span = hull(spans_of(candidate.source, self._scene.tokens))
            name = span.of(self._scene.article.text)
            known = self._sources.get(name.lower())
            if known is None:
                known = Source(
                    id=f"s{len(self._sources) + 1}",
                    name=name,
                    kind=SourceKind.PERSON,
                    mentions=(Mention(span=span, via="name"),),
                )
                self._sources[name.lower()] = known
            found.append((known.id, None))
        return found

    def sources(self) -> tuple[Source, ...]:
        return tuple(self._sources.values())

"""All flags that came in through the entry points `reporter.flags`: the built-in ones by the same door as others'."""

from dataclasses import dataclass
from functools import cache

from reporter.registry import Registry
from reporter.verification.catalogue import Catalogue
from reporter.verification.findings import Detector, FlagPack
from reporter.verification.words import FlagWords, Sentences

FLAGS = Registry(group="reporter.flags", kind="flag-pack")


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagSet:
    """The packs of a run, put together: one catalogue, all detectors, and sentences by language and code."""

    packs: tuple[FlagPack, ...]
    catalogue: Catalogue
    detectors: tuple[Detector, ...]

    @property
    def detected(self) -> frozenset[str]:
        """The codes that some detector raises; the catalogue may know more."""
        return frozenset(code for detector in self.detectors for code in detector.codes)

    def sentences(self, code: str, variant: str, words: FlagWords) -> Sentences:
        """The templates for one case: from the pack that brought the flag, in the language of the brief or else of the
        story; else from the language."""
        for pack in self.packs:
            by_language = (pack.sentences.get(language, {}) for language in (words.says.language, words.language))
            own = next((own[code] for own in by_language if code in own), None)
            if own is not None:
                return own[variant]
        return words.says.sentences[code][variant]


def together(packs: tuple[FlagPack, ...]) -> FlagSet:
    """One set of several packs. Raises ValueError for a code that two rows have, or that a detector raises and no
    row describes."""
    catalogue = Catalogue(row for pack in packs for row in pack.rows)
    detectors = tuple(detector for pack in packs for detector in pack.detectors)
    unknown = sorted({code for detector in detectors for code in detector.codes if code not in catalogue})
    if unknown:
        raise ValueError(f"a detector raises a flag that the catalogue does not know: {', '.join(unknown)}")
    return FlagSet(packs=packs, catalogue=catalogue, detectors=detectors)


@cache
def installed_flags() -> FlagSet:
    """The flags of every installed package, loaded once for each process."""
    return together(tuple(FLAGS.load(name) for name in FLAGS.names))

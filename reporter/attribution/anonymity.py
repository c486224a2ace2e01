"""Why somebody is unnamed: "asked not to be named because …" tells of the source, and states nothing."""

from reporter.attribution.candidates import Scene
from reporter.attribution.lexicon import Lexicon
from reporter.model import Token

_REACH = 4
_LINKS = frozenset({"RB", "TO", "IN", "PRP$"})
"""Tags of the words that may stand between the verb and the reason: "asked [that her] name not be used"."""


def asks_for_anonymity(verb: Token, scene: Scene, lexicon: Lexicon) -> bool:
    """Whether the verb only says that somebody would not be named: "who declined to be identified"."""
    end = scene.sentence_of(verb).last
    for start in range(verb.i, min(verb.i + _REACH, end)):
        if start > verb.i + 1 and scene.tokens[start - 1].tag not in _LINKS:
            return False
        first = scene.tokens[start].lower
        for words in lexicon.unnamed_reasons:
            if (
                words[0] == first
                and start + len(words) <= end
                and all(scene.tokens[start + k].lower == word for k, word in enumerate(words))
            ):
                return True
    return False

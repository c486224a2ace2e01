"""Numbers in digits and in words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_DIGITS = re.compile(r"\d+")
_THOUSAND = 1000
_SEPARATORS = re.compile(r"[\s,-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numerals:
    """The number words of a language.

    `added` are words whose values add up ("twenty", "four"), `multipliers` those that multiply what stands before
    them ("hundred"), `silent` those that say nothing ("and", "a"); nothing but these is one.
    """

    added: Mapping[str, int]
    multipliers: Mapping[str, int]
    silent: frozenset[str]

    def read(self, text: str) -> int:
        """The number that `text` names, which may carry an ordinal's ending after digits. ValueError if it is none.

        >>> english = Numerals(added={"two": 2, "forty": 40}, multipliers={"hundred": 100}, silent=frozenset({"and"}))
        >>> english.read("two hundred and forty-two"), english.read("1,200"), english.read("3rd")
        (242, 1200, 3)
        """
        found = _DIGITS.match(text)
        if found is not None:
            return int("".join(_DIGITS.findall(text))[:18])
        total = current = 0
        counts = False
        for word in _SEPARATORS.split(text.strip()):
            if word in self.added:
                current += self.added[word]
                counts = True
            elif word in self.multipliers:
                current = max(current, 1) * self.multipliers[word]
                counts = True
                if self.multipliers[word] >= _THOUSAND:
                    total, current = total + current, 0
            elif word not in self.silent:
                raise ValueError(f"not a number: {text!r}")
        return total + current if counts else 1

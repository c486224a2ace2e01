"""Where sentences begin, after the parser's guess has been held against the quotation marks."""

from collections.abc import Sequence

_CLOSING = frozenset("”’»›)]") | {"''"}
_STRAIGHT = frozenset({'"', "'"})


def sentence_starts(words: Sequence[tuple[str, bool]]) -> list[bool]:
    """For each token of a paragraph, whether a sentence begins with it.

    `words` are the tokens' texts and the parser's own guess. A closing mark never begins a sentence: it belongs to
    the one before. A straight mark closes when an odd number of its kind stands before it.

    >>> sentence_starts([('"', True), ("Go", False), (".", False), ('"', True), ("He", False), ("left", False)])
    [True, False, False, False, True, False]
    """
    starts = [False] * len(words)
    open_straight = dict.fromkeys(_STRAIGHT, False)
    is_carried = False
    for k, (text, is_guessed) in enumerate(words):
        closes = text in _CLOSING
        if text in _STRAIGHT:
            closes = open_straight[text]
            open_straight[text] = not closes
        begins = k == 0 or is_guessed or is_carried
        is_carried = begins and closes and k > 0
        starts[k] = begins and not is_carried
    return starts

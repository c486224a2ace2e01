"""Plain text as a note of Redmine's that shows it as it was written.

A note is Textile, Markdown or CommonMark, as whoever runs Redmine chose; its API does not say which. In each of them,
Redmine then also looks for references: #12, r12, @name, [[page]], {{macro}}, source:file. What goes there must be
inert in all of them. Two things are:

- HTML character references (&#42;) for the signs of the formats: all three show the sign;
- U+2060 WORD JOINER, which nobody sees, within what Redmine would take for a reference, and before what would begin a
  heading, a list or a table.

Addresses of the web are left alone: they become links to just what they say.
"""

import re
from functools import partial

_JOINER = "\u2060"

_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_ADDRESS = (
    rf"(?<![^\s(])(?:https?://|www\.){_LABEL}(?:\.{_LABEL})+(?::\d+)?(?:[/?](?:[\w\-./~?=&#:+,%]*[\w/])?)?"
    r"(?=[.,:!?)]*(?:\s|$))"
)
"""One that stands alone, of signs of which nothing is made within an address."""

_SPELT = r"[*_`~^|\\<>]|&(?=[#\w]+;)|(?<!\S)=(?==)|\](?=\s*[(\[:])|\"(?=:\S)|!(?=\[)"
"""Signs of the formats, written as character references. In this order: emphasis, code, tables, tags; a reference that
the words spell out; ==as it is==; [words](address), [words][name] and [name]: address; "words":address; ![picture]."""

_OPENING = r"(?<![^\s(])[+%?-](?=\S)"
_CLOSING = re.compile(r"(?<=\S)[+%?-](?![A-Za-z0-9])")
"""The same for +added+, %span%, ??cited?? and -deleted-, where something closes what is opened: most often, +1 and -5
are figures, and -5 is easier to read than a character reference where Redmine shows a note as it is."""

_SPELT_AND_JOINED = r"(?<![A-Za-z0-9])@|(?<![^\s(,\-\[>])!(?=\S)"
"""The same, for signs that are also Redmine's: @name and @code@; !picture! and !#12."""

_JOINED = (
    r"(?:s?ftps?|https?)(?=://)|www(?=\.)|\[(?=[\[^])|\{(?=\{)|#(?=#|\d|note)|(?<!\w)r(?=\d)"
    r"|(?:attachment|document|version|forum|news|message|project|commit|source|export|user)(?=:\S)"
    r"|(?=\[\d)|(?<=[A-Z0-9])(?=\()|(?<=\w)(?=&)|x(?=%)|:(?=redsh)"
)
"""What a joiner follows. In this order: any other address; [[page]] and [^1]; {{macro}}; #12; r12; version:1; word[1],
a footnote; NATO(words), an abbreviation; what Redmine's Textile writes for itself on the way."""

_MARKUP = re.compile(
    f"(?P<address>{_ADDRESS})|(?P<spelt>{_SPELT})|(?P<spelt_and_joined>{_SPELT_AND_JOINED})|(?P<opening>{_OPENING})"
    f"|(?P<joined>{_JOINED})",
    re.ASCII,
)
_STARTS_WITH_ADDRESS = re.compile(_ADDRESS, re.ASCII)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def as_note(text: str) -> str:
    """The note for a plain text whose lists are lines that begin with "- ".

    >>> as_note("As said in #12:\\n- 5 *dead*").replace("\\u2060", "·")
    'As said in #·12:\\n\\n* ·5 &#42;dead&#42;'
    """
    lines: list[str] = []
    is_in_list = False
    closing = frozenset(_CLOSING.findall(text))
    for line in _CONTROL.sub("", text).strip().splitlines():
        is_item = line.startswith("- ")
        if is_item != is_in_list and line and lines and lines[-1]:
            lines.append("")  # Markdown wants it before a list, and all want it after one
        is_in_list = is_item
        words = _inert(line.removeprefix("- ").strip(), closing)
        lines.append(f"* {words}" if is_item else words)
    return "\n".join(lines)


def _inert(words: str, closing: frozenset[str]) -> str:
    inert = _MARKUP.sub(partial(_replaced, closing), words)
    return inert if not words or words[0].isupper() or _STARTS_WITH_ADDRESS.match(words) else _JOINER + inert


def _replaced(closing: frozenset[str], found: re.Match[str]) -> str:
    matched = found[0]
    match found.lastgroup:
        case "address":
            return matched
        case "opening" if matched not in closing:
            return matched
        case "spelt" | "opening":
            return f"&#{ord(matched)};"
        case "spelt_and_joined":
            return f"&#{ord(matched)};{_JOINER}"
        case _:
            return matched + _JOINER

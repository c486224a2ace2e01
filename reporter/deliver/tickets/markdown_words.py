"""Plain text as Markdown that shows it as it was written, on GitHub and on GitLab.

Both read GitHub Flavored Markdown (github.github.com/gfm) and then look in the words that come out of it for mentions,
references and emoji: docs.github.com/en/get-started/writing-on-github, docs.gitlab.com/user/markdown. So signs of
Markdown get a backslash, and U+2060 WORD JOINER, which nobody sees, stands within what would become a reference: there
a backslash does not help.
"""

import re

_JOINER = "\u2060"

_SIGNS = re.compile(r"[\\`*_\[\]<>|~#@$&^{}]")
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp|www)(?=[:.]\S)")
_LINE_START = re.compile(r"(?P<number>\d{1,9})(?=[.)](?:\s|$))|[-+=:/](?=.)|[-+=]$")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\u0085\u2028\u2029]")

_REFERENCE = re.compile(
    r"(?P<address><https?://[^>\s]*>|\]\([^)\s]*\))"
    r"|@(?=\w)|(?<!&)#(?=\d)|[!$](?=\d)|&(?=\d)|(?<=\\)&(?=\\?#)|[%~](?=[\w\"{])|[%~](?=\\\{)"
    r"|(?<=\\)[\[{](?=[\w\\+\-])|(?<=\\\*)(?=iteration:)|(?<![\d:]):(?=[a-z0-9_+\-]*[a-z0-9_]:)"
    r"|(?<![A-Za-z])[A-Z][A-Z]+-(?=\d)"
)
"""In this order: addresses, which are left alone; @name; #12; !12, $12; &12; a character reference; %12, ~label, %{x};
[issue:12], [[page]], [TOC], [-taken out-], {+put in+}; *iteration:12; :smile:; GH-12, DESK-7."""


def as_markdown(text: str) -> str:
    """The Markdown for a plain text whose lists are lines that begin with "- ".

    >>> as_markdown("As #12 says:\\n- 5 *dead*").replace("\\u2060", "·")
    'As \\\\#·12 says:\\n\\n- 5 \\\\*dead\\\\*'
    """
    lines: list[str] = []
    is_in_list = False
    for line in _CONTROL.sub("", text).strip().splitlines():
        is_item = line.startswith("- ")
        words = _escaped(line.removeprefix("- ").strip())
        if not words:
            lines.append("")
            continue
        if lines and lines[-1]:
            if is_item != is_in_list:
                lines.append("")  # a paragraph does not go on in a list, nor the other way round
            elif not is_item:
                lines[-1] += "\\"  # GitLab would make one line of two
        is_in_list = is_item
        lines.append(f"- {words}" if is_item else words)
    return without_references("\n".join(lines))


def without_references(markdown: str) -> str:
    """Markdown that stays as it is, but mentions nobody and refers to no other ticket."""
    return _REFERENCE.sub(lambda found: found[0] if found["address"] else found[0] + _JOINER, markdown)


def _escaped(line: str) -> str:
    inert = _ADDRESS.sub(r"\1\\", _SIGNS.sub(r"\\\g<0>", line))
    start = _LINE_START.match(inert)
    if start is None:
        return inert
    number = start["number"] or ""
    return f"{number}\\{inert[len(number) :]}"

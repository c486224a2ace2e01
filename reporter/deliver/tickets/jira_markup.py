"""Plain text as a comment of Jira that shows it as it was written.

Jira Cloud takes a document whose text is text (Atlassian Document Format:
developer.atlassian.com/cloud/jira/platform/apis/document/structure). Jira Data Center takes wiki markup
(jira.atlassian.com/secure/WikiRendererHelpAction.jspa). There, signs of markup are written as HTML character references
(&#42;): these pass through every step of the renderer, and no step takes them for what they stand for.
"""

import re
from typing import Any

_SIGNS = (
    r"[\\*_+^~{}\[\]!|&<>@#]"  # emphasis, macros, links, mentions, images, tables, tags, lists
    r"|\((?=[^\s()]{1,8}\))|(?<![^\W_]|[\s”’…])\)"  # (y), (off), :); also ) behind a reference, for that ends in ;
    r"|(?<!\w)-|-(?!\w)"  # -deleted-, lists, dashes, rulers
    r"|(?<=[A-Z])-(?=\d)|(?<=[A-Z]\d)-(?=\d)"  # DESK-7
    r"|\?(?=\?)|(?<=\?)\?"  # ??cited??
    r"|:(?=[^\s\d])"  # http://, mailto:x, :D
    r"|(?<=^h[1-6])\.|(?<=^bq)\."
)
_MARKUP = re.compile(_SIGNS)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\u0085\u2028\u2029]")
_LINKABLE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")


def as_wiki(text: str) -> str:
    """The wiki markup for a plain text whose lists are lines that begin with "- ".

    >>> as_wiki("As said:\\n- 5 {dead}")
    'As said:\\n* 5 &#123;dead&#125;'
    """
    lines = (
        f"* {_inert(line[2:].strip())}" if line.startswith("- ") else _inert(line.strip()) for line in _lines_of(text)
    )
    return "\n".join(lines)


def file_as_wiki(name: str) -> str:
    """A link to a file of the issue; its name alone, where that has signs of markup."""
    return f"[^{name}]" if _LINKABLE.fullmatch(name) else as_wiki(name)


def as_document(text: str) -> dict[str, Any]:
    """The same text as a document of Jira Cloud: paragraphs, with their line breaks, and lists."""
    blocks: list[dict[str, Any]] = []
    is_open = False
    for line in _lines_of(text):
        words = line.removeprefix("- ").strip()
        if not words:
            is_open = False
            continue
        shown = {"type": "text", "text": words}
        kind = "bulletList" if line.startswith("- ") else "paragraph"
        if not is_open or blocks[-1]["type"] != kind:
            blocks.append({"type": kind, "content": []})
        content = blocks[-1]["content"]
        if kind == "bulletList":
            content.append({"type": "listItem", "content": [{"type": "paragraph", "content": [shown]}]})
        else:
            content += [{"type": "hardBreak"}, shown] if content else [shown]
        is_open = True
    return {"type": "doc", "version": 1, "content": blocks}


def _lines_of(text: str) -> list[str]:
    return _CONTROL.sub("", text).strip().splitlines()


def _inert(line: str) -> str:
    return _MARKUP.sub(lambda found: f"&#{ord(found[0])};", line)

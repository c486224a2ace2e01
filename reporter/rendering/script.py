"""The script of a page: its text, the hash that lets it alone run, and the words that it shows.

A page allows this one script by its hash (Content Security Policy Level 3, W3C, section 8.4) and nothing else.
"""

import base64
import hashlib
import json
from dataclasses import asdict, dataclass
from functools import lru_cache

from reporter.rendering.templates import asset
from reporter.wording.words import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """`digest` is a CSP source expression without its quotes ("sha256-…"), `words` an object as JSON."""

    text: str
    digest: str
    words: str


def page_script(wording: Wording) -> Script:
    text, digest = _text()
    return Script(text=text, digest=digest, words=json.dumps(asdict(wording.page), ensure_ascii=False))


@lru_cache(maxsize=1)
def _text() -> tuple[str, str]:
    written = asset("brief/page.js")
    return written.decode("utf-8"), "sha256-" + base64.b64encode(hashlib.sha256(written).digest()).decode("ascii")

"""The brief as a web page in one file: styles, fonts and its script inside it, nothing loaded from anywhere."""

import base64
from functools import lru_cache

from reporter.model import Brief, Settings
from reporter.rendering.house import style_of
from reporter.rendering.page import page
from reporter.rendering.script import page_script
from reporter.rendering.templates import asset, fill
from reporter.wording.words import Wording

_FACES = (
    ("Brief Sans", 400, "fonts/web/plex-sans-400.woff2"),
    ("Brief Sans", 600, "fonts/web/plex-sans-600.woff2"),
    ("Brief Serif", 400, "fonts/web/plex-serif-400.woff2"),
    ("Brief Serif", 600, "fonts/web/plex-serif-600.woff2"),
)
"""Latin letters only, so that the file stays small; a reader's own fonts serve other scripts."""


def render_html(brief: Brief, wording: Wording, settings: Settings) -> bytes:
    return page(brief, wording, settings, style=screen_style(settings), script=page_script(wording)).encode(
        "utf-8", "replace"
    )


def screen_style(settings: Settings) -> str:
    """The style sheet of a page to be read on a screen, its fonts inside it."""
    return _faces() + fill("brief/brief.css.j2", settings.templates, {"paper": None, "house": style_of(settings.house)})


@lru_cache(maxsize=1)
def _faces() -> str:
    return "".join(
        f"@font-face{{font-family:'{family}';font-weight:{weight};font-display:swap;"
        f"src:url(data:font/woff2;base64,{base64.b64encode(asset(name)).decode()}) format('woff2')}}\n"
        for family, weight, name in _FACES
    )

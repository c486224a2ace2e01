"""How a newsroom's briefs look: its logo, colour and typefaces in the built-in layouts, its footer, its sections."""

import base64
import hashlib
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from reporter.errors import UsageError
from reporter.model import House
from reporter.rendering.lines import one_line
from reporter.rendering.templates import template_folder

if TYPE_CHECKING:
    from markupsafe import Markup

SECTIONS = ("check", "timeline", "claims", "sources", "figures", "story", "times", "method")
"""Those of the full brief behind its head, in their order."""
NEVER_LEFT_OUT = frozenset({"claims", "method"})
"""Other sections lead to the claims, and the method says what a brief does not say."""

LARGEST_LOGO = 200_000
"""Bytes: it stands in every file that is made."""

_MAIL_WIDTH, _MAIL_HEIGHT = 240, 48
"""The most that a logo takes in a mail, in px."""

_WHITE, _DARK = (255, 255, 255), (0x11, 0x15, 0x1A)
_READABLE = 4.5
"""The contrast of text with its ground that WCAG 2.2 asks for (success criterion 1.4.3)."""
_STARTS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
_SECTION = re.compile(r"[\w-]{1,60}")
_SVG = re.compile(rb"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<svg[\s>]", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """What a style sheet takes from a newsroom. `brand` and `brand_dark` are its colour on white and on a dark ground,
    "#rrggbb", `sans` and `serif` families that go before the built-in ones, `footer` the inside of a CSS string; each
    None where there is none of its own."""

    brand: str | None
    brand_dark: str | None
    sans: str | None
    serif: str | None
    footer: str | None
    logo: str | None
    """Its address: the picture itself."""


def style_of(house: House) -> HouseStyle:
    """Raises UsageError `bad-setting` for a colour that cannot be read on white."""
    brand = None if house.colour is None else readable_on_white(house.colour)
    return HouseStyle(
        brand=brand,
        brand_dark=None if brand is None else _on_dark(brand),
        sans=house.sans,
        serif=house.serif,
        footer=None if house.footer is None else _css_text(house.footer),
        logo=None if house.logo is None else _picture(house.logo),
    )


def logo_of(house: House) -> "Markup":
    """The picture as an element of a page, inside of it; nothing where there is none. Raises UsageError `bad-setting`
    for a file that cannot be read, is no picture or is larger than a brief should carry."""
    from markupsafe import Markup

    if house.logo is None:
        return Markup()
    return Markup('<p class="house"><img class="logo" src="{}" alt="{}"></p>').format(_picture(house.logo), house.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class MailLogo:
    """The picture as a part of a mail: `kind` is its type and subtype, `cid` its Content-ID (RFC 2392), and the size is
    that in which it is shown, in px."""

    data: bytes
    kind: tuple[str, str]
    cid: str
    width: int
    height: int


def mail_logo(house: House) -> MailLogo | None:
    """The logo as mail programs can show it; None for none, or for an SVG, which they leave out
    (https://www.caniemail.com/features/image-svg/). Raises UsageError `bad-setting` as `logo_of` does."""
    if house.logo is None:
        return None
    kind, _, encoded = _picture(house.logo).removeprefix("data:").partition(";base64,")
    if kind not in _STARTS.values():
        return None
    from PIL import Image, UnidentifiedImageError

    data = base64.b64decode(encoded)
    try:
        with Image.open(io.BytesIO(data)) as picture:
            width, height = picture.size
    except (UnidentifiedImageError, OSError) as error:
        raise _bad(f"the logo {house.logo} is no picture that can be read", "Save it again as PNG or JPEG.") from error
    scale = min(1.0, _MAIL_HEIGHT / height, _MAIL_WIDTH / width)
    maintype, _, subtype = kind.partition("/")
    return MailLogo(
        data=data,
        kind=(maintype, subtype),
        cid=f"logo.{hashlib.sha256(data).hexdigest()[:16]}@reporter",
        width=max(1, round(width * scale)),
        height=max(1, round(height * scale)),
    )


def sections_of(house: House, own_folder: str | None) -> tuple[str, ...]:
    """The sections of the full brief in the order that the newsroom wants. Raises UsageError `bad-setting` for one that
    no template draws, that stands twice, or that is missing and must not be."""
    if not house.sections:
        return SECTIONS
    folders = [template_folder(), *([Path(own_folder)] if own_folder is not None else [])]
    for name in house.sections:
        if name not in SECTIONS and not _is_drawn(name, folders):
            raise _bad(
                f"there is no section {name!r}", f"Choose from {', '.join(SECTIONS)}, or add brief/{name}.html.j2."
            )
        if house.sections.count(name) > 1:
            raise _bad(f"the section {name!r} stands twice", "Name each section once.")
    missing = [name for name in SECTIONS if name in NEVER_LEFT_OUT and name not in house.sections]
    if missing:
        raise _bad(f"the section {missing[0]!r} cannot be left out", f"Add {missing[0]!r} to the sections.")
    return house.sections


def _is_drawn(section: str, folders: Sequence[Path]) -> bool:
    is_name = _SECTION.fullmatch(section) is not None
    return is_name and any((folder / "brief" / f"{section}.html.j2").is_file() for folder in folders)


def readable_on_white(colour: str) -> str:
    """`colour` when text in it can be read on white.

    >>> readable_on_white("#7a1f2b")
    '#7a1f2b'
    """
    found = contrast(_channels(colour), _WHITE)
    if found < _READABLE:
        raise _bad(
            f"the colour {colour} is too light to be read on white (contrast {found:.1f}, WCAG asks for {_READABLE})",
            "Take a darker one.",
        )
    return colour


def contrast(some: Sequence[int], others: Sequence[int]) -> float:
    """How well two colours (red, green, blue, 0 to 255 each) can be told apart, 1 to 21: WCAG 2.2, contrast ratio.

    >>> contrast((0, 0, 0), (255, 255, 255))
    21.0
    """
    lighter, darker = sorted((_luminance(some), _luminance(others)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _css_text(text: str) -> str:
    r"""`text` as it stands between the quotation marks of a CSS string (CSS Syntax Level 3, section 4.3.7).

    >>> _css_text("The Courier's desk")
    'The Courier\\27 s desk'
    """
    return "".join(one if one.isalnum() or one == " " else f"\\{ord(one):x} " for one in one_line(text))


def _luminance(channels: Sequence[int]) -> float:
    """WCAG 2.2, relative luminance."""
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in (value / 255 for value in channels)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


def _on_dark(colour: str) -> str:
    """The colour with as much white in it as makes it readable on a dark page."""
    own = _channels(colour)
    for tenths in range(11):
        mixed = tuple(round(value + (255 - value) * tenths / 10) for value in own)
        if contrast(mixed, _DARK) >= _READABLE + 1:
            break
    return "#" + "".join(f"{value:02x}" for value in mixed)


@lru_cache(maxsize=4)
def _picture(path: str) -> str:
    """A picture as a data address."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise _bad(f"the logo {path} cannot be read: {error.strerror}", "Give a PNG, JPEG or SVG file.") from error
    if len(data) > LARGEST_LOGO:
        raise _bad(
            f"the logo {path} has {len(data) // 1000} kB, and stands in every brief",
            f"Make it {LARGEST_LOGO // 1000} kB or less.",
        )
    kind = next((kind for start, kind in _STARTS.items() if data.startswith(start)), None)
    if kind is None and _SVG.match(data):
        kind = "image/svg+xml"
    if kind is None:
        raise _bad(f"the logo {path} is no PNG, JPEG or SVG", "Save it as one of these.")
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def _bad(problem: str, remedy: str) -> UsageError:
    return UsageError("bad-setting", f"In the settings under [house], {problem}.", remedy)

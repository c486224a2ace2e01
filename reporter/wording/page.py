"""The words of what a page does where scripts run, as a language gives them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWording:
    """Captions of controls and what they answer."""

    filter: str
    """What the row of choices is for."""
    flag: str
    source: str
    all: str
    """The choice that hides nothing."""
    reset: str
    shown: str
    """How many are left: `shown`, `all`."""
    show: str
    show_claim: str
    """The same for who hears the page: `number`."""
    link: str
    link_claim: str
    """`number`."""
    copied: str
    in_address_bar: str
    """Where the link is when it cannot be copied."""
    done: str
    """Before an item to tick off."""
    not_kept: str
    """The browser keeps nothing for this page."""

"""The words of a brief that is sent as a mail, as a language gives them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MailWording:
    """What the body of a mail says that no page does."""

    subject: str
    """`title` is the story's headline, or how it begins."""
    glance: str
    """Over the counts of claims by status and the voices by side."""
    claims: str
    """Over the claims that are most worth a check."""
    no_side: str
    """Before the voices of which the story shows no side."""
    more: str
    """`count` further rows that the mail leaves out."""

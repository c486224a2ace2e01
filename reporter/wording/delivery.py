"""The words that go with briefs to those who wait for them, as a language gives them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryWording:
    """Templates: `{count}` is a number, `{job}` what a newsroom calls a job, `{day}` a date, `{name}` a file name."""

    digest: str
    """What the document is called."""
    digest_subject: str
    """`{job}`, `{count}`."""
    stories: str
    nothing_new: str
    """What the digest says then."""
    nothing_new_subject: str
    """`{job}`."""
    attached: str
    """Before the names of the files that go with a brief."""
    left_out: str
    """In a mail that would be too large: `{name}` was not attached, `{size}` in megabytes."""
    not_read: str
    """Over the stories that could not be read, each with the reason."""
    changes: str
    """Over what changed; `{name}` is the file of the brief that was there before."""
    no_changes: str
    """That the brief which was there before could not be read; `{name}`."""
    takes_place: str
    """`{name}` is the file that is out of date from now on."""

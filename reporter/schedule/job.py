"""A job as it stands in the settings."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Which stories go to whom, and when.

    `stories` are files, folders and patterns ("inbox/*.txt"), seen from the folder that the program runs in. `cron` has
    five fields (crontab(5)), read in `zone` (None: UTC). `digest` makes one mail of all stories. What a job has sent is
    not sent again by it, unless it is to `repeat`; `nothing_new` sends a mail that says so. Slots that were missed, the
    machine being down, are caught up as one, if the last of them is not more than `catch_up` hours ago. `attach` names
    the formats that go with it (None: those of the mail settings), `template` and `brief_language` are those of the
    settings for this job alone.
    """

    name: str
    stories: tuple[str, ...]
    cron: str
    to: tuple[str, ...]
    zone: str | None = None
    digest: bool = False
    nothing_new: bool = False
    repeat: bool = False
    catch_up: float = 24.0
    attach: tuple[str, ...] | None = None
    template: str | None = None
    brief_language: str | None = None

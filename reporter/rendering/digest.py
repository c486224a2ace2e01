"""Many briefs in one mail: of each what to check first."""

from collections.abc import Sequence
from datetime import date

from reporter.model import Settings
from reporter.rendering.glance import Glance
from reporter.rendering.house import mail_logo
from reporter.rendering.lines import cut, one_line
from reporter.rendering.mail import LONGEST_SUBJECT, MailBody, html_body, text_body
from reporter.rendering.view import tone
from reporter.wording.dates import day as day_told
from reporter.wording.words import Wording

_MOST_CHECKS = 4
_CHECKS_OF_ALL = 24
"""Of a mail with many stories, so that Gmail does not cut it off: it hides what is beyond 102 kB of HTML."""


def digest_body(
    job: str,
    day: date,
    stories: Sequence[Glance],
    problems: Sequence[tuple[str, str]],
    wording: Wording,
    settings: Settings,
) -> MailBody:
    """The bodies of a mail with all of `stories`, or that says that nothing is new; `problems` are the names of stories
    that could not be read, each with the reason. Its templates are `mail/digest.html.j2` and `mail/digest.txt.j2`.

    Raises RenderError for a template that fails.
    """
    words = wording.delivery
    told = words.digest_subject.format(job=one_line(job), count=len(stories))
    subject = cut(told if stories else words.nothing_new_subject.format(job=one_line(job)), LONGEST_SUBJECT)
    logo = mail_logo(settings.house)
    names = {
        "subject": subject,
        "job": job,
        "day": day_told(day, wording.dates, is_short=False),
        "stories": tuple(stories),
        "problems": tuple(problems),
        "most_checks": min(_MOST_CHECKS, max(1, _CHECKS_OF_ALL // max(len(stories), 1))),
        "words": words,
        "wording": wording,
        "titles": wording.titles,
        "labels": wording.labels,
        "house": settings.house,
        "mail_logo": logo,
        "tone": tone,
        "cut": cut,
    }
    return MailBody(
        subject=subject,
        html=html_body("digest", settings, names),
        text=text_body("digest", settings, names),
        logo=logo,
    )

"""What the body of a mail says in English."""

from reporter.wording.mail import MailWording

MAIL = MailWording(
    subject="Verification brief: {title}",
    glance="At a glance",
    claims="Claims most worth a check",
    no_side="no side shown",
    more="{count} more in the full brief",
)

"""A brief as a mail: both bodies, what is attached, and headers that no word of a story can forge."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime

TYPES = {
    "pdf": ("application", "pdf"),
    "json": ("application", "json"),
    "html": ("text", "html"),
    "md": ("text", "markdown"),
    "csv": ("text", "csv"),
    "ics": ("text", "calendar"),
    "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


_SIGNATURE = 2_000
"""Bytes; more than a DKIM signature takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that goes with a mail; `kind` is its type and subtype."""

    name: str
    data: bytes
    kind: tuple[str, str] = ("application", "octet-stream")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What is to be sent: `subject` of one line, both bodies, the files. `identity` makes the Message-ID: the same for
    the same brief of the same job, so that a mail program shows a mail that came twice once."""

    subject: str
    html: str
    text: str
    sender: Address
    recipients: tuple[Address, ...]
    identity: str
    when: datetime
    attachments: tuple[Attachment, ...] = ()
    inline: tuple[tuple[str, Attachment], ...] = ()
    """Pictures that the HTML shows, each with the Content-ID by which it does (RFC 2392)."""
    reply_to: Address | None = None
    list_unsubscribe: str | None = None

    @property
    def message_id(self) -> str:
        """RFC 5322, section 3.6.4."""
        return f"<{hashlib.sha256(self.identity.encode()).hexdigest()[:40]}@{self.sender.domain}>"


def composed(letter: Letter) -> EmailMessage:
    """The mail (RFC 5322, MIME): plain text and HTML that say the same, then the files. Each recipient is named in To.

    Raises ValueError for a line break in a header, which the library refuses.
    """
    is_ascii = all(one.addr_spec.isascii() for one in (letter.sender, *letter.recipients))
    mail = EmailMessage(policy=SMTP if is_ascii else SMTPUTF8)
    mail["From"] = letter.sender
    mail["To"] = letter.recipients
    mail["Subject"] = letter.subject
    mail["Date"] = format_datetime(letter.when)
    mail["Message-ID"] = letter.message_id
    mail["Auto-Submitted"] = "auto-generated"
    if letter.reply_to is not None:
        mail["Reply-To"] = letter.reply_to
    if letter.list_unsubscribe is not None:
        mail["List-Unsubscribe"] = f"<{letter.list_unsubscribe}>"
        if letter.list_unsubscribe.startswith("https://"):
            mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058
    mail.set_content(letter.text, cte="quoted-printable")
    mail.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    page = mail.get_body(("html",))
    if page is None:
        raise RuntimeError("the page that was just added is not there")
    for cid, one in letter.inline:
        maintype, subtype = one.kind
        page.add_related(
            one.data, maintype=maintype, subtype=subtype, cid=f"<{cid}>", filename=one.name, disposition="inline"
        )
    for one in letter.attachments:
        maintype, subtype = one.kind
        mail.add_attachment(one.data, maintype=maintype, subtype=subtype, filename=one.name)
    return mail


def size_of(letter: Letter) -> int:
    """Bytes of the mail as it goes out, with room for a signature."""
    return len(composed(letter).as_bytes()) + _SIGNATURE

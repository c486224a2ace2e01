"""The mail that a brief goes in: the top of it as the body, and its files."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from email.headerregistry import Address

from reporter.deliver.addresses import address
from reporter.deliver.files import file_name
from reporter.deliver.message import TYPES, Attachment, Letter, size_of
from reporter.deliver.settings import MailSettings
from reporter.errors import UsageError
from reporter.languages.briefs import wording_of
from reporter.model import Brief, EventBrief, Settings
from reporter.rendering import render_files
from reporter.rendering.mail import MailBody, mail_body
from reporter.schema import event_to_json, to_json


def letter_of(
    brief: Brief | EventBrief,
    settings: Settings,
    mail: MailSettings,
    recipients: tuple[Address, ...],
    formats: Sequence[str],
    when: datetime,
    *,
    identity: str | None = None,
) -> Letter:
    """The letter that brings `brief` to `recipients`. Two of one `identity` (left out: the brief to the byte) are the
    same to whoever gets them. Files that make it larger than `mail.largest` are left out, the largest first, and the
    letter says so. Raises UsageError `no-sender`, `bad-address`, `unknown-format`; RenderError."""
    wording = wording_of(brief.article.language, brief.method.language)
    files = attachments_of(brief, settings, formats)
    left_out: tuple[tuple[str, int], ...] = ()
    while True:
        body = mail_body(brief, wording, settings, left_out)
        letter = Letter(
            subject=body.subject,
            html=body.html,
            text=body.text,
            sender=sender_of(mail),
            recipients=recipients,
            identity=identity or identity_of(brief),
            when=when,
            attachments=files,
            inline=inline_of(body),
            reply_to=None if mail.reply_to is None else address(mail.reply_to),
            list_unsubscribe=mail.list_unsubscribe,
        )
        if not files or size_of(letter) <= mail.largest:
            return letter
        largest = max(files, key=lambda file: len(file.data))
        files = tuple(file for file in files if file is not largest)
        left_out = (*left_out, (largest.name, len(largest.data)))


def inline_of(body: MailBody) -> tuple[tuple[str, Attachment], ...]:
    """The pictures that a body shows."""
    logo = body.logo
    if logo is None:
        return ()
    return ((logo.cid, Attachment(name=f"logo.{logo.kind[1]}", data=logo.data, kind=logo.kind)),)


def sender_of(mail: MailSettings) -> Address:
    """Who sends. Raises UsageError `no-sender`, `bad-address`."""
    if mail.sender is None:
        raise UsageError("no-sender", "No sender is set.", "Set sender under [mail] in reporter.toml, or give --from.")
    return address(mail.sender)


def attachments_of(brief: Brief | EventBrief, settings: Settings, formats: Sequence[str]) -> tuple[Attachment, ...]:
    """The files of a brief in each of `formats`. Raises UsageError `unknown-format`; RenderError."""
    check_attached(formats)
    wording = wording_of(brief.article.language, brief.method.language)
    return tuple(
        Attachment(name=f"{file_name(brief)}.{ending}", data=data, kind=TYPES[name])
        for name in formats
        for ending, data in render_files(brief, name, wording=wording, settings=settings).items()
    )


def check_attached(formats: Sequence[str]) -> None:
    """Raises UsageError `unknown-format` for what is nothing to attach."""
    strange = [name for name in formats if name not in TYPES]
    if strange:
        raise UsageError("unknown-format", f"{strange[0]!r} is nothing to attach.", f"Choose from: {', '.join(TYPES)}.")


def identity_of(brief: Brief | EventBrief) -> str:
    """What makes two briefs one: the same record, to the byte. SHA-256 in hexadecimal digits."""
    data = event_to_json(brief) if isinstance(brief, EventBrief) else to_json(brief)
    return hashlib.sha256(data).hexdigest()

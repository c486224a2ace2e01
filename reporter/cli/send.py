"""`reporter send`: a brief by mail."""

import hashlib
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reporter.cli.app import Debug, Quiet, app, terminal_of
from reporter.cli.brief import listed
from reporter.cli.options import BriefLanguage, Language, ParserName, Published, Undated, Zone
from reporter.errors import DeliveryError, UsageError
from reporter.folders import data_file

if TYPE_CHECKING:
    from email.headerregistry import Address

    from reporter.deliver.message import Attachment, Letter
    from reporter.deliver.settings import MailSettings
    from reporter.model import Brief, EventBrief, Settings
    from reporter.wording.words import Wording

PASSWORD = "REPORTER_SMTP_PASSWORD"  # noqa: S105 - the name of a variable


@app.command()
def send(
    context: typer.Context,
    story: Annotated[str, typer.Argument(metavar="STORY", help="A story, or a brief of one: its JSON or PDF.")],
    to: Annotated[list[str], typer.Option("--to", metavar="ADDRESS", help="Who gets it; may be given again.")],
    sender: Annotated[
        str | None,
        typer.Option("--from", metavar="ADDRESS", help="Who sends it. [default: the sender in the settings]"),
    ] = None,
    attach: Annotated[
        str | None, typer.Option("--attach", metavar="LIST", help="Formats that go with it. [default: pdf]")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Send nothing; write the mail to --out as .eml, and print its path.")
    ] = False,
    again: Annotated[bool, typer.Option("--again", help="Also to who has it already, or may have.")] = False,
    out: Annotated[
        str | None, typer.Option("--out", metavar="DIR", help="Folder for the .eml. [default: output]")
    ] = None,
    published: Published = None,
    undated: Undated = None,
    zone: Zone = None,
    language: Language = None,
    brief_language: BriefLanguage = None,
    parser: ParserName = None,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001 - its callback acts
) -> None:
    """Send a brief by mail: its top as the body, the PDF with it.

    The mail server stands under [mail] in reporter.toml, its password in the
    environment as REPORTER_SMTP_PASSWORD. The same brief goes to nobody twice.

    \b
    Examples:
      $ reporter send examples/harbour-fire.txt --from me@example.org --to desk@example.org --dry-run
    """
    from reporter.deliver.addresses import address
    from reporter.deliver.mailing import Fate, MailServer
    from reporter.deliver.message import composed
    from reporter.deliver.outbox import Outbox
    from reporter.deliver.sending import send_letter
    from reporter.settings import load_settings

    terminal = terminal_of(context, quiet)
    chosen = load_settings(
        {
            "undated": undated,
            "out": out,
            "zone": zone,
            "language": language,
            "brief_language": brief_language,
            "parser": parser,
        }
    )
    mail = chosen.delivery.mail
    recipients = tuple({one.addr_spec: one for one in map(address, to)}.values())
    from_whom = sender or mail.sender
    if from_whom is None:
        raise UsageError("no-sender", "No sender is set.", "Set sender under [mail] in reporter.toml, or give --from.")
    terminal.step(f"reading {story}")
    brief = _brief(story, chosen.settings, published)
    terminal.step(f"making the mail of {story}")
    letter = _letter(brief, chosen.settings, replace(mail, sender=from_whom), recipients, listed(attach) or mail.attach)
    if dry_run:
        terminal.clear()
        terminal.result(str(_written(brief, bytes(composed(letter)), Path(chosen.delivery.out))))
        return
    terminal.step(f"sending {story}")
    outbox = Outbox(outbox_file(chosen.delivery.outbox))
    try:
        receipts = send_letter(
            letter, MailServer(mail, os.environ.get(PASSWORD)), outbox, lambda: datetime.now(UTC), again=again
        )
    finally:
        outbox.close()
    terminal.clear()
    for receipt in receipts:
        terminal.result(f"{receipt.recipient}  {receipt.fate.value}  {receipt.reason}")
    has = {receipt.recipient for receipt in receipts}
    for one in recipients:
        if one.addr_spec not in has:
            terminal.note(f"{one.addr_spec} has this brief already, or may have it; --again sends it once more.")
    bad = [receipt for receipt in receipts if receipt.fate is not Fate.ACCEPTED]
    if bad:
        raise DeliveryError(
            "mail-refused",
            f"The mail was not accepted for {', '.join(receipt.recipient for receipt in bad)}.",
            "The lines above say why; reporter outbox lists what was sent.",
            can_retry=any(receipt.fate is Fate.DEFERRED for receipt in bad),
        )


def outbox_file(chosen: str | None) -> Path:
    """The file of what was sent: the one that the settings name, else the user's own. Raises UsageError `no-outbox`."""
    found = Path(chosen) if chosen else data_file("outbox.sqlite", os.environ)
    if found is None:
        raise UsageError("no-outbox", "No home is known for the outbox.", "Set outbox in reporter.toml.")
    return found


def _brief(story: str, settings: "Settings", published: str | None) -> "Brief | EventBrief":
    """The brief that a file holds, or that of the story in it."""
    from reporter.cli.inputs import check_stories, read_story
    from reporter.cli.render import read_any_brief
    from reporter.pipeline import Pipeline

    check_stories([story])
    if Path(story).suffix.lower() in {".json", ".pdf"}:
        return read_any_brief(story)
    return Pipeline(settings).brief(read_story(story, settings=settings, published=published))


def _letter(
    brief: "Brief | EventBrief",
    settings: "Settings",
    mail: "MailSettings",
    recipients: "tuple[Address, ...]",
    formats: tuple[str, ...],
) -> "Letter":
    from reporter.deliver.addresses import address
    from reporter.deliver.message import Letter
    from reporter.languages.briefs import wording_of
    from reporter.rendering.mail import mail_body

    wording = wording_of(brief.article.language, brief.method.language)
    body = mail_body(brief, wording, settings)
    files = _attachments(brief, formats, wording, settings)
    return Letter(
        subject=body.subject,
        html=body.html,
        text=body.text,
        sender=address(mail.sender or ""),
        recipients=recipients,
        identity=_identity(brief),
        when=datetime.now(UTC),
        attachments=files,
        reply_to=None if mail.reply_to is None else address(mail.reply_to),
        list_unsubscribe=mail.list_unsubscribe,
    )


def _attachments(
    brief: "Brief | EventBrief", formats: tuple[str, ...], wording: "Wording", settings: "Settings"
) -> "tuple[Attachment, ...]":
    from reporter.deliver.files import file_name
    from reporter.deliver.message import TYPES, Attachment
    from reporter.rendering import render_files

    found: list[Attachment] = []
    for name in formats:
        if name not in TYPES:
            raise UsageError("unknown-format", f"{name!r} is nothing to attach.", f"Choose from: {', '.join(TYPES)}.")
        files = render_files(brief, name, wording=wording, settings=settings)
        found += [
            Attachment(name=f"{file_name(brief)}.{ending}", data=data, kind=TYPES[name])
            for ending, data in files.items()
        ]
    return tuple(found)


def _identity(brief: "Brief | EventBrief") -> str:
    """What makes two mails one: the same brief, to the byte."""
    from reporter.model import EventBrief
    from reporter.schema import event_to_json, to_json

    data = event_to_json(brief) if isinstance(brief, EventBrief) else to_json(brief)
    return hashlib.sha256(data).hexdigest()


def _written(brief: "Brief | EventBrief", data: bytes, folder: Path) -> Path:
    from reporter.deliver.files import write_file

    return write_file(brief, "eml", data, folder)

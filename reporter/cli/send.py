"""`reporter send`: a brief by mail."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reporter.cli.app import Debug, Quiet, app, terminal_of
from reporter.cli.brief import listed
from reporter.cli.options import BriefLanguage, Language, ParserName, Published, Undated, Zone
from reporter.errors import DeliveryError

if TYPE_CHECKING:
    from reporter.model import Brief, EventBrief


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
    from reporter.cli.inputs import STANDARD_INPUT, check_stories, read_story
    from reporter.deliver.addresses import address
    from reporter.deliver.mailing import Fate, MailServer
    from reporter.deliver.message import composed
    from reporter.deliver.outbox import Outbox
    from reporter.deliver.secrets import secret
    from reporter.deliver.sending import send_letter
    from reporter.deliver.settings import PASSWORD
    from reporter.dispatch.letters import check_attached, letter_of, sender_of
    from reporter.dispatch.opening import open_database
    from reporter.dispatch.reading import Desk
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
    mail = replace(chosen.delivery.mail, sender=sender or chosen.delivery.mail.sender)
    recipients = tuple({one.addr_spec: one for one in map(address, to)}.values())
    sender_of(mail)
    check_stories([story])
    formats = listed(attach) or mail.attach
    check_attached(formats)
    terminal.step(f"reading {story}")
    desk = Desk(chosen.settings, chosen.delivery)
    if story == STANDARD_INPUT:
        brief: Brief | EventBrief = desk.brief_of(read_story(story, settings=chosen.settings, published=published))
    else:
        brief = desk.brief(story, published)
    terminal.step(f"making the mail of {story}")
    letter = letter_of(brief, chosen.settings, mail, recipients, formats, datetime.now(UTC))
    if dry_run:
        terminal.clear()
        terminal.result(str(_written(brief, bytes(composed(letter)), Path(chosen.delivery.out))))
        return
    terminal.step(f"sending {story}")
    with open_database(chosen.delivery.outbox, os.environ) as database:
        server = MailServer(mail, secret(PASSWORD, os.environ))
        receipts = send_letter(letter, server, Outbox(database), lambda: datetime.now(UTC), again=again)
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


def _written(brief: "Brief | EventBrief", data: bytes, folder: Path) -> Path:
    from reporter.deliver.files import write_file

    return write_file(brief, "eml", data, folder)

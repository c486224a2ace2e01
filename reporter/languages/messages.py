"""The translations of what a brief says, kept in step with the words: `python -m reporter.languages.messages`.

For each language pack this writes the messages that there are to translate (`brief.pot`), and brings every translation
beside it up to date: new messages come without words, those whose words changed are marked fuzzy, those that are gone
stand at the end as comments.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from reporter.languages import LANGUAGES, LanguagePack, language_pack
from reporter.languages.briefs import said_in

if TYPE_CHECKING:
    from babel.messages import Catalog

LINE = 120
_NOT_KEPT = tuple(
    f'"{field}:'.encode()
    for field in (
        "Project-Id-Version",
        "Report-Msgid-Bugs-To",
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Last-Translator",
        "Language-Team",
        "Generated-By",
    )
)
"""Fields of a header that say nothing here, or change where nothing else did."""


def template(pack: LanguagePack) -> "Catalog":
    """All messages of a pack, without translations."""
    from babel.messages import Catalog

    made = Catalog(charset="utf-8", header_comment=f"# What a brief on a story in {pack.name} says.")
    for context, text in said_in(pack):
        made.add(text, context=context)
    return made


def files_of(pack: LanguagePack) -> Iterator[tuple[Path, bytes]]:
    """The files beside a pack as they ought to be."""
    from babel.messages.pofile import read_po

    messages = template(pack)
    yield pack.translations / "brief.pot", _written(messages)
    for path in sorted(pack.translations.glob("*.po")):
        with path.open("rb") as stream:
            translation = read_po(stream, locale=path.stem.replace("-", "_"), abort_invalid=True)
        translation.update(messages, no_fuzzy_matching=True)
        if translation.locale is not None and translation.locale.language == pack.code:
            _keep_what_differs(translation)
        yield path, _written(translation)


def _keep_what_differs(variety: "Catalog") -> None:
    """A variety of the pack's own language says the rest as the pack does."""
    for message in [message for message in variety if message.id and not message.string]:
        variety.delete(message.id, message.context)


def _written(catalogue: "Catalog") -> bytes:
    from babel.messages.pofile import write_po

    stream = BytesIO()
    write_po(stream, catalogue, width=LINE, omit_header=False, include_previous=True)
    return b"".join(line for line in stream.getvalue().splitlines(keepends=True) if not line.startswith(_NOT_KEPT))


if __name__ == "__main__":
    for code in LANGUAGES.names:
        for path, data in files_of(language_pack(code)):
            if not path.exists() or path.read_bytes() != data:
                path.write_bytes(data)
                sys.stdout.write(f"{path}\n")

"""What a PDF carries besides its pages: the brief as JSON, the story as it was given, and what it says of itself."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from reporter.errors import InputError
from reporter.schema import event_to_json, from_json, to_json

if TYPE_CHECKING:
    from reporter.model import Brief, EventBrief

BRIEF_NAME, STORY_NAME = "brief.json", "story.txt"
VARIANT = "pdf/a-3a"
"""ISO 19005-3, level A: an archive that may hold other files, tagged for readers that do not see the page."""

_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
_PDFUA = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1" />
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file keeps</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
"""The mark of PDF/UA-1 (ISO 14289-1), with the schema that PDF/A demands for a name that it does not know."""


def attachments(brief: Brief) -> list[Any]:
    """The brief (relationship Data: what the pages are made from) and the story's text (Source)."""
    when = _moment(brief)
    return [
        _attachment(to_json(brief), BRIEF_NAME, "The brief as JSON", "Data", when),
        _attachment(
            brief.article.text.encode("utf-8", "replace"), STORY_NAME, "The story as it was given", "Source", when
        ),
    ]


def event_attachments(brief: EventBrief) -> list[Any]:
    """The same for an event: its brief, and the text of each story."""
    when = max(_moment(story.brief) for story in brief.stories)
    return [
        _attachment(event_to_json(brief), BRIEF_NAME, "The brief as JSON", "Data", when),
        *(
            _attachment(
                story.brief.article.text.encode("utf-8", "replace"),
                f"story-{story.id}.txt",
                f"Story {story.id} as it was given",
                "Source",
                when,
            )
            for story in brief.stories
        ),
    ]


def _attachment(data: bytes, name: str, description: str, relationship: str, when: datetime) -> Any:
    from weasyprint import Attachment

    return Attachment(
        string=data, name=name, description=description, relationship=relationship, created=when, modified=when
    )


def _moment(brief: Brief) -> datetime:
    """When the files are dated: the time of making where it is told, else that of publication; never the clock."""
    if brief.method.generated is not None:
        return brief.method.generated
    published = brief.article.published
    if published is None:
        return _UNDATED
    if published.instant is not None and published.instant.tzinfo is not None:
        return published.instant
    return datetime(published.day.year, published.day.month, published.day.day, tzinfo=UTC)


def declare(pdf: Any) -> None:
    """Say in the metadata of `pdf`, a PDF about to be written, that it is tagged to PDF/UA-1 too, and name each file
    that it carries once (WeasyPrint 70 lists them twice)."""
    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = type(pdf.catalog["AF"])(dict.fromkeys(pdf.catalog["AF"]))
    number = int(pdf.catalog["Metadata"].split()[0])
    stream = pdf.objects[number]
    stream.stream = [part.replace(b"</rdf:RDF>", _PDFUA + b"</rdf:RDF>") for part in stream.stream]


def brief_in_pdf(data: bytes) -> Brief:
    """The brief that a PDF carries. Raises InputError "not-a-brief" for one without, or whose brief is damaged."""
    return from_json(json_in_pdf(data))


def json_in_pdf(data: bytes) -> bytes:
    """The JSON of the brief that a PDF carries, of one story or of one event. Raises InputError "not-a-brief"."""
    from io import BytesIO

    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what it notes is told in our error
    try:
        files = PdfReader(BytesIO(data)).attachments
        found = files.get(BRIEF_NAME, [])
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _none_there(f"it cannot be read ({error})") from error
    if not found:
        raise _none_there(f"it carries no {BRIEF_NAME}")
    return bytes(found[0])


def _none_there(why: str) -> InputError:
    return InputError(
        "not-a-brief",
        f"This PDF holds no brief: {why}.",
        "Give a PDF that `reporter brief` wrote, unchanged, or the JSON of a brief.",
    )

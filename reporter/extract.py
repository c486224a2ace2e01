"""JSON Lines in, JSON Lines out: what was found in each of many stories, for corpora and for measuring."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec

from reporter.errors import AnchorError, InputError, InternalError, ReporterError
from reporter.languages import language_pack

if TYPE_CHECKING:
    from reporter.ingest.layout import Layout
    from reporter.model import Article, Assessment, Attribution, Claim, Flag, Settings, Source, Span, TimeExpression
    from reporter.pipeline import Analysis, Pipeline

AHEAD = 16
"""Stories read before the first of them is answered: their paragraphs go through the parser together."""

LONGEST_LINE = 64 * 1024 * 1024
"""Bytes of a line. A longer one is skipped without being held in memory, and answered with an error."""

_ENCODER = msgspec.json.Encoder()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A line that could be read as a story."""

    id: str | int
    article: Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A line that could not be read, or a story on which the work failed. `id` is None where the line tells none."""

    id: str | int | None
    error: ReporterError


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One line of output, with its line break. `error` says why the story could not be read.

    `ends_batch` is true where nothing more is ready: the time to flush.
    """

    line: bytes
    error: ReporterError | None = None
    ends_batch: bool = False


def extract_lines(stream: BinaryIO, pipeline: Pipeline, *, ahead: int = AHEAD) -> Iterator[Answer]:
    """An answer for each line of `stream`, in order, never more than `ahead` stories in memory.

    Lines of nothing but white space are passed over. Nothing that is wrong with one story is raised: it is that
    story's answer.
    """
    layout = language_pack(pipeline.settings.language).layout
    lines = read_lines(stream)
    while batch := list(islice(lines, ahead)):
        records = [read_record(line, layout, pipeline.settings) for line in batch]
        for number, result in enumerate(_analyses(records, pipeline), start=1):
            ends_batch = number == len(records)
            if isinstance(result, Failure):
                yield Answer(line=_failed_line(result), error=result.error, ends_batch=ends_batch)
            else:
                yield Answer(line=_line(*result), ends_batch=ends_batch)


def read_lines(stream: BinaryIO, longest: int = LONGEST_LINE) -> Iterator[bytes | None]:
    """The lines of `stream` that hold something, without their ends; None for one of more than `longest` bytes."""
    is_first = True
    while line := stream.readline(longest + 1):
        is_whole = len(line) <= longest or line.endswith(b"\n")
        while not line.endswith(b"\n") and not is_whole:
            line = stream.readline(longest + 1)
            if not line:
                break
        if not is_whole:
            yield None
        else:
            bare = (line.removeprefix(b"\xef\xbb\xbf") if is_first else line).strip()
            if bare:
                yield bare
        is_first = False


def read_record(line: bytes | None, layout: Layout, settings: Settings) -> Record | Failure:
    """The story that a line holds, or what is wrong with the line."""
    if line is None:
        return Failure(
            id=None,
            error=InputError(
                "too-large", f"The line is longer than {LONGEST_LINE} bytes.", "Cut the story into parts."
            ),
        )
    identity: str | int | None = None
    try:
        fields = _decoded(line)
        identity = _identity(fields)
        return Record(id=identity, article=_article(fields, layout, settings))
    except ReporterError as error:
        return Failure(id=identity, error=error)
    except Exception as error:  # noqa: BLE001 - a fault on one story is that story's answer; the run goes on
        return Failure(id=identity, error=InternalError.of(error, f"the story {identity!r}"))


def _decoded(line: bytes) -> dict[str, Any]:
    try:
        decoded = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _bad_record(f"The line is not JSON: {error}.") from error
    if not isinstance(decoded, dict):
        raise _bad_record("The line is JSON, but not an object.")
    return decoded


def _identity(fields: dict[str, Any]) -> str | int:
    if "id" not in fields:
        raise _bad_record("The object has no id.")
    identity = fields["id"]
    if isinstance(identity, bool) or not isinstance(identity, str | int):
        raise _bad_record("The id is neither a string nor a whole number.")
    return identity


def _article(fields: dict[str, Any], layout: Layout, settings: Settings) -> Article:
    from reporter.ingest import read_text

    text = _string(fields, "text")
    if text is None:
        raise _bad_record("The object has no text.")
    published = _string(fields, "published")
    return read_text(
        text,
        layout=layout,
        settings=settings,
        published=None if published is None else iso_moment(published),
        headline=_string(fields, "headline"),
        url=_string(fields, "url"),
        publisher=_string(fields, "publisher"),
    )


def _string(fields: dict[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise _bad_record(f"The field {name!r} is not a string.")
    return value


def iso_moment(written: str) -> str:
    """`written`, an ISO 8601 date or date-time, in its usual form. Raises AnchorError `bad-publication-date`.

    >>> iso_moment("20151012T0930Z")
    '2015-10-12T09:30:00+00:00'
    """
    for kind in (date, datetime):
        try:
            return kind.fromisoformat(written).isoformat()
        except ValueError:
            continue
    raise AnchorError(
        "bad-publication-date",
        f"The publication date {written[:80]!r} is no ISO date or date-time.",
        "Give it as 2015-10-12 or 2015-10-12T09:30:00+02:00.",
    )


def _bad_record(message: str) -> InputError:
    return InputError("bad-record", message, "Give one object a line with id, text and published.")


def _analyses(records: list[Record | Failure], pipeline: Pipeline) -> Iterator[tuple[str | int, Analysis] | Failure]:
    """What was found in each record, with its id, in order. Where the work on one fails, it alone is a failure."""
    whole = [record for record in records if isinstance(record, Record)]
    found = pipeline.analyse_many(record.article for record in whole)
    is_together = True
    for record in records:
        if isinstance(record, Failure):
            yield record
            continue
        if is_together:
            try:
                yield record.id, next(found)
                continue
            except Exception:  # noqa: BLE001 - told by `_alone`, on the story whose fault it is
                # One story broke the common run: this one or, as they are parsed together, a later one.
                is_together = False
        yield _alone(record, pipeline)


def _alone(record: Record, pipeline: Pipeline) -> tuple[str | int, Analysis] | Failure:
    try:
        return record.id, pipeline.analyse(record.article)
    except ReporterError as error:
        return Failure(id=record.id, error=error)
    except Exception as error:  # noqa: BLE001 - a fault on one story is that story's answer; the run goes on
        return Failure(id=record.id, error=InternalError.of(error, f"the story {record.id!r}"))


def _failed_line(failure: Failure) -> bytes:
    error = failure.error
    return _ENCODER.encode({"id": failure.id, "error": {"code": error.code, "message": str(error)}}) + b"\n"


def _line(identity: str | int, found: Analysis) -> bytes:
    sources = {source.id: source for source in found.sources}
    statuses = {assessment.claim_id: assessment for assessment in found.assessments}
    return (
        _ENCODER.encode(
            {
                "id": identity,
                "times": [_time(time) for time in found.times],
                "attributions": [
                    _attribution(attribution, sources.get(attribution.source_id or ""))
                    for attribution in found.attributions
                ],
                "claims": [_claim(claim, statuses.get(claim.id)) for claim in found.claims],
                "flags": [_flag(flag) for flag in found.flags],
            }
        )
        + b"\n"
    )


def _time(time: TimeExpression) -> dict[str, Any]:
    interval = time.interval
    return {
        "id": time.id,
        "start": time.span.start,
        "end": time.span.end,
        "text": time.text,
        "type": time.type,
        "value": time.value,
        "mod": time.mod,
        "begin": interval.begin_text if interval else None,
        "until": interval.until_text if interval else None,
        "direction": time.proof.direction,
        "rule": time.proof.rule,
        "confidence": time.proof.confidence,
        "signal": time.signal,
    }


def _attribution(attribution: Attribution, source: Source | None) -> dict[str, Any]:
    return {
        "id": attribution.id,
        "source": _pairs(attribution.source),
        "cue": _pairs(attribution.cue),
        "content": _pairs(attribution.content),
        "quote_type": attribution.quote_type,
        "source_id": attribution.source_id,
        "source_name": source.name if source else None,
        "source_kind": source.kind if source else None,
        "cue_lemma": attribution.cue_lemma,
        "stance": attribution.stance,
        "is_negated": attribution.is_negated,
        "within": attribution.within,
        "rule": attribution.frame,
        "confidence": attribution.confidence,
    }


def _claim(claim: Claim, assessment: Assessment | None) -> dict[str, Any]:
    return {
        "id": claim.id,
        "text": claim.text,
        "spans": _pairs(claim.spans),
        "sentence": [claim.sentence.start, claim.sentence.end],
        "attributions": [link.attribution_id for link in claim.chain],
        "source_ids": [link.source_id for link in claim.chain],
        "said": claim.said,
        "happened": claim.happened,
        "checkability": claim.checkability,
        "worthiness": claim.worthiness.score if claim.worthiness else None,
        "modality": claim.modality,
        "is_negated": claim.is_negated,
        "appearances": _pairs(claim.appearances),
        "status": assessment.status if assessment else None,
    }


def _flag(flag: Flag) -> dict[str, Any]:
    return {
        "id": flag.id,
        "code": flag.code,
        "severity": flag.severity,
        "message": flag.message,
        "spans": _pairs(flag.spans),
        "claim_ids": flag.claim_ids,
    }


def _pairs(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]

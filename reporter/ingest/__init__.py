"""The ingest stage: a text or a web page in, an Article with its paragraphs and publication time out."""

from reporter.ingest.reading import MOST_BYTES, MOST_CHARACTERS, MOST_PARAGRAPHS, read_bytes, read_file, read_text

__all__ = ["MOST_BYTES", "MOST_CHARACTERS", "MOST_PARAGRAPHS", "read_bytes", "read_file", "read_text"]

"""The language stage: from an article to its grammar."""

from reporter.language.parser import Parser, load_parser

__all__ = ["Parser", "load_parser"]

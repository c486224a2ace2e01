"""The render stage: a brief in a form that people or programs read. Formats are found through `reporter.outputs`."""

from reporter.rendering.outputs import OUTPUTS, FileKind, Output, check_format, ending_of, render, render_files
from reporter.rendering.templates import template_folder

__all__ = ["OUTPUTS", "FileKind", "Output", "check_format", "ending_of", "render", "render_files", "template_folder"]

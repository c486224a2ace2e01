"""The render stage: a brief in a form that people or programs read. Formats are found through `reporter.outputs`."""

from reporter.rendering.outputs import OUTPUTS, Output, render
from reporter.rendering.templates import template_folder

__all__ = ["OUTPUTS", "Output", "render", "template_folder"]

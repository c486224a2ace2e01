"""The brief as JSON: the model, whole."""

from reporter.model import Brief, Settings
from reporter.schema import to_json
from reporter.wording.words import Wording


def render_json(brief: Brief, wording: Wording, settings: Settings) -> bytes:  # noqa: ARG001 - every format is asked alike
    return to_json(brief)

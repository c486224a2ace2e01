"""Figures as a reader sees them."""

from reporter.model import Quantity
from reporter.wording.words import Wording


def amount(quantity: Quantity, wording: Wording) -> str:
    """The number with its bound and unit, as in "at least 40 people"."""
    if quantity.value is None:
        return wording.titles.vague
    bound = "" if quantity.bound.value == "exact" else f"{wording.labels.of(quantity.bound)} "
    upper = "" if quantity.upper is None else f" – {wording.numbers.written(quantity.upper)}"
    unit = "" if quantity.unit is None else f" {quantity.unit}"
    return f"{bound}{wording.numbers.written(quantity.value)}{upper}{unit}"

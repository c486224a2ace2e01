"""The scene of a story: when it was published, what it has told so far, and so what an expression is counted from."""

from dataclasses import dataclass, replace

from reporter.dates.calendar import plus, start_of
from reporter.dates.meanings import Base, Unit
from reporter.dates.places import Anchor, Place
from reporter.dates.reference import Told
from reporter.dates.tense import Clause, Look
from reporter.dates.wording import ProofWording
from reporter.model import AnchorKind, PublicationTime, TimeType, WeekStart

NEAR_PARAGRAPHS = 3
"""Paragraphs over which "a year earlier" still compares with the quarter told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where an expression stands: its clause, its paragraph, its first character."""

    clause: Clause
    paragraph: int
    offset: int


class Scene:
    """The anchors of one story. What it tells is remembered in the order of the text."""

    def __init__(
        self,
        *,
        published: PublicationTime | None,
        week_start: WeekStart,
        wording: ProofWording,
        is_narrative: bool,
    ) -> None:
        self.published = published.counted_from if published is not None else None
        """What words such as "Monday" count from: publication, or the filing of copy that was printed later."""
        self.is_filed_before = self.published is not published
        self.week_start = week_start
        self.wording = wording
        self.is_narrative = is_narrative
        self.told: Told | None = None
        self._event: Told | None = None
        self._quarter: Told | None = None

    def tell(self, told: Told) -> None:
        """Remember a date that the story has told."""
        self.told = told
        if told.unit is Unit.QUARTER:
            self._quarter = told
        if told.is_saying or (told.is_aside and self.is_narrative and self._event is not None):
            return
        self._event = told

    def publication(self) -> Anchor | None:
        if self.published is None:
            return None
        kind = AnchorKind.FILING if self.is_filed_before else AnchorKind.PUBLICATION
        return Anchor(kind=kind, day=self.published.day, unit=Unit.DAY, value=self.published.value)

    def anchor(self, base: Base, where: Where) -> Anchor | None:
        """What an expression with this base is counted from; None where the story gives nothing."""
        event = self._event or self.told
        if event is None:
            return self.publication()
        match base:
            case Base.TOLD:
                return anchor_of(event)
            case Base.DEFINITE | Base.COMPARED if self.is_narrative:
                return anchor_of(event)
            case Base.PUBLICATION if self._leans_on_text(event, where):
                return anchor_of(event)
            case _:
                return self.publication()

    def _leans_on_text(self, told: Told, where: Where) -> bool:
        """Whether a date without a year continues what the text has told, not what publication gives.

        In narrative always; in news within a paragraph that has told a month of an earlier year (of any year where
        publication is not known), if it tells the past.
        """
        if self.is_narrative:
            return True
        is_far = told.unit <= Unit.MONTH and (self.published is None or told.start.year < self.published.day.year)
        is_past = where.clause.look in (Look.PAST, Look.UNKNOWN)
        return told.has_year and is_far and is_past and told.paragraph == where.paragraph

    def has_quarter_near(self, where: Where) -> bool:
        return self._quarter is not None and where.paragraph - self._quarter.paragraph <= NEAR_PARAGRAPHS

    def quarter_of_news(self, where: Where) -> Anchor | None:
        """The quarter that business news is about: the one told in the paragraphs just before, else the last ended."""
        if self._quarter is not None and self.has_quarter_near(where):
            return anchor_of(self._quarter)
        anchor = self.publication()
        if anchor is None:
            return None
        return replace(anchor, day=plus(start_of(anchor.day, Unit.QUARTER), Unit.QUARTER, -1), unit=Unit.QUARTER)

    def missing(self, kind: TimeType, sentence: str) -> Place:
        """An expression without a value, and the sentence that says what is missing."""
        return Place(type=kind, value=None, reason=self.wording.no_direction, sentences=[sentence], confidence=0.9)

    def turn_reason(self, amount: int) -> str:
        if amount == 0:
            return self.wording.given_this
        return self.wording.given_last if amount < 0 else self.wording.given_next


def anchor_of(told: Told) -> Anchor:
    return Anchor(kind=AnchorKind.TEXT, day=told.start, unit=told.unit, value=told.value, time_id=told.time_id)

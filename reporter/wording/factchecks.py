"""The words with which published fact-checks are shown, as a language gives them."""

from collections.abc import Mapping
from dataclasses import dataclass

from reporter.model import MatchGround


@dataclass(frozen=True, slots=True, kw_only=True)
class FactCheckWording:
    """Sentences and captions; `{story}` is what the story's claim has, `{review}` what the claim as reviewed has."""

    title: str
    """Of a list of reviews."""
    one: str
    """Before a single review."""
    rated: str
    no_rating: str
    no_publisher: str
    no_date: str
    claim_reviewed: str
    by_author: str
    """Who is reviewed: `author`."""
    why: str
    grounds: Mapping[MatchGround, str]
    """`shared` are words that both have."""
    same_figures: str
    """`figures`."""
    figures_differ: str
    negated_here: str
    negated_there: str
    denied_here: str
    denied_there: str
    possible_here: str
    possible_there: str
    times_differ: str
    speakers_differ: str
    unknown: str
    separator: str
    disclaimer: str
    asked: str
    """`provider`, `claims`."""
    not_asked: str
    """`provider`, `problem`."""

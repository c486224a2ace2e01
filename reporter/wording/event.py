"""The words of the brief of one event, beside those of any brief."""

from collections.abc import Mapping
from dataclasses import dataclass

from reporter.model.event import Aspect, CopyGround, Tie


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWording:
    """Headings of its sections, heads of its columns, and sentences. Fields of formats stand in the docstrings."""

    brief: str
    """What the document is called."""
    stories: str
    story: str
    outlet: str
    told_by: str
    differing: str
    """The section on matched claims that differ or are denied."""
    agreeing: str
    """The section on matched claims that only agree."""
    figures: str
    spread: str
    as_of: str
    evidence: str
    rests_on: str
    """`outlet`, `grounds`."""
    share: str
    """`percent` of the words."""
    own_reporting: str
    cites: str
    """`outlets`."""
    loop: str
    """`outlets`."""
    shared_quote: str
    """`quote`, `outlets`."""
    counted: str
    """How many `stories` and `origins`, both already counted in words of the two fields below."""
    one_story: str
    many_stories: str
    """`count`."""
    one_origin: str
    many_origins: str
    """`count`."""
    behind_first: str
    """Of a matched thing: how many `stories` tell of it, and how many `origins` stand behind the first account."""
    grouped_by: str
    """`words` that the stories share."""
    nothing_differs: str
    account: str
    stands: str
    origin: str
    replaced: str
    also_told: str
    """`outlets`."""
    legend: str
    lead: str
    """How the account that the others are held against is marked."""
    ties: Mapping[Tie, str]
    """How another account stands to the first."""
    aspects: Mapping[Aspect, str]
    """In what it differs."""
    grounds: Mapping[CopyGround, str]
    list_separator: str
    list_last: str
    """`first`, `last`."""

    def listed(self, items: tuple[str, ...]) -> str:
        """The items as a list in words."""
        if len(items) < 2:
            return "".join(items)
        return self.list_last.format(first=self.list_separator.join(items[:-1]), last=items[-1])

    def behind(self, stories: int, origins: int) -> str:
        """The same for a thing on which accounts differ: the origins are those of the first account."""
        return self.behind_first.format(
            stories=self.one_story if stories == 1 else self.many_stories.format(count=stories),
            origins=self.one_origin if origins == 1 else self.many_origins.format(count=origins),
        )

    def counts(self, stories: int, origins: int) -> str:
        """How many stories and origins there are, as in "3 stories, 2 origins"."""
        return self.counted.format(
            stories=self.one_story if stories == 1 else self.many_stories.format(count=stories),
            origins=self.one_origin if origins == 1 else self.many_origins.format(count=origins),
        )

"""Which story rests on which, and each story's own sections."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reporter.model import Copy, EventBrief, EventStory, Settings
from reporter.rendering.lines import cut
from reporter.rendering.page import context
from reporter.rendering.script import Script
from reporter.rendering.templates import fill
from reporter.rendering.view import View, published_text
from reporter.rendering.view import view_of as brief_view
from reporter.wording.words import Wording

_ANCHOR = re.compile(r' (id="|href="#|aria-labelledby=")')
_OF_CLAIMS = re.compile(r'(?<= data-of=")[c0-9 ]+(?=")')


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """One story of the event: where it comes from, what its own brief shows, and its sections as markup with its letter
    before each anchor."""

    story: EventStory
    view: View
    title: str
    published: str
    rests_on: tuple[str, ...]
    """What it rests on, as a sentence each; none where it is its own origin."""
    cites: tuple[str, ...]
    depth: int
    """How far down the copy tree it stands."""
    sections: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginView:
    name: str
    stories: tuple[StoryView, ...]
    """The root first, then what rests on it, each below its own."""


def story_view(
    story: EventStory, event: EventBrief, wording: Wording, settings: Settings, script: Script | None
) -> StoryView:
    words = wording.event
    outlets = {one.id: one.outlet for one in event.stories}
    rests_on = tuple(
        words.rests_on.format(
            outlet=outlets[one.of_story_id],
            grounds=", ".join(_ground(one, wording)),
        )
        for one in event.copies
        if one.story_id == story.id
    )
    cites = tuple(dict.fromkeys(one.outlet for one in event.citations if one.story_id == story.id))
    article = story.brief.article
    return StoryView(
        story=story,
        view=brief_view(story.brief, wording),
        title=article.headline or cut(" ".join(article.text.split()), 90),
        published=published_text(article.published, wording),
        rests_on=rests_on,
        cites=cites,
        depth=_depth(story.id, {one.story_id: one.of_story_id for one in event.copies}),
        sections="" if story.is_evidence else _sections(story, wording, settings, script),
    )


def _ground(one: Copy, wording: Wording) -> list[str]:
    grounds = [wording.event.grounds[ground] for ground in one.grounds]
    if one.share:
        grounds.append(wording.event.share.format(percent=f"{100 * one.share:.0f}"))
    return grounds


def _depth(story_id: str, parents: Mapping[str, str]) -> int:
    seen = {story_id}
    while story_id in parents and parents[story_id] not in seen:
        story_id = parents[story_id]
        seen.add(story_id)
    return len(seen) - 1


def tree(story_ids: Sequence[str], copies: Sequence[Copy], views: Mapping[str, StoryView]) -> list[StoryView]:
    """The stories of one origin, each after what it rests on."""
    below: dict[str, list[str]] = {}
    for one in copies:
        below.setdefault(one.of_story_id, []).append(one.story_id)
    found: list[str] = []
    for root in sorted(story_ids, key=lambda one: (views[one].depth, story_ids.index(one))):
        waiting = [root]
        while waiting:
            story_id = waiting.pop()
            if story_id not in found:
                found.append(story_id)
                waiting.extend(reversed(below.get(story_id, [])))
    return [views[story_id] for story_id in found]


def _sections(story: EventStory, wording: Wording, settings: Settings, script: Script | None) -> str:
    """The sections of one story as in its own brief, with its letter before each anchor."""
    names = {**context(story.brief, wording, settings), "script": script}
    markup = fill("event/story.html.j2", settings.templates, names)
    markup = _OF_CLAIMS.sub(lambda found: found[0].replace("c", f"{story.id}-c"), markup)
    return _ANCHOR.sub(rf" \g<1>{story.id}-", markup)

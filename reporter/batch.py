"""Many stories, one after the other: a bad one is a result with an error in its place, and the others go on.

Stories that tell of one event get one brief; which ones do is known from their words before anything is parsed.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path

from reporter.deliver.files import write_briefs
from reporter.errors import InternalError, ReporterError
from reporter.factchecks import Provider
from reporter.languages.briefs import wording_of
from reporter.model import Article, Brief, EventBrief, Settings, Verdict
from reporter.pipeline import Pipeline
from reporter.rendering import check_format, render_files
from reporter.wording.words import Wording

Step = Callable[[str], None]
"""Told, in a word or two, what is being done now."""

Read = Callable[[], Article]

Verdicts = Callable[[str], tuple[Verdict, ...]]
"""What persons found of the claims of the story of that name."""


class Grouping(StrEnum):
    """Which stories make one brief."""

    BY_EVENT = "by event"
    TOGETHER = "together"
    APART = "apart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one story, or of the stories of one event: a brief and the files it was written to, or what stood
    in the way."""

    story: str
    brief: Brief | EventBrief | None = None
    paths: tuple[Path, ...] = ()
    error: ReporterError | None = None


def check_formats(formats: tuple[str, ...]) -> None:
    """Raises UsageError for a format that nothing here can write, RenderError for one that lacks its library, before
    any work is done."""
    for name in formats:
        check_format(name)


def brief_each(
    stories: Iterable[tuple[str, Read]],
    *,
    settings: Settings,
    formats: tuple[str, ...],
    folder: Path,
    step: Step = lambda _: None,
    evidence: Sequence[tuple[str, Read]] = (),
    grouping: Grouping = Grouping.BY_EVENT,
    note: Step = lambda _: None,
    verdicts: Verdicts = lambda _: (),
    providers: Sequence[Provider] = (),
) -> Iterator[Outcome]:
    """Brief each story, named and given as a function that reads it, and write it in each of `formats`.

    Stories of one event make one brief, with those of `evidence` that tell of it; `note` is told which were taken for
    one event, and why, and of verdicts that fit no claim; `verdicts` gives those on the story of a name, and
    `providers` are asked for published fact-checks; `note` is told of one that could not be asked. What is wrong
    with one story, a fault of ours included, is its outcome's `error`. Raises UsageError for a language that is not
    installed.
    """
    desk = _Desk(
        settings=settings, formats=formats, folder=folder, step=step, note=note, verdicts=verdicts, providers=providers
    )
    listed = list(stories)
    if not evidence and (len(listed) == 1 or grouping is Grouping.APART):
        for name, read in listed:
            yield desk.outcome(name, partial(desk.from_start, name, read))
        return
    yield from desk.by_event(listed, list(evidence), grouping)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Input:
    """A story that was read; `place` is where it stood among those given."""

    place: int
    name: str
    article: Article


class _Desk:
    """Makes and writes briefs with one newsroom's settings."""

    def __init__(
        self,
        *,
        settings: Settings,
        formats: tuple[str, ...],
        folder: Path,
        step: Step,
        note: Step,
        verdicts: Verdicts,
        providers: Sequence[Provider],
    ) -> None:
        self.settings = settings
        self.formats = formats
        self.folder = folder
        self.step = step
        self.note = note
        self.verdicts = verdicts
        self.pipeline = Pipeline(settings, providers)
        self.wording: Wording = wording_of(settings.language, settings.brief_language)

    def outcome(self, name: str, make: Callable[[], Outcome]) -> Outcome:
        """What `make` gives, or what stood in the way."""
        try:
            return make()
        except ReporterError as error:
            return Outcome(story=name, error=error)
        except Exception as error:  # noqa: BLE001 - one story's fault must not take the others with it; it is named
            return Outcome(story=name, error=InternalError.of(error, name))

    def read(self, name: str, read: Read) -> Article:
        self.step(f"reading {name}")
        return read()

    def from_start(self, name: str, read: Read) -> Outcome:
        return self.single(name, self.read(name, read))

    def single(self, name: str, article: Article) -> Outcome:
        self.step(f"checking {name}")
        brief = self.pipeline.brief(article, self.verdicts(name))
        self._tell_apart(name, brief)
        return self.written(name, brief)

    def _tell_apart(self, name: str, brief: Brief) -> None:
        """What the person at the terminal should know beside the brief."""
        for consultation in brief.fact_check_sources:
            if consultation.problem is not None:
                self.note(f"{name}: reviews may be missing. {consultation.problem}")
        for verdict in brief.unplaced_verdicts:
            self.note(
                f"no claim of {name} is like “{verdict.claim}”, which {verdict.by} {verdict.verdict} on "
                f"{verdict.when.isoformat()}."
            )

    def written(self, name: str, brief: Brief | EventBrief) -> Outcome:
        rendered: dict[str, bytes] = {}
        for format_name in self.formats:
            self.step(f"making the {format_name} of {name}")
            rendered |= render_files(brief, format_name, wording=self.wording, settings=self.settings)
        return Outcome(story=name, brief=brief, paths=write_briefs(brief, rendered, self.folder))

    def event(self, name: str, own: Sequence[_Input], evidence: Sequence[_Input]) -> Outcome:
        from reporter.rendering.event import check_formats as check_event_formats

        check_event_formats(self.formats)
        self.step(f"checking {name}")
        brief = self.pipeline.event(
            [one.article for one in own],
            evidence=[one.article for one in evidence],
            verdicts=[self.verdicts(one.name) for one in (*own, *evidence)],
        )
        for story in brief.stories:
            self._tell_apart(story.outlet, story.brief)
        return self.written(name, brief)

    def by_event(
        self, stories: Sequence[tuple[str, Read]], evidence: Sequence[tuple[str, Read]], grouping: Grouping
    ) -> Iterator[Outcome]:
        """A brief for each event, where the first of its stories stood; what could not be read comes first."""
        own, failed = self._read_all(stories, 0)
        against, failed_evidence = self._read_all(evidence, len(stories))
        yield from (*failed, *failed_evidence)
        used: set[int] = set()
        for group in self._groups(own, against, grouping):
            mine = [one for one in group if one.place < len(stories)]
            others = [one for one in group if one.place >= len(stories)]
            if not mine:
                continue
            used.update(one.place for one in others)
            yield self._of_group(mine, others, grouping)
        for one in against:
            if one.place not in used and own:
                self.note(f"{one.name} tells of none of these stories' events, and was not used.")

    def _read_all(self, stories: Sequence[tuple[str, Read]], first: int) -> tuple[list[_Input], list[Outcome]]:
        found: list[_Input] = []
        failed: list[Outcome] = []
        for place, (name, read) in enumerate(stories, start=first):
            try:
                found.append(_Input(place=place, name=name, article=self.read(name, read)))
            except ReporterError as error:
                failed.append(Outcome(story=name, error=error))
            except Exception as error:  # noqa: BLE001 - as in `outcome`
                failed.append(Outcome(story=name, error=InternalError.of(error, name)))
        return found, failed

    def _groups(self, own: Sequence[_Input], evidence: Sequence[_Input], grouping: Grouping) -> Iterator[list[_Input]]:
        """The inputs by event, in the order in which the first story of each was given."""
        match grouping:
            case Grouping.TOGETHER:
                if own:
                    yield [*own, *evidence]
            case Grouping.APART:
                for one in own:
                    together = self._by_words([one, *evidence])
                    yield next(group for group in together if one in group)
            case Grouping.BY_EVENT:
                yield from sorted(self._by_words([*own, *evidence]), key=lambda group: min(one.place for one in group))

    def _by_words(self, inputs: Sequence[_Input]) -> list[list[_Input]]:
        self.step("grouping the stories")
        groups = self.pipeline.group([one.article for one in inputs])
        return [sorted((inputs[place] for place in group.members), key=lambda one: one.place) for group in groups]

    def _of_group(self, own: Sequence[_Input], evidence: Sequence[_Input], grouping: Grouping) -> Outcome:
        first = own[0]
        if len(own) + len(evidence) == 1:
            return self.outcome(first.name, partial(self.single, first.name, first.article))
        name = ", ".join(one.name for one in own)
        if grouping is not Grouping.TOGETHER:
            self._tell(own, evidence)
        return self.outcome(name, partial(self.event, name, own, evidence))

    def _tell(self, own: Sequence[_Input], evidence: Sequence[_Input]) -> None:
        shared = self.pipeline.shared_words([one.article for one in (*own, *evidence)])
        names = ", ".join(one.name for one in own)
        beside = f", with {', '.join(one.name for one in evidence)} as evidence" if evidence else ""
        why = f" (in common: {', '.join(shared)})" if shared else ""
        how = " --apart makes a brief of each." if len(own) > 1 else ""
        verb = "tell" if len(own) > 1 else "tells"
        self.note(f"{names} {verb} of one event{beside}{why}: one brief.{how}")

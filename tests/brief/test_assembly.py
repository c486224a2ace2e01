"""The whole brief, from the sample story and from stories of any shape."""

import re
from itertools import pairwise

from hypothesis import HealthCheck, given, settings

from reporter.brief import assemble
from reporter.model import Brief, TimelineKind
from reporter.schema import to_json
from reporter.wording.dates import place
from tests.brief.made import WORDING
from tests.samples import sample_brief
from tests.strategies import briefs


def again(brief: Brief) -> Brief:
    """The brief that the stage makes of the parts of `brief`."""
    return assemble(
        article=brief.article,
        times=brief.times,
        sources=brief.sources,
        attributions=brief.attributions,
        claims=brief.claims,
        flags=brief.flags,
        assessments=brief.assessments,
        method=brief.method,
        wording=WORDING,
    )


_UNTIDY = re.compile(r"  | ,|,,")


def test_the_sample_story_is_summed_up_with_sources_and_dates() -> None:
    texts = [sentence.text for sentence in again(sample_brief()).summary]

    assert texts[0] == (
        "At least 14 people died when the Karvala dam gave way on Sunday, 14 March 2021, the interior ministry said on "
        "Tuesday, 16 March 2021."
    )
    assert "Varden Energy denied on Monday, 15 March 2021, that it had been warned." in texts


def test_the_clash_of_figures_is_checked_first() -> None:
    assert again(sample_brief()).check_first[0].flag_ids == ("f1",)


@given(briefs())
@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_a_brief_of_any_shape_keeps_its_promises(found: Brief) -> None:
    brief = again(found)
    flags = [number for item in brief.check_first for number in item.flag_ids]
    told = [number for sentence in brief.summary for number in sentence.claim_ids]
    sure = {TimelineKind.HAPPENED, TimelineKind.SAID}
    intervals = [entry.interval for entry in brief.timeline if entry.kind in sure]
    dated = [place(interval)[0] for interval in intervals if interval is not None]

    assert len(brief.summary) <= 5
    assert len(told) == len(set(told))
    assert len(brief.check_first) <= 12
    assert len(flags) == len(set(flags))
    assert all(earlier <= later for earlier, later in pairwise(dated))
    assert [entry.interval for entry in brief.timeline].count(None) == 0 or brief.timeline[-1].interval is None
    assert sum(voice.share for voice in brief.voices) <= 1 + 1e-9
    assert all(sentence.text == sentence.text.strip() for sentence in brief.summary)
    own = [brief.article.text, *(claim.text for claim in brief.claims), *(source.name for source in brief.sources)]
    if not any(_UNTIDY.search(words) for words in own):
        assert [sentence.text for sentence in brief.summary if _UNTIDY.search(sentence.text)] == []


def test_the_same_parts_give_the_same_bytes() -> None:
    assert to_json(again(sample_brief())) == to_json(again(sample_brief()))

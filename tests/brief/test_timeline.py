"""The timeline: what is said to have happened, in that order, each with who says so."""

from reporter.model import Direction, Grain, QuoteType, Stance, TimelineKind
from tests.brief.made import attribution, brief, claim, find, interval, source, story, time

SATURDAY = interval("2015-10-10", "2015-10-11")
SUNDAY = interval("2015-10-11", "2015-10-12")
FRIDAY = interval("2015-10-16", "2015-10-17")


def test_saying_and_happening_are_entries_of_their_own() -> None:
    article = story("Halloran said on Sunday the dam broke on Saturday.")
    text = article.text
    said = attribution(1, text, "Halloran", "said", "the dam broke on Saturday")
    found = brief(
        article,
        times=(
            time(1, find(text, "Sunday"), text, SUNDAY),
            time(2, find(text, "Saturday"), text, SATURDAY),
        ),
        sources=(source(1, "Petra Halloran"),),
        attributions=(said,),
        claims=(claim(1, article, "the dam broke on Saturday", [said], said=("t1",), happened=("t2",)),),
    )

    assert [(entry.kind, entry.label) for entry in found.timeline] == [
        (TimelineKind.HAPPENED, "Sat 10 Oct 2015"),
        (TimelineKind.SAID, "Sun 11 Oct 2015"),
        (TimelineKind.PUBLISHED, "Mon 12 Oct 2015"),
    ]
    assert found.timeline[0].text == "Petra Halloran: the dam broke on Saturday, 10 October 2015"


def test_what_lies_after_publication_is_planned() -> None:
    article = story("Parliament meets on Friday.")
    when = time(1, find(article.text, "Friday"), article.text, FRIDAY, direction=Direction.FUTURE)
    found = brief(article, times=(when,), claims=(claim(1, article, "Parliament meets on Friday", happened=("t1",)),))

    assert [entry.kind for entry in found.timeline] == [TimelineKind.PUBLISHED, TimelineKind.PLANNED]
    assert found.timeline[1].text == "No source: Parliament meets on Friday, 16 October 2015"


def test_a_vague_time_comes_last_and_says_that_it_has_no_date() -> None:
    article = story("In recent days it rained.", "It stopped on Saturday.")
    text = article.text
    found = brief(
        article,
        times=(
            time(1, find(text, "recent days"), text, None, value="PAST_REF"),
            time(2, find(text, "Saturday"), text, SATURDAY),
        ),
        claims=(
            claim(1, article, "In recent days it rained", happened=("t1",)),
            claim(2, article, "It stopped on Saturday", happened=("t2",)),
        ),
    )

    assert [entry.label for entry in found.timeline][-1] == "no date given"
    assert found.timeline[-1].is_vague
    assert found.timeline[-1].interval is None


def test_a_claim_without_a_time_and_a_bare_duration_are_not_on_it() -> None:
    article = story("It rained for two days.", "It stopped.")
    when = time(1, find(article.text, "two days"), article.text, None, value="P2D", direction=Direction.NONE)
    found = brief(
        article,
        times=(when,),
        claims=(
            claim(1, article, "It rained for two days", happened=("t1",)),
            claim(2, article, "It stopped"),
        ),
    )

    assert [entry.kind for entry in found.timeline] == [TimelineKind.PUBLISHED]


def test_a_denial_is_told_as_one() -> None:
    from dataclasses import replace

    article = story("Varden denied on Sunday that it was warned.")
    text = article.text
    denial = replace(attribution(1, text, "Varden", "denied", "that it was warned"), stance=Stance.DENYING)
    found = brief(
        article,
        times=(time(1, find(text, "Sunday"), text, SUNDAY),),
        sources=(source(1, "Varden"),),
        attributions=(denial,),
        claims=(claim(1, article, "it was warned", [denial], said=("t1",)),),
    )

    assert found.timeline[0].text == "Varden denied: it was warned"


def test_who_tells_what_another_says_is_named_too() -> None:
    article = story("Halloran said the operator claimed the wall was mended on Sunday.")
    text = article.text
    outer = attribution(1, text, "Halloran", "said", "the operator claimed the wall was mended on Sunday")
    inner = attribution(2, text, "the operator", "claimed", "the wall was mended on Sunday", "s2", within="a1")
    found = brief(
        article,
        times=(time(1, find(text, "Sunday"), text, SUNDAY),),
        sources=(source(1, "Petra Halloran"), source(2, "the operator")),
        attributions=(outer, inner),
        claims=(claim(1, article, "the wall was mended on Sunday", [outer, inner], happened=("t1",)),),
    )

    assert found.timeline[0].text == (
        "The operator, as told by Petra Halloran: the wall was mended on Sunday, 11 October 2015"
    )
    assert found.timeline[0].source_id == "s2"


def test_a_quote_stands_in_quotation_marks() -> None:
    article = story("“It broke on Sunday,” Brandt said.")
    text = article.text
    said = attribution(1, text, "Brandt", "said", "“It broke on Sunday,”", quote_type=QuoteType.DIRECT)
    found = brief(
        article,
        times=(time(1, find(text, "Sunday"), text, SUNDAY),),
        sources=(source(1, "Brandt"),),
        attributions=(said,),
        claims=(claim(1, article, "It broke on Sunday", [said], happened=("t1",)),),
    )

    assert found.timeline[0].text == "Brandt: “It broke on Sunday [11 October 2015]”"


def test_a_story_without_a_publication_time_has_no_such_entry() -> None:
    assert brief(story("It broke.", published=None)).timeline == ()


def test_the_two_ends_of_a_range_are_one_entry() -> None:
    article = story("He stole it between 2012 and 2014.")
    text = article.text
    first, last = (interval(f"{year}-01-01", f"{year + 1}-01-01", Grain.YEAR) for year in (2012, 2014))
    found = brief(
        article,
        times=(
            time(1, find(text, "2012"), text, first, signal="between"),
            time(2, find(text, "2014"), text, last, signal="and"),
        ),
        claims=(claim(1, article, "He stole it between 2012 and 2014", happened=("t1", "t2")),),
    )

    assert [(entry.label, entry.is_vague) for entry in found.timeline] == [
        ("2012–2014", False),
        ("Mon 12 Oct 2015", False),
    ]

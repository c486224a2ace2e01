"""Absolute dates and full names, set into the story's own sentences so that they still read well."""

from dataclasses import replace

import pytest

from reporter.brief.prose import date_edits, edited, ended, is_balanced, name_edits, run_on, tidy, without_connective
from reporter.model import Direction, Grain, Interval, Source, SourceKind, Span
from tests.brief.made import WORDING, attribution, find, interval, source, time

MONDAY = interval("2015-10-12", "2015-10-13")
SUNDAY = interval("2015-10-11", "2015-10-12")
PAST_DAY = interval("2015-10-12", "2015-10-13", Grain.HOUR, earliest="2015-10-11")
LAST_YEAR = interval("2014-01-01", "2015-01-01", Grain.YEAR)
FEBRUARY = interval("2015-02-01", "2015-03-01", Grain.MONTH)
THIRD = interval("2015-06-03", "2015-06-04")

DATED = (
    # as it stands, the time in brackets                  where       as the brief says it
    ("It was hit, he said on [Monday].", MONDAY, "It was hit, he said on Monday, 12 October 2015."),
    ("It was hit on [Monday], he said.", MONDAY, "It was hit on Monday, 12 October 2015, he said."),
    ("On [Monday] he left.", MONDAY, "On Monday, 12 October 2015, he left."),
    ("On [Monday], he left.", MONDAY, "On Monday, 12 October 2015, he left."),
    ("He said [Monday] that it broke.", MONDAY, "He said on Monday, 12 October 2015, that it broke."),
    ("It shut late on [Monday night].", MONDAY, "It shut late on Monday night, 12 October 2015."),
    ("It has been shut since [Monday].", MONDAY, "It has been shut since Monday, 12 October 2015."),
    ("[Monday]'s vote failed.", MONDAY, "Monday's (12 October 2015) vote failed."),
    ("It began with [last year]'s vote.", LAST_YEAR, "It began with last year's (2014) vote."),
    ("The [Monday] vote failed.", MONDAY, "The Monday (12 October 2015) vote failed."),
    ("It broke [yesterday].", SUNDAY, "It broke on Sunday, 11 October 2015."),
    ("[Yesterday] it broke.", SUNDAY, "On Sunday, 11 October 2015, it broke."),
    ("It is shut since [yesterday].", SUNDAY, "It is shut since Sunday, 11 October 2015."),
    ("Hit in [the past 24 hours], he said.", PAST_DAY, "Hit in the past 24 hours (11–12 October 2015), he said."),
    ("It was built [last year].", LAST_YEAR, "It was built last year (2014)."),
    ("It was mended in [February].", FEBRUARY, "It was mended in February 2015."),
    ("It opens on [3 June], he said.", THIRD, "It opens on 3 June 2015, he said."),
    ("It opens on [June 3] at last.", THIRD, "It opens on June 3, 2015, at last."),
    ("It was built in [2014].", LAST_YEAR, "It was built in 2014."),
    ("“We told them on [Monday],” he said.", MONDAY, "“We told them on Monday [12 October 2015],” he said."),
    ("“We told them [last year] twice,” he said.", LAST_YEAR, "“We told them last year [2014] twice,” he said."),
)  # fmt: skip


def dated(marked: str, where: Interval | None, value: str | None = "2015-10-12") -> str:
    text = marked.replace("[", "").replace("]", "")
    start = marked.index("[")
    own = Span(start=start, end=marked.index("]") - 1)
    whole = Span(start=0, end=len(text))
    quoted = [Span(start=0, end=text.index("”") + 1)] if "”" in text else []
    edits = date_edits(whole, text, [time(1, own, text, where, value=value)], quoted, WORDING)
    return edited(whole, text, edits)


@pytest.mark.parametrize(("marked", "where", "expected"), DATED)
def test_a_relative_date_becomes_absolute_in_its_place(marked: str, where: Interval, expected: str) -> None:
    assert expected == dated(marked, where)


def test_a_vague_time_stays_as_it_is() -> None:
    assert dated("It broke in [recent days].", None, "PAST_REF") == "It broke in recent days."


def test_a_day_is_told_once_in_a_sentence() -> None:
    text = "On Monday he came and on Monday he left."
    times = [time(1, find(text, "Monday"), text, MONDAY), time(2, find(text, "Monday", 2), text, MONDAY)]
    whole = Span(start=0, end=len(text))

    assert edited(whole, text, date_edits(whole, text, times, [], WORDING)).count("2015") == 1


MINISTRY = source(1, "Varlund defence ministry", SourceKind.ORGANISATION)
HALLORAN = source(1, "Petra Halloran", roles=("Interior Minister",))
OWNED = replace(source(1, "the defence ministry", SourceKind.ORGANISATION), affiliation="Varland")
NAMED = (
    ("[It] said the raids went on.", MINISTRY, "The Varlund defence ministry said the raids went on."),
    ("The raids went on, [the ministry] said.", MINISTRY, "The raids went on, the Varlund defence ministry said."),
    ("The raids went on, [she] said.", HALLORAN, "The raids went on, Interior Minister Petra Halloran said."),
    ("[The ministry] said no.", OWNED, "Varland's defence ministry said no."),
    ("[Halloran] said no.", HALLORAN, "Interior Minister Petra Halloran said no."),
    ("[Petra Halloran] said no.", HALLORAN, "Petra Halloran said no."),
    ("[The minister], Petra Halloran, said no.", HALLORAN, "The minister, Petra Halloran, said no."),
    ("[Officials] said no.", source(1, "officials", SourceKind.COLLECTIVE), "Officials said no."),
    ("[He] said no.", source(1, "a senior official", SourceKind.ANONYMOUS), "He said no."),
)


@pytest.mark.parametrize(("marked", "who", "expected"), NAMED)
def test_a_source_is_called_by_its_name_where_the_sentence_does_not_give_it(
    marked: str, who: Source, expected: str
) -> None:
    words = marked[marked.index("[") + 1 : marked.index("]")]
    text = marked.replace("[", "").replace("]", "")
    whole = Span(start=0, end=len(text))
    said = attribution(1, text, words, "said", text)

    assert expected == edited(whole, text, name_edits(whole, text, [said], {who.id: who}, [], WORDING))


def test_a_pronoun_inside_a_quotation_is_left_alone() -> None:
    text = "“It said no,” she told us."
    whole = Span(start=0, end=len(text))
    said = attribution(1, text, "It", "said", "no")

    assert name_edits(whole, text, [said], {"s1": MINISTRY}, [Span(start=0, end=14)], WORDING) == ()


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("A column of smoke rose.", ("Alderhaven",), "a column of smoke rose"),
        ("Varden Energy built it.", ("Varden Energy",), "Varden Energy built it"),
        ("Varden's wall broke.", ("Varden",), "Varden's wall broke"),
        ("UN teams came.", (), "UN teams came"),
        ("I was there.", (), "I was there"),
        ("Monday was quiet.", (), "Monday was quiet"),
    ],
)
def test_a_sentence_runs_on_in_lower_case_unless_it_begins_with_a_name(
    text: str, names: tuple[str, ...], expected: str
) -> None:
    assert expected == run_on(text, names, text, WORDING)


def test_a_word_with_a_capital_elsewhere_in_the_story_keeps_it() -> None:
    assert run_on("Rovers won.", (), "Rovers won. In May, Rovers lost.", WORDING) == "Rovers won"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("But the dam held.", "The dam held."),
        ("However, the dam held.", "The dam held."),
        ("Andrew came.", "Andrew came."),
        ("Stillness fell.", "Stillness fell."),
        ("And", "And"),
    ],
)
def test_what_ties_a_sentence_to_the_one_before_is_cut(text: str, expected: str) -> None:
    assert expected == without_connective(text, WORDING)


@pytest.mark.parametrize(("text", "is_fine"), [("“a” b", True), ("“a b", False), ('"a b', False), ("(a", False)])
def test_odd_marks_are_noticed(text: str, *, is_fine: bool) -> None:
    assert is_fine is is_balanced(text)


@pytest.mark.parametrize(
    ("text", "expected"), [("It broke", "It broke."), ("It broke.”", "It broke.”"), ("It broke,", "It broke.")]
)
def test_a_sentence_ends_in_one_stop(text: str, expected: str) -> None:
    assert expected == ended(text)


def test_tidying_leaves_no_double_space_or_comma() -> None:
    assert tidy("It  broke , , he said .") == "It broke, he said."


def test_an_absolute_date_with_its_year_is_not_told_twice() -> None:
    text = "It broke on 12 October 2015."
    own = time(1, find(text, "12 October 2015"), text, MONDAY, direction=Direction.ABSOLUTE)

    assert date_edits(Span(start=0, end=len(text)), text, [own], [], WORDING) == ()

"""What the proof of a value says, and what stands in for a value that cannot be had."""

import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

from reporter.dates import find_times
from reporter.dates.readings import point
from reporter.dates.rules import DateRules, Rule
from reporter.model import (
    AnchorKind,
    Direction,
    EvidenceKind,
    ParagraphKind,
    PublicationEvidence,
    PublicationTime,
    Settings,
    Span,
)
from tests.dates.stories import DATES, article, only, parser, times


def test_the_own_weekday_of_publication_is_proved_by_name() -> None:
    found = only("The ministry said on Monday.", "2015-10-12")

    assert Direction.SAME is found.proof.direction
    assert found.proof.explanation == "“Monday” is the weekday of publication itself, Monday, 12 October 2015."


def test_a_direction_names_the_verb_that_shows_it() -> None:
    found = only("Talks will resume on Friday.", "2015-10-12")

    assert Direction.FUTURE is found.proof.direction
    assert found.proof.direction_reason == "“will resume” looks ahead."


def test_a_reporting_verb_keeps_a_weekday_from_looking_ahead() -> None:
    said, will = times("He said on Friday that talks will resume on Friday.", "2015-10-12")

    assert (said.value, will.value) == ("2015-10-09", "2015-10-16")


def test_copy_printed_late_counts_from_the_stamp_of_the_wire() -> None:
    printed = article("The mayor spoke on Thursday. She met the council on Saturday.", "2024-05-20")
    stamp = PublicationEvidence(kind=EvidenceKind.WIRE, text="", value="2024-05-14T18:40:00-04:00")
    late = replace(printed, published=PublicationTime(day=date(2024, 5, 20), evidence=(stamp,)))
    found, other = find_times(*next(parser().parse_many([late])), DATES, Settings())

    assert (found.value, other.value) == ("2024-05-09", "2024-05-11")
    assert AnchorKind.FILING is found.proof.anchor
    assert found.proof.explanation == (
        "“Thursday” is the last one before the story's sending by the wire on Tuesday, 14 May 2024: "
        "Thursday, 9 May 2024."
    )


def test_another_legal_reading_is_told() -> None:
    found = only("Talks will resume on Friday.", "2015-10-12")

    assert tuple(other.value for other in found.alternatives) == ("2015-10-09",)


def test_a_date_told_before_is_named_as_the_anchor() -> None:
    first, second = times("The ferry sank on 1 October 2015. It was raised three days later.", "2015-11-03")

    assert AnchorKind.TEXT is second.proof.anchor
    assert first.id == second.proof.anchor_time
    assert second.value == "2015-10-04"


def test_a_saying_is_not_what_later_days_are_counted_from() -> None:
    *_, last = times("The ferry sank on Friday, police said on Monday. It was raised two days later.", "2015-10-12")

    assert last.value == "2015-10-11"


def test_without_publication_a_year_told_before_dates_no_season_of_another_sentence() -> None:
    year, season = times("She has worked there since 2011. The report had been ready since the spring.", None)

    assert (year.value, season.value) == ("2011", None)


def test_without_publication_a_relative_date_has_no_value_and_says_why() -> None:
    found = only("The ministry said on Monday.", None)

    assert (found.value, found.interval) == (None, None)
    assert found.proof.explanation == "“Monday” needs a publication date, and the story has none."


def test_without_publication_a_full_date_is_resolved() -> None:
    assert only("It sank on 12 October 2015.", None).value == "2015-10-12"


def test_a_day_that_no_month_has_gets_no_value() -> None:
    found = only("It sank on 30 February 2015.", "2015-10-12")

    assert (found.value, found.interval) == (None, None)
    assert "not on the calendar" in found.proof.explanation
    assert found.proof.direction is Direction.ABSOLUTE


def test_a_weekday_that_does_not_fit_its_date_is_told() -> None:
    found = only("It sank on Tuesday, Oct. 12, 2015.", "2015-11-03")

    assert found.value == "2015-10-12"
    assert "The words say Tuesday, but that date is Monday, 12 October 2015." in found.proof.explanation


def test_rules_that_matched_and_gave_way_are_named() -> None:
    found = only("It sank on Oct. 12, 2014.", "2015-11-03")

    assert found.proof.rule == "month-day-year"
    assert {"month-day", "year"} <= set(found.proof.lost)


def test_an_expression_over_a_line_break_is_one() -> None:
    text = "Prices fell last\nweek."
    story = article("x" * len(text), "2015-10-14")
    story = replace(story, text=text, paragraphs=(replace(story.paragraphs[0], span=Span(start=0, end=len(text))),))

    (found,) = find_times(story, parser().parse(story), DATES, Settings())

    assert (found.text, found.value) == ("last\nweek", "2015-W41")


def test_dates_of_a_dateline_are_read_and_those_of_a_byline_are_not() -> None:
    text = "KARVALA, March 16 (Norden Press) - A dam broke.\nBy Lena Ostrow, Monday"
    story = article(text, "2021-03-16")
    first, second = story.paragraphs
    dateline = Span(start=0, end=text.index("- A") + 1)
    story = replace(story, paragraphs=(replace(first, dateline=dateline), replace(second, kind=ParagraphKind.BYLINE)))

    (found,) = find_times(story, parser().parse(story), DATES, Settings())

    assert (found.text, found.value) == ("March 16", "2021-03-16")


def test_signals_are_told_but_not_part_of_the_words() -> None:
    since, until = times("It is shut since Monday. It stays shut until Friday.", "2015-10-14")

    assert ((since.signal, since.text), (until.signal, until.text)) == (("since", "Monday"), ("until", "Friday"))


def test_in_a_history_the_year_told_last_is_that_of_the_months_that_follow() -> None:
    text = (
        "War broke out in March 1891.\nIn May the army crossed the river. In 1892 it turned back.\n"
        "In June the king fell. The following year peace was made. It held until 1904."
    )

    values = [one.value for one in times(text, "2015-10-12")]

    assert values == ["1891-03", "1891-05", "1892", "1892-06", "1893", "1904"]


def test_in_news_a_month_is_that_of_publication_though_a_far_year_was_told() -> None:
    *_, last = times("The firm was founded in 1994. It closed in January.", "2015-10-12")

    assert last.value == "2015-01"


def test_a_range_of_weekdays_keeps_its_order() -> None:
    first, last = times("The road is shut from Wednesday to Friday.", "2015-10-12")

    assert (first.value, last.value) == ("2015-10-14", "2015-10-16")


def test_a_headline_tells_the_past_in_the_present() -> None:
    story = article("Minister quits Thursday", "2015-10-12")
    story = replace(story, paragraphs=(replace(story.paragraphs[0], kind=ParagraphKind.HEADLINE),))

    (found,) = find_times(story, parser().parse(story), DATES, Settings())

    assert found.value == "2015-10-08"


def test_a_rule_without_a_trigger_word_is_refused() -> None:
    rule = Rule(name="bad", pattern="ages past", yields=point, direction="", source="", examples=())

    with pytest.raises(ValueError, match="no trigger"):
        replace_rules(DATES, (rule,)).compiled  # noqa: B018


def test_two_rules_of_one_name_are_refused() -> None:
    rule = DATES.rules[0]

    with pytest.raises(ValueError, match="one name"):
        replace_rules(DATES, (rule, rule))


def replace_rules(rules: DateRules, rows: tuple[Rule, ...]) -> DateRules:
    given = {name: getattr(rules, name) for name in rules.__dataclass_fields__ if name not in ("rules", "by_name")}
    return DateRules(**given, rules=rows)


def test_common_dates_do_not_load_the_date_library() -> None:
    code = (
        "import sys\n"
        "from tests.dates.test_properties import unparsed\n"
        "unparsed('It sank on 12 October 2015, Oct. 3, last week, 10/12/2014 and in 1999.', '2015-11-03')\n"
        "assert 'dateparser' not in sys.modules\n"
        "assert 'spacy' not in sys.modules\n"
    )

    subprocess.run([sys.executable, "-c", code], check=True)

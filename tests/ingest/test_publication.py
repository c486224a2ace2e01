"""When the story was published: what counts as evidence, what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.errors import AnchorError, ReporterError, UsageError
from reporter.model import Article, EvidenceKind, Settings
from tests.ingest.reading import UNDATED, from_text

STRICT = Settings()
PROSE = "The county said on Tuesday that six hundred people had been moved from their homes."


def published(article: Article) -> str:
    assert article.published is not None
    return article.published.value


def refusal(text: str, published: str | None = None, settings: Settings = STRICT) -> AnchorError:
    with pytest.raises(AnchorError) as caught:
        from_text(text, published=published, settings=settings)
    return caught.value


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ("2024-05-14", "2024-05-14"),
        ("14 May 2024 18:40 BST", "2024-05-14T18:40:00+01:00"),
        ("14 mai 2024", "2024-05-14"),
        ("14. Oktober 2024", "2024-10-14"),
        ("14 mai 2024 à 18:40", "2024-05-14T18:40:00"),
    ],
)
def test_the_flag_takes_any_full_date(given: str, value: str) -> None:
    article = from_text(PROSE, published=given, settings=STRICT)

    assert published(article) == value
    assert article.published is not None
    assert [item.kind for item in article.published.evidence] == [EvidenceKind.FLAG]


@pytest.mark.parametrize(
    "given", ["", " ", "5", "Monday", "yesterday", "now", "May 2024", "14 May", "14.5.24", "soon 2024"]
)
def test_the_flag_refuses_what_is_no_full_date(given: str) -> None:
    assert refusal(PROSE, given).code == "bad-publication-date"


def test_the_flag_refuses_numbers_that_read_two_ways_and_says_how_to_write_them() -> None:
    error = refusal(PROSE, "03/04/2015")

    assert error.code == "bad-publication-date"
    assert "3 April 2015 or 4 March 2015" in error.message
    assert "2015-04-03 or 2015-03-04" in error.remedy


def test_the_flag_refuses_a_weekday_that_does_not_fit() -> None:
    assert "Monday" in refusal(PROSE, "Tuesday, 12 October 2015").message


def test_a_line_of_publication_is_evidence() -> None:
    article = from_text(f"Fire\nPublished: Tuesday, 14 May 2024, 18:40 BST\n{PROSE}", settings=STRICT)

    assert published(article) == "2024-05-14T18:40:00+01:00"
    assert article.published is not None
    assert article.published.zone == "+01:00"
    assert article.published.evidence[0].kind is EvidenceKind.DATELINE
    assert article.published.evidence[0].text == "Tuesday, 14 May 2024, 18:40 BST"


def test_a_dateline_is_evidence_only_with_its_year() -> None:
    assert published(from_text(f"PARIS, 14 May 2024 — {PROSE}", settings=STRICT)) == "2024-05-14"
    assert refusal(f"PARIS, 14 May — {PROSE}").code == "no-publication-date"


def test_publication_comes_before_update_and_an_update_alone_serves() -> None:
    both = from_text(f"Updated: 20 May 2024\nPublished: 14 May 2024\n{PROSE}", settings=STRICT)
    update = from_text(f"Updated: 20 May 2024\n{PROSE}", settings=STRICT)

    assert published(both) == "2024-05-14"
    assert published(update) == "2024-05-20"


def test_without_evidence_the_run_stops_and_says_how_to_go_on() -> None:
    error = refusal(PROSE)

    assert error.code == "no-publication-date"
    assert "--published" in error.remedy
    assert "--undated" in error.remedy


def test_undated_stories_are_let_through_when_asked() -> None:
    assert from_text(PROSE, settings=UNDATED).published is None


def test_evidence_more_than_a_day_apart_stops_the_run_and_shows_both() -> None:
    error = refusal(f"Published: 14 May 2024\nPARIS, 2 May 2024 — {PROSE}")

    assert error.code == "conflicting-dates"
    assert "14 May 2024" in error.message
    assert "2 May 2024" in error.message
    assert "--published 2024-05-14 or --published 2024-05-02" in error.remedy


def test_undated_does_not_hide_a_conflict() -> None:
    assert refusal(f"Published: 14 May 2024\nPARIS, 2 May 2024 — {PROSE}", settings=UNDATED).code == "conflicting-dates"


def test_a_dateline_without_a_year_is_held_against_the_rest() -> None:
    assert refusal(f"Published: 14 May 2024\nPARIS, 2 May — {PROSE}").code == "conflicting-dates"


@pytest.mark.parametrize(
    ("line", "dateline"), [("14 May 2024", "13 May"), ("1 January 2024", "Dec 31"), ("31 Dec 2023", "Jan 1")]
)
def test_a_day_apart_is_no_conflict(line: str, dateline: str) -> None:
    article = from_text(f"Published: {line}\nPARIS, {dateline} — {PROSE}", settings=STRICT)

    assert article.published is not None
    assert len(article.published.evidence) == 2


def test_the_flag_wins_over_any_conflict_and_the_rest_is_kept_as_evidence() -> None:
    article = from_text(f"Published: 14 May 2024\nPARIS, 2 May 2024 — {PROSE}", published="2020-01-01", settings=STRICT)

    assert published(article) == "2020-01-01"
    assert article.published is not None
    assert [item.value for item in article.published.evidence] == ["2020-01-01", "2024-05-14", "2024-05-02"]


def test_a_weekday_that_does_not_fit_stops_the_run_unless_the_user_chose() -> None:
    story = f"Published: Monday, 14 May 2024\n{PROSE}"

    assert refusal(story).code == "bad-publication-date"
    assert published(from_text(story, published="2024-05-14", settings=STRICT)) == "2024-05-14"


def test_a_date_in_the_text_that_reads_two_ways_is_no_evidence() -> None:
    assert refusal(f"Published: 03/04/2024\n{PROSE}").code == "no-publication-date"


def test_the_zone_of_the_settings_serves_where_none_is_given() -> None:
    settings = Settings(zone="Europe/London")
    instant = from_text(PROSE, published="2024-05-14 18:40", settings=settings).published
    day = from_text(PROSE, published="2024-05-14", settings=settings).published
    own = from_text(PROSE, published="2024-05-14T18:40Z", settings=settings).published

    assert instant is not None
    assert day is not None
    assert own is not None
    assert (instant.value, instant.zone) == ("2024-05-14T18:40:00+01:00", "Europe/London")
    assert (day.value, day.zone) == ("2024-05-14", "Europe/London")
    assert (own.value, own.zone) == ("2024-05-14T18:40:00+00:00", "UTC")


def test_a_zone_that_does_not_exist_is_an_error_of_the_settings() -> None:
    with pytest.raises(UsageError):
        from_text(PROSE, published="2024-05-14", settings=Settings(zone="Mars/Olympus"))


def test_a_wire_stamp_gives_the_moment_of_a_story_that_says_nothing_else() -> None:
    article = from_text(f"{PROSE}\n\nXP-NY-05-14-24 1840EDT")

    assert published(article) == "2024-05-14T18:40:00-04:00"
    assert article.published is not None
    assert article.published.evidence[0].kind is EvidenceKind.WIRE


def test_a_wire_stamp_in_the_other_standard_is_read_as_universal_time() -> None:
    assert published(from_text(f"{PROSE}\n\njd/roe 141840 May 24")) == "2024-05-14T18:40:00+00:00"


def test_a_story_printed_after_the_wire_sent_it_is_published_when_it_is_printed_and_counts_from_the_sending() -> None:
    article = from_text(f"Published: 20 May 2024\n{PROSE}\n\nXP-NY-05-14-24 1840EDT")

    assert published(article) == "2024-05-20"
    assert article.published is not None
    assert article.published.counted_from.value == "2024-05-14T18:40:00-04:00"


def test_a_stamp_of_a_later_day_than_the_one_given_changes_nothing() -> None:
    article = from_text(f"{PROSE}\n\nXP-NY-05-14-24 1840EDT", published="2024-05-10")

    assert article.published is not None
    assert article.published.counted_from is article.published


@given(st.text(max_size=60))
def test_any_flag_gives_a_time_or_an_error_of_ours(given: str) -> None:
    try:
        article = from_text(PROSE, published=given, settings=STRICT)
    except ReporterError:
        return
    assert article.published is not None

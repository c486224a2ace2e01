"""Drafts of ClaimReview from the verdicts of persons, read back with the reader of fact-checks."""

import io
import json
from datetime import UTC, datetime
from typing import Any

import pytest

import reporter
from reporter.factchecks import read_reviews
from reporter.factchecks.importing import Broken
from reporter.model import Brief, FactCheck, Ruling, Verdict
from tests.rendering.conftest import rendered

STORY = (
    "Ferry Osk sinks\n\n"
    "The coastguard said on Monday that 14 people were pulled from the water.\n\n"
    "Harbour master Lia Venn said the ferry Osk had passed its inspection in May."
)
WHEN = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


def verdict(words: str, ruling: Ruling = Ruling.VERIFIED, by: str = "Ada Lorne") -> Verdict:
    return Verdict(
        claim=words,
        verdict=ruling,
        by=by,
        when=WHEN,
        evidence=("the coastguard's log, page 4", "https://coast.example/log"),
    )


def brief_with(*verdicts: Verdict) -> Brief:
    article = reporter.read(STORY, published="2026-03-03", url="https://echo.example/osk", headline="Ferry Osk sinks")
    return reporter.analyse(article, verdicts=verdicts)


def drafts(*verdicts: Verdict) -> list[dict[str, Any]]:
    graph = json.loads(rendered(brief_with(*verdicts), "claimreview"))["@graph"]
    assert isinstance(graph, list)
    return graph


def test_no_verdict_gives_no_draft() -> None:
    assert drafts() == []


def test_a_draft_says_what_the_person_found_in_their_words() -> None:
    (draft,) = drafts(verdict("14 people were pulled from the water"))

    assert draft == {
        "@type": "ClaimReview",
        "creativeWorkStatus": "Draft",
        "claimReviewed": "14 people were pulled from the water",
        "dateCreated": "2026-03-04T09:30:00+00:00",
        "inLanguage": "en",
        "author": {"@type": "Person", "name": "Ada Lorne"},
        "reviewRating": {"@type": "Rating", "alternateName": "verified"},
        "citation": [
            {"@type": "CreativeWork", "name": "the coastguard's log, page 4"},
            {"@type": "CreativeWork", "url": "https://coast.example/log"},
        ],
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Thing", "name": "The coastguard"},
            "datePublished": "2026-03-02",
            "appearance": [
                {
                    "@type": "NewsArticle",
                    "name": "Ferry Osk sinks",
                    "url": "https://echo.example/osk",
                    "datePublished": "2026-03-03",
                }
            ],
        },
    }


def test_only_claims_with_a_verdict_in_force_give_drafts() -> None:
    found = drafts(
        verdict("the ferry Osk had passed its inspection in May", Ruling.REFUTED, by="Ben Ode"),
        verdict("15 people were pulled from the water"),  # the words have changed since: reopened
        verdict("Nobody was on board at all that night"),  # fits no claim
    )

    assert [(one["author"]["name"], one["reviewRating"]["alternateName"]) for one in found] == [("Ben Ode", "refuted")]


def read(data: object) -> list[FactCheck | Broken]:
    return list(read_reviews(io.BytesIO(json.dumps(data).encode())))


def test_a_draft_with_its_address_added_is_read_as_the_fact_check_that_it_is() -> None:
    (draft,) = drafts(verdict("14 people were pulled from the water"))
    (found,) = read({**draft, "url": "https://echo.example/checks/osk", "datePublished": "2026-03-05"})

    assert found == FactCheck(
        claim="14 people were pulled from the water",
        url="https://echo.example/checks/osk",
        publisher="Ada Lorne",
        site="echo.example",
        rating="verified",
        reviewed="2026-03-05",
        language="en",
        author="The coastguard",
        claimed="2026-03-02",
        appearances=("https://echo.example/osk",),
    )


def test_a_draft_as_it_is_lacks_only_its_address() -> None:
    data = json.loads(rendered(brief_with(verdict("14 people were pulled from the water")), "claimreview"))

    assert read(data) == [Broken(place="entry 1", reason="url is missing")]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("“Ada” </script>\nLorne", "“Ada” </script> Lorne"),
        ("=SUM(A1)", "=SUM(A1)"),
        ("Ada \ud800Lorne", "Ada Lorne"),
        ("\x00Ada \u202eLorne", "Ada Lorne"),
    ],
)
def test_strange_words_stay_words(name: str, told: str) -> None:
    data = rendered(brief_with(verdict("14 people were pulled from the water", by=name)), "claimreview")

    assert json.loads(data)["@graph"][0]["author"]["name"] == told


def test_the_story_is_named_by_its_hash_so_that_files_of_other_stories_are_not_replaced() -> None:
    brief = brief_with()

    assert brief.method.input_sha256.encode() in rendered(brief, "claimreview")

"""One ClaimReview, as it is and as it should not be."""

from contextlib import suppress
from typing import Any

import pytest

from reporter.factchecks.claimreview import EntryError, read_review, reviews_in
from reporter.model import FactCheck
from tests.factchecks.made import ADDRESS, broken, claims, node, read


def test_every_field_is_read_and_the_rating_exactly_as_given() -> None:
    found = read_review(
        node(reviewRating={"alternateName": "  FALSE – “nope”!  ", "ratingValue": 1.5, "bestRating": "5"})
    )

    assert found == FactCheck(
        claim="Ducks in Sarn can read",
        url=ADDRESS,
        publisher="Pond Check",
        site="pondcheck.example",
        rating="FALSE – “nope”!",
        rating_value="1.5",
        best_rating="5",
        reviewed="2025-04-02",
        author="Ulla Fenn",
        claimed="2025-03-30",
        first_appearance="https://posts.example/1",
        appearances=("https://posts.example/2", "https://posts.example/3"),
    )


def test_names_may_carry_the_address_of_the_vocabulary() -> None:
    found = read(
        {
            "@type": ["http://schema.org/ClaimReview", "Thing"],
            "http://schema.org/claimReviewed": [{"@value": "Geese vote", "@language": "en"}],
            "schema:url": "https://check.example/geese",
            "https://schema.org/reviewRating": [{"schema:alternateName": "No"}],
        }
    )

    assert [(one.claim, one.rating) for one in found if isinstance(one, FactCheck)] == [("Geese vote", "No")]


def test_an_author_may_stand_elsewhere_in_the_page() -> None:
    page = {
        "@graph": [
            {
                "@type": "WebPage",
                "mainEntity": [node(author={"@id": "#house"})],
                "publisher": {"@id": "#house", "@type": "Organization", "name": "Pond Check"},
            }
        ]
    }
    (found,) = read(page)

    assert isinstance(found, FactCheck)
    assert found.publisher == "Pond Check"


def test_a_review_without_a_named_publisher_is_told_by_its_site() -> None:
    found = read_review(node(author=None))

    assert (found.publisher, found.site) == (None, "check.example")


def test_a_rating_without_words_keeps_its_numbers() -> None:
    found = read_review(node(reviewRating={"ratingValue": 2, "bestRating": 7, "worstRating": 1}))

    assert (found.rating, found.rating_value, found.best_rating, found.worst_rating) == (None, "2", "7", "1")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"claimReviewed": None}, "claimReviewed is missing"),
        ({"claimReviewed": 7}, "claimReviewed is a number, not a text"),
        ({"claimReviewed": ["a", "b"]}, "claimReviewed is a list, not a text"),
        ({"claimReviewed": {"text": "x"}}, "claimReviewed is an object, not a text"),
        ({"claimReviewed": True}, "claimReviewed is true or false, not a text"),
        ({"claimReviewed": "  "}, "claimReviewed is empty"),
        ({"claimReviewed": "x" * 5001}, "claimReviewed has 5,001 characters, more than 5,000"),
        ({"claimReviewed": "a\x00b"}, "claimReviewed holds characters that cannot be read"),
        ({"claimReviewed": "a\ufffdb"}, "claimReviewed holds characters that cannot be read"),
        ({"url": None}, "url is missing"),
        ({"url": 7}, "url is a number, not a text"),
        ({"url": "javascript:alert(1)"}, "url is no web address"),
        ({"url": "https://"}, "url is no web address"),
        ({"url": "https://[broken/x"}, "url is no web address"),
        ({"url": "https://a.example/" + "x" * 2000}, "url has 2,018 characters, more than 2,000"),
        ({"reviewRating": 5}, "reviewRating is a number, not an object"),
        ({"reviewRating": "False"}, "reviewRating is a text, not an object"),
        ({"reviewRating": {"alternateName": 4}}, "reviewRating.alternateName is a number, not a text"),
        ({"reviewRating": {"alternateName": {"a": 1}}}, "reviewRating.alternateName is an object, not a text"),
        (
            {"reviewRating": {"alternateName": "x" * 1001}},
            "reviewRating.alternateName has 1,001 characters, more than 1,000",
        ),
    ],
)
def test_what_a_reader_must_trust_is_right_or_the_entry_is_refused(changes: dict[str, Any], reason: str) -> None:
    changed = node() | changes
    bare = {name: value for name, value in changed.items() if value is not None}

    with pytest.raises(EntryError, match=r".") as caught:
        read_review(bare)
    assert str(caught.value) == reason


WRONG = (
    None,
    0,
    1.5,
    1e400,
    True,
    "",
    "x" * 10_000,
    "\x00",
    "\ud800",
    [],
    {},
    [[[]]],
    [None],
    {"name": {"name": 1}},
    [7],
)


@pytest.mark.parametrize("wrong", WRONG, ids=lambda value: repr(value)[:20])
@pytest.mark.parametrize(
    "field", ["datePublished", "inLanguage", "author", "publisher", "itemReviewed", "headline", "name"]
)
def test_what_only_helps_is_left_out_where_it_is_wrong(field: str, wrong: object) -> None:
    whole = node()
    whole[field] = wrong
    found = read_review(whole)

    assert found.claim == "Ducks in Sarn can read"
    assert found.rating == "Not one of them"


@pytest.mark.parametrize("wrong", WRONG, ids=lambda value: repr(value)[:20])
@pytest.mark.parametrize("field", ["author", "datePublished", "firstAppearance", "appearance"])
def test_the_same_within_the_claim(field: str, wrong: object) -> None:
    whole = node()
    whole["itemReviewed"] = {**whole["itemReviewed"], field: wrong}

    assert read_review(whole).claim == "Ducks in Sarn can read"


@pytest.mark.parametrize("wrong", WRONG, ids=lambda value: repr(value)[:20])
@pytest.mark.parametrize("field", ["claimReviewed", "url", "reviewRating", "@type"])
def test_nothing_wrong_in_what_must_be_right_gets_further_than_a_reason(field: str, wrong: object) -> None:
    whole = node()
    whole[field] = wrong
    taken = []
    for one in reviews_in([whole]):
        with suppress(EntryError):
            taken.append(read_review(one))

    assert not taken or field == "reviewRating"
    assert all(one.rating is None for one in taken)


def test_a_review_inside_another_kind_of_node_is_found_and_others_are_passed_over() -> None:
    found = read(
        [{"@type": "WebPage", "hasPart": [{"review": node()}]}, {"@type": "Organization", "name": "Pond Check"}]
    )

    assert claims(found) == ["Ducks in Sarn can read"]
    assert broken(found) == []

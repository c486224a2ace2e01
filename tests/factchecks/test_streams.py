"""Files of fact-checks in every form that is read, and what is wrong with some."""

import io
import json

import pytest

from reporter.factchecks import read_reviews
from reporter.factchecks.importing import Broken
from reporter.factchecks.streams import BrokenOffError
from reporter.model import FactCheck
from tests.factchecks.made import broken, claims, feed, node, read

ONE = ["Ducks in Sarn can read"]
TWO = [*ONE, "Geese vote"]
GEESE = node(claimReviewed="Geese vote")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (node(), ONE),
        ([node(), GEESE], TWO),
        ({"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, node(), GEESE]}, TWO),
        (feed(node(), GEESE), TWO),
        ({"dataFeedElement": [{"item": [node(), GEESE]}]}, TWO),
        ({"dataFeedElement": {"item": node()}}, ONE),
        ({"@type": "NewsArticle", "review": [node()]}, ONE),
        ([[node()], {"item": {"@graph": [GEESE]}}], TWO),
    ],
)
def test_reviews_are_found_wherever_they_stand(data: object, expected: list[str]) -> None:
    found = read(data)

    assert claims(found) == expected
    assert broken(found) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("indent", [None, 2])
def test_unicode_in_any_of_its_encodings_is_read(encoding: str, indent: int | None) -> None:
    data = json.dumps(feed(node(claimReviewed="Gänse wählen – 鴨も")), ensure_ascii=False, indent=indent).encode(
        encoding
    )

    assert claims(read(data)) == ["Gänse wählen – 鴨も"]


def test_lines_are_read_one_by_one_and_a_broken_one_costs_only_itself() -> None:
    lines = [json.dumps(node()), '{"@type": "ClaimReview", "claimReviewed": ', "", "7", json.dumps(GEESE)]
    found = read("\r\n".join(lines), "feed.jsonl")

    assert claims(found) == TWO
    assert broken(found) == [
        ("line 2", "it is not JSON: Expecting value at character 44"),
        ("line 4", "it is not an object"),
    ]


def test_lines_are_told_by_their_look_without_an_ending() -> None:
    assert claims(read(json.dumps(node()) + "\n" + json.dumps(GEESE) + "\n", "feed.txt")) == TWO


def test_a_line_that_is_too_long_costs_only_itself() -> None:
    lines = [json.dumps(node()), '{"x": "' + "y" * 5_000_000 + '"}', json.dumps(GEESE)]
    found = read("\n".join(lines), "feed.jsonl")

    assert claims(found) == TWO
    assert broken(found) == [("line 2", "it is longer than 4 MB")]


def test_the_scripts_of_a_page_are_read_and_nothing_else_of_it() -> None:
    page = f"""<!DOCTYPE html><html><head>
    <script>var x = {json.dumps(GEESE)};</script>
    <script type="application/ld+json">{{"@type": "WebSite"}}</script>
    <script TYPE='application/ld+json; charset=utf-8'><!--
      {json.dumps({"@graph": [node(author={"@id": "#h"}), {"@id": "#h", "name": "Pond Check"}]})}
    --></script>
    <script type="application/ld+json">{{broken</script>
    </head><body>{json.dumps(node())}</body></html>"""
    found = read(page)

    assert claims(found) == ONE
    assert [one.publisher for one in found if isinstance(one, FactCheck)] == ["Pond Check"]
    assert [place for place, _ in broken(found)] == ["script 3"]


def test_a_line_break_within_a_text_of_a_page_is_let_pass() -> None:
    page = '<script type="application/ld+json">' + json.dumps(node()).replace("Ducks in", "Ducks\nin") + "</script>"

    assert claims(read(page)) == ["Ducks\nin Sarn can read"]


def test_a_file_of_one_script_a_line_is_read() -> None:
    lines = [f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in (node(), GEESE)]

    assert claims(read("\n".join(lines))) == TWO


@pytest.mark.parametrize("data", ["[]", "{}", '{"@graph": []}', "<html></html>", "<p>{}"])
def test_a_file_without_reviews_gives_none(data: str) -> None:
    assert read(data) == []


@pytest.mark.parametrize("data", ["7", '"ClaimReview"', "null"])
def test_a_document_that_is_no_object_is_named(data: str) -> None:
    assert broken(read(data)) == [("the document", "it is neither an object nor a list")]


def stopped(data: bytes) -> tuple[list[str], str]:
    """The claims that come out before the file breaks off, and why it does."""
    found: list[FactCheck | Broken] = []
    reviews = read_reviews(io.BytesIO(data), "")
    with pytest.raises(BrokenOffError) as caught:
        found.extend(reviews)  # those that come before the error are kept
    return claims(found), str(caught.value)


def test_a_truncated_feed_gives_what_came_before() -> None:
    data = json.dumps(feed(node(), GEESE)).encode()

    assert stopped(data[:-1]) == (TWO, "the JSON ends too early")
    assert stopped(data[:-300]) == (ONE, "the JSON ends too early")


@pytest.mark.parametrize("data", [b"", b"  \n"])
def test_an_empty_file_ends_too_early(data: bytes) -> None:
    assert stopped(data) == ([], "the JSON ends too early")


def test_a_fault_of_grammar_gives_what_came_before() -> None:
    data = json.dumps(feed(node(), "@", GEESE)).replace('"@"', "@@@").encode()

    found, why = stopped(data)
    assert found == ONE
    assert why.startswith("not JSON: ")


def test_bytes_that_are_no_text_cost_their_entry_and_no_other() -> None:
    data = json.dumps(feed(node(claimReviewed="XX"), GEESE)).encode().replace(b"XX", b"Caf\xe9 \xff")
    found = read(data)

    assert claims(found) == ["Geese vote"]
    assert broken(found) == [("entry 1", "claimReviewed holds characters that cannot be read")]


@pytest.mark.parametrize("nul", [b"\x00", b"\\u0000", b"\x07"])
def test_nul_bytes_cost_their_entry_and_no_other(nul: bytes) -> None:
    data = json.dumps(feed(node(claimReviewed="XX"), GEESE)).encode().replace(b"XX", b"a" + nul + b"b")
    found = read(data)

    assert claims(found) == ["Geese vote"]
    assert broken(found) == [("entry 1", "claimReviewed holds characters that cannot be read")]


def test_a_file_of_nul_bytes_is_no_json() -> None:
    assert stopped(b"\x00" * 100_000) == ([], "not JSON: lexical error: invalid char in json text")


def test_deep_nesting_costs_its_entry_and_no_other() -> None:
    deep = "[" * 200_000 + "]" * 200_000
    found = read(json.dumps(feed("DEEP", GEESE)).replace('"DEEP"', deep))

    assert claims(found) == ["Geese vote"]
    assert broken(found) == [("entry 1", "it is nested more than 60 levels deep")]


@pytest.mark.usefixtures("no_collection")
def test_deep_nesting_in_a_line_or_a_script_is_named() -> None:
    deep = '{"a": ' + "[" * 200_000 + "]" * 200_000 + "}"

    assert broken(read(f"{deep}\n{json.dumps(GEESE)}", "x.jsonl")) == [("line 1", "it is nested too deep")]
    assert broken(read(f'<script type="application/ld+json">{deep}</script>')) == [
        ("script 1", "it is nested too deep")
    ]


def test_a_long_text_costs_its_entry_and_no_other() -> None:
    found = read(feed(node(claimReviewed="x" * 3_000_000), GEESE))

    assert claims(found) == ["Geese vote"]
    assert broken(found) == [("entry 1", "its texts have more than 1,000,000 characters")]


def test_many_parts_cost_their_entry_and_no_other() -> None:
    found = read(feed({"numbers": list(range(30_000))}, GEESE))

    assert claims(found) == ["Geese vote"]
    assert broken(found) == [("entry 1", "it has more than 20,000 parts")]


@pytest.mark.parametrize("filler", [b"x", b'\\"'])
def test_a_text_without_end_stops_the_file(filler: bytes) -> None:
    data = b"[" + json.dumps(node()).encode() + b', {"claimReviewed": "' + filler * (20_000_000 // len(filler))
    found, why = stopped(data)

    assert found == ONE
    assert why == "a text or a gap of more than 8 MB"


def test_numbers_beyond_all_bounds_are_named() -> None:
    huge = json.dumps(node()).replace('"ratingValue": 1', '"ratingValue": ' + "9" * 5000)

    assert broken(read(f"{huge}\n{json.dumps(GEESE)}", "x.jsonl")) == [("line 1", "it holds a number that is too long")]
    assert claims(read(f"{huge}\n{json.dumps(GEESE)}", "x.jsonl")) == ["Geese vote"]

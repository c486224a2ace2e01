"""The Google Fact Check Tools API, spoken to over a real socket on this machine."""

import gzip
import socket
import threading
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

import reporter
from reporter.errors import InputError, ReporterError, ServiceError
from reporter.factchecks import Question
from reporter.factchecks.google import MOST_PAGES, GoogleFactChecks, google_from
from reporter.model import FactCheck, Settings
from reporter.pipeline import Pipeline
from tests.factchecks.serving import Answer, claim, refuses, sends, serving

KEY = "a-secret-key-of-ours"
QUESTION = Question(text="Ducks in Sarn can read", language="en", words=("duck", "read", "sarn"))


def asked(answer: Answer, *, seconds: float = 5) -> tuple[FactCheck, ...]:
    with serving(answer) as served:
        return GoogleFactChecks(key=KEY, address=served.address, seconds=seconds).find(QUESTION)


def failure(answer: Answer, *, seconds: float = 5) -> ServiceError:
    with pytest.raises(ServiceError) as caught:
        asked(answer, seconds=seconds)
    assert caught.value.code == "factchecks-not-asked"
    assert KEY not in str(caught.value)
    return caught.value


def test_every_field_of_the_api_is_read() -> None:
    assert asked(sends({"claims": [claim("Ducks in Sarn can read", rating="NOT  true – “so far”")]})) == (
        FactCheck(
            claim="Ducks in Sarn can read",
            url="https://check.example/1",
            publisher="Pond Check",
            site="pondcheck.example",
            title="Can ducks read?",
            rating="NOT  true – “so far”",
            reviewed="2026-03-04T10:15:00Z",
            language="en",
            author="Ulla Fenn",
            claimed="2026-03-01T00:00:00Z",
        ),
    )


def test_the_question_is_the_apis_and_the_key_is_in_no_address() -> None:
    with serving(sends({})) as served:
        found = GoogleFactChecks(key=KEY, address=f"{served.address}/").find(QUESTION)
    ((path, fields, headers),) = served.requests

    assert found == ()
    assert path == "/v1alpha1/claims:search"
    assert fields == {"query": "Ducks in Sarn can read", "languageCode": "en", "pageSize": "10"}
    assert headers["X-Goog-Api-Key"] == KEY


def test_a_long_claim_is_cut_between_words() -> None:
    with serving(sends({})) as served:
        GoogleFactChecks(key=KEY, address=served.address).find(
            Question(text="ducks  " * 200, language="en", words=("duck",))
        )

    assert served.requests[0][1]["query"] == " ".join(["ducks"] * 50)


def test_pages_are_followed_as_far_as_two() -> None:
    def pages(handler: BaseHTTPRequestHandler, fields: dict[str, str]) -> None:
        number = int(fields.get("pageToken", "1"))
        one = claim(f"Claim {number}", url=f"https://check.example/{number}")
        sends({"claims": [one], "nextPageToken": str(number + 1)})(handler, fields)

    assert [one.claim for one in asked(pages)] == [f"Claim {number}" for number in range(1, MOST_PAGES + 1)]


def test_a_claim_with_several_reviews_gives_each() -> None:
    both = claim("Ducks read")
    both["claimReview"] = [{**both["claimReview"][0], "url": f"https://check.example/{number}"} for number in (1, 2)]

    assert [one.url for one in asked(sends({"claims": [both]}))] == [
        "https://check.example/1",
        "https://check.example/2",
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"claims": None},
        {"claims": "many"},
        {"claims": [None, 7, "x", []]},
        {"claims": [{"text": "x"}]},
        {"claims": [claim("x", claimReview={"url": "https://a.example"})]},
        {"claims": [claim("x", claimReview=[None, 7])]},
        {"claims": [claim("x", url="javascript:alert(1)")]},
        {"claims": [claim("")]},
        {"claims": [{**claim("x"), "text": 7}]},
        {"claims": [], "nextPageToken": 7},
        {"claims": [], "nextPageToken": ""},
    ],
)
def test_entries_of_another_form_are_left_out(wrong: dict[str, Any]) -> None:
    assert asked(sends(wrong)) == ()


def test_helpful_fields_of_a_wrong_type_are_left_out() -> None:
    odd = claim("Ducks read", claimant=7, claimDate=[])
    odd["claimReview"][0] |= {"publisher": "Pond Check", "title": {}, "reviewDate": 20260304, "languageCode": None}
    (found,) = asked(sends({"claims": [odd]}))

    assert (found.claim, found.author, found.claimed, found.title, found.reviewed) == (
        "Ducks read",
        None,
        None,
        None,
        None,
    )
    assert (found.publisher, found.site) == (None, "check.example")


@pytest.mark.usefixtures("no_collection")
@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (
            refuses(400, "API key not valid. Please pass a valid API key.", "INVALID_ARGUMENT"),
            "Google Fact Check Tools refused the request (400: API key not valid. Please pass a valid API key). "
            "See that REPORTER_GOOGLE_FACTCHECK_KEY holds a valid key.",
        ),
        (
            refuses(403, f"The key {KEY} is not\nallowed", "PERMISSION_DENIED"),
            "Google Fact Check Tools refused the request (403: The key … is not allowed). "
            "See that REPORTER_GOOGLE_FACTCHECK_KEY holds a valid key.",
        ),
        (
            refuses(429, "Quota exceeded", "RESOURCE_EXHAUSTED"),
            "Google Fact Check Tools refused the request (429: Quota exceeded). Try again later.",
        ),
        (refuses(500, "Internal", "INTERNAL"), "Google Fact Check Tools failed (500: Internal). Try again later."),
        (sends(b"<html>Bad gateway</html>", 502), "Google Fact Check Tools failed (502). Try again later."),
        (
            sends(b"", 302, Location="http://127.0.0.1:9/"),
            "Google Fact Check Tools answered with 302. See that REPORTER_GOOGLE_FACTCHECK_URL is unset, or right.",
        ),
        (
            sends({"error": "x"}, 404),
            "Google Fact Check Tools answered with 404. See that REPORTER_GOOGLE_FACTCHECK_URL is unset, or right.",
        ),
        (sends(b"<html>Welcome</html>"), "Google Fact Check Tools gave an answer that is not JSON. Try again later."),
        (sends(b""), "Google Fact Check Tools gave an answer that is not JSON. Try again later."),
        (sends(b"\xff\xfe\x00"), "Google Fact Check Tools gave an answer that is not JSON. Try again later."),
        (sends(b"[" * 100_000), "Google Fact Check Tools gave an answer that is not JSON. Try again later."),
        (sends(b"[]"), "Google Fact Check Tools gave an answer that is no object. Try again later."),
        (
            sends(b'{"claims": "' + b"x" * 5_000_000 + b'"}'),
            "Google Fact Check Tools gave an answer of more than 4 MB. Try again later.",
        ),
        (
            sends(gzip.compress(b" " * 50_000_000), Content_Encoding="gzip"),
            "Google Fact Check Tools gave an answer of more than 4 MB. Try again later.",
        ),
        (
            sends(b"no gzip at all", Content_Encoding="gzip"),
            "Google Fact Check Tools broke off its answer. Try again later.",
        ),
    ],
    ids=lambda value: value[24:60] if isinstance(value, str) else "",
)
def test_what_goes_wrong_is_one_sentence_and_what_to_do(answer: Answer, told: str) -> None:
    assert str(failure(answer)) == told


def test_an_answer_that_breaks_off_is_told() -> None:
    def breaks(handler: BaseHTTPRequestHandler, fields: dict[str, str]) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b'{"claims": [')
        handler.close_connection = True

    assert "broke off its answer" in str(failure(breaks))


def test_an_answer_that_never_comes_is_not_waited_for_long() -> None:
    done = threading.Event()

    def waits(handler: BaseHTTPRequestHandler, fields: dict[str, str]) -> None:
        done.wait(20)
        handler.close_connection = True

    try:
        told = str(failure(waits, seconds=0.3))
    finally:
        done.set()

    assert told == "Google Fact Check Tools gave no answer within 0.3 seconds. Try again later."


def test_an_answer_that_stops_half_way_is_not_waited_for_long() -> None:
    done = threading.Event()

    def stalls(handler: BaseHTTPRequestHandler, fields: dict[str, str]) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b'{"claims": [')
        handler.wfile.flush()
        done.wait(20)
        handler.close_connection = True

    try:
        told = str(failure(stalls, seconds=0.3))
    finally:
        done.set()

    assert told == "Google Fact Check Tools gave no answer within 0.3 seconds. Try again later."


def test_an_answer_drop_by_drop_is_not_waited_for_long() -> None:
    done = threading.Event()

    def drips(handler: BaseHTTPRequestHandler, fields: dict[str, str]) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        for _ in range(1000):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            if done.wait(0.05):
                break
        handler.close_connection = True

    try:
        told = str(failure(drips, seconds=0.5))
    finally:
        done.set()

    assert told == "Google Fact Check Tools gave no answer within 0.5 seconds. Try again later."


def test_a_kept_connection_that_was_closed_meanwhile_is_opened_anew() -> None:
    """The server says that it keeps the connection, and drops it at the next request, as an idle one may be dropped."""
    visits: list[int] = []

    def drops(handler: BaseHTTPRequestHandler, fields: dict[str, str]) -> None:
        visits.append(handler.client_address[1])
        if visits.count(visits[-1]) == 1:
            sends({"claims": [claim("Ducks read")]})(handler, fields)
        else:
            handler.close_connection = True

    with serving(drops) as served:
        service = GoogleFactChecks(key=KEY, address=served.address)
        found = [service.find(QUESTION) for _ in range(3)]

    assert [len(one) for one in found] == [1, 1, 1]
    assert len(set(visits)) == 3
    assert len(visits) == 5


def test_a_server_that_is_not_there_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(ServiceError, match="cannot be reached"):
            GoogleFactChecks(key=KEY, address=address, seconds=2).find(QUESTION)


@pytest.mark.parametrize("address", ["http://", "http://[broken", "https://:0:0/"])
def test_an_address_that_is_none_is_told(address: str) -> None:
    with pytest.raises(ReporterError) as caught:
        GoogleFactChecks(key=KEY, address=address, seconds=1).find(QUESTION)
    assert str(caught.value)


def test_the_key_comes_from_the_environment_and_is_not_shown() -> None:
    made = google_from({"REPORTER_GOOGLE_FACTCHECK_KEY": f" {KEY} "})

    assert (made.key, made.address) == (KEY, "https://factchecktools.googleapis.com")
    assert KEY not in repr(made)


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({}, "no-factcheck-key"),
        ({"REPORTER_GOOGLE_FACTCHECK_KEY": "  "}, "no-factcheck-key"),
        (
            {"REPORTER_GOOGLE_FACTCHECK_KEY": KEY, "REPORTER_GOOGLE_FACTCHECK_URL": "file:///etc/passwd"},
            "bad-factcheck-address",
        ),
    ],
)
def test_an_environment_that_cannot_do_is_told(environment: dict[str, str], code: str) -> None:
    with pytest.raises(InputError) as caught:
        google_from(environment)
    assert caught.value.code == code


STORY = "“Ducks in Sarn can read,” the keeper Ulla Fenn said. Geese in Sarn count to seven, she said."


def test_what_the_service_finds_passes_the_same_test_and_a_failure_never_costs_the_brief() -> None:
    article = reporter.read(STORY, published="2026-03-10")

    def first_good(handler: BaseHTTPRequestHandler, fields: dict[str, str]) -> None:
        if "Ducks" in fields["query"]:
            sends({"claims": [claim("Ducks in Sarn can read"), claim("Ducks in Ostia can read")]})(handler, fields)
        else:
            refuses(429, "Quota exceeded", "RESOURCE_EXHAUSTED")(handler, fields)

    with serving(first_good) as served:
        brief = Pipeline(Settings(), [GoogleFactChecks(key=KEY, address=served.address)]).brief(article)
    (consultation,) = brief.fact_check_sources

    assert [match.review.claim for match in brief.fact_checks] == ["Ducks in Sarn can read"]
    assert consultation.problem == (
        "Google Fact Check Tools refused the request (429: Quota exceeded). Try again later."
    )
    assert len(brief.claims) >= 2
    assert KEY not in reporter.render(brief, "json").decode()

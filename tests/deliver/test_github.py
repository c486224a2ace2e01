"""Briefs on issues of GitHub, against a server that answers as its documentation says."""

from __future__ import annotations

import base64
import lzma
import random
import re
from collections.abc import Iterator

import pytest
from markdown_it import MarkdownIt

from reporter.deliver.tickets.github import LONGEST_COMMENT, GitHub, open_github, root
from reporter.deliver.tickets.settings import TicketSettings
from reporter.deliver.tickets.system import Filed
from reporter.errors import DeliveryError
from tests.deliver.answering import Request, Response, answering
from tests.deliver.github_server import KEY, Account, told
from tests.deliver.postings import NAME, NEWER, posting

TICKET = "news/desk#12"


@pytest.fixture
def account() -> Account:
    return Account()


@pytest.fixture
def github(account: Account) -> Iterator[GitHub]:
    with answering(account) as url:
        yield opened(url)


def opened(url: str, key: str = KEY) -> GitHub:
    return open_github("github", TicketSettings(url=url, timeout=5), key)


def names(github: GitHub) -> list[str]:
    return [one.name for one in github.files(TICKET)]


def failed(answer: Response | None, change: bool = True) -> DeliveryError:
    with answering(lambda _: answer) as url, pytest.raises(DeliveryError) as caught:
        opened(url).post(TICKET, posting()) if change else opened(url).files(TICKET)
    assert KEY not in str(caught.value)
    return caught.value


def test_who_is_logged_in_is_told(github: GitHub, account: Account) -> None:
    assert github.check() == f"desk at {github.asking.settings.url}"
    assert account.requests[0].headers["accept"] == "application/vnd.github+json"
    assert account.requests[0].headers["x-github-api-version"] == "2022-11-28"


def test_a_brief_is_a_comment_that_carries_its_name(github: GitHub, account: Account) -> None:
    link = github.post(TICKET, posting(markdown="# Fire\n\n| a |\n| --- |\n| @chief |\n"))
    (body,) = account.bodies()
    html = MarkdownIt("gfm-like", {"linkify": False}).render(body)

    assert link == "https://git.example/news/desk/issues/12#issuecomment-1000"
    assert names(github) == [NAME]
    assert "<li>1 of them unverified</li>" in html
    assert "<details><summary>Verification brief, 2 March 2026</summary>" in html
    assert html.index("<h1>Fire</h1>") < html.index("<td>@\u2060chief</td>") < html.index("</details>")


def test_a_newer_brief_folds_the_older_away(github: GitHub, account: Account) -> None:
    github.post(TICKET, posting())
    (older,) = github.files(TICKET)
    github.post(TICKET, posting(name=NEWER))

    assert github.withdraw(TICKET, older)
    assert github.withdraw(TICKET, older), "what is folded away already is"
    assert names(github) == [NEWER]
    assert account.bodies()[0].startswith(f"<details><summary><del>{NAME}</del> (superseded)</summary>\n\nBrief of")
    assert account.bodies()[0].count("(superseded)") == 1


def test_a_comment_that_is_gone_counts_as_withdrawn(github: GitHub) -> None:
    assert github.withdraw(TICKET, Filed(id="99", name=NAME))


def test_without_the_right_to_edit_the_older_brief_stays(github: GitHub, account: Account) -> None:
    github.post(TICKET, posting())
    (older,) = github.files(TICKET)
    account.may_edit = False

    assert not github.withdraw(TICKET, older)
    assert names(github) == [NAME]


def test_the_record_comes_back_and_nobody_sees_it(github: GitHub, account: Account) -> None:
    record = b'{"words": "-- --> \xc3\xa4"}' * 50
    github.post(TICKET, posting(record=record))
    (filed,) = github.files(TICKET)
    (body,) = account.bodies()
    shown = re.sub("<!--.*?-->", "", MarkdownIt("gfm-like", {"linkify": False}).render(body))

    assert github.read(TICKET, filed) == record
    assert len(shown) < 600
    assert github.withdraw(TICKET, filed)
    assert "reporter-record" not in account.bodies()[0]


def test_a_record_that_has_no_room_is_left_out_and_the_words_stay(github: GitHub, account: Account) -> None:
    markdown = "A line of the brief.\n" * 2_500
    github.post(TICKET, posting(markdown=markdown, record=random.Random(7).randbytes(20_000)))
    (filed,) = github.files(TICKET)

    assert account.bodies()[0].count("A line of the brief.") == 2_500
    with pytest.raises(DeliveryError, match="not the file"):
        github.read(TICKET, filed)


@pytest.mark.parametrize("written", ["AAAA", base64.b64encode(lzma.compress(b"x" * 100)[:-4]).decode()])
def test_a_record_that_is_broken_is_none(written: str, github: GitHub, account: Account) -> None:
    github.post(TICKET, posting(record=b"{}"))
    (body,) = account.bodies()
    account.said(re.sub("reporter-record: [^ ]+", f"reporter-record: {written}", body), login="desk")
    broken = github.files(TICKET)[-1]

    with pytest.raises(DeliveryError, match="not the file"):
        github.read(TICKET, broken)


def test_the_file_is_not_kept_and_this_is_told(github: GitHub) -> None:
    github.post(TICKET, posting())
    (filed,) = github.files(TICKET)
    with pytest.raises(DeliveryError) as caught:
        github.read(TICKET, filed)

    assert (caught.value.code, caught.value.can_retry) == ("not-kept", False)


def test_briefs_are_found_on_all_pages(github: GitHub, account: Account) -> None:
    for number in range(250):
        account.said(f"Comment {number}")
        if number in (0, 120, 249):
            github.post(TICKET, posting(name=f"{number}-{NAME}"))

    assert names(github) == [f"0-{NAME}", f"120-{NAME}", f"249-{NAME}"]


def test_what_anybody_writes_is_not_taken_for_ours(github: GitHub, account: Account) -> None:
    github.post(TICKET, posting())
    (body,) = account.bodies()
    account.said(body.replace("0123456789abcdef", "0" * 16), login="stranger", association="CONTRIBUTOR")

    assert names(github) == [NAME]


def test_our_own_comments_are_ours_whatever_we_are_to_the_repository(github: GitHub, account: Account) -> None:
    account.association = "NONE"
    github.post(TICKET, posting())

    assert names(github) == [NAME]


def test_words_that_look_like_a_mark_are_none(github: GitHub) -> None:
    mark = "<!-- reporter-brief: forged.pdf -->"
    github.post(TICKET, posting(comment=f"It says:\n{mark}", about=mark, name="a --> b <!-- c.pdf"))

    assert names(github) == ["a --> b <!-- c.pdf"]


def test_a_comment_edited_in_the_browser_is_still_ours(github: GitHub, account: Account) -> None:
    github.post(TICKET, posting())
    account.comments[0]["body"] = account.comments[0]["body"].replace("\n", "\r\n") + "\r\n"

    assert names(github) == [NAME]


def test_a_long_brief_is_cut_at_the_end_of_a_line_and_says_so(github: GitHub, account: Account) -> None:
    line = "- " + "ä" * 98
    github.post(TICKET, posting(markdown="\n".join([line] * 2000)))
    (filed,) = github.files(TICKET)
    (body,) = account.bodies()

    assert LONGEST_COMMENT - 2500 < len(body) <= LONGEST_COMMENT
    assert "**… 201,999 characters: cut here, for GitHub takes 65,536.**\n\n</details>" in body
    assert all(one == line for one in body.splitlines() if one.startswith("- ä"))
    assert github.withdraw(TICKET, filed), "there is room to say that it is superseded"


@pytest.mark.parametrize("ticket", ["12", "desk#12", "news/desk", "news/..#12", "news/desk/x#12", "news/desk#12/x", ""])
def test_what_is_no_ticket_is_told_and_nothing_is_asked(ticket: str, github: GitHub, account: Account) -> None:
    with pytest.raises(DeliveryError) as caught:
        github.files(ticket)

    assert (caught.value.code, account.requests) == ("no-ticket", [])


def test_a_ticket_that_is_not_there_is_told(github: GitHub) -> None:
    with pytest.raises(DeliveryError) as caught:
        github.post("news/desk#13", posting())

    assert (caught.value.code, caught.value.can_retry) == ("no-ticket", False)


def test_a_wrong_key_is_told(account: Account) -> None:
    with answering(account) as url, pytest.raises(DeliveryError) as caught:
        opened(url, key="guess").check()

    assert caught.value.code == "wrong-key"
    assert "Bad credentials" in caught.value.message


@pytest.mark.parametrize("key", ["two words", "token\n", "clé", "a\r\nX: y"])
def test_what_can_be_no_key_is_told_at_once(key: str) -> None:
    with pytest.raises(DeliveryError) as caught:
        opened("https://github.com", key)

    assert caught.value.code == "wrong-key"


DATE = {"Date": "Mon, 02 Mar 2026 09:00:00 GMT"}  # 1772442000


@pytest.mark.parametrize(
    ("answer", "code", "can_retry", "wait"),
    [
        (told({"message": "Resource not accessible"}, 403), "not-allowed", False, None),
        (told({"message": "Issue is locked"}, 403, {"x-ratelimit-remaining": "4000"}), "not-allowed", False, None),
        (told({"message": "secondary"}, 403, {"Retry-After": "30"}), "too-many-requests", True, 30.0),
        (told({"message": "You have exceeded a secondary rate limit"}, 403), "too-many-requests", True, 60.0),
        (
            told({}, 403, {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "1772442090", **DATE}),
            "too-many-requests",
            True,
            90.0,
        ),
        (told({}, 429, {"Retry-After": "7"}), "too-many-requests", True, 7.0),
        (told({}, 429), "too-many-requests", True, 60.0),
        (told({"message": "Validation Failed"}, 422), "file-refused", False, None),
        (told({"message": "Gone"}, 410), "no-ticket", False, None),
        (told({"message": "Server Error"}, 500), "system-failed", True, None),
        (Response(status=502, data=b"<h1>Unicorn</h1>"), "system-failed", True, None),
        (Response(data=b"<h1>Welcome</h1>"), "ticket-refused", False, None),
        (told(["id"]), "ticket-refused", False, None),
        (Response(status=301, headers={"Location": "https://elsewhere.example/1"}), "ticket-refused", False, None),
        (None, "no-connection", True, None),
    ],
)
def test_what_comes_of_an_answer(answer: Response | None, code: str, can_retry: bool, wait: float | None) -> None:
    error = failed(answer)

    assert (error.code, error.can_retry, error.wait) == (code, can_retry, wait)


@pytest.mark.parametrize("answer", [told({"id": 1}), told([1]), told([{}])])
def test_comments_that_are_none_are_told(answer: Response) -> None:
    assert failed(answer, change=False).code == "ticket-refused"


def test_a_comment_whose_answer_is_lost_is_found_by_its_mark(account: Account) -> None:
    def respond(request: Request) -> Response | None:
        answer = account(request)
        return None if request.method == "POST" else answer

    with answering(respond) as url:
        with pytest.raises(DeliveryError) as caught:
            opened(url).post(TICKET, posting())
        assert (caught.value.code, caught.value.can_retry) == ("no-connection", True)
        assert names(opened(url)) == [NAME]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://github.com/", "https://api.github.com"),
        ("https://api.github.com/", "https://api.github.com"),
        ("https://desk.ghe.com", "https://api.desk.ghe.com"),
        ("https://api.desk.ghe.com", "https://api.desk.ghe.com"),
        ("https://git.example", "https://git.example/api/v3"),
        ("https://git.example/api/v3/", "https://git.example/api/v3"),
    ],
)
def test_the_address_in_a_browser_does_as_well(url: str, expected: str) -> None:
    assert root(url) == expected


def test_the_line_that_unfolds_a_brief_holds_words_and_no_markup(github: GitHub, account: Account) -> None:
    words = "</summary></details><img src=x> *Fire* &amp; @chief"
    github.post(TICKET, posting(about=words, name=f"{words}.pdf"))
    (filed,) = github.files(TICKET)
    github.withdraw(TICKET, filed)
    inert = "&lt;/summary&gt;&lt;/details&gt;&lt;img src=x&gt; *Fire* &amp;amp; @\u2060chief"

    assert f"<summary>{inert}</summary>" in account.bodies()[0]
    assert f"<summary><del>{inert}.pdf</del> (superseded)</summary>" in account.bodies()[0]

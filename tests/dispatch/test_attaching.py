"""A brief comes onto a ticket once, and takes the place of the older one of its story."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reporter.deliver.database import Database
from reporter.deliver.outbox import LEASE, Outbox, State
from reporter.deliver.tickets.filing import filing_of
from reporter.deliver.tickets.settings import Reference
from reporter.dispatch.attaching import Attached, Outcome, attach, filing_for, post
from reporter.dispatch.reading import brief_in
from reporter.errors import DeliveryError
from reporter.model import Brief, Settings
from tests.dispatch.shelf import Shelf
from tests.samples import one_claim_less

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def box(tmp_path: Path) -> Outbox:
    return Outbox(Database(tmp_path / "outbox.sqlite"))


def attached(
    brief: Brief, shelf: Shelf, box: Outbox, ticket: str = "12", ending: str = "json", now: datetime = NOW
) -> Attached | None:
    return attach(
        brief,
        Reference(system="shelf", ticket=ticket),
        ending,
        open_system=lambda _: shelf,
        settings=Settings(),
        outbox=box,
        clock=lambda: now,
    )


def test_a_brief_comes_onto_a_ticket_with_a_comment(brief: Brief, box: Outbox) -> None:
    shelf = Shelf()
    done = attached(brief, shelf, box)
    (posting,) = shelf.postings
    (entry,) = box.entries(NOW)

    assert done == Attached(outcome=Outcome.POSTED, link="shelf/12")
    assert brief_in(posting.data) == brief
    assert (brief.article.headline or "") in posting.comment
    assert all(item.what[:40] in posting.comment for item in brief.check_first[:2])
    assert (brief.article.headline or "") in posting.markdown
    assert (entry.target, entry.state, entry.reason) == ("shelf:12", State.ACCEPTED, "posted: shelf/12")


def test_the_same_brief_is_not_attached_twice(brief: Brief, box: Outbox, tmp_path: Path) -> None:
    shelf = Shelf()
    attached(brief, shelf, box)
    again = attached(brief, shelf, box)
    by_another = attached(brief, shelf, Outbox(Database(tmp_path / "another.sqlite")))

    assert again is not None
    assert by_another is not None
    assert (again.outcome, by_another.outcome, len(shelf.postings)) == (Outcome.THERE, Outcome.THERE, 1)


def test_a_file_that_was_cut_off_is_not_taken_for_the_brief(brief: Brief, box: Outbox) -> None:
    shelf = Shelf()
    attached(brief, shelf, box)
    ((number, (name, data)),) = shelf.tickets["12"].items()
    shelf.tickets["12"][number] = (name, data[:-100])
    done = attached(brief, shelf, box)

    assert done is not None
    assert (done.outcome, len(shelf.postings)) == (Outcome.POSTED, 2)


def test_a_form_that_carries_no_brief_says_nothing_of_changes(brief: Brief, box: Outbox) -> None:
    shelf = Shelf()
    attached(brief, shelf, box, ending="md")
    attached(one_claim_less(brief), shelf, box, ending="md")

    assert "What changed since" not in shelf.comments[1]
    assert "takes the place of" in shelf.comments[1]


def test_a_newer_brief_takes_the_place_of_the_older_and_says_what_changed(brief: Brief, box: Outbox) -> None:
    shelf = Shelf()
    attached(brief, shelf, box)
    (older,) = shelf.names()
    done = attached(one_claim_less(brief), shelf, box)

    assert done is not None
    assert (done.withdrawn, done.kept) == ((older,), ())
    assert len(shelf.names()) == 1
    assert f"This takes the place of {older}." in shelf.comments[1]
    assert "1 dropped" in shelf.comments[1]
    assert " ".join(brief.claims[-1].text.split())[:60] in shelf.comments[1]


def test_where_a_system_keeps_what_was_attached_both_stay(brief: Brief, box: Outbox) -> None:
    shelf = Shelf(keeps=True)
    attached(brief, shelf, box)
    done = attached(one_claim_less(brief), shelf, box)

    assert done is not None
    assert (done.withdrawn, len(done.kept), len(shelf.names())) == ((), 1, 2)


def test_where_the_older_cannot_be_read_the_comment_says_so(brief: Brief, box: Outbox) -> None:
    shelf = Shelf(reads=False)
    attached(brief, shelf, box)
    attached(one_claim_less(brief), shelf, box)

    assert "is not told: that file could not be read" in shelf.comments[1]


def test_another_story_on_the_ticket_stays(brief: Brief, box: Outbox) -> None:
    shelf = Shelf()
    attached(brief, shelf, box)
    other = replace(brief, article=replace(brief.article, headline="Another matter", url=None, source_name="b.txt"))
    done = attached(other, shelf, box)

    assert done is not None
    assert (done.withdrawn, len(shelf.names())) == ((), 2)


def test_a_story_with_a_new_headline_or_a_new_file_is_known(brief: Brief) -> None:
    first = filing_for(replace(brief, article=replace(brief.article, url="https://a.example/1")), "pdf")
    retold = replace(brief.article, url="https://a.example/1", headline="All is different now")
    moved = replace(brief.article, url=None, source_name="v2.txt")

    assert first.is_same_story(filing_for(replace(brief, article=retold), "pdf"))
    assert first.is_same_story(filing_for(replace(brief, article=moved), "pdf"))
    assert filing_of(first.name) == first


def test_another_form_of_the_same_brief_stands_beside_it(brief: Brief, box: Outbox) -> None:
    shelf = Shelf()
    attached(brief, shelf, box, ending="json")
    attached(brief, shelf, box, ending="md")

    assert [name.rpartition(".")[2] for name in shelf.names()] == ["json", "md"]


def test_a_post_that_broke_off_is_looked_up_before_it_is_tried_again(brief: Brief, box: Outbox) -> None:
    shelf = Shelf(lies_down=True)
    with pytest.raises(DeliveryError, match="broke off"):
        attached(brief, shelf, box)
    (entry,) = box.entries(NOW)
    assert (entry.state, entry.next_try) == (State.QUEUED, NOW + timedelta(minutes=1))
    shelf.lies_down = False
    done = post(entry, lambda _: shelf, Settings(), box, lambda: NOW)

    assert done is not None
    assert (done.outcome, len(shelf.postings)) == (Outcome.THERE, 1)


def test_one_whose_process_died_is_looked_up_once_its_time_is_over(brief: Brief, box: Outbox) -> None:
    shelf = Shelf(lies_down=True)
    with pytest.raises(DeliveryError):
        attached(brief, shelf, box)
    (entry,) = box.entries(NOW)
    assert box.claim(entry, NOW) is not None, "and then the process dies"
    shelf.lies_down = False

    assert attached(brief, shelf, box) is None
    done = attached(brief, shelf, box, now=NOW + 2 * LEASE)
    assert done is not None
    assert (done.outcome, len(shelf.postings)) == (Outcome.THERE, 1)


def test_a_ticket_that_is_missing_fails_for_good(brief: Brief, box: Outbox) -> None:
    with pytest.raises(DeliveryError, match="no ticket 13"):
        attached(brief, Shelf(), box, ticket="13")

    assert [(one.state, one.reason) for one in box.entries(NOW)] == [(State.FAILED, "There is no ticket 13.")]


@pytest.mark.slow
def test_what_a_pdf_carries_is_compared_too(brief: Brief, box: Outbox) -> None:
    shelf = Shelf()
    attached(brief, shelf, box, ending="pdf")
    attached(one_claim_less(brief), shelf, box, ending="pdf")

    assert "1 dropped" in shelf.comments[1]

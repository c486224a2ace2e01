"""The story's text with its marks."""

from reporter.rendering.marked import letter, marked_story
from tests.rendering.test_html import one_paragraph
from tests.samples import sample_brief


def test_the_runs_of_a_paragraph_are_the_paragraph() -> None:
    brief = sample_brief()
    for one in marked_story(brief):
        assert "".join(run.text for run in one.runs) == one.paragraph.span.of(brief.article.text)


def test_each_claim_is_marked_over_exactly_its_characters() -> None:
    brief = sample_brief()
    runs = [run for one in marked_story(brief) for run in one.runs]
    for number, claim in enumerate(brief.claims, start=1):
        marked = "".join(run.text for run in runs if number in run.claims)
        assert marked == "".join(span.of(brief.article.text) for span in claim.spans)


def test_each_claim_begins_once() -> None:
    brief = sample_brief()
    starts = [number for one in marked_story(brief) for run in one.runs for number in run.starts]

    assert sorted(starts) == list(range(1, len(brief.claims) + 1))


def test_each_flag_is_noted_once_beside_its_paragraph() -> None:
    brief = sample_brief()
    noted = [note.flag.id for one in marked_story(brief) for note in one.notes]

    assert len(noted) == len(set(noted))
    assert set(noted) == {flag.id for flag in brief.flags if flag.spans}


def test_each_note_has_a_letter_of_its_own_where_its_words_end() -> None:
    brief = sample_brief()
    for one in marked_story(brief):
        ending = [note for run in one.runs for note in run.notes]
        assert sorted(note.letter for note in ending) == sorted(note.letter for note in one.notes)
        for run in one.runs:
            assert all(note.flag in run.flags for note in run.notes)
    letters = [note.letter for one in marked_story(brief) for note in one.notes]
    assert letters == [letter(number) for number in range(1, len(letters) + 1)]


def test_an_empty_story_has_an_empty_paragraph() -> None:
    assert [one.runs for one in marked_story(one_paragraph(""))] == [()]

"""German, held to the examples beside its rules: the engine knows no language.

There is no German parser here: a blank pipeline gives words and sentences, no tags and no heads, so which way a clause
looks comes from the cue words of the German tables alone.
"""

from functools import lru_cache

import pytest

from reporter.dates import find_times
from reporter.dates.rules import Example, Join, Rule, Shade
from reporter.errors import UsageError
from reporter.language import Parser
from reporter.languages import LANGUAGES, language_pack
from reporter.languages.de.dates import DATE_RULES
from reporter.model import Direction, Settings, TimeExpression
from tests.dates.stories import article

ROWS: tuple[Rule | Join | Shade, ...] = tuple(DATE_RULES.by_name.values())
EXAMPLES = [pytest.param(row, example, id=f"{row.name}: {example[1]}") for row in ROWS for example in row.examples]
NOTHING = [pytest.param(row, text, id=f"{row.name}: {text}") for row in ROWS for text in row.nothing]


@lru_cache(maxsize=1)
def blank_parser() -> Parser:
    import spacy

    pipeline = spacy.blank("de")
    pipeline.add_pipe("sentencizer")
    pipeline.meta["name"] = "blank"
    return Parser(pipeline)


def times(text: str, published: str) -> tuple[TimeExpression, ...]:
    story = article(text, published)
    return find_times(story, blank_parser().parse(story), DATE_RULES, Settings())


def test_there_are_forty_examples_and_ten_counter_examples() -> None:
    assert len(EXAMPLES) >= 40
    assert len(NOTHING) >= 10


@pytest.mark.parametrize(("row", "example"), EXAMPLES)
def test_an_example_is_found_by_its_rule_over_just_its_words(row: Rule | Join | Shade, example: Example) -> None:
    published, bracketed, value, begin, until = example
    start, stop = bracketed.index("["), bracketed.index("]")
    text = bracketed[:start] + bracketed[start + 1 : stop] + bracketed[stop + 1 :]

    found = {(one.span.start, one.span.end): one for one in times(text, published)}

    assert (start, stop - 1) in found, [one.text for one in found.values()]
    one = found[start, stop - 1]
    assert value == one.value
    # A shade belongs to the words of a rule, which gives its name.
    assert row.name in (one.proof.rule, *one.proof.lost) or (isinstance(row, Shade) and row.mod is one.mod)
    if isinstance(row, Rule) and not row.is_partial:
        assert row.name == one.proof.rule
    if begin is not None or one.interval is not None:
        assert one.interval is not None
        assert (begin, until) == (one.interval.begin_text, one.interval.until_text)


@pytest.mark.parametrize(("row", "text"), NOTHING)
def test_a_counter_example_is_not_found_by_the_rule(row: Rule | Join | Shade, text: str) -> None:
    names = {name for one in times(text, "2024-05-14") for name in (one.proof.rule, *one.proof.lost)}

    assert row.name not in names


@pytest.mark.parametrize(
    ("text", "direction", "shown_by"),
    [
        ("Der Rat wird am Freitag tagen.", Direction.FUTURE, "wird"),
        ("Für Freitag ist ein Umzug geplant.", Direction.FUTURE, "geplant"),
        ("Das Amt teilte am Freitag mit, der Weg werde gesperrt.", Direction.PAST, "teilte"),
        ("Der Weg soll gesperrt werden, sagte sie am Freitag.", Direction.PAST, "sagte"),
        ("Am Freitag brannte eine Scheune.", Direction.PAST, "Kein Wort"),
    ],
)
def test_without_a_parse_a_cue_word_of_the_clause_tells_the_direction(
    text: str, direction: Direction, shown_by: str
) -> None:
    (one,) = times(text, "2024-05-14")

    assert direction is one.proof.direction
    assert shown_by in one.proof.direction_reason


def test_english_tables_have_no_cue_words() -> None:
    assert language_pack("en").dates.cues is None


def test_german_is_no_language_to_choose_while_it_has_only_dates() -> None:
    assert "de" not in LANGUAGES.names
    with pytest.raises(UsageError, match="no language called 'de'"):
        language_pack("de")

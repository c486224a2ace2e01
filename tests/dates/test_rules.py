"""Every rule, join and shade of English, held to the examples that stand beside it."""

import pytest

from reporter.dates.meanings import NoTime
from reporter.dates.rules import Example, Join, Rule, Shade
from tests.dates.stories import DATES, times

ROWS: tuple[Rule | Join | Shade, ...] = tuple(DATES.by_name.values())
EXAMPLES = [pytest.param(row, example, id=f"{row.name}: {example[1]}") for row in ROWS for example in row.examples]
NOTHING = [pytest.param(row, text, id=f"{row.name}: {text}") for row in ROWS for text in row.nothing]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_rule_has_an_example_or_a_counter_example(row: Rule | Join | Shade) -> None:
    assert row.examples or row.nothing
    assert row.source


@pytest.mark.parametrize(("row", "example"), EXAMPLES)
def test_an_example_is_found_by_its_rule_over_just_its_words(row: Rule | Join | Shade, example: Example) -> None:
    published, bracketed, value, begin, until = example
    start, stop = bracketed.index("["), bracketed.index("]")
    text = bracketed[:start] + bracketed[start + 1 : stop] + bracketed[stop + 1 :]

    found = {(one.span.start, one.span.end): one for one in times(text, published)}

    assert (start, stop - 1) in found, [one.text for one in found.values()]
    one = found[start, stop - 1]
    assert value == one.value
    if isinstance(row, Rule) and row.is_partial:
        assert row.name in (one.proof.rule, *one.proof.lost)
    else:
        assert row.name == one.proof.rule
    if begin is not None or one.interval is not None:
        assert one.interval is not None
        assert (begin, until) == (one.interval.begin_text, one.interval.until_text)


@pytest.mark.parametrize(("row", "text"), NOTHING)
def test_a_counter_example_is_not_found_by_the_rule(row: Rule | Join | Shade, text: str) -> None:
    if isinstance(row, Rule) and not row.examples:
        assert not times(text, "2015-11-03")
    else:
        assert row.name not in {one.proof.rule for one in times(text, "2015-11-03")}


def test_a_rule_without_examples_only_takes_words_away() -> None:
    from reporter.dates.readings import no_time

    barren = [row.name for row in ROWS if not row.examples and not (isinstance(row, Rule) and row.yields is no_time)]

    assert barren == []
    assert NoTime() == NoTime()

"""Every row of the English layout table: its examples are found by it, its counter-examples by none of its kind."""

import re

import pytest

from reporter.ingest.kinds import Read, read_kinds
from reporter.ingest.layout import Form, LayoutRule
from reporter.languages.en.layout import LAYOUT
from reporter.model import ParagraphKind, Span

RULES = LAYOUT.rules


def unmarked(rule: LayoutRule, example: str) -> tuple[str, str | None]:
    """The paragraph without the brackets around its run, and the run."""
    if rule.form is Form.LINE:
        return example, None
    begin, end = example.index("["), example.rindex("]")
    return example[:begin] + example[begin + 1 : end] + example[end + 1 :], example[begin + 1 : end]


def read_one(text: str) -> Read:
    return read_kinds(text, [Span(start=0, end=len(text))], LAYOUT, headline="another headline")[0]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_finds_its_examples_and_leaves_the_rest_alone(rule: LayoutRule) -> None:
    assert rule.examples
    assert rule.nothing
    assert rule.source
    for example in rule.examples:
        text, run = unmarked(rule, example)
        read = read_one(text)
        assert read.rule == rule.name, example
        if run is not None and rule.kind in (ParagraphKind.DATELINE, ParagraphKind.CREDIT):
            found = read.paragraph.dateline or read.paragraph.credit or read.paragraph.span
            assert found.of(text) == run, example
        if run is not None and rule.kind is ParagraphKind.CAPTION and rule.form is Form.END:
            assert read.paragraph.credit is not None
            assert read.paragraph.credit.of(text) == run, example
    for text in rule.nothing:
        assert read_one(text).rule != rule.name, text
        assert read_one(text).paragraph.kind is not rule.kind, text


def test_names_of_rules_are_unique_and_kebab_case() -> None:
    names = [rule.name for rule in RULES]

    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in names)

"""The parse in our own types: offsets, sentences within paragraphs, one root each."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reporter.errors import LanguageError
from reporter.language import Parser, load_parser
from reporter.languages import language_pack
from reporter.model import Article, Paragraph, ParagraphKind, Parse, Span

STORY = (
    "The bridge over the Sorrel was shut on Tuesday.\n"
    "“We found a crack. It is deep,” said Ines Okafor, who runs the works. “Nobody was hurt.”\n"
    "The council’s\u00a0engineers\r\nhad warned of it twice."
)


@pytest.fixture(scope="module")
def parser() -> Parser:
    return load_parser(language_pack("en").parser)


def article(text: str, *kinds: ParagraphKind) -> Article:
    paragraphs = []
    start = 0
    lines = text.split("\n") if not kinds else [text]
    for line in lines:
        paragraphs.append(Paragraph(span=Span(start=start, end=start + len(line)), kind=ParagraphKind.BODY))
        start += len(line) + 1
    return Article(text=text, language="en", paragraphs=tuple(paragraphs))


def assert_well_formed(parse: Parse, text: str) -> None:
    assert [token.i for token in parse.tokens] == list(range(len(parse.tokens)))
    assert all(before.end <= after.start for before, after in pairwise(parse.tokens))
    assert [token.sentence for token in parse.tokens] == [
        sentence.number for sentence in parse.sentences for _ in parse.tokens_of(sentence)
    ]
    for sentence in parse.sentences:
        tokens = parse.tokens_of(sentence)
        assert [token for token in tokens if token.is_root] == [parse.root_of(sentence)]
        assert parse.root_of(sentence).subtree() == list(tokens)
        assert sentence.span == Span(start=tokens[0].start, end=tokens[-1].end)


def test_tokens_give_back_the_words_of_the_story(parser: Parser) -> None:
    parse = parser.parse(article(STORY))

    assert "".join(token.text for token in parse.tokens) == "".join(STORY.split())
    assert all(token.span.of(STORY) == token.text for token in parse.tokens)


def test_every_sentence_is_one_tree(parser: Parser) -> None:
    assert_well_formed(parser.parse(article(STORY)), STORY)


def test_a_closing_mark_ends_its_sentence(parser: Parser) -> None:
    parse = parser.parse(article(STORY))

    assert "“Nobody was hurt.”" in [sentence.span.of(STORY) for sentence in parse.sentences]


def test_no_sentence_crosses_a_paragraph(parser: Parser) -> None:
    text = "The minister spoke of\nA bridge that fell"
    parse = parser.parse(article(text))

    assert {sentence.paragraph for sentence in parse.sentences} == {0, 1}
    assert not any("\n" in sentence.span.of(text) for sentence in parse.sentences)


def test_datelines_and_picture_credits_are_not_parsed(parser: Parser) -> None:
    text = "OSLO, May 3 (NTB) - Ferries stopped. (Photo: Ida Lund)"
    paragraph = Paragraph(
        span=Span(start=0, end=len(text)),
        kind=ParagraphKind.CAPTION,
        dateline=Span(start=0, end=20),
        credit=Span(start=text.rindex("("), end=len(text)),
    )
    parse = parser.parse(Article(text=text, language="en", paragraphs=(paragraph,)))

    assert [token.text for token in parse.tokens] == ["Ferries", "stopped", "."]


def test_paragraphs_without_prose_are_not_parsed(parser: Parser) -> None:
    text = "Read more of our stories here."
    paragraph = Paragraph(span=Span(start=0, end=len(text)), kind=ParagraphKind.BOILERPLATE)

    assert parser.parse(Article(text=text, language="en", paragraphs=(paragraph,))).sentences == ()


def test_many_stories_come_back_in_order_and_as_if_alone(parser: Parser) -> None:
    texts = [f"Story {number} is about a ferry. It sank in {1900 + number}." for number in range(40)]
    together = [(a.text, [t.dep for t in p.tokens]) for a, p in parser.parse_many(article(text) for text in texts)]
    alone = [(text, [token.dep for token in parser.parse(article(text)).tokens]) for text in texts]

    assert together == alone


def test_lookups_by_offset_agree_with_a_walk(parser: Parser) -> None:
    parse = parser.parse(article(STORY))
    for offset in range(len(STORY)):
        holding = [token for token in parse.tokens if token.start <= offset < token.end]
        assert parse.token_at(offset) is (holding[0] if holding else None)
        window = Span(start=offset, end=min(offset + 9, len(STORY)))
        assert parse.tokens_in(window) == tuple(token for token in parse.tokens if token.span.overlaps(window))


def test_a_missing_pipeline_says_how_to_get_it() -> None:
    with pytest.raises(LanguageError) as caught:
        load_parser("xx_no_such_pipeline")

    assert caught.value.code == "parser-missing"
    assert "pip install 'xx-no-such-pipeline'" in caught.value.remedy


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.one_of(st.sampled_from("ab.“”\"'’ \n\u00a0\u200f\x00,A"), st.characters()), max_size=120))
@example(text="\ud800 fell.")
def test_any_text_gives_well_formed_sentences(text: str) -> None:
    parse = load_parser(language_pack("en").parser).parse(article(text))

    assert_well_formed(parse, text)

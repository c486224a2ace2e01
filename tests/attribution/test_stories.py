"""Whole stories: the ledger, the chains, and what hostile text must not do."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.attribution import find_attributions
from reporter.attribution.quotes import SPEECH_WORDS, find_quotations
from reporter.language import load_parser
from reporter.languages.en.attribution import LEXICON
from reporter.model import (
    Article,
    Paragraph,
    ParagraphKind,
    PublicationTime,
    QuoteType,
    Settings,
    Source,
    SourceKind,
    Span,
)
from tests.attribution.stories import PARSER, read, story, written

WIRE = """Bolivian engineers closed nine bridges in the past two days, the transport ministry said on Friday.
The ministry said in a statement that cables had rusted through.
It said 40 more bridges would be tested.
"We have found cracks in every second tower that was opened," the ministry said.
"Nobody should cross the valley on foot before the work is done."
The ministry had said Tuesday that lorry drivers, who it says had ignored the signs, caused the damage.
Bolivian Public Works Minister Teresa Mamani repeated on Friday that no money was missing."""


def by_name(sources: tuple[Source, ...]) -> dict[str, Source]:
    return {source.name: source for source in sources}


def test_a_ministry_its_pronouns_and_its_short_name_are_one_source() -> None:
    found, sources = read(WIRE)
    assert [source.name for source in sources] == ["the transport ministry", "Teresa Mamani"]
    ministry = sources[0]
    assert {written((mention.span,), WIRE).lower() for mention in ministry.mentions} == {
        "the transport ministry",
        "the ministry",
        "it",
    }
    assert {attribution.source_id for attribution in found[:-1]} == {ministry.id}


def test_a_paragraph_of_quotation_goes_on_with_the_quotation_before() -> None:
    found, _ = read(WIRE)
    quoted = next(attribution for attribution in found if attribution.quote_type is QuoteType.DIRECT)

    assert [span.of(WIRE) for span in quoted.content] == [
        '"We have found cracks in every second tower that was opened,"',
        '"Nobody should cross the valley on foot before the work is done."',
    ]


def test_a_paragraph_of_quotation_behind_indirect_speech_inherits_the_speaker() -> None:
    text = (
        'The transport ministry said on Friday that cables had rusted through.\n"Nobody should cross the valley now."'
    )
    found, sources = read(text)

    assert [(one.frame, written(one.source, text), one.source_id) for one in found[1:]] == [
        ("inherited", "The transport ministry", sources[0].id)
    ]


def test_what_a_source_says_that_another_says_is_a_chain() -> None:
    found, _ = read(WIRE)
    inner = next(attribution for attribution in found if attribution.within is not None)
    outer = next(attribution for attribution in found if attribution.id == inner.within)
    assert written(inner.source, WIRE) == "it"
    assert written(outer.source, WIRE) == "The ministry"


def test_a_ministry_speaks_for_the_country_of_the_dateline() -> None:
    dateline, body = "LIMA, Oct 12 -", "The transport ministry said nine bridges were closed."
    text = f"{dateline} {body}"
    paragraph = Paragraph(
        span=Span(start=0, end=len(text)), kind=ParagraphKind.BODY, dateline=Span(start=0, end=len(dateline))
    )
    for place, country in (("MOSCOW", "Russia"), ("PARIS ", "France"), ("XXXXXX", None)):
        written_text = text.replace("LIMA", place)
        shift = len(written_text) - len(text)
        moved = Paragraph(
            span=Span(start=0, end=paragraph.span.end + shift),
            kind=ParagraphKind.BODY,
            dateline=Span(start=0, end=len(dateline) + shift),
        )
        article = Article(text=written_text, language="en", paragraphs=(moved,))
        _, sources = find_attributions(article, load_parser(PARSER).parse(article), LEXICON, Settings())
        assert [source.affiliation for source in sources] == [country]


def test_a_newsroom_can_say_who_stands_on_which_side() -> None:
    article = story("Moscow said the talks had failed.")
    parse = load_parser(PARSER).parse(article)
    _, (moscow,) = find_attributions(article, parse, LEXICON, Settings(sides={"Russia": "coalition"}))
    assert moscow.side == "coalition"


def test_a_repeated_paragraph_has_the_same_sources() -> None:
    line = "Finance Minister Amina Bello said rates would rise."
    found, sources = read(f"{line}\n{line}")
    assert len(sources) == 1
    assert [attribution.source_id for attribution in found] == ["s1", "s1"]
    assert len(sources[0].mentions) == 2


def test_two_people_of_one_surname_are_two_sources() -> None:
    text = "Peter Hall said the price was fair. Anna Hall said it was not. Mr Hall said he would pay."
    found, sources = read(text)
    assert set(by_name(sources)) == {"Peter Hall", "Anna Hall"}
    assert found[2].source_id == by_name(sources)["Peter Hall"].id


def test_a_surname_that_two_people_bear_is_not_guessed() -> None:
    found, _ = read("Peter Hall said the price was fair. Anna Hall said it was not. Hall said the vote would decide.")
    assert found[2].source_id is None


def test_why_somebody_is_unnamed_is_in_the_storys_own_words() -> None:
    _, (diplomat,) = read(
        "A senior diplomat said the deal was close, speaking on condition of anonymity as talks go on."
    )
    assert diplomat.kind is SourceKind.ANONYMOUS
    assert diplomat.unnamed_because == "on condition of anonymity as talks go on"


def test_ids_count_in_text_order() -> None:
    found, sources = read(WIRE)
    assert [each.id for each in found] == [f"a{number}" for number in range(1, len(found) + 1)]
    assert [each.id for each in sources] == [f"s{number}" for number in range(1, len(sources) + 1)]


def test_the_same_story_gives_the_same_answer() -> None:
    article = story(WIRE)
    parse = load_parser(PARSER).parse(article)
    first = find_attributions(article, parse, LEXICON, Settings())
    assert find_attributions(article, parse, LEXICON, Settings()) == first


def test_a_story_without_prose_has_nobody_in_it() -> None:
    day = PublicationTime(day=date(2020, 1, 1))
    for article in (story(""), story("\n \n"), Article(text="x", language="en", published=day)):
        parse = load_parser(PARSER).parse(article)
        assert find_attributions(article, parse, LEXICON, Settings()) == ((), ())


@pytest.mark.parametrize(
    "text",
    [
        '"We will not go there again," he said. ' * 2500,
        "“We will not go there again,\n" * 2500,
        '"' + "We will not go there again, he said. " * 300,
        "The minister said that the plan was good and " * 4500,
        "said, " * 3000,
        "x" * 200_000,
    ],
    ids=["5000 marks", "never closed", "one mark", "one endless sentence", "cues alone", "one word"],
)
@pytest.mark.slow
def test_hostile_text_ends_in_seconds(text: str) -> None:
    article = story(text)
    find_attributions(article, load_parser(PARSER).parse(article), LEXICON, Settings())


def test_every_long_quotation_has_an_attribution() -> None:
    text = (
        'Rain fell. "We have been walking for nine days now." The road was wet. '
        "“Nobody told us where the camp was,” said Ada Eze.\n"
        '"The bread ran out on the second day."\n'
        "Lorries passed. 'The bridge had gone by the time we reached it,' her son said."
    )
    found, _ = read(text)
    for quotation in find_quotations(story(text)):
        assert quotation.words >= SPEECH_WORDS
        assert any(span.start <= quotation.start < span.end for each in found for span in each.content)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([*"\"“”'‘’.,:;?\n", "he", "said", "Moscow", "the minister", "that", "no", " "]),
        max_size=60,
    )
)
def test_any_text_gives_spans_inside_of_it(words: list[str]) -> None:
    text = " ".join(words)
    found, sources = read(text)
    ids = {source.id for source in sources}
    for attribution in found:
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            assert span.start < span.end <= len(text)
        assert attribution.source_id is None or attribution.source_id in ids

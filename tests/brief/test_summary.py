"""The summary: at most five sentences, each with its source and its dates, none an assertion of ours."""

from reporter.model import Quantity, QuoteType, SourceKind, Span
from tests.brief.made import attribution, brief, claim, find, interval, source, story, time

MONDAY = interval("2015-10-12", "2015-10-13")


def test_an_attributed_sentence_keeps_its_attribution_and_gets_its_date() -> None:
    article = story("It said on Monday the raids had hit 53 targets.")
    said = attribution(1, article.text, "It", "said", "the raids had hit 53 targets")
    found = brief(
        article,
        times=(time(1, find(article.text, "Monday"), article.text, MONDAY),),
        sources=(source(1, "Varlund defence ministry", SourceKind.ORGANISATION),),
        attributions=(said,),
        claims=(claim(1, article, "the raids had hit 53 targets", [said]),),
    )

    assert [sentence.text for sentence in found.summary] == [
        "The Varlund defence ministry said on Monday, 12 October 2015, the raids had hit 53 targets."
    ]


def test_what_the_story_states_itself_is_introduced_as_that() -> None:
    article = story("The dam above Karvala broke at night.")
    found = brief(article, claims=(claim(1, article, "The dam above Karvala broke at night"),))

    assert [sentence.text for sentence in found.summary] == [
        "The story states, without a source, that the dam above Karvala broke at night."
    ]


def test_two_claims_of_one_sentence_are_told_once() -> None:
    article = story("Halloran said the wall was old and the gates were open.")
    said = attribution(1, article.text, "Halloran", "said", "the wall was old and the gates were open")
    found = brief(
        article,
        sources=(source(1, "Petra Halloran"),),
        attributions=(said,),
        claims=(claim(1, article, "the wall was old", [said]), claim(2, article, "the gates were open", [said])),
    )

    assert [sentence.claim_ids for sentence in found.summary] == [("c1", "c2")]


def test_a_quote_whose_speaker_stands_in_another_sentence_is_given_to_the_speaker() -> None:
    first, second = "“The wall was old,” Brandt said.", "“Nobody listened to us at the time.”"
    article = story(f"{first} {second}")
    said = attribution(1, article.text, "Brandt", "said", second, quote_type=QuoteType.DIRECT)
    quote = claim(1, article, "Nobody listened to us at the time", [said], sentence=second)
    found = brief(article, sources=(source(1, "Tomas Brandt"),), attributions=(said,), claims=(quote,))

    assert [sentence.text for sentence in found.summary] == ["“Nobody listened to us at the time,” Tomas Brandt said."]


def test_what_the_story_adds_behind_an_attribution_is_cut() -> None:
    article = story("The dam broke, the mayor said on Monday, as engineers inspected the second wall.")
    said = attribution(1, article.text, "the mayor", "said", "The dam broke")
    found = brief(
        article,
        sources=(source(1, "the mayor"),),
        attributions=(said,),
        claims=(claim(1, article, "The dam broke", [said]), claim(2, article, "engineers inspected the second wall")),
    )

    assert [(sentence.text, sentence.claim_ids) for sentence in found.summary] == [
        ("The dam broke, the mayor said on Monday.", ("c1",))
    ]


def test_the_storys_own_clause_before_an_attribution_is_introduced_apart() -> None:
    article = story("A fire burned in the harbour, and the county said 640 people had left.")
    said = attribution(1, article.text, "the county", "said", "640 people had left")
    found = brief(
        article,
        sources=(source(1, "the county", SourceKind.ORGANISATION),),
        attributions=(said,),
        claims=(claim(1, article, "A fire burned in the harbour"), claim(2, article, "640 people had left", [said])),
    )

    assert [sentence.text for sentence in found.summary] == [
        "The story states, without a source, that a fire burned in the harbour; the county said 640 people had left."
    ]


def test_a_quotation_without_a_speaker_says_so() -> None:
    article = story("“Nobody listened to us at any time.”")
    said = attribution(1, article.text, None, "", article.text, None, QuoteType.DIRECT)
    found = brief(
        article, attributions=(said,), claims=(claim(1, article, "Nobody listened to us at any time", [said]),)
    )

    assert [sentence.text for sentence in found.summary] == [
        "The story quotes, without a speaker: “Nobody listened to us at any time.”"
    ]


def test_at_most_five_sentences_are_chosen_and_told_in_text_order() -> None:
    lines = [f"Team {number} counted {number} broken walls in the valley." for number in range(1, 9)]
    article = story(*lines)
    found = brief(article, claims=tuple(claim(n, article, line[:-1], sentence=line) for n, line in enumerate(lines, 1)))
    places = [int(sentence.claim_ids[0][1:]) for sentence in found.summary]

    assert len(places) <= 5
    assert places == sorted(places)


def test_a_figure_with_a_named_source_comes_before_an_unsourced_remark() -> None:
    remark, figure = "The weather was mild in the valley.", "Halloran said 14 people had died in the flood."
    article = story(remark, figure)
    said = attribution(1, article.text, "Halloran", "said", "14 people had died in the flood")
    told = claim(2, article, "14 people had died in the flood", [said], sentence=figure)
    span = find(article.text, "14 people")
    from dataclasses import replace

    told = replace(told, quantities=(Quantity(span=span, text="14 people", value=14.0, unit="people"),))
    found = brief(
        article,
        sources=(source(1, "Petra Halloran"),),
        attributions=(said,),
        claims=(claim(1, article, remark[:-1], sentence=remark), told),
    )

    assert found.summary[-1].claim_ids == ("c2",)
    assert isinstance(span, Span)


def test_a_story_without_claims_has_no_summary() -> None:
    assert brief(story("Karvala:")).summary == ()

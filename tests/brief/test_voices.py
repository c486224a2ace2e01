"""Who fills how much of the story."""

import pytest

from tests.brief.made import attribution, brief, claim, source, story


def test_a_nested_content_counts_for_the_inner_voice_alone() -> None:
    article = story("Halloran said the operator claimed it was safe.")
    outer = attribution(1, article.text, "Halloran", "said", "the operator claimed it was safe")
    inner = attribution(2, article.text, "the operator", "claimed", "it was safe", "s2", within="a1")
    found = brief(
        article,
        sources=(source(1, "Halloran"), source(2, "the operator")),
        attributions=(outer, inner),
        claims=(claim(1, article, "it was safe", [outer, inner]),),
    )

    assert {voice.source_id: voice.characters for voice in found.voices} == {
        "s1": len("the operator claimed "),
        "s2": len("it was safe"),
    }
    assert sum(voice.share for voice in found.voices) == pytest.approx(1)


def test_a_repeated_paragraph_is_not_counted_again() -> None:
    line = "The mayor said it was safe."
    article = story(line, line, repeats={1: 0})
    first = attribution(1, article.text, "The mayor", "said", "it was safe")
    again = attribution(2, article.text, "The mayor", "said", "it was safe", nth=2)
    found = brief(
        article,
        sources=(source(1, "the mayor"),),
        attributions=(first, again),
        claims=(claim(1, article, "it was safe", [first], sentence=line),),
    )

    assert [(voice.attributions, voice.claims, voice.characters) for voice in found.voices] == [
        (1, 1, len("it was safe"))
    ]


def test_words_that_belong_to_nobody_known_keep_shares_below_one() -> None:
    article = story("Halloran said it broke. He said it was old.")
    known = attribution(1, article.text, "Halloran", "said", "it broke")
    unknown = attribution(2, article.text, "He", "said", "it was old", None)
    found = brief(article, sources=(source(1, "Halloran"),), attributions=(known, unknown))

    assert [voice.share for voice in found.voices] == [pytest.approx(len("it broke") / len("it brokeit was old"))]

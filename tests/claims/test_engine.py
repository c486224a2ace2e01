"""What becomes a claim, whose it is, and what is listed once."""

import pytest

from reporter.model import Checkability, Modality, ParagraphKind, QuoteType, SourceKind, Stance
from tests.claims.stories import Says, article, claims, texts


def test_what_a_source_says_is_a_claim_with_that_source() -> None:
    story = article("The dam broke at night, the mayor said.")
    found = claims(story, Says(source="the mayor", cue="said", content=("The dam broke at night",)))

    assert texts(found) == ["The dam broke at night"]
    assert [(link.source_id, link.cue) for link in found[0].chain] == [("s1", "said")]


def test_what_the_story_states_itself_is_a_claim_without_a_source() -> None:
    found = claims(article("Rescue teams counted 17 dead."))

    assert texts(found) == ["Rescue teams counted 17 dead"]
    assert found[0].chain == ()
    assert found[0].quote_type is None


@pytest.mark.parametrize("kind", [kind for kind in ParagraphKind if kind is not ParagraphKind.BODY])
def test_only_body_text_gives_claims(kind: ParagraphKind) -> None:
    story = article("The dam broke.", "Nobody was hurt.", kinds=(kind,))

    assert texts(claims(story)) == ["Nobody was hurt"]


@pytest.mark.parametrize("sentence", ["Karvala:", "Dam down, 14 dead.", "Read more here.", "– – –", "A night of fear"])
def test_what_asserts_nothing_gives_no_claim(sentence: str) -> None:
    assert claims(article(sentence)) == ()


def test_a_refusal_to_comment_asserts_nothing() -> None:
    story = article("The ministry declined to comment on the dam.")
    refusal = Says(source="The ministry", cue="declined", content=("to comment on the dam",), stance=Stance.REFUSING)

    assert claims(story, refusal) == ()


def test_a_content_of_two_sentences_is_two_claims() -> None:
    story = article("“The wall was old. Nobody listened to us,” Brandt said.")
    found = claims(
        story,
        Says(
            source="Brandt",
            cue="said",
            content=("“The wall was old. Nobody listened to us,”",),
            quote_type=QuoteType.DIRECT,
        ),
    )

    assert texts(found) == ["The wall was old", "Nobody listened to us"]
    assert [claim.chain[0].source_id for claim in found] == ["s1", "s1"]


def test_a_conjunction_of_two_assertions_is_two_claims() -> None:
    story = article("Halloran said that the army had been called and that no bodies were left in the mud.")
    found = claims(
        story,
        Says(
            source="Halloran",
            cue="said",
            content=("that the army had been called and that no bodies were left in the mud",),
        ),
    )

    assert texts(found) == ["the army had been called", "no bodies were left in the mud"]
    assert [claim.is_negated for claim in found] == [False, True]


def test_two_verbs_of_one_subject_stay_one_claim() -> None:
    found = claims(article("The flood broke the wall and filled the valley."))

    assert texts(found) == ["The flood broke the wall and filled the valley"]


def test_what_the_reporter_adds_behind_an_attribution_is_the_storys_own_claim() -> None:
    story = article("The dam broke at night, the mayor said, as engineers inspected the second wall.")
    found = claims(story, Says(source="the mayor", cue="said", content=("The dam broke at night",)))

    assert texts(found) == ["The dam broke at night", "engineers inspected the second wall"]
    assert found[1].chain == ()


def test_what_the_source_did_before_speaking_is_the_storys_own_claim() -> None:
    story = article("Halloran arrived in the valley and said the army had been called.")
    found = claims(story, Says(source="Halloran", cue="said", content=("the army had been called",)))

    assert texts(found) == ["Halloran arrived in the valley", "the army had been called"]


def test_a_clause_that_describes_the_source_is_no_claim() -> None:
    story = article("The wall was old, said Tomas Brandt, who leads the union of the dam workers.")
    found = claims(story, Says(source="Tomas Brandt", cue="said", content=("The wall was old",)))

    assert texts(found) == ["The wall was old"]


def test_who_says_that_who_says_is_a_chain_outermost_first() -> None:
    story = article("Halloran said the operator had claimed that the wall was inspected.")
    found = claims(
        story,
        Says(source="Halloran", cue="said", content=("the operator had claimed that the wall was inspected",)),
        Says(
            source="the operator",
            cue="had claimed",
            content=("the wall was inspected",),
            stance=Stance.DOUBTING,
            within=1,
        ),
    )

    assert texts(found) == ["the wall was inspected"]
    assert [(link.source_id, link.cue, link.stance) for link in found[0].chain] == [
        ("s1", "said", Stance.NEUTRAL),
        ("s2", "had claimed", Stance.DOUBTING),
    ]
    assert found[0].source_id == "s2"


def test_a_relative_clause_that_somebody_claims_gets_its_noun() -> None:
    story = article("The army said the raids were demoralising the rebels, who it claims were leaving the valley.")
    found = claims(
        story,
        Says(
            source="The army",
            cue="said",
            content=("the raids were demoralising the rebels, who it claims were leaving the valley",),
        ),
        Says(source="it", cue="claims", content=("who", "were leaving the valley"), name="The army", within=1),
    )

    assert texts(found) == ["the raids were demoralising the rebels", "the rebels were leaving the valley"]
    assert [len(claim.chain) for claim in found] == [1, 2]


def test_a_repeated_paragraph_adds_appearances_and_no_claims() -> None:
    line = "The dam broke at night. Nobody was hurt."
    story = article(line, "Rain is falling.", line, repeats={2: 0})
    found = claims(story)

    assert texts(found) == ["The dam broke at night", "Nobody was hurt", "Rain is falling"]
    assert [span.of(story.text) for span in found[0].appearances] == ["The dam broke at night"]
    assert found[0].appearances[0].start > found[2].spans[0].start


def test_a_repeat_with_small_changes_counts_once_but_not_one_with_another_number() -> None:
    story = article(
        "The dam above the old town broke late at night. It killed 14 people in the valley below the wall.",
        "The dam above the old town broke late on the night. It killed 17 people in the valley below the wall.",
        repeats={1: 0},
    )
    found = claims(story)

    assert len(found) == 3
    assert len(found[0].appearances) == 1
    assert found[2].text.startswith("It killed 17")


def test_the_same_words_by_the_same_source_are_one_claim_anywhere() -> None:
    story = article("The dam is safe, the mayor said.", "Rain fell.", "The mayor said: The dam is safe.")
    found = claims(
        story,
        Says(source="the mayor", cue="said", content=("The dam is safe",)),
        Says(source="The mayor", cue="said", content=("The dam is safe",), name="the mayor", nth=2),
    )

    assert texts(found) == ["The dam is safe", "Rain fell"]
    assert len(found[0].appearances) == 1


def test_the_same_words_by_two_sources_are_two_claims() -> None:
    story = article("The dam is safe, Halloran said. The dam is safe, Brandt said.")
    found = claims(
        story,
        Says(source="Halloran", cue="said", content=("The dam is safe",)),
        Says(source="Brandt", cue="said", content=("The dam is safe",), nth=2),
    )

    assert [(claim.text, claim.source_id) for claim in found] == [("The dam is safe", "s1"), ("The dam is safe", "s2")]


def test_what_nobody_is_named_for_is_reported() -> None:
    story = article("Engineers have reportedly found cracks in two other dams.")
    found = claims(
        story,
        Says(
            source=None,
            cue="reportedly",
            content=("Engineers have", "found cracks in two other dams"),
        ),
    )

    assert texts(found) == ["Engineers have found cracks in two other dams"]
    assert found[0].modality is Modality.REPORTED


def test_a_question_that_is_put_is_a_claim_that_cannot_be_checked() -> None:
    story = article("Brandt asked whether the wall was safe.")
    found = claims(
        story, Says(source="Brandt", cue="asked", content=("whether the wall was safe",), stance=Stance.ASKING)
    )

    assert texts(found) == ["the wall was safe"]
    assert found[0].checkability is Checkability.QUESTION


def test_quotation_marks_stay_where_only_some_words_are_quoted() -> None:
    story = article("The “world-class” wall met every standard, the operator said.")
    found = claims(
        story,
        Says(
            source="the operator",
            cue="said",
            content=("The “world-class” wall met every standard",),
            quote_type=QuoteType.MIXED,
        ),
    )

    assert texts(found) == ["The “world-class” wall met every standard"]


def test_ids_follow_the_text() -> None:
    found = claims(article("The dam broke. The mayor left. The rain stopped."))

    assert [claim.id for claim in found] == ["c1", "c2", "c3"]


def test_names_are_runs_of_proper_nouns_and_no_dates() -> None:
    story = article("Varden Energy built the Karvala dam near the Bay of Oslen on Monday.")
    found = claims(story)

    assert [name.of(story.text) for name in found[0].names] == ["Varden Energy", "Karvala", "Bay of Oslen"]


def test_every_span_lies_in_the_text_and_gives_back_the_words() -> None:
    story = article("Halloran said the wall, which she called “old”, broke on Sunday.", "It killed at least 14 people.")
    found = claims(
        story, Says(source="Halloran", cue="said", content=("the wall, which she called “old”, broke on Sunday",))
    )

    for claim in found:
        assert claim.text == " ".join(span.of(story.text) for span in claim.spans)
        assert all(claim.sentence.contains(span) for span in claim.spans)
        assert all(quantity.text == quantity.span.of(story.text) for quantity in claim.quantities)


def test_an_attribution_to_a_source_that_is_not_given_is_refused() -> None:
    from dataclasses import replace

    from reporter.claims import extract_claims
    from reporter.languages import language_pack
    from tests.claims.stories import parser
    from tests.samples import sample_article, sample_attributions

    story = sample_article()
    stranger = replace(sample_attributions()[0], source_id="s99")

    with pytest.raises(ValueError, match="s99"):
        extract_claims(story, parser().parse(story), (), (stranger,), (), language_pack("en").claims)


def test_a_collective_source_is_a_source() -> None:
    story = article("The sirens came late, residents said.")
    found = claims(
        story, Says(source="residents", cue="said", content=("The sirens came late",), kind=SourceKind.COLLECTIVE)
    )

    assert found[0].source_id == "s1"


def test_what_the_speaker_did_while_saying_so_is_no_claim() -> None:
    story = article("“He treated it like his own bank,” Judge Ruth Penrose said as she sentenced him.")
    found = claims(
        story,
        Says(
            source="Judge Ruth Penrose",
            cue="said",
            content=("“He treated it like his own bank,”",),
            quote_type=QuoteType.DIRECT,
        ),
    )

    assert texts(found) == ["He treated it like his own bank"]


def test_a_condition_outside_of_a_content_is_no_assertion() -> None:
    story = article("The wall is safe, the mayor said, if the rain stops.")

    assert texts(claims(story, Says(source="the mayor", cue="said", content=("The wall is safe",)))) == [
        "The wall is safe"
    ]


def test_a_content_without_a_verb_comes_with_the_verb_that_says_it() -> None:
    story = article("Soren accused the ministry of having kept a report from the town.")
    found = claims(
        story,
        Says(source="Soren", cue="accused", content=("the ministry of having kept a report from the town",)),
    )

    assert texts(found) == ["accused the ministry of having kept a report from the town"]


def test_what_somebody_is_said_to_have_asked_for_is_the_tellers_claim() -> None:
    story = article("Varga said most of the staff had asked to be moved.")
    found = claims(
        story,
        Says(source="Varga", cue="said", content=("most of the staff had asked to be moved",)),
        Says(source="most of the staff", cue="had asked", content=("to be moved",), stance=Stance.ASKING, within=1),
    )

    assert texts(found) == ["most of the staff had asked to be moved"]
    assert [len(claim.chain) for claim in found] == [1]


def test_a_mark_left_open_by_the_content_is_closed() -> None:
    story = article("Ramos said the refereeing was “a disgrace”.")
    found = claims(story, Says(source="Ramos", cue="said", content=("the refereeing was “a disgrace",)))

    assert texts(found) == ["the refereeing was “a disgrace”"]


def test_a_lone_pronoun_comes_with_who_says_what_of_it() -> None:
    story = article("Sirens came late, residents said. The county disputes this.")
    found = claims(
        story,
        Says(source="residents", cue="said", content=("Sirens came late",)),
        Says(source="The county", cue="disputes", content=("this",), stance=Stance.DENYING),
    )

    assert texts(found) == ["Sirens came late", "The county disputes this"]


def test_a_demand_is_no_question() -> None:
    story = article("More demanded a judicial probe.")
    found = claims(story, Says(source="More", cue="demanded", content=("a judicial probe",), stance=Stance.ASKING))

    assert texts(found) == ["demanded a judicial probe"]
    assert found[0].checkability is Checkability.OPINION

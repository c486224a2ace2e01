import pytest

from reporter.languages.en import ENGLISH
from reporter.model import Settings, Source, SourceKind
from reporter.verification import verify
from reporter.verification.parties import nation_of, origin_of, side_of
from tests.verification.stories import sample_story, story_of

WORDS = ENGLISH.verification


@pytest.mark.parametrize(
    ("written", "nation"),
    [
        ("Russia", "Russia"),
        ("the Russian defence ministry", "Russia"),
        ("Moscow", "Russia"),
        ("Moscow's envoy", "Russia"),
        ("United States", "United States"),
        ("Varden Energy", None),
        ("polish the silver", None),
        (None, None),
    ],
)
def test_a_country_is_known_by_name_adjective_and_capital(written: str | None, nation: str | None) -> None:
    assert nation == nation_of(written, WORDS)


def source(name: str, **others: object) -> Source:
    return Source(id="s1", name=name, kind=SourceKind.ORGANISATION, **others)  # type: ignore[arg-type]


def test_the_settings_side_of_a_source_wins() -> None:
    assert side_of(source("Turkish army", side="the alliance"), sample_story(), WORDS) == "the alliance"


def test_a_source_without_a_side_or_a_country_stands_for_its_body() -> None:
    assert side_of(source("Varden Energy", affiliation="Varden Energy"), sample_story(), WORDS) == "Varden Energy"
    assert side_of(source("Varden Energy"), sample_story(), WORDS) is None


def test_all_who_speak_for_one_government_are_one_origin() -> None:
    assert origin_of(source("Turkish army", affiliation="Turkey"), WORDS) == origin_of(source("Ankara"), WORDS)
    assert origin_of(source("Varden Energy"), WORDS) != origin_of(source("Norden Press"), WORDS)


def test_sides_of_the_settings_make_a_story_one_sided() -> None:
    text = (
        "Ana Brenn said the river had risen by a metre. Jon Velder said the bridge had been closed. "
        "Mira Tolk said two houses had gone."
    )
    sides = {"Ana Brenn": "the council", "Jon Velder": "the council", "Mira Tolk": "the council"}

    def codes(**settings: object) -> set[str]:
        story = story_of(text, "2021-03-16", **settings)
        return {flag.code for flag in verify(story, WORDS, Settings())[0]}

    assert "SRC-ONESIDED" not in codes()
    assert "SRC-ONESIDED" in codes(sides=sides)

"""Stories with thousands of marks, an odd one, none, or hundreds of speakers: right, in the time of their length."""

import pytest

from reporter.model import QuoteType
from tests.attribution.stories import read, written

FIRST = (
    "Ada",
    "Ben",
    "Cora",
    "Dan",
    "Eva",
    "Finn",
    "Gita",
    "Hugo",
    "Ida",
    "Jon",
    "Kara",
    "Leo",
    "Mira",
    "Nils",
    "Olga",
)
LAST = ("Brandt", "Falk", "Holt", "Lund", "Marek", "Norden", "Orr", "Pugh", "Reyl", "Sorel", "Tarn", "Voss", "Winter")
LATER = ("Adler", "Birk", "Cole", "Dahl", "Egger", "Frost", "Grau")
NAMES = [f"{first} {last}" for last in (*LAST, *LATER) for first in FIRST]


def test_five_thousand_quotation_marks_are_two_and_a_half_thousand_quotations_of_their_speakers() -> None:
    lines = [
        f'"The wall of house {number} will be mended this year," {NAMES[number % 300]} said.' for number in range(2500)
    ]
    found, sources = read("\n\n".join(lines))

    assert "\n\n".join(lines).count('"') == 5000
    assert len(found) == 2500
    assert {one.quote_type for one in found} == {QuoteType.DIRECT}
    by_id = {source.id: source for source in sources}
    told = [by_id[one.source_id or ""].name for one in found]
    assert [
        name
        for name, wanted in zip(told, (NAMES[number % 300] for number in range(2500)), strict=True)
        if name != wanted
    ] == []


def test_three_hundred_speakers_are_three_hundred_sources() -> None:
    text = "\n\n".join(f"{name} said the road to the harbour was closed." for name in NAMES)
    found, sources = read(text)

    assert len(found) == len(NAMES) == 300
    assert [source.name for source in sources] == NAMES


@pytest.mark.parametrize(
    "odd",
    [
        '"The bridge is shut for a week or more, said Ada Lund.',
        'The bridge is shut" for a week, said Ada Lund.',
        'The mayor said the bridge "was shut for a week.',
    ],
)
def test_an_odd_mark_costs_its_paragraph_and_no_other(odd: str) -> None:
    before = '"The ferry will run on Sunday," Ben Falk said.'
    after = '"The tunnel will open in the spring," Mira Holt said.'
    text = f"{before}\n\n{odd}\n\n{after}"
    found, _ = read(text)
    quoted = {
        written(one.source, text): written(one.content, text) for one in found if one.quote_type is QuoteType.DIRECT
    }

    assert quoted["Ben Falk"] == '"The ferry will run on Sunday,"'
    assert quoted["Mira Holt"] == '"The tunnel will open in the spring,"'


def test_a_story_without_marks_has_no_quotation() -> None:
    found, _ = read("Ada Lund said the bridge was shut. Ben Falk told the council that it would open in May.")

    assert [one.quote_type for one in found] == [QuoteType.INDIRECT, QuoteType.INDIRECT]

"""Stories of every shape that a brief must carry, made from sentences of our own; `bench/gallery.py --shapes`
renders them.

Each is there for what it does to a page: nothing to say, too much to say, many voices, names that
run the other way or never break, dates in a heap, paragraphs that are a list, characters that no template may
believe.
"""

from collections.abc import Mapping

PUBLISHED = "2025-03-18 09:00+00:00"
"""For all shapes but `undated`."""

_PLACES = ("Marlow Quay", "Teller's Row", "Upper Brack", "Saint Odo", "the Millrace", "Garnet Street", "Low Fen")
_ROLES = ("ferry pilot", "school cook", "tax inspector", "night nurse", "roofer", "beekeeper", "court clerk", "printer")
_FIRST = ("Anna", "Boris", "Carla", "Dmitri", "Esther", "Fergus", "Greta", "Hassan", "Ingrid", "Jonas")
_LAST = ("Abel", "Brandt", "Castell", "Dorne", "Ekman", "Farrow", "Gallo", "Hale", "Imre", "Juhl")
_SAID = (
    "the water reached the second step in {n} minutes",
    "at least {n} cellars were still full on Monday",
    "the pumps at {place} had not run since last Thursday",
    "about {n} people slept in the school at {place}",
    "nobody had opened the sluice at {place} before Sunday night",
    "repairs at {place} would cost more than {n},000 crowns",
)


def shapes() -> Mapping[str, str]:
    """The text of each shape, by its name; a paragraph is a line."""
    wrapped = {
        "tiny": "Two barges collided at Marlow Quay on Monday.\n",
        "long": long_story(40),
        "forty-sources": _voices(40, "Forty neighbours on the flood at Upper Brack"),
        "right-to-left": _RIGHT_TO_LEFT,
        "unbroken-names": _UNBROKEN,
        "undated": _UNDATED,
        "many-dates": _MANY_DATES,
        "live-blog": _LIVE,
        "hostile": _HOSTILE,
        "only-quotations": _ONLY_QUOTATIONS,
    }
    return {name: text if text is _LIVE else _unwrapped(text) for name, text in wrapped.items()}


def _unwrapped(text: str) -> str:
    return "\n\n".join(" ".join(paragraph.split("\n")) for paragraph in text.strip().split("\n\n")) + "\n"


def _voices(count: int, headline: str) -> str:
    paragraphs = [headline, "The river at Upper Brack rose on Sunday night and left its bed before the sirens sounded."]
    for number in range(count):
        who = f"{_FIRST[number % 10]} {_LAST[(number * 3 + number // 10) % 10]}"
        what = _SAID[number % len(_SAID)].format(n=number + 3, place=_PLACES[number % len(_PLACES)])
        paragraphs.append(
            f"{who}, a {_ROLES[number % len(_ROLES)]} from {_PLACES[number % len(_PLACES)]}, said {what}."
        )
    return "\n\n".join(paragraphs) + "\n"


def long_story(streets: int) -> str:
    """The same river, street by street, in about 65 words each."""
    paragraphs = ["A street-by-street account of the flood that took Upper Brack by surprise"]
    for number in range(streets):
        place = _PLACES[number % len(_PLACES)]
        who = f"{_FIRST[number % 10]} {_LAST[(number * 7) % 10]}"
        what = _SAID[number % len(_SAID)].format(n=number + 2, place=place)
        paragraphs.append(
            f"The crews reached {place} at {number % 12 + 1} p.m. on Sunday and found {number + 4} houses under water."
            f" “We had no list of who lived here,” said {who}, who led the crew. The river board said {what}."
            " A ministry official, who was not allowed to speak to reporters, denied that a warning had been sent on"
            " Friday."
        )
    return "\n\n".join(paragraphs) + "\n"


_RIGHT_TO_LEFT = """Two translators left off the list of the drowned ferry

The harbour office said on Monday that محمد الإدريسي and שרה בן־דוד had been on board the ferry Halcyon when it
sank.

محمد الإدريسي, a translator from Tangier, told the radio on Tuesday that the list was “wrong from the first
line”. The
shipping line disputed this. “Every name was checked twice,” said its director, יעקב לוי, on Tuesday morning.

The court will hear both sides on 2 April.
"""

_LONG_NAME = "Llanvairbrackwyngyllmarloweryddtelloriswilliantysilsaintodo"
_UNBROKEN = f"""{_LONG_NAME}-upon-{_LONG_NAME} council splits over bridge

Her Serene Highness Maximiliana Theodora Konstantia von und zu Hohenbrack-Tellersberg-Marlow-Garnetshausen said
on Monday
that the bridge at {_LONG_NAME} would stay open.

The Interdepartmental Standing Committee for the Prevention of Avoidable Inundations of Low-Lying Municipal
Cellars denied
on Tuesday that it had been asked. Its address is https://example.org/{_LONG_NAME.lower()}/{"minutes-" * 12}2025, a
spokesperson said.
"""

_UNDATED = """Baker finds wartime letters behind oven

A baker has found 31 letters behind an oven that had not been moved since the war. They were written by a
soldier to his
sister, the town museum said. “He asks for socks in every single one,” its keeper, Greta Hale, said.
"""

_MANY_DATES = """A calendar of the Brack inquiry

The dam was inspected in spring 2019, on 4 March 2021, in early 2022, in the third quarter of 2023 and again
last autumn,
the inquiry said on Monday. The first crack was seen on 7 January 2024, the second on 8 January 2024, the third
on 9 January
2024 and the fourth on 10 January 2024, an engineer said.

The valley was warned on Saturday night, on Sunday morning and on Sunday afternoon, the river board said on
Tuesday. The
police said that nobody had called them in the past 48 hours.

Witnesses will be heard on Thursday, on Friday, next week, on 2 April and in May. The report is due by the end
of 2026, and
the dam is to be replaced in the 2030s, the ministry said.
"""

_LIVE = """Storm over Brack: as it happened

09:12 The river board says the gauge at Saint Odo stands at 4.1 metres.

09:40 Police close Garnet Street.

10:05 - Two schools will stay shut tomorrow
- One ferry is missing
- The mayor has asked for 40 pumps

10:31 UPDATE: the river board says the gauge stands at 4.6 metres, not 4.1.

11:02 “Nobody should go down to the Millrace,” the mayor, Carla Dorne, says.
"""

_HOSTILE = """<script>alert("flood")</script> {{ 7 * 7 }} {% include "/etc/passwd" %} & co. sue <b>council</b>

The firm “<img src=x onerror=alert(1)>” said on Monday that 3 < 5 && 5 > 3. It lost 🌊 12 boats, a spokesman for
O’Brien &
Söhne GmbH said. Zoe\u0308 Å\u030angstro\u0308m, its owner, wrote: “‘Nobody’ told me — \u202eeverybody\u202c knew.”

The council's e-mail, javascript:alert(1), was sent at 25:61 on Monday, the firm said.
"""

_ONLY_QUOTATIONS = """In their own words

“I heard the siren only when I was already in the boat,” said Anna Abel, a cook.

“We had been told that the wall would stand for a hundred years. It stood for nine.”

“My shop is gone. My stock is gone. My cat is fine.” — Fergus Farrow, printer

“Ask the board. They had the key.” (Ingrid Imre, nurse)
"""

"""How English news copy is laid out: datelines, bylines, captions and their credits, editors' credits, boilerplate."""

from reporter.ingest.layout import Layout
from reporter.languages.en.layout.captions import CAPTIONS
from reporter.languages.en.layout.furniture import BOILERPLATE, CREDITS
from reporter.languages.en.layout.headers import BYLINES, DATELINES, DATES_STATED
from reporter.languages.en.layout.places import DATELINE_PLACES
from reporter.languages.en.layout.words import CALENDAR, FRAGMENTS, TELLING_WORDS

__all__ = ["LAYOUT"]

LAYOUT = Layout(
    # In this order a paragraph that two rules describe goes to the first.
    rules=BOILERPLATE + CREDITS + DATES_STATED + BYLINES + CAPTIONS + DATELINES,
    fragments=FRAGMENTS,
    calendar=CALENDAR,
    places=DATELINE_PLACES,
    sentence_ends=".:;,",
    headline_ends="?!…",
    telling_words=TELLING_WORDS,
    encodings=("cp1252",),
    encoding_marks="€‚„…†‡‰‹‘’“”•–—˜™›¡¢£¤¥¦§©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿×÷\xa0\xad",
)

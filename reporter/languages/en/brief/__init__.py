"""The words of a brief in English. British spelling; days before months, as in "12 October 2015"."""

from reporter.languages.en.brief.delivery import DELIVERY
from reporter.languages.en.brief.event import EVENT
from reporter.languages.en.brief.factchecks import FACT_CHECKS
from reporter.languages.en.brief.labels import LABELS
from reporter.languages.en.brief.mail import MAIL
from reporter.languages.en.brief.page import PAGE
from reporter.languages.en.brief.prose import DATES, NUMBERS, PROSE, SENTENCES
from reporter.languages.en.brief.revision import REVISION
from reporter.languages.en.brief.titles import TITLES
from reporter.wording.words import Wording

WORDING = Wording(
    language="en",
    direction="ltr",
    dates=DATES,
    numbers=NUMBERS,
    prose=PROSE,
    sentences=SENTENCES,
    labels=LABELS,
    titles=TITLES,
    event=EVENT,
    fact_checks=FACT_CHECKS,
    page=PAGE,
    mail=MAIL,
    revision=REVISION,
    delivery=DELIVERY,
)

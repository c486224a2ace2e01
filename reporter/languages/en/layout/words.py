"""The words of English layout: its calendar, and the named parts of its patterns."""

import re

from reporter.ingest.layout import Calendar
from reporter.languages.en.layout.places import DATELINE_PLACES

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĪĬĮİĴĶĹĻĽŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŪŬŮŰŲŴŶŸŹŻŽȘȚ"

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}

CALENDAR = Calendar(
    months=MONTHS,
    weekdays=WEEKDAYS,
    # IANA time zone database for the offsets. Of the abbreviations in news copy only these are common; one that means
    # different zones in different countries lists them all.
    zones={
        "z": ("UTC",),
        "utc": ("UTC",),
        "gmt": ("UTC",),
        "bst": ("+01:00",),
        "wet": ("UTC",),
        "west": ("+01:00",),
        "cet": ("+01:00",),
        "cest": ("+02:00",),
        "eet": ("+02:00",),
        "eest": ("+03:00",),
        "msk": ("+03:00",),
        "trt": ("+03:00",),
        "est": ("-05:00",),
        "edt": ("-04:00",),
        "et": ("America/New_York",),
        "cst": ("-06:00", "+08:00"),
        "cdt": ("-05:00",),
        "ct": ("America/Chicago",),
        "mst": ("-07:00",),
        "mdt": ("-06:00",),
        "mt": ("America/Denver",),
        "pst": ("-08:00",),
        "pdt": ("-07:00",),
        "pt": ("America/Los_Angeles",),
        "akst": ("-09:00",),
        "akdt": ("-08:00",),
        "hst": ("-10:00",),
        "ast": ("-04:00", "+03:00"),
        "brt": ("-03:00",),
        "ist": ("+05:30", "+02:00", "+01:00"),
        "pkt": ("+05:00",),
        "npt": ("+05:45",),
        "gst": ("+04:00",),
        "wib": ("+07:00",),
        "ict": ("+07:00",),
        "sgt": ("+08:00",),
        "hkt": ("+08:00",),
        "awst": ("+08:00",),
        "jst": ("+09:00",),
        "kst": ("+09:00",),
        "acst": ("+09:30",),
        "acdt": ("+10:30",),
        "aest": ("+10:00",),
        "aedt": ("+11:00",),
        "nzst": ("+12:00",),
        "nzdt": ("+13:00",),
        "sast": ("+02:00",),
        "cat": ("+02:00",),
        "eat": ("+03:00",),
        "wat": ("+01:00",),
    },
    morning=("am", "a.m.", "a.m"),
    afternoon=("pm", "p.m.", "p.m"),
    clock_words={"noon": (12, 0), "midday": (12, 0), "12 noon": (12, 0), "midnight": (0, 0)},
    ordinal_endings=("st", "nd", "rd", "th"),
    fillers=frozenset({"at", "on", "of", "the", "time", "local", "hrs", "hours", "hr"}),
)

_AGENCIES = (
    "AP|Associated Press|The Associated Press|Reuters|REUTERS|Thomson Reuters|AFP|Agence France-Presse|"
    "Agence France Presse|UPI|dpa|DPA|dpa-AFX|EFE|ANSA|Xinhua|PTI|Press Trust of India|ANI|IANS|UNI|Kyodo|Kyodo News|"
    "Jiji|Yonhap|TASS|ITAR-TASS|Interfax|RIA Novosti|Sputnik|Bloomberg|Dow Jones|CNN|BBC|NPR|AAP|NZPA|PA|PA Media|"
    "Press Association|CP|The Canadian Press|Canadian Press|APA|ATS|ANP|Belga|NTB|TT|Ritzau|STT|PAP|CTK|Tanjug|"
    "Ukrinform|Anadolu|AA|Anadolu Agency|WAFA|SANA|IRNA|Fars|Tasnim|MENA|SPA|WAM|Petra|NNA|KCNA|Bernama|Antara|VNA|"
    "Lusa|Europa Press|EPA|EPA-EFE|Getty|Getty Images|Shutterstock|Alamy|iStock|Zuma|ZUMA Press|Sipa|NurPhoto|Maxar|"
    "Maxar Technologies|Planet Labs|Pool|POOL"
)

_NO_PLACE = (
    "warning|update|updated|breaking|exclusive|analysis|correction|corrected|clarification|note|editor'?s note|opinion|"
    "comment|live|watch|video|photos?|pictures?|image|file|urgent|alert|flash|explainer|factbox|timeline|feature|"
    "review|interview|profile|obituary|editorial|letters?|column|poll|quiz|podcast|listen|read|summary|highlights?|"
    "key points|background|context|q&a|q|a|question|answer|transcript|speaker|moderator|narrator|host|anchor|reporter|"
    "correspondent|caption|sources?|credit|headline|subject|from|to|date|embargo(?:ed)?|contact|media contact|"
    "press release|for immediate release|statement|notice|attention|important|caution|danger|topics?|tags?|related|"
    "more|also|p\\.?s|n\\.?b|fact|claim|verdict|rating|conclusion|introduction|contents|part|chapter|advertisement|"
    "sponsored|by|the following|here|this|these|it|he|she|they|we|i|you|but|and|so|then"
)

FRAGMENTS = {
    "MONTH": rf"(?i:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?",
    "WEEKDAY": rf"(?i:{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\b\.?",
    # A day of a month, perhaps with its weekday and year: "Oct 12", "Monday, 12 October 2015".
    "DATE": (
        r"(?:{WEEKDAY},? )?"
        r"(?:{MONTH} \d{1,2}(?!\d)(?:,? \d{4}(?!\d))?|\d{1,2} {MONTH}(?:,? \d{4}(?!\d))?)"
    ),
    # A place in capitals, also two or three at once: "NEW YORK", "DAR ES SALAAM", "MOSCOW/KYIV", "O'SMACH".
    "CAPITALS": (rf"(?!{{NO_PLACE}})[{UPPER}][{UPPER}.'/-]{{1,24}}(?: [{UPPER}][{UPPER}.'/-]{{0,24}}){{0,4}}(?![\w'])"),
    # One with small letters: "New Delhi", "Port-au-Prince", "Rio de Janeiro".
    "NAME": (
        rf"(?!{{NO_PLACE}}|{{NO_NAME}})[{UPPER}][\w.'/-]{{1,24}}"
        rf"(?: (?:[{UPPER}][\w.'/-]{{1,24}}|de|del|do|es|la|of|the|au|al|el|upon|on|sur)){{0,4}}"
    ),
    # What follows the comma: "Kenya", "N.J.", "Puerto Rico".
    "REGION": (rf"(?!{{MONTH}}|{{WEEKDAY}})[{UPPER}][\w.'-]{{1,20}}(?: (?:and |of )?[{UPPER}][\w.'-]{{1,20}}){{0,2}}"),
    "AGENCY": _AGENCIES,
    "WIRE": rf"[{UPPER}][\w.&/' -]{{1,40}}?",
    # A dash of any wire, between spaces or at the end; an em dash also without.
    "DASH": r" ?\.?(?:-{1,3}|[–—―_])(?= |\Z)| ?—(?=\w|\")",
    # The same before a sentence: what goes on in lower case was an aside.
    "DASH_BEFORE_SENTENCE": r" ?(?:-{1,3}|[–—―_])(?= {1,3}[^\sa-z]|\Z)| ?—(?=[^\sa-z])",
    "PLACES": "|".join(
        re.escape(name)
        for name in sorted(
            {form for name in DATELINE_PLACES.values() for form in (name, name.upper())},
            key=lambda name: (-len(name), name),
        )
    ),
    # Words that stand in capitals or with a colon before a text and are no place.
    "NO_PLACE": rf"(?i:{_NO_PLACE})\b(?=\s*(?:[:–—_,-]|\(|\d|\Z))",
    # Words that open a sentence, not a place's name.
    "NO_NAME": (
        r"(?i:in|on|at|after|before|since|by|from|near|a|an|this|that|as|when|while|for|with|until|between|during|"
        r"under|over|its?|his|her|their|our|no|but|and|if)\b "
    ),
    "PERSON": (
        rf"[{UPPER}][\w.'-]{{0,24}}(?: (?:de|del|della|der|van|von|bin|ibn|al|el|la|le|da|di|dos|du|ter|ten|"
        rf"[{UPPER}][\w.'-]{{0,24}})){{1,4}}"
    ),
    "CREDIT_NAME": rf"[{UPPER}@][\w.,'&@/ -]{{1,80}}",
    "PHOTO": (
        r"(?:[Ff]ile |FILE |[Hh]andout |HANDOUT )?"
        r"(?:[Pp]hotos?|PHOTO|[Pp]hotographs?|[Pp]ictures?|PICTURE|[Ii]mages?|IMAGE|[Hh]andout|HANDOUT)"
    ),
    # A run of names and the few small words that stand between them in a sign-off line.
    "NAMES": (
        rf"(?:(?:[{UPPER}][\w.'/-]{{0,40}}|and|in|for|of|at|with|by|additional|further|reporting|editing|writing|from|"
        rf"the|newsroom|bureau|desk|staff|team|agencies|de|la|van|von|bin|al|el)(?:[,;:&]? &? ?|[,;:.]?\Z)){{1,60}}"
    ),
}

_NEGATIONS = """
no not none never neither nor nobody nothing nowhere without cannot can't won't don't doesn't didn't isn't aren't
wasn't weren't hasn't haven't hadn't wouldn't couldn't shouldn't denied denies deny
"""

_NUMBERS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
millions billion billions trillion dozen dozens half third quarter first second fourth fifth sixth seventh eighth
ninth tenth single double both several few
"""

TELLING_WORDS = frozenset({*_NEGATIONS.split(), *_NUMBERS.split(), *MONTHS, *WEEKDAYS})
"""Where two paragraphs differ in one of these, they do not say the same."""

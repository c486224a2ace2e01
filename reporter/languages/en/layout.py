"""How English news copy is laid out: datelines, bylines, captions and their credits, editors' credits, boilerplate."""

from reporter.ingest.layout import Calendar, Form, Layout, LayoutRule, Where
from reporter.languages.en.dateline_places import DATELINE_PLACES
from reporter.model import ParagraphKind

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĪĬĮİĴĶĹĻĽŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŪŬŮŰŲŴŶŸŹŻŽȘȚ"

_MONTHS = {
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

_WEEKDAYS = {
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
    months=_MONTHS,
    weekdays=_WEEKDAYS,
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

_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(_WEEKDAYS, key=len, reverse=True))

_AGENCIES = (
    "AP|Associated Press|The Associated Press|Reuters|REUTERS|Thomson Reuters|AFP|Agence France-Presse|"
    "Agence France Presse|UPI|dpa|DPA|dpa-AFX|EFE|ANSA|Xinhua|PTI|Press Trust of India|ANI|IANS|UNI|Kyodo|Kyodo News|Jiji|"
    "Yonhap|TASS|ITAR-TASS|Interfax|RIA Novosti|Sputnik|Bloomberg|Dow Jones|CNN|BBC|NPR|AAP|NZPA|PA|PA Media|"
    "Press Association|CP|The Canadian Press|Canadian Press|APA|ATS|ANP|Belga|NTB|TT|Ritzau|STT|PAP|CTK|Tanjug|Ukrinform|"
    "Anadolu|AA|Anadolu Agency|WAFA|SANA|IRNA|Fars|Tasnim|MENA|SPA|WAM|Petra|NNA|KCNA|Bernama|Antara|VNA|Lusa|Europa Press|"
    "EPA|EPA-EFE|Getty|Getty Images|Getty Images Europe|Shutterstock|Alamy|iStock|Zuma|ZUMA Press|Sipa|NurPhoto|Maxar|"
    "Maxar Technologies|Planet Labs|Pool|POOL"
)

_FRAGMENTS = {
    "UPPER": f"[{_UPPER}]",
    "MONTH": rf"(?i:{_MONTH})\b\.?",
    "WEEKDAY": rf"(?i:{_WEEKDAY})\b\.?",
    # A day of a month, perhaps with its weekday and year: "Oct 12", "Monday, 12 October 2015".
    "DATE": r"(?:{WEEKDAY},? )?(?:{MONTH} \d{1,2}(?!\d)(?:,? \d{4}(?!\d))?|\d{1,2} {MONTH}(?:,? \d{4}(?!\d))?)",
    # A place in capitals, also two or three at once: "NEW YORK", "DAR ES SALAAM", "MOSCOW/KYIV", "O'SMACH".
    "CAPITALS": (
        r"(?!{NO_PLACE})"
        rf"[{_UPPER}][{_UPPER}.'/-]{{1,24}}(?: [{_UPPER}][{_UPPER}.'/-]{{0,24}}){{0,4}}(?![\w'])"
    ),
    # One with small letters: "New Delhi", "Port-au-Prince", "Rio de Janeiro".
    "NAME": (
        r"(?!{NO_PLACE})"
        rf"[{_UPPER}][\w.'/-]{{1,24}}(?: (?:[{_UPPER}][\w.'/-]{{1,24}}|de|del|do|es|la|of|the|au|al|el|upon|on|sur)){{0,4}}"
    ),
    # What follows the comma: "Kenya", "N.J.", "Puerto Rico".
    "REGION": rf"(?!{{MONTH}}|{{WEEKDAY}})[{_UPPER}][\w.'-]{{1,20}}(?: (?:and |of )?[{_UPPER}][\w.'-]{{1,20}}){{0,2}}",
    "AGENCY": _AGENCIES,
    "WIRE": rf"[{_UPPER}a-z][\w.&/' -]{{1,40}}?",
    # A dash of any wire, between spaces or at the end; an em dash also without.
    "DASH": r" ?\.?(?:-{1,3}|[–—―_])(?= |\Z)| ?—(?=\w|\")",
    "PLACES": "|".join(
        sorted(
            (form for name in DATELINE_PLACES.values() for form in {name, name.upper()}),
            key=lambda name: (-len(name), name),
        )
    ).replace(".", r"\."),
    # Words that stand in capitals, or with a colon, before a text and are no place.
    "NO_PLACE": (
        r"(?i:warning|update|updated|breaking|exclusive|analysis|correction|corrected|clarification|note|editor'?s note|"
        r"opinion|comment|live|watch|video|photos?|pictures?|image|file|urgent|alert|flash|explainer|factbox|timeline|"
        r"feature|review|interview|profile|obituary|editorial|letters?|column|poll|quiz|podcast|listen|read|summary|"
        r"highlights?|key points|background|context|q&a|q|a|question|answer|transcript|speaker|moderator|narrator|host|"
        r"anchor|reporter|correspondent|caption|source|sources|credit|headline|subject|from|to|date|embargo(?:ed)?|"
        r"contact|media contact|press release|for immediate release|statement|notice|attention|important|caution|danger|"
        r"topics?|tags?|related|more|also|p\.?s|n\.?b|fact|claim|verdict|rating|conclusion|introduction|contents|part|"
        r"chapter|advertisement|sponsored|by|the following|here|this|these|it|he|she|they|we|i|you|but|and|so|then)\b"
        r"(?=\s*(?:[:–—_-]|\d|\Z))"
    ),
    "PERSON": (
        rf"[{_UPPER}][\w.'-]{{0,24}}(?: (?:(?:de|del|della|der|van|von|bin|ibn|al|el|la|le|da|di|dos|du|ter|ten)|"
        rf"[{_UPPER}][\w.'-]{{0,24}})){{1,4}}"
    ),
    "CREDIT_NAME": rf"[{_UPPER}@][\w.,'&@/ -]{{1,80}}",
    "PHOTO": r"(?:[Ff]ile |[Hh]andout |HANDOUT |FILE )?(?:[Pp]hotos?|PHOTO|[Pp]hotographs?|[Pp]ictures?|PICTURE|[Ii]mages?|IMAGE|[Hh]andout|HANDOUT)",
}

_TOP, _ANYWHERE = Where.TOP, Where.ANYWHERE
_LINE, _START, _END = Form.LINE, Form.START, Form.END

_BOILERPLATE = (
    LayoutRule(
        name="boilerplate-latest-news",
        kind=ParagraphKind.BOILERPLATE,
        form=_LINE,
        pattern=r"(?:track|get|catch|follow|watch|read) (?:all )?(?:the )?(?:latest|breaking|live|more|top)(?: \w+){0,3} (?:news|updates|headlines|stories|coverage)\b.*",
        source="news sites' closing lines",
        ignores_case=True,
        examples=(
            "Track the latest news live on our site and get updates from around the world",
            "Catch all the latest news on our app.",
            "Get breaking news alerts straight to your phone",
        ),
        nothing=(
            "Tracks of the latest storm were visible from the air.",
            "Getting the latest figures took a week, the ministry said.",
        ),
    ),
    LayoutRule(
        name="boilerplate-link",
        kind=ParagraphKind.BOILERPLATE,
        form=_LINE,
        pattern=(
            r"(?:[>»*•▶-]+ ?)?(?:(?:read|see|watch|listen|look)(?: more| also| next| now| this| here)*|also (?:read|see|watch|in the news)|"
            r"related(?: (?:stories|articles|news|content|coverage|topics|links))?|more (?:on this(?: story)?|stories|news|from [\w .']{2,40})|"
            r"recommended(?: (?:stories|for you|reading))?|explore more|you (?:may|might) also (?:like|be interested in)|must[- ]reads?|don't miss|trending(?: now)?|most (?:read|popular|viewed))"
            r"(?:\s*[:|>»→].{0,250}|)"
        ),
        source="news sites' link lines",
        ignores_case=True,
        examples=(
            "Read more: Port workers vote on strike",
            "READ MORE",
            "Also read: Harbour board to meet again",
            "Related: What we know about the fire",
            "More on this story",
            "Most read",
        ),
        nothing=(
            "Read more slowly, the teacher told them.",
            "More stories like hers came out at the hearing.",
            "See what happened next: the roof fell in, she said.",
            "Related companies were searched as well.",
        ),
    ),
    LayoutRule(
        name="boilerplate-newsletter",
        kind=ParagraphKind.BOILERPLATE,
        form=_LINE,
        pattern=(
            r"(?:\W{1,3})?(?:please )?(?:sign up|subscribe|register)(?: now| today| here)?(?: (?:for|to|with)\b.{0,200}|[.!]?)"
        ),
        source="news sites' newsletter lines",
        ignores_case=True,
        examples=(
            "Sign up for our newsletter",
            "Subscribe to our daily briefing and never miss a story.",
            "Register now for free unlimited access",
            "Subscribe",
        ),
        nothing=(
            "Signing up new members proved hard, the union said.",
            "He said: sign up or leave.",
            "Registered voters queued from dawn.",
        ),
    ),
    LayoutRule(
        name="boilerplate-follow",
        kind=ParagraphKind.BOILERPLATE,
        form=_LINE,
        pattern=(
            r"(?:\W{1,3})?(?:(?:follow|find|join|like|contact|message|talk to) (?:us|our|@\w+)\b.{0,200}|"
            r"follow [\w .'-]{1,50} on (?:twitter|x|facebook|instagram|whatsapp|telegram|threads|bluesky|linkedin|youtube|google news)\b.{0,120}|"
            r"share (?:this|on|via)\b.{0,100}|share|(?:download|get) (?:the|our) [\w ]{0,30}app\b.{0,120})"
        ),
        source="news sites' social lines",
        ignores_case=True,
        examples=(
            "Follow us on X and Facebook",
            "Follow Jane Doe on Bluesky @janedoe",
            "Share this article",
            "Download our app for live scores",
        ),
        nothing=(
            "Follow-up tests were ordered.",
            "Share prices fell by 3 percent on Tuesday.",
            "Like many others, she left at once.",
        ),
    ),
    LayoutRule(
        name="boilerplate-click",
        kind=ParagraphKind.BOILERPLATE,
        form=_LINE,
        pattern=r"(?:\W{1,3})?(?:for (?:more|all|the latest)\b.{0,80}?,? )?(?:please )?(?:click|tap|visit|swipe) (?:here|on|the link|below|our|www|https?)\b.{0,200}",
        source="news sites' link lines",
        ignores_case=True,
        examples=("Click here to read the full report", "For more news from the coast, visit our website."),
        nothing=(
            "Visitors clicked through the gates.",
            "Visit by minister ends early",
            "Click went the lock, he recalled.",
        ),
    ),
    LayoutRule(
        name="boilerplate-copyright",
        kind=ParagraphKind.BOILERPLATE,
        form=_LINE,
        pattern=(
            r"(?:(?:copyright|\(c\)|©)[ :]*(?:©|\(c\))? ?(?:\d{4}|\w).{0,250}|.{0,120}\ball rights reserved\b.{0,250}|"
            r".{0,60}this material may not be (?:published|broadcast|rewritten|redistributed)\b.{0,200})"
        ),
        source="copyright notices",
        ignores_case=True,
        examples=(
            "© 2024 Sorrel Coast News Ltd",
            "Copyright 2024 The Example Press. All rights reserved.",
            "(c) 2024 Example Media",
        ),
        nothing=("Copyright law was at the heart of the case.", "The rights were reserved in 1990, the heirs said."),
    ),
    LayoutRule(
        name="boilerplate-feed",
        kind=ParagraphKind.BOILERPLATE,
        form=_LINE,
        pattern=(
            r"\W{0,3}(?:this|the) (?:story|article|report|copy|item) (?:has|was|is|originally|first)\b.{0,60}"
            r"\b(?:feed|syndicated|auto-generated|modifications?|not been edited|agency|appeared|published)\b.{0,200}|"
            r"\W{0,3}(?:except for the headline|only the headline|with the exception of the headline)\b.{0,250}"
        ),
        source="republishers' notices",
        ignores_case=True,
        examples=(
            "This story has been published from a wire feed without modifications to the text.",
            "(This article was auto-generated from a syndicated feed.)",
            "Except for the headline, this story has not been changed by our staff.",
        ),
        nothing=(
            "This story has no villain, the director said.",
            "The report was published on Tuesday.",
            "The article was wrong, the ministry said.",
        ),
    ),
    LayoutRule(
        name="boilerplate-advertisement",
        kind=ParagraphKind.BOILERPLATE,
        form=_LINE,
        pattern=r"\W{0,3}(?:advertisement|advertisements|sponsored|story continues below(?: advertisement| this ad)?|article continues (?:below|after)\b.{0,40}|skip (?:to|past) .{1,60}|(?:loading|play video|view gallery|view comments|comments?|print|save|listen to this article|this video can not be played))\W{0,3}",
        source="page furniture",
        ignores_case=True,
        examples=("ADVERTISEMENT", "Story continues below advertisement", "View comments", "Play video"),
        nothing=("Advertisement rules will change in May.", "Comments by the minister caused anger."),
    ),
    LayoutRule(
        name="boilerplate-standards",
        kind=ParagraphKind.BOILERPLATE,
        form=_LINE,
        pattern=r"(?:our standards|our principles|opens? (?:in )?(?:a )?new (?:tab|window)|terms of (?:use|service)|privacy (?:policy|notice)|cookie (?:policy|settings)|\d{1,2} min(?:ute)?s? read|(?:get|have) in touch)\b.{0,150}",
        source="page furniture",
        ignores_case=True,
        examples=("Our Standards: The Example Trust Principles.", "3 min read", "Privacy Policy"),
        nothing=("Our standards of living fell, he said.", "Terms of the deal were not disclosed."),
    ),
    LayoutRule(
        name="boilerplate-end-mark",
        kind=ParagraphKind.BOILERPLATE,
        form=_LINE,
        pattern=r"(?:[-–—_=*#~•.· ]{1,80}|[-–—*#_ ]{0,5}(?:ends?|ENDS?|30|more|MORE|#|END ITEM)[-–—*#_ ]{0,5}|\((?:END|MORE|more|end)\))",
        source="wire end marks",
        examples=("___", "-30-", "###", "ENDS", "* * *", "(END)"),
        nothing=("The end", "30 people were hurt"),
    ),
)

_CREDITS = (
    LayoutRule(
        name="credit-editors",
        kind=ParagraphKind.CREDIT,
        form=_LINE,
        pattern=(
            r"[(\[]? ?(?:(?:additional|further|extra|original) )?(?:reporting|writing|editing|compiled|written|edited|reported|translated|translation|research|graphics?|production)"
            r"(?:,? (?:and |& )?(?:additional |further )?(?:reporting|writing|editing|research|compiled|written|edited))?(?: assistance)? (?:by|from) .{2,350}"
        ),
        source="Reuters and others' sign-off lines",
        ignores_case=True,
        examples=(
            "(Reporting by Jane Doe; editing by John Roe)",
            "Reporting by Jane Doe in Arden; Editing by John Roe",
            "Additional reporting by Ann Poe.",
            "Writing by Jane Doe",
            "(Compiled by the newsroom)",
        ),
        nothing=(
            "Reporting restrictions were lifted on Monday.",
            "Editing the film took a year.",
            "Reporting for duty by dawn was compulsory, he said.",
        ),
    ),
    LayoutRule(
        name="credit-editors-at-end",
        kind=ParagraphKind.CREDIT,
        form=_END,
        pattern=r"(?P<run>[(\[](?:(?:[Aa]dditional )?[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Ww]ritten|[Ee]dited)(?: and \w{6,9})? by [^()\[\]]{2,220}[)\]])",
        source="Reuters and others' sign-off lines",
        examples=("The inquiry goes on. [(Reporting by Jane Doe; editing by John Roe)]",),
        nothing=("The film (edited by her sister) won a prize.",),
    ),
    LayoutRule(
        name="credit-contributed",
        kind=ParagraphKind.CREDIT,
        form=_LINE,
        pattern=r"\W{0,3}(?:[\w.'&-]{1,30}[ ,]{1,2}){1,25}(?:also )?contributed (?:reporting|to this (?:report|story|article)|to the report|research)\b.{0,120}",
        source="AP and others' sign-off lines",
        ignores_case=True,
        examples=(
            "Example Press writers Jane Doe in Arden and John Roe in Port Ellery contributed to this report.",
            "Jane Doe contributed reporting.",
        ),
        nothing=(
            "Rain contributed to the floods, the service said.",
            "She contributed to the report on Monday that shook the party and its voters.",
        ),
    ),
    LayoutRule(
        name="credit-inputs",
        kind=ParagraphKind.CREDIT,
        form=_LINE,
        pattern=r"\W{0,3}(?:with (?:agency |additional |further )?(?:inputs?|reporting|files|material) (?:from|by) .{2,100}|\(?(?:with )?(?:agency|agencies|wire) inputs?\)?|inputs? from .{2,80}|source:\s*{AGENCY})\W{0,3}",
        source="Indian and Canadian sign-off lines",
        ignores_case=True,
        examples=(
            "(With inputs from PTI)",
            "With files from The Canadian Press",
            "(With agency inputs)",
            "Source: Xinhua",
        ),
        nothing=("With input from residents the plan was changed.", "With reporting rules so strict, few spoke."),
    ),
    LayoutRule(
        name="credit-agency",
        kind=ParagraphKind.CREDIT,
        form=_LINE,
        pattern=r"[(\[–—-]{0,2} ?(?P<agency>{AGENCY})(?:[/,] ?{AGENCY}){0,3}\.? ?[)\]]?",
        source="agency lines",
        examples=("(AFP)", "— Reuters", "PTI", "AFP/dpa"),
        nothing=("AP Moller said on Monday", "Fars province", "PA system fails"),
    ),
    LayoutRule(
        name="credit-writer-note",
        kind=ParagraphKind.CREDIT,
        form=_LINE,
        pattern=rf"\W{{0,3}}(?:{{PERSON}}|the (?:author|writer)) is (?:a|an|the|our) (?:[\w'-]{{2,20}} ){{0,4}}(?:correspondent|reporter|editor|columnist|staff writer|freelance journalist|bureau chief)\b.{{0,160}}",
        source="newspapers' closing notes",
        examples=("Jane Doe is a staff writer for the Sorrel Coast News.", "Jane Doe is our political correspondent"),
        nothing=("Jane Doe is a lawyer for the family.",),
    ),
)

_DATES_STATED = (
    LayoutRule(
        name="published-and-updated",
        kind=ParagraphKind.DATELINE,
        form=_LINE,
        pattern=(
            r"(?:.{0,80}[|•·] ?)?(?:first |originally )?(?:published|posted|issued|created|released|date|dated|publication date|filed)(?: on| at)? ?[:|]? ?(?P<published>[^|•·]{6,60}?)"
            r"(?:[ |•·;,/(-]{1,5}(?:last )?(?:updated|modified|edited)(?: on| at)? ?:? ?(?P<updated>[^|•·]{4,60}?))?\)?"
        ),
        source="news sites' date lines",
        ignores_case=True,
        examples=(
            "Published: 12 October 2015 14:05 GMT",
            "Published on 12 October 2015",
            "Posted at 2:05 p.m. EDT, Oct. 12, 2015",
            "Published: Oct 12, 2015 14:05 IST | Updated: Oct 12, 2015 19:34 IST",
            "Date: 2015-10-12",
        ),
        nothing=(
            "Published figures show a fall in output.",
            "Posted workers were sent home on 12 October 2015.",
            "Published by Doe & Roe in 2015",
        ),
    ),
    LayoutRule(
        name="updated",
        kind=ParagraphKind.DATELINE,
        form=_LINE,
        pattern=r"(?:last )?(?:updated|modified)(?: on| at)? ?[:|]? ?(?P<updated>[^|•·]{6,60}?)(?:[ |•·;,/-]{1,5}(?:first |originally )?published(?: on| at)? ?:? ?(?P<published>[^|•·]{6,60}?))?",
        source="news sites' date lines",
        ignores_case=True,
        examples=("Updated: October 12, 2015 19:34 IST", "Last updated 12 October 2015 at 14:05 GMT"),
        nothing=("Updated figures are due on Friday.", "Updated rules came into force on 1 May 2015."),
    ),
    LayoutRule(
        name="date-alone",
        kind=ParagraphKind.DATELINE,
        form=_LINE,
        pattern=r"(?:{PLACES},? )?(?P<published>(?:{WEEKDAY},? )?(?:{MONTH} \d{1,2},? \d{4}|\d{1,2}(?:st|nd|rd|th)? {MONTH},? \d{4}|\d{4}-\d\d-\d\d)(?:[ ,|-]{1,3}(?:at )?\d{1,2}[:.]\d\d.{0,20})?)\.?",
        source="newspapers' date lines",
        where=_TOP,
        examples=(
            "Monday, 12 October 2015",
            "October 12, 2015",
            "2015-10-12",
            "London, 12 October 2015",
            "12 October 2015, 14:05 GMT",
        ),
        nothing=("12 October 2015 was a Monday.", "October 12", "Monday"),
    ),
)

_BYLINES = (
    LayoutRule(
        name="byline-by",
        kind=ParagraphKind.BYLINE,
        form=_LINE,
        pattern=(
            rf"(?:[Bb]y|BY|[Ww]ritten by|[Rr]eported by|[Ff]rom our|Words by|Story by|Text by):? (?!{{MONTH}}|{{WEEKDAY}})"
            rf"(?P<name>(?:[Tt]he )?[{_UPPER}][\w.'&-]{{0,24}}(?:,? (?:and |& |with |in |of |for )?[{_UPPER}@(][\w.'&@/()-]{{0,30}}){{0,14}}"
            r"(?:,? (?:in|for|at|of) [\w .,'-]{2,40}|, [a-z][\w '-]{2,50})?)(?: ?[|•·] ?.{0,80})?"
        ),
        source="AP Stylebook, bylines",
        where=_TOP,
        examples=(
            "By Jane Doe",
            "By JANE DOE and JOHN ROE",
            "By Jane Doe, Political Editor",
            "By Jane Doe in Arden",
            "By Jane Doe, John Roe and Ann O'Poe",
            "By The Associated Press",
            "By Jane Doe, political correspondent",
            "By Jane Doe | Example News",
        ),
        nothing=(
            "By Monday the fire was out.",
            "By Tuesday morning residents had fled",
            "By law, ships must report.",
            "By Jane Doe's account, nobody was hurt.",
        ),
    ),
    LayoutRule(
        name="byline-with-role",
        kind=ParagraphKind.BYLINE,
        form=_LINE,
        pattern=(
            rf"(?P<name>{{PERSON}})(?:,| \||  ?[-–—•·]) ?(?:(?P<agency>{{AGENCY}})|(?:[\w'-]{{2,20}} ){{0,4}}(?i:correspondent|reporter|editor|staff writer|bureau chief|journalist|columnist))"
            rf"(?:,? (?:in )?[{_UPPER}][\w .'-]{{1,40}})?"
        ),
        source="AP and newspaper bylines",
        where=_TOP,
        examples=(
            "Jane Doe, Associated Press",
            "Jane Doe, political editor",
            "Jane Doe | Staff writer",
            "Jane van Doe, Reuters",
        ),
        nothing=("Jane Doe, who edits the paper, was there.", "Jane Doe, a reporter, was hurt.", "Arden, Kenya"),
    ),
)

_NO_BODY = r" *(?=\S|\Z)"

_DATELINES = (
    LayoutRule(
        name="dateline-wire",
        kind=ParagraphKind.DATELINE,
        form=_START,
        pattern=(
            r"(?P<place>{CAPITALS}|{NAME})(?:, (?P<region>{REGION}))?(?: \[[\w ]{2,30}\])?(?:[,.] ?(?P<when>{DATE})\.?,?)? ?"
            r"(?:\((?P<agency>{WIRE}) ?\)(?:{DASH}|:|(?= [A-Z\"'])|\Z)|/(?P<slashed>{AGENCY})/(?:\.|{DASH}))"
        ),
        source="AP Stylebook, datelines; Reuters, AFP, dpa, PTI, ANI, Xinhua and TASS copy",
        examples=(
            "[MOSCOW, Oct 12 (AFP) -] The air force flew again.",
            "[NAIROBI, Kenya (AP) _] A bomb went off.",
            "[CANBERRA, Australia (AP)_] Turning its back on the plan, the council voted.",
            "[WASHINGTON (AP) —] The senator left.",
            "[BEIJING, Oct. 12 (Xinhua) --] The river rose.",
            "[Berlin (dpa) -] The train stopped.",
            "[New Delhi, Oct 12 (PTI)] The court sat on Monday.",
            "[New Delhi [India], October 12 (ANI):] The court sat on Monday.",
            "[MOSCOW, October 12. /TASS/.] The ship left.",
            "[LONDON/PARIS, 12 October 2015 (Reuters) -] The tunnel closed.",
            "[MADRID, 12 Oct (EFE).-] The tunnel closed.",
            "[ST. LOUIS (AP) —] The river rose.",
            "[INDEPENDENCE, MO. (AP)--]",
            "[Port-au-Prince, Haiti (AP) —] The market reopened.",
        ),
        nothing=(
            "Jane Doe (54) - a teacher - was hurt.",
            "The World Health Organization (WHO) said so.",
            "NATO (the alliance) - said no.",
            "Manchester United (Reuters poll favourites) won.",
            "UPDATE (AP) — The senator left.",
        ),
    ),
    LayoutRule(
        name="dateline-agency",
        kind=ParagraphKind.DATELINE,
        form=_START,
        pattern=r"(?:(?P<when>{DATE}) )?\((?P<agency>{AGENCY})\)(?:{DASH}|(?= ?[A-Z\"']))",
        source="Reuters and CNN copy without a place",
        examples=(
            "[Oct 12 (Reuters) -] The maker of lifts said it would close.",
            "[(Reuters) -] The maker of lifts closed.",
            "[(CNN)] The senator left.",
        ),
        nothing=("(Adds details)", "Oct 12 was a Monday."),
    ),
    LayoutRule(
        name="dateline-dated",
        kind=ParagraphKind.DATELINE,
        form=_START,
        pattern=r"(?P<place>{CAPITALS}|{NAME})(?:, (?P<region>{REGION}))?, ?(?P<when>{DATE})\.?(?:{DASH}|:(?= |\Z)| ?\|(?= |\Z))",
        source="AP Stylebook, datelines; newspaper copy",
        examples=(
            "[PARIS, 3 Nov —] The museum closed.",
            "[London, Monday 12 October 2015 -] The museum closed.",
            "[KABUL, Afghanistan, Nov. 3 —] The road was mined.",
            "[New Delhi, October 12:] The court sat.",
        ),
        nothing=("In Paris, 3 Nov — a Tuesday — was quiet.", "Doe, Nov. 3 said.", "WARNING, 3 Nov — more to come."),
    ),
    LayoutRule(
        name="dateline-region",
        kind=ParagraphKind.DATELINE,
        form=_START,
        pattern=r"(?P<place>{CAPITALS}), (?P<region>{REGION})(?:{DASH}|:(?= |\Z))",
        source="AP Stylebook, datelines",
        where=_TOP,
        examples=(
            "[NEWARK, N.J. _] A task force met.",
            "[ARDEN, Sorrel Coast —] Crews left at dawn.",
            "[INDEPENDENCE, Mo. _] The three ministers met.",
        ),
        nothing=("IBM, Apple — both fell.", "ARDEN, which burned — twice — in May, was empty."),
    ),
    LayoutRule(
        name="dateline-capitals",
        kind=ParagraphKind.DATELINE,
        form=_START,
        pattern=r"(?P<place>{CAPITALS})(?:{DASH})",
        source="AP Stylebook, datelines; BBC and New York Times copy",
        where=_TOP,
        examples=(
            "[LONDON —] The council met.",
            "[WASHINGTON _] The economy grew.",
            "[MIAMI _]",
            "[NEW YORK –] Shares fell.",
            "[PORT ELLERY—]The ferry sank.",
        ),
        nothing=(
            "WARNING — flood water is deep.",
            "BREAKING - the mayor resigns",
            "FILE - The mayor speaks in March.",
            "AIDS-related deaths fell.",
            "Q — Who was there?",
            "EXCLUSIVE: the mayor resigns",
            "TRUMP: we will see.",
        ),
    ),
    LayoutRule(
        name="dateline-known-place",
        kind=ParagraphKind.DATELINE,
        form=_START,
        pattern=r"(?P<place>{PLACES})(?:, (?P<region>{REGION}))?(?::(?= |\Z)|{DASH})",
        source="Indian and African newspaper copy; a list of places tells them from speakers",
        where=_TOP,
        examples=(
            "[NEW DELHI:] The court sat on Monday.",
            "[Moscow:] The air force flew again.",
            "[Moscow:]",
            "[KENYA:]",
            "[Nairobi, Kenya:] The road was shut.",
        ),
        nothing=(
            "WARNING: flood water is deep.",
            "TRUMP: we will see.",
            "Paris: A Life, the new book, is out."[:5] + " Hilton: the heiress speaks",
            "London Bridge: the full story",
        ),
    ),
    LayoutRule(
        name="dateline-alone",
        kind=ParagraphKind.DATELINE,
        form=_LINE,
        pattern=r"(?P<place>{NAME}|{CAPITALS}) ?:",
        source="newspaper copy; one speaker's name alone on a line is rarer than a place",
        where=_TOP,
        is_single=True,
        examples=("Port Ellery:", "ARDEN:", "Cox's Bazar:"),
        nothing=("Key points:", "WARNING:", "Summary:", "He said:", "Q:"),
    ),
)

_CAPTIONS = (
    LayoutRule(
        name="caption-credit-in-brackets",
        kind=ParagraphKind.CAPTION,
        form=_END,
        pattern=(
            r"(?P<run>[(\[] ?(?:{AGENCY})(?: ?[/,-] ?| via | )(?:{PHOTO}|(?=[A-Z/]))[^()\[\]]{0,100}[)\]]"
            r"|[(\[] ?(?:{PHOTO}(?: courtesy)?(?: credits?)?(?: by|:| courtesy of| courtesy:| from| via|/)|[Cc]redits?:|[Cc]ourtesy(?: of|:))[^()\[\]]{1,100}[)\]]"
            r"|[(\[] ?[^()\[\]]{1,60}(?:/|via | / )(?:{AGENCY})(?: via [\w .]{2,20})? ?[)\]]"
            r"|[(\[] ?(?:{AGENCY}) {PHOTO} ?[)\]]"
            r"|[(\[] ?(?:[Ff]ile {PHOTO}|FILE|HANDOUT|[Hh]andout(?: {PHOTO})?|{PHOTO}) ?[)\]])\.?"
        ),
        source="AP, AFP, Reuters and newspaper caption credits",
        examples=(
            "Smoke rises over the harbour at Port Ellery. [(AFP Photo / HO / Harbour Board)]",
            "The mayor at the quay on Monday. [(AP Photo/Jane Doe)]",
            "The mayor at the quay. [(Photo: Jane Doe/Example)]",
            "The mayor at the quay. [(Jane Doe/Getty Images)]",
            "The mayor at the quay. [(Photo by Jane Doe)]",
            "The mayor at the quay. [(Credit: Harbour Board)]",
            "The mayor at the quay. [(Handout)]",
            "The mayor at the quay. [(Reuters photo)]",
            "The mayor at the quay. [[Jane Doe/Reuters]]",
        ),
        nothing=(
            "He later found a letter (with a photo of the car).",
            "The police force (PA) said no.",
            "She left for Arden (see map).",
            "Shares rose (Reuters).",
        ),
    ),
    LayoutRule(
        name="caption-credit-at-end",
        kind=ParagraphKind.CAPTION,
        form=_END,
        pattern=(
            r"(?:^|(?<=[.!?\"'|)\]]) ?[|•·–—-]? ?)(?P<run>(?:{PHOTO}(?: credits?)?(?: by)?|[Cc]redits?|(?:{PHOTO}|[Ii]mage) [Ss]ource):? ?(?:{PHOTO}: ?)?{CREDIT_NAME}"
            rf"|(?:[Hh]andout|[{_UPPER}][\w.'-]{{1,20}}(?: [{_UPPER}][\w.'-]{{1,20}}){{0,3}})? ?(?:via )?(?:REUTERS|AP Photo|AFP|EPA|AAP|PA)/{{CREDIT_NAME}}"
            rf"|[{_UPPER}][\w.'-]{{1,20}}(?: [{_UPPER}][\w.'-]{{1,20}}){{1,3}} ?/ ?(?:{{AGENCY}}|[{_UPPER}][\w. ]{{2,30}}) ?(?:via {{AGENCY}})?"
            r"|(?:[Hh]andout|HANDOUT) ?(?:via |/ ?| - ){CREDIT_NAME}"
            r"|© ?{CREDIT_NAME})\.?"
        ),
        source="Reuters, Guardian and BBC caption credits",
        examples=(
            "The mayor at the quay on Monday. [REUTERS/Jane Doe]",
            "The mayor at the quay on Monday. [Photo: Jane Doe/Example Press]",
            "The mayor at the quay on Monday. [Photograph: Jane Doe/Getty Images]",
            "The mayor at the quay on Monday. [Harbour Board/Handout via REUTERS/File Photo]",
            "The mayor at the quay on Monday. [Image source: Getty Images]",
            "The mayor at the quay. [Jane Doe/AFP via Getty Images]",
            "The mayor at the quay, March 3, 2024. [HANDOUT / Harbour Board]",
            "[Photo: Jane Doe]",
        ),
        nothing=(
            "The man in the photo: nobody knew him.",
            "He asked for credit. Credit was refused.",
            "She sings. Images of the war follow her.",
            "They chose 1/2 of the sum.",
        ),
    ),
    LayoutRule(
        name="caption-file",
        kind=ParagraphKind.CAPTION,
        form=_START,
        pattern=r"(?P<run>(?:FILE(?: PHOTO| PICTURE| IMAGE)?|File (?:photo|picture|image)|Representational (?:image|picture)|Illustrative (?:image|photo)) ?(?:[-–—:.]|$))",
        source="AP and Reuters captions of archive pictures",
        examples=(
            "[FILE -] The mayor speaks in March.",
            "[FILE PHOTO:] The mayor speaks in March.",
            "[File photo:] the quay in 2019",
        ),
        nothing=("File photos were lost.", "FILES were lost."),
    ),
    LayoutRule(
        name="caption-label",
        kind=ParagraphKind.CAPTION,
        form=_START,
        pattern=r"(?P<run>(?:Caption|CAPTION|Image caption|Pictured|PICTURED|Photo caption|Photo shows|Picture shows|Image shows)(?::| ?[-–—]|(?= )))(?: (?=\S)|(?<=s)(?= ))",
        source="BBC and newspaper captions",
        examples=("[Caption:] The mayor at the quay", "[Image caption] The mayor at the quay", "[Pictured:] the mayor"),
        nothing=("Captions were wrong.", "Picture show ends"),
    ),
)

_NEGATIONS = (
    "no not none never neither nor nobody nothing nowhere without cannot can't won't don't doesn't didn't isn't aren't "
    "wasn't weren't hasn't haven't hadn't wouldn't couldn't shouldn't denied denies deny"
)
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million "
    "millions billion billions trillion dozen dozens half third quarter first second fourth fifth sixth seventh eighth "
    "ninth tenth single double both several few"
)

LAYOUT = Layout(
    rules=_BOILERPLATE + _CREDITS + _DATES_STATED + _BYLINES + _CAPTIONS + _DATELINES,
    fragments=_FRAGMENTS,
    calendar=CALENDAR,
    places=DATELINE_PLACES,
    sentence_ends=".:;,",
    headline_ends="?!…",
    telling_words=frozenset(_NEGATIONS.split())
    | frozenset(_NUMBERS.split())
    | frozenset(_MONTHS)
    | frozenset(_WEEKDAYS),
    encodings=("cp1252",),
    encoding_marks="€‚„…†‡‰‹‘’“”•–—˜™›¡¢£¤¥¦§©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿×÷\xa0\xad",
)

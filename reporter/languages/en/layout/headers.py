"""What stands above an English story: dates, bylines, datelines."""

from reporter.ingest.layout import Form, LayoutRule, Where
from reporter.languages.en.layout.words import UPPER
from reporter.model import ParagraphKind

DATES_STATED = (
    LayoutRule(
        name="published-and-updated",
        kind=ParagraphKind.DATELINE,
        form=Form.LINE,
        pattern=(
            r"(?:.{0,80}[|•·] ?)?(?:first |originally )?"
            r"(?:published|posted|issued|created|released|date|dated|publication date|filed)(?: on| at)? ?[:|]? ?"
            r"(?P<published>[^|•·]{6,60}?)"
            r"(?:[ |•·;,/(-]{1,5}(?:last )?(?:updated|modified|edited)(?: on| at)? ?:? ?(?P<updated>[^|•·]{4,60}?))?\)?"
        ),
        source="news sites' date lines",
        ignores_case=True,
        examples=(
            "Published: 12 October 2015 14:05 GMT",
            "Published on 12 October 2015",
            "Published: Tuesday, 14 May 2024, 18:40 BST",
            "Posted at 2:05 p.m. EDT, Oct. 12, 2015",
            "Published: Oct 12, 2015 14:05 IST | Updated: Oct 12, 2015 19:34 IST",
            "By Jane Doe | Published 12th October 2015",
            "Date: 2015-10-12",
        ),
        nothing=(
            "Published figures show a fall in output.",
            "Posted workers were sent home on 12 October 2015.",
            "Published by Doe & Roe in 2015",
            "Published: soon",
        ),
    ),
    LayoutRule(
        name="updated",
        kind=ParagraphKind.DATELINE,
        form=Form.LINE,
        pattern=(
            r"(?:last )?(?:updated|modified)(?: on| at)? ?[:|]? ?(?P<updated>[^|•·]{6,60}?)"
            r"(?:[ |•·;,/-]{1,5}(?:first |originally )?published(?: on| at)? ?:? ?(?P<published>[^|•·]{6,60}?))?"
        ),
        source="news sites' date lines",
        ignores_case=True,
        examples=("Updated: October 12, 2015 19:34 IST", "Last updated 12 October 2015 at 14:05 GMT"),
        nothing=("Updated figures are due on Friday.", "Updated rules came into force on 1 May 2015."),
    ),
    LayoutRule(
        name="date-alone",
        kind=ParagraphKind.DATELINE,
        form=Form.LINE,
        pattern=(
            r"(?:(?P<place>{PLACES}),? )?(?P<published>(?:{WEEKDAY},? )?"
            r"(?:{MONTH} \d{1,2},? \d{4}|\d{1,2}(?:st|nd|rd|th)? {MONTH},? \d{4}|\d{4}-\d\d-\d\d)"
            r"(?:[ ,|-]{1,3}(?:at )?\d{1,2}[:.]\d\d.{0,20})?)\.?"
        ),
        source="newspapers' date lines",
        where=Where.TOP,
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

BYLINES = (
    LayoutRule(
        name="byline-by",
        kind=ParagraphKind.BYLINE,
        form=Form.LINE,
        pattern=(
            r"(?:[Bb]y|BY|[Ww]ritten by|[Rr]eported by|[Ff]rom our|Words by|Story by|Text by):? "
            rf"(?!{{MONTH}}|{{WEEKDAY}})(?P<name>(?:[Tt]he )?[{UPPER}][\w.'&-]{{0,24}}"
            rf"(?:,? (?:and |& |with |in |of |for )?[{UPPER}@(][\w.'&@/()-]{{0,30}}){{0,14}}"
            r"(?:,? (?:in|for|at|of) [\w .,'-]{2,40}|, [a-z][\w '-]{2,50})?)(?: ?[|•·] ?.{0,80})?"
        ),
        source="AP Stylebook, bylines",
        where=Where.TOP,
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
        form=Form.LINE,
        pattern=(
            r"(?P<name>{PERSON})(?:,| \|| [–—•·-]) ?(?:(?P<agency>{AGENCY})|(?:[\w'-]{2,20} ){0,4}"
            r"(?i:correspondent|reporter|editor|staff writer|bureau chief|journalist|columnist))"
            rf"(?:,? (?:in )?[{UPPER}][\w .'-]{{1,40}})?"
        ),
        source="AP and newspaper bylines",
        where=Where.TOP,
        examples=(
            "Jane Doe, Associated Press",
            "Jane Doe, political editor",
            "Jane Doe | Staff writer",
            "Jane van Doe, Reuters",
        ),
        nothing=("Jane Doe, who edits the paper, was there.", "Jane Doe, a reporter, was hurt.", "Arden, Kenya"),
    ),
)

_DATED_AND_PLACED = r"(?P<place>{CAPITALS}|{NAME})(?:, (?P<region>{REGION}))?(?: \[[\w ]{2,30}\])?"

DATELINES = (
    LayoutRule(
        name="dateline-wire",
        kind=ParagraphKind.DATELINE,
        form=Form.START,
        pattern=(
            _DATED_AND_PLACED
            + r"(?:[,.] ?(?P<when>{DATE})\.?,?)? ?"
            + r"(?:\((?P<agency>{AGENCY}) ?\)(?:{DASH}|:|\Z)|/(?P<slashed>{WIRE})/(?:\.|{DASH}))"
        ),
        source="AP Stylebook, datelines; AFP, dpa, Reuters, Xinhua, ANI and TASS copy",
        examples=(
            "[MOSCOW, Oct 12 (AFP) -] The air force flew again.",
            "[NAIROBI, Kenya (AP) _] A bomb went off.",
            "[CANBERRA, Australia (AP)_] Turning its back on the plan, the council voted.",
            "[WASHINGTON (AP) —] The senator left.",
            "[BEIJING, Oct. 12 (Xinhua) --] The river rose.",
            "[Berlin (dpa) -] The train stopped.",
            "[New Delhi [India], October 12 (ANI):] The court sat on Monday.",
            "[MOSCOW, October 12. /TASS/.] The ship left.",
            "[SAN FRANCISCO, Calif., Oct. 12, 2015 /PRNewswire/ --] The maker of lifts closed a plant.",
            "[LONDON/PARIS, 12 October 2015 (Reuters) -] The tunnel closed.",
            "[MADRID, 12 Oct (EFE).-] The tunnel closed.",
            "[ST. LOUIS (AP) —] The river rose.",
            "[INDEPENDENCE, MO. (AP)--]",
            "[Port-au-Prince, Haiti (AP) —] The market reopened.",
        ),
        nothing=(
            "Jane Doe (54) - a teacher - was hurt.",
            "The World Health Organization (WHO) said so.",
            "Manchester United (Reuters poll favourites) won.",
            "UPDATE (AP) — The senator left.",
        ),
    ),
    LayoutRule(
        name="dateline-other-wire",
        kind=ParagraphKind.DATELINE,
        form=Form.START,
        pattern=(
            r"(?:(?P<place>{CAPITALS})(?:, (?P<region>{REGION}))?|(?P<dated_place>{CAPITALS}|{NAME})(?:, {REGION})?,? "
            r"(?P<when>{DATE})\.?,?) ?\((?P<agency>{WIRE}) ?\)(?:{DASH_BEFORE_SENTENCE}|:(?= |\Z))"
        ),
        source="the same shape with an agency or paper that is not in the list",
        examples=(
            "[PORT ELLERY (Sorrel Press) —] A shed burned.",
            "[Port Ellery, 14 May (Coast Wire) -] A shed burned.",
            "[ARDEN, Sorrel Coast (Coast Wire) -] A shed burned.",
        ),
        nothing=(
            "NATO (the alliance) - said no.",
            "UNESCO (Paris) — founded in 1945 — objected.",
            "World Health Organization (WHO) — The agency said so.",
        ),
    ),
    LayoutRule(
        name="dateline-without-dash",
        kind=ParagraphKind.DATELINE,
        form=Form.START,
        pattern=_DATED_AND_PLACED + r",? (?P<when>{DATE})\.?,? ?\((?P<agency>{AGENCY}) ?\)(?= [A-Z\"'])",
        source="PTI copy",
        examples=("[New Delhi, Oct 12 (PTI)] The court sat on Monday.",),
        nothing=("Press Association (PA) Chief Jane Doe left.", "Jane Doe, born Oct 12 (AP File 7), left."),
    ),
    LayoutRule(
        name="dateline-agency",
        kind=ParagraphKind.DATELINE,
        form=Form.START,
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
        form=Form.START,
        pattern=_DATED_AND_PLACED + r",? ?(?P<when>{DATE})\.?(?:{DASH_BEFORE_SENTENCE}|:(?= |\Z)| ?\|(?= |\Z))",
        source="AP Stylebook, datelines; newspaper copy",
        examples=(
            "[PARIS, 3 Nov —] The museum closed.",
            "[London, Monday 12 October 2015 -] The museum closed.",
            "[KABUL, Afghanistan, Nov. 3 —] The road was mined.",
            "[New Delhi, October 12:] The court sat.",
            "[PORT ELLERY, 14 May 2024 –] A shed burned.",
        ),
        nothing=("In Paris, 3 Nov — a Tuesday — was quiet.", "Doe, Nov. 3 said.", "WARNING, 3 Nov — More to come."),
    ),
    LayoutRule(
        name="dateline-region",
        kind=ParagraphKind.DATELINE,
        form=Form.START,
        pattern=r"(?P<place>{CAPITALS}), (?P<region>{REGION})(?:{DASH_BEFORE_SENTENCE}|:(?= |\Z))",
        source="AP Stylebook, datelines",
        where=Where.TOP,
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
        form=Form.START,
        pattern=r"(?P<place>{CAPITALS})(?:{DASH_BEFORE_SENTENCE})",
        source="AP Stylebook, datelines; British and American newspaper copy",
        where=Where.TOP,
        examples=(
            "[LONDON —] The council met.",
            "[WASHINGTON _] The economy grew.",
            "[MIAMI _]",
            "[NEW YORK –] Shares fell.",
            "[PORT ELLERY—]The ferry sank.",
            '[NEW YORK -] "We are done," she said.',
        ),
        nothing=(
            "WARNING — flood water is deep.",
            "BREAKING - Mayor resigns",
            "FILE - The mayor speaks in March.",
            "AIDS-related deaths fell.",
            "COVID — the disease — came back.",
            "Q — Who was there?",
            "EXCLUSIVE: the mayor resigns",
            "TRUMP: we will see.",
        ),
    ),
    LayoutRule(
        name="dateline-known-place",
        kind=ParagraphKind.DATELINE,
        form=Form.START,
        pattern=r"(?P<place>{PLACES})(?:, (?P<region>{REGION}))?(?::(?= |\Z)|{DASH_BEFORE_SENTENCE})",
        source="Indian and African newspaper copy; a list of places tells them from speakers",
        where=Where.TOP,
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
            "Paris Hilton: the heiress speaks",
            "London Bridge: the full story",
            "London - the largest city - voted.",
        ),
    ),
    LayoutRule(
        name="dateline-alone",
        kind=ParagraphKind.DATELINE,
        form=Form.LINE,
        pattern=r"(?P<place>{NAME}|{CAPITALS}) ?:",
        source="newspaper copy; one speaker's name alone on a line is rarer than a place",
        where=Where.TOP,
        is_single=True,
        examples=("Port Ellery:", "ARDEN:", "Cox's Bazar:"),
        nothing=("Key points:", "WARNING:", "Summary:", "He said:", "Q:"),
    ),
    LayoutRule(
        name="dateline-undated",
        kind=ParagraphKind.DATELINE,
        form=Form.LINE,
        pattern=r"\(?(?:Undated|UNDATED)\)?",
        source="AP and New York Times copy that is filed from no place",
        examples=("(Undated)", "UNDATED"),
        nothing=("Undated notes were found.",),
    ),
)

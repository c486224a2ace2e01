"""English captions and the credits that close them."""

from reporter.ingest.layout import Form, LayoutRule, Where
from reporter.languages.en.layout.words import UPPER
from reporter.model import ParagraphKind

_NAMED = rf"[{UPPER}][\w.'-]{{1,20}}(?: (?:via |for |of |the )?[{UPPER}][\w.'-]{{1,20}}){{0,4}}"

CAPTIONS = (
    LayoutRule(
        name="caption-credit-in-brackets",
        kind=ParagraphKind.CAPTION,
        form=Form.END,
        pattern=(
            # (AFP Photo / HO / Board), (AP/Jane Doe)
            r"(?P<run>[(\[] ?(?:(?:{AGENCY}) ?(?:{PHOTO}|(?=/))(?: ?[/,:-][^()\[\]]{1,100}| by [^()\[\]]{1,100})?"
            # (Photo: Jane Doe), (Photo by Jane Doe), (Credit: Board)
            r"|(?:{PHOTO}(?: courtesy)?(?: credits?)?(?: by|:| courtesy of| from| via|/)|[Cc]redits?:"
            r"|[Cc]ourtesy(?: of|:))[^()\[\]]{1,100}"
            # (Jane Doe/Reuters), (Board via AP)
            r"|[^()\[\]/]{1,60}(?:/| via )[^()\[\]]{0,40}(?:{AGENCY})(?: via [\w .]{2,20})?"
            # (HANDOUT / Board), (HO/Board)
            r"|(?:[Hh]andout|HANDOUT|HO|[Cc]ourtesy) ?[/:,–—-] ?[^()\[\]]{1,100}"
            # (File photo), (Handout)
            r"|(?:FILE|{PHOTO})) ?[)\]])\.?"
        ),
        source="AP, AFP, Reuters and newspaper caption credits",
        examples=(
            "Smoke rises over the harbour at Port Ellery. [(AFP Photo / HO / Harbour Board)]",
            "The mayor at the quay on Monday. [(AP Photo/Jane Doe)]",
            "The mayor at the quay. [(AP/Jane Doe)]",
            "The mayor at the quay. [(Photo: Jane Doe/Example)]",
            "The mayor at the quay. [(Jane Doe/Getty Images)]",
            "The mayor at the quay. [(Jane Doe via AP)]",
            "The mayor at the quay. [(Photo by Jane Doe)]",
            "The mayor at the quay. [(Credit: Harbour Board)]",
            "The mayor at the quay. [(Handout)]",
            "The mayor at the quay. [(HANDOUT / Harbour Board Ltd)]",
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
        name="caption-at-the-top",
        kind=ParagraphKind.CAPTION,
        form=Form.END,
        pattern=rf"(?<=[.!?\"'] )(?P<run>\((?!{{AGENCY}}\))[{UPPER}][^().!?:]{{1,80}}\))",
        source="saved pages, whose picture comes first: a whole sentence and a name in brackets",
        where=Where.TOP,
        examples=(
            "The mayor speaks at the quay on Monday. [(Harbour Board)]",
            "Crews at the quay. [(Coast Wire / Jane Doe)]",
        ),
        nothing=(
            "The council voted to leave. (It voted again in May.)",
            "The council voted to leave the union of ports (UP).",
            "The council voted to leave. (AP)",
        ),
    ),
    LayoutRule(
        name="caption-credit-at-end",
        kind=ParagraphKind.CAPTION,
        form=Form.END,
        pattern=(
            # Photo: Jane Doe, also without a full stop before it
            r"(?:^|(?<=[ .!?\"'|)\]]))(?P<run>(?:Photos?|PHOTO|Photograph|Picture|Image|Credit|CREDIT|Video)"
            r"(?: [Cc]redits?| [Ss]ource)?(?: ?: ?| by )(?:{PHOTO}: ?)?{CREDIT_NAME}"
            r"|(?<=[.!?\"'|)\]] )(?:"
            # REUTERS/Jane Doe, Board/Handout via REUTERS/File Photo, Jane Doe/AFP via Getty Images
            rf"(?:{_NAMED} ?/ ?){{0,3}}(?:(?:[Hh]andout|HANDOUT) )?(?:via )?(?:REUTERS|AP Photo|AFP|EPA|AAP|PA)/"
            r"{CREDIT_NAME}"
            rf"|{_NAMED}(?: ?/ ?{_NAMED}){{0,2}} ?/ ?(?:{{AGENCY}})(?: via (?:{{AGENCY}}))?"
            r"|(?:[Hh]andout|HANDOUT)(?: via | ?/ ?| - |: ?){CREDIT_NAME}"
            r"|© ?{CREDIT_NAME}))\.?"
        ),
        source="Reuters, Guardian and BBC caption credits",
        examples=(
            "The mayor at the quay on Monday. [REUTERS/Jane Doe]",
            "The mayor at the quay on Monday. [Photo: Jane Doe/Example Press]",
            "The mayor at the quay on Monday [Photo: Jane Doe]",
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
            "He said the AP/Reuters deal was off.",
        ),
    ),
    LayoutRule(
        name="caption-file",
        kind=ParagraphKind.CAPTION,
        form=Form.START,
        pattern=(
            r"(?P<run>(?:FILE(?: PHOTO| PICTURE| IMAGE)?|File (?:photo|picture|image)|"
            r"(?:Representational|Representative|Illustrative) (?:image|picture|photo)) ?(?:[–—:.-]|\Z))"
        ),
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
        form=Form.START,
        pattern=(
            r"(?P<run>(?:(?:Photo |Image |Picture )?[Cc]aption|CAPTION|Pictured|PICTURED)(?: ?[:–—]| -)|Image caption"
            r"|(?:Photo|Picture|Image) shows) "
        ),
        source="BBC and newspaper captions",
        examples=(
            "[Caption:] The mayor at the quay",
            "[Image caption] The mayor at the quay",
            "[Pictured:] the mayor",
            "[Photo shows] the mayor at the quay.",
        ),
        nothing=("Captions were wrong.", "Picture show ends", "Caption writers met."),
    ),
)

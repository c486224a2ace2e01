"""What surrounds a story in English: boilerplate of pages and wires, and editors' credits."""

from reporter.ingest.layout import Form, LayoutRule
from reporter.languages.en.layout.words import UPPER
from reporter.model import ParagraphKind

_OTHER = r"\W{0,3}"

BOILERPLATE = (
    LayoutRule(
        name="boilerplate-latest-news",
        kind=ParagraphKind.BOILERPLATE,
        form=Form.LINE,
        pattern=(
            r"(?:track|get|catch|follow|watch|read|find) (?:all )?(?:of )?(?:the |our )?"
            r"(?:latest|breaking|live|more|top)(?: \w+){0,3} (?:news|updates|headlines|stories|coverage)\b.*"
        ),
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
        form=Form.LINE,
        pattern=(
            r"(?:[>»*•▶-]{1,3} ?)?(?:(?:read|see|watch|listen|look)(?: more| also| next| now| this| here){0,2}|"
            r"also (?:read|see|watch|in the news)|"
            r"related(?: (?:stories|articles|news|content|coverage|topics|links))?|"
            r"more (?:on this(?: story)?|stories|news|from [\w .']{2,40})|"
            r"recommended(?: (?:stories|for you|reading))?|explore more|"
            r"you (?:may|might) also (?:like|be interested in)|"
            r"must[- ]reads?|don't miss|trending(?: now)?|most (?:read|popular|viewed))(?: ?[:|>»→].{0,250})?"
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
        form=Form.LINE,
        pattern=(
            _OTHER + r"(?:please )?(?:sign up|subscribe|register)(?: now| today| here)?"
            r"(?: (?:for|to|with)\b.{0,200}|[.!]?)"
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
        form=Form.LINE,
        pattern=(
            _OTHER + r"(?:(?:follow|find|join|like|contact|message|talk to) (?:us|our|@\w+)\b.{0,200}|"
            r"follow [\w .'-]{1,50} on (?:twitter|x|facebook|instagram|whatsapp|telegram|threads|bluesky|linkedin|"
            r"youtube|google news)\b.{0,120}|"
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
        form=Form.LINE,
        pattern=(
            _OTHER + r"(?:for (?:more|all|the latest)\b.{0,80}?,? )?(?:please )?"
            r"(?:click|tap|visit) (?:here|on|the link|below|our|www|https?)\b.{0,200}"
        ),
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
        form=Form.LINE,
        pattern=(
            r"(?:copyright(?: ©| \(c\)|:)? ?(?:\d{4}|by\b)|(?:©|\(c\)) ?[\w(]).{0,250}|"
            r".{0,120}\ball rights reserved\b.{0,250}|"
            r".{0,60}\bthis material may not be (?:published|broadcast|rewritten|redistributed)\b.{0,200}"
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
        form=Form.LINE,
        pattern=(
            _OTHER + r"(?:this (?:story|article|report|copy|item) (?:has been|has not been|was|is)\b.{0,60}"
            r"\b(?:feed|syndicated|auto-generated|without (?:any )?modifications?|edited by our)\b.{0,200}|"
            r"this (?:story|article) (?:was )?(?:originally|first) (?:published|appeared) (?:on|in|at|by)\b.{0,150}|"
            r"(?:except for|only|with the exception of|apart from) the headline\b.{0,80}"
            r"\b(?:story|report|article|copy|content|staff)\b.{0,150})"
        ),
        source="republishers' notices",
        ignores_case=True,
        examples=(
            "This story has been published from a wire feed without modifications to the text.",
            "(This article was auto-generated from a syndicated feed.)",
            "This article was originally published on the Coast Monitor.",
            "Except for the headline, this story has not been changed by our staff.",
        ),
        nothing=(
            "This story has no villain, the director said.",
            "The report was published on Tuesday.",
            "The article was wrong, the ministry said.",
            "This report was first class, the minister said.",
        ),
    ),
    LayoutRule(
        name="boilerplate-advertisement",
        kind=ParagraphKind.BOILERPLATE,
        form=Form.LINE,
        pattern=(
            _OTHER + r"(?:advertisements?|sponsored|story continues below(?: advertisement| this ad)?|"
            r"article continues (?:below|after)\b.{0,40}|skip (?:to|past) .{1,60}|loading|play video|view gallery|"
            r"view comments|comments?|print|save|listen to this article|this video can not be played)" + _OTHER
        ),
        source="page furniture",
        ignores_case=True,
        examples=("ADVERTISEMENT", "Story continues below advertisement", "View comments", "Play video"),
        nothing=("Advertisement rules will change in May.", "Comments by the minister caused anger."),
    ),
    LayoutRule(
        name="boilerplate-standards",
        kind=ParagraphKind.BOILERPLATE,
        form=Form.LINE,
        pattern=(
            r"(?:our (?:standards|principles|policies):.{1,150}|opens? (?:in )?(?:a )?new (?:tab|window).{0,20}|"
            r"(?:terms of (?:use|service)|privacy (?:policy|notice)|cookie (?:policy|settings))(?: ?[|•·].{0,100})?|"
            r"\d{1,2}[ -]min(?:ute)?s? read|get in touch\b.{0,100})"
        ),
        source="page furniture",
        ignores_case=True,
        examples=("Our Standards: The Example Trust Principles.", "3 min read", "Privacy Policy"),
        nothing=("Our standards of living fell, he said.", "Terms of the deal were not disclosed."),
    ),
    LayoutRule(
        name="boilerplate-wire-note",
        kind=ParagraphKind.BOILERPLATE,
        form=Form.LINE,
        pattern=(
            r"(?:BC|AM|PM|BN)-[\w'&/. -]{2,40}(?:,.{0,60})?|Eds?(?:itors)?: .{2,250}|"
            r"\((?:Adds|Updates|Recasts|Corrects|Repeats|Refiles|Removes|Writes through)\b[^()]{2,250}\)|"
            r"(?:PRESS RELEASE|Press [Rr]elease|[Ff]or [Ii]mmediate [Rr]elease|FOR IMMEDIATE RELEASE)"
        ),
        source="slugs and notes to editors of AP and Reuters copy; heads of press releases",
        examples=(
            "BC-Harbour Fire, 1st Ld-Writethru",
            "Eds: Updates with quotes",
            "(Adds quotes, background)",
            "FOR IMMEDIATE RELEASE",
        ),
        nothing=("Adds up to a lot, she said.", "BC Ferries said so.", "(He adds that nobody was hurt.)"),
    ),
    LayoutRule(
        name="wire-stamp-anpa",
        kind=ParagraphKind.BOILERPLATE,
        form=Form.LINE,
        pattern=r"(?P<sent>[A-Z]{2,4}-[A-Z]{2}-\d\d-\d\d-\d\d \d{4}[A-Z]{0,4})[<.]?",
        source="ANPA 1312: the trailer with which North American agencies send a story, month first",
        examples=("XP-NY-05-14-24 1840EDT", "XP-WX-05-14-24 0930EST<", "XP-NY-05-14-24 1840"),
        nothing=("NY-05-14-24", "XP-NY-15-14-24 1840EDT", "Flight XP-NY-05-14-24 1840 was late, she said."),
    ),
    LayoutRule(
        name="wire-stamp-iptc",
        kind=ParagraphKind.BOILERPLATE,
        form=Form.LINE,
        pattern=(
            r"(?:[a-z]{1,5}(?:[/-][a-z]{1,5}){0,3} )?(?:[A-Z]{2,8} )?"
            r"(?P<sent>(?:[0-3]\d)[0-2]\d[0-5]\d ?(?:GMT|UTC|Z)? ?[A-Za-z]{3} ?(?:GMT |UTC )?\d\d(?:GMT|UTC)?)"
        ),
        source="IPTC 7901: day, hour and minute, month and year with which other agencies close a story",
        examples=("141840 GMT MAY 24", "jd/roe 141840 May 24", "XPA 141840 MAY GMT 24", "jd/roe 141840 May 24GMT"),
        nothing=("141840 people came", "451840 GMT MAY 24", "141840 GMT FOO 24"),
    ),
    LayoutRule(
        name="boilerplate-end-mark",
        kind=ParagraphKind.BOILERPLATE,
        form=Form.LINE,
        pattern=(
            r"[-–—_=*#~•.· ]{1,80}|[-–—*#_ ]{0,5}(?:ends?|ENDS?|END ITEM|MORE)[-–—*#_ ]{0,5}|"
            r"[-–—*#_]{1,5} ?30 ?[-–—*#_]{1,5}|"
            r"\((?:END|MORE|more|end|ends|ENDS)\)"
        ),
        source="wire end marks",
        examples=("___", "-30-", "###", "ENDS", "* * *", "(END)"),
        nothing=("The end", "30 people were hurt", "30"),
    ),
)

_WORK = r"(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Ww]ritten|[Ee]dited|[Tt]ranslat(?:ed|ion)|[Gg]raphics?)"

CREDITS = (
    LayoutRule(
        name="credit-editors-in-brackets",
        kind=ParagraphKind.CREDIT,
        form=Form.END,
        pattern=(
            rf"(?P<run>[(\[] ?(?:[Aa]dditional |[Ff]urther )?{_WORK}(?:,? (?:and|&) {_WORK})? (?:by|from) "
            rf"[^()\[\]]{{2,220}}[)\]])\.?"
        ),
        source="Reuters and others' sign-off lines",
        examples=(
            "The inquiry goes on. [(Reporting by Jane Doe; editing by John Roe)]",
            "[(Compiled by the newsroom)]",
            "[(Writing by Jane Doe, additional reporting by John Roe in Arden; editing by Ann Poe)]",
        ),
        nothing=("The film (with editing by her sister) won a prize.", "It was (reporting aside) a bad day."),
    ),
    LayoutRule(
        name="credit-editors",
        kind=ParagraphKind.CREDIT,
        form=Form.LINE,
        pattern=rf"(?:(?:[Aa]dditional|[Ff]urther|[Ee]xtra) )?{_WORK}(?:,? (?:and|&) {_WORK})? (?:by|from) {{NAMES}}",
        source="Reuters and others' sign-off lines",
        examples=(
            "Reporting by Jane Doe in Arden; Editing by John Roe",
            "Additional reporting by Ann Poe.",
            "Writing by Jane Doe",
            "Reporting and writing by Jane O'Poe; editing by John Roe",
        ),
        nothing=(
            "Reporting restrictions were lifted on Monday.",
            "Editing the film took a year.",
            "Reporting by Reuters showed that officials knew.",
            "Written by hand, the letter took a day.",
        ),
    ),
    LayoutRule(
        name="credit-contributed",
        kind=ParagraphKind.CREDIT,
        form=Form.LINE,
        pattern=(
            _OTHER + r"(?:[\w.'&-]{1,30},? ){1,25}(?:also )?contributed "
            r"(?:reporting|research|to this (?:report|story|article))(?: from [\w ,.'-]{2,80})?" + _OTHER
        ),
        source="AP and others' sign-off lines",
        examples=(
            "Example Press writers Jane Doe in Arden and John Roe in Port Ellery contributed to this report.",
            "Jane Doe contributed reporting.",
            "Jane Doe contributed reporting from Arden.",
        ),
        nothing=(
            "Rain contributed to the floods, the service said.",
            "She contributed to the report on Monday that shook the party.",
        ),
    ),
    LayoutRule(
        name="credit-inputs",
        kind=ParagraphKind.CREDIT,
        form=Form.LINE,
        pattern=(
            _OTHER + rf"(?:[Ww]ith (?:agency |additional |further )?(?:inputs?|reporting|files|material) (?:from|by) "
            rf"(?:the )?[{UPPER}][\w.,&' /-]{{1,80}}|(?:[Ww]ith )?(?:[Aa]gency|[Aa]gencies|[Ww]ire) inputs?|"
            rf"[Ii]nputs? from [{UPPER}][\w.,&' /-]{{1,80}}|[Ss]ources?: ?{{AGENCY}})" + _OTHER
        ),
        source="Indian and Canadian sign-off lines",
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
        form=Form.LINE,
        pattern=r"[(\[–—-]{0,2} ?(?P<agency>{AGENCY})(?:[/,] ?{AGENCY}){0,3}\.? ?[)\]]?",
        source="agency lines",
        examples=("(AFP)", "— Reuters", "PTI", "AFP/dpa"),
        nothing=("AP Moller said on Monday", "Fars province", "PA system fails"),
    ),
    LayoutRule(
        name="credit-writer-note",
        kind=ParagraphKind.CREDIT,
        form=Form.LINE,
        pattern=(
            _OTHER + r"(?:{PERSON}|[Tt]he (?:author|writer)) is (?:a|an|the|our) (?:[\w'-]{2,20} ){0,4}"
            r"(?:correspondent|reporter|editor|columnist|staff writer|freelance journalist|bureau chief)"
            r"(?: (?:for|at|with|of|in|based in) .{2,100})?\.?"
        ),
        source="newspapers' closing notes",
        examples=(
            "Jane Doe is a staff writer for the Sorrel Coast News.",
            "Jane Doe is our political correspondent",
        ),
        nothing=("Jane Doe is a lawyer for the family.", "Jane Doe is the editor who found the letter."),
    ),
)

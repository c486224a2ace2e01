"""How English headlines and sentences deny, doubt or only pass on.

Origin: written for this project from general knowledge of English news. Examples are our own, names invented.
"""

from reporter.verification.stance.rules import Mark, StanceRule, StanceWords


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_STORY = (
    r"(?:stor(?:y|ies)|reports?|claims?|rumou?rs?|tales?|articles?|news|posts?|tweets?|accounts?|allegations?|"
    r"accusations?|statements?|quotes?|photos?|pictures?|images?|videos?|footage|clips?|letters?|emails?)"
)
_SAYER = (
    r"(?:reports?|sources?|insiders?|officials?|police|analysts?|experts?|researchers?|scientists?|economists?|"
    r"witness(?:es)?|relatives?|activists?|monitors?|lawmakers?|congress(?:man|woman)|senators?|mps?|ministers?|"
    r"ministry|"
    r"minister|spokes(?:man|woman|person)|study|survey|poll|papers?|newspapers?|media|agency|parents?|mother|father|"
    r"family|"
    r"lawyers?|attorneys?|prosecutors?|doctors?|group|union|aides?|ambassador|envoy|army|military|rebels?|opposition|"
    r"intelligence|intel|rumou?rs?|company|charity|watchdog|document|documents|memo|leak)"
)
_AGENCY = r"(?:reuters|ap|afp|cnn|cnbc|bbc|nyt|wsj|ft|bloomberg|tmz|nbc|abc|cbs|npr|upi|dpa|sky|interfax|tass)"

RULES = (
    StanceRule(
        name="open",
        mark=Mark.OPEN,
        pattern=(
            r"\b(?:neither|won't|not|refus\w+ to|declin\w+ to|nor) (?:confirm(?:s|ed)?|deny) (?:or|nor) (?:den(?:y|"
            r"ies|ied)|confirm)\b"
            r"|\b(?:real|fact|truth|true|genuine|legit) or (?:a )?(?:hoax|fake|fiction|false|not|myth|rumou?r)\b"
            r"|\b(?:hoax|fake|fiction|false|myth|rumou?r) or (?:a )?(?:real|fact|truth|true|genuine|legit)\b"
        ),
        examples=(
            "Giant eel of Lake Orrin: [real or fake]?",
            "Varden chief [refuses to confirm or deny] sale of port",
        ),
        nothing=("Varden chief denies sale of port",),
    ),
    StanceRule(
        name="harmless",
        mark=Mark.HARMLESS,
        pattern=(
            r"\bno (?:idea|way out|limit|longer|doubt|wonder|matter|mistake|one|surprise|less|fewer|more than|joke|"
            r"thanks to|stranger)\b"
            r"|\bnot (?:only|just|merely|happy|sure|alone|surprised|least|enough|good)\b"
            r"|\b(?:can't|cannot|couldn't) (?:stop|wait|believe|get enough|help)\b"
            r"|\b(?:you'll|you will|will) never (?:guess|believe|forget)\b"
            r"|\bwhy not\b|\bwhether or not\b|\bnot to mention\b"
            r"|\bdon't miss\b|\bso (?:that )?(?:he|she|it|they|you|we) (?:won't|wouldn't|doesn't|don't|can't|"
            r"couldn't)\b"
        ),
        examples=("Diver had [no idea] that he had found a bell",),
        nothing=("No sign of the lost bell",),
    ),
    StanceRule(
        name="not-true",
        mark=Mark.DENIAL,
        pattern=(
            r"(?:\bnot|n't|\bnever|\bhardly|\bfar from) (?:(?:really|actually|quite|even|definitely|exactly) )?"
            r"(?:true|real|accurate|genuine|authentic|correct|the case|what it seems|happening|legit)\b"
            r"|\b(?:never|didn't|did not) (?:really |actually )?(?:happen(?:ed)?|exist(?:ed)?|occur(?:red)?|"
            r"took place|take place)\b"
            r"|\bno (?:truth|evidence|proof|basis|such|plans?|foundation)\b|\bnothing to (?:do with|suggest)\b"
            r"|\bnot so fast\b|\btoo good to (?:be true|check)\b"
        ),
        examples=("The singing well of Orrin is [not real]", "Museum: [no evidence] that the crown was stolen"),
        nothing=("The true story of the singing well",),
    ),
    StanceRule(
        name="untrue",
        mark=Mark.DENIAL,
        pattern=(
            r"\b(?:hoax(?:es|ed|ers?)?(?! (?:call|caller|bomb|device))|myths?|fabrications?|satir(?:e|ical)|parody|"
            r"spoof|mockumentary|"
            r"misinformation|disinformation|rubbish|nonsense|bunkum|hogwash|baloney|photoshop(?:s|ped)?|urban legends?|"
            r"(?:publicity|marketing|pr|advertising) stunt|april fools?(?:'s?)?|fairy ?tales?|pack of lies|liar|"
            r"untruths?|untrue|"
            r"made (?:it |this |that )?(?:all )?up(?! (?:of|for|to|his|her|their|the|my|its|\w+ per))|mak(?:e|es|"
            r"ing) (?:it |this |that )?(?:all )?up|fact[- ]check)\b"
        ),
        examples=("Story of the singing well is a [hoax]", "Boy who found the crown [made it all up]"),
        nothing=("Boy made up his bed in the museum", "Hoax call empties museum"),
    ),
    StanceRule(
        name="untrue-story",
        mark=Mark.DENIAL,
        pattern=(
            r"\b(?:fak(?:e|es|ed|ery)|false(?:ly)?|bogus|fabricat(?:ed|es|ing)|fictional|fictitious|fiction|"
            r"phon(?:e)?y|sham|"
            r"doctored|staged|manipulated|erroneous(?:ly)?|unfounded|baseless|groundless|exaggerated|overblown|"
            r"inaccurate|"
            r"discredited|misleading|misquoted|misreported|misidentified|mistaken(?:ly)?|incorrect|wrongly|"
            r"ridiculous|absurd|"
            r"preposterous|invented|concocted|forged|silly|"
            r"completely crazy|totally wrong|plain wrong|dead wrong|out of context)\b"
        ),
        examples=("[Fake] photo of flooded tram shared thousands of times",),
        nothing=("Pair held with fake passports after ferry landed",),
        is_about_story=True,
    ),
    StanceRule(
        name="debunks",
        mark=Mark.DENIAL,
        pattern=(
            r"\b(?:debunk(?:s|ed|ing)?|bust(?:s|ed)? (?:the |a )?myths?|refut(?:e|es|ed|ing)|disprov(?:e|es|ed|en|ing)|"
            r"rebuff(?:s|ed|ing)?|rebut(?:s|ted)?|disput(?:e|es|ed)|quash(?:es|ed)?|dismiss(?:es|ed)?|retract(?:s|"
            r"ed|ion)?|"
            r"contradict(?:s|ed)?|shoots? down|shot down|puts? to rest|lays? to rest|knocks? down|pours? cold water|"
            r"laughs? off|brush(?:es|ed)? off|shrugs? off|walks? back|backtracks?|sets? the record straight|"
            r"(?:slams?|slammed|blasts?|mocks?|rubbish(?:es|ed)|trash(?:es|ed)|scotch(?:es|ed)|"
            r"scoffs? at) (?:\w+ ){0,3}" + _STORY + r"|"
            r"dup(?:es|ed)|fool(?:s|ed)|falls? for|fell for|punk(?:s|ed)|troll(?:s|ed)|pants on fire|contrary to|"
            r"(?:despite|in spite of) (?:\w+ ){0,3}(?:reports?|rumou?rs?|claims?)|exposed as|outed as)\b"
        ),
        examples=("Museum [debunks] tale of the stolen crown", "Crown is in its case [despite internet rumours]"),
        nothing=("Court hears tale of the stolen crown", "Court exposed to floods"),
    ),
    StanceRule(
        name="denies",
        mark=Mark.DENIAL,
        pattern=r"\b(?:den(?:y|ies|ied|ying|ials?)|reject(?:s|ed|ing)?)\b",
        examples=("Varden [denies] plan to close port",),
        nothing=("Varden plans to close port",),
    ),
    StanceRule(
        name="doubted",
        mark=Mark.DENIAL,
        pattern=r"\b(?:doubts?|doubtful|doubted|unlikely|improbable|implausible|sceptic\w*|skeptic\w*)\b",
        examples=("Experts [doubt] that the bell is of gold",),
        nothing=("Experts say the bell is of gold",),
    ),
    StanceRule(
        name="hearsay",
        mark=Mark.REPORT,
        pattern=(
            r"\b(?:reportedly|allegedly|purportedly|supposedly|apparently|presumably|rumou?red|alleged|purported|"
            r"supposed|"
            r"reported|so-called|suspected|purports?|alleges?|allegations?|accus(?:es|ed|ing|ations?)|unconfirmed|"
            r"unverified)\b"
        ),
        examples=("Port [reportedly] sold to Varden",),
        nothing=("Port sold to Varden",),
    ),
    StanceRule(
        name="rumour",
        mark=Mark.REPORT,
        pattern=r"\b(?:rumou?rs?|speculat\w+|gossip|whispers?)\b",
        examples=("[Rumour]: Varden to buy port",),
        nothing=("Varden to buy port",),
    ),
    StanceRule(
        name="claimed",
        mark=Mark.REPORT,
        pattern=r"\bclaim(?:s|ed|ing)?\b(?! (?:responsibility|\w+ lives|victory|the (?:title|lives|crown)))",
        examples=("Diver [claims] to have found a bell of gold",),
        nothing=("Rebels claim responsibility for fire",),
    ),
    StanceRule(
        name="reports",
        mark=Mark.REPORT,
        pattern=r"\breport(?:s|ing)?\b(?! (?:a |its |record )?(?:profits?|loss(?:es)?|earnings|cards?|for ))",
        examples=("Varden to buy port, [report] says",),
        nothing=("Varden and Orrin report profits",),
    ),
    StanceRule(
        name="sayer",
        mark=Mark.REPORT,
        pattern=(
            r"\b(?:according to|sources?|insiders?|says?|said|believed?|believes?|thinks?|thought to|feared|"
            r"witness(?:es)?)\b"
        ),
        examples=("Varden to buy port, [says] minister",),
        nothing=("Varden buys port",),
    ),
    StanceRule(
        name="sayer-first",
        mark=Mark.REPORT,
        pattern=(
            rf"^(?:[\w.'-]+ ){{0,3}}(?:{_SAYER}|{_AGENCY})\s?:"
            r"|^(?:rep|sen|gov|dr|prof|gen)\. (?:[\w.'-]+ ){0,2}[\w.'-]+:"
        ),
        examples=("[Senator:] port sold to Varden",),
        nothing=("Port of Orrin: all berths sold",),
    ),
    StanceRule(
        name="sayer-last",
        mark=Mark.REPORT,
        pattern=(
            rf"(?:: ?| [-–—] ?)(?:[\w.'-]+ ){{0,3}}(?:{_SAYER}|{_AGENCY}|[\w.]+ paper)(?: video)?$"
            r"|: (?-i:[A-Z]{2,5})$| -- ?\w+$"
        ),
        examples=("Port sold to Varden[: minister]",),
        nothing=("Port sold to Varden: all berths to close",),
    ),
    StanceRule(
        name="possible",
        mark=Mark.DOUBT,
        pattern=(
            r"\b(?<!\bin )(?<!\bof )(?<!\bon )(?:may|might|could)\b(?! \d)|\b(?:possibl[ey]|perhaps|maybe|"
            r"probabl[ey]|likely|appears?|seems?|suggests?|"
            r"hints?|potential(?:ly)?|appeared|seemingly|possibility)\b"
        ),
        examples=("Varden [may] buy port",),
        nothing=("Varden buys port in May 2031",),
    ),
    StanceRule(
        name="unsettled",
        mark=Mark.DOUBT,
        pattern=(
            r"\b(?:mystery (?:surrounds|over|of)|questions? (?:raised|over|remain)|question mark|you decide|"
            r"jury is out|"
            r"investigat(?:e|es|ing)|prob(?:e|es|ing)|look(?:s|ing) into|unclear|no word on)\b"
        ),
        examples=("[Mystery of] the singing well",),
        nothing=("Song of the well recorded",),
    ),
    StanceRule(
        name="ahead",
        mark=Mark.AHEAD,
        pattern=(
            r"\b(?:in (?:\w+ )?(?:late[- ]stage )?talks|consider(?:s|ed|ing)|mull(?:s|ed|ing)|ey(?:es|ed|eing|ing)|"
            r"weigh(?:s|ed|ing)|"
            r"predict(?:s|ed|ion|ions)?|forecasts?|expect(?:s|ed)|estimates?|pegs|tipped|close to|near(?:s|"
            r"ing) deal|hop(?:es|ing))\b"
        ),
        examples=("Varden [in talks] to buy port",),
        nothing=("Varden buys port",),
    ),
)

STANCE_WORDS = StanceWords(
    rules=RULES,
    story_nouns=_set(
        "story stories report reports claim claims rumor rumors rumour rumours tale article articles news post posts "
        "tweet tweets account accounts allegation allegations accusation statement quote quotes photo photos picture "
        "pictures image images video videos footage clip clips letter email information website site"
    ),
    negations=_set("not no never n't none nobody nothing neither nor nope cannot"),
    contrasts=_set("rather instead"),
    answers=_set("no nope nah"),
    light_words=_set(
        "be is are was were been being have has had do does did say says said get gets got make makes made go will "
        "would can could may might shall should not no n't up out off very so just more most other such also even "
        "still now it"
    ),
    endings=("'s", "ings", "ing", "ers", "er", "ies", "ied", "es", "ed", "s", "e", "y", "d"),
    opposites=(
        (
            _set("dead die died dies death killed kill executed murdered deceased drowned"),
            _set("alive living survived survives unharmed"),
        ),
        (
            _set("captured kidnapped abducted kidnap capture abduct seized stolen steal"),
            _set("safe free unharmed"),
        ),
    ),
    question_mark="?",
    factual_questions=_set("how why what who where when which whose want wanna how's what's who's remember ever"),
    past_helpers=_set("did has have had was were hasn haven didn"),
    saying_lemmas=_set("say tell claim state report declare write tweet announce insist"),
    reasons={
        "open": "“{words}” leaves open whether it is so.",
        "denied": "“{words}” says that it is not so.",
        "opposite": "“{words}” cannot be true together with the claim.",
        "asked": "It only asks.",
        "report": "“{words}” passes on somebody else's word.",
        "doubt": "“{words}” leaves it open.",
        "ahead": "“{words}” tells of what has not happened yet.",
        "told": "It tells the same, with no mark of doubt or denial.",
    },
)

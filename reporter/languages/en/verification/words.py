"""English words that nominate a flag; grammar decides. Drawn up from newsroom handbooks and usage."""

from fractions import Fraction


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _row(words: str) -> tuple[str, ...]:
    return tuple(words.split())


def _phrases(words: str) -> frozenset[tuple[str, ...]]:
    """Phrases with commas between them."""
    return frozenset(tuple(phrase.split()) for phrase in words.split(","))


HEARSAY_VERBS = _set(
    "report believe say think allege claim understand rumour rumor suspect presume assume purport speculate deem "
    "repute fear whisper"
)
HEARSAY_ADVERBS = _set("reportedly allegedly purportedly supposedly reputedly")
CHARGING_VERBS = _set(
    "charge indict arraign prosecute convict sentence sue acquit extradite arrest plead try summon accuse allege fine"
)
SPEECH_VERBS = _set(
    "say tell add state claim announce report note insist maintain argue declare write warn stress acknowledge admit "
    "confirm deny explain suggest allege assert contend describe call accuse ask urge reply respond reiterate repeat "
    "predict estimate believe think recall reveal disclose tweet post quote cite remark comment observe conclude "
    "show "
    "indicate find according vow pledge promise demand concede complain joke hint point speak talk blame criticise "
    "criticize condemn praise label brand dub term refer dismiss reject compare characterise characterize read "
    "reference liken rate rank mock ridicule decry denounce hail tout lambast slam"
)

BARE_SOURCE_NOUNS = _set("source insider informant")
UNNAMED_ROLES = _set(
    "official aide adviser advisor diplomat insider source executive staffer operative investigator commander "
    "officer "
    "lawmaker banker negotiator delegate employee person people informant detective prosecutor agent strategist "
    "envoy "
    "ambassador bureaucrat technocrat minister deputy councillor confidant associate ally"
)
EMPTY_DESCRIPTIONS = _set(
    "reliable informed well-informed placed well-placed credible trusted trustworthy anonymous unnamed unidentified "
    "several many multiple various other another one two three four five more same separate undisclosed good certain "
    "some numerous few key"
)
NAMING_VERBS = _set("name identify quote attribute")
SPOKESPERSON_NOUNS = _set(
    "spokesman spokeswoman spokesperson spokespeople statement ministry department government police office company "
    "agency army court council union group organisation organization authority administration committee commission "
    "embassy navy military force association team club party bank hospital university firm board"
)
EVALUATIVE_WORDS = _set(
    "disgrace disgraceful incompetent incompetence liar coward cowardly shameful shame corrupt useless hopeless "
    "arrogant dishonest disaster disastrous fool foolish stupid clown joke pathetic reckless toxic bully brilliant "
    "crook thug cheat thief cruel heartless monster terrible awful appalling unfit delusional weak idiot "
    "ridiculous laughable despicable"
)
DEFINITE_DETERMINERS = _set("the this that these those his her their its my our your")

HARM_VERBS = _set(
    "kill murder wound injure shoot stab attack assault bomb shell strike hit raid storm ambush seize abduct kidnap "
    "torture rape beat rob steal loot burn torch destroy demolish explode detonate crash derail drown execute "
    "massacre poison hack bribe embezzle defraud launder smuggle traffic extort harass capture evict dump sink "
    "behead "
    "strangle maim burgle mug"
)
PUBLIC_ACTS = _set(
    "meet visit arrive leave travel attend speak talk address vote elect pass approve adopt reject sign ratify "
    "inaugurate open launch unveil publish release issue hold host gather march protest rally demonstrate demand "
    "call "
    "win beat hit strike shoot attack lose draw defeat score play finish advance qualify trade rise fall gain climb "
    "drop slip close appoint name nominate resign retire join charge sentence convict acquit rule sue appeal testify "
    "plead adjourn begin start end continue resume return appear perform sing premiere debut celebrate mark marry "
    "bury mourn announce declare order ask offer apologise apologize agree refuse decline welcome condemn praise"
)
STATES = _set(
    "last stay sit weigh cost measure tend be have become remain seem appear include contain consist belong know "
    "want "
    "like love need hope mean depend exist live stand lie own think believe feel see hear look sound serve lack "
    "involve concern represent do"
)

RELAY_VERBS = _set("cite quote")
OWN_STAFF_NOUNS = _set("reporter journalist correspondent photographer crew team")

DOUBTING_VERBS = _set("claim allege purport insist maintain contend profess")
CLAIMED_THINGS = _set(
    "responsibility life lives victory win title gold silver bronze medal credit asylum benefit seat prize "
    "championship crown point wicket compensation right damage expense money refund ownership copyright territory "
    "throne record lead silence distance balance contact control presence neutrality"
)
POSSIBILITY_AUXILIARIES = _set("may might could")
PERCEPTION_VERBS = _set("see hear feel smell afford tell understand help believe stand find reach")
SEEMING_VERBS = _set("appear seem")
HEDGING_ADVERBS = _set("possibly perhaps probably apparently presumably seemingly ostensibly conceivably maybe")
LIKELIHOOD_ADJECTIVES = _set("likely unlikely possible probable")
FUTURE_AUXILIARIES = _set("will shall wo 'll")
VERIFYING_VERBS = _set("verify confirm corroborate authenticate substantiate")
VERIFICATION_NOUNS = _set("confirmation verification corroboration")
UNVERIFIED_ADJECTIVES = _set("unconfirmed unverified uncorroborated unsubstantiated unverifiable")
REPORTABLE_NOUNS = _set(
    "report claim information allegation video footage clip rumour rumor toll number figure image photo photograph "
    "picture statement document recording story accusation sighting intelligence account testimony material leak "
    "post "
    "message detail"
)
INABILITY_ADJECTIVES = _set("unable impossible able possible")
INDEPENDENCE_WORDS = _set("independently independent immediately separately")
NEGATIVE_DETERMINERS = _set("no little scant")
CALLING_VERBS = _set(
    "call name dub label brand term title entitle nickname codename know describe style christen rename baptise tag "
    "mean read spell pronounce chant shout scrawl daub print inscribe say"
)
WORD_NOUNS = _set(
    "word term phrase slogan name title nickname codename album song film movie book novel play poem essay article "
    "single track show series programme program exhibition painting magazine newspaper game app ship boat operation "
    "label hashtag banner sign heading headline section chapter episode documentary letter motto chant"
)

TIME_UNITS = _set(
    "year month week day hour minute second decade century fortnight weekend night evening morning quarter moment "
    "season generation year-old time afternoon semester term"
)
VERB_FAMILIES = tuple(
    _set(row)
    for row in (
        "kill die perish slay murder drown",
        "wound injure hurt",
        "arrest detain",
        "displace flee evacuate",
        "destroy demolish flatten level",
        "strike hit bomb target",
        "attend gather march protest rally demonstrate",
        "sack fire dismiss axe",
        "miss disappear",
        "rescue save",
    )
)
NOUN_FAMILIES = tuple(
    _set(row)
    for row in (
        "person people civilian resident villager victim",
        "soldier troop serviceman",
        "worker employee staff job",
        "protester demonstrator marcher",
        "home house",
        "dollar $ usd",
        "euro € eur",
        "pound £ gbp",
        "percent per_cent %",
    )
)
CHANGE_VERBS = _set(
    "rise climb grow increase jump mount fall drop decline soar reach swell revise update raise lower reduce cut "
    "double triple surge edge"
)
PART_WORDS = _set("whom which include including among them")
ADDITION_WORDS = _set(
    "another other more further additional extra again earlier previous previously separate separately"
)

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
PLANNING_WORDS = _set(
    "schedule plan set slate due delay postpone extend defer adjourn expect book fix announce propose call move "
    "order "
    "arrange intend mean say tell promise pledge vow agree decide want hope ask warn predict project forecast invite "
    "appoint choose pick select name ban suspend bar sentence jail remand rent lease hire reserve summon convene "
    "bring push put shift reschedule aim guarantee grant give run last end expire begin start"
)

NEAR_NAMES = frozenset(
    frozenset(row.split())
    for row in (
        "iran iraq",
        "iranian iraqi",
        "iranians iraqis",
        "austria australia",
        "austrian australian",
        "niger nigeria",
        "mali malawi",
        "mali bali",
        "zambia gambia",
        "zambia namibia",
        "slovakia slovenia",
        "slovak slovene",
        "guinea guyana",
        "oman amman",
        "oman yemen",
        "sweden swede",
        "korea koreas",
        "dominica dominican",
        "paraguay uruguay",
        "tunis tunisia",
        "algiers algeria",
        "mexico mexican",
        "moldova moldavia",
        "north south",
        "majority minority",
        "northern southern",
        "eastern western",
        "east west",
        "east easter",
        "june july",
        "monday sunday",
        "march marsh",
        "smith smyth",
        "johnson johnston",
        "anderson andersen",
        "clark clarke",
        "brown browne",
        "green greene",
        "reed reid",
        "harris harrison",
        "robert roberts",
        "williams william",
        "thomas thompson",
        "thomson thompson",
        "davis davies",
        "allan allen",
        "allen alley",
        "stephens stevens",
        "stephen steven",
        "martin martinez",
        "marin martin",
        "gonzalez gonzales",
        "kelly kerry",
        "kerry perry",
        "perry berry",
        "gary mary",
        "harry larry",
        "terry jerry",
        "jean joan",
        "john joan",
        "john jon",
        "maria marie",
        "maria mario",
        "marie maria",
        "julia julie",
        "anna anne",
        "alan alain",
        "daniel daniels",
        "daniel danielle",
        "michael michel",
        "michael michelle",
        "paul paula",
        "carl carla",
        "andrea andrew",
        "andrea andreas",
        "christian christina",
        "erica eric",
        "louis louise",
        "simon simone",
        "democrat democratic",
        "democrats democratic",
        "republic republican",
        "senate senator",
        "union unions",
        "muslim muslims",
        "catholic catholics",
        "sunni shia",
        "islam islamic",
        "islam islami",
        "european europe",
        "minister ministry",
        "district districts",
        "court courts",
        "street streets",
        "prince princess",
        "king kings",
        "pakistan pakistani",
        "san santa",
        "saint saints",
        "central century",
        "center centre",
    )
)
NAME_ENDINGS = (
    "s", "es", "n", "an", "ian", "i", "is", "ns", "ans", "ese", "ish", "ic", "er", "ers", "ist", "ists", "ism", "y",
    "ite", "ites", "d", "ed", "al", "'s", "’s",
)  # fmt: skip
PLURAL_ENDINGS = ("s", "es")
RANGE_OPENINGS = frozenset({"from", "between"})
RANGE_CLOSINGS = frozenset({"to", "until", "till", "through", "and", "-", "–"})
PLACE_PREPOSITIONS = _set("in at near of from to outside towards toward across around through into inside over")

HANDOUT_MARKS = frozenset({"HO", "HANDOUT"})
HANDOUT_WORDS = _set("handout courtesy hand-out")
HANDOUT_VERBS = _set("provide release supply distribute issue hand")
STATE_AGENCIES = _set(
    "sana kcna irna xinhua tass ria sputnik belta wam spa kuna petra mena saba cctv rt presstv tanjug"
)

STATE_ORGANS = _set(
    "ministry minister government army military navy police president presidency premier parliament force kremlin "
    "pentagon embassy ambassador general commander chancellor"
)
FIRST_PERSONS = _set("we our us ours")
OWN_FORCE_NOUNS = _set(
    "jet warplane plane aircraft troop soldier force army navy air military missile drone ship submarine tank pilot "
    "fighter helicopter officer agent police strike raid airstrike bombing operation campaign offensive artillery "
    "unit bomber airstrikes guard coastguard marine commando"
)
ROUTINE_ACTS = _set(
    "face suffer commend praise attempt need open sign hold host publish release launch announce say tell meet visit "
    "begin start plan hope want discuss talk arrive leave travel attend appoint name hire invite welcome thank join "
    "move work live serve study write speak receive send ask call offer agree decide consider review expect believe "
    "think feel know see give fire dismiss sack be have become remain continue support back urge condemn "
    "reiterate seek try"
)

ACCUSATION_NOUNS = _set(
    "accusation allegation charge claim report suggestion assertion wrongdoing involvement it this that"
)
LIGHT_WORDS = _set(
    "be have do say tell make take get go come give use people person man woman time year month week day monday "
    "tuesday wednesday thursday friday saturday sunday report claim official statement way thing part number more "
    "other many some such new last next first not it he she they who which that this there january february march "
    "april may june july august september october november december"
)

EXPLETIVES = _set("it there")
NEGATIVE_ADJECTIVES = _set("unable impossible")
ABILITY_AUXILIARIES = _set("could can")
PERMISSION_AUXILIARIES = _set("may")
EXISTING_VERBS = _set("be exist come have")
ASKING_WORDS = _set("how")
CONDITIONS = _set("if unless whether")
DESCRIBING_PREPOSITIONS = _set("in at with within from inside close near of on involved")
KIND_PREPOSITIONS = _set("of")
SERIES_PREPOSITIONS = _set("to at")
SERIES = (
    (_set("toll death dead fatality casualty body"), "kill"),
    (_set("wounded injured injury"), "wound"),
    (_set("arrest detention detainee"), "arrest"),
    (_set("displaced evacuee"), "displace"),
    (_set("missing"), "miss"),
)
PICTURE_NOUNS = _set("photo photograph picture image video still footage frame grab screengrab handout")
MEDIA_NAMES = _set("afp reuters ap bbc cnn dpa efe ansa upi")
LABELLING_WORDS = _set("as")
IDIOM_ADVERBS = _set("as well")
ADDRESSED_PERSONS = _set("you")
SMALL_QUANTITIES = _set("many several few much lot lots some more most number numerous")
CRIME_VERBS = _set(
    "murder rob steal assault burgle mug swindle poach harass counterfeit bribe embezzle defraud launder rape "
    "smuggle traffic extort torture forge molest blackmail "
    "kidnap abduct loot stab poison"
)
COURT_NOUNS = _set(
    "court trial jury verdict conviction guilty indictment prosecutor appeal prison jail sentence confession"
)
ACCUSING_VERBS = _set("accuse")
REPLY_WORDS = _set(
    "respond reply response comment reach deny denial reject dismiss refute lawyer attorney apologise apologize admit"
)
ORDERING_WORDS = _set(
    "previously formerly once earlier later already before after afterwards past future present then eventually "
    "ultimately finally subsequently meanwhile"
)
FIGURATIVE_VERBS = _set("hit strike crash attack storm")
STRIKING_NOUNS = _set(
    "blast bomb explosion rocket missile shell quake earthquake storm hurricane cyclone typhoon tornado flood "
    "tsunami "
    "gunman attacker militant rebel fighter insurgent car lorry truck train bus tram bullet landslide avalanche mob "
    "man woman"
)

NUMBER_WORDS = {
    word: value
    for value, word in enumerate(
        _row(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        )
    )
} | {word: 10 * value for value, word in enumerate(_row("twenty thirty forty fifty sixty seventy eighty ninety"), 2)}
NUMBER_MULTIPLIERS = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "m": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
FRACTIONS = {
    "half": Fraction(1, 2),
    "third": Fraction(1, 3),
    "thirds": Fraction(1, 3),
    "quarter": Fraction(1, 4),
    "quarters": Fraction(1, 4),
    "fifth": Fraction(1, 5),
    "fifths": Fraction(1, 5),
    "tenth": Fraction(1, 10),
    "tenths": Fraction(1, 10),
}
PERCENT_WORDS = _set("% percent pc pct")
PERCENT_PHRASES = _phrases("per cent")
CURRENCIES = _set(
    "rs inr usd $ £ € ₹ ¥ dollar euro pound rupee crown yen franc yuan dollars euros pounds rupees crowns francs"
)
LOOSE_PHRASES = _phrases(
    "about,around,roughly,approximately,some,nearly,almost,close to,an estimated,estimated,or so,circa,near"
)
LOOSE_WORDS = _set("about around roughly approximately nearly almost barely close just under over more less")
FLOOR_PHRASES = _phrases("at least,more than,over,no fewer than,no less than,upwards of,above,as many as")
CEILING_PHRASES = _phrases("at most,up to,fewer than,less than,under,no more than,below,as few as,as many as")
SINGLE_WORDS = _set("one")
WHOM_WORDS = _set("whom which them those")
INCLUDING_WORDS = _set("including")
AMONG_WORDS = _set("among amongst")
TOTAL_NOUNS = _set("total")
TOTAL_PHRASES = _phrases("in all,in total,altogether,all told,overall")
COMPOSING_VERBS = _set("comprise consist include divide split contain")
SHARE_VERBS = _set("win take get receive poll score secure gain hold own have")
REST_WORDS = _set("rest remaining remainder others")
OUT_WORDS = _set("out")
FROM_WORDS = _set("from")
CHANGE_NOUNS = _set("rise increase growth jump fall drop decline cut gain surge reduction decrease climb")
FACTOR_VERBS = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4}

NEXT_WORDS = _set("next")
DISTANCE_WORDS = _set("ago last previous earlier past since")
LOOKING_BACK = _set("anniversary commemorate memorial recall remember archive historic history then-")

OFFICE_TITLES = _set(
    "mayor president governor premier chancellor king queen chairman chairwoman minister bishop archbishop sheriff "
    "commissioner speaker pope colonel general captain coach principal"
)
STANDING_PREPOSITIONS = _set("in at near outside")

POST_NOUNS = _set("post tweet livestream")
POSTABLE_NOUNS = _set(
    "video clip footage photo photograph image picture message recording reel screenshot audio story statement "
    "livestream film account page thread report claim rumour rumor letter comment document map list"
)
POSTER_NOUNS = _set("user blogger influencer poster subscriber channel account")
POSTING_VERBS = _set("tweet post retweet livestream")
SPREADING_VERBS = _set("post share circulate upload tweet repost publish spread stream livestream")
PLATFORMS = _set(
    "facebook twitter x instagram telegram tiktok youtube whatsapp reddit weibo wechat snapchat threads bluesky "
    "mastodon vkontakte linkedin sharechat koo signal discord"
)
PLATFORM_NOUNS = _set("media app channel network platform site forum group")
PLATFORM_KINDS = _set(
    "social messaging chat microblogging video-sharing photo-sharing sharing messenger telegram whatsapp facebook"
)
PLATFORM_PREPOSITIONS = _set("on in via through to over")
SHOWING_VERBS = _set(
    "show appear suggest claim say indicate reveal depict purport capture seem allege accuse urge describe"
)

NEVER_WORDS = _set("never")
BEFORE_WORDS = _set("before")
PRIORITY_WORDS = _set("first only")
PRIORITY_FILLERS = _set("thing time place step move choice name one day chance opportunity")
PLAIN_SUPERLATIVES = _set("least latest most")
EVER_WORDS = _set("ever ever.")
SINCE_WORDS = _set("since")
FIELD_PREPOSITIONS = _set("in on of across for among within")
RECORD_FIELDS = _set(
    "country world history region continent city state nation record league province district town europe asia "
    "africa "
    "earth planet globe county kingdom republic hemisphere century universe sport club coast sea valley capital "
    "island "
    "company party competition tournament time memory conference division decade"
)
UNMATCHED_WORDS = _set("unprecedented unparalleled unrivalled unrivaled first-ever never-before-seen")
RECORD_WORDS = _set("record")
RECORD_MEASURES = _set(
    "high low number crowd attendance profit loss temperature heat rainfall turnout time price sum fee sale harvest "
    "crop level total output export import revenue margin majority score rate demand snowfall run win streak "
    "audience "
    "figure deficit surplus growth"
)
ANY_WORDS = _set("any")
POSSESSIVES = _set("his her their its my our")
SCORE_UNITS = _set(
    "vote seat goal point run wicket game match point win loss defeat set lap try touchdown homer innings century "
    "penalty"
)
SCORING_VERBS = _set("beat defeat win lose draw score hit add pass vote elect drop dismiss bowl trail lead outscore")
INSIDE_ROLES = _set(
    "manager engineer figure member clerk analyst lawyer attorney worker staffer scientist researcher technician "
    "player "
    "trader boss leader veteran hand guard pilot teacher doctor nurse administrator planner broker trustee director"
)
COURT_OFFICERS = _set("prosecutor judge magistrate")
INDEFINITE_ARTICLES = _set("a an one another")
WITH_WORDS = _set("with")
PAPER_WORDS = _set(
    "post times herald gazette tribune chronicle courier journal mail telegraph standard observer mirror echo "
    "sentinel "
    "bulletin dispatch examiner inquirer ledger register globe guardian argus news express daily evening weekly "
    "dainik "
    "samachar prabhat patrika newspaper magazine broadcaster television tv radio station"
)
OWN_PEOPLE_NOUNS = _set(
    "staff crew engineer employee worker colleague member team guard driver player party product medicine vaccine "
    "doctor "
    "nurse teacher firefighter deputy investigator inspector envoy delegation lawyer people supporter candidate "
    "scientist "
    "manager volunteer van ambulance losses loss artillery battery gunner"
)
BODY_POSSESSIVES = _set("its their our")
BODY_NOUNS = _set(
    "museum school district college factory plant festival firm operator airline railway ministry club trust charity "
    "hotel shop store studio label church temple mosque bureau corporation council regiment brigade senate "
    "parliament "
    "coastguard developer publisher brewery mine newspaper"
)
PARTY_WORDS = _set(
    "republican democrat democratic conservative labour liberal tory green socialist communist congress nationalist "
    "unionist labor"
)
STATE_SIDE = "the state"
OVERSEERS = _set("regulator watchdog ombudsman auditor inspectorate inspector coroner")
ANNOUNCING_VERBS = _set("announce promise pledge offer order")
PLAIN_SAYINGS = _set("say read describe know")
SPEAKING_PERSONS = _set("i we")
REPORTED_FUTURE = _set("would")
BIRTH_VERBS = _set("bear")
SINGLE_PERSONS = _set("he she")
RECORDINGS = _set("video clip footage photo photograph image picture recording reel screenshot audio film")
ROW_WORDS = _set("series string host set")
OFFICE_WORDS = _set("office")
NON_STATE_WORDS = _set("rebel rebels militant insurgent opposition separatist guerrilla militia former ex-")
PLAIN_RANKS = _set(
    "assistant deputy vice senior chief former acting interim general district state national local first second"
)
PERSON_RELATIVES = _set("who whom")

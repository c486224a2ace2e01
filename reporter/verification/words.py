"""The words of one language that the flags read, and the sentences that they write."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from reporter.translation import BY_LOCALE, KEPT


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
    """How a flag speaks. Both are templates for `str.format_map`; `question` is put to the source, if there is one."""

    message: str
    question: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagSentences:
    """What the flags and the statuses say, in the language of the brief.

    `sentences`: code, then variant, then the templates. A variant "plain" is the default.
    """

    language: str = field(metadata=KEPT)
    sentences: Mapping[str, Mapping[str, Sentences]]
    connective: str
    """Between the last two of a list ("and")."""
    nobody: str
    """How a reason calls a source that the story does not name ("the story itself")."""
    status_reasons: Mapping[str, str]
    """Templates of the reasons for a status, by name."""
    weekdays: tuple[str, ...] = field(metadata=BY_LOCALE)
    """Monday first, as a sentence has them."""
    grade_note: str
    """After the message of a flag on a graded source, with {grade} and {meaning}."""
    grades: Mapping[str, str]
    """What each grade of a source means, by its letter."""
    clears: Mapping[str, str] = field(default_factory=dict, metadata=KEPT)
    """What clears a flag, by code, where not the catalogue's own words are used."""
    grounds: Mapping[str, str] = field(default_factory=dict, metadata=KEPT)
    """The same for the rule that a flag rests on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagWords:
    """What the flags read in a story of one language, and what they say of it.

    All words are lower-case lemmas unless said otherwise. They only nominate: grammar decides whether one counts.
    """

    language: str
    says: FlagSentences

    # saying without a sayer
    hearsay_verbs: frozenset[str]
    """Verbs that report: in the passive and without an agent they hide who says so."""
    hearsay_adverbs: frozenset[str]
    expletives: frozenset[str]
    """Subjects that stand for nothing ("it" in "it was reported")."""
    charging_verbs: frozenset[str]
    """Acts of a prosecutor or a court: where one stands, "allegedly" has its source."""
    speech_verbs: frozenset[str]

    # unnamed sources
    bare_source_nouns: frozenset[str]
    unnamed_roles: frozenset[str]
    """Nouns for people who know from inside and could be named ("official", "aide"), unlike "residents"."""
    empty_descriptions: frozenset[str]
    describing_prepositions: frozenset[str]
    """Adjectives that describe a source without saying anything ("reliable", "well-placed")."""
    naming_verbs: frozenset[str]
    """"who asked not to be named": it describes nobody."""
    spokesperson_nouns: frozenset[str]
    evaluative_words: frozenset[str]
    definite_determiners: frozenset[str]

    # unsourced facts
    harm_verbs: frozenset[str]
    """Verbs of violence, crime, accident and accusation."""
    figurative_verbs: frozenset[str]
    """Verbs of harm that mostly mean none ("hit a snag"): they count with a subject that can strike."""
    striking_nouns: frozenset[str]
    public_acts: frozenset[str]
    """Acts done in public, which a reporter sees or reads in a record: they need no source to be believed."""
    states: frozenset[str]
    """Verbs that tell no event."""

    # relays
    relay_verbs: frozenset[str]
    own_staff_nouns: frozenset[str]

    # hedges
    doubting_verbs: frozenset[str]
    claimed_things: frozenset[str]
    """Objects with which a doubting verb is none ("claimed responsibility", "claimed the title")."""
    possibility_auxiliaries: frozenset[str]
    conditions: frozenset[str]
    permission_auxiliaries: frozenset[str]
    idiom_adverbs: frozenset[str]
    """"may as well": adverbs that make an idiom of a modal."""
    addressed_persons: frozenset[str]
    perception_verbs: frozenset[str]
    seeming_verbs: frozenset[str]
    hedging_adverbs: frozenset[str]
    likelihood_adjectives: frozenset[str]
    future_auxiliaries: frozenset[str]
    verifying_verbs: frozenset[str]
    verification_nouns: frozenset[str]
    unverified_adjectives: frozenset[str]
    reportable_nouns: frozenset[str]
    """What "unconfirmed" can be said of: reports, footage, figures."""
    inability_adjectives: frozenset[str]
    independence_words: frozenset[str]
    negative_determiners: frozenset[str]
    negative_adjectives: frozenset[str]
    ability_auxiliaries: frozenset[str]
    existing_verbs: frozenset[str]
    media_names: frozenset[str]
    """News agencies and outlets, lower case, where the story does not show what they are."""
    calling_verbs: frozenset[str]
    """Verbs that put a name to a thing ("dubbed", "called"): the quoted words are that name."""
    labelling_words: frozenset[str]
    """Prepositions that hang a label on a thing ("rated as “false”")."""
    word_nouns: frozenset[str]
    """Nouns after which quoted words are mentioned, not used ("the word", "the slogan")."""

    # figures
    time_units: frozenset[str]
    verb_families: tuple[frozenset[str], ...]
    """Verbs that tell one thing of a figure ("kill", "die")."""
    noun_families: tuple[frozenset[str], ...]
    small_quantities: frozenset[str]
    """Vague words that are everyday English and only matter in an event ("many", "several")."""
    asking_words: frozenset[str]
    """"how many": the measure is asked for, not given."""
    change_verbs: frozenset[str]
    """"rose to": the later figure replaces the earlier."""
    series_prepositions: frozenset[str]
    series: tuple[tuple[frozenset[str], str], ...]
    """Nouns of a series ("toll") with the verb whose figures it counts ("kill")."""
    part_words: frozenset[str]
    """"of whom", "including": the figure is a part of another."""
    addition_words: frozenset[str]
    """"another 40", "more": the figure stands beside another."""

    # sums
    number_words: Mapping[str, int]
    number_multipliers: Mapping[str, int]
    fractions: Mapping[str, Fraction]
    """"half", "third": what part of a whole the noun is."""
    percent_words: frozenset[str]
    percent_phrases: frozenset[tuple[str, ...]]
    currencies: frozenset[str]
    loose_phrases: frozenset[tuple[str, ...]]
    """What stands before a number that is not meant exactly ("about", "close to")."""
    loose_words: frozenset[str]
    floor_phrases: frozenset[tuple[str, ...]]
    ceiling_phrases: frozenset[tuple[str, ...]]
    single_words: frozenset[str]
    whom_words: frozenset[str]
    including_words: frozenset[str]
    among_words: frozenset[str]
    total_nouns: frozenset[str]
    total_phrases: frozenset[tuple[str, ...]]
    composing_verbs: frozenset[str]
    share_verbs: frozenset[str]
    """With these, takers share a whole between them ("won 55 per cent")."""
    rest_words: frozenset[str]
    out_words: frozenset[str]
    from_words: frozenset[str]
    change_nouns: frozenset[str]
    factor_verbs: Mapping[str, int]

    # dates
    next_words: frozenset[str]
    """Before a weekday: the one to come, or the one after it."""
    distance_words: frozenset[str]
    """In words of time: they say that it is long back, or that they count back ("ago", "last")."""
    looking_back: frozenset[str]
    """In a sentence that recalls ("anniversary"): it says itself that the event is old."""
    weekdays: tuple[str, ...]
    """Monday first, lower case."""
    planning_words: frozenset[str]
    """With these a past tense looks ahead ("was scheduled for")."""

    ordering_words: frozenset[str]
    """Last words of an expression that gives an order or no time at all ("previously", "the future")."""

    # names
    near_names: frozenset[frozenset[str]]
    """Pairs that look alike and are two things ("iran", "iraq"); lower case."""
    name_endings: tuple[str, ...]
    """Endings that make a people, a language or a plural out of a name."""
    plural_endings: tuple[str, ...]
    range_openings: frozenset[str]
    """Signals of the dates stage that open a stretch of time: "from"."""
    range_closings: frozenset[str]
    """Words between its two ends: "to"."""
    place_prepositions: frozenset[str]
    kind_prepositions: frozenset[str]

    # pictures
    handout_marks: frozenset[str]
    """In a credit, exactly as printed, in upper case."""
    handout_words: frozenset[str]
    handout_verbs: frozenset[str]
    picture_nouns: frozenset[str]
    state_agencies: frozenset[str]
    """Agencies and press services that belong to a government, lower case; a picture from one is a party's own."""

    office_titles: frozenset[str]
    """Titles of which one place has one holder ("mayor")."""
    standing_prepositions: frozenset[str]
    """With these, a thing stands in a place ("the bridge at Karsa")."""

    # posts
    post_nouns: frozenset[str]
    postable_nouns: frozenset[str]
    """What is a post only where it was posted ("video", "photo")."""
    poster_nouns: frozenset[str]
    posting_verbs: frozenset[str]
    spreading_verbs: frozenset[str]
    platforms: frozenset[str]
    platform_nouns: frozenset[str]
    platform_kinds: frozenset[str]
    """Before `platform_nouns` ("social" media, a "messaging" app)."""
    platform_prepositions: frozenset[str]
    showing_verbs: frozenset[str]

    # claims of record
    never_words: frozenset[str]
    before_words: frozenset[str]
    priority_words: frozenset[str]
    priority_fillers: frozenset[str]
    """Nouns with which "the first … to" claims nothing ("the first thing to do")."""
    plain_superlatives: frozenset[str]
    """Superlatives that mostly make none ("at least", "most people", "latest")."""
    ever_words: frozenset[str]
    since_words: frozenset[str]
    field_prepositions: frozenset[str]
    record_fields: frozenset[str]
    """Nouns of a field over which a record holds ("country", "history")."""
    unmatched_words: frozenset[str]
    record_words: frozenset[str]
    any_words: frozenset[str]
    possessives: frozenset[str]
    score_units: frozenset[str]
    """Counted in public: nobody asks who says so."""
    scoring_verbs: frozenset[str]
    inside_roles: frozenset[str]
    """With the body they belong to ("a bank manager"): people who know from inside."""
    court_officers: frozenset[str]
    """They speak in open court, and their names are in its record."""
    indefinite_articles: frozenset[str]
    with_words: frozenset[str]
    paper_words: frozenset[str]
    """The first or the last word of a name that makes it a medium ("the Karsa Courier")."""
    own_people_nouns: frozenset[str]
    """People and things by which a body acts ("its engineers")."""
    body_possessives: frozenset[str]
    body_nouns: frozenset[str]
    """Bodies that speak through those who hold office in them."""
    party_words: frozenset[str]
    """Parties by which voices are introduced ("a Republican")."""
    state_side: str
    """How the side of a state's organs is called where no country shows."""
    overseers: frozenset[str]
    announcing_verbs: frozenset[str]
    plain_sayings: frozenset[str]
    speaking_persons: frozenset[str]
    reported_future: frozenset[str]
    birth_verbs: frozenset[str]
    single_persons: frozenset[str]
    recordings: frozenset[str]
    """What needs no platform to be a post: "a video posted on Sunday"."""
    row_words: frozenset[str]
    """"a series of measures": one after the other, and no measure of them."""
    office_words: frozenset[str]
    """The rooms of somebody who declines ("the governor's office")."""
    non_state_words: frozenset[str]
    """Before an office: it is none of the state's ("a rebel commander")."""
    plain_ranks: frozenset[str]
    """Ranks before an office, which name no body."""
    person_relatives: frozenset[str]
    record_measures: frozenset[str]
    """What "record" can be said of ("a record profit"); not a company, not a shop."""

    # sides
    nations: Mapping[str, str]
    """From any lower-case word that stands for a country (its name, adjective, people, capital) to its name."""
    state_organs: frozenset[str]
    first_persons: frozenset[str]
    own_force_nouns: frozenset[str]
    """What a state or an army acts with ("jet", "troop", "force")."""
    routine_acts: frozenset[str]
    """Acts of its own that a source may speak for without a stake ("open", "sign")."""

    # denials and accusations
    crime_verbs: frozenset[str]
    court_nouns: frozenset[str]
    accusing_verbs: frozenset[str]
    reply_words: frozenset[str]
    """Words of an attempt to hear the other side ("respond", "comment", "reach")."""
    accusation_nouns: frozenset[str]
    light_words: frozenset[str]
    """Words that do not help to tell whether two claims are about one thing."""

    # the newsroom's own
    parties: Mapping[str, str] = field(default_factory=dict)
    """From the lower-case name of a party to its side, as the newsroom sets them."""

"""Dates, running text and the program's own sentences, in English."""

from reporter.model import Severity, TimeMod
from reporter.wording.words import DateWording, NumberWording, ProseWording, SentenceWording


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DATES = DateWording(
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    weekdays_short=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    months_short=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    day="{day} {month} {year}",
    weekday_day="{weekday}, {day} {month} {year}",
    short_weekday_day="{weekday} {day} {month} {year}",
    month_year="{month} {year}",
    quarter_year="Q{quarter} {year}",
    decade="{year}s",
    century="{first}–{last}",
    day_clock="{day}, {clock}",
    clock="{hour}:{minute}",
    periods=("am", "pm"),
    day_part="{day}, {part}",
    parts_of_day={"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"},
    seasons={"SP": "spring {year}", "SU": "summer {year}", "FA": "autumn {year}", "WI": "winter {year}"},
    span_months="{first_month}–{last_month} {year}",
    span_one_day="{day}, {first}–{last}",
    span_one_month="{first}–{last} {month} {year}",
    span_one_year="{first} {first_month} – {last} {last_month} {year}",
    span="{first} – {last}",
    mods={
        TimeMod.BEFORE: "before {label}",
        TimeMod.AFTER: "after {label}",
        TimeMod.ON_OR_BEFORE: "by {label}",
        TimeMod.ON_OR_AFTER: "from {label}",
        TimeMod.START: "early {label}",
        TimeMod.MID: "mid-{label}",
        TimeMod.END: "late {label}",
        TimeMod.APPROX: "about {label}",
    },
    signals={
        "since": "since {label}",
        "until": "until {label}",
        "till": "until {label}",
        "by": "by {label}",
        "before": "before {label}",
        "after": "after {label}",
        "from": "from {label}",
    },
    range_signals={"between": frozenset({"and"}), "from": frozenset({"to", "until", "till", "through"})},
    none="no date given",
)

NUMBERS = NumberWording(group=",", decimal=".")

PROSE = ProseWording(
    language="en",
    dates=DATES,
    story_states="The story states, without a source, that {text}.",
    then="; ",
    story_states_quoted="The story states, without a source: {text}",
    said_after="{text}, {source} said.",
    said_after_quote="“{text},” {source} said.",
    quote_without_speaker="The story quotes, without a speaker: “{text}.”",
    unnamed_source="a source that the story does not name",
    day_names={"today": "on", "yesterday": "on", "tomorrow": "on"},
    day_preposition="on",
    words_before_days=_words(
        "on by since until till from before after between and or to through for of than the this that last next "
        "past coming late early mid following previous every each as with about around per"
    ),
    pronouns=_words(
        "i you my our your it he she they we this that these those there his her its their him them such both so"
    ),
    pointers=_words("them this these those such thereby there"),
    subject_pronouns=frozenset({"he", "she", "it", "they"}),
    articles=("the", "a", "an"),
    of_affiliation="{affiliation}'s {name}",
    complementisers=frozenset({"that"}),
    connectives=(
        "on the other hand,",
        "in the meantime,",
        "as a result,",
        "for example,",
        "for instance,",
        "in addition,",
        "nevertheless,",
        "nonetheless,",
        "furthermore,",
        "in addition,",
        "meanwhile,",
        "moreover,",
        "however,",
        "instead,",
        "besides,",
        "still,",
        "yet,",
        "also,",
        "then,",
        "and",
        "but",
        "yet",
    ),
    kept_capital=frozenset({"i"}),
    possessive=("'s", "’s", "s'", "s’"),
    titles=_words(
        "ambassador archbishop attorney bishop captain chairman chairwoman chancellor chief colonel commissioner "
        "congressman congresswoman councillor constable defence defense deputy detective dr. envoy finance foreign "
        "general governor inspector interior judge justice king lieutenant lord mayor minister mr. mrs. ms. officer "
        "pope premier president prime prince princess professor queen rep. representative secretary sen. senator "
        "sergeant sheriff sir speaker sultan superintendent vice"
    ),
    open_quote="“",
    close_quote="”",
)

SENTENCES = SentenceWording(
    unnamed_source="a source that the story does not name",
    entry="{source}: {text}",
    entry_denied="{source} denied: {text}",
    entry_asked="{source} asked: {text}",
    entry_relayed="{source}, as told by {outer}: {text}",
    entry_unattributed="No source: {text}",
    entry_said="{source} said: {text}",
    published="The story is published.",
    published_by="{publisher} publishes the story.",
    severity_reason={
        Severity.HIGH: "Do not publish before it is settled.",
        Severity.MEDIUM: "Settle it, or say so in the story.",
        Severity.LOW: "Worth knowing.",
    },
    stands_in_headline="It touches the headline.",
    stands_in_lead="It stands at the top of the story.",
    held_on_to="It gives something to look up: {reasons}.",
    settled_by="What would settle it: {run_on}",
    one_more="One more place: {quotes}.",
    many_more="{count} more places: {quotes}.",
    also="Also here: {messages}",
    list_last="{first} and {last}",
    list_separator=", ",
    quoted="“{text}”",
    list_cut="{first} and others",
)

"""How English counts and measures. Number words after the usual grammars; currencies after ISO 4217."""

from reporter.claims.rules import Phrase, QuantityRules
from reporter.model import Bound

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_TEENS = "seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

_NUMBERS: dict[str, float] = {
    **{word: float(number) for number, word in enumerate(f"{_UNITS} {_TEENS}".split())},
    **{word: 10.0 * number for number, word in enumerate(_TENS.split(), start=2)},
}

_SUFFIXES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}

_LARGE = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
}

_PARTS = {
    "half": 1 / 2,
    "third": 1 / 3,
    "quarter": 1 / 4,
    "fourth": 1 / 4,
    "fifth": 1 / 5,
    "sixth": 1 / 6,
    "seventh": 1 / 7,
    "eighth": 1 / 8,
    "ninth": 1 / 9,
    "tenth": 1 / 10,
}


def _phrases(bound: Bound, *texts: str) -> dict[Phrase, Bound]:
    return {tuple(text.split()): bound for text in texts}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


QUANTITIES = QuantityRules(
    numbers=_NUMBERS,
    multipliers={**_LARGE, **_SUFFIXES},
    suffixes=_SUFFIXES,
    number_joiner="and",
    single=frozenset({"a", "an"}),
    fractions={**_PARTS, "halves": 1 / 2, **{f"{part}s": size for part, size in _PARTS.items() if part != "half"}},
    whole_fractions=frozenset({"half"}),
    ratio_words=frozenset({"in"}),
    range_words={"to": "", "and": "between", "or": ""},
    range_marks=frozenset({"-", "–", "—"}),
    range_blockers=frozenset({"from"}),
    bounds_before={
        **_phrases(
            Bound.AT_LEAST,
            "at least",
            "more than",
            "over",
            "above",
            "no fewer than",
            "no less than",
            "not less than",
            "upwards of",
            "a minimum of",
            "minimum",
            "exceeding",
        ),
        **_phrases(
            Bound.AT_MOST,
            "at most",
            "up to",
            "as many as",
            "as much as",
            "as few as",
            "fewer than",
            "less than",
            "under",
            "below",
            "no more than",
            "not more than",
            "a maximum of",
            "maximum",
        ),
        **_phrases(
            Bound.ABOUT,
            "about",
            "around",
            "some",
            "nearly",
            "almost",
            "roughly",
            "approximately",
            "circa",
            "close to",
            "just over",
            "just under",
            "well over",
            "an estimated",
            "estimated",
            "more or less",
            "in the region of",
        ),
    },
    bounds_after={
        **_phrases(Bound.AT_LEAST, "or more", "at least"),
        **_phrases(Bound.AT_MOST, "or fewer", "or less", "at most"),
        **_phrases(Bound.ABOUT, "or so", "or thereabouts"),
    },
    percent={
        ("%",): "%",
        ("percent",): "%",
        ("per", "cent"): "%",
        ("pc",): "%",
        ("percentage", "points"): "percentage point",
        ("percentage", "point"): "percentage point",
    },
    currency_signs={
        "$": "$",
        "us$": "USD",
        "c$": "CAD",
        "a$": "AUD",
        "£": "GBP",
        "€": "EUR",
        "¥": "¥",
        "₹": "INR",
        "₽": "RUB",
        "rs": "Rs",
        "rs.": "Rs",
        "usd": "USD",
        "eur": "EUR",
        "gbp": "GBP",
    },
    currency_words={
        "dollar": "$",
        "dollars": "$",
        "euro": "EUR",
        "euros": "EUR",
        "rupee": "Rs",
        "rupees": "Rs",
        "yen": "JPY",
        "yuan": "CNY",
        "rouble": "RUB",
        "roubles": "RUB",
        "ruble": "RUB",
        "rubles": "RUB",
        "franc": "franc",
        "francs": "franc",
        "pence": "penny",
    },
    vague_words=_words(
        "dozens scores hundreds thousands millions billions tens several many numerous countless few most much "
        "multiple innumerable"
    ),
    vague_nouns=_words("number couple handful majority minority lot plethora string series host"),
    sized_nouns=_words(
        "number portion part proportion share section amount quantity majority percentage fraction chunk"
    ),
    sizes=_words(
        "considerable significant substantial large larger largest small smaller big bigger huge vast great good major "
        "sizeable sizable growing overwhelming tiny enormous fair"
    ),
    of="of",
    counted_adjectives=_words("dead wounded injured missing homeless unemployed"),
    age_words=_words("aged age old"),
)

"""The words of a German clause that show which way it looks, and those that govern a time."""

from reporter.dates.rules import Cues, Grammar

CUES = Cues(
    future=frozenset(
        {"wird", "werden", "werde", "soll", "sollen", "solle", "will", "wollen", "wolle", "dürfte", "dürften", "könnte"}
    ),
    planned=frozenset(
        {
            "plant",
            "planen",
            "geplant",
            "vorgesehen",
            "angesetzt",
            "beabsichtigt",
            "kündigt",
            "erwartet",
            "droht",
            "fällig",
            "spätestens",
            "voraussichtlich",
        }
    ),
    reported=frozenset(
        {
            "sagte",
            "sagten",
            "teilte",
            "teilten",
            "mitgeteilt",
            "berichtete",
            "berichteten",
            "erklärte",
            "erklärten",
            "meldete",
            "meldeten",
            "bestätigte",
            "bestätigten",
            "betonte",
            "warnte",
            "schrieb",
            "hieß",
        }
    ),
    past=frozenset({"war", "waren", "wurde", "wurden", "hat", "haben", "hatte", "hatten", "ging", "kam", "worden"}),
    bounds=frozenset({",", ";", ":", "–", "„", "“"}),
)
"""News tells the past without a cue as often as with one; what looks ahead nearly always has one."""

_NONE: frozenset[str] = frozenset()

GRAMMAR = Grammar(
    verb_pos=_NONE,
    past_tags=_NONE,
    present_tags=_NONE,
    infinitive_tags=_NONE,
    past_participle_tags=_NONE,
    present_participle_tags=_NONE,
    auxiliary_deps=_NONE,
    agent_deps=_NONE,
    actor_deps=_NONE,
    compound_deps=_NONE,
    conjunct_deps=_NONE,
    number_deps=_NONE,
    future_modals=_NONE,
    open_modals=_NONE,
    have=_NONE,
    be=_NONE,
    planning=_NONE,
    scheduling=_NONE,
    reporting=_NONE,
)
"""Nothing is read off a German parse: a clause looks the way its cue words say."""

SIGNALS = {word: word for word in ("seit", "bis", "ab", "von", "vom", "zum", "nach", "zwischen", "und", "während")}
OPENING = frozenset({"von", "vom", "zwischen"})
CLOSING = frozenset({"bis", "zum"})
AHEAD = frozenset({"bis"})
BEHIND = frozenset({"seit"})

"""The words of the brief of one event, in English."""

from reporter.model import CopyGround, Tie
from reporter.wording.event import EventWording

EVENT = EventWording(
    brief="Verification brief on one event",
    stories="Stories and their origins",
    story="Story",
    outlet="Outlet",
    told_by="Told by",
    differing="Where accounts differ",
    agreeing="Where accounts agree",
    figures="Figures",
    spread="Spread",
    as_of="As of",
    evidence="evidence only",
    rests_on="rests on {outlet} ({grounds})",
    share="{percent} % of the words",
    own_reporting="own reporting, as far as the copy shows",
    cites="gives the word of {outlets}",
    loop="{outlets} cite one another in a ring: no origin stands outside it.",
    shared_quote="“{quote}” stands in {outlets}: one origin, whoever prints it.",
    counted="{stories}, {origins}",
    one_story="1 story",
    many_stories="{count} stories",
    one_origin="1 origin",
    many_origins="{count} origins",
    behind_first="{stories}; {origins} behind the first account",
    grouped_by="Taken for one event by what they share: {words}.",
    nothing_differs="No account differs from another, and none is denied.",
    account="Account",
    stands="Beside the first",
    origin="Origin",
    replaced="replaced",
    also_told="also {outlets}",
    legend="Origins are counted, not outlets: one body, one quotation, one wire and a paper that gives another's word "
    "are one each.",
    lead="first",
    ties={
        Tie.AGREES: "agrees",
        Tie.DIFFERS: "differs",
        Tie.DENIES: "denies it",
        Tie.REPLACES: "replaces it",
        Tie.IS_REPLACED: "older figure",
    },
    grounds={
        CopyGround.SAME_WORDS: "same words",
        CopyGround.CREDIT: "credit line",
        CopyGround.CITES: "cites it, names no other source",
    },
    list_separator=", ",
    list_last="{first} and {last}",
)

"""The English words that are read where stories are held against each other."""

from reporter.event.words import EventWords

_COMMON = (
    "about above according across after again against ago all almost alone along already also although always am "
    "among and another any anyone anything are around away back because been before began behind being below "
    "between both but called came can cannot come could day days did does done down during each early either "
    "else end enough even ever every everyone far few first five for found four from further gave get give given "
    "going gone good got great had half has have having her here hers him his hour hours how however hundred into "
    "its itself just keep kept knew know known large last late later least left less like little local long made "
    "main make making man many may men might million month months more morning most much must near nearly need "
    "never new news next night nine nobody none nor not nothing now number off often old once one only other "
    "others our out over own part people per person place put quite rather reported reports right said same saw "
    "say saying says second see seen set seven several shall she should since six small some someone something "
    "soon source sources still story such take taken tell ten than that the their them then there these they "
    "thing things third this those though thousand three through time times today told tomorrow tonight too took "
    "toward two under until upon use used very via wait want was way week weeks well went were what when where "
    "whether which while who whole whom whose why will with within without woman women work would year years "
    "yesterday yet you your monday tuesday wednesday thursday friday saturday sunday january february march april "
    "june july august september october november december spokesman spokeswoman spokesperson officials official "
    "statement asked added announced confirmed evening afternoon noon minister president mayor reporter "
    "agency agencies photo editing mrs"
)

EVENT_WORDS = EventWords(
    common_words=frozenset(_COMMON.split()),
    agency_words=frozenset({"agencies", "agency", "wires", "wire"}),
    outlet_articles=("the",),
    counting_verbs=frozenset({"find", "count", "record", "register", "report", "recover", "see", "list", "identify"}),
    once_verbs=frozenset(
        {
            *("crash", "collapse", "explode", "sink", "derail", "capsize", "die", "resign", "vanish", "disappear"),
            *("land", "erupt", "burst", "escape"),
        }
    ),
    single_doer_verbs=frozenset(
        {
            *("shell", "bomb", "die", "shoot", "stab", "torch", "start", "cause", "demolish", "ram"),
            *("break", "ambush", "mine", "poison", "sabotage", "down", "win"),
        }
    ),
    point_prepositions=frozenset({"near", "at", "off", "outside"}),
    review_openings=("claims that", "fact check:", "says that", "claim:", "says"),
)

__all__ = ["EVENT_WORDS"]

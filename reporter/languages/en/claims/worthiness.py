"""What makes an English assertion worth a check: points by kind of evidence, and the words that show it.

The points are set by hand: a rule is worth as much as its kind is rare among sentences that nobody would check.
"""

from reporter.claims.rules import WorthRules
from reporter.model import WorthReason


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


WORTH = WorthRules(
    points={
        WorthReason.FIGURE: 28,
        WorthReason.COMPARISON: 7,
        WorthReason.NAMES: 8,
        WorthReason.RECORD: 10,
        WorthReason.DEED: 20,
        WorthReason.SAYING: 13,
        WorthReason.EVENT: 10,
        WorthReason.QUESTION: -30,
        WorthReason.DUTY: -10,
        WorthReason.FORECAST: -12,
        WorthReason.ORDER: -15,
        WorthReason.BELIEF: -12,
        WorthReason.WISH: -8,
        WorthReason.CONDITION: -6,
        WorthReason.VAGUE: -8,
        WorthReason.ASIDE: -6,
        WorthReason.SHORT: -14,
    },
    length_points=10,
    measure_words=_words(
        "percent half third thirds quarter million billion trillion dozen hundreds thousands millions billions "
        "trillions crore lakh"
    ),
    uncounted=frozenset({"one"}),
    comparing_words=_words(
        "than more less fewer most least highest lowest largest smallest biggest first only never every ever twice "
        "double half both"
    ),
    record_words=_words(
        "administration aid army bill budget business casualty census citizen company congress contract conviction "
        "cost council court crime cut debt deficit doctor dollar economic economy election emission employee "
        "employment euro exam export fatality fine force fund funding government governor growth homicide hospital "
        "household immigrant import income increase inflation insurance interest jail job judge jury law lawsuit "
        "legislation legislature licence license loan mayor military minister ministry missile mortgage murder nuclear "
        "nurse officer oil parliament patient pension percent plan plant police policy poll population pound poverty "
        "premium president price prison profit program programme rate record recession registration regulation report "
        "resolution revenue salary sale sanction school security senate senator sentence settlement soldier spending "
        "staff state statistic strike study subsidy surplus survey tariff tax taxpayer teacher test toll trade "
        "treaty troop turnover turnout unemployment union unit vaccine veteran victim vote voter wage war ward waste "
        "weapon welfare worker"
    ),
    deeds=_words(
        "abolish acquit add adopt appoint approve arrest attack ban bomb borrow break bribe build burn buy cancel "
        "capture charge close collapse commit convict cost crash create cut deploy deport destroy die dismiss double "
        "drop earn elect embezzle enact end evict execute expand expel export fail fall fight file fill fine fire "
        "flee flood fund gain grow halve hire impeach import impose increase indict infect inherit injure introduce "
        "invade invest jail join kidnap kill launch lay leak lead leave lose lower make murder negotiate oppose order "
        "outlaw own pardon pass pay plead pledge produce promise propose prosecute provide raise reach receive "
        "recognise recognize recall reduce refund reject release remove repeal represent resign rise rob run sack "
        "sanction seize sell send sentence serve shoot shut sign slash spend sponsor stab steal stop strike sue "
        "support suspend test transfer triple veto violate vote win withdraw wound write"
    ),
    sayings=_words("say tell announce admit deny testify state call promise warn report claim declare write"),
    minds=_words(
        "think believe feel hope guess suppose wish know understand mean want agree disagree appreciate respect trust "
        "worry doubt like love care imagine"
    ),
    past_helpers=frozenset({"did"}),
    perfect=frozenset({"have"}),
    modals=_words("will 'll ’ll wo would 'd ’d can ca could may might shall"),
    duties=_words("should must ought"),
    wishes=_words("want hope need try"),
    conditions=frozenset({"if"}),
    speakers=frozenset({"i"}),
    empty_subjects=_words("this that it what there"),
    copulas=frozenset({"be"}),
    asides=_words("let thank question answer debate"),
    question_marks=frozenset({"?"}),
)

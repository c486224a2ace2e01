"""References without a date: "now", "recently", "in recent days", "soon"."""

from reporter.dates.meanings import Reference
from reporter.dates.readings import no_time, vague, vague_units, vague_word
from reporter.dates.rules import Rule

_TIMEX = "TIMEX3 guidelines, PAST_REF, PRESENT_REF, FUTURE_REF"

RULES = (
    Rule(
        name="vague-word",
        pattern=r"(?P<vague_word>{VAGUE_WORD})",
        yields=vague_word,
        direction="as the word says",
        source=_TIMEX,
        examples=(
            ("2015-11-03", "The road is [now] open.", "PRESENT_REF", None, None),
            ("2015-11-03", "He [recently] left.", "PAST_REF", None, None),
        ),
        nothing=("He knows it.", "He walked past the gate."),
    ),
    Rule(
        name="vague-soon",
        pattern=r"(?P<vague_open>{VAGUE_OPEN})(?! (?:after|before|afterwards?|thereafter|as)(?!\w))",
        yields=vague_word,
        direction="ahead",
        source=_TIMEX,
        examples=(("2015-11-03", "More will come [soon].", "FUTURE_REF", None, None),),
        nothing=("Soon after the vote he left.",),
    ),
    Rule(
        name="vague-past",
        pattern=r"the (?P<past_noun>{PAST_NOUN})(?=[.,;:!?]|['’]s| (?:and|is|was|has|but|that|which|or|to)(?!\w))",
        yields=vague(Reference.PAST),
        direction="back",
        source=_TIMEX,
        examples=(("2015-11-03", "It happened often in [the past].", "PAST_REF", None, None),),
        nothing=("For the past three summers he hid.",),
    ),
    Rule(
        name="vague-not",
        pattern=r"{VAGUE_WORD} (?:account|accounts|events?|affairs|wife|husband)|{VAGUE_WORD} and (?:then"
        r"|again)|{VAGUE_WORD}s (?:contracts?|prices|markets?|exchange)|as soon as(?! possible)",
        yields=no_time,
        direction="none",
        source="phrases that hold such a word",
        examples=(),
        nothing=("The current account fell.",),
    ),
    Rule(
        name="recent-units",
        pattern=r"(?:the )?(?:most )?recent (?P<unit>{UNIT_MANY})(?: and {UNIT_MANY})?",
        yields=vague_units(Reference.PAST),
        direction="back",
        source=_TIMEX,
        examples=(("2015-10-12", "In [recent days] they fled.", "PXD", None, None),),
        nothing=("The recent dayworkers left.",),
        is_sure=True,
        specificity=1,
    ),
    Rule(
        name="coming-units",
        pattern=r"(?:the )?(?:coming|next) (?P<unit>{UNIT_MANY})|the (?P<unit2>{UNIT_MANY}) (?:ahead|to come)",
        yields=vague_units(Reference.FUTURE),
        direction="ahead",
        source=_TIMEX,
        examples=(("2015-10-12", "More will flee in [the coming weeks].", "PXW", None, None),),
        nothing=("The coming weekly paper.",),
        is_sure=True,
        specificity=1,
    ),
)

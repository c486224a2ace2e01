"""How English negates, hedges, looks ahead and judges."""

from reporter.claims.rules import ReadingRules
from reporter.model import Modality


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_POSSIBLE, _REPORTED, _FUTURE = Modality.POSSIBLE, Modality.REPORTED, Modality.FUTURE

READINGS = ReadingRules(
    modals={
        "may": _POSSIBLE,
        "might": _POSSIBLE,
        "could": _POSSIBLE,
        "can": Modality.ASSERTED,
        "will": _FUTURE,
        "'ll": _FUTURE,
        "’ll": _FUTURE,
        "wo": _FUTURE,
        "shall": _FUTURE,
    },
    would=frozenset({"would", "'d", "’d"}),
    hedging_verbs={
        "appear": _POSSIBLE,
        "seem": _POSSIBLE,
        "go": _FUTURE,
        "plan": _FUTURE,
        "intend": _FUTURE,
        "vow": _FUTURE,
        "pledge": _FUTURE,
        "promise": _FUTURE,
    },
    reporting_participles=_words(
        "said believed thought understood reported alleged rumoured rumored claimed known considered suspected "
        "presumed feared"
    ),
    future_adjectives=_words("due set expected scheduled poised planned slated bound likely ready"),
    adverbs={
        "possibly": _POSSIBLE,
        "perhaps": _POSSIBLE,
        "maybe": _POSSIBLE,
        "probably": _POSSIBLE,
        "apparently": _POSSIBLE,
        "seemingly": _POSSIBLE,
        "presumably": _POSSIBLE,
        "reportedly": _REPORTED,
        "allegedly": _REPORTED,
        "supposedly": _REPORTED,
        "purportedly": _REPORTED,
    },
    condition_marks=frozenset({"if", "unless", "provided"}),
    negations=_words("not n't n’t never no nobody none nothing neither nor hardly"),
    negation_undone=frozenset({"only", "just", "merely", "least"}),
    judging_modals=_words("should ought must"),
    judging_verbs=_words("hope wish deserve fear"),
    judging_words=_words(
        "absurd amazing appalling awful bad beautiful best better brave brilliant brutal callous cowardly cruel "
        "dangerous despicable disappointing disappointed disastrous disgraceful disgusting dreadful embarrassing evil "
        "excellent extraordinary fair fantastic foolish good great happy heartbreaking heroic horrible horrific "
        "hypocritical immoral important impressive inexcusable insulting irresponsible lucky magnificent naive "
        "outrageous pathetic perfect pleased pointless proud reckless regrettable remarkable ridiculous right sad "
        "scandalous selfish shameful shocking silly sorry strong stupid superb terrible terrific tragic unacceptable "
        "unfair unforgivable unfortunate unjust unthinkable useless vile weak wicked wise wonderful worse worst "
        "worthless wrong "
        "absurdly brilliantly bravely disgracefully fortunately foolishly hopefully rightly sadly shamefully "
        "thankfully unacceptably unfairly unfortunately wrongly"
    ),
    question_words=frozenset({"whether", "if"}),
    question_mark="?",
)

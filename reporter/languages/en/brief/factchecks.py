"""How published fact-checks are shown, in English."""

from reporter.model import MatchGround
from reporter.wording.factchecks import FactCheckWording

FACT_CHECKS = FactCheckWording(
    title="Published fact-checks",
    one="Published fact-check",
    rated="Their rating",
    no_rating="no rating given",
    no_publisher="publisher not named",
    no_date="no date given",
    claim_reviewed="Claim as reviewed",
    by_author="said by {author}",
    why="Why it is shown",
    grounds={
        MatchGround.SAME_WORDS: "The claim as reviewed has the same words ({shared}).",
        MatchGround.SAME_MATTER: "It is about the same matter: both tell of {shared}.",
    },
    same_figures="Both give {figures}.",
    figures_differ="The figures differ: {story} here, {review} in the claim as reviewed.",
    negated_here="This claim is negated, the claim as reviewed is not.",
    negated_there="The claim as reviewed is negated, this one is not.",
    denied_here="Here it is told as a denial, in the claim as reviewed it is not.",
    denied_there="In the claim as reviewed it is told as a denial, here it is not.",
    possible_here="Here it is told as possible, in the claim as reviewed as a fact.",
    possible_there="In the claim as reviewed it is told as possible, here as a fact.",
    times_differ="The times lie apart: {story} here, {review} for the claim as reviewed.",
    speakers_differ="Who says so differs: {story} here, {review} in the review.",
    unknown="not known",
    separator=", ",
    disclaimer=(
        "These are reviews that others published, with their own ratings. Whether one holds for the claim of this "
        "story is for you to judge: words that are alike can say opposite things."
    ),
    asked="{provider} (claims looked up: {claims}).",
    not_asked="{provider} could not be asked, so reviews may be missing: {problem}",
)

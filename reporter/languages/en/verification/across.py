"""What the flags over several stories say in English, and how a voice of another story is named."""

from reporter.verification.words import Sentences

REASONS = {"elsewhere": "{who} ({outlet})"}

SENTENCES: dict[str, dict[str, Sentences]] = {
    "SRC-LOOP": {
        "plain": Sentences(
            message="{outlets} cite one another, and none of them names anyone else for this.",
            question="Who told you, and how does that person know?",
        ),
    },
    "IND-COPY": {
        "plain": Sentences(
            message="{share} % of the words outside quotation marks stand in {outlets} too: one origin.",
            question="What of this did you find out yourselves?",
        ),
        "credited": Sentences(
            message="{share} % of the words outside quotation marks stand in {outlets} too, and the credit line names "
            "{credit}: one origin.",
            question="What of this did you find out yourselves?",
        ),
    },
    "IND-QUOTE": {
        "plain": Sentences(
            message="“{quote}” stands in {outlets} too; the speaker is one origin, whoever prints it.",
            question="To whom were these words said, and where?",
        ),
    },
}

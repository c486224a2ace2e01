"""What each flag says in English: by code, then by variant. Values in braces are words of the story."""

from reporter.verification.words import Sentences

SENTENCES: dict[str, dict[str, Sentences]] = {
    "ATT-NONE": {
        "plain": Sentences(
            message="“{claim}” is stated as fact; no source stands for it here or in the sentence before.",
            question="Who or what is the source for “{claim}”?",
        ),
        "harm": Sentences(
            message="“{claim}” tells of harm or of a crime as fact; no source stands for it.",
            question="Who says so: police, court, hospital, a witness? “{claim}”",
        ),
    },
    "ATT-PASSIVE": {
        "plain": Sentences(
            message="“{words}” hides who says so: no agent, and no source in the sentence.",
            question="Who is it that says so (“{words}”)?",
        ),
        "adverb": Sentences(
            message="“{words}” passes on what somebody said without saying who.",
            question="Who is it that says so (“{words}”)?",
        ),
    },
    "ANON-BARE": {
        "plain": Sentences(
            message="“{who}”: the story says nothing of who this is, how they know, or why they are not named.",
            question="What may we say of who you are and how you know, and why may we not name you?",
        ),
    },
    "ANON-ROLE": {
        "plain": Sentences(
            message="“{who}” is described but not named, and the story does not say why.",
            question="May we name you? If not, what reason may we print?",
        ),
        "with_reason": Sentences(
            message="“{who}” is not named ({reason}).",
            question="May we name you after all, or who else can confirm this?",
        ),
    },
    "ANON-PLURAL": {
        "plain": Sentences(
            message="“{who}” is a plural that the story uses once and never counts.",
            question="How many told us this, and independently of one another?",
        ),
    },
    "ANON-OPINION": {
        "plain": Sentences(
            message="{who} is not named and judges (“{word}”) rather than informs.",
            question="Would you say this on the record?",
        ),
    },
    "ANON-DECLINED": {
        "plain": Sentences(message="{body} refuses to comment, yet {who} of the same body is quoted without a name."),
    },
    "LEG-ACCUSE": {
        "plain": Sentences(
            message="“{claim}” imputes a crime to {who} as fact; no charge, conviction or source stands near.",
            question="Is there a charge or a verdict, and where is the record?",
        ),
    },
    "LEG-REPLY": {
        "plain": Sentences(
            message="{who} is accused and not heard: no reply, no denial, no attempt to get one.",
            question="What do you say to the accusation?",
        ),
    },
    "HED-LOST": {
        "plain": Sentences(message="The headline says flat “{headline}”; the body hedges: “{body}”."),
        "weak": Sentences(message="The headline says flat “{headline}”; the body has it from nobody who is named."),
    },
    "ATT-FAR": {
        "plain": Sentences(message="The source of “{claim}” ({who}) comes only {count} sentences later."),
    },
    "SRC-SINGLE": {
        "plain": Sentences(
            message="“{claim}” is given by {who} alone; no second source in this story.",
            question="Who else can confirm that “{claim}”?",
        ),
        "figure": Sentences(
            message="The figure of {figure} is given by {who} alone; no second source in this story.",
            question="Where does the figure of {figure} come from, and who else has it?",
        ),
        "several": Sentences(
            message="{count} claims rest on {who} alone, among them “{claim}”.",
            question="Who else can confirm that “{claim}”?",
        ),
    },
    "SRC-PARTY": {
        "plain": Sentences(
            message="{who} speaks about an act of its own side ({actor}): “{claim}”.",
            question="Who that is no party to it saw this, or can confirm it?",
        ),
        "several": Sentences(
            message="{who} speaks about acts of its own side ({actor}) in {count} claims, first “{claim}”.",
            question="Who that is no party to it saw this, or can confirm it?",
        ),
    },
    "SRC-ONESIDED": {
        "plain": Sentences(
            message="All {count} voices of the story stand on one side ({side}): {voices}.",
            question="What does the other side say?",
        ),
        "one_body": Sentences(
            message="All {count} voices of the story speak for one body ({side}): {voices}.",
            question="What does the other side say?",
        ),
    },
    "SRC-SECOND": {
        "plain": Sentences(
            message="What {who} said comes through {relay}, not first hand.",
            question="Did you say this to {relay}, and do you stand by the words as printed?",
        ),
    },
    "HED-VERB": {
        "plain": Sentences(
            message="“{verb}” signals that the writer does not stand behind the words of {who}.",
            question="What evidence is there for it?",
        ),
        "no_source": Sentences(message="“{verb}” signals that the writer does not stand behind what is said."),
    },
    "HED-MODAL": {
        "plain": Sentences(message="“{hedge}” leaves it open whether it is so: “{claim}”."),
    },
    "HED-UNVERIFIED": {
        "plain": Sentences(
            message="The story says itself that this is not verified: “{words}” ({about}).",
            question="What would let us verify it: a document, the original file, a second witness?",
        ),
        "bare": Sentences(
            message="The story says itself that this is not verified: “{words}”.",
            question="What would let us verify it: a document, the original file, a second witness?",
        ),
    },
    "HED-SCARE": {
        "plain": Sentences(message="“{words}” stands in quotation marks, and no verb of saying gives it a speaker."),
    },
    "NUM-NOSRC": {
        "plain": Sentences(
            message="The figure of {figure} has no source: “{claim}”.",
            question="Where does the figure of {figure} come from?",
        ),
        "several": Sentences(
            message="The figures {figure} have no source: “{claim}”.",
            question="Where do the figures {figure} come from?",
        ),
    },
    "NUM-VAGUE": {
        "plain": Sentences(
            message="“{figure}” is a quantity that nobody can check: “{claim}”.",
            question="How many, or how much, and who counted?",
        ),
    },
    "NUM-CLASH": {
        "plain": Sentences(
            message="Two figures for one thing: {first} ({first_who}) and {second} ({second_who}).",
            question="Which of the two is right, as of when: {first} or {second}?",
        ),
        "one_source": Sentences(
            message="The story gives two figures for one thing: {first} and {second}, both from {first_who}.",
            question="Which of the two is right: {first} or {second}?",
        ),
        "headline": Sentences(message="Headline and body disagree: {first} against {second}."),
        "caption": Sentences(message="Caption and body disagree: {first} against {second}."),
    },
    "DAT-IMPOSSIBLE": {
        "weekday": Sentences(
            message="“{words}”: {date} is a {real}, not a {weekday}.",
            question="Was it the {weekday} or the date that was meant?",
        ),
        "not_on_the_calendar": Sentences(
            message="“{words}” is not on the calendar.",
            question="Which day was it?",
        ),
        "order": Sentences(
            message="“{end}”, where it ends, lies before “{start}”, where it begins.",
            question="When did it begin, and when did it end?",
        ),
        "age": Sentences(
            message="Born in {year}, and {age} years old on {published}: the two do not fit.",
            question="When were you born, and how old are you?",
        ),
        "after_publication": Sentences(
            message="“{words}” lies after publication ({published}), yet the story tells it in the past (“{verb}”).",
        ),
    },
    "DAT-AMBIGUOUS": {
        "plain": Sentences(
            message="“{words}” can be read in two ways: {one} or {other}.",
            question="Which day is meant by “{words}”: {one} or {other}?",
        ),
    },
    "DAT-STALE": {
        "plain": Sentences(
            message="“{words}” ({date}) lies {days} days before publication, and the story does not say so: “{claim}”.",
            question="When did this happen, with the year, and what is new about it?",
        ),
        "sent": Sentences(
            message="The story was sent on {date}, {days} days before it is published, and does not say so.",
        ),
    },
    "DAT-VAGUE": {
        "plain": Sentences(
            message="“{words}” gives no date for “{claim}”.",
            question="When was it, or when will it be: day and date?",
        ),
    },
    "DAT-UNANCHORED": {
        "plain": Sentences(message="The story has no publication time, so “{words}” cannot be placed on the calendar."),
        "several": Sentences(
            message="The story has no publication time, so {count} dates cannot be placed on the calendar, "
            "first “{words}”."
        ),
    },
    "DAT-FUTURE": {
        "plain": Sentences(message="“{words}” ({date}) is still to come: announced, not happened: “{claim}”."),
    },
    "NAM-VARIANT": {
        "plain": Sentences(
            message="“{one}” and “{other}” are near in spelling and stand in the same place ({frame}): "
            "one name spelled two ways, or two things?",
            question="Which is right: {one} or {other}?",
        ),
    },
    "QUO-ORPHAN": {
        "plain": Sentences(message="Nobody is named as the speaker of “{words}”.", question="Who said “{words}”?"),
    },
    "QUO-TWICE": {
        "altered": Sentences(
            message="One quotation stands in two wordings: “{one}” and “{other}”.",
            question="Which words does the recording have: “{one}” or “{other}”?",
        ),
        "speakers": Sentences(
            message="The same words are given to two speakers: “{one}” ({who}; {other_who}).",
            question="Did you say “{one}”, or did {other_who}?",
        ),
    },
    "SRC-SOCIAL": {
        "plain": Sentences(
            message="This rests on a post: “{words}”.",
            question="Whose account is it, and where and when was the material made?",
        ),
    },
    "NUM-SUM": {
        "parts": Sentences(
            message="The parts come to {total}; the whole is given as {whole}.",
            question="Which figure is wrong: a part, or the whole of {whole}?",
        ),
        "part": Sentences(
            message="A part ({total}) is larger than its whole ({whole}).",
            question="Which is right: {total}, or {whole} in all?",
        ),
        "shares": Sentences(
            message="The shares of one whole come to {total}%, not to 100%.",
            question="What are the shares, and of what?",
        ),
        "ratio": Sentences(
            message="{part} of {whole} is {real}%, not {stated}.",
            question="Which figure is wrong: {part}, {whole}, or {stated}?",
        ),
        "change": Sentences(
            message="From {old} to {new} is a change of {real}%; the story says {stated}.",
            question="Which figure is wrong: {old}, {new}, or {stated}?",
        ),
    },
    "SUP-FIRST": {
        "plain": Sentences(
            message="“{words}” is a claim of record, and no source stands for it.",
            question="Which record shows it: who keeps it, and since when?",
        ),
    },
    "CAP-BODY": {
        "plain": Sentences(
            message="The caption says “{caption}”, the body “{body}”.",
            question="Which is right for the picture: {caption} or {body}?",
        ),
    },
    "CAP-HANDOUT": {
        "plain": Sentences(message="The picture is a handout ({credit}): it was given, not taken by the newsroom."),
        "both": Sentences(
            message="The picture is a handout from {agency} ({credit}), which speaks for a state.",
        ),
        "agency": Sentences(message="The picture comes from {agency} ({credit}), which speaks for a state."),
        "party": Sentences(message="The picture is credited to {party}, which is a party to the story."),
        "given": Sentences(message="The caption says that the picture was given by others: “{credit}”."),
    },
    "DUP-TEXT": {
        "plain": Sentences(message="One paragraph says an earlier one again: “{words}”. It was counted once."),
        "several": Sentences(
            message="{count} paragraphs say earlier ones again, from “{words}” on. They were counted once."
        ),
    },
}

REASONS: dict[str, str] = {
    "clash": "The figure of {who} is {figure}; this claim has {own}.",
    "denied": "It is denied by {who}.",
    "asserted": "The opposite is said by {who}.",
    "negated": "The opposite is said by {who}.",
    "superseded": "A later figure replaces it ({who}): “{text}”.",
    "corroborated": "{count} origins say the same: {names}.",
    "documented": "It rests on a record that can be inspected: {who}.",
    "single_named": "No other source in this story than {who}.",
    "single_unnamed": "No other source in this story than {who}, and no name.",
    "party": "It is about an act of the speaker's own side ({who}).",
    "relayed": "It comes through {relay}, so the words of {who} are not first hand.",
    "doubted": "The story keeps its distance from {who} (“{cue}”).",
    "only_said": "What is established is that it was said or thought by {who}.",
    "unresolved": "It is attributed to “{who}”, and the story does not show who that is.",
    "nobody": "Somebody is said to say so (“{cue}”), and nobody is named.",
    "declared": "The story says that it could not be verified.",
    "unattributed": "The story states it as fact and names no source.",
    "opinion": "It is an opinion.",
    "forecast": "It is about the future.",
    "question": "It is a question.",
    "verdict-verified": "Verified by {by} on {when}; evidence: {evidence}.",
    "verdict-refuted": "Refuted by {by} on {when}; evidence: {evidence}.",
    "verdict-earlier-verified": "Before that, {by} had verified it on {when}.",
    "verdict-earlier-refuted": "Before that, {by} had refuted it on {when}.",
    "verdict-reopened-verified": "Reopened: {by} verified other words on {when}: “{claim}”.",
    "verdict-reopened-refuted": "Reopened: {by} refuted other words on {when}: “{claim}”.",
    "verdict-other-source-verified": "Reopened: {by} verified these words of another source, {source}, on {when}.",
    "verdict-other-source-refuted": "Reopened: {by} refuted these words of another source, {source}, on {when}.",
}

GRADE_NOTE = " This newsroom grades the source {grade}: {meaning}."

GRADES: dict[str, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "its reliability cannot be judged",
}

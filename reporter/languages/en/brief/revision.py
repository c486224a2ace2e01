"""The words with which a revision is told, in English."""

from reporter.model import ChangeKind, ClaimFate
from reporter.wording.revision import RevisionWording

REVISION = RevisionWording(
    title="What changed",
    old="Old version",
    new="New version",
    fates={
        ClaimFate.ADDED: "added",
        ClaimFate.DROPPED: "dropped",
        ClaimFate.CHANGED: "changed",
        ClaimFate.KEPT: "kept",
    },
    fate_counts={
        ClaimFate.ADDED: "{count} added",
        ClaimFate.DROPPED: "{count} dropped",
        ClaimFate.CHANGED: "{count} changed",
        ClaimFate.KEPT: "{count} kept",
    },
    changes={
        ChangeKind.WORDS: "In other words.",
        ChangeKind.SPEAKER_LOST: "No longer attributed: it was said by {before}, and the story now states it itself.",
        ChangeKind.SPEAKER_GAINED: "Now attributed to {after}; the story stated it itself.",
        ChangeKind.SPEAKER_CHANGED: "Said by {after}; it was {before}.",
        ChangeKind.STANCE: "Told with “{after}”; it was “{before}”.",
        ChangeKind.FIGURE_CHANGED: "Figure: {before} → {after}.",
        ChangeKind.FIGURE_GAINED: "New figure: {after}.",
        ChangeKind.FIGURE_LOST: "Figure dropped: {before}.",
        ChangeKind.NAME_GAINED: "New name: {after}.",
        ChangeKind.NAME_LOST: "Name dropped: {before}.",
        ChangeKind.DATE_CHANGED: "Happened: {before} → {after}.",
        ChangeKind.NEGATED: "Now negated.",
        ChangeKind.AFFIRMED: "No longer negated.",
        ChangeKind.FIRMER: "Put more firmly: {before} → {after}.",
        ChangeKind.SOFTER: "Put less firmly: {before} → {after}.",
        ChangeKind.AROUND: "The claim is the same, the words around it are not.",
        ChangeKind.STATUS: "Status: {before} → {after}.",
    },
    nothing="The two versions make the same claims, by the same sources, with the same flags.",
    headline="Headline",
    claims="Claims",
    kept="As they were: {count}.",
    flags_raised="Flags raised",
    flags_cleared="Flags cleared",
    sources_gained="New sources",
    sources_lost="Sources that are gone",
    story_itself="the story itself",
    disclaimer="This shows what the story says differently. It does not say which version is right.",
    marks="Struck through: only in the old version. Underlined: only in the new one.",
)

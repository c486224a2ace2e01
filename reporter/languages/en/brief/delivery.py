"""What goes with briefs to those who wait for them, in English."""

from reporter.wording.delivery import DeliveryWording

DELIVERY = DeliveryWording(
    digest="Verification digest",
    digest_subject="{job}: stories to check: {count}",
    stories="Stories",
    nothing_new="No story is new, and none has changed since the last digest.",
    nothing_new_subject="{job}: nothing new",
    attached="Attached",
    left_out="Not attached, too large for this mail: {name} ({size} MB).",
    not_read="Not read",
    changes="What changed since {name}",
    no_changes="What changed since {name} is not told: that file could not be read.",
    takes_place="This takes the place of {name}.",
)

"""What a page's controls say in English."""

from reporter.wording.page import PageWording

PAGE = PageWording(
    filter="Choose which claims to show",
    flag="Flag",
    source="Said by",
    all="all",
    reset="Show all",
    shown="{shown} of {all} claims",
    show="In the story",
    show_claim="Show claim {number} in the story",
    link="Copy link",
    link_claim="Copy a link to claim {number}",
    copied="The link is copied.",
    in_address_bar="The link stands in the address bar; copy it from there.",
    done="Done",
    not_kept="This browser keeps nothing for this page: the ticks are gone when it is closed.",
)

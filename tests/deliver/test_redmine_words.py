"""The words of a story on a ticket of a real Redmine: shown as they were written, whichever markup it speaks."""

from __future__ import annotations

import random
import re
from html import unescape

import pytest

from tests.deliver.redmine_server import PROJECT, Redmine
from tests.deliver.test_redmine import asked, new_ticket, posting, system

pytestmark = pytest.mark.slow

MARKUPS = ("textile", "markdown", "common_mark")

WORDS = (
    "As #1 and ##1 say, r1 and user#1 fled; see #note-1 and version:1.0 in source:README",
    "@chief told @desk (and é@chief) [@chief] that !@chief did not",
    "[[Wiki]] [[Wiki|page]] {{toc}} {{collapse(x)}} {{include(Wiki)}} !{{toc}}",
    '!http://127.0.0.1/a.png! ![a](http://127.0.0.1/a.png) [a](http://127.0.0.1) [a][b] "a":http://127.0.0.1',
    "*bold* _it_ -gone- +new+ ^up^ ~down~ %{color:red}span% ??cited?? @code@ `code` ~~struck~~ ==raw==",
    "<b>bold</b> <script>alert(1)</script> <pre> <!-- hidden --> &lt;b&gt; &copy; &#35;1 R&D AT&T; \\* \\#1",
    "NATO(the alliance) said[1] and [^1] so; 12% of -5 to +3.5 in a | b | c",
    "h1. No heading",
    "# No heading",
    "> No quotation",
    "1. No list",
    "- No list in the list",
    "|_. no|table|",
    "[x] not done",
    "***",
    "[name]: page",
    "bq. no quotation",
    "“We do not know,” the minister (Ödegård) said.",
)


SIGNS = r"""
#12 ##1 #note-1 r1 @chief @desk [[Wiki]] [[Wiki|x]] {{toc}} {{include(x)}} {{collapse }} #1
!http://e.org/a.png! !x.png! ![a](http://e.org/a.png) [a](http://e.org) [a][b] [a]: "a":http://e.org
*b* **b** _i_ __i__ -d- -- --- +i+ ^s^ ~s~ %s% %{color:red}x% ??c?? @code@ `c` `` ``` ~~~ ==x==
h1. bq. p. p(c). fn1. 1. 1) - * # ## > |a|b| a|b [x] [1] [^1] word[1] NATO(x AB(c) === ***
<b> <pre> </pre> <script> <!-- --> <notextile> &amp; &copy; &#35;1 & R&D \ \* \#12 ' ( ) !
source:a/b user:chief user#1 version:1 project:city city:#1 city:r1 commit:abc attachment:a.pdf
http://e.org/a_b_c?x=1&y=2#12 http://e.org/@chief http://e.org/{{toc}} www.e.org a@b.org
x%x% x%1% :redsh#1: <redpre#0> é@chief é[1] !#1 !{{toc}} ![[Wiki]] !foo:bar -5 12% +1.5 said: “a” word
"""
"""What markup is made of, in Redmine and in the formats; put together, it makes what nobody thought of."""


def mixed(seed: int, count: int) -> list[str]:
    chance = random.Random(seed)
    pieces = SIGNS.split()
    pieces += [" "] * (len(pieces) // 3)
    lines = [" ".join("".join(chance.choices(pieces, k=chance.randint(1, 6))).split()) for _ in range(2 * count)]
    return [line for line in lines if line][:count]


def shown(redmine: Redmine, markup: str, comment: str) -> str:
    """The HTML that Redmine makes of a comment."""
    ticket = new_ticket(redmine)
    redmine.set("text_formatting", markup)
    try:
        system(redmine).post(ticket, posting(comment))
        page = asked(redmine, "GET", f"issues/{ticket}")
    finally:
        redmine.set("text_formatting", "textile")
    found = re.search(r'<div id="journal-\d+-notes" class="wiki.*?">(.*?)</div>', page, re.DOTALL)
    assert found is not None
    return found[1]


def read(html: str) -> list[str]:
    """The items of its list, as they are seen. Fails where markup has come of the words, but for an address of the web
    or of mail, which becomes a link to just what it says."""
    for where, said in re.findall(r'<a [^>]*?href="(.*?)"[^>]*>(.*?)</a>', html):
        assert unescape(where).removeprefix("mailto:") in (unescape(said), f"http://{unescape(said)}")
    words = re.sub(r"</?a\b.*?>", "", html).replace("\u2060", "")
    assert set(re.findall(r"<(\w+)", words)) <= {"p", "ul", "li"}
    return [" ".join(unescape(item).split()) for item in re.findall(r"<li>(.*?)</li>", words, re.DOTALL)]


@pytest.fixture(scope="module", autouse=True)
def page_of_the_wiki(redmine: Redmine) -> None:
    """What [[Wiki]] would lead to, and #1."""
    asked(redmine, "PUT", f"projects/{PROJECT}/wiki/Wiki.json", {"wiki_page": {"text": "a page"}})
    new_ticket(redmine)


@pytest.mark.parametrize("markup", MARKUPS)
def test_the_words_of_a_story_are_shown_as_they_were_written(markup: str, redmine: Redmine) -> None:
    html = shown(redmine, markup, "The brief:\n" + "\n".join(f"- {words}" for words in WORDS))

    assert read(html) == list(WORDS)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("markup", MARKUPS)
def test_no_mixture_of_signs_becomes_markup(markup: str, seed: int, redmine: Redmine) -> None:
    lines = mixed(seed, 200)

    assert read(shown(redmine, markup, "\n".join(f"- {line}" for line in lines))) == lines


@pytest.mark.parametrize("markup", MARKUPS)
def test_an_address_of_the_web_becomes_a_link_to_what_it_says(markup: str, redmine: Redmine) -> None:
    address = "https://courier.example/2026/03/_a_-b~c?x=1&y=2"
    html = shown(redmine, markup, f"The story: {address}")

    assert [unescape(found) for found in re.findall(r'<a [^>]*href="(.*?)"', html)] == [address]


def test_nobody_is_told_of_a_mention(redmine: Redmine) -> None:
    ticket = new_ticket(redmine)
    system(redmine).post(ticket, posting("@chief é@chief !@chief (@chief) /@chief"))
    issue = asked(redmine, "GET", f"issues/{ticket}.json?include=journals")["issue"]

    # Redmine's own pattern (lib/redmine/acts/mentionable.rb), which finds whom it writes to
    assert re.findall(r"(?:^|[^A-Za-z0-9_])@([A-Za-z0-9_\-@.]*)", issue["journals"][0]["notes"]) == []

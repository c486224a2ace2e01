"""What docs/templates.md promises to a newsroom's own templates is there, all of it, and nothing else is."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reporter.languages import language_pack
from reporter.model import Brief, Settings
from reporter.rendering.page import context
from tests.rendering.conftest import rendered

PAGE = Path(__file__).parents[2] / "docs" / "templates.md"
_NAME = re.compile(r"`([a-z_.]+)(?:\([^`]*\))?`")
_PARTS = re.compile(r"`([a-z_]+)(?:\([^`]*\))?`|( and )|\(([^()]*)\)|([,;])")

ELSEWHERE = {
    "md": "brief/brief.md.j2",
    "md_link": "brief/brief.md.j2",
    **dict.fromkeys(
        ("subject", "sides", "important", "rows", "cut", "left_out", "mail_logo", "brand", "brand_dark"),
        "mail/mail.html.j2",
    ),
    **dict.fromkeys(("wrap", "rule"), "mail/mail.txt.j2"),
}
"""Names that are there in other templates than those of a page."""


def rows() -> list[tuple[list[str], str]]:
    """The names in the first column of the table, and the second column."""
    chapter = PAGE.read_text(encoding="utf-8").partition("## What a template can use")[2].partition("\n## ")[0]
    cells = [line.split(" | ", 1) for line in chapter.splitlines() if line.startswith("| `")]
    return [(_NAME.findall(names), told) for names, told in cells]


def parts(told: str) -> Iterator[tuple[str, str]]:
    """The names in a cell, each with those that stand in brackets behind it: "`chain` (`name`, `cue`)"."""
    last: list[str] = []
    is_joined = False
    for name, joined, inside, _ in _PARTS.findall(told):
        if name:
            last = [*last, name] if is_joined else [name]
            yield name, ""
        elif inside:
            yield from ((one, below) for one in last for below in _NAME.findall(inside))
        is_joined = bool(joined)


def asked(where: str) -> str:
    """A template that prints everything that is documented for `where`: each name, and what stands below each."""
    lines = []
    for names, told in rows():
        for name in names:
            if ELSEWHERE.get(name, "brief/method.html.j2") != where:
                continue
            lines.append(f"{{{{ {name} }}}}")
            if name in {"view.claims", "view.sources", "story"}:
                lines += [
                    f"{{% for one in {name} %}}{{{{ one.{part} }}}}"
                    + (f"{{% for each in one.{part} %}}{{{{ each.{below} }}}}{{% endfor %}}" if below else "")
                    + "{% endfor %}"
                    for part, below in parts(told)
                ]
            elif name in {"view", "picture", "script"}:
                lines += [
                    f"{{% for each in {name}.{part} %}}{{{{ each.{below} }}}}{{% endfor %}}"
                    if below
                    else f"{{{{ {name}.{part} }}}}"
                    for part, below in parts(told)
                ]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("where", "format_name", "least"),
    [
        ("brief/method.html.j2", "html", 80),
        ("brief/brief.md.j2", "md", 2),
        ("mail/mail.html.j2", "mail", 5),
        ("mail/mail.txt.j2", "mail", 2),
    ],
)
def test_everything_that_is_documented_can_be_printed(
    where: str, format_name: str, least: int, brief: Brief, tmp_path: Path
) -> None:
    template = asked(where)
    file = tmp_path / where
    file.parent.mkdir()
    file.write_text(template, encoding="utf-8")

    assert template.count("{{") >= least
    assert rendered(brief, format_name, Settings(templates=str(tmp_path)))


def test_everything_that_a_page_is_given_is_documented(brief: Brief) -> None:
    given = set(context(brief, language_pack("en").brief, Settings()))
    documented = {name for names, _ in rows() for name in names}

    assert given <= documented


def test_the_brackets_of_the_table_are_read() -> None:
    assert list(parts("each with `a`, `b` and `c` (`d`, of them; `e`), `f` (words)")) == [
        ("a", ""),
        ("b", ""),
        ("c", ""),
        ("b", "d"),
        ("b", "e"),
        ("c", "d"),
        ("c", "e"),
        ("f", ""),
    ]

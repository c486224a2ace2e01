"""A newsroom's own templates."""

from pathlib import Path

import pytest

from reporter.errors import RenderError, UsageError
from reporter.model import Settings
from reporter.rendering.page import CONTEXT_VERSION
from reporter.rendering.templates import template_folder
from tests.rendering.conftest import rendered
from tests.rendering.test_html import one_paragraph

STORY = one_paragraph("A ferry sank.", headline="Ferry sinks")


def with_template(folder: Path, text: str, name: str = "method.html.j2") -> Settings:
    (folder / "brief").mkdir(exist_ok=True)
    (folder / "brief" / name).write_text(text)
    return Settings(templates=str(folder))


def test_a_file_of_ones_own_takes_the_place_of_the_built_in_one(tmp_path: Path) -> None:
    settings = with_template(tmp_path, "<footer>The Harbour Gazette desk: {{ article.headline }}</footer>")

    page = rendered(STORY, "html", settings).decode()

    assert "<footer>The Harbour Gazette desk: Ferry sinks</footer>" in page
    assert "<h1" in page


@pytest.mark.parametrize(
    ("text", "line"),
    [("\n\n{% if %}", 3), ("\n{{ no_such_name }}", 2), ("{{ 1 / 0 }}", 1), ("\n\n\n{{ article.no_such_field }}", 4)],
)
def test_a_fault_is_told_with_its_file_and_line(text: str, line: int, tmp_path: Path) -> None:
    with pytest.raises(RenderError) as caught:
        rendered(STORY, "html", with_template(tmp_path, text))

    assert caught.value.code == "template-error"
    assert f"method.html.j2, line {line} " in caught.value.message


@pytest.mark.parametrize(
    "text",
    [
        "{{ article.__class__.__mro__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ shown.__globals__ }}",
        "{% include '/etc/passwd' %}",
        "{% include '../../pyproject.toml' %}",
        "{{ view.claims.append(1) }}",
    ],
)
def test_a_template_cannot_reach_out_of_the_sandbox(text: str, tmp_path: Path) -> None:
    with pytest.raises(RenderError):
        rendered(STORY, "html", with_template(tmp_path, text))


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="is not there"):
        rendered(STORY, "html", Settings(templates=str(tmp_path / "nowhere")))


def test_a_format_that_nobody_brings_is_told() -> None:
    with pytest.raises(UsageError, match="odt"):
        rendered(STORY, "odt")


def test_a_template_can_ask_for_the_version_of_its_context(tmp_path: Path) -> None:
    assert (
        f"v{CONTEXT_VERSION}." in rendered(STORY, "html", with_template(tmp_path, "v{{ context_version }}.")).decode()
    )


def test_the_fonts_come_with_their_licence() -> None:
    fonts = template_folder() / "fonts"

    licence = (fonts / "LICENSE.txt").read_text()

    assert "SIL Open Font License" in licence
    assert all(path.stem.split("-")[0] in licence for path in fonts.glob("*.ttf"))
    assert len(sorted(fonts.glob("*.ttf"))) == 5
    assert len(sorted(fonts.glob("web/*.woff2"))) == 4

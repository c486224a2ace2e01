"""The templates: where they lie, and the sandbox that they run in."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reporter.errors import RenderError

if TYPE_CHECKING:
    from jinja2 import Environment


@lru_cache(maxsize=1)
def template_folder() -> Path:
    """The folder of the built-in templates: inside the package when installed from a wheel, beside it in a checkout."""
    package = Path(str(files("reporter")))
    for folder in (package / "templates", package.parent / "templates"):
        if (folder / "brief").is_dir():
            return folder
    raise RenderError(
        "missing-templates",
        "The templates that come with reporter are not there.",
        "Install it again: pip install --force-reinstall reporter-brief.",
    )


@lru_cache(maxsize=4)
def environment(own_folder: str | None) -> Environment:
    """The templates of `own_folder` before the built-in ones, file by file, in Jinja's sandbox.

    Everything is escaped that a template does not say is markup; a name that is not there is an error.
    """
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    folders = [str(template_folder())]
    if own_folder is not None:
        if not Path(own_folder).is_dir():
            raise RenderError(
                "template-error",
                f"The template folder {own_folder} is not there.",
                "Give the folder that holds your templates, or leave the setting 'templates' out.",
            )
        folders.insert(0, own_folder)
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folders),
        autoescape=lambda name: name is None or not name.endswith(".md.j2"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def fill(name: str, own_folder: str | None, context: dict[str, Any]) -> str:
    """The template `name` with `context`. Raises RenderError `template-error` that names the file and the line."""
    from jinja2 import TemplateError, TemplateSyntaxError

    found = environment(own_folder)
    try:
        return found.get_template(name).render(context)
    except TemplateSyntaxError as error:
        raise _at_fault(error.filename or error.name or name, error.lineno, str(error.message), error) from error
    except (TemplateError, TypeError, ValueError, AttributeError, ArithmeticError, LookupError) as error:
        place, line = _last_template_line(error, name)
        raise _at_fault(place, line, f"{type(error).__name__}: {error}", error) from error


def _last_template_line(error: BaseException, name: str) -> tuple[str, int | None]:
    """The innermost template and line in the traceback of `error`: Jinja gives its frames the template's own lines."""
    place: tuple[str, int | None] = (name, None)
    step = error.__traceback__
    while step is not None:
        file = step.tb_frame.f_code.co_filename
        if file.endswith(".j2"):
            place = (file, step.tb_lineno)
        step = step.tb_next
    return place


def _at_fault(place: str, line: int | None, reason: str, error: Exception) -> RenderError:
    where = f"{Path(place).name}, line {line}" if line is not None else Path(place).name
    made = RenderError(
        "template-error",
        f"The template {where} cannot be rendered: {reason}.",
        "Mend the template; docs/templates.md lists what it can use.",
    )
    made.__cause__ = error
    return made


def asset(name: str) -> bytes:
    """A file of the built-in template folder. Raises RenderError `missing-font` or `missing-templates` without it."""
    path = template_folder() / name
    try:
        return path.read_bytes()
    except OSError as error:
        raise RenderError(
            "missing-font" if path.suffix in (".ttf", ".woff2") else "missing-templates",
            f"{name}, which comes with reporter, cannot be read: {error.strerror}.",
            "Install it again: pip install --force-reinstall reporter-brief.",
        ) from error

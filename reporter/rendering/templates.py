"""The templates: where they lie, and the sandbox that those of others run in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reporter.errors import RenderError, UsageError
from reporter.rendering.lines import without_turns

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

    Everything is escaped that a template does not say is markup; a name that is not there is an error. Built-in ones
    alone need no sandbox, which looks at each name that they use: half of the time of a page (18 and 9 ms).
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
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
    kind = Environment if own_folder is None else ImmutableSandboxedEnvironment
    return kind(
        loader=FileSystemLoader(folders),
        autoescape=lambda name: name is None or not name.endswith((".md.j2", ".txt.j2")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_fit_to_print,
    )


def _fit_to_print(value: object) -> object:
    """What a template prints of a story turns no words of the brief; the story inside of a PDF stays as it is."""
    return without_turns(value) if isinstance(value, str) else value


def documents(own_folder: str | None) -> tuple[str, ...]:
    """The names of the documents that a brief can be laid out as: folders with a page of their own name."""
    folders = [template_folder(), *([Path(own_folder)] if own_folder is not None else [])]
    found = {page.parent.name for folder in folders for page in folder.glob("*/*.html.j2") if _names_its_folder(page)}
    return tuple(sorted(found - _OF_OTHERS))


_OF_OTHERS = frozenset({"event", "mail", "revision"})
"""Documents of something else than a brief, or of a format of its own."""


def _names_its_folder(page: Path) -> bool:
    return page.name == f"{page.parent.name}.html.j2"


def document(name: str, own_folder: str | None) -> str:
    """The template of the document called `name`. Raises UsageError for one that is not there."""
    known = documents(own_folder)
    if name not in known:
        raise _unknown(name, known)
    return f"{name}/{name}.html.j2"


def _unknown(name: str, known: Sequence[str]) -> UsageError:
    return UsageError("unknown-template", f"There is no template {name!r}.", f"Choose from: {', '.join(known)}.")


def copy_document(name: str, folder: Path) -> tuple[tuple[Path, bool], ...]:
    """Copy the built-in files of a document below `folder`; which they are, and whether each is new there.

    A file that is there stays as it is. Raises UsageError for a document that is not built in, RenderError
    `output-not-writable`.
    """
    known = sorted(page.parent.name for page in template_folder().glob("*/*.html.j2") if _names_its_folder(page))
    if name not in known:
        raise _unknown(name, known)
    result = []
    for source in sorted((template_folder() / name).glob("*.j2")):
        target = folder / name / source.name
        is_new = not target.exists()
        if is_new:
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(source.read_bytes())
            except OSError as error:
                raise RenderError(
                    "output-not-writable",
                    f"{target} cannot be written: {error.strerror}.",
                    "Choose a folder that you may write to with --to.",
                ) from error
        result.append((target, is_new))
    return tuple(result)


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

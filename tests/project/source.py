"""The package's own source, as the tests of its structure read it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "reporter"


@dataclass(frozen=True, kw_only=True)
class Import:
    """One import: the module it names, where it stands, and whether it runs as soon as the file is imported."""

    file: str
    line: int
    module: str
    runs_at_once: bool

    def __str__(self) -> str:
        return f"{self.file}:{self.line} imports {self.module}"


def source_files(*parts: str) -> list[Path]:
    """Every Python file of the package, or of the parts of it that are named."""
    places = [PACKAGE / part for part in parts] or [PACKAGE]
    return sorted(file for place in places for file in ([place] if place.is_file() else place.rglob("*.py")))


def imports_of(file: Path) -> Iterator[Import]:
    package = ".".join(file.relative_to(ROOT).with_suffix("").parts[:-1])
    name = str(file.relative_to(ROOT))
    for node, runs_at_once in _walk(ast.parse(file.read_text(encoding="utf-8")), at_once=True):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(file=name, line=node.lineno, module=alias.name, runs_at_once=runs_at_once)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parts = package.split(".")
                base = ".".join([*parts[: len(parts) - node.level + 1], *([node.module] if node.module else [])])
            for alias in node.names:
                whole = f"{base}.{alias.name}"
                is_module = (ROOT / whole.replace(".", "/")).with_suffix(".py").is_file() or (
                    ROOT / whole.replace(".", "/") / "__init__.py"
                ).is_file()
                yield Import(
                    file=name, line=node.lineno, module=whole if is_module else base, runs_at_once=runs_at_once
                )


def _walk(node: ast.AST, *, at_once: bool) -> Iterator[tuple[ast.AST, bool]]:
    yield node, at_once
    for child in ast.iter_child_nodes(node):
        later = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        yield from _walk(child, at_once=at_once and not later and not _is_for_types(child))


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) in {"TYPE_CHECKING", "typing.TYPE_CHECKING"}

"""Render stories in every format, and their pages as pictures, to be looked at.

    python bench/gallery.py [STORY ...] [--shapes] [--published WHEN] [--out DIR] [--dpi N] [--page-one FILE]

Without stories: those of examples/. With `--shapes`: the ten of `bench/shapes.py`, from nothing to say
to 40 voices. Pictures are made with pypdfium2 (the `dev` dependencies).
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from shapes import PUBLISHED, shapes

import reporter
from reporter.deliver.files import write_briefs
from reporter.errors import ReporterError
from reporter.model import Article, Settings

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stories", nargs="*", type=Path)
    parser.add_argument("--shapes", action="store_true", help="the ten shapes of bench/shapes.py")
    parser.add_argument("--published")
    parser.add_argument("--out", type=Path, default=ROOT / "output" / "gallery")
    parser.add_argument("--dpi", type=int, default=90)
    parser.add_argument("--page-one", type=Path, help="also write page one of the first story to this file")
    arguments = parser.parse_args()
    page_one = arguments.page_one
    for name, article in _articles(arguments.stories, arguments.published, with_shapes=arguments.shapes):
        if isinstance(article, ReporterError):
            print(f"{name}: {article}")
            continue
        brief = reporter.analyse(article, settings=Settings(undated=article.published is None))
        files = {ending: reporter.render(brief, ending) for ending in ("html", "pdf", "md", "json")}
        for path in write_briefs(brief, files, arguments.out):
            print(path)
            if path.suffix == ".pdf":
                for picture in pictures(path, arguments.dpi):
                    print(picture)
                if page_one is not None:
                    write_page(path, 0, arguments.dpi, page_one)
                    print(page_one)
                    page_one = None


def _articles(
    stories: list[Path], published: str | None, *, with_shapes: bool
) -> Iterator[tuple[str, Article | ReporterError]]:
    """Each story that is asked for, or why it cannot be read."""
    if with_shapes:
        for name, text in shapes().items():
            is_undated = name == "undated"
            settings = Settings(undated=is_undated)
            yield name, reporter.read(text, published=None if is_undated else PUBLISHED, settings=settings)
        return
    examples = ROOT / "examples"
    for story in stories or [*sorted(examples.glob("*.txt")), *sorted(examples.glob("*.html"))]:
        try:
            yield story.name, reporter.read(story, published=published)
        except ReporterError as error:
            yield story.name, error


def pictures(path: Path, dpi: int) -> list[Path]:
    document = pypdfium2.PdfDocument(path)
    count = len(document)
    document.close()
    made = [path.with_name(f"{path.stem}-{number + 1}.png") for number in range(count)]
    for number, picture in enumerate(made):
        write_page(path, number, dpi, picture)
    return made


def write_page(path: Path, number: int, dpi: int, target: Path) -> None:
    document = pypdfium2.PdfDocument(path)
    try:
        document[number].render(scale=dpi / 72).to_pil().save(target, optimize=True)
    finally:
        document.close()


if __name__ == "__main__":
    main()

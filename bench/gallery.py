"""Render stories in every format, and their pages as pictures, to be looked at.

    python bench/gallery.py [STORY ...] [--published WHEN] [--out DIR] [--dpi N] [--page-one FILE]

Without stories: those of examples/. Pictures are made with pypdfium2 (the `dev` dependencies).
"""

import argparse
from pathlib import Path

import pypdfium2

import reporter
from reporter.deliver.files import write_briefs
from reporter.errors import ReporterError

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stories", nargs="*", type=Path)
    parser.add_argument("--published")
    parser.add_argument("--out", type=Path, default=ROOT / "output" / "gallery")
    parser.add_argument("--dpi", type=int, default=90)
    parser.add_argument("--page-one", type=Path, help="also write page one of the first story to this file")
    arguments = parser.parse_args()
    stories = arguments.stories or sorted((ROOT / "examples").glob("*.txt")) + sorted(
        (ROOT / "examples").glob("*.html")
    )
    page_one = arguments.page_one
    for story in stories:
        try:
            brief = reporter.analyse(reporter.read(story, published=arguments.published))
        except ReporterError as error:
            print(f"{story.name}: {error}")
            continue
        files = {name: reporter.render(brief, name) for name in ("html", "pdf", "md", "json")}
        for path in write_briefs(brief, files, arguments.out):
            print(path)
            if path.suffix == ".pdf":
                for picture in pictures(path, arguments.dpi):
                    print(picture)
                if page_one is not None:
                    write_page(path, 0, arguments.dpi, page_one)
                    print(page_one)
                    page_one = None


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

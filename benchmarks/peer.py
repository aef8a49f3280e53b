"""The peer: the same chapters and cases with the same tools, out of the box.

Plain Sphinx with myst-parser and sphinx-book-theme makes the site; plain Sphinx (``singlehtml``, theme ``basic``) and
plain WeasyPrint make the PDF. Nothing is checked, drawn, listed or mended, photos keep all their pixels, and warnings
don't count.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import yaml

CONF = """\
project = "Praktijkboek"
language = "nl"
extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence", "deflist"]
root_doc = "book/index"
include_patterns = ["book/**", "cases/**"]
exclude_patterns = ["cases/_*/**"]
html_theme = "sphinx_book_theme"
"""
CONTENTS = "```{praktijken-inhoud}\n```"
"""The block by which a chapter asks for all cases; the peer gets their names instead."""
SPHINX = [sys.executable, "-m", "sphinx", "-q", "-E"]


def write_peer(source: Path, target: Path) -> None:
    """Copy a book, with ``CONF``, a title in every case and a table of contents that names all cases."""
    for part in ("book", "cases"):
        shutil.copytree(source / part, target / part)
    (target / "book" / "conf.py").write_text(CONF, encoding="utf-8")
    cases = sorted((target / "cases").glob("[!_]*/index.md"))
    for case in cases:
        _add_title(case)
    _list_cases(target / "book" / "praktijken" / "index.md", [f"/cases/{case.parent.name}/index" for case in cases])


def _add_title(case: Path) -> None:
    """Repeat the title of the header in the text: without it, plain Sphinx takes each part for a page of its own."""
    before, header, text = case.read_text(encoding="utf-8").split("---\n", 2)
    title = yaml.load(header, Loader=yaml.BaseLoader)["titel"]
    case.write_text(f"{before}---\n{header}---\n\n# {title}\n{text}", encoding="utf-8")


def _list_cases(chapter: Path, names: Sequence[str]) -> None:
    text = chapter.read_text(encoding="utf-8")
    if CONTENTS not in text:
        raise ValueError(f"{chapter.name} asks for the cases in another way than {CONTENTS!r}")
    entries = "\n".join(names)
    chapter.write_text(text.replace(CONTENTS, f"```{{toctree}}\n{entries}\n```"), encoding="utf-8")


def site_commands(folder: Path) -> list[list[str]]:
    """What makes the peer's site in ``_build/html``."""
    return [[*SPHINX, "-b", "html", "-c", "book", ".", str(folder / "_build" / "html")]]


def pdf_commands(folder: Path) -> list[list[str]]:
    """What makes the peer's book, ``_build/book.pdf``.

    Sphinx writes the page in ``book/``, where the root document stands, with addresses that count from above.
    """
    single = folder / "_build" / "singlehtml"
    page, book = str(single / "book" / "index.html"), str(folder / "_build" / "book.pdf")
    addresses = ["--base-url", f"{single.as_uri()}/"]
    return [
        [*SPHINX, "-b", "singlehtml", "-D", "html_theme=basic", "-c", "book", ".", str(single)],
        [sys.executable, "-m", "weasyprint", "--pdf-variant", "pdf/ua-1", *addresses, page, book],
    ]

"""The peer: the same chapters and cases with the same tools, out of the box.

Plain Sphinx with myst-parser and sphinx-book-theme makes the site; plain Sphinx (``singlehtml``, theme ``basic``) and
plain WeasyPrint make the PDF. Nothing is checked, drawn, listed or mended; warnings don't count.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

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
    """Copy a book, with ``CONF`` and a table of contents that names all cases."""
    for part in ("book", "cases"):
        shutil.copytree(source / part, target / part)
    (target / "book" / "conf.py").write_text(CONF, encoding="utf-8")
    slugs = sorted(path.parent.name for path in (target / "cases").glob("[!_]*/index.md"))
    entries = "\n".join(f"/cases/{slug}/index" for slug in slugs)
    chapter = target / "book" / "praktijken" / "index.md"
    text = chapter.read_text(encoding="utf-8")
    if CONTENTS not in text:
        raise ValueError(f"{chapter.name} asks for the cases in another way than {CONTENTS!r}")
    chapter.write_text(text.replace(CONTENTS, f"```{{toctree}}\n{entries}\n```"), encoding="utf-8")


def site_commands(folder: Path) -> list[list[str]]:
    """What makes the peer's site in ``_build/html``."""
    return [[*SPHINX, "-b", "html", "-c", "book", ".", str(folder / "_build" / "html")]]


def pdf_commands(folder: Path) -> list[list[str]]:
    """What makes the peer's book, ``_build/book.pdf``."""
    single = folder / "_build" / "singlehtml"
    page, book = str(single / "book" / "index.html"), str(folder / "_build" / "book.pdf")
    return [
        [*SPHINX, "-b", "singlehtml", "-D", "html_theme=basic", "-c", "book", ".", str(single)],
        [sys.executable, "-m", "weasyprint", "--pdf-variant", "pdf/ua-1", page, book],
    ]

"""One run of Sphinx over the book, with its warnings caught."""

from __future__ import annotations

import gc
import io
import re
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from sphinx.application import Sphinx
from sphinx.errors import ExtensionError, SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from praktijkboek.book import Book
from praktijkboek.report.console import printable
from praktijkboek.site import page, rewriting, share_picture
from praktijkboek.site.cases import slug_of
from praktijkboek.trouble import FULL, Trouble, is_full

SELDOM = 50_000
"""So many objects Sphinx makes before garbage is looked for: Python does so after 700, which is 30 % of its CPU."""


class Progress(io.StringIO):
    """Sphinx's status, cut down to one line that counts up on a terminal."""

    def __init__(self, stream: TextIO, words: str) -> None:
        super().__init__()
        self.stream, self.words = stream, words
        self.shown = ""

    def write(self, text: str) -> int:
        """Show how far it is: Sphinx writes "reading sources... [ 12%] book/index", the PDF "layout PDF page 7"."""
        found = re.search(r"(reading|writing)\D*\[\s*(\d+)%\]", text)
        page = re.search(r"layout (.+) page (\d+)", text)
        unit = re.search(r"laid out (.+)", text)
        if found:
            doing = "lezen" if found.group(1) == "reading" else "schrijven"
            self._show(f"{self.words}: {doing} {found.group(2)} %")
        elif page:
            self._show(f"{page.group(1)}: bladzijde {page.group(2)}")
        elif unit:
            self._show(unit.group(1))
        return len(text)

    def _show(self, far: str) -> None:
        if self.stream.isatty():
            self.shown = printable(far)[: shutil.get_terminal_size().columns - 1]  # of two lines, one would stay
            print(f"\r\033[K{self.shown}", end="", file=self.stream, flush=True)

    def done(self) -> None:
        """Clear the line."""
        if self.shown:
            print("\r\033[K", end="", file=self.stream, flush=True)


@dataclass(frozen=True, slots=True)
class Run:
    """What came of a run: its warnings as one text (empty when all is well), how many documents and cases."""

    warnings: str
    documents: int
    cases: int


def run_sphinx(
    book: Book,
    builder: str,
    out: Path,
    words: str,
    *,
    pdfs: Path | None = None,
    drafts: bool = False,
    processes: int = 1,
    **settings: Any,
) -> Run:
    """Build the book with one of Sphinx's builders.

    :param words: what is made, in Dutch, for the line that shows the progress
    :param pdfs: the folder with the PDFs that the site offers, as far as they are there; ``_build`` unless said
    :param drafts: also take cases whose status is ``concept``
    :param processes: so many read and write at once; no less CPU time, and a small book is not ready sooner
    :param settings: others, by the names that ``conf.py`` would give them
    :raises Trouble: if Sphinx can't run
    """
    warnings = io.StringIO()
    doctrees = out.parent / "doctrees"
    overrides = {"praktijkboek_drafts": drafts, "praktijkboek_pdfs": str(pdfs or book.build), **settings}
    # The theme adds to Sphinx’s own list of none: longer with each run of a process, so that all pages were written.
    overrides["templates_path"] = []
    docutils = patch_docutils(str(book.conf))
    started = time.time_ns()
    if builder == "html":
        rewriting.start(out)
    with _seldom_collected(), _said_as_trouble(), _shown(words) as progress, docutils, docutils_namespace():
        app = Sphinx(book.root, book.conf, out, doctrees, builder, overrides, progress, warnings, parallel=processes)
        app.build()
    if is_full(OSError(warnings.getvalue())):  # Sphinx only warns about a page that it can't write
        raise Trouble(FULL)
    if builder == "html" and not warnings.getvalue():
        rewriting.finish(app, started, [*page.offered(app), *share_picture.targets(app)])
    if warnings.getvalue():
        # Sphinx doesn't repeat the warnings of files that it doesn't read again.
        shutil.rmtree(doctrees, ignore_errors=True)
    documents = app.env.found_docs
    cases = sum(slug_of(name) is not None for name in documents)
    return Run(_plain(warnings.getvalue(), book), len(documents), cases)


@contextmanager
def _seldom_collected() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def _shown(words: str) -> Iterator[Progress]:
    """A line that shows how far a run is, and is cleared when it ends."""
    progress = Progress(sys.stdout, words)
    try:
        yield progress
    finally:
        progress.done()


@contextmanager
def _said_as_trouble() -> Iterator[None]:
    """What Sphinx can't do becomes trouble in Dutch; what an extension of ours ran into stays what it is."""
    try:
        yield
    except ExtensionError as error:
        if isinstance(error.orig_exc, OSError | Trouble):
            raise error.orig_exc from error
        raise
    except SphinxError as error:
        raise Trouble(f"Sphinx kan het boek niet maken: {error}") from error


def _plain(text: str, book: Book) -> str:
    """Warnings without colours, with paths as a person would type them."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text).replace(f"{book.root}/", "").strip()

"""Where the parts of the book stand on the disk."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from praktijkboek.trouble import Trouble

CASES = "cases"
CHAPTERS = "book"
INDEX = "index.md"
"""The name of a case's text."""
PDF_NAME = "praktijkboek.pdf"
LARGE_PRINT_NAME = "praktijkboek-grootletter.pdf"
"""The same text in large letters."""
SHEETS = "praktijken"
"""The folder with a PDF of each case, named after it."""
MOST_TEXT_BYTES = 1_000_000
"""A case of 1,300 words is 10 kB; a file of more than this is no case, and is not read."""


@dataclass(frozen=True, slots=True)
class Book:
    """The folder that holds ``book/`` and ``cases/``, and what is made in ``_build/``."""

    root: Path

    @property
    def cases(self) -> Path:
        """The folder with one folder a case."""
        return self.root / CASES

    @property
    def conf(self) -> Path:
        """The folder with the chapters and Sphinx's ``conf.py``."""
        return self.root / CHAPTERS

    @property
    def build(self) -> Path:
        """Where everything is made; safe to delete."""
        return self.root / "_build"

    @property
    def html(self) -> Path:
        """The published site."""
        return self.build / "html"

    @property
    def pdf(self) -> Path:
        """The published book."""
        return self.build / PDF_NAME

    def case_folders(self) -> list[Path]:
        """The folders of all cases, by name; folders that start with ``_`` or ``.`` are no cases.

        :raises Trouble: if there is no ``cases/``
        """
        if not self.cases.is_dir():
            raise Trouble(
                f"De map {self.cases} is er niet: start in de map van het praktijkboek,"
                " of zet de praktijken in `cases/`."
            )
        return sorted(p for p in self.cases.iterdir() if p.is_dir() and not p.name.startswith(("_", ".")))


def find_book(start: Path) -> Book:
    """The book that ``start`` stands in: the nearest folder above with a ``cases/`` or a ``book/conf.py``.

    A case can't pose as a book: what stands in the ``cases/`` of a book with a ``book/conf.py`` belongs to that one.

    :raises Trouble: if there is none
    """
    around = [start.resolve(), *start.resolve().parents]
    for folder in reversed(around):  # from outside
        if folder.name == CASES and _is_built(folder.parent):
            return Book(folder.parent)
    for folder in around:
        if _is_built(folder) or (folder / CASES).is_dir():
            return Book(folder)
        if folder.name == CASES:
            return Book(folder.parent)
    raise Trouble(f"Rond {start} is geen praktijkboek te vinden: ga naar de map waarin `book/` en `cases/` staan.")


def _is_built(folder: Path) -> bool:
    return (folder / CHAPTERS / "conf.py").is_file()


def edition_day() -> date:
    """The day of this edition: that of SOURCE_DATE_EPOCH (seconds since 1970), or today."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    return (datetime.fromtimestamp(int(seconds), tz=UTC) if seconds else datetime.now(tz=UTC)).date()

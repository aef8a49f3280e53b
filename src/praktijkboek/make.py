"""Site and PDF are made beside the published ones and put in their place only when they are whole."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from praktijkboek.alone import alone
from praktijkboek.book import SHEETS, Book
from praktijkboek.notation import format_megabytes
from praktijkboek.print.edition import BOOK, Edition
from praktijkboek.print.pango import require_pango
from praktijkboek.said import Said
from praktijkboek.site.run import run_sphinx

UNUSED = (".buildinfo*", ".praktijkboek.json", "*.map", "locales", "fontawesome.js*", "*webpack-macros.html")
"""What Sphinx and the theme put in the site and no page asks for: 5 of 8 MB."""


class Refused(Exception):
    """Sphinx or WeasyPrint warned: what was made is not published. The text holds the warnings."""


@dataclass(frozen=True, slots=True)
class Product:
    """Something that was made in ``work`` and is to be published as ``target``; what to say of it."""

    made: Path
    target: Path
    words: str
    cases: int
    remarks: tuple[str, ...] = ()


def require(editions: Sequence[Edition]) -> None:
    """Look, before any work, whether the machine can make these PDFs.

    :raises Trouble: if it can't
    """
    if editions:
        require_pango()


def make(book: Book, editions: Sequence[Edition], *, site: bool, fresh: bool = False, whole: bool = False) -> str:
    """Make PDFs and the site, and publish them when all of them are whole; the PDFs first, as the site offers them.

    :param fresh: forget what an earlier run kept, as a release does
    :param whole: lay each PDF out in one pass rather than join it from what is kept
    :returns: one Dutch line that says what was made, and below it what the makers of a PDF want to be known
    :raises Refused: if there were warnings; the published site and PDFs are as they were
    :raises Trouble: if the machine lacks something, or another process makes the book
    """
    started = time.monotonic()
    os.environ.setdefault("SOURCE_DATE_EPOCH", _commit_time(book))
    work = book.build / "work"
    sheets = site and BOOK in editions and not whole
    with alone(book.build):
        if fresh:
            shutil.rmtree(work, ignore_errors=True)
        how = {"praktijkboek_whole": whole, "praktijkboek_fresh": fresh, "praktijkboek_sheets": sheets}
        products = _make_pdfs(book, work / "boek", editions, how) if editions else []
        if site:
            products.append(_make_site(book, work, work / "boek" if editions else book.build))
        for product in products:
            _stage(product)
        for product in products:
            _swap(product.target)
    *first, last = [product.words for product in products]
    what = f"{', '.join(first)} en {last}" if first else last
    line = f"Klaar in {time.monotonic() - started:.0f} s: {products[0].cases} praktijken, {what}."
    return "\n".join([line, *(remark for product in products for remark in product.remarks)])


def _make_pdfs(book: Book, work: Path, editions: Sequence[Edition], how: Mapping[str, Any]) -> list[Product]:
    """All editions from one run of Sphinx, and a PDF of each case if the site is to offer it.

    :param how: settings of the builder
    """
    run = run_sphinx(book, "boek", work, "PDF", praktijkboek_editions=[edition.name for edition in editions], **how)
    _refuse(run.warnings, "De PDF is niet vernieuwd")
    products = [_pdf(work / edition.file, book.build / edition.file, run.cases) for edition in editions]
    if how["praktijkboek_sheets"]:
        products.append(_sheets(work / SHEETS, book.build / SHEETS, run.cases))
    return products


def _sheets(made: Path, target: Path, cases: int) -> Product:
    pdfs = len([*made.glob("*.pdf")])
    return Product(made, target, f"{_show(target)} ({pdfs} PDF’s, {_megabytes(made, ('*.json',))})", cases)


def _pdf(made: Path, target: Path, cases: int) -> Product:
    said = Said.read(made)
    words = f"{_show(target)} ({said.words}, {_megabytes(made)})"
    return Product(made, target, words, cases, said.remarks)


def _make_site(book: Book, work: Path, pdfs: Path) -> Product:
    made = work / "html"
    run = run_sphinx(book, "html", made, "Website", pdfs=pdfs)
    _refuse(run.warnings, "De website is niet vernieuwd")
    words = f"{_show(book.html)} ({run.documents} pagina’s, {_megabytes(made, UNUSED)})"
    return Product(made, book.html, words, run.cases)


def _refuse(warnings: str, consequence: str) -> None:
    if warnings:
        raise Refused(f"{warnings}\n\n{consequence}, om deze meldingen; de vorige versie staat er nog.")


def _stage(product: Product) -> None:
    """Copy a product beside its place; this can fail, and then nothing was published."""
    new = product.target.with_name(product.target.name + ".new")
    _remove(new)
    try:
        if product.made.is_dir():
            published = _Published(product.made, product.target)
            shutil.copytree(product.made, new, ignore=shutil.ignore_patterns(*UNUSED), copy_function=published.copy)
        else:
            shutil.copy2(product.made, new)
    except OSError:
        _remove(new)
        raise


class _Published:
    """Copies a folder; of a file that was published before and is the same, it makes a second name (a hard link).

    What is published is never written to, only replaced, so the two can't part. With 500 cases this saves 250 MB.
    """

    def __init__(self, made: Path, target: Path) -> None:
        self._made, self._target = made, target

    def copy(self, source: str, copy: str) -> None:
        """Copy a file with its times."""
        before = self._target / Path(source).relative_to(self._made)
        try:
            old, new = before.lstat(), Path(source).stat()
            if stat.S_ISREG(old.st_mode) and (old.st_size, old.st_mtime_ns) == (new.st_size, new.st_mtime_ns):
                os.link(before, copy)
                return
        except OSError:
            pass  # it is new, or this disk gives a file one name
        shutil.copy2(source, copy)


def _swap(target: Path) -> None:
    """Put the staged copy in its place: two renames, so that at no moment a half copy stands there."""
    new, old = target.with_name(target.name + ".new"), target.with_name(target.name + ".old")
    if target.exists():
        _remove(old)
    if target.is_dir():
        target.rename(old)
    new.replace(target)
    _remove(old)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _commit_time(book: Book) -> str:
    """When the text was last changed, in seconds since 1970: the book's date, the same on every machine."""
    command = ["git", "-C", str(book.root), "log", "-1", "--format=%ct"]
    try:
        found = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        found = ""
    return found or str(int(time.time()))


def _megabytes(path: Path, without: Sequence[str] = ()) -> str:
    """The size of a file, or of a folder without the names that match a pattern."""
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    kept = [f for f in files if not any(fnmatch(part, pattern) for part in f.parts for pattern in without)]
    return format_megabytes(sum(file.stat().st_size for file in kept))


def _show(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)

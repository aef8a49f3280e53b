"""Site and PDF are made beside the published ones and put in their place only when they are whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from praktijkboek.book import Book
from praktijkboek.print.pango import require_pango
from praktijkboek.site.run import run_sphinx

SITE, PDF = "site", "pdf"
UNUSED = (".buildinfo*", "*.map", "locales", "fontawesome.js*", "*webpack-macros.html")
"""What Sphinx and the theme put in the site and no page asks for: 5 of 8 MB."""


class Refused(Exception):
    """Sphinx or WeasyPrint warned: what was made is not published. The text holds the warnings."""


def make(book: Book, outputs: Sequence[str], *, fresh: bool = False) -> str:
    """Make and publish ``outputs``: the PDF first, because the site offers it.

    :param fresh: forget what an earlier run kept, as a release does
    :returns: one Dutch line that says what was made
    :raises Refused: if there were warnings; the published site and PDF are as they were
    :raises Trouble: if the machine lacks something
    """
    started = time.monotonic()
    os.environ.setdefault("SOURCE_DATE_EPOCH", _commit_time(book))
    work = book.build / "work"
    if fresh:
        shutil.rmtree(work, ignore_errors=True)
    made = []
    if PDF in outputs:
        require_pango()
        made.append(_make_pdf(book, work))
    if SITE in outputs:
        made.append(_make_site(book, work))
    seconds = f"{time.monotonic() - started:.0f}"
    return f"Klaar in {seconds} s: {len(book.case_folders())} praktijken, {' en '.join(made)}."


def _make_pdf(book: Book, work: Path) -> str:
    run = run_sphinx(book, "boek", work / "boek", "PDF")
    _refuse(run.warnings, "De PDF is niet vernieuwd")
    made = work / "boek" / book.pdf.name
    pages = (work / "boek" / "pages.txt").read_text(encoding="utf-8")
    _replace(made, book.pdf)
    return f"{_show(book.pdf)} ({pages} bladzijden, {_megabytes(book.pdf)})"


def _make_site(book: Book, work: Path) -> str:
    run = run_sphinx(book, "html", work / "html", "Website")
    _refuse(run.warnings, "De website is niet vernieuwd")
    _replace(work / "html", book.html)
    return f"{_show(book.html)} ({run.documents} pagina’s, {_megabytes(book.html)})"


def _refuse(warnings: str, consequence: str) -> None:
    if warnings:
        raise Refused(f"{warnings}\n\n{consequence}, om deze meldingen; de vorige versie staat er nog.")


def _replace(made: Path, target: Path) -> None:
    """Put a copy of ``made`` in the place of ``target``; at no moment a half copy stands there."""
    new, old = target.with_name(target.name + ".new"), target.with_name(target.name + ".old")
    for leftover in (new, old):
        _remove(leftover)
    try:
        if made.is_dir():
            shutil.copytree(made, new, ignore=shutil.ignore_patterns(*UNUSED))
        else:
            shutil.copy2(made, new)
    except OSError:
        _remove(new)
        raise
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


def _megabytes(path: Path) -> str:
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return f"{sum(file.stat().st_size for file in files) / 1e6:.1f} MB".replace(".", ",")


def _show(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)

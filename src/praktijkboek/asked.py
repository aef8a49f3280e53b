"""Which cases a person asks for on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from praktijkboek.book import INDEX, Book, find_book
from praktijkboek.spelling import suggest
from praktijkboek.trouble import Trouble

TEMPLATE = "_sjabloon"


def book_around(path: Path) -> Book:
    """The book that a case belongs to; for a case on somebody's desktop the book of this folder, or none at all."""
    for start in (path, Path()) if path.exists() else (Path(),):
        try:
            return find_book(start)
        except Trouble:
            continue
    return Book(path.resolve().parent)


def asked_folders(paths: Sequence[Path], book: Book) -> list[Path]:
    """The case folders that ``paths`` stand for, each once.

    :raises Trouble: if a path is not there, or is no case
    """
    return list(dict.fromkeys(folder for path in paths for folder in _folders(_found(path, book), book)))


def loose_texts(book: Book) -> list[Path]:
    """Texts that stand in ``cases/`` itself, where no case is looked for."""
    endings = {".md", ".txt", ".docx"}
    found = (p for p in book.cases.glob("*.*") if p.suffix.casefold() in endings and p.stem.casefold() != "readme")
    return sorted(path for path in found if path.is_file())


def _found(path: Path, book: Book) -> Path:
    """The path itself, or the case of that name."""
    if path.exists():
        return path
    if (book.cases / path).exists():
        return book.cases / path
    meant = suggest(path.name, [folder.name for folder in book.case_folders()]) if book.cases.is_dir() else None
    hint = f"bedoelde je `{meant}`?" if meant else "kijk na of de naam klopt."
    raise Trouble(f"{path} is er niet: {hint}")


def _folders(path: Path, book: Book) -> list[Path]:
    """The case folders that a path stands for."""
    path, cases = path.resolve(), book.cases.resolve()
    if path in {book.root, cases}:
        return [*book.case_folders(), *loose_texts(book)]
    inside = path.relative_to(cases).parts if path.is_relative_to(cases) else ()
    if inside:
        return [_case(book.cases / inside[0])]
    folder = path if path.is_dir() else path.parent
    if path.is_dir() and not (folder / INDEX).exists():
        return sorted(text.parent for text in folder.glob(f"*/{INDEX}")) or [folder]
    return [folder]


def _case(path: Path) -> Path:
    """A folder in ``cases/`` that holds a case.

    :raises Trouble: if it is the template, or something else that is no case
    """
    if path.name == TEMPLATE:
        raise Trouble(f"`{TEMPLATE}` is het sjabloon, geen praktijk: maak er een nieuwe praktijk mee.")
    if path.name.startswith(("_", ".")) or (path.is_file() and path.stem.casefold() == "readme"):
        raise Trouble(
            f"`{path.name}` is geen praktijk: kies een map in `cases/` waarvan de naam met een letter begint."
        )
    return path

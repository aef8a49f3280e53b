"""The gate: every case is read and judged, every time, and all findings come at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from praktijkboek.book import Book, find_book
from praktijkboek.finding import Finding, Severity, Span
from praktijkboek.reader import CaseFile, read_case
from praktijkboek.reader.case_file import INDEX
from praktijkboek.rules import BOOK_WIDE, LOCAL
from praktijkboek.trouble import Trouble


@dataclass(frozen=True)
class Result:
    """All cases of the book that could be read, by slug, and what is wrong with those that were asked for."""

    files: Mapping[str, CaseFile]
    findings: tuple[Finding, ...]
    checked: int
    """How many cases were asked for."""

    @property
    def ok(self) -> bool:
        """Whether everything can be published."""
        return not any(finding.severity is Severity.FOUT for finding in self.findings)


def check_book(book: Book) -> Result:
    """Check all cases of a book.

    :raises Trouble: if there is no ``cases/``
    """
    return _check(book, book.case_folders())


def check_paths(paths: Sequence[Path]) -> Result:
    """Check the cases at ``paths``: case folders, their files, or a folder of cases.

    :raises Trouble: if a path is not there or holds no case
    """
    for path in paths:
        if not path.exists():
            raise Trouble(f"{path} is er niet: kijk na of de naam klopt.")
    book = _book_around(paths[0])
    wanted = [folder for path in paths for folder in _folders(path, book)]
    return _check(book, list(dict.fromkeys(wanted)))


def _book_around(path: Path) -> Book:
    """The book that a case belongs to; for a case on somebody's desktop the book of this folder, or none at all."""
    for start in (path, Path()):
        try:
            return find_book(start)
        except Trouble:
            continue
    return Book(path.resolve().parent)


def _folders(path: Path, book: Book) -> list[Path]:
    """The case folders that a path of the command line stands for."""
    path = path.resolve()
    if path == book.root or path == book.cases.resolve():
        return book.case_folders()
    inside = path.relative_to(book.cases.resolve()).parts if path.is_relative_to(book.cases.resolve()) else ()
    if inside:
        return [book.cases / inside[0]]
    if path.is_file():
        path = path.parent
    return [path] if (path / INDEX).exists() else sorted(p.parent for p in path.glob(f"*/{INDEX}"))


def _check(book: Book, wanted: Sequence[Path]) -> Result:
    """Judge ``wanted`` beside the other cases of the book."""
    files: dict[str, CaseFile] = {}
    findings: list[Finding] = []
    others = book.case_folders() if book.cases.is_dir() else []
    for folder in dict.fromkeys([*others, *wanted]):
        try:
            files[folder.name] = read_case(folder)
        except OSError as error:
            if folder in wanted:
                findings.append(_unreadable(folder, error))
    for folder in wanted:
        if folder.name in files:
            findings.extend(judge(files[folder.name], files))
    shown = (replace(finding, file=_display(Path(finding.file))) for finding in findings)
    return Result(files, tuple(sorted(shown, key=lambda finding: finding.sort_key)), len(wanted))


def judge(file: CaseFile, book: Mapping[str, CaseFile]) -> Iterator[Finding]:
    """All findings of one case beside the others."""
    for rule in LOCAL:
        yield from rule.check(file)
    for book_rule in BOOK_WIDE:
        yield from book_rule.check(file, book)


def _unreadable(folder: Path, error: OSError) -> Finding:
    """A folder without a text that can be read: a finding, so that the other cases go on."""
    texts = sorted(path.name for path in folder.glob("*.md") if path.name != INDEX)
    missing = isinstance(error, FileNotFoundError)
    message = f"In de map `{folder.name}` staat geen `{INDEX}`." if missing else f"`{INDEX}` kan niet geopend worden."
    help_ = f"Hernoem `{texts[0]}` tot `{INDEX}`." if texts else f"Zet de tekst van de praktijk in `{INDEX}`."
    return Finding(str(folder / INDEX), Span(1), "tekst-ontbreekt", "M03", Severity.FOUT, message, help_)


def _display(path: Path) -> str:
    """A path as a person would type it here."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()

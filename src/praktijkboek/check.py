"""The gate: every case is read and judged, every time, and all findings come at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from praktijkboek.book import Book, find_book
from praktijkboek.finding import Finding, Fix, Severity, Span
from praktijkboek.reader import CaseFile, read_case
from praktijkboek.reader.case_file import INDEX, Refused
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
    return _check(book, [*book.case_folders(), *_loose_texts(book)])


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


def _loose_texts(book: Book) -> list[Path]:
    """Texts that stand in ``cases/`` itself, where no case is looked for."""
    return sorted(path for path in book.cases.glob("*.md") if path.name != "README.md")


def _folders(path: Path, book: Book) -> list[Path]:
    """The case folders that a path of the command line stands for."""
    path = path.resolve()
    if path in {book.root, book.cases.resolve()}:
        return [*book.case_folders(), *_loose_texts(book)]
    inside = path.relative_to(book.cases.resolve()).parts if path.is_relative_to(book.cases.resolve()) else ()
    if inside:
        return [book.cases / inside[0]]
    if path.is_file():
        path = path.parent
    return [path] if (path / INDEX).exists() else sorted(p.parent for p in path.glob(f"*/{INDEX}"))


def read_book(book: Book) -> dict[str, CaseFile]:
    """All cases of a book that can be read, by slug, without judging them.

    :raises Trouble: if there is no ``cases/``
    """
    return {folder.name: file for folder, file in _read(book.case_folders())[0].items()}


def _read(folders: Iterable[Path]) -> tuple[dict[Path, CaseFile], dict[Path, OSError]]:
    """The cases in ``folders``, and what went wrong with those that can't be read."""
    files: dict[Path, CaseFile] = {}
    errors: dict[Path, OSError] = {}
    for folder in folders:
        try:
            files[folder] = read_case(folder)
        except OSError as error:
            errors[folder] = error
    return files, errors


def _check(book: Book, wanted: Sequence[Path]) -> Result:
    """Judge ``wanted`` beside the other cases of the book."""
    others = book.case_folders() if book.cases.is_dir() else []
    files, errors = _read(dict.fromkeys([*others, *wanted]))
    by_slug: dict[str, CaseFile] = {}
    for folder, file in files.items():
        by_slug.setdefault(folder.name, file)
    findings = [_unreadable(folder, errors[folder]) for folder in wanted if folder in errors]
    for folder in wanted:
        if folder in files:
            findings.extend(judge(files[folder], by_slug))
    shown = (replace(finding, file=_display(Path(finding.file))) for finding in findings)
    return Result(by_slug, tuple(sorted(shown, key=lambda finding: finding.sort_key)), len(wanted))


def judge(file: CaseFile, book: Mapping[str, CaseFile]) -> Iterator[Finding]:
    """All findings of one case beside the others; a mend is offered only when it is proven."""
    findings = list(_rules(file, book))
    for finding in findings:
        proven = finding.fix is None or _is_proven(finding, finding.fix, findings, file, book)
        yield finding if proven else replace(finding, fix=None)


def _rules(file: CaseFile, book: Mapping[str, CaseFile]) -> Iterator[Finding]:
    for rule in LOCAL:
        yield from rule.check(file)
    for book_rule in BOOK_WIDE:
        yield from book_rule.check(file, book)


def _is_proven(
    finding: Finding, fix: Fix, findings: Sequence[Finding], file: CaseFile, book: Mapping[str, CaseFile]
) -> bool:
    """Whether the mended file has lost this finding and got no new one."""
    mended = read_case(file.folder, "\n".join(fix.apply(file.lines)).encode())
    before = {(other.rule, other.message) for other in findings}
    after = {(other.rule, other.message) for other in _rules(mended, book)}
    return (finding.rule, finding.message) not in after and after < before


def _unreadable(folder: Path, error: OSError) -> Finding:
    """A folder without a text that can be read: a finding, so that the other cases go on."""
    place = folder if folder.is_file() else folder / INDEX
    message, help_ = _why_unreadable(folder, error)
    return Finding(str(place), Span(1), "tekst-ontbreekt", "M03", Severity.FOUT, message, help_)


def _why_unreadable(folder: Path, error: OSError) -> tuple[str, str]:
    """What is wrong with a folder, and how to mend it."""
    if folder.is_file():
        message = f"`{folder.name}` staat los in `cases/`; elke praktijk heeft een eigen map."
        return message, f"Maak een map `{folder.stem}` en zet de tekst daarin als `{INDEX}`."
    if isinstance(error, Refused):
        message = f"De map `{folder.name}` of haar `{INDEX}` is {error}."
        return message, f"Zet de tekst zelf, en alleen de tekst, in `{INDEX}`."
    texts = sorted(p.name for p in folder.iterdir() if p.suffix in {".md", ".txt", ".docx"} and p.name != INDEX)
    missing = isinstance(error, FileNotFoundError)
    message = f"In de map `{folder.name}` staat geen `{INDEX}`." if missing else f"`{INDEX}` kan niet geopend worden."
    return message, f"Hernoem `{texts[0]}` tot `{INDEX}`." if texts else f"Zet de tekst van de praktijk in `{INDEX}`."


def _display(path: Path) -> str:
    """A path as a person would type it here."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()

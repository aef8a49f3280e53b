"""The gate: all cases that are asked for, each by itself and between the others; all findings come at once.

Who judges a case is handed in: ``check.py`` reads it, ``cache.py`` remembers what was read before. So this module
starts fast.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from praktijkboek.between import BOOK_WIDE
from praktijkboek.book import Book
from praktijkboek.exemptions import Exemption, read_exemptions, waive, wrong_with
from praktijkboek.finding import Finding, Severity, first_of
from praktijkboek.outline import Outline, Surroundings, Verdict
from praktijkboek.spelling import suggest


class Judge(Protocol):
    """Who knows what is to be said of one text."""

    def case(self, folder: Path) -> Verdict:
        """What is to be said of the case in ``folder`` by itself; never an exception."""

    def anchors(self, chapter: Path) -> frozenset[str]:
        """What links to a chapter can end with, behind ``#``."""

    def rules(self) -> Mapping[str, bool]:
        """The names of all rules, with whether a case can be exempted from them."""


@dataclass(frozen=True)
class Result:
    """What is wrong with the cases that were asked for."""

    findings: tuple[Finding, ...]
    checked: int
    """How many cases were asked for."""
    waived: tuple[Finding, ...] = ()
    """What was found and doesn't count, because ``pyproject.toml`` exempts the case."""
    lines: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    """The lines that findings stand on, by ``Finding.file`` and number (from 1), as they were decoded."""

    @property
    def ok(self) -> bool:
        """Whether everything can be published."""
        return not any(finding.severity is Severity.FOUT for finding in self.findings)

    def shown(self, *, tips: bool) -> list[Finding]:
        """The findings that are shown: tips only where they were asked for."""
        return [finding for finding in self.findings if tips or finding.severity is not Severity.TIP]

    def line(self, finding: Finding) -> str:
        """The line that a finding stands on; empty where there is none."""
        return self.lines.get(finding.file, {}).get(finding.span.line, "")


def survey(book: Book, wanted: Sequence[Path], judge: Judge) -> Result:
    """Judge the cases in the folders ``wanted`` beside the others of the book.

    :raises Trouble: if ``pyproject.toml`` can't be read
    """
    shelf = _Shelf(book, wanted, judge)
    found = [(slug, finding) for folder in wanted for slug, finding in _findings(folder, shelf)]
    void, exemptions = _exemptions(book, wanted, shelf)
    left, waived = waive(found, exemptions, () if shelf.is_whole else {rule.name for rule in BOOK_WIDE})
    lines = {str(verdict.outline.path): verdict.lines for verdict in shelf.verdicts.values()}
    return Result(
        tuple(sorted(map(_shown, [*left, *void]), key=lambda finding: finding.sort_key)),
        len(wanted),
        tuple(sorted(map(_shown, waived), key=lambda finding: finding.sort_key)),
        {_display(finding.file): lines.get(finding.file, {}) for finding in [*left, *void, *waived]},
    )


class _Shelf(Surroundings):
    """The cases of the book and those that are asked for; each is judged once, when it is needed."""

    def __init__(self, book: Book, wanted: Sequence[Path], judge: Judge) -> None:
        self._book, self._judge, self._wanted = book, judge, wanted
        others = book.case_folders() if book.cases.is_dir() else []
        self._folders = {folder.name: folder for folder in [*reversed(wanted), *others]}
        self._chapters: dict[tuple[str, ...], frozenset[str] | None] = {}
        self._titles: dict[str, str] = {}
        self._meant: dict[str, str | None] = {}
        self.verdicts: dict[Path, Verdict] = {}
        for outline in sorted((self.verdict(folder).outline for folder in wanted), key=lambda outline: outline.slug):
            self._titles.setdefault(outline.title.casefold(), outline.slug)

    @property
    def is_whole(self) -> bool:
        """Whether every case of the book was asked for."""
        return self._folders.keys() <= {folder.name for folder in self._wanted}

    def verdict(self, folder: Path) -> Verdict:
        """What is to be said of a case by itself."""
        if folder not in self.verdicts:
            self.verdicts[folder] = self._judge.case(folder)
        return self.verdicts[folder]

    def rules(self) -> Mapping[str, bool]:
        """The names of all rules, with whether a case can be exempted from them."""
        return self._judge.rules()

    def titled(self, title: str) -> str:
        return self._titles[title.casefold()]

    def meant(self, slug: str) -> str | None:
        if slug not in self._meant:  # 10 ms in a book of 1,000 cases, and many may link to one that was renamed
            self._meant[slug] = suggest(slug, self._folders)
        return self._meant[slug]

    def chapter(self, path: tuple[str, ...]) -> frozenset[str] | None:
        if path not in self._chapters:
            file = self._book.root.joinpath(*path)
            self._chapters[path] = self._judge.anchors(file) if file.is_file() else None
        return self._chapters[path]

    def __getitem__(self, slug: str) -> Outline:
        return self.verdict(self._folders[slug]).outline

    def __contains__(self, slug: object) -> bool:
        return slug in self._folders  # Mapping's own would read the case

    def __iter__(self) -> Iterator[str]:
        return iter(self._folders)

    def __len__(self) -> int:
        return len(self._folders)


def _findings(folder: Path, shelf: _Shelf) -> Iterator[tuple[str, Finding]]:
    """All findings of one case, with its slug."""
    verdict = shelf.verdict(folder)
    for finding in verdict.findings:
        yield folder.name, finding
    if verdict.whole:  # of a text that couldn't be read, one thing is said
        for rule in BOOK_WIDE:
            for finding in first_of(rule.check(verdict.outline, shelf)):
                yield folder.name, finding


def _exemptions(book: Book, wanted: Sequence[Path], shelf: _Shelf) -> tuple[list[Finding], list[Exemption]]:
    """What is wrong with the exemptions, and those that hold, as far as they are about what is asked for."""
    entries = read_exemptions(book.root)
    inside = {folder.name for folder in wanted if folder.parent == book.cases}
    cases = {folder.name for folder in book.case_folders()} if entries and inside else set()
    void: list[Finding] = []
    hold: list[Exemption] = []
    for entry in entries:
        if entry.praktijk in inside or (cases and cases <= inside):
            wrong = wrong_with(entry, cases, shelf.rules())
            void += wrong
            hold += [] if wrong else [entry]
    return void, hold


def _shown(finding: Finding) -> Finding:
    return replace(finding, file=_display(finding.file))


def _display(file: str) -> str:
    """A path as a person would type it here."""
    path, here = Path(file), Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()

"""Cases are read and judged, whatever is in them, and looked at beside the others."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

from praktijkboek.asked import asked_folders, book_around, loose_texts
from praktijkboek.book import Book
from praktijkboek.case import Case
from praktijkboek.finding import Finding, Span, first_of
from praktijkboek.mending import local_findings, proven
from praktijkboek.outline import Outline, Related, Verdict
from praktijkboek.reader import CaseFile, read_case, text_of
from praktijkboek.reader.anchors import chapter_anchors, heading_anchors
from praktijkboek.rules import ALL, MISSING, NOT_JUDGED
from praktijkboek.rules.links import inner_links
from praktijkboek.survey import Judge, Result, survey

__all__ = ["Reader", "Result", "check_book", "check_paths", "check_text", "judge", "outline", "published", "read_book"]


def check_book(book: Book) -> Result:
    """Check all cases of a book.

    :raises Trouble: if there is no ``cases/``
    """
    return survey(book, [*book.case_folders(), *loose_texts(book)], Reader())


def check_paths(paths: Sequence[Path]) -> Result:
    """Check the cases at ``paths``: case folders, their files, their names, or a folder of cases.

    :raises Trouble: if a path is not there or holds no case
    """
    book = book_around(paths[0])
    return survey(book, asked_folders(paths, book), Reader())


def check_text(folder: Path, text: bytes) -> Result:
    """Check a case as if ``text`` were its text, for who is about to write it.

    :raises Trouble: if ``folder`` holds no case
    """
    book = book_around(folder)
    (case,) = asked_folders([folder], book)
    return survey(book, [case], Reader({case: text}))


@dataclass(frozen=True, slots=True)
class KnownCase:
    """What was read of a text, known by its hash: the case, if all its facts are right, and the lines of its header."""

    text: str
    case: Case | None
    header_lines: int


def read_book(book: Book, known: Mapping[str, KnownCase] = MappingProxyType({})) -> dict[str, KnownCase]:
    """The facts of all cases of a book that can be read, by slug, without judging them; their texts stay unread.

    :param known: what was read before; of the same text it isn't read again
    :raises Trouble: if there is no ``cases/``
    """
    found: dict[str, KnownCase] = {}
    for folder in book.case_folders():
        try:
            text = text_of(folder)
        except OSError:
            continue  # the check says what is wrong with it
        kept, now = known.get(folder.name), hashlib.sha256(text).hexdigest()
        found[folder.name] = kept if kept and kept.text == now else _known(folder, text, now)
    return found


def _known(folder: Path, text: bytes, now: str) -> KnownCase:
    file = read_case(folder, text, header_only=True)
    return KnownCase(now, file.case, file.header_end)


def published(book: Book) -> dict[str, Case]:
    """The cases that the book shows, by slug, without judging them: those that are ready.

    :raises Trouble: if there is no ``cases/``
    """
    files = read_book(book).items()
    return {slug: file.case for slug, file in files if file.case and file.case.status == "klaar"}


class Reader(Judge):
    """Reads and judges every time: the gate of what is published trusts nothing that was kept.

    :param texts: what to read in the place of the text in a folder
    """

    def __init__(self, texts: Mapping[Path, bytes] = MappingProxyType({})) -> None:
        self._texts = texts

    def case(self, folder: Path) -> Verdict:
        """Read and judge one case; whatever goes wrong in it becomes a finding, so that the other cases go on."""
        try:
            file = read_case(folder, self._texts.get(folder))
        except OSError as error:
            return _unread(folder, MISSING.explain(folder, error))
        except Exception as error:  # also a mistake of ours must not stop the other cases
            return _unread(folder, NOT_JUDGED.explain(folder, error))
        try:
            findings, shown = tuple(judge(file)), outline(file)
        except Exception as error:
            return _unread(folder, NOT_JUDGED.explain(folder, error))
        return Verdict(shown, findings, _lines(file, shown, findings))

    def anchors(self, chapter: Path) -> frozenset[str]:
        """Read the anchors of a chapter."""
        return chapter_anchors(chapter)

    def rules(self) -> Mapping[str, bool]:
        """Ask the rules."""
        return {rule.name: rule.waivable for rule in ALL}


def judge(file: CaseFile) -> list[Finding]:
    """All findings of one case by itself; a mend is offered only when it is proven."""
    found = proven(local_findings(file), file)
    return [finding for _, same in groupby(found, key=lambda finding: finding.rule) for finding in first_of(same)]


def outline(file: CaseFile) -> Outline:
    """What the other cases see of a case."""
    related = enumerate(file.value("verwant") or ())
    return Outline(
        file.folder,
        file.value("titel") or "",
        file.facts.span(("titel",)),
        file.value("status") or "klaar",
        heading_anchors(file.body.headings),
        tuple(inner_links(file)),
        tuple(Related(slug, file.facts.span(("verwant", i))) for i, slug in related),
    )


def _unread(folder: Path, finding: Finding) -> Verdict:
    return Verdict(Outline(folder), (finding,), {}, whole=False)


def _lines(file: CaseFile, shown: Outline, findings: Sequence[Finding]) -> dict[int, str]:
    """The lines that a finding stands on, or may stand on when the other cases are looked at."""
    spans = [finding.span for finding in findings]
    spans += [Span(1), shown.title_span, *(link.span for link in shown.links), *(case.span for case in shown.related)]
    return {span.line: file.lines[span.line - 1] for span in spans if span.line <= len(file.lines)}

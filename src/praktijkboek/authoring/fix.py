"""Apply the mends that are proven, and nothing else."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from praktijkboek.authoring.endings import Text
from praktijkboek.book import INDEX
from praktijkboek.check import check_text
from praktijkboek.finding import Finding
from praktijkboek.mending import tally
from praktijkboek.reader import CaseFile, read_case
from praktijkboek.survey import Result

MOST_ROUNDS = 100
"""Each round leaves fewer findings than the one before; no case has so many."""


@dataclass(frozen=True, slots=True)
class Mended:
    """One case before and after. ``applied`` are the findings that went, ``left`` those that stay, tips left out."""

    path: Path
    file: str
    """The path as a person would type it."""
    before: Text
    after: Text
    applied: tuple[Finding, ...]
    left: tuple[Finding, ...]
    refused: str = ""
    """Why nothing may be written, as a Dutch sentence; empty where it may."""

    @property
    def changed(self) -> bool:
        """Whether there is something to write."""
        return bool(self.applied) and not self.refused


def mend_all(result: Result) -> list[Mended]:
    """Mend, without writing, each case of ``result`` that has a finding."""
    files = dict.fromkeys(finding.file for finding in result.shown(tips=False))
    return [_mend(file, result) for file in files]


def _mend(file: str, result: Result) -> Mended:
    path = Path(file).absolute()
    found = tuple(_of(file, result))
    case = _read(path)
    # Of a file that can't be read whole no mend is proven; that is said, rather than that there is nothing to mend.
    if not case or (case.lossless and not any(finding.fix for finding in found)):
        return Mended(path, file, Text(()), Text(()), (), found)
    data = path.read_bytes()
    text = Text.read(data, case.lines)
    if refused := _refused(path, file, case):
        return Mended(path, file, text, text, (), found, refused)
    after, applied, left = _improved(path, file, text, data)
    return Mended(path, file, text, after, tuple(applied), tuple(left))


def _of(file: str, result: Result) -> list[Finding]:
    """The findings in one file; tips left out. What is wrong with an exemption stands in another file."""
    return [finding for finding in result.shown(tips=False) if finding.file == file]


def _read(path: Path) -> CaseFile | None:
    """The case whose text stands at ``path``; None where it is not to be read, or where no text of a case stands."""
    try:
        return read_case(path.parent) if path.name == INDEX else None
    except Exception:  # the check said what is wrong with it; the other cases go on
        return None


def _refused(path: Path, file: str, case: CaseFile) -> str:
    if path.is_symlink() or path.parent.is_symlink():
        return f"{file} is een snelkoppeling: zet de tekst zelf in de map."
    if not case.lossless:
        return f"{file} raken we niet aan: niet elk teken is te lezen, en bewaren zou ze wissen."
    if not path.stat().st_mode & 0o222:
        return f"{file} mag niet gewijzigd worden: haal de schrijfbeveiliging van het bestand weg."
    return ""


def _improved(path: Path, file: str, text: Text, data: bytes) -> tuple[Text, list[Finding], list[Finding]]:
    """Mend until nothing is proven any more. Each step is judged: fewer findings, and no new one."""
    applied: list[Finding] = []
    left = _judged(path, file, data)  # as it was saved: to write it as UTF-8 is a mend as well
    for _ in range(MOST_ROUNDS):
        mendable = [finding for finding in left if finding.fix]
        batches = [_apart(mendable), *([finding] for finding in mendable)] if mendable else []
        for batch in batches:
            better = text.mended([finding.fix for finding in batch if finding.fix])
            after = _judged(path, file, better.encoded)
            if _is_better(left, after):
                text, left = better, after
                applied += batch
                break
        else:
            break
    return text, applied, left


def _judged(path: Path, file: str, data: bytes) -> list[Finding]:
    """The findings on a text, as if it stood at ``path``; tips left out."""
    return _of(file, check_text(path.parent, data))


def _is_better(before: Sequence[Finding], after: Sequence[Finding]) -> bool:
    """Whether findings went and none came."""
    old, new = tally(before), tally(after)
    return new.total() < old.total() and new <= old


def _apart(findings: Sequence[Finding]) -> list[Finding]:
    """Those of the findings, from the top, whose mends are on other lines than the ones before."""
    kept: list[Finding] = []
    free = 0
    for finding in sorted(findings, key=lambda finding: finding.fix.line if finding.fix else 0):
        if finding.fix and finding.fix.line > free:
            kept.append(finding)
            free = finding.fix.line + finding.fix.before.count("\n")
    return kept


def write(mended: Mended) -> None:
    """Put the mended text in the place of the old one, whole or not at all, with the same permissions.

    :raises OSError: if it can't be written, or if the file changed meanwhile; the old text then stands
    """
    handle, name = tempfile.mkstemp(prefix=".praktijkboek-", dir=mended.path.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(mended.after.encoded)
            stream.flush()
            os.fsync(stream.fileno())
        shutil.copymode(mended.path, new)
        if mended.path.read_bytes() != mended.before.original:
            raise OSError(None, "het bestand werd ondertussen gewijzigd", str(mended.path))
        new.replace(mended.path)
    finally:
        new.unlink(missing_ok=True)

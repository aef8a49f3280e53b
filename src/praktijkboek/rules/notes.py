"""Rules on footnotes: each has a reference and a text, once, that fits at the foot of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from praktijkboek.finding import Finding, Fix, Span
from praktijkboek.reader import CaseFile
from praktijkboek.rule import Example, did_you_mean
from praktijkboek.rules.rule import Rule
from praktijkboek.spelling import suggest

NUMBERED = re.compile(r"\[(\d{1,2})\]")
NOTE = re.compile(r"\[(?:\d{1,2}|\^[\w-]+)\](?=\s+\S)")
"""How the text of a note begins for Word, or where a colon is missing."""
LONGEST, MOST_LINES = 1000, 12
"""Signs and lines of a note. WeasyPrint 70 lays a note on one page: of a longer one than a page in large print holds
(1,500 signs or 25 lines) the first lines would be gone."""


def _typed_notes(file: CaseFile) -> dict[str, int]:
    """The notes that are written as a plain line, such as ``[1] De krant``, as ``[1]``; with the line."""
    typed: dict[str, int] = {}
    for paragraph in file.body.paragraphs:
        for line, row in enumerate(paragraph.rows, paragraph.line):
            if paragraph.alone and row.startswith("[") and (match := NOTE.match(row)):
                typed.setdefault(match.group(), line)
    return typed


def _broken(file: CaseFile) -> dict[str, tuple[int, int]]:
    """Those of them that the text refers to, with the line of the reference and of the note."""
    typed = _typed_notes(file)
    if not typed:
        return {}
    references = [(f"[^{reference.text}]", reference.span) for reference in file.body.note_references]
    for prose in file.body.prose:
        references += [(match.group(), prose.part(*match.span())) for match in NUMBERED.finditer(prose.text)]
    found: dict[str, tuple[int, int]] = {}
    for mark, span in references:
        if mark in typed and span.line != typed[mark]:
            found.setdefault(mark, (span.line, typed[mark]))
    return found


class NoteShape(Rule):
    """Een voetnoot heeft een dakje in de tekst en een dubbelpunt onderaan; anders leest iemand losse cijfers."""

    name, code = "voetnoot-vorm", "N04"
    bad = Example(body="Dat stond in de krant.[1]\n\n[1] De krant van maandag.")
    good = Example(body="Dat stond in de krant.[^1]\n\n[^1]: De krant van maandag.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """One finding for all notes that Word made, and one for each that lacks its colon."""
        broken = _broken(file)
        word = {mark: lines for mark, lines in broken.items() if "^" not in mark}
        if word:
            mark, (line, note) = next(iter(word.items()))
            message = f"De voetnoot `{mark}` staat hier zoals in Word, en wordt zo geen voetnoot."
            help_ = f"Schrijf `[^{mark[1:]}` in de tekst, en begin de regel onderaan met `[^{mark[1:]}: `."
            span = Span(line, *_columns(file.lines[line - 1], mark))
            yield self.finding(file, span, message, help_, _mend(file, word))
        for mark, (_, note) in broken.items():
            if "^" in mark:
                text = file.lines[note - 1]
                span = Span(note, *_columns(text, mark))
                fix = Fix(note, text, text.replace(mark, f"{mark}:", 1))
                message = f"Achter `{mark}` ontbreekt een dubbelpunt."
                yield self.finding(file, span, message, f"Schrijf `{mark}: ` en dan de tekst van de noot.", fix)


def _columns(line: str, piece: str) -> tuple[int, int]:
    start = line.find(piece) + 1
    return (start, start + len(piece)) if start else (1, 1)


def _mend(file: CaseFile, word: dict[str, tuple[int, int]]) -> Fix:
    """The lines from the first reference to the last note, with the marks of real notes."""
    first = min(line for lines in word.values() for line in lines)
    last = max(line for lines in word.values() for line in lines)
    before = file.lines[first - 1 : last]
    notes = {line for _, line in word.values()}
    after = []
    for number, line in enumerate(before, start=first):
        for mark in word:
            begins = number in notes and line.startswith(mark)
            line = line.replace(mark, f"[^{mark[1:]}:" if begins else f"[^{mark[1:]}")  # noqa: PLW2901
        after.append(line)
    return Fix(first, "\n".join(before), "\n".join(after))


class NoteWithoutText(Rule):
    """Een cijfertje zonder noot laat een lezer vergeefs zoeken."""

    name, code = "voetnoot-zonder-tekst", "N01"
    bad = Example(body="Dat stond in de krant.[^krant]")
    good = Example(body="Dat stond in de krant.[^krant]\n\n[^krant]: De krant van maandag.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each reference has its note."""
        labels = [note.text for note in file.body.notes]
        told = {mark[2:-1] for mark in _broken(file)}
        for reference in file.body.note_references:
            if reference.text not in {*labels, *told}:
                message = f"De voetnoot `[^{reference.text}]` heeft geen tekst."
                message += did_you_mean(suggest(reference.text, labels))
                help_ = f"Zet onderaan een regel `[^{reference.text}]: ...`, of haal de verwijzing weg."
                yield self.finding(file, reference.span, message, help_)


class NoteUnused(Rule):
    """Een noot waar niets naar verwijst, staat nergens in het boek."""

    name, code = "voetnoot-ongebruikt", "N02"
    bad = Example(body="[^krant]: De krant van maandag.")
    good = Example(body="Dat stond in de krant.[^krant]\n\n[^krant]: De krant van maandag.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each note has a reference."""
        used = {reference.text for reference in file.body.note_references}
        missing = used - {note.text for note in file.body.notes}
        for note in file.body.notes:
            if note.text not in used and not suggest(note.text, missing):
                message = f"Naar de voetnoot `[^{note.text}]` verwijst niets."
                yield self.finding(file, note.span, message, f"Zet `[^{note.text}]` in de tekst, of haal de noot weg.")


class NoteDouble(Rule):
    """Twee noten met dezelfde naam: dan weten we niet welke bedoeld is."""

    name, code = "voetnoot-dubbel", "N03"
    bad = Example(body="Kijk.[^een]\n\n[^een]: De ene.\n\n[^een]: De andere.")
    good = Example(body="Kijk.[^een][^twee]\n\n[^een]: De ene.\n\n[^twee]: De andere.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each label stands once."""
        seen: set[str] = set()
        for note in file.body.notes:
            if note.text in seen:
                message = f"De voetnoot `[^{note.text}]` staat er twee keer."
                yield self.finding(file, note.span, message, "Geef één van de twee een andere naam.")
            seen.add(note.text)


class NoteLong(Rule):
    """Een noot staat helemaal onder aan één bladzijde; in grote letters is daar niet veel plaats."""

    name, code = "voetnoot-lang", "N05"
    bad = Example(body="Dat stond in de krant.[^een]\n\n[^een]: De krant." + MOST_LINES * "\n    En nog een.")
    good = Example(body="Dat stond in de krant.[^een]\n\n[^een]: De krant van maandag schreef het ook.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No note of more signs or lines than fit."""
        for note, at in zip(file.body.notes, file.body.note_lines, strict=True):
            lines = [line.strip() for line in file.lines[at.first - 1 : at.last] if line.strip()]
            if len(lines) > MOST_LINES or len(" ".join(lines)) > LONGEST:
                message = f"De voetnoot `[^{note.text}]` is te lang: ze past niet onder aan een bladzijde."
                help_ = f"Hou ze onder {LONGEST} tekens en {MOST_LINES} regels, en zet de rest in de tekst zelf."
                yield self.finding(file, note.span, message, help_)

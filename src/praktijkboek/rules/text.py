"""Rules on the running text: what Markdown makes of it is what its author meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from praktijkboek.finding import Finding, Fix, Severity, Span
from praktijkboek.reader import CaseFile
from praktijkboek.reader.walk import MOST_CHARACTERS
from praktijkboek.rule import Example
from praktijkboek.rules.parts import line_span
from praktijkboek.rules.rule import Rule

MOST_WORDS = 1600
"""Cases aim at 500 to 1,300 words."""


class CodeBySpaces(Rule):
    """Vier spaties vooraan maken van gewone tekst programmacode: de lijnen lopen dan buiten de bladzijde."""

    name, code = "inspring-blok", "T02"
    bad = Example(body="    Elke dag open.\n    Ook op zondag.")
    good = Example(body="Elke dag open.\nOok op zondag.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No block of code that spaces make."""
        for code in file.body.code:
            before = file.lines[code.first - 1 : code.last]
            fix = Fix(code.first, "\n".join(before), "\n".join(line.strip() for line in before))
            message = "Door vier spaties vooraan wordt deze tekst als programmacode getoond."
            help_ = "Begin de regel helemaal links." if len(before) == 1 else "Begin de regels helemaal links."
            yield self.finding(file, line_span(file, code.first), message, help_, fix)


class Braces(Rule):
    """Dubbele accolades doen niets in het boek; een lezer ziet ze staan."""

    name, code = "accolades", "T03"
    severity = Severity.LET_OP
    waivable = True
    bad = Example(body="Er komen {{ aantal }} mensen.")
    good = Example(body="Er komen dertig mensen.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No marks of a template program in running text."""
        for prose in file.body.prose:
            for match in re.finditer(r"\{\{[^{}]*\}\}|\{%[^{}%]*%\}", prose.text):
                message = f"`{match.group()[:60]}` komt met accolades en al in het boek."
                yield self.finding(file, prose.part(*match.span()), message, "Schrijf op die plaats gewone tekst.")


class TableWithoutDashes(Rule):
    """Zonder rij met streepjes onder de eerste rij wordt een tabel een alinea vol rechte strepen."""

    name, code = "tabel-zonder-streepjes", "T04"
    bad = Example(body="| dag | uur |\n| maandag | 9 tot 12 |")
    good = Example(body="| dag | uur |\n|---|---|\n| maandag | 9 tot 12 |")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No paragraph of rows; a row of dashes has as many cells as the row above it."""
        for paragraph in file.body.paragraphs:
            first, *others = (row.strip() for row in paragraph.rows)
            begins = first.startswith("|") or _cells(first) > 2  # noqa: PLR2004 - one stroke is no table yet
            if not (paragraph.alone and others and begins and all(map(_cells, others))):
                continue
            dashes = f"|{'---|' * _cells(first)}"
            line = paragraph.line
            if re.fullmatch(r"[\s|:-]+", others[0]):
                message = f"De rij met streepjes telt {_counted(_cells(others[0]))}, de rij erboven {_cells(first)}."
                yield self._finding(file, line + 1, message, dashes, Fix(line + 1, file.lines[line], dashes))
            else:
                message = "Onder de eerste rij van deze tabel ontbreekt een rij met streepjes."
                above = file.lines[line - 1]
                yield self._finding(file, line, message, dashes, Fix(line, above, f"{above}\n{dashes}"))

    def _finding(self, file: CaseFile, line: int, message: str, dashes: str, fix: Fix) -> Finding:
        return self.finding(file, line_span(file, line), message, f"Schrijf onder de eerste rij `{dashes}`.", fix)


def _cells(row: str) -> int:
    """How many cells a line of a table has; 0 for a line that is none."""
    return row.strip("|").count("|") + 1 if "|" in row else 0


def _counted(cells: int) -> str:
    return "1 vakje" if cells == 1 else f"{cells} vakjes"


class TableCells(Rule):
    """Een rij met te veel vakjes verliest er in het boek; bij te weinig schuift wat erachter staat op."""

    name, code = "tabel-vakjes", "T05"
    bad = Example(body="| dag | uur |\n|---|---|\n| maandag | 9 | 12 |")
    good = TableWithoutDashes.good

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each row has as many cells as the row on top."""
        for row in file.body.rows:
            if row.cells != row.columns:
                message = f"Deze rij telt {_counted(row.cells)}, de bovenste rij {row.columns}."
                help_ = "Zet in elke rij evenveel vakjes tussen rechte strepen; een leeg vakje mag."
                yield self.finding(file, line_span(file, row.span.line), message, help_)


class TooBig(Rule):
    """Een tekst van tien boeken lang is geen praktijk, en houdt de computer minuten bezig."""

    name, code = "tekst-te-groot", "T07"
    bad = Example(body="Brood en koffie.\n" * 7000)
    good = Example(body="Brood en koffie.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """The reader did not have to give up."""
        if file.body.too_big:
            message = f"Deze tekst telt meer dan {MOST_CHARACTERS} tekens; een lange praktijk telt er 10000."
            yield self.finding(file, Span(file.header_end + 1), message, "Houd alleen de tekst van de praktijk over.")


class TooLong(Rule):
    """Een praktijk van 500 tot 1300 woorden leest iemand in één keer uit."""

    name, code = "tekst-lang", "T06"
    severity = Severity.TIP
    waivable = True
    bad = Example(body="Brood en koffie.\n" * 600)
    good = Example(body="Brood en koffie. " * 10)

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Count the words of the running text."""
        words = sum(len(prose.text.split()) for prose in file.body.prose)
        if words > MOST_WORDS:
            message = f"Deze tekst telt {words} woorden."
            yield self.finding(file, Span(file.header_end + 1), message, "Probeer hem in te korten tot 500 à 1300.")

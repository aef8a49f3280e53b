"""Rules on headings of every level: they are real headings, and no level is skipped."""

from __future__ import annotations

from collections.abc import Iterator

from praktijkboek.finding import Finding, Fix, Severity, Span
from praktijkboek.reader import CaseFile
from praktijkboek.reader.body import Heading, Paragraph
from praktijkboek.rule import Example
from praktijkboek.rules.parts import ORDER, PART_LEVEL, Form, exact, glued_heading, line_span, parts
from praktijkboek.rules.rule import Rule

GENERATED = ("In het kort", "Gelijkaardige praktijken", "Noten", "Bronnen", "Over deze tekst", "Gelijkaardig")
"""The titles, and the name in an address, of what the book itself adds to a case."""
LONGEST_TITLE = 60
"""A bold line of more characters is a sentence, and no heading."""


def own_headings(file: CaseFile) -> list[Heading]:
    """The headings that stand for no part, and that their author meant as one."""
    taken = {part.span for part in parts(file)}
    return [heading for heading in file.body.headings if heading.span not in taken and not heading.underlined]


class TitleInText(Rule):
    """De titel komt uit de kop; een tweede titel in de tekst zou er dubbel staan."""

    name, code = "titel-in-tekst", "D06"
    bad = Example(body="# De Melkerij")
    good = Example(body="### De Melkerij zelf\n\nEen oud gebouw.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No heading of level 1."""
        for heading in own_headings(file):
            if heading.level == 1:
                message = "De titel staat al in de kop; in de tekst hoort geen tussentitel met één `#`."
                line = file.lines[heading.span.line - 1]
                same = heading.text == file.value("titel")
                fix = Fix(heading.span.line, line, "") if same else None
                help_ = "Haal de regel weg, of maak er een ondertitel van met `###`."
                yield self.finding(file, heading.span, message, help_, fix)


class TitleReserved(Rule):
    """Sommige titels zet het boek zelf; een tweede met dezelfde naam maakt links dubbelzinnig."""

    name, code = "titel-gereserveerd", "D09"
    bad = Example(body="### Bronnen\n\nDe krant.")
    good = Example(body="### Wat we lazen\n\nDe krant.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No heading inside a part has the name of a part or of what the book adds."""
        taken = {name.casefold() for name in (*ORDER, *GENERATED)}
        for heading in own_headings(file):
            if heading.level > PART_LEVEL and heading.text.casefold() in taken:
                message = f"De ondertitel “{heading.text}” is al de naam van een deel."
                yield self.finding(file, heading.span, message, "Kies een andere ondertitel.")


class LevelSkipped(Rule):
    """Wie met een schermlezer leest, springt van titel naar titel; een overgeslagen niveau is een gat."""

    name, code = "niveau-overgeslagen", "D07"
    bad = Example(body="#### Te diep\n\nTekst.")
    good = Example(body="### Diep genoeg\n\nTekst.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """A heading is at most one level deeper than the one above."""
        level, own = PART_LEVEL, {heading.span for heading in own_headings(file)}
        for heading in file.body.headings:
            if heading.level > level + 1 and heading.span in own:
                right = f"{'#' * (level + 1)} {heading.text}"
                message = f"Deze tussentitel springt van niveau {level} naar {heading.level}."
                fix = Fix(heading.span.line, file.lines[heading.span.line - 1], right)
                yield self.finding(file, heading.span, message, f"Schrijf `{right}`.", fix)
            level = max(heading.level, PART_LEVEL)


class HeadingGlued(Rule):
    """Zonder spatie achter de hekjes wordt een tussentitel gewone tekst, met hekjes en al."""

    name, code = "kop-zonder-spatie", "D13"
    bad = Example(replace=("## Aanbod", "##Aanbod"))
    good = Example(body="### Openingsuren\n\nElke dag open.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No line of text begins with hashes."""
        for paragraph in file.body.paragraphs:
            for number, row in enumerate(paragraph.rows, paragraph.line):
                if glued := glued_heading(row):
                    hashes, words = glued
                    part = exact(words) if len(hashes) <= PART_LEVEL else None
                    right = f"## {part}" if part else f"{'#' * max(len(hashes), PART_LEVEL + 1)} {words}"
                    message = f"Na de hekjes van `{row.strip()}` moet een spatie staan."
                    fix = Fix(number, file.lines[number - 1], right) if paragraph.alone else None
                    yield self.finding(file, line_span(file, number), message, f"Schrijf `{right}`.", fix)


class BoldAsHeading(Rule):
    """Vette letters zien eruit als een titel, maar een schermlezer en de inhoudstafel kennen ze niet als titel."""

    name, code = "vet-als-kop", "D14"
    severity = Severity.LET_OP
    waivable = True
    bad = Example(body="**Openingsuren**\n\nElke dag open.")
    good = Example(body="### Openingsuren\n\n**Elke dag** open.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No short line in bold stands alone above a text."""
        named = {part.span.line for part in parts(file) if part.form is Form.BOLD}
        for paragraph in file.body.paragraphs:
            words = paragraph.rows[0].strip().strip("*_").strip()
            if paragraph.line not in named and self._is_title(paragraph, words):
                right = f"### {words.rstrip(':')}"
                fix = Fix(paragraph.line, file.lines[paragraph.line - 1], right)
                message = f"“{words}” staat in het vet alsof het een tussentitel is."
                yield self.finding(file, line_span(file, paragraph.line), message, f"Schrijf `{right}`.", fix)

    @staticmethod
    def _is_title(paragraph: Paragraph, words: str) -> bool:
        short = len(paragraph.rows) == 1 and len(words) <= LONGEST_TITLE
        return paragraph.alone and paragraph.bold and short and not words.endswith((".", "!", "?", "…", "”"))


class TextAsHeading(Rule):
    """Streepjes of gelijktekens onder een regel maken van de tekst erboven een tussentitel."""

    name, code = "tekst-wordt-kop", "D15"
    bad = Example(body="We zijn elke dag open.\n---\n\nKom langs.")
    good = Example(body="We zijn elke dag open.\n\nKom langs.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Only the name of a part may be a heading because of what stands below it."""
        taken = {part.span for part in parts(file)}
        for heading in file.body.headings:
            if heading.underlined and heading.span not in taken and file.header_end:
                line = file.lines[heading.last_line - 1]
                message = f"Door `{line.strip()[:20]}` wordt de tekst erboven een tussentitel."
                help_ = "Haal de regel weg, of maak van de tekst een ondertitel met `###`."
                span = line_span(file, heading.last_line)
                yield self.finding(file, span, message, help_, Fix(heading.last_line, line, ""))


class DashedLine(Rule):
    """Een streep over de bladzijde zegt een lezer niets: een tussentitel of een nieuwe alinea wel."""

    name, code = "streep", "D16"
    bad = Example(body="We zijn open.\n\n---\n\nKom langs.")
    good = Example(body="We zijn open.\n\nKom langs.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No line across the page; without a header its own marks are left to the header's rules."""
        for dashes in file.body.dashes if file.header_end else ():
            line = file.lines[dashes.first - 1]
            message = f"`{line.strip()[:20]}` trekt een streep over de bladzijde; in een praktijk hoort die niet."
            fix = Fix(dashes.first, line, "")
            span = Span(dashes.first, 1, len(line) + 1)
            yield self.finding(file, span, message, "Haal de regel weg.", fix)

"""Rules on what the template asked and nobody answered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from praktijkboek.finding import Finding, Severity, Span
from praktijkboek.reader import CaseFile
from praktijkboek.reader.blanks import blanks
from praktijkboek.rule import Example
from praktijkboek.rules.rule import Rule
from praktijkboek.template import questions_in

HEADING = re.compile(r" {0,3}#{1,6}\s")
ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")
LONGEST = 60
"""So much of a question is repeated in a message."""


def _asked(file: CaseFile) -> Iterator[tuple[Span, bool]]:
    """The questions of the template that still stand in the text, one a line, and whether nothing answers them."""
    for first, lines in _parts(file):
        words = [line for line in lines if line.strip()]
        for number, line in enumerate(lines, start=first):
            if found := questions_in(line):
                bare = ITEM.sub("", line)
                alone = _only_questions(bare) and (bare != line or all(_only_questions(other) for other in words))
                yield Span(number, found[0][0] + 1, found[-1][1] + 1 if alone else found[0][1] + 1), alone


def _parts(file: CaseFile) -> Iterator[tuple[int, list[str]]]:
    """The text between two headings: the number of its first line, and its lines."""
    start = file.header_end
    for i in range(file.header_end, len(file.lines) + 1):
        if i == len(file.lines) or HEADING.match(file.lines[i]):
            yield start + 1, list(file.lines[start:i])
            start = i + 1


def _only_questions(line: str) -> bool:
    rest = ITEM.sub("", line)
    for start, end in reversed(questions_in(rest)):
        rest = rest[:start] + rest[end:]
    return not rest.strip()


class Unanswered(Rule):
    """Wat het sjabloon vraagt, weet alleen jij; zonder antwoord komt de vraag zelf in het boek."""

    name, code = "sjabloontekst", "S01"
    bad = Example(header="uitbater: <Naam van de uitbater>")
    good = Example(header="uitbater: De Lovie vzw")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No placeholder in the header or the text, no question without an answer."""
        for problem in file.problems:
            if problem.kind == "sjabloon":
                yield self._blank(
                    file, problem.span, str(problem.value), f"Zet je antwoord achter `{_field(problem.path)}:`"
                )
        for number, line in enumerate(file.lines[file.header_end :], start=file.header_end + 1):
            for start, end in blanks(line):
                yield self._blank(file, Span(number, start + 1, end + 1), line[start:end], "Schrijf je eigen woorden")
        for span, alone in _asked(file):
            if alone:
                question = file.lines[span.line - 1][span.column - 1 : span.end_column - 1]
                message = f"Deze vraag is nog niet beantwoord: “{question}”"
                yield self.finding(file, span, message, "Schrijf je antwoord in de plaats van de vraag.")

    def _blank(self, file: CaseFile, span: Span, text: str, help_: str) -> Finding:
        shown = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
        message = f"Hier staat nog voorbeeldtekst: `{shown}`."
        return self.finding(file, span, message, f"{help_}, in de plaats van deze tekst.")


def _field(path: tuple[str | int, ...]) -> str:
    return next(str(part) for part in reversed(path) if isinstance(part, str))


class QuestionLeft(Rule):
    """Het antwoord is er; de vraag van het sjabloon erboven leest vreemd in een boek."""

    name, code, severity = "sjabloonvraag", "S02", Severity.LET_OP
    waivable = True
    bad = Example(body="Wat vindt een bezoeker er, en wanneer is het open? Brood, elke dag.")
    good = Example(body="Elke dag is er brood.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No question of the template beside its answer."""
        for span, alone in _asked(file):
            if not alone:
                message = "De vraag van het sjabloon staat er nog, bij je antwoord."
                yield self.finding(file, span, message, "Haal de vraag weg; je antwoord blijft staan.")

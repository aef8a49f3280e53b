"""The parts of a text, however an author made them: as a heading, of the wrong level, in bold, or as a plain line."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from praktijkboek.finding import Fix, Span
from praktijkboek.reader import CaseFile
from praktijkboek.reader.body import Body, Heading, Lines
from praktijkboek.spelling import fold, suggest

REQUIRED = ("Aanleiding", "Aanpak", "Aanbod", "Organisatie en geld", "Resultaten", "Knelpunten", "Lessen")
STOPPED = "Waarom gestopt"
LESSONS = REQUIRED[-1]
ORDER = (*REQUIRED[:-1], STOPPED, LESSONS, "Zelf doen", "Meer weten")
OTHER_NAMES = {
    "organisatie": "Organisatie en geld",
    "organisatie en financiering": "Organisatie en geld",
    "problemen": "Knelpunten",
    "moeilijkheden": "Knelpunten",
    "uitdagingen": "Knelpunten",
    "tips": LESSONS,
    "geleerde lessen": LESSONS,
}
"""What authors call a part, too far from its name to be a slip."""
PART_LEVEL = 2
LONGEST_NAME = 40
"""A longer line is a sentence: the longest name has 19 characters, and a number and marks may stand around it."""
BY_FOLD = {fold(name): name for name in ORDER}
HASHES = re.compile(r"\s*(#+)(\s*)(.*?)\s*#*\s*")


class Form(Enum):
    """How a part was made."""

    HEADING = auto()
    """As it should: a heading of level 2, perhaps misspelled."""
    LEVEL = auto()
    GLUED = auto()
    """``##Aanbod``, which Markdown takes for text."""
    BOLD = auto()
    PLAIN = auto()
    CODE = auto()
    """Behind four spaces, which has a message of its own."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the text: ``name`` is the one that is meant, None where we don't know it; ``typed`` stands there."""

    name: str | None
    typed: str
    form: Form
    span: Span
    lines: Lines

    def as_heading(self, file: CaseFile) -> Fix | None:
        """The mend that makes a heading of it; None for a part that we don't know."""
        before = "\n".join(file.lines[self.lines.first - 1 : self.lines.last])
        return Fix(self.lines.first, before, f"## {self.name}") if self.name else None


def cleaned(text: str) -> str:
    """A heading without the number before it, the colon behind it, and marks around it."""
    text = re.sub(r"^(?:\d{1,2}|[IVX]+|[a-hA-H])[.)]\s*", "", text.strip().strip("*_").strip())
    return text.rstrip(":.").strip().strip("*_").strip()


def exact(text: str) -> str | None:
    """The part that has this name, but for capitals, a number, a colon or marks."""
    return BY_FOLD.get(fold(cleaned(text)))


@functools.lru_cache(maxsize=10_000)
def meant(text: str) -> str | None:
    """The part that is meant, also with a slip or another name; None for a heading that we don't know."""
    name = cleaned(text)
    return exact(text) or OTHER_NAMES.get(fold(name)) or suggest(name, ORDER, cutoff=0.8)


def parts(file: CaseFile) -> tuple[Part, ...]:
    """All parts in the order of the text; one in another form than a heading counts where no heading has its name."""
    return _parts(file.body, file.lines)


@functools.lru_cache(maxsize=4)
def _parts(body: Body, lines: Sequence[str]) -> tuple[Part, ...]:
    found = _headings(body)
    names = {part.name for part in found}
    for part in sorted((*_levels(body), *_lines(body, lines)), key=lambda part: part.span):
        if part.name not in names:
            names.add(part.name)
            found.append(part)
    return tuple(sorted(found, key=lambda part: part.span))


def part_at(found: Sequence[Part], line: int) -> Part | None:
    """The part that ``line`` stands in."""
    before = bisect_right(found, line, key=lambda part: part.span.line)
    return found[before - 1] if before else None


def _headings(body: Body) -> list[Part]:
    """The headings of level 2; of two that mean the same part, the one that is spelled right has the name."""
    found = [
        _part(heading, heading.text if heading.text in ORDER else None, Form.HEADING)
        for heading in body.headings
        if heading.level == PART_LEVEL and (not heading.underlined or heading.text in ORDER)
    ]
    names = {part.name for part in found}
    for i, part in enumerate(found):
        if part.name is None and (name := meant(part.typed)) not in names:
            names.add(name)
            found[i] = replace(part, name=name)
    return found


def _part(heading: Heading, name: str | None, form: Form) -> Part:
    return Part(name, heading.text, form, heading.span, Lines(heading.span.line, heading.last_line))


def _levels(body: Body) -> Iterator[Part]:
    """Headings of another level that have the name of a part."""
    for heading in body.headings:
        if (heading.level != PART_LEVEL or heading.underlined) and (name := exact(heading.text)):
            yield _part(heading, name, Form.LEVEL)


def _lines(body: Body, lines: Sequence[str]) -> Iterator[Part]:
    """Lines that are no heading for Markdown, but have the name of a part."""
    for paragraph in body.paragraphs:
        if paragraph.alone:
            for line, row in enumerate(paragraph.rows, paragraph.line):
                if glued := glued_heading(row):
                    yield from _line(lines, line, glued[1], Form.GLUED)
                elif line == paragraph.line and len(row) <= LONGEST_NAME:
                    bold = row.startswith(("**", "__"))
                    yield from _line(lines, line, row, Form.BOLD if bold else Form.PLAIN)
    for code in body.code:
        for line in range(code.first, code.last + 1):
            if hashes := HASHES.fullmatch(lines[line - 1]):
                yield from _line(lines, line, hashes.group(3), Form.CODE)


def _line(lines: Sequence[str], line: int, typed: str, form: Form) -> Iterator[Part]:
    if name := exact(typed):
        yield Part(name, typed, form, _span(lines, line), Lines(line, line))


def glued_heading(row: str) -> tuple[str, str] | None:
    """The hashes and the words of a line such as ``##Aanbod``; None for any other line, such as one with a hashtag."""
    match = HASHES.fullmatch(row) if row.lstrip().startswith("#") else None
    if not match or match.group(2) or not match.group(3):
        return None
    hashes, _, words = match.groups()
    return (hashes, words) if len(hashes) >= PART_LEVEL or exact(words) else None


def line_span(file: CaseFile, line: int) -> Span:
    """The words of a line, without the white space around them."""
    return _span(file.lines, line)


def _span(lines: Sequence[str], line: int) -> Span:
    text = lines[line - 1]
    start = len(text) - len(text.lstrip())
    return Span(line, start + 1, max(start, len(text.rstrip())) + 1)

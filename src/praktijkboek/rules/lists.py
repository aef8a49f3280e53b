"""Rules on lists: bullets from Word and numbers without a space make none, and lessons are numbered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from praktijkboek.finding import Finding, Fix
from praktijkboek.reader import CaseFile
from praktijkboek.reader.body import Lines
from praktijkboek.rule import Example
from praktijkboek.rules.parts import LESSONS, line_span, part_at, parts
from praktijkboek.rules.rule import Rule

FEWEST_LESSONS, MOST_LESSONS = 3, 7
BULLET = re.compile(r"\s*(?P<sure>[•·▪◦●○■□‣⁃➢➤✓✔])\s*(?=\S)|\s*(?:[–—]\s+|o\s+|[-+](?=[^\W\d_])|\*(?=\w[^*]*$))")
NUMBER = re.compile(r"\s*(?P<number>\d{1,2})[.)](?P<space>\s*)(?=[^\W\d_])")


@dataclass
class FalseList:
    """Lines that look like a list and are none for Markdown: where the words begin on each, by line number."""

    paragraph: int
    numbered: bool
    words: dict[int, int] = field(default_factory=dict)
    sure: bool = False

    @property
    def lines(self) -> Lines:
        """From the first line to the last."""
        return Lines(next(iter(self.words)), next(reversed(self.words)))


def false_lists(file: CaseFile) -> list[FalseList]:
    """The false lists of a text: one or more lines with a bullet of Word, two or more with what could be one."""
    found: list[FalseList] = []
    for i, paragraph in enumerate(file.body.paragraphs):
        if not paragraph.alone:
            continue
        for line in range(paragraph.line, paragraph.line + len(paragraph.rows)):
            match = BULLET.match(file.lines[line - 1]) or NUMBER.match(file.lines[line - 1])
            if match:
                _add(found, file, i, line, match)
    return [each for each in found if each.sure or (len(each.words) > 1 and not each.numbered)]


def _add(found: list[FalseList], file: CaseFile, paragraph: int, line: int, match: re.Match[str]) -> None:
    """Add a line to the list above it, or begin a new one."""
    numbered = match.re is NUMBER
    last = found[-1] if found else None
    blank = last is not None and not any(text.strip() for text in file.lines[last.lines.last : line - 1])
    if last is None or last.numbered != numbered or not (last.paragraph == paragraph or blank):
        found.append(last := FalseList(paragraph, numbered))
    last.paragraph = paragraph
    last.words[line] = match.end()
    last.sure |= not match["space"] if numbered else bool(match["sure"])


class FalseBullets(Rule):
    """Een bolletje uit Word is voor het boek een gewone letter: de regels lopen aan elkaar tot één alinea."""

    name, code = "nep-opsomming", "T01"
    bad = Example(body="We bieden:\n\n• brood\n• koffie")
    good = Example(body="We bieden:\n\n- brood\n- koffie")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """One finding for each list that is none."""
        found = parts(file)
        for each in false_lists(file):
            first = each.lines.first
            mark = file.lines[first - 1][: each.words[first]].strip()
            part = part_at(found, first)
            numbered = each.numbered or (part is not None and part.name == LESSONS)
            here = "een regel" if len(each.words) == 1 else f"{len(each.words)} regels"
            message = f"`{mark}` aan het begin van {here} maakt geen lijst."
            right = "1. " if numbered else "- "
            help_ = f"Begin elke regel zo: `{right}{file.lines[first - 1][each.words[first] :][:40].strip()}`."
            yield self.finding(file, line_span(file, first), message, help_, _mend(file, each, numbered))


def _mend(file: CaseFile, each: FalseList, numbered: bool) -> Fix:
    """The same lines as a real list."""
    at = each.lines
    before = file.lines[at.first - 1 : at.last]
    after = list(before)
    for number, (line, start) in enumerate(each.words.items(), start=1):
        mark = f"{number}. " if numbered else "- "
        after[line - at.first] = mark + before[line - at.first][start:]
    return Fix(at.first, "\n".join(before), "\n".join(after))


TIPS = "1. Vraag eerst.\n2. Begin klein.\n3. Vertel het verder.\n"


class LessonsList(Rule):
    """De lessen zijn wat een lezer meeneemt: drie tot zeven korte tips, genummerd."""

    name, code = "lessen-lijst", "D08"
    waivable = True
    bad = Example(replace=(TIPS, "1. Vraag eerst.\n"))
    good = Example.unchanged(TIPS)

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Count the items of the numbered list under "Lessen"."""
        found = parts(file)
        heading = next((part for part in found if part.name == LESSONS), None)
        if heading is None or any(part_at(found, each.lines.first) == heading for each in false_lists(file)):
            return
        lists = [each for each in file.body.ordered_lists if part_at(found, each.span.line) == heading]
        bullets = [each for each in file.body.bullet_lists if part_at(found, each.first) == heading]
        count = sum(len(each.items) for each in lists)
        if not FEWEST_LESSONS <= count <= MOST_LESSONS:
            there = f"staan {count} genummerde lessen" if count else "staat geen genummerde lijst"
            help_ = f"Schrijf {FEWEST_LESSONS} tot {MOST_LESSONS} tips, elk op een eigen regel: `1. Vraag eerst ...`."
            fix = _numbered(file, bullets[0]) if len(bullets) == 1 and not count else None
            yield self.finding(file, heading.span, f"Onder “{LESSONS}” {there}.", help_, fix)


def _numbered(file: CaseFile, at: Lines) -> Fix:
    """A list with dashes as a numbered one; what hangs under an item keeps its place under it."""
    before = file.lines[at.first - 1 : at.last]
    after: list[str] = []
    for line in before:
        number = sum(text[:1].isdigit() for text in after) + 1
        item = re.match(r"[-*+]\s+", line)
        after.append(f"{number}. {line[item.end() :]}" if item else line and f" {line}")
    return Fix(at.first, "\n".join(before), "\n".join(after))

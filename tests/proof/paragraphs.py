"""Looks at lines of running text: where they end, and where a paragraph goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pyphen

from proof.document import Document
from proof.finding import Finding, Paper
from proof.lines import Line

RUNNING = {"P", "LBody", "BlockQuote", "Note", "Caption"}
"""Kinds of block whose lines are running text."""
NARROW = 140
"""In a block of fewer points (49 mm: a column of a table) words must stand alone now and then."""
SHORT = 5
"""A word of at most so many letters is a short one."""
IN_A_ROW = 3
"""Lines that may end in a hyphen, one after another."""
ADDRESS = re.compile(r"(https?://|www\.)\S+$|[\w-]+(\.[\w-]+)+/\S*$")
ADDRESS_END = re.compile(r"[,;)]$")
SOLITARY = 2
"""Blocks of fewer lines can't be parted badly."""


@cache
def _dutch() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL", left=2, right=2)


def paragraphs(document: Document) -> Iterator[list[Line]]:
    """The lines of each paragraph of running text; not those in tables and drawings."""
    for block, lines in document.blocks.items():
        if block.kind in RUNNING and not block.inside("TD", "TH", "Figure", "TOCI", "Table") and len(lines) > 1:
            yield lines


def parted(document: Document, paper: Paper) -> Iterator[Finding]:
    """One line of a paragraph alone at the foot or the head of a page."""
    del paper
    for lines in paragraphs(document):
        pages = [line.page for line in lines]
        if pages[0] == pages[-1]:
            continue
        if pages.count(pages[0]) < SOLITARY:
            yield Finding(pages[0], "de eerste lijn van een alinea staat alleen onderaan", lines[0].text)
        if pages.count(pages[-1]) < SOLITARY:
            yield Finding(pages[-1], "de laatste lijn van een alinea staat alleen bovenaan", lines[-1].text)


def parted_words(document: Document, paper: Paper) -> Iterator[Finding]:
    """Words that go on overleaf, more than a few, and too many hyphens one under another."""
    parted = []
    for lines in paragraphs(document):
        row = 0
        for line, after in pairwise(lines):
            row = row + 1 if line.hyphenated else 0
            if row == IN_A_ROW + 1:
                yield Finding(line.page, f"meer dan {IN_A_ROW} lijnen na elkaar eindigen op een koppelteken", line.text)
            if line.hyphenated and line.page != after.page:
                parted.append(Finding(line.page, "het laatste woord loopt door op de volgende bladzijde", line.text))
    if len(parted) > paper.parted_words * len(document.pages):
        yield from parted


def torn_words(document: Document, paper: Paper) -> Iterator[Finding]:
    """A word cut in two without a hyphen, because its column is too narrow.

    Where a word ends, ``print/tags/line_ends.py`` writes a space, but for lines that an author ended.
    """
    del paper
    for lines in document.blocks.values():
        for line, after in pairwise(lines):
            if line.runs[-1].text[-1].isalpha() and after.text[0].islower():
                word = f"{line.text.split()[-1]} / {after.text.split()[0]}"
                yield Finding(line.page, "een woord is zonder koppelteken in stukken gebroken", word)
                break


def lone_syllables(document: Document, paper: Paper) -> Iterator[Finding]:
    """A line with nothing but a syllable that hyphenation left."""
    del paper
    for before, line in _lone_words(document):
        if before.hyphenated and _syllables(line.text) == 1:
            yield Finding(line.page, "er staat maar één lettergreep op een lijn", f"{before.text} / {line.text}")


def short_ends(document: Document, paper: Paper) -> Iterator[Finding]:
    """Last lines of one short word, if there are more than a few."""
    found = [
        Finding(line.page, "een alinea eindigt met één kort woord op een lijn", f"{before.text} / {line.text}")
        for before, line in _lone_words(document)
        if not before.hyphenated and 0 < len(re.sub(r"[\W\d]", "", line.text)) <= SHORT
    ]
    if len(found) > paper.short_ends * len(document.pages):
        yield from found


def _lone_words(document: Document) -> Iterator[tuple[Line, Line]]:
    """Lines of one word, with the line before."""
    for lines in paragraphs(document):
        if max(line.box.width for line in lines) > NARROW:
            for before, line in pairwise(lines):
                if len(line.text.split()) == 1:
                    yield before, line


def _syllables(word: str) -> int:
    return len(_dutch().positions(re.sub(r"\W", "", word))) + 1


def long_lines(document: Document, paper: Paper) -> Iterator[Finding]:
    """More characters than an eye follows to the next line."""
    for lines in paragraphs(document):
        for line in lines:
            if len(line.text) > paper.longest_line:
                yield Finding(line.page, f"een lijn van {len(line.text)} tekens is te lang om te volgen", line.text)


def broken_addresses(document: Document, paper: Paper) -> Iterator[Finding]:
    """A web address on two lines can't be typed over."""
    del paper
    for lines in document.blocks.values():
        for line, after in pairwise(lines):
            address = line.text.split()[-1] + after.text.split()[0]
            if ADDRESS.match(address) and not ADDRESS_END.search(line.text) and _is_one(document, line, after):
                yield Finding(line.page, "een webadres loopt over meer dan één lijn", address)


def _is_one(document: Document, line: Line, after: Line) -> bool:
    """Whether the break is inside one link or, outside of links, inside what can only be an address."""
    last, first = line.elements[-1], after.elements[0]
    if last is first and last is not None and last.kind == "Link":
        return " " not in "".join(part.text for part in document.lines[last])
    return "/" in after.text.split()[0]

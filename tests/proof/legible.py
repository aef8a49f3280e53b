"""Looks at letters: their size, their colour, their font."""

from __future__ import annotations

from collections.abc import Iterator

from proof.document import Document
from proof.finding import Finding, Paper
from proof.lines import Line
from proof.painted import Run
from proof.shapes import contrast

DRAWN = 40
"""Points: larger letters that aren't read aloud are a drawing, such as the number of a part."""
ROUNDING = 0.05
"""Points and parts of a ratio that aren't worth a word."""


def small_letters(document: Document, paper: Paper) -> Iterator[Finding]:
    """Letters too small to read; the raised number of a footnote is as large as the line that it stands in."""
    for page in document.pages:
        for line in page.lines:
            sizes = [run.size for run in line.runs if not (run.text.strip().isdecimal() and run.size < line.size)]
            if sizes and min(sizes) < paper.least_size - ROUNDING:
                yield Finding(page.number, f"letters van {_number(min(sizes))} punt zijn te klein", line.text)


def faint_letters(document: Document, paper: Paper) -> Iterator[Finding]:
    """Letters that stand out too little from a ground that we know."""
    for page in document.pages:
        for line in page.lines:
            if not line.block and line.size > DRAWN:
                continue
            ratios = [ratio for run in line.runs if (ratio := _ratio(run)) is not None]
            if ratios and min(ratios) < paper.least_contrast - ROUNDING:
                yield Finding(page.number, f"het contrast is maar {_number(min(ratios))}", line.text)


def _ratio(run: Run) -> float | None:
    return contrast(run.colour, run.ground) if run.colour and run.ground else None


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def strange_fonts(document: Document, paper: Paper) -> Iterator[Finding]:
    """A font that isn't in the file, or isn't one of the book's: the system's, for a sign that ours lack."""
    for font in document.fonts:
        line = next((line for line in _all_lines(document) if any(run.font is font for run in line.runs)), None)
        where, text = (line.page, line.text) if line else (0, "")
        if not font.embedded:
            yield Finding(where, f"het lettertype {font.name} zit niet in de PDF", text)
        if not font.name.startswith(paper.families):
            yield Finding(where, f"het lettertype {font.name} is niet van het boek", text)


def _all_lines(document: Document) -> Iterator[Line]:
    return (line for page in document.pages for line in page.lines)

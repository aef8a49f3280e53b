"""Looks at where text stands: off the page, in the margin, over other text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from proof.document import Document, Page
from proof.finding import MILLIMETRE, Finding, Paper
from proof.lines import Line
from proof.pages import is_designed
from proof.painted import Run
from proof.shapes import Box

TOUCH = 1.0
"""Points that letters may share."""
X_HEIGHT = 0.45
"""Of most letters, as a part of their size: what is above and below is mostly empty."""


def off_the_page(document: Document, paper: Paper) -> Iterator[Finding]:
    """Text that is cut off, or nearly so."""
    for page in document.pages:
        safe = page.trim.grown(-paper.safe * MILLIMETRE)
        for line in page.lines:
            if not (safe.holds((line.box.left, line.base)) and safe.holds((line.box.right, line.box.top))):
                yield Finding(page.number, f"tekst staat op minder dan {paper.safe:g} mm van de rand", line.text)


def in_the_margin(document: Document, paper: Paper) -> Iterator[Finding]:
    """Running text that sticks out of its column; a designed page has margins of its own."""
    if not paper.margin:
        return
    for page in document.pages:
        if is_designed(page, document):
            continue
        left = page.trim.left + paper.margin * MILLIMETRE - TOUCH
        right = page.trim.right - paper.margin * MILLIMETRE + TOUCH
        for line in page.text_lines:
            if line.kind != "Lbl" and not (left <= line.box.left and line.box.right <= right):
                yield Finding(page.number, "tekst steekt uit in de marge", line.text)


def over_each_other(document: Document, paper: Paper) -> Iterator[Finding]:
    """Two lines of text in the same place."""
    del paper
    for page in document.pages:
        cores = [(core, line) for line in page.lines for core in _cores(line)]
        cores.sort(key=lambda item: item[0].top)
        seen = set()
        for (box, line), (other, above) in combinations(cores, 2):
            if line is not above and (line, above) not in seen and _clash(box, other):
                seen.add((line, above))
                yield Finding(page.number, "tekst staat over andere tekst", f"{line.text} / {above.text}")


def _clash(one: Box, other: Box) -> bool:
    shared = one.shared(other)
    return shared is not None and min(shared.width, shared.height) > TOUCH


def _cores(line: Line) -> Iterator[Box]:
    """Where its letters are at their thickest."""
    for run in line.runs:
        if run.upright:
            yield Box(run.box.left, run.base - X_HEIGHT * run.size, run.box.right, run.base)
        else:
            yield run.box


def covered(document: Document, paper: Paper) -> Iterator[Finding]:
    """Text under something that was painted later."""
    del paper
    for page in document.pages:
        for line in page.lines:
            if any(_is_covered(page, run.box, run.painted) for run in line.runs):
                yield Finding(page.number, "tekst zit onder een vlak of een beeld", line.text)


def _is_covered(page: Page, box: Box, painted: int) -> bool:
    middle = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    shapes = (shape for shape in page.shapes[painted:] if min(shape.seen.width, shape.seen.height) > TOUCH)
    return any(shape.alpha > 1 / 2 and shape.holds(middle) for shape in shapes)


def cut_off(document: Document, paper: Paper) -> Iterator[Finding]:
    """Text of which only a part is seen; text of which nothing is seen is for who listens."""
    del paper
    for page in document.pages:
        for line in page.lines:
            if any(_length(run, run.box) - _length(run, run.seen) > TOUCH for run in line.runs):
                yield Finding(page.number, "tekst is afgekapt", line.text)


def _length(run: Run, box: Box) -> float:
    return box.width if run.upright else box.height

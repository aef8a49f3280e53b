"""Looks at headings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import dropwhile, islice, takewhile

from proof.document import Document
from proof.finding import Finding, Paper
from proof.tree import HEADINGS, Element

UNDER = 2
"""Lines of text, at least, that a heading has under it on its page, if there are so many."""


def headings_at_foot(document: Document, paper: Paper) -> Iterator[Finding]:
    """A heading whose text begins, or goes on after one line, on the next page."""
    del paper
    steps = list(_in_reading_order(document))
    for number, (element, page) in enumerate(steps):
        if element.kind in HEADINGS - {"H1"}:
            behind = dropwhile(_is_heading, steps[number + 1 :])
            own = takewhile(partial(_belongs, element), behind)
            pages = [page for _, page in islice(own, UNDER)]
            if pages and pages[-1] > page:
                text = document.text(element)
                yield Finding(page, "een titel staat onderaan, zonder minstens twee lijnen tekst", text)


def _is_heading(step: tuple[Element, int]) -> bool:
    return step[0].kind in HEADINGS


def _belongs(heading: Element, step: tuple[Element, int]) -> bool:
    """Whether something in the same article is no new heading."""
    return not _is_heading(step) and step[0].inside("Art") is heading.inside("Art")


def _in_reading_order(document: Document) -> Iterator[tuple[Element, int]]:
    """Each line of text with its page; of a heading only the last; a picture is as much as a heading asks."""
    for element in document.tree.root.all():
        lines = document.blocks.get(element, [])
        if element.kind == "Figure":
            yield from [(element, max(document.mark_pages.get(element, {0})))] * UNDER
        elif element.kind in HEADINGS and lines:
            yield element, lines[-1].page
        elif element.kind != "Lbl" and not element.inside("Note", "Figure"):
            yield from ((element, line.page) for line in lines)


def skipped_levels(document: Document, paper: Paper) -> Iterator[Finding]:
    """A heading two levels under the one before."""
    del paper
    before = 0
    for element in document.tree.root.all(*HEADINGS - {"H"}):
        level = int(element.kind[1])
        if level > before + 1 and (lines := document.lines.get(element)):
            what = f"na een titel van niveau {before} komt er een van niveau {level}"
            yield Finding(lines[0].page, what, lines[0].text)
        before = level

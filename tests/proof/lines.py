"""Lines of text, put together from what was shown on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from proof.painted import Run
from proof.shapes import Box
from proof.tree import Element

HYPHEN = "\u00ad"
"""What a broken word ends with in the PDF (``print/tags/line_ends.py``)."""
SPACE = 0.15
"""A gap of more than this part of the size is a space that wasn't shown."""
BACK = 1.0
"""Text may start this many points before the end of what stands left of it: kerning."""
APART = 2.0
"""In the margin, a gap of more than this many times the size parts a title from a page number."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A line of one block on one page."""

    page: int
    runs: tuple[Run, ...]
    elements: tuple[Element | None, ...]
    """What each run belongs to; None is an artifact."""

    @property
    def block(self) -> Element | None:
        """The paragraph, cell or heading that it is a line of; None for an artifact."""
        return self.elements[0].block if self.elements[0] else None

    @property
    def kind(self) -> str:
        """The kind of its block; nothing for an artifact."""
        return self.block.kind if self.block else ""

    @property
    def text(self) -> str:
        """Its letters, with spaces where they are seen."""
        return joined(self.runs)

    @property
    def box(self) -> Box:
        """Around all its letters."""
        return Box.around(
            point for run in self.runs for point in ((run.box.left, run.box.top), (run.box.right, run.box.bottom))
        )

    @property
    def base(self) -> float:
        """Its base line, in points from the top: that of its largest letters."""
        return max(self.runs, key=lambda run: run.size).base

    @property
    def size(self) -> float:
        """Of its largest letters, in points."""
        return max(run.size for run in self.runs)

    @property
    def hyphenated(self) -> bool:
        """Whether it ends in the middle of a word."""
        return self.runs[-1].text.rstrip().endswith(HYPHEN)


def joined(runs: Iterable[Run]) -> str:
    """The text of runs on one line."""
    text, before = "", None
    for run in runs:
        if before and run.box.left - before.box.right > SPACE * run.size and not text.endswith(" "):
            text += " "
        text, before = text + run.text, run
    text = text.rstrip()
    return " ".join(text.removesuffix(HYPHEN).replace(HYPHEN, "").split()) + "-" * text.endswith(HYPHEN)


def lines_of(page: int, runs: Iterable[Run], element_of: dict[tuple[int, int], Element]) -> Iterator[Line]:
    """The lines of a page, in the order in which they were shown; what is only spaces is left out."""
    open_lines: dict[Element | None, list[tuple[Run, Element | None]]] = {}
    for run in runs:
        if not run.text.strip():
            continue
        element = element_of.get((page, run.mark)) if run.mark is not None else None
        block = element.block if element else None
        line = open_lines.setdefault(block, [])
        if line and not _continues(line[-1][0], run, block is None):
            yield _line(page, line)
            line = open_lines[block] = []
        line.append((run, element))
    for line in open_lines.values():
        yield _line(page, line)


def _line(page: int, found: list[tuple[Run, Element | None]]) -> Line:
    return Line(page, tuple(run for run, _ in found), tuple(element for _, element in found))


def _continues(before: Run, run: Run, in_margin: bool) -> bool:
    """Whether a run stands on the line of another: also raised, as the number of a footnote."""
    if not (before.upright and run.upright):
        return False
    shared = min(before.box.bottom, run.box.bottom) - max(before.box.top, run.box.top)
    gap = run.box.left - before.box.right
    on_line = shared > min(before.box.height, run.box.height) / 2
    return on_line and gap > -BACK and not (in_margin and gap > APART * run.size)

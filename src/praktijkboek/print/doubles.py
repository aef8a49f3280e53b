"""Page numbers behind a term of the register, each once: two chapters can stand on one page.

``<p class="reeks">term, <a>9</a>, <a>9</a>, <a>34</a></p>`` loses its second link and the comma before it. That can
only be seen once the book is laid out, and is done before ``references`` fills the numbers in.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from praktijkboek.print import engine
from praktijkboek.print.references import targets

SERIES = "reeks"
"""The class of a paragraph with page numbers behind one another."""


def drop_doubles(pages: list[Any], numbers: Mapping[str, int]) -> None:
    """Take away what stands there already, from every series.

    :param pages: WeasyPrint's page boxes
    :param numbers: the page number of each anchor
    """
    for box in engine.boxes_in(pages):
        if box.element_tag == "p" and engine.has_class(box, SERIES):
            _drop_from(box, numbers)


def _drop_from(block: Any, numbers: Mapping[str, int]) -> None:
    """Take away the links whose page stands in the series already, each with the comma before it."""
    pieces = [(line, child) for line in block.children for child in line.children]
    shown: set[int | None] = set()
    gone: set[int] = set()
    for i, (_, child) in enumerate(pieces):
        for target in targets(child):
            number = numbers.get(target)
            if number in shown:
                gone |= {id(child), id(pieces[i - 1][1])}
            shown.add(number)
    for line in block.children if gone else ():
        _close_up(line, gone)


def _close_up(line: Any, gone: set[int]) -> None:
    """Leave boxes out of a line; what stands behind them moves to the left."""
    kept, width = [], 0.0
    for child in line.children:
        if id(child) in gone:
            width += child.margin_width()
        else:
            engine.move(child, -width)
            kept.append(child)
    line.children = kept

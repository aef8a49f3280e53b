"""Page numbers behind references, filled in once the book is laid out.

``target-counter()`` would lay out the book two to four times. Instead the HTML holds a placeholder of three digits,
``<span class="folio" data-doel="#anchor">000</span>``. Here it gets its number, and what stands behind it on its line
moves along. So a number takes the room that it needs, and nothing is laid out again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from praktijkboek.print import engine

FOLIO = "folio"
"""The class of a placeholder."""
TARGET = "data-doel"
"""The attribute with the address that it counts: ``#anchor``."""


def placeholder(target: str) -> str:
    """The HTML that stands for the number of the page with the anchor ``target``."""
    return f'<span class="{FOLIO}" {TARGET}="#{escape(target)}">000</span>'


def targets(box: Any) -> Iterator[str]:
    """The anchors whose pages the placeholders in a box name."""
    element = getattr(box, "element", None)
    if element is not None and element.get(TARGET):
        yield element.get(TARGET).removeprefix("#")
    else:
        for child in getattr(box, "children", ()):
            yield from targets(child)


def fill_in(pages: list[Any], numbers: Mapping[str, int]) -> None:
    """Put its page number in every placeholder of laid out pages.

    :param pages: WeasyPrint's page boxes
    :param numbers: the page number of each anchor; an anchor that isn't there is WeasyPrint's to report
    """
    line = engine.boxes.LineBox
    for box in engine.boxes_in(pages):
        if isinstance(box, line):
            _fill_line(box, numbers)


def _fill_line(line: Any, numbers: Mapping[str, int]) -> None:
    saved = _fill_box(line, numbers)
    if saved and line.style["text_align_all"] in {"right", "end"}:
        for child in line.children:
            engine.move(child, saved)


def _fill_box(box: Any, numbers: Mapping[str, int]) -> float:
    """Fill the placeholders in a line or a part of it; the width in pixels that they no longer take."""
    text, inline = engine.boxes.TextBox, engine.boxes.InlineBox
    saved = 0.0
    for child in box.children:
        if saved:
            engine.move(child, -saved)
        if isinstance(child, text):
            if child.element is not None and child.element.get("class") == FOLIO:
                saved += _set_number(child, numbers)
        elif isinstance(child, inline):
            gone = _fill_box(child, numbers)
            child.width -= gone
            saved += gone
    return saved


def _set_number(box: Any, numbers: Mapping[str, int]) -> float:
    number = numbers.get(box.element.get(TARGET).removeprefix("#"))
    if number is None:
        return 0.0
    width = engine.set_text(box, str(number))
    saved: float = box.width - width
    box.width = width
    return saved

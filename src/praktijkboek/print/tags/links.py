"""One annotation for each link and page, with words that say where it goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pydyf

from praktijkboek.print.references import FOLIO
from praktijkboek.print.tags import roles
from praktijkboek.print.tags.breaks import UNSEEN
from praktijkboek.print.tags.node import Annotation, Node
from praktijkboek.print.tags.reading import BACK, PIXEL, Reading

Rectangle = tuple[float, float, float, float]
"""Left, top, right and bottom, in CSS pixels from the top left of the page."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link stands on a page."""

    page: int
    node: Node
    box: Any
    """The box to which WeasyPrint gives the annotation."""
    lines: list[Rectangle]
    words: str
    target: str = ""
    """The anchor to which it leads, of a link in the text to elsewhere in the book."""

    def finish(self, height: float, across: Callable[[float], Any] = PIXEL.__mul__) -> None:
        """Give its annotation words and lines, and put it in the tree.

        :param height: of the page, in CSS pixels
        :param across: what to write for a horizontal place in CSS pixels
        """
        thing = self.box.link_annotation
        if thing is None:  # its target isn't there; WeasyPrint said so
            return
        thing["Contents"] = pydyf.String(self.words)
        if len(self.lines) > 1:
            points = [(across(x), (height - y) * PIXEL) for line in self.lines for x, y in _corners(line)]
            thing["QuadPoints"] = pydyf.Array([number for point in points for number in point])
        self.node.kids.append(Annotation(self.page, thing))


def _corners(line: Rectangle) -> tuple[tuple[float, float], ...]:
    """Those of a line in the order of QuadPoints."""
    left, top, right, bottom = line
    return ((left, top), (right, top), (left, bottom), (right, bottom))


def merge(
    reading: Reading,
    pages: list[Any],
    numbers: Mapping[str, int],
    placed: Callable[[Rectangle, Any], Rectangle] | None = None,
) -> list[Link]:
    """Make one link of what WeasyPrint has one for of each line and each element in it.

    The pages' own ``links`` are replaced.

    :param numbers: the page number of each anchor
    :param placed: where the rectangle of a box is in the end, if that isn't where it was laid out
    """
    links: list[Link] = []
    for number, page in enumerate(pages):
        page.links.extend(_of_notes(reading, number))
        parts: dict[Node, list[tuple[str, str, Rectangle, Any]]] = {}
        for part in page.links:
            node = None if part[3] in reading.unread else _node(reading, part[3])
            if node is not None:
                parts.setdefault(node, []).append(part)
        page.links = []
        for node, fragments in parts.items():
            kind, target, _, box = fragments[0]
            lines = _lines([placed(found, part) if placed else found for _, _, found, part in fragments])
            page.links.append((kind, target, around(lines), box))
            elsewhere = target if kind == "internal" and not _is_of_note(box) else ""
            links.append(Link(number, node, box, lines, _words(node, kind, target, numbers, box), elsewhere))
    return links


def _node(reading: Reading, box: Any) -> Node | None:
    """The structure element of the link that a box is part of."""
    if box in reading.calls:
        return reading.tree.call(box.element)
    if box in reading.markers:
        return reading.tree.note_label(box.element)
    node: Node | None = reading.tree.node(box.element) if box.element is not None else None
    while node is not None and node.tag != "Link":
        node = node.parent
    return node


def _of_notes(reading: Reading, number: int) -> list[tuple[str, str, Rectangle, Any]]:
    """Links from the calls on a page to their footnotes, and from the footnotes on it back."""
    return [
        ("internal", reading.tree.node(box.element).entries["ID"] + suffix, _rectangle(box), box)
        for boxes, suffix in ((reading.calls, ""), (reading.markers, BACK))
        for box, at in boxes.items()
        if at == number
    ]


def _rectangle(box: Any) -> Rectangle:
    x, y, width, height = box.hit_area()
    return x, y, x + width, y + height


def _lines(rectangles: list[Rectangle]) -> list[Rectangle]:
    """One rectangle a line: those that stand for the most part beside each other are one."""
    lines: list[Rectangle] = []
    for rectangle in rectangles:
        for number, line in enumerate(lines):
            common = min(line[3], rectangle[3]) - max(line[1], rectangle[1])
            if common > 0.5 * min(line[3] - line[1], rectangle[3] - rectangle[1]):
                lines[number] = around([line, rectangle])
                break
        else:
            lines.append(rectangle)
    return lines


def around(rectangles: list[Rectangle]) -> Rectangle:
    """The smallest rectangle around some."""
    lefts, tops, rights, bottoms = zip(*rectangles, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _words(node: Node, kind: str, target: str, numbers: Mapping[str, int], box: Any) -> str:
    """What a link says to who can't see it: its text, and where it goes."""
    if box.element_tag.endswith("::footnote-call"):
        return f"Voetnoot {_number(box)}"
    if box.element_tag.endswith("::footnote-marker"):
        return f"Terug naar de tekst bij voetnoot {_number(box)}"
    text = " ".join("".join(_spoken(node.element)).translate(UNSEEN).split())
    return with_page(text, numbers.get(target)) if kind == "internal" else with_address(text, target)


def with_page(text: str, number: int | None) -> str:
    """The text of a link, and the page to which it leads if that is known."""
    where = "" if number is None else f"bladzijde {number}"
    return ", ".join(part for part in (text, where) if part)


def with_address(text: str, target: str) -> str:
    """The text of a link, and the web or mail address to which it leads if the text isn't that already."""
    address = target.removeprefix("mailto:").removeprefix("tel:")
    shown = address.removeprefix("https://").removeprefix("http://").removeprefix("www.")
    return address if shown.startswith(text) or text == address else f"{text} ({address})"


def _is_of_note(box: Any) -> bool:
    return bool(box.element_tag.endswith(("::footnote-call", "::footnote-marker")))


def _number(box: Any) -> str:
    return "".join(child.text for child in box.descendants() if hasattr(child, "text")).strip(" .")


def _spoken(element: Any) -> list[str]:
    """The text of an element and what is in it, without the page number (which comes behind)."""
    words = [element.text or ""]
    for child in element:
        if child.tag in roles.PICTURES:
            words.append(roles.alternative(child) or "")
        elif not {FOLIO, "zie"} & set(roles.classes(child)) and child.get("aria-hidden") != "true":
            words.extend(_spoken(child))
        words.append(child.tail or "")
    return words

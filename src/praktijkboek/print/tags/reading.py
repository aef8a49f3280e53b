"""The laid out pages, read as a person would: which text belongs to which structure element, in which order."""

from __future__ import annotations

from typing import Any

from praktijkboek.print import engine
from praktijkboek.print.tags import roles
from praktijkboek.print.tags.breaks import UNSEEN, Breaks
from praktijkboek.print.tags.node import Node, Run
from praktijkboek.print.tags.tree import Tree

BACK = "-terug"
"""Behind the name of a footnote: the place of its call."""
PIXEL = 0.75
"""Points in a CSS pixel."""


class Reading:
    """What stands on the pages of a document.

    :param html: the root of its HTML
    :param pages: WeasyPrint's pages, as they will be painted
    :param name: what the names of structure elements start with
    """

    def __init__(self, html: Any, pages: list[Any], name: str = "") -> None:
        self.boxes = engine.boxes
        self.tree = Tree(html, name)
        self.runs: dict[Any, Run] = {}
        """The run of each box with text or a picture. A box that isn't here is decoration."""
        self.blanks: dict[Any, Run] = {}
        """The run before each box with only a space."""
        self.unread: set[Any] = set()
        """The boxes of what is not read."""
        self.breaks = Breaks()
        self.calls: dict[Any, int] = {}
        """The boxes of calls of footnotes, with their page, counted from 0."""
        self.markers: dict[Any, int] = {}
        """Those of the numbers before footnotes, too."""
        self._repeated: set[int] = set()
        self._last: Run | None = None
        self._page, self._laid_out = 0, pages[0]
        for self._page, self._laid_out in enumerate(pages):
            self._last = None
            self._read(engine.page_box(self._laid_out))

    def _read(self, box: Any) -> None:
        box = engine.laid_out(box)
        if self._is_decoration(box):
            self.unread.update(box.descendants())
        elif isinstance(box, self.boxes.TextBox):
            self._read_text(box)
        elif isinstance(box, self.boxes.ReplacedBox):
            self._read_picture(box)
        else:
            self._notice(box)
            for child in box.children:
                self._read(child)
            if isinstance(box, self.boxes.LineBox):
                self.breaks.end_line()

    def _notice(self, box: Any) -> None:
        """What counts even if no text of its own stands in it."""
        if box.element_tag in {"td", "th"}:
            self.tree.node(box.element)
        elif box.footnote is not None:
            self.calls[box] = self._page
            self._anchor(box, self.tree.node(box.element).entries["ID"] + BACK)
        elif box.element_tag and box.element_tag.endswith("::footnote-marker"):
            self.markers[box] = self._page
        elif id(box.element) in self.tree.notes and box.element_tag == box.element.tag:
            self._anchor(box, self.tree.node(box.element).entries["ID"])

    def _anchor(self, box: Any, name: str) -> None:
        """Let links lead to where a box stands."""
        x, y = box.position_x, box.position_y
        self._laid_out.anchors.setdefault(name, (x, y, x, y))

    def _is_decoration(self, box: Any) -> bool:
        if isinstance(box, self.boxes.MarginBox) or box.is_leader:
            return True
        if box.element is None:
            return False
        if isinstance(box, self.boxes.TableRowGroupBox) and (box.is_header or box.is_footer):
            if id(box.element) in self._repeated:
                return True
            self._repeated.add(id(box.element))
        return id(box.element) in self.tree.hidden

    def _read_text(self, box: Any) -> None:
        seen = box.text.translate(UNSEEN)
        if not seen.strip():  # a space between words goes with the word before it
            if self._last:
                self.blanks[box] = self._last
                self._read_blank(box, seen)
            return
        if box.element is not None and not _is_ornament(box):
            self._put(box, self._node_of(box))
            self.breaks.read(box)

    def _read_blank(self, box: Any, seen: str) -> None:
        if seen:
            self.breaks.spaces.add(box)
        elif box.text:
            self.breaks.join()

    def _node_of(self, box: Any) -> Node:
        pseudo = box.element_tag.partition("::")[2]
        if pseudo == "marker":
            return self.tree.label(box.element)
        if pseudo == "footnote-marker":
            return self.tree.note_label(box.element)
        if pseudo == "footnote-call":
            return self.tree.call(box.element)
        return self.tree.node(box.element).for_text()

    def _put(self, box: Any, node: Node) -> None:
        if self._last is None or self._last.node is not node or node.kids[-1] is not self._last:
            self._last = Run(node, self._page)
            node.kids.append(self._last)
        self.runs[box] = self._last

    def _read_picture(self, box: Any) -> None:
        if box.element is None or box.element.tag not in roles.PICTURES or box.element_tag != box.element.tag:
            return
        node = self.tree.picture(box.element)
        x, y = box.content_box_x(), box.content_box_y()
        height = self._laid_out.height
        corners = (x, height - y - box.height, x + box.width, height - y)
        node.attributes.append({"O": "/Layout", "BBox": [corner * PIXEL for corner in corners]})
        self._put(box, node)


def _is_ornament(box: Any) -> bool:
    """Whether a style sheet put signs there that say nothing: a dot between items, a big quotation mark."""
    return box.element_tag.endswith(("::before", "::after")) and not any(sign.isalnum() for sign in box.text)

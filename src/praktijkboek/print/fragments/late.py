"""What of a laid out unit only the whole book knows: page numbers, which of them come twice, on which side a page is.

``Late`` finds it in the boxes before they are painted. Where ``references`` and ``doubles`` move boxes, here every box
behind a page number knows the sum (a *shift*) by which it moves once the number is known.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from praktijkboek.print import engine
from praktijkboek.print.doubles import SERIES
from praktijkboek.print.fragments.fragment import SHEET, Piece, Slot
from praktijkboek.print.references import FOLIO, TARGET, targets

DIGITS = "0123456789"
ASIDE = "zie"
"""The class of "(zie p. 45)"."""
HEAD = "blad-kop"
"""The class of the line above a case that only its own sheet has."""
Shift = dict[str, float]
"""How often what a slot or piece no longer takes is added, by its name."""


class Moved(float):
    """A place that moves along with a shift, by its number."""

    shift: int | None = None

    @classmethod
    def at(cls, place: float, shift: int | None) -> float:
        """A place as laid out, and the shift that it moves with."""
        if shift is None:
            return place
        moved = cls(place)
        moved.shift = shift
        return moved


class Late:
    """What is to be filled in on the pages of a unit.

    :param pages: WeasyPrint's page boxes
    :param own: the anchors in the unit; what leads elsewhere can't be followed in the sheet of a case
    """

    def __init__(self, pages: list[Any], own: Iterable[str]) -> None:
        self.slots: list[Slot] = []
        self.pieces: dict[str, Piece] = {}
        self.shifts: list[Shift] = []
        self.slot_of: dict[Any, int] = {}
        self.piece_of: dict[Any, str] = {}
        self.moved: dict[Any, int] = {}
        """The shift of what is painted of a box."""
        self.ended: dict[Any, int] = {}
        """The shift of its right-hand edge."""
        self._own = frozenset(own)
        self._numbers: dict[tuple[tuple[str, float], ...], int] = {}
        self._series = 0
        self._widths: dict[Any, list[float]] = {}
        self._factors: dict[Any, float] = {}
        for self._page, page in enumerate(pages):
            self._look_at(page)

    def place(self, rectangle: tuple[float, float, float, float], box: Any) -> tuple[float, float, float, float]:
        """The rectangle of a box, whose sides may move."""
        left, top, right, bottom = rectangle
        return Moved.at(left, self.moved.get(box)), top, Moved.at(right, self.ended.get(box)), bottom

    def _look_at(self, page: Any) -> None:
        for margin_box in engine.margin_boxes(page):
            margin = margin_box.at_keyword.startswith("@bottom")
            for box in engine.boxes_in([margin_box]) if margin else ():
                if isinstance(box, engine.boxes.TextBox) and box.text.isdecimal():
                    self._add_slot(box, "")
        for box in engine.boxes_in([page]):
            if engine.has_class(box, HEAD) and box not in self.piece_of:
                self.piece_of.update((one, SHEET) for one in engine.boxes_in([box]))
            elif isinstance(box, engine.boxes.LineBox):
                self._read_line(box)
            elif box.element_tag == "p" and engine.has_class(box, SERIES):
                self._find_doubles(box)

    def _add_slot(self, box: Any, target: str, piece: str = "") -> int:
        self.slot_of[box] = len(self.slots)
        widths = self._digit_widths(box.style)
        self.slots.append(Slot(target, self._page, [], widths, box.width, piece))
        return self.slot_of[box]

    def _digit_widths(self, style: Any) -> list[float]:
        names = ("font_family", "font_size", "font_weight", "font_style", "font_feature_settings", "font_kerning")
        key = tuple(style[name] for name in names)
        if key not in self._widths:
            self._widths[key] = [engine.width_of(digit, style) for digit in DIGITS]
        return self._widths[key]

    def _find_doubles(self, block: Any) -> None:
        """Each link in a series, with the comma before it, is a piece: its page may stand there already."""
        children = [child for line in block.children for child in line.children]
        shown = False
        for i, child in enumerate(children):
            for target in targets(child):
                name = self._new_piece(target, self._series)
                if shown:
                    self._put(children[i - 1], name)
                self._put(child, name)
                shown = True
        self._series += 1

    def _new_piece(self, target: str, series: int = -1) -> str:
        name = str(len(self.pieces))
        self.pieces[name] = Piece(1.0, target, series)
        return name

    def _put(self, box: Any, name: str) -> None:
        self._factors[box] = box.margin_width()
        for one in engine.boxes_in([box]):
            self.piece_of[one] = name

    def _read_line(self, line: Any) -> None:
        found: list[tuple[Any, Shift, Shift]] = []
        total = self._walk(line, {}, found)
        offset: Shift = {}
        if line.style["text_align_all"] in {"right", "end"}:
            offset = {name: -factor for name, factor in total.items()}
        for box, start, end in found:
            self._note(self.moved, box, _sum(start, offset))
            box.moves_with = self.moved.get(box)  # painted is a copy of what holds text
            self._note(self.ended, box, _sum(end, offset))

    def _note(self, shifts: dict[Any, int], box: Any, shift: Shift) -> None:
        if shift:
            shifts[box] = self._numbers.setdefault(tuple(shift.items()), len(self.shifts))
            if shifts[box] == len(self.shifts):
                self.shifts.append(shift)

    def _walk(self, around: Any, before: Shift, found: list[tuple[Any, Shift, Shift]]) -> Shift:
        """Find the shifts of the boxes in a line or a part of it.

        :param before: the shift of what comes first
        :param found: gets each box, with the shifts of its left-hand and right-hand edge
        :returns: the shift of what comes next
        """
        for child in around.children:
            start = before
            element = getattr(child, "element", None)
            if isinstance(child, engine.boxes.TextBox):
                if element is not None and element.get("class") == FOLIO:
                    target = element.get(TARGET).removeprefix("#")
                    before = _sum(before, {f"n{self._add_slot(child, target, self.piece_of.get(child, ''))}": -1.0})
                elif child in self.slot_of:
                    before = _sum(before, {f"n{self.slot_of[child]}": -1.0})
            elif isinstance(child, engine.boxes.InlineBox):
                self._read_aside(child)
                before = self._walk(child, before, found)
            if child in self._factors:
                before = _sum(before, {f"({self.piece_of[child]}": -self._factors[child]})
            found.append((child, start, before))
        return before

    def _read_aside(self, box: Any) -> None:
        """A "(zie p. 45)" that leads elsewhere is a piece: in the sheet of a case it has no sense."""
        if box in self.piece_of or not engine.has_class(box, ASIDE):
            return
        outside = [target for target in targets(box) if target not in self._own]
        if outside:
            self._put(box, self._new_piece(outside[0]))


def _sum(one: Shift, other: Shift) -> Shift:
    summed = dict(one)
    for name, factor in other.items():
        summed[name] = summed.get(name, 0.0) + factor
    return {name: factor for name, factor in summed.items() if factor}

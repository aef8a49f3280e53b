"""Painting a unit: our tags, and instructions (``template``) where only the whole book knows what comes there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pydyf

from praktijkboek.print import engine
from praktijkboek.print.fragments.fragment import SHEET
from praktijkboek.print.fragments.late import DIGITS, HEAD, Late
from praktijkboek.print.fragments.moving import end_of_drawing, last, move_picture, move_text, moved, moved_by, place
from praktijkboek.print.fragments.template import MARK, instruction
from praktijkboek.print.tags.hook import Painting
from praktijkboek.print.tags.links import Link, around
from praktijkboek.print.tags.reading import PIXEL, Reading

GLYPHS = re.compile(rb"<([0-9a-f]+)>")
PRINTED = b"4"
"""The flag of annotations that are printed too, which PDF/A asks for."""


class UnitPainting(Painting):
    """What is known while the pages of a unit are painted.

    :param write: writes the structure tree, in the place of ``tags.writing``
    """

    def __init__(self, reading: Reading, links: list[Link], late: Late, write: Callable[..., None]) -> None:
        super().__init__(reading, links)
        self.late, self._write = late, write
        self.links_within: list[tuple[str, str]] = []
        """Words and anchor of each link to elsewhere in the book."""
        self.fonts = pydyf.Dictionary()
        """Stands for the fonts of the book."""
        self._marks: dict[tuple[int, int], str] = {}
        self._links: dict[int, str] = {}

    def piece_of_mark(self, stream: Any, number: int) -> str:
        """The piece in which something was marked, or nothing."""
        return self._marks.get((id(stream), number), "")

    def piece_of_link(self, thing: Any) -> str:
        """The piece in which the annotation of a link is, or nothing."""
        return self._links.get(thing.number, "")

    @contextmanager
    def set_apart(self, stream: Any, box: Any) -> Iterator[None]:
        """Put what belongs to a piece between its instructions."""
        piece = self.late.piece_of.get(box)
        if piece is None:
            behind = box in self.reading.blanks and stream.stream[-1].startswith(MARK + b")")
            font = engine.last_font(stream) if behind else None
            yield
            if font:
                self._paint_space(stream, box, font)
            return
        marked = len(stream.runs)
        if piece == SHEET:  # ``draw_context`` put its line, and what is drawn around it, between instructions
            yield
        else:
            stream.stream.append(instruction(f"({piece}"))
            yield
            stream.stream.append(instruction(f"){piece}"))
        self._marks.update(((id(stream), number), piece) for number in range(marked, len(stream.runs)))

    def _paint_space(self, stream: Any, box: Any, font: tuple[str, float]) -> None:
        """Make a space right behind a piece text of its own, so that it stays when the piece goes."""
        stream.open(self.reading.blanks[box])
        stream.begin_text()
        stream.set_font_size(*font)
        stream.set_text_matrix(1, 0, 0, -1, box.position_x, box.position_y + box.baseline)
        stream.show_text("")
        stream.end_text()
        self.line_ends.part(stream)
        stream.stream.append(b"EMC")

    @contextmanager
    def reworked(self, stream: Any, box: Any) -> Iterator[None]:
        """Put instructions in the place of a page number, and of where text behind one stands."""
        slot, shift = self.late.slot_of.get(box), self.late.moved.get(box)
        if (slot is None and shift is None) or not getattr(box, "text", "").strip():
            yield
            return
        if slot is not None:
            engine.set_text(box, DIGITS)
        before = len(stream.stream)
        yield
        self._move_lines(stream.stream, before, slot, shift, box)
        if slot is not None:
            self._open_slot(stream.stream, slot)
        if shift is not None:
            move_text(stream.stream, shift)

    def _open_slot(self, painted: list[Any], slot: int) -> None:
        at = last(painted, b"] TJ")
        digits = b"".join(GLYPHS.findall(painted[at])).decode()
        size = len(digits) // len(DIGITS)
        self.late.slots[slot].glyphs = [digits[i : i + size] for i in range(0, len(digits), size)]
        painted[at] = b"[<%s>] TJ" % instruction(f"n{slot}")

    @staticmethod
    def _move_lines(painted: list[Any], before: int, slot: int | None, shift: int | None, box: Any) -> None:
        """Let the line under a text be as wide as that, and move along with it."""
        end = end_of_drawing(painted, before)
        if end > before:
            opening = [b"q"]
            if shift is not None:
                opening.append(moved_by(shift))
            if slot is not None:
                x = b"%.4f" % box.position_x
                opening += [b"1 0 0 1 %s 0 cm" % x, instruction(f"a{slot}") + b" 0 0 1 0 0 cm", b"1 0 0 1 -%s 0 cm" % x]
            painted[before:end] = [*opening, *painted[before:end], b"Q"]

    def write_tree(self, pdf: Any, page_streams: list[Any], groups: list[Any]) -> None:
        """Hand over for the tree."""
        for box, run in self.reading.runs.items():
            shift = getattr(box, "moves_with", None)
            if shift is not None and isinstance(box, engine.boxes.ReplacedBox):
                move_picture(run.node, shift)
        self._write(pdf, page_streams, groups)

    def finish_link(self, link: Link, height: float) -> None:
        """Say of a link what is known, with instructions for where it stands and leads."""
        link.finish(height, place)
        thing = link.box.link_annotation
        left, top, right, bottom = around(link.lines)
        thing["Rect"] = pydyf.Array([place(left), (height - top) * PIXEL, place(right), (height - bottom) * PIXEL])
        thing["F"] = PRINTED
        self._links[thing.number] = self.late.piece_of.get(link.box, "")
        if link.target:
            number = len(self.links_within)
            self.links_within.append((link.words, link.target))
            del thing["Dest"]
            thing["Contents"] = instruction(f"s{number}")
            thing["F"] += b" " + instruction(f"d{number}")

    def add_fonts(self, original: Callable[..., Any], pdf: Any, fonts: Any, *options: Any) -> Any:
        """Leave the fonts for the whole book."""
        del original, pdf, options
        self.line_ends.prepare(fonts)
        return self.fonts

    def draw_level(self, original: Callable[..., None], stream: Any, page: Any, box: Any, *options: Any) -> None:
        """Paint a part of a line that moves, in the place of ``weasyprint.draw.draw_inline_level``."""
        shift = getattr(box, "moves_with", None)
        if shift is None or isinstance(box, engine.boxes.LineBox):
            original(stream, page, box, *options)
        elif isinstance(box, engine.boxes.InlineBox):
            painted, before = stream.stream, len(stream.stream)
            ended = painted[before - 1 : before]
            original(stream, page, box, *options)
            # What goes on in the text before it took the end of that away, and has nothing under it.
            end = end_of_drawing(painted, before) if painted[before - 1 : before] == ended else before
            painted[before:end] = [b"q", moved_by(shift), *painted[before:end], b"Q"] if end > before else []
        else:
            with moved(stream, box):
                original(stream, page, box, *options)

    def draw_context(self, original: Callable[..., None], stream: Any, context: Any) -> None:
        """Paint what is painted by itself, in the place of ``weasyprint.draw.draw_stacking_context``.

        What only one side or a sheet has, comes between instructions; a picture behind a number moves along.
        """
        piece = SHEET if engine.has_class(context.box, HEAD) else getattr(context.box, "side_piece", "")
        if piece:
            stream.stream.append(instruction(f"({piece}"))
        if isinstance(context.box, engine.boxes.InlineBox):
            original(stream, context)  # which comes to ``draw_level``
        else:
            with moved(stream, context.box):
                original(stream, context)
        if piece:
            stream.stream.append(instruction(f"){piece}"))


@contextmanager
def drawn_by(painting: UnitPainting) -> Iterator[None]:
    """Let WeasyPrint draw through ``painting`` what may move or be left out."""
    draw = engine.draw
    level, context = draw.draw_inline_level, draw.draw_stacking_context
    with ExitStack() as stack:
        for name, new in (
            ("draw_inline_level", lambda *given: painting.draw_level(level, *given)),
            ("draw_stacking_context", lambda *given: painting.draw_context(context, *given)),
        ):
            stack.enter_context(engine.replaced(draw, name, new))
        yield

"""A page's content stream, read as WeasyPrint writes it: what was shown, filled and placed, in that order.

pdfminer.six reads more kinds of PDF and needs ten times as long (4.7 against 0.4 CPU seconds for 97 pages).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf

from proof.fonts import Font, read_font
from proof.painted import Picture, Run
from proof.shapes import IDENTITY, Box, Colour, Matrix, Point, Shape, ground, mixed, moved, times

BLACK: Colour = (0, 0, 0)
ASCENT, DESCENT = 0.72, 0.22
"""What letters reach above and below their base line, as a part of their size: of a capital and a p in Source Serif."""


@dataclass(slots=True)
class State:
    """What ``q`` keeps and ``Q`` brings back."""

    matrix: Matrix
    clip: Box
    fill: Colour | None = BLACK
    alpha: float = 1
    font: Font | None = None
    size: float = 0
    rise: float = 0


@dataclass(slots=True)
class Painter:
    """Carries out the operators that say where text stands and what is under it."""

    state: State
    fonts: dict[Any, Font]
    """Those read so far, of all pages."""
    runs: list[Run] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    _kept: list[State] = field(default_factory=list)
    _marks: list[int | None] = field(default_factory=list)
    _path: list[list[Point]] = field(default_factory=list)
    _clips: bool = False
    _text: Matrix = IDENTITY
    _resources: Any = None

    def paint(self, stream: Any, resources: Any) -> None:
        """Carry out a content stream."""
        before, self._resources = self._resources, resources
        for instruction in pikepdf.parse_content_stream(stream):
            if action := ACTIONS.get(str(instruction.operator)):
                action(self, instruction.operands)
        self._resources = before

    def keep(self, _: Any) -> None:
        """q."""
        self._kept.append(replace(self.state))

    def bring_back(self, _: Any) -> None:
        """Q."""
        self.state = self._kept.pop()

    def transform(self, operands: Any) -> None:
        """cm."""
        self.state.matrix = times(_matrix(operands), self.state.matrix)

    def set_state(self, operands: Any) -> None:
        """gs: how much shows through."""
        named = self._resources.ExtGState[str(operands[0])]
        self.state.alpha = float(named.get("/ca", self.state.alpha))

    def set_colour(self, operands: Any) -> None:
        """g, rg, k, sc, scn: grey, RGB or CMYK; anything else isn't known."""
        parts = [float(part) for part in operands] if not isinstance(operands[-1], pikepdf.Name) else []
        match parts:
            case [grey]:
                self.state.fill = (grey, grey, grey)
            case [red, green, blue]:
                self.state.fill = (red, green, blue)
            case [cyan, magenta, yellow, black]:
                red, green, blue = ((1 - part) * (1 - black) for part in (cyan, magenta, yellow))
                self.state.fill = (red, green, blue)
            case _:
                self.state.fill = None

    def begin_mark(self, operands: Any) -> None:
        """BDC and BMC: the number of a marked content holds for what stands in it; an artifact has none."""
        inside = self._marks[-1] if self._marks else None
        number = operands[1].get("/MCID") if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else None
        self._marks.append(None if str(operands[0]) == "/Artifact" else inside if number is None else int(number))

    def end_mark(self, _: Any) -> None:
        """EMC."""
        self._marks.pop()

    @property
    def mark(self) -> int | None:
        """The marked content that we are in."""
        return self._marks[-1] if self._marks else None

    def move_to(self, operands: Any) -> None:
        """m."""
        self._path.append([])
        self.line_to(operands)

    def line_to(self, operands: Any) -> None:
        """l, c, v, y: a curve is taken for the line to its end, which is near enough to know a ground."""
        x, y = operands[-2:]
        self._path[-1].append(moved((float(x), float(y)), self.state.matrix))

    def rectangle(self, operands: Any) -> None:
        """re."""
        x, y, width, height = map(float, operands)
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        self._path.append([moved(corner, self.state.matrix) for corner in corners])

    def clip(self, _: Any) -> None:
        """W: holds from the operator that ends the path."""
        self._clips = True

    def fill(self, operands: Any) -> None:
        """f and its like."""
        points = [point for outline in self._path for point in outline]
        if points and (seen := Box.around(points).shared(self.state.clip)):
            self.shapes.append(Shape(tuple(map(tuple, self._path)), seen, self.state.fill, self.state.alpha))
        self.end_path(operands)

    def end_path(self, _: Any) -> None:
        """n and S: nothing is filled."""
        if self._clips:
            points = [point for outline in self._path for point in outline]
            self.state.clip = Box.around(points).shared(self.state.clip) or Box(0, 0, 0, 0)
        self._path, self._clips = [], False

    def shade(self, _: Any) -> None:
        """sh: a gradient over all that is not clipped away."""
        self._cover(self.state.clip)

    def _cover(self, box: Box) -> None:
        if seen := box.shared(self.state.clip):
            corners = ((box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom))
            self.shapes.append(Shape((corners,), seen, None))

    def place(self, operands: Any) -> None:
        """Do: a photo, or a drawing of its own."""
        thing = self._resources.XObject[str(operands[0])]
        if thing.Subtype == "/Image":
            square = Box.around(moved(corner, self.state.matrix) for corner in ((0, 0), (1, 0), (0, 1), (1, 1)))
            self.pictures.append(Picture(square, (int(thing.Width), int(thing.Height)), self.mark))
            self._cover(square)
            return
        before = replace(self.state)
        self.transform(thing.get("/Matrix", IDENTITY))
        self.paint(thing, thing.get("/Resources", self._resources))
        self.state = before

    def set_font(self, operands: Any) -> None:
        """Tf."""
        named = self._resources.Font[str(operands[0])]
        if named.objgen not in self.fonts:
            self.fonts[named.objgen] = read_font(named)
        self.state.font, self.state.size = self.fonts[named.objgen], float(operands[1])

    def set_rise(self, operands: Any) -> None:
        """Ts."""
        self.state.rise = float(operands[0])

    def begin_text(self, _: Any) -> None:
        """BT."""
        self._text = IDENTITY

    def set_text_matrix(self, operands: Any) -> None:
        """Tm."""
        self._text = _matrix(operands)

    def show(self, operands: Any) -> None:
        """TJ and Tj."""
        state = self.state
        if state.font is None:
            return
        pieces = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
        text, width, advance = state.font.shown(pieces)
        matrix = times((state.size, 0, 0, state.size, 0, state.rise), times(self._text, state.matrix))
        self._text = times((1, 0, 0, 1, advance * state.size, 0), self._text)
        corners = ((0.0, -DESCENT), (width, -DESCENT), (0.0, ASCENT), (width, ASCENT))
        box = Box.around(moved(corner, matrix) for corner in corners)
        seen = box.shared(state.clip)
        if text.strip() and seen:
            self.runs.append(self._run(text, box, seen, matrix, state.font))

    def _run(self, text: str, box: Box, seen: Box, matrix: Matrix, font: Font) -> Run:
        under, fill = ground(self.shapes, box), self.state.fill
        return Run(
            text=text,
            box=box,
            seen=seen,
            base=moved((0, 0), matrix)[1],
            size=(matrix[2] ** 2 + matrix[3] ** 2) ** 0.5,
            font=font,
            colour=mixed(fill, self.state.alpha, under) if fill and under else fill,
            ground=under,
            mark=self.mark,
            upright=abs(matrix[1]) < abs(matrix[0]) / 100,
            painted=len(self.shapes),
        )


def _matrix(operands: Iterable[Any]) -> Matrix:
    a, b, c, d, e, f = map(float, operands)
    return a, b, c, d, e, f


ACTIONS: dict[str, Callable[[Painter, Any], None]] = {
    "q": Painter.keep,
    "Q": Painter.bring_back,
    "cm": Painter.transform,
    "gs": Painter.set_state,
    "BDC": Painter.begin_mark,
    "BMC": Painter.begin_mark,
    "EMC": Painter.end_mark,
    "m": Painter.move_to,
    "re": Painter.rectangle,
    "W": Painter.clip,
    "W*": Painter.clip,
    "n": Painter.end_path,
    "S": Painter.end_path,
    "s": Painter.end_path,
    "sh": Painter.shade,
    "Do": Painter.place,
    "BT": Painter.begin_text,
    "Tf": Painter.set_font,
    "Ts": Painter.set_rise,
    "Tm": Painter.set_text_matrix,
    "TJ": Painter.show,
    "Tj": Painter.show,
    **dict.fromkeys(("l", "c", "v", "y"), Painter.line_to),
    **dict.fromkeys(("g", "rg", "k", "sc", "scn"), Painter.set_colour),
    **dict.fromkeys(("f", "F", "f*", "B", "B*", "b", "b*"), Painter.fill),
}

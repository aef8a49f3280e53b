"""Points, boxes and filled shapes on a page, in points from its upper left corner."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Colour = tuple[float, float, float]
"""Red, green and blue, 0 to 1."""
Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
WHITE: Colour = (1, 1, 1)
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that does first ``inner``, then ``outer``."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def moved(point: Point, matrix: Matrix) -> Point:
    """Where a matrix brings a point."""
    x, y = point
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; ``top`` is less than ``bottom``."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, points: Iterable[Point]) -> Box:
        """The smallest that holds all points; with none, nothing."""
        xs, ys = zip(*points, strict=True) if (points := list(points)) else ((0.0,), (0.0,))
        return cls(min(xs), min(ys), max(xs), max(ys))

    @property
    def width(self) -> float:
        """From left to right, in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom, in points."""
        return self.bottom - self.top

    def shared(self, other: Box) -> Box | None:
        """What two boxes have in common, if anything."""
        box = Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )
        return box if box.width > 0 and box.height > 0 else None

    def holds(self, point: Point) -> bool:
        """Whether a point lies in it."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom

    def grown(self, by: float) -> Box:
        """A box that is larger on all sides, in points; smaller where ``by`` is negative."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


@dataclass(frozen=True, slots=True)
class Shape:
    """Something filled: its outlines, the part of it that is seen, and its colour; None is a picture or a gradient."""

    outlines: tuple[tuple[Point, ...], ...]
    seen: Box
    colour: Colour | None
    alpha: float = 1

    def holds(self, point: Point) -> bool:
        """Whether a point lies in it, by the even-odd rule."""
        return self.seen.holds(point) and sum(_crosses(outline, point) for outline in self.outlines) % 2 == 1


def _crosses(outline: tuple[Point, ...], point: Point) -> int:
    x, y = point
    count = 0
    for (x1, y1), (x2, y2) in zip(outline, outline[1:] + outline[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            count += 1
    return count


def mixed(over: Colour, alpha: float, under: Colour) -> Colour:
    """The colour seen where ``over`` lets through what is under it."""
    red, green, blue = (alpha * a + (1 - alpha) * b for a, b in zip(over, under, strict=True))
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """The ratio of WCAG 2: 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ground(shapes: Sequence[Shape], box: Box) -> Colour | None:
    """The colour of what was painted in a box, on white paper, if it is the same in its middle and near its ends."""
    y = (box.top + box.bottom) / 2
    colours = {_colour_at(shapes, (box.left + part * box.width, y)) for part in (0.05, 0.5, 0.95)}
    return colours.pop() if len(colours) == 1 else None


def _colour_at(shapes: Sequence[Shape], point: Point) -> Colour | None:
    over: list[Shape] = []
    for shape in reversed(shapes):
        if shape.holds(point):
            over.append(shape)
            if shape.colour is None or shape.alpha == 1:
                break
    colour: Colour = WHITE
    for shape in reversed(over):
        if shape.colour is None:
            return None
        colour = mixed(shape.colour, shape.alpha, colour)
    return colour

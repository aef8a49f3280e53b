"""A map as a picture: an outline with dots, and pins that don't hide each other."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import product

from .shapes import num

Point = tuple[float, float]
ROUNDS = 400
"""More than enough: a hundred pins on Flanders lie apart after some sixty."""
HAIR = 0.05
"""Less than anybody sees."""
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
LAND, EDGE, INK = "#dce9e6", "#ffffff", "#33413f"


def spread(points: Sequence[Point], distance: float, width: float, height: float) -> list[Point]:
    """Where pins stand so that each is ``distance`` from every other, as near to its own point as can be.

    They stay on a picture of ``width`` by ``height`` (same units as the points). The same points give the same pins.
    """
    places = [list(point) for point in points]
    margin = distance / 2
    for _ in range(ROUNDS):
        moved = False
        for i, j in _neighbours(places, 2 * distance):
            moved = _part(places[i], places[j], distance, j) or moved
        for place in places:
            place[0] = min(max(place[0], margin), width - margin)
            place[1] = min(max(place[1], margin), height - margin)
        if not moved:
            break
    return [(round(x, 1), round(y, 1)) for x, y in places]


def _neighbours(places: Sequence[Sequence[float]], size: float) -> list[tuple[int, int]]:
    """The pairs of places that may be nearer than ``size``: those in the same or adjoining squares of that size."""
    squares: dict[tuple[int, int], list[int]] = {}
    pairs = []
    for j, (x, y) in enumerate(places):
        column, row = int(x // size), int(y // size)
        for square in product((column - 1, column, column + 1), (row - 1, row, row + 1)):
            pairs += [(i, j) for i in squares.get(square, ())]
        squares.setdefault((column, row), []).append(j)
    return sorted(pairs)


def _part(one: list[float], other: list[float], distance: float, number: int) -> bool:
    """Move two pins apart, each half of the way; pins on one point leave it in a direction of their own."""
    dx, dy = other[0] - one[0], other[1] - one[1]
    apart = math.hypot(dx, dy)
    if apart >= distance - HAIR:
        return False
    if apart < HAIR:
        dx, dy, apart = math.cos(number * GOLDEN_ANGLE), math.sin(number * GOLDEN_ANGLE), 1.0
        push = distance / 2
    else:
        push = (distance - apart) / 2
    for sign, place in ((-1, one), (1, other)):
        place[0] += sign * push * dx / apart
        place[1] += sign * push * dy / apart
    return True


def outline_picture(paths: Iterable[str], width: float, height: float, pins: Iterable[tuple[Point, Point]]) -> str:
    """The outline as SVG; of each pin that was moved, a dot at its own point and a line to where it stands."""
    land = "".join(f'<path d="{d}" fill="{LAND}" stroke="{EDGE}" stroke-width="2.5"/>' for d in paths)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {num(width)} {num(height)}"'
        f' width="{num(width)}" height="{num(height)}">{land}{"".join(_leader(*pin) for pin in pins)}</svg>'
    )


def _leader(point: Point, place: Point) -> str:
    if math.dist(point, place) < 1:
        return ""
    (x, y), (px, py) = point, place
    line = f'<path d="M{num(x)} {num(y)}L{num(px)} {num(py)}" stroke="{INK}" stroke-width="2"/>'
    return f'{line}<circle cx="{num(x)}" cy="{num(y)}" r="4" fill="{INK}"/>'

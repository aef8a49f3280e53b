"""Where things go: on the pavement beside the door, along the kerb, in the row of houses."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from .houses import KINDS, House

GAP = 24
GARDEN = 54
NARROW = 46
TREES = 0.3
EDGE = 24


@dataclass
class Zone:
    """A stretch of pavement beside the door, filled from the door outwards."""

    door: float
    edge: float
    widths: list[float] = field(default_factory=list)

    @property
    def room(self) -> float:
        """What is still free."""
        taken = sum(self.widths) + GAP * len(self.widths)
        return abs(self.edge - self.door) - taken

    def take(self, width: float) -> bool:
        """Keep a place if there is one."""
        if self.room < width + GAP:
            return False
        self.widths.append(width)
        return True

    def places(self) -> list[float]:
        """Give the left side of each thing, the free room shared out between them."""
        spare = min(34.0, self.room / (len(self.widths) + 1)) if self.widths else 0
        way, x, lefts = (1 if self.edge > self.door else -1), self.door, []
        for width in self.widths:
            x += way * (GAP + spare)
            lefts.append(x if way > 0 else x - width)
            x += way * width
        return lefts


def pavement(near: Sequence[float], far: Sequence[float], zones: tuple[Zone, Zone], first: int) -> list[float | None]:
    """Places for things near the door and things further away; None where there is no room.

    The second zone is the long one: there the things further away come first. The number says
    in which zone the first of the things near the door would rather be.
    """
    keep = min(sum(far) + GAP * len(far), 0.62 * zones[1].room)
    homes: list[tuple[Zone, int] | None] = []
    for width in near:
        long_room = zones[1].room - keep
        order = [z for z in zones if z is zones[0] or long_room >= width + GAP]
        order.sort(key=lambda zone: (sum(zone.widths), zone is not zones[first]))
        homes.append(_first(order, width))
    homes += [_first((zones[1], zones[0]), width) for width in far]
    lefts = {id(zone): zone.places() for zone in zones}
    return [lefts[id(home[0])][home[1]] if home else None for home in homes]


def _first(zones: Sequence[Zone], width: float) -> tuple[Zone, int] | None:
    for zone in zones:
        if zone.take(width):
            return zone, len(zone.widths) - 1
    return None


def along_kerb(wishes: Sequence[tuple[float, float]], start: float, end: float) -> list[float]:
    """Places for vehicles (wished left side, length) that keep clear of each other."""
    order = sorted(range(len(wishes)), key=lambda i: wishes[i][0])
    lefts, x = [0.0] * len(wishes), start
    for i in order:
        lefts[i] = max(x, wishes[i][0])
        x = lefts[i] + wishes[i][1] + GAP
    x = end
    for i in reversed(order):
        lefts[i] = min(lefts[i], x - wishes[i][1])
        x = lefts[i] - GAP
    return lefts


@dataclass(frozen=True)
class Plot:
    """A piece of the row: a house, or a gap with a tree if there is none."""

    x: float
    width: float
    house: House | None


def row(rng: Random, inner: float, outer: float) -> list[Plot]:
    """Houses and tree gaps that fill a stretch of the street exactly, a house at its inner end."""
    length = abs(outer - inner)
    if length < NARROW:
        return []
    pieces: list[tuple[House | None, float]] = []
    while True:
        last = next((house for house, _ in reversed(pieces) if house), None)
        house, width = rng.choice([kind for kind in KINDS if kind[0] is not last])
        width *= rng.uniform(0.95, 1.06)
        if _taken(pieces) + width > length + 14:
            break
        pieces.append((house, width))
        if rng.random() < TREES:
            pieces.append((None, GARDEN))
    rest = length - _taken(pieces)
    if rest > NARROW or not pieces:
        pieces.insert(rng.randint(min(1, len(pieces)), len(pieces)), (None, rest))
    return _laid(pieces, inner, outer)


def _taken(pieces: Sequence[tuple[House | None, float]]) -> float:
    return sum(width for _, width in pieces)


def _laid(pieces: Sequence[tuple[House | None, float]], inner: float, outer: float) -> list[Plot]:
    """Put pieces side by side from the inner end, stretched a little to fit."""
    scale, edge, taken, plots = (outer - inner) / _taken(pieces), round(inner), 0.0, []
    for house, width in pieces:
        taken += width
        start, edge = edge, round(inner + taken * scale)
        plots.append(Plot(min(start, edge), abs(edge - start), house))
    return plots

"""The plan of a street: which parts the facts of a case ask for, and where each of them stands."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from random import Random

from .building import Building, Front
from .facts import BUILDINGS, LIT, PROPS, SHOP, SIGNS
from .houses import new_row
from .landscape import WIDTH
from .layout import EDGE, Plot, Zone, pavement, row
from .palette import Palette, palette
from .props import Prop, crates
from .signs import Picture, standing
from .stops import STOPS, Stop, merged

TRAIN = 330
TREE_GAP = 58
NEW_ROW = 216
MARGIN = 8
CALM = 6
"""At most so many things tell the functions: the street stays calm."""
SIGN_HEIGHT = 90
"""A sign hangs from eaves at least this high, or it would end up behind a parasol."""


@dataclass(frozen=True)
class Placed:
    """A prop and the left side of its place on the pavement."""

    prop: Prop
    x: float
    stop: Stop | None = None


@dataclass(frozen=True)
class Street:
    """One street, from the facts of one case."""

    slug: str
    theme: str
    functions: tuple[str, ...]
    transport: tuple[str, ...]
    kind: str

    def rng(self, layer: str) -> Random:
        """Give chance for one layer only, so that a new fact leaves the other layers alone."""
        return Random(int.from_bytes(sha256(f"{self.slug}/{layer}".encode()).digest()))

    def has(self, slugs: Iterable[str]) -> bool:
        """Tell whether the case has one of these functions."""
        return not set(self.functions).isdisjoint(slugs)

    @cached_property
    def colours(self) -> Palette:
        """The colours of the theme."""
        return palette(self.theme)

    @property
    def train(self) -> bool:
        """Whether a train stands at the outer end of the long side."""
        return "treinstation" in self.transport

    @cached_property
    def main_left(self) -> bool:
        """Whether the main building is a third from the left."""
        return self.rng("side").choice((True, False))

    @cached_property
    def main(self) -> Building:
        """The main building, mirrored for some."""
        p, rng = self.colours, self.rng("main")
        seen = replace(p, pane=p.lit) if self.has(LIT) else p
        front = Front(
            wall=rng.choice((p.walls[0], p.walls[1], p.walls[3], p.walls[4])),
            roof=rng.choice((p.slate, p.tile)),
            shop=self.has(SHOP),
            solar=self.has({"energie"}),
        )
        made = BUILDINGS[self.kind][1](seen, front)
        return rng.choice((made, made.mirrored()))

    @cached_property
    def main_x(self) -> float:
        """The left side of the main building."""
        middle = 400 if self.main_left else 800
        return round(middle + self.rng("place").uniform(-24, 24) - self.main.width / 2)

    @property
    def main_end(self) -> float:
        """The right side of the main building."""
        return self.main_x + self.main.width

    @cached_property
    def _sign_ends(self) -> list[tuple[float, float]]:
        """Ends of the main building that can bear a sign, and the height of the eaves there."""
        low, high = self.main.eaves
        ends = [(self.main_end, high), (self.main_x, low)]
        return [end for end in ends if end[1] >= SIGN_HEIGHT]

    @cached_property
    def _signs(self) -> list[tuple[str, Picture]]:
        """At most two signs: what is on them, and the picture of it."""
        return list(dict.fromkeys(SIGNS[slug] for slug in self.functions if slug in SIGNS))[:2]

    @property
    def hung(self) -> list[tuple[str, Picture, float, float]]:
        """The signs on the main building: name, picture, place and height of the eaves."""
        pairs = zip(self._signs, self._sign_ends, strict=False)
        return [(name, picture, x, eaves) for (name, picture), (x, eaves) in pairs]

    def _near(self) -> list[Prop]:
        """Things that tell the functions, the crates first: they belong under the awning."""
        p = self.colours
        makers = dict.fromkeys(PROPS[slug] for slug in self.functions if slug in PROPS)
        found = [make(p) for make in sorted(makers, key=lambda make: make is not crates)]
        loose = self._signs[len(self._sign_ends) :]
        return found + [Prop(f"een bord met {name}", 38, standing(p, s)) for name, s in loose]

    @cached_property
    def placed(self) -> list[Placed]:
        """Everything on the pavement that found a place."""
        near = self._near()[:CALM]
        far = [STOPS[slug](self.colours) for slug in merged(self.transport) if slug in STOPS]
        left = Zone(self.main_x + self.main.door[0], EDGE)
        right = Zone(self.main_x + self.main.door[1], WIDTH - EDGE)
        zones = (left, right) if self.main_left else (right, left)
        first = int((self.main.bay > 0) == self.main_left)
        lefts = pavement([p.width for p in near], [s.prop.width for s in far], zones, first)
        things = [(prop, None) for prop in near] + [(stop.prop, stop) for stop in far]
        pairs = zip(things, lefts, strict=True)
        return [Placed(prop, x, stop) for (prop, stop), x in pairs if x is not None]

    @property
    def waiting(self) -> list[tuple[float, Stop]]:
        """Vehicles, each with the place of what it waits beside."""
        return [(it.x, it.stop) for it in self.placed if it.stop and it.stop.vehicle]

    @cached_property
    def plots(self) -> list[Plot]:
        """The houses and trees left and right of the main building."""
        rng, left, right = self.rng("houses"), self.main_x, self.main_end
        start, end = float(MARGIN), float(WIDTH - MARGIN)
        if self.train:
            start, end = (start, WIDTH - TRAIN) if self.main_left else (TRAIN, end)
        plots = [Plot(left - TREE_GAP, TREE_GAP, None), Plot(right, TREE_GAP, None)]
        left, right = left - TREE_GAP, right + TREE_GAP
        if self.has({"wonen"}) and self.main_left:
            plots.append(Plot(right, min(NEW_ROW, end - right), new_row))
            right += plots[-1].width
        elif self.has({"wonen"}):
            left = max(left - NEW_ROW, start)
            plots.append(Plot(left, plots[0].x - left, new_row))
        return plots + row(rng, left, start) + row(rng, right, end)

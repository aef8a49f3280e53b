"""The street itself: how the parts of one drawing come together, from the sky to the verge."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from random import Random

from . import landscape
from .building import Building, Front
from .facts import BUILDINGS, LIT, PROPS, SHOP, SIGNS
from .houses import backdrop, new_row
from .landscape import GROUND, HEIGHT, WIDTH
from .layout import EDGE, Plot, Zone, along_kerb, pavement, row
from .palette import Palette, mix, palette
from .plants import bush, hedge, tree, tulips
from .props import Prop, crates
from .shapes import at, bars, rect
from .signs import Picture, hanging, standing
from .stops import STOPS, Stop, merged

PAVED, KERB, VERGE, WHEELS = 357, 381, 453, 431
TRAIN = 330
TREE_GAP = 58
NEW_ROW = 216
MARGIN = 8


@dataclass(frozen=True)
class Placed:
    """A prop and the left side of its place on the pavement."""

    prop: Prop
    x: float
    stop: Stop | None = None


@dataclass(frozen=True)
class Street:
    """One drawing, from the facts of one case."""

    slug: str
    theme: str
    functions: tuple[str, ...]
    transport: tuple[str, ...]
    kind: str

    def rng(self, layer: str) -> Random:
        """Chance for one layer only, so that a new fact leaves the other layers as they were."""
        return Random(int.from_bytes(sha256(f"{self.slug}/{layer}".encode()).digest()))

    def has(self, slugs: Iterable[str]) -> bool:
        """Whether the case has one of these functions."""
        return not set(self.functions).isdisjoint(slugs)

    @cached_property
    def colours(self) -> Palette:
        """The colours of the theme."""
        return palette(self.theme)

    @property
    def train(self) -> bool:
        """Whether a train stands at the outer end of the street."""
        return "treinstation" in self.transport

    @cached_property
    def main_left(self) -> bool:
        """Whether the main building is a third from the left."""
        return self.rng("side").random() < 0.5

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
        return made.mirrored() if rng.random() < 0.5 else made

    @cached_property
    def main_x(self) -> float:
        """The left side of the main building."""
        middle = 400 if self.main_left else 800
        return round(middle + self.rng("place").uniform(-24, 24) - self.main.width / 2)

    @cached_property
    def signs(self) -> list[tuple[str, Picture]]:
        """At most two signs, one for each end of the building."""
        wanted = self.functions + (("broodpunt",) if self.kind == "bakkerij" else ())
        return [SIGNS[slug] for slug in dict.fromkeys(wanted) if slug in SIGNS][:2]

    @cached_property
    def _sign_ends(self) -> list[tuple[float, float]]:
        """Ends of the main building high enough for a hanging sign, and their height there."""
        low, high = self.main.eaves
        ends = [(self.main_x + self.main.width, high), (self.main_x, low)]
        return [end for end in ends if end[1] >= 90]

    @property
    def hung(self) -> list[str]:
        """What is on the signs that hang from the main building."""
        return [name for name, _ in self.signs[: len(self._sign_ends)]]

    @cached_property
    def placed(self) -> list[Placed]:
        """Everything on the pavement that found a place."""
        makers = dict.fromkeys(PROPS[slug] for slug in self.functions if slug in PROPS)
        near = [make(self.colours) for make in sorted(makers, key=lambda make: make is not crates)]
        for name, picture in self.signs[len(self._sign_ends) :]:
            near.append(Prop(f"een bord met {name}", 38, standing(self.colours, picture)))
        far = [STOPS[slug](self.colours) for slug in merged(self.transport) if slug in STOPS]
        left = Zone(self.main_x + self.main.door[0], EDGE)
        right = Zone(self.main_x + self.main.door[1], WIDTH - EDGE)
        zones = (left, right) if self.main_left else (right, left)
        first = int((self.main.bay > 0) == self.main_left)
        lefts = pavement([p.width for p in near], [s.prop.width for s in far], zones, first)
        things = [(prop, None) for prop in near] + [(stop.prop, stop) for stop in far]
        pairs = zip(things, lefts, strict=True)
        return [Placed(prop, x, stop) for (prop, stop), x in pairs if x is not None]

    @cached_property
    def plots(self) -> list[Plot]:
        """The ordinary houses left and right of the main building."""
        rng = self.rng("houses")
        start, end = float(MARGIN), float(WIDTH - MARGIN)
        if self.train:
            start, end = (start, WIDTH - TRAIN) if self.main_left else (TRAIN, end)
        left = self.main_x - TREE_GAP
        right = self.main_x + self.main.width + TREE_GAP
        gaps = [Plot(left, TREE_GAP, None), Plot(right - TREE_GAP, TREE_GAP, None)]
        extra: list[Plot] = []
        if self.has({"wonen"}) and self.main_left:
            extra, right = [Plot(right, NEW_ROW, new_row)], right + NEW_ROW
        elif self.has({"wonen"}):
            extra, left = [Plot(left - NEW_ROW, NEW_ROW, new_row)], left - NEW_ROW
        return gaps + extra + row(rng, left, start) + row(rng, right, end)

    def svg(self) -> str:
        """The whole picture."""
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        layers = (self._sky(), self._behind(), self._houses(), self._middle(), self._ground())
        return head + "".join(layers) + self._things() + "</svg>"

    def _sky(self) -> str:
        """Sun, clouds and birds, each in a slot of its own."""
        p, rng = self.colours, self.rng("sky")
        slots = list(range(8))
        shine = slots.pop(rng.choice((4, 5, 6) if self.main_left else (1, 2, 3)))
        flock, *heaps = rng.sample(slots, 4)
        parts = [landscape.sun(p, shine * 150 + 75, rng.uniform(98, 122))]
        parts += [landscape.cloud(p, rng, i * 150, rng.uniform(62, 130)) for i in heaps]
        parts.append(landscape.birds(p, rng, flock * 150 + 30, rng.uniform(46, 76)))
        return rect(0, 0, WIDTH, HEIGHT, p.sky) + "".join(parts)

    def _behind(self) -> str:
        p, rng = self.colours, self.rng("behind")
        start, end = (640, 1160) if self.main_left else (40, 560)
        if self.train:
            start, end = (start, end - 250) if self.main_left else (start + 250, end)
        x = rng.uniform(start + 60, end - 230)
        roofs = at(0, GROUND, backdrop(p, rng, start, end - 100))
        tower = at(x, GROUND, landscape.church(p, rng)) if self.kind != "kerk" else ""
        return landscape.hills(p, rng, self._mill_x) + roofs + tower

    @property
    def _mill_x(self) -> float:
        """A place for the mill beyond the main building, on the short side."""
        end = self.main_x + self.main.width
        share = self.rng("mill").uniform(0.3, 0.7)
        return self.main_x * share if self.main_left else end + (WIDTH - end) * share

    @property
    def _faded(self) -> Palette:
        """The colours of the ordinary houses, a little paler than the main building."""
        p = self.colours
        walls = tuple(mix(colour, p.hills[0], 0.1) for colour in p.walls)
        return replace(p, walls=walls, roofs=tuple(mix(c, p.hills[0], 0.12) for c in p.roofs))

    def _under_sign(self, plot: Plot) -> bool:
        ends = self._sign_ends[: len(self.signs)]
        return any(plot.x <= x <= plot.x + plot.width for x, _ in ends)

    def _houses(self) -> str:
        rng, p = self.rng("walls"), self._faded
        parts: list[str] = []
        if self.train:
            x = WIDTH - TRAIN if self.main_left else TRAIN
            parts.append(at(x, GROUND, landscape.railway(p, TRAIN), flip=not self.main_left))
        parts.append(at(0, GROUND, hedge(p, WIDTH)))
        parts += [at(q.x, GROUND, q.house(p, rng, q.width)) for q in self.plots if q.house]
        for plot in self.plots:
            if not plot.house and not self._under_sign(plot):
                x = min(max(plot.x + plot.width / 2, 44), WIDTH - 44)
                h = rng.uniform(94, 130) if x == plot.x + plot.width / 2 else 96
                parts.append(at(x, GROUND, tree(p, rng, h)))
        return "".join(parts)

    def _middle(self) -> str:
        parts = [at(self.main_x, GROUND, self.main.svg)]
        for (_, picture), (x, eaves) in zip(self.signs, self._sign_ends, strict=False):
            sign = hanging(self.colours, picture)
            parts.append(at(x, GROUND - min(eaves - 4, 98), sign, flip=x == self.main_x))
        return "".join(parts)

    def _ground(self) -> str:
        p = self.colours
        return (
            rect(0, GROUND, WIDTH, KERB - GROUND, p.paving)
            + bars(p.shade, (0, GROUND, WIDTH, 3))
            + self._road()
            + bars(p.frame, (0, KERB - 3, WIDTH, 4), (0, VERGE, WIDTH, 3))
            + bars(p.main, (0, VERGE + 3, WIDTH, HEIGHT - VERGE - 3))
            + self._verge()
        )

    def _road(self) -> str:
        """A road with a dashed line for vehicles; cobbles where there are none."""
        p, rng = self.colours, self.rng("road")
        if any(it.stop and it.stop.vehicle for it in self.placed):
            dashes = [(x, 437.0, 36.0, 3.0) for x in range(18, WIDTH - 36, 76)]
            return rect(0, KERB, WIDTH, VERGE - KERB, p.road) + bars(p.cobble, *dashes)
        stones = [
            (round(rng.uniform(0, 15)) + x, y, rng.choice((12.0, 16.0)), 5.0)
            for i, y in enumerate((392.0, 407.0, 422.0, 437.0))
            for x in range(12 + 22 * i, WIDTH - 40, 88)
        ]
        return rect(0, KERB, WIDTH, VERGE - KERB, p.cobble) + bars(p.shade, *stones)

    def _verge(self) -> str:
        p, rng = self.colours, self.rng("verge")
        x, parts = rng.uniform(10, 90), []
        while x < WIDTH - 140:
            w = rng.uniform(60, 120)
            parts.append(at(x, HEIGHT, rng.choice((bush, bush, tulips))(p, rng, w)))
            x += w + rng.uniform(20, 150)
        return "".join(parts)

    def _things(self) -> str:
        p = self.colours
        parts = [
            rect(it.x - 3, PAVED - 2, it.prop.width + 6, 5, p.shade, 2.5)
            + at(it.x, PAVED, it.prop.svg)
            for it in self.placed
        ]
        cars = [(it.x, it.stop) for it in self.placed if it.stop and it.stop.vehicle]
        lefts = along_kerb([(x - 20, stop.length) for x, stop in cars], EDGE, WIDTH - EDGE)
        for x, (_, stop) in zip(lefts, cars, strict=True):
            shadow = rect(x + 4, WHEELS - 3, stop.length - 8, 5, p.ink, 2.5)
            parts.append(shadow + at(x, WHEELS, stop.vehicle))
        return "".join(parts)

"""What lies behind the street: sky, sun, hills, church tower, and the railway."""

from collections.abc import Sequence
from math import cos, sin
from random import Random

from .facade import arched, clock, dark
from .palette import Palette, mix
from .shapes import Token, at, bars, circle, discs, line, path, polygon, rect

WIDTH, HEIGHT, GROUND = 1200, 480, 330


def sun(p: Palette, x: float, y: float) -> str:
    """Draw a sun with two rings of haze."""
    return circle(x, y, 92, mix(p.sky, p.glow, 0.5)) + circle(x, y, 66, p.glow) + circle(x, y, 42, p.sun)


def cloud(p: Palette, rng: Random, x: float, y: float) -> str:
    """Draw a flat-bottomed cloud of three humps."""
    w = rng.uniform(90, 150)
    low, high = w * 0.14, w * 0.22
    middle = x + w * rng.uniform(0.4, 0.55)
    humps = ((middle, y - high, high), (x + w * 0.76, y - low * 1.25, low * 1.2))
    return rect(p.cloud, (x, y - low * 1.7, w, low * 1.7), low * 0.85) + discs(p.cloud, *humps)


def birds(p: Palette, rng: Random, x: float, y: float) -> str:
    """Draw a few far birds."""
    wings: list[Token] = []
    for i in range(rng.randint(3, 4)):
        w = rng.uniform(5, 8)
        wings += ["M", x + i * 22 + rng.uniform(-5, 5), y + rng.uniform(-14, 14)]
        wings += ["q", w * 0.6, -w * 0.7, w, 0, "q", w * 0.4, -w * 0.7, w, 0]
    return line(p.hills[2], 2, *wings)


class Hill:
    """A rolling hill across the whole width: two waves added up."""

    def __init__(self, rng: Random, top: float, swing: float, crest: float | None = None) -> None:
        """Wave by chance, or with a crest at the place given."""
        self._top, self._swing = top, swing
        self._one, self._two = rng.uniform(0, 6.3), rng.uniform(0, 6.3)
        if crest is not None:
            self._one, self._two = 4.7 - crest / 150, 4.7 - crest / 67

    def y(self, x: float) -> float:
        """Height of the crest at x."""
        return self._top + self._swing * (sin(x / 150 + self._one) + 0.5 * sin(x / 67 + self._two))

    def _slope(self, x: float) -> float:
        one, two = cos(x / 150 + self._one) / 150, cos(x / 67 + self._two) / 134
        return self._swing * (one + two)

    def draw(self, colour: str) -> str:
        """Draw the hill down to the ground."""
        step = 100
        tokens: list[Token] = ["M", 0, GROUND + 2, "V", self.y(0)]
        for x in range(0, WIDTH, step):
            end, third = x + step, step / 3
            tokens += ["C", x + third, self.y(x) + third * self._slope(x)]
            tokens += [end - third, self.y(end) - third * self._slope(end), end, self.y(end)]
        return path(colour, *tokens, "V", GROUND + 2, "z")


def hills(p: Palette, rng: Random, mill_x: float) -> str:
    """Draw three hills, with a mill on the far one and poplars on the middle one."""
    far, middle, near = Hill(rng, 182, 17, mill_x), Hill(rng, 214, 12), Hill(rng, 250, 9)
    mill = at(mill_x, far.y(mill_x) + 4, rng.choice((windmill, windmill, turbine))(p, rng))
    start = rng.uniform(60, 500)
    spots = [
        (x + i * 19, middle.y(x + i * 19) + 4, rng.uniform(34, 44))
        for x in (start, start + rng.uniform(380, 560))
        for i in range(rng.randint(4, 7))
        if x + i * 19 < WIDTH - 20
    ]
    trees = poplars(mix(p.hills[1], p.hills[2], 0.5), spots)
    front = middle.draw(p.hills[1]) + near.draw(p.hills[2])
    return mill + far.draw(p.hills[0]) + trees + front


def poplars(colour: str, spots: Sequence[tuple[float, float, float]]) -> str:
    """Far poplars, given by place and height."""
    tokens: list[Token] = []
    for x, y, h in spots:
        w = h * 0.16
        tokens += ["M", x - 2, y, "v", -h * 0.2, "c", -w * 1.5, -h * 0.1, -w, -h * 0.6, 2, -h * 0.8]
        tokens += ["c", w + 2, h * 0.2, w * 1.5 + 2, h * 0.7, 2, h * 0.8, "v", h * 0.2, "z"]
    return path(colour, *tokens)


def windmill(p: Palette, rng: Random) -> str:
    """Draw a far windmill."""
    tint = p.hills[2]
    turn = rng.uniform(0.2, 1.2)
    sails: list[Token] = []
    for i in range(4):
        angle = turn + i * 1.5708
        sails += ["M", 0, -44, "l", 30 * cos(angle), 30 * sin(angle)]
    return polygon(tint, -11, 0, -7, -40, 7, -40, 11, 0) + path(tint, "M-8 -40q8 -14 16 0z") + line(tint, 3.5, *sails)


def turbine(p: Palette, rng: Random) -> str:
    """Draw a far wind turbine."""
    turn = rng.uniform(0, 2)
    blades: list[Token] = []
    for i in range(3):
        angle = turn + i * 2.0944
        blades += ["M", 0, -66, "l", 27 * cos(angle), 27 * sin(angle)]
    mast = polygon(p.hills[2], -3, 0, -1.5, -66, 1.5, -66, 3, 0)
    return mast + line(p.hills[2], 3, *blades) + circle(0, -66, 4, p.hills[2])


def church(p: Palette, rng: Random) -> str:
    """Draw the parish church behind the houses: tower left, nave right, about 190 wide."""
    stone = mix(p.deep, p.hills[1], 0.34)
    slate = mix(p.main, p.hills[1], 0.22)
    spire = rng.choice((_needle, _bulb, _saddle))
    return (
        rect(dark(stone, 0.1), (40, -112, 130, 112))
        + polygon(slate, 34, -110, 58, -158, 160, -158, 178, -110)
        + rect(stone, (0, -190, 50, 190))
        + arched(p, [10, 26], -176, 14, 34)
        + clock(p, 25, -126, 10)
        + spire(slate, p)
    )


def _needle(slate: str, p: Palette) -> str:
    return (
        polygon(slate, -6, -188, 25, -290, 56, -188)
        + polygon(dark(slate, 0.15), 25, -290, 56, -188, 25, -188)
        + line(p.deep, 2.5, "M25 -288V-304M19 -298H31")
    )


def _bulb(slate: str, p: Palette) -> str:
    left = "M-3 -188C0 -216 12 -208 14 -226C-2 -244 14 -256 25 -276"
    right = "C36 -256 52 -244 36 -226C38 -208 50 -216 53 -188z"
    return path(slate, left, right) + line(p.deep, 2.5, "M25 -274V-294M19 -286H31")


def _saddle(slate: str, p: Palette) -> str:
    return (
        polygon(slate, -5, -188, 25, -240, 55, -188)
        + bars(p.cream, (-4, -190, 58, 4))
        + line(p.deep, 2.5, "M25 -240V-260M19 -252H31")
    )


def railway(p: Palette, w: float) -> str:
    """Draw a train on its embankment, nose left, running off at x = w."""
    grass = mix(p.leaves[1], p.hills[2], 0.35)
    slope = polygon(grass, -46, 0, 6, -42, w, -42, w, 0) + bars(dark(grass, 0.12), (-46, -5, w + 46, 5))
    mast = ("M", 30, -46, "V", -150, "H", 62, "M", w - 70, -46, "V", -150, "H", w - 38)
    wires = line(dark(p.hills[2], 0.45), 2.5, *mast, "M8 -138H", w - 2)
    bed = bars(dark(p.paving, 0.3), (2, -46, w - 2, 6)) + bars(p.ink, (10, -49, w - 10, 3))
    return slope + wires + bed + at(0, -34, _train(p, w))


def _train(p: Palette, w: float) -> str:
    """Draw the train, its wheels on y = -15."""
    return (
        path(p.frame, "M30 -20q2 -46 34 -52H", w, "V-20z")
        + path(p.main, "M29 -20q0 -10 2 -18H", w, "V-20z")
        + bars(p.sun, (32, -41, w - 32, 3))
        + path(p.ink, "M40 -46q5 -14 18 -20h14v20z")
        + bars(p.ink, *[(x, -65.0, 24.0, 19.0) for x in (86, 114, 176, 204, 266, 294)])
        + bars(p.main, *[(x, -66.0, 22.0, 46.0) for x in (145, 235)])
        + bars(p.lit, *[(x + 4, -62.0, 14.0, 18.0) for x in (145, 235)])
        + discs(p.ink, *[(x, -21.0, 6.0) for x in (74, 96, 190, 212, 302)])
    )

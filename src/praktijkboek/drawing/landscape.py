"""What lies behind the street: sky, sun, hills, church tower, and the railway."""

from dataclasses import replace
from math import cos, sin
from random import Random

from .facade import arched, clock, dark
from .palette import Palette, mix
from .plants import poplar
from .shapes import at, bars, circle, line, path, polygon, rect

WIDTH, HEIGHT, GROUND = 1200, 480, 330


def sun(p: Palette, x: float, y: float) -> str:
    """A sun with two rings of haze."""
    return circle(x, y, 92, mix(p.sky, p.glow, 0.5)) + circle(x, y, 66, p.glow) + circle(x, y, 42, p.sun)


def cloud(p: Palette, rng: Random, x: float, y: float) -> str:
    """A flat-bottomed cloud of three humps."""
    w = rng.uniform(90, 150)
    a, b = w * 0.17, w * 0.24
    humps = ("a", a, a, 0, 0, 1, a * 0.6, -a * 1.2, "a", b, b, 0, 0, 1, b * 1.75, -a * 0.3)
    humps += ("a", a, a, 0, 0, 1, w - 2 * a - b * 1.75, a * 1.5, "z")
    return path(p.cloud, "M", x, y, *humps)


class Hill:
    """A rolling hill across the whole width: two waves added up."""

    def __init__(self, rng: Random, top: float, swing: float) -> None:
        self._top, self._swing = top, swing
        self._one, self._two = rng.uniform(0, 6.3), rng.uniform(0, 6.3)

    def y(self, x: float) -> float:
        """Height of the crest at x."""
        return self._top + self._swing * (
            sin(x / 150 + self._one) + 0.5 * sin(x / 67 + self._two)
        )

    def _slope(self, x: float) -> float:
        one, two = cos(x / 150 + self._one) / 150, cos(x / 67 + self._two) / 134
        return self._swing * (one + two)

    def draw(self, colour: str) -> str:
        """The hill down to the ground."""
        step = 75
        tokens: list[str | float] = ["M", 0, GROUND + 2, "V", self.y(0)]
        for x in range(0, WIDTH, step):
            end, third = x + step, step / 3
            tokens += ["C", x + third, self.y(x) + third * self._slope(x)]
            tokens += [end - third, self.y(end) - third * self._slope(end), end, self.y(end)]
        return path(colour, *tokens, "V", GROUND + 2, "z")


def hills(p: Palette, rng: Random) -> str:
    """Three hills, with poplars and a mill or a farm on the middle one."""
    far, middle, near = Hill(rng, 186, 16), Hill(rng, 216, 12), Hill(rng, 250, 9)
    trees = far_away(p)
    x = rng.uniform(60, 500)
    rows = []
    for start in (x, x + rng.uniform(380, 560)):
        for i in range(rng.randint(4, 7)):
            spot = start + i * 19
            rows.append(at(spot, middle.y(spot) + 4, poplar(trees, rng, rng.uniform(34, 44))))
    spot = x + rng.uniform(200, 320)
    mill = at(spot, middle.y(spot) + 3, windmill(p, rng))
    return far.draw(p.hills[0]) + mill + "".join(rows) + middle.draw(p.hills[1]) + near.draw(p.hills[2])


def far_away(p: Palette) -> Palette:
    """The palette of things far away: green and bark in the tint of the hills."""
    tint = mix(p.hills[1], p.hills[2], 0.5)
    return replace(p, leaves=(tint, tint, tint), bark=tint)


def windmill(p: Palette, rng: Random) -> str:
    """A far windmill."""
    tint = mix(p.hills[2], p.main, 0.15)
    turn = rng.uniform(0.2, 1.2)
    sails: list[str | float] = []
    for i in range(4):
        angle = turn + i * 1.5708
        sails += ["M", 0, -44, "l", 30 * cos(angle), 30 * sin(angle)]
    return (
        polygon(tint, -11, 0, -7, -40, 7, -40, 11, 0)
        + path(tint, "M", -8, -40, "q", 8, -14, 16, 0, "z")
        + line(tint, 3.5, *sails)
    )


def church(p: Palette, rng: Random) -> str:
    """The parish church behind the houses: tower left, nave right, about 190 wide."""
    stone = mix(p.deep, p.hills[1], 0.34)
    slate = mix(p.main, p.hills[1], 0.22)
    spire = rng.choice((_needle, _bulb, _saddle))
    return (
        rect(40, -112, 130, 112, dark(stone, 0.1))
        + polygon(slate, 34, -110, 58, -158, 160, -158, 178, -110)
        + rect(0, -190, 50, 190, stone)
        + arched(p, [10, 26], -176, 14, 34)
        + clock(p, 25, -126, 10)
        + spire(slate, p)
    )


def _needle(slate: str, p: Palette) -> str:
    return (
        polygon(slate, -6, -188, 25, -290, 56, -188)
        + polygon(dark(slate, 0.15), 25, -290, 56, -188, 25, -188)
        + line(p.deep, 2.5, "M", 25, -288, "V", -304, "M", 19, -298, "H", 31)
    )


def _bulb(slate: str, p: Palette) -> str:
    bulb = ("M", -3, -188, "C", 0, -216, 12, -208, 14, -226, "C", -2, -244, 14, -256, 25, -276)
    bulb += ("C", 36, -256, 52, -244, 36, -226, "C", 38, -208, 50, -216, 53, -188, "z")
    return path(slate, *bulb) + line(p.deep, 2.5, "M", 25, -274, "V", -294, "M", 19, -286, "H", 31)


def _saddle(slate: str, p: Palette) -> str:
    return (
        polygon(slate, -5, -188, 25, -240, 55, -188)
        + bars(p.cream, (-4, -190, 58, 4))
        + line(p.deep, 2.5, "M", 25, -240, "V", -260, "M", 19, -252, "H", 31)
    )


def railway(p: Palette, w: float) -> str:
    """A train at a platform, its nose left, running off at x = w."""
    body, dim = p.frame, dark(p.paving, 0.25)
    mast = ("M", 30, -4, "V", -112, "H", 62, "M", w - 70, -4, "V", -112, "H", w - 38)
    return (
        line(dark(p.hills[2], 0.45), 2.5, *mast, "M", 4, -100, "H", w)
        + bars(dim, (0, -12, w, 12))
        + bars(p.ink, (0, -15, w, 3))
        + path(body, "M", 30, -20, "q", 2, -46, 34, -52, "H", w, "V", -20, "z")
        + path(p.main, "M", 29, -20, "q", 0, -10, 2, -18, "H", w, "V", -20, "z")
        + bars(p.sun, (32, -41, w - 32, 3))
        + path(p.ink, "M", 40, -46, "q", 5, -14, 18, -20, "h", 14, "v", 20, "z")
        + bars(p.ink, *[(x, -65.0, 24.0, 19.0) for x in (86, 114, 176, 204, 266, 294)])
        + bars(p.main, *[(x, -66.0, 22.0, 46.0) for x in (145, 235)])
        + bars(p.lit, *[(x + 4, -62.0, 14.0, 18.0) for x in (145, 235)])
        + "".join(circle(x, -18, 7, p.ink) for x in (74, 100, 190, 216, 300))
        + bars(p.paving, (0, -8, w, 8))
    )

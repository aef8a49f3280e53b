"""The ordinary houses of the street; each stands on y = 0 and runs from x = 0 to its width."""

from collections.abc import Callable
from random import Random

from .facade import (
    arched,
    chimney,
    dark,
    door,
    dormer,
    gable,
    light,
    roof,
    stepped,
    wall,
    windows,
)
from .palette import Palette, mix
from .shapes import Box, Token, Tokens, at, bars, circle, line, path

STOREY = 46
House = Callable[[Palette, Random, float], str]


def _openings(p: Palette, rng: Random, w: float, storeys: int) -> str:
    """Draw a door and rows of windows, evenly spread over the width."""
    columns = max(2, round(w / 36))
    pitch = w / columns
    middles = [round((i + 0.5) * pitch) for i in range(columns)]
    entry = rng.choice((0, columns - 1))
    ground = [x - 9 for i, x in enumerate(middles) if i != entry]
    parts = [windows(p, ground, -42, 18, 27), door(p, middles[entry] - 10, _paint(p, rng), 20, 42)]
    for level in range(1, storeys):
        parts.append(windows(p, [x - 9 for x in middles], -42 - STOREY * level))
    return "".join(parts)


def _paint(p: Palette, rng: Random) -> str:
    return rng.choice((p.main, p.deep, dark(p.red), p.wood, dark(p.green, 0.3)))


def _height(storeys: int) -> float:
    return storeys * STOREY + 8


def stepped_house(p: Palette, rng: Random, w: float) -> str:
    """Draw a narrow brick house with a stepped gable."""
    w_colour, h = rng.choice(p.walls[:3] + p.walls[5:6]), _height(2)
    rise, mid = w * 0.46, w / 2
    bands = bars(light(w_colour, 0.45), (0, -h, w, 3), (0, -h + STOREY, w, 3))
    return (
        wall(0, w, h, w_colour, eaves=False)
        + stepped((0, -h, w, rise), w_colour, p.cream, rng.choice((3, 4)))
        + bands
        + arched(p, [mid - 8], -h - rise * 0.62, 16, 28)
        + _openings(p, rng, w, 2)
    )


def gabled_house(p: Palette, rng: Random, w: float) -> str:
    """Draw a house with a pointed gable towards the street."""
    colour, storeys = rng.choice(p.walls), rng.choice((1, 2))
    h, rise = _height(storeys), w * 0.52
    return (
        wall(0, w, h, colour, eaves=False)
        + gable((0, -h, w, rise), colour, rng.choice(p.roofs))
        + windows(p, [w / 2 - 8], -h - rise * 0.42, 16, 22)
        + _openings(p, rng, w, storeys)
    )


def eaves_house(p: Palette, rng: Random, w: float) -> str:
    """Draw a house with its roof along the street, a dormer and a chimney."""
    colour, tiles, h = rng.choice(p.walls), rng.choice(p.roofs), _height(rng.choice((1, 2, 2)))
    rise = rng.uniform(40, 50)
    stack = chimney(w * rng.choice((0.28, 0.68)), -h - rise + 6, 20, dark(colour))
    top = dormer(p, w / 2 - 13, -h - 6, p.cream, dark(tiles)) if rng.choice((True, False)) else ""
    storeys = round(h / STOREY)
    return stack + wall(0, w, h, colour) + roof((0, -h, w, rise), tiles, 0.35) + top + _openings(p, rng, w, storeys)


def cornice_house(p: Palette, rng: Random, w: float) -> str:
    """Draw a town house with a flat roof behind a cornice."""
    colour, h = rng.choice(p.walls[2:5] + p.walls[6:]), _height(2) + 6
    teeth = [(x * 8.0 + 3, -h + 4, 3.0, 4.0) for x in range(int((w - 4) / 8))]
    return (
        chimney(w * 0.2, -h, 18, dark(colour))
        + wall(0, w, h, colour)
        + bars(p.frame, (-3, -h - 8, w + 6, 9), (0, -h + STOREY + 4, w, 3))
        + bars(dark(colour, 0.3), (-3, -h + 1, w + 6, 2), *teeth)
        + _openings(p, rng, w, 2)
    )


def bell_house(p: Palette, rng: Random, w: float) -> str:
    """Draw a house with a curved bell gable."""
    colour, h = rng.choice(p.walls[3:5] + p.walls[2:3] + p.walls[6:]), _height(2)
    neck, rise = w * 0.25, w * 0.44
    curve: Tokens = ("M", 0, -h, "C", neck, -h, neck * 0.7, -h - rise * 0.55)
    curve += (neck * 1.05, -h - rise * 0.75, "Q", w / 2, -h - rise * 1.3, w - neck * 1.05)
    curve += (-h - rise * 0.75, "C", w - neck * 0.7, -h - rise * 0.55, w - neck, -h, w, -h)
    return (
        path(colour, *curve, "z")
        + wall(0, w, h, colour, eaves=False)
        + line(dark(colour, 0.45), 4, *curve)
        + circle(w / 2, -h - rise * 0.62, 7, p.frame)
        + circle(w / 2, -h - rise * 0.62, 4.5, p.pane)
        + _openings(p, rng, w, 2)
    )


def long_house(p: Palette, rng: Random, w: float) -> str:
    """Draw a low long farmhouse with shutters under a big roof."""
    colour, h = rng.choice((p.walls[4], p.walls[3], p.walls[0])), 52.0
    columns = max(3, round(w / 40))
    pitch = w / columns
    middles = [round((i + 0.5) * pitch) for i in range(columns)]
    entry = rng.randrange(columns)
    lefts = [x - 8 for i, x in enumerate(middles) if i != entry]
    paint = _paint(p, rng)
    shutters = [(x + dx, -41.0, 6.0, 26.0) for x in lefts for dx in (-8, 18)]
    return (
        chimney(w * 0.2, -h - 46, 18, dark(p.brick))
        + wall(0, w, h, colour)
        + roof((0, -h, w, 54), rng.choice((p.tile, p.roofs[3])), 0.3)
        + bars(paint, *shutters)
        + windows(p, lefts, -41, 16, 26)
        + door(p, middles[entry] - 10, paint, 20, 42)
    )


def new_row(p: Palette, rng: Random, w: float) -> str:
    """Draw a row of three small new houses, alike but for their colour."""
    unit = w / 3
    parts = []
    for i, colour in enumerate(rng.sample(p.walls[1:5], 3)):
        body = wall(0, unit, 58, colour, eaves=False) + gable((0, -58, unit, unit * 0.5), colour, p.slate)
        glass = windows(p, [unit / 2 - 8], -76, 16, 20) + windows(p, [unit - 28], -42, 20, 26)
        parts.append(at(i * unit, 0, body, glass, door(p, 10, p.main, 18, 40)))
    return "".join(parts)


def backdrop(p: Palette, rng: Random, x: float, end: float) -> str:
    """Draw a hazy second row of houses behind the street, from x to end."""
    wall_tint, roof_tint = mix(p.hills[1], p.sky, 0.45), mix(p.hills[2], p.main, 0.1)
    walls: list[Box] = []
    roofs: list[Token] = []
    while x < end:
        w, h, rise = rng.uniform(52, 84), rng.uniform(104, 128), rng.uniform(26, 38)
        tip = w * rng.choice((0.5, 0.5, 0.3))
        walls.append((x, -h, w, h))
        roofs += ["M", x - 4, -h, "l", tip + 4, -rise, "h", w - 2 * tip, "l", tip + 4, rise, "z"]
        roofs += ["M", x + w * 0.72, -h - rise * 0.95, "h7v26h-7z"]
        x += w + rng.choice((-6, 0, 26))
    return bars(wall_tint, *walls) + path(roof_tint, *roofs)


KINDS: tuple[tuple[House, float], ...] = (
    (stepped_house, 96),
    (gabled_house, 92),
    (eaves_house, 116),
    (cornice_house, 90),
    (bell_house, 92),
    (long_house, 176),
)
"""Each kind of house with the width that suits it."""

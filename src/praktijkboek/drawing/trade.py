"""Main buildings of trade: shop, bakery, inn, bank, garage and the plain village house."""

from .building import Building, Front
from .facade import (
    arched,
    chimney,
    dark,
    door,
    dormer,
    double_door,
    gable,
    light,
    roof,
    shopfront,
    stepped,
    wall,
    windows,
)
from .palette import Palette
from .shapes import arches, bars, circle, discs, line, path, polygon, rect


def shop_house(p: Palette, f: Front) -> Building:
    """Draw a shop house with a stepped gable in the middle of its roof."""
    h = 104
    svg = (
        chimney(214, -h - 40, 24, dark(f.wall))
        + wall(0, 250, h, f.wall)
        + roof((0, -h, 250, 56), f.roof, 0.4)
        + f.panels(28, -h - 33)
        + rect(f.wall, (86, -h - 24, 78, 26))
        + stepped((86, -h - 22, 78, 48), f.wall, p.cream)
        + arched(p, [115], -h - 42, 20, 34)
        + bars(light(f.wall, 0.5), (0, -62, 250, 3))
        + windows(p, [20, 58, 96, 134, 172, 210], -h + 12, 20, 27)
        + shopfront(p, 14, 132, f.shop)
        + door(p, 164, p.main, 26, 48)
        + windows(p, [208], -45, 24, 30)
    )
    return Building(svg, 250, (154, 200), (h, h))


def bakery(p: Palette, f: Front) -> Building:
    """Draw a baker's house with a low bakehouse and its tall chimney."""
    h = 104
    svg = (
        _oven_chimney(p)
        + wall(120, 124, 64, p.brick)
        + roof((120, -64, 124, 46), f.roof, 0.3)
        + f.panels(140, -64 - 30, 3)
        + wall(0, 124, h, f.wall, eaves=False)
        + gable((0, -h, 124, 66), f.wall, dark(f.roof))
        + windows(p, [40, 66], -h - 26, 18, 26)
        + windows(p, [14, 52, 90], -h + 12, 20, 28)
        + shopfront(p, 12, 66, f.shop)
        + door(p, 90, p.main, 24, 46)
        + double_door(p, 146, 36, 44, p.wood)
        + arched(p, [204], -48, 22, 32)
    )
    return Building(svg, 244, (82, 122), (h, 64))


def _oven_chimney(p: Palette) -> str:
    return (
        discs(p.cloud, (217, -184, 9), (228, -198, 12), (245, -208, 9))
        + rect(dark(p.brick), (205, -172, 20, 116))
        + bars(dark(p.brick, 0.4), (202, -174, 26, 6), (203, -160, 24, 3))
    )


def inn(p: Palette, f: Front) -> Building:
    """Draw an old inn with a mansard roof and three dormers."""
    h = 100
    svg = (
        chimney(60, -h - 50, 26, dark(f.wall))
        + wall(0, 250, h, f.wall)
        + _mansard(p, f, h)
        + f.panels(62, -h - 34, 2)
        + bars(light(f.wall, 0.5), (-3, -h - 3, 256, 5), (0, -59, 250, 3))
        + windows(p, [18, 60, 115, 170, 212], -h + 10, 20, 27)
        + shopfront(p, 10, 88, f.shop)
        + shopfront(p, 154, 88, shop=False)
        + door(p, 112, p.main, 26, 48)
        + line(p.ink, 2, "M125 -66v6")
        + rect(p.sun, (120.5, -61, 9, 9), 2)
    )
    return Building(svg, 250, (98, 152), (h, h))


def _mansard(p: Palette, f: Front, h: float) -> str:
    return (
        polygon(f.roof, -6, -h, 14, -h - 44, 236, -h - 44, 256, -h)
        + polygon(dark(f.roof, 0.2), 14, -h - 44, 40, -h - 58, 210, -h - 58, 236, -h - 44)
        + "".join(dormer(p, x, -h - 2, p.cream, dark(f.roof, 0.35)) for x in (28, 112, 196))
    )


def bank(p: Palette, f: Front) -> Building:
    """Draw a stately stone bank with pilasters and a flat roof."""
    h, stone = 150, p.walls[7]
    pilasters = [(x, -h + 8, 9.0, h - 8.0) for x in (0, 56, 111, 156, 211)]
    svg = (
        wall(0, 220, h, stone)
        + bars(light(stone, 0.5), *pilasters)
        + bars(p.frame, (-5, -h - 8, 230, 10), (0, -58, 220, 4))
        + bars(dark(stone, 0.25), (-5, -h + 2, 230, 2), (0, -8, 220, 8))
        + polygon(light(stone, 0.35), 58, -h - 8, 110, -h - 34, 162, -h - 8)
        + circle(110, -h - 17, 7, p.main)
        + f.panels(8, -h - 34, 2)
        + windows(p, [20, 75, 125, 180], -h + 16, 20, 32)
        + windows(p, [20, 75, 125, 180], -h + 58, 20, 28)
        + shopfront(p, 12, 84, f.shop)
        + door(p, 124, p.main, 28, 48)
        + windows(p, [174], -48, 28, 34)
    )
    return Building(svg, 220, (114, 164), (h, h))


def garage(p: Palette, f: Front) -> Building:
    """Draw a village garage with a rounded parapet and two wide doors."""
    h, colour = 82, p.walls[4]
    crown = ("M", 88, -h, "v", -24, "h", 14, "q", 34, -30, 68, 0, "h", 14, "v", 24, "z")
    svg = (
        wall(0, 272, h, colour)
        + path(colour, *crown)
        + bars(p.main, (0, -h + 8, 272, 5), (0, -h + 16, 272, 2))
        + bars(dark(colour, 0.35), (-3, -h - 3, 92, 4), (183, -h - 3, 92, 4))
        + line(p.main, 4, "M", 86, -h - 24, "h16q34 -30 68 0h16")
        + circle(136, -h - 14, 13, p.ink)
        + circle(136, -h - 14, 6, p.frame)
        + f.panels(10, -h - 28, 4)
        + _gates(p, 190)
        + shopfront(p, 12, 116, f.shop)
        + door(p, 148, p.main, 26, 46)
    )
    return Building(svg, 272, (138, 184), (h, h))


def _gates(p: Palette, x: float) -> str:
    paint = light(p.main, 0.55)
    slats = [(x + 3, -60 + i * 13.0, 66.0, 2.0) for i in range(5)]
    panes = [(x + 8 + i * 20.0, -44.0, 16.0, 8.0) for i in range(3)]
    return (
        bars(p.deep, (x - 3, -62, 78, 62))
        + bars(paint, (x, -59, 72, 59))
        + bars(dark(paint, 0.2), *slats)
        + bars(p.pane, *panes)
    )


def village_house(p: Palette, f: Front) -> Building:
    """Draw a village house: a gabled middle between two low wings."""
    h = 106
    svg = (
        chimney(36, -104, 24, dark(f.wall))
        + wall(0, 270, 66, f.wall)
        + roof((0, -66, 270, 48), f.roof, 0.5)
        + f.panels(200, -66 - 32, 2)
        + wall(84, 102, h, f.wall, eaves=False)
        + gable((84, -h, 102, 60), f.wall, dark(f.roof))
        + circle(135, -h - 24, 11, p.frame)
        + circle(135, -h - 24, 8, p.pane)
        + windows(p, [94, 125, 156], -h + 14, 20, 28)
        + arches(p.frame, (116, -60, 38, 60))
        + door(p, 123, p.main, 24, 46)
        + windows(p, [94, 160], -46, 16, 30)
        + windows(p, [12, 50], -46, 22, 30)
        + (shopfront(p, 194, 68, f.shop) if f.shop else windows(p, [198, 236], -46, 22, 30))
    )
    return Building(svg, 270, (110, 160), (66, 66), 1)

"""Old main buildings and open ground: church, rectory, convent, farm, parish hall, pavilion."""

from random import Random

from .building import Building, Front, cross
from .facade import (
    arched,
    chimney,
    clock,
    dark,
    door,
    double_door,
    gable,
    light,
    roof,
    shopfront,
    wall,
    windows,
)
from .palette import Palette
from .plants import oval_tree
from .shapes import Token, arches, at, bars, circle, discs, line, path, polygon, rect


def church(p: Palette, f: Front) -> Building:
    """Draw a brick church: tower and spire, and a nave with buttresses."""
    brick = p.walls[2]
    buttresses = [(x, -86.0, 9.0, 86.0) for x in (76, 122, 168, 214, 260, 301)]
    svg = (
        wall(70, 240, 92, brick)
        + roof((70, -92, 240, 72), p.slate, 0.3)
        + f.panels(150, -92 - 50, 5)
        + bars(dark(brick, 0.16), *buttresses)
        + arched(p, [94, 140, 186, 232, 274], -78, 19, 52)
        + (shopfront(p, 178, 82, f.shop) if f.shop else "")
        + _tower(p, brick)
    )
    return Building(svg, 310, (14, 62), (170, 92), 1)


def _tower(p: Palette, brick: str) -> str:
    """Draw the tower of the church, 74 wide."""
    return (
        wall(0, 74, 176, brick)
        + bars(p.cream, (-3, -178, 80, 5), (0, -118, 74, 3), (0, -66, 74, 3))
        + polygon(p.slate, -6, -176, 37, -262, 80, -176)
        + polygon(dark(p.slate, 0.2), 37, -262, 80, -176, 37, -176)
        + cross(p, 37, -260)
        + arched(p, [14, 42], -166, 18, 40)
        + clock(p, 37, -92, 14)
        + double_door(p, 21, 32, 54, p.main)
    )


def rectory(p: Palette, f: Front) -> Building:
    """Draw a stately rectory: five bays, shutters and a hipped roof."""
    h, colour = 110, p.walls[4]
    lefts = (20, 68, 166, 214)
    shutters = [(x + dx, y, 7.0, 30.0) for y in (-98, -48) for x in lefts for dx in (-9, 20)]
    ground = lefts[:2] if f.shop else lefts
    svg = (
        "".join(chimney(x, -h - 46, 30, dark(p.brick)) for x in (50, 190))
        + wall(0, 252, h, colour)
        + roof((0, -h, 252, 60), p.slate, 0.75)
        + f.panels(90, -h - 44, 4)
        + bars(dark(p.main, 0.1), *(shutters[:12] if f.shop else shutters))
        + windows(p, [*lefts, 117], -98, 18, 30)
        + windows(p, ground, -48, 18, 30)
        + (shopfront(p, 162, 80, f.shop) if f.shop else "")
        + bars(p.cream, (106, -60, 40, 60), (100, -64, 52, 6))
        + door(p, 114, p.main, 24, 48)
    )
    return Building(svg, 252, (100, 152), (h, h), 1)


def convent(p: Palette, f: Front) -> Building:
    """Draw a convent: a long wing with a turret, and its chapel at the end."""
    h, brick = 98, p.brick
    svg = (
        _turret(p)
        + wall(0, 268, h, brick)
        + roof((0, -h, 268, 52), p.slate, 0.3)
        + f.panels(160, -h - 37, 4)
        + bars(p.cream, (0, -58, 268, 3))
        + arched(p, [14, 46, 78, 110, 142, 174, 206, 236], -h + 12, 16, 26)
        + double_door(p, 120, 28, 46, p.main)
        + arched(p, [176, 208, 236], -46, 16, 32)
        + (shopfront(p, 12, 92, f.shop) if f.shop else arched(p, [14, 46, 78], -46, 16, 32))
        + _chapel(p)
    )
    return Building(svg, 368, (112, 156), (h, 112))


def _turret(p: Palette) -> str:
    return (
        rect(p.frame, (120, -184, 22, 44))
        + arched(p, [125], -178, 12, 28)
        + polygon(p.slate, 114, -182, 131, -222, 148, -182)
        + cross(p, 131, -220)
    )


def _chapel(p: Palette) -> str:
    return (
        wall(264, 104, 112, p.walls[1], eaves=False)
        + gable((264, -112, 104, 68), p.walls[1], p.cream)
        + cross(p, 316, -180)
        + _rose(p, 316, -120)
        + arched(p, [282, 307, 332], -84, 18, 66)
    )


def _rose(p: Palette, x: float, y: float) -> str:
    spokes: list[Token] = ["M", x - 13, y, "H", x + 13, "M", x, y - 13, "V", y + 13]
    return circle(x, y, 15, p.frame) + circle(x, y, 12, p.pane) + line(p.frame, 2, *spokes)


def farm(p: Palette, f: Front) -> Building:
    """Draw a farm: a whitewashed house and a big barn with a wide gate."""
    white, brick = p.walls[4], p.brick
    shutters = [(x + dx, -42.0, 6.0, 26.0) for x in (14, 54, 134) for dx in (-8, 18)]
    slits = [(x, -70.0, 6.0, 18.0) for x in (206, 226, 346, 366)]
    svg = (
        chimney(30, -98, 24, dark(brick))
        + wall(0, 186, 56, white)
        + roof((0, -56, 186, 56), p.tile, 0.4)
        + bars(p.main, *shutters)
        + windows(p, [14, 54, 134], -42, 16, 26)
        + door(p, 88, p.main, 24, 44)
        + wall(180, 210, 88, brick)
        + roof((180, -88, 210, 88), p.roofs[3], 0.42)
        + f.panels(236, -88 - 56, 5)
        + bars(p.ink, *slits)
        + _barn_gate(p, 252, light(p.main, 0.15))
        + (shopfront(p, 322, 62, f.shop) if f.shop else windows(p, [346], -40, 20, 26))
    )
    return Building(svg, 390, (80, 120), (56, 88), 1)


def _barn_gate(p: Palette, x: float, colour: str) -> str:
    braces = ("M", x + 4, -4, "L", x + 24, -44, "M", x + 54, -4, "L", x + 34, -44)
    return (
        arches(p.cream, (x - 5, -73, 68, 73))
        + arches(colour, (x, -68, 58, 68))
        + bars(dark(colour, 0.4), (x + 28, -68, 2, 68))
        + line(light(colour, 0.5), 3, *braces, "M", x + 3, -46, "H", x + 55)
    )


def parish_hall(p: Palette, f: Front) -> Building:
    """Draw a parish hall: a broad gable with three arched windows, and a low porch."""
    h = 90
    svg = (
        wall(150, 112, 64, f.wall)
        + roof((150, -64, 112, 36), f.roof, 0.3)
        + f.panels(176, -64 - 29, 4)
        + wall(0, 156, h, f.wall, eaves=False)
        + gable((0, -h, 156, 78), f.wall, dark(f.roof))
        + circle(78, -h - 44, 12, p.frame)
        + circle(78, -h - 44, 9, p.pane)
        + bars(light(f.wall, 0.5), (0, -60, 156, 3))
        + arched(p, [36, 66, 96], -h - 22, 24, 48)
        + double_door(p, 62, 34, 50, p.main)
        + arched(p, [18, 120], -48, 20, 36)
        + (shopfront(p, 166, 88, f.shop) if f.shop else windows(p, [172, 214], -46, 26, 30))
    )
    return Building(svg, 262, (52, 106), (h, 64), 1)


def pavilion(p: Palette, f: Front) -> Building:
    """Draw a square with a bandstand between lime trees."""
    rng = Random(7)
    svg = (
        at(36, 0, oval_tree(p, rng, 168))
        + at(286, 0, oval_tree(p, rng, 158))
        + _posts(p)
        + bars(light(p.shade, 0.4), (80, -13, 160, 13), (138, -7, 44, 11))
        + path(p.main, "M76 -106", "a6 6 0 0 0 12 0" * 14, "z")
        + path(p.slate, "M68 -105Q140 -120 160 -166Q180 -120 252 -105z")
        + f.panels(133, -128, 3)
        + line(p.ink, 3, "M160 -166v-14")
        + discs(p.sun, (160, -182, 4), (160, -92, 6))
    )
    return Building(svg, 320, (134, 188), (0, 0))


def _posts(p: Palette) -> str:
    posts = [(x, -104.0, 6.0, 92.0) for x in (92, 130, 184, 222)]
    rails = [(x, -38.0, 2.5, 26.0) for x in (*range(100, 130, 7), *range(194, 222, 7))]
    return bars(p.deep, *posts, *rails, (92, -40, 38, 3), (190, -40, 38, 3))

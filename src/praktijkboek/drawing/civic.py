"""Public main buildings: station, school, town hall, meeting centre and a new building."""

from .building import Building, Front
from .facade import (
    arched,
    chimney,
    clock,
    dark,
    door,
    double_door,
    flag,
    gable,
    light,
    roof,
    shopfront,
    stepped,
    wall,
    windows,
)
from .palette import Palette
from .shapes import Token, bars, circle, line, path, polygon, rect


def station(p: Palette, f: Front) -> Building:
    """Draw a railway station: a tall middle with a clock between two wings."""
    h, low, brick = 122, 70, p.brick
    bands = bars(p.cream, (0, -56, 330, 3), (110, -h + 12, 110, 3), (0, -low + 5, 330, 3))
    svg = (
        "".join(chimney(x, -104, 22, dark(brick)) for x in (40, 278))
        + wall(0, 330, low, brick)
        + roof((0, -low, 330, 40), p.slate, 0.5)
        + f.panels(30, -low - 30, 4)
        + wall(110, 110, h, brick, eaves=False)
        + gable((110, -h, 110, 52), brick, p.cream)
        + bands
        + clock(p, 165, -h - 14, 15)
        + arched(p, [122, 155, 188], -h + 22, 20, 36)
        + double_door(p, 150, 30, 52, p.main)
        + arched(p, [120, 192], -48, 18, 40)
        + arched(p, [14, 46, 78], -48, 18, 36)
        + (shopfront(p, 230, 90, f.shop) if f.shop else arched(p, [236, 268, 300], -48, 18, 36))
    )
    return Building(svg, 330, (142, 188), (low, low), 1)


def school(p: Palette, f: Front) -> Building:
    """Draw a village school with tall windows and a bell on the roof."""
    h = 80
    svg = (
        wall(0, 330, h, f.wall)
        + _bell(p, 165, -h - 66)
        + roof((0, -h, 330, 46), f.roof, 0.5)
        + f.panels(30, -h - 34, 4)
        + wall(122, 86, 96, f.wall, eaves=False)
        + stepped((122, -96, 86, 44), f.wall, p.cream)
        + bars(light(f.wall, 0.5), (0, -h + 8, 122, 3), (208, -h + 8, 122, 3), (122, -90, 86, 3))
        + arched(p, [152], -114, 26, 34)
        + double_door(p, 147, 36, 56, p.main)
        + windows(p, [12, 48, 84], -62, 26, 46)
        + (shopfront(p, 222, 96, f.shop) if f.shop else windows(p, [220, 256, 292], -62, 26, 46))
    )
    return Building(svg, 330, (138, 192), (h, h), 1)


def _bell(p: Palette, x: float, y: float) -> str:
    """Draw an open bell turret whose foot is 26 under y."""
    return (
        rect(p.frame, (x - 13, y - 8, 26, 40))
        + path(p.sky, "M", x - 8, y + 22, "v-18a8 8 0 0 1 16 0v18z")
        + path(p.sun, "M", x - 6, y + 16, "q3 -4 3 -11h6q0 7 3 11z")
        + polygon(p.slate, x - 18, y - 7, x, y - 34, x + 18, y - 7)
    )


def town_hall(p: Palette, f: Front) -> Building:
    """Draw a town hall with steps, a balcony, a stepped gable and a flag."""
    h = 114
    svg = (
        chimney(28, -h - 40, 26, dark(f.wall))
        + wall(0, 256, h, f.wall)
        + roof((0, -h, 256, 60), p.slate, 0.4)
        + f.panels(190, -h - 38, 2)
        + flag(p, 128, -h - 84, 44)
        + _front_gable(p, f, h)
        + bars(p.cream, (0, -62, 256, 4), (0, -h + 4, 256, 3))
        + windows(p, [16, 50, 186, 220], -h + 14, 20, 30)
        + arched(p, [88, 117, 146], -h - 8, 22, 46)
        + _balcony(p, 80, -66, 96)
        + double_door(p, 110, 36, 50, p.main)
        + _steps(p, 94, 68)
        + (shopfront(p, 170, 78, f.shop) if f.shop else arched(p, [186, 220], -48, 20, 36))
        + arched(p, [16, 50], -48, 20, 36)
    )
    return Building(svg, 256, (92, 164), (h, h), 1)


def _front_gable(p: Palette, f: Front, h: float) -> str:
    """Draw the stepped gable of the town hall, with its clock."""
    foot = rect(f.wall, (78, -h - 26, 100, 28))
    steps = stepped((78, -h - 24, 100, 62), f.wall, p.cream, 5)
    return foot + steps + clock(p, 128, -h - 40, 13)


def _balcony(p: Palette, x: float, y: float, w: float) -> str:
    rails = [(x + 5 + i * 8.0, y - 14, 2.5, 14.0) for i in range(int((w - 6) / 8))]
    return bars(p.frame, *rails, (x, y - 16, w, 3.5), (x - 4, y - 1, w + 8, 5))


def _steps(p: Palette, x: float, w: float) -> str:
    stone = light(p.shade, 0.4)
    return (
        bars(stone, (x + 8, -8, w - 16, 4))
        + bars(dark(stone, 0.12), (x + 4, -4, w - 8, 4))
        + bars(dark(stone, 0.25), (x, 0, w, 4))
    )


def meeting_centre(p: Palette, f: Front) -> Building:
    """Draw a meeting centre of the last century: a hall under a sloping roof and a glazed foyer."""
    svg = (
        _sloping_hall(p)
        + wall(0, 172, 74, p.walls[4])
        + bars(p.slate, (-6, -80, 182, 9))
        + f.panels(14, -104, 6)
        + windows(p, [198, 238, 278], -70, 26, 40)
        + shopfront(p, 10, 96, f.shop)
        + bars(p.frame, (116, -58, 52, 58))
        + bars(p.pane, (120, -54, 20, 52), (143, -54, 20, 52))
        + bars(p.main, (110, -66, 64, 7))
    )
    return Building(svg, 312, (112, 172), (74, 90))


def _sloping_hall(p: Palette) -> str:
    """Draw the timber hall of the meeting centre under its sloping roof."""
    timber = light(p.wood, 0.2)
    grooves: list[Token] = []
    for x in range(182, 312, 12):
        grooves += ["M", x, -6, "V", -126 + (x - 170) * 0.28]
    return (
        polygon(timber, 170, 0, 170, -132, 312, -92, 312, 0)
        + line(dark(timber, 0.15), 1.5, *grooves)
        + line(p.slate, 7, "M164 -134L318 -91")
    )


def new_building(p: Palette, f: Front) -> Building:
    """Draw a new building: a glazed timber gable beside a low block with a green roof."""
    timber = light(p.wood, 0.3)
    grass = [(184 + i * 13.0, -82.0 - i % 3, 9.0) for i in range(9)]
    svg = (
        polygon(timber, 0, 0, 0, -104, 84, -168, 168, -104, 168, 0)
        + line(p.ink, 6, "M-6 -99L84 -168L174 -99")
        + polygon(p.pane, 36, -66, 36, -112, 84, -148, 132, -112, 132, -66)
        + line(p.frame, 3.5, "M84 -146V-66M36 -98H132")
        + "".join(circle(x, y, r, p.leaves[1]) for x, y, r in grass)
        + wall(166, 128, 80, p.walls[3])
        + bars(p.ink, (162, -84, 136, 7))
        + f.panels(196, -109, 5)
        + shopfront(p, 14, 90, f.shop)
        + door(p, 124, p.main, 28, 50)
        + bars(p.frame, (180, -62, 100, 42))
        + bars(p.pane, (184, -58, 44, 34), (232, -58, 44, 34))
    )
    return Building(svg, 294, (114, 162), (100, 80))

"""What stands before the main building and tells its functions; each prop stands on y = 0."""

from dataclasses import dataclass

from .facade import dark, light
from .palette import Palette
from .shapes import Box, at, bars, circle, discs, line, path, polygon, rect
from .wheels import bike


@dataclass(frozen=True)
class Prop:
    """A drawn thing from x = 0 to its width, with its Dutch name."""

    name: str
    width: float
    svg: str


def _crate(p: Palette, x: float, y: float, colour: str) -> str:
    heap = [(x + 6 + i * 7.5, y - 17 - (i % 2) * 2, 5.0) for i in range(4)]
    slats: list[Box] = [(x, y - 16, 34, 7), (x, y - 7.5, 34, 7)]
    return discs(colour, *heap) + bars(p.wood, *slats) + bars(dark(p.wood), (x, y - 9, 34, 1.5))


def crates(p: Palette) -> Prop:
    """Crates of vegetables and fruit, one stacked on two."""
    return Prop(
        "kisten groenten en fruit",
        72,
        _crate(p, 19, -16, p.green) + _crate(p, 0, 0, p.red) + _crate(p, 38, 0, p.yellow),
    )


def _chair(p: Palette, x: float, turned: bool) -> str:
    frame = ("M", 0, -32, "L", 2, -15, "H", 15, "L", 16, 0, "M", 3, -15, "L", 1, 0)
    return at(x, 0, line(p.deep, 3, *frame), flip=turned)


def _table(p: Palette, x: float) -> str:
    cups = bars(p.frame, (x - 11, -31, 7, 6), (x + 5, -31, 7, 6))
    foot = line(p.ink, 3, "M", x, -24, "V", -1, "M", x - 8, -1, "H", x + 8)
    return foot + bars(p.wood, (x - 19, -26, 38, 4)) + cups


def terrace(p: Palette) -> Prop:
    """Two terrace tables, one under a parasol."""
    shade = ("M", 10, -66, "Q", 48, -106, 86, -66, "z")
    stripe = ("M", 32, -66, "Q", 42, -86, 48, -86, "Q", 54, -86, 64, -66, "z")
    parasol = (
        line(p.ink, 3, "M", 48, -84, "V", -20)
        + path(p.main, *shade)
        + path(p.frame, *stripe)
        + circle(48, -87, 2.5, p.sun)
    )
    first = _chair(p, 8, turned=False) + _table(p, 48) + _chair(p, 88, turned=True)
    second = _chair(p, 102, turned=False) + _table(p, 140) + _chair(p, 180, turned=True)
    return Prop("een terras met tafels en een parasol", 184, parasol + first + second)


def stalls(p: Palette) -> Prop:
    """Two market stalls with striped roofs."""
    return Prop("marktkramen", 176, _stall(p, 0, p.main, p.red) + _stall(p, 92, p.red, p.yellow))


def _stall(p: Palette, x: float, colour: str, goods: str) -> str:
    pitch = 12
    cloth: list[str | float] = []
    for i in range(0, 7, 2):
        left = x + i * pitch
        cloth += ["M", left, -70, "h", pitch, "v", 14, "a", 6, 6, 0, 0, 1, -pitch, 0, "z"]
    gaps: list[str | float] = []
    for i in range(1, 7, 2):
        left = x + i * pitch
        gaps += ["M", left, -70, "h", pitch, "v", 14, "a", 6, 6, 0, 0, 1, -pitch, 0, "z"]
    heap = [(x + 12 + i * 10, -29.0 - i % 2 * 2, 6.0) for i in range(7)]
    return (
        bars(p.bark, (x + 4, -60, 4, 60), (x + 76, -60, 4, 60))
        + discs(goods, *heap[::2])
        + discs(p.green, *heap[1::2])
        + bars(p.wood, (x, -27, 84, 8))
        + bars(light(p.wood, 0.4), (x + 6, -19, 72, 17))
        + path(colour, *cloth)
        + path(p.frame, *gaps)
        + polygon(dark(colour, 0.2), x + 6, -80, x + 78, -80, x + 84, -70, x, -70)
    )


def letter_box(p: Palette) -> Prop:
    """A red letter box on a post."""
    box = rect(0, -56, 30, 34, p.red, 4) + bars(dark(p.red, 0.4), (6, -47, 18, 4))
    horn = bars(p.frame, (9, -37, 12, 8))
    return Prop("een rode brievenbus", 30, bars(p.ink, (12, -24, 6, 24)) + box + horn)


def lockers(p: Palette) -> Prop:
    """A wall of parcel lockers."""
    doors: list[Box] = [(5 + i * 19, -61 + j * 20, 17, 18) for i in range(4) for j in range(3)]
    knobs: list[Box] = [(x + 12, y + 8, 2.5, 4) for x, y, _, _ in doors]
    screen = bars(p.ink, (24, -41, 17, 18)) + bars(p.pane, (27, -38, 11, 8))
    body = rect(0, -66, 84, 66, p.deep, 3) + bars(p.yellow, *doors) + bars(dark(p.yellow, 0.5), *knobs)
    return Prop("een pakjesautomaat", 84, body + screen + bars(p.deep, (-3, -69, 90, 5)))


def book_cabinet(p: Palette) -> Prop:
    """A little free library on a post."""
    colours = (p.red, p.yellow, p.main, p.green)
    spines = "".join(
        bars(c, *[(6 + i * 5.0, -50 - i % 2 * 2, 4.0, 16 + i % 2 * 2) for i in range(k, 6, 4)])
        + bars(c, *[(6 + i * 5.0, -31.0, 4.0, 11.0) for i in range((k + 2) % 4, 6, 4)])
        for k, c in enumerate(colours)
    )
    house = rect(2, -56, 38, 40, p.wood) + bars(p.frame, (5, -54, 32, 35)) + spines
    roof = polygon(p.main, -4, -54, 21, -74, 46, -54)
    return Prop("een boekenkastje", 42, bars(p.bark, (17, -18, 8, 18)) + house + roof)


def garden(p: Palette) -> Prop:
    """Raised vegetable beds with cabbages and bean poles."""
    return Prop("moestuinbakken", 150, _bed(p, 0) + at(80, 0, _beans(p)))


def _bed(p: Palette, x: float) -> str:
    heads = [(x + 10 + i * 16.5, -22.0, 8.0) for i in range(4)]
    hearts = [(a, b + 1, 4.0) for a, b, _ in heads]
    planks = bars(p.wood, (x, -18, 70, 18)) + bars(dark(p.wood), (x, -10, 70, 1.5), (x + 33, -18, 4, 18))
    return discs(p.green, *heads) + discs(light(p.green, 0.5), *hearts) + planks


def _beans(p: Palette) -> str:
    poles: list[str | float] = []
    leaves = []
    for i in range(3):
        x = 13 + i * 22
        poles += ["M", x - 7, -16, "L", x + 2, -62, "M", x + 7, -16, "L", x - 2, -62]
        leaves += [(x - 4.0, -28.0, 5.0), (x + 4.0, -36.0, 5.0), (x - 1.0, -47.0, 4.5), (x + 5.0, -22.0, 4.0)]
    planks = bars(p.wood, (0, -18, 70, 18)) + bars(dark(p.wood), (0, -10, 70, 1.5), (33, -18, 4, 18))
    blooms = [(x + 1, y - 1, 1.8) for x, y, _ in leaves[1::2]]
    return line(p.bark, 2, *poles) + discs(p.green, *leaves) + discs(p.red, *blooms) + planks


def playground(p: Palette) -> Prop:
    """A slide and a swing."""
    legs = ("M", 78, 0, "L", 88, -62, "L", 98, 0, "M", 136, 0, "L", 146, -62, "L", 156, 0)
    ropes = ("M", 110, -62, "V", -18, "M", 126, -62, "V", -18)
    swing = line(p.main, 4, *legs, "M", 86, -62, "H", 148) + line(p.ink, 2, *ropes)
    ladder = ("M", 4, 0, "V", -58, "M", 20, 0, "V", -58)
    rungs = [(4, y, 16, 3) for y in (-12.0, -23.0, -34.0)]
    chute = ("M", 20, -44, "C", 40, -40, 44, -6, 66, -4)
    roof = polygon(p.main, -3, -60, 12, -76, 27, -60)
    slide = line(p.wood, 4, *ladder) + bars(p.wood, *rungs, (2, -46, 20, 4)) + roof
    return Prop(
        "een speeltuintje met glijbaan en schommel",
        158,
        slide + line(p.red, 7, *chute) + swing + bars(p.red, (106, -19, 24, 4)),
    )


def table_tennis(p: Palette) -> Prop:
    """A table-tennis table."""
    legs = line(p.ink, 4, "M", 12, -2, "L", 20, -26, "M", 78, -2, "L", 70, -26)
    top = rect(0, -31, 90, 6, p.main, 2) + bars(p.frame, (0, -31, 90, 1.5))
    net = bars(p.ink, (44, -41, 2.5, 12)) + circle(62, -46, 3.5, p.yellow)
    return Prop("een pingpongtafel", 90, legs + top + net)


def workbench(p: Palette) -> Prop:
    """A workbench with tools, a vice and a toaster under repair."""
    board = rect(8, -72, 74, 34, light(p.wood, 0.5), 2) + bars(p.bark, (12, -38, 4, 10), (74, -38, 4, 10))
    tools = line(p.ink, 3, "M", 20, -64, "v", 18, "M", 15, -64, "h", 10)
    tools += line(p.red, 4, "M", 38, -64, "v", 8) + line(p.ink, 2.5, "M", 38, -56, "v", 11)
    tools += line(p.main, 3.5, "M", 56, -50, "l", 12, -12)
    tools += discs(p.main, (68, -62, 5)) + discs(light(p.wood, 0.5), (70, -64, 2.5))
    top = bars(p.bark, (6, -24, 6, 24), (78, -24, 6, 24), (6, -10, 78, 4))
    toaster = rect(24, -42, 26, 14, p.shade, 4) + bars(p.ink, (29, -42, 16, 2)) + bars(p.red, (50, -38, 4, 3))
    return Prop("een werkbank met gereedschap", 90, board + tools + top + bars(p.wood, (0, -28, 90, 6)) + toaster)


def repair_stand(p: Palette) -> Prop:
    """A bicycle hung in a repair stand."""
    stand = line(p.ink, 4, "M", 34, -1, "V", -66, "H", 26, "M", 20, -1, "H", 48)
    kit = rect(70, -15, 28, 15, p.red, 3) + line(p.ink, 2.5, "M", 78, -15, "v", -5, "h", 12, "v", 5)
    return Prop("een fiets op een herstelstaander", 98, stand + at(0, -22, bike(p, p.main)) + kit)


def bench(p: Palette) -> Prop:
    """A bench beside a tub of flowers."""
    seat = bars(p.wood, (0, -34, 64, 5), (0, -26, 64, 5), (-2, -17, 68, 5))
    legs = bars(p.ink, (6, -34, 4, 34), (54, -34, 4, 34))
    return Prop("een zitbank", 92, legs + seat + at(72, 0, _tub(p)))


def _tub(p: Palette) -> str:
    blooms = ((4, -24, 4.5), (12, -28, 5), (19, -23, 4.5))
    leaves = discs(p.green, (5, -19, 6), (12, -21, 7), (18, -19, 6))
    hearts = discs(p.sun, *[(x, y, 1.6) for x, y, _ in blooms])
    return leaves + discs(p.red, *blooms) + hearts + polygon(p.deep, 0, -17, 23, -17, 20, 0, 3, 0)


def planters(p: Palette) -> Prop:
    """Three tubs of flowers and a watering can."""
    can = rect(88, -19, 20, 19, p.main, 3) + line(p.main, 3.5, "M", 107, -8, "l", 13, -12)
    can += line(p.main, 2.5, "M", 89, -16, "c", -9, -10, 14, -18, 17, -3)
    return Prop("bloembakken met een gieter", 122, "".join(at(i * 28, 0, _tub(p)) for i in range(3)) + can)


def clothes_rack(p: Palette) -> Prop:
    """A rack of second-hand clothes."""
    rail = ("M", 6, 0, "V", -58, "H", 74, "V", 0, "M", 0, -1, "H", 12, "M", 68, -1, "H", 80)
    clothes = "".join(
        path(c, "M", x, -54, "l", 7, 4, "l", -2, h, "h", -10, "l", -2, -h, "z")
        for x, c, h in ((18, p.red, 30), (33, p.main, 34), (48, p.yellow, 27), (62, p.green, 32))
    )
    return Prop("een rek met tweedehandskleren", 80, line(p.ink, 3, *rail) + clothes)


def handcart(p: Palette) -> Prop:
    """A handcart with toys and a ladder to borrow."""
    load = discs(p.red, (22, -38, 9)) + discs(p.frame, (22, -38, 3.5)) + rect(36, -44, 16, 16, p.yellow)
    load += polygon(p.main, 54, -28, 62, -46, 70, -28)
    body = rect(8, -31, 68, 17, p.wood, 2) + bars(dark(p.wood), (8, -23, 68, 1.5))
    wheels = discs(p.ink, (22, -9, 9), (62, -9, 9)) + discs(p.shade, (22, -9, 3.5), (62, -9, 3.5))
    return Prop("een bolderkar met speelgoed", 98, load + body + wheels + line(p.ink, 3, "M", 76, -18, "L", 96, -36))


def notice_board(p: Palette) -> Prop:
    """A notice board under a little roof."""
    papers = bars(p.frame, (10, -58, 14, 18), (28, -60, 18, 12), (50, -58, 13, 20))
    papers += bars(light(p.main, 0.5), (28, -44, 18, 8)) + bars(p.yellow, (10, -38, 14, 6))
    board = bars(p.bark, (4, -66, 5, 66), (65, -66, 5, 66)) + rect(4, -64, 66, 34, p.wood)
    return Prop("een infobord", 74, board + papers + polygon(p.main, -4, -64, 37, -80, 78, -64))


def screen(p: Palette) -> Prop:
    """A table with a computer under the open sky of the village street."""
    desk = bars(p.wood, (0, -30, 62, 5)) + bars(p.ink, (5, -26, 4, 26), (53, -26, 4, 26))
    laptop = rect(14, -56, 34, 24, p.ink, 3) + bars(p.pane, (17, -53, 28, 18)) + bars(p.ink, (10, -33, 42, 3))
    return Prop("een tafel met een computer", 62, desk + laptop + bars(p.main, (21, -49, 14, 3), (21, -43, 20, 3)))


def poster_pillar(p: Palette) -> Prop:
    """A round pillar with posters."""
    post = rect(4, -70, 36, 70, p.cream) + bars(p.deep, (1, -8, 42, 8))
    sheets = bars(p.main, (9, -62, 14, 22)) + bars(p.yellow, (26, -60, 14, 16)) + bars(p.red, (12, -36, 22, 22))
    art = discs(p.frame, (16, -52, 4)) + discs(p.cream, (23, -25, 6)) + bars(p.frame, (28, -56, 10, 2.5))
    roof = path(p.deep, "M", 0, -69, "q", 22, -26, 44, 0, "z") + circle(22, -84, 3, p.sun)
    return Prop("een aanplakzuil met affiches", 44, post + sheets + art + roof)


def blackboard(p: Palette) -> Prop:
    """A blackboard on the pavement."""
    legs = line(p.wood, 4, "M", 2, 0, "L", 9, -52, "M", 42, 0, "L", 35, -52)
    slate = polygon(p.ink, 7, -8, 11, -50, 33, -50, 37, -8)
    chalk = line(p.frame, 2, "M", 15, -41, "h", 14, "M", 15, -33, "h", 11, "M", 14, -25, "h", 15)
    return Prop("een krijtbord", 44, legs + slate + chalk + line(p.wood, 3, "M", 9, -52, "H", 35))

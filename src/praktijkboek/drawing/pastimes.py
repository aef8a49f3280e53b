"""Things to do and to sit on before the main building; each prop stands on y = 0."""

from .facade import dark, light
from .palette import Palette
from .props import Prop
from .shapes import Token, at, bars, circle, discs, line, path, polygon, rect
from .wheels import bike


def garden(p: Palette) -> Prop:
    """Draw raised vegetable beds with cabbages and bean poles."""
    return Prop("moestuinbakken", 150, _bed(p, 0) + at(80, 0, _beans(p)))


def _bed(p: Palette, x: float) -> str:
    heads = [(x + 10 + i * 16.5, -22.0, 8.0) for i in range(4)]
    hearts = [(a, b + 1, 4.0) for a, b, _ in heads]
    planks = bars(p.wood, (x, -18, 70, 18)) + bars(dark(p.wood), (x, -10, 70, 1.5), (x + 33, -18, 4, 18))
    return discs(p.green, *heads) + discs(light(p.green, 0.5), *hearts) + planks


def _beans(p: Palette) -> str:
    poles: list[Token] = []
    leaves = []
    for i in range(3):
        x = 13 + i * 22
        poles += ["M", x - 7, -16, "L", x + 2, -62, "M", x + 7, -16, "L", x - 2, -62]
        leaves += [
            (x - 4.0, -28.0, 5.0),
            (x + 4.0, -36.0, 5.0),
            (x - 1.0, -47.0, 4.5),
            (x + 5.0, -22.0, 4.0),
        ]
    planks = bars(p.wood, (0, -18, 70, 18)) + bars(dark(p.wood), (0, -10, 70, 1.5), (33, -18, 4, 18))
    blooms = [(x + 1, y - 1, 1.8) for x, y, _ in leaves[1::2]]
    return line(p.bark, 2, *poles) + discs(p.green, *leaves) + discs(p.red, *blooms) + planks


def playground(p: Palette) -> Prop:
    """Draw a slide and a swing."""
    legs = "M78 0L88 -62L98 0M136 0L146 -62L156 0"
    ropes = "M110 -62V-18M126 -62V-18"
    swing = line(p.main, 4, legs, "M86 -62H148") + line(p.ink, 2, ropes)
    ladder = "M4 0V-58M20 0V-58"
    rungs = [(4, y, 16, 3) for y in (-12.0, -23.0, -34.0)]
    chute = "M20 -44C40 -40 44 -6 66 -4"
    roof = polygon(p.main, -3, -60, 12, -76, 27, -60)
    slide = line(p.wood, 4, ladder) + bars(p.wood, *rungs, (2, -46, 20, 4)) + roof
    return Prop(
        "een speeltuintje met glijbaan en schommel",
        158,
        slide + line(p.red, 7, chute) + swing + bars(p.red, (106, -19, 24, 4)),
    )


def table_tennis(p: Palette) -> Prop:
    """Draw a table-tennis table."""
    legs = line(p.ink, 4, "M12 -2L20 -26M78 -2L70 -26")
    top = rect(p.main, (0, -31, 90, 6), 2) + bars(p.frame, (0, -31, 90, 1.5))
    net = bars(p.ink, (44, -41, 2.5, 12)) + circle(27, -34.5, 3.5, p.yellow)
    net += path(p.red, "M58 -31q2 -6 9 -6q7 0 8 6z") + bars(p.wood, (75, -34, 8, 3))
    return Prop("een pingpongtafel", 90, legs + top + net)


def workbench(p: Palette) -> Prop:
    """Draw a workbench with tools, a vice and a toaster under repair."""
    board = rect(light(p.wood, 0.5), (8, -72, 74, 34), 2) + bars(p.bark, (12, -38, 4, 10), (74, -38, 4, 10))
    tools = line(p.ink, 3, "M20 -64v18M15 -64h10")
    tools += line(p.red, 4, "M38 -64v8") + line(p.ink, 2.5, "M38 -56v11")
    tools += line(p.main, 3.5, "M56 -50l12 -12")
    tools += discs(p.main, (68, -62, 5)) + discs(light(p.wood, 0.5), (70, -64, 2.5))
    top = bars(p.bark, (6, -24, 6, 24), (78, -24, 6, 24), (6, -10, 78, 4))
    toaster = rect(p.shade, (24, -42, 26, 14), 4) + bars(p.ink, (29, -42, 16, 2)) + bars(p.red, (50, -38, 4, 3))
    return Prop(
        "een werkbank met gereedschap",
        90,
        board + tools + top + bars(p.wood, (0, -28, 90, 6)) + toaster,
    )


def repair_stand(p: Palette) -> Prop:
    """Draw a bicycle hung in a repair stand."""
    stand = line(p.ink, 4, "M34 -1V-66H26M20 -1H48")
    kit = rect(p.red, (70, -15, 28, 15), 3) + line(p.ink, 2.5, "M78 -15v-5h12v5")
    return Prop("een fiets op een herstelstaander", 98, stand + at(0, -22, bike(p, p.main)) + kit)


def bench(p: Palette) -> Prop:
    """Draw a bench beside a tub of flowers."""
    seat = bars(p.wood, (0, -34, 64, 5), (0, -26, 64, 5), (-2, -17, 68, 5))
    legs = bars(p.ink, (6, -34, 4, 34), (54, -34, 4, 34))
    return Prop("een zitbank", 92, legs + seat + at(72, 0, _tub(p)))


def _tub(p: Palette) -> str:
    blooms = ((4, -24, 4.5), (12, -28, 5), (19, -23, 4.5))
    leaves = discs(p.green, (5, -19, 6), (12, -21, 7), (18, -19, 6))
    hearts = discs(p.sun, *[(x, y, 1.6) for x, y, _ in blooms])
    return leaves + discs(p.red, *blooms) + hearts + polygon(p.deep, 0, -17, 23, -17, 20, 0, 3, 0)


def planters(p: Palette) -> Prop:
    """Draw three tubs of flowers and a watering can."""
    can = rect(p.main, (88, -19, 20, 19), 3) + line(p.main, 3.5, "M107 -8l13 -12")
    can += line(p.main, 2.5, "M89 -16c-9 -10 14 -18 17 -3")
    return Prop("bloembakken met een gieter", 122, "".join(at(i * 28, 0, _tub(p)) for i in range(3)) + can)


def handcart(p: Palette) -> Prop:
    """Draw a handcart with toys and a ladder to borrow."""
    load = discs(p.red, (22, -38, 9)) + discs(p.frame, (22, -38, 3.5)) + rect(p.yellow, (36, -44, 16, 16))
    load += polygon(p.main, 54, -28, 62, -46, 70, -28)
    body = rect(p.wood, (8, -31, 68, 17), 2) + bars(dark(p.wood), (8, -23, 68, 1.5))
    wheels = discs(p.ink, (22, -9, 9), (62, -9, 9)) + discs(p.shade, (22, -9, 3.5), (62, -9, 3.5))
    return Prop(
        "een bolderkar met speelgoed",
        98,
        load + body + wheels + line(p.ink, 3, "M76 -18L96 -36"),
    )

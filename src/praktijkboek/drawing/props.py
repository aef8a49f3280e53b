"""Things of trade and counter before the main building; each prop stands on y = 0."""

from dataclasses import dataclass

from .facade import dark, light
from .palette import Palette
from .shapes import Box, Token, at, bars, circle, discs, line, path, polygon, rect


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
    frame = "M0 -32L2 -15H15L16 0M3 -15L1 0"
    return at(x, 0, line(p.deep, 3, frame), flip=turned)


def _table(p: Palette, x: float) -> str:
    cups = bars(p.frame, (x - 11, -31, 7, 6), (x + 5, -31, 7, 6))
    foot = line(p.ink, 3, "M", x, "-24V-1M", x - 8, -1, "H", x + 8)
    return foot + bars(p.wood, (x - 19, -26, 38, 4)) + cups


def terrace(p: Palette) -> Prop:
    """Draw two terrace tables, one under a parasol."""
    shade = "M10 -58Q48 -98 86 -58z"
    stripe = "M34 -58Q41 -78 48 -78Q55 -78 62 -58z"
    parasol = (
        line(p.ink, 3, "M48 -76V-20") + path(p.yellow, shade) + path(p.frame, stripe) + circle(48, -79, 2.5, p.deep)
    )
    first = _chair(p, 8, turned=False) + _table(p, 48) + _chair(p, 88, turned=True)
    second = _chair(p, 102, turned=False) + _table(p, 140) + _chair(p, 180, turned=True)
    return Prop("een terras met tafels en een parasol", 184, parasol + first + second)


def stalls(p: Palette) -> Prop:
    """Draw two market stalls with striped roofs."""
    return Prop("marktkramen", 176, _stall(p, 0, p.main, p.red) + _stall(p, 92, p.red, p.yellow))


def _stall(p: Palette, x: float, colour: str, goods: str) -> str:
    cloth: dict[str, list[Token]] = {colour: [], p.frame: []}
    for i in range(7):
        cloth[p.frame if i % 2 else colour] += ["M", x + i * 12, "-70h12v14a6 6 0 0 1 -12 0z"]
    heap = [(x + 12 + i * 10, -29.0 - i % 2 * 2, 6.0) for i in range(7)]
    return (
        bars(p.bark, (x + 4, -60, 4, 60), (x + 76, -60, 4, 60))
        + discs(goods, *heap[::2])
        + discs(p.green, *heap[1::2])
        + bars(p.wood, (x, -27, 84, 8))
        + bars(light(p.wood, 0.4), (x + 6, -19, 72, 17))
        + "".join(path(fill, *tokens) for fill, tokens in cloth.items())
        + polygon(dark(colour, 0.2), x + 6, -80, x + 78, -80, x + 84, -70, x, -70)
    )


def letter_box(p: Palette) -> Prop:
    """Draw a red letter box on a post."""
    box = rect(p.red, (0, -56, 30, 34), 4) + bars(dark(p.red, 0.4), (6, -47, 18, 4))
    horn = bars(p.frame, (9, -37, 12, 8))
    return Prop("een rode brievenbus", 30, bars(p.ink, (12, -24, 6, 24)) + box + horn)


def lockers(p: Palette) -> Prop:
    """Draw a wall of parcel lockers."""
    doors: list[Box] = [(5 + i * 19, -61 + j * 20, 17, 18) for i in range(4) for j in range(3)]
    knobs: list[Box] = [(x + 12, y + 8, 2.5, 4) for x, y, _, _ in doors]
    screen = bars(p.ink, (24, -41, 17, 18)) + bars(p.pane, (27, -38, 11, 8))
    body = rect(p.deep, (0, -66, 84, 66), 3) + bars(p.yellow, *doors) + bars(dark(p.yellow, 0.5), *knobs)
    return Prop("een pakjesautomaat", 84, body + screen + bars(p.deep, (-3, -69, 90, 5)))


def book_cabinet(p: Palette) -> Prop:
    """Draw a little free library on a post."""
    colours = (p.red, p.yellow, p.main, p.green)
    spines = "".join(
        bars(c, *[(6 + i * 5.0, -50 - i % 2 * 2, 4.0, 16 + i % 2 * 2) for i in range(k, 6, 4)])
        + bars(c, *[(6 + i * 5.0, -31.0, 4.0, 11.0) for i in range((k + 2) % 4, 6, 4)])
        for k, c in enumerate(colours)
    )
    house = rect(p.wood, (2, -56, 38, 40)) + bars(p.frame, (5, -54, 32, 35)) + spines
    roof = polygon(p.main, -4, -54, 21, -74, 46, -54)
    return Prop("een boekenkastje", 42, bars(p.bark, (17, -18, 8, 18)) + house + roof)


def clothes_rack(p: Palette) -> Prop:
    """Draw a rack of second-hand clothes."""
    rail = "M6 0V-62H94V0M0 -1H12M88 -1H100M24 -61v5M50 -61v5M76 -61v5"
    shirt = "h12v-21l3 2l3 -8l-8 -5q-4 4 -8 0l-8 5l3 8l3 -2z"
    dress = "h22l-5 -30l3 2l3 -8l-8 -5q-4 4 -8 0l-8 5l3 8l3 -2z"
    clothes = path(p.red, "M18 -32", shirt) + path(p.yellow, "M39 -23", dress) + path(p.main, "M70 -32", shirt)
    return Prop("een rek met tweedehandskleren", 100, line(p.ink, 3, rail) + clothes)


def notice_board(p: Palette) -> Prop:
    """Draw a notice board under a little roof."""
    papers = bars(p.frame, (10, -58, 14, 18), (28, -60, 18, 12), (50, -58, 13, 20))
    papers += bars(light(p.main, 0.5), (28, -44, 18, 8)) + bars(p.yellow, (10, -38, 14, 6))
    board = bars(p.bark, (4, -66, 5, 66), (65, -66, 5, 66)) + rect(p.wood, (4, -64, 66, 34))
    return Prop("een infobord", 74, board + papers + polygon(p.main, -4, -64, 37, -80, 78, -64))


def poster_pillar(p: Palette) -> Prop:
    """Draw a round pillar with posters."""
    post = rect(p.cream, (4, -70, 36, 70)) + bars(p.deep, (1, -8, 42, 8))
    sheets = bars(p.main, (9, -62, 14, 22)) + bars(p.yellow, (26, -60, 14, 16)) + bars(p.red, (12, -36, 22, 22))
    art = discs(p.frame, (16, -52, 4)) + discs(p.cream, (23, -25, 6)) + bars(p.frame, (28, -56, 10, 2.5))
    roof = path(p.deep, "M0 -69q22 -26 44 0z") + circle(22, -84, 3, p.sun)
    return Prop("een aanplakzuil met affiches", 44, post + sheets + art + roof)


def blackboard(p: Palette) -> Prop:
    """Draw a blackboard on the pavement."""
    legs = line(p.wood, 4, "M2 0L9 -52M42 0L35 -52")
    slate = polygon(p.ink, 7, -8, 11, -50, 33, -50, 37, -8)
    chalk = line(p.frame, 2, "M15 -41h14M15 -33h11M14 -25h15")
    return Prop("een krijtbord", 44, legs + slate + chalk + line(p.wood, 3, "M9 -52H35"))

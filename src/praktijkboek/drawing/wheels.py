"""Bicycles and vehicles; each stands with its wheels on y = 0 and looks to the left."""

from .facade import dark, light
from .palette import Palette
from .shapes import Token, Tokens, bars, circle, discs, line, path, polygon, rect


def _rim(p: Palette, *rounds: tuple[float, float, float]) -> str:
    tokens: list[Token] = []
    for x, y, r in rounds:
        tokens += ["M", x - r, y, "a", r, r, 0, 1, 1, 2 * r, 0, "a", r, r, 0, 1, 1, -2 * r, 0]
    return line(p.ink, 2.5, *tokens)


def bike(p: Palette, colour: str, electric: bool = False) -> str:
    """A city bike from x = 0 to 56."""
    frame = ("M", 43, -12, "L", 36, -30, "L", 18, -27, "L", 29, -12, "L", 36, -30)
    fork = ("M", 29, -12, "H", 43, "M", 13, -12, "L", 19, -35)
    battery = bars(p.ink, (23, -24, 11, 5)) if electric else ""
    return (
        _rim(p, (13, -12, 11), (43, -12, 11))
        + line(colour, 3, *frame, *fork)
        + battery
        + line(p.ink, 3, "M", 19, -35, "l", 6, -3, "M", 32, -33, "h", 9, "M", 37, -32, "v", 4)
        + circle(29, -12, 3, p.ink)
    )


def cargo_bike(p: Palette) -> str:
    """A cargo bike with a wooden box, from x = 0 to 96."""
    frame: Tokens = (
        "M",
        82,
        -13,
        "L",
        72,
        -32,
        "L",
        58,
        -26,
        "L",
        66,
        -12,
        "L",
        72,
        -32,
        "M",
        66,
        -12,
        "H",
        82,
    )
    low: Tokens = (
        "M",
        66,
        -12,
        "L",
        52,
        -9,
        "H",
        22,
        "M",
        52,
        -9,
        "L",
        56,
        -38,
        "M",
        10,
        -9,
        "L",
        22,
        -9,
    )
    return (
        _rim(p, (10, -9, 8), (82, -13, 12))
        + line(p.main, 3, *frame, *low)
        + polygon(p.wood, 14, -34, 52, -34, 47, -12, 20, -12)
        + bars(dark(p.wood), (16, -25, 34, 2))
        + bars(p.frame, (23, -40, 12, 6))
        + discs(p.green, (40, -36, 5))
        + line(p.ink, 3, "M", 56, -38, "h", 7, "M", 68, -35, "h", 9)
        + circle(66, -12, 3, p.ink)
    )


def _wheels(p: Palette, r: float, *xs: float) -> str:
    rounds = [(x, -r, r) for x in xs]
    return discs(p.ink, *rounds) + discs(p.shade, *[(x, y, r * 0.45) for x, y, _ in rounds])


def car(p: Palette, colour: str, extra: str = "") -> str:
    """A small car from x = 0 to 104."""
    body: Tokens = ("M", 3, -9, "V", -20, "Q", 4, -26, 14, -27, "L", 27, -29, "L", 38, -43)
    body += ("Q", 40, -46, 46, -46, "H", 76, "Q", 82, -46, 86, -41, "L", 97, -28, "Q", 102, -26)
    body += (102, -20, "V", -9, "z")
    return (
        path(colour, *body)
        + path(p.pane, "M", 33, -29, "L", 42, -41, "H", 58, "V", -29, "z")
        + path(p.pane, "M", 62, -29, "V", -41, "H", 76, "L", 87, -29, "z")
        + bars(dark(colour, 0.25), (3, -14, 99, 5), (59, -28, 2, 14))
        + bars(dark(colour, 0.5), (65, -25, 8, 2))
        + circle(7, -21, 3, p.sun)
        + bars(p.red, (99, -23, 3, 6))
        + _wheels(p, 9, 23, 82)
        + extra
    )


def heart_board(p: Palette) -> str:
    """A roof board with a heart for a volunteer's car."""
    heart = ("M", 59, -50, "c", -9, -6, -5, -13, 0, -8, "c", 5, -5, 9, 2, 0, 8, "z")
    return rect(44, -62, 30, 15, p.frame, 3) + path(p.red, *heart)


def bus(p: Palette) -> str:
    """A yellow village bus from x = 0 to 196."""
    colour = p.yellow
    panes = [(34 + i * 31.0, -52.0, 27.0, 20.0) for i in range(5)]
    return (
        rect(0, -60, 196, 52, colour, 8)
        + bars(p.frame, (2, -26, 194, 5))
        + bars(p.main, (2, -21, 194, 9))
        + bars(dark(colour, 0.35), (3, -12, 190, 4))
        + rect(20, -63, 150, 5, dark(colour, 0.2), 3)
        + path(p.pane, "M", 2, -30, "V", -50, "q", 0, -5, 6, -5, "h", 18, "v", 25, "z")
        + bars(p.pane, *panes)
        + bars(light(p.pane, 0.5), *[(x + 3, y + 3, 5, 15) for x, y, _, _ in panes])
        + circle(6, -17, 3, p.frame)
        + bars(p.red, (193, -22, 3, 9))
        + _wheels(p, 10, 42, 152)
    )


def minibus(p: Palette) -> str:
    """A minibus on demand from x = 0 to 128."""
    body: Tokens = (
        "M",
        2,
        -9,
        "V",
        -24,
        "Q",
        4,
        -30,
        10,
        -32,
        "L",
        22,
        -51,
        "Q",
        25,
        -56,
        31,
        -56,
        "H",
        118,
    )
    body += ("Q", 126, -56, 126, -48, "V", -9, "z")
    return (
        path(p.frame, *body)
        + bars(p.main, (2, -22, 124, 9))
        + bars(dark(p.frame, 0.3), (2, -13, 124, 4))
        + path(p.pane, "M", 17, -31, "L", 28, -48, "H", 42, "V", -31, "z")
        + bars(p.pane, (47, -48, 21, 17), (72, -48, 21, 17), (97, -48, 22, 17))
        + rect(54, -61, 40, 6, p.yellow, 2)
        + bars(dark(p.frame, 0.3), (44, -50, 1.5, 36), (95, -50, 1.5, 36))
        + circle(7, -26, 3, p.sun)
        + bars(p.red, (123, -28, 3, 7))
        + _wheels(p, 10, 28, 100)
    )

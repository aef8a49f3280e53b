"""Bicycles and vehicles; each stands with its wheels on y = 0 and looks to the left."""

from .facade import dark, light
from .palette import Palette
from .shapes import Token, bars, circle, discs, line, path, polygon, rect


def _rim(p: Palette, *rounds: tuple[float, float, float]) -> str:
    tokens: list[Token] = []
    for x, y, r in rounds:
        tokens += ["M", x - r, y, "a", r, r, 0, 1, 1, 2 * r, 0, "a", r, r, 0, 1, 1, -2 * r, 0]
    return line(p.ink, 2.5, *tokens)


def bike(p: Palette, colour: str, electric: bool = False) -> str:
    """Draw a city bike from x = 0 to 56."""
    frame = "M43 -12L36 -30L18 -27L29 -12L36 -30"
    fork = "M29 -12H43M13 -12L19 -35"
    battery = bars(p.ink, (23, -24, 11, 5)) if electric else ""
    return (
        _rim(p, (13, -12, 11), (43, -12, 11))
        + line(colour, 3, frame, fork)
        + battery
        + line(p.ink, 3, "M19 -35l6 -3M32 -33h9M37 -32v4")
        + circle(29, -12, 3, p.ink)
    )


def cargo_bike(p: Palette) -> str:
    """Draw a cargo bike with a wooden box, from x = 0 to 96."""
    frame = "M82 -13L72 -32L58 -26L66 -12L72 -32M66 -12H82"
    low = "M66 -12L52 -9H22M52 -9L56 -38M10 -9L22 -9"
    return (
        _rim(p, (10, -9, 8), (82, -13, 12))
        + line(p.main, 3, frame, low)
        + polygon(p.wood, 14, -34, 52, -34, 47, -12, 20, -12)
        + bars(dark(p.wood), (16, -25, 34, 2))
        + bars(p.frame, (23, -40, 12, 6))
        + discs(p.green, (40, -36, 5))
        + line(p.ink, 3, "M56 -38h7M68 -35h9")
        + circle(66, -12, 3, p.ink)
    )


def _wheels(p: Palette, r: float, *xs: float) -> str:
    rounds = [(x, -r, r) for x in xs]
    return discs(p.ink, *rounds) + discs(p.shade, *[(x, y, r * 0.45) for x, y, _ in rounds])


def car(p: Palette, colour: str, extra: str = "") -> str:
    """Draw a small car from x = 0 to 104."""
    body = "M3 -9V-20Q4 -26 14 -27L27 -29L38 -43Q40 -46 46 -46H76Q82 -46 86 -41L97 -28"
    return (
        path(colour, body, "Q102 -26 102 -20V-9z")
        + path(p.pane, "M33 -29L42 -41H58V-29z")
        + path(p.pane, "M62 -29V-41H76L87 -29z")
        + bars(dark(colour, 0.25), (3, -14, 99, 5), (59, -28, 2, 14))
        + bars(dark(colour, 0.5), (65, -25, 8, 2))
        + circle(7, -21, 3, p.sun)
        + bars(p.red, (99, -23, 3, 6))
        + _wheels(p, 9, 23, 82)
        + extra
    )


def heart_board(p: Palette) -> str:
    """Draw a roof board with a heart for a volunteer's car."""
    heart = "M59 -50c-9 -6 -5 -13 0 -8c5 -5 9 2 0 8z"
    return rect(p.frame, (44, -62, 30, 15), 3) + path(p.red, heart)


def bus(p: Palette) -> str:
    """Draw a yellow village bus from x = 0 to 196."""
    colour = p.yellow
    panes = [(34 + i * 31.0, -52.0, 27.0, 20.0) for i in range(5)]
    return (
        rect(colour, (0, -60, 196, 52), 8)
        + bars(p.frame, (2, -26, 194, 5))
        + bars(p.main, (2, -21, 194, 9))
        + bars(dark(colour, 0.35), (3, -12, 190, 4))
        + rect(dark(colour, 0.2), (20, -63, 150, 5), 3)
        + path(p.pane, "M2 -30V-50q0 -5 6 -5h18v25z")
        + bars(p.pane, *panes)
        + bars(light(p.pane, 0.5), *[(x + 3, y + 3, 5, 15) for x, y, _, _ in panes])
        + circle(6, -17, 3, p.frame)
        + bars(p.red, (193, -22, 3, 9))
        + _wheels(p, 10, 42, 152)
    )


def minibus(p: Palette) -> str:
    """Draw a minibus on demand from x = 0 to 128."""
    body = "M2 -9V-24Q4 -30 10 -32L22 -51Q25 -56 31 -56H118Q126 -56 126 -48V-9z"
    return (
        path(p.frame, body)
        + bars(p.main, (2, -22, 124, 9))
        + bars(dark(p.frame, 0.3), (2, -13, 124, 4))
        + path(p.pane, "M17 -31L28 -48H42V-31z")
        + bars(p.pane, (47, -48, 21, 17), (72, -48, 21, 17), (97, -48, 22, 17))
        + rect(p.yellow, (54, -61, 40, 6), 2)
        + bars(dark(p.frame, 0.3), (44, -50, 1.5, 36), (95, -50, 1.5, 36))
        + circle(7, -26, 3, p.sun)
        + bars(p.red, (123, -28, 3, 7))
        + _wheels(p, 10, 28, 100)
    )

"""Hanging signs with a picture on them, for what has no thing to stand in the street."""

from collections.abc import Callable

from .facade import dark, light
from .palette import Palette
from .shapes import Tokens, at, bars, circle, line, path, rect

Picture = Callable[[Palette], str]


def bread(p: Palette) -> str:
    """A round loaf with three cuts."""
    crust = dark(p.wood, 0.1)
    loaf = path(crust, "M", -13, 7, "C", -18, -12, 18, -12, 13, 7, "q", -13, 4, -26, 0, "z")
    return loaf + line(
        light(p.wood, 0.75),
        2.5,
        "M",
        -7,
        -2,
        "l",
        3,
        6,
        "M",
        -1,
        -4,
        "l",
        3,
        7,
        "M",
        5,
        -3,
        "l",
        3,
        6,
    )


def bed(p: Palette) -> str:
    """A bed."""
    frame = line(p.deep, 3, "M", -13, -9, "V", 9, "M", 13, 0, "V", 9)
    return (
        frame
        + bars(p.deep, (-13, 2, 26, 4))
        + bars(p.main, (-3, -4, 16, 6))
        + circle(-8, -2, 3.5, p.main)
    )


def plus(p: Palette) -> str:
    """A plus: care."""
    return rect(-3.5, -11, 7, 22, p.main, 1.5) + rect(-11, -3.5, 22, 7, p.main, 1.5)


def wrench(p: Palette) -> str:
    """A wrench."""
    return (
        line(p.main, 5, "M", -8, 8, "L", 5, -5)
        + circle(6, -6, 7, p.main)
        + path(p.frame, "M", 5, -5, "l", 1, -9, "l", 9, 0, "l", 0, 9, "z")
    )


def heart(p: Palette) -> str:
    """A heart: neighbours who help."""
    return path(p.red, "M", 0, 10, "C", -20, -3, -9, -15, 0, -6, "C", 9, -15, 20, -3, 0, 10, "z")


def information(p: Palette) -> str:
    """The letter i, drawn."""
    return circle(0, -8, 3, p.main) + bars(
        p.main, (-3, -3, 6, 14), (-6, -3, 6, 3.5), (-7, 8, 14, 3.5)
    )


def crown(p: Palette) -> str:
    """The coat of arms of the municipality: a shield with a band."""
    shield = path(
        p.main, "M", -11, -11, "H", 11, "V", 1, "Q", 9, 10, 0, 13, "Q", -9, 10, -11, 1, "z"
    )
    return shield + line(p.sun, 4, "M", -9, -6, "L", 8, 5)


def laptop(p: Palette) -> str:
    """An open laptop."""
    lid = rect(-11, -11, 22, 16, p.deep, 2) + bars(p.pane, (-8.5, -8.5, 17, 11))
    return lid + bars(p.main, (-14, 6, 28, 4), (-6, -6, 8, 2), (-6, -2, 12, 2))


def bicycle(p: Palette) -> str:
    """A bicycle in a few lines."""
    return line(
        p.deep,
        2,
        "M",
        -9,
        5,
        "L",
        -4,
        -5,
        "H",
        5,
        "L",
        9,
        5,
        "M",
        -4,
        -5,
        "L",
        0,
        5,
        "H",
        -9,
        "M",
        5,
        -5,
        "L",
        0,
        5,
    ) + line(p.main, 2.2, *_ring(-9, 5, 5.5), *_ring(9, 5, 5.5))


def _ring(x: float, y: float, r: float) -> Tokens:
    return ("M", x - r, y, "a", r, r, 0, 1, 1, 2 * r, 0, "a", r, r, 0, 1, 1, -2 * r, 0)


def hanging(p: Palette, picture: Picture) -> str:
    """A sign on a bracket, to the right of x = 0, its arm at y = 0."""
    arm = line(p.ink, 3, "M", 0, 0, "H", 40, "M", 0, 14, "Q", 4, 2, 16, 0)
    chain = line(p.ink, 1.6, "M", 12, 0, "v", 6, "M", 34, 0, "v", 6)
    board = rect(4, 6, 38, 38, p.deep, 5) + rect(6.5, 8.5, 33, 33, p.frame, 3)
    return arm + chain + board + at(23, 25, picture(p))


def standing(p: Palette, picture: Picture) -> str:
    """A sign on a post, 38 wide, on y = 0."""
    board = rect(0, -88, 38, 38, p.deep, 5) + rect(2.5, -85.5, 33, 33, p.frame, 3)
    return bars(p.ink, (17, -52, 4, 52)) + board + at(19, -69, picture(p))

"""Hanging signs with a picture on them, for what has no thing to stand in the street."""

from collections.abc import Callable

from .facade import dark, light
from .palette import Palette
from .shapes import Tokens, at, bars, circle, line, path, rect

Picture = Callable[[Palette], str]


def bread(p: Palette) -> str:
    """Draw a round loaf with three cuts."""
    crust = dark(p.wood, 0.1)
    loaf = path(crust, "M-13 7C-18 -12 18 -12 13 7q-13 4 -26 0z")
    return loaf + line(
        light(p.wood, 0.75),
        2.5,
        "M-7 -2l3 6M-1 -4l3 7M5 -3l3 6",
    )


def bed(p: Palette) -> str:
    """Draw a bed."""
    frame = line(p.deep, 3, "M-13 -9V9M13 0V9")
    return frame + bars(p.deep, (-13, 2, 26, 4)) + bars(p.main, (-3, -4, 16, 6)) + circle(-8, -2, 3.5, p.main)


def plus(p: Palette) -> str:
    """Draw a plus: care."""
    return rect(p.main, (-3.5, -11, 7, 22), 1.5) + rect(p.main, (-11, -3.5, 22, 7), 1.5)


def wrench(p: Palette) -> str:
    """Draw a wrench."""
    return line(p.main, 5, "M-8 8L5 -5") + circle(6, -6, 7, p.main) + path(p.frame, "M5 -5l1 -9l9 0l0 9z")


def heart(p: Palette) -> str:
    """Draw a heart: neighbours who help."""
    return path(p.red, "M0 10C-20 -3 -9 -15 0 -6C9 -15 20 -3 0 10z")


def information(p: Palette) -> str:
    """Draw the letter i, drawn."""
    return circle(0, -8, 3, p.main) + bars(p.main, (-3, -3, 6, 14), (-6, -3, 6, 3.5), (-7, 8, 14, 3.5))


def crown(p: Palette) -> str:
    """Draw the coat of arms of the municipality: a shield with a band."""
    shield = path(p.main, "M-11 -11H11V1Q9 10 0 13Q-9 10 -11 1z")
    return shield + line(p.sun, 4, "M-9 -6L8 5")


def laptop(p: Palette) -> str:
    """Draw an open laptop."""
    lid = rect(p.deep, (-11, -11, 22, 16), 2) + bars(p.pane, (-8.5, -8.5, 17, 11))
    return lid + bars(p.main, (-14, 6, 28, 4), (-6, -6, 8, 2), (-6, -2, 12, 2))


def bicycle(p: Palette) -> str:
    """Draw a bicycle in a few lines."""
    return line(
        p.deep,
        2,
        "M-9 5L-4 -5H5L9 5M-4 -5L0 5H-9M5 -5L0 5",
    ) + line(p.main, 2.2, *_ring(-9, 5, 5.5), *_ring(9, 5, 5.5))


def _ring(x: float, y: float, r: float) -> Tokens:
    return ("M", x - r, y, "a", r, r, 0, 1, 1, 2 * r, 0, "a", r, r, 0, 1, 1, -2 * r, 0)


def hanging(p: Palette, picture: Picture) -> str:
    """Draw a sign on a bracket, to the right of x = 0, its arm at y = 0."""
    arm = line(p.ink, 3, "M0 0H40M0 14Q4 2 16 0")
    chain = line(p.ink, 1.6, "M12 0v6M34 0v6")
    board = rect(p.deep, (4, 6, 38, 38), 5) + rect(p.frame, (6.5, 8.5, 33, 33), 3)
    return arm + chain + board + at(23, 25, picture(p))


def standing(p: Palette, picture: Picture) -> str:
    """Draw a sign on a post, 38 wide, on y = 0."""
    board = rect(p.deep, (0, -88, 38, 38), 5) + rect(p.frame, (2.5, -85.5, 33, 33), 3)
    return bars(p.ink, (17, -52, 4, 52)) + board + at(19, -69, picture(p))

"""What faces are made of: windows, doors, roofs, shop fronts and small ornaments."""

from collections.abc import Sequence

from .palette import Palette, mix
from .shapes import Box, Token, arches, bars, circle, discs, line, path, polygon, rect


def dark(colour: str, share: float = 0.18) -> str:
    """Darken a colour, as in the shade."""
    return mix(colour, "#2a2230", share)


def light(colour: str, share: float = 0.25) -> str:
    """Lighten a colour, as in the sun."""
    return mix(colour, "#fff6e2", share)


def windows(p: Palette, xs: Sequence[float], y: float, w: float = 18, h: float = 28) -> str:
    """Draw a row of T-shaped windows with a sill, given by their left sides and common top."""
    top = round(h * 0.3)
    half = (w - 6) / 2
    frames: list[Box] = []
    panes: list[Box] = []
    for x in xs:
        frames += [(x, y, w, h), (x - 2, y + h, w + 4, 3)]
        panes += [(x + 2, y + 2, w - 4, top), (x + 2, y + top + 4, half, h - top - 6)]
        panes.append((x + 4 + half, y + top + 4, half, h - top - 6))
    return bars(p.frame, *frames) + bars(p.pane, *panes)


def arched(p: Palette, xs: Sequence[float], y: float, w: float = 18, h: float = 36) -> str:
    """Draw a row of round-topped windows."""
    frames: list[Box] = [(x, y, w, h) for x in xs]
    panes: list[Box] = [(x + 2.5, y + 2.5, w - 5, h - 5) for x in xs]
    mullions: list[Box] = [(x + w / 2 - 1, y, 2, h) for x in xs]
    mullions += [(x, y + h * 0.5, w, 2) for x in xs]
    return arches(p.frame, *frames) + arches(p.pane, *panes) + bars(p.frame, *mullions)


def door(p: Palette, x: float, colour: str, w: float = 24, h: float = 46) -> str:
    """Draw a panelled door with a fanlight and a doorstep."""
    leaf = h - 12
    panel = (w - 12) / 2
    return (
        bars(p.frame, (x - 3, -h - 3, w + 6, h + 3))
        + bars(p.pane, (x, -h, w, 9))
        + bars(colour, (x, 2 - leaf - 2, w, leaf))
        + bars(
            dark(colour),
            (x + 4, 4 - leaf, panel, leaf - 8),
            (x + w - 4 - panel, 4 - leaf, panel, leaf - 8),
        )
        + circle(x + w - 3, -leaf / 2, 1.5, p.sun)
        + bars(p.shade, (x - 5, -3, w + 10, 3))
    )


def double_door(p: Palette, x: float, w: float, h: float, colour: str) -> str:
    """Draw a round-topped double door."""
    return (
        arches(p.frame, (x - 4, -h - 4, w + 8, h + 4))
        + arches(colour, (x, -h, w, h))
        + bars(dark(colour, 0.35), (x + w / 2 - 1, -h, 2, h))
        + discs(p.sun, (x + w / 2 - 4, -h * 0.42, 1.6), (x + w / 2 + 4, -h * 0.42, 1.6))
    )


def wall(x: float, w: float, h: float, colour: str, eaves: bool = True) -> str:
    """Draw a wall on the ground, with a darker plinth and, but under a gable, the eaves' shadow."""
    top = bars(dark(colour, 0.12), (x, -h, w, 5)) if eaves else ""
    return rect(colour, (x, -h, w, h)) + top + bars(dark(colour, 0.3), (x, -8, w, 8))


def roof(box: Box, colour: str, slope: float = 0.6) -> str:
    """Draw a pitched roof seen from its long side, with ridge, tile courses and gutter."""
    x, y, w, h = box
    run = h * slope
    left, right = x - 6, x + w + 6
    courses: list[Token] = []
    for share in (0.36, 0.68):
        inset = run * share + 6
        courses += ["M", left + inset, y - h * share, "H", right - inset]
    return (
        polygon(colour, left, y, left + run, y - h, right - run, y - h, right, y)
        + line(dark(colour, 0.1), 1.6, *courses)
        + line(dark(colour, 0.3), 3, "M", left + run, y - h, "H", right - run)
        + bars(dark(colour, 0.35), (left, y - 2, right - left, 4))
    )


def gable(box: Box, colour: str, edge: str) -> str:
    """Draw a pointed gable with its bargeboards."""
    x, y, w, h = box
    mid = x + w / 2
    return polygon(colour, x, y, mid, y - h, x + w, y) + line(
        edge, 5, "M", x - 3, y + 2, "L", mid, y - h, "L", x + w + 3, y + 2
    )


def stepped(box: Box, colour: str, cap: str, steps: int = 4) -> str:
    """Draw a stepped gable, each step capped with stone."""
    x, y, w, h = box
    run, rise = w / (2 * steps + 1), h / steps
    body: list[Box] = []
    caps: list[Box] = []
    for i in range(steps):
        left, width, top = x + run * (i + 0.5), w - run * (2 * i + 1), y - rise * (i + 1)
        body.append((left, top, width, rise + 0.5))
        caps.append((left - 1.5, top - 2, width + 3, 4))
    inner = [(left + 4, top + 2, width - 8, 3) for left, top, width, _ in caps[:-1]]
    return bars(cap, *caps) + bars(colour, *body, *[(a, b, c, 3.0) for a, b, c, _ in inner])


def chimney(x: float, y: float, h: float, colour: str) -> str:
    """Draw a chimney whose foot is at y."""
    return rect(colour, (x, y - h, 12, h)) + bars(dark(colour, 0.35), (x - 2, y - h, 16, 4))


def dormer(p: Palette, x: float, y: float, colour: str, edge: str) -> str:
    """Draw a dormer window 26 wide, its foot at y."""
    return (
        rect(colour, (x, y - 26, 26, 26))
        + windows(p, [x + 5], y - 23, 16, 19)
        + polygon(edge, x - 5, y - 25, x + 13, y - 42, x + 31, y - 25)
    )


def awning(p: Palette, x: float, y: float, w: float) -> str:
    """Draw a striped awning with a scalloped edge, hanging from y."""
    count = max(5, round(w / 13)) | 1
    pitch = w / count
    edge = ("v", 17, "a", pitch / 2, 6, 0, 0, 1, -pitch, 0, "z")
    stripes: dict[str, list[Token]] = {p.main: [], p.frame: []}
    for i in range(count):
        stripes[p.frame if i % 2 else p.main] += ["M", x + i * pitch, y, "h", pitch, *edge]
    cloth = "".join(path(fill, *tokens) for fill, tokens in stripes.items())
    return cloth + bars(dark(p.main, 0.3), (x - 1, y - 3, w + 2, 4))


def shopfront(p: Palette, x: float, w: float, shop: bool) -> str:
    """Draw a wide ground-floor window; with goods and an awning if it is a shop."""
    panes = max(2, round(w / 34))
    pitch = (w - 4) / panes
    glass: list[Box] = [(x + 4 + i * pitch, -42, pitch - 4, 30) for i in range(panes)]
    transoms: list[Box] = [(x + 4 + i * pitch, -51, pitch - 4, 6) for i in range(panes)]
    front = (
        bars(p.frame, (x, -54, w, 45))
        + bars(p.lit if shop else p.pane, *glass)
        + bars(p.pane, *transoms)
        + bars(p.deep, (x - 2, -10, w + 4, 4))
    )
    if not shop:
        return front
    goods = [(x + 10 + i * 12.0, -16 - (i * 5 % 3), 4.5) for i in range(int((w - 14) / 12))]
    colours = (p.red, p.green, p.yellow)
    shelf = "".join(discs(c, *goods[i::3]) for i, c in enumerate(colours))
    return front + shelf + bars(p.wood, (x + 4, -13, w - 8, 3)) + awning(p, x - 5, -62, w + 10)


def clock(p: Palette, x: float, y: float, r: float) -> str:
    """Draw a round clock, a little past ten."""
    return (
        circle(x, y, r, p.deep)
        + circle(x, y, r - 2.5, p.frame)
        + line(p.deep, 2, "M", x - r * 0.38, y - r * 0.2, "L", x, y, "L", x + r * 0.25, y - r * 0.5)
    )


def flag(p: Palette, x: float, y: float, h: float = 40) -> str:
    """Draw a flag in the theme's colours on a pole whose foot is at y."""
    top = y - h
    wave = "c10 -6 16 5 27 0v15c-11 5 -17 -6 -27 0z"
    return (
        line(p.ink, 2.5, "M", x, y, "V", top) + path(p.main, "M", x + 1, top + 1, wave) + circle(x, top - 1, 2.5, p.sun)
    )


def solar(x: float, y: float, columns: int = 4) -> str:
    """Draw two rows of solar panels, their upper left corner at x, y."""
    boxes: list[Box] = [(x + i * 18, y + j * 13, 16, 11) for i in range(columns) for j in (0, 1)]
    cells: list[Box] = [(a + 7.5, b, 1, 11) for a, b, _, _ in boxes]
    return bars("#2b4266", *boxes) + bars("#6f8db5", *cells)

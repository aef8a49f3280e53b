"""The small shape vocabulary in which every part of a drawing is written.

Parts are drawn around their own origin: x runs to the right, the ground is y = 0, up is negative.
"""

import re

Box = tuple[float, float, float, float]
Token = str | float
Tokens = tuple[Token, ...]
_AROUND_LETTER = re.compile(" ?([A-Za-z]) ?")


def num(value: float) -> str:
    """Write a coordinate with at most one decimal."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _tokens(tokens: Tokens) -> str:
    words = " ".join(token if isinstance(token, str) else num(token) for token in tokens)
    return _tight(_AROUND_LETTER.sub(r"\1", words))


def _tight(d: str) -> str:
    """Leave out the space before a minus sign, which a path does not need."""
    return d.replace(" -", "-")


def path(fill: str, *tokens: Token) -> str:
    """Fill a path given as letters and numbers."""
    return f'<path d="{_tokens(tokens)}" fill="{fill}"/>'


def line(colour: str, width: float, *tokens: Token) -> str:
    """Stroke a path with round ends."""
    return (
        f'<path d="{_tokens(tokens)}" fill="none" stroke="{colour}" stroke-width="{num(width)}"'
        ' stroke-linecap="round" stroke-linejoin="round"/>'
    )


def rect(fill: str, box: Box, radius: float = 0) -> str:
    """Fill a rectangle (x, y, width, height), its corners rounded if asked."""
    x, y, w, h = map(num, box)
    corner = f' rx="{num(radius)}"' if radius else ""
    return f'<rect x="{x}" y="{y}" width="{w}" height="{h}"{corner} fill="{fill}"/>'


def bars(fill: str, *boxes: Box) -> str:
    """Fill many rectangles (x, y, width, height) as one path."""
    d = "".join(f"M{num(x)} {num(y)}h{num(w)}v{num(h)}h{num(-w)}z" for x, y, w, h in boxes)
    return f'<path d="{_tight(d)}" fill="{fill}"/>' if d else ""


def arches(fill: str, *boxes: Box) -> str:
    """Fill many round-topped openings (x, y, width, height) as one path."""
    return f'<path d="{"".join(map(_arch, boxes))}" fill="{fill}"/>' if boxes else ""


def _arch(box: Box) -> str:
    x, y, w, h = box
    r = w / 2
    return f"M{num(x)} {num(y + h)}v{num(r - h)}a{num(r)} {num(r)} 0 0 1 {num(w)} 0v{num(h - r)}z"


def polygon(fill: str, *xy: float) -> str:
    """Fill a polygon given as x, y, x, y, ..."""
    points = " ".join(num(value) for value in xy)
    return f'<polygon points="{points}" fill="{fill}"/>'


def circle(cx: float, cy: float, r: float, fill: str) -> str:
    """Fill a circle."""
    return f'<circle cx="{num(cx)}" cy="{num(cy)}" r="{num(r)}" fill="{fill}"/>'


def discs(fill: str, *rounds: tuple[float, float, float]) -> str:
    """Fill many circles (x, y, radius) as one path."""
    d = "".join(
        f"M{num(x - r)} {num(y)}a{num(r)} {num(r)} 0 1 1 {num(2 * r)} 0a{num(r)} {num(r)} 0 1 1 {num(-2 * r)} 0z"
        for x, y, r in rounds
    )
    return f'<path d="{_tight(d)}" fill="{fill}"/>' if d else ""


def at(x: float, y: float, *parts: str, flip: bool = False) -> str:
    """Move parts to a place, mirrored if asked."""
    mirror = " scale(-1 1)" if flip else ""
    return f'<g transform="translate({num(x)} {num(y)}){mirror}">{"".join(parts)}</g>'

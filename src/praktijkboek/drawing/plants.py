"""Trees, hedges and other green; everything stands on y = 0 around x = 0."""

from random import Random

from .facade import dark, light
from .palette import Palette
from .shapes import bars, circle, discs, line, path, polygon


def round_tree(p: Palette, rng: Random, h: float) -> str:
    """A tree with a crown of a few round clumps."""
    leaf = rng.choice(p.leaves)
    r = h * 0.27
    top = r - h
    clumps = ((0.0, top, r), (-r * 0.62, top + r * 0.75, r * 0.72), (r * 0.6, top + r * 0.8, r * 0.7))
    return (
        bars(p.bark, (-3.5, top, 7, -top))
        + line(p.bark, 3, "M", 0, -h * 0.3, "L", r * 0.4, -h * 0.5)
        + discs(leaf, *clumps)
        + discs(light(leaf), (-r * 0.3, top - r * 0.25, r * 0.42), (-r * 0.7, top + r * 0.55, r * 0.25))
        + discs(dark(leaf), (r * 0.62, top + r * 0.98, r * 0.36))
    )


def oval_tree(p: Palette, rng: Random, h: float) -> str:
    """A slim lime tree with an egg-shaped crown."""
    leaf = rng.choice(p.leaves)
    w, foot = h * 0.24, -h * 0.24
    crown = ("M", 0, -h, "C", w * 1.1, -h * 0.95, w * 1.35, foot, 0, foot)
    crown += ("C", -w * 1.35, foot, -w * 1.1, -h * 0.95, 0, -h, "z")
    shade = ("M", 0, -h, "C", w * 1.1, -h * 0.95, w * 1.35, foot, 0, foot)
    shade += ("C", w * 0.7, -h * 0.4, w * 0.6, -h * 0.8, 0, -h, "z")
    return (
        bars(p.bark, (-3, foot - 8, 6, 8 - foot))
        + path(leaf, *crown)
        + path(dark(leaf, 0.12), *shade)
        + line(dark(leaf, 0.3), 2, "M", 0, foot, "V", -h * 0.62, "M", 0, -h * 0.4, "l", -8, -9)
    )


def poplar(p: Palette, rng: Random, h: float) -> str:
    """A tall narrow poplar."""
    leaf = rng.choice(p.leaves[1:])
    w, low = h * 0.12, -h * 0.14
    body = ("M", 0, -h, "C", w * 1.3, -h * 0.7, w * 1.3, low, 0, low)
    body += ("C", -w * 1.3, low, -w * 1.3, -h * 0.7, 0, -h, "z")
    return bars(p.bark, (-2, low - 6, 4, 6 - low)) + path(leaf, *body)


def willow(p: Palette, rng: Random, h: float) -> str:
    """A pollard willow: a thick trunk with a mop of shoots."""
    leaf = rng.choice(p.leaves)
    head, r = -h * 0.5, h * 0.28
    shoots: list[str | float] = []
    for dx, dy in ((-1, -0.55), (-0.55, -1.25), (0, -1.55), (0.55, -1.25), (1, -0.55)):
        shoots += ["M", 0, head, "L", dx * r, head + dy * r]
    tips = [(dx * r, head + dy * r, r * 0.42) for dx, dy in ((-1, -0.5), (-0.6, -1.2), (0.1, -1.5))]
    tips += [(dx * r, head + dy * r, r * 0.42) for dx, dy in ((0.7, -1.1), (1, -0.45), (0, -0.7))]
    trunk = polygon(p.bark, -7, 0, -5, head, 5, head, 7, 0)
    return trunk + line(p.bark, 3, *shoots) + discs(leaf, *tips) + circle(0, head, 7, p.bark)


def tree(p: Palette, rng: Random, h: float) -> str:
    """Any tree that suits a village street."""
    return rng.choice((round_tree, round_tree, oval_tree, willow))(p, rng, h)


def hedge(p: Palette, w: float, h: float = 20) -> str:
    """A clipped hedge from x = 0 to w."""
    leaf = p.leaves[1]
    return (
        path(leaf, "M", 0, 0, "V", 6 - h, "q", 0, -6, 6, -6, "H", w - 6, "q", 6, 0, 6, 6, "V", 0, "z")
        + bars(dark(leaf, 0.14), (0, -6, w, 6))
    )


def bush(p: Palette, rng: Random, w: float) -> str:
    """A low bush from x = 0 to w with a few blossoms."""
    leaf = rng.choice(p.leaves[1:])
    n = max(3, round(w / 14))
    clumps = [((i + 0.5) * w / n, -7 - rng.random() * 4, w / n * 0.85) for i in range(n)]
    r = w / n * 0.85
    blooms = [(x + rng.uniform(-3, 3), y - rng.uniform(0, 5), 1.8) for x, y, _ in clumps]
    skirt = bars(leaf, (clumps[0][0] - r, -7, w + 2 * (r - clumps[0][0]), 7))
    return discs(leaf, *clumps) + skirt + discs(p.frame, *blooms)

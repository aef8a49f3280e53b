"""Trees, hedges and other green; everything stands on y = 0 around x = 0."""

from random import Random

from .facade import dark, light
from .palette import Palette, mix
from .shapes import Token, Tokens, bars, circle, discs, line, path, polygon


def round_tree(p: Palette, rng: Random, h: float) -> str:
    """Draw a tree with a crown of a few round clumps."""
    leaf = rng.choice(p.leaves)
    r = h * 0.27
    top = r - h
    clumps = (
        (0.0, top, r),
        (-r * 0.62, top + r * 0.75, r * 0.72),
        (r * 0.6, top + r * 0.8, r * 0.7),
    )
    return (
        bars(p.bark, (-3.5, top, 7, -top))
        + line(p.bark, 3, "M", 0, -h * 0.3, "L", r * 0.4, -h * 0.5)
        + discs(leaf, *clumps)
        + discs(light(leaf), (-r * 0.3, top - r * 0.25, r * 0.42), (-r * 0.7, top + r * 0.55, r * 0.25))
        + discs(dark(leaf), (r * 0.62, top + r * 0.98, r * 0.36))
    )


def oval_tree(p: Palette, rng: Random, h: float) -> str:
    """Draw a slim lime tree with an egg-shaped crown."""
    leaf = rng.choice(p.leaves)
    w, foot = h * 0.24, -h * 0.24
    crown: Tokens = ("M", 0, -h, "C", w * 1.1, -h * 0.95, w * 1.35, foot, 0, foot)
    crown += ("C", -w * 1.35, foot, -w * 1.1, -h * 0.95, 0, -h, "z")
    shade: Tokens = ("M", 0, -h, "C", w * 1.1, -h * 0.95, w * 1.35, foot, 0, foot)
    shade += ("C", w * 0.7, -h * 0.4, w * 0.6, -h * 0.8, 0, -h, "z")
    return (
        bars(p.bark, (-3, foot - 8, 6, 8 - foot))
        + path(leaf, *crown)
        + path(dark(leaf, 0.12), *shade)
        + line(dark(leaf, 0.3), 2, "M", 0, foot, "V", -h * 0.62, "M", 0, -h * 0.4, "l-8 -9")
    )


def willow(p: Palette, rng: Random, h: float) -> str:
    """Draw a pollard willow: a thick trunk with a mop of shoots."""
    leaf = rng.choice(p.leaves)
    head, r = -h * 0.5, h * 0.28
    shoots: list[Token] = []
    for dx, dy in ((-1, -0.55), (-0.55, -1.25), (0, -1.55), (0.55, -1.25), (1, -0.55)):
        shoots += ["M", 0, head, "L", dx * r, head + dy * r]
    tips = [(dx * r, head + dy * r, r * 0.42) for dx, dy in ((-1, -0.5), (-0.6, -1.2), (0.1, -1.5))]
    tips += [(dx * r, head + dy * r, r * 0.42) for dx, dy in ((0.7, -1.1), (1, -0.45), (0, -0.7))]
    trunk = polygon(p.bark, -7, 0, -5, head, 5, head, 7, 0)
    return trunk + line(p.bark, 3, *shoots) + discs(leaf, *tips) + circle(0, head, 7, p.bark)


def tree(p: Palette, rng: Random, h: float) -> str:
    """Any tree that suits a village street."""
    return rng.choice((round_tree, round_tree, oval_tree, willow))(p, rng, h)


def hedge(p: Palette, w: float) -> str:
    """Draw a clipped hedge from x = 0 to w."""
    leaf = p.leaves[1]
    return bars(leaf, (0, -20, w, 20)) + bars(dark(leaf, 0.14), (0, -6, w, 6))


def bush(p: Palette, rng: Random, w: float) -> str:
    """Draw a low bush from x = 0 to w with a few blossoms."""
    leaf = rng.choice((mix(p.main, p.paving, 0.22), mix(p.main, p.deep, 0.6), p.deep))
    n = round(w / 16)
    hump = w / n
    tokens: list[Token] = ["M", 0, 0, "V", -12]
    blooms: list[Token] = []
    for i in range(n):
        tokens += ["a", hump * 0.56, hump * 0.56, 0, 0, 1, hump, 3 if i % 2 else -3]
        blooms += ["M", (i + 0.5) * hump + rng.randint(-3, 3), -9 - rng.randint(0, 6), "h0.1"]
    return path(leaf, *tokens, "V0z") + line(p.cream, 3.6, *blooms)


def tulips(p: Palette, rng: Random, w: float) -> str:
    """Draw a strip of tulips from x = 0 to about w."""
    stems: list[Token] = []
    cups: list[Token] = []
    for x in range(6, int(w), 13):
        h = rng.randint(12, 18)
        stems += ["M", x, "0v", -h, "M", x, "-1q1-6 5-9"]
        cups += ["M", x - 4, -h - 7, "l2.5 3l1.5-3l1.5 3l2.5-3q2 9-4 9q-6 0-4-9z"]
    colour = rng.choice((p.sun, p.cream, mix(p.red, p.cream, 0.3)))
    return line(mix(p.main, p.paving, 0.4), 2, *stems) + path(colour, *cups)

"""The picture of a street, layer upon layer from the sky to the verge."""

from dataclasses import replace

from . import landscape
from .houses import backdrop
from .landscape import GROUND, HEIGHT, WIDTH
from .layout import EDGE, Plot, along_kerb
from .palette import Palette, mix
from .plants import bush, hedge, tree, tulips
from .shapes import at, bars, rect
from .signs import hanging
from .street import TRAIN, Street

PAVED, KERB, VERGE, WHEELS = 357, 381, 453, 431
SLOT = 150
TREE_ROOM = 44


def picture(street: Street) -> str:
    """Draw the whole street as an SVG document."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
    return head + _sky(street) + village(street) + "</svg>"


def village(street: Street) -> str:
    """Draw all but the sky, from the hills to the verge."""
    layers = (_behind, _houses, _main, _ground, _things, _vehicles)
    return "".join(layer(street) for layer in layers)


def _sky(street: Street) -> str:
    """Draw sun, clouds and birds, each in a slot of its own."""
    p, rng = street.colours, street.rng("sky")
    slots = list(range(WIDTH // SLOT))
    shine = slots.pop(rng.choice((4, 5, 6) if street.main_left else (1, 2, 3)))
    flock, *heaps = rng.sample(slots, 4)
    parts = [rect(p.sky, (0, 0, WIDTH, HEIGHT))]
    parts.append(landscape.sun(p, (shine + 0.5) * SLOT, rng.uniform(98, 122)))
    parts += [landscape.cloud(p, rng, i * SLOT, rng.uniform(62, 130)) for i in heaps]
    parts.append(landscape.birds(p, rng, flock * SLOT + 30, rng.uniform(46, 76)))
    return "".join(parts)


def _behind(street: Street) -> str:
    """Draw hills, far roofs and the church, on the long side of the main building."""
    p, rng = street.colours, street.rng("behind")
    start, end = (640, 1160) if street.main_left else (40, 560)
    if street.train:
        start, end = (start, end - 250) if street.main_left else (start + 250, end)
    x = rng.uniform(start + 60, end - 230)
    roofs = at(0, GROUND, backdrop(p, rng, start, end - 100))
    tower = at(x, GROUND, landscape.church(p, rng)) if street.kind != "kerk" else ""
    return landscape.hills(p, rng, _mill_x(street)) + roofs + tower


def _mill_x(street: Street) -> float:
    """Find a place for the mill beyond the main building, on the short side."""
    share = street.rng("mill").uniform(0.3, 0.7)
    end = street.main_end
    return street.main_x * share if street.main_left else end + (WIDTH - end) * share


def _faded(p: Palette) -> Palette:
    """Make the ordinary houses a little paler than the main building."""
    walls = tuple(mix(colour, p.hills[0], 0.1) for colour in p.walls)
    return replace(p, walls=walls, roofs=tuple(mix(c, p.hills[0], 0.12) for c in p.roofs))


def _houses(street: Street) -> str:
    p, rng = _faded(street.colours), street.rng("walls")
    parts = []
    if street.train:
        inner = WIDTH - TRAIN if street.main_left else TRAIN
        parts.append(at(inner, GROUND, landscape.railway(p, TRAIN), flip=not street.main_left))
    parts.append(at(0, GROUND, hedge(p, WIDTH)))
    parts += [at(q.x, GROUND, q.house(p, rng, q.width)) for q in street.plots if q.house]
    for plot in street.plots:
        if not plot.house and not _under_sign(street, plot):
            x = min(max(plot.x + plot.width / 2, TREE_ROOM), WIDTH - TREE_ROOM)
            tall = 130 if TREE_ROOM < x < WIDTH - TREE_ROOM else 96
            parts.append(at(x, GROUND, tree(p, rng, rng.uniform(94, tall))))
    return "".join(parts)


def _under_sign(street: Street, plot: Plot) -> bool:
    return any(plot.x <= x <= plot.x + plot.width for _, _, x, _ in street.hung)


def _main(street: Street) -> str:
    parts = [at(street.main_x, GROUND, street.main.svg)]
    for _, sign, x, eaves in street.hung:
        height = GROUND - min(eaves, 100)
        parts.append(at(x, height, hanging(street.colours, sign), flip=x == street.main_x))
    return "".join(parts)


def _ground(street: Street) -> str:
    p = street.colours
    return (
        rect(p.paving, (0, GROUND, WIDTH, KERB - GROUND))
        + bars(p.shade, (0, GROUND, WIDTH, 3))
        + (_road(p) if street.waiting else _cobbles(street))
        + bars(p.frame, (0, KERB - 3, WIDTH, 4), (0, VERGE, WIDTH, 3))
        + bars(p.main, (0, VERGE + 3, WIDTH, HEIGHT - VERGE - 3))
        + _verge(street)
    )


def _road(p: Palette) -> str:
    """Draw a road with a dashed line."""
    dashes = [(x, 437.0, 36.0, 3.0) for x in range(18, WIDTH - 36, 76)]
    return rect(p.road, (0, KERB, WIDTH, VERGE - KERB)) + bars(p.cobble, *dashes)


def _cobbles(street: Street) -> str:
    """Draw a cobbled street, for where no vehicle comes."""
    p, rng = street.colours, street.rng("road")
    stones = [
        (x + rng.randint(0, 15), y, rng.choice((12.0, 16.0)), 5.0)
        for i, y in enumerate((392.0, 407.0, 422.0, 437.0))
        for x in range(12 + 22 * i, WIDTH - 40, 88)
    ]
    return rect(p.cobble, (0, KERB, WIDTH, VERGE - KERB)) + bars(p.shade, *stones)


def _verge(street: Street) -> str:
    p, rng = street.colours, street.rng("verge")
    x, parts = rng.uniform(10, 90), []
    while x < WIDTH - 140:
        w = rng.uniform(60, 120)
        parts.append(at(x, HEIGHT, rng.choice((bush, bush, tulips))(p, rng, w)))
        x += w + rng.uniform(20, 150)
    return "".join(parts)


def _things(street: Street) -> str:
    """Draw what stands on the pavement, each with its shadow."""
    parts = []
    for it in street.placed:
        shadow = rect(street.colours.shade, (it.x - 3, PAVED - 2, it.prop.width + 6, 5), 2.5)
        parts.append(shadow + at(it.x, PAVED, it.prop.svg))
    return "".join(parts)


def _vehicles(street: Street) -> str:
    """Draw the vehicles along the kerb, each near what it waits beside."""
    wishes = [(x - 20, stop.length) for x, stop in street.waiting]
    parts = []
    for x, (_, stop) in zip(along_kerb(wishes, EDGE, WIDTH - EDGE), street.waiting, strict=True):
        shadow = rect(street.colours.ink, (x + 4, WHEELS - 3, stop.length - 8, 5), 2.5)
        parts.append(shadow + at(x, WHEELS, stop.vehicle))
    return "".join(parts)

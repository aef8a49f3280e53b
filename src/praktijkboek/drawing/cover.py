"""The book's own drawings: its cover, the ground of a page that stays empty, lines to write on.

The cover is one street at dusk, that runs on from the back over the spine to the front.

The measures are those of the printed book, with 3 mm of bleed at each outer side.
"""

from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from . import landscape
from .houses import backdrop
from .landscape import WIDTH
from .palette import Palette, mix
from .scene import WHEELS, village
from .shapes import Token, at, circle, line, rect
from .street import Street
from .wheels import minibus

PAGE_MM, TALL_MM, BLEED_MM = 170, 240, 3
WIDE = 2 * (PAGE_MM + BLEED_MM)
"""Both covers side by side, in mm, with the bleed at their outer sides."""
UNIT = WIDTH / WIDE
"""How much of the street is a mm."""
NIGHT = "#14433f"
"""The calm ground of the title and of the line at the foot; ``--nacht`` in the style sheets."""
LINE = "#9fb2af"
DUSK = ((0.34, NIGHT), (0.43, "#235f57"), (0.5, "#5d9c8c"), (0.58, "#f2dcae"))
"""Where the sky gets lighter, down to the horizon: share of the height, colour."""
STRIPS = 96
PALE = "#f3f5f4"
"""The tint of a page that stays empty."""
TINTS = (0.05, 0.09, 0.14, 0.22, 0.17)
"""How much colour there is in its hills, from far to near, its roofs and the ground in front."""
FAR = 620
"""How wide a piece of the far country is, on a page that stays empty."""
STREET_TOP = 286
"""How far the street lies under the top of the cover; its ground is then at three quarters."""
LIGHTS = ("buurtwinkel", "buurtcafe", "pakjespunt", "moestuin")
STOPS = ("bushalte", "deelfiets", "deelauto")
ALT = (
    "Tekening van een dorpsstraat bij avond: een stationsgebouw met verlichte ramen en een winkel onder een luifel, "
    "een terras, kisten groenten en fruit, een pakjesautomaat en een busje, met een lage zon achter de daken."
)


class Dusk(Street):
    """A street in the evening, its main building on the front cover."""

    @cached_property
    def colours(self) -> Palette:
        """The colours of the theme, with hills that rise out of the dark."""
        day = super().colours
        hills = (mix("#8dbcaa", "#f6dfae", 0.3), mix(day.main, "#a9cdb8", 0.6), mix(day.main, "#5d9c8c", 0.45))
        return replace(day, hills=hills, pane=mix(day.lit, day.pane, 0.45))

    @cached_property
    def main_left(self) -> bool:
        """To the right of the spine."""
        return False


def cover() -> tuple[str, str]:
    """Draw front and back cover, the same every time, as two SVGs: the halves of one drawing."""
    street = Dusk("omslag", "cooperaties", LIGHTS, STOPS, "station")
    tall = (TALL_MM + 2 * BLEED_MM) * UNIT
    wide = (PAGE_MM + 2 * BLEED_MM) * UNIT
    drawn = _sky(street.colours, tall) + at(0, STREET_TOP, village(street), _bus(street.colours)) + _foot(tall)
    return _half(WIDTH - wide, wide, tall, drawn), _half(0, wide, tall, drawn)


def _half(x: float, wide: float, tall: float, drawn: str) -> str:
    view = f"{x:.1f} 0 {wide:.1f} {tall:.1f}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">{drawn}</svg>'


def _sky(p: Palette, tall: float) -> str:
    """Draw the evening sky with a low sun on the front.

    It is made of flat strips, each down to the ground: a gradient becomes a pattern of one unit in WeasyPrint 70, which
    poppler shows in one colour at some sizes.
    """
    high, low = DUSK[0][0], DUSK[-1][0]
    shares = [high + (low - high) * step / STRIPS for step in range(STRIPS + 1)]
    strips = [rect(_dusk(share), (0, share * tall, WIDTH, (1 - share) * tall)) for share in shares]
    glow = circle(890, 470, 138, "#f4d58e") + circle(890, 470, 104, p.sun)
    return rect(NIGHT, (0, 0, WIDTH, tall)) + "".join(strips) + glow


def _dusk(share: float) -> str:
    """The colour of the sky at a share of the cover's height."""
    for (above, one), (below, other) in pairwise(DUSK):
        if share <= below:
            return mix(one, other, (share - above) / (below - above))
    return DUSK[-1][1]


def _bus(p: Palette) -> str:
    """Draw a village bus that is about to leave the front cover."""
    return rect(p.ink, (888, WHEELS - 3, 112, 5), 2.5) + at(880, WHEELS, minibus(p))


def _foot(tall: float) -> str:
    """Draw the dark ground under the verge, on which words can stand."""
    top = STREET_TOP + landscape.HEIGHT
    return rect(NIGHT, (0, top - 1, WIDTH, tall - top + 1))


def country() -> str:
    """Draw hills and a village far away in pale tints: the ground of a page that stays empty, with its bleed."""
    street = Street("land", "cooperaties", (), (), "ander")
    rng, ground = street.rng("behind"), landscape.GROUND
    far, middle, near, dark, front = (mix(PALE, street.colours.main, share) for share in TINTS)
    day = replace(street.colours, sky=PALE, hills=(far, middle, near), main=dark)
    p = replace(day, deep=near, pane=middle, frame=near, cream=near, ink=dark)
    village = at(0, ground, backdrop(p, rng, 430, 850)) + at(570, ground, landscape.church(p, rng))
    tall = FAR * (TALL_MM + 2 * BLEED_MM) / (PAGE_MM + 2 * BLEED_MM)
    foot = landscape.Hill(rng, ground - 9, 6).draw(front) + rect(front, (0, ground, WIDTH, tall))
    view = f"300 {ground - 0.86 * tall:.1f} {FAR} {tall:.1f}"
    drawn = landscape.hills(p, rng, 380) + village + foot
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">{drawn}</svg>'


def ruled() -> str:
    """Draw lines to write on, over the type area of a page: 346 × 546 points, a line every 28."""
    strokes: list[Token] = []
    for y in range(28, 546, 28):
        strokes += ["M", 0, y, "h", 346]
    lines = line(LINE, 0.5, *strokes)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 346 546">{lines}</svg>'

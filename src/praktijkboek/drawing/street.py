"""The street itself: how the parts of one drawing come together, from the sky to the verge."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from random import Random

from . import landscape
from .building import Building, Front
from .facts import BUILDINGS, LIT, PROPS, SHOP, SIGNS
from .houses import backdrop, new_row
from .landscape import GROUND, HEIGHT, WIDTH
from .layout import EDGE, Plot, Zone, along_kerb, pavement, row
from .palette import Palette, palette
from .plants import bush, hedge, tree
from .props import Prop
from .shapes import at, bars, rect
from .signs import hanging, standing
from .stops import STOPS, Stop, merged

PAVED, KERB, VERGE, WHEELS = 364, 386, 449, 424
TRAIN = 330
TREE_GAP = 58


@dataclass(frozen=True)
class Facts:
    """What is known of a case."""

    slug: str
    theme: str
    functions: tuple[str, ...]
    transport: tuple[str, ...]
    building: str

    def rng(self, layer: str) -> Random:
        """A source of chance of its own for each layer, so that one fact changes one layer."""
        return Random(int.from_bytes(sha256(f"{self.slug}/{layer}".encode()).digest()))

    def any(self, slugs: Sequence[str] | frozenset[str]) -> bool:
        """Whether one of these functions is there."""
        return any(slug in slugs for slug in self.functions)

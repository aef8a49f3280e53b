"""What a main building is, and the features its front may be asked to show."""

from dataclasses import dataclass

from .facade import solar
from .palette import Palette
from .shapes import at, line


@dataclass(frozen=True)
class Front:
    """What the facts ask of the main building's front."""

    wall: str
    roof: str
    shop: bool = False
    solar: bool = False

    def panels(self, x: float, y: float, columns: int = 3) -> str:
        """Solar panels on this spot of the roof, if there are any."""
        return solar(x, y, columns) if self.solar else ""


@dataclass(frozen=True)
class Building:
    """A drawn building from x = 0 to its width.

    Nothing may stand before its door; the shop window is to the left (-1) or right (1) of it.
    """

    svg: str
    width: float
    door: tuple[float, float]
    eaves: tuple[float, float]
    bay: int = -1

    def mirrored(self) -> "Building":
        """Turn the building into its mirror image."""
        left, right = self.door
        svg = at(self.width, 0, self.svg, flip=True)
        door = (self.width - right, self.width - left)
        return Building(svg, self.width, door, self.eaves[::-1], -self.bay)


def cross(p: Palette, x: float, y: float) -> str:
    """Draw a small cross on a roof, its foot at y."""
    return line(p.ink, 2.5, "M", x, y, "v-17M", x - 5, y - 11, "h", 10)

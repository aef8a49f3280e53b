"""What a main building is, and the features its front may be asked to show."""

from dataclasses import dataclass

from .facade import solar
from .palette import Palette
from .shapes import line


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
    """A drawn building from x = 0 to its width; nothing may stand before its door."""

    svg: str
    width: float
    door: tuple[float, float]
    eaves: tuple[float, float]


def cross(p: Palette, x: float, y: float) -> str:
    """A small cross on a roof, its foot at y."""
    return line(p.ink, 2.5, "M", x, y, "v", -17, "M", x - 5, y - 11, "h", 10)

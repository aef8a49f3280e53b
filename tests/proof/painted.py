"""What stands on a page: pieces of text and photos."""

from __future__ import annotations

from dataclasses import dataclass

from proof.fonts import Font
from proof.shapes import Box, Colour


@dataclass(frozen=True, slots=True)
class Run:
    """Text shown in one go: one font, size and colour."""

    text: str
    box: Box
    seen: Box
    """What of its box isn't clipped away."""
    base: float
    """Of the base line, in points from the top of the page."""
    size: float
    font: Font
    colour: Colour | None
    ground: Colour | None
    """The colour under it; None where that is a picture, a gradient or more than one colour."""
    mark: int | None
    """The number of the marked content that it stands in; None in an artifact."""
    upright: bool
    painted: int
    """The number of shapes painted before it on its page."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo where it is placed: its size on paper in points and its own in pixels."""

    box: Box
    pixels: tuple[int, int]
    mark: int | None

    @property
    def dpi(self) -> float:
        """Pixels an inch, in the direction that has least."""
        return min(self.pixels[0] / self.box.width, self.pixels[1] / self.box.height) * 72

"""Drawn headers: a village street from the facts of a case, the same for the same facts."""

from collections.abc import Sequence
from dataclasses import dataclass

from .facts import BUILDINGS
from .palette import THEME_COLOURS
from .scene import picture
from .street import Street
from .wording import sentence

__all__ = ["THEME_COLOURS", "Drawing", "header"]


@dataclass(frozen=True)
class Drawing:
    """A picture, the Dutch sentence that describes it, and whether vehicles wait along its kerb."""

    svg: str
    alt: str
    vehicles: bool


def header(
    slug: str,
    theme: str,
    functions: Sequence[str],
    transport: Sequence[str],
    building: str | None,
) -> Drawing:
    """Draw the street of a case; words that are not in the vocabulary are ignored."""
    kind = building if building in BUILDINGS else None
    street = Street(slug, theme, tuple(functions), tuple(transport), kind or "ander")
    return Drawing(picture(street), sentence(street), bool(street.waiting))

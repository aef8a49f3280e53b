"""Which photos have too few dots for the size at which they are printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from praktijkboek.print import engine

SHARP = 300
"""Dots an inch that print shops ask for."""
PIXELS_AN_INCH, MM_AN_INCH = 96, 25.4


@dataclass(frozen=True, slots=True)
class Printed:
    """A photo as it is printed: its address in the page, the page, its width, and its dots an inch."""

    address: str
    page: int
    millimetres: float
    dpi: float


def soft_photos(photos: Iterable[Printed], names: Mapping[str, str]) -> list[str]:
    """One Dutch line for each photo below ``SHARP``, at its largest: its file, its page, its width, its dots an inch.

    :param names: the file that the author sent in, by the address of each photo
    """
    softest: dict[str, Printed] = {}
    for photo in photos:
        softest[photo.address] = min(photo, softest.get(photo.address, photo), key=lambda printed: printed.dpi)
    return [
        f"{names.get(photo.address, photo.address)}: bladzijde {photo.page}, {photo.millimetres:.0f} mm breed,"
        f" {photo.dpi:.0f} dpi"
        for photo in softest.values()
        if round(photo.dpi) < SHARP
    ]


def printed_photos(pages: list[Any]) -> Iterator[Printed]:
    """All photos.

    :param pages: WeasyPrint's page boxes, laid out
    """
    raster, replaced = engine.RasterImage, engine.boxes.ReplacedBox
    for number, page in enumerate(pages, start=1):
        for box in engine.boxes_in([page]):
            if isinstance(box, replaced) and isinstance(box.replacement, raster):
                width, height, *_ = engine.replacedbox_layout(box)
                photo = box.replacement
                dots = min(photo.width / width, photo.height / height) * PIXELS_AN_INCH
                yield Printed(box.element.get("src"), number, width / PIXELS_AN_INCH * MM_AN_INCH, dots)

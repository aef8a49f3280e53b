"""Which photos have too few dots for the size at which they are printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

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


def soft_photos(pages: list[Any], names: Mapping[str, str]) -> list[str]:
    """One Dutch line for each photo below ``SHARP``, at its largest: its file, its page, its width, its dots an inch.

    :param pages: WeasyPrint's page boxes, laid out
    :param names: the file that the author sent in, by the address of each photo
    """
    softest: dict[str, Printed] = {}
    for number, page in enumerate(pages, start=1):
        for photo in _printed(page, number):
            softest[photo.address] = min(photo, softest.get(photo.address, photo), key=lambda printed: printed.dpi)
    return [
        f"{names.get(photo.address, photo.address)}: bladzijde {photo.page}, {photo.millimetres:.0f} mm breed,"
        f" {photo.dpi:.0f} dpi"
        for photo in softest.values()
        if round(photo.dpi) < SHARP
    ]


def _printed(page: Any, number: int) -> Iterator[Printed]:
    from weasyprint.formatting_structure import boxes  # noqa: PLC0415 - without Pango this import fails: see ``pango``
    from weasyprint.images import RasterImage  # noqa: PLC0415 - as above
    from weasyprint.layout.replaced import replacedbox_layout  # noqa: PLC0415 - as above

    waiting = [page]
    while waiting:
        box = waiting.pop()
        if not isinstance(box, boxes.ReplacedBox):
            waiting.extend(getattr(box, "_box", box).all_children())
        elif isinstance(box.replacement, RasterImage):
            width, height, *_ = replacedbox_layout(box)
            photo = box.replacement
            dots = min(photo.width / width, photo.height / height) * PIXELS_AN_INCH
            yield Printed(box.element.get("src"), number, width / PIXELS_AN_INCH * MM_AN_INCH, dots)

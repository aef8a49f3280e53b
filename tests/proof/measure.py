"""Counts that no page is wrong by, and that say how a book grows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pikepdf

from proof.document import Document, Page
from proof.pages import is_designed
from proof.shapes import Box

LITTLE = 0.3
"""A page filled for less, that isn't the last of a case or chapter, leaves a hole."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What a book measures."""

    pages: int
    cases: int
    size: int
    """Of the file, in bytes."""
    photos: int
    """Of the photos in it, in bytes."""
    case_pages: int
    """From the first page of each case to the next case or chapter."""
    holes: tuple[int, ...]
    """Pages that are filled for less than ``LITTLE``, though what stands on them goes on."""

    @property
    def kilobytes_a_case(self) -> float:
        """Of a case without its photos: what its pages have in the size of the file, fonts and tags in it."""
        return (self.size - self.photos) / 1000 * self.case_pages / self.pages / max(1, self.cases)

    def __str__(self) -> str:
        share = f"{self.kilobytes_a_case:.0f} kB per praktijk zonder foto's"
        holes = ", ".join(map(str, self.holes)) or "geen"
        size = f"{self.size / 1e6:.1f} MB, waarvan {self.photos / 1e6:.1f} MB foto's"
        return f"{self.pages} bladzijden, {self.cases} praktijken; {size}; {share}; halflege bladzijden: {holes}."


def measure(file: Path, document: Document) -> Figures:
    """Count."""
    starts = sorted(document.starts | {len(document.pages)})
    return Figures(
        pages=len(document.pages),
        cases=len(document.cases),
        size=file.stat().st_size,
        photos=_photo_bytes(file),
        case_pages=sum(min(later for later in starts if later > page) - page for page in document.cases.values()),
        holes=tuple(_holes(document)),
    )


def _photo_bytes(file: Path) -> int:
    with pikepdf.open(file) as pdf:
        streams = (thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream))
        return sum(int(str(stream.Length)) for stream in streams if stream.get("/Subtype") == "/Image")


def _holes(document: Document) -> Iterator[int]:
    """Pages with little on them, before one that doesn't start a chapter or a case; pages for notes don't count."""
    area = Box.around(point for page in document.pages[1:-1] for point in _corners(page))
    for page, following in pairwise(page for page in document.pages[1:] if page.text_lines):
        bottom = max(y for _, y in _corners(page))
        goes_on = following.number not in document.starts and not is_designed(page, document)
        if goes_on and (bottom - area.top) / area.height < LITTLE:
            yield page.number


def _corners(page: Page) -> Iterator[tuple[float, float]]:
    """Of all that stands on a page and isn't decoration."""
    for box in (*(line.box for line in page.text_lines), *(picture.box for picture in page.pictures)):
        yield box.left, box.top
        yield box.right, box.bottom

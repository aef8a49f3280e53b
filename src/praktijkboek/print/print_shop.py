"""What a print shop needs beyond a style sheet: crop marks, black as one ink, pages in fours, the width of the spine.

WeasyPrint 70 draws its crop marks inside the bleed and its MediaBox is the bleed; here the sheet gets room for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import pydyf

from praktijkboek.print.sharpness import SHARP, Printed, soft_photos

FILLER = "bladvulling"
"""The named page of the sheets for notes before the back cover; ``book.html`` has ``FILLERS`` of them."""
FOUR = 4
FILLERS = FOUR - 1
MM = 72 / 25.4
"""Points in a millimetre."""
BLEED, MARK = 3 * MM, 5 * MM
"""A crop mark starts where the bleed ends, and is this long."""
HAIRLINE = 0.25
LEAF, COVER = 0.12, 0.3
"""Millimetres: a leaf of uncoated offset paper of 100 g (bulk 1.2), and one side of a cover of 300 g."""
GREY = re.compile(rb"([\d.]+) \1 \1 (rg|RG)")
ONE_INK = {b"rg": b"g", b"RG": b"G"}


def in_fours(pages: list[Any]) -> list[Any]:
    """The pages with as many sheets for notes as make their number divide by four.

    :param pages: WeasyPrint's page boxes, with ``FILLERS`` fillers
    """
    fillers = [page for page in pages if page.page_type.name == FILLER]
    wanted = -(len(pages) - len(fillers)) % FOUR
    surplus = {id(page) for page in fillers[wanted:]}
    return [page for page in pages if id(page) not in surplus]


def prepare(pdf: Any) -> None:
    """Add crop marks to each page of a pydyf document, and let greys be one ink instead of three."""
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream):
            item.stream = [_one_ink(operation) for operation in item.stream]
    for page in [item for item in pdf.objects if isinstance(item, dict) and item.get("Type") == "/Page"]:
        _add_marks(pdf, page)


def _one_ink(operation: Any) -> Any:
    """A colour whose red, green and blue are equal, as a grey: DeviceGray is printed with black ink only."""
    found = GREY.fullmatch(operation) if isinstance(operation, bytes) else None
    return found[1] + b" " + ONE_INK[found[2]] if found else operation


def _add_marks(pdf: Any, page: Any) -> None:
    """Room round the bleed, with eight lines in it that are no content; what the page paints is kept off them."""
    left, bottom, right, top = page["TrimBox"]
    room = BLEED + MARK
    page["MediaBox"] = pydyf.Array([left - room, bottom - room, right + room, top + room])
    page["BleedBox"] = bleed = pydyf.Array([left - BLEED, bottom - BLEED, right + BLEED, top + BLEED])
    marks = pydyf.Stream(compress=True)
    marks.begin_marked_content("Artifact")
    marks.set_line_width(HAIRLINE)
    for x in (left, right):
        _line(marks, (x, bleed[1] - MARK), (x, bleed[1]))
        _line(marks, (x, bleed[3]), (x, bleed[3] + MARK))
    for y in (bottom, top):
        _line(marks, (bleed[0] - MARK, y), (bleed[0], y))
        _line(marks, (bleed[2], y), (bleed[2] + MARK, y))
    marks.end_marked_content()
    marks.rectangle(bleed[0], bleed[1], bleed[2] - bleed[0], bleed[3] - bleed[1])
    marks.clip()
    marks.end()
    pdf.add_object(marks)
    page["Contents"] = pydyf.Array([marks.reference, page["Contents"]])


def _line(stream: Any, start: tuple[float, float], end: tuple[float, float]) -> None:
    stream.move_to(*start)
    stream.line_to(*end)
    stream.stroke()


def remarks(pages: int, photos: Iterable[Printed], names: Mapping[str, str]) -> tuple[str, ...]:
    """Dutch lines with what is to be known before the book goes to a print shop: its spine, photos with too few dots.

    :param pages: how many there are
    :param names: the file that the author sent in, by the address of each photo
    """
    soft = soft_photos(photos, names)
    return (_spine(pages), *([f"Minder dan {SHARP} dpi op hun maat in druk:", *soft] if soft else ()))


def _spine(pages: int) -> str:
    said = f"{pages / 2 * LEAF + 2 * COVER:.1f} {LEAF:.2f} {COVER:.1f}"
    width, leaf, cover = said.replace(".", ",").split()
    return (
        f"Rug: ongeveer {width} mm, voor {pages} bladzijden op offsetpapier van 100 g"
        f" ({leaf} mm per blad) met een kaft van {cover} mm; de drukker weet de juiste maat."
    )

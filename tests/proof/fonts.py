"""What a font of a PDF says of its glyphs: the letters they stand for, and how wide they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

ENTRY = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")
"""A line of a ``bfchar`` block, as WeasyPrint writes them."""


@dataclass(frozen=True, slots=True)
class Font:
    """A font with two bytes a glyph."""

    name: str
    """Without the six letters of its subset: ``Boek-Serif-Semi-Bold``."""
    embedded: bool
    letters: dict[int, str]
    widths: dict[int, float]
    """In thousandths of the size."""

    def _glyphs(self, code: bytes) -> Iterator[tuple[str, float]]:
        """The letters and the width, as a part of the size, of each glyph of a shown string."""
        for i in range(0, len(code) - 1, 2):
            glyph = int.from_bytes(code[i : i + 2], "big")
            yield self.letters.get(glyph, "\ufffd"), self.widths.get(glyph, 1000) / 1000

    def shown(self, pieces: Iterable[Any]) -> tuple[str, float, float]:
        """Of a shown array: letters, width without spaces at the end, and whole width, as parts of the size."""
        text, width, advance = "", 0.0, 0.0
        for piece in pieces:
            if isinstance(piece, pikepdf.String):
                for letters, glyph_width in self._glyphs(bytes(piece)):
                    text += letters
                    advance += glyph_width
                    width = width if letters.isspace() else advance
            else:
                advance -= float(piece) / 1000
        return text, width, advance


def read_font(font: Any) -> Font:
    """Read a font resource of pikepdf's."""
    inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    descriptor = inner.get("/FontDescriptor", {})
    return Font(
        name=str(font.get("/BaseFont", "/?"))[1:].split("+")[-1],
        embedded=any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")),
        letters=dict(_letters(font.ToUnicode.read_bytes())) if "/ToUnicode" in font else {},
        widths=dict(_widths(inner.get("/W", []))),
    )


def _letters(cmap: bytes) -> Iterator[tuple[int, str]]:
    _, _, body = cmap.partition(b"endcodespacerange")
    for glyph, letters in ENTRY.findall(body):
        yield int(glyph, 16), bytes.fromhex(letters.decode()).decode("utf-16-be", "replace")


def _widths(listed: Any) -> Iterator[tuple[int, float]]:
    """``[3 [500 600] 9 12 450]``: glyphs 3 and 4, and 9 to 12."""
    items = iter(listed)
    for first in items:
        second = next(items)
        if isinstance(second, pikepdf.Array):
            yield from ((int(first) + i, float(width)) for i, width in enumerate(second))
        else:
            width = float(next(items))
            yield from ((glyph, width) for glyph in range(int(first), int(second) + 1))

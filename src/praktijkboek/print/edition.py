"""The editions of the PDF: one text, each with its own style sheets and its own way of writing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from praktijkboek.book import LARGE_PRINT_NAME, PDF_NAME

COMMON = ("fonts", "page", "text", "frame", "case", "overview", "guide")
"""The style sheets in ``css/`` that every edition starts from, in their order."""
FOR_READING: Mapping[str, Any] = {"dpi": 200}
"""Photos of 200 pixels an inch. WeasyPrint 70 saves what it makes smaller with Pillow's quality of 75; ``jpeg_quality``
and ``optimize_images`` only make it save the large one too, before."""
FOR_PRINTING: Mapping[str, Any] = {}
"""Photos byte by byte as they came: what WeasyPrint 70 makes smaller, it saves at Pillow's quality of 75."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One PDF of the book."""

    name: str
    """What stands behind ``--`` on the command line; of the ordinary edition, nothing does."""
    file: str
    words: str
    """What it is, in Dutch, for the line that shows how far it is."""
    styles: tuple[str, ...] = ()
    """Style sheets in ``css/`` over the common ones."""
    options: Mapping[str, Any] = field(default_factory=lambda: FOR_READING)
    """How WeasyPrint writes it."""
    hyphenated: bool = True
    """Whether words may be broken: if not, soft hyphens go, as Pango breaks at them under ``hyphens: none`` too."""
    facing: bool = True
    """Whether pages lie opposite each other: parts and cases then start on a side of their own."""
    for_print_shop: bool = False
    """Whether it is cut from larger sheets: crop marks, black as ink, pages in fours (``print_shop``)."""

    @property
    def sheets(self) -> list[str]:
        """The addresses of its style sheets."""
        return [f"boek:css/{name}.css" for name in (*COMMON, *self.styles)]


BOOK = Edition("boek", PDF_NAME, "PDF")
LARGE_PRINT = Edition(
    "grootletter", LARGE_PRINT_NAME, "Grote letters", ("grootletter",), hyphenated=False, facing=False
)
PRINT_SHOP = Edition("druk", "praktijkboek-druk.pdf", "Druk", ("druk",), FOR_PRINTING, for_print_shop=True)
EDITIONS = {edition.name: edition for edition in (BOOK, LARGE_PRINT, PRINT_SHOP)}
PUBLISHED = (BOOK, LARGE_PRINT)
"""What ``build`` makes and the site offers; the other is asked for when the book goes to a print shop."""

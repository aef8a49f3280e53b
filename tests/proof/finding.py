"""What a look finds, and what it measures by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from proof.document import Document

MILLIMETRE = 72 / 25.4
"""In points."""
SHOWN = 70
"""Of the text concerned, so many characters."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something ugly or wrong."""

    page: int
    """Counted from 1; 0 is the whole file."""
    what: str
    """In Dutch, without a full stop."""
    text: str = ""
    """The text that it's about."""

    def __str__(self) -> str:
        where = f"Bladzijde {self.page}" if self.page else "Het hele boek"
        short = self.text if len(self.text) <= SHOWN else f"{self.text[:SHOWN]}…"
        return f"{where}: {self.what}{f': “{short}”' if short else ''}."


@dataclass(frozen=True, slots=True)
class Paper:
    """What an edition promises."""

    least_size: float = 7
    """Of letters, in points."""
    least_contrast: float = 4.5
    """Between letters and their ground: 1 to 21."""
    longest_line: int = 85
    """In characters."""
    least_dpi: float = 150
    safe: float = 5
    """Millimetres from the edge that is cut, in which no text stands."""
    margin: float = 0
    """Millimetres from the edge to the running text, on both sides."""
    families: tuple[str, ...] = ("Boek", "Source", "Bricolage")
    """How the names of its fonts begin."""
    spreads: bool = True
    """Whether cases start on left-hand pages and parts on right-hand ones."""
    language: str = "nl"
    white_at_end: int = 1
    """Pages that may be empty before the cover at the back, which is on a left-hand page."""
    notes_overleaf: float = 0.03
    """Footnotes that may stand on the next page, a page: WeasyPrint 70 lets ``orphans`` go before them."""
    parted_words: float = 0.02
    """Words that may go on overleaf, a page: WeasyPrint 70 has no ``hyphenate-limit-last``."""
    short_ends: float = 0.1
    """Last lines of one short word that are allowed, a page: WeasyPrint 70 has no ``text-wrap: pretty``."""


BOOK = Paper(margin=24)
LARGE_PRINT = Paper(least_size=12, least_contrast=7, spreads=False, white_at_end=0)
"""It is printed at home, on one side or on two."""
PRINT_SHOP = Paper(margin=24, white_at_end=4)
"""Its number of pages can be divided by four."""

Look = Callable[[Document, Paper], Iterator[Finding]]

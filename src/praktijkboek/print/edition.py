"""The editions of the PDF: one text, each with its own style sheets and its own way of writing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

COMMON = ("fonts", "page", "text", "frame", "case", "overview", "guide")
"""The style sheets in ``css/`` that every edition starts from, in their order."""
FOR_READING: Mapping[str, Any] = MappingProxyType({"dpi": 200})
"""Photos of 200 pixels an inch. WeasyPrint 70 saves what it makes smaller with Pillow's quality of 75; ``jpeg_quality``
and ``optimize_images`` only make it save the large one too, before."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One PDF of the book."""

    name: str
    """What stands behind ``--`` on the command line; of the ordinary edition, nothing does."""
    file: str
    words: str
    """What it is, in Dutch, for the line that says what was made."""
    styles: tuple[str, ...] = ()
    """Style sheets in ``css/`` over the common ones."""
    options: Mapping[str, Any] = field(default_factory=lambda: FOR_READING)
    """How WeasyPrint writes it."""

    @property
    def sheets(self) -> list[str]:
        """The addresses of its style sheets."""
        return [f"boek:css/{name}.css" for name in (*COMMON, *self.styles)]


BOOK = Edition("boek", "praktijkboek.pdf", "PDF")
EDITIONS = {edition.name: edition for edition in (BOOK,)}

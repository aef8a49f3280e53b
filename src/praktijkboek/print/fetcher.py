"""Opens what a page asks for: the book's own fonts, style sheets and pictures, and no other address."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

from praktijkboek.print import engine

HERE = Path(__file__).parent
FONT_SIZE = 16
"""In pixels: the size of text as long as nothing says another."""


@cache
def _own() -> Mapping[str, Path]:
    """The fonts and style sheets of this package, by their address."""
    return {
        f"boek:{path.relative_to(HERE).as_posix()}": path for path in HERE.rglob("*") if path.suffix in {".ttf", ".css"}
    }


def fetcher(files: Mapping[str, Path]) -> Any:
    """What WeasyPrint opens addresses with.

    :param files: the pictures that a page may use, by the address that it uses
    """

    class BookFetcher(engine.URLFetcher):  # type: ignore[misc]  # weasyprint has no types
        def fetch(self, url: str, headers: object = None) -> Any:
            del headers
            path = _own().get(unquote(url)) or files.get(unquote(url))
            if path is None:
                raise ValueError("het boek opent alleen zijn eigen bestanden")
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            data = path.read_bytes()
            if kind == "image/svg+xml":
                _measure(data, self)
            return engine.URLFetcherResponse(url, data, {"Content-Type": kind})

    return BookFetcher()


def _measure(drawing: bytes, fetcher: object) -> None:
    """Do what WeasyPrint does outside of any ``try``: there, a size that is none would stop the whole book.

    :raises ValueError: if it can't tell the size of a drawing
    """
    try:
        engine.SVGImage(ElementTree.fromstring(drawing), "", fetcher, None).get_intrinsic_size(1, FONT_SIZE)
    except Exception as error:  # its parts raise what they happen to raise
        raise ValueError("WeasyPrint kan haar maten niet lezen") from error

"""Fonts that many fragments use, each once in the file, with the glyphs that any of them used.

A worker keeps what WeasyPrint's ``Font`` knows of itself, and its file by its hash. On joining, glyphs are put
together, the file is opened again, and WeasyPrint's own code cuts the font down and writes it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import Any

import pydyf

from praktijkboek.print import engine
from praktijkboek.print.fragments.file import File
from praktijkboek.print.tags.line_ends import LineEnds, SoftHyphen

LIVE = {"hb_font", "hb_face", "file_content"}
"""What a font of WeasyPrint 70 holds that only lives in its process, or is kept elsewhere."""
OF_GLYPHS = ("widths", "to_unicode", "missing")
"""Its tables by glyph (``missing``: by character), which grow while text is painted."""


def remember(font: Any, soft: SoftHyphen | None) -> dict[str, Any]:
    """What is to be kept of a font of WeasyPrint, fit for JSON; ``file_content`` must still be its whole file.

    :param soft: its soft hyphen, if text was broken with it
    :returns: ``file`` is the hash of its file; tables by glyph are lists of pairs
    """
    kept = {key: value for key, value in vars(font).items() if key not in LIVE}
    return {
        **kept,
        **{key: [list(pair) for pair in kept[key].items()] for key in OF_GLYPHS},
        "name": kept["name"].decode("ascii"),
        "file": hashlib.sha256(font.file_content).hexdigest(),
        "soft": [soft.number, soft.glyph] if soft else None,
    }


class Fonts:
    """The fonts of a file, by their hash."""

    def __init__(self) -> None:
        self._kept: dict[str, dict[str, Any]] = {}
        self._soft: dict[str, SoftHyphen] = {}

    def add(self, remembered: Iterable[dict[str, Any]]) -> None:
        """Put what a fragment used together with what others did; what was said of a glyph first, counts."""
        for one in remembered:
            kept = self._kept.setdefault(one["hash"], {**one, **{key: {} for key in OF_GLYPHS}})
            for key in OF_GLYPHS:
                kept[key] = {**dict(one[key]), **kept[key]}
            if one["soft"]:
                self._soft.setdefault(one["hash"], SoftHyphen(*one["soft"]))

    def write(self, file: File, number: int, shared: Callable[[str], bytes]) -> None:
        """Write all fonts, and as object ``number`` the dictionary with them.

        :param shared: gives a font file by its hash
        """
        document = _Document(file)
        fonts = {key: _opened(kept, shared) for key, kept in self._kept.items()}
        options = {**engine.DEFAULT_OPTIONS, "pdf_version": "1.7"}
        written = engine.build_fonts_dictionary(document, fonts, compress=True, subset=True, options=options)
        LineEnds(self._soft).write(document, written)
        document.write()
        file.small(number, written.data)


def _opened(kept: dict[str, Any], shared: Callable[[str], bytes]) -> Any:
    own = {key: value for key, value in kept.items() if key not in {"file", "soft"}}
    in_order = {key: dict(sorted(own[key].items())) for key in OF_GLYPHS}
    return engine.font({**own, **in_order, "name": kept["name"].encode("ascii")}, shared(kept["file"]))


class _Document:
    """What WeasyPrint takes for a document of pydyf: its objects get numbers in our file."""

    def __init__(self, file: File) -> None:
        self._file = file
        self.objects: dict[int, Any] = {}

    def add_object(self, thing: Any) -> None:
        """Take an object in; what is in it may still change."""
        thing.number = self._file.reserve()
        self.objects[thing.number] = thing

    def write(self) -> None:
        """Write all objects."""
        for number, thing in self.objects.items():
            (self._file.plain if isinstance(thing, pydyf.Stream) else self._file.small)(number, thing.data)

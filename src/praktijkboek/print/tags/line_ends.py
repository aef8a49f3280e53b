"""What the ends of lines are for the ear: a space between words, a soft hyphen in a broken one.

In Source's fonts the hyphen U+2010 and the hyphen-minus are one glyph, so the glyph doesn't tell them apart: at the end
of a broken line it is written with a number of its own, which the font leads to the same glyph. So "buurt- / winkel" is
read and found as one word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import pydyf

from praktijkboek.print import engine
from praktijkboek.print.tags.breaks import HYPHEN

SHOWN = b"] TJ"
LAST_GLYPH = re.compile(rb"([0-9a-f]{4})(>[-.\d]*\] TJ)$")
ROOM = 256
"""Numbers behind a font's last glyph that WeasyPrint may give to characters that it doesn't have."""


@dataclass(frozen=True, slots=True)
class SoftHyphen:
    """A font's number for the hyphen at the end of a line, and for the glyph."""

    number: int
    glyph: int


class _Parted(bytes):
    """A text that is painted, behind which a space belongs; where it stands may change until that is put there."""

    font: str
    """The hash of its font."""


class LineEnds:
    """The ends of lines in one document.

    :param soft: the soft hyphens that are known already, by the hash of their font
    """

    def __init__(self, soft: dict[str, SoftHyphen] | None = None) -> None:
        self.soft: dict[str, SoftHyphen] = soft or {}
        """By the hash of their font."""
        self._parted: dict[int, list[Any]] = {}
        """What is painted with a text in it behind which a space belongs."""
        self._fonts: set[str] = set()
        """The hashes of the fonts of these texts."""

    def part(self, stream: Any) -> None:
        """Put a space behind the text that was just painted: at the end, when all fonts are known."""
        painted = stream.stream
        if _ends_with_text(painted):
            painted[-2] = _Parted(painted[-2])
            painted[-2].font, _ = engine.last_font(stream)
            self._fonts.add(painted[-2].font)
            self._parted[id(painted)] = painted

    def soften(self, stream: Any) -> None:
        """Make the hyphen that ends the text that was just painted a soft one."""
        painted = stream.stream
        if _ends_with_text(painted) and (found := LAST_GLYPH.search(painted[-2])):
            font, _ = engine.last_font(stream)
            soft = self._soft_hyphen(font, engine.fonts(stream), int(found[1], 16))
            painted[-2] = LAST_GLYPH.sub(b"%04x\\2" % soft.number, painted[-2])

    def _soft_hyphen(self, font_hash: str, fonts: Any, glyph: int) -> SoftHyphen:
        if font_hash not in self.soft:
            font = next(font for font in fonts.values() if font.hash == font_hash)
            self.soft[font_hash] = SoftHyphen(font.glyph_count + ROOM, glyph)
        return self.soft[font_hash]

    def prepare(self, fonts: Any) -> None:
        """See to the fonts as long as nothing is written.

        A hyphen inside a line is not taken for what it was at the end of one, where it may have stood first: in the
        text, or in what is not read, as the word on a tab. And a space is a space, though its glyph may have stood for
        a place where a word may be broken first.
        """
        spaces: dict[str, int] = {}
        for font in fonts.values():
            font.to_unicode.update((glyph, "-") for glyph, text in [*font.to_unicode.items()] if text == HYPHEN)
            number, width = engine.glyph(font, " ") or (-1, 0)
            if number in font.to_unicode or (number >= 0 and font.hash in self._fonts):
                spaces[font.hash], font.to_unicode[number] = number, " "
                font.widths.setdefault(number, width)
        for painted in self._parted.values():
            for place, text in enumerate(painted):
                if isinstance(text, _Parted) and text.font in spaces:
                    painted[place] = b"%s<%04x>%s" % (text.removesuffix(SHOWN), spaces[text.font], SHOWN)

    def write(self, pdf: Any, fonts: dict[str, bytes]) -> None:
        """Tell each font which glyph its number leads to, and what it means."""
        for font_hash, soft in self.soft.items():
            font = _object(pdf, fonts[font_hash])
            inner = _object(pdf, font["DescendantFonts"][0])
            meaning = _object(pdf, font["ToUnicode"]).stream
            end = meaning.index(b"endcmap")
            meaning[end:end] = [b"1 beginbfchar", f"<{soft.number:04x}> <00ad>".encode(), b"endbfchar"]
            widths = _widths(inner["W"])
            inner["W"].extend([soft.number, pydyf.Array([widths[soft.glyph]])])
            glyphs = {**{glyph: glyph for glyph in widths}, soft.number: soft.glyph}
            table = b"".join(glyphs.get(number, 0).to_bytes(2, "big") for number in range(soft.number + 1))
            leads = pydyf.Stream([table], compress=True)
            pdf.add_object(leads)
            inner["CIDToGIDMap"] = leads.reference


def _ends_with_text(painted: list[Any]) -> bool:
    return bool(painted[-1] == b"ET" and painted[-2].endswith(SHOWN))


def _object(pdf: Any, reference: Any) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _widths(listed: Any) -> dict[int, float]:
    """The width of each glyph, from a PDF's list: a first glyph, then the widths from there."""
    return {
        first + step: width
        for first, some in zip(listed[::2], listed[1::2], strict=True)
        for step, width in enumerate(some)
    }

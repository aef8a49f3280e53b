"""What comes in the place of each instruction of one fragment, once its place in the book is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

import pydyf
from sphinx.util import logging

from praktijkboek.print.fragments.fragment import LEFT, RIGHT, SHEET, Fragment, Slot, is_address
from praktijkboek.print.fragments.plan import side
from praktijkboek.print.fragments.template import ABSENT, fill
from praktijkboek.print.tags.links import with_address, with_page

LOGGER = logging.getLogger(__name__)
MISSING = "0"
"""The digits of a number that isn't there stay as they were laid out."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the whole file knows.

    :param numbers: the page number of each anchor
    :param sheet: whether it is one case by itself
    :param addresses: in such a sheet, the web address of an anchor that is not in it
    """

    numbers: Mapping[str, int]
    sheet: bool = False
    addresses: Callable[[str], str] = str


class Values(dict[bytes, bytes]):
    """By instruction; each is made when it is first asked for.

    :param first: the number of the fragment's first page
    :param key: under which the tree of parents knows its first page
    :param shared: gives the reference to what is stored once, by its hash
    """

    def __init__(self, fragment: Fragment, first: int, key: int, known: Known, shared: Callable[[str], bytes]) -> None:
        super().__init__()
        self._fragment, self._first, self._known = fragment, first, known
        self._left_out = self._find_left_out()
        self._made: dict[str, Callable[[str], bytes]] = {
            "o": lambda _: b"null",  # of a page that isn't used
            "i": shared,
            "k": lambda rest: b"%d" % (key + int(rest)),
            "n": self._digits,
            "a": self._width,
            "v": self._moved,
            "s": self._words,
            "d": self._destination,
            "h": self._heading,
        }

    def __missing__(self, instruction: bytes) -> bytes:
        value = self[instruction] = self._made[chr(instruction[0])](instruction[1:].decode("ascii"))
        return value

    def filled(self, template: bytes, page: int | None = None) -> bytes:
        """A template filled in, on a page of the fragment if it belongs to one."""
        return fill(template, self.__getitem__, partial(self.is_gone, page=page))

    def is_gone(self, name: str, page: int | None) -> bool:
        """Whether a piece is left out on a page of the fragment."""
        if name.startswith(ABSENT):
            return not self.is_gone(name.removeprefix(ABSENT), page)
        if name in {LEFT, RIGHT}:
            assert page is not None, "only what belongs to a page lies on a side"
            return name != side(self._first + page)
        return not self._known.sheet if name == SHEET else name in self._left_out

    def _find_left_out(self) -> set[str]:
        """The pieces that lead out of the sheet, or to a page that stands in their series already."""
        found: set[str] = set()
        named: set[tuple[int, int | None]] = set()
        for name, piece in self._fragment.pieces.items():
            number = self._known.numbers.get(piece.target)
            if piece.series < 0:
                if self._known.sheet and number is None:
                    found.add(name)
            elif (piece.series, number) in named:
                found.add(name)
            named.add((piece.series, number))
        return found

    def _number(self, slot: Slot) -> str:
        """The digits of its page number; as many zeros as it was laid out with where its target is nowhere."""
        number = self._known.numbers.get(slot.target) if slot.target else self._first + slot.page
        return str(number) if number is not None else MISSING * round(slot.width / slot.widths[0])

    def _digits(self, rest: str) -> bytes:
        slot = self._fragment.slots[int(rest)]
        return "".join(slot.glyphs[int(digit)] for digit in self._number(slot)).encode("ascii")

    def _taken(self, slot: Slot) -> float:
        return sum(slot.widths[int(digit)] for digit in self._number(slot))

    def _width(self, rest: str) -> bytes:
        slot = self._fragment.slots[int(rest)]
        return decimal(self._taken(slot) / slot.width)

    def _moved(self, rest: str) -> bytes:
        shift, scale, base = rest.split(",")
        saved = sum(factor * self._saved(part) for part, factor in self._fragment.shifts[int(shift)])
        return decimal(float(base) + float(scale) * saved)

    def _saved(self, part: str) -> float:
        """What a slot (``n3``) or a piece (``(3``) no longer takes, in CSS pixels."""
        if part.startswith("("):
            return self._fragment.pieces[part[1:]].width if part[1:] in self._left_out else 0.0
        slot = self._fragment.slots[int(part[1:])]
        gone = slot.piece and self.is_gone(slot.piece, slot.page)
        return 0.0 if gone else slot.width - self._taken(slot)

    def _heading(self, rest: str) -> bytes:
        """In a sheet no title of a part stands above: its headings are one level higher."""
        return b"/H%d" % (int(rest) - self._known.sheet)

    def _words(self, rest: str) -> bytes:
        words, target = self._fragment.links[int(rest)]
        if not is_address(target):
            number = self._known.numbers.get(target)
            outside = number is None and self._known.sheet
            words = self._words_outside(words, target) if outside else with_page(words, number)
        return string(words)

    def _words_outside(self, words: str, target: str) -> str:
        """The words of a link out of a sheet; an address from one page of the site to another says nothing more."""
        address = self._known.addresses(target)
        return with_address(words, address) if is_address(address) else words

    def _destination(self, rest: str) -> bytes:
        target = self._fragment.links[int(rest)][1]
        if not is_address(target):
            if target in self._known.numbers:
                return b"/Dest %s" % string(key(target))
            if not self._known.sheet:
                LOGGER.warning("Een link in het boek leidt nergens heen: %s is er niet.", target, type="boek")
                return b""
            target = self._known.addresses(target)
        return b"/A <</Type/Action/S/URI/URI %s>>" % string(target)


def decimal(value: float) -> bytes:
    """A number as PDF has it, with at most three decimals."""
    written = f"{value:.3f}".rstrip("0").rstrip(".")
    return b"0" if written == "-0" else written.encode("ascii")


def key(name: str) -> str:
    """A name as it stands in a tree: in ASCII, as programs don't agree on the order of other characters."""
    return name if name.isascii() else quote(name)


def string(text: str) -> bytes:
    """A text as PDF has it."""
    written: bytes = pydyf.String(text).data
    return written

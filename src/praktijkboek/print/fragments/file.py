"""A PDF 1.7 file that is written as it comes: streams at once, what is small packed together."""

from __future__ import annotations

import hashlib
import zlib
from array import array
from collections.abc import Sequence
from itertools import accumulate
from sys import byteorder
from typing import BinaryIO

HEADER = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
PACKED = 500
"""How many small objects go in one object stream at most: a reader unpacks a whole stream for one of them."""
LEVEL = 6
"""Of zlib: level 9 takes three times as long for 1 % less."""
FREE, PLAIN, IN_STREAM = 0, 1, 2
"""What a line of the table of objects is about (ISO 32000-1, table 18)."""


def compressed(data: bytes) -> bytes:
    """Data as a stream with ``Filter /FlateDecode`` holds it."""
    return zlib.compress(data, LEVEL)


class File:
    """A PDF that goes to ``output``; nothing of it stays in memory but where each object stands.

    :param output: a binary file, or anything else that can be written to
    """

    def __init__(self, output: BinaryIO) -> None:
        self._output = output
        self._position = 0
        self._hash = hashlib.sha256()
        self._numbers: list[int] = []
        self._bodies: list[bytes] = []
        self._kinds = bytearray(1)
        self._places = array("Q", [0])
        self._orders = array("H", [2**16 - 1])
        self._write(HEADER)

    def reserve(self, count: int = 1) -> int:
        """The first of ``count`` consecutive numbers for objects that are still to be written."""
        first = len(self._kinds)
        self._kinds.extend(bytes(count))
        self._places.extend([0] * count)
        self._orders.extend([0] * count)
        return first

    def stream(self, number: int, head: bytes, data: bytes) -> None:
        """Write a stream; CR and LF end it, as data may end with CR, which with LF alone would not count as data.

        :param head: its dictionary without ``Length``
        :param data: as the dictionary says, compressed or not
        """
        self.plain(number, b"%s/Length %d>>\nstream\n%s\r\nendstream" % (head[:-2], len(data), data))

    def deflated(self, number: int, head: bytes, data: bytes) -> None:
        """Compress data and write it as a stream; ``head`` names neither ``Length`` nor ``Filter``."""
        self.stream(number, head[:-2] + b"/Filter/FlateDecode>>", compressed(data))

    def plain(self, number: int, body: bytes) -> None:
        """Write any object at once and by itself."""
        self._kinds[number], self._places[number] = PLAIN, self._position
        self._write(b"%d 0 obj\n%s\nendobj\n" % (number, body))

    def small(self, number: int, body: bytes) -> None:
        """Write an object that is no stream, packed with others."""
        self.smalls([number], [body])

    def smalls(self, numbers: Sequence[int], bodies: Sequence[bytes]) -> None:
        """Write many objects that are no streams, packed together."""
        self._numbers += numbers
        self._bodies += bodies
        while len(self._numbers) >= PACKED:
            self._pack()

    def _pack(self) -> None:
        """Write one object stream."""
        numbers, bodies = self._numbers[:PACKED], self._bodies[:PACKED]
        del self._numbers[:PACKED], self._bodies[:PACKED]
        packed = self.reserve()
        for order, number in enumerate(numbers):
            self._kinds[number], self._places[number], self._orders[number] = IN_STREAM, packed, order
        places = accumulate((len(body) + 1 for body in bodies), initial=0)
        index = b" ".join(b"%d %d" % pair for pair in zip(numbers, places, strict=False))
        head = b"<</Type/ObjStm/N %d/First %d>>" % (len(numbers), len(index) + 1)
        self.deflated(packed, head, b"%s\n%s" % (index, b"\n".join(bodies)))

    def finish(self, root: int, info: int) -> None:
        """Write the table of objects, and what leads to it.

        :param root: the number of the catalog
        :param info: the number of the information dictionary
        """
        if self._numbers:
            self._pack()
        place, number = self._position, self.reserve()
        self._kinds[number], self._places[number] = PLAIN, place
        identifier = self._hash.hexdigest()[:32].encode()
        width = max(1, (place.bit_length() + 7) // 8)
        head = b"<</Type/XRef/W[1 %d 2]/Size %d/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]>>"
        table = objects_table(self._kinds, self._places, self._orders, width)
        self.deflated(number, head % (width, len(self._kinds), root, info, identifier, identifier), table)
        self._write(b"startxref\n%d\n%%%%EOF\n" % place)

    def _write(self, data: bytes) -> None:
        self._output.write(data)
        self._hash.update(data)
        self._position += len(data)


def objects_table(kinds: bytearray, places: array[int], orders: array[int], width: int) -> bytes:
    """The lines of the table: what it is about, a place of ``width`` bytes, an order of two."""
    big_endian = []
    for numbers in (places, orders):
        copy = numbers[:]
        if byteorder == "little":
            copy.byteswap()
        big_endian.append(copy.tobytes())
    line = width + 3
    table = bytearray(line * len(kinds))
    table[::line] = kinds
    for step in range(width):
        table[1 + step :: line] = big_endian[0][8 - width + step :: 8]
    for step in range(2):
        table[1 + width + step :: line] = big_endian[1][step::2]
    return bytes(table)

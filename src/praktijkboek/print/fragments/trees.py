"""What a PDF keeps in trees: names and numbers, in leaves that say from where to where they reach, and the outline."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from praktijkboek.print.fragments.file import File
from praktijkboek.print.fragments.values import decimal, key, string

LEAF = 64
"""Names in a leaf: who looks one up reads the limits of all leaves, and one leaf."""


def reference(number: int) -> bytes:
    """A reference to an object."""
    return b"%d 0 R" % number


def destination(page: bytes, x: float, y: float) -> bytes:
    """A place on a page, in points from the lower left, at whatever size it is shown."""
    return b"[%s /XYZ %s %s 0]" % (page, decimal(x), decimal(y))


class Names:
    """A tree of names (ISO 32000-1, 7.9.6)."""

    def __init__(self) -> None:
        self._values: dict[str, bytes] = {}

    def add(self, name: str, value: bytes) -> None:
        """Give a name to something; the first that gets it, keeps it."""
        self._values.setdefault(key(name), value)

    def write(self, file: File) -> bytes:
        """Write the leaves, and give the root."""
        values = [(string(name), value) for name, value in sorted(self._values.items())]
        return _root(file, [_leaf(values[n : n + LEAF]) for n in range(0, len(values), LEAF)], b"Names")


def _leaf(values: list[tuple[bytes, bytes]]) -> bytes:
    (first, _), *_, (last, _) = values[0], values[-1]
    return b"<</Limits[%s %s]/Names[%s]>>" % (first, last, b" ".join(part for pair in values for part in pair))


class Numbers:
    """A tree of numbers that follow one another (ISO 32000-1, 7.9.7), with a leaf for each fragment."""

    def __init__(self) -> None:
        self.next = 0
        """The first number that is still free."""
        self._leaves: list[bytes] = []

    def add(self, values: Iterable[bytes]) -> None:
        """Put values under the next numbers; nothing stands under the number of an empty one."""
        numbered = [*enumerate(values, start=self.next)]
        self.next += len(numbered)
        if pairs := [(number, value) for number, value in numbered if value]:
            listed = b" ".join(b"%d %s" % pair for pair in pairs)
            self._leaves.append(b"<</Limits[%d %d]/Nums[%s]>>" % (pairs[0][0], pairs[-1][0], listed))

    def write(self, file: File) -> bytes:
        """Write the leaves, and give the root."""
        return _root(file, self._leaves, b"Nums")


def _root(file: File, leaves: list[bytes], kind: bytes) -> bytes:
    """Write leaves, and give the root; what would be in them if there were any is of this kind."""
    if not leaves:
        return b"<</%s[]>>" % kind
    first = file.reserve(len(leaves))
    numbers = range(first, first + len(leaves))
    file.smalls(numbers, leaves)
    return b"<</Kids[%s]>>" % b" ".join(reference(number) for number in numbers)


@dataclass(slots=True)
class Entry:
    """A bookmark with those under it."""

    title: str
    place: bytes
    is_open: bool
    entries: list[Entry] = field(default_factory=list)

    @property
    def shown(self) -> int:
        """How many are seen under it if it is open."""
        return sum(1 + (entry.shown if entry.is_open else 0) for entry in self.entries)


class Outline:
    """The bookmarks of a file."""

    def __init__(self) -> None:
        self._root = Entry("", b"", is_open=True)
        self._above: list[tuple[int, Entry]] = [(0, self._root)]
        """The last bookmark and those over it, with their levels."""

    def add(self, level: int, title: str, place: bytes, is_open: bool) -> None:
        """Put a bookmark under the last one of a lower level, as WeasyPrint 70 does: no room for skipped levels."""
        while self._above[-1][0] >= level:
            self._above.pop()
        entry = Entry(title, place, is_open)
        self._above[-1][1].entries.append(entry)
        self._above.append((level, entry))

    def write(self, file: File) -> int:
        """Write them; the number of the object that leads to them, or 0 if there are none."""
        if not self._root.entries:
            return 0
        number = file.reserve()
        ends = _write_entries(file, self._root.entries, number)
        file.small(number, b"<</Type/Outlines/Count %d%s>>" % (self._root.shown, ends))
        return number


def _write_entries(file: File, entries: list[Entry], parent: int) -> bytes:
    """Write bookmarks beside each other, and give what their parent says of them."""
    first = file.reserve(len(entries))
    last = first + len(entries) - 1
    for number, entry in enumerate(entries, start=first):
        head = b"<</Title %s/Dest%s/Parent %d 0 R" % (string(entry.title), entry.place, parent)
        beside = (b"/Prev %d 0 R" % (number - 1)) * (number > first) + (b"/Next %d 0 R" % (number + 1)) * (
            number < last
        )
        under = _write_entries(file, entry.entries, number) if entry.entries else b""
        count = entry.shown if entry.is_open else -entry.shown
        file.small(number, b"%s%s/Count %d%s>>" % (head, beside, count, under))
    return b"/First %d 0 R/Last %d 0 R" % (first, last)

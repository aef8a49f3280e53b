"""What is kept of a document that was laid out and painted: its objects, and what to fill in on joining."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from praktijkboek.print.sharpness import Printed

LEFT, RIGHT, SHEET = "L", "R", "V"
"""The pieces that are there only on a left-hand page, only on a right-hand one, only in the sheet of a case."""
SIDES = {"left": LEFT, "right": RIGHT}
"""WeasyPrint's name of a side, and the piece that is only there."""


@dataclass(slots=True)
class Thing:
    """An indirect object of the PDF.

    :param head: template (``template``) of the object; of a stream, of its dictionary without ``Length``
    :param data: of a stream, its bytes as they are written, compressed or not; ``head`` says which
    :param page: the page in the fragment (from 0) if ``data`` is a template in its turn: it is filled in for that page,
        with the pieces of its side, and then compressed
    """

    head: bytes
    data: bytes | None = None
    page: int | None = None


@dataclass(slots=True)
class Slot:
    """A place for a page number.

    :param target: the anchor whose page it is; empty for the page on which it stands itself
    :param page: the page in the fragment on which it stands, from 0
    :param glyphs: the ten digits as glyphs, hexadecimal
    :param widths: of the ten digits, in CSS pixels
    :param width: with which it was laid out, in CSS pixels
    :param piece: the name of the piece that it is in, or empty
    """

    target: str
    page: int
    glyphs: list[str]
    widths: list[float]
    width: float
    piece: str = ""


@dataclass(slots=True)
class Piece:
    """A piece of a line that may be left out; what stands behind it moves up.

    :param width: in CSS pixels
    :param target: the anchor to which it leads
    :param series: the number of the series in which a page is named once, the first time; -1 for none. A piece of none
        is left out where ``target`` is in another file.
    """

    width: float
    target: str
    series: int = -1


@dataclass(slots=True)
class Fragment:
    """One unit, laid out and painted: lists are in the order of the text, places in points from the lower left."""

    things: dict[int, Thing]
    """By their number in the fragment."""
    pages: list[int]
    """The numbers of the pages' objects."""
    spare: int = 0
    """How many of the last pages are only there where the next fragment must start on the other side."""
    slots: list[Slot] = field(default_factory=list)
    pieces: dict[str, Piece] = field(default_factory=dict)
    shifts: list[list[tuple[str, float]]] = field(default_factory=list)
    """Each a sum of what slots (``n3``) and pieces (``(3``) no longer take, times a factor."""
    links: list[tuple[str, str]] = field(default_factory=list)
    """Words, and the anchor or web address to which they lead."""
    anchors: list[tuple[str, int, float, float]] = field(default_factory=list)
    """Name, page, x, y."""
    bookmarks: list[tuple[int, str, int, float, float, str]] = field(default_factory=list)
    """Level, title, page, x, y, ``open`` or ``closed``."""
    elements: list[int] = field(default_factory=list)
    """The structure elements that come right under the document, or under the part that the unit is in."""
    parents: list[bytes] = field(default_factory=list)
    """Templates: what StructParent 0, 1 … of the fragment lead to."""
    names: list[tuple[str, int]] = field(default_factory=list)
    """The IDs of structure elements."""
    fonts: list[dict[str, Any]] = field(default_factory=list)
    """What is known of each font and was used of it (``fonts``)."""
    photos: list[Printed] = field(default_factory=list)
    """The photos, each with its page in the fragment, from 1."""
    shared: list[str] = field(default_factory=list)
    """The hashes of what it shares with others: photos, font files, the colour profile."""


@dataclass(slots=True)
class Recorded:
    """What laying out and painting a unit gives: the fragment, what it shares with others, what there is to say of it.

    :param shared: by their sha256: font files as they are, objects as ``pack`` writes them
    :param warnings: Dutch lines; a fragment with any is not kept
    """

    fragment: Fragment
    shared: dict[str, bytes]
    warnings: list[str]


def is_address(target: str) -> bool:
    """Whether a link leads to the web (or mail, or a phone) rather than to an anchor, which has no colon."""
    return ":" in target


def pack(thing: Thing) -> bytes:
    """A shared object as bytes."""
    return b"%d\n%s%s" % (len(thing.head), thing.head, thing.data or b"")


def unpack(data: bytes) -> Thing:
    """A shared object from bytes."""
    length, _, rest = data.partition(b"\n")
    return Thing(rest[: int(length)], rest[int(length) :])

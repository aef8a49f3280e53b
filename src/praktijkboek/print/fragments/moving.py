"""Instructions for what moves along with a number before it, put among the operations that WeasyPrint painted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from praktijkboek.print.fragments.late import Moved
from praktijkboek.print.fragments.template import instruction
from praktijkboek.print.tags.node import Node
from praktijkboek.print.tags.reading import PIXEL


@contextmanager
def moved(stream: Any, box: Any) -> Iterator[None]:
    """Let all that is painted of a box move along with what stands before it, if it does."""
    shift = getattr(box, "moves_with", None)
    if shift is None:
        yield
        return
    stream.stream += [b"q", moved_by(shift)]
    yield
    stream.stream.append(b"Q")


def end_of_drawing(painted: list[Any], start: int) -> int:
    """Where what is drawn under or behind a text ends, before the text and its colour; ``start`` where nothing is."""
    end = start
    for i in range(start, len(painted)):
        if painted[i] == b"Q" or painted[i] == b"EMC":
            end = i + 1
        elif isinstance(painted[i], bytes) and (painted[i].endswith(b"BDC") or painted[i] == b"BT"):
            break
    return end


def place(x: float) -> Any:
    """A horizontal place in points, or the instruction for it."""
    if isinstance(x, Moved):
        return instruction(f"v{x.shift},{PIXEL},{float(x) * PIXEL:.3f}")
    return x * PIXEL


def move_picture(node: Node, shift: int) -> None:
    """Let the place of a picture, as its structure element tells it, move along."""
    for attributes in node.attributes:
        if "BBox" in attributes:
            left, bottom, right, top = attributes["BBox"]
            left, right = (place(Moved.at(x / PIXEL, shift)) for x in (left, right))
            attributes["BBox"] = [left, bottom, right, top]


def moved_by(shift: int) -> bytes:
    """The operation that moves all behind it."""
    return b"1 0 0 1 %s 0 cm" % instruction(f"v{shift},1,0")


def move_text(painted: list[Any], shift: int) -> None:
    """Let the text that was painted last move along."""
    at = last(painted, b" Tm")
    a, b, c, d, x, y, _ = painted[at].split()
    x = instruction(f"v{shift},1,{x.decode()}")
    painted[at] = b" ".join((a, b, c, d, x, y, b"Tm"))


def last(painted: list[Any], end: bytes) -> int:
    """Where the last operation with this end stands; operations without operands come as text."""
    return next(
        i for i in range(len(painted) - 1, -1, -1) if isinstance(painted[i], bytes) and painted[i].endswith(end)
    )

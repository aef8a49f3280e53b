"""Bytes with instructions in them, which are carried out when fragments are joined.

An instruction stands between two ``MARK``s, a byte that neither PDF's text nor its operators use. Its first character
says what it is:

``o12``
    a reference to the fragment's own object 12
``gpages`` ``gfonts`` ``gparent``
    a reference to what the whole file has: the page tree, the fonts, the structure element around the fragment's own
``i<sha256>``
    a reference to what is stored once by its content, as a photo is
``k3``
    the number under which the tree of parents knows the fragment's page or annotation 3 (StructParent)
``n3``
    the digits of slot 3, as glyphs: ``0012001a``
``a3``
    how wide slot 3 is beside the digits that it was laid out with: 1.0 for as wide
``v3,0.75,101.5``
    a place that moves along: 101.5 and 0.75 times the distance of shift 3 (in CSS pixels)
``(3`` … ``)3``
    what stands between belongs to piece 3, and is left out where that is gone; ``(!3`` where it is *not* gone
``s3``
    the words of link 3, with its page, as a string
``d3``
    where link 3 leads: a named destination in the file, or a web address
``h3``
    the structure type of a heading of level 3 in the book
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

MARK = b"\xff"
BEGIN, END = b"(", b")"
ABSENT = "!"
"""Before the name of a piece: what is there only when that is gone."""
NEXT = b"/"
BETWEEN = MARK + NEXT + MARK
"""What ``fill_all`` puts between templates."""


def instruction(words: str) -> bytes:
    """An instruction as it stands in a template."""
    return MARK + words.encode("ascii") + MARK


def in_piece(piece: str, template: bytes) -> bytes:
    """A template as part of a piece; as it is where ``piece`` is empty."""
    return instruction(f"({piece}") + template + instruction(f"){piece}") if piece else template


def fill(template: bytes, value: Callable[[bytes], bytes], gone: Callable[[str], bool]) -> bytes:
    """Carry out the instructions of a template.

    :param value: says what comes in the place of an instruction, such as ``b"o12"``
    :param gone: whether a piece, by its name, is left out
    """
    parts = template.split(MARK)
    if len(parts) == 1:
        return template
    filled: list[bytes] = []
    skipped = b""
    for i, part in enumerate(parts):
        if i % 2 == 0:
            if not skipped:
                filled.append(part)
        elif part.startswith(BEGIN):
            skipped = skipped or (part[1:] if gone(part[1:].decode("ascii")) else b"")
        elif part.startswith(END):
            skipped = b"" if skipped == part[1:] else skipped
        elif not skipped:
            filled.append(value(part))
    return b"".join(filled)


def fill_all(templates: Sequence[bytes], values: Mapping[bytes, bytes]) -> list[bytes]:
    """Carry out the instructions of many templates without pieces, at once, which is faster than one by one."""
    if not templates:
        return []
    parts = BETWEEN.join(templates).split(MARK)
    parts[1::2] = [MARK if part == NEXT else values[part] for part in parts[1::2]]
    return b"".join(parts).split(MARK)

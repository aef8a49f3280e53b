"""A JPEG is a row of labelled segments; only those that make the picture are kept, up to its end."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from praktijkboek.cleaning.limits import NotAPicture

MOST_SCANS = 20
"""Times that the whole picture is drawn over; programs write 1 or about 10, and each takes as long as all of it."""

SOI, EOI, SOS, TEM = 0xD8, 0xD9, 0xDA, 0x01
BARE = {SOI, TEM, *range(0xD0, 0xD8)}
"""Markers without a segment; those that belong to a scan are part of its data."""
DHT, DQT, DRI, JPG, DAC = 0xC4, 0xDB, 0xDD, 0xC8, 0xCC
DRAWS = {*range(0xC0, 0xD0)} - {JPG, DAC} | {DQT, DRI, SOS}
"""The frame (SOF, in all its kinds), the tables and the scans; DHT lies among the frames."""
JFIF, ICC, ADOBE = 0xE0, 0xE2, 0xEE
NAMES = {JFIF: b"JFIF\0", ICC: b"ICC_PROFILE\0", ADOBE: b"Adobe"}
"""Of the segments that programs add: the kind of file, its colour profile, and how its colours are stored."""
JFIF_LENGTH, ADOBE_LENGTH = 12, 12
"""Bytes of these segments that say something of the picture; a small picture or anything else may follow."""
PROFILE_AT = len(NAMES[ICC]) + 2
"""Where a piece of the profile starts, behind its number and how many there are."""
SIGNATURE = slice(36, 40)
"""Where a colour profile says ``acsp``."""
NEXT_MARKER = re.compile(rb"\xff[^\x00\xff]")
SCAN_END = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


def strip(data: bytes) -> bytes:
    """The picture and its colours, nothing else and nothing behind it; its data stay as they are.

    :raises NotAPicture: if it has more than ``MOST_SCANS`` scans
    :raises struct.error: if it is broken off
    """
    if scans(data) > MOST_SCANS:
        raise NotAPicture(f"ze is opgebouwd uit meer dan {MOST_SCANS} lagen")
    segments = list(_segments(data))
    profiled = any(_is_first_of_profile(marker, payload) for marker, payload, _ in segments)
    kept = [bytes([0xFF, SOI])]
    for marker, payload, scan in segments:
        content = _content(marker, payload, profiled=profiled)
        if content is not None:
            kept += [struct.pack(">BBH", 0xFF, marker, len(content) + 2), content, scan]
    return b"".join([*kept, bytes([0xFF, EOI])])


def scans(data: bytes) -> int:
    """How many scans there are; of a file that is broken off, those that are there."""
    count = 0
    try:
        for marker, _, _ in _segments(data):
            count += marker == SOS
            if count > MOST_SCANS:
                break
    except struct.error:
        return count
    return count


def _content(marker: int, payload: bytes, *, profiled: bool) -> bytes | None:
    """What is kept of a segment; None for one that goes."""
    if marker in DRAWS:
        return payload
    if marker not in NAMES or not payload.startswith(NAMES[marker]):
        return None
    if marker == JFIF:
        return payload[:JFIF_LENGTH] + b"\0\0"
    if marker == ADOBE:
        return payload[:ADOBE_LENGTH]
    return payload if profiled else None


def _is_first_of_profile(marker: int, payload: bytes) -> bool:
    number = payload[len(NAMES[ICC]) : len(NAMES[ICC]) + 1]
    is_first = marker == ICC and payload.startswith(NAMES[ICC]) and number == b"\x01"
    return is_first and payload[PROFILE_AT:][SIGNATURE] == b"acsp"


def _segments(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Marker, payload and, behind the head of a scan, the picture's own data; what stands between them is left out."""
    at = 2
    while found := NEXT_MARKER.search(data, at):
        marker, at = data[found.start() + 1], found.end()
        if marker == EOI:
            return
        if marker in BARE:
            continue
        (length,) = struct.unpack_from(">H", data, at)
        payload, at = data[at + 2 : at + length], at + max(length, 2)
        end = at
        if marker == SOS:
            following = SCAN_END.search(data, at)
            end = following.start() if following else len(data)
        yield marker, payload, data[at:end]
        at = end

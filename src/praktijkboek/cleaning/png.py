"""A PNG is a row of labelled chunks; only those that make the picture and its colours are kept."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from praktijkboek.cleaning.limits import BrokenPicture

START = 8
LENGTHS = {
    b"IHDR": range(13, 14),
    b"PLTE": range(3, 769, 3),
    b"tRNS": range(1, 257),
    b"gAMA": range(4, 5),
    b"cHRM": range(32, 33),
    b"sRGB": range(1, 2),
    b"sBIT": range(1, 5),
    b"pHYs": range(9, 10),
    b"cICP": range(4, 5),
}
"""The chunks that are kept as they are, beside the picture itself, and how many bytes they can have."""
IDAT, IEND, ICCP, EXIF = b"IDAT", b"IEND", b"iCCP", b"eXIf"
MOST_PROFILE_BYTES = 4_000_000
SIGNATURE = slice(36, 40)
"""Where a colour profile says ``acsp``."""


def strip(data: bytes) -> bytes:
    """The picture and its colours, nothing else and nothing behind it.

    :raises BrokenPicture: if its size is not told in the right way
    :raises struct.error: if it is broken off
    """
    kept = [data[:START]]
    for name, content, whole in _chunks(data):
        if name == IDAT or len(content) in LENGTHS.get(name, ()):
            kept.append(whole)
        elif name == b"IHDR":
            raise BrokenPicture("ze is stuk")
        elif name == ICCP and (profile := _profile(content)):
            kept.append(_chunk(ICCP, b"ICC\0\0" + zlib.compress(profile)))
    return b"".join([*kept, _chunk(IEND, b"")])


def exif(data: bytes) -> bytes:
    """What a camera noted, as it is stored; empty where there is nothing. It may stand behind the picture."""
    try:
        return next((content for name, content, _ in _chunks(data) if name == EXIF), b"")
    except struct.error:
        return b""


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Name, content and the whole of each chunk before the end."""
    at = START
    while at < len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + length + 12
        if name == IEND:
            return
        yield name, data[at + 8 : end - 4], data[at:end]
        at = end


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", len(content), name) + content + struct.pack(">I", zlib.crc32(name + content))


def _profile(content: bytes) -> bytes:
    """The colour profile in a chunk, without the name that somebody gave it; empty where it is none."""
    packed = content.partition(b"\0")[2][1:]
    unpacking = zlib.decompressobj()
    try:
        profile = unpacking.decompress(packed, MOST_PROFILE_BYTES)
    except zlib.error:
        return b""
    return profile if unpacking.eof and profile[SIGNATURE] == b"acsp" else b""

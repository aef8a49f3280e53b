"""Small files with each thing that can be wrong with a photo or drawing; flat colours, so that they are light.

The examples of the rules name them: ``explain`` and the tests put them beside the text.
"""

import io
import struct
import zlib
from collections.abc import Mapping

from PIL import ExifTags, Image

SIZE = (1800, 1200)
"""Enough for print."""
PLACE: Mapping[int, object] = {ExifTags.GPS.GPSLatitudeRef: "N", ExifTags.GPS.GPSLatitude: (51.0, 3.0, 0.0)}


def photo(
    size: tuple[int, int] = SIZE, kind: str = "JPEG", *, orientation: int = 1, place: Mapping[int, object] | None = None
) -> bytes:
    """A flat photo; ``place`` is the GPS part of its EXIF."""
    exif = Image.Exif()
    if orientation != 1:
        exif[ExifTags.Base.Orientation] = orientation
    if place:
        exif[ExifTags.IFD.GPSInfo] = dict(place)
    out = io.BytesIO()
    Image.new("L" if kind != "WEBP" else "RGB", size, "teal").save(out, kind, exif=exif)
    return out.getvalue()


def svg(inside: str, around: str = "") -> bytes:
    """A drawing with these elements, and these attributes on its outermost one."""
    return f"<svg xmlns='http://www.w3.org/2000/svg' {around}>{inside}</svg>".encode()


def bomb(width: int = 50_000, height: int = 50_000) -> bytes:
    """A PNG of a few bytes that says it is huge."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    )


FILES = {
    "gevel.jpg": photo(),
    "mijn foto.jpg": photo(),
    "klein.png": photo((400, 300), "PNG"),
    "matig.png": photo((1000, 700), "PNG"),
    "gekanteld.jpg": photo((2000, 1500), orientation=6),
    "gps.jpg": photo(place=PLACE),
    "eigenlijk-png.jpg": photo(kind="PNG"),
    "reus.png": bomb(),
    "stuk.jpg": b"",
    "script.svg": svg("<script/>"),
}
"""What the examples of the rules name."""

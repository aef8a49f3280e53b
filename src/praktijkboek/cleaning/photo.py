"""Photos without metadata: where they were taken, with what, by whom, and the small picture of before the crop.

A JPEG, PNG or WebP is a row of labelled pieces. Only the pieces that make the picture are kept, byte by byte, so that
nothing is lost and nothing is decoded. Only a photo that a camera held sideways is decoded and saved anew, upright.
"""

from __future__ import annotations

import io
import re
import struct
import warnings
from collections.abc import Callable, Iterator

from PIL import Image, ImageOps

from praktijkboek.cleaning.limits import MOST_PIXELS, BrokenPicture, NotAPicture

QUALITY = 95
"""For the photos that are saved anew: at 95 the difference with the original can't be seen."""
ORIENTATION = 0x0112
UPRIGHT = 1


def clean_photo(data: bytes) -> tuple[bytes, str]:
    """A JPEG, PNG or WebP upright and without metadata, and its extension; a colour profile stays.

    :raises BrokenPicture: if it is none of the three, or can't be read
    :raises NotAPicture: if it has more than ``MOST_PIXELS``
    """
    kind = next((kind for kind in KINDS if re.match(kind.signature, data, re.DOTALL)), None)
    if kind is None:
        raise BrokenPicture("ze is geen JPEG, PNG of WebP")
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=(kind.name,)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise NotAPicture(f"ze heeft meer dan {MOST_PIXELS // 1_000_000} miljoen beeldpunten")
            still = kind.name == "WEBP" and getattr(picture, "is_animated", False)
            if still or picture.getexif().get(ORIENTATION, UPRIGHT) != UPRIGHT:
                data = _saved_anew(picture, kind.name)
        return kind.strip(data), kind.extension
    except (OSError, SyntaxError, ValueError, IndexError, struct.error, Image.DecompressionBombError) as error:
        if isinstance(error, NotAPicture):
            raise
        raise BrokenPicture("ze is stuk") from error


def _saved_anew(picture: Image.Image, kind: str) -> bytes:
    """The first frame, turned as its metadata say."""
    out = io.BytesIO()
    ImageOps.exif_transpose(picture).save(out, kind, quality=QUALITY, icc_profile=picture.info.get("icc_profile"))
    return out.getvalue()


SOI, EOI, SOS, COM = 0xD8, 0xD9, 0xDA, 0xFE
JFIF, APPS = 0xE0, range(0xE0, 0xF0)
KEPT_APPS = {JFIF: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""Of the segments that programs add: the kind of file, its colour profile, and how its colours are stored."""
JFIF_LENGTH = 12
"""Bytes in JFIF's segment before the size of its small picture."""


def _strip_jpeg(data: bytes) -> bytes:
    """Only the segments that make the picture, up to its end: phones hang films and whole other photos behind it."""
    kept = [bytes([0xFF, SOI])]
    for marker, payload, scan in _segments(data):
        if marker == COM or (marker in APPS and not _is_kept(marker, payload)):
            continue
        content = payload[:JFIF_LENGTH] + b"\0\0" if marker == JFIF else payload
        kept += [struct.pack(">BBH", 0xFF, marker, len(content) + 2), content, scan]
    return b"".join([*kept, bytes([0xFF, EOI])])


def _is_kept(marker: int, payload: bytes) -> bool:
    return marker in KEPT_APPS and payload.startswith(KEPT_APPS[marker])


def _segments(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Marker, payload and, behind the head of a scan, the picture's own data."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:  # noqa: PLR2004 - each segment starts with FF
        marker = data[at + 1]
        if marker == 0xFF:  # noqa: PLR2004 - a byte that only fills
            at += 1
            continue
        if marker == EOI:
            return
        (length,) = struct.unpack_from(">H", data, at + 2)
        payload, at = data[at + 4 : at + 2 + length], at + 2 + length
        end = at
        if marker == SOS:
            following = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]").search(data, at)
            end = following.start() if following else len(data)
        yield marker, payload, data[at:end]
        at = end


PNG_KEPT = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs", b"cICP"}
PNG_START = 8


def _strip_png(data: bytes) -> bytes:
    """Only the chunks that make the picture and its colours; what stands behind the end goes too."""
    kept, at = [data[:PNG_START]], PNG_START
    while at < len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + length + 12
        if name in PNG_KEPT:
            kept.append(data[at:end])
        if name == b"IEND":
            break
        at = end
    return b"".join(kept)


WEBP_KEPT = {b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ICCP"}
WEBP_START = 12
WEBP_FLAGS = 0x30
"""In the head of a WebP: it has a colour profile, it has transparency. The others announce what we take away."""


def _strip_webp(data: bytes) -> bytes:
    """Only the chunks that make the picture and its colours."""
    kept, at = [], WEBP_START
    while at < len(data):
        name, length = struct.unpack_from("<4sI", data, at)
        end = at + 8 + length + length % 2
        chunk = data[at:end]
        if name == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & WEBP_FLAGS]) + chunk[9:]
        if name in WEBP_KEPT:
            kept.append(chunk)
        at = end
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


class _Kind:
    """How one kind of photo starts, is named by Pillow, is published and is stripped."""

    def __init__(self, name: str, signature: bytes, extension: str, strip: Callable[[bytes], bytes]) -> None:
        self.name, self.signature, self.extension, self.strip = name, signature, extension, strip


KINDS = (
    _Kind("JPEG", rb"\xff\xd8\xff", ".jpg", _strip_jpeg),
    _Kind("PNG", rb"\x89PNG\r\n\x1a\n", ".png", _strip_png),
    _Kind("WEBP", rb"RIFF....WEBP", ".webp", _strip_webp),
)

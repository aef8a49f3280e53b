"""Photos without metadata: where they were taken, with what, by whom, and the small picture of before the crop.

A JPEG, PNG or WebP is a row of labelled pieces. Only the pieces that make the picture are kept, byte by byte, so that
nothing is lost and nothing is decoded. Only a photo that a camera held sideways is decoded and saved anew, upright.
"""

from __future__ import annotations

import io
import re
import struct
import warnings
from collections.abc import Callable

from PIL import Image, ImageOps

from praktijkboek.cleaning import jpeg, png
from praktijkboek.cleaning.limits import MOST_PIXELS, BrokenPicture, NotAPicture

QUALITY = 95
"""For the photos that are saved anew: at 95 the difference with the original can't be seen."""
ORIENTATION = 0x0112
UPRIGHT = 1


def clean_photo(data: bytes) -> tuple[bytes, str]:
    """A JPEG, PNG or WebP upright and without metadata, and its extension; a colour profile stays.

    :raises BrokenPicture: if it is none of the three, or can't be read
    :raises NotAPicture: if it has more than ``MOST_PIXELS``, or more scans than any program writes
    """
    kind = next((kind for kind in KINDS if re.match(kind.signature, data, re.DOTALL)), None)
    if kind is None:
        raise BrokenPicture("ze is geen JPEG, PNG of WebP")
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=(kind.name,)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise NotAPicture(f"ze heeft meer dan {MOST_PIXELS // 1_000_000} miljoen beeldpunten")
            still = kind.name == "WEBP" and getattr(picture, "is_animated", False)
            if still or _exif(picture, data).get(ORIENTATION, UPRIGHT) != UPRIGHT:
                data = _saved_anew(picture, kind.name)
        return kind.strip(data), kind.extension
    except (OSError, SyntaxError, ValueError, IndexError, struct.error, Image.DecompressionBombError) as error:
        if isinstance(error, NotAPicture):
            raise
        raise BrokenPicture("ze is stuk") from error


def _exif(picture: Image.Image, data: bytes) -> Image.Exif:
    """What a camera noted; empty where that is damaged: it goes anyway."""
    found = Image.Exif()
    try:
        if picture.format != "PNG" or "exif" in picture.info:
            return picture.getexif()
        found.load(png.exif(data))  # Pillow would decode 100 megapixels to see that there is nothing
    except Exception:  # Pillow raises what its parts happen to raise
        return Image.Exif()
    return found


def _saved_anew(picture: Image.Image, kind: str) -> bytes:
    """The first frame, turned as its metadata say."""
    out = io.BytesIO()
    ImageOps.exif_transpose(picture).save(out, kind, quality=QUALITY, icc_profile=picture.info.get("icc_profile"))
    return out.getvalue()


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
    _Kind("JPEG", rb"\xff\xd8\xff", ".jpg", jpeg.strip),
    _Kind("PNG", rb"\x89PNG\r\n\x1a\n", ".png", png.strip),
    _Kind("WEBP", rb"RIFF....WEBP", ".webp", _strip_webp),
)

"""What a photo or drawing is by its content, whatever its name says. No picture is decoded: only its head is read."""

from __future__ import annotations

import io
import re
import warnings
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import ExifTags, Image

from praktijkboek.cleaning import MOST_BYTES, MOST_PIXELS, BrokenPicture, NotAPicture, clean_drawing, jpeg, png

JPEG, PNG, WEBP, SVG = "JPEG", "PNG", "WEBP", "SVG"
EXTENSIONS = {".jpg": JPEG, ".jpeg": JPEG, ".png": PNG, ".webp": WEBP, ".svg": SVG}
"""The photos and drawings that browsers and the book know."""
SIGNATURES = (
    (0, b"\xff\xd8\xff", JPEG),
    (0, b"\x89PNG\r\n\x1a\n", PNG),
    (8, b"WEBP", WEBP),
    (4, b"ftyphe", "HEIC-bestand"),
    (4, b"ftypmif1", "HEIC-bestand"),
    (4, b"ftypmsf1", "HEIC-bestand"),
    (4, b"ftypavi", "AVIF-bestand"),
    (4, b"ftypcrx", "RAW-bestand"),
    (4, b"ftyp", "filmpje"),
    (0, b"GIF8", "GIF-bestand"),
    (0, b"II*\0", "TIFF-bestand"),
    (0, b"MM\0*", "TIFF-bestand"),
    (0, b"BM", "BMP-bestand"),
    (0, b"8BPS", "Photoshop-bestand"),
    (0, b"%PDF", "PDF-bestand"),
    (0, b"PK\x03\x04", "Word- of zip-bestand"),
    (0, b"\xd0\xcf\x11\xe0", "oud Word- of Excel-bestand"),
    (0, b"\x1f\x8b", "ingepakt bestand"),
)
"""How files begin: the place, the bytes and what it then is."""
IMAGES = frozenset({f"{kind}-bestand" for kind in ("HEIC", "AVIF", "GIF", "TIFF", "BMP", "RAW", "Photoshop")})
"""The kinds that a program for photos opens, and can save as another."""

PIXELS = f"groter dan {MOST_PIXELS // 1_000_000} miljoen beeldpunten"
SCANS = f"opgebouwd uit meer dan {jpeg.MOST_SCANS} lagen"


@dataclass(frozen=True, slots=True)
class Picture:
    """What a file holds. ``kind`` is one of ``EXTENSIONS``'s values, or else a Dutch name; empty where unknown."""

    kind: str = ""
    size: tuple[int, int] = (0, 0)
    """Width and height in pixels as it is shown; zero for a drawing, and where it is not known."""
    huge: str = ""
    """In Dutch how much there is too much of something; empty for a picture that can be opened."""
    broken: bool = False
    """Whether it is empty, ends too soon or can't be read."""
    turned: bool = False
    """Whether it is stored on its side or mirrored, with a note (EXIF) on how to show it."""
    located: bool = False
    """Whether it says where it was taken."""
    refused: str = ""
    """Why a drawing can't be published, as a Dutch clause: see ``cleaning.clean_drawing``."""


def read_picture(path: Path) -> Picture:
    """What an ordinary file holds. Whatever its content, this doesn't fail."""
    if not path.is_file():
        return Picture(broken=True)  # a pipe would be waited for
    try:
        large = path.stat().st_size > MOST_BYTES
        with path.open("rb") as stream:
            data = stream.read(64 if large else -1)
    except OSError:
        return Picture(broken=True)
    kind = kind_of(data)
    if large:
        return Picture(kind, huge=f"groter dan {MOST_BYTES // 1_000_000} MB")
    if kind == SVG:
        return _drawing(data)
    return _photo(kind, data) if kind in EXTENSIONS.values() else Picture(kind, broken=not data)


def kind_of(data: bytes) -> str:
    """What a file is by how it begins."""
    for start, signature, kind in SIGNATURES:
        if data.startswith(signature, start):
            return kind
    text = data.replace(b"\0", b"")  # UTF-16 is refused later, but it is a drawing
    if re.match(rb"(?i)\s*<(!doctype )?html", text):
        return "webpagina"
    is_svg = re.match(rb"[\xef\xbb\xbf\xfe\xff\s]*<", text) and re.search(rb"<([\w.-]+:)?svg[\s/>]", text)
    return SVG if is_svg else ""


def _drawing(data: bytes) -> Picture:
    """A drawing is published as ``clean_drawing`` makes it, and what that refuses is refused here."""
    try:
        clean_drawing(data)
    except BrokenPicture:
        return Picture(SVG, broken=True)
    except NotAPicture as reason:
        return Picture(SVG, refused=str(reason))
    return Picture(SVG)


def _photo(kind: str, data: bytes) -> Picture:
    """The facts that a photo's head tells, and whether its end is there."""
    broken = Picture(kind, broken=True)
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=(kind,)) as image:
            picture = replace(_facts(image, data), kind=kind)
            start = image.fp.tell() if image.fp else 0
    except Image.DecompressionBombError:
        return Picture(kind, huge=PIXELS)
    except Exception:  # a damaged head: Pillow raises what its parts happen to raise
        return broken
    return picture if _is_whole(kind, data, start) else broken


def _facts(image: Image.Image, data: bytes) -> Picture:
    """Size and hidden facts; ``image`` is open, and stays undecoded."""
    exif = _exif(image, data)
    orientation = exif.get(ExifTags.Base.Orientation, 1)
    turned = orientation in range(2, 9)
    width, height = image.size
    layered = image.format == JPEG and jpeg.scans(data) > jpeg.MOST_SCANS
    places = exif.get_ifd(ExifTags.IFD.GPSInfo)
    return Picture(
        size=(height, width) if turned and orientation >= 5 else (width, height),  # noqa: PLR2004 - 5 to 8 lie on a side
        huge=PIXELS if width * height > MOST_PIXELS else SCANS if layered else "",
        turned=turned,
        located=ExifTags.GPS.GPSLatitude in places or b"exif:GPSLatitude" in data,
    )


def _exif(image: Image.Image, data: bytes) -> Image.Exif:
    """The hidden facts; empty where they are damaged."""
    exif = Image.Exif()
    content = image.info.get("exif", b"")
    if not content and image.format == PNG:
        content = png.exif(data)  # it may stand behind the picture, and Pillow would decode that to get there
    try:
        exif.load(content)
        exif.get_ifd(ExifTags.IFD.GPSInfo)
    except Exception:  # as above
        return Image.Exif()
    return exif


def _is_whole(kind: str, data: bytes, start: int) -> bool:
    """Whether the end is there: a copy that was broken off has none. ``start`` is where the head ends.

    The 40 to 100 ms of decoding 12 megapixels would be most of the time that a check takes.
    """
    if kind == WEBP:
        return int.from_bytes(data[4:8], "little") + 8 <= len(data)
    return data.rfind(b"\xff\xd9" if kind == JPEG else b"IEND", start) >= 0

"""Published pictures: upright, without what they tell about their maker, and unable to do anything."""

import io
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from praktijkboek import cleaning
from praktijkboek.authoring.sample_files import svg
from praktijkboek.cleaning import NotAPicture, clean_photo
from praktijkboek.cleaning.jpeg import MOST_SCANS

SECRET = b"51.0543 N, 3.7174 E"
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def exif(orientation: int = 1) -> Image.Exif:
    """What a phone writes: where it was, with what, and how it was held."""
    found = Image.Exif()
    found[0x0112], found[0x010F], found[0x013B] = orientation, "Telefoon", SECRET.decode()
    found.get_ifd(0x8825)[1] = "N"
    found.get_ifd(0x8825)[29] = SECRET.decode()
    return found


def half_and_half() -> Image.Image:
    """Red on the left, blue on the right, wider than high."""
    made = Image.new("RGB", (60, 40), "red")
    made.paste("blue", (30, 0, 60, 40))
    return made


def saved(kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    half_and_half().save(out, kind, **options)
    return out.getvalue()


def jpeg(orientation: int = 1) -> bytes:
    """A JPEG with everything that a JPEG can carry along, and a second file behind its end."""
    xmp = b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>"
    data = saved("JPEG", exif=exif(orientation), comment=SECRET, xmp=xmp, icc_profile=PROFILE, quality=90)
    iptc = b"\xff\xed\x00\x23Photoshop 3.0\x00" + SECRET
    return data[:2] + iptc + data[2:] + SECRET + data


def png() -> bytes:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", SECRET.decode())
    texts.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    texts.add_text("Comment", SECRET.decode() * 20, zip=True)
    return saved("PNG", pnginfo=texts, exif=exif(), icc_profile=PROFILE) + SECRET


def webp() -> bytes:
    return saved("WEBP", exif=exif(), xmp=SECRET, icc_profile=PROFILE, lossless=True)


@pytest.mark.parametrize("make", [jpeg, png, webp], ids=lambda make: str(make.__name__))
def test_nothing_is_left_but_the_picture(make: Callable[[], bytes]) -> None:
    data = make()
    assert SECRET in data
    cleaned, _ = clean_photo(data)
    assert SECRET not in cleaned
    with Image.open(io.BytesIO(cleaned)) as after, Image.open(io.BytesIO(data)) as before:
        assert not after.getexif()
        assert set(after.info) <= {
            "icc_profile",
            "jfif",
            "jfif_version",
            "jfif_unit",
            "jfif_density",
            "dpi",
            "loop",
        } | {*("background", "timestamp", "duration", "progressive", "progression", "adobe", "adobe_transform")}
        assert after.info["icc_profile"] == before.info["icc_profile"], "else the colours change"
        assert after.tobytes() == before.tobytes(), "not one pixel differs"


def test_what_was_cleaned_stays_the_same() -> None:
    for data in (jpeg(), png(), webp()):
        once, _ = clean_photo(data)
        assert clean_photo(once)[0] == once


def test_a_photo_that_was_held_sideways_stands_upright() -> None:
    cleaned, extension = clean_photo(jpeg(orientation=6))
    with Image.open(io.BytesIO(cleaned)) as after:
        red, _, blue = after.getpixel((20, 5))[0], 0, after.getpixel((20, 55))[2]  # type: ignore[index]
        assert (after.size, extension, after.getexif().get(0x0112)) == ((40, 60), ".jpg", None)
        assert red > 200 and blue > 200


def test_a_small_picture_inside_goes() -> None:
    thumbnail = b"\xff\xe0\x00\x13JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x01\x01" + b"\x11\x22\x33"
    data = saved("JPEG")
    cleaned, _ = clean_photo(data[:2] + thumbnail + data[20:])
    assert b"\x11\x22\x33" not in cleaned[:40]
    Image.open(io.BytesIO(cleaned)).load()


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xd8\xff", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"RIFF\x01\0\0\0WEBP", b"%PDF-1.7"]
)
def test_what_is_no_photo_is_refused(data: bytes) -> None:
    with pytest.raises(NotAPicture):
        clean_photo(data)


def test_a_bomb_is_refused_and_never_opened() -> None:
    small = saved("PNG")
    at = small.index(b"IHDR") + 4
    huge = small[:at] + (60_000).to_bytes(4, "big") * 2 + small[at + 8 :]
    with pytest.raises(NotAPicture):
        clean_photo(huge)


def segment(marker: int, content: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(content) + 2).to_bytes(2, "big") + content


def chunk(name: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + name + content + zlib.crc32(name + content).to_bytes(4, "big")


def same_picture(cleaned: bytes, data: bytes) -> bool:
    with Image.open(io.BytesIO(cleaned)) as after, Image.open(io.BytesIO(data)) as before:
        return after.tobytes() == before.tobytes()


@pytest.mark.parametrize(
    "hidden",
    [
        segment(0xEE, b"Adobe\x00\x64\x00\x00\x00\x00\x00" + SECRET),
        segment(0xE2, b"ICC_PROFILE\0\x01\x01" + SECRET * 9),
        segment(0xE2, b"MPF\0" + SECRET),
        segment(0xDC, SECRET),
        segment(0xF0, SECRET),
        segment(0x02, SECRET),
        b"\xff\xd0\xff\x01" + segment(0xFE, SECRET),
        segment(0xFE, b"") + SECRET,
    ],
    ids=["Adobe", "profiel", "MPF", "DNL", "JPG0", "RES", "RST", "ertussen"],
)
def test_what_is_not_on_the_list_leaves_a_jpeg(hidden: bytes) -> None:
    data = saved("JPEG", progressive=True)
    at = data.rindex(b"\xff\xda")  # between two scans: Pillow looks at what stands before the first one
    cleaned, _ = clean_photo(data[:at] + hidden + data[at:])
    assert SECRET not in cleaned
    assert same_picture(cleaned, data)


@pytest.mark.parametrize(
    "hidden",
    [
        chunk(b"gAMA", (45455).to_bytes(4, "big") + SECRET),
        chunk(b"pHYs", SECRET),
        chunk(b"sBIT", SECRET),
        chunk(b"iCCP", SECRET + b"\0\0" + zlib.compress(PROFILE)),
        chunk(b"iCCP", b"ICC\0\0" + zlib.compress(PROFILE) + SECRET),
        chunk(b"iCCP", b"ICC\0\0" + zlib.compress(SECRET * 9, 0)),
        chunk(b"prVt", SECRET),
        chunk(b"eXIf", SECRET),
    ],
    ids=["gAMA", "pHYs", "sBIT", "naam", "achter", "geen-profiel", "eigen", "eXIf"],
)
def test_what_is_not_on_the_list_leaves_a_png(hidden: bytes) -> None:
    data = saved("PNG")
    cleaned, _ = clean_photo(data[:33] + hidden + data[33:-12] + chunk(b"IEND", SECRET) + SECRET)
    assert SECRET not in cleaned
    assert cleaned.endswith(b"IEND\xaeB`\x82")
    assert same_picture(cleaned, data)


def layered(count: int) -> bytes:
    """A JPEG with its last scan repeated until there are so many."""
    data = saved("JPEG", progressive=True)
    at, end = data.rindex(b"\xff\xda"), data.rindex(b"\xff\xd9")
    return data[:end] + data[at:end] * (count - data.count(b"\xff\xda")) + data[end:]


def test_a_jpeg_that_is_drawn_over_and_over_is_refused() -> None:
    clean_photo(layered(MOST_SCANS))
    with pytest.raises(NotAPicture, match="meer dan 20 lagen"):
        clean_photo(layered(5000))


def test_a_large_png_without_notes_is_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    def decode(_: object) -> None:
        raise AssertionError("it was decoded")

    data = saved("PNG")
    monkeypatch.setattr(PngImagePlugin.PngImageFile, "load", decode)
    assert clean_photo(data)[1] == ".png"


def test_a_png_that_is_told_to_turn_behind_its_picture_is_turned() -> None:
    data = saved("PNG")
    cleaned, _ = clean_photo(data[:-12] + chunk(b"eXIf", exif(6).tobytes().removeprefix(b"Exif\0\0")) + data[-12:])
    with Image.open(io.BytesIO(cleaned)) as after:
        assert (after.size, after.getexif().get(0x0112)) == ((40, 60), None)


def test_a_drawing_is_cleaned_as_one() -> None:
    """What becomes of it stands in ``test_svg.py``."""
    cleaned, extension = cleaning.clean(svg("<rect/><!-- Jan -->"), drawing=True)
    assert (extension, b"Jan" in cleaned) == (".svg", False)
    with pytest.raises(NotAPicture):
        cleaning.clean(svg("<script/>"), drawing=True)

"""Pictures that weigh what a photo weighs: a sky over a field, clouds of smooth noise, and grain."""

from __future__ import annotations

import random
from pathlib import Path

from PIL import Image, ImageChops, ImageOps

SIZE = (1600, 1100)
"""Width and height, in pixels."""
QUALITY = 76
"""Of the JPEG: with ``GRAIN`` it makes files of 150 to 300 kB."""
OCTAVES = ((7, 5, 0.5), (40, 28, 0.35), (200, 138, 0.25))
"""Of the clouds: width and height in pixels before they are enlarged, and the weight in the picture, 0 to 1."""
GRAIN = 0.1
"""Weight of the noise of single pixels, 0 to 1."""


def write_photo(path: Path, rng: random.Random, size: tuple[int, int] = SIZE) -> None:
    """Write a JPEG; the same ``rng`` gives the same picture."""
    grey = ImageOps.invert(Image.linear_gradient("L")).resize(size)
    for width, height, weight in OCTAVES:
        grey = Image.blend(grey, _noise(width, height, rng, size), weight)
    dark, middle, light = (_colour(rng, low) for low in (10, 90, 190))
    picture = ImageOps.colorize(ImageOps.autocontrast(grey), dark, light, middle)
    grain = _noise(size[0] // 2, size[1] // 2, rng, size)
    picture = Image.blend(picture, ImageChops.overlay(picture, grain.convert("RGB")), GRAIN)
    picture.save(path, quality=QUALITY)


def _noise(width: int, height: int, rng: random.Random, size: tuple[int, int]) -> Image.Image:
    """Noise of ``width`` by ``height`` pixels, enlarged to the picture."""
    return Image.frombytes("L", (width, height), rng.randbytes(width * height)).resize(size, Image.Resampling.BICUBIC)


def _colour(rng: random.Random, low: int) -> tuple[int, int, int]:
    """A colour with parts between ``low`` and ``low`` + 60."""
    red, green, blue = (low + rng.randrange(61) for _ in range(3))
    return red, green, blue

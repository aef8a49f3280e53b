"""Photos in print are made smaller with the filter that was chosen, and others' photos as they were."""

import os

from PIL.Image import Image, Resampling, frombytes

from praktijkboek.print.photos import smaller_quickly

NOISE = frombytes("L", (120, 80), os.urandom(120 * 80))


def thumbnail() -> Image:
    smaller = NOISE.copy()
    smaller.thumbnail((90, 60))
    return smaller


def expected(filter_: Resampling) -> bytes:
    return NOISE.resize((90, 60), filter_, reducing_gap=2.0).tobytes()


def test_the_filter_holds_while_a_book_is_painted() -> None:
    with smaller_quickly():
        assert thumbnail().tobytes() == expected(Resampling.HAMMING)
    assert thumbnail().tobytes() == expected(Resampling.BICUBIC) != expected(Resampling.HAMMING)

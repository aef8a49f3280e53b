"""Pictures as they leave the house: upright, without what they tell about their maker, and unable to do anything."""

from praktijkboek.cleaning.limits import MOST_BYTES, MOST_PIXELS, BrokenPicture, NotAPicture
from praktijkboek.cleaning.photo import clean_photo
from praktijkboek.cleaning.svg import clean_drawing

__all__ = ["MOST_BYTES", "MOST_PIXELS", "BrokenPicture", "NotAPicture", "clean", "clean_drawing", "clean_photo"]


def clean(data: bytes, *, drawing: bool) -> tuple[bytes, str]:
    """A picture fit to publish, and the extension that fits its content (``.jpg``, ``.png``, ``.webp``, ``.svg``).

    :param drawing: whether it says that it is an SVG
    :raises NotAPicture: if it is none, or one that can't be published safely; the text says why, in Dutch
    """
    return (clean_drawing(data), ".svg") if drawing else clean_photo(data)

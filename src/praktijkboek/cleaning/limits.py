"""How much a picture may ask of a machine, and how one is refused."""

MOST_BYTES = 25_000_000
"""A larger photo is not read. A phone's photo is 3 to 12 MB."""
MOST_PIXELS = 100_000_000
"""A photo of more than 100 megapixels takes 300 MB and more when it is opened."""


class NotAPicture(ValueError):
    """What should be a picture can't be published safely and whole; the text says why, as a Dutch clause with "ze"."""


class BrokenPicture(NotAPicture):
    """What should be a picture is none, or can't be read to its end."""

"""Make `tekens.json` in src/praktijkboek/data again: the characters that all fonts of the running text have.

A maintainer's tool, to run after a font was changed: `python scripts/make_characters.py`. WeasyPrint brings fontTools.
"""

from importlib.resources import files
from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(str(files("praktijkboek") / "print/fonts"))
DATA = Path(str(files("praktijkboek") / "data/tekens.json"))
TEXT = "SourceS*.ttf"
"""The serif of the text and the sans of tables, captions and blocks; what titles lack is taken from another font."""


def ranges() -> list[tuple[int, int]]:
    """The first and last code point of each run of characters that every font has."""
    known = set.intersection(*(set(TTFont(path).getBestCmap()) for path in sorted(FONTS.glob(TEXT))))
    runs = (list(run) for _, run in groupby(enumerate(sorted(known)), key=lambda pair: pair[1] - pair[0]))
    return [(run[0][1], run[-1][1]) for run in runs]


def as_text() -> str:
    """The content of the file."""
    return "[" + ",\n".join(f"[{first},{last}]" for first, last in ranges()) + "]\n"


if __name__ == "__main__":
    DATA.write_text(as_text(), encoding="utf-8")

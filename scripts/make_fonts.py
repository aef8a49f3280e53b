"""Make the site's fonts again: `python scripts/make_fonts.py SOURCE_SANS BRICOLAGE` (folders with the full fonts).

SOURCE_SANS is Adobe's npm package `source-sans` 3.52.0, unpacked; BRICOLAGE is github.com/ateliertriay/bricolage (the
PDF has its static fonts). Every font comes in two files: `basis` has what a page in Dutch needs, `rest` has all other
glyphs, and a browser only asks for it when a page shows one of them (`unicode-range`). WeasyPrint brings fontTools and
brotli.
"""

import sys
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FONTS = Path(str(files("praktijkboek") / "site/theme/praktijkboek/static/fonts"))
BASE = "U+0000-00FF, U+0131, U+0152-0153, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2190-2193, U+2212"
"""Latin, punctuation with all hyphens and spaces, the euro, arrows: what `basis` has (CSS `unicode-range`)."""
ICONS = "U+F002, U+F03A, U+F042, U+F062, U+F0C9, U+F104-F105, U+F185-F186"
"""Font Awesome's glass, list, half circle, arrow up, bars, angles, sun and moon (CSS `unicode-range`)."""
REST = (
    "U+0100-0130, U+0132-0151, U+0154-02C5, U+02C7-02D9, U+02DB, U+02DD-1FFF, U+2070-20AB, U+20AD-2121, U+2123-218F, \
U+2194-2211, U+2213-10FFFF"
)


def numbers(ranges: str) -> set[int]:
    """The code points of a CSS ``unicode-range``."""
    pairs = [part.strip().removeprefix("U+").partition("-") for part in ranges.split(",")]
    return {n for first, _, last in pairs for n in range(int(first, 16), int(last or first, 16) + 1)}


def write(font: bytes, name: str) -> None:
    """Write a font as two files."""
    for part, ranges in (("basis", BASE), ("rest", REST)):
        options = subset.Options(flavor="woff2", name_IDs=["*"])
        options.layout_features += ["tnum", "lnum"]  # and not the alternates that no style sheet asks for: 20 kB
        file = TTFont(BytesIO(font), recalcTimestamp=False)
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=numbers(ranges))
        subsetter.subset(file)
        subset.save_font(file, str(FONTS / f"{name}-{part}.woff2"), options)


def at_text_size(font: Path) -> bytes:
    """A Bricolage with its weights only: as wide and as open as for a heading of about 14 pt."""
    narrowed = instancer.instantiateVariableFont(TTFont(font, recalcTimestamp=False), {"opsz": 14, "wdth": 100})
    made = BytesIO()
    narrowed.save(made)
    return made.getvalue()


def write_icons() -> None:
    """Write the few icons that the theme's buttons show; its own file is the heaviest of a page (115 kB)."""
    theme = Path(str(files("pydata_sphinx_theme") / "theme/pydata_sphinx_theme/static/vendor/fontawesome"))
    options = subset.Options(flavor="woff2", name_IDs=["*"])
    file = TTFont(theme / "webfonts" / "fa-solid-900.woff2", recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=numbers(ICONS))
    subsetter.subset(file)
    subset.save_font(file, str(FONTS / "iconen.woff2"), options)


if __name__ == "__main__":
    sans, bricolage = (Path(argument) for argument in sys.argv[1:])
    write_icons()
    write((sans / "VF/SourceSans3VF-Upright.ttf").read_bytes(), "source-sans-3")
    write((sans / "VF/SourceSans3VF-Italic.ttf").read_bytes(), "source-sans-3-italic")
    write(at_text_size(bricolage / "fonts/variable/BricolageGrotesque[opsz,wdth,wght].ttf"), "bricolage-grotesque")

"""The picture that others show beside a link to the site: 1,200 by 630 pixels, drawn here from the facts of a case.

There is one only where the address of the site is known, as OpenGraph takes no other. A file is named after
what it shows, and made once.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from docutils import nodes
from PIL import Image, ImageDraw, ImageFont, ImageOps
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

import praktijkboek
from praktijkboek.case import Case
from praktijkboek.drawing import THEME_COLOURS
from praktijkboek.municipality import outline, position
from praktijkboek.site.cases import docname, practices, slug_of
from praktijkboek.site.factsheet import place_words
from praktijkboek.site.home import PICTURE
from praktijkboek.site.sizes import Picture
from praktijkboek.vocabulary import label

FOLDER = "delen"
"""Where the pictures stand on the site."""
WIDTH, HEIGHT, EDGE = 1200, 630, 64
PANEL = 440
"""How wide the photo or the map is, at the right."""
STRIP = 20
GROUND, INK, MUTED, LAND, BOOK = "#f7faf9", "#14332f", "#4b5a58", "#d5e2df", "#17594f"
QUALITY = 88
TITLE, PLACE = range(68, 16, -4), range(32, 14, -1)
"""Sizes of letters, in pixels: the largest that fits is taken."""
LINES = 5
"""So many a title may take."""
FONTS = Path(praktijkboek.__file__).parent / "print" / "fonts"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a picture shows: words, a colour, and a photo (a path) or else a dot on the map."""

    title: str
    kicker: str
    place: str
    book: str
    colour: str
    photo: str = ""
    point: tuple[float, float] | None = None

    @property
    def name(self) -> str:
        """The file on the site; another picture has another name."""
        return f"{FOLDER}/{hashlib.sha256(repr(astuple(self)).encode()).hexdigest()[:20]}.jpg"


def shown(case: Case, photo: Picture | None, book: str) -> Shown:
    """What the picture of a case shows; a drawing is left out, as the map tells more at this size."""
    path = photo.fallback if photo and not photo.path.endswith(".svg") else ""
    theme = case.themas[0]
    place = f"{place_words(case)}{f', {case.province}' if case.province else ''}"
    return Shown(case.titel, label("themas", theme), place, book, THEME_COLOURS[theme], path, case.point)


def draw(what: Shown, root: Path) -> Image.Image:
    """The picture; its photo is looked for from ``root``."""
    image = Image.new("RGB", (WIDTH, HEIGHT), GROUND)
    pen = ImageDraw.Draw(image)
    if what.photo:
        with Image.open(root / what.photo) as photo:
            image.paste(ImageOps.fit(photo.convert("RGB"), (PANEL, HEIGHT)), (WIDTH - PANEL, 0))
    else:
        _map(pen, what)
    pen.rectangle((0, 0, STRIP - 1, HEIGHT), fill=what.colour)
    pen.text((EDGE, EDGE), what.kicker, what.colour, _font("SourceSans3-Semibold", 34))
    room = WIDTH - PANEL - 2 * EDGE
    lines, font, size = _set_title(what.title, room)
    for number, line in enumerate(lines):
        pen.text((EDGE, EDGE + 62 + number * size * 1.14), line, INK, font)
    pen.text((EDGE, HEIGHT - EDGE - 84), what.place, MUTED, _fitting(what.place, room))
    pen.text((EDGE, HEIGHT - EDGE - 32), what.book, BOOK, _font("BricolageGrotesque-600", 32))
    return image


def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / f"{name}.ttf", size, layout_engine=ImageFont.Layout.BASIC)


def _fitting(words: str, room: float) -> ImageFont.FreeTypeFont:
    """The font of a line that must not be broken: smaller if it is long."""
    fonts = (_font("SourceSans3-Regular", size) for size in PLACE)
    return next((font for font in fonts if font.getlength(words) <= room), _font("SourceSans3-Regular", PLACE[-1]))


def _set_title(title: str, room: float) -> tuple[list[str], ImageFont.FreeTypeFont, int]:
    for size in TITLE:
        font = _font("BricolageGrotesque-800", size)
        lines = _broken(title, font, room)
        if len(lines) <= LINES and max(map(font.getlength, lines)) <= room:
            break
    return lines[:LINES], font, size


def _broken(title: str, font: ImageFont.FreeTypeFont, room: float) -> list[str]:
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or font.getlength(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _map(pen: ImageDraw.ImageDraw, what: Shown) -> None:
    """Flanders with a dot; without one where the place is abroad or not known."""
    known = outline()
    scale = (PANEL - EDGE) / known["width"]
    left, top = WIDTH - PANEL, (HEIGHT - known["height"] * scale) / 2
    for path in known["paths"].values():
        for ring in _rings(path):
            pen.polygon([(left + x * scale, top + y * scale) for x, y in ring], LAND, GROUND)
    if what.point:
        x, y = position(*what.point)
        pen.circle((left + x * scale, top + y * scale), 11, what.colour, GROUND, 3)


def _rings(path: str) -> Iterator[list[tuple[float, float]]]:
    """The corners of each part of an outline: ``M`` an absolute point, ``l`` and relative ones, ``z``."""
    for part in path.split("M")[1:]:
        numbers = [float(number) for number in re.findall(r"-?\d*\.?\d+", part)]
        x = y = 0.0
        ring = []
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        yield ring


def _has_address(app: Sphinx) -> bool:
    return bool(app.config.praktijkboek_site) and isinstance(app.builder, StandaloneHTMLBuilder)


def of_page(app: Sphinx, slug: str | None) -> Shown:
    """What the picture of a case shows, or that of all other pages."""
    cases, book = practices(app.env).cases, app.config.project
    if slug is None:
        count = f"{len(cases)} praktijken uit kleine dorpen"
        return Shown(book, count, "Ontmoeting, diensten en vervoer", "Ons buurtpunt", BOOK)
    return shown(cases[slug], app.env.metadata[docname(slug)].get(PICTURE), book)


def add_picture(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Tell a page which picture is its own."""
    del template, doctree
    if _has_address(app):
        what = of_page(app, slug_of(page))
        context["og_beeld"], context["og_alt"] = what.name, f"{what.title} – {what.place}"


def targets(app: Sphinx) -> dict[Path, Shown]:
    """Where the pictures of this build stand; nowhere without an address."""
    slugs = [None, *practices(app.env).cases] if _has_address(app) else []
    return {Path(app.outdir, what.name): what for what in (of_page(app, slug) for slug in slugs)}


def make(app: Sphinx, error: Exception | None) -> None:
    """Draw those that aren't there yet."""
    for path, what in targets(app).items() if error is None else ():
        if not path.is_file():
            path.parent.mkdir(parents=True, exist_ok=True)
            draw(what, Path(app.srcdir)).save(path, quality=QUALITY, optimize=True)


def connect(app: Sphinx) -> None:
    """Make the pictures, and name them before ``head`` writes what machines read (priority 900)."""
    app.connect("html-page-context", add_picture, priority=800)
    app.connect("build-finished", make)

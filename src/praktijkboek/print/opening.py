"""How high the picture under a title may be, so that title, lead, picture and fact sheet fill one page.

CSS can't say "what is left": a flex column does not stretch a picture in WeasyPrint 70. So the lines of text are
counted here with the measures of ``case.css``, which takes less than a millisecond a case.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from docutils import nodes
from PIL import ImageFont

from praktijkboek.trouble import Trouble

FONTS = Path(__file__).with_name("fonts")
TITLE, LEAD, SMALL = "BricolageGrotesque-800", "SourceSerif4Display-Regular", "SourceSans3-Regular"
POINT = 25.4 / 72
"""In millimetres."""
ROOM = 191.0
"""Of the page, in millimetres: what stands between the margins."""
WIDTH = 122.0
"""Of the text, in millimetres."""
STRIP, LOWEST, HIGHEST = 19.0, 24.0, 68.0
"""Of the picture, in millimetres: a drawn street may be a strip, a photo not; the highest shows all of a drawing."""
ROAD = 63.0
"""From the top of a drawn street to the road under its vehicles, in millimetres: below that, tulips would be cut."""
ROOFS = 40.0
"""A drawn street lower than this, in millimetres, would lose its roofs if it showed the road as well."""
MIDDLE = 34.5
"""Lower than this, in millimetres, the middle of a drawn street stops above the feet of what stands on the pavement."""


@cache
def _font(name: str) -> ImageFont.FreeTypeFont:
    try:
        return ImageFont.truetype(FONTS / f"{name}.ttf", 1000)
    except OSError as error:  # FreeType's own, without the name of the file
        raise Trouble(f"Het lettertype {name} van het boek is niet te lezen: installeer alles opnieuw.") from error


def lines(text: str, font: str, size: float, width: float) -> int:
    """The number of lines that a text takes without hyphenation.

    :param size: in points
    :param width: of the lines, in millimetres
    """
    room = width / POINT / size * 1000
    count, used = 1, 0.0
    for word in text.replace("-", "- ").split():
        length = _font(font).getlength(f"{word} ")
        if used and used + length > room:
            count, used = count + 1, 0.0
        used += length
    return count


def fill_opening(doctree: nodes.document) -> None:
    """Give the picture under the title the height that is left; the highest where the fact sheet doesn't fit."""
    for image in doctree.findall(nodes.image):
        if "kopbeeld" in image.parent["classes"]:
            left = ROOM - sum(_heights(doctree)) * POINT
            if left < (LOWEST if "bestand" in image else STRIP):
                left = HIGHEST
            height = min(left, HIGHEST)
            if "bestand" not in image:
                height, classes = cut(left, "met-voertuigen" in image["classes"])
                image["classes"] += classes
            image["height"] = f"{height:.1f}mm"


def cut(room: float, vehicles: bool) -> tuple[float, list[str]]:
    """How high a drawn street is, and the class that says where its lower edge is, so that nothing is cut in half.

    ``stoep`` cuts above the vehicles, ``straat`` below them (``case.css``); without a class the middle is shown.

    :param room: in millimetres
    """
    if room >= HIGHEST:
        return HIGHEST, []
    if room < (ROOFS if vehicles else MIDDLE):
        return room, ["stoep"]
    return min(room, ROAD), ["straat"] if vehicles or room > 2 * ROAD - HIGHEST else []


def _heights(doctree: nodes.document) -> Iterator[float]:
    """The heights of what stands round the picture, in points, with the distance below each."""
    yield 17  # the line above the title
    title = next(iter(doctree.findall(nodes.title)))
    yield 26 * lines(title.astext(), TITLE, 23, WIDTH) + 6
    for node in doctree.findall(nodes.paragraph):
        if "lead" in node["classes"]:
            yield 17 * lines(node.astext(), LEAD, 12.2, WIDTH) + 9
    for caption in doctree.findall(nodes.caption):
        if "kopbeeld" in caption.parent["classes"]:
            yield 14 * lines(caption.astext(), SMALL, 8.5, WIDTH - 19)
    for section in doctree.findall(nodes.section):
        if "in-het-kort" in section["classes"]:
            yield 12 + 2.5 + 14 + 18 + sum(_rows(list(section.findall(nodes.field))))


def _rows(fields: list[nodes.field]) -> Iterator[float]:
    """The heights of the rows of the fact sheet: three short facts a row, then a row for each wide one."""
    inner = WIDTH - 20 * POINT
    short = [lines(field[1].astext(), SMALL, 8.2, inner / 3 - 4) for field in fields if "breed" not in field["classes"]]
    for i in range(0, len(short), 3):
        yield 10.5 * (1 + max(short[i : i + 3])) + 5.5
    for field in fields:
        if "breed" in field["classes"]:
            paragraphs = field.findall(nodes.paragraph)
            yield 10.5 * sum(lines(paragraph.astext(), SMALL, 8.2, inner - 29) for paragraph in paragraphs) + 4

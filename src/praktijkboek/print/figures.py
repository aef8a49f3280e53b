"""Photos and drawings on paper: each with its maker, several in a row two by two, one under the title of a case."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from math import ceil
from pathlib import Path

from docutils import nodes
from PIL import Image

from praktijkboek.case import Case
from praktijkboek.groups import Photo
from praktijkboek.vocabulary import label

OPENING = "kopbeeld"
"""The class of the picture under the title."""
LINE, COLUMN, MOST_LINES = 14, 346, 32
"""Points: the grid and the width of the text (``css/page.css``); the lines that a standing photo may take (160 mm)."""
LANDSCAPE = 1.2
"""Width by height from which a photo can be cut to the strip under a title without losing its subject."""


def set_figures(doctree: nodes.document) -> None:
    """Make a figure of each picture that stands by itself, and pairs of figures that follow each other."""
    for paragraph in list(doctree.findall(nodes.paragraph)):
        pictures = list(paragraph.findall(nodes.image))
        if pictures and not any(text.strip() for text in paragraph.findall(nodes.Text)):
            paragraph.parent.replace(paragraph, [nodes.figure("", picture) for picture in pictures])
    for parent in {id(figure.parent): figure.parent for figure in doctree.findall(nodes.figure)}.values():
        parent[:] = list(_in_pairs(parent.children))


def _in_pairs(children: Sequence[nodes.Node]) -> Iterator[nodes.Node]:
    for are_figures, group in groupby(children, key=lambda child: isinstance(child, nodes.figure)):
        found = list(group)
        if are_figures and len(found) > 1:
            # Each two in a block of their own: where inline blocks wrap and a page ends before them, WeasyPrint 70
            # puts the footnotes of that page on the next one.
            yield from (nodes.container("", *found[i : i + 2], classes=["fotopaar"]) for i in range(0, len(found), 2))
        else:
            yield from found


def credit(doctree: nodes.document, case: Case) -> None:
    """Say under each photo of a case who made it, and not once more at the end, as the site does."""
    photos = {posixpath.normpath(photo.bestand): photo for photo in case.fotos}
    for figure in doctree.findall(nodes.figure):
        image = next(iter(figure.findall(nodes.image)))
        photo = photos.get(image.get("bestand", ""))
        if photo is None:
            continue
        caption = next(iter(figure.findall(nodes.caption)), nodes.caption())
        caption += [nodes.Text(" " if caption.children else ""), _rights(photo, caption.astext())]
        if caption.parent is None:
            figure.append(caption)
    for paragraph in [node for node in doctree.findall(nodes.paragraph) if "beeldmakers" in node["classes"]]:
        paragraph.parent.remove(paragraph)


def _rights(photo: Photo, caption: str) -> nodes.inline:
    """The maker, unless the author named them already, and the licence."""
    maker = "" if photo.maker in caption else f"Beeld: {photo.maker}, {f'{photo.jaar}, ' if photo.jaar else ''}"
    return nodes.inline("", f"{maker}{label('licentie', photo.licentie)}.", classes=["maker"])


def open_with_photo(doctree: nodes.document, root: Path) -> None:
    """Let the first photo stand under the lead, if it is wide: there a case without photos has its drawing.

    :param root: what the address of a picture starts from
    """
    lead = next((node for node in doctree.findall(nodes.paragraph) if "lead" in node["classes"]), None)
    figures = list(doctree.findall(nodes.figure))
    if lead is None or any(OPENING in figure["classes"] for figure in figures):
        return
    first = next((figure for figure in figures if isinstance(figure.parent, nodes.section)), None)
    if first and _is_wide(root / next(iter(first.findall(nodes.image)))["uri"].lstrip("/")):
        first.parent.remove(first)
        first["classes"].append(OPENING)
        lead.parent.insert(lead.parent.index(lead) + 1, first)


def keep_to_grid(doctree: nodes.document, root: Path) -> None:
    """Give each figure in running text the height of whole lines; what is over is white above the picture.

    :param root: what the address of a picture starts from
    """
    for figure in doctree.findall(nodes.figure):
        image = next(iter(figure.findall(nodes.image)))
        if isinstance(figure.parent, nodes.section) and OPENING not in figure["classes"]:
            width, height = _size(root / image["uri"].lstrip("/"))
            lines = ceil(COLUMN * height / width / LINE) if width else MOST_LINES
            image["height"] = f"{min(lines, MOST_LINES) * LINE}pt"


def _is_wide(path: Path) -> bool:
    """Whether a photo or drawing is clearly wider than high."""
    width, height = _size(path)
    return width >= LANDSCAPE * height


def _size(path: Path) -> tuple[float, float]:
    """Width and height of a photo or drawing, in its own units; 0 and 1 for a drawing that doesn't tell."""
    if path.suffix == ".svg":
        box = re.search(r'viewBox="[-\d.]+[ ,]+[-\d.]+[ ,]+([\d.]+)[ ,]+([\d.]+)"', path.read_text(encoding="utf-8"))
        return (float(box[1]), float(box[2])) if box else (0.0, 1.0)
    with Image.open(path) as picture:
        return picture.size

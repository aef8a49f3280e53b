"""Pictures in the size in which they are shown: a photo comes in several, of which the browser takes the one that fits.

The smaller ones are made while a page is read, kept in ``_build`` under the name of the photo's own content, and
published with the page.
"""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docutils import nodes
from PIL import Image
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from praktijkboek.site.pictures import COPIES, write

WIDTHS = (1600, 800)
"""In pixels: the text is 792 CSS pixels wide and a phone half of that, and sharp screens have twice as many."""
SHOWN = "(min-width: 860px) 792px, calc(100vw - 32px)"
"""How wide a picture in the text is shown, in CSS pixels."""
SIZES = f"{COPIES}/maten"
QUALITY: dict[str, dict[str, Any]] = {"JPEG": {"quality": 82}, "WEBP": {"quality": 82}, "PNG": {"optimize": True}}
MODES = {"L", "LA", "RGB", "RGBA", "CMYK"}
"""Those in which a picture can be made smaller."""
OPTIONS = {"width", "height", "scale", "align"}
"""What somebody who writes a chapter may have said of a picture; then it is left as it is."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: paths from the root of the book, or of the site once it is published there."""

    path: str
    copies: tuple[tuple[str, int], ...] = ()
    """Of a photo the sizes to choose from, each with its width in pixels, the widest first."""

    def published(self, folder: str, names: Mapping[str, Any]) -> Picture | None:
        """The same on the site; None where it isn't there.

        :param names: by path the name under which Sphinx publishes a file, as the last of a pair
        """
        if self.path not in names:
            return None
        copies = ((f"{folder}/{names[path][1]}", width) for path, width in self.copies if path in names)
        return Picture(f"{folder}/{names[self.path][1]}", tuple(copies))

    @property
    def fallback(self) -> str:
        """What a browser takes that knows of no choice: not wider than the widest copy."""
        return self.copies[0][0] if self.copies else self.path


def offer(app: Sphinx, doctree: nodes.document) -> None:
    """Give each picture of a page its size in pixels, and a photo its smaller copies."""
    page = app.env.docname
    for image in doctree.findall(nodes.image):
        path = Path(app.srcdir, image["uri"].lstrip("/"))
        if not image["uri"].startswith("/") or not path.is_file() or not OPTIONS.isdisjoint(image.attributes):
            continue
        copies: list[tuple[Path, int]] = []
        if path.suffix == ".svg":
            image["pixels"] = svg_size(path.read_text(encoding="utf-8"))
        else:
            image["pixels"], copies = in_sizes(path, Path(app.srcdir, SIZES))
        relative = [(copy.relative_to(app.srcdir).as_posix(), width) for copy, width in copies]
        image["maten"] = Picture(image["uri"].lstrip("/"), tuple(relative))
        image["eerst"] = isinstance(image.parent, nodes.figure) and "kopbeeld" in image.parent["classes"]
        for copy, _ in relative:
            app.env.images.add_file(page, copy)


def svg_size(svg: str) -> tuple[int, int] | None:
    """The width and height of a drawing's view box."""
    found = re.search(r'<svg\b[^>]*\bviewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"', svg)
    return (round(float(found[1])), round(float(found[2]))) if found else None


def in_sizes(photo: Path, folder: Path) -> tuple[tuple[int, int], list[tuple[Path, int]]]:
    """How large a photo is in pixels, and in which widths there is a file of it, the widest first.

    :param folder: where smaller ones are kept; one that weighs no less than a wider one is left out
    """
    with Image.open(photo) as image:
        size, moves, weight = image.size, getattr(image, "is_animated", False), photo.stat().st_size
    found = [(photo, size[0])]
    for width in [width for width in WIDTHS if width < size[0] and not moves]:
        path = folder / f"{photo.stem}-{width}{photo.suffix}"
        if not path.is_file():
            write(path, _resized(photo, width))
        if path.stat().st_size < weight:
            weight = path.stat().st_size
            found.append((path, width))
    return size, found[1:] if found[1:] and found[1][1] == WIDTHS[0] else found


def _resized(photo: Path, width: int) -> bytes:
    """The photo in another width, in the form that it has."""
    with Image.open(photo) as image:
        size = width, max(1, round(image.height * width / image.width))
        form, profile = image.format or "", image.info.get("icc_profile")
        image.draft(image.mode, size)  # a JPEG is read at half or less of its size, which takes a quarter of the time
        whole = image if image.mode in MODES else image.convert("RGBA" if image.has_transparency_data else "RGB")
        made = whole.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)
        if image.mode == "P":  # of few colours, as drawings are: with all in between, smaller would be heavier
            made = made.quantize(256, Image.Quantize.FASTOCTREE)
    options = QUALITY.get(form, {}) | ({"icc_profile": profile} if profile else {})
    file = io.BytesIO()
    made.save(file, form, **options)
    return file.getvalue()


def publish(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Let Sphinx copy the smaller ones to the site, and not the whole photo where a smaller one does."""
    del page
    if app.builder.format != "html":
        return
    for image in doctree.findall(nodes.image):
        picture: Picture | None = image.get("maten")
        if picture and picture.copies:
            image["uri"] = picture.fallback
            app.builder.images.update({path: app.env.images[path][1] for path, _ in picture.copies})


def visit_image(writer: HTML5Translator, node: nodes.image) -> None:
    """Write a picture with its size, so that nothing moves when it comes, and fetched when it is near."""
    picture: Picture | None = node.get("maten")
    if picture is None:
        HTML5Translator.visit_image(writer, node)
        return
    names, folder = writer.builder.images, writer.builder.imgpath
    attributes: dict[str, Any] = {"src": posixpath.join(folder, names[node["uri"]]), "alt": node.get("alt", "")}
    if len(picture.copies) > 1:
        copies = (f"{posixpath.join(folder, names[path])} {width}w" for path, width in picture.copies)
        attributes |= {"srcset": ", ".join(copies), "sizes": SHOWN}
    if node["pixels"]:
        attributes["width"], attributes["height"] = node["pixels"]
    attributes |= {"fetchpriority": "high"} if node["eerst"] else {"loading": "lazy", "decoding": "async"}
    writer.body.append(writer.emptytag(node, "img", "\n", **attributes))


def depart_image(writer: HTML5Translator, node: nodes.image) -> None:
    """Nothing is open."""
    del writer, node


def connect(app: Sphinx) -> None:
    """Make the copies once the pages have all their pictures, before Sphinx takes their addresses (priority 500)."""
    app.connect("doctree-read", offer, priority=105)
    app.connect("doctree-resolved", publish)
    app.add_node(nodes.image, override=True, html=(visit_image, depart_image))

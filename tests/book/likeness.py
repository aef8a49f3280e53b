"""All that a reader, a screen reader or a program finds in a PDF, in a form in which two PDFs can be compared.

Places are in points, as floats: ``differences`` takes what lies half a point apart to be the same.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import zip_longest
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pikepdf
import pymupdf
from PIL import Image, ImageChops

from .tagged import Element, Tagged, listed

OF_NOTE = re.compile(r"noot-\d+(-terug)?$")
"""The name of the place of a footnote or its call: the rest of it is the unit's, or nothing."""
HALF = 0.5
SHOWN = 5
"""Of what differs, the first are enough to know where to look."""
DPI = 60
BLOCK, MOST = 3, 32
"""Pages are compared in blocks of so many pixels, whose mean may differ by so many of 255 shades of grey: letters that
lie a thousandth of a point elsewhere give 21, a comma that is gone or a line that lies half a point lower 43."""
Place = tuple[int, float, float]
"""A page, counted from 0, and a place on it."""


class Likeness:
    """One PDF."""

    def __init__(self, path: Path) -> None:
        self.tagged = Tagged(path)
        self._painted: Any = pymupdf.open(path)  # type: ignore[no-untyped-call]
        self._root: Any = self.tagged.pdf.Root

    @cached_property
    def texts(self) -> list[list[tuple[object, ...]]]:
        """Of each page its words, each with its place, in the order in which they are painted."""
        return [[(word, *place) for *place, word, _, _, _ in page.get_text("words")] for page in self._painted]

    def pictures(self) -> Iterator[Image.Image]:
        """Each page as it looks, in grey."""
        for page in self._painted:
            seen = page.get_pixmap(dpi=DPI, colorspace="gray", annots=False)
            yield Image.frombytes("L", (seen.width, seen.height), seen.samples)

    @cached_property
    def bookmarks(self) -> list[tuple[int, str, Place, bool]]:
        """Level, title, place, and whether it is open."""
        return list(self._bookmarks(self._root.Outlines, 1))

    def _bookmarks(self, above: Any, level: int) -> Iterator[tuple[int, str, Place, bool]]:
        here = above.get("/First")
        while here is not None:
            yield level, str(here.Title), self._place(here.Dest), int(here.get("/Count", 0)) >= 0
            yield from self._bookmarks(here, level + 1)
            here = here.get("/Next")

    def _place(self, destination: Any) -> Place:
        return self.tagged.pages[destination[0].objgen], float(destination[2]), float(destination[3])

    @cached_property
    def places(self) -> dict[str, Place]:
        """Where each named destination leads. Names of fragments are in ASCII: programs sort others differently."""
        tree: Any = pikepdf.NameTree(self._root.Names.Dests)
        return {unquote(str(name)): self._place(destination) for name, destination in tree.items()}

    @property
    def named(self) -> list[tuple[str, Place]]:
        """Those that the book names; footnotes have no name that matters."""
        return sorted((name, place) for name, place in self.places.items() if not OF_NOTE.search(name))

    @property
    def notes(self) -> list[Place]:
        """Where footnotes and their calls are."""
        return sorted(place for name, place in self.places.items() if OF_NOTE.search(name))

    @cached_property
    def links(self) -> list[list[tuple[object, ...]]]:
        """Of each page its links: where they lead, what they say, and where they stand."""
        return [[self._link(link) for link in page.get("/Annots", [])] for page in self.tagged.pdf.pages]

    def _link(self, link: Any) -> tuple[object, ...]:
        target = self.places[unquote(str(link.Dest))] if "/Dest" in link else str(link.A.URI)
        lines = [float(x) for x in link.get("/QuadPoints", [])]
        return target, str(link.Contents), [float(x) for x in link.Rect], lines, int(link.F)

    @cached_property
    def tree(self) -> list[tuple[object, ...]]:
        """The structure elements, each with its depth, its own text, and what it says of itself."""
        return [self._element(element) for element in self.tagged.elements]

    def _element(self, element: Element) -> tuple[object, ...]:
        above, here = 0, element.parent
        while here is not None:
            above, here = above + 1, here.parent
        own = "".join(kid for kid in element.kids if isinstance(kid, str)).split()
        words = {key: str(element.thing[key]) for key in ("/Alt", "/E", "/Lang") if key in element.thing}
        attributes = [sorted(self._attributes(one)) for one in listed(element.thing.get("/A", []))]
        return above, element.tag, " ".join(own), words, attributes, len(element.annotations), "/ID" in element.thing

    def _attributes(self, attributes: Any) -> Iterator[tuple[str, object]]:
        for key, value in attributes.items():
            if key == "/Headers":
                yield key, [self._ids[str(name)] for name in value]
            elif key == "/BBox":
                yield key, [float(x) for x in value]
            else:
                yield key, str(value)

    @cached_property
    def _ids(self) -> dict[str, str]:
        return {str(element.thing.ID): element.text for element in self.tagged.elements if "/ID" in element.thing}

    @cached_property
    def labels(self) -> list[str]:
        """How each page is called."""
        return [str(page.label) for page in self.tagged.pdf.pages]

    @cached_property
    def itself(self) -> list[tuple[str, str]]:
        """What the file says of itself."""
        said = {str(key): str(value) for key, value in self.tagged.pdf.docinfo.items()}
        words = {key: str(self._root.get(key)) for key in ("/Lang", "/MarkInfo", "/ViewerPreferences", "/PageMode")}
        profile = self._root.OutputIntents[0].DestOutputProfile.read_bytes()
        xmp = self._root.Metadata.read_bytes().decode()
        return sorted({**said, **words, "xmp": xmp, "profile": profile.hex()}.items())

    @cached_property
    def boxes(self) -> list[list[tuple[str, list[float]]]]:
        """The sizes of each page, with what bleeds and is cut off."""
        names = ("/MediaBox", "/BleedBox", "/TrimBox", "/CropBox")
        return [
            [(name, [float(x) for x in page.obj[name]]) for name in names if name in page.obj]
            for page in self.tagged.pdf.pages
        ]

    @cached_property
    def fonts(self) -> list[str]:
        """The names of its fonts, without what says that they are cut down."""
        things = [thing for thing in self.tagged.pdf.objects if isinstance(thing, pikepdf.Dictionary)]
        return sorted(str(one.FontName).split("+")[-1] for one in things if one.get("/Type") == "/FontDescriptor")


def is_like(one: object, other: object) -> bool:
    """Whether two facts are the same, but for half a point."""
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= HALF
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(is_like, one, other))
    return one == other


def differences(one: Sequence[object], other: Sequence[object]) -> list[tuple[object, object]]:
    """The first of what isn't the same."""
    return [pair for pair in zip_longest(one, other) if not is_like(*pair)][:SHOWN]


def looks_like(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pages look the same."""
    if one.size != other.size:
        return False
    return max(ImageChops.difference(one.reduce(BLOCK), other.reduce(BLOCK)).tobytes()) < MOST

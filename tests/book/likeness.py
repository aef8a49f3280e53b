"""All that a reader, a screen reader or a program finds in a PDF, in a form in which two PDFs can be compared."""

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf

from .tagged import Element, Tagged, listed

OF_NOTE = re.compile(r"noot-\d+(-terug)?$")
"""The name of the place of a footnote or its call: the rest of it is the unit's, or nothing."""
DPI = 60
Place = tuple[int, int, int]
"""A page, counted from 0, and a place on it in points."""


class Likeness:
    """One PDF."""

    def __init__(self, path: Path) -> None:
        self.tagged = Tagged(path)
        self._painted = pymupdf.open(path)
        self._root: Any = self.tagged.pdf.Root

    @cached_property
    def texts(self) -> list[list[tuple[object, ...]]]:
        """Of each page its words, each with its place to a point, in the order in which they are painted."""
        return [[(*map(round, place), word) for *place, word, _, _, _ in page.get_text("words")] for page in self._painted]

    def pictures(self) -> Iterator[tuple[int, int, bytes]]:
        """Each page as it looks, in grey: its width and height in pixels, and those."""
        for page in self._painted:
            seen = page.get_pixmap(dpi=DPI, colorspace="rgb", annots=False)
            yield seen.width, seen.height, seen.samples

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
        return self.tagged.pages[destination[0].objgen], round(float(destination[2])), round(float(destination[3]))

    @cached_property
    def places(self) -> dict[str, Place]:
        """Where each named destination leads."""
        tree = pikepdf.NameTree(self._root.Names.Dests)
        return {name: self._place(destination) for name, destination in tree.items()}

    @property
    def named(self) -> dict[str, Place]:
        """Those that the book names; footnotes have no name that matters."""
        return {name: place for name, place in self.places.items() if not OF_NOTE.search(name)}

    @property
    def notes(self) -> list[Place]:
        """Where footnotes and their calls are."""
        return sorted(place for name, place in self.places.items() if OF_NOTE.search(name))

    @cached_property
    def links(self) -> list[list[tuple[object, ...]]]:
        """Of each page its links: where they lead, what they say, and where they stand to half a point."""
        return [[self._link(link) for link in page.get("/Annots", [])] for page in self.tagged.pdf.pages]

    def _link(self, link: Any) -> tuple[object, ...]:
        name = str(link.get("/Dest", ""))
        target = self.places.get(name, name) if name else str(link.A.URI)
        lines = [half(float(x)) for x in link.get("/QuadPoints", [])]
        return target, str(link.Contents), [half(float(x)) for x in link.Rect], lines, int(link.F)

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
                yield key, [round(float(x)) for x in value]
            else:
                yield key, str(value)

    @cached_property
    def _ids(self) -> dict[str, str]:
        return {str(element.thing.ID): element.text for element in self.tagged.elements if "/ID" in element.thing}

    @cached_property
    def labels(self) -> list[str]:
        """How each page is called."""
        return [page.label for page in self.tagged.pdf.pages]

    @cached_property
    def itself(self) -> dict[str, str]:
        """What the file says of itself."""
        said = {str(key): str(value) for key, value in self.tagged.pdf.docinfo.items()}
        words = {key: str(self._root.get(key)) for key in ("/Lang", "/MarkInfo", "/ViewerPreferences", "/PageMode")}
        profile = self._root.OutputIntents[0].DestOutputProfile.read_bytes()
        return {**said, **words, "xmp": self._root.Metadata.read_bytes().decode(), "profile": str(hash(profile))}

    @cached_property
    def boxes(self) -> list[dict[str, list[float]]]:
        """The sizes of each page, to half a point, with what bleeds and is cut off."""
        names = ("/MediaBox", "/BleedBox", "/TrimBox", "/CropBox")
        return [
            {name: [half(float(x)) for x in page.obj[name]] for name in names if name in page.obj}
            for page in self.tagged.pdf.pages
        ]

    @cached_property
    def fonts(self) -> list[str]:
        """The names of its fonts, without what says that they are cut down."""
        things = [thing for thing in self.tagged.pdf.objects if isinstance(thing, pikepdf.Dictionary)]
        return sorted(str(one.FontName).split("+")[-1] for one in things if one.get("/Type") == "/FontDescriptor")


def half(x: float) -> float:
    """To half a point."""
    return round(x * 2) / 2

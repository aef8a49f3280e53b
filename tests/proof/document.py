"""A finished PDF as the looks see it: pages with their lines, the structure, links and destinations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pikepdf

from proof.content import Painter, State
from proof.fonts import Font
from proof.lines import Line, joined, lines_of
from proof.painted import Picture
from proof.shapes import Box, Shape
from proof.tree import Element, Tree, read_tree


@dataclass(frozen=True, slots=True)
class Page:
    """A page."""

    number: int
    """Counted from 1: odd pages are right-hand ones."""
    trim: Box
    """What is left of the paper once it is cut."""
    lines: tuple[Line, ...]
    shapes: tuple[Shape, ...]
    pictures: tuple[Picture, ...]

    @property
    def text_lines(self) -> list[Line]:
        """Without what is repeated in margins or drawn for its looks, from top to bottom."""
        return sorted((line for line in self.lines if line.block), key=lambda line: line.base)

    @property
    def body(self) -> list[Line]:
        """Without footnotes either."""
        return [line for line in self.text_lines if line.block and not line.block.inside("Note")]

    @property
    def characters(self) -> int:
        """Of the text, without spaces."""
        return sum(len(line.text.replace(" ", "")) for line in self.text_lines)


@dataclass(frozen=True, slots=True)
class Link:
    """An annotation that leads somewhere."""

    page: int
    target: str
    """The name of a destination in the book, or nothing."""
    address: str
    """On the web, or nothing."""
    element: Element | None


@dataclass(frozen=True, repr=False)
class Document:
    """A finished PDF; too much to write down where a test fails."""

    pages: tuple[Page, ...]
    tree: Tree
    links: tuple[Link, ...]
    destinations: Mapping[str, int]
    """The page of each name."""
    labels: tuple[str, ...]
    """What a reader's program calls each page."""
    language: str
    fonts: tuple[Font, ...]

    @cached_property
    def blocks(self) -> Mapping[Element, list[Line]]:
        """The lines of each block, over all pages."""
        found = defaultdict(list)
        for page in self.pages:
            for line in page.lines:
                if line.block:
                    found[line.block].append(line)
        return found

    @cached_property
    def lines(self) -> Mapping[Element, list[Line]]:
        """The lines in each element of whatever kind, over all pages."""
        found = defaultdict(list)
        for page in self.pages:
            for line in page.lines:
                for element in {above for own in line.elements if own for above in own.chain}:
                    found[element].append(line)
        return found

    @cached_property
    def mark_pages(self) -> Mapping[Element, set[int]]:
        """The pages on which an element has marked content: text, a photo, a drawing."""
        found = defaultdict(set)
        for (page, _), element in self.tree.marks.items():
            for above in element.chain:
                found[above].add(page)
        return found

    def text(self, element: Element) -> str:
        """All text in an element."""
        return " ".join(
            joined(run for run, of in zip(line.runs, line.elements, strict=True) if of and element in of.chain)
            for line in self.lines.get(element, ())
        )

    @cached_property
    def starts(self) -> set[int]:
        """The pages on which a chapter, a case or a part starts."""
        return {min(self.mark_pages[e]) for e in self.tree.root.all("Art", "H1") if e in self.mark_pages}

    @cached_property
    def cases(self) -> Mapping[str, int]:
        """The page on which each case starts: what has an Aanpak and Lessen is one."""
        names = {name.removesuffix("--lessen") for name in self.destinations if name.endswith("--lessen")}
        return {name: self.destinations[name] for name in sorted(names) if f"{name}--aanpak" in self.destinations}


def read(file: Path) -> Document:
    """Read a PDF that WeasyPrint wrote."""
    with pikepdf.open(file) as pdf:
        tree = read_tree(pdf)
        fonts: dict[Any, Font] = {}
        pages = tuple(_page(number, page, tree, fonts) for number, page in enumerate(pdf.pages, start=1))
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        return Document(
            pages,
            tree,
            tuple(link for number, page in enumerate(pdf.pages, start=1) for link in _links(number, page, tree)),
            dict(_destinations(pdf, numbers)),
            tuple(str(page.label) for page in pdf.pages),
            str(pdf.Root.get("/Lang", "")),
            tuple(fonts.values()),
        )


def _page(number: int, page: pikepdf.Page, tree: Tree, fonts: dict[Any, Font]) -> Page:
    left, low, right, high = map(float, page.mediabox)
    painter = Painter(State((1, 0, 0, -1, -left, high), Box(0, 0, right - left, high - low)), fonts)
    painter.paint(page, page.resources)
    x0, y0, x1, y1 = map(float, page.trimbox)
    trim = Box(x0 - left, high - y1, x1 - left, high - y0)
    lines = tuple(lines_of(number, painter.runs, tree.marks))
    return Page(number, trim, lines, tuple(painter.shapes), tuple(painter.pictures))


def _links(number: int, page: pikepdf.Page, tree: Tree) -> Iterator[Link]:
    for annotation in page.obj.get("/Annots", ()):
        if annotation.Subtype == "/Link":
            action: Any = annotation.get("/A", {})
            target = annotation.get("/Dest", action.get("/D", ""))
            element = tree.annotations.get(annotation.objgen)
            yield Link(number, str(target), str(action.get("/URI", "")), element)


def _destinations(pdf: pikepdf.Pdf, numbers: Mapping[tuple[int, int], int]) -> Iterator[tuple[str, int]]:
    if "/Names" in pdf.Root and "/Dests" in pdf.Root.Names:
        for name, target in pikepdf.NameTree(pdf.Root.Names.Dests).items():
            where: Any = target.get("/D") if isinstance(target, pikepdf.Dictionary) else target
            yield str(name), numbers[where[0].objgen]

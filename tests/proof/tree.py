"""The structure tree of a PDF: which element each marked content and each link belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

INLINE = {"Span", "Link", "Reference", "Quote", "Code", "Em", "Strong", "NonStruct", "Annot", "BibEntry"}
"""Kinds that stand in a line; whatever else holds text is a block."""
HEADINGS = {"H", "H1", "H2", "H3", "H4", "H5", "H6"}


@dataclass(eq=False, slots=True, repr=False)
class Element:
    """An element of the tree; written down with its parent and its kids, each would be the whole tree."""

    kind: str
    """Its standard type: ``P``, ``H2``, ``Figure`` ..."""
    parent: Element | None
    alt: str = ""
    language: str = ""
    kids: list[Element] = field(default_factory=list)

    @property
    def chain(self) -> Iterator[Element]:
        """Itself, what it stands in, and so on to the root."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent

    @property
    def block(self) -> Element:
        """The nearest element that isn't inline: a paragraph, a cell, a heading."""
        return next(element for element in self.chain if element.kind not in INLINE)

    def inside(self, *kinds: str) -> Element | None:
        """The nearest of these kinds that it is, or stands in."""
        return next((element for element in self.chain if element.kind in kinds), None)

    def all(self, *kinds: str) -> Iterator[Element]:
        """Those of these kinds in it, or of all kinds, in reading order."""
        for kid in self.kids:
            if not kinds or kid.kind in kinds:
                yield kid
            yield from kid.all(*kinds)


@dataclass(slots=True)
class Tree:
    """The whole tree, and the way from a page into it."""

    root: Element
    marks: dict[tuple[int, int], Element] = field(default_factory=dict)
    """By the page, counted from 1, and the number of the marked content."""
    annotations: dict[tuple[int, int], Element] = field(default_factory=dict)
    """By the object number of the annotation."""


def read_tree(pdf: pikepdf.Pdf) -> Tree:
    """Read it; a PDF without tags has a root and nothing in it."""
    tree = Tree(Element("Document", None))
    if "/StructTreeRoot" in pdf.Root:
        top = pdf.Root.StructTreeRoot
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        _read_kids(top.get("/K", []), tree.root, tree, pages, 0, dict(top.get("/RoleMap", {}).items()))
    return tree


def _read_kids(
    kids: Any, element: Element, tree: Tree, pages: dict[tuple[int, int], int], page: int, roles: dict[str, Any]
) -> None:
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if not isinstance(kid, pikepdf.Dictionary):
            tree.marks[page, int(kid)] = element
            continue
        here = pages.get(kid.Pg.objgen, page) if "/Pg" in kid else page
        if "/S" in kid:
            new = _element(kid, element, roles)
            element.kids.append(new)
            _read_kids(kid.get("/K", []), new, tree, pages, here, roles)
        elif "/MCID" in kid:
            tree.marks[here, int(kid.MCID)] = element
        elif "/Obj" in kid:
            tree.annotations[kid.Obj.objgen] = element


def _element(found: Any, parent: Element, roles: dict[str, Any]) -> Element:
    kind = str(found.S)
    alt = str(found.get("/Alt", found.get("/ActualText", "")))
    return Element(str(roles.get(kind, kind))[1:], parent, alt, str(found.get("/Lang", "")))

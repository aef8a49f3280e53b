"""A finished PDF as a screen reader gets it: the structure tree, with the text of each part."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pikepdf

TEXT = {"Tj", "TJ"}
PAINT = {*TEXT, "f", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh"}
BEGIN = {"BMC", "BDC"}
OUTSIDE = {"BT", "q", "Q", "cm", "re", "m", "Do", "sh"}
"""What ISO 32000-1, figure 9, has outside of text only."""
Place = tuple[int, int]
"""The number of a page or drawing among the objects of the file."""


@dataclass(eq=False)
class Element:
    """A structure element with what is in it, in order: elements, text, and annotations."""

    thing: Any
    tag: str
    parent: "Element | None" = None
    kids: list["Element | str"] = field(default_factory=list)
    marks: list[tuple[Place, int]] = field(default_factory=list)
    """Its marked content: where, and its number there."""
    annotations: list[Any] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(kid.text if isinstance(kid, Element) else kid for kid in self.kids)

    def __iter__(self) -> Iterator["Element"]:
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid

    def shape(self) -> object:
        """The tags and texts, nested: ``("P", "Lees ", ("Link", "hier"))``."""
        parts = (kid.shape() if isinstance(kid, Element) else kid for kid in self.kids)
        return (self.tag, *parts)


class Tagged:
    """The tree of one PDF."""

    def __init__(self, path: Path) -> None:
        self.pdf = pikepdf.open(path)
        self.pages = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}
        self.painted: dict[Place, Any] = {page.obj.objgen: page.obj for page in self.pdf.pages}
        """The pages, and the drawings on them in which something is marked."""
        self.loose: list[Place] = []
        """Those on which something is painted that is neither marked nor decoration."""
        self.tangled: list[Place] = []
        """Those on which operations stand where they may not."""
        self.texts: dict[Place, dict[int, str]] = {}
        """What is written in each marked content."""
        for page in self.pdf.pages:
            self._read(page.obj)
        self.document = self._element(self.pdf.Root.StructTreeRoot.K, None)

    def _read(self, painted: Any) -> None:
        here = painted.objgen
        fonts = {name: _meaning(font) for name, font in painted.Resources.get("/Font", {}).items()}
        found = self.texts[here] = {}
        stack: list[int | None] = []
        meaning: dict[int, str] = {}
        instructions = pikepdf.parse_content_stream(painted)
        if is_tangled([str(instruction.operator) for instruction in instructions]):
            self.tangled.append(here)
        for instruction in instructions:
            operands: Any = instruction.operands
            name = str(instruction.operator)
            if name in BEGIN:
                stack.append(int(operands[1]["/MCID"]) if name == "BDC" and "/MCID" in operands[1] else None)
                if stack[-1] is not None:
                    found.setdefault(stack[-1], "")
            elif name == "EMC":
                stack.pop()
            elif name == "Tf":
                meaning = fonts[str(operands[0])]
            elif name == "Do" and "/StructParents" in (drawing := painted.Resources.XObject[str(operands[0])]):
                self.painted[drawing.objgen] = drawing
                self._read(drawing)
            elif name in PAINT and not stack:
                self.loose.append(here)
            if name in TEXT and stack and stack[-1] is not None:
                found[stack[-1]] += _decoded(operands[0], meaning)

    def _element(self, thing: Any, parent: Element | None) -> Element:
        element = Element(thing, str(thing.S)[1:], parent)
        for kid in listed(thing.get("/K", [])):
            if isinstance(kid, int):
                self._mark(element, thing.Pg, kid)
            elif kid.get("/Type") == "/MCR":
                self._mark(element, kid.get("/Stm", kid.get("/Pg", thing.get("/Pg"))), int(kid.MCID))
            elif kid.get("/Type") == "/OBJR":
                element.annotations.append(kid.Obj)
            else:
                element.kids.append(self._element(kid, element))
        return element

    def _mark(self, element: Element, painted: Any, number: int) -> None:
        element.marks.append((painted.objgen, number))
        element.kids.append(self.texts.get(painted.objgen, {}).get(number, ""))

    @cached_property
    def elements(self) -> list[Element]:
        """All of them, in the order of the tree."""
        return list(self.document)

    @cached_property
    def targets(self) -> dict[str, int]:
        """The page, counted from 0, of each named destination."""
        root: Any = self.pdf.Root
        names: Any = pikepdf.NameTree(root.Names.Dests) if "/Names" in root and "/Dests" in root.Names else {}
        return {str(name): self.pages[place[0].objgen] for name, place in names.items()}

    @cached_property
    def parents(self) -> dict[int, pikepdf.Object]:
        """What the parent tree says under each number."""
        return dict(pikepdf.NumberTree(self.pdf.Root.StructTreeRoot.ParentTree).items())


def is_tangled(names: list[str]) -> bool:
    """Whether something else stands within a text, or a state isn't given back."""
    in_text = False
    for name in names:
        if in_text and name in OUTSIDE:
            return True
        in_text = name == "BT" or (in_text and name != "ET")
    return in_text or names.count("q") != names.count("Q")


def listed(thing: object) -> list[Any]:
    """What may be one thing or an array of them, as a list."""
    return list(thing) if isinstance(thing, pikepdf.Array | list) else [thing]


def _meaning(font: pikepdf.Object) -> dict[int, str]:
    """The text of each glyph of a font."""
    pairs = re.findall(rb"<([0-9a-f]{4})> <([0-9a-f]*)>", font.ToUnicode.read_bytes())
    return {int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for glyph, text in pairs}


def _decoded(shown: pikepdf.Object, meaning: dict[int, str]) -> str:
    strings = [bytes(part) for part in listed(shown) if isinstance(part, pikepdf.String)]
    return "".join(
        meaning.get(int.from_bytes(string[n : n + 2], "big"), "\ufffd")
        for string in strings
        for n in range(0, len(string), 2)
    )

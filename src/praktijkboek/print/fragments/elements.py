"""The structure tree of a unit, as objects of a fragment; what comes above it is the book's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from praktijkboek.print.fragments.painting import UnitPainting
from praktijkboek.print.fragments.template import ABSENT, in_piece, instruction
from praktijkboek.print.tags.node import Annotation, Node, Run
from praktijkboek.print.tags.tree import Tree
from praktijkboek.print.tags.writing import Writer, describe_tables, kids_of

HEADING = re.compile("H[1-6]")


class UnitWriter(Writer):
    """Writes the tree of one unit.

    :param pdf: pydyf's object, with its pages
    :param streams: those of the pages
    :param groups: the other streams in which something was marked
    :param painting: what knows the pieces
    """

    def __init__(self, pdf: Any, streams: list[Any], groups: list[Any], painting: UnitPainting) -> None:
        super().__init__(pdf, streams, groups)
        self.pages = tuple(instruction(f"o{number}") for number in pdf.pages["Kids"][::3])
        self.painting = painting
        self.elements: list[int] = []
        self.parents: list[bytes] = []
        self._pieces: dict[int, str] = {}

    def write(self, tree: Tree, part: str = "") -> None:
        """Add the tree without its root, and without the part that the unit is in."""
        describe_tables(tree)
        tops = list(kids_of(tree.document))
        if part:
            tops = [kid for top in tops if isinstance(top, Node) for kid in kids_of(top)]
        for top in tops:
            if isinstance(top, Node):
                self.elements.append(len(self.pdf.objects))
                self.write_node(top, instruction("gparent"))
        self._write_keys()

    def _type(self, node: Node) -> str | bytes:
        """That of a heading is for the file to say."""
        return instruction(f"h{node.tag[1:]}") if HEADING.fullmatch(node.tag) else super()._type(node)

    def _kid(self, kid: Node | Run | Annotation, page: int | None, parent: bytes) -> Iterator[Any]:
        if isinstance(kid, Run):
            for stream, number in kid.marks:
                piece = self.painting.piece_of_mark(stream, number)
                yield _in_piece(piece, self._mark(stream, number, kid.page, page))
        else:
            for part in super()._kid(kid, page, parent):
                yield _in_piece(self._piece(kid), part)

    def _piece(self, kid: Node | Run | Annotation) -> str:
        """The piece in which all of a kid is, or nothing."""
        if id(kid) not in self._pieces:
            if isinstance(kid, Annotation):
                found = {self.painting.piece_of_link(kid.thing)}
            elif isinstance(kid, Run):
                found = {self.painting.piece_of_mark(*mark) for mark in kid.marks}
            else:
                found = {self._piece(one) for one in kids_of(kid)}
            self._pieces[id(kid)] = found.pop() if len(found) == 1 else ""
        return self._pieces[id(kid)]

    def _write_keys(self) -> None:
        """What leads back from marked text and from annotations to their structure elements."""
        for key, stream in enumerate([*self.streams, *self.groups]):
            if key >= len(self.streams):
                stream.extra["StructParents"] = instruction(f"k{key}")
            marks = (
                _or_nothing(self.painting.piece_of_mark(stream, number), self.references[run.node])
                for number, run in enumerate(stream.runs)
            )
            self.parents.append(b"[" + b" ".join(marks) + b"]")
        for annotation, reference in self.annotations:
            annotation["StructParent"] = instruction(f"k{len(self.parents)}")
            self.parents.append(_or_nothing(self.painting.piece_of_link(annotation), reference))


def _in_piece(piece: str, part: Any) -> Any:
    """A number, a reference or a dictionary as part of a piece."""
    if not piece:
        return part
    return in_piece(piece, part if isinstance(part, bytes) else part.data if hasattr(part, "data") else b"%d" % part)


def _or_nothing(piece: str, reference: bytes) -> bytes:
    return in_piece(piece, reference) + in_piece(ABSENT + piece, b"null") if piece else reference

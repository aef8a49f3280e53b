"""The structure tree as objects of the PDF."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf

from praktijkboek.print.tags import tables
from praktijkboek.print.tags.node import Annotation, Node, Run
from praktijkboek.print.tags.tree import Tree

CELLS = {"TD", "TH"}
TEXTS = ("Alt", "Lang", "E", "ID")


class Writer:
    """Writes one tree to one PDF.

    :param pdf: pydyf's object, with its pages
    :param streams: those of the pages, with the runs that were marked in them
    :param groups: the other streams in which something was marked
    """

    def __init__(self, pdf: Any, streams: list[Any], groups: list[Any]) -> None:
        self.pdf = pdf
        self.streams, self.groups = streams, groups
        self.pages = pdf.page_references
        self.references: dict[Node, bytes] = {}
        self.names: dict[str, bytes] = {}
        self.annotations: list[tuple[Any, bytes]] = []

    def write(self, tree: Tree) -> None:
        """Add the tree, and what leads to it from the pages."""
        catalog = self.pdf.catalog
        root = pydyf.Dictionary({"Type": "/StructTreeRoot"})
        self.pdf.add_object(root)
        describe_tables(tree)
        self.write_node(tree.document, root.reference)
        root["K"] = self.references[tree.document]
        self._write_parents(root)
        names = [part for name in sorted(self.names) for part in (pydyf.String(name), self.names[name])]
        root["IDTree"] = pydyf.Dictionary({"Names": pydyf.Array(names)})
        catalog["StructTreeRoot"] = root.reference
        catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
        catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})

    def write_node(self, node: Node, parent: bytes) -> bytes:
        """Add a structure element with all that is in it.

        :returns: the reference to it
        """
        written = pydyf.Dictionary({"Type": "/StructElem", "S": self._type(node), "P": parent})
        self.pdf.add_object(written)
        reference: bytes = written.reference
        self.references[node] = reference
        for key in TEXTS:
            if key in node.entries:
                written[key] = pydyf.String(node.entries[key])
        if "ID" in node.entries:
            self.names[node.entries["ID"]] = reference
        if node.attributes:
            attributes = [self._attributes(values) for values in node.attributes]
            written["A"] = attributes[0] if len(attributes) == 1 else pydyf.Array(attributes)
        kids = list(kids_of(node))
        page = next((kid.page for kid in kids if not isinstance(kid, Node)), None)
        if page is not None:
            written["Pg"] = self.pages[page]
        written["K"] = pydyf.Array(part for kid in kids for part in self._kid(kid, page, reference))
        return reference

    def _type(self, node: Node) -> str | bytes:
        """The structure type of a node as a name of PDF."""
        return f"/{node.tag}"

    def _kid(self, kid: Node | Run | Annotation, page: int | None, parent: bytes) -> Iterator[Any]:
        if isinstance(kid, Node):
            yield self.write_node(kid, parent)
        elif isinstance(kid, Annotation):
            self.annotations.append((kid.thing, parent))
            yield pydyf.Dictionary({"Type": "/OBJR", "Obj": kid.thing.reference, "Pg": self.pages[kid.page]})
        else:
            for stream, number in kid.marks:
                yield self._mark(stream, number, kid.page, page)

    def _mark(self, stream: Any, number: int, page: int, own: int | None) -> Any:
        on_page = stream is self.streams[page]
        if on_page and page == own:
            return number
        mark = pydyf.Dictionary({"Type": "/MCR", "Pg": self.pages[page], "MCID": number})
        if not on_page:
            mark["Stm"] = stream.reference
        return mark

    def _attributes(self, values: dict[str, Any]) -> Any:
        return pydyf.Dictionary(
            {
                key: pydyf.Array([pydyf.String(part) if isinstance(part, str) else part for part in value])
                if isinstance(value, list)
                else value
                for key, value in values.items()
            }
        )

    def _write_parents(self, root: Any) -> None:
        """What leads back from marked text and from annotations to their structure elements."""
        numbers: list[Any] = []
        for key, stream in enumerate([*self.streams, *self.groups]):
            if key >= len(self.streams):
                stream.extra["StructParents"] = key
            numbers += [key, pydyf.Array(self.references[run.node] for run in stream.runs)]
        for key, (annotation, reference) in enumerate(self.annotations, start=len(numbers) // 2):
            annotation["StructParent"] = key
            numbers += [key, reference]
        parents = pydyf.Dictionary({"Nums": pydyf.Array(numbers)})
        self.pdf.add_object(parents)
        root["ParentTree"] = parents.reference
        root["ParentTreeNextKey"] = len(numbers) // 2


def kids_of(node: Node) -> Iterator[Node | Run | Annotation]:
    """The kids of a node, without what is empty; those of a ``div`` that says nothing in its place."""
    for kid in node.kids:
        if not isinstance(kid, Node):
            yield kid
        elif kid.tag == "Div" and not _says_something(kid):
            yield from kids_of(kid)
        elif not _is_empty(kid):
            yield kid


def _says_something(div: Node) -> bool:
    """Whether it has a language, or keeps a caption with what it is of."""
    return bool(div.entries) or any(isinstance(kid, Node) and kid.tag == "Caption" for kid in div.kids)


def _is_empty(node: Node) -> bool:
    if node.tag in CELLS:
        return False
    return all(_is_empty(kid) if isinstance(kid, Node) else isinstance(kid, Run) and not kid.marks for kid in node.kids)


def describe_tables(tree: Tree) -> None:
    """Say of the cells of all tables which headers are theirs."""
    waiting, number = [tree.document], 0
    while waiting:
        node = waiting.pop()
        if node.tag == "Table":
            number += 1
            tables.describe(node, f"{tree.name}kop-{number}")
        waiting.extend(kid for kid in node.kids if isinstance(kid, Node))

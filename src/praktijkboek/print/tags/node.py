"""The parts of a structure tree, before they are written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

GROUPING = {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "TOCI"}
"""What holds paragraphs and no loose text."""


@dataclass(eq=False, slots=True)
class Run:
    """Text or a picture of one node on one page, as it is painted."""

    node: Node
    page: int
    """Counted from 0."""
    marks: list[tuple[Any, int]] = field(default_factory=list)
    """The streams in which it stands, with its number there; mostly one."""


@dataclass(eq=False, slots=True)
class Annotation:
    """A link's place on a page."""

    page: int
    thing: Any
    """WeasyPrint's dictionary of it."""


@dataclass(eq=False, slots=True)
class Node:
    """One structure element."""

    tag: str
    order: int
    """Where its element stands in the HTML."""
    parent: Node | None = None
    element: Any = None
    kids: list[Node | Run | Annotation] = field(default_factory=list)
    entries: dict[str, Any] = field(default_factory=dict)
    """What else it says: ``Alt``, ``Lang``, ``ID`` ..."""
    attributes: list[dict[str, Any]] = field(default_factory=list)
    latest: int = -1
    """The highest order among its kids."""
    loose: bool = False
    """Whether it was made to hold loose text, rather than from an element."""

    def add(self, kid: Node) -> Node:
        """Take a node in: behind what stands there, but never behind what follows it in the HTML (a float may)."""
        kid.parent = self
        if kid.order >= self.latest:
            self.kids.append(kid)
            self.latest = kid.order
        else:
            behind = (n for n, other in enumerate(self.kids) if isinstance(other, Node) and other.order > kid.order)
            self.kids.insert(next(behind), kid)
        return kid

    def for_text(self) -> Node:
        """Where loose text and what stands between text belongs: a node that holds paragraphs makes one."""
        if self.tag not in GROUPING:
            return self
        last = self.kids[-1] if self.kids else None
        if isinstance(last, Node) and last.loose:
            return last
        tag = "Reference" if self.tag == "TOCI" else "P"
        return self.add(Node(tag, max(self.latest, self.order), loose=True))

    def runs(self) -> list[Run]:
        """Its own text, without that of the nodes in it."""
        return [kid for kid in self.kids if isinstance(kid, Run)]

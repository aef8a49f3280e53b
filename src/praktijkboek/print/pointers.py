"""Which references get "(zie p. 45)" behind them."""

from __future__ import annotations

from docutils import nodes

WITHOUT = {"in-het-kort", "veldoverzicht"}
"""Where it would crowd: the fact sheet, and the guide's list of all fields."""


def point(doctree: nodes.document) -> None:
    """Mark with the class ``verwijzing`` each reference inside the book, but not twice the same in one paragraph."""
    seen: set[tuple[int, str]] = set()
    for link in doctree.findall(nodes.reference):
        if "refid" not in link or _crowds(link):
            continue
        key = (id(link.parent), link["refid"])
        if key not in seen:
            link["classes"].append("verwijzing")
        seen.add(key)


def _crowds(link: nodes.reference) -> bool:
    node: nodes.Node | None = link.parent
    while isinstance(node, nodes.Element):
        if isinstance(node, nodes.title) or WITHOUT & set(node["classes"]):
            return True
        node = node.parent
    return False

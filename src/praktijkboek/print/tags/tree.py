"""Structure elements from HTML elements, made when something of them is met."""

from __future__ import annotations

from typing import Any

from sphinx.util import logging

from praktijkboek.print.tags import roles
from praktijkboek.print.tags.node import Node

LOGGER = logging.getLogger(__name__)
INNER = {"LI": "LBody", "pre": "Code"}
"""What holds the text of a list item, which has a label too, and of a block of code."""


class Tree:
    """The structure elements of one document.

    :param html: the root of its HTML, an ``xml.etree`` element
    :param name: what the names in it start with, so that they are unique in the book
    """

    def __init__(self, html: Any, name: str = "") -> None:
        self.document = Node("Document", 0, element=html)
        self.name = name
        self.orders: dict[int, int] = {}
        self.parents: dict[int, Any] = {}
        self.hidden: set[int] = set()
        """Elements that are not read."""
        self.notes: set[int] = set()
        self._html = html  # keeps the elements alive: they are known by their id
        self._nodes: dict[int, Node] = {id(html): self.document}
        self._learn(html)

    def _learn(self, html: Any) -> None:
        """Keep of each element where it stands, its parent, and whether it is hidden or a footnote."""
        for order, element in enumerate(html.iter()):
            self.orders[id(element)] = order
            if roles.is_note(element):
                self.notes.add(id(element))
            if id(element) in self.hidden or roles.is_hidden(element):
                self.hidden.add(id(element))
                self.hidden.update(id(child) for child in element)
            for child in element:
                self.parents[id(child)] = element

    def node(self, element: Any) -> Node:
        """The node in which the text of an element goes."""
        found = self._nodes.get(id(element))
        if found is None:
            found = self._nodes[id(element)] = self._make(element)
        return found

    def _make(self, element: Any) -> Node:
        parent_element = self.parents[id(element)]
        parent = self.node(parent_element)
        role = roles.role(element)
        if role is None:
            return parent
        order = self.orders[id(element)]
        if role == "Note":
            return self._note(element)
        if role in {"L", "LI"} and self._in_contents(element):
            role = roles.IN_CONTENTS[role]
        if role == "Sect" and parent_element.tag == "body":
            role = "Part"
        if element.tag in {"dt", "dd"}:
            parent = self._item_of(parent, element, order)
        node = Node(role, order, element=element)
        (parent if role in roles.BLOCK_LEVEL else parent.for_text()).add(node)
        self._describe(node)
        inner = INNER.get(role if role == "LI" else element.tag)
        return node.add(Node(inner, order)) if inner else node

    def _in_contents(self, element: Any) -> bool:
        while element.tag not in {"nav", "body"}:
            element = self.parents[id(element)]
        return element.tag == "nav" and roles.CONTENTS in roles.classes(element)

    @staticmethod
    def _item_of(list_node: Node, element: Any, order: int) -> Node:
        """The item of a list of terms in which a ``dt`` or ``dd`` goes: each term starts one."""
        last = list_node.kids[-1] if list_node.kids else None
        if element.tag == "dd" and isinstance(last, Node) and last.kids:
            return last
        return list_node.add(Node("LI", order))

    def _describe(self, node: Node) -> None:
        """Say what the type doesn't say."""
        element = node.element
        if language := element.get("lang"):
            node.entries["Lang"] = language
        if element.tag == "abbr":
            node.entries["E"] = element.get("title")
        if node.tag == "L":
            node.attributes.append({"O": "/List", "ListNumbering": "/None"})

    def label(self, item: Any) -> Node:
        """Where the marker of a list item goes."""
        body = self.node(item)
        owner = body.parent if body.tag == "LBody" and body.parent else body
        return self._label_in(owner, owner.order)

    @staticmethod
    def _label_in(owner: Node, order: int) -> Node:
        for kid in owner.kids:
            if isinstance(kid, Node) and kid.tag == "Lbl":
                return kid
        label = Node("Lbl", order, owner)
        if owner.tag == "LI" and owner.parent is not None and owner.parent.tag == "L":
            owner.parent.attributes[0]["ListNumbering"] = f"/{roles.numbering(owner.parent.element)}"
        owner.kids.insert(0, label)
        return label

    def note_label(self, element: Any) -> Node:
        """Where the number before a footnote goes: a link back to its call."""
        note = self.node(element)
        label = self._label_in(note, note.order)
        return label.kids[0] if label.kids else label.add(Node("Link", note.order, element=element))  # type: ignore[return-value]

    def _note(self, element: Any) -> Node:
        """A footnote, where its call stands in the text."""
        order = self.orders[id(element)]
        around = self.node(self.parents[id(element)])
        note = Node("Note", order, element=element)
        note.entries["ID"] = f"{self.name}noot-{order}"
        (around if around.tag == "Sect" and element.tag != "span" else around.for_text()).add(note)
        return note

    def call(self, element: Any) -> Node:
        """The call of a footnote: a link in a reference, right before the note."""
        note = self.node(element)
        around = note.parent
        assert around is not None
        before = around.kids[around.kids.index(note) - 1] if around.kids[0] is not note else None
        if isinstance(before, Node) and before.tag == "Reference" and before.element is element:
            return before.kids[0]  # type: ignore[return-value]
        reference = Node("Reference", note.order, around, element)
        around.kids.insert(around.kids.index(note), reference)
        return reference.add(Node("Link", note.order, element=element))

    def picture(self, element: Any) -> Node:
        """A figure with its text."""
        node = self.node(element)
        alternative = roles.alternative(element)
        if alternative is None:
            LOGGER.warning("Een beeld van het boek heeft geen beschrijving: %s.", element.get("src"), type="boek")
        else:
            node.entries["Alt"] = alternative
        return node

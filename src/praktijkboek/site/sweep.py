"""The last look at a case's text: what may not be on a page is taken away, whoever put it there.

It trusts no parser. A kind of node or an attribute that is not on the list goes; links go nowhere but to pages, mail
and telephone; pictures are the case's own. It runs when the tree is complete and before Sphinx notes anything from it
(labels, index, pictures, downloads, contents); the facts of the case, which the book makes itself, come after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from praktijkboek.site.trust import is_trusted, is_web_address, own_picture, warn_left_out

DEEPEST = 150
"""A tree that goes deeper than this (eight blocks with lists in them go to 60) ends Python or the browser."""

NOTHING: frozenset[str] = frozenset()
LISTS = frozenset({"ids", "classes", "names", "dupnames", "backrefs"})
"""Attributes that docutils expects on every element."""
ALLOWED: dict[type[nodes.Element], frozenset[str]] = {
    **dict.fromkeys((nodes.paragraph, nodes.emphasis, nodes.strong, nodes.inline, nodes.title, nodes.literal), NOTHING),
    **dict.fromkeys((nodes.list_item, nodes.definition_list, nodes.definition_list_item, nodes.term), NOTHING),
    **dict.fromkeys((nodes.definition, nodes.block_quote, nodes.attribution, nodes.transition, nodes.label), NOTHING),
    **dict.fromkeys((nodes.note, nodes.tip, nodes.important, nodes.warning), NOTHING),
    **dict.fromkeys((nodes.thead, nodes.tbody, nodes.row, nodes.entry, nodes.caption, nodes.legend), NOTHING),
    **dict.fromkeys((nodes.table, nodes.figure), frozenset({"ids"})),
    nodes.section: frozenset({"ids", "slug"}),
    nodes.rubric: frozenset({"ids", "slug", "level"}),
    nodes.bullet_list: frozenset({"bullet"}),
    nodes.enumerated_list: frozenset({"enumtype", "prefix", "suffix", "start"}),
    nodes.tgroup: frozenset({"cols"}),
    nodes.colspec: frozenset({"colwidth"}),
    nodes.literal_block: frozenset({"xml:space"}),
    nodes.footnote: frozenset({"ids", "backrefs", "auto"}),
    nodes.footnote_reference: frozenset({"ids", "auto", "refid"}),
    nodes.image: frozenset({"uri", "alt"}),
    nodes.reference: frozenset({"refuri", "refid", "id_link", "reftitle"}),
    addnodes.pending_xref: frozenset(
        {"refdomain", "reftype", "reftarget", "reftargetid", "refdoc", "refexplicit", "reflocalid", "reftitle"}
    ),
}
CLASSES = frozenset(
    {"citaat", "text-left", "text-right", "text-center", "colwidths-auto", "simple", "myst", "footnotes"}
)
"""The classes that the book's own parser and blocks give."""
PAGES_IDS = re.compile(
    "pst-.*|praktijk-.*|search.*|main-content|bd-.*|ethical-.*|in-het-kort|gelijkaardig|bronnen|noten|over-deze-tekst"
)
"""The ids that the page has for its own parts, and its scripts look for."""
LINKS = (nodes.reference, addnodes.pending_xref, addnodes.download_reference)
QUIET = (nodes.comment, nodes.substitution_definition, nodes.system_message, nodes.problematic, nodes.target)
"""Goes without a word: MyST makes it itself, or said something already."""
BREAK = "<br />\n"
"""How MyST says that a line ends here: the one piece of HTML that is let through."""


class Sweep(SphinxTransform):
    """Take away from a case what is not on the lists."""

    default_priority = 845  # after all that changes the tree, before Sphinx's domains (850) and collectors look at it

    def apply(self, **kwargs: Any) -> None:
        """Sweep the page that is read now; a chapter is left alone."""
        del kwargs
        if is_trusted(self.env.docname):
            return
        if files := self._files_read():
            self._say(self.document, f"De tekst, die {', '.join(files)} wilde openen,")
            _keep_title(self.document)
        self._sweep()
        for link in [link for link in self.document.findall(nodes.reference) if not link.children]:
            link.parent.remove(link)  # round a picture that went
        # No name that an author gave is known outside the page; footnotes have found each other by now.
        self.document.nametypes.clear()
        self.document.attributes.pop("title", None)
        metadata = self.env.metadata[self.env.docname]
        self.env.metadata[self.env.docname] = {key: metadata[key] for key in ("myst_slugs",) if key in metadata}

    def _files_read(self) -> list[str]:
        """The files that were opened to make the tree: a case is made from its own text only."""
        env, name = self.env, self.env.docname
        noted = [str(path) for path in env.dependencies.pop(name, ())] + sorted(env.included.pop(name, ()))
        recorded = self.document.settings.record_dependencies
        noted += list(recorded.list) if recorded else []
        return sorted({Path(path).name for path in noted if Path(path).name != "docutils.conf"})

    def _sweep(self) -> None:
        todo: list[tuple[nodes.Element, int]] = [(self.document, 0)]
        while todo:
            node, depth = todo.pop()
            position = 0
            while position < len(node.children):
                child = node.children[position]
                kept = self._kept(child, depth)
                if kept != [child]:
                    node[position : position + 1] = kept
                    continue
                if isinstance(child, nodes.Element) and not isinstance(child, nodes.raw):
                    self._strip(child)
                    todo.append((child, depth + 1))
                position += 1

    def _kept(self, node: nodes.Node, depth: int) -> Sequence[nodes.Node]:
        """What stays in the place of a node: itself, of a wrong link its text, or nothing."""
        if type(node) is nodes.Text or _is_break(node):
            return [node]
        if depth > DEEPEST:
            return self._gone(node, "Tekst die te diep in elkaar zit")
        if isinstance(node, LINKS):
            return [node] if _is_safe_link(node) else self._gone(node, f"De link in `{node.astext()}`", node.children)
        if isinstance(node, nodes.image) and own_picture(self.env, self.env.docname, node.get("uri", "")) is None:
            return self._gone(node, f"De foto `{node.get('uri')}`")
        if type(node) in ALLOWED:
            return [node]
        return [] if _is_quiet(node) else self._gone(node, f"Iets van de soort `{type(node).__name__}`")

    def _gone(self, node: nodes.Node, what: str, left: Sequence[nodes.Node] = ()) -> Sequence[nodes.Node]:
        self._say(node, what)
        return left

    def _strip(self, node: nodes.Element) -> None:
        """Leave a node the attributes on its list, and the classes that are the book's own."""
        allowed = ALLOWED[type(node)]
        for name in [name for name in node.attributes if name not in allowed]:
            if name == "classes":
                node["classes"] = [word for word in node["classes"] if word in CLASSES]
            elif name in LISTS:
                node[name] = []
            else:
                del node[name]
        node["ids"] = [self._own_id(identifier) for identifier in node["ids"]]
        if isinstance(node, nodes.literal_block):
            node["language"] = "none"

    def _own_id(self, identifier: str) -> str:
        """The id, or another where the page itself has one of that name."""
        if not PAGES_IDS.fullmatch(identifier):
            return identifier
        own = f"tekst-{identifier}"
        if identifier in self.document.ids:
            self.document.ids[own] = self.document.ids.pop(identifier)
        return own

    def _say(self, node: nodes.Node, what: str) -> None:
        warn_left_out(what, self.env.docname, node.line or 1)


def _is_break(node: nodes.Node) -> bool:
    return isinstance(node, nodes.raw) and node.astext() == BREAK and node.get("format") == "html"


def _is_quiet(node: nodes.Node) -> bool:
    return isinstance(node, QUIET) or (isinstance(node, nodes.raw) and node.get("format") == "latex")


def _is_safe_link(node: nodes.Element) -> bool:
    """Whether a link goes to the web, to mail or telephone, to a part of the page or, as MyST makes it, to a page."""
    if isinstance(node, addnodes.pending_xref):
        return node.get("reftype") == "myst" and ":" not in str(node.get("reftarget"))
    if type(node) is not nodes.reference:
        return False
    address = node.get("refuri")
    return "refid" in node if address is None else address.startswith("#") or is_web_address(address)


def _keep_title(document: nodes.document) -> None:
    """Leave nothing of a page but its title."""
    title = next((node.astext() for node in document.findall(nodes.title)), document["source"])
    document.children.clear()
    document += nodes.section("", nodes.title("", title), ids=["praktijk"])

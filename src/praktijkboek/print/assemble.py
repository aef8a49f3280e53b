"""The documents of the book in the order of its tables of contents, with ids and links that hold in one file.

All cases have the same headings, so every id is prefixed by its document before anything is rendered: sphinx's own
``singlehtml`` doesn't do so, and its links go to the first case (sphinx issues 4814, 13149).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docutils import nodes
from sphinx import addnodes
from sphinx.environment import BuildEnvironment

from praktijkboek.print.addresses import write_out
from praktijkboek.print.figures import set_figures
from praktijkboek.print.footnotes import to_foot
from praktijkboek.print.pointers import point
from praktijkboek.print.tables import set_tables

SCHEME = "boek:"
"""How the builder writes a link to another document, until the link is made here."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the book: a caption of the root document, the line above it, and its documents in order."""

    title: str
    line: str
    documents: tuple[str, ...]


def parts(env: BuildEnvironment, root: str) -> list[Part]:
    """The parts that the root document names."""
    toctrees = env.get_doctree(root).findall(addnodes.toctree)
    return [
        Part(
            tree["caption"] or "",
            _line_above(tree),
            tuple(n for _, entry in tree["entries"] for n in _with_children(env, entry)),
        )
        for tree in toctrees
    ]


def _line_above(toctree: addnodes.toctree) -> str:
    """What the paragraph just above a list of contents says of its part; nothing if there is none."""
    wrapper = toctree.parent
    place = wrapper.parent.index(wrapper)
    before = wrapper.parent[place - 1] if place else None
    return before.astext() if isinstance(before, nodes.paragraph) else ""


def _with_children(env: BuildEnvironment, name: str) -> Iterator[str]:
    yield name
    for child in env.toctree_includes.get(name, ()):
        yield from _with_children(env, child)


def anchor(document_name: str, identifier: str = "") -> str:
    """The id in the book of a document, or of an id inside it: ``onder-t-perron--lessen``."""
    words = [word for word in document_name.split("/") if word not in {"book", "cases", "index"}]
    return "-".join(words) + (f"--{identifier}" if identifier else "")


def resolved(env: BuildEnvironment, name: str) -> nodes.document:
    """The doctree of a document for print: references resolved, ids prefixed, no lists of contents."""
    doctree = env.get_doctree(name)
    for toctree in list(doctree.findall(addnodes.toctree)):
        toctree.parent.remove(toctree)
    env.apply_post_transforms(doctree, name)
    to_foot(doctree)
    for node in doctree.findall(nodes.Element):
        _prefix(node, name)
    for link in doctree.findall(nodes.reference):
        _unwrap(link)
    point(doctree)
    write_out(doctree)
    set_tables(doctree)
    set_figures(doctree)
    return doctree


def _unwrap(link: nodes.reference) -> None:
    """Take the inline around a link's text away, also that of code: a Span in a Link says nothing more to a reader."""
    for inline in [node for node in link.findall(nodes.Element) if type(node) in {nodes.inline, nodes.literal}]:
        inline.parent.replace(inline, list(inline.children))


def _prefix(node: nodes.Element, name: str) -> None:
    """Make the ids of a node, and what it points at, those of the whole book."""
    for attribute in ("ids", "backrefs"):
        if node.get(attribute):
            node[attribute] = [anchor(name, identifier) for identifier in node[attribute]]
    if "refid" in node:
        node["refid"] = anchor(name, node["refid"])
    if isinstance(node, nodes.reference) and node.get("refuri", "").startswith(SCHEME):
        target, _, identifier = node["refuri"].removeprefix(SCHEME).partition("#")
        del node["refuri"]
        node["refid"] = anchor(target, identifier)

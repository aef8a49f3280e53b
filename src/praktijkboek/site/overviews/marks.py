"""Two nodes that docutils lacks: a mark that is only there to be seen, and a page number, only there on paper."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator


class mark(nodes.Inline, nodes.TextElement):  # noqa: N801 - docutils' nodes are named so
    """A bar, a pin, a line to write on; ``style`` places it, and a screen reader passes it by.

    With ``links`` it holds what a reader can follow, and is not passed by.
    """


class page_number(nodes.Inline, nodes.Element):  # noqa: N801 - as above
    """The page on which ``document`` starts, or on which its ``identifier`` stands; nothing on the site."""


def page(document: str, identifier: str = "") -> page_number:
    """The number of a page of the printed book."""
    return page_number(document=document, identifier=identifier)


def only(where: str, *parts: nodes.Node) -> addnodes.only:
    """What only the site (``html``) or only the printed book (``boek``) shows."""
    kept = addnodes.only(expr=where)
    kept += parts
    return kept


def connect(app: Sphinx) -> None:
    """Say how both are written; on paper ``BookTranslator`` writes the page number."""
    written = (_visit_mark, _depart_mark)
    app.add_node(mark, html=written, boek=written)
    app.add_node(page_number, html=(_skip, None))


def _visit_mark(writer: HTML5Translator, node: mark) -> None:
    attributes: dict[str, Any] = {} if node.get("links") else {"aria-hidden": "true"}
    if "style" in node:
        attributes["style"] = node["style"]
    writer.body.append(writer.starttag(node, "span", "", **attributes))


def _depart_mark(writer: HTML5Translator, node: mark) -> None:
    del node
    writer.body.append("</span>")


def _skip(writer: Any, node: page_number) -> None:
    del writer, node
    raise nodes.SkipNode

"""``{controlelijst}`` and ``{werkblad}``: what a reader ticks and fills in on paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from praktijkboek.site.overviews.marks import mark, only


class Checklist(SphinxDirective):
    """``{controlelijst}``: a list of which each point has a box; in print on one page."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """The list in a block of its own."""
        body = self.parse_content_to_nodes()
        if not any(isinstance(node, nodes.bullet_list) for node in body):
            raise self.error("controlelijst: schrijf een lijst met een streepje voor elk punt")
        return [nodes.container("", *body, classes=["controlelijst"])]


class Worksheet(SphinxDirective):
    """``{werkblad}``: a list of questions; on paper with ``:regels:`` lines to write on behind each, on one page."""

    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], int]]] = {"regels": directives.positive_int}

    def run(self) -> list[nodes.Node]:
        """The questions, each with its lines."""
        body = self.parse_content_to_nodes()
        questions = [item for part in body for item in part.findall(nodes.list_item)]
        if not questions:
            raise self.error("werkblad: schrijf een lijst met een streepje of een nummer voor elke vraag")
        count = self.options.get("regels", 3)
        for question in questions:
            question.append(only("boek", *(mark("", "", classes=["schrijfregel"]) for _ in range(count))))
        return [nodes.container("", *body, classes=["werkblad"])]

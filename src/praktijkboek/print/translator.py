"""Doctree to HTML for WeasyPrint: plain elements that become the right tags in the PDF."""

from __future__ import annotations

import re
from collections.abc import Callable

from docutils import nodes
from docutils.nodes import Element
from sphinx.writers.html5 import HTML5Translator

from praktijkboek.print.addresses import Adres
from praktijkboek.print.assemble import anchor
from praktijkboek.print.footnotes import Voetnoot
from praktijkboek.print.references import placeholder

CHAPTER_LEVEL = 2
"""The heading of a chapter or case: the title of its part is the h1."""


class BookTranslator(HTML5Translator):
    """Sphinx's HTML, less what only a browser needs, and with field lists as tables with row headers."""

    def __init__(self, document: nodes.document, builder: object) -> None:
        super().__init__(document, builder)  # type: ignore[arg-type]
        self.icon: Callable[[str], str] = builder.icon  # type: ignore[attr-defined]
        self.initial_header_level = CHAPTER_LEVEL

    def depart_reference(self, node: nodes.reference) -> None:
        """Behind a reference to another document comes the page where it starts."""
        if "verwijzing" in node["classes"]:
            self.body.append(f'<span class="zie"> (zie\u00a0p.\u00a0{placeholder(node["refid"])})</span>')
        super().depart_reference(node)

    def add_fignumber(self, node: Element) -> None:
        """Pictures have no numbers; Sphinx would warn of those that have no id."""

    def visit_page_number(self, node: Element) -> None:
        """A link that shows nothing but its page."""
        target = anchor(node["document"], node["identifier"])
        self.body.append(f'<a class="blad" href="#{target}">{placeholder(target)}</a>')
        raise nodes.SkipNode

    def visit_Voetnoot(self, node: Voetnoot) -> None:  # noqa: N802 - docutils looks for the name of the class
        """The text of a note, where it is referred to; ``case.css`` puts it at the foot of the page."""
        self.body.append(self.starttag(node, "span", "", **{"data-nummer": node["nummer"]}))

    def depart_Voetnoot(self, node: Voetnoot) -> None:  # noqa: N802 - as above
        """Close the note."""
        del node
        self.body.append("</span>")

    def visit_Adres(self, node: Adres) -> None:  # noqa: N802 - as above
        """An address, in which a line may end behind a slash or a full stop: not behind a hyphen."""
        pieces = re.split(r"(?<=[/.])(?=[^/.)])", self.encode(node.astext()))
        self.body.append(self.starttag(node, "span", ""))
        self.body.append("<wbr>".join(f'<span class="stuk">{piece}</span>' for piece in pieces))
        self.body.append("</span>")
        raise nodes.SkipNode

    def visit_entry(self, node: nodes.entry) -> None:
        """A cell; the head of a column or a row says so."""
        super().visit_entry(node)
        scope = "col" if isinstance(node.parent.parent, nodes.thead) else "row"
        self.body[-1] = self.body[-1].replace("<th", f'<th scope="{scope}"', 1)

    def visit_field_list(self, node: Element) -> None:
        """A table: of each value is said which fact it is of."""
        self.body.append(self.starttag(node, "table", CLASS="veldlijst"))
        self.body.append("<tbody>")

    def depart_field_list(self, node: Element) -> None:
        """Close the table."""
        del node
        self.body.append("</tbody></table>\n")

    def visit_field(self, node: Element) -> None:
        """One row; its class is the kind of fact."""
        self.body.append(self.starttag(node, "tr", ""))

    def depart_field(self, node: Element) -> None:
        """Close the row; a space behind it would show in the fact sheet."""
        del node
        self.body.append("</tr>")

    def visit_field_name(self, node: Element) -> None:
        """The header of the row, with an icon that says no more than its word."""
        self.body.append('<th scope="row">')
        for kind in node.parent["classes"]:
            if address := self.icon(kind):
                self.body.append(f'<img class="icoon" src="{address}" alt="">')

    def depart_field_name(self, node: Element) -> None:
        """Close the header."""
        del node
        self.body.append("</th>")

    def visit_field_body(self, node: Element) -> None:
        """The value."""
        del node
        self.body.append("<td>")

    def depart_field_body(self, node: Element) -> None:
        """Close the value."""
        del node
        self.body.append("</td>")

    def visit_definition_list(self, node: Element) -> None:
        """A list of terms."""
        self.body.append(self.starttag(node, "dl", CLASS="begrippen"))

    def depart_definition_list(self, node: Element) -> None:
        """Close the list."""
        del node
        self.body.append("</dl>\n")

    def visit_definition_list_item(self, node: Element) -> None:
        """A term with what it means, kept together."""
        self.body.append(self.starttag(node, "div", CLASS="begrip"))

    def depart_definition_list_item(self, node: Element) -> None:
        """Close both."""
        del node
        self.body.append("</div>\n")

    def visit_term(self, node: Element) -> None:
        """The term itself."""
        self.body.append(self.starttag(node, "dt", "", CLASS="term"))

    def depart_term(self, node: Element) -> None:
        """Close the term."""
        del node
        self.body.append("</dt>\n")

    def visit_definition(self, node: Element) -> None:
        """What a term means."""
        self.body.append(self.starttag(node, "dd", CLASS="uitleg"))

    def depart_definition(self, node: Element) -> None:
        """Close the meaning."""
        del node
        self.body.append("</dd>\n")

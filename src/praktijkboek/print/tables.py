"""Tables on paper: columns of figures at the right, long tables over more than one page."""

from __future__ import annotations

import re

from docutils import nodes

FIGURE = re.compile(r"[-−+±<>~]?\s*(€\s*)?[.,]?\d[\d.,\s]*(%|€|euro|km|uur|m²|kg)?", re.IGNORECASE)
NOTHING = {"", "-", "–", "—", "?", "/", "onbekend"}
"""What stands in a column of figures where there is none."""
LONG = 14
"""A table of more rows may go on on the next page: fewer fit on what is left of most pages."""


def set_tables(doctree: nodes.document) -> None:
    """Give the cells of columns of figures the class ``getal``, and a long table ``lang``.

    The first column names the rows, whatever it holds; nothing above it says so: its cells are headers.
    """
    for table in doctree.findall(nodes.table):
        heads, rows = _cells(table, nodes.thead), _cells(table, nodes.tbody)
        if any(row and not row[0].astext().strip() for row in heads):
            next(iter(table.findall(nodes.colspec)))["stub"] = 1
        if len(rows) > LONG:
            table["classes"].append("lang")
        for i, cells in enumerate(zip(*rows, strict=False)):
            if i and is_of_figures([cell.astext().strip() for cell in cells]):
                for cell in [*(row[i] for row in heads if i < len(row)), *cells]:
                    cell["classes"].append("getal")


def _cells(table: nodes.table, part: type[nodes.Element]) -> list[list[nodes.entry]]:
    """The cells of the rows of the head or the body of a table."""
    return [list(row.findall(nodes.entry)) for found in table.findall(part) for row in found.findall(nodes.row)]


def is_of_figures(words: list[str]) -> bool:
    """Whether a column holds figures, or says that there is none."""
    figures = [word for word in words if word.casefold() not in NOTHING]
    return bool(figures) and all(map(FIGURE.fullmatch, figures))

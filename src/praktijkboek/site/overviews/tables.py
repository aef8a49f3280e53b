"""Tables of overviews: header cells above and at the left, so that they read well aloud too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docutils import nodes

Inline = str | nodes.Node


def cell(*parts: Inline, kind: str = "") -> nodes.entry:
    """A cell with one line of text; ``kind`` is its class."""
    content = [nodes.Text(part) if isinstance(part, str) else part for part in parts]
    return nodes.entry("", nodes.paragraph("", "", *content), classes=[kind] if kind else [])


def spelled(shown: str, meaning: str) -> nodes.abbreviation:
    """What stands short in a narrow column, with the words that a screen reader says for it."""
    return nodes.abbreviation("", shown, explanation=meaning)


def page_head(kind: str = "blz") -> nodes.entry:
    """The head of a column of page numbers."""
    return cell(spelled("p.", "bladzijde"), kind=kind)


def table(kind: str, heads: Sequence[nodes.entry], bodies: Iterable[Sequence[nodes.row]], stub: int = 0) -> nodes.table:
    """A table with a row of heads and groups of rows; the cell in column ``stub`` is the head of its row."""
    columns = (nodes.colspec(colwidth=1, stub=1 if i == stub else None) for i in range(len(heads)))
    groups = (nodes.tbody("", *rows) for rows in bodies)
    group = nodes.tgroup("", *columns, nodes.thead("", nodes.row("", *heads)), *groups, cols=len(heads))
    return nodes.table("", group, classes=["overzicht", kind, "no-search"])

"""Looks at tables that go on overleaf."""

from __future__ import annotations

from collections.abc import Iterator

from proof.document import Document
from proof.finding import Finding, Paper
from proof.tree import Element


def without_header(document: Document, paper: Paper) -> Iterator[Finding]:
    """A page on which a table goes on without the names of its columns."""
    del paper
    for table in document.tree.root.all("Table"):
        names = [document.text(cell) for cell in _column_names(table)]
        pages = sorted({line.page for line in document.lines.get(table, ())})
        for page in pages[1:]:
            shown = "".join(line.text for line in document.pages[page - 1].lines).replace(" ", "")
            if missing := [name for name in names if name.replace(" ", "") not in shown]:
                yield Finding(page, "een tabel loopt door zonder haar kop", " · ".join(missing))


def _column_names(table: Element) -> list[Element]:
    """The cells of its first row, if all of them are names."""
    first = next(table.all("TR"), None)
    cells = [cell for cell in first.kids if cell.kind in {"TH", "TD"}] if first else []
    return cells if cells and all(cell.kind == "TH" for cell in cells) else []


def parted_rows(document: Document, paper: Paper) -> Iterator[Finding]:
    """A row that begins on one page and ends on the next."""
    del paper
    for row in document.tree.root.all("TR"):
        lines = document.lines.get(row, [])
        if row.inside("THead") is None and len({line.page for line in lines}) > 1:
            yield Finding(min(line.page for line in lines), "een rij van een tabel loopt door", lines[0].text)

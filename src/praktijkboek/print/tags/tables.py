"""Cells of tables: how far they reach, and which headers are theirs."""

from __future__ import annotations

from collections.abc import Iterator

from praktijkboek.print.tags.node import Node


def describe(table: Node, name: str) -> None:
    """Say of each cell of a table how far it reaches, of a header its scope and name, of the others their headers.

    :param name: the table's own, so that names are unique in the book
    """
    grid: dict[tuple[int, int], Node] = {}
    for row, node in enumerate(_rows(table)):
        column = 0
        for cell in (kid for kid in node.kids if isinstance(kid, Node)):
            while (row, column) in grid:
                column += 1
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            grid.update({(row + down, column + right): cell for down in range(height) for right in range(width)})
            _describe_cell(cell, node, width, height)
            if cell.tag == "TH":
                cell.entries["ID"] = f"{name}-{row}-{column}"
    _name_headers(grid)


def _rows(node: Node) -> Iterator[Node]:
    for kid in node.kids:
        if isinstance(kid, Node):
            if kid.tag == "TR":
                yield kid
            elif kid.tag in {"THead", "TBody", "TFoot"}:
                yield from _rows(kid)


def _span(cell: Node, name: str) -> int:
    value = str(cell.element.get(name, "1"))
    return max(1, int(value)) if value.isdecimal() else 1


def _describe_cell(cell: Node, row: Node, width: int, height: int) -> None:
    attributes: dict[str, object] = {"O": "/Table"}
    if width > 1:
        attributes["ColSpan"] = width
    if height > 1:
        attributes["RowSpan"] = height
    if cell.tag == "TH":
        in_head = row.parent is not None and row.parent.tag == "THead"
        of_row = cell.element.get("scope", "col" if in_head else "row").startswith("row")
        attributes["Scope"] = "/Row" if of_row else "/Column"
    cell.attributes.append(attributes)


def _name_headers(grid: dict[tuple[int, int], Node]) -> None:
    """Give each cell the names of the headers left of it and above it."""
    rows: dict[int, dict[str, None]] = {}
    columns: dict[int, dict[str, None]] = {}
    for (row, column), cell in grid.items():
        if cell.tag == "TH":
            of_row = cell.attributes[0]["Scope"] == "/Row"
            (rows.setdefault(row, {}) if of_row else columns.setdefault(column, {}))[cell.entries["ID"]] = None
    for (row, column), cell in grid.items():
        if cell.tag == "TD":
            named = {
                **dict.fromkeys(cell.attributes[0].get("Headers", ())),
                **rows.get(row, {}),
                **columns.get(column, {}),
            }
            if named:
                cell.attributes[0]["Headers"] = list(named)

"""``{vergelijking}``: the facts of all cases side by side; in print over two facing pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from praktijkboek.case import Case
from praktijkboek.notation import format_number
from praktijkboek.site.cases import docname, practices
from praktijkboek.site.factsheet import TEAM, case_link
from praktijkboek.site.overviews.marks import only, page
from praktijkboek.site.overviews.matrix import chunks
from praktijkboek.site.overviews.tables import cell, table
from praktijkboek.vocabulary import UNKNOWN, label

ROWS = 16
"""Rows of two lines that a page holds, under a chapter's title too."""


@dataclass(frozen=True, slots=True)
class Column:
    """A fact: what stands above it, its class, and how it is read off a case."""

    head: str
    kind: str
    value: Callable[[Case], str]


def _term(field: str) -> Callable[[Case], str]:
    """The label of a term without what stands between brackets."""
    return lambda case: (
        label(field, getattr(case, field) or UNKNOWN).partition(" (")[0] if _has(case, field) else UNKNOWN
    )


def _has(case: Case, field: str) -> bool:
    return getattr(case, field) not in {None, UNKNOWN}


def team(case: Case) -> str:
    """Who works there, in numbers; what is not known is left out."""
    counts = {words: getattr(case.team, name, None) for name, words in TEAM.items()}
    known = [f"{format_number(n)} {words[n != 1].partition(' (')[0]}" for words, n in counts.items() if n is not None]
    return ", ".join(known) or UNKNOWN


def transport(case: Case) -> str:
    """How many kinds of transport there are."""
    return "?" if UNKNOWN in case.vervoer else str(len(case.vervoer))


LEFT = (
    Column("Dorp", "dorp", lambda case: case.dorp),
    Column("Soort kern", "kern", _term("kern")),
    Column("Inwoners", "inwoners", lambda case: format_number(case.inwoners) if case.inwoners else UNKNOWN),
    Column("Gestart", "start", lambda case: str(case.start or "nog niet")),
)
RIGHT = (
    Column("Rechtsvorm", "rechtsvorm", _term("rechtsvorm")),
    Column("Vroeger", "pand", _term("pand")),
    Column("Functies", "aantal", lambda case: str(len(case.functies))),
    Column("Vervoer", "aantal", transport),
    Column("Team", "team", team),
)


class Comparison(SphinxDirective):
    """``{vergelijking}``: what there is to compare, a row for each case."""

    def run(self) -> list[nodes.Node]:
        """On the site one wide table; on paper two for each sixteen cases, on facing pages."""
        cases = practices(self.env).cases
        if not cases:
            return [nodes.paragraph("", "Er is nog geen praktijk beschreven.")]
        spreads: list[nodes.Node] = []
        for numbers in chunks(len(cases), ROWS):
            spreads.append(_table("vergelijking links", LEFT, cases, numbers))
            spreads.append(_table("vergelijking rechts", RIGHT, cases, numbers, pages=True))
        whole = _table("vergelijking", (*LEFT, *RIGHT), cases, range(len(cases)))
        return [only("html", whole), only("boek", *spreads)]


def _table(
    kind: str, columns: Sequence[Column], cases: Mapping[str, Case], numbers: Sequence[int], *, pages: bool = False
) -> nodes.table:
    named = list(cases.items())
    heads = [cell("Praktijk", kind="praktijk"), *(cell(column.head, kind=column.kind) for column in columns)]
    heads += [cell("p.", kind="blz")] if pages else []
    rows = [_row(i + 1, *named[i], columns, pages=pages) for i in numbers]
    return table(kind, heads, [rows])


def _row(number: int, slug: str, case: Case, columns: Sequence[Column], *, pages: bool) -> nodes.row:
    name = cell(nodes.inline("", f"{number} ", classes=["nummer"]), case_link(slug, case, short=True))
    cells = [_cell(column.value(case), column.kind) for column in columns]
    cells += [cell(page(docname(slug)), kind="blz")] if pages else []
    return nodes.row("", name, *cells)


def _cell(value: str, kind: str) -> nodes.entry:
    entry = cell(value, kind=kind)
    if value in {UNKNOWN, "?"}:
        entry["classes"].append("onbekend")
    return entry

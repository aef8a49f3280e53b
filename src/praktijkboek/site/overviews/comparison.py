"""``{vergelijking}``: the facts of all cases side by side; in print over two facing pages."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from praktijkboek.case import Case
from praktijkboek.notation import format_number
from praktijkboek.site.cases import docname, practices
from praktijkboek.site.factsheet import case_link
from praktijkboek.site.overviews.marks import only, page
from praktijkboek.site.overviews.tables import cell, page_head, spelled, table
from praktijkboek.vocabulary import UNKNOWN, label

MOST_LINES = 34
"""Lines of text in the rows of a page, so that they fit under a chapter's title too."""
CONTINUED = "Rechtsvorm, gebouw, aanbod en mensen"
"""Above the first right-hand page, as the title of the chapter stands above the left-hand one."""
SORTING = "Klik op een kop om daarop te sorteren."
"""Above the table on the site, where scripts run (``vergelijking.js``)."""
NOT_KNOWN = "?"
"""In a column of numbers."""
FEWEST, NAME = 2, 22
"""Lines of a row; letters of a name that surely fit a line, in the narrower of its two columns (31 mm)."""


@dataclass(frozen=True, slots=True)
class Column:
    """A fact: what stands above it, its class, how it is read off a case, letters that surely fit a line of it."""

    head: str
    kind: str
    value: Callable[[Case], str]
    letters: int = 99


def _term(field: str) -> Callable[[Case], str]:
    """The label of a term without what stands between brackets."""
    return lambda case: (
        label(field, getattr(case, field) or UNKNOWN).partition(" (")[0] if _has(case, field) else UNKNOWN
    )


def _has(case: Case, field: str) -> bool:
    return getattr(case, field) not in {None, UNKNOWN}


def _team(name: str) -> Callable[[Case], str]:
    """A number of people."""
    return lambda case: NOT_KNOWN if (count := getattr(case.team, name, None)) is None else format_number(count)


def transport(case: Case) -> str:
    """How many kinds of transport there are."""
    return NOT_KNOWN if UNKNOWN in case.vervoer else str(len(case.vervoer))


LEFT = (
    Column("Dorp", "dorp", lambda case: case.dorp, 20),
    Column("Soort kern", "kern", _term("kern"), 16),
    Column("Inwoners", "inwoners", lambda case: format_number(case.inwoners) if case.inwoners else NOT_KNOWN),
    Column("Gestart", "start", lambda case: str(case.start or "nog niet"), 13),
)
RIGHT = (
    Column("Rechtsvorm", "rechtsvorm", _term("rechtsvorm"), 19),
    Column("Vroeger", "pand", _term("pand"), 11),
    Column("Functies", "aantal", lambda case: str(len(case.functies))),
    Column("Vervoer", "aantal", transport),
    Column("Betaald (vte)", "aantal", _team("betaald_vte")),
    Column("Vrijwilligers", "aantal", _team("vrijwilligers")),
    Column("Deelnemers", "aantal", _team("deelnemers")),
)


def height(number: int, case: Case) -> int:
    """How many lines the row of a case takes on both pages: as many as its highest cell, so that they line up."""
    cells = [
        (f"{number} {case.short_title}", NAME),
        *((column.value(case), column.letters) for column in (*LEFT, *RIGHT)),
    ]
    return max(FEWEST, *(len(textwrap.wrap(text, letters)) for text, letters in cells))


def spreads(heights: Sequence[int], most: int = MOST_LINES) -> list[range]:
    """The rows of each spread: as many as fit ``most`` lines."""
    starts, lines = [0], 0
    for i, lines_of_row in enumerate(heights):
        if lines + lines_of_row > most and i > starts[-1]:
            starts.append(i)
            lines = 0
        lines += lines_of_row
    return [range(*pair) for pair in pairwise([*starts, len(heights)])]


class Comparison(SphinxDirective):
    """``{vergelijking}``: what there is to compare, a row for each case."""

    def run(self) -> list[nodes.Node]:
        """On the site one wide table; on paper two for each sixteen cases, on facing pages."""
        cases = practices(self.env).cases
        if not cases:
            return [nodes.paragraph("", "Er is nog geen praktijk beschreven.")]
        heights = [height(number, case) for number, case in enumerate(cases.values(), start=1)]
        pages: list[nodes.Node] = []
        for numbers in spreads(heights):
            pages.append(_table("links", LEFT, cases, numbers, heights))
            if numbers.start == 0:
                pages.append(nodes.paragraph("", CONTINUED, classes=["vergelijking-vervolg"]))
            pages.append(_table("rechts", RIGHT, cases, numbers, heights))
        whole = _table("heel", (*LEFT, *RIGHT), cases, range(len(cases)), heights)
        hint = nodes.paragraph("", SORTING, classes=["pst-js-only"])
        return [only("html", hint, whole), only("boek", *pages)]


def _table(
    kind: str, columns: Sequence[Column], cases: Mapping[str, Case], numbers: Sequence[int], heights: Sequence[int]
) -> nodes.table:
    named = list(cases.items())
    heads = [cell("Praktijk", kind="praktijk"), *(cell(column.head, kind=column.kind) for column in columns)]
    heads += [page_head()] if kind == "rechts" else []
    rows = [_row(i + 1, *named[i], columns, heights[i], pages=kind == "rechts") for i in numbers]
    built = table("vergelijking", heads, [rows])
    built["classes"].append(kind)
    return built


def _row(number: int, slug: str, case: Case, columns: Sequence[Column], height: int, *, pages: bool) -> nodes.row:
    name = cell(nodes.inline("", f"{number} ", classes=["nummer"]), case_link(slug, case, short=True))
    cells = [_cell(column.value(case), column.kind) for column in columns]
    cells += [cell(page(docname(slug)), kind="blz")] if pages else []
    return nodes.row("", name, *cells, classes=[f"regels-{height}"])


def _cell(value: str, kind: str) -> nodes.entry:
    entry = cell(spelled(value, UNKNOWN) if value == NOT_KNOWN else value, kind=kind)
    if value in {UNKNOWN, NOT_KNOWN}:
        entry["classes"].append("onbekend")
    return entry

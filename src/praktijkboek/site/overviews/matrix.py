"""``{matrix} functies``: which case has which terms of a list, at a glance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from praktijkboek.case import Case
from praktijkboek.notation import decapitalize
from praktijkboek.site.cases import docname, practices
from praktijkboek.site.factsheet import case_link, term_link, with_commas
from praktijkboek.site.overviews.marks import page
from praktijkboek.site.overviews.tables import cell, table
from praktijkboek.vocabulary import UNKNOWN, Term, lists

MOST = 14
"""Columns of a table: 6 mm each on paper."""
DENSE = 24
"""More rows than this fill a page of the book when they are a little closer."""
HEADS = {"functies": "Functie", "vervoer": "Vervoer"}
NONE = {"functies": "Geen: alleen vervoer", "vervoer": "Geen"}
"""The row of the cases that say that they have none."""
NOT_FOUND = "Niet gevonden"
"""The row of the cases of which nobody found it out."""


@dataclass(frozen=True, slots=True)
class Row:
    """A term with, for each case, whether it has it; ``group`` is the group of terms that it belongs to.

    ``slug`` is empty for what is no term.
    """

    slug: str
    name: str
    group: str
    marks: tuple[bool, ...]


def rows(field: str, cases: Mapping[str, Case]) -> list[Row]:
    """The terms that some case has, in the order of the list, and last what is not there or not known."""
    values = [getattr(case, field) for case in cases.values()]
    known = [term for slug, term in lists()[field].items() if slug != UNKNOWN]
    found = [Row(term.slug, term.label, term.group, tuple(term.slug in value for value in values)) for term in known]
    found.append(Row("", NONE[field], "", tuple(not value for value in values)))
    found.append(Row("", NOT_FOUND, "", tuple(UNKNOWN in value for value in values)))
    return [row for row in found if any(row.marks)]


def absent(field: str, cases: Mapping[str, Case]) -> list[Term]:
    """The terms that no case has."""
    used = {slug for case in cases.values() for slug in getattr(case, field)}
    return [term for slug, term in lists()[field].items() if slug not in {*used, UNKNOWN}]


def chunks(count: int, most: int) -> list[range]:
    """The numbers below ``count`` in as few runs of at most ``most`` as can be, about equally long."""
    runs = -(-count // most)
    return [range(i * count // runs, (i + 1) * count // runs) for i in range(runs)]


class Matrix(SphinxDirective):
    """``{matrix} functies`` or ``{matrix} vervoer``: terms as rows, cases as numbered columns."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """A table for each fourteen cases, and a sentence with the terms that no case has."""
        field = self.arguments[0]
        if field not in NONE:
            raise self.error(f"matrix: kies {' of '.join(NONE)}, niet {field}")
        cases = practices(self.env).cases
        named = list(enumerate(cases.items(), start=1))
        tables = [_matrix(field, named[run.start : run.stop]) for run in chunks(len(cases), MOST)]
        return [*tables, *_rest(field, absent(field, cases))]


def _rest(field: str, missing: Sequence[Term]) -> Iterator[nodes.paragraph]:
    """A sentence with the terms that no case has."""
    if missing:
        links = (term_link(field, term.slug, decapitalize(term.label)) for term in missing)
        before, after = nodes.Text("Nog in geen enkele praktijk: "), nodes.Text(".")
        yield nodes.paragraph("", "", before, *with_commas(links), after, classes=["rest"])


def _matrix(field: str, columns: Sequence[tuple[int, tuple[str, Case]]]) -> nodes.table:
    """The terms that some of these cases have."""
    heads = [cell(HEADS[field], kind="hoek"), *(_head(number, *named) for number, named in columns)]
    found = rows(field, dict(named for _, named in columns))
    pages = nodes.row("", cell("Bladzijde"), *(cell(page(docname(slug)), kind="blz") for _, (slug, _) in columns))
    pages["classes"].append("alleen-druk")
    made = table("matrix", heads, [*_bodies(field, found), [pages]])
    made["classes"] += ["dicht"] if len(found) > DENSE else []
    return made


def _head(number: int, slug: str, case: Case) -> nodes.entry:
    """The number of a case and its name, which is turned."""
    name = nodes.inline("", "", nodes.inline("", f"{number} ", classes=["nummer"]), case_link(slug, case, short=True))
    return cell(name)


def _bodies(field: str, found: Sequence[Row]) -> Iterator[list[nodes.row]]:
    """A group of rows for each group of terms: a line between them, and no row that only names the group."""
    for _, group_rows in groupby(found, key=lambda row: row.group):
        yield [_row(field, row) for row in group_rows]


def _row(field: str, row: Row) -> nodes.row:
    name = term_link(field, row.slug, row.name) if row.slug else row.name
    yes = (cell(nodes.inline("", "ja", classes=["ja"])) if mark else cell() for mark in row.marks)
    return nodes.row("", cell(name), *yes)

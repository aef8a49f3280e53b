"""Lists of cases that chapters ask for: made from the facts, never typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from praktijkboek import __version__
from praktijkboek.book import edition_day
from praktijkboek.case import Case
from praktijkboek.municipality import municipalities
from praktijkboek.notation import format_date
from praktijkboek.site.cases import docname, practices
from praktijkboek.site.factsheet import case_item, case_link, place_slug, term_link
from praktijkboek.spelling import fold
from praktijkboek.vocabulary import UNKNOWN, label, lists

Row = tuple[nodes.Node, nodes.definition]
"""A line of a register: a name, and the cases there."""
FIELDS = ("themas", "functies", "vervoer", "fase", "rechtsvorm", "kern", "pand")


def values(case: Case, field: str) -> list[str]:
    """The terms that a case has in a field; ``provincie`` is derived."""
    if field == "provincie":
        return [case.province or label("land", case.land)]
    value = getattr(case, field)
    found = value if isinstance(value, list) else [value] if value else []
    return [term for term in found if term != UNKNOWN]


def slugs(case: Case, field: str) -> tuple[str, ...]:
    """The values of a case as they stand in an address; what is unknown is none."""
    found = values(case, field)
    return tuple(map(place_slug, found)) if field == "provincie" else tuple(found)


class CaseList(SphinxDirective):
    """``{praktijken}``: a list of cases, all of them or those with a term: ``:themas: sociaal``."""

    option_spec: ClassVar[dict[str, Callable[[str], str]]] = dict.fromkeys(
        (*FIELDS, "provincie"), directives.unchanged_required
    )

    def run(self) -> list[nodes.Node]:
        """The list, or a sentence that says that there is none yet."""
        cases = practices(self.env).cases
        for field, term in self.options.items():
            if field in lists() and term not in lists()[field]:
                raise self.error(f"praktijken: {term} staat niet in de lijst van {field}")
        wanted = {
            slug: case
            for slug, case in cases.items()
            if all(term in values(case, field) for field, term in self.options.items())
        }
        if not wanted:
            return [nodes.paragraph("", "Hierover is nog geen praktijk beschreven.")]
        items = (case_item(slug, case) for slug, case in wanted.items())
        return [nodes.bullet_list("", *items, classes=["praktijken", "no-search"])]


class CaseContents(SphinxDirective):
    """``{praktijken-inhoud}``: the cases in the book's order, by theme and title; readers see the menu, not this."""

    def run(self) -> list[nodes.Node]:
        """A toctree as Sphinx's own directive makes it, with the cases as entries."""
        names = [docname(slug) for slug in practices(self.env).cases]
        toctree = addnodes.toctree(
            parent=self.env.docname,
            entries=[(None, name) for name in names],
            includefiles=names,
            maxdepth=1,
            caption=None,
            rawcaption="",
            glob=False,
            hidden=True,
            includehidden=False,
            numbered=0,
            titlesonly=True,
        )
        self.set_source_info(toctree)
        return [nodes.compound("", toctree, classes=["toctree-wrapper"])]


class Register(SphinxDirective):
    """``{register} vervoer``: every term of a field with its cases; ``gemeente`` lists villages too."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """One row a term that has cases."""
        field = self.arguments[0]
        if field not in {*FIELDS, "provincie", "gemeente"}:
            raise self.error(f"register: het veld {field} kennen we niet")
        rows = _municipality_rows(self) if field == "gemeente" else self._rows(field)
        items = [nodes.definition_list_item("", nodes.term("", "", name), body) for name, body in rows]
        return [nodes.definition_list("", *items, classes=["register", "no-search"])]

    def _rows(self, field: str) -> list[Row]:
        cases = practices(self.env).cases
        known = {slug: term.label for slug, term in lists()[field].items()} if field in lists() else {}
        order: Sequence[str] = list(known) or sorted({v for case in cases.values() for v in values(case, field)})
        groups = {term: {s: c for s, c in cases.items() if term in values(c, field)} for term in order}
        return [
            (term_link(field, term if known else place_slug(term), known.get(term, term)), _links(found))
            for term, found in groups.items()
            if found
        ]


def _municipality_rows(directive: SphinxDirective) -> list[Row]:
    """Villages and municipalities, each with the cases there."""
    places: dict[str, dict[str, Case]] = {}
    for slug, case in practices(directive.env).cases.items():
        for name in {*case.villages, case.gemeente or case.dorp}:
            places.setdefault(name, {})[slug] = case
    return [(nodes.Text(_place_name(name)), _links(places[name])) for name in sorted(places, key=fold)]


def _place_name(name: str) -> str:
    known = municipalities().get(name)
    return f"{name} (gemeente in {known.province})" if known else name


def _links(cases: dict[str, Case]) -> nodes.definition:
    """The cases of a row, one a line, under the short form of their titles."""
    links = (case_link(slug, case, short=True) for slug, case in cases.items())
    return nodes.definition(
        "", nodes.bullet_list("", *(nodes.list_item("", nodes.paragraph("", "", link)) for link in links))
    )


class Edition(SphinxDirective):
    """``{uitgave}``: version and date of this edition."""

    def run(self) -> list[nodes.Node]:
        """One sentence with the version of the program and the date of the text."""
        day = format_date(edition_day())
        text = f"Deze uitgave is van {day} en is gemaakt met versie {__version__} van het programma."
        return [nodes.paragraph("", text)]


class Editors(SphinxDirective):
    """``{redactie}``: where readers reach the editors, as far as ``conf.py`` knows."""

    def run(self) -> list[nodes.Node]:
        """One sentence with the addresses, or one that says that there is none yet."""
        mail, repository = self.config.praktijkboek_contact, self.config.praktijkboek_repository
        if not mail and not repository:
            text = "De redactie heeft nog geen openbaar adres; bezorg je tekst aan wie je dit boek gaf."
            return [nodes.paragraph("", text)]
        sentence = nodes.paragraph("", "Je bereikt de redactie ")
        links = [nodes.reference("", mail, refuri=f"mailto:{mail}")] if mail else []
        links += [nodes.reference("", repository, refuri=repository)] if repository else []
        for word, link in zip(("via ", " of via "), links, strict=False):
            sentence += [nodes.Text(word), link]
        sentence += nodes.Text(".")
        return [sentence]

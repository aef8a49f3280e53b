"""``{praktijken-met} functies buurtwinkel``: the cases that have a term, what they often have beside it, and more.

Pages of the site hold it, one for each function, means of transport and province (``factsheet.TERM_PAGES``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from praktijkboek.case import Case
from praktijkboek.notation import decapitalize
from praktijkboek.site import finder
from praktijkboek.site.cases import practices
from praktijkboek.site.factsheet import OVERVIEWS, case_item, doc_link, term_link, with_commas
from praktijkboek.site.lists import slugs
from praktijkboek.vocabulary import label, lists

BESIDE = ("functies", "vervoer")
"""What is counted beside the term."""
MOST, LEAST = 8, 2
"""So many other terms are named, if so many cases share them."""


def beside(cases: Iterable[Case], field: str, term: str) -> list[tuple[str, str, int]]:
    """What cases have beside a term: field, term and number of cases, the most frequent first."""
    counts = Counter((name, slug) for case in cases for name in BESIDE for slug in slugs(case, name))
    del counts[field, term]
    listed = [(name, slug) for name in BESIDE for slug in lists()[name]]
    found = sorted(counts.items(), key=lambda item: (-item[1], listed.index(item[0])))
    return [(name, slug, count) for (name, slug), count in found if count >= LEAST][:MOST]


class TermPage(SphinxDirective):
    """``{praktijken-met}`` with a field and one of its terms."""

    required_arguments = 2

    def run(self) -> list[nodes.Node]:
        """How many cases have the term, which they are, what they have beside it, and the finder."""
        field, term = self.arguments
        if field not in OVERVIEWS or (field in lists() and term not in lists()[field]):
            raise self.error(f"praktijken-met: {term} staat niet in de lijst van {field}")
        cases = practices(self.env).cases
        found = {slug: case for slug, case in cases.items() if term in slugs(case, field)}
        if not found:
            return [_none_yet(), _back(field)]
        items = (case_item(slug, case) for slug, case in found.items())
        return [
            nodes.paragraph("", _count(len(found), len(cases))),
            nodes.bullet_list("", *items, classes=["praktijken", "no-search"]),
            *_beside(beside(found.values(), field, term)),
            self._further(field, term, len(found)),
            _back(field),
        ]

    def _further(self, field: str, term: str, count: int) -> nodes.paragraph:
        """The finder with the term chosen; on the site only, as the printed book has none of these pages."""
        address = f"{'../' * self.env.docname.count('/')}{finder.PAGE}.html?{field}={term}"
        words = "deze praktijk" if count == 1 else f"deze {count} praktijken"
        link = nodes.reference("", f"Bekijk {words} in “{finder.TITLE}”", refuri=address, internal=True)
        return nodes.paragraph(
            "", "", link, nodes.Text(": met foto’s, op de kaart, en verder te verfijnen."), classes=["no-search"]
        )


def _count(found: int, of: int) -> str:
    return f"{found} van de {of} praktijken in dit boek:"


def _none_yet() -> nodes.paragraph:
    link = doc_link("book/achteraan/meewerken", "Ken je er een?")
    return nodes.paragraph("", "Hierover is nog geen praktijk beschreven. ", link)


def _back(field: str) -> nodes.paragraph:
    return nodes.paragraph("", "", doc_link(*OVERVIEWS[field], needed=False), classes=["terug"])


def _beside(found: Sequence[tuple[str, str, int]]) -> Iterator[nodes.Node]:
    if found:
        links = (
            nodes.inline("", "", term_link(field, slug, decapitalize(label(field, slug))), nodes.Text(f" ({count})"))
            for field, slug, count in found
        )
        yield nodes.paragraph(
            "", "", nodes.Text("Wat ze nog hebben: "), *with_commas(links), nodes.Text("."), classes=["no-search"]
        )

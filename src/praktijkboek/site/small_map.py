"""Where a case lies: a small map of Flanders with one dot, beside the name of the place in the facts of its page."""

from __future__ import annotations

from html import escape

from docutils import nodes
from sphinx.application import Sphinx

from praktijkboek.case import Case
from praktijkboek.drawing.shapes import num
from praktijkboek.municipality import outline, position
from praktijkboek.site.cases import practices, slug_of
from praktijkboek.site.factsheet import place_words
from praktijkboek.site.overviews.marks import only

RADIUS = 17
"""Of the dot, in units of the outline (1000 wide)."""


def insert_map(app: Sphinx, doctree: nodes.document) -> None:
    """Put the map behind the place, on the site only; a case abroad or of unknown place has none."""
    slug = slug_of(app.env.docname)
    svg = small_map(practices(app.env).cases[slug]) if slug else ""
    if svg:
        place = next(field for field in doctree.findall(nodes.field) if "plaats" in field["classes"])
        next(place.findall(nodes.field_body)).append(only("html", nodes.raw("", svg, format="html")))


def small_map(case: Case) -> str:
    """The map as SVG, the case's own province set off; empty where there is no place to show."""
    if not case.point:
        return ""
    x, y = position(*case.point)
    own = (case.province or "").lower()
    land = "".join(
        f'<path class="{"land eigen" if name == own else "land"}" d="{path}"/>'
        for name, path in outline()["paths"].items()
    )
    view = f"0 0 {num(outline()['width'])} {num(outline()['height'])}"
    return (
        f'<svg class="plek" viewBox="{view}" role="img" aria-label="{escape(_words(case))}">{land}'
        f'<circle class="stip" cx="{num(x)}" cy="{num(y)}" r="{RADIUS}"/></svg>'
    )


def _words(case: Case) -> str:
    """What the map shows; without a point of its own a case stands at that of its municipality."""
    place = f"{place_words(case)}{f', {case.province}' if case.province else ''}"
    about = "" if case.coordinaten else "; de stip staat in de kern van de gemeente"
    return f"Kaart van Vlaanderen met een stip bij {place}{about}"

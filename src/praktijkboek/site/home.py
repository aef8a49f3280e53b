"""What the home page and "Vind een praktijk" are told: cards, map, ways in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from praktijkboek.drawing import THEME_COLOURS
from praktijkboek.site import finder
from praktijkboek.site.cases import docname, practices, slug_of
from praktijkboek.site.head import HOME
from praktijkboek.site.sizes import Picture

NEWEST = 6
"""So many cases stand on the home page."""
WAYS_IN = {
    "functies": "Wat er te doen is",
    "vervoer": "Hoe je er geraakt",
    "kern": "In welk soort dorp",
    "provincie": "Waar",
}
"""The facets that the home page leads into, beside the angles."""
ROLES = ("bestuurder", "vereniging", "ondernemer", "landbouwer")
"""Readers who may find a chapter of their own: ``book/praktijken/rol-bestuurder.md``."""
STOPPED = "gestopt"
PICTURE = "beeld"
"""Where Sphinx keeps the picture of a case: with its page, so that it is forgotten and merged with it."""


def connect(app: Sphinx) -> None:
    """Tell the templates of both pages."""
    # When the drawing stands there (``reading.insert_facts``, 100) and before Sphinx takes the pictures' addresses.
    app.connect("doctree-read", note_picture, priority=110)
    app.connect("html-page-context", add_cases)


def note_picture(app: Sphinx, doctree: nodes.document) -> None:
    """Keep which picture a case opens with."""
    if slug_of(app.env.docname) and (image := next(doctree.findall(nodes.image), None)) and "maten" in image:
        app.env.metadata[app.env.docname][PICTURE] = image["maten"]


def pictures(env: BuildEnvironment, folder: str) -> dict[str, Picture]:
    """The pictures of cases in ``folder``, where the pages of the cases have them too."""
    noted = ((slug, env.metadata[docname(slug)].get(PICTURE)) for slug in practices(env).cases)
    found = ((slug, picture.published(folder, env.images)) for slug, picture in noted if picture)
    return {slug: picture for slug, picture in found if picture}


def add_cases(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Give both pages the cards, the map and the facets; the home page also the ways in."""
    del template, doctree
    if page not in {HOME, finder.PAGE}:
        return
    cases = practices(app.env).cases
    found = finder.cards(cases, pictures(app.env, app.builder.imagedir))
    facets = finder.facets(cases)
    context |= {"kaart": finder.case_map(cases), "facetten": facets, "aantal": len(cases)}
    if page == finder.PAGE:
        context |= {"praktijken": found, "kernen": finder.settlements()}
    else:
        context |= {"nieuwste": finder.newest(found, cases, NEWEST), "rollen": roles(app.env)}
        context |= {"kleuren": THEME_COLOURS} | ways_in({facet.name: facet for facet in facets})


def ways_in(facets: Mapping[str, finder.Facet]) -> dict[str, Any]:
    """The facets that there is something to choose in, under their titles, and how many cases stopped."""
    shown = [(title, facets[name]) for name, title in WAYS_IN.items() if name in facets]
    phases = facets["fase"].options if "fase" in facets else ()
    return {
        "invalshoeken": facets["themas"].options if "themas" in facets else (),
        "wegen": [(title, facet) for title, facet in shown if len(facet.options) > 1],
        "gestopt": sum(phase.count for phase in phases if phase.slug == STOPPED),
    }


def roles(env: BuildEnvironment) -> list[tuple[str, str]]:
    """The chapters for readers with a role, as far as they are there: page and title."""
    pages = (f"book/praktijken/rol-{role}" for role in ROLES)
    return [(page, env.titles[page].astext()) for page in pages if page in env.titles]

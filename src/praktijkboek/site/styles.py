"""Which style sheets and scripts a page asks for beyond those of every page: a reader fetches only what is shown."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from praktijkboek.site.cases import slug_of

THEME = "praktijkboek"
"""The theme that holds them."""
THEIRS = "_static/scripts/"
"""Where the scripts of the theme that ours inherits stand."""
GUIDE = "book/schrijfwijzer/"
STYLES = {
    "praktijk": ("praktijk.css", "kaart.css"),
    "schrijfwijzer": ("schrijfwijzer.css",),
    "index": ("start.css", "kaartjes.css", "kaart.css"),
    "search": ("zoek.css", "language_data.js", "zoek.js", "zoekpagina.js"),
    "vind": ("vind.css", "kaartjes.css", "kaart.css", "vind.js", "vindpagina.js"),
    "book/praktijken/vergelijken": ("overzicht.css", "vergelijking.css", "vergelijking.js"),
    "overzicht": ("overzicht.css", "kaart.css"),
}
"""Of each kind of page; everything that is not named otherwise may hold an overview."""


def add_styles(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Sphinx forgets what is added while a page is written, so this holds for that page only."""
    del template, context, doctree
    if app.config.html_theme != THEME:
        return  # another theme doesn't have them
    for name in STYLES[kind(page)]:
        if name.endswith(".js"):
            app.add_js_file(name, loading_method="defer")
        else:
            app.add_css_file(name)


def without_theirs(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Leave out the theme's scripts: ``kader.js`` does what is needed, and the policy allows none inside a page.

    A reader sees the page before Sphinx's own scripts are there.
    """
    del app, page, template, doctree
    scripts = [
        script for script in context["script_files"] if script.filename and not script.filename.startswith(THEIRS)
    ]
    for script in scripts:
        script.attributes["defer"] = "defer"
    context["script_files"] = scripts


def kind(page: str) -> str:
    """What sort of page this is: a key of `STYLES`."""
    if slug_of(page):
        return "praktijk"
    if page.startswith(GUIDE):
        return "schrijfwijzer"
    return page if page in STYLES else "overzicht"

"""The theme's sentences in Dutch: pydata-sphinx-theme has no Dutch catalogue."""

from __future__ import annotations

import gettext
from pathlib import Path

import sphinx.locale
from sphinx.application import Sphinx
from sphinx.config import Config

CATALOGUE = {
    "Skip to main content": "Naar de inhoud",
    "previous page": "vorige pagina",
    "next page": "volgende pagina",
    "Version warning": "Waarschuwing over de versie",
    "Announcement": "Aankondiging",
    "Site navigation": "Menu",
    "On this page": "Op deze pagina",
    "Please activate JavaScript to enable the search functionality.": "Zoeken vraagt JavaScript: zet het aan.",
    "Error": "Let op",
    "Breadcrumb": "Kruimelpad",
    "Home": "Start",
    "Link to this heading": "Link naar deze titel",
    "Link to this image": "Link naar dit beeld",
    "Link to this table": "Link naar deze tabel",
    "Link to this term": "Link naar dit woord",
}


class _Fallback(gettext.NullTranslations):
    """Asked by gettext for what Sphinx's own Dutch catalogue lacks."""

    def gettext(self, message: str) -> str:
        return CATALOGUE.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return CATALOGUE.get(msgid1 if n == 1 else msgid2, msgid1 if n == 1 else msgid2)


def translate(app: Sphinx) -> None:
    """Let Sphinx's catalogue fall back on ours, and serve our JavaScript catalogue."""
    sphinx.locale.translators["general", "sphinx"].add_fallback(_Fallback())
    app.connect("config-inited", _add_catalogue)


def _add_catalogue(app: Sphinx, config: Config) -> None:
    del app
    # A new list: Sphinx's default is one object for all applications of a process; when it grows, all is read again.
    config.locale_dirs = [*config.locale_dirs, str(Path(__file__).parent / "locale")]

"""The PDF edge: the resolved doctrees of the book become one tagged PDF.

It is a Sphinx builder of its own ("boek"), with its own template and CSS; the web theme never comes near it.
"""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from praktijkboek import __version__
from praktijkboek.print.builder import BookBuilder
from praktijkboek.print.edition import BOOK
from praktijkboek.print.qr import check_site


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the builder; Sphinx calls this because ``book/conf.py`` names the extension."""
    app.add_builder(BookBuilder)
    app.add_config_value("praktijkboek_editions", [BOOK.name], "", list)
    app.add_config_value("praktijkboek_site", "", "", str)
    app.connect("config-inited", check_site)
    app.add_config_value("praktijkboek_licence", "https://creativecommons.org/licenses/by/4.0/deed.nl", "", str)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": False}

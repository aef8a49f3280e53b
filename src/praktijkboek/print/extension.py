"""What Sphinx has to know of the PDF."""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from praktijkboek import __version__
from praktijkboek.print.builder import BookBuilder
from praktijkboek.print.edition import BOOK


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the builder; Sphinx calls this because ``book/conf.py`` names this module."""
    app.add_builder(BookBuilder)
    app.add_config_value("praktijkboek_editions", [BOOK.name], "", list)
    app.add_config_value("praktijkboek_whole", False, "", bool)
    app.add_config_value("praktijkboek_fresh", False, "", bool)
    app.add_config_value("praktijkboek_sheets", False, "", bool)
    app.add_config_value("praktijkboek_only_sheets", [], "", list)
    app.add_config_value("praktijkboek_licence", "https://creativecommons.org/licenses/by/4.0/deed.nl", "", str)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}

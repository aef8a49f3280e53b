"""The PDF edge: the resolved doctrees of the book become one tagged PDF.

It is a Sphinx builder of its own ("boek"), with its own template and CSS; the web theme never comes near it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Sphinx calls this because ``book/conf.py`` names the extension.

    The builder is only imported now: processes that lay out import this package too, and are there 0.4 s sooner.
    """
    app.setup_extension("praktijkboek.print.extension")

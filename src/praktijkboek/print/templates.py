"""The HTML of the book, and of the units in which it is laid out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from praktijkboek.print.edition import Edition
from praktijkboek.print.fragments.units import Units
from praktijkboek.print.hyphenation import SOFT
from praktijkboek.print.print_shop import FILLERS

NOTHING: Mapping[str, Any] = {
    "part": None,
    "documents": (),
    "included": (),
    "filler": "",
    "spare": False,
    "sheet": False,
}
"""What ``unit.html`` shows unless it is told more."""


class Templates:
    """Fills in the templates of the book.

    :param content: what they show, the same for every edition
    """

    def __init__(self, content: Mapping[str, Any]) -> None:
        self.content = content
        loader = PackageLoader("praktijkboek.print", ".")
        self._environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)

    def book(self, edition: Edition) -> str:
        """The whole book."""
        fillers = FILLERS if edition.for_print_shop else 0
        return self._fill("book.html", edition, {"fillers": fillers, "sheet": False})

    def units(self, edition: Edition) -> Units:
        """The book in parts that start on a page of their own."""
        return Units(self.content, edition, lambda **more: self._fill("unit.html", edition, {**NOTHING, **more}))

    def _fill(self, name: str, edition: Edition, more: Mapping[str, Any]) -> str:
        page = self._environment.get_template(name).render(self.content, edition=edition, **more)
        return page if edition.hyphenated else page.replace(SOFT, "")

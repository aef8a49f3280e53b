"""Lays out one unit after another: style sheets and fonts are read once, and kept for all units of a process.

The whole way gives the sheets in the HTML. Here they are WeasyPrint's "user" sheets, and one sheet: of both, what an
element gets is the same, as there is nothing else that could lose or win from them but ``style`` attributes without
``!important``. With one sheet, WeasyPrint goes through it once for each element rather than nine times.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from pathlib import Path
from typing import Any

from praktijkboek.print import engine
from praktijkboek.print.edition import Edition
from praktijkboek.print.fetcher import fetcher
from praktijkboek.print.kept_notes import kept_notes
from praktijkboek.print.metadata import VARIANT
from praktijkboek.print.tags.roles import NOTE

Matches = Callable[[Any], bool]
"""Whether a selector matches an element."""
NOTES = {"footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback"}


class Setting:
    """The letters and style sheets of an edition, in one process: it can't be shared or sent to another.

    What WeasyPrint says, here too, is for the caller to hear.
    """

    def __init__(self, edition: Edition) -> None:
        self.options: Mapping[str, Any] = {"pdf_variant": VARIANT, **edition.options}
        """How WeasyPrint lays out and writes."""
        self._kept = {"font_config": engine.FontConfiguration(), "counter_style": engine.CounterStyle()}
        imports = "".join(f'@import url("{sheet}");' for sheet in edition.sheets)
        self._sheet = narrowed(engine.CSS(string=imports, url_fetcher=fetcher({}), **self._kept))
        self._base = narrowed(engine.UA_STYLESHEET)

    def lay_out(self, html: str, files: Mapping[str, Path]) -> Any:
        """Lay out a document.

        :param html: a whole document, without style sheets
        :param files: the pictures that it may use, by the address that it uses; those of the style sheets too
        :returns: WeasyPrint's document
        """
        page = engine.HTML(string=html, url_fetcher=fetcher(files))
        with kept_notes(), engine.replaced(engine.weasyprint, "UA_STYLESHEET", self._base):
            return page.render(stylesheets=[self._sheet], **self._kept, **self.options)


def narrowed(sheet: Any) -> Any:
    """A style sheet, with what it says of all markers and notes only for items of lists and for notes.

    WeasyPrint 70's own gives every element six styles for them: 2,100 in a case of 350 elements. Without those a case
    costs 7 % less CPU, and half as much garbage is left.
    """
    less = copy(sheet)
    less.matcher = copy(sheet.matcher)
    less.matcher.other_selectors = [
        (_only_where(pseudo, matches), specificity, order, pseudo, said)
        for matches, specificity, order, pseudo, said in sheet.matcher.other_selectors
    ]
    return less


def _only_where(pseudo: str | None, matches: Matches) -> Matches:
    """A selector, for the elements alone that have this pseudo-element."""
    if pseudo == "marker":
        return lambda element: element.local_name == "li" and matches(element)
    if pseudo in NOTES:
        return lambda element: NOTE in element.classes and matches(element)
    return matches

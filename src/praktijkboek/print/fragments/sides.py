"""The margins of a page as they are on a left-hand page and on a right-hand one: which it is, the whole book decides.

What is in the text is the same on both sides (the side margins of ``page.css`` are), so a unit is laid out once.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from praktijkboek.print import engine
from praktijkboek.print.fragments.fragment import SIDES


@contextmanager
def both_sides() -> Iterator[None]:
    """While a unit is laid out, give each page the boxes in its margins for both sides, in a piece each."""
    make_margin_boxes = engine.layout.make_margin_boxes

    def make(context: Any, page: Any, state: Any) -> Iterator[Any]:
        laid_out_as = page.page_type
        html = SimpleNamespace(etree_element=page.children[0].element, base_url=None)
        for side, piece in SIDES.items():
            engine.put_on_side(page, side, html, context)
            for box in make_margin_boxes(context, page, state):
                box.side_piece = piece
                yield box
        page.page_type = laid_out_as

    with engine.replaced(engine.layout, "make_margin_boxes", make):
        yield

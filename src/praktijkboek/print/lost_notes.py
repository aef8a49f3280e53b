"""Footnotes that WeasyPrint 70 would lose.

When a line doesn't fit on a page and can't go to the next one alone, ``_linebox_layout`` moves footnotes of earlier
lines to the next page until it does fit. It forgets the footnotes of that line itself: they stand on no page, and
nothing says so (3 of 100 in a book of 50 cases). Here they go to the next page as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def kept() -> Iterator[None]:
    """Keep all footnotes of what is laid out."""
    from weasyprint.layout import page as layout  # noqa: PLC0415 - without Pango this import fails: see ``pango``

    original = layout.make_page

    def make_page(context: Any, *arguments: Any) -> Any:
        made = original(context, *arguments)
        for box in made[0].descendants():
            if box.footnote is not None and box.footnote in context.footnotes:
                context.footnotes.remove(box.footnote)
                context.reported_footnotes.append(box.footnote)
        return made

    layout.make_page = make_page
    try:
        yield
    finally:
        layout.make_page = original

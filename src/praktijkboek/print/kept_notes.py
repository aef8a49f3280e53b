"""No footnote is lost where a page turns: a mend of WeasyPrint 70's layout.

Where the second line of a paragraph doesn't fit, ``orphans`` forbids a break before it, and WeasyPrint sends the page's
footnotes to the next one to make room (its pull request 2437). It then takes the line without looking at the line's own
footnotes: they wait for ever. In a book of a hundred cases that happened six times.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def kept_notes() -> Iterator[None]:
    """While a book is laid out, send footnotes that still wait though their number is on a page to the next page."""
    from weasyprint.layout import page as pages  # noqa: PLC0415 - without Pango this import fails: see ``pango``

    make_page = pages.make_page

    def make(context: Any, *arguments: Any, **options: Any) -> Any:
        made = make_page(context, *arguments, **options)
        _report_waiting(context, made[0])
        return made

    pages.make_page = make
    try:
        yield
    finally:
        pages.make_page = make_page


def _report_waiting(context: Any, page: Any) -> None:
    for box in page.descendants():
        note = getattr(box, "footnote", None)
        if note is not None and note in context.footnotes:
            context.footnotes.remove(note)
            context.reported_footnotes.append(note)

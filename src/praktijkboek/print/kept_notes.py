"""No footnote is lost where a page turns: a mend of WeasyPrint 70's layout.

Where the second line of a paragraph doesn't fit, ``orphans`` forbids a break before it, and WeasyPrint sends the page's
footnotes to the next one to make room (its pull request 2437). It then takes the line without looking at the line's own
footnotes: they wait for ever. In a book of a hundred cases that happened six times.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from praktijkboek.print import engine


@contextmanager
def kept_notes() -> Iterator[None]:
    """While a book is laid out, send footnotes that still wait though their number is on a page to the next page."""
    make_page = engine.page_layout.make_page

    def make(context: Any, *arguments: Any, **options: Any) -> Any:
        made = make_page(context, *arguments, **options)
        _report_waiting(context, made[0])
        return made

    with engine.replaced(engine.page_layout, "make_page", make):
        yield


def _report_waiting(context: Any, page: Any) -> None:
    for box in engine.boxes_in([page]):
        note = getattr(box, "footnote", None)
        if note is not None and note in context.footnotes:
            context.footnotes.remove(note)
            context.reported_footnotes.append(note)

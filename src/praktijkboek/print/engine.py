"""The one door to WeasyPrint: every name and private attribute of it that this package uses.

WeasyPrint promises few of them, so a new version may change one: ``tests/book/test_engine.py`` says which. They are
looked up when they are first used, as the import fails where Pango isn't there: see ``pango``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pkgutil import resolve_name
from typing import Any

PLACES = {
    "CSS": "weasyprint:CSS",
    "HTML": "weasyprint:HTML",
    "DEFAULT_OPTIONS": "weasyprint:DEFAULT_OPTIONS",
    "ColorProfile": "weasyprint.css:ColorProfile",
    "CounterStyle": "weasyprint.css.counters:CounterStyle",
    "Page": "weasyprint.document:Page",
    "boxes": "weasyprint.formatting_structure.boxes",
    "draw": "weasyprint.draw",
    "RasterImage": "weasyprint.images:RasterImage",
    "SVGImage": "weasyprint.images:SVGImage",
    "layout": "weasyprint.layout",
    "page_layout": "weasyprint.layout.page",
    "replacedbox_layout": "weasyprint.layout.replaced:replacedbox_layout",
    "pdf": "weasyprint.pdf",
    "stream": "weasyprint.pdf.stream",
    "FontConfiguration": "weasyprint.text.fonts:FontConfiguration",
    "split_first_line": "weasyprint.text.line_break:split_first_line",
    "URLFetcher": "weasyprint.urls:URLFetcher",
    "URLFetcherResponse": "weasyprint.urls:URLFetcherResponse",
}
"""Each name, and where it stands."""


def __getattr__(name: str) -> Any:
    """Let ``engine.HTML`` be WeasyPrint's, and so for all ``PLACES``."""
    if name not in PLACES:
        raise AttributeError(name)
    return resolve_name(PLACES[name])


def page_box(page: Any) -> Any:
    """The box of a page of a laid out document."""
    return page._page_box


def html(document: Any) -> Any:
    """The root element of a document's HTML."""
    return document._html.etree_element


def laid_out(box: Any) -> Any:
    """A box itself, where a placeholder stands for what is positioned absolutely."""
    return getattr(box, "_box", box)


def boxes_in(pages: Iterable[Any]) -> Iterator[Any]:
    """Every box of page boxes, in their order; what is done to the children of a box before the next is asked holds."""
    waiting = [*pages][::-1]
    while waiting:
        box = laid_out(waiting.pop())
        yield box
        waiting.extend(reversed(box.children))


def font_hash(stream: Any) -> str:
    """The hash of the font that was last used in a stream."""
    return str(stream._old_font[0])


def last_font(stream: Any) -> tuple[str, float]:
    """The hash of the font that was last used in a stream, and its size in CSS pixels."""
    font, size = stream._old_font
    return font, size


def fonts(stream: Any) -> dict[Any, Any]:
    """All fonts of the document that a stream is part of."""
    found: dict[Any, Any] = stream._fonts
    return found


def margin_boxes(pages: Iterable[Any]) -> Iterator[Any]:
    """Those of page boxes."""
    kind = resolve_name(PLACES["boxes"]).MarginBox
    for page in pages:
        yield from (child for child in page.children if isinstance(child, kind))


def set_text(box: Any, text: str) -> None:
    """Let a box of text have another one; how wide it is doesn't change."""
    split = resolve_name(PLACES["split_first_line"])
    box.text, (box.pango_layout, *_) = text, split(text, box.style, None, None, 0)


def width_of(text: str, style: Any) -> float:
    """How wide a text is on one line, in CSS pixels."""
    _, _, _, width, *_ = resolve_name(PLACES["split_first_line"])(text, style, None, None, 0)
    return float(width)


@contextmanager
def replaced(owner: Any, name: str, new: Any) -> Iterator[None]:
    """Let ``owner`` have another thing by this name, for as long as this lasts."""
    before = owner.__dict__[name]
    setattr(owner, name, new)
    try:
        yield
    finally:
        setattr(owner, name, before)

"""The one door to WeasyPrint: every name and private attribute of it that this package uses.

WeasyPrint promises few of them, so a new version may change one: ``tests/book/test_engine.py`` says which. They are
looked up when they are first used, as the import fails where Pango isn't there: see ``pango``.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pkgutil import resolve_name
from typing import Any

PLACES = {
    "CSS": "weasyprint:CSS",
    "HTML": "weasyprint:HTML",
    "ColorProfile": "weasyprint.css:ColorProfile",
    "CounterStyle": "weasyprint.css.counters:CounterStyle",
    "Page": "weasyprint.document:Page",
    "boxes": "weasyprint.formatting_structure.boxes",
    "RasterImage": "weasyprint.images:RasterImage",
    "SVGImage": "weasyprint.images:SVGImage",
    "page_layout": "weasyprint.layout.page",
    "replacedbox_layout": "weasyprint.layout.replaced:replacedbox_layout",
    "pdf": "weasyprint.pdf",
    "stream": "weasyprint.pdf.stream",
    "ffi": "weasyprint.text.ffi:ffi",
    "fontconfig": "weasyprint.text.ffi:fontconfig",
    "harfbuzz": "weasyprint.text.ffi:harfbuzz",
    "pango": "weasyprint.text.ffi:pango",
    "FontConfiguration": "weasyprint.text.fonts:FontConfiguration",
    "split_first_line": "weasyprint.text.line_break:split_first_line",
    "URLFetcher": "weasyprint.urls:URLFetcher",
    "URLFetcherResponse": "weasyprint.urls:URLFetcherResponse",
}
"""Each name, and where it stands."""
VERSIONS = """
    const char * hb_version_string (void);
    int FcGetVersion (void);
"""
"""What HarfBuzz and Fontconfig tell of themselves; WeasyPrint 70 asks Pango only."""


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


def fonts(stream: Any) -> dict[Any, Any]:
    """All fonts of the document that a stream is part of."""
    found: dict[Any, Any] = stream._fonts
    return found


@contextmanager
def replaced(owner: Any, name: str, new: Any) -> Iterator[None]:
    """Let ``owner`` have another thing by this name, for as long as this lasts."""
    before = owner.__dict__[name]
    setattr(owner, name, new)
    try:
        yield
    finally:
        setattr(owner, name, before)


def versions() -> list[str]:
    """Those of the system's libraries that lay out text: Pango, Fontconfig, HarfBuzz."""
    places = (PLACES[name] for name in ("ffi", "pango", "fontconfig", "harfbuzz"))
    ffi, pango, fontconfig, harfbuzz = map(resolve_name, places)
    ffi.cdef(VERSIONS, override=True)
    numbers = pango.pango_version(), fontconfig.FcGetVersion()
    return [*map(str, numbers), ffi.string(harfbuzz.hb_version_string()).decode()]


def system_fonts() -> list[str]:
    """The paths of the files that say which font a letter gets: the system's fonts, and how Fontconfig chooses."""
    ffi, fontconfig = resolve_name(PLACES["ffi"]), resolve_name(PLACES["fontconfig"])
    config = ffi.gc(fontconfig.FcInitLoadConfigAndFonts(), fontconfig.FcConfigDestroy)
    fonts = fontconfig.FcConfigGetFonts(config, fontconfig.FcSetSystem)
    found, path = [], ffi.new("FcChar8 **")
    for number in range(fonts.nfont):
        if fontconfig.FcPatternGetString(fonts.fonts[number], b"file", 0, path) == fontconfig.FcResultMatch:
            found.append(ffi.string(path[0]))
    names = fontconfig.FcConfigGetConfigFiles(config)
    while (name := fontconfig.FcStrListNext(names)) != ffi.NULL:
        found.append(ffi.string(name))
    return [os.fsdecode(name) for name in found]

"""The one door to WeasyPrint: every name and private attribute of it that this package uses.

WeasyPrint promises few of them, so a new version may change one: ``tests/book/test_engine.py`` says which. They are
looked up when they are first used, as the import fails where Pango isn't there: see ``pango``.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pkgutil import resolve_name
from typing import Any

PLACES = {
    "weasyprint": "weasyprint",
    "CSS": "weasyprint:CSS",
    "HTML": "weasyprint:HTML",
    "UA_STYLESHEET": "weasyprint:UA_STYLESHEET",
    "DEFAULT_OPTIONS": "weasyprint:DEFAULT_OPTIONS",
    "VERSION": "weasyprint:VERSION",
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
    "pdf_date": "weasyprint.pdf:_w3c_date_to_pdf",
    "Font": "weasyprint.pdf.fonts:Font",
    "build_fonts_dictionary": "weasyprint.pdf.fonts:build_fonts_dictionary",
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
OPENING = """
    hb_blob_t * hb_blob_create (const char *data, unsigned int length, int mode, void *user_data, void *destroy);
    hb_face_t * hb_face_create (hb_blob_t *blob, unsigned int index);
    hb_font_t * hb_font_create (hb_face_t *face);
    void hb_font_destroy (hb_font_t *font);
    hb_bool_t hb_font_get_nominal_glyph (hb_font_t *font, hb_codepoint_t unicode, hb_codepoint_t *glyph);
    int32_t hb_font_get_glyph_h_advance (hb_font_t *font, hb_codepoint_t glyph);
"""
"""With what HarfBuzz opens a font file and looks in it: https://harfbuzz.github.io/harfbuzz-hb-font.html."""
VERSIONS = """
    const char * hb_version_string (void);
    int FcGetVersion (void);
"""
"""What HarfBuzz and Fontconfig tell of themselves; WeasyPrint 70 asks Pango only."""


def __getattr__(name: str) -> Any:
    """Let ``engine.HTML`` be WeasyPrint's, and so for all ``PLACES``."""
    if name not in PLACES:
        raise AttributeError(name)
    return _found(name)


@cache
def _found(name: str) -> Any:
    return resolve_name(PLACES[name])


@cache
def _declared(functions: str) -> tuple[Any, Any]:
    """WeasyPrint's door to C and HarfBuzz, once these functions are known there: reading them takes 3 ms."""
    ffi = _found("ffi")
    ffi.cdef(functions, override=True)
    return ffi, _found("harfbuzz")


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


def has_class(box: Any, name: str) -> bool:
    """Whether a box is of an element with this class."""
    return box.element is not None and name in box.element.get("class", "").split()


def last_font(stream: Any) -> tuple[str, float]:
    """The hash of the font that was last used in a stream, and its size in CSS pixels."""
    font, size = stream._old_font
    return font, size


def fonts(stream: Any) -> dict[Any, Any]:
    """All fonts of the document that a stream is part of."""
    found: dict[Any, Any] = stream._fonts
    return found


def margin_boxes(page: Any) -> Iterator[Any]:
    """Those of a page box."""
    kind = _found("boxes").MarginBox
    return (child for child in page.children if isinstance(child, kind))


def put_on_side(page: Any, side: str, html: Any, context: Any) -> None:
    """Let a page be on a side, as far as what comes in its margins goes.

    :param html: what has the root element of the document
    :param context: of the layout
    """
    page.page_type = page.page_type._replace(side=side)
    layout = _found("page_layout")
    layout.set_page_type_computed_styles(page.page_type, html, context.style_for)


def move(box: Any, distance: float) -> None:
    """Move a box that was laid out to the right, in CSS pixels, with the ground under it and under what is in it."""
    box.translate(distance, 0)  # WeasyPrint 70 leaves what it found of the ground where it was
    for one in boxes_in([box]):
        for n, layer in enumerate(one.background.layers if one.background else ()):
            areas = {"painting_area": _moved(layer.painting_area, distance)}
            if layer.image:
                areas["positioning_area"] = _moved(layer.positioning_area, distance)
            clipped = [_moved(area, distance) for area in layer.clipped_boxes]
            one.background.layers[n] = layer._replace(**areas, clipped_boxes=clipped)


def _moved(area: Sequence[Any], distance: float) -> tuple[Any, ...]:
    return area[0] + distance, *area[1:]


def set_text(box: Any, text: str) -> float:
    """Let a box of text have another one, without another width; the width that it would take, in CSS pixels."""
    box.text = text
    box.pango_layout, _, _, width, *_ = _found("split_first_line")(text, box.style, None, None, 0)
    return float(width)


def width_of(text: str, style: Any) -> float:
    """How wide a text is on one line, in CSS pixels."""
    _, _, _, width, *_ = _found("split_first_line")(text, style, None, None, 0)
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


def face(data: bytes, index: int) -> Any:
    """A font file, or the font of that index in it, opened by HarfBuzz; ``data`` is copied."""
    ffi, harfbuzz = _declared(OPENING)  # which WeasyPrint 70 doesn't need: it gets its faces from Pango
    blob = harfbuzz.hb_blob_create(data, len(data), 0, ffi.NULL, ffi.NULL)
    opened = ffi.gc(harfbuzz.hb_face_create(blob, index), harfbuzz.hb_face_destroy)
    harfbuzz.hb_blob_destroy(blob)
    return opened


def glyph(font: Any, character: str) -> tuple[int, int] | None:
    """The number of the glyph of a character in a font of WeasyPrint, and its width in thousandths of its size."""
    ffi, harfbuzz = _declared(OPENING)
    plain = ffi.gc(harfbuzz.hb_font_create(font.hb_face), harfbuzz.hb_font_destroy)
    number = ffi.new("hb_codepoint_t *")
    if not harfbuzz.hb_font_get_nominal_glyph(plain, ord(character), number):
        return None
    return number[0], round(harfbuzz.hb_font_get_glyph_h_advance(plain, number[0]) * 1000 / font.upem)


def font(kept: Mapping[str, Any], data: bytes) -> Any:
    """A font of WeasyPrint with what it knew of itself and the content of its file, but without Pango's part."""
    Font = _found("Font")  # noqa: N806 - it is a class
    made = Font.__new__(Font)
    vars(made).update(kept, file_content=data, hb_face=face(data, kept["index"]))
    return made


def versions() -> list[str]:
    """Those of the system's libraries that lay out text: Pango, Fontconfig, HarfBuzz."""
    ffi, harfbuzz = _declared(VERSIONS)
    numbers = _found("pango").pango_version(), _found("fontconfig").FcGetVersion()
    return [*map(str, numbers), ffi.string(harfbuzz.hb_version_string()).decode()]


def system_fonts() -> list[str]:
    """The paths of the files that say which font a letter gets: the system's fonts, and how Fontconfig chooses."""
    ffi, fontconfig = _found("ffi"), _found("fontconfig")
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

"""A new WeasyPrint: what it changed of the names that we use, each with the place that wants a look."""

import inspect
import re
from pkgutil import resolve_name

import pytest
from conftest import REPOSITORY

from praktijkboek.print import engine

pytestmark = pytest.mark.slow

TAKE = {
    "weasyprint:HTML.render": "self, font_config=None, counter_style=None, color_profiles=None, **options",
    "weasyprint.css:ColorProfile.__init__": "self, file_object, src, rendering_intent, components",
    "weasyprint.document:Page.__init__": "self, page_box",
    "weasyprint.draw:draw_inline_level": "stream, page, box, offset_x=0, text_overflow='clip', block_ellipsis='none'",
    "weasyprint.draw:draw_stacking_context": "stream, stacking_context",
    "weasyprint.images:SVGImage.__init__": "self, tree, base_url, url_fetcher, context",
    "weasyprint.images:SVGImage.get_intrinsic_size": "self, image_resolution, font_size",
    "weasyprint.layout.page:make_margin_boxes": "context, page, state",
    "weasyprint.layout.page:set_page_type_computed_styles": "page_type, html, style_for",
    "weasyprint.layout.page:make_page": "context, root_box, page_type, resume_at, page_number, page_state",
    "weasyprint.layout.replaced:replacedbox_layout": "box",
    "weasyprint.pdf:_w3c_date_to_pdf": "string, attr_name",
    "weasyprint.pdf:generate_pdf": "document, target, zoom, **options",
    "weasyprint.pdf:resolve_links": "pages",
    "weasyprint.pdf:add_tags": "pdf, document, pdf_version, page_streams",
    "weasyprint.pdf:build_fonts_dictionary": "pdf, fonts, compress, subset, options",
    "weasyprint.pdf.stream:Stream.artifact": "self",
    "weasyprint.pdf.stream:Stream.clone": "self, **kwargs",
    "weasyprint.pdf.stream:Stream.marked": "self, box, tag",
    "weasyprint.text.line_break:split_first_line": "text, style, context, max_width, justification_spacing, "
    "is_line_start=True, minimum=False",
}
"""What each takes that we call, replace or go on from."""
HOLD = {
    "cssselect2:Matcher": "other_selectors",
    "weasyprint:CSS": "matcher",
    "weasyprint.document:Document": "_html",
    "weasyprint.document:Page": "_page_box",
    "weasyprint.layout:LayoutContext": "footnotes reported_footnotes",
    "weasyprint.formatting_structure.boxes:MarginBox": "at_keyword",
    "weasyprint.formatting_structure.boxes:PageBox": "page_type",
    "weasyprint.layout.absolute:AbsolutePlaceholder": "_box",
    "weasyprint.pdf.fonts:Font": "hb_face file_content index hash name glyph_count widths to_unicode missing upem",
    "weasyprint.pdf.stream:Stream": "_fonts _old_font",
    "weasyprint.stacking:StackingContext": "box",
}
"""What the objects of a class keep that we read."""


@pytest.mark.parametrize("name", engine.PLACES)
def test_it_is_there(name: str) -> None:
    assert getattr(engine, name) is resolve_name(engine.PLACES[name])


@pytest.mark.parametrize("name", TAKE)
def test_it_takes_what_we_give(name: str) -> None:
    assert str(inspect.signature(resolve_name(name))) == f"({TAKE[name]})"


@pytest.mark.parametrize(("name", "attribute"), [(name, one) for name, all_ in HOLD.items() for one in all_.split()])
def test_it_holds_what_we_read(name: str, attribute: str) -> None:
    kept = re.compile(rf"\.{attribute}\b[^=\n]* = |__setattr__\(self, '{attribute}'")
    assert kept.search(inspect.getsource(resolve_name(name)))


def test_nothing_else_reads_what_is_private() -> None:
    """``engine.py`` is the one module with a private name of WeasyPrint's; ``self.env`` is Sphinx's."""
    package = REPOSITORY / "src" / "praktijkboek" / "print"
    private = re.compile(r"\b(?!self)(?<!self\.)\w+\._(?!_)[a-z]\w*")
    found = {path.name: private.findall(path.read_text(encoding="utf-8")) for path in package.rglob("*.py")}
    assert {name for name, names in found.items() if names} == {"engine.py"}, found

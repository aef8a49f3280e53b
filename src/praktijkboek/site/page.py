"""What the templates of the site know beyond what Sphinx tells them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.fileutil import copy_asset

from praktijkboek.book import CASES, LARGE_PRINT_NAME, PDF_NAME, SHEETS
from praktijkboek.notation import format_megabytes
from praktijkboek.said import Said
from praktijkboek.site import finder, menu
from praktijkboek.site.cases import practices, slug_of
from praktijkboek.site.styles import THEME, add_styles, without_inline
from praktijkboek.vocabulary import lists

OFFERED = {PDF_NAME: ("Het boek als PDF", "{}"), LARGE_PRINT_NAME: ("Grote letters", "PDF, {}")}
"""The PDFs that stand beside the pages: what their link says, and what it says of their size."""
NEWEST = 6
"""So many cases stand on the home page."""
WAYS_IN = {
    "themas": "Langs een invalshoek",
    "functies": "Wat er te doen is",
    "vervoer": "Hoe je er geraakt",
    "kern": "In welk soort dorp",
    "provincie": "Waar",
    "fase": "Hoe ver ze staan",
}
"""The facets that the home page leads into."""


def connect(app: Sphinx) -> None:
    """Add the theme and what its templates need."""
    app.add_html_theme(THEME, str(Path(__file__).parent / "theme" / THEME))
    # After the theme (priority 500), which sets an English text in the search field.
    app.connect("html-page-context", add_context, priority=600)
    app.connect("html-page-context", add_styles)
    app.connect("html-page-context", without_inline, priority=600)
    app.connect("doctree-resolved", point_edit_link)
    app.connect("doctree-resolved", offer_sheet)
    app.connect("build-finished", copy_pdfs)


def add_context(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Give a page its downloads and, for the home page, the cases."""
    del template, doctree
    cases = practices(app.env).cases
    context["default_mode"] = "light"
    context["theme_search_bar_text"] = "Zoek in het boek"
    context["boek_pdfs"] = [_download(pdf) for pdf in _pdfs(app)]
    assert isinstance(app.builder, StandaloneHTMLBuilder)  # no other has the event
    parents = {name: above for name, (above, *_) in app.builder.relations.items()}
    context["menu"] = menu.seen_from(page, tuple(menu.parts(app.env)), parents)
    if page in {"index", finder.PAGE}:
        context["kaart"], context["facetten"] = finder.case_map(cases), finder.facets(cases)
        context["aantal"] = len(cases)
    if page == "index":
        context["nieuwste"], context["wegen"] = finder.newest(cases, NEWEST), WAYS_IN
    if page == finder.PAGE:
        context["praktijken"], context["kernen"] = finder.cards(cases), lists()["kern"]


def point_edit_link(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Let "bewerk deze praktijk" go to the forge, where one is known."""
    repository = app.config.praktijkboek_repository.rstrip("/")
    if not repository or slug_of(page) is None:
        return
    for paragraph in doctree.findall(nodes.paragraph):
        if "bewerk" in paragraph["classes"]:
            for link in paragraph.findall(nodes.reference):
                link["refuri"], link["internal"] = f"{repository}/edit/main/{page}.md", False


def offer_sheet(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Under the lead of a case: the case as a PDF. The preview makes it when it is asked for, and knows no size."""
    slug = slug_of(page)
    if slug is None or app.builder.format != "html":
        return
    pdf = _sheet(app, slug)
    if not app.config.praktijkboek_drafts and not pdf.is_file():
        return
    link = nodes.reference("", "Deze praktijk als PDF", refuri=pdf.name)
    line = nodes.paragraph("", "", link, classes=["praktijk-blad"])
    if not app.config.praktijkboek_drafts:
        line += nodes.Text(f" ({Said.read(pdf).words}, {format_megabytes(pdf.stat().st_size)})")
    lead = next(paragraph for paragraph in doctree.findall(nodes.paragraph) if "lead" in paragraph["classes"])
    lead.parent.insert(lead.parent.index(lead) + 1, line)


def _sheet(app: Sphinx, slug: str) -> Path:
    """Where the PDF of a case is, if it was made."""
    return Path(app.config.praktijkboek_pdfs) / SHEETS / f"{slug}.pdf"


def _pdfs(app: Sphinx) -> list[Path]:
    """What the site offers, as far as it is there."""
    folder = Path(app.config.praktijkboek_pdfs)
    return [folder / name for name in OFFERED if (folder / name).is_file()]


def _download(pdf: Path) -> dict[str, str]:
    words, size = OFFERED[pdf.name]
    return {"naam": pdf.name, "woorden": words, "grootte": size.format(format_megabytes(pdf.stat().st_size))}


def copy_pdfs(app: Sphinx, error: Exception | None) -> None:
    """Put the PDFs beside the pages that offer them."""
    if error is None and app.builder.format == "html":
        for pdf in _pdfs(app):
            copy_asset(pdf, app.outdir, force=True)
        for slug in practices(app.env).cases if not app.config.praktijkboek_drafts else ():
            if (pdf := _sheet(app, slug)).is_file():
                copy_asset(pdf, app.outdir / CASES / slug, force=True)

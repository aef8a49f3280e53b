"""What the templates of the site know beyond what Sphinx tells them."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment
from sphinx.util.fileutil import copy_asset

from praktijkboek.book import CASES, LARGE_PRINT_NAME, PDF_NAME, SHEETS
from praktijkboek.case import Case
from praktijkboek.notation import format_megabytes
from praktijkboek.said import Said
from praktijkboek.site import glossary, menu, rewriting
from praktijkboek.site.cases import docname, practices, slug_of
from praktijkboek.site.factsheet import overview_of
from praktijkboek.site.overviews import register
from praktijkboek.site.styles import THEME, add_styles, without_theirs

OFFERED = {PDF_NAME: ("Het boek als PDF", "{}"), LARGE_PRINT_NAME: ("Grote letters", "PDF, {}")}
"""The PDFs that stand beside the pages: what their link says, and what it says of their size."""


def connect(app: Sphinx) -> None:
    """Add the theme and what its templates need."""
    app.add_html_theme(THEME, str(Path(__file__).parent / "theme" / THEME))
    # After the theme (priority 500), which sets an English text in the search field.
    app.connect("html-page-context", add_context, priority=600)
    app.connect("html-page-context", add_styles)
    app.connect("html-page-context", without_theirs, priority=600)
    app.connect("env-updated", rewritten)
    app.connect("doctree-resolved", point_edit_link)
    app.connect("doctree-resolved", offer_sheet)
    app.connect("build-finished", copy_pdfs)


def add_context(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Give a page its downloads."""
    del template, doctree
    slug, cases = slug_of(page), practices(app.env).cases
    context["default_mode"] = "light"
    context["theme_search_bar_text"] = "Zoek in het boek"
    context["boek_pdfs"] = [_download(pdf) for pdf in _pdfs(app)]
    assert isinstance(app.builder, StandaloneHTMLBuilder)  # no other has the event
    parents = {name: above or overview_of(name) for name, (above, *_) in app.builder.relations.items()}
    parents.setdefault(page, overview_of(page))
    context["menu"] = menu.seen_from(page, tuple(menu.parts(app.env)), parents)
    if slug:
        for name, other in zip(("prev", "next"), beside(slug, cases), strict=True):
            link = (
                {"link": app.builder.get_relative_uri(page, docname(other)), "title": escape(cases[other].titel)}
                if other
                else None
            )
            context[name] = link


def beside(slug: str, cases: Mapping[str, Case]) -> tuple[str | None, str | None]:
    """The cases before and after one of those with the same first angle, in the order of the book."""
    same = [other for other, case in cases.items() if case.themas[0] == cases[slug].themas[0]]
    at = same.index(slug)
    return (same[at - 1] if at else None, same[at + 1] if at + 1 < len(same) else None)


def rewritten(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """The pages round which something changed: the menu, the pages before and after, the PDFs that are offered."""
    if app.builder.name != "html":
        return []
    cases, relations = practices(env).cases, env.collect_relations()
    chapters = sorted((name, title.astext()) for name, title in env.titles.items() if not slug_of(name))
    everywhere = rewriting.digest([*menu.parts(env), *chapters, *map(_download, _pdfs(app))])
    words = rewriting.digest(glossary.terms(env))

    def frame(page: str) -> object:
        slug = slug_of(page)
        if slug:
            around = [cases[other].titel if other else "" for other in beside(slug, cases)]
            return everywhere, words, beside(slug, cases), around, _sheet_words(app, slug)
        around = [env.titles[other].astext() for other in relations.get(page, ()) if other in env.titles]
        return everywhere, relations.get(page), around, register.shown(app.env, page)

    return rewriting.rewritten(app, env, frame)


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
    words = _sheet_words(app, slug)
    if words is None:
        return
    link = nodes.reference("", "Deze praktijk als PDF", refuri=_sheet(app, slug).name)
    line = nodes.paragraph("", "", link, nodes.Text(words), classes=["praktijk-blad"])
    lead = next(paragraph for paragraph in doctree.findall(nodes.paragraph) if "lead" in paragraph["classes"])
    lead.parent.insert(lead.parent.index(lead) + 1, line)


def _sheet_words(app: Sphinx, slug: str) -> str | None:
    """What stands behind the link to the PDF of a case; None where there is none to link to."""
    if app.config.praktijkboek_drafts:
        return ""
    pdf = _sheet(app, slug)
    return f" ({Said.read(pdf).words}, {format_megabytes(pdf.stat().st_size)})" if pdf.is_file() else None


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


def offered(app: Sphinx) -> dict[Path, Path]:
    """The PDFs that stand beside the pages that offer them, each with where it comes from."""
    out = Path(app.outdir)
    found = {out / pdf.name: pdf for pdf in _pdfs(app)}
    for slug in practices(app.env).cases if not app.config.praktijkboek_drafts else ():
        if (pdf := _sheet(app, slug)).is_file():
            found[out / CASES / slug / pdf.name] = pdf
    return found


def copy_pdfs(app: Sphinx, error: Exception | None) -> None:
    """Put the PDFs beside the pages that offer them."""
    if error is None and app.builder.format == "html":
        for target, pdf in offered(app).items():
            copy_asset(pdf, target.parent, force=True)

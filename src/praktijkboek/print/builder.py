"""The Sphinx builder ``boek``: all documents in one PDF."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar, cast

from docutils import nodes
from docutils.frontend import Values, get_default_settings
from jinja2 import Environment, PackageLoader, StrictUndefined
from sphinx.builders import Builder
from sphinx.highlighting import PygmentsBridge
from sphinx.writers.html import HTMLWriter

from praktijkboek import __version__, drawing
from praktijkboek.book import edition_day
from praktijkboek.case import Case
from praktijkboek.drawing.cover import ALT, country, cover, ruled
from praktijkboek.drawing.icons import ICONS, icon
from praktijkboek.notation import format_date
from praktijkboek.print import assemble, frame
from praktijkboek.print.case_page import add_code, add_kicker, order_facts
from praktijkboek.print.edition import EDITIONS
from praktijkboek.print.figures import credit, keep_to_grid, open_with_photo
from praktijkboek.print.hyphenation import SOFT, hyphenate
from praktijkboek.print.opening import fill_opening
from praktijkboek.print.pdf import write_pdf
from praktijkboek.print.print_shop import FILLERS, remarks
from praktijkboek.print.qr import page_address, qr_svg
from praktijkboek.print.references import placeholder
from praktijkboek.print.said import Said
from praktijkboek.print.translator import BookTranslator
from praktijkboek.vocabulary import label

COLOPHON = "book/achteraan/colofon"
PICTURES = "boek:beeld"
"""The address of pictures in the book; ``fetcher`` opens no other."""
NEUTRAL = "#1b5e57"
"""The colour of chapters that belong to no theme."""
UNLESS = "tenzij er bij een praktijk of beeld iets anders staat"
"""What the licence doesn't cover, as the colophon says."""
SHORT = 220
"""A chapter of fewer words shares its page with a short one before it."""


class BookBuilder(Builder):
    """Collects the documents while Sphinx writes, and makes the PDF at the end."""

    name = "boek"
    format = "boek"
    epilog = "Het boek staat in %(outdir)s."
    supported_image_types: ClassVar[list[str]] = [
        "image/svg+xml",
        "image/png",
        "image/jpeg",
        "image/webp",
    ]
    default_translator_class = BookTranslator
    # What Sphinx's HTML5Translator asks of its builder:
    add_permalinks = False
    download_support = False
    embedded = True
    search = False

    def init(self) -> None:
        """Give the translator what it asks for."""
        self.highlighter = PygmentsBridge("html", "default")
        self.secnumbers: dict[str, tuple[int, ...]] = {}
        self.fignumbers: dict[str, dict[str, tuple[int, ...]]] = {}
        self.current_docname = ""
        self.imgpath = PICTURES
        self.photos: dict[str, str] = {}  # what the author named each picture, by its address in the book

    def get_outdated_docs(self) -> Iterator[str]:
        """All documents, as they all stand in the one file."""
        yield from sorted(self.env.found_docs)

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """A link that ``assemble`` makes into one inside the file."""
        del typ
        return assemble.SCHEME + docname

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """The same from everywhere."""
        del from_
        return self.get_target_uri(to, typ)

    def write_documents(self, docnames: Any) -> None:
        """Render every document, fill the template, lay out the book."""
        del docnames
        self.outdir.mkdir(parents=True, exist_ok=True)
        content = self._content()
        pictures = {name: self.srcdir / path for path, name in self.images.items()}
        files = {f"{PICTURES}/{name}": path for name, path in pictures.items()}
        loader = PackageLoader("praktijkboek.print", ".")
        template = Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template("book.html")
        for edition in (EDITIONS[name] for name in self.config.praktijkboek_editions):
            target = self.outdir / edition.file
            page = template.render(content, edition=edition, fillers=FILLERS if edition.for_print_shop else 0)
            page = page if edition.hyphenated else page.replace(SOFT, "")
            target.with_suffix(".html").write_text(page, encoding="utf-8")
            pages = write_pdf(page, files, edition, target)
            Said(len(pages), remarks(pages, self.photos) if edition.for_print_shop else ()).write(target)

    def _draw_frame(self, site: str) -> None:
        """Make the drawings of the book itself, under the names that templates and style sheets know."""
        front, back = cover()
        for stem, svg in {"omslag-voor": front, "omslag-achter": back, "land": country(), "lijnen": ruled()}.items():
            self.drawn(stem, svg)
        if site:
            self.drawn("qr-boek", qr_svg(site))

    def _content(self) -> dict[str, Any]:
        """What the template wants to know, the same for every edition."""
        site = self.config.praktijkboek_site
        self._draw_frame(site)
        parts: list[dict[str, Any]] = [
            {
                "title": part.title,
                "line": part.line,
                "documents": [self._document(n) for n in part.documents if n != COLOPHON],
            }
            for part in assemble.parts(self.env, self.config.root_doc)
        ]
        frame.number_parts(parts)
        return {
            "folio": placeholder,
            "title": self.config.html_title,
            "author": self.config.author,
            "date": format_date(edition_day()),
            "day": edition_day().isoformat(),
            "rights": f"{self.config.copyright}, {UNLESS}",
            "licence": self.config.praktijkboek_licence,
            "tool": f"praktijkboek {__version__}",
            "colophon": self._document(COLOPHON),
            "parts": parts,
            "themes": frame.themes(),
            "case_count": sum(frame.is_case(document) for part in parts for document in part["documents"]),
            "cover_alt": ALT,
            "site": site,
        }

    def _document(self, name: str) -> dict[str, str]:
        """One document as the template wants it."""
        self.current_docname = name
        doctree = assemble.resolved(self.env, name)
        self.post_process_images(doctree)
        for image in doctree.findall(nodes.image):
            if "bestand" in image:
                own = posixpath.join(posixpath.dirname(name), image["bestand"])
                self.photos[f"{PICTURES}/{self.images[image['uri']]}"] = own
        case = self._case(name)
        theme = case.themas[0] if case else ""
        self.colour = drawing.THEME_COLOURS.get(theme or name.rpartition("/")[2], NEUTRAL)
        if case:
            self._dress(doctree, name, case)
        hyphenate(doctree)
        doctree.settings = self._settings()
        visitor = cast(BookTranslator, self.create_translator(doctree, self))
        doctree.walkabout(visitor)
        kind = frame.CASE if case else "hoofdstuk"
        if len(doctree.astext().split()) < SHORT:
            kind += " kort"
        return {
            "id": assemble.anchor(name),
            "title": self.env.titles[name].astext(),
            "html": "".join(visitor.fragment),
            "kind": kind,
            "theme": label("themas", theme) if theme else "",
            "colour": self.colour,
        }

    def _dress(self, doctree: nodes.document, name: str, case: Case) -> None:
        """Give a case what it has on paper only."""
        add_kicker(doctree, case)
        order_facts(doctree)
        credit(doctree, case)
        open_with_photo(doctree, Path(self.srcdir))
        keep_to_grid(doctree, Path(self.srcdir))
        fill_opening(doctree)
        if site := self.config.praktijkboek_site:
            address = page_address(site, name)
            code = self.drawn(f"qr-{assemble.anchor(name)}", qr_svg(address))
            add_code(doctree, case.short_title, address, code)

    def icon(self, kind: str) -> str:
        """The address of the icon of a kind of fact, in the colour of the document; empty where there is none."""
        if kind not in ICONS:
            return ""
        path = self.drawn(f"{kind}-{self.colour[1:]}", icon(kind, self.colour))
        return f"{PICTURES}/{self.images[path]}"

    def drawn(self, stem: str, svg: str) -> str:
        """Keep a drawing that is made here beside the book; its path, under which ``images`` knows it."""
        path = self.outdir / f"{stem}.svg"
        if str(path) not in self.images:
            path.write_text(svg, encoding="utf-8")
            self.images[str(path)] = path.name
        return str(path)

    def _settings(self) -> Values:
        """Docutils' settings for writing HTML, with those of the environment over them."""
        settings = get_default_settings(HTMLWriter)
        for setting, value in self.env.settings.items():
            setattr(settings, setting, value)
        settings.attribution = "none"  # no dash before who said it
        return settings

    def _case(self, name: str) -> Case | None:
        """The case that a document tells about."""
        cases: dict[str, Case] = getattr(self.env.get_domain("praktijk"), "cases", {})
        *_, folder, last = name.split("/")
        return cases.get(folder) if last == "index" else None

"""The Sphinx builder ``boek``: all documents in one PDF."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, cast

from docutils.frontend import Values, get_default_settings
from jinja2 import Environment, PackageLoader, StrictUndefined
from sphinx.builders import Builder
from sphinx.highlighting import PygmentsBridge
from sphinx.writers.html import HTMLWriter

from praktijkboek import __version__, drawing
from praktijkboek.book import edition_day
from praktijkboek.notation import format_date
from praktijkboek.print import assemble
from praktijkboek.print.edition import EDITIONS
from praktijkboek.print.pdf import write_pdf
from praktijkboek.print.translator import BookTranslator

COLOPHON = "book/achteraan/colofon"
PICTURES = "boek:beeld"
"""The address of pictures in the book; ``pdf`` opens no other."""
NEUTRAL = "#1b5e57"
"""The colour of chapters that belong to no theme."""
UNLESS = "tenzij er bij een praktijk of beeld iets anders staat"
"""What the licence doesn't cover, as the colophon says."""
SHORT = 220
"""A chapter of fewer words shares its page with a short one before it."""
COVER_FUNCTIONS = ("buurtwinkel", "buurtcafe", "pakjespunt", "moestuin")
COVER_TRANSPORT = ("bushalte", "deelfiets", "deelauto")


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
        cover = drawing.header("omslag", "mobiliteit", COVER_FUNCTIONS, COVER_TRANSPORT, "station")
        content = self._content(cover.alt)
        (self.outdir / "omslag.svg").write_text(cover.svg, encoding="utf-8")
        pictures = {name: self.srcdir / path for path, name in self.images.items()}
        pictures["omslag/boek.svg"] = self.outdir / "omslag.svg"
        files = {f"{PICTURES}/{name}": path for name, path in pictures.items()}
        loader = PackageLoader("praktijkboek.print", ".")
        template = Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template("book.html")
        for edition in (EDITIONS[name] for name in self.config.praktijkboek_editions):
            target = self.outdir / edition.file
            page = template.render(content, edition=edition)
            target.with_suffix(".html").write_text(page, encoding="utf-8")
            pages = write_pdf(page, files, edition, target)
            target.with_suffix(".pages").write_text(str(pages), encoding="utf-8")

    def _content(self, cover_alt: str) -> dict[str, Any]:
        """What the template wants to know, the same for every edition."""
        parts = [
            {"title": part.title, "documents": [self._document(n) for n in part.documents if n != COLOPHON]}
            for part in assemble.parts(self.env, self.config.root_doc)
        ]
        return {
            "title": self.config.html_title,
            "author": self.config.author,
            "date": format_date(edition_day()),
            "day": edition_day().isoformat(),
            "rights": f"{self.config.copyright}, {UNLESS}",
            "licence": self.config.praktijkboek_licence,
            "tool": f"praktijkboek {__version__}",
            "colophon": self._document(COLOPHON),
            "parts": parts,
            "cover_alt": cover_alt,
        }

    def _document(self, name: str) -> dict[str, str]:
        """One document as the template wants it."""
        self.current_docname = name
        doctree = assemble.resolved(self.env, name)
        self.post_process_images(doctree)
        doctree.settings = self._settings()
        visitor = cast(BookTranslator, self.create_translator(doctree, self))
        doctree.walkabout(visitor)
        kind, colour = self._kind_and_colour(name)
        if len(doctree.astext().split()) < SHORT:
            kind += " kort"
        return {
            "id": assemble.anchor(name),
            "title": self.env.titles[name].astext(),
            "html": "".join(visitor.fragment),
            "kind": kind,
            "colour": colour,
        }

    def _settings(self) -> Values:
        """Docutils' settings for writing HTML, with those of the environment over them."""
        settings = get_default_settings(HTMLWriter)
        for setting, value in self.env.settings.items():
            setattr(settings, setting, value)
        return settings

    def _kind_and_colour(self, name: str) -> tuple[str, str]:
        """Case or chapter; the colour of its theme, and a neutral one for chapters that have none."""
        cases: dict[str, Any] = getattr(self.env.get_domain("praktijk"), "cases", {})
        *_, folder, last = name.split("/")
        case = cases.get(folder) if last == "index" else None
        theme = case.themas[0] if case else last
        return "praktijk" if case else "hoofdstuk", drawing.THEME_COLOURS.get(theme, NEUTRAL)

"""The Sphinx builder ``boek``: all documents in one PDF."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from os import environ
from typing import Any, ClassVar, cast

from docutils.frontend import get_default_settings
from jinja2 import Environment, PackageLoader, StrictUndefined
from sphinx.builders import Builder
from sphinx.highlighting import PygmentsBridge
from sphinx.writers.html import HTMLWriter

from praktijkboek import drawing
from praktijkboek.notation import format_date
from praktijkboek.print import assemble
from praktijkboek.print.pdf import write_pdf
from praktijkboek.print.translator import BookTranslator

COLOPHON = "book/achteraan/colofon"
PICTURES = "boek:beeld"
"""The address of pictures in the book; ``pdf`` opens no other."""
NEUTRAL = "#1b5e57"
"""The colour of chapters that belong to no theme."""


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
    math_renderer_name = "mathjax"

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
        parts = [
            {
                "title": part.title,
                "documents": [self._document(name) for name in part.documents if name != COLOPHON],
            }
            for part in assemble.parts(self.env, self.config.root_doc)
        ]
        cover = drawing.header("omslag", "mobiliteit", COVER_FUNCTIONS, COVER_TRANSPORT, "station")
        context = {
            "title": self.config.html_title,
            "author": self.config.author,
            "date": book_date(),
            "colophon": self._document(COLOPHON),
            "parts": parts,
            "cover": cover,
        }
        templates = Environment(
            loader=PackageLoader("praktijkboek.print", "."),
            autoescape=True,
            undefined=StrictUndefined,
        )
        page = templates.get_template("book.html").render(context)
        self.outdir.mkdir(parents=True, exist_ok=True)
        (self.outdir / "omslag.svg").write_text(cover.svg, encoding="utf-8")
        files = {f"{PICTURES}/{name}": self.srcdir / path for path, name in self.images.items()}
        files[f"{PICTURES}/omslag.svg"] = self.outdir / "omslag.svg"
        (self.outdir / "praktijkboek.html").write_text(page, encoding="utf-8")
        pages = write_pdf(page, files, self.outdir / "praktijkboek.pdf")
        (self.outdir / "pages.txt").write_text(str(pages), encoding="utf-8")

    def _document(self, name: str) -> dict[str, str]:
        """One document as the template wants it."""
        self.current_docname = name
        doctree = assemble.resolved(self.env, name)
        self.post_process_images(doctree)
        settings = get_default_settings(HTMLWriter)
        for setting, value in self.env.settings.items():
            setattr(settings, setting, value)
        doctree.settings = settings
        visitor = cast(BookTranslator, self.create_translator(doctree, self))
        doctree.walkabout(visitor)
        facts = self._facts(name)
        if len(doctree.astext().split()) < SHORT:
            facts["kind"] += " kort"
        title = self.env.titles[name].astext()
        return {
            "id": assemble.anchor(name),
            "title": title,
            "html": "".join(visitor.fragment),
            **facts,
        }

    def _facts(self, name: str) -> dict[str, str]:
        """Colour and place: the theme's for a case or a chapter on a theme, neutral for the others."""
        cases: dict[str, Any] = getattr(self.env.get_domain("praktijk"), "cases", {})
        *_, folder, last = name.split("/")
        case = cases.get(folder) if last == "index" else None
        theme = case.themas[0] if case else last
        place = f"{case.dorp}" if case else ""
        kind = "praktijk" if case else "hoofdstuk"
        return {"kind": kind, "place": place, "colour": drawing.THEME_COLOURS.get(theme, NEUTRAL)}


SHORT = 220
"""A chapter of fewer words shares its page with a short one before it."""
COVER_FUNCTIONS = ("buurtwinkel", "buurtcafe", "pakjespunt", "moestuin")
COVER_TRANSPORT = ("bushalte", "deelfiets", "deelauto")


def book_date() -> str:
    """The day of the edition: that of SOURCE_DATE_EPOCH (seconds since 1970), or today."""
    seconds = environ.get("SOURCE_DATE_EPOCH")
    day = datetime.fromtimestamp(int(seconds), tz=UTC) if seconds else datetime.now(tz=UTC)
    return format_date(day.date())

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
from praktijkboek.drawing.cover import ALT, cover, ruled
from praktijkboek.notation import format_date
from praktijkboek.print import assemble, frame
from praktijkboek.print.edition import EDITIONS
from praktijkboek.print.hyphenation import SOFT, hyphenate
from praktijkboek.print.pdf import write_pdf
from praktijkboek.print.print_shop import FILLERS, spine
from praktijkboek.print.said import Said
from praktijkboek.print.sharpness import SHARP, soft_photos
from praktijkboek.print.translator import BookTranslator
from praktijkboek.vocabulary import label

COLOPHON = "book/achteraan/colofon"
PICTURES = "boek:beeld"
"""The address of pictures in the book; ``pdf`` opens no other."""
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
        pictures = {name: self.srcdir / path for path, name in self.images.items()} | self._drawings()
        files = {f"{PICTURES}/{name}": path for name, path in pictures.items()}
        loader = PackageLoader("praktijkboek.print", ".")
        template = Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template("book.html")
        for edition in (EDITIONS[name] for name in self.config.praktijkboek_editions):
            target = self.outdir / edition.file
            page = template.render(content, edition=edition, fillers=FILLERS if edition.for_print_shop else 0)
            page = page if edition.hyphenated else page.replace(SOFT, "")
            target.with_suffix(".html").write_text(page, encoding="utf-8")
            pages = write_pdf(page, files, edition, target)
            Said(len(pages), self._remarks(pages) if edition.for_print_shop else ()).write(target)

    def _remarks(self, pages: list[Any]) -> tuple[str, ...]:
        """What is to be known before the book goes to a print shop."""
        soft = soft_photos(pages, self.photos)
        return (spine(len(pages)), *([f"Minder dan {SHARP} dpi op hun maat in druk:", *soft] if soft else ()))

    def _drawings(self) -> dict[str, Path]:
        """The drawings of the book itself, by the name that templates and style sheets know."""
        front, back = cover()
        paths = {}
        for name, svg in {"voor": front, "achter": back, "lijnen": ruled()}.items():
            paths[f"eigen/{name}.svg"] = path = Path(self.outdir, f"{name}.svg")
            path.write_text(svg, encoding="utf-8")
        return paths

    def _content(self) -> dict[str, Any]:
        """What the template wants to know, the same for every edition."""
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
            "site": getattr(self.config, "praktijkboek_site", ""),
            "qr": "",
        }

    def _document(self, name: str) -> dict[str, str]:
        """One document as the template wants it."""
        self.current_docname = name
        doctree = assemble.resolved(self.env, name)
        self.post_process_images(doctree)
        for image in doctree.findall(nodes.image):
            if image["uri"] in self.images:
                own = posixpath.join(posixpath.dirname(name), image.get("original_uri", image["uri"]))
                self.photos[f"{PICTURES}/{self.images[image['uri']]}"] = own
        hyphenate(doctree)
        doctree.settings = self._settings()
        visitor = cast(BookTranslator, self.create_translator(doctree, self))
        doctree.walkabout(visitor)
        kind, theme, colour = self._kind(name)
        if len(doctree.astext().split()) < SHORT:
            kind += " kort"
        return {
            "id": assemble.anchor(name),
            "title": self.env.titles[name].astext(),
            "html": "".join(visitor.fragment),
            "kind": kind,
            "theme": theme,
            "colour": colour,
        }

    def _settings(self) -> Values:
        """Docutils' settings for writing HTML, with those of the environment over them."""
        settings = get_default_settings(HTMLWriter)
        for setting, value in self.env.settings.items():
            setattr(settings, setting, value)
        return settings

    def _kind(self, name: str) -> tuple[str, str, str]:
        """Case or chapter; the first theme of a case in words; a colour, neutral for what has no theme."""
        cases: dict[str, Any] = getattr(self.env.get_domain("praktijk"), "cases", {})
        *_, folder, last = name.split("/")
        case = cases.get(folder) if last == "index" else None
        if case:
            theme = case.themas[0]
            return frame.CASE, label("themas", theme), drawing.THEME_COLOURS.get(theme, NEUTRAL)
        return "hoofdstuk", "", drawing.THEME_COLOURS.get(last, NEUTRAL)

"""The Sphinx builder ``boek``: all documents in one PDF."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, cast

from docutils import nodes
from docutils.frontend import Values, get_default_settings
from sphinx.builders import Builder
from sphinx.highlighting import PygmentsBridge
from sphinx.writers.html import HTMLWriter

from praktijkboek import __version__, drawing
from praktijkboek.book import edition_day
from praktijkboek.case import Case
from praktijkboek.drawing.cover import ALT, country, cover, ruled
from praktijkboek.drawing.icons import ICONS, icon
from praktijkboek.notation import format_date
from praktijkboek.print import assemble, engine, frame
from praktijkboek.print.case_page import add_code, add_kicker, order_facts
from praktijkboek.print.edition import EDITIONS, Edition
from praktijkboek.print.figures import credit, keep_to_grid, open_with_photo
from praktijkboek.print.fragments.binding import Binding
from praktijkboek.print.fragments.join import Joined
from praktijkboek.print.fragments.store import opened
from praktijkboek.print.hyphenation import hyphenate
from praktijkboek.print.metadata import About
from praktijkboek.print.opening import fill_opening
from praktijkboek.print.pdf import write_pdf
from praktijkboek.print.print_shop import remarks
from praktijkboek.print.qr import page_address, qr_svg
from praktijkboek.print.references import placeholder
from praktijkboek.print.said import Said
from praktijkboek.print.templates import Templates
from praktijkboek.print.translator import BookTranslator
from praktijkboek.vocabulary import label

COLOPHON = "book/achteraan/colofon"
PICTURES = "boek:beeld"
"""The address of pictures in the book; ``fetcher`` opens no other."""
NEUTRAL = "#1b5e57"
"""The colour of chapters that belong to no theme."""
DESCRIPTION = "Hoe kleine Vlaamse dorpen een ontmoetingsplaats met diensten en vervoer opzetten."
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
        """Give the translator what it asks for, and don't keep in memory what was just read."""
        self.events.connect("source-read", self._let_go, 500)
        self.highlighter = PygmentsBridge("html", "default")
        self.secnumbers: dict[str, tuple[int, ...]] = {}
        self.fignumbers: dict[str, dict[str, tuple[int, ...]]] = {}
        self.current_docname = ""
        self.imgpath = PICTURES
        self.photos: dict[str, str] = {}  # what the author named each picture, by its address in the book

    def _let_go(self, *_: object) -> None:
        """Let go of the document that was read before; Sphinx 9 keeps all for who writes them one by one."""
        getattr(self.env, "_write_doc_doctree_cache", {}).clear()

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
        """Render every document, and make a PDF of each edition that is asked for."""
        del docnames
        self.outdir.mkdir(parents=True, exist_ok=True)
        content = self._content()
        files = {f"{PICTURES}/{name}": self.srcdir / path for path, name in self.images.items()}
        editions = [EDITIONS[name] for name in self.config.praktijkboek_editions]
        make = self._lay_out_whole if self.config.praktijkboek_whole else self._bind
        for edition, joined in zip(editions, make(editions, Templates(content), files), strict=False):
            lines = remarks(joined.pages, joined.photos, self.photos) if edition.for_print_shop else ()
            Said(joined.pages, lines).write(self._file(edition))

    def _lay_out_whole(
        self, editions: Sequence[Edition], templates: Templates, files: Mapping[str, Path]
    ) -> list[Joined]:
        """Each edition in one pass."""
        return [write_pdf(templates.book(one), files, one, self._file(one)) for one in editions]

    def _bind(self, editions: Sequence[Edition], templates: Templates, files: Mapping[str, Path]) -> list[Joined]:
        """The editions from fragments; none of them if there was a warning."""
        with opened(Path(self.srcdir)) as store:
            binding = Binding(store, files, self._about(templates.content), fresh=self.config.praktijkboek_fresh)
            made = binding.bind([binding.prepare(one, templates.units(one), self._file(one)) for one in editions])
        return [made[one.name] for one in editions if made]

    def _file(self, edition: Edition) -> Path:
        return Path(self.outdir) / edition.file

    @staticmethod
    def _about(content: Mapping[str, Any]) -> About:
        """What the PDFs say of themselves."""
        return About(
            title=content["title"],
            authors=(content["author"],),
            language="nl",
            tool=content["tool"],
            description=content["description"],
            rights=content["rights"],
            licence=content["licence"],
            created=content["day"],
            modified=content["day"],
            producer=f"WeasyPrint {engine.VERSION}",
        )

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
            "description": DESCRIPTION,
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
            kind += f" {frame.SHORT}"
        return {
            "id": assemble.anchor(name),
            "name": name,
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

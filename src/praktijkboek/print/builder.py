"""The Sphinx builder ``boek``: all documents in one PDF, and each case in one of its own."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from sphinx.builders import Builder
from sphinx.errors import NoUri
from sphinx.highlighting import PygmentsBridge

from praktijkboek import __version__
from praktijkboek.book import CASES, SHEETS, edition_day
from praktijkboek.drawing.cover import ALT, country, cover, ruled
from praktijkboek.notation import format_date
from praktijkboek.print import assemble, frame
from praktijkboek.print.edition import BOOK, EDITIONS, Edition
from praktijkboek.print.fragments.binding import Binding
from praktijkboek.print.fragments.join import Joined
from praktijkboek.print.fragments.sheets import Sheets
from praktijkboek.print.fragments.store import Store, opened
from praktijkboek.print.metadata import About
from praktijkboek.print.pdf import write_pdf
from praktijkboek.print.print_shop import remarks
from praktijkboek.print.qr import qr_svg, seen_from
from praktijkboek.print.references import placeholder
from praktijkboek.print.rendering import PICTURES, Rendering
from praktijkboek.print.templates import Templates
from praktijkboek.print.translator import BookTranslator
from praktijkboek.said import Said

COLOPHON = "book/achteraan/colofon"
DESCRIPTION = "Hoe kleine Vlaamse dorpen een ontmoetingsplaats met diensten en vervoer opzetten."
UNLESS = "tenzij er bij een praktijk of beeld iets anders staat"
"""What the licence doesn't cover, as the colophon says."""
PREVIEW = "voorbeeld"
"""What the store calls what is made while somebody writes."""


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

    def _let_go(self, *_: object) -> None:
        """Let go of the document that was read before; Sphinx 9 keeps all for who writes them one by one."""
        self.env._write_doc_doctree_cache.clear()

    def get_outdated_docs(self) -> Iterator[str]:
        """All documents, as they all stand in the one file."""
        yield from sorted(self.env.found_docs)

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """A link that ``assemble`` makes into one inside the file; only the site has pages outside of the contents.

        :raises NoUri: for such a page; Sphinx then keeps the words of the link
        """
        del typ
        if "orphan" in self.env.metadata[docname]:
            raise NoUri(docname)
        return assemble.SCHEME + docname

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """The same from everywhere."""
        del from_
        return self.get_target_uri(to, typ)

    def write_documents(self, docnames: Any) -> None:
        """Render what is needed, and make a PDF of each edition that is asked for, or only sheets of some cases."""
        del docnames
        self.outdir.mkdir(parents=True, exist_ok=True)
        self.rendering = Rendering(self, self.config.praktijkboek_site, self.drawn)
        if self.config.praktijkboek_only_sheets:
            self._make_sheets({f"{CASES}/{slug}/index" for slug in self.config.praktijkboek_only_sheets})
        else:
            self._make_editions()

    def _make_editions(self) -> None:
        templates = Templates(self._content())
        editions = [EDITIONS[name] for name in self.config.praktijkboek_editions]
        shutil.rmtree(self._sheets_folder, ignore_errors=True)
        make = self._lay_out_whole if self.config.praktijkboek_whole else self._bind
        for edition, joined in zip(editions, make(editions, templates, self._files()), strict=False):
            photos = self.rendering.photos
            lines = remarks(joined.pages, joined.photos, photos) if edition.for_print_shop else ()
            Said(joined.pages, lines).write(self._file(edition))

    def _make_sheets(self, names: Collection[str]) -> None:
        """Make the PDFs of some cases, named by their documents; if there was a warning, those of before stay."""
        templates = Templates(self._content(names))
        with opened(Path(self.srcdir), PREVIEW) as store:
            binding = Binding(store, self._files(), self._about(templates.content))
            binding.bind_sheets(BOOK, templates.units(BOOK).of_cases(names), self._sheets(store, templates.content))

    def _files(self) -> dict[str, Path]:
        """All pictures, by their address in the HTML."""
        return {f"{PICTURES}/{name}": self.srcdir / path for path, name in self.images.items()}

    def _lay_out_whole(
        self, editions: Sequence[Edition], templates: Templates, files: Mapping[str, Path]
    ) -> list[Joined]:
        """Each edition in one pass; its HTML stays beside it."""
        made = []
        for edition in editions:
            target, page = self._file(edition), templates.book(edition)
            target.with_suffix(".html").write_text(page, encoding="utf-8")
            made.append(write_pdf(page, files, edition, target))
        return made

    def _bind(self, editions: Sequence[Edition], templates: Templates, files: Mapping[str, Path]) -> list[Joined]:
        """The editions from fragments; none of them if there was a warning."""
        with opened(Path(self.srcdir)) as store:
            binding = Binding(store, files, self._about(templates.content), fresh=self.config.praktijkboek_fresh)
            sheets = self._sheets(store, templates.content) if self.config.praktijkboek_sheets else None
            return binding.bind(
                [
                    binding.prepare(one, templates.units(one), self._file(one), sheets if one is BOOK else None)
                    for one in editions
                ]
            )

    def _file(self, edition: Edition) -> Path:
        return Path(self.outdir) / edition.file

    @property
    def _sheets_folder(self) -> Path:
        return Path(self.outdir) / SHEETS

    def _sheets(self, store: Store, content: Mapping[str, Any]) -> Sheets:
        """What makes the PDFs of single cases."""
        book = replace(self._about(content), created=None, modified=None)  # a day would change the sheet each day
        documents = {assemble.anchor(name): name for name in self.env.found_docs}
        site = self.config.praktijkboek_site

        def about(name: str) -> About:
            case = self.rendering.case(name)
            assert case is not None
            return replace(book, title=self.env.titles[name].astext(), description=case.samenvatting)

        def address(target: str, document: str) -> str:
            anchor, _, identifier = target.partition("--")
            return seen_from(site, document, documents.get(anchor, self.config.root_doc), identifier)

        return Sheets(store, self._sheets_folder, about, address, fresh=self.config.praktijkboek_fresh)

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
        )

    def _draw_frame(self, site: str) -> None:
        """Make the drawings of the book itself, under the names that templates and style sheets know."""
        front, back = cover()
        for stem, svg in {"omslag-voor": front, "omslag-achter": back, "land": country(), "lijnen": ruled()}.items():
            self.drawn(stem, svg)
        if site:
            self.drawn("qr-boek", qr_svg(site))

    def _content(self, only: Collection[str] = ()) -> dict[str, Any]:
        """What the template wants to know, the same for every edition.

        :param only: the names of the documents whose HTML is wanted, if not of all
        """
        site = self.config.praktijkboek_site
        self._draw_frame(site)

        def document(name: str) -> dict[str, str]:
            self.current_docname = name
            wanted = not only or name in only
            return self.rendering.document(name) if wanted else self.rendering.facts(name)

        parts: list[dict[str, Any]] = [
            {
                "title": part.title,
                "line": part.line,
                "documents": [document(name) for name in part.documents if name != COLOPHON],
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
            "colophon": document(COLOPHON),
            "parts": parts,
            "themes": frame.themes(),
            "case_count": sum(frame.is_case(document) for part in parts for document in part["documents"]),
            "cover_alt": ALT,
            "site": site,
        }

    def icon(self, kind: str) -> str:
        """The address of the icon of a kind of fact: the translator asks its builder for it."""
        return self.rendering.icon(kind)

    def drawn(self, stem: str, svg: str) -> str:
        """Keep a drawing that is made here beside the book; its path, under which ``images`` knows it."""
        path = self.outdir / f"{stem}.svg"
        if str(path) not in self.images:
            path.write_text(svg, encoding="utf-8")
            self.images[str(path)] = path.name
        return str(path)

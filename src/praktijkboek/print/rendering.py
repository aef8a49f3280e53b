"""One document of the book as HTML, with what it has on paper only."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import cast

from docutils import nodes
from docutils.frontend import Values, get_default_settings
from sphinx.builders import Builder
from sphinx.writers.html import HTMLWriter

from praktijkboek import drawing
from praktijkboek.address import page_address
from praktijkboek.case import Case
from praktijkboek.drawing.icons import ICONS, icon
from praktijkboek.print import assemble, frame
from praktijkboek.print.case_page import add_code, add_kicker, order_facts
from praktijkboek.print.figures import credit, keep_to_grid, open_with_photo
from praktijkboek.print.hyphenation import hyphenate
from praktijkboek.print.opening import fill_opening
from praktijkboek.print.qr import qr_svg
from praktijkboek.print.translator import BookTranslator
from praktijkboek.vocabulary import label

PICTURES = "boek:beeld"
"""The address of pictures in the book; ``fetcher`` opens no other."""
NEUTRAL = "#1b5e57"
"""The colour of chapters that belong to no theme."""
SHORT = 220
"""A chapter of fewer words shares its page with a short one before it."""


class Rendering:
    """Renders the documents of one build, one after another.

    :param site: the address of the published site, to which QR codes lead; empty if there is none
    :param drawn: keeps a drawing by its name, and gives the path under which the builder's ``images`` know it
    """

    def __init__(self, builder: Builder, site: str, drawn: Callable[[str, str], str]) -> None:
        self._builder, self._env, self._site, self._drawn = builder, builder.env, site, drawn
        self._folder = Path(builder.srcdir)
        self._cases: Mapping[str, Case] = getattr(self._env.get_domain("praktijk"), "cases", {})
        self._colour = NEUTRAL
        self.photos: dict[str, str] = {}
        """What the author named each picture, by its address in the book."""

    def facts(self, name: str) -> dict[str, str]:
        """A document as the templates want it, as far as other documents show something of it: without its HTML."""
        case = self.case(name)
        theme = case.themas[0] if case else ""
        return {
            "id": assemble.anchor(name),
            "name": name,
            "title": self._env.titles[name].astext(),
            "html": "",
            "kind": frame.CASE if case else "hoofdstuk",
            "theme": label("themas", theme) if theme else "",
            "colour": drawing.THEME_COLOURS.get(theme or name.rpartition("/")[2], NEUTRAL),
        }

    def document(self, name: str) -> dict[str, str]:
        """A document as the templates want it."""
        found = self.facts(name)
        self._colour = found["colour"]
        doctree = assemble.resolved(self._env, name)
        self._builder.post_process_images(doctree)
        self._note_photos(doctree, name)
        if case := self.case(name):
            self._dress(doctree, name, case)
        hyphenate(doctree)
        doctree.settings = self._settings()
        visitor = cast(BookTranslator, self._builder.create_translator(doctree, self._builder))
        doctree.walkabout(visitor)
        found["html"] = "".join(visitor.fragment)
        if len(doctree.astext().split()) < SHORT:
            found["kind"] += f" {frame.SHORT}"
        return found

    def case(self, name: str) -> Case | None:
        """The case that a document tells about."""
        *_, folder, last = name.split("/")
        return self._cases.get(folder) if last == "index" else None

    def icon(self, kind: str) -> str:
        """The address of the icon of a kind of fact, in the colour of the document; empty where there is none."""
        if kind not in ICONS:
            return ""
        path = self._drawn(f"{kind}-{self._colour[1:]}", icon(kind, self._colour))
        return f"{PICTURES}/{self._builder.images[path]}"

    def _note_photos(self, doctree: nodes.document, name: str) -> None:
        for image in doctree.findall(nodes.image):
            if "bestand" in image:
                own = posixpath.join(posixpath.dirname(name), image["bestand"])
                self.photos[f"{PICTURES}/{self._builder.images[image['uri']]}"] = own

    def _dress(self, doctree: nodes.document, name: str, case: Case) -> None:
        """Give a case what it has on paper only."""
        add_kicker(doctree, case)
        order_facts(doctree)
        credit(doctree, case)
        open_with_photo(doctree, self._folder)
        keep_to_grid(doctree, self._folder)
        fill_opening(doctree)
        if self._site:
            address = page_address(self._site, name)
            code = self._drawn(f"qr-{assemble.anchor(name)}", qr_svg(address))
            add_code(doctree, case.short_title, address, code)

    def _settings(self) -> Values:
        """Docutils' settings for writing HTML, with those of the environment over them."""
        settings = get_default_settings(HTMLWriter)
        for setting, value in self._env.settings.items():
            setattr(settings, setting, value)
        settings.attribution = "none"  # no dash before who said it
        return settings

"""What happens while Sphinx reads a case: its header goes, its facts come."""

from __future__ import annotations

import posixpath
import re
import string
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

from praktijkboek.case import Case
from praktijkboek.site import factsheet
from praktijkboek.site.cases import practices, slug_of
from praktijkboek.site.trust import is_trusted


def start_noting(app: Sphinx, document_name: str, source: list[str]) -> None:
    """From here on, what the page shows of cases is noted."""
    del document_name, source
    practices(app.env).start_noting()


def stop_noting(app: Sphinx, doctree: nodes.document) -> None:
    """The page is read, and all that it refers to is known."""
    practices(app.env).stop_noting(app.env.docname, doctree)


def blank_header(app: Sphinx, document_name: str, source: list[str]) -> None:
    """Put the title in the place of the header and leave its other lines empty.

    Docutils never sees the header (several Dutch keys are its bibliographic fields), and the numbers of all later
    lines stay right. Every ASCII sign of the title is escaped: it is text, not Markdown.
    """
    if is_trusted(document_name):
        return
    slug, domain = slug_of(document_name), practices(app.env)
    if slug is None or slug not in domain.cases:
        source[0] = ""  # nobody reads it: see ``Cases.read``
        return
    text = source[0].lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    body = text.split("\n")[domain.headers[slug] :]
    title = "".join(f"\\{c}" if c in string.punctuation else c for c in " ".join(domain.cases[slug].titel.split()))
    source[0] = "\n".join([f"# {title}", *[""] * (domain.headers[slug] - 1), *body])


def insert_facts(app: Sphinx, doctree: nodes.document) -> None:
    """Put the facts under the title of a case, and its sources and credits at the end."""
    slug = slug_of(app.env.docname)
    if slug is None:
        return
    domain = practices(app.env)
    case: Case = domain.cases[slug]
    section = next(iter(doctree.findall(nodes.section)))
    pictures = list(doctree.findall(nodes.image))
    described = {posixpath.normpath(photo.bestand): photo.alt for photo in case.fotos if photo.alt}
    for image in pictures:
        if not image.get("alt"):
            image["alt"] = described.get(image["bestand"], "")
    section[1:1] = factsheet.opening(slug, case, doctree, app, has_photo=bool(pictures))
    section += factsheet.closing(case, domain.alike(slug), domain.cases, doctree)
    app.env.metadata[app.env.docname]["samenvatting"] = case.samenvatting


def name_referring_page(app: Sphinx, doctree: nodes.document) -> None:
    """Tell each reference that was made from facts on which page it stands; its address depends on it."""
    for reference in doctree.findall(addnodes.pending_xref):
        reference.setdefault("refdoc", app.env.docname)


class DutchApostrophes(SphinxTransform):
    """Set ’t, ’s and ’n with an apostrophe; docutils' smart quotes would open a quotation there."""

    default_priority = 740  # before docutils' SmartQuotes (855) and after the text is complete

    def apply(self, **kwargs: Any) -> None:
        """Change every text of the document that is no code."""
        del kwargs
        for text in list(self.document.findall(nodes.Text)):
            if not isinstance(text.parent, nodes.literal | nodes.literal_block):
                curled = re.sub(r"(?<![\w’'])'(?=(?:[tsnkmr]|[sS]) |s-\w|\d0)", "’", str(text))
                if curled != text:
                    text.parent.replace(text, nodes.Text(curled))

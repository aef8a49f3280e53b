"""``{beeldlijst}``: who made which photo, what a reader may do with it, and where it stands."""

from __future__ import annotations

import posixpath
import textwrap
from collections.abc import Iterator

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from praktijkboek.case import Case, Photo
from praktijkboek.site.cases import docname, practices, slug_of
from praktijkboek.site.factsheet import case_link
from praktijkboek.site.overviews.marks import page
from praktijkboek.site.overviews.tables import cell, page_head, table
from praktijkboek.spelling import as_address
from praktijkboek.vocabulary import label

MOST_LETTERS = 90
"""Of what a photo shows: two lines on paper. All of it is heard at the photo itself."""
DRAWN = (
    "Alle andere tekeningen zijn door het programma van dit boek gemaakt uit de feiten; ze tonen geen echte gebouwen."
)
NOT_YET = "Er staan nog geen foto’s in dit boek."


class PhotoList(SphinxDirective):
    """``{beeldlijst}``: a table of all photos in the book's order, and one sentence on the drawings."""

    def run(self) -> list[nodes.Node]:
        """The table, or a sentence that says that there is no photo yet."""
        rows = [row for slug, case in practices(self.env).cases.items() for row in _rows(slug, case)]
        heads = [cell("Beeld"), cell("Praktijk"), cell("Maker"), cell("Licentie"), page_head("blz alleen-druk")]
        found = table("beeldlijst", heads, [rows]) if rows else nodes.paragraph("", NOT_YET)
        return [found, nodes.paragraph("", DRAWN if rows else DRAWN.replace("andere ", ""))]


def _rows(slug: str, case: Case) -> Iterator[nodes.row]:
    for photo in case.fotos:
        yield nodes.row(
            "",
            cell(textwrap.shorten(photo.alt or photo.bestand, MOST_LETTERS, placeholder=" …")),
            cell(case_link(slug, case, short=True)),
            cell(maker(photo)),
            cell(label("licentie", photo.licentie)),
            cell(page(docname(slug), _identifier(photo.bestand)), kind="blz alleen-druk"),
        )


def maker(photo: Photo) -> str:
    """Who made a photo, from where it came, and when."""
    source = photo.bron if photo.bron != photo.maker else None
    return ", ".join(str(part) for part in (photo.maker, source, photo.jaar) if part)


def _identifier(file_name: str) -> str:
    return f"beeld-{as_address(posixpath.normpath(file_name))}"


def name_pictures(app: Sphinx, doctree: nodes.document) -> None:
    """Give each photo of a case the identifier that the list of photos refers to."""
    case = practices(app.env).cases.get(slug_of(app.env.docname) or "")
    files = {posixpath.normpath(photo.bestand) for photo in case.fotos} if case else set()
    for image in doctree.findall(nodes.image):
        name = image.get("bestand")
        if name in files:
            files.remove(name)  # the first place where it stands
            image["ids"].append(_identifier(name))


def connect(app: Sphinx) -> None:
    """Add the directive; the pictures get their names once ``pictures`` has put the cleaned ones in their place."""
    app.add_directive("beeldlijst", PhotoList)
    app.connect("doctree-read", name_pictures, priority=110)

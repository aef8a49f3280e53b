"""Looks at whole pages: what is nearly empty, and what starts on the wrong side."""

from __future__ import annotations

from collections.abc import Iterator

from proof.document import Document, Page
from proof.finding import Finding, Paper

LARGE = 18
"""Points: a number of this size is that of a part."""
FEW = 60
"""Characters: a page with fewer must be meant so."""


def is_designed(page: Page, document: Document) -> bool:
    """Whether a page is meant to hold little: covers, the first page of a part, a page for notes."""
    notes = any(line.text.startswith("Notities") for line in page.lines)
    return page.number in {1, len(document.pages)} or notes or opens_part(page)


def opens_part(page: Page) -> bool:
    """Whether it's the first page of a part, or the cover."""
    return any(line.kind == "H1" for line in page.body)


def thin_pages(document: Document, paper: Paper) -> Iterator[Finding]:
    """A page with nothing or next to nothing on it."""
    for page in document.pages:
        if is_designed(page, document) or page.characters >= FEW:
            continue
        if page.characters:
            text = " ".join(line.text for line in page.text_lines)
            yield Finding(page.number, f"er staan maar {page.characters} tekens op", text)
        elif not _may_be_empty(page, document, paper):
            yield Finding(page.number, "ze is leeg, en dat is niet zo bedoeld")


def _may_be_empty(page: Page, document: Document, paper: Paper) -> bool:
    """Whether it holds a picture, or lets a part start on the right, or the cover stand at the back."""
    has_picture = any(picture.mark is not None for picture in page.pictures)
    at_end = page.number >= len(document.pages) - paper.white_at_end
    return has_picture or at_end or opens_part(document.pages[page.number])


def cases_start_left(document: Document, paper: Paper) -> Iterator[Finding]:
    """Spreads can only be designed when a case starts on a left-hand page."""
    for name, number in document.cases.items():
        if number % 2 and paper.spreads:
            yield Finding(number, "een praktijk begint op een rechterbladzijde", name)


def parts_start_right(document: Document, paper: Paper) -> Iterator[Finding]:
    """The cover and the first page of a part are right-hand pages."""
    for page in document.pages:
        titles = [line for line in page.body if line.kind == "H1"]
        if titles and page.number % 2 == 0 and paper.spreads:
            yield Finding(page.number, "een deel begint op een linkerbladzijde", " ".join(line.text for line in titles))


def folios(document: Document, paper: Paper) -> Iterator[Finding]:
    """The printed page number is the one that a reader's program shows."""
    del paper
    for page in document.pages:
        in_margin = [line for line in page.lines if not line.block and line.size < LARGE]
        numbers = [line.text for line in in_margin if line.text.isdecimal()]
        label = document.labels[page.number - 1]
        if numbers and label not in numbers:
            yield Finding(page.number, f"een lezer ziet bladzijde {label} in het programma", " ".join(numbers))

"""Looks at everything that leads elsewhere: contents, "(zie p. 45)", links, footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proof.document import Document, Link
from proof.finding import Finding, Paper
from proof.tree import HEADINGS, Element

PAGE = re.compile(r"\bp\. ?(\d+)")


def dead_links(document: Document, paper: Paper) -> Iterator[Finding]:
    """A link to a name that isn't there, or to a file or a program on some machine."""
    del paper
    for link in document.links:
        if link.target and link.target not in document.destinations:
            yield Finding(link.page, "een link leidt naar niets", link.target)
        if link.address and not re.match(r"(https?://|mailto:|tel:)", link.address):
            yield Finding(link.page, "een link leidt naar een bestand of een programma", link.address)


def file_addresses(document: Document, paper: Paper) -> Iterator[Finding]:
    """An address of the machine that made the book, in its text."""
    del paper
    for page in document.pages:
        for line in page.lines:
            if re.search(r"\bfile:|/(home|root|tmp|Users)/", line.text):
                yield Finding(page.number, "er staat een adres van een computer", line.text)


def wrong_pages(document: Document, paper: Paper) -> Iterator[Finding]:
    """A page number in the contents, in a register or behind "zie p." that isn't that of its target."""
    del paper
    for link, text in _numbered(document):
        label = document.labels[document.destinations[link.target] - 1]
        said = PAGE.findall(text) or re.findall(r"^\d+|\d+$", text)
        if said and label not in said:
            yield Finding(link.page, f"hier hoort bladzijde {label}", text)


def _numbered(document: Document) -> Iterator[tuple[Link, str]]:
    """Links in the book that name a page, each once, with their text."""
    seen: set[Element] = set()
    for link in document.links:
        if link.element and link.element not in seen and link.target in document.destinations:
            seen.add(link.element)
            text = document.text(link.element)
            in_register = text.isdecimal() and not _is_call(link)
            if link.element.inside("TOCI") or PAGE.search(text) or in_register:
                yield link, text


def _is_call(link: Link) -> bool:
    """Whether it's the number of a footnote in a text."""
    element = link.element
    return element is not None and element.inside("TOCI") is None and element.inside("Reference", "Lbl") is not None


def untrue_contents(document: Document, paper: Paper) -> Iterator[Finding]:
    """A line in the contents whose title is not a heading on the page that it names."""
    del paper
    headings = {(page.number, _letters(document.text(e))) for page in document.pages for e in _headings(page.lines)}
    for link, text in _numbered(document):
        if link.element and link.element.inside("TOCI"):
            page = document.destinations[link.target]
            label = document.labels[page - 1]
            title = _letters(text.removeprefix(label) if text.startswith(label) else text.removesuffix(label))
            if not any(number == page and title.endswith(heading) for number, heading in headings):
                yield Finding(link.page, f"deze titel staat niet op bladzijde {label}", text)


def _headings(lines: tuple) -> set[Element]:  # type: ignore[type-arg]
    return {line.block for line in lines if line.kind in HEADINGS}


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text).lower()


def strayed_notes(document: Document, paper: Paper) -> Iterator[Finding]:
    """The number of a footnote that leads to another page: to another case, where names are alike.

    A few may stand on the next page. What stands in a note leads back to its number.
    """
    found = []
    for link in document.links:
        page = document.destinations.get(link.target, link.page)
        if link.element and _is_call(link) and not link.element.inside("Note") and page != link.page:
            finding = Finding(link.page, f"deze noot staat op bladzijde {page}", document.text(link.element))
            found.append((page == link.page + 1, finding))
    overleaf = [finding for is_next, finding in found if is_next]
    yield from (finding for is_next, finding in found if not is_next)
    if len(overleaf) > paper.notes_overleaf * len(document.pages):
        yield from overleaf


def footnotes(document: Document, paper: Paper) -> Iterator[Finding]:
    """A footnote with a number and no text, or on another page than its number in the text."""
    del paper
    for note in document.tree.root.all("Note"):
        lines = document.lines.get(note, [])
        text = document.text(note)
        if not re.search(r"[^\W\d]{2}", text):
            yield Finding(lines[0].page if lines else 0, "een voetnoot heeft geen tekst", text)

"""Looks at words that nobody here wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proof.document import Document
from proof.finding import Finding, Paper

ENGLISH = re.compile(
    r"\b(Table of|Contents|Figure|Footnotes?|Version|Chapter|Appendix|Continued|See also|Admonition|Warning|Page \d+"
    r"|Untitled|Copyright|(?:January|February|March|May|June|July|October) \d+)\b"
)
"""What programs put in a book of their own accord."""


def english(document: Document, paper: Paper) -> Iterator[Finding]:
    """A generated word that isn't Dutch."""
    del paper
    for page in document.pages:
        for line in page.lines:
            if word := ENGLISH.search(line.text):
                yield Finding(page.number, f"“{word[0]}” is Engels", line.text)


def other_languages(document: Document, paper: Paper) -> Iterator[Finding]:
    """A language that isn't the book's, for the whole or for an element."""
    if document.language.partition("-")[0] != paper.language:
        yield Finding(0, f"de taal van de PDF is niet {paper.language}", document.language)
    for element in document.tree.root.all():
        if element.language and element.language.partition("-")[0] != paper.language:
            pages = document.mark_pages.get(element, set())
            yield Finding(min(pages, default=0), f"hier staat de taal op {element.language}", document.text(element))

"""A program that looks at a finished PDF and lists what is ugly or wrong, with the page and the text concerned.

``python -m proof FILE`` in ``tests/``; ``look_at(read(file))`` for a test. Nothing in ``src/`` knows of it. What looks:

- ``paragraphs``, ``headings``: where lines end and pages turn
- ``pages``: what is empty, what starts on the wrong side
- ``references``: contents, "(zie p. 45)", links, footnotes
- ``figures``, ``tables``: captions, descriptions, sharpness, headers
- ``legible``, ``placement``, ``words``: letters, margins, language

``content``, ``fonts``, ``tree``, ``lines`` and ``document`` read the PDF for them; ``measure`` only counts.
"""

from __future__ import annotations

from proof import figures, headings, legible, pages, paragraphs, placement, references, tables, words
from proof.document import Document, read
from proof.finding import BOOK, LARGE_PRINT, PRINT_SHOP, Finding, Look, Paper

__all__ = ["BOOK", "LARGE_PRINT", "LOOKS", "PRINT_SHOP", "Document", "Finding", "Paper", "look_at", "read"]

LOOKS: tuple[Look, ...] = (
    references.wrong_pages,
    references.untrue_contents,
    references.dead_links,
    references.strayed_notes,
    references.file_addresses,
    references.footnotes,
    pages.thin_pages,
    pages.cases_start_left,
    pages.parts_start_right,
    pages.folios,
    headings.headings_at_foot,
    headings.skipped_levels,
    paragraphs.parted,
    paragraphs.parted_words,
    paragraphs.torn_words,
    paragraphs.lone_syllables,
    paragraphs.short_ends,
    paragraphs.long_lines,
    paragraphs.broken_addresses,
    figures.strayed_captions,
    figures.without_alt,
    figures.coarse_pictures,
    tables.without_header,
    tables.parted_rows,
    legible.small_letters,
    legible.faint_letters,
    legible.strange_fonts,
    placement.off_the_page,
    placement.in_the_margin,
    placement.over_each_other,
    placement.covered,
    placement.cut_off,
    words.english,
    words.other_languages,
)
"""All looks, in the order in which their findings are told."""


def look_at(document: Document, paper: Paper = BOOK) -> list[Finding]:
    """What is ugly or wrong in a PDF, by the promises of its edition."""
    return [finding for look in LOOKS for finding in look(document, paper)]

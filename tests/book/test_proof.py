"""The proofreader finds nothing in any edition of the book, nor in cases that are hard to lay out."""

from pathlib import Path

import pytest
from proof import BOOK, LARGE_PRINT, LOOKS, PRINT_SHOP, Document, Paper, read
from proof.finding import Look
from proof.measure import measure

from praktijkboek.book import Book

from .conftest import Built

pytestmark = pytest.mark.slow

PAPERS = {"boek": BOOK, "grootletter": LARGE_PRINT, "druk": PRINT_SHOP, "lastig": BOOK}
MOST_KB = 60
"""Of a case without its photos, in the edition for reading."""
MOST_LEFT = 50
"""Points under a fact sheet: its own padding, and lines that were counted and not needed."""


@pytest.fixture(scope="session", params=PAPERS)
def proofed(request: pytest.FixtureRequest) -> tuple[Document, Paper]:
    """Each finished PDF, read once, with what it promises."""
    name: str = request.param
    lastig = name == "lastig"
    return read(request.getfixturevalue("awkward") if lastig else request.getfixturevalue("made")[name]), PAPERS[name]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.__name__)
def test_nothing_is_ugly(look: Look, proofed: tuple[Document, Paper]) -> None:
    assert [str(finding) for finding in look(*proofed)] == []


@pytest.fixture(scope="session")
def book(built: Built) -> Document:
    return read(built.pdf)


def test_no_page_has_a_hole_and_a_case_is_light(built: Built, book: Document) -> None:
    figures = measure(built.pdf, book)
    assert figures.holes == ()
    assert figures.kilobytes_a_case < MOST_KB


def test_the_opening_of_a_case_fills_its_page(built: Built, book: Document) -> None:
    """``opening.py`` counts lines with the measures of ``case.css``: where they differ, the fact sheet says so."""
    foot = 68 + 546  # points from the top: ``page.css``
    for folder in Book(built.root).case_folders():
        lines = book.pages[book.destinations[folder.name] - 1].text_lines
        assert "In het kort" in [line.text for line in lines], folder.name
        assert foot - MOST_LEFT < max(line.base for line in lines) < foot, folder.name


def test_all_kinds_of_awkward_cases_are_there(awkward: Path) -> None:
    texts = "".join(file.read_text(encoding="utf-8") for file in awkward.parents[1].glob("cases/*/index.md"))
    for trouble in (
        "vervoer: []",
        "| 60 |",
        "rij-12.jpg",
        "vervoersarmoedebestrijdingsmaatregelplan",
        "“’t ",
        "[^meer14]",
    ):
        assert trouble in texts

"""Overviews in the finished site and PDF: their numbers are the true ones, and what faces each other lines up."""

import re
from pathlib import Path

import pytest
from conftest import REPOSITORY
from pypdf import PageObject, PdfReader

from praktijkboek.book import Book
from praktijkboek.check import read_book
from praktijkboek.print.edition import BOOK
from praktijkboek.print.pdf import write_pdf

from .conftest import Built
from .tagged import Tagged
from .test_tags import HEAD

pytestmark = pytest.mark.slow

CASES = read_book(Book(REPOSITORY))


@pytest.fixture(scope="session")
def book(built: Built) -> PdfReader:
    return PdfReader(built.pdf)


def page_of(book: PdfReader, name: str) -> int:
    """The page, counted from 1, on which a named destination stands."""
    number = book.get_destination_page_number(book.named_destinations[name])
    assert number is not None
    return number + 1


def heights(page: PageObject) -> dict[str, float]:
    """How high above the foot each word of a page stands first, in points."""
    found: dict[str, float] = {}

    def see(text: str, matrix: list[float], own: list[float], *_: object) -> None:
        for word in text.split():
            found.setdefault(word, round(matrix[5] + matrix[3] * own[5], 1))

    page.extract_text(visitor_text=see)
    return found


def test_the_rows_of_a_spread_line_up(book: PdfReader) -> None:
    start = page_of(book, "praktijken-vergelijken")
    assert start % 2 == 0, "it starts on a left-hand page"
    left, right = (heights(book.pages[n - 1]) for n in (start, start + 1))
    for word in ("Fransman", "Kruispunt", "Capellehof", "Bergom"):
        assert left[word] == right[word], word


def test_each_page_stands_once_behind_a_term(book: PdfReader) -> None:
    text = " ".join(page.extract_text() for page in book.pages[page_of(book, "achteraan-register") - 1 : -1])
    series = [[int(number) for number in line.split(", ")] for line in re.findall(r"\d+(?:, \d+)+", text)]
    assert len(series) > 20
    assert [numbers for numbers in series if numbers != sorted(set(numbers))] == []


def test_a_page_that_two_chapters_share_is_named_once(tmp_path: Path) -> None:
    body = """<p id="een">Een</p><p id="twee">Twee</p>
    <p id="drie" style="break-before: page">Drie</p><p class="reeks">markt, {}</p>"""
    link = '<a href="#{0}"><span class="folio" data-doel="#{0}">000</span></a>'
    target = tmp_path / "proef.pdf"
    series = ", ".join(link.format(name) for name in ("een", "twee", "drie"))
    write_pdf(f"{HEAD}{body.format(series)}</body></html>", {}, BOOK, target)
    assert "markt, 1, 2" in PdfReader(target).pages[1].extract_text().split("\n")


def test_every_case_has_a_pin_that_leads_to_it(built: Built) -> None:
    html = (built.site / "book" / "praktijken" / "index.html").read_text(encoding="utf-8")
    pins = re.findall(r'<span class="pin"[^>]*><a class="[^"]*" href="([^"]*)"[^>]*><span[^>]*>(\d+)<', html)
    assert sorted(int(number) for _, number in pins) == list(range(1, len(CASES) + 1))
    items = re.findall(r'<li><p><span[^>]*><a class="[^"]*" href="([^"]*)"', html)
    assert all(items[int(number) - 1] == address for address, number in pins)


def test_the_comparison_says_what_is_short(built: Built) -> None:
    html = (built.site / "book" / "praktijken" / "vergelijken.html").read_text(encoding="utf-8")
    assert re.findall(r"<p>[?]</p>", html) == []
    assert '<p><abbr title="onbekend">?</abbr></p>' in html


def test_terms_and_addresses_are_heard_whole(built: Built) -> None:
    made = Tagged(built.pdf)
    terms = {element.text.strip() for element in made.elements if element.tag == "Lbl"}
    assert {"Ontmoeting", "vzw", "Oost-Vlaanderen"} <= terms
    assert "creativecommons.org/licenses/by/4.0/deed.nl" in made.document.text


def test_a_matrix_reads_aloud(built: Built) -> None:
    html = (built.site / "book" / "praktijken" / "functies.html").read_text(encoding="utf-8")
    table = html[html.index('<table class="overzicht matrix') : html.index("</table>")]
    marks = sum(len(file.case.functies) + (not file.case.functies) for file in CASES.values() if file.case)
    assert table.count(">ja<") == marks
    assert len(re.findall(r'<th class="head', table)) == len(CASES) + 1
    assert "000" not in table, "page numbers are for paper"

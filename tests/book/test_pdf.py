"""The finished PDF: tagged and valid, every link at its target, every page number right."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import page as page_validation
import pytest
from conftest import REPOSITORY
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, StreamObject

from praktijkboek.book import Book
from praktijkboek.check import read_book

from .conftest import Built
from .structure import PAGE, in_contents, problems
from .tagged import Tagged

pytestmark = pytest.mark.slow

CASES = read_book(Book(REPOSITORY))


@pytest.fixture(scope="session")
def book(built: Built) -> PdfReader:
    return PdfReader(built.pdf)


@pytest.fixture(scope="session")
def texts(book: PdfReader) -> list[str]:
    """The text of each page, without its spaces: a PDF has no words, only letters."""
    return [re.sub(r"\s|\u00ad|\u2010", "", page.extract_text()) for page in book.pages]


def at(thing: Any, *keys: str) -> Any:
    """What stands under ``keys`` in a PDF's dictionaries, references followed."""
    for key in keys:
        thing = thing.get_object()[key]
    return thing.get_object()


def squeezed(text: str) -> str:
    return re.sub(r"[\s-]", "", text)


def page_of(book: PdfReader, name: str) -> int:
    """The page, counted from 1, on which a named destination stands."""
    number = book.get_destination_page_number(book.named_destinations[name])
    assert number is not None
    return number + 1


def links(book: PdfReader) -> Iterator[tuple[int, DictionaryObject]]:
    """All links with the page that they stand on."""
    for number, page in enumerate(book.pages, start=1):
        for reference in page.get("/Annots") or ():
            annotation = reference.get_object()
            if annotation["/Subtype"] == "/Link":
                yield number, annotation


def test_pdf_ua_1(built: Built) -> None:
    report = page_validation.validate_pdf(str(built.pdf), profile="ua1")
    assert "no failures" in str(report), str(report)


def test_says_what_it_is(book: PdfReader) -> None:
    assert book.metadata and book.metadata.title == "Praktijkboek Ons buurtpunt"
    assert at(book.trailer, "/Root", "/Lang") == "nl"
    assert at(book.trailer, "/Root", "/MarkInfo", "/Marked")
    assert at(book.trailer, "/Root", "/ViewerPreferences", "/DisplayDocTitle")
    size = book.pages[0].mediabox
    assert (round(size.width), round(size.height)) == (595, 842), "A4 in points"


def test_structure(built: Built) -> None:
    assert problems(built.pdf) == []


def test_no_address_of_the_machine(book: PdfReader, built: Built) -> None:
    addresses = {str(at(link, "/A", "/URI")) for _, link in links(book) if "/A" in link}
    assert addresses
    assert {address for address in addresses if not re.match(r"https?://|mailto:", address)} == set()
    everything = PdfWriter(clone_from=built.pdf)
    for thing in everything._objects:
        text = repr(thing) if not isinstance(thing, StreamObject) else repr(dict(thing)) + repr(thing.get_data())
        for trace in ("file:/", str(built.root.parent), str(REPOSITORY)):
            assert trace not in text


@pytest.mark.parametrize("slug", CASES)
def test_a_case_stands_where_its_links_lead(slug: str, book: PdfReader, texts: list[str]) -> None:
    case = CASES[slug].case
    assert case is not None
    text = texts[page_of(book, slug) - 1]
    assert squeezed(case.titel) in text
    assert squeezed("In het kort") in text
    for part, title in (("lessen", "Lessen"), ("bronnen", "Bronnen"), ("aanpak", "Aanpak")):
        number = page_of(book, f"{slug}--{part}")
        assert title in texts[number - 1]
        assert page_of(book, slug) <= number


def test_parts_of_cases_are_their_own(book: PdfReader) -> None:
    """With ids that are not prefixed, all links to "Lessen" go to the first case."""
    assert len({page_of(book, f"{slug}--lessen") for slug in CASES}) == len(CASES)


def test_page_numbers_are_right(built: Built) -> None:
    """That printed numbers are the real ones is part of the structure; here, that each case has them."""
    links = [element for element in Tagged(built.pdf).elements if element.tag == "Link" and element.annotations]
    targets = [(element, str(element.annotations[0].get("/Dest"))) for element in links]
    listed = {target for element, target in targets if in_contents(element)}
    referred = {target for element, target in targets if PAGE.search(element.text)}
    assert set(CASES) <= listed
    assert set(CASES) <= referred


def test_bookmarks_lead_to_every_case(book: PdfReader) -> None:
    def titles(items: list) -> Iterator[str]:  # type: ignore[type-arg]
        for item in items:
            if isinstance(item, list):
                yield from titles(item)
            else:
                yield str(item.title)

    found = set(titles(book.outline))
    assert {file.case.titel for file in CASES.values() if file.case} <= found


def test_fonts_are_embedded(book: PdfReader) -> None:
    seen: set[str] = set()
    for page in book.pages:
        for font in at(page, "/Resources", "/Font").values():
            described = font.get_object()
            name = str(described["/BaseFont"])
            if name in seen:
                continue
            seen.add(name)
            inner = at(described, "/DescendantFonts")[0] if "/DescendantFonts" in described else described
            descriptor = at(inner, "/FontDescriptor")
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor), name
    families = {name.split("+")[-1].split("-")[0] for name in seen}
    assert families <= {"Boek", "Bricolage", "Source"}, families


def test_no_page_is_nearly_empty(texts: list[str]) -> None:
    parts = {"Hetbuurtpunt", "Invalshoeken", "Aandeslag", "Praktijken", "Opzoekenenmeewerken", "Schrijfwijzer"}
    empty = [n for n, text in enumerate(texts, 1) if len(text) < 60 and text not in parts]
    assert empty == [], [texts[n - 1] for n in empty]


def test_no_english_word_is_generated(texts: list[str]) -> None:
    for word in ("Table of", "Contents", "Figure ", "Footnotes", "Version"):
        assert not [n for n, text in enumerate(texts, 1) if squeezed(word) in text]


def test_the_html_of_the_book_names_no_file(built: Built) -> None:
    html = (Path(built.root) / "_build" / "work" / "boek" / "praktijkboek.html").read_text(encoding="utf-8")
    assert "file:" not in html

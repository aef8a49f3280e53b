"""The finished PDF: tagged and valid, every link at its target, every page number right."""

import re
from collections.abc import Iterator
from typing import Any

import page as page_validation
import pytest
from conftest import REPOSITORY
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, StreamObject

from praktijkboek.book import Book
from praktijkboek.check import read_book

from .conftest import Built
from .structure import problems

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
    assert (round(size.width), round(size.height)) == (482, 680), "170 × 240 mm in points"


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
    for part, title in (("lessen", "Lessen"), ("bronnen", "Bronnen"), ("aanpak", "Aanpak")):
        number = page_of(book, f"{slug}--{part}")
        assert title in texts[number - 1]
        assert page_of(book, slug) <= number


def test_parts_of_cases_are_their_own(book: PdfReader) -> None:
    """With ids that are not prefixed, all links to "Lessen" go to the first case."""
    assert len({page_of(book, f"{slug}--lessen") for slug in CASES}) == len(CASES)


def test_page_numbers_in_the_contents_are_right(book: PdfReader) -> None:
    contents = [n for n, page in enumerate(book.pages, 1) if "Inhoud" in page.extract_text()[:200]][:1]
    start = contents[0]
    listed = {}
    for number, link in links(book):
        if start <= number <= start + 1 and "/Dest" in link:
            listed[str(link["/Dest"])] = page_of(book, str(link["/Dest"]))
    text = " ".join(book.pages[n - 1].extract_text() for n in (start, start + 1))
    assert set(CASES) <= set(listed)
    for slug, number in listed.items():
        if slug in CASES:
            case = CASES[slug].case
            assert case and re.search(rf"(?<!\d){number}{re.escape(squeezed(case.titel))}", squeezed(text)), slug


def test_page_numbers_in_references_are_right(book: PdfReader) -> None:
    """Where a link leads to a case stands the page of that case, on the same spread, as a number by itself."""
    spreads: dict[int, str] = {}
    for n, page in enumerate(book.pages, 1):
        spreads[n // 2] = f"{spreads.get(n // 2, '')} {page.extract_text()}"
    for slug in CASES:
        number = page_of(book, slug)
        pages = {n for n, link in links(book) if str(link.get("/Dest")) == slug and n != number}
        assert pages
        there = re.compile(rf"(?<![\d.]){number}(?![\d.]\d)(?!\d)")
        assert [n for n in pages if not there.search(spreads[n // 2])] == [], slug


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


def test_no_page_is_nearly_empty(book: PdfReader, texts: list[str]) -> None:
    """But for the one before a part or the back cover, where it must be, and those for notes."""
    openers = {page_of(book, name) for name in book.named_destinations if re.fullmatch(r"deel-\d+", name)}
    assert len(openers) > 3
    assert {number % 2 for number in openers} == {1}, "a part starts on a right-hand page"
    before = {number - 1 for number in openers | {len(texts)}}
    empty = [n for n, text in enumerate(texts, 1) if len(text) < 60 and not text.startswith("Notities")]
    assert set(empty) <= before, [texts[n - 1] for n in empty]


def test_a_case_starts_on_a_left_hand_page(book: PdfReader) -> None:
    assert {slug for slug in CASES if page_of(book, slug) % 2} == set()


def test_pages_for_notes_are_right_hand_pages(texts: list[str]) -> None:
    notes = [n for n, text in enumerate(texts, 1) if text.startswith("Notities")]
    assert notes
    assert [n for n in notes if n % 2 == 0] == []


def test_no_english_word_is_generated(texts: list[str]) -> None:
    for word in ("Table of", "Contents", "Figure ", "Footnotes", "Version"):
        assert not [n for n, text in enumerate(texts, 1) if squeezed(word) in text]


def test_running_text_keeps_to_the_grid(book: PdfReader) -> None:
    """Lines of 14 points from the top of each page of a case; between lessons is half a line."""
    first, last = (pick(page_of(book, slug) for slug in CASES) for pick in (min, max))
    pages = {n: lines for n, page in enumerate(book.pages, 1) if first <= n <= last and (lines := serif_lines(page))}
    assert sum(map(len, pages.values())) > 500
    top = pages[first + 1][0]
    off = {n: [y for y in lines if min((top - y) % 7, (y - top) % 7) > 0.6] for n, lines in pages.items()}
    assert {n: lines for n, lines in off.items() if lines} == {}


def serif_lines(page: PageObject) -> list[float]:
    """Where the lines of running text stand, in points from the foot, from top to bottom."""
    heights: list[float] = []

    def note(text: str, now: list[float], line: list[float], font: Any, size: float) -> None:
        del size
        if font and str(font["/BaseFont"]).endswith("+Boek-Serif") and len(text.strip()) > 20:
            heights.append(line[4] * now[1] + line[5] * now[3] + now[5])

    page.extract_text(visitor_text=note)
    return sorted({round(height, 1) for height in heights}, reverse=True)

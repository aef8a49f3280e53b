"""Each case as a PDF by itself, beside its page."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

import outloud
import pytest
from pypdf import PdfReader

from .conftest import Built, praktijkboek
from .test_editions import bookmarks, faults

pytestmark = pytest.mark.slow

HEAD = "Een praktijk uit het praktijkboek Ons buurtpunt"


@pytest.fixture(scope="session")
def sheets(built: Built) -> dict[str, Path]:
    """The sheets that the site offers, by their case."""
    return {path.stem: path for path in sorted((built.site / "cases").rglob("*.pdf"))}


def words(page: Any) -> str:
    return " ".join(page.extract_text().replace("\u00ad", "").split())


def test_each_case_has_one(built: Built, sheets: dict[str, Path]) -> None:
    cases = {path.parent.name for path in built.root.glob("cases/[!_]*/index.md")}
    published = {path.stem: path for path in (built.root / "_build" / "praktijken").glob("*.pdf")}
    assert set(sheets) == set(published) == cases
    for slug, path in sheets.items():
        assert path.parent.name == slug
        assert path.read_bytes() == published[slug].read_bytes()


def test_the_page_offers_it_with_its_size(sheets: dict[str, Path]) -> None:
    for slug, path in sheets.items():
        page = (path.parent / "index.html").read_text(encoding="utf-8")
        offered = re.search(r'<a[^>]* href="([^"]+)">Deze praktijk als PDF</a> \((\d+) bladzijden, ([\d,]+) MB\)', page)
        assert offered
        count, megabytes = len(PdfReader(path).pages), path.stat().st_size / 1e6
        assert (offered[1], offered[2]) == (f"{slug}.pdf", str(count))
        assert float(offered[3].replace(",", ".")) == pytest.approx(megabytes, abs=0.1)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_it_is_what_it_says(profile: str, sheets: dict[str, Path]) -> None:
    assert {slug: found for slug, path in sheets.items() if (found := faults(path, profile))} == {}


def test_it_can_be_heard(sheets: dict[str, Path]) -> None:
    """ORD-001: WeasyPrint 70 paints the marks of lists after all text of a page; in the tree they have their place."""
    for path in sheets.values():
        heard = outloud.check(str(path))
        assert heard.error is None
        assert {found.rule for found in heard.findings} <= {"ORD-001"}, [str(found) for found in heard.findings]


def test_it_begins_with_the_book_that_it_is_from(built: Built, sheets: dict[str, Path]) -> None:
    for path in sheets.values():
        assert words(PdfReader(path).pages[0]).startswith(HEAD)
    assert not [number for number, page in enumerate(PdfReader(built.pdf).pages, 1) if HEAD in words(page)]


def test_it_has_the_text_of_the_book_and_its_own_numbers(built: Built, sheets: dict[str, Path]) -> None:
    book = PdfReader(built.pdf)
    for slug, path in sheets.items():
        first = book.get_destination_page_number(book.named_destinations[slug]) or 0
        own = PdfReader(path)
        for number, page in enumerate(own.pages):
            text, in_book = words(page), words(book.pages[first + number])
            assert "zie p." not in text
            for word in ("Bronnen", "Lessen", "Knelpunten", "In het kort"):
                assert text.count(word) == in_book.count(word)
        assert own.page_labels == [str(number + 1) for number in range(len(own.pages))]


def test_its_links_lead_to_the_site(sheets: dict[str, Path]) -> None:
    inside = 0
    for path in sheets.values():
        for page in PdfReader(path).pages:
            for note in page.get("/Annots", ()):
                address = note.get_object().get("/A", {}).get("/URI", "https:")
                if ":" not in address:
                    target, identifier = urldefrag(address)
                    found = (path.parent / unquote(target)).read_text(encoding="utf-8")
                    assert not identifier or f'id="{unquote(identifier)}"' in found
                    inside += 1
    assert inside > len(sheets)


def test_it_says_what_it_is(built: Built, sheets: dict[str, Path]) -> None:
    book = PdfReader(built.pdf)
    for slug, path in sheets.items():
        sheet, about = PdfReader(path), PdfReader(path).metadata
        assert about is not None and book.metadata is not None
        assert about.author == book.metadata.author
        assert about.creation_date_raw is None and about.modification_date_raw is None
        assert about.subject and about.subject != book.metadata.subject
        title, parts = bookmarks(sheet.outline)
        assert title == about.title
        assert {"Aanpak", "Lessen"} <= set(parts), slug


def test_a_case_that_is_withdrawn_takes_its_sheet_along(small_book: Path) -> None:
    """One edit makes one sheet anew; what is published stays offered by ``site`` alone."""
    published, site = small_book / "_build" / "praktijken", small_book / "_build" / "html" / "cases"

    def build(verb: str) -> dict[str, bytes]:
        done = praktijkboek(verb, at=small_book)
        assert done.returncode == 0, done.stdout + done.stderr
        assert {path.stem for path in site.rglob("*.pdf")} == {path.stem for path in published.glob("*.pdf")}
        return {path.stem: path.read_bytes() for path in published.glob("*.pdf")}

    before = build("build")
    assert set(before) == {"eerste", "tweede", "derde"}
    first, third = (small_book / "cases" / slug / "index.md" for slug in ("eerste", "derde"))
    first.write_text(first.read_text(encoding="utf-8") + "\nNog een zin.\n", encoding="utf-8")
    assert build("site") == before
    third.write_text(third.read_text(encoding="utf-8").replace("status: klaar", "status: concept"), encoding="utf-8")
    after = build("build")
    assert set(after) == {"eerste", "tweede"}
    assert after["eerste"] != before["eerste"]

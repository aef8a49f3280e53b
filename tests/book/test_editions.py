"""The editions of the PDF: what is promised of all of them, of large print, and of the one for a print shop."""

import math
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import outloud
import page as page_validation
import pymupdf
import pytest
from PIL import Image
from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

from praktijkboek.book import Book
from praktijkboek.make import Refused, make
from praktijkboek.print.edition import BOOK, EDITIONS, LARGE_PRINT, PRINT_SHOP, PUBLISHED, Edition
from praktijkboek.print.pdf import write_pdf
from praktijkboek.print.print_shop import FILLER, FILLERS
from praktijkboek.print.sharpness import Printed, soft_photos
from praktijkboek.rules import ALL as ALL_RULES

from .conftest import WARNINGS, praktijkboek

pytestmark = pytest.mark.slow

MM = 72 / 25.4
BOXES = ("/TrimBox", "/BleedBox", "/MediaBox")
PHOTO = "boek:beeld/foto.jpg"


@pytest.fixture(scope="session")
def opened(made: dict[str, Path]) -> dict[str, PdfReader]:
    return {name: PdfReader(path) for name, path in made.items()}


def faults(path: Path, profile: str) -> list[str]:
    """What page-validation finds, one line each.

    It takes a stream that ends with a carriage return to be one byte too long (0.11.0); veraPDF, in ``nox -s pdfua``,
    reads its length as it is.
    """
    lines = str(page_validation.validate_pdf(str(path), profile=profile)).splitlines()
    return [line for line in lines if line.startswith("[") and "-STREAM-LENGTH-" not in line]


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("edition", EDITIONS.values(), ids=lambda edition: edition.name)
def test_each_edition_is_what_it_says(edition: Edition, profile: str, made: dict[str, Path]) -> None:
    assert faults(made[edition.name], profile) == []


MATRICES = ("praktijken-functies", "praktijken-vervoer")
EXAMPLES = re.compile(r"(https://www\.|info@)voorbeeld\.be\S*")
BY_CHANCE = {"Aanleiding", "Aanpak", "Aanbod", "Organisatie en geld", "Resultaten", "Knelpunten", "Lessen", "Bronnen"}


def is_right(found: Any, book: PdfReader) -> bool:
    """Whether what outloud 0.2.1 frowns at is as it should be."""
    words = re.split(r"; ?", found.evidence or "")
    right: dict[str, bool] = {
        # WeasyPrint 70 paints the marks of lists after all text of a page; in the structure tree they have their place.
        "ORD-001": True,
        # A part that every case has, at the head or the foot of three pages.
        "PAG-001": {*words} <= {*BY_CHANCE, "Gelijkaardige praktijken"},
        # The drawing of the cover is no scan.
        "TAG-030": found.page == 1,
        # Of most functions a case has none, and its cell is empty.
        "TBL-012": any(0 <= (found.page or 0) - page_of(book, name) <= 1 for name in MATRICES),
        # A table with the names of fields: two columns of names, and nothing but names.
        "TBL-010": words[0] == "Veld",
        # A rule of the checker is its own heading.
        "HDG-010": found.evidence in {rule.name for rule in ALL_RULES},
        # Addresses in the guide that nobody has.
        "LNK-010": all(EXAMPLES.fullmatch(word) for word in words),
    }
    return right.get(found.rule, False)


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=lambda edition: edition.name)
def test_each_edition_can_be_heard(edition: Edition, made: dict[str, Path], opened: dict[str, PdfReader]) -> None:
    """What a screen reader would say, as ``outloud`` hears it."""
    heard = outloud.check(str(made[edition.name]))
    assert heard.error is None
    wrong = [found for found in heard.findings if not is_right(found, opened[edition.name])]
    assert [(found.rule, found.page, found.message, found.evidence) for found in wrong] == []


def plain(html: str) -> str:
    """A page without what an edition adds: its style sheets, soft hyphens, pages that fill up."""
    html = re.sub(r'<link rel="stylesheet"[^>]*>|<div class="bladvulling"[^>]*></div>|\u00ad', "", html)
    return re.sub(r"\s+", " ", html)


def test_all_editions_have_the_same_text(small_book: Path) -> None:
    for editions in ((), ("--grootletter", "--druk")):
        done = praktijkboek("pdf", "--whole", *editions, at=small_book)
        assert done.returncode == 0, done.stdout + done.stderr
    pages = sorted((small_book / "_build" / "work" / "boek").glob("*.html"))
    first, *others = [plain(page.read_text(encoding="utf-8")) for page in pages]
    assert [other == first for other in others] == [True, True]


def page_of(book: PdfReader, name: str) -> int:
    """The page, counted from 1, on which a named destination stands."""
    return (book.get_destination_page_number(book.named_destinations[name]) or 0) + 1


def bookmarks(items: list[Any]) -> list[Any]:
    return [bookmarks(item) if isinstance(item, list) else str(item.title) for item in items]


def test_all_editions_have_the_same_bookmarks(opened: dict[str, PdfReader]) -> None:
    first, *others = [bookmarks(reader.outline) for reader in opened.values()]
    assert first
    assert others == [first, first]


def scale(matrix: list[float]) -> float:
    """How much larger an area becomes, also when it is turned."""
    a, b, c, d, *_ = matrix
    return a * d - b * c


def sizes(page: PageObject) -> Iterator[float]:
    """The size in points of each piece of text on a page, also in its drawings."""
    seen: list[float] = []

    def visit(text: str, user: list[float], matrix: list[float], _: object, size: float) -> None:
        if text.strip():
            seen.append(size * math.sqrt(abs(scale(matrix) * scale(user))))

    page.extract_text(visitor_text=visit)
    yield from seen


def test_large_print_is_large(opened: dict[str, PdfReader]) -> None:
    book = opened[LARGE_PRINT.name]
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in book.pages} == {(595, 842)}, "A4"
    small = {number for number, page in enumerate(book.pages, 1) if any(size < 11.95 for size in sizes(page))}
    assert small == set()
    text = [round(size) for page in book.pages for size in sizes(page)]
    assert text.count(14) > len(text) / 2


def colours(book: PdfReader, page: PageObject) -> set[bytes]:
    """With what colours the letters of a page are filled."""
    seen, colour, kept = set(), b"0 g", []
    for operands, operator in ContentStream(page.get_contents(), book).operations:
        if operator == b"q":
            kept.append(colour)
        elif operator == b"Q":
            colour = kept.pop()
        elif operator in {b"rg", b"g", b"scn"}:
            colour = b" ".join([*(f"{float(value):g}".encode() for value in operands), operator])
        elif operator in {b"TJ", b"Tj"}:
            seen.add(colour)
    return seen


def test_large_print_is_black_and_breaks_only_a_word_too_long_for_its_column(opened: dict[str, PdfReader]) -> None:
    book = opened[LARGE_PRINT.name]
    assert {colour for page in book.pages for colour in colours(book, page)} == {b"0 0 0 rg"}
    text = "".join(page.extract_text() for page in book.pages)
    assert [word for word in re.findall(r"\w*[\u00ad\u2010]\s*\w*", text) if len(word) < 16] == []


def test_the_print_shop_gets_its_boxes(opened: dict[str, PdfReader]) -> None:
    book = opened[PRINT_SHOP.name]
    ordinary = opened[BOOK.name].pages[0].mediabox
    width, height = float(ordinary.width) / MM, float(ordinary.height) / MM
    for page in book.pages:
        boxes = {name: [round(float(x) / MM, 1) for x in page.get(name, ())] for name in BOXES}
        assert boxes["/TrimBox"] == [0, 0, round(width, 1), round(height, 1)]
        assert boxes["/BleedBox"] == [-3, -3, round(width + 3, 1), round(height + 3, 1)]
        assert boxes["/MediaBox"] == [-8, -8, round(width + 8, 1), round(height + 8, 1)]
        marks = page["/Contents"][0].get_object().get_data()  # type: ignore[index]
        assert marks.startswith(b"/Artifact") and marks.count(b"\nS\n") == 8


def test_the_print_shop_gets_pages_in_fours(opened: dict[str, PdfReader]) -> None:
    numbers = {name: len(reader.pages) for name, reader in opened.items()}
    assert numbers[PRINT_SHOP.name] % 4 == 0
    assert 0 <= numbers[PRINT_SHOP.name] - numbers[BOOK.name] < 4


def test_black_text_is_one_ink(opened: dict[str, PdfReader]) -> None:
    book = opened[PRINT_SHOP.name]
    found = {colour for page in book.pages for colour in colours(book, page)}
    assert b"0 g" in found
    ordinary = opened[BOOK.name]
    assert {c for page in ordinary.pages for c in colours(ordinary, page)} >= colours_of(ON_SCREEN)
    assert {c for c in found if c.endswith(b"rg") and len(set(c.split()[:3])) == 1} == set(), "greys made of three inks"
    assert found & colours_of(ON_SCREEN) == set(), "the greenish blacks of the screen"


ON_SCREEN = ("#1c2b2a", "#4b5a58")
"""What text and small text are on a screen."""


def colours_of(codes: Iterable[str]) -> set[bytes]:
    channels = ([int(code[i : i + 2], 16) / 255 for i in (1, 3, 5)] for code in codes)
    return {b" ".join([*(f"{value:g}".encode() for value in three), b"rg"]) for three in channels}


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo of 1,200 by 800 dots: 102 mm wide at 300 dpi."""
    path = tmp_path / "foto.jpg"
    Image.effect_noise((1200, 800), 60).save(path, quality=90)
    return path


def printed(photo: Path, style: str, edition: Edition, target: Path) -> list[Printed]:
    page = f'<html lang="nl"><title>x</title><p><img src="{PHOTO}" alt="x" style="{style}"></p></html>'
    return write_pdf(page, {PHOTO: photo}, edition, target).photos


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("width: 101mm", []),
        ("width: 122mm", ["cases/x/foto.jpg: bladzijde 1, 122 mm breed, 250 dpi"]),
        # Cut off at its sides: what is lost is not on paper, but the dots that are left are as large.
        (
            "width: 100mm; height: 100mm; object-fit: cover",
            ["cases/x/foto.jpg: bladzijde 1, 150 mm breed, 203 dpi"],
        ),
    ],
)
def test_photos_with_too_few_dots_are_named(style: str, said: list[str], photo: Path, tmp_path: Path) -> None:
    photos = printed(photo, style, PRINT_SHOP, tmp_path / "boek.pdf")
    assert soft_photos(photos, {PHOTO: "cases/x/foto.jpg"}) == said


def test_a_photo_is_named_as_its_author_did(small_book: Path, photo: Path) -> None:
    case = small_book / "cases" / "eerste"
    shutil.copy(photo, case)
    text = (case / "index.md").read_text(encoding="utf-8")
    fact = "fotos: [{bestand: foto.jpg, alt: Ruis in grijs, maker: Ik, licentie: CC-BY-4.0, herkenbaar: nee}]\n"
    text = text.replace("auteurs:", f"{fact}auteurs:").replace("De winkel sloot.", "![Ruis in grijs](./foto.jpg)")
    (case / "index.md").write_text(text, encoding="utf-8")
    done = praktijkboek("pdf", "--druk", at=small_book)
    assert done.returncode == 0, done.stdout + done.stderr
    found = re.search(r"^cases/eerste/foto\.jpg: bladzijde (\d+), 170 mm breed, 179 dpi$", done.stdout, re.MULTILINE)
    assert found
    with pymupdf.open(small_book / "_build" / PRINT_SHOP.file) as pdf:  # type: ignore[no-untyped-call]
        assert [photo["width"] for photo in pdf[int(found[1]) - 1].get_image_info()] == [1200]


def test_a_photo_is_small_for_readers_and_whole_for_a_print_shop(photo: Path, tmp_path: Path) -> None:
    for edition in (BOOK, PRINT_SHOP):
        printed(photo, "width: 50mm", edition, tmp_path / edition.file)
    (image,) = PdfReader(tmp_path / BOOK.file).pages[0].images
    assert image.image and image.image.width == int(50 / 25.4 * 200)
    assert photo.read_bytes() in (tmp_path / PRINT_SHOP.file).read_bytes(), "byte by byte"


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_pages_are_filled_up_before_the_back_cover(number: int, tmp_path: Path) -> None:
    style = f"@page {FILLER} {{}} .{FILLER} {{page: {FILLER}}} p, div {{break-after: page}}"
    text, fillers = "<p>tekst</p>" * number, f'<div class="{FILLER}" aria-hidden="true">-</div>' * FILLERS
    page = f'<html lang="nl"><title>x</title><style>{style}</style>{text}{fillers}<p>achterkant</p></html>'
    made = write_pdf(page, {}, PRINT_SHOP, tmp_path / "boek.pdf")
    texts = [page.extract_text().strip() for page in PdfReader(tmp_path / "boek.pdf").pages]
    assert made.pages == len(texts) and len(texts) % 4 == 0
    assert [text for text in texts if text != "-"] == [*["tekst"] * number, "achterkant"]
    assert texts[-1] == "achterkant"


@pytest.mark.filterwarnings(*WARNINGS[1:])
def test_an_edition_that_fails_leaves_all_as_it_was(small_book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The ordinary PDF is whole by then, and still isn't published."""
    book = Book(small_book)
    make(book, PUBLISHED, site=False)
    before = {path.name: path.read_bytes() for path in book.build.glob("*.pdf")}
    assert set(before) == {edition.file for edition in PUBLISHED}
    chapter = small_book / "book" / "het-buurtpunt" / "waarom.md"
    chapter.write_text("# Waarom\n\nEen nieuwe tekst.\n", encoding="utf-8")
    broken = Edition("stuk", "stuk.pdf", "Stuk", ("dit-blad-is-er-niet",))
    monkeypatch.setitem(EDITIONS, broken.name, broken)
    with pytest.raises(Refused, match="dit-blad-is-er-niet"):
        make(book, [BOOK, broken], site=False)
    assert {path.name: path.read_bytes() for path in book.build.glob("*.pdf")} == before

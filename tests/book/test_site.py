"""The finished site: links lead somewhere, nothing is asked of another host, nothing is English."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from conftest import REPOSITORY

from praktijkboek.book import Book
from praktijkboek.check import read_book
from praktijkboek.site.slim import CUT

from .conftest import Built

pytestmark = pytest.mark.slow

CASES = read_book(Book(REPOSITORY))


SILENT = {"script", "style", "code", "pre"}
"""What is no text of the page: the guide shows blocks such as ``figure`` as an author types them."""


class Page(HTMLParser):
    """Links, ids, addresses that a browser fetches, and the text of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.fetched: list[str] = []
        self.text: list[str] = []
        self.images_without_alt = 0
        self.language = ""
        self.classes: set[str] = set()
        self._silent = 0
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.classes.update(values.get("class", "").split())
        self.ids += [values["id"]] if "id" in values else []
        self.links += [values["href"]] if tag == "a" and "href" in values else []
        self.fetched += [values["href"]] if tag == "link" and values.get("rel") != "canonical" else []
        self.fetched += [values[name] for name in ("src", "data", "poster") if name in values]
        self.fetched += [choice.split()[0] for choice in values.get("srcset", "").split(",") if choice]
        self.text += [values[name] for name in ("title", "aria-label", "placeholder", "alt") if name in values]
        self.images_without_alt += tag == "img" and "alt" not in values
        self.language = values["lang"] if tag == "html" else self.language
        self._silent += tag in SILENT

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.text.append(data)


@pytest.fixture(scope="session")
def pages(built: Built) -> dict[Path, Page]:
    return {path: Page(path) for path in built.pages}


def test_the_last_line_says_what_was_made(built: Built) -> None:
    last = built.said.splitlines()[-1]
    assert re.fullmatch(
        r"Klaar in \d+ s: 14 praktijken, _build/praktijkboek\.pdf \(\d+ bladzijden, [\d,]+ MB\),"
        r" _build/praktijkboek-grootletter\.pdf \(\d+ bladzijden, [\d,]+ MB\),"
        r" _build/praktijken \(14 PDF’s, [\d,]+ MB\)"
        r" en _build/html \(\d+ pagina’s, [\d,]+ MB\)\.",
        last,
    ), last


def test_every_internal_link_has_its_target(built: Built, pages: dict[Path, Page]) -> None:
    broken = []
    for path, page in pages.items():
        for link in [*page.links, *page.fetched]:
            if urlsplit(link).scheme in {"http", "https", "mailto", "tel", "data"}:
                continue
            address, anchor = urldefrag(link)
            target = (path.parent / unquote(urlsplit(address).path)).resolve() if address else path
            if not target.is_file() or (anchor and target in pages and unquote(anchor) not in pages[target].ids):
                broken.append(f"{path.relative_to(built.site)}: {link}")
    assert broken == []


def test_ids_are_unique(pages: dict[Path, Page]) -> None:
    assert {path.name: page.ids for path, page in pages.items() if len(set(page.ids)) != len(page.ids)} == {}


def test_nothing_is_asked_of_another_host(built: Built, pages: dict[Path, Page]) -> None:
    outside = re.compile(r"^(https?:)?//")
    assert [link for page in pages.values() for link in page.fetched if outside.match(link)] == []
    for style in built.site.rglob("*.css"):
        text = style.read_text(encoding="utf-8")
        assert re.findall(r"(?:url\(|@import\s+)[\"']?(?:https?:)?//", text) == [], style.name


def test_no_page_needs_what_the_style_sheet_of_the_theme_lost(pages: dict[Path, Page]) -> None:
    icons = {"fa-solid", "fa-angle-left", "fa-angle-right", "fa-bars", "fa-circle-half-stroke", "fa-list"}
    used = set[str]().union(*(page.classes for page in pages.values()))
    assert {name for name in used if CUT.fullmatch(f".{name}")} == icons, "what these look like stands in ours"


def test_no_address_of_the_machine(built: Built) -> None:
    for path in built.site.rglob("*"):
        if path.suffix in {".html", ".js", ".css", ".svg", ".json", ".txt", ".inv"}:
            content = path.read_bytes()
            for trace in (b'"file:/', b"url(file:/", str(built.root.parent).encode(), str(REPOSITORY).encode()):
                assert trace not in content, f"{path.name}: {trace!r}"


PDFS = {
    "praktijkboek.pdf": 'Het boek als PDF <span class="praktijk-klein">(',
    "praktijkboek-grootletter.pdf": 'Grote letters <span class="praktijk-klein">(PDF, ',
}
ENGLISH = re.compile(
    r"\b(the|and|search|next|previous|contents|page|pages|skip|main|navigation|toggle|copyright|by|built|with|"
    r"created|using|sidebar|color|light|dark|system|settings|home|download|source|figure|table|link to)\b",
    re.IGNORECASE,
)
NAMES = re.compile(r"Source [CS]\w+|CC BY(-SA)? 4\.0|Community|Dorp op Punt|made by", re.IGNORECASE)


def test_nothing_is_english(pages: dict[Path, Page]) -> None:
    for path, page in pages.items():
        assert page.language == "nl"
        found = {m.group() for text in page.text for m in ENGLISH.finditer(NAMES.sub("", text))}
        assert found <= {"by", "BY", "over"}, f"{path}: {found}"


@pytest.mark.parametrize("slug", CASES)
def test_each_case_has_its_parts(slug: str, pages: dict[Path, Page], built: Built) -> None:
    case = CASES[slug].case
    page = pages[built.site / "cases" / slug / "index.html"]
    text = " ".join("".join(page.text).split())
    assert case is not None
    for words in (case.titel, case.samenvatting, "In het kort", "Bronnen", "Over deze tekst", "Bewerk deze praktijk"):
        assert words in text
    assert "Niet nagelezen door de uitbater" in text
    assert {source.url for source in case.bronnen if source.url} <= set(page.links)
    for pdf in PDFS:
        assert any(link.endswith(f"/{pdf}") for link in page.links)
    assert page.images_without_alt == 0


@pytest.mark.parametrize(("name", "words"), PDFS.items())
def test_the_pdfs_are_offered_and_there(name: str, words: str, built: Built) -> None:
    made = (built.root / "_build" / name).read_bytes()
    assert (built.site / name).read_bytes() == made
    size = f"{len(made) / 1_000_000:.1f}".replace(".", ",")
    home = " ".join((built.site / "index.html").read_text(encoding="utf-8").split())
    assert f'href="{name}" type="application/pdf">{words}{size} MB)</span></a>' in home


def test_the_template_is_nowhere(built: Built) -> None:
    assert sorted(path.name for path in (built.site / "cases").iterdir()) == sorted(CASES)

"""An edit writes the pages that show it and no others; the site is then as one that is made from nothing."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import REPOSITORY, SAMPLE

from praktijkboek.book import Book
from praktijkboek.site.run import run_sphinx

pytestmark = [
    pytest.mark.slow,
    # sphinx-book-theme 1.4; the command shows no such warnings.
    pytest.mark.filterwarnings("ignore::sphinx.deprecation.RemovedInSphinx11Warning"),
]

PERRON = "cases/onder-t-perron/index.md"
STAVELE = "cases/dorpspunt-stavele/index.md"
ALWAYS = {"index", "vind", "search", "404", "gegevens", "book/index", "book/praktijken/index"}
"""Pages that are no documents, and those whose table of contents the page is in: Sphinx writes these again."""


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Book:
    """The real book, with all its lists, maps and tables."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    for name in ("book", "cases"):
        shutil.copytree(REPOSITORY / name, tmp_path / "boek" / name)
    return Book(tmp_path / "boek")


def make(book: Book, folder: str, processes: int = 1) -> Path:
    """The site in a folder that may hold an earlier one."""
    out = book.build / folder / "html"
    run = run_sphinx(book, "html", out, "Website", processes=processes)
    assert run.warnings == ""
    return out


def content(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


def written(site: Path) -> dict[str, int]:
    """When each page was written."""
    pages = (path for path in site.rglob("*.html") if "_static" not in path.parts)
    return {path.relative_to(site).with_suffix("").as_posix(): path.stat().st_mtime_ns for path in pages}


def replaced(path: str, old: str, new: str) -> Callable[[Book], None]:
    def edit(book: Book) -> None:
        file = book.root / path
        text, count = re.subn(old, new, file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert count
        file.write_text(text, encoding="utf-8")

    return edit


def take_away(book: Book) -> None:
    shutil.rmtree(book.cases / "nieuw")


def add(book: Book) -> None:
    (book.cases / "nieuw").mkdir()
    (book.cases / "nieuw" / "index.md").write_text(SAMPLE, encoding="utf-8")


EDITS = {
    "a text": replaced(PERRON, "^## Aanpak$", "## Aanpak\n\nEen zin erbij."),
    "a title": replaced(STAVELE, "nieuw leven", "vers leven"),
    "a fact that lists show": replaced(STAVELE, r"^functies: \[", "functies: [lokale-markt, "),
    "the title of a chapter": replaced("book/het-buurtpunt/wat.md", "^# .*", "# Een andere titel"),
    "a case that comes": add,
    "a case that goes": take_away,
}


def test_after_any_edit_the_site_is_as_one_that_is_made_from_nothing(book: Book) -> None:
    make(book, "bewaard")
    for name, edit in EDITS.items():
        edit(book)
        assert content(make(book, "bewaard")) == content(make(book, f"vers {name}")), name


def test_two_processes_write_what_one_does(book: Book) -> None:
    make(book, "twee", processes=2)
    for edit in EDITS.values():
        edit(book)
        site = make(book, "twee", processes=2)
    assert content(site) == content(make(book, "een"))


@pytest.mark.parametrize(
    ("edit", "pages"),
    [
        (EDITS["a text"], {"cases/onder-t-perron/index"}),
        (
            replaced(STAVELE, "^nagelezen: nee", "nagelezen: 2026-11-22"),
            {"cases/dorpspunt-stavele/index", "book/praktijken/tijdlijn"},
        ),
        (EDITS["the title of a chapter"], None),
    ],
    ids=["a text", "a fact that the timeline shows", "a title of the menu"],
)
def test_only_the_pages_that_show_it_are_written(
    book: Book, edit: Callable[[Book], None], pages: set[str] | None
) -> None:
    before = written(make(book, "bewaard"))
    edit(book)
    after = written(make(book, "bewaard"))
    again = {page for page, moment in after.items() if moment != before[page]}
    assert again - ALWAYS == (after.keys() - ALWAYS if pages is None else pages)


def test_a_title_that_is_no_more_stands_nowhere(book: Book) -> None:
    assert any(b"nieuw leven in de oude" in page for page in content(make(book, "bewaard")).values())
    EDITS["a title"](book)
    assert [name for name, page in content(make(book, "bewaard")).items() if b"nieuw leven in de oude" in page] == []


def test_a_build_that_ended_badly_leaves_nothing_that_is_kept(book: Book) -> None:
    site = make(book, "bewaard")
    (site / "cases" / "onder-t-perron" / "index.html").write_text("half", encoding="utf-8")
    (site / ".praktijkboek.json").unlink()  # it is written last
    assert content(make(book, "bewaard")) == content(make(book, "vers"))

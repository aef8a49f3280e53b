"""The preview: pages and PDFs follow what is saved, and what is wrong leaves the last good ones."""

import functools
import http.server
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from praktijkboek.book import Book
from praktijkboek.preview import Handler, Preview, cases_of

from .conftest import WARNINGS

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings(*WARNINGS[1:])]


@pytest.fixture
def shown(small_book: Path) -> Preview:
    """The preview of a small book with a case that isn't finished."""
    text = small_book / "cases" / "derde" / "index.md"
    text.write_text(
        text.read_text(encoding="utf-8").replace("bijgewerkt:", "status: concept\nbijgewerkt:", 1), encoding="utf-8"
    )
    preview = Preview(Book(small_book))
    preview.rebuild()
    return preview


@pytest.fixture
def address(shown: Preview) -> Iterator[str]:
    """The preview, served on this computer only."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, shown)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def fetched(url: str) -> bytes:
    with urllib.request.urlopen(url) as answer:
        content: bytes = answer.read()
    return content


def save(shown: Preview, slug: str, old: str, new: str) -> Path:
    text = shown.book.cases / slug / "index.md"
    text.write_text(text.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return text


def test_pages_and_pdfs_follow_what_is_saved(shown: Preview, address: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One test, as each build takes seconds."""
    page = f"{address}/cases/derde/index.html"
    assert b'href="derde.pdf">Deze praktijk als PDF</a></p>' in fetched(page)
    first = fetched(f"{address}/cases/derde/derde.pdf")
    assert first.startswith(b"%PDF"), "of a draft too, when it is first asked for"
    assert b"Concept: deze praktijk staat nog niet in het boek." in fetched(page)
    with pytest.raises(urllib.error.HTTPError, match="404"):
        fetched(f"{address}/cases/vierde/vierde.pdf")
    with pytest.raises(urllib.error.HTTPError, match="404") as missing:
        fetched(f"{address}/cases/vierde/")
    assert "Bladzijde niet gevonden" in missing.value.read().decode()
    assert capsys.readouterr().out.count("PDF vernieuwd in") == 1, "for a case that isn't there, nothing is made"

    folder = shown.pages.parent / "boek" / "praktijken"
    shown.rebuild(cases_of([save(shown, "eerste", "## Lessen", "Nog een zin.\n\n## Lessen")], shown.book))
    assert {path.stem for path in folder.glob("*.pdf")} == {"eerste", "derde"}, "what was saved is made right away"
    assert b"Nog een zin." in fetched(f"{address}/cases/eerste/")
    saved = (folder / "eerste.pdf").read_bytes()
    assert "PDF vernieuwd in" in capsys.readouterr().out

    shown.rebuild(cases_of([save(shown, "eerste", "## Lessen", "## Lesen")], shown.book))
    assert "Bedoelde je `Lessen`?" in capsys.readouterr().out
    shown.rebuild()
    assert capsys.readouterr().out.splitlines() == ["1 melding staat nog open van daarnet."]
    assert fetched(f"{address}/cases/eerste/eerste.pdf") == saved, "the last good one stays"

    shown.rebuild(cases_of([save(shown, "eerste", "## Lesen", "Een zin meer.\n\n## Lessen")], shown.book))
    assert fetched(f"{address}/cases/eerste/eerste.pdf") != saved
    assert fetched(f"{address}/cases/derde/derde.pdf") == first


def test_which_cases_a_save_is_of(small_book: Path) -> None:
    book = Book(small_book)
    inside = [book.cases / "eerste" / "foto.jpg", book.cases / "eerste" / "index.md", book.cases / "derde" / "a" / "b"]
    assert cases_of([*inside, book.cases / "los.md", book.conf / "index.md"], book) == {"eerste", "derde"}

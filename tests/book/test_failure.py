"""A build that fails leaves the last good site and PDF standing, and says why."""

import os
from pathlib import Path

import pytest

from .conftest import praktijkboek

pytestmark = pytest.mark.slow


def published(root: Path) -> dict[str, bytes]:
    """Every published file."""
    build = root / "_build"
    files = [build / "praktijkboek.pdf", *sorted((build / "html").rglob("*"))]
    return {str(path.relative_to(build)): path.read_bytes() for path in files if path.is_file()}


@pytest.fixture
def good_book(small_book: Path) -> Path:
    """A small book that was built once."""
    done = praktijkboek("build", at=small_book)
    assert done.returncode == 0, done.stdout + done.stderr
    return small_book


def test_each_kind_of_failure(good_book: Path) -> None:
    """One test, as each build takes seconds: a wrong case, a wrong chapter (twice), a picture that is lost."""
    before = published(good_book)
    case = good_book / "cases" / "eerste" / "index.md"
    chapter = good_book / "book" / "het-buurtpunt" / "waarom.md"
    good_case, good_chapter = case.read_text(encoding="utf-8"), chapter.read_text(encoding="utf-8")

    case.write_text(good_case.replace("## Lessen", "## Lesen"), encoding="utf-8")
    done = praktijkboek("build", at=good_book)
    assert done.returncode == 1
    assert "cases/eerste/index.md" in done.stdout and "Bedoelde je `Lessen`?" in done.stdout
    assert "de vorige website en PDF staan er nog" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert published(good_book) == before
    case.write_text(good_case, encoding="utf-8")

    chapter.write_text(good_chapter + "\n[weg](bestaat-niet.md)\n", encoding="utf-8")
    for _ in range(2):  # Sphinx doesn't repeat the warnings of files that it doesn't read again
        done = praktijkboek("site", at=good_book)
        assert done.returncode == 1
        assert "book/het-buurtpunt/waarom.md" in done.stderr and "bestaat-niet.md" in done.stderr
        assert published(good_book) == before
    chapter.write_text(good_chapter, encoding="utf-8")

    done = praktijkboek("build", at=good_book)
    assert done.returncode == 0, done.stderr


def test_without_pango(small_book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The import of WeasyPrint fails as it does on a machine without Pango: one sentence, exit 2."""
    stand_in = tmp_path / "zonder" / "weasyprint.py"
    stand_in.parent.mkdir()
    stand_in.write_text(
        "print('could not import'); raise OSError(\"cannot load library 'libpango-1.0-0'\")", encoding="utf-8"
    )
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(stand_in.parent), os.environ.get("PYTHONPATH", "")]))
    done = praktijkboek("pdf", at=small_book)
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("Voor de PDF ontbreekt een onderdeel (Pango): installeer het met `")


def test_a_fact_that_changes_is_new_on_every_page(good_book: Path) -> None:
    """The old title of a case stands nowhere after an incremental build, as after a clean one."""
    case = good_book / "cases" / "eerste" / "index.md"
    text = case.read_text(encoding="utf-8")
    case.write_text(text.replace("De Melkerij 1: winkel", "De Oude Melkerij: winkel"), encoding="utf-8")
    assert praktijkboek("site", at=good_book).returncode == 0
    html = good_book / "_build" / "html"
    stale = [p.name for p in html.rglob("*.html") if "De Melkerij 1" in p.read_text(encoding="utf-8")]
    assert stale == []


def test_a_withdrawn_case_is_nowhere(good_book: Path) -> None:
    """Not its page, not its title on another page, not its drawing; and the last line doesn't count it."""
    case = good_book / "cases" / "eerste" / "index.md"
    text = case.read_text(encoding="utf-8")
    case.write_text(text.replace("nagelezen: nee", "nagelezen: nee\nstatus: ingetrokken"), encoding="utf-8")
    chapter = good_book / "book" / "het-buurtpunt" / "waarom.md"
    chapter.write_text("# Waarom\n\nOmdat de winkel sloot.\n", encoding="utf-8")
    done = praktijkboek("build", at=good_book)
    assert done.returncode == 0, done.stdout + done.stderr
    assert ": 2 praktijken, " in done.stdout
    for name, content in published(good_book).items():
        assert "eerste" not in name
        assert b"Melkerij 1" not in content, name

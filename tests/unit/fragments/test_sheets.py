"""A case as a PDF by itself: made once of its fragment, and kept until something that it shows changes."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from praktijkboek.print.edition import BOOK
from praktijkboek.print.fragments.fragment import Fragment, Piece, Recorded
from praktijkboek.print.fragments.job import Job
from praktijkboek.print.fragments.packing import Facts
from praktijkboek.print.fragments.sheets import Sheets
from praktijkboek.print.fragments.store import Lost, Store
from praktijkboek.said import Said

from .made import ABOUT, pages, unit

JOB = Job(unit("de-melkerij", part="deel-5", case="cases/de-melkerij/index"), BOOK, {}, "a" * 64)
CHAPTER = Job(unit("waarom", part="deel-1"), BOOK, {}, "b" * 64)
Make = Callable[..., Path]


def fragment() -> Fragment:
    """Two pages and one for notes; a link to elsewhere, whose page stands behind it."""
    pieces = {"0": Piece(9.0, "waarom")}
    links = [("waarom", "waarom"), ("verder", "de-melkerij--lessen"), ("web", "https://voorbeeld.be")]
    anchors = [("de-melkerij--lessen", 1, 0.0, 0.0)]
    return pages(3, "«(V»kop«)V»tekst«(0» (zie p.)«)0»", spare=1, pieces=pieces, links=links, anchors=anchors)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store with a case and a chapter."""
    kept = Store(tmp_path / "voorraad")
    for job in (JOB, CHAPTER):
        kept.put(job.key, Recorded(fragment(), {}, []))
    return kept


@pytest.fixture
def make(store: Store, tmp_path: Path) -> Make:
    """Makes all sheets, and gives the one of the case."""

    def made(about: object = ABOUT, site: str = "https://boek.be") -> Path:
        folder = tmp_path / "praktijken"
        sheets = Sheets(store, folder, lambda _: about, lambda target, name: f"{site}/{name}/{target}")  # type: ignore[arg-type,return-value]
        sheets.make((job, Facts.of(fragment())) for job in (JOB, CHAPTER))
        return folder / "de-melkerij.pdf"

    return made


def test_only_a_case_gets_one(make: Make) -> None:
    assert sorted(path.name for path in make().parent.iterdir()) == ["de-melkerij.json", "de-melkerij.pdf"]


def test_it_has_the_pages_of_the_case_and_its_own_line(make: Make) -> None:
    with pikepdf.open(make()) as pdf:
        assert [str(page.label) for page in pdf.pages] == ["1", "2"]
        assert [page.obj.Contents.read_bytes() for page in pdf.pages] == [b"koptekst"] * 2
    assert Said.read(make()) == Said(2)


def test_what_is_kept_is_not_made_again(make: Make, store: Store) -> None:
    first = make().read_bytes()
    (store.folder / JOB.key).unlink()
    assert make().read_bytes() == first
    with pytest.raises(Lost):
        make(about=replace(ABOUT, title="Een andere titel"))


def test_another_address_makes_another(make: Make, store: Store) -> None:
    make()
    (store.folder / JOB.key).unlink()
    with pytest.raises(Lost):
        make(site="https://elders.be")


def test_a_damaged_one_is_made_again(make: Make, store: Store) -> None:
    first = make().read_bytes()
    (kept,) = (path for path in store.folder.iterdir() if first in path.read_bytes())
    kept.write_bytes(kept.read_bytes()[:-1] + b"x")
    assert make().read_bytes() == first
    assert first in kept.read_bytes()


def test_a_build_keeps_what_it_used(make: Make, store: Store) -> None:
    first = make().read_bytes()
    old = [path for path in store.folder.iterdir() if not path.name.endswith(".used")]
    for path in old:
        os.utime(path, (1, 1))
    store.sweep()
    assert [first in path.read_bytes() for path in store.folder.iterdir() if path in old] == [True]

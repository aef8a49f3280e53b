"""What is kept of the PDF from one build to the next is that of its own text, and of no other: whoever put it there."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import write_small_book
from PIL import Image
from pypdf import PdfReader

from praktijkboek.alone import alone
from praktijkboek.book import Book
from praktijkboek.cache import place
from praktijkboek.make import make
from praktijkboek.print.edition import BOOK
from praktijkboek.print.fragments.packing import FORM

from .conftest import WARNINGS, praktijkboek

pytestmark = pytest.mark.slow

DAY = "1700000000"
FACT = "fotos: [{bestand: gevel.jpg, alt: De gevel, maker: Ik, licentie: CC-BY-4.0, herkenbaar: nee}]\nauteurs:"
SLUG = "tweede"
WORDS = "Op dinsdag komt de bakker langs, op donderdag de groenteboer. " * 12


@dataclass(frozen=True)
class Kept:
    """A small book that was built once, in ``root``, with what is kept of it."""

    root: Path
    pdf: bytes

    @property
    def store(self) -> Path:
        folder = place(self.root)
        assert folder is not None
        return folder

    @property
    def fragments(self) -> set[str]:
        return {file.name for file in self.store.iterdir() if file.read_bytes().startswith(FORM)}

    @property
    def shared(self) -> set[str]:
        others = (file.name for file in self.store.iterdir() if not file.name.endswith(".used"))
        return {*others} - self.fragments

    @property
    def published(self) -> bytes:
        return (self.root / "_build" / "praktijkboek.pdf").read_bytes()

    def change(self, text: str, other: str) -> None:
        index = self.root / "cases" / SLUG / "index.md"
        before = index.read_text(encoding="utf-8")
        assert text in before
        index.write_text(before.replace(text, other), encoding="utf-8")


def build(root: Path) -> bytes:
    """Make the PDF; its bytes."""
    done = praktijkboek("pdf", at=root)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    return (root / "_build" / "praktijkboek.pdf").read_bytes()


@pytest.fixture(autouse=True)
def one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """Built from nothing, once for all tests."""
    root = tmp_path_factory.mktemp("bewaard") / "boek"
    case = write_small_book(root) / "cases" / SLUG
    Image.effect_noise((1200, 800), 60).save(case / "gevel.jpg")
    text = (case / "index.md").read_text(encoding="utf-8").replace("auteurs:", FACT)
    text = text.replace("De winkel sloot.", "![De gevel](./gevel.jpg)")
    (case / "index.md").write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", DAY)
        return Kept(root, build(root))


@pytest.fixture
def kept(first: Kept, tmp_path: Path) -> Kept:
    """A copy elsewhere, of what is kept too."""
    copy = Kept(tmp_path / "kopie", first.pdf)
    shutil.copytree(first.root, copy.root)
    shutil.copytree(first.store, copy.store)
    return copy


def other_words(kept: Kept) -> None:
    """And another photo by the same name."""
    kept.change("Buren vroegen het dorp", "De buren vroegen het hele dorp")
    Image.effect_noise((1200, 800), 90).save(kept.root / "cases" / SLUG / "gevel.jpg")


def many_pages(kept: Kept) -> None:
    """What follows gets numbers of three digits."""
    kept.change("## Aanbod\n", "Dat kan.\n\n" * 3300 + "## Aanbod\n")


def longer_chapter(kept: Kept) -> None:
    """What follows gets numbers of two digits."""
    chapter = kept.root / "book" / "het-buurtpunt" / "waarom.md"
    chapter.write_text(f"{chapter.read_text(encoding='utf-8')}\n" + f"{WORDS}\n\n" * 10, encoding="utf-8")


@pytest.mark.parametrize(("edit", "digits"), [(other_words, 0), (longer_chapter, 2), (many_pages, 3)])
def test_an_edit_of_a_text_lays_out_one_unit(
    edit: Callable[[Kept], None], digits: int, kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And gives what a build from nothing does."""
    before = kept.fragments
    edit(kept)
    after = build(kept.root)
    assert after != kept.pdf
    assert len(kept.fragments - before) == 1
    now = page_numbers(after)
    lengths = {(len(str(page)), len(str(now[name]))) for name, page in page_numbers(kept.pdf).items()}
    assert not digits or (digits - 1, digits) in lengths
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "leeg"))
    assert build(kept.root) == after


def page_numbers(pdf: bytes) -> dict[str, int]:
    """The page of each named destination, counted from 1."""
    book = PdfReader(io.BytesIO(pdf))
    return {name: (book.get_destination_page_number(place) or 0) + 1 for name, place in book.named_destinations.items()}


@pytest.mark.filterwarnings(*WARNINGS[1:])
def test_three_processes_give_the_same_bytes(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(kept.store)
    monkeypatch.setattr("praktijkboek.print.fragments.workers._cores", lambda: 3)
    make(Book(kept.root), [BOOK], site=False)
    assert kept.published == kept.pdf


def confuse(file: Path, other: Path) -> None:
    """A whole one, under the name of another."""
    shutil.copy(other, file)


def age(file: Path, _: Path) -> None:
    """As another version of the program packed it."""
    file.write_bytes(file.read_bytes().replace(FORM, FORM.replace(b"1", b"0"), 1))


@pytest.mark.parametrize("damage", [confuse, age])
def test_what_is_not_ours_is_made_again(damage: Callable[[Path, Path], None], kept: Kept) -> None:
    """All fragments, and the photo and fonts that they share."""
    files = [kept.store / name for name in [*sorted(kept.fragments), *sorted(kept.shared)]]
    contents = [file.read_bytes() for file in files]
    for file, other in zip(files, [*files[1:], files[0]], strict=True):
        damage(file, other)
    assert [file.read_bytes() for file in files] != contents
    assert build(kept.root) == kept.pdf
    assert [file.read_bytes() for file in files] == contents


def test_where_nothing_can_be_kept_it_is_made(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a home that can only be read."""
    (kept.root / "bestand").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(kept.root / "bestand"))
    assert build(kept.root) == kept.pdf


def test_who_builds_is_alone(kept: Kept) -> None:
    with alone(kept.root / "_build"):
        done = praktijkboek("pdf", at=kept.root)
    assert done.returncode == 2
    assert re.fullmatch("Dit boek wordt al gemaakt, .+\n", done.stderr)
    assert kept.published == kept.pdf


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[None]:
    """A disk of its own for a folder."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)]
    if not shutil.which("mount") or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("nobody may make a disk here")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("full", ["_build", "cache"])
def test_a_full_disk_leaves_the_last_pdf(
    full: str, kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that takes what there was, and not what comes."""
    folder = {"_build": kept.root / "_build", "cache": tmp_path / "vol"}[full]
    aside = tmp_path / "opzij"
    folder.mkdir(exist_ok=True)
    shutil.copytree(folder, aside)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "vol"))
    size = sum(file.stat().st_size for file in aside.rglob("*") if file.is_file())
    with small_disk(folder, size // 1000 + 700):
        shutil.copytree(aside, folder, dirs_exist_ok=True)
        longer_chapter(kept)
        Image.effect_noise((1600, 1200), 90).save(kept.root / "cases" / SLUG / "gevel.jpg", quality=95)
        done = praktijkboek("pdf", at=kept.root)
        assert (done.returncode, done.stderr) == (2, "De schijf is vol: maak plaats vrij en probeer opnieuw.\n")
        assert kept.published == kept.pdf
        assert not [file for file in folder.rglob("*") if file.suffix in {".deel", ".new"}]

"""The key of a fragment: another one where anything would come out otherwise, and only there."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from praktijkboek.print import engine
from praktijkboek.print.edition import BOOK, LARGE_PRINT
from praktijkboek.print.fragments import job as module
from praktijkboek.print.fragments.job import Jobs
from praktijkboek.print.fragments.units import Unit

pytestmark = pytest.mark.slow

HTML = '<img src="boek:beeld/gevel%20%281%29.jpg"><p style="background: url(&quot;boek:beeld/één.svg&quot;)">Tekst</p>'
UNIT = Unit("de-melkerij", HTML, part="praktijken")
USED = {"boek:beeld/gevel (1).jpg", "boek:beeld/één.svg", "boek:beeld/land.svg", "boek:beeld/lijnen.svg"}


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """The pictures of a book: those of the unit, those of the style sheets, and one more."""
    found = {}
    for address in sorted(USED | {"boek:beeld/andere.jpg"}):
        path = found[address] = tmp_path / address.rpartition("/")[2]
        path.write_bytes(address.encode())
    return found


def key(files: dict[str, Path], unit: Unit = UNIT) -> str:
    """In a new build."""
    return Jobs(files).job(unit, BOOK).key


def test_it_is_the_same_in_every_build(files: dict[str, Path], tmp_path: Path) -> None:
    """Also where the pictures were copied anew, where another one changed, and on another day."""
    before = key(files)
    for path in files.values():
        os.utime(path, (1, 1))
    files["boek:beeld/andere.jpg"].write_bytes(b"anders")
    moved = {address: path.rename(tmp_path / f"kopie-{path.name}") for address, path in files.items()}
    assert key(dict(reversed(moved.items()))) == before


@pytest.mark.parametrize(
    "unit",
    [replace(UNIT, html=HTML + " "), replace(UNIT, part="achteraan"), replace(UNIT, name="de-melkerij-1")],
)
def test_another_text_is_another_fragment(unit: Unit, files: dict[str, Path]) -> None:
    assert key(files, unit) != key(files)


def test_another_edition_is_another_fragment(files: dict[str, Path]) -> None:
    jobs = Jobs(files)
    editions = [BOOK, LARGE_PRINT, replace(BOOK, options={"dpi": 300}), replace(BOOK, styles=("druk",))]
    assert len({jobs.job(UNIT, edition).key for edition in editions}) == 4


@pytest.mark.parametrize("address", sorted(USED))
def test_another_picture_is_another_fragment(address: str, files: dict[str, Path]) -> None:
    before = key(files)
    files[address].write_bytes(b"anders")
    assert key(files) != before
    files[address].unlink()
    assert key(files) != before


def change_fonts(folder: Path) -> None:
    (folder / "letter.ttf").write_bytes(b"anders")


def change_rules(folder: Path) -> None:
    with (folder / "fonts.conf").open("a", encoding="utf-8") as file:
        file.write("<!-- anders -->")


@pytest.mark.parametrize("change", [change_fonts, change_rules])
def test_other_fonts_of_the_system_give_other_fragments(
    change: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, Path]
) -> None:
    """The letters that the book's own fonts lack come from these."""
    own = next(Path(module.PRINT, "fonts").glob("*.ttf"))
    (tmp_path / "letter.ttf").write_bytes(own.read_bytes())
    (tmp_path / "fonts.conf").write_text(f"<fontconfig><dir>{tmp_path}</dir></fontconfig>", encoding="utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "fonts.conf"))
    assert {str(tmp_path / name) for name in ("letter.ttf", "fonts.conf")} <= set(engine.system_fonts())
    before = key(files)
    assert key(files) == before
    change(tmp_path)
    assert key(files) != before


def test_another_program_or_library_gives_other_fragments(
    install: Callable[[str], None], files: dict[str, Path]
) -> None:
    before = key(files)
    install("weasyprint-99.0")
    assert key(files) != before


def test_a_job_has_the_pictures_that_it_uses(files: dict[str, Path]) -> None:
    assert Jobs(files).job(UNIT, BOOK).files.keys() == USED
    assert Jobs({}).job(UNIT, BOOK).files == {}


def test_of_an_unknown_picture_it_has_all(files: dict[str, Path]) -> None:
    """An address that was written in another way than we know can't hide a picture that changes."""
    unit = replace(UNIT, html='<img src="boek:beeld/andere jpg">')
    assert Jobs(files).job(unit, BOOK).files == files

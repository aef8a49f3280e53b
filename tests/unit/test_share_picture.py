"""The picture beside a shared link: always as large, its words inside it, and another name for another content."""

from pathlib import Path

import pytest
from PIL import Image
from test_overviews import ABROAD, case

from praktijkboek.site.share_picture import BOOK, GROUND, HEIGHT, PANEL, STRIP, WIDTH, Shown, draw, shown
from praktijkboek.site.sizes import Picture

LONG = "Superette Capellehof: boodschappen doen op een oude hoeve aan de rand van het dorp"


def _ink(image: Image.Image, box: tuple[int, int, int, int]) -> bool:
    """Whether anything stands in a part of a picture."""
    return len(image.crop(box).getcolors(1_000_000) or "") > 1


@pytest.mark.parametrize("title", ["Kort", LONG, "Dorpshuisontmoetingsruimtevergaderzaal", "’t Éen & ’t Ander – café"])
@pytest.mark.parametrize("place", ["Dorp", "Moorslede, Dadizele en Slypskapelle (Moorslede), West-Vlaanderen"])
def test_words_stay_inside_and_apart(title: str, place: str, tmp_path: Path) -> None:
    image = draw(Shown(title, "Ruimte en herbestemming", place, "Praktijkboek Ons buurtpunt", BOOK), tmp_path)
    assert image.size == (WIDTH, HEIGHT)
    assert not _ink(image, (STRIP, 0, WIDTH, 60)), "above"
    assert not _ink(image, (STRIP, HEIGHT - 58, WIDTH, HEIGHT)), "below"
    assert not _ink(image, (WIDTH - PANEL - 60, 0, WIDTH - PANEL, HEIGHT)), "between words and map"
    assert not _ink(image, (STRIP, HEIGHT - 155, WIDTH - PANEL, HEIGHT - 149)), "between title and place"


def test_a_photo_takes_the_place_of_the_map(tmp_path: Path) -> None:
    Image.new("RGB", (900, 600), "#ff0000").save(tmp_path / "gevel.png")
    what = shown(case(), Picture("gevel.png", (("gevel.png", 900),)), "Boek")
    image = draw(what, tmp_path)
    assert [image.getpixel((WIDTH - 1, y)) for y in (0, HEIGHT - 1)] == [(255, 0, 0)] * 2
    assert image.getpixel((WIDTH - PANEL - 1, 5)) == tuple(bytes.fromhex(GROUND[1:]))


def test_a_drawing_is_left_for_the_map() -> None:
    assert shown(case(), Picture("_build/drawings/winkel.svg"), "Boek").photo == ""
    assert shown(ABROAD, None, "Boek").point is None


def test_what_shows_the_same_has_the_same_name() -> None:
    one, same, other = (shown(case(titel=title), None, "Boek").name for title in ("Een", "Een", "Ander"))
    assert one == same != other

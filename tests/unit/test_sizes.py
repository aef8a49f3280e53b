"""Photos come in the sizes in which they are shown, and none is larger or heavier than what was sent in."""

from pathlib import Path

import pytest
from PIL import Image

from praktijkboek.site.sizes import Picture, in_sizes, svg_size


def _photo(folder: Path, name: str, width: int, height: int) -> Path:
    """A photo with something to see at each scale, so that a larger file is a heavier one."""
    path = folder / name
    Image.effect_noise((width, height), 60).convert("RGB").save(path)
    return path


def test_a_wide_photo_is_published_in_two_widths(tmp_path: Path) -> None:
    size, found = in_sizes(_photo(tmp_path, "gevel.jpg", 2400, 1500), tmp_path / "maten")
    assert size == (2400, 1500)
    assert [(path.name, width) for path, width in found] == [
        ("gevel-1600.jpg", 1600),
        ("gevel-800.jpg", 800),
    ]
    for path, width in found:
        with Image.open(path) as image:
            assert image.size == (width, width * 1500 // 2400)


@pytest.mark.parametrize("name", ["gevel.jpg", "gevel.png", "gevel.webp"])
def test_a_photo_that_is_not_too_wide_is_the_widest_itself(name: str, tmp_path: Path) -> None:
    photo = _photo(tmp_path, name, 900, 600)
    _, found = in_sizes(photo, tmp_path / "maten")
    assert [width for _, width in found] == [900, 800]
    assert found[0][0] == photo
    with Image.open(found[-1][0]) as image:
        assert image.format == {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}[name.partition(".")[2]]


def test_what_is_there_is_not_made_again_and_comes_out_the_same(tmp_path: Path) -> None:
    photo = _photo(tmp_path, "gevel.jpg", 900, 600)
    first = [path.read_bytes() for path, _ in in_sizes(photo, tmp_path / "een")[1]]
    assert [path.read_bytes() for path, _ in in_sizes(photo, tmp_path / "twee")[1]] == first
    (tmp_path / "een" / "gevel-800.jpg").write_bytes(b"kept")
    assert in_sizes(photo, tmp_path / "een")[1][-1][0].read_bytes() == b"kept"


def test_a_copy_that_weighs_no_less_is_left_out(tmp_path: Path) -> None:
    photo = tmp_path / "vlak.png"
    Image.new("P", (900, 600)).save(photo)
    assert [width for _, width in in_sizes(photo, tmp_path / "maten")[1]] == [900], "few colours weigh little"


@pytest.mark.parametrize("mode", ["1", "P", "LA", "RGBA", "CMYK", "I;16"])
def test_every_kind_of_picture_can_be_made_smaller(mode: str, tmp_path: Path) -> None:
    photo = tmp_path / ("beeld.jpg" if mode == "CMYK" else "beeld.png")
    Image.new(mode, (900, 600)).save(photo)
    size, _ = in_sizes(photo, tmp_path / "maten")
    assert size == (900, 600)
    with Image.open(tmp_path / "maten" / f"beeld-800{photo.suffix}") as image:
        assert image.size == (800, 533)


@pytest.mark.parametrize(
    ("svg", "size"),
    [
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 480.4">', (1200, 480)),
        ('<svg width="10">', None),
    ],
)
def test_a_drawing_says_its_size(svg: str, size: tuple[int, int] | None) -> None:
    assert svg_size(svg) == size


def test_on_the_site_a_picture_stands_under_the_name_that_it_got_there() -> None:
    picture = Picture("_build/pictures/a.jpg", (("_build/pictures/maten/a-800.jpg", 800),))
    names: dict[str, tuple[set[str], str]] = {
        "_build/pictures/a.jpg": (set(), "a.jpg"),
        "_build/pictures/maten/a-800.jpg": (set(), "a-8001.jpg"),
    }
    assert picture.published("_images", names) == Picture("_images/a.jpg", (("_images/a-8001.jpg", 800),))
    assert picture.published("_images", {}) is None

"""A process lays out one unit after another: each as if it were the first, and as with the style sheets in its HTML."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from praktijkboek.print import engine
from praktijkboek.print.edition import EDITIONS, Edition
from praktijkboek.print.fetcher import fetcher
from praktijkboek.print.fragments.setting import NOTES, Setting, narrowed

pytestmark = pytest.mark.slow

PHOTO = "boek:beeld/foto.png"
HEAD = '<!DOCTYPE html><html lang="nl"><head><title>x</title>{}</head>'
BODY = """<body><section class="deel met-praktijken"><article class="praktijk" id="een" style="--kleur: #3f7d3f">
<div class="duim links" style="--plaats: 0.2"><span>Zorg</span></div><h2>Een</h2><p class="lead">Kort.</p>
<section id="een--lessen"><h3>Lessen</h3><ol><li>Begin<span class="voetnoot" data-nummer="1">noot</span> klein.</li>
</ol></section><blockquote class="citaat"><p>Goed.</p></blockquote><figure>
<img src="boek:beeld/foto.png" alt="x"></figure>
<table class="docutils"><tbody><tr><th>a</th><td>b</td></tr></tbody></table>
</article></section></body></html>"""


def seen(document: Any) -> Iterator[tuple[object, ...]]:
    """What can be seen of each box: its place, its words, and how they look."""
    for number, page in enumerate(document.pages):
        for box in engine.boxes_in([engine.page_box(page)]):
            places = box.position_x, box.position_y, box.width, box.height
            look = [box.style[name] for name in ("color", "font_family", "font_size", "font_weight", "hyphens")]
            yield number, box.element_tag, *places, getattr(box, "text", ""), *map(str, look)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    Image.new("RGB", (60, 40), "green").save(tmp_path / "foto.png")
    return tmp_path / "foto.png"


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_every_unit_is_laid_out_as_with_its_own_sheets(edition: Edition, photo: Path) -> None:
    links = "".join(f'<link rel="stylesheet" href="{sheet}">' for sheet in edition.sheets)
    setting, files = Setting(edition), {PHOTO: photo}
    own = engine.HTML(string=HEAD.format(links) + BODY, url_fetcher=fetcher(files)).render(**setting.options)
    expected = list(seen(own))
    assert len(expected) > 40
    for _ in range(2):
        assert list(seen(setting.lay_out(HEAD.format("") + BODY, files))) == expected


def test_what_is_no_item_and_no_note_has_no_styles_for_them() -> None:
    html = engine.HTML(string='<p>a<span class="voetnoot">b</span></p><ul><li>c</ul>')
    elements = list(html.wrapper_element.iter_subtree())
    every, fewer = (
        {
            (element.local_name, pseudo)
            for element in elements
            for _, _, pseudo, _ in sheet.matcher.match(element)
            if pseudo
        }
        for sheet in (engine.UA_STYLESHEET, narrowed(engine.UA_STYLESHEET))
    )
    notes = {("span", pseudo) for pseudo in NOTES}
    assert {("p", "marker"), *notes} < every
    assert fewer == {("li", "marker"), *notes}


def test_a_picture_is_that_of_its_own_unit(photo: Path, tmp_path: Path) -> None:
    """Two units may use one address for two files."""
    other = tmp_path / "andere.png"
    Image.new("RGB", (40, 60), "red").save(other)
    setting = Setting(EDITIONS["boek"])
    assert size(setting.lay_out(BODY, {PHOTO: photo})) == (60, 40)
    assert size(setting.lay_out(BODY, {PHOTO: other})) == (40, 60)


def size(document: Any) -> tuple[int, int]:
    """The size in pixels of the picture in a document."""
    pages = map(engine.page_box, document.pages)
    (picture,) = (box.replacement for box in engine.boxes_in(pages) if isinstance(box, engine.boxes.ReplacedBox))
    return picture.width, picture.height


def test_a_sheet_that_is_not_there_is_said(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "weasyprint"):
        logging.getLogger("weasyprint").addHandler(caplog.handler)
        try:
            Setting(Edition("stuk", "stuk.pdf", "Stuk", ("dit-blad-is-er-niet",)))
        finally:
            logging.getLogger("weasyprint").removeHandler(caplog.handler)
    assert "dit-blad-is-er-niet" in caplog.text

"""The drawn headers: always the same, always sound SVG, and described in words."""

import random
import re
from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from praktijkboek.drawing import THEME_COLOURS, Drawing, header
from praktijkboek.drawing.facts import BUILDINGS, LIT, PROPS, SHOP, SIGNS
from praktijkboek.drawing.stops import STOPS
from praktijkboek.drawing.street import Street
from praktijkboek.vocabulary import UNKNOWN, lists

THEMES, FUNCTIONS = tuple(lists()["themas"]), tuple(lists()["functies"])
TRANSPORT, PREMISES = tuple(lists()["vervoer"]), (*lists()["pand"], None)

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {"svg", "g", "path", "rect", "circle", "polygon"}
ATTRIBUTES = {"d", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"} | {
    *("x", "y", "width", "height", "rx", "cx", "cy", "r", "points", "transform", "viewBox")
}
LIMIT = 40_000
SIDES = [False, False, False, False, True, True, False, True]


def drawn(number: int) -> Drawing:
    """Draw a case by chance, now and then a very full one."""
    rng = random.Random(number)
    functions = rng.sample(FUNCTIONS, rng.randint(0, len(FUNCTIONS)))
    transport = rng.sample(TRANSPORT, rng.randint(0, len(TRANSPORT)))
    return header(f"case-{number}", rng.choice(THEMES), functions, transport, rng.choice(PREMISES))


def elements(drawing: Drawing) -> Iterator[ET.Element]:
    """Give all elements of a drawing."""
    return ET.fromstring(drawing.svg).iter()


def luminance(colour: str) -> float:
    """Work out the relative luminance of WCAG."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_same_facts_same_drawing() -> None:
    assert drawn(1) == drawn(1)


def test_drawing_does_not_change_between_processes() -> None:
    """Python's own hash differs per process; the side of the main building may not."""
    sides = [Street(f"case-{i}", "zorg", (), (), "ander").main_left for i in range(8)]
    assert sides == SIDES


def test_different_slugs_different_drawings() -> None:
    facts = ("sociaal", ["buurtcafe"], ["bushalte"], "school")
    assert len({header(f"case-{i}", *facts).svg for i in range(30)}) == 30


def test_new_fact_leaves_the_landscape_alone() -> None:
    plain, fuller = (header("dorp", "sociaal", f, [], "school").svg for f in ([], ["bibpunt"]))
    assert plain[:2000] == fuller[:2000]


@pytest.mark.parametrize("number", range(40))
def test_sound_small_and_plain(number: int) -> None:
    drawing = drawn(number)
    assert len(drawing.svg.encode()) <= LIMIT
    assert ET.fromstring(drawing.svg).get("viewBox") == "0 0 1200 480"
    for element in elements(drawing):
        assert element.tag.removeprefix(SVG) in ALLOWED
        assert set(element.attrib) <= ATTRIBUTES
        assert not (element.text or "").strip()
    assert not re.search(r"\d\.\d\d", drawing.svg), "coordinates have one decimal at most"
    assert "url(" not in drawing.svg
    assert "href" not in drawing.svg


@pytest.mark.parametrize("theme", THEMES)
def test_white_can_be_read_on_every_theme(theme: str) -> None:
    assert 1.05 / (luminance(THEME_COLOURS[theme]) + 0.05) >= 4.5
    assert THEME_COLOURS[theme] in header("dorp", theme, [], [], None).svg


def test_theme_colours_are_those_of_the_vocabulary_and_all_different() -> None:
    assert set(THEME_COLOURS) == set(THEMES)
    assert len(set(THEME_COLOURS.values())) == len(THEMES)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_every_function_changes_the_drawing(function: str) -> None:
    plain, with_it = (header("dorp", "zorg", f, [], "winkel") for f in ([], [function]))
    assert plain.svg != with_it.svg
    assert plain.alt != with_it.alt


@pytest.mark.parametrize("way", [way for way in TRANSPORT if way != UNKNOWN])
def test_every_way_to_travel_changes_the_drawing(way: str) -> None:
    plain, with_it = (header("dorp", "zorg", [], t, "winkel") for t in ([], [way]))
    assert plain.svg != with_it.svg
    assert plain.alt != with_it.alt


def test_every_building_is_drawn_differently() -> None:
    drawings = {header("dorp", "ruimte", [], [], kind).svg for kind in BUILDINGS}
    assert set(BUILDINGS) == set(PREMISES) - {None}
    assert len(drawings) == len(BUILDINGS)


def test_unknown_words_are_ignored() -> None:
    plain = header("dorp", "zorg", [], [], None)
    assert header("dorp", "zorg", ["luchthaven"], [UNKNOWN, "zeppelin"], "kasteel") == plain
    assert "<svg" in header("dorp", "muziek", [], [], None).svg


def test_facts_know_no_words_outside_the_vocabulary() -> None:
    assert {*PROPS, *SIGNS, *SHOP, *LIT} <= set(FUNCTIONS)
    assert {slug for slug in STOPS if "+" not in slug} <= set(TRANSPORT)


def test_alt_names_what_is_drawn() -> None:
    drawing = header("dorp", "zorg", ["buurtwinkel", "broodpunt"], ["deelfiets", "bushalte"], "hoeve")
    assert drawing.alt == (
        "Tekening van een dorpsstraat met een hoeve, een winkelraam met luifel, kisten groenten en"
        " fruit, een bord met een brood, deelfietsen en een bus aan een halte."
    )


def test_alt_of_a_calm_street_is_short() -> None:
    calm = header("dorp", "zorg", [], [UNKNOWN], None)
    assert calm.alt == "Tekening van een dorpsstraat met een dorpshuis."


@pytest.mark.parametrize("number", range(40))
def test_things_on_the_pavement_keep_clear_of_each_other(number: int) -> None:
    rng = random.Random(number)
    functions, ways = rng.sample(FUNCTIONS, 8), rng.sample(TRANSPORT, 5)
    kind = rng.choice(list(BUILDINGS))
    street = Street(f"case-{number}", "zorg", tuple(functions), tuple(ways), kind)
    spans = sorted((it.x, it.x + it.prop.width) for it in street.placed)
    assert all(end < start for (_, end), (start, _) in pairwise(spans))
    assert all(start >= 0 and end <= 1200 for start, end in spans)
    left, right = (street.main_x + side for side in street.main.door)
    assert not any(start < right and end > left for start, end in spans)

"""What stands around the documents of the printed book."""

import re
from typing import Any

from conftest import REPOSITORY

from praktijkboek.drawing.cover import BLEED_MM, PAGE_MM, TALL_MM, cover, ruled
from praktijkboek.print.figures import COLUMN, LINE, MOST_LINES
from praktijkboek.print.frame import MOST_LISTED, number_parts, themes
from praktijkboek.print.opening import POINT, ROOM, WIDTH
from praktijkboek.rules.photo_content import COLUMN_MM, HEIGHT_MM

CSS = REPOSITORY / "src" / "praktijkboek" / "print" / "css"


def part(*documents: tuple[str, str]) -> dict[str, Any]:
    named = enumerate(documents)
    return {"documents": [{"kind": k, "theme": t, "id": f"d{i}", "title": f"Titel {i}: meer"} for i, (k, t) in named]}


def parts() -> list[dict[str, Any]]:
    found = [
        part(("hoofdstuk", ""), ("hoofdstuk kort", "")),
        part(("hoofdstuk", ""), ("praktijk", "Sociaal"), ("praktijk", "Sociaal"), ("praktijk", "Zorg en inclusie")),
        part(("hoofdstuk", "")),
    ]
    number_parts(found)
    return found


def test_parts_are_numbered_and_know_whether_they_hold_cases() -> None:
    assert [(one["number"], one["id"], one["kind"]) for one in parts()] == [
        ("1", "deel-1", "met-hoofdstukken"),
        ("2", "deel-2", "met-praktijken"),
        ("3", "deel-3", "met-hoofdstukken"),
    ]


def test_cases_are_grouped_by_theme() -> None:
    groups = [(theme, len(documents)) for theme, documents in parts()[1]["groups"]]
    assert groups == [("", 1), ("Sociaal", 2), ("Zorg en inclusie", 1)]


def test_tabs_step_down_and_are_never_only_a_colour() -> None:
    tabs = [(one["tab"], one["place"]) for each in parts() for one in each["documents"]]
    first = ("Soci\u00adaal", 0.5)
    assert tabs == [("1", 0), ("1", 0), ("2", 0.25), first, first, ("Zorg", 0.75), ("3", 1)]


def test_a_book_of_one_part_has_its_tab_at_the_top() -> None:
    found = [part(("hoofdstuk", ""))]
    number_parts(found)
    assert found[0]["documents"][0]["place"] == 0


def test_an_opener_lists_its_documents_or_where_there_are_too_many_its_themes() -> None:
    cases = [("praktijk", "Sociaal")] * MOST_LISTED + [("praktijk", "Ruimte")]
    few, many = part(*cases[:MOST_LISTED]), part(("hoofdstuk", ""), *cases)
    number_parts([few, many])
    assert [line["title"] for line in few["listed"]] == [f"Titel {i}" for i in range(MOST_LISTED)]
    assert many["listed"] == [
        {"id": "d0", "title": "Titel 0: meer"},
        {"id": "d1", "title": "Sociaal"},
        {"id": f"d{MOST_LISTED + 1}", "title": "Ruimte"},
    ]


def test_each_theme_has_its_own_colour() -> None:
    colours = [theme["colour"] for theme in themes()]
    assert len(colours) == len(set(colours)) == 9


def test_front_and_back_are_halves_of_one_drawing() -> None:
    front, back = cover()
    (left, _, wide, tall), (start, *rest) = (
        [float(number) for number in svg.split('viewBox="')[1].split('"')[0].split()] for svg in (front, back)
    )
    assert start == 0
    assert rest[1:] == [wide, tall]
    assert round(tall / wide, 3) == round((TALL_MM + 2 * BLEED_MM) / (PAGE_MM + 2 * BLEED_MM), 3)
    assert left < wide, "they share the bleed at the spine"
    assert front.split(">", 1)[1] == back.split(">", 1)[1]


def test_notes_have_a_line_each_28_points() -> None:
    assert ruled().count("M0 ") == 546 // 28


def test_python_has_the_measures_of_the_style_sheets() -> None:
    """Those of ``case.css`` in ``opening.py`` are tested by the book: its openings fill their pages."""
    page, text = ((CSS / name).read_text(encoding="utf-8") for name in ("page.css", "text.css"))
    found = re.search(r"size: (\d+)mm (\d+)mm;\s+margin: ([\d.]+)pt ([\d.]+)mm ([\d.]+)pt", page)
    assert found
    wide, tall, top, side, foot = map(float, found.groups())
    column, room = wide - 2 * side, tall / POINT - top - foot
    assert (wide, tall) == (PAGE_MM, TALL_MM)
    assert WIDTH == COLUMN_MM == column
    assert round(column / POINT) == COLUMN
    assert f'viewBox="0 0 {COLUMN} {room:.0f}"' in ruled()
    assert 0 <= room * POINT - ROOM < 2
    assert f"pt/{LINE}pt" in text.split("html {")[1]
    assert f"max-height: {HEIGHT_MM}mm" in text
    assert MOST_LINES * LINE * POINT <= HEIGHT_MM

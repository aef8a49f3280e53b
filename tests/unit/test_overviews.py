"""The overviews: what stands in which row, and where, for cases that are made for it."""

import math
from datetime import date
from itertools import combinations
from typing import Any

import pytest

from praktijkboek.case import Case
from praktijkboek.drawing.outline import outline_picture, spread
from praktijkboek.municipality import position
from praktijkboek.notation import PartialDate
from praktijkboek.site.confined import BLOCKS
from praktijkboek.site.overviews.comparison import LEFT, RIGHT, height, spreads
from praktijkboek.site.overviews.index_terms import Entry, by_letter, entries, sort_key
from praktijkboek.site.overviews.matrix import absent, chunks, rows
from praktijkboek.site.overviews.photos import maker
from praktijkboek.site.overviews.places import pins, why_not
from praktijkboek.site.overviews.timeline import lines, moment, years
from praktijkboek.site.small_map import small_map

FIELDS = {
    "titel": "De Melkerij: winkel en koffie",
    "samenvatting": "x" * 120,
    "dorp": "Landegem",
    "gemeente": "Deinze",
    "postcode": "9850",
    "fase": "in-werking",
    "start": "2021",
    "uitbater": "Dorpsraad",
    "rechtsvorm": "vzw",
    "themas": ["sociaal"],
    "functies": ["buurtwinkel"],
    "vervoer": ["onbekend"],
    "auteurs": ["Redactie"],
    "bronnen": [{"titel": "Krant", "uitgever": "Krant", "datum": "2022-03"}],
    "nagelezen": "nee",
    "bijgewerkt": "2026-11-23",
}


def case(**fields: Any) -> Case:
    return Case.model_validate({**FIELDS, **fields})


BAKERY = case(
    titel="’t Een: brood", dorp="Stavele", gemeente="Alveringem", functies=["broodpunt"], vervoer=["deelauto"]
)
ABROAD = case(titel="Kulturhus", dorp="Borne", gemeente=None, postcode=None, land="NL", functies=[], vervoer=[])
CASES = {"melkerij": case(), "bakkerij": BAKERY, "kulturhus": ABROAD}


def test_pins_stand_at_their_places_and_keep_their_numbers() -> None:
    found = pins(CASES)
    assert [(pin.number, pin.slug) for pin in found] == [(1, "melkerij"), (2, "bakkerij")]
    for pin in found:
        point = CASES[pin.slug].point
        assert point and pin.point == position(*point)
        assert pin.place == pytest.approx(pin.point, abs=0.1), "two pins far apart stay where they are"


def test_a_case_without_a_pin_says_why() -> None:
    assert why_not(case()) == ""
    assert why_not(ABROAD) == "buiten de kaart"
    assert why_not(case(gemeente="Herstappe")) == "niet op de kaart, want we kennen de plek niet"


def test_a_small_map_says_where_a_case_is_and_of_which_place_that_is_the_point() -> None:
    assert "stip bij Landegem (Deinze), Oost-Vlaanderen; de stip staat in de kern van de gemeente" in small_map(case())
    own = small_map(case(dorp="A <b>", coordinaten=["51.05", "3.57"]))
    assert 'aria-label="Kaart van Vlaanderen met een stip bij A &lt;b&gt; (Deinze), Oost-Vlaanderen"' in own
    assert own.count("land eigen") == 1
    assert small_map(ABROAD) == ""


def test_pins_are_pushed_apart() -> None:
    assert spread([(50, 50), (54, 50)], 10, 100, 100) == [(47, 50), (57, 50)]
    crowd = [(200.0 + i % 3, 100.0) for i in range(100)]
    places = spread(crowd, 31, 1000, 386)
    assert places == spread(crowd, 31, 1000, 386)
    assert min(math.dist(one, other) for one, other in combinations(places, 2)) > 30
    assert all(15 <= x <= 985 and 15 <= y <= 371 for x, y in places)


def test_only_a_pin_that_was_moved_has_a_line_to_its_point() -> None:
    drawn = outline_picture(["M0 0h9"], 100, 50, [((10, 10), (10, 10.5)), ((20, 20), (30, 20))])
    assert drawn.count("<circle") == 1
    assert 'd="M20 20L30 20"' in drawn


def test_a_matrix_has_the_terms_that_some_case_has() -> None:
    assert [(row.name, row.marks) for row in rows("functies", CASES)] == [
        ("Buurtwinkel", (True, False, False)),
        ("Brood en gebak", (False, True, False)),
        ("Geen: alleen vervoer", (False, False, True)),
    ]
    assert [(row.name, row.marks) for row in rows("vervoer", CASES)] == [
        ("Deelauto", (False, True, False)),
        ("Geen", (False, False, True)),
        ("Niet gevonden", (True, False, False)),
    ]
    missing = {term.slug for term in absent("vervoer", CASES)}
    assert "bushalte" in missing
    assert not missing & {"deelauto", "onbekend"}


def test_columns_are_dealt_evenly_over_tables() -> None:
    assert chunks(14, 14) == [range(14)]
    assert chunks(15, 14) == [range(7), range(7, 15)]
    assert [len(run) for run in chunks(100, 14)] == [12, 13, 12, 13, 12, 13, 12, 13]
    assert chunks(0, 14) == []


def test_a_timeline_is_sorted_by_start_and_says_until_when_something_is_known() -> None:
    cases = {
        "later": case(start="2021-09"),
        "gestopt": case(start="2019", stop="2020-06", fase="gestopt"),
        "wanneer": case(start="onbekend"),
        "nagelezen": case(titel="Alfa", start="2021-09", nagelezen="2024-05-06"),
    }
    assert [(line.slug, line.start, str(line.until), line.stopped) for line in lines(cases)] == [
        ("gestopt", PartialDate(2019), "juni 2020", True),
        ("nagelezen", PartialDate(2021, 9), "6 mei 2024", False),
        ("later", PartialDate(2021, 9), "maart 2022", False),
        ("wanneer", None, "maart 2022", False),
    ]


def test_a_source_from_before_the_start_says_nothing_of_what_came_after() -> None:
    (line,) = lines({"later": case(start="2023")})
    assert line.until is None


def test_the_line_of_years_has_few_years_on_it() -> None:
    assert years(lines({"een": case(start="2014")}), date(2026, 11, 23)) == [
        2014,
        2016,
        2018,
        2020,
        2022,
        2024,
        2026,
        2028,
    ]
    old = years(lines({"een": case(start="1908")}), date(2026, 11, 23))
    assert (old[0], old[-1], len(old)) == (1900, 2040, 8)
    assert [moment(PartialDate(2021)), moment(PartialDate(2021, 7)), moment(PartialDate(2021), end=True)] == [
        2021,
        2021.5,
        2022,
    ]


def test_a_comparison_says_what_is_not_known() -> None:
    full = case(inwoners="1.200", kern="landelijk-dorp", pand="school", team={"vrijwilligers": "1", "deelnemers": "7"})
    assert [column.value(full) for column in LEFT] == ["Landegem", "Landelijke dorpskern", "1.200", "2021"]
    assert [column.value(full) for column in RIGHT] == ["vzw", "School", "1", "?", "?", "1", "7"]
    bare = case(rechtsvorm="onbekend", start="onbekend", vervoer=[])
    assert [column.value(bare) for column in LEFT] == ["Landegem", "onbekend", "?", "onbekend"]
    assert [column.value(bare) for column in RIGHT] == ["onbekend", "onbekend", "1", "0", "?", "?", "?"]


def test_rows_of_a_comparison_are_as_high_on_both_pages() -> None:
    assert height(1, case()) == 2
    assert height(1, case(rechtsvorm="agb")) == 3, "Autonoom gemeentebedrijf of welzijnsvereniging"
    assert spreads([2] * 14) == [range(14)]
    assert spreads([2] * 40) == [range(17), range(17, 34), range(34, 40)]
    assert spreads([2, 40, 2]) == [range(1), range(1, 2), range(2, 3)]


def test_the_register_has_terms_places_names_and_the_words_of_chapters() -> None:
    found = entries(
        {"melkerij": case(pand="school")}, [("Sociaal", ("book/sociaal", "")), ("nabijheid", ("book/hoe", "i1"))]
    )
    here = (("cases/melkerij/index", ""),)
    assert [entry for entry in found if not entry.see] == [
        Entry("buurtwinkel", here),
        Entry("Deinze", here),
        Entry("Landegem (Deinze)", here),
        Entry("De Melkerij", here),
        Entry("nabijheid", (("book/hoe", "i1"),)),
        Entry("school (vroeger gebruik)", here),
        Entry("sociaal", (*here, ("book/sociaal", ""))),
        Entry("vzw", here),
    ]
    assert {entry.term: entry.see for entry in found if entry.see} == {
        "dorpswinkel": "buurtwinkel",
        "superette": "buurtwinkel",
        "kruidenier": "buurtwinkel",
        "winkel": "buurtwinkel",
        "vereniging zonder winstoogmerk": "vzw",
        "Nevele": "Deinze",
    }


def test_the_register_is_sorted_the_dutch_way() -> None:
    words = ["Zoutleeuw", "’t Een", "école", "de Kruin", "Ieper", "ijssalon", "9 maanden", "Het Idee"]
    assert sorted(words, key=sort_key) == [
        "9 maanden",
        "école",
        "’t Een",
        "Het Idee",
        "Ieper",
        "ijssalon",
        "de Kruin",
        "Zoutleeuw",
    ]
    letters = by_letter(Entry(word) for word in sorted(words, key=sort_key))
    assert [(letter, len(group)) for letter, group in letters] == [("0–9", 1), ("E", 2), ("I", 3), ("K", 1), ("Z", 1)]


def test_villages_of_one_case_each_have_their_line() -> None:
    found = {
        entry.term
        for entry in entries({"m": case(dorp="Moorslede, Dadizele en Slypskapelle", gemeente="Moorslede")}, [])
    }
    assert {"Moorslede", "Dadizele (Moorslede)", "Slypskapelle (Moorslede)"} <= found
    assert "Moorslede (Moorslede)" not in found


def test_a_contributed_case_can_ask_for_no_overview() -> None:
    names = {
        "kaart",
        "matrix",
        "tijdlijn",
        "vergelijking",
        "trefwoorden",
        "beeldlijst",
        "controlelijst",
        "werkblad",
        "praktijken-met",
    }
    assert not names & set(BLOCKS)


def test_who_made_a_photo() -> None:
    photo = {"bestand": "a.jpg", "maker": "Dorpsraad", "licentie": "CC-BY-4.0", "herkenbaar": "nee"}
    (full,) = case(fotos=[{**photo, "bron": "archief", "jaar": "2024-05"}]).fotos
    (bare,) = case(fotos=[{**photo, "bron": "Dorpsraad"}]).fotos
    assert (maker(full), maker(bare)) == ("Dorpsraad, archief, mei 2024", "Dorpsraad")

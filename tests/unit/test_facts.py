"""Places and words: the municipalities of 2025, and the controlled vocabulary."""

import pytest

from praktijkboek.municipality import FLANDERS, merger, municipalities, nearest_name, outline, position
from praktijkboek.vocabulary import lists, suggest_term


def test_all_municipalities_are_there() -> None:
    assert len(municipalities()) == 285
    assert {m.province for m in municipalities().values()} == {
        "Antwerpen",
        "Limburg",
        "Oost-Vlaanderen",
        "Vlaams-Brabant",
        "West-Vlaanderen",
    }


def test_points_stand_in_flanders_and_in_the_outline() -> None:
    (south, north), (west, east) = FLANDERS
    points = {name: m.point for name, m in municipalities().items()}
    assert [name for name, point in points.items() if point is None] == ["Herstappe"]
    for point in filter(None, points.values()):
        x, y = position(*point)
        assert south < point[0] < north and west < point[1] < east
        assert 0 <= x <= outline()["width"] and 0 <= y <= outline()["height"]


@pytest.mark.parametrize(
    ("old", "new", "year"),
    [("Herne", "Pajottegem", 2025), ("neerpelt", "Pelt", 2019), ("Nevele", "Deinze", 2019)],
)
def test_a_former_municipality_is_known(old: str, new: str, year: int) -> None:
    found = merger(old)
    assert found and (found.new, found.since.year) == (new, year)


def test_a_municipality_that_kept_its_name_is_not_former() -> None:
    assert merger("Tielt") is None


def test_a_misspelled_municipality_is_understood() -> None:
    assert nearest_name("Dijnze") == "Deinze"
    assert nearest_name("Stad Deinze (Oost-Vlaanderen)") == "Deinze"
    assert nearest_name("Wontergem", "9800") == "Deinze"
    assert nearest_name("onbekend") is None
    assert nearest_name("Amsterdam") is None


def test_every_list_of_the_vocabulary_has_terms() -> None:
    assert all(lists().values())
    assert [term.slug for term in lists()["fase"].values()] == ["verkenning", "opstart", "in-werking", "gestopt"]


@pytest.mark.parametrize(
    ("name", "typed", "meant"),
    [
        ("themas", "mobilitiet", "mobiliteit"),
        ("themas", "Coöperaties", "cooperaties"),
        ("functies", "superette", "buurtwinkel"),
        ("functies", "Repair Café", "repaircafe"),
        ("vervoer", "deelwagen", "deelauto"),
        ("fase", "in werking", "in-werking"),
    ],
)
def test_the_term_that_was_meant(name: str, typed: str, meant: str) -> None:
    term = suggest_term(name, typed)
    assert term and term.slug == meant

"""Cases for other programs: nothing is lost on the way, nothing private goes along, nothing is calculated."""

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import MakeCase
from hypothesis import given
from hypothesis import strategies as st

from praktijkboek.book import Book
from praktijkboek.case import Case
from praktijkboek.check import published
from praktijkboek.cli import main
from praktijkboek.export import FIELDS, FORMS, export
from praktijkboek.export.fields import HELD_BACK
from praktijkboek.export.forms import FORMULA, harmless
from praktijkboek.rule import Example

SITE = "https://voorbeeld.be/boek"


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(data.decode("utf-8-sig").splitlines(keepends=True), strict=True))


@pytest.fixture
def told(make_case: MakeCase, tmp_path: Path) -> Callable[..., Any]:
    """What is told of the sample case in one form, with changes to it."""

    def tell(form: str, *examples: Example, site: str = SITE) -> Any:
        for number, example in enumerate(examples or [Example()]):
            make_case(example, slug=f"voorbeeld-{number}")
        data = export(form, published(Book(tmp_path)), site)
        return rows(data) if form == "csv" else json.loads(data)

    return tell


def test_a_case_is_told_with_the_names_of_the_model(told: Callable[..., Any]) -> None:
    (case,) = told("json")["praktijken"]
    assert list(case) == [field.name for field in FIELDS]
    assert case["naam"] == "voorbeeld-0"
    assert case["adres"] == f"{SITE}/cases/voorbeeld-0/index.html"
    assert case["titel"].startswith("De Melkerij")


def test_without_a_known_site_addresses_are_relative_to_it(told: Callable[..., Any]) -> None:
    assert told("json", site="")["praktijken"][0]["adres"] == "cases/voorbeeld-0/index.html"


def test_every_field_of_the_model_is_told_or_held_back_and_explained() -> None:
    names = {info.alias or name for name, info in Case.model_fields.items()}
    assert names == {field.name for field in FIELDS} & names | HELD_BACK & names
    explained = [*FIELDS, *(inner for field in FIELDS for inner in field.inner)]
    assert all(field.title and field.meaning for field in explained)


def test_the_file_explains_its_own_fields(told: Callable[..., Any]) -> None:
    fields = told("json")["velden"]
    assert list(fields) == [field.name for field in FIELDS]
    assert fields["fase"]["titel"] == "Fase" and fields["fase"]["woorden"]["gestopt"] == "Gestopt"
    assert fields["bronnen"]["velden"]["url"]["titel"] == "Webadres"


CONTACT = "contact:\n  organisatie: Dorpsraad\n  e-mail: wij@voorbeeld.be\n  akkoord: ja"


@pytest.mark.parametrize("form", FORMS)
def test_addresses_and_consent_of_people_stay_in_the_book(form: str, make_case: MakeCase, tmp_path: Path) -> None:
    make_case(Example(header=CONTACT))
    (case,) = published(Book(tmp_path)).values()
    assert case.contact
    data = export(form, {"voorbeeld": case}, SITE).decode()
    assert "wij@voorbeeld.be" not in data
    assert not re.search(r"dossier|toestemming|herkenbaar", data)


@pytest.mark.parametrize("form", FORMS)
def test_a_draft_is_not_told(form: str, make_case: MakeCase, tmp_path: Path) -> None:
    make_case(Example(header="status: concept"))
    make_case(slug="klaar")
    cases = published(Book(tmp_path))
    assert [*cases] == ["klaar"]
    draft = cases["klaar"].model_copy(update={"status": "concept"})
    assert export(form, {"klaar": cases["klaar"], "concept": draft}, SITE) == export(form, cases, SITE)


@pytest.mark.parametrize("form", FORMS)
def test_the_order_of_the_cases_changes_nothing(form: str, make_case: MakeCase, tmp_path: Path) -> None:
    for slug in ("a", "b"):
        make_case(slug=slug)
    cases = published(Book(tmp_path))
    assert export(form, cases, SITE) == export(form, dict(reversed(cases.items())), SITE)


def test_geojson_has_longitude_first_and_says_whose_point_it_is(told: Callable[..., Any]) -> None:
    cases = (Example(header="coordinaten: [51.05, 3.57]"), Example())
    own, town = told("geojson", *cases)["features"]
    assert own["geometry"] == {"type": "Point", "coordinates": [3.57, 51.05]}
    assert (own["id"], own["properties"]["punt"]) == ("voorbeeld-0", "praktijk")
    assert town["geometry"] and town["properties"]["punt"] == "gemeente"


def test_a_case_without_a_point_is_on_no_map(make_case: MakeCase, tmp_path: Path) -> None:
    make_case()
    (case,) = published(Book(tmp_path)).values()
    abroad = case.model_copy(update={"gemeente": None, "coordinaten": None})
    (feature,) = json.loads(export("geojson", {"x": abroad}, SITE))["features"]
    assert (feature["geometry"], feature["properties"]["punt"]) == (None, None)


def test_csv_is_rfc_4180_with_a_byte_order_mark(make_case: MakeCase, tmp_path: Path) -> None:
    make_case()
    data = export("csv", published(Book(tmp_path)), SITE)
    assert data.startswith("\ufeffnaam,adres,titel,".encode()) and data.endswith(b"\r\n")
    assert re.sub(rb'"[^"]*"', b"", data).count(b"\n") == data.count(b"\r\n"), "other line ends stand in quotes"


def test_values_of_a_group_stand_on_the_same_line_of_their_cells(told: Callable[..., Any]) -> None:
    sources = "bronnen:\n  - titel: Een\n    uitgever: Krant\n  - titel: Twee\n    url: https://x.be"
    (row,) = told("csv", Example(header=sources))
    assert (row["bronnen.titel"], row["bronnen.url"]) == ("Een\nTwee", "\nhttps://x.be")


@pytest.mark.parametrize("text", ["=1+1", "+32", "-1", "@SUM(A1)", "\tx", "\rx", "'=1", "''@x"])
def test_a_formula_is_shown_and_not_calculated(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize(
    ("value", "cell"), [("’t Bruut", "’t Bruut"), ("'t", "'t"), (-1.5, "-1.5"), (None, ""), (3, "3")]
)
def test_other_values_stay_what_they_are(value: str | float | None, cell: str) -> None:
    assert harmless(value) == cell


@given(st.text())
def test_the_apostrophe_can_be_taken_away_again(text: str) -> None:
    cell = harmless(text)
    assert cell[:1] not in set("=+-@\t\r")
    assert (cell[1:] if FORMULA.match(cell) else cell) == text


def test_each_of_several_values_is_made_harmless(told: Callable[..., Any]) -> None:
    (row,) = told("csv", Example(header='partners: ["=1+1", gemeente, "@x"]'))
    assert row["partners"] == "'=1+1\ngemeente\n'@x"


def test_the_command_writes_to_the_screen_or_in_a_folder(
    make_case: MakeCase, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRAKTIJKBOEK_SITE", SITE)
    make_case()
    assert main(["export", str(tmp_path), "--format", "csv"]) == 0
    shown = capfdbinary.readouterr().out
    assert main(["export", str(tmp_path), "--naar", str(tmp_path / "uit")]) == 0
    assert {path.name for path in (tmp_path / "uit").iterdir()} == {
        "praktijken.json",
        "praktijken.csv",
        "praktijken.geojson",
    }
    assert (tmp_path / "uit" / "praktijken.csv").read_bytes() == shown


def test_a_book_with_a_mistake_is_not_told(
    make_case: MakeCase, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_case(Example(header="postcode: B-9850"))
    assert main(["export", str(tmp_path)]) == 1
    shown = capsys.readouterr()
    assert shown.out == "" and "waarde-vorm" in shown.err and shown.err.endswith("Er is niets gemaakt.\n")

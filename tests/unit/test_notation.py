"""Dates and numbers as Belgians write them."""

from decimal import Decimal

import pytest

from praktijkboek.notation import (
    PartialDate,
    decapitalize,
    format_number,
    parse_date,
    parse_number,
    propose_date,
    propose_number,
)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("1.200,50", "1200.50"), ("1200", "1200"), ("2,5", "2.5"), ("1 200", "1200"), ("435.000", "435000"), ("0", "0")],
)
def test_a_belgian_number(typed: str, number: str) -> None:
    assert parse_number(typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["1.2", "1,200.50", "duizend", "", "€ 12", "12.00", "1..000", "1.0000"])
def test_not_a_belgian_number(typed: str) -> None:
    with pytest.raises(ValueError):
        parse_number(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("€ 1.200", "1.200"), ("1200.50", "1200,50"), ("1.200 euro", "1.200"), ("ca. 700", "700"), ("duizend", None)],
)
def test_the_number_that_was_meant(typed: str, meant: str | None) -> None:
    assert propose_number(typed) == meant


def test_numbers_are_written_with_dots_and_a_comma() -> None:
    assert format_number(Decimal("159168.75")) == "159.168,75"
    assert format_number(1233) == "1.233"


@pytest.mark.parametrize(
    ("typed", "words"),
    [("2021", "2021"), ("2021-09", "september 2021"), ("2021-09-15", "15 september 2021")],
)
def test_a_date_reads_as_words(typed: str, words: str) -> None:
    found = parse_date(typed)
    assert (str(found), found.typed) == (words, typed)


@pytest.mark.parametrize("typed", ["2021-13", "2021-06-31", "21", "2021/09", "", "0000"])
def test_not_a_date(typed: str) -> None:
    with pytest.raises(ValueError):
        parse_date(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("15/09/2021", PartialDate(2021, 9, 15)),
        ("september 2021", PartialDate(2021, 9)),
        ("15 sept. 2021", PartialDate(2021, 9, 15)),
        ("1 mrt 2020", PartialDate(2020, 3, 1)),
        ("9-2021", PartialDate(2021, 9)),
        ("2021/9", PartialDate(2021, 9)),
        ("31/02/2021", None),
        ("vorig jaar", None),
        ("in de zomer van 2021", PartialDate(2021)),
        ("15/09/21", PartialDate(2021, 9, 15)),
        ("september", None),
        ("2021-2022", None),
    ],
)
def test_the_date_that_was_meant(typed: str, meant: PartialDate | None) -> None:
    assert propose_date(typed) == meant


def test_a_label_inside_a_sentence() -> None:
    assert decapitalize("Buurtwinkel") == "buurtwinkel"
    assert decapitalize("BE-code") == "BE-code"

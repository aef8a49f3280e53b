"""The text under the header: what is found in it, where, and what is left alone."""

from importlib.resources import files

import pytest
from conftest import SAMPLE, MakeCase
from scripts import make_characters

from praktijkboek.check import check_paths
from praktijkboek.reader.walk import read_body
from praktijkboek.rule import Example
from praktijkboek.rules.parts import cleaned, meant
from praktijkboek.rules.personal import found, is_company


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("gsm-nummer", "0478 12 34 56"),
        ("gsm-nummer", "0478/12.34.56"),
        ("gsm-nummer", "0478.12.34.56"),
        ("gsm-nummer", "0478-123-456"),
        ("gsm-nummer", "0478123456"),
        ("gsm-nummer", "+32 478 12 34 56"),
        ("gsm-nummer", "+32 (0)478 12 34 56"),
        ("gsm-nummer", "0032478123456"),
        ("gsm-nummer", "+31 6 12345678"),
        ("telefoonnummer", "051 23 45 67"),
        ("telefoonnummer", "(051) 23 45 67"),
        ("telefoonnummer", "09/123.45.67"),
        ("telefoonnummer", "014 - 12 34 56"),
        ("telefoonnummer", "+32 51 23 45 67"),
        ("rijksregisternummer", "85.07.30-033.28"),
        ("rijksregisternummer", "85073003328"),
        ("rijksregisternummer", "850730-033.28"),
        ("rekeningnummer", "BE68 5390 0754 7034"),
        ("e-mailadres", "jan.peeters@voorbeeld.be"),
    ],
)
def test_personal_data_is_found(kind: str, text: str) -> None:
    sentence = f"Vraag het aan Jan ({text}), elke dag."
    assert [(found_kind, sentence[start:end]) for found_kind, start, end in found(sentence)] == [(kind, text)]


@pytest.mark.parametrize(
    "text",
    [
        "In 2019-2021 kwamen er 15.000 mensen, en in 2022, 2023 en 2024 nog meer.",
        "Het kostte € 1.200.500,50, of 1 200 500 euro, of 10 000 000 000 oude frank.",
        "Van 01/09/2021 tot 30-06-2022, op 01.09.2021 en op 04/08/2021 10 uur.",
        "Open van 9.00 tot 12.00 uur en van 13u30 tot 17u30, op 050 procent.",
        "In 9850 Deinze, 03470 of B-3470, op 50.7242, 4.0348.",
        "Ondernemingsnummer 0400.000.797, BE 0478.132.643 of KBO: 0478132643, of gewoon 0478.132.695.",
        "ISBN 978-90-12345-67-8, ISSN 0770-1234, dossier 2021/0478/12 en nummer 12345678901.",
        "Op https://www.voorbeeld.be/0478123456 en www.voorbeeld.be/051-23-45-67.",
        "Het Koninklijk Besluit van 85.07.30, artikel 033.28, en 3,14159265358979.",
        "Mail info@voorbeeld.be of contact@voorbeeld.be, of spreek ons aan op Mastodon: @dorp.",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert found(text) == ()


def test_an_organisation_is_known_by_its_check_digits() -> None:
    assert is_company("0478132695")
    assert not is_company("0478132643")


@pytest.mark.parametrize("typed", ["1. Aanbod", "Aanbod:", "**Aanbod**", "AANBOD", "III) aanbod.", "B. Aanbod"])
def test_a_part_is_known_however_it_is_dressed(typed: str) -> None:
    assert cleaned(typed).casefold() == "aanbod"
    assert meant(typed) == "Aanbod"


def test_running_text_has_no_addresses_or_code_in_it_and_knows_its_place() -> None:
    (line,) = lines = ["Een `code` en [de *mooie* stad](https://a.be/stad) of <https://b.be>: een stad, een stad."]
    prose = read_body(lines, 1).prose
    assert [each.text for each in prose] == ["Een ", " en ", "de ", "mooie", " stad", " of ", ": een stad, een stad."]
    assert [line[each.span.column - 1 : each.span.end_column - 1] for each in prose] == [each.text for each in prose]


def test_the_second_of_two_equal_headings_has_an_anchor_of_its_own() -> None:
    text = "## Een\n### Een\n#### Een\n## Een-1\n## [Een](x) `twee`\n## !"
    assert [each.anchor for each in read_body(text.split("\n"), 1).headings] == [
        "een", "een-1", "", "een-1-1", "een-twee", "",
    ]  # fmt: skip


def test_a_text_that_is_too_big_is_one_finding(make_case: MakeCase) -> None:
    (finding,) = check_paths([make_case(text=SAMPLE + "[\n" * 450_000)]).findings
    assert finding.rule == "tekst-te-groot"


def test_the_table_of_characters_is_that_of_the_fonts() -> None:
    table = files("praktijkboek").joinpath("data/tekens.json").read_text(encoding="utf-8")
    assert table == make_characters.as_text()


def test_the_same_mistake_inside_a_block_is_found_in_its_place(make_case: MakeCase) -> None:
    folder = make_case(Example(body=":::{tip}\nBel 0478 12 34 56.\n\nLees <b>dit</b>.\n:::"))
    found = [(f.rule, f.span.line, f.span.column) for f in check_paths([folder]).findings]
    assert found == [("persoonsgegeven", 35, 5), ("html", 37, 6)]

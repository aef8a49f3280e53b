"""Vind een praktijk: what can be chosen, what a card tells and where a pin stands, for cases that are made for it."""

from test_overviews import ABROAD, BAKERY, case

from praktijkboek.site.finder import Option, cards, case_map, facets, newest, terms

SHOP = case(inwoners=1200, kern="landelijk-dorp", bijgewerkt="2026-11-20")
CASES = {"winkel": SHOP, "bakkerij": BAKERY, "kulturhus": ABROAD}
FACETS = {facet.name: facet for facet in facets(CASES)}


def test_a_choice_has_its_number_of_cases_and_the_words_that_mean_it() -> None:
    assert FACETS["vervoer"].options == (
        Option("deelauto", "Deelauto", 1, "deelauto deelwagen autodelen deelauto's"),
    ), "what is unknown is no choice"
    assert [(option.slug, option.count) for option in FACETS["functies"].options] == [
        ("buurtwinkel", 1),
        ("broodpunt", 1),
    ], "in the order of the vocabulary"


def test_a_case_abroad_is_chosen_by_its_country() -> None:
    assert [(option.slug, option.label) for option in FACETS["provincie"].options] == [
        ("nederland", "Nederland"),
        ("oost-vlaanderen", "Oost-Vlaanderen"),
        ("west-vlaanderen", "West-Vlaanderen"),
    ]
    assert terms(ABROAD, "provincie") == ("nederland",)


def test_what_no_case_has_is_not_offered() -> None:
    assert "pand" not in FACETS
    assert facets({}) == []


def test_a_card_tells_what_a_reader_compares() -> None:
    shop, bakery, abroad = cards(CASES)
    assert (shop.number, shop.place, shop.province) == (1, "Landegem (Deinze)", "Oost-Vlaanderen")
    assert (shop.inhabitants_words, shop.settlement) == ("1.200 inwoners", "landelijk-dorp")
    assert (bakery.offers, bakery.inhabitants_words) == ("Brood en gebak · Deelauto", "")
    assert (abroad.offers, abroad.province, abroad.place) == ("", "", "Borne (Nederland)")


def test_a_case_is_found_by_a_municipality_that_is_none_any_more() -> None:
    (card,) = cards({"loods": case(dorp="Nevele", gemeente="Deinze")})
    assert "nevele" in card.words.split()


def test_the_newest_come_first() -> None:
    assert [card.slug for card in newest(CASES, 2)] == ["bakkerij", "kulturhus"]


def test_only_what_is_in_flanders_has_a_pin() -> None:
    drawn = case_map(CASES)
    assert [(pin.number, pin.slug, pin.line) for pin in drawn.pins] == [(1, "winkel", ""), (2, "bakkerij", "")]
    assert drawn.few
    close = case_map({"een": SHOP, "twee": SHOP})
    assert all(pin.line.startswith("M") for pin in close.pins), "two on one spot are moved apart"

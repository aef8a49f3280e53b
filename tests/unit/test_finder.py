"""Vind een praktijk: what can be chosen, what a card tells, and what the script makes of a question."""

from typing import Any

import pytest
from asking import answer, needs_node
from test_overviews import ABROAD, BAKERY, case

from praktijkboek.site import home
from praktijkboek.site.finder import Option, cards, case_map, facets, newest, settlements
from praktijkboek.site.lists import slugs
from praktijkboek.site.sizes import Picture
from praktijkboek.spelling import fold
from praktijkboek.vocabulary import lists

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
    assert slugs(ABROAD, "provincie") == ("nederland",)


def test_what_no_case_has_is_not_offered() -> None:
    assert "pand" not in FACETS
    assert facets({}) == []


def test_a_choice_is_named_in_few_words_and_found_by_all() -> None:
    (village,) = FACETS["kern"].options
    assert village.label == "Landelijke dorpskern"
    assert "buitengebied" in village.words


def test_a_reader_may_compare_with_any_kind_of_village() -> None:
    assert [settlement.slug for settlement in settlements()] == list(lists()["kern"])
    assert settlements()[-1].also == "ook een gehucht"


def test_a_card_tells_what_a_reader_compares() -> None:
    picture = Picture("_images/winkel.svg")
    shop, bakery, abroad = cards(CASES, {"winkel": picture})
    assert (shop.number, shop.place, shop.picture) == (1, "Landegem (Deinze), Oost-Vlaanderen", picture)
    assert (shop.inhabitants_words, shop.phase_words) == ("1.200 inwoners", "In werking, gestart in 2021")
    assert (bakery.functions, bakery.transport, bakery.picture) == (("Brood en gebak",), ("Deelauto",), None)
    assert (abroad.functions, abroad.place) == ((), "Borne (Nederland)")


def test_a_card_says_how_many_functions_it_does_not_name() -> None:
    (card,) = cards(
        {"huis": case(functies=["buurtwinkel", "broodpunt", "buurtcafe", "postpunt", "sport", "energie"])}, {}
    )
    assert card.functions == ("Buurtwinkel", "Brood en gebak", "Buurtcafé", "Postpunt")
    assert card.more == 2


def test_a_card_tells_that_a_case_stopped_and_that_its_start_is_unknown() -> None:
    stopped = case(fase="gestopt", stop="2024-06")
    unknown = case(start="onbekend")
    assert [card.phase_words for card in cards({"een": stopped, "twee": unknown}, {})] == [
        "Gestopt in 2024",
        "In werking",
    ]


def test_a_case_is_found_by_a_municipality_that_is_none_any_more() -> None:
    (card,) = cards({"loods": case(dorp="Nevele", gemeente="Deinze")}, {})
    assert "nevele" in card.words.split()


def test_the_newest_come_first_and_of_one_day_those_that_started_last() -> None:
    cases = CASES | {"nieuw": case(start="2024-02")}
    assert [card.slug for card in newest(cards(cases, {}), cases, 3)] == ["nieuw", "bakkerij", "kulturhus"]


def test_only_what_is_in_flanders_has_a_pin() -> None:
    drawn = case_map(CASES)
    assert [(pin.number, pin.slug, pin.line) for pin in drawn.pins] == [(1, "winkel", ""), (2, "bakkerij", "")]
    assert drawn.few
    close = case_map({"een": SHOP, "twee": SHOP})
    assert all(pin.line.startswith("M") for pin in close.pins), "two on one spot are moved apart"


def test_the_home_page_leads_to_what_there_is_to_choose() -> None:
    ways = home.ways_in(FACETS)
    assert [title for title, _ in ways["wegen"]] == ["Wat er te doen is", "Waar"], "of one value there is no choice"
    assert [angle.slug for angle in ways["invalshoeken"]] == ["sociaal"]
    assert ways["gestopt"] == 0
    stopped = facets({"een": case(fase="gestopt", stop="2024"), "twee": SHOP})
    assert home.ways_in({facet.name: facet for facet in stopped})["gestopt"] == 1
    assert home.ways_in({})["invalshoeken"] == ()


def ask(expression: str, **names: Any) -> Any:
    """What the script makes of an expression."""
    return answer("vind.js", expression, **names)


def card(number: int, text: str, inhabitants: int | None = None, **chosen: list[str]) -> dict[str, Any]:
    return {"number": number, "text": text, "inhabitants": inhabitants, "terms": chosen}


VILLAGES = [
    card(1, "buurtwinkel deelauto deelwagen", 3000, functies=["buurtwinkel"], vervoer=["deelauto"], kern=["hoofddorp"]),
    card(2, "buurtcafe van de cooperatie", 900, functies=["buurtcafe"], kern=["landelijk-dorp"]),
    card(3, "buurtwinkel en buurtcafe", None, functies=["buurtwinkel", "buurtcafe"], kern=["landelijk-dorp"]),
]
ALL: dict[str, Any] = {"words": [], "chosen": {"functies": [], "vervoer": []}, "inhabitants": None, "settlement": ""}


@needs_node
def test_the_script_folds_words_as_the_book_does() -> None:
    words = ["Coöperatie", "DEELAUTO’S", "café", "’t Bruut", "Große Straße", "ĲZER"]
    assert ask("words.map(Vind.fold)", words=words) == [fold(word) for word in words]


@needs_node
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("winkel", [1, 3]),  # part of a compound
        ("winkels", [1, 3]),
        ("deelwagens", [1]),  # one and more, another word for the same
        ("Coöperatie", [2]),
        ("CAFÉ", [2, 3]),
        ("winkel, café", [3]),  # all words
        ("zwembad", []),
        ("  ", [1, 2, 3]),
    ],
)
def test_what_is_typed_is_found(typed: str, found: list[int]) -> None:
    asked = "Vind.look(cards, {...all, words: Vind.words(typed)}).found.map((card) => card.number)"
    assert ask(asked, cards=VILLAGES, all=ALL, typed=typed) == found


@needs_node
def test_values_of_one_facet_widen_and_facets_narrow() -> None:
    look = "Vind.look(cards, {...all, chosen}).found.map((card) => card.number)"
    both = {"functies": ["buurtwinkel", "buurtcafe"], "vervoer": []}
    assert ask(look, cards=VILLAGES, all=ALL, chosen=both) == [1, 2, 3]
    assert ask(look, cards=VILLAGES, all=ALL, chosen=both | {"vervoer": ["deelauto"]}) == [1]


@needs_node
def test_a_choice_counts_what_it_would_leave() -> None:
    counts = """((seen) => [seen.count("functies", "buurtwinkel"), seen.count("functies", "buurtcafe"),
        seen.count("vervoer", "deelauto"), seen.count("vervoer", "bushalte")])(Vind.look(cards, {...all, chosen}))"""
    assert ask(counts, cards=VILLAGES, all=ALL, chosen=ALL["chosen"]) == [2, 2, 1, 0]
    # Another function may be chosen beside the café, so all are counted; of transport only where there is a café.
    assert ask(counts, cards=VILLAGES, all=ALL, chosen={"functies": ["buurtcafe"], "vervoer": []}) == [2, 2, 0, 0]


@needs_node
def test_where_nothing_answers_it_says_what_to_let_go() -> None:
    question = {**ALL, "words": [["cooperatie"]], "chosen": {"functies": ["buurtcafe"], "vervoer": ["deelauto"]}}
    seen = ask("Vind.look(cards, question)", cards=VILLAGES, question=question)
    assert seen["found"] == []
    assert seen["without"] == {"q": 0, "functies": 0, "vervoer": 1}


@needs_node
def test_the_most_alike_come_first_with_the_reason() -> None:
    question = {**ALL, "inhabitants": 800, "settlement": "landelijk-dorp", "also": "ook een landelijk dorp"}
    seen = ask(
        "Vind.look(cards, question).found.map((card) => [card.number, Vind.reason(card, question)])",
        cards=VILLAGES,
        question=question,
    )
    assert seen == [
        [2, "Ongeveer even groot: 900 inwoners; ook een landelijk dorp"],
        [1, "Groter: 3.000 inwoners"],
        [3, "Aantal inwoners onbekend; ook een landelijk dorp"],
    ]


@needs_node
def test_without_a_village_to_compare_the_order_is_that_of_the_book() -> None:
    asked = "[Vind.compares(all), Vind.look([...cards].reverse(), all).found.map((card) => card.number)]"
    assert ask(asked, cards=VILLAGES, all=ALL) == [False, [1, 2, 3]]

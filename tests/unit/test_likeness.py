"""Gelijkaardige praktijken: which cases come, in which order, and the words that say why."""

from test_overviews import case

from praktijkboek.site.likeness import MOST, Likeness, also, reason
from praktijkboek.vocabulary import lists

VILLAGE = case(functies=["buurtwinkel", "broodpunt"], vervoer=["deelauto"], kern="landelijk-dorp", inwoners="1000")


def test_shared_transport_tells_most_and_then_the_village() -> None:
    car = case(functies=["buurtwinkel"], vervoer=["deelauto"], kern="landelijk-dorp")
    assert reason(VILLAGE, car) == "zelfde vervoer: deelauto; ook een landelijk dorp"


def test_what_two_cases_share_is_named() -> None:
    shop = case(functies=["broodpunt", "buurtwinkel"])
    assert reason(VILLAGE, shop) == "zelfde functies: buurtwinkel en brood en gebak"
    assert reason(VILLAGE, case()) == "zelfde functie: buurtwinkel"
    assert reason(VILLAGE, case(functies=[])) == "zelfde invalshoek: sociaal"
    assert reason(VILLAGE, case(functies=[], themas=["zorg"])) == ""


def test_a_village_of_about_the_same_size_is_a_reason() -> None:
    near, far = (case(functies=[], themas=["zorg"], inwoners=number) for number in ("1250", "1251"))
    assert reason(VILLAGE, near) == "ongeveer even groot: 1.250 inwoners"
    assert reason(VILLAGE, far) == ""
    unknown = case(vervoer=["onbekend"], functies=[], themas=["zorg"])
    assert reason(unknown, unknown) == "zelfde invalshoek: zorg en inclusie", "what nobody knows is no likeness"


def test_every_kind_of_settlement_can_be_said() -> None:
    assert {also(kern) for kern in lists()["kern"]} >= {
        "ook een kleine stad",
        "ook aan de stadsrand",
        "ook een gehucht",
    }


def test_whom_the_author_named_comes_first_and_then_who_shares_most() -> None:
    cases = {
        "dorp": VILLAGE.model_copy(update={"verwant": ["niets", "weg"]}),
        "niets": case(functies=[], themas=["zorg"]),
        "winkel": case(),
        "auto": case(vervoer=["deelauto"]),
        "zelfde": VILLAGE,
        "vreemd": case(functies=[], themas=["zorg"]),
    }
    found = [slug for slug, _ in Likeness(cases).alike("dorp")]
    assert found == ["niets", "zelfde", "auto"]
    assert len(found) == MOST
    assert Likeness({"vreemd": cases["vreemd"]}).alike("vreemd") == []

"""Words of the glossary in a running text: once each, as a whole word, and not inside a name."""

import pytest

from praktijkboek.site.glossary import first_uses

WORDS = ("korte keten", "deelauto", "vzw", "OCMW", "dorpspunt", "vervoer op maat", "vervoer")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Een deelauto, en nog een deelauto.", ["deelauto"]),
        ("Twee deelauto’s van de VZW.", ["deelauto’s", "VZW"]),
        ("Er kwamen dorpspunten bij.", ["dorpspunten"]),
        ("De korte-ketenwinkel van een deelautoproject.", []),
        ("Met vervoer op maat, en ander vervoer.", ["vervoer op maat", "vervoer"]),
        ("Dorpspunt Beveren is er. Een dorpspunt dus.", ["dorpspunt"]),
        ("Het OCMW Herselt betaalt.", ["OCMW"]),
        ("Dorpspunt is een ander woord.", ["Dorpspunt"]),
        ("", []),
    ],
)
def test_a_word_is_found_where_it_is_first_used(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end, _ in first_uses(text, WORDS)] == found


def test_without_a_glossary_nothing_is_found() -> None:
    assert list(first_uses("Een deelauto.", [])) == []

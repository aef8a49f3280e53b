"""Rules on single values: dates, numbers, addresses, answers."""

from __future__ import annotations

from praktijkboek.reader import Problem
from praktijkboek.rule import Example, did_you_mean
from praktijkboek.rules.rule import ProblemRule, field_words
from praktijkboek.vocabulary import UNKNOWN

SHAPES = {
    "postcode": ("postcode", "vier cijfers, zoals `9850`"),
    "datum": ("datum", "een jaar, jaar-maand of jaar-maand-dag, zoals `2021-09`"),
    "jaar_maand": ("datum", "een jaar of jaar-maand, zoals `2021` of `2021-09`"),
    "dag": ("datum", "jaar-maand-dag, zoals `2026-11-23`"),
    "dag_of_nee": ("datum", "`nee`, of de dag waarop de uitbater akkoord ging, zoals `2026-11-23`"),
    "nagelezen_zonder_dag": ("", "de dag waarop de uitbater akkoord ging, zoals `2026-11-23`"),
    "webadres": ("webadres", "een adres dat met `https://` begint"),
    "e_mail": ("e-mailadres", "naam@organisatie.be"),
    "coordinaten": ("plaats op de kaart", "breedte en lengte tussen haakjes, zoals `[51.05, 3.57]`"),
    "coordinaten_buiten": (
        "plaats in Vlaanderen of Brussel",
        "eerst de breedte (50 of 51), dan de lengte (2 tot 6)",
    ),
    "ja_nee": ("antwoord", "`ja` of `nee`"),
    "geen_akkoord": ("antwoord", "`ja`; zonder toestemming mag dit niet in het boek"),
    "dubbel": ("", "elk woord maar één keer"),
    "onbekend_niet_alleen": ("", "ofwel alleen `onbekend`, ofwel wat je wel weet"),
    "opmaak": ("gewone tekst", "woorden zonder sterretjes, links of codes"),
    "string_type": ("tekst", "gewone woorden op één regel, geen lijst"),
    "geen_tekst": ("tekst", "gewone woorden op één regel, geen lijst"),
}

NEUTER = {"e-mailadres", "webadres", "antwoord"}


class ValueShape(ProblemRule):
    """Elk veld heeft één schrijfwijze, zodat we kunnen rekenen, sorteren en op de kaart zetten."""

    name, code = "waarde-vorm", "V06"
    kinds = frozenset(SHAPES)
    bad = Example(header="postcode: B-9850")
    good = Example(header="postcode: 9850")

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Say what is expected."""
        noun, shape = SHAPES[problem.kind]
        where, expected = field_words(problem.path), f"We verwachten {shape}."
        if problem.kind == "dubbel":
            return f"`{problem.context['term']}` staat twee keer bij {where}.", expected
        if problem.kind == "onbekend_niet_alleen":
            return f"Bij {where} staat `onbekend` naast iets dat je wel weet.", expected
        if problem.kind == "nagelezen_zonder_dag":
            return f"Achter {where} staat `ja`, maar niet sinds wanneer.", expected
        if problem.kind == "opmaak":
            return f"In {where} staat opmaak: `{problem.context['part']}`.", expected
        shown = f"`{problem.value}`" if isinstance(problem.value, str) else "Dit"
        article = "goed" if noun in NEUTER else "goede"
        meant = did_you_mean(problem.context.get("proposal"))
        return f"{shown} is geen {article} {noun} voor {where}.{meant}", expected


class NotANumber(ProblemRule):
    """Met een getal kan een lezer rekenen en vergelijken; uitleg hoort in de tekst."""

    name, code = "geen-getal", "V07"
    kinds = frozenset({"getal", "geheel_getal"})
    bad = Example(header="inwoners: ongeveer duizend")
    good = Example(header="inwoners: 1.200")

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Show how numbers are written."""
        if problem.value == UNKNOWN:
            return (
                f"`onbekend` is geen getal voor {field_words(problem.path)}.",
                "Weet je het niet, haal de regel dan weg.",
            )
        if problem.kind == "geheel_getal":
            return (
                f"`{problem.value}` is geen geheel getal voor {field_words(problem.path)}.",
                "Schrijf het zonder komma, met een punt per duizend: `1.200`.",
            )
        return (
            f"`{problem.value}` is geen getal voor {field_words(problem.path)}."
            f"{did_you_mean(problem.context.get('proposal'))}",
            "Schrijf alleen cijfers, met een punt per duizend en een komma voor decimalen: `1.200` of `2,5`.",
        )

"""Rules on the header as a whole: is it there, can it be read."""

from __future__ import annotations

from praktijkboek.reader import Problem
from praktijkboek.rules.rule import Example, ProblemRule

FIRST_LINES = '---\ntitel: "De Melkerij: winkel en koffie"'
LAST_LINES = "nagelezen: nee\nbijgewerkt: 2026-11-23\n---\n\n## Aanleiding"


class NotUtf8(ProblemRule):
    """Een oude bewaarwijze kent maar één alfabet; letters als é en € worden in het boek andere tekens."""

    name, code = "niet-utf8", "K01"
    kinds = frozenset({"niet_utf8"})
    bad = Example(replace=("koffie", "caf\udce9"))
    good = Example(replace=("koffie", "café"))

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Name the first line that goes wrong."""
        return (
            "Dit bestand is niet als UTF-8 bewaard; letters zoals é en € gaan dan stuk.",
            "Kies in Kladblok “Opslaan als” en onderaan bij codering “UTF-8”.",
        )


class StrangeCharacter(ProblemRule):
    """Onzichtbare tekens uit andere programma’s verschuiven regels, en de letters van het boek kennen ze niet."""

    name, code = "vreemd-teken", "K06"
    kinds = frozenset({"vreemd_teken"})
    bad = Example(replace=("Begin klein.", "Begin\x0b klein."))
    good = Example.unchanged("Begin klein.")

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Name the character's number."""
        message = f"Op deze regel staat een onzichtbaar teken dat niet in een tekst hoort ({problem.value})."
        return message, "Typ de regel opnieuw, of plak ze eerst in Kladblok."


class HeaderMissing(ProblemRule):
    """Boven de tekst staan de feiten, tussen twee regels met drie streepjes; zonder kop weten we niets."""

    name, code = "kop-ontbreekt", "K02"
    kinds = frozenset({"kop_ontbreekt"})
    bad = Example(replace=(FIRST_LINES, FIRST_LINES.removeprefix("---\n")))
    good = Example.unchanged(FIRST_LINES)

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Say what the first line must be."""
        if problem.value == "":
            return "Dit bestand is leeg.", "Bewaar je tekst opnieuw, en kijk of het bestand groter is dan 0 bytes."
        return (
            "De kop ontbreekt: op de eerste regel staat geen `---`.",
            "Zet helemaal bovenaan een regel met drie streepjes (`---`), daaronder de velden, en sluit af met `---`.",
        )


class HeaderNotClosed(ProblemRule):
    """Zonder tweede regel met streepjes is niet te zien waar de velden stoppen en de tekst begint."""

    name, code = "kop-niet-gesloten", "K03"
    kinds = frozenset({"kop_niet_gesloten"})
    bad = Example(replace=(LAST_LINES, LAST_LINES.replace("---\n", "")))
    good = Example.unchanged(LAST_LINES)

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Say where the fence goes."""
        return (
            "De kop is niet afgesloten: na de velden ontbreekt de regel `---`.",
            "Zet onder het laatste veld een regel met alleen drie streepjes: `---`.",
        )


class ValueCut(ProblemRule):
    """Een hekje met een spatie ervoor begint een opmerking; wat erachter staat, valt stil weg."""

    name, code = "hekje", "K05"
    kinds = frozenset({"hekje"})
    bad = Example(header="uitbater: vzw De Linde #1")
    good = Example(header='uitbater: "vzw De Linde #1"')

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Say what would be lost."""
        lost = str(problem.value)[str(problem.value).index(" #") :].strip() if " #" in str(problem.value) else "#"
        return f"Alles vanaf het hekje valt weg: `{lost}`.", "Zet de hele waarde tussen dubbele aanhalingstekens."


class HeaderUnreadable(ProblemRule):
    """Eén verkeerd teken in de kop maakt alle velden erna onleesbaar."""

    name, code = "kop-onleesbaar", "K04"
    kinds = frozenset({"kop_onleesbaar", "kop_vreemd", "kop_zonder_velden", "te_diep"})
    bad = Example(header="partners: [gemeente, dorpsraad")
    good = Example(header="partners: [gemeente, dorpsraad]")

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Point at the line from which on the header can't be read."""
        if problem.kind == "te_diep":
            return (
                "Hier staan te veel haakjes of lijsten in elkaar.",
                "Maak er een gewone lijst van: `[een, twee]`.",
            )
        if problem.kind == "kop_zonder_velden":
            return "In de kop staat geen enkel veld.", "Schrijf op elke regel een veld: `naam: waarde`."
        return (
            "Vanaf deze plek kunnen we de kop niet lezen.",
            "Schrijf elk veld als `naam: waarde` en zet de waarde tussen dubbele aanhalingstekens als er een leesteken"
            " vooraan of een dubbelpunt in staat; sluit elk haakje en elk aanhalingsteken.",
        )

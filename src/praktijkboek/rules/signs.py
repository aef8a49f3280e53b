"""Rules on signs in a value of the header: quotes, brackets, colons and others that mean something to a computer."""

from __future__ import annotations

from praktijkboek.finding import Severity
from praktijkboek.reader import Problem
from praktijkboek.rule import Example
from praktijkboek.rules.lines import QUOTES
from praktijkboek.rules.rule import ProblemRule


class CurlyQuotes(ProblemRule):
    """De gekrulde aanhalingstekens van Word horen bij de tekst: ze zouden mee in het boek komen."""

    name, code = "krulaanhalingstekens", "R03"
    severity = Severity.LET_OP
    waivable = True
    kinds = frozenset({"krulaanhalingstekens"})
    bad = Example(header="uitbater: “Dorpsraad Voorbeeld”")
    good = Example(header='uitbater: "Dorpsraad Voorbeeld"')

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Say that they stay."""
        return (
            f"Rond `{problem.value}` staan krulaanhalingstekens uit Word; die komen mee in het boek.",
            "Typ rechte aanhalingstekens of geen.",
        )


class Apostrophe(ProblemRule):
    """Een waarde die met een apostrof begint, lijkt op een citaat dat niet eindigt."""

    name, code = "apostrof", "R07"
    kinds = frozenset({"apostrof"})
    bad = Example(header="titel: 't Winkelke")
    good = Example(header='titel: "\'t Winkelke"')

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Say what it looks like."""
        return "Door de apostrof vooraan lijkt dit een onafgewerkt citaat.", f"{QUOTES}."


class Quotes(ProblemRule):
    """Aanhalingstekens staan rond de hele waarde, of in het midden van een waarde die er zelf geen heeft."""

    name, code = "aanhalingstekens", "R08"
    kinds = frozenset({"aanhalingstekens"})
    bad = Example(header='uitbater: "De Linde" vzw')
    good = Example(header="uitbater: '\"De Linde\" vzw'")

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Say how they pair."""
        return (
            f"De aanhalingstekens van `{problem.value}` kloppen niet.",
            "Zet er één paar rond de hele waarde, en gebruik binnenin een ander soort.",
        )


class ColonInValue(ProblemRule):
    """Een dubbelpunt met een spatie erachter lijkt het begin van een nieuw veld."""

    name, code = "dubbelpunt", "R09"
    kinds = frozenset({"dubbelpunt", "twee_velden"})
    bad = Example(header="uitbater: De Linde: een vzw")
    good = Example(header='uitbater: "De Linde: een vzw"')

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Say what to do with it."""
        if problem.kind == "twee_velden":
            return "Op deze regel staan twee velden.", "Zet het tweede veld op een eigen regel."
        return "In deze waarde staat een dubbelpunt met een spatie, alsof er een nieuw veld begint.", f"{QUOTES}."


class SpecialSign(ProblemRule):
    """Sommige tekens betekenen iets voor de computer als een waarde ermee begint."""

    name, code = "speciaal-teken", "R10"
    kinds = frozenset({"speciaal_teken"})
    bad = Example(header="uitbater: @Dorpsraad")
    good = Example(header='uitbater: "@Dorpsraad"')

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Name the sign."""
        sign = str(problem.value)[:1]
        return f"Een waarde die met “{sign}” begint, moet tussen aanhalingstekens.", f"{QUOTES}."


class Comma(ProblemRule):
    """Tussen accolades begint achter elke komma een nieuw veld."""

    name, code = "komma", "R14"
    kinds = frozenset({"komma"})
    bad = Example(header="citaat: {tekst: Goed, zei hij, rol: buur}")
    good = Example(header='citaat: {tekst: "Goed, zei hij", rol: buur}')

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Say what it splits."""
        return "Een komma breekt hier een waarde in twee.", "Zet die waarde tussen dubbele aanhalingstekens."


class Bracket(ProblemRule):
    """Een lijst die niet sluit, slokt de velden eronder op."""

    name, code = "haakje", "R11"
    kinds = frozenset({"haakje"})
    bad = Example(header="partners: [gemeente, dorpsraad")
    good = Example(header="partners: [gemeente, dorpsraad]")

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Name the bracket."""
        bracket = "]" if str(problem.value).startswith("[") else "}"
        return f"Achteraan ontbreekt het haakje `{bracket}`.", f"Zet `{bracket}` aan het eind van de regel."


class LinkInHeader(ProblemRule):
    """In de kop staan gewone woorden en adressen; een link met haken hoort in de tekst."""

    name, code = "link-in-kop", "R12"
    kinds = frozenset({"link_in_kop"})
    bad = Example(header="website: [onze site](https://www.voorbeeld.be)")
    good = Example(header="website: https://www.voorbeeld.be")

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Say which half to keep."""
        return (
            f"`{problem.value}` is een link; die hoort niet in de kop.",
            "Schrijf alleen het adres, of alleen de naam.",
        )

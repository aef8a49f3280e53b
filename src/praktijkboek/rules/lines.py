"""Rules on how the lines of a header are typed: what the reader mends in memory, so that the rest is read too."""

from __future__ import annotations

from praktijkboek.reader import Problem
from praktijkboek.rule import Example
from praktijkboek.rules.rule import ProblemRule

QUOTES = "Zet de hele waarde tussen dubbele aanhalingstekens"


def _lines(problem: Problem) -> str:
    """How many lines a problem is about, in words that begin a sentence."""
    count = problem.context.get("lines", 1)
    return "Op deze regel" if count == 1 else f"Op {count} regels vanaf hier"


class ValueCut(ProblemRule):
    """Een hekje met een spatie ervoor begint een opmerking; wat erachter staat, valt stil weg."""

    name, code = "hekje", "K05"
    kinds = frozenset({"hekje", "hekje_vooraan"})
    bad = Example(header="uitbater: vzw De Linde #1")
    good = Example(header='uitbater: "vzw De Linde #1"')

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Say what would be lost."""
        if problem.kind == "hekje_vooraan":
            return "Door het hekje vooraan valt deze regel weg.", "Haal het hekje weg."
        _, _, lost = str(problem.value).partition(" #")
        return f"Alles vanaf het hekje valt weg: `#{lost}`.", f"{QUOTES}, of haal weg wat achter het hekje staat."


class StrangeSpace(ProblemRule):
    """Uit Word of van een website komen spaties mee die er gewoon uitzien maar het niet zijn."""

    name, code = "vreemde-spatie", "R01"
    kinds = frozenset({"vreemde_spatie"})
    bad = Example(header="contact:\n\u00a0\u00a0organisatie: Dorpsraad\n  e-mail: info@voorbeeld.be\n  akkoord: ja")
    good = Example(header="contact:\n  organisatie: Dorpsraad\n  e-mail: info@voorbeeld.be\n  akkoord: ja")

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Say where they come from."""
        message = f"{_lines(problem)} staan onzichtbare vreemde spaties (meegekopieerd uit Word of van een website)."
        return message, "Haal ze weg en typ gewone spaties."


class Tab(ProblemRule):
    """Een tab is op elke computer anders breed; met spaties is te zien wat waaronder hoort."""

    name, code = "tab", "R02"
    kinds = frozenset({"tab"})
    bad = Example(header="contact:\n\torganisatie: Dorpsraad\n\te-mail: info@voorbeeld.be\n\takkoord: ja")
    good = Example(header="contact:\n  organisatie: Dorpsraad\n  e-mail: info@voorbeeld.be\n  akkoord: ja")

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Say what to type."""
        return f"{_lines(problem)} staat vooraan een tab.", "Typ twee spaties in plaats van een tab."


class BulletInHeader(ProblemRule):
    """Een lijst in de kop herkennen we aan gewone streepjes met een spatie erachter."""

    name, code = "nep-lijst", "R04"
    kinds = frozenset({"nep_lijst", "streepje_ontbreekt", "streepje_vast", "streepje_te_veel", "streepje_per_veld"})
    bad = Example(header="partners:\n  • gemeente\n  • dorpsraad")
    good = Example(header="partners:\n  - gemeente\n  - dorpsraad")

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Show the dash."""
        if problem.kind == "streepje_ontbreekt":
            return f"Voor `{problem.value}` ontbreekt het streepje van de lijst.", "Zet er `- ` voor."
        if problem.kind == "streepje_vast":
            return f"{_lines(problem)} ontbreekt een spatie achter het streepje.", "Schrijf `- ` (streepje, spatie)."
        if problem.kind == "streepje_per_veld":
            return f"{_lines(problem)} hoort geen streepje: één streepje begint een hele groep.", "Zet er spaties voor."
        if problem.kind == "streepje_te_veel":
            return f"{_lines(problem)} hoort geen streepje: hier begint een veld.", "Haal het streepje weg."
        return (
            f"`{problem.value}` maakt hier geen lijst.",
            "Begin elke regel van een lijst met `- ` (streepje, spatie).",
        )


class SpaceAfterColon(ProblemRule):
    """Achter de naam van een veld komen een dubbelpunt en een spatie; dan weten we waar de waarde begint."""

    name, code = "spatie-na-dubbelpunt", "R05"
    kinds = frozenset({"spatie_na_dubbelpunt", "veldnaam_opmaak", "naam_met_spatie", "naam_ontbreekt"})
    bad = Example(header="uitbater:Dorpsraad Voorbeeld")
    good = Example(header="uitbater: Dorpsraad Voorbeeld")

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Show the name with its colon."""
        if problem.kind == "naam_met_spatie":
            name = str(problem.value).replace(" ", "_")
            return f"In de naam `{problem.value}` staat een spatie.", f"Schrijf `{name}: ` en dan de waarde."
        if problem.kind == "naam_ontbreekt":
            return f"Voor `{problem.value}` staat geen naam van een veld.", "Schrijf er `url: ` voor."
        if problem.kind == "veldnaam_opmaak":
            return f"Rond de naam `{problem.value}` staan sterretjes.", f"Schrijf `{problem.value}: ` en dan de waarde."
        return (
            f"Na `{problem.value}` horen een dubbelpunt en een spatie.",
            f"Schrijf `{problem.value}: ` en dan de waarde.",
        )


class Indentation(ProblemRule):
    """Aan de spaties vooraan is te zien welke regels bij elkaar horen."""

    name, code = "inspringing", "R06"
    kinds = frozenset({"inspringing"})
    bad = Example(header="contact:\n  organisatie: Dorpsraad\n   e-mail: info@voorbeeld.be\n  akkoord: ja")
    good = Example(header="contact:\n  organisatie: Dorpsraad\n  e-mail: info@voorbeeld.be\n  akkoord: ja")

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Count the spaces."""
        after = problem.fix.after.split("\n")[0] if problem.fix else ""
        wanted = len(after) - len(after.lstrip())
        count = {0: "geen spaties", 1: "één spatie"}.get(wanted, f"{wanted} spaties")
        return f"{_lines(problem)} klopt het aantal spaties vooraan niet.", f"Zet er {count} voor."


class LooseLine(ProblemRule):
    """Elke regel van de kop hoort bij een veld; anders valt hij weg."""

    name, code = "losse-regel", "R13"
    kinds = frozenset({"losse_regel"})
    bad = Example(header="uitbater: Dorpsraad\nVoorbeeld vzw")
    good = Example(header="uitbater: Dorpsraad\n  Voorbeeld vzw")

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Say what can be done with it."""
        if problem.fix:
            return "Deze regel hoort bij geen veld.", "Zet er twee spaties voor als hij bij de regel erboven hoort."
        return "Deze regel hoort bij geen veld.", "Zet er de naam van een veld en een dubbelpunt voor, of haal hem weg."

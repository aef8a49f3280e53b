"""Rules on the file and on its header as a whole: can it be read, where does it start and end."""

from __future__ import annotations

import textwrap

from praktijkboek.case import Case
from praktijkboek.finding import Severity
from praktijkboek.reader import Problem
from praktijkboek.rule import Example
from praktijkboek.rules.rule import ProblemRule

FIRST_LINES = '---\ntitel: "De Melkerij: winkel en koffie"'
LAST_LINES = "nagelezen: nee\nbijgewerkt: 2026-11-23\n---\n\n## Aanleiding"


class NotAText(ProblemRule):
    """Een Word-bestand of een PDF wordt geen tekst door het een andere naam te geven."""

    name, code = "geen-tekst", "K07"
    kinds = frozenset({"ander_bestand"})
    bad = Example(replace=(FIRST_LINES, FIRST_LINES.replace("---", "%PDF-1.7")))
    good = Example.unchanged(FIRST_LINES)

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Name what it is."""
        return (
            f"Dit is {problem.value}, geen gewone tekst.",
            "Kopieer de woorden naar een nieuw bestand in Kladblok en bewaar dat als `index.md`.",
        )


class NotUtf8(ProblemRule):
    """Een oude bewaarwijze kent maar één alfabet; letters als é en € worden in het boek andere tekens."""

    name, code = "niet-utf8", "K01"
    kinds = frozenset({"niet_utf8"})
    bad = Example(
        replace=("koffie", "caf\udce9"),
        remark="in Kladblok bewaard met de codering ANSI: van de é blijft een teken over dat niemand kan lezen",
    )
    good = Example(replace=("koffie", "café"), remark="bewaard met de codering UTF-8")

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Name how it was saved."""
        if problem.value == "oud":
            return (
                "Dit bestand is bewaard in een oude codering die we niet herkennen; letters zoals é gaan dan stuk.",
                "Open het in het programma waarin je het schreef, en bewaar het als UTF-8.",
            )
        return (
            f"Dit bestand is bewaard als {problem.value}, niet als UTF-8; letters zoals é en € gaan dan stuk.",
            "Kies in Kladblok “Opslaan als” en onderaan bij codering “UTF-8”.",
        )


class ByteOrderMark(ProblemRule):
    """Kladblok zet soms een onzichtbaar teken vooraan (BOM); wij lezen erover, een ander programma niet altijd."""

    name, code = "bom", "K08"
    severity = Severity.TIP
    kinds = frozenset({"bom"})
    bad = Example(replace=(FIRST_LINES, f"\ufeff{FIRST_LINES}"))
    good = Example.unchanged(FIRST_LINES)

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Say that it does no harm."""
        return (
            "Helemaal vooraan staat een onzichtbaar teken (BOM).",
            "Dat stoort niet; kies bij het bewaren “UTF-8” zonder “met BOM”.",
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
    kinds = frozenset({"kop_ontbreekt", "kop_zonder_velden"})
    bad = Example(replace=("---\ntitel: ", "De Melkerij "), drop=tuple(Case.model_fields))
    good = Example.unchanged(FIRST_LINES)

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Say what the first line must be."""
        if problem.kind == "kop_zonder_velden":
            return "In de kop staat geen enkel veld.", "Schrijf op elke regel een veld: `naam: waarde`."
        if problem.value == "":
            return "Dit bestand is leeg.", "Bewaar je tekst opnieuw, en kijk of het bestand groter is dan 0 bytes."
        return (
            "De kop ontbreekt: het stuk met de feiten, tussen twee regels `---`.",
            "Zet helemaal bovenaan een regel met drie streepjes (`---`), daaronder de velden, en sluit af met `---`.",
        )


class HeaderNotOpened(ProblemRule):
    """Aan de eerste regel met drie streepjes zien we dat de feiten beginnen."""

    name, code = "kop-niet-geopend", "K09"
    kinds = frozenset({"kop_niet_geopend"})
    bad = Example(replace=(FIRST_LINES, FIRST_LINES.removeprefix("---\n")))
    good = Example.unchanged(FIRST_LINES)

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Say where the dashes go."""
        return (
            "Boven het eerste veld ontbreekt de regel `---`.",
            "Zet helemaal bovenaan een regel met alleen drie streepjes: `---`.",
        )


class HeaderNotOnTop(ProblemRule):
    """De kop begint op de allereerste regel; wat ervoor staat, zou nergens bij horen."""

    name, code = "kop-niet-bovenaan", "K10"
    kinds = frozenset({"kop_niet_bovenaan"})
    bad = Example(replace=(FIRST_LINES, f"\n\n{FIRST_LINES}"))
    good = Example.unchanged(FIRST_LINES)

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Say what stands above."""
        if isinstance(problem.value, int):
            count = "staat nog een lege regel" if problem.value == 1 else f"staan nog {problem.value} lege regels"
            return f"Boven de kop {count}.", "Haal weg wat boven de eerste regel `---` staat."
        above = textwrap.shorten(str(problem.value), 50, placeholder=" …")
        if above.startswith("```"):
            return (
                "De kop staat in een blok: erboven staat een regel met drie accenten (```).",
                "Haal die regel weg, en ook de regel met drie accenten die het blok sluit.",
            )
        return (
            f"Boven de kop staat nog tekst: “{above}”.",
            "Laat de regel `---` de allereerste zijn: haal die tekst weg, of zet ze onder de kop.",
        )


class FenceNearly(ProblemRule):
    """Word maakt van streepjes graag één lange streep; alleen drie gewone streepjes openen en sluiten de kop."""

    name, code = "kop-streepjes", "K11"
    kinds = frozenset({"kop_streepjes", "streepjes_tussenin"})
    bad = Example(replace=(FIRST_LINES, FIRST_LINES.replace("---", "—")))
    good = Example.unchanged(FIRST_LINES)

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Show three plain dashes."""
        if problem.kind == "streepjes_tussenin":
            return (
                f"De regel `{problem.value}` sluit de kop te vroeg: eronder staan nog velden.",
                "Haal deze regel weg.",
            )
        return f"`{problem.value}` moet precies drie gewone streepjes zijn, vooraan: `---`.", "Typ ze zelf: `---`."


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


class TooLong(ProblemRule):
    """Een regel van tien bladzijden is geen zin, en houdt de computer minuten bezig."""

    name, code = "regel-te-lang", "K12"
    kinds = frozenset({"te_lang", "te_lange_kop"})
    bad = Example(header="partners: [" + "gemeente, dorpsraad, " * 300 + "winkel]")
    good = Example(header="partners: [gemeente, dorpsraad, winkel]")

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Say how long it is."""
        if problem.kind == "te_lange_kop":
            return (
                f"De kop telt {problem.value} tekens; een lange kop telt er 4000.",
                "Houd alleen de feiten in de kop; de rest hoort in de tekst.",
            )
        return f"Deze regel telt {problem.value} tekens.", "Breek hem in alinea’s, met een lege regel ertussen."


class HeaderUnreadable(ProblemRule):
    """Eén regel die we niet kunnen lezen, is een feit minder."""

    name, code = "kop-onleesbaar", "K04"
    kinds = frozenset({"kop_onleesbaar", "kop_vreemd", "te_diep"})
    bad = Example(header="partners: [[[[[[gemeente]]]]]]")
    good = Example(header="partners: [gemeente, dorpsraad]")

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Point at the line that can't be read."""
        if problem.kind == "te_diep":
            return (
                "Hier staan te veel haakjes of lijsten in elkaar.",
                "Maak er een gewone lijst van: `[een, twee]`.",
            )
        return (
            "Deze regel van de kop kunnen we niet lezen.",
            'Schrijf `naam: waarde`, met de waarde tussen dubbele aanhalingstekens: `naam: "waarde"`.',
        )

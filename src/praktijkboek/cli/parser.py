"""What can be typed behind ``praktijkboek``."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any, NoReturn

from praktijkboek.cli import verbs
from praktijkboek.report.console import printable
from praktijkboek.spelling import suggest

FORMATS = ("text", "short", "json", "github", "sarif")
OVERVIEW = """
Zo begin je:
  praktijkboek new de-melkerij           maak een nieuwe praktijk, met vragen om te beantwoorden
  praktijkboek check cases/de-melkerij   kijk ze na
  praktijkboek fix cases/de-melkerij     zet recht wat we zelf kunnen
  praktijkboek explain foto-zonder-alt   lees waarom een regel er is, met een voorbeeld

`praktijkboek OPDRACHT --help` zegt meer over één opdracht.
"""


class DutchParser(argparse.ArgumentParser):
    """argparse with its few sentences in Dutch."""

    def __init__(self, **settings: Any) -> None:
        layout = argparse.RawDescriptionHelpFormatter
        super().__init__(**settings, add_help=False, allow_abbrev=False, formatter_class=layout)
        self._positionals.title, self._optionals.title = "opdracht en onderwerp", "opties"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def format_help(self) -> str:
        """The help, with its first word in Dutch."""
        return super().format_help().replace("usage:", "gebruik:", 1)

    def error(self, message: str) -> NoReturn:
        """Say what can be typed, and exit with 2."""
        where = f"`{self.prog} --help` toont wat je kunt typen.\n"
        self.exit(verbs.TROUBLE, f"{printable(self._explained(message))} {where}")

    def _explained(self, message: str) -> str:
        if found := re.search(r"arguments are required: (.*)", message):
            return f"Achter `{self.prog}` ontbreekt {found.group(1)}:"
        if found := re.search(r"argument (-[\w-]+).*: expected", message):
            return f"Achter `{found.group(1)}` ontbreekt iets:"
        choice = re.search(r"invalid \w+(?: value)?: '(.*?)'(?: \(choose from (.*)\))?", message)
        wrong = choice or re.search(r"arguments: (\S+)", message)
        if not wrong:
            return "Dit begrijpen we niet:"
        known = re.findall(r"[\w-]+", (choice and choice.group(2)) or "") or self._option_strings()
        meant = suggest(wrong.group(1), known)
        return f"`{wrong.group(1)}` kennen we niet{f'; bedoelde je `{meant}`?' if meant else ':'}"

    def _option_strings(self) -> list[str]:
        """All options of this command and of its verbs."""
        inner = [p for action in self._actions if isinstance(action.choices, dict) for p in action.choices.values()]
        return [name for parser in (self, *inner) for name in parser._option_string_actions]


def build_parser() -> argparse.ArgumentParser:
    """All verbs with their options and their Dutch help."""
    parser = DutchParser(
        prog="praktijkboek",
        description="Kijk praktijken na en maak er het praktijkboek van.",
        epilog=OVERVIEW,
    )
    known = parser.add_subparsers(metavar="OPDRACHT")
    _add_check(known)
    _add_authors(known)
    _add_explanations(known)
    _add_makers(known)
    _add_export(known)
    return parser


def _add_check(known: Any) -> None:
    verb = known.add_parser("check", help="kijk praktijken na", description="Kijk praktijken na.")
    _add_paths(verb)
    verb.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        metavar="VORM",
        help=f"hoe het verslag eruitziet: {', '.join(FORMATS[:-1])} of {FORMATS[-1]}",
    )
    verb.add_argument("--tips", action="store_true", help="toon ook tips")
    verb.set_defaults(run=verbs.check)


def _add_paths(verb: argparse.ArgumentParser) -> None:
    help_ = "mappen of bestanden (anders: alle praktijken)"
    verb.add_argument("paths", nargs="*", type=Path, metavar="PAD", help=help_)


def _add_authors(known: Any) -> None:
    help_ = "zet recht wat we zelf kunnen rechtzetten"
    about = "Zet recht wat we zelf kunnen rechtzetten. Wat de tekst niet zeker beter maakt, blijft staan."
    verb = known.add_parser("fix", help=help_, description=about)
    _add_paths(verb)
    verb.add_argument("--diff", action="store_true", help="toon alleen wat er zou veranderen")
    verb.set_defaults(run=verbs.fix)
    about = "Maak de map en de tekst van een nieuwe praktijk. In de tekst staan vragen; vervang ze door je antwoorden."
    verb = known.add_parser("new", help="maak een nieuwe praktijk, met vragen om te beantwoorden", description=about)
    verb.add_argument("slug", metavar="NAAM", help="de naam van de map, zoals de-melkerij")
    verb.set_defaults(run=verbs.new)


def _add_explanations(known: Any) -> None:
    about = "Leg uit waarom een regel er is, met hoe het niet en hoe het wel moet; of wat je in een veld invult."
    verb = known.add_parser("explain", help="leg een regel of een veld uit, met voorbeelden", description=about)
    verb.add_argument(
        "rule", metavar="REGEL", help="naam of code, zoals foto-zonder-alt of P04; of een veld, zoals start"
    )
    verb.set_defaults(run=verbs.explain)
    verb = known.add_parser("rules", help="toon alle regels", description="Toon alle regels, één per regel.")
    verb.add_argument("--format", choices=("text", "json"), default="text", metavar="VORM", help="text of json")
    verb.set_defaults(run=verbs.rules)
    about = "Toon de velden van de kop als JSON Schema: een tekstprogramma kan er woorden mee aanvullen."
    verb = known.add_parser("schema", help="toon de velden als JSON Schema", description=about)
    verb.set_defaults(run=verbs.schema)


def _add_makers(known: Any) -> None:
    for name, help_, run in (
        ("site", "maak de website", verbs.site),
        ("pdf", "maak de PDF", verbs.pdf),
        ("build", "maak de website en de PDF’s", verbs.build),
    ):
        verb = known.add_parser(name, help=help_, description=f"{help_[0].upper()}{help_[1:]}.")
        verb.add_argument("book", nargs="?", type=Path, default=Path(), metavar="MAP", help="de map van het boek")
        verb.add_argument("--fresh", action="store_true", help="maak alles opnieuw, zoals op een lege computer")
        verb.set_defaults(whole=False)
        if name == "pdf":
            _add_editions(verb)
            once = "maak het boek in één keer op, niet stuk voor stuk: trager, om mee te vergelijken"
            verb.add_argument("--whole", action="store_true", help=once)
        verb.set_defaults(run=run)
    help_ = "toon de website en vernieuw ze bij elke wijziging"
    verb = known.add_parser("preview", help=help_, description=f"{help_[0].upper()}{help_[1:]}.")
    verb.add_argument("book", nargs="?", type=Path, default=Path(), metavar="MAP", help="de map van het boek")
    verb.add_argument("--port", type=int, default=8000, metavar="N", help="poort (8000)")
    verb.add_argument("--no-browser", action="store_true", help="open geen browser")
    verb.set_defaults(run=verbs.preview)


def _add_export(known: Any) -> None:
    about = "Geef alle praktijken aan andere programma’s: als JSON, CSV of GeoJSON. Concepten blijven weg."
    verb = known.add_parser("export", help="geef alle praktijken aan andere programma’s", description=about)
    verb.add_argument("book", nargs="?", type=Path, default=Path(), metavar="MAP", help="de map van het boek")
    help_ = "json, csv of geojson (anders: json, en met --naar alle drie)"
    verb.add_argument("--format", choices=("json", "csv", "geojson"), metavar="VORM", help=help_)
    verb.add_argument("--naar", type=Path, metavar="MAP", help="zet de bestanden in deze map (anders: op het scherm)")
    verb.set_defaults(run=verbs.export)


def _add_editions(verb: argparse.ArgumentParser) -> None:
    """One option for each of ``print.edition.EDITIONS`` but the ordinary one."""
    for name, help_ in (
        ("grootletter", "maak de uitgave in grote letters (A4)"),
        ("druk", "maak de uitgave voor de drukker, met snijtekens"),
    ):
        verb.add_argument(f"--{name}", action="append_const", dest="editions", const=name, help=help_)

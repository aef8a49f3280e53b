"""Rules on single fields: what the Case model says, put into words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from praktijkboek.case import Case, Group
from praktijkboek.finding import Finding
from praktijkboek.reader import CaseFile, Problem
from praktijkboek.reader.facts import fields_of, group_of
from praktijkboek.reader.problem import Path
from praktijkboek.rule import Example, did_you_mean
from praktijkboek.rules.rule import ProblemRule, field_words
from praktijkboek.vocabulary import UNKNOWN, lists

MANY = 12
"""A list of more terms than this is not written out in a message."""


def _example(path: Path) -> str:
    """The example that the model gives of a field, also of one inside a group."""
    model: type[Group] = Case
    names = [str(part) for part in path if isinstance(part, str)]
    for name in names[:-1]:
        model = group_of(model, name) or model
    info = fields_of(model).get(names[-1])
    return str(info.examples[0]) if info and info.examples else "..."


ADD = "Voeg een regel toe"


class FieldMissing(ProblemRule):
    """Zonder dit veld is de praktijk niet te vinden of niet te vergelijken met andere."""

    name, code = "veld-ontbreekt", "V01"
    kinds = frozenset({"missing"})
    bad = Example(drop=("uitbater",))
    good = Example(header="uitbater: De Lovie vzw")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """As for every problem; in a group between braces no line is added."""
        for finding in super().check(file):
            line = file.lines[finding.span.line - 1]
            braces = line[finding.span.column - 1 : finding.span.column] == "{"
            yield (
                replace(finding, help=finding.help.replace(ADD, "Zet voor de `}` een komma en dan"))
                if braces
                else finding
            )

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Show the line that is missing."""
        name = problem.path[-1]
        example = _example(problem.path)
        if name == "bronnen":
            example = "` met daaronder `  - titel: ..."
        where = "in de kop" if len(problem.path) == 1 else "hier"
        return (
            f"Het veld {field_words(problem.path)} ontbreekt {where}.",
            f"{ADD}, bijvoorbeeld: `{name}: {example}`.",
        )


class FieldUnknown(ProblemRule):
    """Een veld dat we niet kennen, komt nergens in het boek; meestal is het een tikfout."""

    name, code = "veld-onbekend", "V02"
    kinds = frozenset({"extra_forbidden"})
    bad = Example(header="uitbatter: De Lovie vzw", drop=("uitbater",))
    good = Example(header="uitbater: De Lovie vzw")

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Name the field that was meant."""
        proposal = problem.context.get("proposal")
        message = f"Het veld `{problem.value}` kennen we niet.{did_you_mean(proposal)}"
        if proposal:
            return message, f"Schrijf `{proposal}:` of haal de regel weg."
        known = problem.context.get("known", ())
        names = ", ".join(f"`{name}`" for name in known) if len(known) <= MANY else ""
        return (
            message,
            f"Haal de regel weg{f'; hier passen {names}' if names else ', of zet de zin in de tekst'}.",
        )


class FieldForbidden(ProblemRule):
    """Sommige velden geven orders aan een programma; een praktijk vertelt alleen feiten."""

    name, code = "kop-verboden", "V11"
    kinds = frozenset({"kop_verboden"})
    bad = Example(header="myst:\n  enable_extensions: [substitution]")
    good = Example(header="website: https://www.voorbeeld.be")

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Name the field."""
        return (
            f"Het veld `{problem.value}` mag niet: het verandert hoe het boek gemaakt wordt.",
            "Haal het weg, met de regels eronder.",
        )


class FieldEmpty(ProblemRule):
    """Een leeg veld zegt niet of er niets is, of dat je het vergat."""

    name, code = "veld-leeg", "V03"
    kinds = frozenset({"leeg"})
    bad = Example(header="vervoer:")
    good = Example(header="vervoer: []")

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Say how nothing is written, if it may be nothing."""
        name = str(problem.path[-1])
        if isinstance(problem.path[-1], int):
            return (
                f"In de lijst `{problem.path[-2]}` is nummer {problem.path[-1] + 1} leeg.",
                "Vul het in, of haal het streepje weg.",
            )
        info = Case.model_fields.get(name) if len(problem.path) == 1 else None
        message = f"Achter {field_words(problem.path)} staat niets."
        if name in {"gemeente", "postcode"}:
            return message, "Vul het in, of zet `land: NL` (DE, FR) voor een praktijk in het buitenland."
        if name in {"functies", "vervoer"}:
            return message, f"Schrijf `{name}: []` als er geen is, of kies uit de lijst."
        if info and not info.is_required():
            return message, "Vul het in, of haal de regel weg."
        example = f", bijvoorbeeld: `{name}: {info.examples[0]}`" if info and info.examples else ""
        return message, f"Vul het in{example}."


class FieldDouble(ProblemRule):
    """Staat een veld er twee keer, dan weten we niet welke waarde geldt."""

    name, code = "veld-dubbel", "V04"
    kinds = frozenset({"dubbel_veld"})
    bad = Example(header="kern: woonkern\nkern: gehucht")
    good = Example(header="kern: woonkern")

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Name the field."""
        return f"Het veld `{problem.value}` staat er twee keer.", "Houd één van de twee regels over."


class TermUnknown(ProblemRule):
    """Alleen met vaste woorden vindt een lezer alle praktijken met een deelauto, en niet de helft."""

    name, code = "waarde-onbekend", "V05"
    kinds = frozenset({"term"})
    bad = Example(header="themas: [mobilitiet]")
    good = Example(header="themas: [mobiliteit]")

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Offer the term that was meant, or the list."""
        terms = lists()[problem.context["list"]]
        name = next(part for part in reversed(problem.path) if isinstance(part, str))
        message = f"`{problem.value}` staat niet in de lijst voor `{name}`."
        proposal = str(problem.context.get("proposal") or "")
        if proposal in terms:
            return message + did_you_mean(proposal), f"Schrijf `{proposal}` ({terms[proposal].label})."
        if proposal:
            return message + did_you_mean(proposal), f"Zet komma’s tussen de woorden: `{proposal}`."
        if problem.value == UNKNOWN:
            return message, "Weet je het niet, haal de regel dan weg."
        if len(terms) <= MANY:
            return message, "Kies uit: " + ", ".join(f"`{term}`" for term in terms) + "."
        return message, f"Kies een woord uit de lijst bij `{name}`, in de schrijfwijzer onder “De velden”."


class OutOfRange(ProblemRule):
    """Te kort zegt niets, te lang past niet op de kaart, in de lijst of op de bladzijde."""

    name, code = "buiten-bereik", "V10"
    kinds = frozenset(
        {
            "string_too_short",
            "string_too_long",
            "too_short",
            "too_long",
            "greater_than_equal",
            "less_than_equal",
        }
    )
    bad = Example(header="samenvatting: Een winkel met koffie.")
    good = Example(header=f"samenvatting: {(Case.model_fields['samenvatting'].examples or [''])[0]}")

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Say how much it is and how much it may be."""
        where, context = field_words(problem.path), problem.context
        if problem.kind in {"greater_than_equal", "less_than_equal"}:
            bound = f"minstens {context['ge']}" if "ge" in context else f"hoogstens {context['le']}"
            return f"`{problem.value}` kan niet voor {where}.", f"We verwachten {bound}."
        unit = "tekens" if isinstance(problem.value, str) else "waarden in de lijst"
        bounds = {key: context[key] for key in ("min_length", "max_length") if key in context}
        word = "minstens" if "min_length" in bounds else "hoogstens"
        count = len(problem.value)
        return (
            f"{where} telt {count} {unit}.",
            f"Maak er {word} {next(iter(bounds.values()))} van.",
        )

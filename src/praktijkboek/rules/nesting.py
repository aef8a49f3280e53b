"""Rules on fields that hold a list, or smaller fields."""

from __future__ import annotations

import re

from praktijkboek.case import Case
from praktijkboek.field_types import several
from praktijkboek.finding import Fix
from praktijkboek.reader import CaseFile, Problem
from praktijkboek.reader.facts import fields_of, group_of
from praktijkboek.rule import Example
from praktijkboek.rules.rule import ProblemRule, field_words, replace_in_line
from praktijkboek.vocabulary import lists

NONE = {"geen", "nee", "neen", "-", "/", "n.v.t.", "nvt", "niets", "n.v.t"}
"""What people write where there is nothing to fill in."""


class NotAList(ProblemRule):
    """Ook één waarde staat in een lijst, want een volgende praktijk heeft er twee."""

    name, code = "geen-lijst", "V08"
    kinds = frozenset({"list_type"})
    bad = Example(header="partners: de gemeente")
    good = Example(header="partners: [de gemeente]")

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Show the brackets, or the dashes where the list is one of groups."""
        where = field_words(problem.path)
        group = group_of(Case, str(problem.path[0])) if len(problem.path) == 1 else None
        if group:
            first, *rest = (name for name, info in fields_of(group).items() if info.is_required())
            also = f", en daaronder `    {rest[0]}: ...`" if rest else ""
            return f"{where} moet een lijst zijn.", f"Zet op de volgende regel `  - {first}: ...`{also}."
        if not isinstance(problem.value, str):
            return f"{where} moet een lijst zijn.", "Zet de woorden tussen vierkante haken: `[eerste, tweede]`."
        return f"{where} moet een lijst zijn.", f"Zet er vierkante haken om: `{self._listed(problem)}`."

    def fix(self, file: CaseFile, problem: Problem) -> Fix | None:
        """Put the brackets around."""
        plain = isinstance(problem.value, str) and not group_of(Case, str(problem.path[0]))
        return replace_in_line(file, problem.span, problem.value, self._listed(problem)) if plain else None

    @staticmethod
    def _listed(problem: Problem) -> str:
        """The list that was meant: ``geen`` is an empty one, ``zorg en sociaal`` one of two."""
        value, name = str(problem.value), str(problem.path[-1])
        if name in lists() and (terms := several(name, value)):
            return f"[{terms}]"
        bare = ", ".join(part.strip() for part in re.split(r"[;\n]", value.strip("[]() ")))
        return "[]" if bare.casefold() in NONE else f"[{bare}]"


class NotAGroup(ProblemRule):
    """Sommige velden bestaan uit een paar kleinere; los onder elkaar weten we wat wat is."""

    name, code = "geen-groep", "V09"
    kinds = frozenset({"model_type", "model_attributes_type", "dict_type"})
    bad = Example(header="contact: info@voorbeeld.be")
    good = Example(header="contact:\n  organisatie: Dorpsraad\n  e-mail: info@voorbeeld.be\n  akkoord: ja")

    def explain(self, problem: Problem) -> tuple[str, str]:
        """Name the fields of the group."""
        group = group_of(Case, str(problem.path[0]))
        fields = fields_of(group) if group else {}
        needed = [name for name, info in fields.items() if info.is_required()] or [*fields]
        names = ", ".join(f"`{name}:`" for name in needed)
        return (
            f"Bij {field_words(problem.path)} horen aparte velden te staan.",
            f"Zet ze eronder, elk op een eigen regel met twee spaties ervoor: {names}.",
        )

"""Which cases resemble each other, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from praktijkboek.case import Case
from praktijkboek.notation import decapitalize, format_number
from praktijkboek.vocabulary import UNKNOWN, label

MOST = 3
NAMED = 2
"""So many things that two cases share are named."""
SHARED = {
    "vervoer": ("zelfde vervoer", "zelfde vervoer"),
    "functies": ("zelfde functie", "zelfde functies"),
    "themas": ("zelfde invalshoek", "zelfde invalshoeken"),
}
"""The fields that are compared, the rarest first: what is said of one shared value, and of more."""
ABOUT = 1.25
"""Of two villages that are about as large, one has at most so many times the inhabitants of the other."""

Related = list[tuple[str, str]]
"""Names of cases, each with the reason."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared of a case."""

    transport: frozenset[str]
    functions: frozenset[str]
    themes: frozenset[str]
    settlement: str | None
    inhabitants: int | None

    @classmethod
    def of(cls, case: Case) -> Traits:
        """The traits of a case."""
        transport, functions, themes = case.known_transport, case.functies, case.themas
        return cls(frozenset(transport), frozenset(functions), frozenset(themes), case.kern, case.inwoners)

    def score(self, other: Traits) -> float:
        """Shared transport weighs most, because it is rare; then functions, themes and the village itself."""
        return (
            3 * len(self.transport & other.transport)
            + 2 * len(self.functions & other.functions)
            + len(self.themes & other.themes)
            + (1.5 if self.settlement and self.settlement == other.settlement else 0)
            + (1.5 if about_as_large(self.inhabitants, other.inhabitants) else 0)
        )


class Likeness:
    """Compares cases, each with all others only once: of 500 cases that takes a quarter of a second."""

    def __init__(self, cases: Mapping[str, Case]) -> None:
        self._cases = cases
        self._traits = {slug: Traits.of(case) for slug, case in cases.items()}
        self._found: dict[str, Related] = {}

    def alike(self, slug: str) -> Related:
        """The cases that the author named, and then those that share most, up to ``MOST``; each with its reason."""
        if slug not in self._found:
            self._found[slug] = self._look(slug)
        return self._found[slug]

    def _look(self, slug: str) -> Related:
        case, own = self._cases[slug], self._traits[slug]
        named = [other for other in case.verwant if other in self._cases]
        scores = {other: own.score(traits) for other, traits in self._traits.items() if other != slug}
        rest = [other for other, score in scores.items() if score and other not in named]
        rest.sort(key=lambda other: (-scores[other], other))
        chosen = (named + rest)[: max(MOST, len(named))]
        return [(other, reason(case, self._cases[other])) for other in chosen]


def reason(one: Case, other: Case) -> str:
    """What two cases share, and in what the village of the other is alike; empty where they have nothing in common."""
    said = []
    for name, (single, several) in SHARED.items():
        theirs = getattr(other, name)
        shared = [slug for slug in getattr(one, name) if slug in theirs and slug != UNKNOWN][:NAMED]
        if shared:
            words = " en ".join(decapitalize(label(name, slug)) for slug in shared)
            said.append(f"{single if len(shared) == 1 else several}: {words}")
            break
    if one.kern and one.kern == other.kern:
        said.append(also(one.kern))
    elif other.inwoners and about_as_large(one.inwoners, other.inwoners):
        said.append(f"ongeveer even groot: {format_number(other.inwoners)} inwoners")
    return "; ".join(said)


def also(settlement: str) -> str:
    """What two villages of one kind have in common: "ook een landelijk dorp"."""
    return "ook aan de stadsrand" if settlement == "stadsrand" else f"ook een {settlement.replace('-', ' ')}"


def about_as_large(one: int | None, other: int | None) -> bool:
    """Whether two villages have about as many inhabitants; not where one number is unknown."""
    return one is not None and other is not None and max(one, other) <= ABOUT * min(one, other)

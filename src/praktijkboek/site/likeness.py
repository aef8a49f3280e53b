"""Which cases resemble each other, and why."""

from __future__ import annotations

from collections.abc import Mapping

from praktijkboek.case import Case
from praktijkboek.notation import decapitalize
from praktijkboek.vocabulary import UNKNOWN, label

MOST = 3


def alike(slug: str, case: Case, cases: Mapping[str, Case]) -> list[tuple[str, str]]:
    """The cases that the author named, and then those that share most, up to ``MOST``; each with its reason."""
    named = [other for other in case.verwant if other in cases]
    rest = [other for other in cases if other != slug and other not in named and _score(case, cases[other])]
    rest.sort(key=lambda other: (-_score(case, cases[other]), other))
    chosen = (named + rest)[: max(MOST, len(named))]
    return [(other, reason(case, cases[other])) for other in chosen]


def _score(one: Case, other: Case) -> float:
    """Shared transport weighs most, because it is rare; then functions, themes and type of settlement."""
    transport = len(set(one.known_transport) & set(other.known_transport))
    functions = len(set(one.functies) & set(other.functies))
    themes = len(set(one.themas) & set(other.themas))
    return 3 * transport + 2 * functions + themes + (1.5 if one.kern and one.kern == other.kern else 0)


def reason(one: Case, other: Case) -> str:
    """What two cases share, in a few words; empty where they share nothing."""
    for name in ("vervoer", "functies", "themas"):
        theirs = getattr(other, name)
        shared = [slug for slug in getattr(one, name) if slug in theirs and slug != UNKNOWN]
        if shared:
            return "ook " + " en ".join(decapitalize(label(name, slug)) for slug in shared[:2])
    return "ook dezelfde soort kern" if one.kern and one.kern == other.kern else ""

"""What stands in the register: terms, places, names of cases and the chapters' own entries, from A to Z."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from praktijkboek.case import Case
from praktijkboek.municipality import mergers
from praktijkboek.notation import decapitalize
from praktijkboek.site.cases import docname
from praktijkboek.spelling import fold
from praktijkboek.vocabulary import UNKNOWN, Term, lists

Spot = tuple[str, str]
"""A document, and an identifier in it or nothing."""
LISTED = {"functies": "", "vervoer": "", "themas": "", "rechtsvorm": "", "pand": " (vroeger gebruik)"}
"""The fields whose terms stand in the register, with what stands behind such a term."""
SILENT = {UNKNOWN, "openlucht", "nieuwbouw", "ander"}
"""Terms that nobody looks up: of ``pand``, those that tell of no earlier use."""
NEAR = 4
"""A synonym that starts with the same letters as its term would stand beside it, and is left out."""
ARTICLE = re.compile(r"(?i)\A(de|het|een|[’'][tn])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the register: where a term stands, or what to look for instead."""

    term: str
    spots: tuple[Spot, ...] = ()
    see: str = ""


def entries(cases: Mapping[str, Case], chapters: Iterable[tuple[str, Spot]]) -> list[Entry]:
    """All lines in Dutch order; one for each term, however many lists it stands in.

    :param chapters: the terms that chapters name, each with its spot
    """
    pairs = [*_terms(cases), *_places(cases), *_names(cases)]
    found: dict[str, list[Spot]] = {}
    spelled: dict[str, str] = {}
    for term, spot in [*pairs, *chapters]:
        key = spelled.setdefault(sort_key(term), term)
        found.setdefault(key, [])
        if spot not in found[key]:
            found[key].append(spot)
    lines = [Entry(term, tuple(spots)) for term, spots in found.items()]
    for term, see in _see(cases, found):
        if spelled.setdefault(sort_key(term), term) == term:
            lines.append(Entry(term, see=see))
    return sorted(lines, key=lambda entry: (sort_key(entry.term), entry.term))


def sort_key(term: str) -> str:
    """A term as it is sorted: letters, digits and spaces, without an article in front."""
    return " ".join(re.sub(r"[^a-z0-9 ]+", "", fold(ARTICLE.sub("", term, count=1))).split())


def by_letter(lines: Iterable[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """The lines under their letter; what starts with a digit under "0–9"."""
    for letter, group in groupby(lines, key=lambda entry: _letter(sort_key(entry.term))):
        yield letter, list(group)


def _letter(key: str) -> str:
    return key[:1].upper() if key[:1].isalpha() else "0–9"


def _terms(cases: Mapping[str, Case]) -> Iterator[tuple[str, Spot]]:
    for field, behind in LISTED.items():
        for slug, term in lists()[field].items():
            for name, case in cases.items():
                if slug not in SILENT and slug in _values(case, field):
                    yield decapitalize(term.label) + behind, (docname(name), "")


def _values(case: Case, field: str) -> list[str]:
    """The terms of a case; of its themes the first, as the others are told of in passing."""
    value = getattr(case, field)
    if field == "themas":
        return value[:1]  # type: ignore[no-any-return]
    return value if isinstance(value, list) else [value]


def _places(cases: Mapping[str, Case]) -> Iterator[tuple[str, Spot]]:
    for slug, case in cases.items():
        for village in case.villages:
            if village != case.gemeente:
                yield f"{village} ({case.gemeente})" if case.gemeente else village, (docname(slug), "")
        if case.gemeente:
            yield case.gemeente, (docname(slug), "")


def _names(cases: Mapping[str, Case]) -> Iterator[tuple[str, Spot]]:
    for slug, case in cases.items():
        yield case.short_title, (docname(slug), "")


def _see(cases: Mapping[str, Case], found: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Synonyms of terms, and former names of municipalities, that lead to a line of the register."""
    for field, behind in LISTED.items():
        for term in lists()[field].values():
            name = decapitalize(term.label) + behind
            if name in found and not behind:
                yield from ((synonym, name) for synonym in _far_synonyms(term))
    places = {case.gemeente for case in cases.values()}
    former = [merger for merger in mergers() if merger.new in places]
    yield from ((merger.old, merger.new) for merger in former if f"{merger.old} ({merger.new})" not in found)


def _far_synonyms(term: Term) -> list[str]:
    return [word for word in term.synonyms if fold(word)[:NEAR] != fold(term.label)[:NEAR]]

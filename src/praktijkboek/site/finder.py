"""What "Vind een praktijk" and the home page show of each case, and the facets that a reader chooses from.

All of it is plain data for the templates ``vind.html`` and ``home.html``; the scripts ``vind.js`` and ``vindpagina.js``
only hide and order what stands there, so that without them the list is whole.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from praktijkboek.case import Case
from praktijkboek.drawing import THEME_COLOURS
from praktijkboek.municipality import mergers, outline
from praktijkboek.notation import PartialDate, format_number
from praktijkboek.site.cases import docname
from praktijkboek.site.factsheet import place_words
from praktijkboek.site.likeness import also
from praktijkboek.site.lists import slugs, values
from praktijkboek.site.overviews.places import FEW, pins
from praktijkboek.site.sizes import Picture
from praktijkboek.spelling import fold
from praktijkboek.vocabulary import label, lists

PAGE = "vind"
"""The name of the page; addresses such as ``vind.html?functies=buurtwinkel`` are shared, so they stay."""
TITLE = "Vind een praktijk"
FACETS = {
    "themas": "Invalshoek",
    "functies": "Functie",
    "vervoer": "Vervoer",
    "provincie": "Provincie of land",
    "rechtsvorm": "Rechtsvorm",
    "fase": "Fase",
    "pand": "Vroeger was het een",
    "kern": "Soort kern",
}
"""The fields to choose from, with their headings. A key is the name of the field in the address."""
SHOWN = ("functies", "vervoer")
"""What a card names of a case beside its place."""
SHORTENED = (*SHOWN, "kern")
"""The fields of which a label is clear without what stands behind it between brackets."""
MOST_FUNCTIONS = 4
"""So many functions a card names; how many more there are is said."""
NEVER = PartialDate(1)
"""Before any start."""
NEAR = 1.0
"""A pin that is moved less (in units of the outline) needs no line to its own point."""


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a facet: the number of cases that have it, and the words that mean it beside its label, folded."""

    slug: str
    label: str
    count: int
    words: str


@dataclass(frozen=True, slots=True)
class Facet:
    """A field with the values that cases have, in the order of the book."""

    name: str
    title: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Settlement:
    """A kind of village that a reader compares with; ``also``: what a card says of another one."""

    slug: str
    label: str
    also: str


@dataclass(frozen=True, slots=True)
class Card:
    """A case as it stands in a list; ``terms`` are the values that it has per facet."""

    number: int
    slug: str
    page: str
    picture: Picture | None
    """Its picture, with addresses from the root of the site."""
    title: str
    place: str
    summary: str
    theme: str
    colour: str
    functions: tuple[str, ...]
    more: int
    """How many functions there are beside those."""
    transport: tuple[str, ...]
    phase: str
    phase_words: str
    inhabitants: int | None
    inhabitants_words: str
    draft: bool
    """Only the preview shows these."""
    terms: Mapping[str, tuple[str, ...]]
    words: str
    """What the case is also found by, folded: who runs it, and former municipalities."""


@dataclass(frozen=True, slots=True)
class MapPin:
    """A pin on the outline: percentages of its width and height, and the line (SVG path) to a point further away."""

    number: int
    slug: str
    page: str
    title: str
    colour: str
    left: str
    top: str
    line: str


@dataclass(frozen=True, slots=True)
class Map:
    """The outline of Flanders (SVG paths, in units of ``width`` by ``height``) with a pin for each case there."""

    paths: tuple[str, ...]
    width: float
    height: float
    pins: tuple[MapPin, ...]
    few: bool
    """Whether there is room for large pins."""


def facets(cases: Mapping[str, Case]) -> list[Facet]:
    """The facets with the values that some case has."""
    return [facet for name in FACETS if (facet := _facet(name, cases)).options]


def _facet(name: str, cases: Mapping[str, Case]) -> Facet:
    had = [term for case in cases.values() for term in slugs(case, name)]
    if name in lists():
        shown = short if name in SHORTENED else str
        known = {slug: (shown(term.label), (term.label, *term.synonyms)) for slug, term in lists()[name].items()}
    else:
        labels = {slugs(case, name)[0]: values(case, name)[0] for case in cases.values()}
        known = {slug: (labels[slug], (labels[slug],)) for slug in sorted(labels)}
    options = (
        Option(slug, name_shown, had.count(slug), fold(" ".join(words)))
        for slug, (name_shown, words) in known.items()
        if slug in had
    )
    return Facet(name, FACETS[name], tuple(options))


def settlements() -> list[Settlement]:
    """All kinds of village, also those that no case has."""
    return [Settlement(slug, short(term.label), also(slug)) for slug, term in lists()["kern"].items()]


def short(words: str) -> str:
    """A label without what stands between brackets behind it."""
    return words.partition(" (")[0]


def cards(cases: Mapping[str, Case], pictures: Mapping[str, Picture]) -> list[Card]:
    """A card for each case, numbered as everywhere in the book; ``pictures`` are addresses by case."""
    old: dict[str, list[str]] = {}
    for merger in mergers():
        old.setdefault(merger.new, []).append(merger.old)
    return [
        _card(number, slug, case, pictures.get(slug), old.get(case.gemeente or "", []))
        for number, (slug, case) in enumerate(cases.items(), start=1)
    ]


def _card(number: int, slug: str, case: Case, picture: Picture | None, former: list[str]) -> Card:
    place = place_words(case)
    functions, transport = ([short(label(field, term)) for term in slugs(case, field)] for field in SHOWN)
    return Card(
        number=number,
        slug=slug,
        page=docname(slug),
        picture=picture,
        title=case.titel,
        place=f"{place}, {case.province}" if case.province else place,
        summary=case.samenvatting,
        theme=label("themas", case.themas[0]),
        colour=THEME_COLOURS[case.themas[0]],
        functions=tuple(functions[:MOST_FUNCTIONS]),
        more=max(0, len(functions) - MOST_FUNCTIONS),
        transport=tuple(transport),
        phase=case.fase,
        phase_words=_phase(case),
        inhabitants=case.inwoners,
        inhabitants_words=f"{format_number(case.inwoners)} inwoners" if case.inwoners else "",
        draft=case.status == "concept",
        terms={facet: slugs(case, facet) for facet in FACETS},
        words=fold(" ".join([case.uitbater, *case.partners, *former, case.postcode or ""])),
    )


def _phase(case: Case) -> str:
    """How far a case is, with the year in which it started or stopped where that is known."""
    words = label("fase", case.fase)
    if case.stop:
        return f"{words} in {case.stop.year}"
    return f"{words}, gestart in {case.start.year}" if isinstance(case.start, PartialDate) else words


def newest(found: Sequence[Card], cases: Mapping[str, Case], number: int) -> list[Card]:
    """The cards of the cases that were written last; of one day, those first that started last."""

    def age(card: Card) -> tuple[date, PartialDate]:
        case = cases[card.slug]
        return case.bijgewerkt, case.start if isinstance(case.start, PartialDate) else NEVER

    return sorted(found, key=age, reverse=True)[:number]


def case_map(cases: Mapping[str, Case]) -> Map:
    """The map of Flanders with all cases whose place is known."""
    constants = outline()
    width, height = constants["width"], constants["height"]
    found = pins(cases)
    drawn = (
        MapPin(
            number=pin.number,
            slug=pin.slug,
            page=docname(pin.slug),
            title=cases[pin.slug].titel,
            colour=THEME_COLOURS[cases[pin.slug].themas[0]],
            left=f"{pin.place[0] / width:.2%}",
            top=f"{pin.place[1] / height:.2%}",
            line="M{:g} {:g}L{:g} {:g}".format(*pin.point, *pin.place)
            if math.dist(pin.point, pin.place) >= NEAR
            else "",
        )
        for pin in found
    )
    return Map(tuple(constants["paths"].values()), width, height, tuple(drawn), len(found) <= FEW)

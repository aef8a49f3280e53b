"""Rules on where a case is: municipality, postcode and point on the map agree."""

from __future__ import annotations

import math
from collections.abc import Iterator

from praktijkboek.finding import Finding
from praktijkboek.municipality import merger, municipalities, nearest_name
from praktijkboek.notation import format_date
from praktijkboek.reader import CaseFile
from praktijkboek.rule import Example, did_you_mean
from praktijkboek.rules.rule import Rule, replace_in_line

FARTHEST = 20
"""Kilometres from the point of a municipality to a place in it; Beveren-Kruibeke-Zwijndrecht is 25 km long."""
KM_PER_DEGREE = 111.2
"""Of latitude; of longitude it is less by the cosine of the latitude."""


class MunicipalityUnknown(Rule):
    """De gemeente bepaalt de provincie en de plaats op de kaart; sinds 2025 zijn er 285 in Vlaanderen."""

    name, code = "gemeente-onbekend", "F02"
    bad = Example(header="gemeente: Nevele")
    good = Example(header="gemeente: Deinze")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Explain a former name, and propose for a misspelled one."""
        name = file.value("gemeente")
        if name is None or file.value("land") != "BE" or name in municipalities():
            return
        span = file.facts.span(("gemeente",))
        past = merger(name)
        if past:
            message = f"{past.old} hoort sinds {format_date(past.since)} bij {past.new}."
            proposal: str | None = past.new
            help_ = f"Schrijf `gemeente: {past.new}`; de naam {past.old} kan bij `dorp`."
        else:
            proposal = nearest_name(name, file.value("postcode"))
            message = f"`{name}` is geen Vlaamse gemeente.{did_you_mean(proposal)}"
            help_ = "Schrijf de officiële naam van nu, of zet `land: NL` (DE, FR) voor een praktijk in het buitenland."
        fix = replace_in_line(file, span, name, proposal) if proposal else None
        yield self.finding(file, span, message, help_, fix)


class PostcodeElsewhere(Rule):
    """Postcode en gemeente samen tonen een tikfout die elk apart niet laten zien."""

    name, code = "postcode-gemeente", "F03"
    waivable = True
    bad = Example(header="gemeente: Deinze\npostcode: 8700")
    good = Example(header="gemeente: Deinze\npostcode: 9850")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Compare the two; say nothing where one is already wrong by itself."""
        municipality = municipalities().get(file.value("gemeente") or "")
        code = file.value("postcode")
        if municipality is None or code is None or file.value("land") != "BE" or code in municipality.postcodes:
            return
        others = [m.name for m in municipalities().values() if code in m.postcodes]
        where = f"; {code} hoort bij {' en '.join(others)}" if others else ""
        codes = ", ".join(sorted(municipality.postcodes))
        yield self.finding(
            file,
            file.facts.span(("postcode",)),
            f"De postcode {code} is niet van {municipality.name}{where}.",
            f"Kijk gemeente en postcode na; {municipality.name} heeft {codes}.",
        )


class PointElsewhere(Rule):
    """Een verkeerd punt zet de praktijk op de kaart in een ander dorp."""

    name, code = "punt-ver-weg", "F10"
    waivable = True
    bad = Example(header="coordinaten: [51.21, 2.92]")
    good = Example(header="coordinaten: [51.05, 3.57]")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Compare the point with that of the municipality."""
        point, municipality = file.value("coordinaten"), municipalities().get(file.value("gemeente") or "")
        if point is None or municipality is None or not municipality.point or file.value("land") != "BE":
            return
        distance = _kilometres(point, municipality.point)
        if distance > FARTHEST:
            yield self.finding(
                file,
                file.facts.span(("coordinaten",)),
                f"Dit punt ligt {distance:.0f} km van {municipality.name}.",
                "Kijk de cijfers na, of haal de regel weg: dan nemen we het punt van de gemeente.",
            )


def _kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The distance between two points given as latitude and longitude in degrees; exact enough within Flanders."""
    north = one[0] - other[0]
    east = (one[1] - other[1]) * math.cos(math.radians(one[0]))
    return math.hypot(north, east) * KM_PER_DEGREE

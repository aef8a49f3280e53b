"""The facts of a generated case: real municipalities and terms, invented names."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from words import CAPTIONS, KINDS, NAMES, SLOTS

from praktijkboek.municipality import FLANDERS, Municipality, municipalities
from praktijkboek.vocabulary import UNKNOWN, lists

FIRST_YEAR, LAST_YEAR = 2012, 2025
PHASES = ("in-werking",) * 8 + ("opstart", "opstart", "verkenning", "gestopt")
"""As in the real book, most cases run."""
PHOTOS = ("foto-1.jpg", "foto-2.jpg")
JITTER = 0.02
"""Of a village around the point of its municipality, in degrees: about 2 km."""


@dataclass(frozen=True, slots=True)
class Place:
    """The invented village of case ``number`` (from 1), with the draws that belong to this case alone."""

    number: int
    rng: random.Random

    @property
    def village(self) -> str:
        """A name that nobody takes for a real one."""
        return f"Voorbeelddorp {self.number}"

    @property
    def slug(self) -> str:
        """The folder of the case."""
        return f"voorbeelddorp-{self.number}"

    @property
    def site(self) -> str:
        """A web address under ``.example``, which leads nowhere (RFC 2606)."""
        return f"https://www.{self.slug}.example"

    @property
    def year(self) -> int:
        """Some year."""
        return self.rng.randint(FIRST_YEAR, LAST_YEAR)

    def pick(self, name: str) -> str:
        """A word for the slot ``name``."""
        return self.rng.choice(SLOTS[name])

    def fill(self, sentence: str, **more: object) -> str:
        """Put words in the slots of a sentence; ``more`` fills slots that ``SLOTS`` doesn't know."""
        amount = f"{self.rng.randint(2, 60)}.{self.rng.choice(('000', '250', '500', '750'))}"
        numbers = {"jaar": self.year, "getal": self.rng.randint(4, 48), "bedrag": amount, "dorp": self.village}
        text = sentence.format(**{name: self.pick(name) for name in SLOTS} | numbers | more)
        return text[0].upper() + text[1:]


def title(place: Place) -> str:
    """Different for each case by its village."""
    return f"{place.rng.choice(KINDS)} {place.rng.choice(NAMES)} in {place.village}"


def header(place: Place, name: str, others: list[str]) -> dict[str, Any]:
    """All fields of the case called ``name``; ``others`` are the slugs of cases that it may name as related."""
    legal = place.rng.choice([term for term in lists()["rechtsvorm"] if "-" not in term[:3]])
    town = place.rng.choice(list(municipalities().values()))
    facts: dict[str, Any] = {"titel": name, "samenvatting": _summary(place)}
    facts |= {"dorp": place.village, "gemeente": town.name, "postcode": place.rng.choice(sorted(town.postcodes))}
    facts |= _time(place)
    facts |= {"uitbater": f"Dorpsraad {place.village}", "rechtsvorm": legal}
    facts |= _terms(place)
    facts |= {"inwoners": place.rng.randint(200, 6000)} | _point(place, town)
    facts |= _people(place) | {"financiering": list(_money(place)), "cijfers": list(_figures(place))}
    facts |= {"fotos": [photo(place, file) for file in PHOTOS]}
    facts |= _now_and_then(place, others)
    facts |= {"auteurs": ["Generator van het praktijkboek"], "bronnen": list(_sources(place))}
    return facts | {"nagelezen": place.rng.choice(("nee", "2025-11-03")), "bijgewerkt": "2026-01-15"}


def _summary(place: Place) -> str:
    return place.fill(
        "In {plek} van {dorp} vinden {wie} {ding} en {ding2}. De dorpsraad houdt de deur open {dag}, met hulp van "
        "{partner}, en zoekt samen naar vervoer dat past.",
        ding2=place.pick("ding"),
    )


def _time(place: Place) -> dict[str, str]:
    """Phase, and the beginning and end that go with it."""
    phase, year = place.rng.choice(PHASES), place.rng.randint(FIRST_YEAR, LAST_YEAR - 2)
    facts = {"fase": phase}
    if phase != "verkenning":
        facts["start"] = place.rng.choice((str(year), f"{year}-{place.rng.randint(1, 12):02}"))
    if phase == "gestopt":
        facts["stop"] = str(place.rng.randint(year + 1, LAST_YEAR))
    return facts


def _terms(place: Place) -> dict[str, Any]:
    """Words from the lists: always themes, functions and transport, often the others."""
    known = {name: [term for term in terms if term != UNKNOWN] for name, terms in lists().items()}
    counts = {"themas": (1, 4), "functies": (2, 8), "vervoer": (0, 5)}
    facts: dict[str, Any] = {
        name: place.rng.sample(known[name], place.rng.randint(*count)) for name, count in counts.items()
    }
    for name in ("mobipunt", "kern", "pand"):
        if place.rng.random() < 3 / 4:
            facts[name] = place.rng.choice(known[name])
    return facts


def _point(place: Place, town: Municipality) -> dict[str, list[float]]:
    """Coordinates near those of the municipality; nothing where these are unknown or across the border."""
    if town.point is None:
        return {}
    point = [round(part + place.rng.uniform(-JITTER, JITTER), 4) for part in town.point]
    inside = all(low <= part <= high for part, (low, high) in zip(point, FLANDERS, strict=True))
    return {"coordinaten": point} if inside else {}


def _people(place: Place) -> dict[str, Any]:
    partners = [place.fill(name) for name in place.rng.sample(SLOTS["partner"], 3)]
    paid = f"{place.rng.randint(0, 3)},{place.rng.randint(1, 9)}"
    return {"partners": partners, "team": {"betaald_vte": paid, "vrijwilligers": place.rng.randint(4, 60)}}


def _money(place: Place) -> Iterator[dict[str, Any]]:
    for kind in place.rng.sample(list(lists()["financiering_soort"]), place.rng.randint(1, 3)):
        amount = place.rng.randint(5, 600) * 100
        yield {"bron": place.fill("{partner}"), "soort": kind, "bedrag": amount, "jaar": str(place.year)}


def _figures(place: Place) -> Iterator[dict[str, Any]]:
    for what in place.rng.sample(("Bezoekers", "Ritten", "Pakjes", "Uren van vrijwilligers", "Bestellingen"), 2):
        yield {"wat": what, "waarde": place.rng.randint(40, 9000), "eenheid": "per jaar", "jaar": str(place.year)}


def photo(place: Place, file: str) -> dict[str, Any]:
    """A photo with all its rights."""
    return {
        "bestand": file,
        "alt": place.fill(place.rng.choice(CAPTIONS)),
        "maker": f"Fotokring {place.village}",
        "licentie": place.rng.choice(list(lists()["licentie"])),
        "bron": "gemaakt door de generator",
        "jaar": str(place.year),
        "herkenbaar": "nee",
    }


def _now_and_then(place: Place, others: list[str]) -> dict[str, Any]:
    """Fields that half of the cases have."""
    contact = {"organisatie": f"Dorpsraad {place.village}", "e-mail": f"info@{place.slug}.example", "akkoord": "ja"}
    optional: dict[str, Any] = {
        "citaat": {"tekst": place.fill("Vroeger kende ik {wie} niet, nu drinken we koffie."), "rol": "vrijwilliger"},
        "contact": contact,
        "website": place.site,
        "verwant": place.rng.sample(others, 2),
    }
    return {name: value for name, value in optional.items() if place.rng.random() < 1 / 2}


def _sources(place: Place) -> Iterator[dict[str, str]]:
    for i in range(1, place.rng.randint(2, 4) + 1):
        yield {"titel": place.fill("Bericht over {plek}"), "url": f"{place.site}/bericht/{i}", "datum": str(place.year)}

"""What is told of a case to other programs: the fields of the model, and a few that are looked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from praktijkboek.address import page_address
from praktijkboek.book import CASES
from praktijkboek.case import Case
from praktijkboek.field_guide import Entry, guide
from praktijkboek.groups import Group
from praktijkboek.notation import PartialDate
from praktijkboek.vocabulary import Vocabulary

HELD_BACK = frozenset(
    {
        "status",  # what isn't "klaar" isn't told at all
        "contact",  # who stands there agreed to be in the book, not in lists of addresses
        "coordinaten",  # stands in `breedte` and `lengte`
        *("fotos.herkenbaar", "fotos.toestemming", "fotos.dossier"),  # between the author and the makers of the book
    }
)
"""Fields that stay with the book."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field as other programs get it: its name, what it is called, what it means, and the words that it takes.

    ``inner`` are the fields of a group; ``many`` says whether there may be more than one value.
    """

    name: str
    title: str
    meaning: str
    words: Vocabulary
    inner: tuple[Field, ...] = ()
    many: bool = False


NAME = Field("naam", "Naam", "De naam van de map, die ook in het adres van de bladzijde staat.", {})
PAGE = Field("adres", "Adres", "De bladzijde van de praktijk in dit boek.", {})
PROVINCE = Field("provincie", "Provincie", "De provincie van de gemeente; leeg buiten Vlaanderen.", {})
LATITUDE = Field("breedte", "Breedte", "Noorderbreedte van het punt, in graden (WGS 84).", {})
LONGITUDE = Field("lengte", "Lengte", "Oosterlengte van het punt, in graden (WGS 84).", {})
WHOSE = Field("punt", "Punt", "Van wie het punt is: `praktijk`, of `gemeente` als de plaats niet preciezer is.", {})


def _fields(entries: Iterable[Entry], group: str = "") -> Iterator[Field]:
    for entry in entries:
        if f"{group}{entry.name}" not in HELD_BACK:
            inner = tuple(_fields(entry.entries, f"{entry.name}."))
            yield Field(entry.name, entry.title, entry.meaning, entry.words, inner, entry.many)


FIELDS = (NAME, PAGE, *_fields(guide()), PROVINCE, LATITUDE, LONGITUDE, WHOSE)
"""All of them, in the order of the model."""


def record(slug: str, case: Case, site: str) -> dict[str, Any]:
    """A case as JSON has it: the values of `FIELDS` by name, null where there is none.

    :param site: the address of the site; where it isn't known (empty), that of the page is relative
    """
    page = f"{CASES}/{slug}/index"
    latitude, longitude = case.point or (None, None)
    return {
        NAME.name: slug,
        PAGE.name: page_address(site, page) if site else f"{page}.html",
        **_group(case),
        PROVINCE.name: case.province,
        LATITUDE.name: latitude,
        LONGITUDE.name: longitude,
        WHOSE.name: ("praktijk" if case.coordinaten else "gemeente") if case.point else None,
    }


def _group(group: Group, name: str = "") -> dict[str, Any]:
    fields = {info.alias or field: field for field, info in type(group).model_fields.items()}
    return {
        alias: _value(getattr(group, field), f"{alias}.")
        for alias, field in fields.items()
        if f"{name}{alias}" not in HELD_BACK
    }


def _value(value: Any, name: str) -> Any:
    """A value as JSON has it: days are written 2021-09-15, as an author types them."""
    if isinstance(value, Group):
        return _group(value, name)
    if isinstance(value, list):
        return [_value(one, name) for one in value]
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    if isinstance(value, PartialDate):
        return value.typed
    return value.isoformat() if isinstance(value, date) else value

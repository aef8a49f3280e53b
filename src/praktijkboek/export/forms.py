"""The forms in which cases are told: JSON, CSV (RFC 4180) and GeoJSON (RFC 7946)."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from praktijkboek.case import Case
from praktijkboek.export.fields import FIELDS, LATITUDE, LONGITUDE, NAME, Field, record

BYTE_ORDER_MARK = "\ufeff"
"""Excel takes a CSV without it for Windows-1252 and spoils each accent; other programs skip it."""
FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""How a text begins that a spreadsheet would calculate, or that was made harmless before."""

Records = list[dict[str, Any]]


def export(form: str, cases: Mapping[str, Case], site: str) -> bytes:
    """The published cases by name, in one of `FORMS`, as UTF-8: the same bytes for the same cases.

    :param cases: the cases by slug; those that aren't published are left out
    :param site: the address of the site; where it isn't known (empty), the addresses of pages are relative to it
    """
    published = sorted((slug, case) for slug, case in cases.items() if case.status == "klaar")
    return FORMS[form]([record(slug, case, site) for slug, case in published]).encode()


def file_name(form: str) -> str:
    """The name of the file in that form, on the site and in a folder."""
    return f"praktijken.{form}"


def _as_json(records: Records) -> str:
    return _dumped({"velden": _explained(FIELDS), "praktijken": records})


def _explained(fields: Iterable[Field]) -> dict[str, Any]:
    """What the fields mean, for who has nothing but the file."""
    return {field.name: dict(_words_about(field)) for field in fields}


def _words_about(field: Field) -> Iterator[tuple[str, Any]]:
    yield "titel", field.title
    yield "betekenis", field.meaning
    if field.words:
        yield "woorden", {slug: term.label for slug, term in field.words.items()}
    if field.inner:
        yield "velden", _explained(field.inner)


def _as_geojson(records: Records) -> str:
    return _dumped({"type": "FeatureCollection", "features": [_feature(told) for told in records]})


def _feature(told: dict[str, Any]) -> dict[str, Any]:
    point = [told[LONGITUDE.name], told[LATITUDE.name]]  # RFC 7946: longitude first
    geometry = None if None in point else {"type": "Point", "coordinates": point}
    properties = {name: value for name, value in told.items() if name not in {LATITUDE.name, LONGITUDE.name}}
    return {"type": "Feature", "id": told[NAME.name], "geometry": geometry, "properties": properties}


def _dumped(told: object) -> str:
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _as_csv(records: Records) -> str:
    """A row for each case; more values of one field stand under each other in its cell, those of a group side by side.

    So the third line of ``bronnen.titel`` belongs to the third of ``bronnen.url``.
    """
    lines = io.StringIO(newline="")
    rows = csv.writer(lines)
    columns = [column for field in FIELDS for column in columns_of(field)]
    rows.writerow(".".join(column) for column in columns)
    rows.writerows([_cell(told, *column) for column in columns] for told in records)
    return BYTE_ORDER_MARK + lines.getvalue()


def columns_of(field: Field) -> list[tuple[str, ...]]:
    """The columns of a field: one, or one for each field of its group."""
    return [(field.name, inner.name) for inner in field.inner] or [(field.name,)]


def _cell(told: dict[str, Any], name: str, inner: str = "") -> str:
    value = told[name]
    values = value if isinstance(value, list) else [value]
    return "\n".join(harmless(one[inner] if inner and one else one) for one in values)


def harmless(value: str | float | None) -> str:
    """A value as a spreadsheet shows it: a text that it would take for a formula gets an apostrophe in front.

    Take one apostrophe away from what begins with apostrophes and then ``=``, ``+``, ``-``, ``@``, a tab or a return,
    and you have the text back. A number stays what it is.
    """
    if value is None:
        return ""
    return f"'{value}" if isinstance(value, str) and FORMULA.match(value) else str(value)


FORMS: dict[str, Callable[[Records], str]] = {"json": _as_json, "csv": _as_csv, "geojson": _as_geojson}

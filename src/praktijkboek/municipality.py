"""The Flemish municipalities of 2025 and what became of the earlier ones."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from importlib import resources
from typing import Any

from praktijkboek.spelling import fold, suggest

FLANDERS = ((50.67, 51.51), (2.53, 5.94))
"""Latitude and longitude, in degrees, between which Flanders and Brussels lie (NGI)."""


@dataclass(frozen=True, slots=True)
class Municipality:
    """One of the 285; ``point`` is latitude and longitude in degrees (GeoNames), None for Herstappe."""

    nis: str
    name: str
    province: str
    postcodes: frozenset[str]
    point: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Merger:
    """A former municipality and what it belongs to now."""

    old: str
    new: str
    since: date


def _load(name: str) -> Any:
    return json.loads(resources.files("praktijkboek").joinpath(f"data/{name}").read_text(encoding="utf-8"))


@functools.cache
def municipalities() -> Mapping[str, Municipality]:
    """All 285, by name."""
    return {
        row["naam"]: Municipality(
            row["nis"],
            row["naam"],
            row["provincie"],
            frozenset(row["postcodes"]),
            (row["lat"], row["lon"]) if row["lat"] is not None else None,
        )
        for row in _load("gemeenten.json")
    }


@functools.cache
def _mergers() -> Mapping[str, Merger]:
    return {
        fold(row["oud"]): Merger(row["oud"], row["nieuw"], date.fromisoformat(row["sinds"]))
        for row in _load("fusies.json")
        if not row["bestaat_nog"]
    }


def mergers() -> Collection[Merger]:
    """All former municipalities whose name is none any more."""
    return _mergers().values()


def merger(name: str) -> Merger | None:
    """What became of the former municipality ``name``; None where it never was one."""
    return _mergers().get(fold(name))


def nearest_name(name: str, postcode: str | None = None) -> str | None:
    """The municipality that is meant by a misspelled ``name``; where it is a village, the one of ``postcode``."""
    bare = re.sub(r"(?i)^(stad|gemeente)\s+|\s*[(,].*$", "", name).strip()
    if near := suggest(bare, municipalities(), cutoff=0.8):
        return near
    found = [m.name for m in municipalities().values() if postcode in m.postcodes]
    return found[0] if len(found) == 1 else None


@functools.cache
def outline() -> Mapping[str, Any]:
    """The outline of Flanders: SVG ``paths`` by province and the constants of their projection."""
    outline_data: Mapping[str, Any] = _load("vlaanderen.json")
    return outline_data


def position(lat: float, lon: float) -> tuple[float, float]:
    """Where a place stands in the outline, in its units (the outline is ``width`` by ``height``)."""
    constants = outline()
    x = (lon * constants["K"] * 1000 - constants["minx"]) * constants["scale"]
    y = (-lat * 1000 - constants["miny"]) * constants["scale"]
    return x, y

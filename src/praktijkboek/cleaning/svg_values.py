"""What the values in a drawing may be: no address, no program, and sizes that every program can measure."""

from __future__ import annotations

import re

from praktijkboek.cleaning.svg_words import FUNCTIONS

REFERENCE = re.compile(r"#([\w.:-]+)")
LOCAL = re.compile(rf"(?i)url\(\s*(['\"]?){REFERENCE.pattern}\1\s*\)")
CALLS = re.compile(r"(?:(?<![\w-])([\w-]++)|(?<![\w\s-]))\s*+\(")
"""What stands before a bracket, maybe nothing; each place is looked at once."""

NUMBER = r"(?:[0-9]{1,9}(?:\.[0-9]{0,30})?|\.[0-9]{1,30})(?:[eE](?:\+?[0-9]|-[0-9]{1,2}))?"
"""One without a sign. Of a larger one, programs make infinity."""
LENGTH = rf"[+-]?{NUMBER}(?:px|pt|pc|mm|cm|in|Q|em|rem|ex|ch|%)?"
AND = r"[\s,]+"
ONE_LENGTH, LENGTHS = re.compile(LENGTH), re.compile(rf"{LENGTH}(?:{AND}{LENGTH})*")
MEASURES = (
    dict.fromkeys(("width", "height"), ONE_LENGTH)
    | dict.fromkeys(("x", "y", "dx", "dy", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry"), LENGTHS)
    | dict.fromkeys(("fx", "fy", "fr"), ONE_LENGTH)
    | {"viewBox": re.compile(rf"[+-]?{NUMBER}{AND}[+-]?{NUMBER}{AND}{NUMBER}{AND}{NUMBER}")}
    | {"preserveAspectRatio": re.compile(r"(none|x(Min|Mid|Max)Y(Min|Mid|Max))(\s+(meet|slice))?")}
)
"""The values from which a size is computed: WeasyPrint stops at others, and browsers guess."""


def is_plain(value: str) -> bool:
    """Whether a value names no address but of a part of the drawing, and calls nothing but colours and turns."""
    rest = LOCAL.sub("", value)
    called = {name.casefold() for name in CALLS.findall(rest)}
    return called <= FUNCTIONS and not re.search(r"[\\@]", rest)  # an escape could spell an address


def is_measured(name: str, value: str) -> bool:
    """Whether a size or a place can be computed from the value of an attribute; of any other attribute, True."""
    return name not in MEASURES or MEASURES[name].fullmatch(value.strip()) is not None

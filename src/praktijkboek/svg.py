"""What a drawing in SVG may hold: what draws, and nothing that runs, fetches, or multiplies without end."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from xml.parsers import expat

SVG = "http://www.w3.org/2000/svg"
DRAWS = frozenset(
    {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "defs", "use"}
    | {"symbol", "title", "desc", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker"}
    | {"metadata"}
)
"""The elements of SVG that draw or say what is drawn, and nothing else."""
SILENT = frozenset(
    {
        "http://www.inkscape.org/namespaces/inkscape",
        "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "http://creativecommons.org/ns#",
        "http://purl.org/dc/elements/1.1/",
    }
)
"""Vocabularies in which drawing programs keep their own notes: nothing shows them or carries them out."""
FUNCTIONS = frozenset(
    {"url", "rgb", "rgba", "hsl", "hsla", "matrix", "translate", "translatex", "translatey", "scale", "scalex"}
    | {"scaley", "rotate", "skewx", "skewy", "calc", "var"}
)
"""What may stand before a bracket in an attribute; ``image-set(...)`` and its like fetch pictures."""
FREE_TEXT = frozenset({"aria-label", "id", "class"})
"""Attributes that no program reads as a style."""

MOST_BYTES = 2_000_000
MOST_SHAPES = 100_000
"""Shapes to draw, each as often as it is used: a few lines of ``<use>`` can ask for a billion."""
MOST_DEPTH = 64
"""Elements inside elements: programs that draw go down one call for each."""
MOST_STEPS = 8
"""A shape that is used by a shape that is used ..."""


class _Refused(Exception):
    """What the drawing does, as the end of a Dutch sentence that begins with its name."""


def misdeed(content: bytes) -> str:
    """The first thing that a drawing does besides drawing; empty for one that only draws.

    :returns: the end of a Dutch sentence, such as "bevat `<script>`"
    :raises ValueError: if it is no SVG that can be read
    """
    if len(content) > MOST_BYTES:
        return f"is groter dan {MOST_BYTES // 1_000_000} MB"
    if b"\0" in content:
        return "is niet bewaard als UTF-8"
    try:
        _Reader().read(content)
    except _Refused as refused:
        return str(refused)
    except expat.ExpatError as error:
        raise ValueError("no SVG") from error
    return ""


class _Reader:
    """Goes through the elements once, without making a tree of them."""

    def __init__(self) -> None:
        self.open: list[str] = []
        self.shapes: Counter[str] = Counter()
        """How many elements stand inside each element with a name; under ``""`` the whole drawing."""
        self.uses: defaultdict[str, Counter[str]] = defaultdict(Counter)
        """Which names each element with a name refers to, and how often."""
        self.costs: dict[str, int] = {}

    def read(self, content: bytes) -> None:
        parser = expat.ParserCreate("utf-8", " ")
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.Parse(content, True)
        if self._cost("") > MOST_SHAPES:
            raise _Refused(f"tekent meer dan {MOST_SHAPES // 1000}.000 vormen")

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        del version, standalone
        if encoding and encoding.casefold() not in {"utf-8", "us-ascii", "ascii"}:
            raise _Refused("is niet bewaard als UTF-8")  # a browser would read other characters than we

    def _doctype(self, *_: object) -> None:
        raise _Refused("bevat `<!DOCTYPE>`")  # its entities can make a small file a huge one, or fetch a file

    def _instruction(self, target: str, _: str) -> None:
        raise _Refused(f"bevat `<?{target}?>`")  # fetches a style sheet

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        space, _, name = tag.rpartition(" ")
        if not (space or self.open):
            raise _Refused(f'begint niet met `<svg xmlns="{SVG}">`')
        if space not in SILENT and (space != SVG or name not in DRAWS):
            raise _Refused(f"bevat `<{name}>`")
        self.open.append(attributes.get("id", ""))
        if len(self.open) > MOST_DEPTH:
            raise _Refused(f"heeft meer dan {MOST_DEPTH} lagen in elkaar")
        holders = {"", *self.open}
        self.shapes.update(holders)
        for key, value in attributes.items():
            self._attribute(key, value)
            times = _vertices(attributes) if key.startswith("marker") else 1
            for target in _targets(key, value):
                for holder in holders:
                    self.uses[holder][target] += times

    def _end(self, _: str) -> None:
        self.open.pop()

    @staticmethod
    def _attribute(key: str, value: str) -> None:
        """Refuse what runs something or fetches something, in the words of the file."""
        name = key.rpartition(" ")[2].casefold()
        elsewhere = name == "base" or (name == "href" and not value.startswith("#"))
        styled = " " not in key and name not in FREE_TEXT
        if name.startswith("on") or elsewhere or (styled and not _is_plain_style(value)):
            raise _Refused(f"bevat `{name}={value[:40]}`")

    def _cost(self, name: str, steps: int = 0) -> int:
        """How many shapes are drawn for an element, with all that it uses; no more than a little over the most."""
        if steps > MOST_STEPS:
            raise _Refused("gebruikt vormen die elkaar gebruiken")
        if name not in self.costs:
            used = (times * self._cost(target, steps + 1) for target, times in self.uses[name].items())
            self.costs[name] = self.shapes[name] + sum(used)
        return self.costs[name]


def _targets(key: str, value: str) -> list[str]:
    """The names inside the drawing that an attribute refers to."""
    return [value[1:]] if key.endswith("href") else re.findall(r"url\(\s*['\"]?#([^'\")\s]+)", value)


def _vertices(attributes: dict[str, str]) -> int:
    """How many times a marker may be drawn on a path, at most."""
    return 1 + len(attributes.get("d", attributes.get("points", ""))) // 2


def _is_plain_style(value: str) -> bool:
    """Whether an attribute names no address but one in the drawing itself; an escape could spell one."""
    functions = {name.casefold() for name in re.findall(r"([\w-]+)\(", value)}
    addresses = re.findall(r"(?i)url\(\s*['\"]?(.?)", value)
    return "\\" not in value and "@" not in value and functions <= FUNCTIONS and set(addresses) <= {"#"}

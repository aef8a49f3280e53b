"""What a drawing in SVG may hold: what draws, and nothing that runs, fetches, or multiplies without end."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from urllib.parse import unquote
from xml.parsers import expat

SVG = "http://www.w3.org/2000/svg"
DRAWS = frozenset(
    {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "defs", "use"}
    | {"symbol", "title", "desc", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "metadata"}
)
"""The elements of SVG that draw or say what is drawn, and nothing else.

Not ``pattern`` and ``marker``: how often those are drawn can't be told from the file without drawing it.
"""
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
ADDRESS = re.compile(r"(?i)url\(\s*['\"]?#([^'\")\s]+)")
MARKS = re.compile(r"[(\\@]")
"""Without one of these an attribute calls nothing."""
FREE_TEXT = frozenset({"aria-label", "id", "class"})
"""Attributes that no program reads as a style."""

MOST_BYTES = 2_000_000
MOST_DRAWN = 4_000_000
"""Bytes to draw, each as often as it is used: a few lines of ``<use>`` can ask for a billion shapes."""
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
        self.open: list[tuple[str, int]] = []
        """The id of each element around this place, and where it starts (in bytes)."""
        self.sizes: Counter[str] = Counter()
        """Bytes of each element with an id; ``""`` is the whole drawing."""
        self.uses: defaultdict[str, Counter[str]] = defaultdict(Counter)
        """Which ids an element with an id refers to, with all that stands inside it, and how often."""
        self.costs: dict[str, int] = {}
        self.parser = parser = expat.ParserCreate("utf-8", " ")
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end

    def read(self, content: bytes) -> None:
        """Go through ``content``; what is no drawing is raised as ``_Refused``, what can't be read as ExpatError."""
        self.parser.Parse(content, True)
        self.sizes[""] = len(content)
        if self._cost("") > MOST_DRAWN:
            raise _Refused("herhaalt te veel vormen")

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
        self.open.append((attributes.get("id", ""), self.parser.CurrentByteIndex))
        if len(self.open) > MOST_DEPTH:
            raise _Refused(f"heeft meer dan {MOST_DEPTH} lagen in elkaar")
        for key, value in attributes.items():
            self._attribute(key, value)
            for target in _targets(key, value):
                for holder in {"", *(name for name, _ in self.open)}:
                    self.uses[holder][target] += 1

    def _end(self, _: str) -> None:
        name, start = self.open.pop()
        if name:
            self.sizes[name] += self.parser.CurrentByteIndex - start

    @staticmethod
    def _attribute(key: str, value: str) -> None:
        """Refuse what runs something or fetches something, in the words of the file."""
        name = key.rpartition(" ")[2].casefold()
        elsewhere = name == "base" or (name == "href" and not value.startswith("#"))
        styled = " " not in key and name not in FREE_TEXT
        if name.startswith("on") or elsewhere or (styled and not _is_plain_style(value)):
            raise _Refused(f"bevat `{name}={value[:40]}`")

    def _cost(self, name: str, steps: int = 0) -> int:
        """How many bytes are drawn for an element, with all that it uses."""
        if steps > MOST_STEPS:
            raise _Refused("gebruikt vormen die elkaar gebruiken")
        if name not in self.costs:
            used = (times * self._cost(target, steps + 1) for target, times in self.uses[name].items())
            self.costs[name] = self.sizes[name] + sum(used)
        return self.costs[name]


def _targets(key: str, value: str) -> list[str]:
    """The ids inside the drawing that an attribute refers to."""
    if key.endswith("href"):
        return [unquote(value[1:])]
    return [unquote(target) for target in ADDRESS.findall(value)] if "(" in value else []


def _is_plain_style(value: str) -> bool:
    """Whether an attribute names no address but one in the drawing itself; an escape could spell one."""
    if not MARKS.search(value):
        return True
    functions = {name.casefold() for name in re.findall(r"([\w-]+)\(", value)}
    addresses = re.findall(r"(?i)url\(\s*['\"]?(.?)", value)
    return "\\" not in value and "@" not in value and functions <= FUNCTIONS and set(addresses) <= {"#"}

"""Drawings in SVG, made anew from what only draws: whole, or refused with the reason.

An SVG is a small program. Only what ``svg_words`` names is passed on: no script, no event, no style sheet, no address
but of a part of the drawing itself. Notes of the program that it was made with are left out without a word, as nothing
shows them; whatever else isn't named is refused. The checker calls the same function, and so says the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.parsers import expat

from praktijkboek.cleaning.limits import BrokenPicture, NotAPicture
from praktijkboek.cleaning.svg_values import LOCAL, REFERENCE, is_measured, is_plain
from praktijkboek.cleaning.svg_words import (
    ATTRIBUTES,
    ELEMENTS,
    NOTE_ELEMENT,
    NOTE_SPACES,
    NOTE_STARTS,
    NOTES,
    NOTHING,
    SVG,
    XLINK,
    XML,
)

MOST_BYTES = 2_000_000
MOST_DRAWN = 4_000_000
"""Bytes to draw, each as often as it is used: a few lines of ``<use>`` can ask for a billion shapes."""
MOST_DEPTH = 64
"""Elements inside elements, and inside those that they use: programs that draw go down one call for each."""
MOST_STOPS = 100
"""Colours in one gradient, which any number of shapes can have."""


def clean_drawing(data: bytes) -> bytes:
    """The drawing and nothing else; what is cleaned stays the same when it is cleaned again.

    :raises BrokenPicture: if it can't be read as XML
    :raises NotAPicture: if it does more than draw, asks too much, or has something that would be lost
    """
    if len(data) > MOST_BYTES:
        raise NotAPicture(f"ze is groter dan {MOST_BYTES // 1_000_000} MB")
    if b"\0" in data:
        raise NotAPicture("ze is niet bewaard als UTF-8")
    try:
        root = _Reader().read(data)
    except expat.ExpatError as error:
        raise BrokenPicture("ze is stuk") from error
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


@dataclass(slots=True)
class _Open:
    """An element around this place."""

    id: str
    start: int
    """In bytes."""
    depth: int = 1
    """How many elements stand in each other, so far."""
    children: int = 0


class _Reader:
    """Goes through a file once and makes the tree of what draws; counts what it asks of who draws it."""

    def __init__(self) -> None:
        self.tree = ElementTree.TreeBuilder()
        self.open: list[_Open] = []
        self.notes: list[str] = []
        """The elements around this place that are left out."""
        self.sizes: Counter[str] = Counter()
        """Bytes of each element with an id; ``""`` is the whole drawing."""
        self.depths: Counter[str] = Counter()
        """How many elements stand in each other in it."""
        self.uses: defaultdict[str, Counter[str]] = defaultdict(Counter)
        """Which ids an element with an id refers to, with all that stands inside it, and how often."""
        self.asked: dict[str, tuple[int, int]] = {}
        self.parser = parser = expat.ParserCreate("utf-8", " ")
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.CharacterDataHandler = self._text
        parser.EndElementHandler = self._end

    def read(self, data: bytes) -> Element:
        """The drawing; what is refused raises NotAPicture, what can't be read ExpatError."""
        self.parser.Parse(data, True)
        size, depth = self._ask("")
        if depth > MOST_DEPTH:
            raise _too_deep()
        if size > MOST_DRAWN:
            raise NotAPicture("ze herhaalt te veel vormen")
        root: Element = self.tree.close()
        root.set("xmlns", SVG)
        for element in root.iter():
            if element.get("id") not in self.uses[""]:
                element.attrib.pop("id", None)
        return root

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        del version, standalone
        if encoding and encoding.casefold() not in {"utf-8", "us-ascii", "ascii"}:
            raise NotAPicture("ze is niet bewaard als UTF-8")  # a browser would read other characters than we

    def _doctype(self, *_: object) -> None:
        raise NotAPicture("ze bevat `<!DOCTYPE>`")  # its entities can make a small file a huge one, or fetch a file

    def _instruction(self, target: str, _: str) -> None:
        if target == "xml-stylesheet":  # the others are notes
            raise NotAPicture(f"ze bevat `<?{target}?>`")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        space, _, name = tag.rpartition(" ")
        if not self.open and tag != f"{SVG} svg":
            raise NotAPicture(f'ze begint niet met `<svg xmlns="{SVG}">`')
        if (space != SVG and (self.notes or space in NOTE_SPACES)) or tag == f"{SVG} {NOTE_ELEMENT}":
            self.notes.append(name)
        elif self.notes or space != SVG or name not in ELEMENTS:
            raise NotAPicture(f"ze bevat `<{name}>`" + (f" in `<{self.notes[0]}>`" if self.notes else ""))
        else:
            self._keep(name, attributes)

    def _keep(self, name: str, attributes: dict[str, str]) -> None:
        """An element that draws, with its attributes."""
        if self.open:
            self.open[-1].children += 1
            if name == "stop" and self.open[-1].children > MOST_STOPS:
                raise NotAPicture(f"ze heeft meer dan {MOST_STOPS} kleuren in één verloop")
        self.open.append(_Open(attributes.get("id", ""), self.parser.CurrentByteIndex))
        if len(self.open) > MOST_DEPTH:
            raise _too_deep()
        kept = dict(_kept(attributes))
        for target in _targets(kept):
            for holder in {"", *(element.id for element in self.open)}:
                self.uses[holder][target] += 1
        self.tree.start(name, kept)

    def _text(self, text: str) -> None:
        if self.open and not self.notes:
            self.tree.data(text)

    def _end(self, tag: str) -> None:
        if self.notes:
            self.notes.pop()
            return
        self.tree.end(tag.rpartition(" ")[2])
        ended = self.open.pop()
        if ended.id:
            self._measure(ended.id, ended)
        if self.open:
            self.open[-1].depth = max(self.open[-1].depth, ended.depth + 1)
        else:
            self._measure("", ended)

    def _measure(self, name: str, ended: _Open) -> None:
        """Note what stands in an element that just ended; of two elements with one id, both may be drawn."""
        self.sizes[name] += self.parser.CurrentByteIndex - ended.start
        self.depths[name] = max(self.depths[name], ended.depth)

    def _ask(self, name: str, above: int = 0) -> tuple[int, int]:
        """How many bytes are drawn for an element with all that it uses, and how many elements stand in each other."""
        if above > MOST_DEPTH:  # also what uses itself
            raise _too_deep()
        if name not in self.asked:
            used = [(times, *self._ask(target, above + 1)) for target, times in self.uses[name].items()]
            size = self.sizes[name] + sum(times * size for times, size, _ in used)
            self.asked[name] = size, self.depths[name] + max((depth for *_, depth in used), default=0)
        return self.asked[name]


def _too_deep() -> NotAPicture:
    return NotAPicture(f"ze heeft meer dan {MOST_DEPTH} lagen in elkaar")


def _kept(attributes: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The attributes that draw, or that say which part an element is.

    :raises NotAPicture: if one does something else, in the words of the file
    """
    for key, value in attributes.items():
        space, _, name = key.rpartition(" ")
        if space == XML and name == "space":
            yield "xml:space", value
        elif name == "href" and space in {"", XLINK}:
            if not REFERENCE.fullmatch(value):
                raise _does(name, value)
            yield "href", attributes.get("href", value)
        elif space == XML and name == "base":
            raise _does(name, value)
        elif name == "id" and not space:
            yield name, value
        elif name == "style" and not space:
            if style := _style(value):
                yield name, style
        elif not space and _draws(name, value):
            yield name, value


def _style(style: str) -> str:
    """The declarations of a ``style`` that draw."""
    if not is_plain(style):
        raise _does("style", style)
    typed = [part.partition(":") for part in style.split(";") if part.strip()]
    pairs = [(name.strip().lower(), value.strip()) for name, _, value in typed]
    return "; ".join(f"{name}: {value}" for name, value in pairs if _draws(name, value))


def _draws(name: str, value: str) -> bool:
    """Whether an attribute draws; False for a note. Any other is refused."""
    if name in NOTES or name.startswith(NOTE_STARTS):
        return False
    if name in ATTRIBUTES and is_plain(value) and is_measured(name, value):
        return True
    if value.strip().casefold() in NOTHING:
        return False
    raise _does(name, value)


def _does(name: str, value: str) -> NotAPicture:
    return NotAPicture(f"ze bevat `{name}={value[:40]}`")


def _targets(attributes: dict[str, str]) -> Iterator[str]:
    """The ids inside the drawing that an element refers to."""
    for name, value in attributes.items():
        if name == "href":
            yield value[1:]
        elif name != "id" and "(" in value:
            yield from (target for _, target in LOCAL.findall(value))

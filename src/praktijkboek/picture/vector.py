"""Drawings in SVG, made anew from what only draws.

An SVG is a small program. Only the elements and attributes that are named here are passed on: no script, no event, no
style sheet, no address but of a part of the drawing itself, no comment, nothing of the program that it was made with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.parsers import expat

from praktijkboek.picture.photo import NotAPicture

SVG = "http://www.w3.org/2000/svg"
MOST_BYTES = 5_000_000
DEEPEST = 60

SHAPES = frozenset(
    {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "defs", "use"}
    | {"symbol", "title", "desc", "linearGradient", "radialGradient", "stop"}
)
REFERRED = frozenset({"clipPath", "mask", "pattern", "marker"})
"""Drawn each time that something refers to them; inside, nothing refers further: that doubles, and doubles again."""
GEOMETRY = frozenset(
    {"x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "fr", "dx", "dy", "d", "points"}
    | {"width", "height", "viewBox", "preserveAspectRatio", "transform", "gradientTransform", "gradientUnits"}
    | {"spreadMethod", "offset", "patternUnits", "patternContentUnits", "patternTransform", "clipPathUnits"}
    | {"maskUnits", "maskContentUnits", "markerUnits", "markerWidth", "markerHeight", "refX", "refY", "orient"}
    | {"rotate", "textLength", "lengthAdjust"}
)
LOOK = frozenset(
    {"fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap"}
    | {"stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "stop-color", "stop-opacity"}
    | {"opacity", "color", "display", "visibility", "overflow", "clip-path", "clip-rule", "mask", "marker-start"}
    | {"marker-mid", "marker-end", "paint-order", "vector-effect", "font-family", "font-size", "font-weight"}
    | {"font-style", "text-anchor", "letter-spacing", "dominant-baseline", "alignment-baseline"}
)
ATTRIBUTES = GEOMETRY | LOOK | {"id", "href", "role", "aria-label"}
LOCAL = re.compile(r"url\(\s*(['\"]?)#[\w.-]+\1\s*\)")
CALLS = re.compile(r"([\w-]*)\(")
FUNCTIONS = frozenset({"matrix", "translate", "scale", "rotate", "skewX", "skewY", "rgb", "rgba", "hsl", "hsla"})


def clean_drawing(data: bytes) -> bytes:
    """The drawing and nothing else.

    :raises NotAPicture: if it can't be read, or has entities, which can make a small file a huge one
    """
    if len(data) > MOST_BYTES:
        raise NotAPicture("de tekening is groter dan 5 MB")
    look = expat.ParserCreate()
    look.StartDoctypeDeclHandler = _refuse_doctype
    try:
        look.Parse(data, True)
        root = ElementTree.fromstring(data)
    except (expat.ExpatError, ElementTree.ParseError, LookupError) as error:
        raise NotAPicture("de tekening is stuk") from error
    if root.tag != f"{{{SVG}}}svg":
        raise NotAPicture("het is geen tekening in SVG")
    _keep_what_draws(root)
    for element in root.iter():  # names without a prefix; ElementTree's list of prefixes belongs to the whole process
        element.tag = _name(element)
    root.set("xmlns", SVG)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def _refuse_doctype(*_: object) -> None:
    raise NotAPicture("de tekening heeft een DOCTYPE")


def _keep_what_draws(root: Element) -> None:
    """Take away every element and attribute that is not on the lists; goes down with a list, not by calling itself."""
    todo = [(root, 0, False)]
    for element, depth, referred in todo:  # grows while it is walked
        if depth > DEEPEST:
            raise NotAPicture("de tekening zit te diep in elkaar")
        kept = dict(_attributes(element, referred=referred))
        element.attrib.clear()
        element.attrib.update(kept)
        for child in list(element):
            name = _name(child)
            inside = referred or name in REFERRED
            if name in (SHAPES | REFERRED) and not (inside and name == "use"):
                todo.append((child, depth + 1, inside))
            else:
                element.remove(child)
    _refer_once(root)


def _name(element: Element) -> str:
    """The name of an element of SVG; empty for any other."""
    tag = element.tag if isinstance(element.tag, str) else ""
    return tag.removeprefix(f"{{{SVG}}}") if tag.startswith(f"{{{SVG}}}") else ""


def _attributes(element: Element, *, referred: bool) -> Iterator[tuple[str, str]]:
    """The attributes that only draw; those in ``style`` become attributes of their own."""
    style = element.attrib.get("style", "")
    pairs = [tuple(part.strip() for part in declaration.split(":", 1)) for declaration in style.split(";")]
    typed = [(key.rpartition("}")[2] if key.endswith("}href") else key, value) for key, value in element.attrib.items()]
    for key, value in (*typed, *(pair for pair in pairs if len(pair) == 2)):  # noqa: PLR2004 - name and value
        if key in ATTRIBUTES and _is_harmless(key, value, referred=referred):
            yield key, value


def _is_harmless(key: str, value: str, *, referred: bool) -> bool:
    """Whether a value has no address but of a part of the drawing, and calls nothing but colours and turns."""
    if key == "href":
        return bool(re.fullmatch(r"#[\w.-]+", value)) and not referred
    if key in {"id", "aria-label"}:
        return True
    rest = LOCAL.sub("", value)
    return (
        not (referred and rest != value) and not re.search(r"[\\@]|://", rest) and set(CALLS.findall(rest)) <= FUNCTIONS
    )


def _refer_once(root: Element) -> None:
    """What refers to something else can't be referred to: ten such lines in each other draw a billion times."""
    use = f"{{{SVG}}}use"
    for element in root.iter():
        if element.tag == use or next(element.iter(use), None) is not None:
            element.attrib.pop("id", None)
    referring = {f"#{element.attrib.get('id')}" for element in root.iter() if "href" in element.attrib}
    for element in root.iter():
        if element.attrib.get("href") in referring:
            del element.attrib["href"]

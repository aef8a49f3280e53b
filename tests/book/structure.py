"""What is wrong with the structure of a PDF: checked on the finished file, without any of the code that made it."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf

from .tagged import Element, Tagged, listed

FILES = {"/FontFile", "/FontFile2", "/FontFile3"}
PRINTED = re.compile(r"(?<=\(zie p\.\s)\d+(?=\))|^\d+(?=\s*$)")
"""A page number in a link: "(zie p. 45)", or nothing else."""


def problems(path: Path) -> list[str]:
    """One line for each thing that is wrong; none if all is well."""
    tagged = Tagged(path)
    return [f"{check.__name__}: {wrong}" for check in CHECKS for wrong in check(tagged)]


def marked_content(tagged: Tagged) -> Iterator[str]:
    """All that is painted is decoration or in the tree, once, and the parent tree leads back."""
    yield from (f"{place} heeft iets dat niet gemarkeerd is" for place in sorted(set(tagged.loose)))
    owners = [(mark, element) for element in tagged.elements for mark in element.marks]
    counted = Counter(mark for mark, _ in owners)
    yield from (f"{mark} staat {count} keer in de boom" for mark, count in counted.items() if count > 1)
    for place, painted in tagged.painted.items():
        if "/StructParents" not in painted:
            yield f"{place} leidt niet naar de boom"
        unknown = [number for number in tagged.texts[place] if (place, number) not in counted]
        yield from (f"{(place, number)} staat niet in de boom" for number in unknown)
    for (place, number), element in owners:
        row: Any = tagged.parents.get(int(tagged.painted[place].get("/StructParents", -1)), [])
        if number >= len(row) or row[number].objgen != element.thing.objgen:
            yield f"{(place, number)} leidt niet naar zijn {element.tag}"


def painting(tagged: Tagged) -> Iterator[str]:
    """What is painted stands where it may."""
    yield from (f"{place} heeft iets middenin een tekst" for place in sorted(set(tagged.tangled)))


def family(tagged: Tagged) -> Iterator[str]:
    """Each element knows its parent."""
    for element in tagged.elements:
        parent = element.parent.thing if element.parent else tagged.pdf.Root.StructTreeRoot
        if element.thing.P.objgen != parent.objgen:
            yield f"een {element.tag} heeft een andere ouder"


def names(tagged: Tagged) -> Iterator[str]:
    """Names are unique, and headers of cells exist."""
    ids = Counter(str(element.thing.ID) for element in tagged.elements if "/ID" in element.thing)
    yield from (f"{name} is de naam van {count}" for name, count in ids.items() if count > 1)
    for element in tagged.elements:
        for attributes in _attributes(element):
            yield from (f"kop {name} bestaat niet" for name in attributes.get("/Headers", []) if str(name) not in ids)
        if element.tag == "TH" and not any("/Scope" in attributes for attributes in _attributes(element)):
            yield f"kop {element.text!r} zegt niet waarvan"
        if element.tag == "Note" and "/ID" not in element.thing:
            yield f"noot {element.text!r} heeft geen naam"


def _attributes(element: Element) -> list[Any]:
    return listed(element.thing.get("/A", []))


def figures(tagged: Tagged) -> Iterator[str]:
    """Pictures have a description and a place."""
    for element in tagged.elements:
        if element.tag == "Figure":
            if not str(element.thing.get("/Alt", "")).strip():
                yield "een beeld heeft geen beschrijving"
            if not any("/BBox" in attributes for attributes in _attributes(element)):
                yield "een beeld heeft geen plaats"


def links(tagged: Tagged) -> Iterator[str]:
    """Links are in the tree, say where they go, and go there."""
    owner = {note.objgen: element for element in tagged.elements for note in element.annotations}
    for page in tagged.pdf.pages:
        for note in page.obj.get("/Annots", []):
            words = str(note.get("/Contents", ""))
            if not words.strip() or "--" in words:
                yield f"een link zegt niet waarheen: {words!r}"
            if "/Dest" in note and str(note.Dest) not in tagged.targets:
                yield f"{words!r} gaat nergens heen"
            element = owner.get(note.objgen)
            parent = tagged.parents.get(int(note.get("/StructParent", -1)))
            if element is None or element.tag != "Link" or parent is None or parent.objgen != element.thing.objgen:
                yield f"{words!r} staat niet in de boom"
    yield from (
        f"link {element.text!r} doet niets"
        for element in tagged.elements
        if element.tag == "Link" and not element.annotations
    )


def headings(tagged: Tagged) -> Iterator[str]:
    """Headings start at 1 and skip no level."""
    before = 0
    for element in tagged.elements:
        if level := re.fullmatch(r"H([1-6])", element.tag):
            if int(level[1]) > before + 1:
                yield f"kop {element.text!r} slaat een niveau over"
            before = int(level[1])


def page_numbers(tagged: Tagged) -> Iterator[str]:
    """Printed numbers are those of the page where the link goes."""
    for element in tagged.elements:
        if element.tag == "Link" and element.annotations and "/Dest" in element.annotations[0]:
            if element.parent is not None and element.parent.tag in {"Reference", "Lbl"} and not in_contents(element):
                continue  # the call of a footnote, and its number, which leads back
            printed = re.findall(r"\d+", element.text) if in_contents(element) else PRINTED.findall(element.text)
            real = tagged.targets.get(str(element.annotations[0].Dest), -1) + 1
            if printed and str(real) not in {printed[0], printed[-1]}:
                yield f"{element.text!r} staat op {real}"


def in_contents(element: Element) -> bool:
    """Whether it stands in a table of contents."""
    here: Element | None = element
    while here is not None and here.tag != "TOCI":
        here = here.parent
    return here is not None


def fonts(tagged: Tagged) -> Iterator[str]:
    """All fonts are in the file."""
    for thing in tagged.pdf.objects:
        described = isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"
        if described and not FILES & set(thing.keys()):
            yield str(thing.FontName)


def itself(tagged: Tagged) -> Iterator[str]:
    """The document says that it is tagged, in which language, and how its pages are called."""
    root: Any = tagged.pdf.Root
    if not ("/MarkInfo" in root and root.MarkInfo.get("/Marked")):
        yield "zegt niet dat het gemarkeerd is"
    for key in ("/Lang", "/PageLabels", "/Outlines"):
        if key not in root:
            yield f"heeft geen {key}"


CHECKS: list[Callable[[Tagged], Iterator[str]]] = [
    marked_content, painting, family, names, figures, links, headings, page_numbers, fonts, itself,
]  # fmt: skip

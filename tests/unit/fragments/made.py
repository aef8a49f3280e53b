"""Fragments made by hand, and the file that is made of them."""

import hashlib
from pathlib import Path
from typing import Any

import pikepdf

from praktijkboek.print.fragments.fragment import Fragment, Thing, pack
from praktijkboek.print.fragments.join import Joined, join
from praktijkboek.print.fragments.packing import Facts
from praktijkboek.print.fragments.plan import Laid, plan
from praktijkboek.print.fragments.template import instruction
from praktijkboek.print.fragments.units import Unit
from praktijkboek.print.metadata import About

ABOUT = About(
    title="Een boek (klein)",
    authors=["Één auteur"],
    language="nl",
    tool="praktijkboek",
    created="2026-05-01",
    modified="2026-05-01",
)
PHOTO = pack(
    Thing(b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8>>", b"\x80")
)


def name_of(packed: bytes) -> str:
    return hashlib.sha256(packed).hexdigest()


def template(text: str) -> bytes:
    """A template with its instructions between « and »."""
    return b"".join(
        part.encode() if n % 2 == 0 else instruction(part) for n, part in enumerate(text.replace("»", "«").split("«"))
    )


def pages(count: int, content: str = "/P <</MCID 0>> BDC EMC", **facts: Any) -> Fragment:
    """A fragment of pages with a paragraph each: page ``n`` (from 0) is object 3n + 1, its text 3n + 2 and 3n + 3."""
    things: dict[int, Thing] = {}
    for n in range(count):
        head = f"<</Type/Page/Parent «gpages»/MediaBox[0 0 482 680]/Resources<</Font «gfonts»>>/Contents «o{3 * n + 2}»"
        things[3 * n + 1] = Thing(template(f"{head}/StructParents «k{n}»/Tabs/S>>"))
        things[3 * n + 2] = Thing(b"<<>>", template(content), page=n)
        things[3 * n + 3] = Thing(template(f"<</Type/StructElem/S/P/P «gparent»/Pg «o{3 * n + 1}»/K[0]>>"))
    made = Fragment(things, [3 * n + 1 for n in range(count)])
    made.elements = [3 * n + 3 for n in range(count)]
    made.parents = [template(f"[«o{number}»]") for number in made.elements]
    for fact, value in facts.items():
        setattr(made, fact, value)
    return made


def laid(unit: Unit, fragment: Fragment) -> Laid:
    """A fragment that stays in memory, ready to be placed."""
    return Laid(unit, Facts.of(fragment), lambda: fragment)


BLANK = laid(Unit("land", ""), Fragment({1: Thing(template("<</Type/Page/Parent «gpages»/MediaBox[0 0 9 9]>>"))}, [1]))


def unit(name: str, **what: str) -> Unit:
    return Unit(name, "", **what)


def joined(target: Path, *book: tuple[Unit, Fragment], **options: Any) -> tuple[Joined, pikepdf.Pdf]:
    """Plan and join fragments."""
    shared = {name_of(PHOTO): PHOTO}
    found = join(plan([laid(*one) for one in book], BLANK), shared.__getitem__, ABOUT, target, **options)
    return found, pikepdf.open(target)


def content(pdf: pikepdf.Pdf, number: int) -> str:
    """What is painted on a page, counted from 1."""
    return pdf.pages[number - 1].obj.Contents.read_bytes().decode()


def linked(target: str, **facts: Any) -> Fragment:
    made = pages(1, links=[("de buren", target)], **facts)
    made.things[1].head = made.things[1].head[:-2] + template("/Annots[«o9»]>>")
    made.things[9] = Thing(template("<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Contents«s0»«d0»/StructParent «k1»>>"))
    made.parents.append(template("«o3»"))
    return made

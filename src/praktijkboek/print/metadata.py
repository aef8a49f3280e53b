"""What the PDF says of itself: what it is, whose, under which licence, and how its pages are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import pydyf
from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from praktijkboek.print import engine

VARIANT = "pdf/a-2a"
"""What WeasyPrint 70 declares. It can say one thing; that the book is PDF/UA-1 too stands in ``xmp.xml``."""
SRGB = "sRGB2014.icc"
NAMED_PAGES = {"omslag": "Omslag", "achterplat": "Achterplat"}
"""Pages with a name rather than a number, by the class of what stands on them."""


def add_colours(document: Any) -> dict[str, str]:
    """Say which red is red, as WeasyPrint 70 does; but it leaves the file open, which is a warning.

    :returns: the option with which ``write_pdf`` doesn't do so itself
    """
    with (files(engine.pdf) / SRGB).open("rb") as file:
        document.color_profiles["srgb"] = engine.ColorProfile(
            file, SRGB, "relative-colorimetric", (["r"], ["g"], ["b"])
        )
    return {"output_intent": "own"}


@dataclass(frozen=True, slots=True)
class About:
    """What a PDF says of itself; dates as ISO 8601 has them."""

    title: str
    authors: Sequence[str]
    language: str
    tool: str
    description: str | None = None
    rights: str | None = None
    licence: str | None = None
    created: str | None = None
    modified: str | None = None

    def xmp(self) -> bytes:
        """As ``xmp.xml`` says it."""
        return _template().render(asdict(self), producer=_producer()).encode()

    def information(self) -> dict[str, str]:
        """The entries of the information dictionary, as WeasyPrint 70 makes them."""
        said = {
            "Producer": _producer(),
            "Title": self.title,
            "Author": ", ".join(self.authors),
            "Subject": self.description,
            "Creator": self.tool,
            "CreationDate": engine.pdf_date(self.created, "created"),
            "ModDate": engine.pdf_date(self.modified, "modified"),
        }
        return {key: value for key, value in said.items() if value}


def _producer() -> str:
    return f"WeasyPrint {engine.VERSION}"


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("praktijkboek.print", "."), autoescape=True, undefined=StrictUndefined
    )
    return environment.get_template("xmp.xml")


def about(metadata: Any) -> About:
    """What WeasyPrint read in the head of a document."""
    return About(
        title=metadata.title,
        authors=metadata.authors,
        language=metadata.lang,
        tool=metadata.generator,
        description=metadata.description,
        rights=metadata.custom.get("dcterms.rights"),
        licence=metadata.custom.get("dcterms.license"),
        created=metadata.created,
        modified=metadata.modified,
    )


def declare(pdf: Any, document: Any) -> None:
    """Write ``xmp.xml`` in the place of WeasyPrint's metadata, readable without a PDF program."""
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    metadata.stream, metadata.compress = [about(document.metadata).xmp()], False


def label_pages(pdf: Any, document: Any) -> None:
    """Give the pages the numbers that are printed on them, and the cover, in front and at the back, its name."""
    count = len(document.pages)
    labels: dict[int, Any] = {number: {"S": "/D", "St": number + 1} for number in (0, 1) if number < count}
    for number in (0, count - 1):
        if name := _name(document.pages[number]):
            labels[number] = {"P": pydyf.String(name)}
    numbers = [part for number in sorted(labels) for part in (number, pydyf.Dictionary(labels[number]))]
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array(numbers)})


def _name(page: Any) -> str | None:
    for box in engine.boxes_in([engine.page_box(page)]):
        if box.element is not None:
            for name in box.element.get("class", "").split():
                if name in NAMED_PAGES:
                    return NAMED_PAGES[name]
    return None


def without_smoothing(pdf: Any) -> None:
    """Take a wish out of the pictures that PDF/A-2 doesn't allow (ISO 19005-2, 6.2.8); programs smooth anyway."""
    for thing in pdf.objects:
        extra = getattr(thing, "extra", {})
        extra.pop("Interpolate", None)

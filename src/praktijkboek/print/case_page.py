"""What a case has on paper only: a line above its title, the code that leads to its page on the site."""

from __future__ import annotations

from docutils import nodes

from praktijkboek.case import Case
from praktijkboek.print.addresses import Adres
from praktijkboek.vocabulary import label

SHORT = 48
"""Signs of a fact that fits in a third of the width on two lines."""


def add_kicker(doctree: nodes.document, case: Case) -> None:
    """Above the title: the angle of the case, and the village."""
    words = f"{label('themas', case.themas[0])} · {case.dorp}"
    section = next(iter(doctree.findall(nodes.section)))
    section.insert(0, nodes.paragraph("", words, classes=["rubriek"]))


def order_facts(doctree: nodes.document) -> None:
    """Put the short facts first, three on a line, and behind them those that need the width (class ``breed``)."""
    section = next(section for section in doctree.findall(nodes.section) if "in-het-kort" in section["classes"])
    for facts in section.findall(nodes.field_list):
        fields = list(facts.findall(nodes.field))
        for field in fields:
            if _is_wide(field):
                field["classes"].append("breed")
        fields.sort(key=lambda field: "breed" in field["classes"])
        facts[:] = fields


def _is_wide(field: nodes.field) -> bool:
    """Whether a fact needs the width: an address does, the place, with which the sheet begins, never."""
    kinds, paragraphs = set(field["classes"]), list(field.findall(nodes.paragraph))
    long = len(paragraphs) > 1 or len(paragraphs[0].astext()) > SHORT
    return bool(kinds & {"website", "contact"}) or (long and "plaats" not in kinds)


def add_code(doctree: nodes.document, name: str, address: str, picture: str) -> None:
    """Beside "Over deze tekst": the QR code, and the address in words.

    :param name: of the case
    :param address: of the case's page on the site
    :param picture: the address of the drawing of the code
    """
    about = next(section for section in doctree.findall(nodes.section) if "over-deze-tekst" in section["classes"])
    shown = address.partition("://")[2].removesuffix("index.html")
    code = nodes.image(uri=picture, alt=f"QR-code naar {name} op het web", classes=["qr"])
    about.insert(1, code)
    link = nodes.reference("", "", Adres("", shown), refuri=address)
    about += nodes.paragraph("", "", nodes.Text("Lees verder of verbeter op "), link)

"""Tiny PDFs that are ugly on purpose, made as the book is made."""

from collections.abc import Callable
from pathlib import Path

from pikepdf import Pdf
from pikepdf import open as open_pdf
from PIL import Image
from proof import Document, Paper, read
from proof.finding import Look

from praktijkboek.print.edition import BOOK
from praktijkboek.print.pdf import write_pdf

PLAIN = Paper(safe=1, white_at_end=0)
STYLE = """
@page { size: 100mm 100mm; margin: 10mm }
html { font: 10pt/14pt "Boek Serif"; orphans: 1; widows: 1; color: #000 }
figure { margin: 0 }
body, p, h1, h2, h3 { margin: 0; font: inherit; break-after: auto }
@font-face { font-family: "Vreemd"; src: url("boek:fonts/SourceSans3-Regular.ttf") }
.nieuw, section + section { break-before: page }
"""


META = "".join(
    f'<meta name="dcterms.{name}" content="2026-11-23">' for name in ("rights", "license", "created", "modified")
)


def nothing(_: Pdf) -> None:
    """Leave a PDF as it is."""


def made(body: str, style: str, folder: Path, spoil: Callable[[Pdf], None] = nothing) -> Document:
    """The PDF of a piece of HTML; a picture ``boek:beeld/foto.png`` of 60 × 40 pixels is at hand.

    :param spoil: what to do to the PDF that WeasyPrint itself would never do
    """
    page = (
        f'<!DOCTYPE html><html lang="nl"><head><title>Lelijk</title>{META}'
        f'<link rel="stylesheet" href="boek:css/fonts.css">'
        f"<style>{STYLE}{style}</style></head><body>{body}</body></html>"
    )
    target, photo = folder / "lelijk.pdf", folder / "foto.png"
    Image.new("RGB", (60, 40), "green").save(photo)
    write_pdf(page, {"boek:beeld/foto.png": photo}, BOOK, target)
    with open_pdf(target, allow_overwriting_input=True) as pdf:
        spoil(pdf)
        pdf.save(target)
    return read(target)


def said(look: Look, document: Document, paper: Paper = PLAIN) -> list[str]:
    """What a look says of it."""
    return [str(finding) for finding in look(document, paper)]
